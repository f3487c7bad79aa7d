"""Quotes: the sentence of a report cut to its key terms, with the figures in braces.

A quote is read by the reader that reads the report, braces aside. `…` is a gap inside one sentence. Matching is linear: each stretch between two
gaps is found once in the whole text, and the stretches are joined by position.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from fractions import Fraction
from typing import NamedTuple

from .document import Document, Span, fold
from .figures import Figure, figures
from .units import UnitError, parse_unit, symbol_of

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


class Match(NamedTuple):
    """One place where a quote stands: for each slot its figure, or the span of its words."""

    start: int
    end: int
    figures: tuple[Figure | None, ...]
    spans: tuple[Span, ...]
    stretches: tuple[Span, ...]


# Grammar

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
    from .numerals import read_digits, read_zh

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


# All dashes and range signs are one sign to a quote.
_DASHES = str.maketrans("—–-", "~~~")


def compact(text: str) -> str:
    """`text` in half width, without white space, with one sign for all dashes."""
    return "".join(fold(text).split()).translate(_DASHES)


# Matching


class Index:
    """What quotes look up in one document, worked out once."""

    def __init__(self, document: Document):
        self.document = document
        self.figures = figures(document)
        folded = document.folded
        self.places = [i for i, char in enumerate(folded) if not char.isspace()]
        self.text = "".join([folded[i] for i in self.places]).translate(_DASHES)
        self.by_start: dict[int, Figure] = {}
        self.by_end: dict[int, Figure] = {}
        self.families: dict[str, list[tuple[int, Figure]]] = {}
        for figure in self.figures:
            start, end = (bisect_left(self.places, x) for x in figure.span)
            self.by_start[start] = self.by_end[end] = figure
            self.families.setdefault(figure.family, []).append((start, figure))

    def offset(self, place: int) -> int:
        """The offset in the document of a place in the compact text."""
        return self.places[place] if place < len(self.places) else len(self.document.text)

    def place_after(self, figure: Figure) -> int:
        return bisect_left(self.places, figure.span.end)

    def place_of(self, figure: Figure) -> int:
        return bisect_left(self.places, figure.span.start)

    def figures_in(self, span: Span) -> tuple[Figure, ...]:
        low, high = (bisect_left(self.figures, x, key=lambda f: f.start) for x in span)
        return self.figures[low:high]

    def sentence_end(self, place: int) -> int:
        """The place in the compact text where the sentence of `place` ends."""
        return bisect_left(self.places, self.document.sentence_at(self.offset(place)).end)


class _Stretch(NamedTuple):
    """A segment found: places in the compact text, and the slots it filled."""

    start: int
    end: int
    filled: tuple[tuple[int, Figure | None, int, int], ...]


def match(quote: Quote, index: Index) -> tuple[Match, ...]:
    """Every place where `quote` stands, in order; of two that end alike the shorter."""
    found: dict[int, tuple[int, tuple[_Stretch, ...]]] = {}
    chains: list[tuple[_Stretch, ...]] = [(stretch,) for stretch in _stretches(quote.segments[0], quote, index)]
    for segment in quote.segments[1:]:
        candidates = _stretches(segment, quote, index)
        starts = [c.start for c in candidates]
        longer: dict[int, tuple[_Stretch, ...]] = {}
        for chain in chains:
            position = bisect_left(starts, chain[-1].end)
            if position < len(candidates) and candidates[position].end <= index.sentence_end(chain[0].start):
                longer[position] = (*chain, candidates[position])
        chains = list(longer.values())
    for chain in chains:
        found[chain[-1].end] = (chain[0].start, chain)
    return tuple(_match(quote, index, chain) for _, chain in sorted(found.values(), key=lambda item: item[0]))


def _match(quote: Quote, index: Index, chain: tuple[_Stretch, ...]) -> Match:
    filled: dict[int, tuple[Figure | None, Span]] = {}
    for stretch in chain:
        for number, figure, start, end in stretch.filled:
            filled[number] = (figure, figure.span if figure else Span(index.offset(start), index.offset(end - 1) + 1))
    ordered = [filled[number] for number in range(len(quote.slots))]
    stretches = tuple(Span(index.offset(s.start), index.offset(s.end - 1) + 1) for s in chain)
    return Match(stretches[0].start, stretches[-1].end, tuple(f for f, _ in ordered), tuple(s for _, s in ordered), stretches)


def fits(slot: Slot, figure: Figure) -> bool:
    """Whether a figure of the report may stand in the slot, whatever its digits."""
    assert slot.figure is not None
    if figure.family == slot.figure.family:
        return True
    if slot.unit is None:
        return False
    try:
        return "/" not in slot.unit and figure.family == slot.figure._replace(unit=slot.unit).family
    except UnitError:
        return False


def _stretches(segment: tuple[str | int, ...], quote: Quote, index: Index) -> list[_Stretch]:
    """Every place of a segment, in order."""
    anchor = next((n for n, element in enumerate(segment) if isinstance(element, str)), None)
    if anchor is None:
        anchor = next((n for n, element in enumerate(segment) if quote.slots[element].figure is None), None)  # type: ignore[index]
    if anchor is None:
        first = quote.slots[segment[0]]  # type: ignore[index]
        families = {first.figure.family, *([first.figure._replace(unit=first.unit).family] if first.unit else [])}  # type: ignore[union-attr]
        starts = sorted((item for family in families for item in index.families.get(family, ())), key=lambda item: item[0])
        return [s for start, _ in starts if (s := _forward(segment, 0, start, start, (), quote, index))]
    words = segment[anchor] if isinstance(segment[anchor], str) else quote.slots[segment[anchor]].words  # type: ignore[index]
    found = []
    place = index.text.find(words)  # type: ignore[arg-type]
    while place >= 0:
        if _at_word_edges(index, place, place + len(words)):  # type: ignore[arg-type]
            back = _backward(segment, anchor, place, quote, index)
            if back is not None:
                start, filled = back
                stretch = _forward(segment, anchor, place, start, filled, quote, index)
                if stretch:
                    found.append(stretch)
        place = index.text.find(words, place + 1)  # type: ignore[arg-type]
    return found


def _at_word_edges(index: Index, start: int, end: int) -> bool:
    """Whether a Latin word is not cut in the middle."""
    for place, before in ((start, start - 1), (end, end - 1)):
        if 0 < place < len(index.text) and _latin(index.text[place]) and _latin(index.text[before]) and index.places[place] == index.places[before] + 1:
            return False
    return True


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _backward(segment, anchor: int, place: int, quote: Quote, index: Index):
    filled = []
    for element in reversed(segment[:anchor]):
        words = quote.slots[element].words
        if words:
            if not index.text.startswith(words, place - len(words)):
                return None
            filled.append((element, None, place - len(words), place))
            place -= len(words)
            continue
        figure = index.by_end.get(place)
        if figure is None or not fits(quote.slots[element], figure):
            return None
        start = index.place_of(figure)
        filled.append((element, figure, start, place))
        place = start
    return place, tuple(filled)


def _forward(segment, position: int, place: int, start: int, filled, quote: Quote, index: Index) -> _Stretch | None:
    for element in segment[position:]:
        if isinstance(element, str):
            if not index.text.startswith(element, place):
                return None
            place += len(element)
            continue
        slot = quote.slots[element]
        if slot.figure is None:
            if not index.text.startswith(slot.words, place):
                return None
            filled = (*filled, (element, None, place, place + len(slot.words)))
            place += len(slot.words)
            continue
        figure = index.by_start.get(place)
        if figure is None or not fits(slot, figure):
            return None
        end = index.place_after(figure)
        filled = (*filled, (element, figure, place, end))
        place = end
    return _Stretch(start, place, filled)


def word_pairs(quote: Quote) -> frozenset[str]:
    """The neighbouring characters of a quote's words."""
    words = [element for segment in quote.segments for element in segment if isinstance(element, str)] + [slot.words for slot in quote.slots]
    return frozenset(word[i : i + 2] for word in words for i in range(len(word) - 1))


def shared_pairs(pairs: frozenset[str], words: str) -> int:
    """How many of `pairs` stand in `words`."""
    return sum(pair in words for pair in pairs)


def nearest(quote: Quote, index: Index, limit: int = 3) -> tuple[Span, ...]:
    """The sentences that share most of the quote's words, best first."""
    pairs = word_pairs(quote)
    scored: list[tuple[int, int, Span]] = []
    for span in index.document.sentences:
        score = shared_pairs(pairs, compact(index.document.text[span.start : span.end]))
        if score * 3 >= len(pairs) > 0:
            scored.append((-score, span.start, span))
    return tuple(span for _, _, span in sorted(scored)[:limit])


__all__ = ["GAP", "SKIP", "Index", "Match", "Quote", "QuoteError", "Slot", "compact", "fits", "match", "nearest", "parse", "shared_pairs", "word_pairs"]
