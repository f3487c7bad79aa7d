"""Where a quote stands in a document.

Matching is linear: each stretch between two gaps is found once in the whole text, and the stretches are joined by position.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from ..document import Document, Span
from ..figures import Figure, figures
from ..units import UnitError
from .grammar import Quote, Slot, compact, single_dash


class Match(NamedTuple):
    """One place where a quote stands: for each slot its figure, or the span of its words."""

    start: int
    end: int
    figures: tuple[Figure | None, ...]
    spans: tuple[Span, ...]
    stretches: tuple[Span, ...]


class Index:
    """What quotes look up in one document, worked out once."""

    def __init__(self, document: Document):
        self.document = document
        self.figures = figures(document)
        folded = document.folded
        self.places = [i for i, char in enumerate(folded) if not char.isspace()]
        self.text = single_dash("".join([folded[i] for i in self.places]))
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
            if position < len(candidates) and candidates[position].end <= index.sentence_end(chain[-1].end - 1):
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

