"""What the marks inside a paragraph of Markdown make of it: emphasis, links, code, entities, tags."""

from __future__ import annotations

import re
from typing import NamedTuple

SPECIAL = re.compile(r"[\\`*_<&\[\]]|~~+|!(?=\[)")
# Used less often, and compiled where they are.
_DESTINATION = r"\(\s{0,99}(?:<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,20})(?:\s{1,99}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s{0,99}\)"
_REFERENCE = r"\[([^\[\]]{0,200})\]"
_AUTOLINK = r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]{0,2000}|[^\s<>@]{1,100}@[^\s<>@]{1,200})>"
_INLINE_TAG = r"</?[A-Za-z][A-Za-z0-9-]{0,60}(?:\s[^<>]{0,2000})?/?>"
_ENTITY = r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});"
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Piece(NamedTuple):
    """What a stretch of a paragraph is: text as it is, a replacement, a tag, or `+` and `-` around what is hidden."""

    kind: str
    start: int
    end: int
    text: str = ""


def inline_pieces(content: str, definitions) -> list[Piece]:
    """What `content` is made of, in order, marks left out."""
    pieces: list[Piece] = []
    runs: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
    brackets: list[tuple[int, int, bool]] = []
    unclosed: set[int] = set()
    last_comment = content.rfind("-->")
    position = written = 0

    def upto(offset: int) -> None:
        if offset > written:
            pieces.append(Piece("text", written, offset))

    while match := SPECIAL.search(content, position):
        at, sign = match.start(), match.group()
        after, kind, text = at + 1, "", ""
        if sign == "\\":
            if content[at + 1 : at + 2] in _PUNCTUATION and at + 1 < len(content):
                after, kind, text = at + 2, "put", content[at + 1]
        elif sign == "`":
            while content.startswith("`", after):
                after += 1
            ticks = after - at
            close = -1 if ticks in unclosed else _closing(content, after, ticks)
            if close >= 0:
                upto(at)
                pieces.append(Piece("text", after, close))
                position = written = close + ticks
                continue
            unclosed.add(ticks)
        elif sign == "<":
            if content.startswith("<!--", at) and at < last_comment:
                after, kind = content.index("-->", at) + 3, "drop"
            elif found := re.compile(_AUTOLINK).match(content, at):
                after, kind = found.end(), "drop"
            elif found := re.compile(_INLINE_TAG).match(content, at):
                after, kind, text = found.end(), "tag", found.group()
        elif sign == "&":
            if found := re.compile(_ENTITY).match(content, at):
                from .html import entity

                after, kind, text = found.end(), "put", entity(found.group())
        elif sign in "![":
            image = sign == "!"
            if found := re.compile(r"\[\^[^\]\s]{1,100}\]").match(content, at):
                after, kind = found.end(), "drop"
            else:
                upto(at)
                after = written = at + 1 + image
                brackets.append((len(pieces), at, image))
                pieces.append(Piece("text", at, after))
        elif sign == "]":
            if brackets:
                index, opened, image = brackets.pop()
                end = _link_end(content, opened + 1 + image, at, definitions)
                if end:
                    upto(at)
                    pieces[index] = Piece("+" if image else "drop", opened, opened + 1)
                    pieces.append(Piece("-" if image else "drop", at, end))
                    position = written = end
                    continue
        else:
            sign = sign[0]
            while after < len(content) and content[after] == sign:
                after += 1
            upto(at)
            _delimit(content, pieces, runs[sign], sign, at, after)
            written = after
        if kind:
            upto(at)
            pieces.append(Piece(kind, at, after, text))
            written = after
        position = after
    upto(len(content))
    return [piece for piece in pieces if piece.kind != "drop"]


def _closing(content: str, start: int, ticks: int) -> int:
    """Where the run of exactly `ticks` backticks stands that ends a code span; -1 if none does."""
    match = re.compile(rf"(?<!`)`{{{ticks}}}(?!`)").search(content, start)
    return match.start() if match else -1


def _link_end(content: str, start: int, close: int, definitions) -> int:
    """The offset behind the link whose words are `start` to `close`; 0 if it is none."""
    if found := re.compile(_DESTINATION).match(content, close + 1):
        return found.end()
    if not definitions:
        return 0
    reference = re.compile(_REFERENCE).match(content, close + 1)
    words = content[start:close].strip().lower() if close - start <= 200 else ""
    if reference:
        return reference.end() if (reference[1].strip().lower() or words) in definitions else 0
    return close + 1 if words in definitions else 0


def _delimit(content: str, pieces: list[Piece], openers: list[list[int]], sign: str, start: int, end: int) -> None:
    """Adds the run of emphasis or strike marks from `start` to `end`: paired with the runs before, or waiting for one behind.

    An opener is its piece's index, its offset and how many of its marks are left.
    """
    before, behind = content[start - 1 : start], content[end : end + 1]
    between = before.isascii() and behind.isascii() and (before.isdigit() and behind.isdigit() or sign == "_" and before.isalnum() and behind.isalnum())
    opens = bool(behind) and not behind.isspace() and not between and not (sign == "_" and before.isascii() and before.isalnum())
    closes = bool(before) and not before.isspace() and not (sign == "_" and behind.isascii() and behind.isalnum())
    if between and sign == "*":
        # Between two digits: only bold type inside one number, as in 6**3**.6.
        opens = end - start == 2 and bool(re.compile(r"[\d.,]{1,30}\*\*(?!\*)").match(content, end))
        inner = content[max(openers[-1][1] + openers[-1][2], start - 31) : start] if openers else ""
        closes = end - start == 2 and bool(re.fullmatch(r"[\d.,]{1,30}", inner))
    left = start
    while closes and openers and left < end:
        index, at, count = openers[-1]
        used = min(count, end - left, 2)
        if sign == "~" and used < 2:
            break
        kept = at + count - used
        tail = Piece("+" if sign == "~" else "drop", kept, at + count)
        if kept > at:
            pieces[index] = Piece("text", at, kept)
            openers[-1][2] = count - used
        else:
            openers.pop()
            pieces[index] = tail
        pieces.append(Piece("-" if sign == "~" else "drop", left, left + used))
        left += used
    if left < end:
        if opens:
            openers.append([len(pieces), left, end - left])
        pieces.append(Piece("text", left, end))
