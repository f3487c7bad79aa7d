"""Text of a report as HTML: escaped, and with every character that could hide or reorder what is read made visible."""

from __future__ import annotations

import os
from html import escape

from ...document import Location
from ...outcome import shared_path

# Controls, line and paragraph separators, marks that reorder text, and surrogates, which no file can hold.
_HIDDEN = [*range(9), *range(0xB, 0x20), *range(0x7F, 0xA0), 0x61C, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC)]
_NAMES = {code: f"‹U+{code:04X}›" for code in [*_HIDDEN, *range(0xD800, 0xE000), *range(0xE0000, 0xE0080)]}
_TEXT = {**_NAMES, **{ord(c): escape(c) for c in "&<>\"'"}}
_CONTROLS = {**_TEXT, **{code: f'<span class="control">{name}</span>' for code, name in _NAMES.items()}}


def shown(text: str) -> str:
    """`text` for an element or an attribute in double quotes."""
    return text.translate(_TEXT)


def prose(text: str) -> str:
    """`text` for the running text of a report, what is made visible set apart."""
    return text.translate(_CONTROLS)


def short(path: str) -> str:
    """A path without the folders of this machine."""
    shared = shared_path(path)
    return os.path.basename(shared) if os.path.isabs(shared) else shared


def place(location: Location, words) -> str:
    """Where a place is, in words: page and part where the file has them, else line and column."""
    inside = [words["page"].format(page=location.page)] if location.page else []
    if location.part:
        inside.append(location.part)
    elif not location.page:
        inside.append(words["place"].format(line=location.line, column=location.column))
    return " ".join(inside)
