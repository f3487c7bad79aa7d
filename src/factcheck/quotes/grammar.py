"""The grammar of a quote. It is read by the reader that reads the report, braces aside; `…` is a gap inside one sentence."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from ..document import Document, Span, fold
from ..figures import Figure, figures
from ..units import UnitError, parse_unit, symbol_of

GAP = "…"
SKIP = "_"
MAX_LENGTH = 2000
LIST_MARKS = re.compile(r"、|,|，|和|及|与|\band\b")


class QuoteError(ValueError):
    """A quote that cannot be read; `offset` is where in the quote."""

    def __init__(self, message: str, offset: int = 0):
        super().__init__(message)
        self.offset = offset


class Slot(NamedTuple):
    """What stands in braces: a figure as attested, or words with a value.

    `name` is "" for an unnamed slot. `unit` and `resolution` are what square brackets add to the print, None if nothing.
    """

    name: str
    text: str
    figure: Figure | None
    words: str
    value: Fraction | None
    unit: str | None
    resolution: Fraction | None
    offset: int


class Quote(NamedTuple):
    """`segments` are the stretches between gaps; an element is literal text without spaces, or the number of a slot."""

    text: str
    slots: tuple[Slot, ...]
    segments: tuple[tuple[str | int, ...], ...]


_BRACES = re.compile(r"\{(?:([^\W\d][\w.]*|_)=)?([^{}\[\]]*)(?:\[([^{}\[\]]*)\])?\}")
_SPELLED_OUT = str.maketrans({"｛": "{", "｝": "}", "［": "[", "］": "]", "＝": "="})


def parse(text: str) -> Quote:
    """The quote that `text` is. Raises QuoteError."""
    if len(text) > MAX_LENGTH:
        raise QuoteError(f"a quote is at most {MAX_LENGTH} characters long")
    source = re.sub(r"\.{3}|…+|⋯+", lambda m: GAP + "\0" * (len(m.group()) - 1), text.translate(_SPELLED_OUT))
    plain, raw, position = "", [], 0
    for match in _BRACES.finditer(source):
        plain += source[position : match.start()]
        raw.append((match[1] or "", match[2], match[3], len(plain), match.start()))
        plain += match[2]
        position = match.end()
    plain += source[position:]
    stray = re.search(r"[{}]", plain)
    if stray:
        raise QuoteError("a brace is not closed, or one stands inside another", source.find(stray.group()))
    if not raw:
        raise QuoteError("no figure is marked: put it in braces, like 增长{63.6%}")
    spaced, offsets = _without_nulls(plain)
    document = Document("", spaced)
    read = figures(document)
    slots, marks = [], []
    for slot_name, inner, bracket, start, offset in raw:
        if not inner.strip():
            raise QuoteError("a slot holds nothing", offset)
        left, right = offsets[start], offsets[start + len(inner)]
        touched = [f for f in read if f.start < right and left < f.end]
        if len(touched) > 1 and not LIST_MARKS.search(inner):
            raise QuoteError(f"{inner!r} holds several figures; give each its own braces", offset)
        figure = touched[0] if len(touched) == 1 and not _is_part_of_words(touched[0], left, right) else None
        span = figure.span if figure else Span(left, right)
        slots.append(_slot(slot_name, inner, bracket, figure, offset, document.chinese))
        marks.append(span)
    for before, after in zip(marks, marks[1:]):
        if after.start < before.end:
            raise QuoteError("two slots mark the same figure", slots[-1].offset)
    return Quote(text, tuple(slots), _segments(spaced, marks, text))


def _is_part_of_words(figure: Figure, left: int, right: int) -> bool:
    """麻黄山乡、2个村 in one slot are words, not the figure in them."""
    return left < figure.span.start - 1 and right >= figure.end


def _without_nulls(plain: str) -> tuple[str, list[int]]:
    offsets, kept = [], []
    for char in plain:
        offsets.append(len(kept))
        if char != "\0":
            kept.append(char)
    offsets.append(len(kept))
    return "".join(kept), offsets


def _slot(name: str, inner: str, bracket: str | None, figure: Figure | None, offset: int, chinese: bool) -> Slot:
    value = unit = resolution = None
    if figure is None:
        if bracket is not None:
            read = figures(Document("", bracket, chinese))
            if len(read) != 1 or read[0].text != bracket.strip():
                raise QuoteError(f"{bracket!r} gives no value for {inner!r}", offset)
            value, unit = read[0].value, read[0].unit
        elif LIST_MARKS.search(inner):
            value = Fraction(len([item for item in LIST_MARKS.split(inner) if item.strip()]))
        else:
            value = _bare_numeral(inner)
        return Slot(name, inner, None, compact(inner), value, unit, None, offset)
    if bracket is not None:
        bracket = bracket.strip()
        read = figures(Document("", bracket, chinese))
        if read and read[0].text == bracket:
            if read[0].value != figure.value:
                raise QuoteError(f"[{bracket}] is not the value of {inner}", offset)
            resolution = read[0].resolution
        else:
            try:
                unit = _bracket_unit(figure.unit, bracket)
            except UnitError as error:
                raise QuoteError(str(error), offset) from None
    return Slot(name, inner, figure, "", None, unit, resolution, offset)


def _bracket_unit(printed: str, bracket: str) -> str:
    unit = printed + bracket if bracket.startswith("/") else bracket
    parse_unit(unit)
    return "/".join(symbol_of(word) for word in unit.split("/"))


def _bare_numeral(text: str) -> Fraction | None:
    from ..numerals import read_digits, read_zh

    read = read_zh(text, 0) or read_digits(text, 0)
    return read.value if read and read.end == len(text) else None


def _segments(plain: str, marks: list[Span], text: str) -> tuple[tuple[str | int, ...], ...]:
    segments: list[list[str | int]] = [[]]

    def literal(part: str) -> None:
        for number, piece in enumerate(part.split(GAP)):
            if number:
                segments.append([])
            if compact(piece):
                segments[-1].append(compact(piece))

    position = 0
    for index, span in enumerate(marks):
        literal(plain[position : span.start])
        segments[-1].append(index)
        position = span.end
    literal(plain[position:])
    kept = tuple(tuple(segment) for segment in segments if segment)
    if not any(isinstance(element, str) for segment in kept for element in segment):
        raise QuoteError("the quote has no words, so it would fit anywhere; add some of the sentence")
    return kept


_DASHES = str.maketrans("—–-", "~~~")


def single_dash(text: str) -> str:
    """All dashes and range signs are one sign to a quote."""
    return text.translate(_DASHES)


def compact(text: str) -> str:
    """`text` in half width, without white space, with one sign for all dashes."""
    return single_dash("".join(fold(text).split()))
