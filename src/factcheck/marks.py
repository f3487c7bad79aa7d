"""How every figure of a report stands: the verdict told at its place, or what holds it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .document import Document, Location, Span
from .figures import figures
from .findings import Finding
from .outcome import Outcome, held

# Worst first. `involved` is an operand of a mismatch told elsewhere, `known` a mismatch somebody has accepted.
STATES = ("mismatch", "changed", "involved", "known", "undecided", "rounding", "consistent", "recorded", "unchecked")


class Mark(NamedTuple):
    """A place of a report and how it stands: one of STATES.

    `here` are the findings told at this place, `used` those that have it as an operand: positions in the list they came from, in its order.
    `attested` is what the claims file holds where the figure no longer says so.
    """

    span: Span
    state: str
    here: tuple[int, ...] = ()
    used: tuple[int, ...] = ()
    attested: str = ""


class _Seen(NamedTuple):
    """What is known of a place so far; the lower `order` decides the state."""

    order: int
    state: str
    here: frozenset[int] = frozenset()
    used: frozenset[int] = frozenset()
    attested: str = ""

    def joined(self, other: _Seen) -> _Seen:
        first = min(self, other, key=lambda seen: seen.order)
        return first._replace(here=self.here | other.here, used=self.used | other.used, attested=self.attested or other.attested)


def marks(outcome: Outcome, document: Document, findings: Sequence[Finding]) -> tuple[Mark, ...]:
    """The places of `document` that findings speak of and all its other figures, in the order of the text; none overlap.

    `findings` are those of this report, in any order.
    """
    places: dict[Span, _Seen] = {}

    def add(span: Span, seen: _Seen) -> None:
        if span.end > span.start:
            places[span] = places[span].joined(seen) if span in places else seen

    def here(place: Location) -> bool:
        return place.path == document.path

    for number, finding in enumerate(findings):
        state = _state(finding)
        if here(finding.location):
            add(finding.location.span, _told(state)._replace(here=frozenset((number,))))
        for role, place in finding.related:
            if here(place) and role != "nearest":
                add(place.span, _operand(state)._replace(used=frozenset((number,))))
    for binding in outcome.bindings:
        if binding.document and binding.document.path == document.path and binding.index is not None:
            for key in binding.plan.sources:
                reading = binding.readings[key]
                if reading.changed and binding.plan.claims_file.attested:
                    add(reading.spans[0], _told("changed")._replace(attested=reading.attested_text))
                # A sentence that stands twice has its figures marked twice.
                for span in reading.spans[1:] if reading.spans and reading.spans[0] in places else ():
                    add(span, places[reading.spans[0]])
            starts = frozenset().union(*held(binding))
            for figure in binding.index.figures:
                if figure.start in starts:
                    add(figure.span, _told("recorded"))
    for place in outcome.coverage.uncovered_at:
        if here(place):
            add(place.span, _told("unchecked"))
    for figure in figures(document) if outcome.scanned else ():
        add(figure.span, _told("unchecked"))
    return _apart(places)


def _state(finding: Finding) -> str:
    if finding.known:
        return "known"
    if finding.verdict == "consistent" and finding.rule == "recorded":
        return "recorded"
    return {"reworded": "consistent", "unbound": "undecided"}.get(finding.verdict, finding.verdict)


def _told(state: str) -> _Seen:
    return _Seen(2 * STATES.index(state), state)


def _operand(state: str) -> _Seen:
    """A figure that is right in one sum is not put in doubt by an accepted or undecided one elsewhere."""
    if state in ("known", "undecided"):
        return _Seen(2 * STATES.index("consistent") + 1, state)
    return _told("involved" if state == "mismatch" else "consistent")


def _apart(places: dict[Span, _Seen]) -> tuple[Mark, ...]:
    """Marks in the order of the text; overlapping ones become one."""
    found: list[tuple[Span, _Seen]] = []
    for span in sorted(places):
        seen = places[span]
        if found and span.start < found[-1][0].end:
            last, other = found.pop()
            span, seen = Span(last.start, max(last.end, span.end)), other.joined(seen)
        found.append((span, seen))
    return tuple(Mark(span, seen.state, tuple(sorted(seen.here)), tuple(sorted(seen.used - seen.here)), seen.attested) for span, seen in found)
