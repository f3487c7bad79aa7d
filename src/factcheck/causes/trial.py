"""A trial: what the checks come to if a figure said something else, read by the reader that read the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..checks import Check, Reading, agree, misdirected, verdict_of
from ..document import Document, Span
from ..expression import Quantity, Undecided, UnitError
from ..figures import Figure, figures
from ..units import parse_unit

# How much of a sentence around a figure is read again.
BEFORE, AFTER = 160, 60

# A figure as a thing of its own: where it stands, whatever the claims call it.
Spot = tuple[int, int]


class Change(NamedTuple):
    """The characters of `span` become `text`; the figure at `spot` then reads as `figure`. `flipped` if the verb before it goes the other way."""

    spot: Spot
    span: Span
    text: str
    figure: Figure
    flipped: bool = False


class Case(NamedTuple):
    """A check under trial: the spots of its readings by name, and its verdict as the report stands."""

    check: Check
    spots: Mapping[str, Spot]
    values: Mapping[str, Quantity]
    verdict: str


def case(check: Check, known: str = "") -> Case | None:
    """The check as the report stands, its verdict worked out unless it is known; None where a figure it needs was not found."""
    values: dict[str, Quantity] = {}
    spots: dict[str, Spot] = {}
    for key in check.needed:
        reading = check.readings[key]
        if reading.quantity is None:
            return None
        values[key] = reading.quantity
        if reading.figure is not None:
            spots[key] = (id(check.document), reading.figure.start) if check.document else (hash(key), reading.figure.start)
    return Case(check, spots, values, known or verdict(check, values))


def verdict(check: Check, values: Mapping[str, Quantity], directions: Mapping[str, int] | None = None) -> str:
    """The worst of its relations, a verb that points the wrong way among them; undecided if they say nothing."""
    worst = "consistent"
    try:
        for relation in check.relations:
            if check.mentions and not agree(values[relation.left.args[0]], values[relation.right.args[0]]):
                return "mismatch"
            found = verdict_of(relation, values)
            if found == "mismatch":
                return found
            if found == "rounding":
                worst = found
        return "mismatch" if misdirected(check, values, directions or {}) else worst
    except (Undecided, UnitError, ZeroDivisionError, OverflowError):
        return "undecided"


def under(case: Case, changes: Sequence[Change]) -> str:
    """The verdict of a case with these changes made."""
    by_spot = {change.spot: change for change in changes}
    values, directions = dict(case.values), {}
    for key, spot in case.spots.items():
        if change := by_spot.get(spot):
            values[key] = requantified(case.check, case.check.readings[key], change)
            if change.flipped:
                directions[key] = change.figure.direction
    return verdict(case.check, values, directions)


def requantified(check: Check, reading: Reading, change: Change) -> Quantity:
    """What a reading says once its figure is another: the same value path as that of the report, with the unit and precision its quote adds."""
    old, new, quantity = reading.figure, change.figure, reading.quantity
    assert old is not None and quantity is not None
    own = parse_unit(old.unit)
    unit = quantity.unit if new.unit == old.unit or quantity.unit != own and old.unit == "" else parse_unit(new.unit)
    value, low, high = new.value, new.low, new.high
    if reading.text == reading.attested_text and new.resolution == old.resolution and not new.hedge and (quantity.low is not old.low or quantity.high is not old.high) and _width(quantity) != _width(old):
        half = (quantity.high - quantity.low) / 2 if quantity.low is not None and quantity.high is not None else new.resolution / 2
        low, high = value - half, value + half
    negative = quantity.value < 0 < old.value
    if change.flipped:
        negative = not negative if _signed(check, reading) else negative
    if negative and value > 0:
        value, low, high = -value, None if high is None else -high, None if low is None else -low
    return Quantity(value, low, high, unit)


def _width(bounds) -> object:
    return None if bounds.low is None or bounds.high is None else bounds.high - bounds.low


def _signed(check: Check, reading: Reading) -> bool:
    """Whether the verb before it is part of its value."""
    assert reading.figure is not None and reading.quantity is not None
    if reading.quantity.value < 0 < reading.figure.value:
        return True
    return any(role == check.rule.signed and tree.op == "name" and tree.args[0] == reading.key for role, tree in check.operands)


def context(check: Check, figure: Figure) -> Span:
    """The part of the document that is read again around a figure."""
    document = check.document
    if document is None:
        return Span(figure.start, figure.end)
    sentence = document.sentence_at(figure.start)
    return Span(max(sentence.start, figure.start - BEFORE), min(max(sentence.end, figure.end), figure.end + AFTER))


def reread(check: Check, figure: Figure, span: Span, text: str) -> Figure | None:
    """The figure at the place of `figure` once the characters of `span` are `text`; None if there is none, or it goes on beyond its place."""
    document = check.document
    if document is None:
        words, offset = figure.text[: span.start - figure.start] + text + figure.text[span.end - figure.start :], figure.start
    else:
        around = context(check, figure)
        start = min(around.start, span.start)
        words, offset = document.text[start : span.start] + text + document.text[span.end : around.end], start
    moved = len(text) - (span.end - span.start) if span.end <= figure.start else 0
    at = figure.start - offset + moved
    end = figure.end - offset + len(text) - (span.end - span.start)
    for found in figures(Document("", words, check.chinese)):
        if found.start <= at < found.end:
            if found.start != at or found.end != end:
                return None
            return found._replace(start=figure.start, end=figure.end + len(text) - (span.end - span.start))
    return None


def reads_alone(check: Check, figure: Figure) -> bool:
    """Whether its context alone reads as the figure does; a scan may have read more from words further away."""
    found = reread(check, figure, Span(figure.start, figure.end), figure.text)
    return found is not None and (found.value, found.unit, found.low, found.high) == (figure.value, figure.unit, figure.low, figure.high)
