"""A plan on a document: every quote looked up, every named figure read where it stands now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .checks import Check, Reading
from .claimsfile import Claim, Text
from .document import Document, Location, Span
from .expression import UnitError, names
from .figures import Figure
from .plan import Plan, Source, attested_quantity, slot_quantity
from .quotes import SKIP, Index, Match, Quote, Slot, compact, fits, match, shared_pairs, word_pairs


class Placement(NamedTuple):
    """Where a quote stands in the report.

    `disagree` if its places differ in a figure; `reworded` if the words no longer fit, but all its attested figures still stand together in one sentence.
    """

    matches: tuple[Match, ...] = ()
    disagree: bool = False
    reworded: bool = False

    @property
    def bound(self) -> tuple[Match, ...]:
        return () if self.disagree else self.matches


class Binding(NamedTuple):
    """`placements` has for each quote (by identity) its places; without a report there are none."""

    plan: Plan
    document: Document | None
    index: Index | None
    readings: dict[str, Reading]
    placements: dict[int, Placement]

    def placement(self, quote: Quote) -> Placement:
        return self.placements.get(id(quote), Placement())


def attested_binding(ready: Plan) -> Binding:
    """The plan on its own attested values, without a report."""
    readings = {}
    for key, source in ready.sources.items():
        quantity = attested_quantity(source)
        readings[key] = Reading(key, quantity, source.slot.text, source.slot.figure, (), quantity, source.slot.text, False)
    return Binding(ready, None, None, _joined(ready, readings), {})


def bind(ready: Plan, document: Document, index: Index | None = None) -> Binding:
    """Every quote looked up in the report, every named figure read there; `index` is that of the document, if it is there already."""
    index = index or Index(document)
    placements: dict[int, Placement] = {}
    quotes = ready.quotes
    for quote in quotes:
        found = match(quote, index)
        placements[id(quote)] = Placement(found, not _agree(quote, found))
    for quote in quotes:
        if not placements[id(quote)].matches and (other := _in_percent(quote)) and (found := match(other, index)):
            placements[id(quote)] = Placement(found, not _agree(quote, found))
    missing = [quote for quote in quotes if not placements[id(quote)].matches]
    if missing:
        taken = {f.start for p in placements.values() for place in p.bound for f in place.figures if f}
        for quote in missing:
            if moved := _reworded(quote, index, taken):
                placements[id(quote)] = Placement((moved,), reworded=True)
    readings = {key: _reading(source, placements[id(source.quote)].bound, document) for key, source in ready.sources.items()}
    return Binding(ready, document, index, _joined(ready, readings), placements)


def check(binding: Binding, claim: Claim) -> Check:
    """The claim with all its figures in hand."""
    plan = binding.plan
    own = tuple(key for key, source in plan.sources.items() if source.owner == claim.id)
    operands = plan.operands[claim.id]
    used = dict.fromkeys([*own, *(key for _, tree in operands for key in names(tree))])
    readings = {key: binding.readings[key] for key in used}
    return Check(claim.id, claim.rule, plan.relations[claim.id], operands, readings, own, in_file(plan, claim.place), binding.document,
                 claim.level, claim.known, plan.claims_file.attested)


def in_file(plan: Plan, place: Text) -> Location:
    """A place in the claims file."""
    return Location(plan.claims_file.path, place.line, place.column, Span(0, len(place.text)), place.text)


def _agree(quote: Quote, found: Iterable[Match]) -> bool:
    said = set()
    for place in found:
        said.add(tuple((f.value, f.unit, f.hedge_kind) if f and slot.name != SKIP else None for f, slot in zip(place.figures, quote.slots)))
    return len(said) <= 1


def _reworded(quote: Quote, index: Index, taken: set[int]) -> Match | None:
    """The one sentence that holds all attested figures of the quote, at least one of them bound by no other quote.

    One figure alone is known again by words around it, or by three digits that stand only once. A figure that another quote binds is
    not taken for this one's while the sentence holds a figure nothing binds: that is the one which was edited.
    """
    first = next((slot for slot in quote.slots if slot.figure and slot.name != SKIP), None)
    if first is None:
        return None
    pairs = word_pairs(quote)
    best: list[tuple[int, Match]] = []
    for sentence in dict.fromkeys(index.document.sentence_at(f.start) for f in index.figures if _attested_again(first, f)):
        within = sorted(index.figures_in(sentence), key=lambda f: f.start in taken)
        found = _together(quote, within)
        if found is None or all(f.start in taken for f in found if f):
            continue
        loose = {f.start for f in within} - taken - {f.start for f in found if f}
        if loose and any(f.start in taken for f in found if f):
            continue
        words = compact(index.document.text[sentence.start : sentence.end])
        if any(slot.words and slot.words not in words for slot in quote.slots):
            continue
        shared = shared_pairs(pairs, words)
        spans = tuple(f.span if f else Span(sentence.start, sentence.start) for f in found)
        marked = [f for f in found if f]
        distinctive = len([c for c in marked[0].text if c.isdigit()]) >= 3
        if len(marked) > 1 or shared * 3 >= len(pairs) > 0 or distinctive:
            start, end = min(f.span.start for f in marked), max(f.span.end for f in marked)
            best.append((shared, Match(start, end, found, spans, ())))
    best.sort(key=lambda item: -item[0])
    if not best or len(best) > 1 and best[0][0] == best[1][0]:
        return None
    return best[0][1]


def _in_percent(quote: Quote) -> Quote | None:
    """The quote with percent where it has percentage points and the other way round, None if it has neither: 提高2.3% for 提高2.3个百分点 is a mistake in the same sentence."""
    other = {"points": ("share", ""), "share": ("points", "pp")}
    points = any(slot.figure and slot.figure.kind == "points" for slot in quote.slots)
    slots = []
    for slot in quote.slots:
        kind = slot.figure.kind if slot.figure else ""
        turned = kind == "points" or kind == "share" and not points and slot is quote.slots[-1]
        slots.append(slot._replace(figure=slot.figure._replace(kind=other[kind][0], unit=other[kind][1])) if turned and slot.figure else slot)
    return quote._replace(slots=tuple(slots)) if tuple(slots) != quote.slots else None


def _together(quote: Quote, within: Iterable[Figure]) -> tuple[Figure | None, ...] | None:
    """For each slot a figure of its own that says what is attested; None for words and for slots that are stepped over."""
    free, found = list(within), []
    for slot in quote.slots:
        if slot.figure is None or slot.name == SKIP:
            found.append(None)
            continue
        figure = next((f for f in free if _attested_again(slot, f)), None)
        if figure is None:
            return None
        free.remove(figure)
        found.append(figure)
    return tuple(found)


def _attested_again(slot: Slot, figure: Figure) -> bool:
    return fits(slot, figure) and _says_the_same(figure, slot, slot_quantity(slot.figure, slot, False))  # type: ignore[arg-type]


def _says_the_same(figure: Figure, slot: Slot, attested) -> bool:
    assert slot.figure is not None
    try:
        same = slot_quantity(figure, slot, False).into(attested.unit).value == attested.value
    except UnitError:
        return False
    return same and figure.hedge_kind == slot.figure.hedge_kind


def _reading(source: Source, found: tuple[Match, ...], document: Document) -> Reading:
    slot, attested = source.slot, attested_quantity(source)
    if not found:
        return Reading(source.key, None, slot.text, None, (), attested, slot.text, False)
    spans = tuple(place.spans[source.slot_number] for place in found)
    figure = found[0].figures[source.slot_number]
    if figure is None:
        return Reading(source.key, attested, slot.text, None, spans, attested, slot.text, False)
    text = document.text[spans[0].start : spans[0].end]
    quantity = slot_quantity(figure, slot, source.signed)
    changed = not _says_the_same(figure, slot, slot_quantity(slot.figure, slot, False))  # type: ignore[arg-type]
    if not changed and (quantity.value < 0) == (attested.value < 0):
        # 1078000万元 for 107.8亿元 says no more than was attested: the interval stays that of the attested print.
        quantity = attested
    return Reading(source.key, quantity, text, figure, spans, attested, slot.text, changed)


def _joined(ready: Plan, readings: dict[str, Reading]) -> dict[str, Reading]:
    """Adds each entry under its id: its first bound mention, at all its places."""
    joined = dict(readings)
    for entry_id, keys in ready.mentions.items():
        if entry_id in readings:
            continue
        bound = [readings[key] for key in keys if readings[key].quantity is not None]
        first = (bound or [readings[keys[0]]])[0]
        joined[entry_id] = first._replace(key=entry_id, spans=tuple(span for reading in bound for span in reading.spans), changed=any(r.changed for r in bound))
    return joined
