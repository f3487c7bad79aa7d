"""The sentences of a document that hold figures, as codes and items."""

from __future__ import annotations

import re
from fractions import Fraction

from ..document import Document
from ..figures import Figure
from . import vocabulary
from .features import marks, sentence
from .items import Item, Sentence
from .words import Token, lexicon, tokens

# The first months of 1—9月, which the reader of figures leaves as numbers.
_MONTH = re.compile(r"\d{1,2} ?(?:[—–~-]|至|到)?\d{0,2} ?月(?!\w{0,1}[后])|\d{1,2}(?=[—–~-] ?\d{1,2}月)|(?<=[—–~-])\d{1,2} ?月")
_NOT_A_YEAR = re.compile(r"\s+(?:earlier|ago|before|previously|later)\b")


# What counts percentage points where a percentage stands beside it.
_POINTS = ("points", "point", "pts")

# Figures in one statement; longer lists are taken in stretches.
LONGEST = 30


def statements(document: Document, found: tuple[Figure, ...]) -> list[Sentence]:
    """The sentences that hold figures; a semicolon does not end one here."""
    text = document.folded
    result: list[Sentence] = []
    position, start, part = 0, 0, 0
    for span in document.sentences:
        tail = text[span.start : span.end].rstrip()
        if tail.endswith((";", "；")) and span.end - start < 1500:
            continue
        if "\n" in text[start : span.end].strip(" \t") [:1] or start and text[start - 1] == "\n":
            part += 1
        first = position
        while position < len(found) and found[position].start < span.end:
            position += 1
        dates = tuple(f for f in found[first:position] if f.kind == "date")
        own = tuple(_in_prose(f, text) for f in found[first:position] if not _MONTH.match(text, f.start))
        if any(_heads(f, text) for f in own):
            own = tuple(_rounded(f) for f in own if not _heads(f, text))
        if any(f.kind == "share" for f in own):
            own = tuple(_points(f, text) for f in own)
        if not document.chinese and sum(f.kind == "year" for f in own) == 2:
            own = tuple(f._replace(unit="年", kind="duration") if f.unit == "岁" else f for f in own)
        # A list without an end is no statement to weigh as a whole: cost must not grow with the square of its length.
        for n in range(0, len(own), LONGEST):
            begin = start if n == 0 else own[n - 1].span.end
            end = span.end if n + LONGEST >= len(own) else own[n + LONGEST - 1].span.end
            piece, figures = text[begin:end], own[n : n + LONGEST]
            result.append(sentence(tokens(piece, begin, figures, lexicon(document.chinese)), figures, piece, begin, len(result), document.chinese, part)._replace(dates=dates))
        start = span.end
    return result


_POINT = re.compile(r" points?\b")
# They add up to 466: no upper bound.
_ADDED = re.compile(r"\b(?:add(?:s|ed|ing)?|sums?|comes?|came|edged|inched|crept|ticked|moved|went|goes|gone|pushed|nudged|drifted|climbed|jumped|stepped) up to\s*$", re.I)


def _points(figure: Figure, text: str) -> Figure:
    """A number of points beside a percentage: percentage points."""
    if figure.unit in _POINTS:
        return figure._replace(unit="pp", kind="points")
    if figure.kind == "count" and not figure.unit and (point := _POINT.match(text, figure.end)):
        half = figure.resolution / 2 or Fraction(1, 2)
        return figure._replace(unit="pp", kind="points", end=point.end(), text=text[figure.start : point.end()], low=figure.value - half, high=figure.value + half)
    return figure


def _compares(text: str, end: int) -> bool:
    """Whether the word that ends before `end` is a figure or a noun of change, so that over or above compares with it."""
    before = text[max(end - 24, 0) : end].rstrip().lower()
    return before.rsplit(" ", 1)[-1] in vocabulary.phrasal() or before.endswith(("%", "cent", "percent", "points", "bps")) or before.rsplit(" ", 1)[-1] in vocabulary.change_nouns()


def _heads(figure: Figure, text: str) -> bool:
    """Whether a word in brackets says what the numbers behind it are counted in: trips (thousands): 551,187."""
    return figure.text.isalpha() and text[figure.start - 1 : figure.start] == "(" and text[figure.end : figure.end + 1] == ")" and vocabulary.in_thousands(False).fullmatch(figure.text) is not None


def _rounded(figure: Figure) -> Figure:
    """A whole number of thousands stands for all that round to it."""
    if figure.kind == "count" and figure.low == figure.high == figure.value:
        half = Fraction(1, 2)
        return figure._replace(low=figure.value - half, high=figure.value + half, resolution=2 * half)
    return figure


def _in_prose(figure: Figure, text: str) -> Figure:
    """A figure as a sentence means it: a bracketed amount is negative in a table only; $50 million a year earlier is no rate; 1200张多300张 has no 多 of its own."""
    if "/" in figure.unit and _NOT_A_YEAR.match(text, figure.end):
        short = re.sub(r"\s+(?:a|an|per)\s+\w+$", "", figure.text)
        return figure._replace(unit=figure.unit.partition("/")[0], end=figure.start + len(short), text=short)
    if figure.hedge_start == figure.end and figure.hedge in ("多", "余") and (text[figure.hedge_end : figure.hedge_end + 1].isdigit() or figure.hedge == "多" and vocabulary.more_of_it().match(text, figure.hedge_end)):
        half = figure.resolution / 2
        return figure._replace(hedge="", hedge_kind="", hedge_start=-1, hedge_end=-1, low=figure.value - half, high=figure.value + half)
    if figure.kind == "count" and not figure.unit and figure.value < 130 and vocabulary.aged().search(text, max(figure.start - 12, 0), figure.start):
        return figure._replace(unit="年", kind="duration")
    if figure.kind == "count" and not figure.unit and not figure.scaled and vocabulary.multiplied().search(text, max(figure.start - 20, 0), figure.start):
        half = figure.resolution / 2 or Fraction(1, 2)
        return figure._replace(kind="multiple", unit="倍", low=figure.low if figure.hedge else figure.value - half, high=figure.high if figure.hedge else figure.value + half)
    if figure.hedge in vocabulary.comparing_hedges() and 0 <= figure.hedge_start < figure.start and _compares(text, figure.hedge_start):
        # A jump over Rs 40 crore, 12% above $50: what the figure is compared with, no hedge.
        half = figure.resolution / 2
        return figure._replace(hedge="", hedge_kind="", hedge_start=-1, hedge_end=-1, low=figure.value - half, high=figure.value + half)
    if figure.kind == "share" and figure.text.isdigit() and figure.value >= 1:
        # 300, 25% more: a count of hundreds beside a percentage is no percentage.
        value = Fraction(figure.text)
        return figure._replace(value=value, low=value, high=value, resolution=Fraction(0), kind="count")
    plus = figure.hedge_start >= figure.end and text[figure.hedge_start : figure.hedge_end].strip() == "plus" and re.match(r" [a-z£$€\d]", text[figure.hedge_end :][:2])
    if plus or figure.hedge_start >= 0 and _ADDED.search(text[max(figure.hedge_start - 12, 0) : figure.hedge_end]):
        half = figure.resolution / 2
        return figure._replace(hedge="", hedge_kind="", hedge_start=-1, hedge_end=-1, low=figure.value - half, high=figure.value + half)
    if figure.text.startswith("(") and figure.value < 0:
        low, high = (None if x is None else -x for x in (figure.high, figure.low))
        return figure._replace(start=figure.start + 1, end=figure.end - 1, text=figure.text[1:-1], value=-figure.value, low=low, high=high)
    return figure


def joined(parts: list[Sentence]) -> Sentence:
    """Statements that follow each other as one, a full stop between them. No feature of a figure reaches over a full stop, so all stay as they are."""
    tokens: list[Token] = []
    items: list[Item] = []
    clause = 0
    for part in parts:
        if tokens:
            tokens.append(Token(".", part.start, part.start, ""))
            clause += 1
        shift = len(tokens)
        items += [i.moved(shift, clause) for i in part.items] if shift else part.items
        tokens += part.tokens
        clause += marks(part.codes)
    text = "".join(p.text for p in parts)
    return Sentence(tuple(tokens), ".".join(p.codes for p in parts), tuple(items), text, parts[0].start, parts[-1].number, parts[-1].chinese, parts[-1].part, tuple(f for p in parts for f in p.dates))
