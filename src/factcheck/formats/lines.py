"""How a finding stands in a line of text: one wording for all formats that people read."""

from __future__ import annotations

import re

from ..document import Location
from ..findings import Finding
from ..outcome import shared_path

# Controls, surrogates and noncharacters no XML may hold, and marks that turn the order of what follows around.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """`text` with � for each character that a terminal, a log or an XML parser would obey or refuse rather than show."""
    return _OBEYED.sub("\ufffd", text)


def excerpt(text: str, width: int = 60) -> str:
    """The beginning of `text` in one line of at most `width` characters."""
    line = " ".join(text[: 4 * width].split())
    return line if len(line) <= width and len(text) <= 4 * width else line[: width - 1] + "…"


def name(finding: Finding) -> str:
    """The claim's id; the rule where a finding stands for no claim."""
    return finding.claim or finding.rule


def place(location: Location) -> str:
    """path:line:column, and the page and part where the file has them."""
    page = f"p. {location.page}" if location.page else ""
    return ", ".join(filter(None, (f"{location.path}:{location.line}:{location.column}", page, location.part)))


def shared(location: Location) -> Location:
    """`location` with its path from the root of the repository."""
    return location._replace(path=shared_path(location.path))
