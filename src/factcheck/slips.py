"""The usual slips in a YAML file: a line that does not say what its author meant, and the same line with its value in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# A key or a dash before a value; keys may be Chinese.
_VALUE = re.compile(r"(\s*(?:- +)*(?:[^\s:#'\"\[{&*!|>%@`-][^:#\n]{0,80}?:[ \t]+)?(?:- +)*)(\S.*?)\s*$")
_KEY_ALONE = re.compile(r"\s*(?:- +)*[^\s:#{\[][^:#]*:\s*(?:#.*)?")
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
_FLOW_MAPPING = re.compile(r"\{\s*[A-Za-z_\"'][\w\"']*\s*:\s")
_SPECIAL = {"`": "`", "@": "@", "%": "%", "&": "&", "*": "*", "!": "!", "|": "|", ">": ">", "?": "? ", "}": "}", "]": "]", ",": ","}


class Slip(NamedTuple):
    """`line` and `column` count from 1; `mended` is the line as it was meant; `silent` if YAML accepts the line, but reads something else."""

    line: int
    column: int
    message: str
    mended: str
    silent: bool


def slips(lines: list[str]) -> Iterator[Slip]:
    """What YAML refuses or reads otherwise than meant, line by line; text inside a block scalar (`|`, `>`) is left alone."""
    block = -1
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r")
        indent = len(line) - len(line.lstrip(" \t"))
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if block >= 0 and indent > block:
            continue
        block = indent if re.search(r"[:-] +[|>][+-]?\d?\s*(?:#.*)?$", line) else -1
        if block >= 0:
            continue
        if "\t" in line[:indent]:
            yield Slip(number, line.index("\t") + 1, "YAML is indented with spaces, not tabs", line[:indent].replace("\t", "  ") + line[indent:], False)
            continue
        if _KEY_ALONE.fullmatch(line):
            continue
        match = _VALUE.match(line)
        if not match or match[2].startswith("#"):
            continue
        found = _slip(match[2])
        if found:
            offset, message = found
            yield Slip(number, len(match[1]) + offset + 1, message, match[1] + quoted(match[2]), match[2][0] in "&!" or message.startswith("#"))




def _slip(value: str) -> tuple[int, str] | None:
    """Where in `value` the slip is, and what to say of it."""
    advice = "put the quote between '…'"
    first = value[0]
    if first in "'\"":
        closed = _QUOTED.match(value)
        if not closed:
            return 0, f"the quotation mark {first} is not closed"
        rest = value[closed.end() :].strip()
        if rest and not rest.startswith("#"):
            return closed.end(), f"the value goes on behind its closing {first}; put the whole of it in quotation marks of the other kind"
        return None
    if first == "{":
        if _FLOW_MAPPING.match(value):
            return None
        return 0, f"a value that begins with {{ is a mapping to YAML; {advice}"
    if first == "[":
        inner = _QUOTED.sub("", value)
        return (value.index("{"), "a quote with { in a [ ] list needs quotes of its own: ['…', '…']") if "{" in inner and not re.search(r"[:,] *\{\s*\w+:", inner) else None
    if first in _SPECIAL and not (first in "|>" and len(value) <= 3) and (first not in "?" or value.startswith("? ")):
        return 0, f"a value cannot begin with {first}; {advice}"
    comment = re.search(r"\s#", value)
    bare = value[: comment.start()] if comment else value
    colon = re.search(r":(?:\s|$)", bare)
    if colon:
        return colon.start(), f"a second `: ` stands in this value; {advice}"
    if comment and re.search(r"\{[^{}]*\}", value[comment.start() :]):
        return comment.start() + 1, f"# begins a comment here, and a figure stands behind it; {advice}"
    return None


def quoted(text: str) -> str:
    """`text` as a single-quoted scalar."""
    return "'" + text.replace("'", "''") + "'"


def plain_or_quoted(text: str) -> str:
    """`text` as YAML holds it, in quotes only where they are needed."""
    unsafe = text[:1] in "{[&*!|>'\"%@`#,?:-]}" or text != text.strip() or ": " in text or " #" in text or text.endswith(":") or not text or "\n" in text
    return quoted(text.replace("\n", " ")) if unsafe or text in ("~", "null", "Null", "NULL") else text
