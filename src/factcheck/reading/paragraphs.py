"""The lines of columns joined to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from .pages import Column, Line

# What is not broken at a line end: signs without a space between them, and the closing marks behind.
_WORD = re.compile(r"[“‘（《「【(\[]*(?:[\x21-\u2e7f]+|.)[，。、；：！？）》」】”’％,.;:!?)%\]]*")
_ENDED = re.compile(r"[.。!！?？:：;；”’\")）]$")
# A line end inside a number, or between a number and its scale or sign.
_BROKEN_NUMBER = re.compile(r"\d\n[万亿%％‰]|\d\.\n\d|\d,\n\d{3}(?!\d)|\d\n[.,]\d|[\d%％万亿][-—–~～至到]\n\d|[$¥￥€£]\n\d")
_ITEM = re.compile(r"[•·●▪◆○■□]|[-–] \D|\d{1,2}(?:[、)）]|\.(?!\d))|[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,3}[章节条]")
# A column of fewer characters, a Chinese one counted twice, is no paragraph.
_NARROWEST = 24
_COMPOUND = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+")
_HAN = re.compile(r"[\u3400-\u9fff]")


class _Placed(NamedTuple):
    """A line in its column: its number on the page, the column's sides, the usual distance of its lines, and whether many of them fill it, as those of paragraphs do."""

    line: Line
    page: int
    number: int
    column: int
    left: float
    right: float
    pitch: float
    prose: bool


def joined(columns: Sequence[Column], widths: Sequence[float]) -> tuple[str, list[tuple[int, int, int]]]:
    """The text, a paragraph or a table row a line, of columns in reading order on pages so wide; and for each printed line its offset, number and page."""
    placed = list(_placed(columns, widths))
    compounds = _compounds(this.line.text for this in placed)
    text, parts = [], []
    length = 0
    for index, this in enumerate(placed):
        if index:
            between = _between(placed[index - 1], this, compounds)
            if between is None:
                text[-1], between = text[-1][:-1], ""
                length -= 1
            text.append(between)
            length += len(between)
        parts.append((length, this.number, this.page))
        text.append(this.line.text)
        length += len(this.line.text)
    return "".join(text), parts


def _placed(columns: Sequence[Column], widths: Sequence[float]) -> Iterator[_Placed]:
    """Every line with the sides of its column. Columns of one place on several pages share them, so that a short page has the width of the others."""
    sides: dict[int, float] = {}
    lefts: dict[int, list[float]] = {}
    numbers: Counter[int] = Counter()
    for page, lines in columns:
        left = min(line.left for line in lines)
        lefts.setdefault(page, []).append(left)
        for key in (round(left / 12), round(left / 12) + 1):
            sides[key] = max(sides.get(key, 0), max(line.right for line in lines))
    for index, (page, lines) in enumerate(columns):
        left, right = min(line.left for line in lines), max(line.right for line in lines)
        limit = min((other for other in lefts[page] if other > right), default=1e9)
        right = max(right, min(sides[round(left / 12)], limit - 1))
        pitch = median([a.base - b.base for a, b in zip(lines, lines[1:])] or [0])
        size, margin = median(line.size for line in lines), min(lefts[page])
        mirrored = abs(widths[page - 1] - right - margin) < 0.25 * margin + 1.5 * size
        full = sum(line.right > right - 1.5 * size for line in lines if not line.cells)
        prose = (mirrored or 3 * full >= len(lines)) and max(_width(line.text) for line in lines) >= _NARROWEST
        for line in lines:
            numbers[page] += 1
            yield _Placed(line, page, numbers[page], index, left, right, pitch, prose)


def _compounds(lines: Iterable[str]) -> frozenset[str]:
    """The words with a hyphen inside, in small letters."""
    return frozenset(word.lower() for line in lines if "-" in line for word in _COMPOUND.findall(line))


def _between(before: _Placed, after: _Placed, compounds: frozenset[str]) -> str | None:
    """What stands between two lines: a line end behind a paragraph, nothing or a space inside one; None if a hyphen goes too.

    The hyphen stays where the word stands elsewhere with it (`compounds`), or has another one before it (year-on-year).
    """
    this, following = before.line, after.line
    if _ends(before, after):
        return "\n"
    last, first = this.text[-1], following.text[0]
    chinese = bool(_HAN.search(this.text)) and bool(_HAN.search(following.text) or _HAN.search(this.text[-12:]))
    if last == "-" and len(this.text) > 1 and this.text[-2].isalpha() and this.text[-2].isascii() and first.islower():
        head, tail = re.search(r"[A-Za-z-]*$", this.text[-60:]), re.match(r"[A-Za-z]*", following.text)
        word = (head.group() + tail.group()).lower()  # type: ignore[union-attr]
        return "" if word in compounds or word.count("-") > 1 else None
    if last in "-–—/" or last >= "\u2e80" or first >= "\u2e80" or chinese and not (last.isalpha() and first.isalpha()):
        return ""
    return " "


def _ends(before: _Placed, after: _Placed) -> bool:
    """Whether a paragraph ends between two lines: by a gap, an indent, another size, or a line the next word would still have fitted in."""
    this, following = before.line, after.line
    if this.cells or following.cells:
        return True
    size = this.size
    if abs(size - following.size) > 0.15 * size:
        return True
    distance = this.base - following.base
    if before.column == after.column and (before.pitch and distance > 1.35 * before.pitch or distance > 2.4 * size):
        return True
    # A line end inside a sentence, whatever the layout.
    item = _ITEM.match(following.text)
    if _BROKEN_NUMBER.search(this.text[-2:] + "\n" + following.text[:4]) and not item or this.text[-1] in "，,、(（":
        return False
    ended = bool(_ENDED.search(this.text))
    if not ended and following.text[0].isascii() and following.text[0].islower():
        return False
    if not before.prose or item:
        return True
    if following.left > after.left + 1.2 * size and not (this.left > before.left + 1.2 * size and abs(this.left - before.left - following.left + after.left) < 0.3 * size):
        return True
    word = _WORD.match(following.text)
    length = _width(word.group() if word else following.text[:1])
    # A mark that ends a line may hang over its end; two columns more are no end yet.
    needed = (following.right - following.left) * length / max(_width(following.text), 1) + 1.1 * size
    share = 0.85 if this.text[-1] >= "\u2e80" or following.text[0] >= "\u2e80" else 0.6
    nearly_full = this.right - before.left > share * (before.right - before.left) and not ended
    return before.right - this.right > needed and not nearly_full


def _width(text: str) -> int:
    return sum(2 if c >= "\u2e80" else 1 for c in text)
