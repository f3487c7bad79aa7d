"""The checks of a run together, and what one figure would have to say for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from ..checks import Check, same_unit, verdict_of
from ..document import Span
from ..expression import Quantity, Relation, Undecided, UnitError, evaluate, names, solve
from ..figures import Figure, figures
from .cause import ROUNDING
from .prints import Reprint
from .trial import Case, Change, Spot, reads_alone, reread, under

FAILS = (Undecided, UnitError, ZeroDivisionError, OverflowError)
# How far beyond its value a hedged figure may reach: over 5 million is not said of 20.
MARGINS = {"over": (Fraction(1, 2), 1), "at_least": (Fraction(1, 2), 1), "some_over": (Fraction(1, 2), 1), "under": (1, Fraction(3, 2)), "at_most": (1, Fraction(3, 2)),
           "about": (Fraction(9, 10), Fraction(11, 10)), "nearly": (1, Fraction(9, 8))}

# Between which values a figure must lie, and the value wanted.
Window = tuple[Fraction | None, Fraction | None, Fraction | None]


class Run:
    """All checks of a run, with what is looked up more than once: who uses a figure, how it could be printed, the figures of each report."""

    def __init__(self, cases: Sequence[Case | None]):
        self.cases = cases
        self.uses: dict[Spot, list[int]] = {}
        self.figures: dict[Spot, tuple[Figure, int, str]] = {}
        for number, case in enumerate(cases):
            for key, spot in case.spots.items() if case else ():
                if number not in self.uses.setdefault(spot, []):
                    self.uses[spot].append(number)
                self.figures.setdefault(spot, (case.check.readings[key].figure, number, key))  # type: ignore[union-attr,arg-type]
        self.prints: dict[Spot, tuple[Reprint, ...]] = {}
        self.alone: dict[Spot, bool] = {}
        self.standing: dict[int, dict[str, list[Figure]]] = {}
        self.windows: dict[tuple[int, Spot], Window | None] = {}
        self.sentences: dict[object, list[Spot]] = {}
        for spot, (_, number, _) in self.figures.items():
            if document := cases[number].check.document:  # type: ignore[union-attr]
                self.sentences.setdefault((spot[0], document.sentence_at(spot[1])), []).append(spot)

    def mismatches(self) -> list[int]:
        return [n for n, case in enumerate(self.cases) if case and case.verdict == "mismatch"]

    def window(self, number: int, spot: Spot) -> Window | None:
        if (number, spot) not in self.windows:
            self.windows[number, spot] = window(self.cases[number], spot)  # type: ignore[arg-type]
        return self.windows[number, spot]

    def effect(self, changes: Sequence[Change], first: int | None = None) -> tuple[frozenset[int], Fraction] | None:
        """The cases these changes mend, and how well; None if they break one that holds, or leave the `first` as it is."""
        fixed, factor = [], Fraction(1)
        found: dict[int, str] = {}
        if first is not None:
            found[first] = self._after(first, changes)
            if found[first] not in ("consistent", "rounding"):
                return None
        for number in dict.fromkeys(n for change in changes for n in self.uses[change.spot]):
            case = self.cases[number]
            assert case is not None
            after = found.get(number) or self._after(number, changes)
            if after in ("mismatch", "undecided"):
                if case.verdict in ("consistent", "rounding"):
                    return None
                continue
            if after == "rounding" and case.verdict != "rounding":
                factor = min(factor, ROUNDING)
            if case.verdict == "mismatch":
                fixed.append(number)
        return (frozenset(fixed), factor) if fixed else None

    def _after(self, number: int, changes: Sequence[Change]) -> str:
        case = self.cases[number]
        assert case is not None
        return under(case, changes)

    def change(self, spot: Spot, text: str, span: Span | None = None) -> Change | None:
        """`text` in the place of a figure, or of the characters of `span` before it, read as the report is; None if it reads as no such figure."""
        figure, number, _ = self.figures[spot]
        check = self.cases[number].check  # type: ignore[union-attr]
        place = span or Span(figure.start, figure.end)
        if not text and span is None or spot not in self.alone and not self.alone.setdefault(spot, reads_alone(check, figure)):
            return None
        if not self.alone[spot]:
            return None
        read = reread(check, figure, place, text)
        if read is None or read.hedge_kind != figure.hedge_kind:
            return None
        flipped = span is not None
        return Change(spot, place, text, read if flipped else read._replace(direction=figure.direction), flipped)

    def around(self, check: Check) -> dict[str, list[Figure]]:
        """The figures of a check's report by what they measure, each list by value."""
        document = check.document
        if document is None:
            return {}
        if id(document) not in self.standing:
            grouped: dict[str, list[Figure]] = {}
            for figure in figures(document):
                grouped.setdefault(measured(figure), []).append(figure)
            self.standing[id(document)] = {unit: sorted(found, key=lambda f: f.value) for unit, found in grouped.items()}
        return self.standing[id(document)]


def measured(figure: Figure) -> str:
    return f"{figure.kind} {figure.unit}"


def window(case: Case, spot: Spot) -> Window | None:
    """Between which values the figure at `spot` must lie for its failing relations, and the value wanted, in the figure's own unit and sign; None if no one can say."""
    keys = [key for key, other in case.spots.items() if other == spot]
    figure = case.check.readings[keys[0]].figure
    assert figure is not None
    low = high = wanted = None
    for relation in case.check.relations:
        inside = [key for key in keys if key in [*names(relation.left), *names(relation.right)]]
        try:
            if verdict_of(relation, case.values) != "mismatch":
                continue
            if len(inside) != 1 or (tree := solve(relation, inside[0])) is None:
                return None
            own = case.values[inside[0]]
            target = evaluate(tree, aligned(relation, case.values)).into(own.unit) if inside[0] not in names(relation.left) else in_unit(own, evaluate(tree, case.values))
        except FAILS:
            return None
        if relation.op != "=":
            target = target._replace(high=None) if target.value > own.value else target._replace(low=None)
        if own.value < 0 < figure.value:
            target = Quantity(-target.value, *(None if x is None else -x for x in (target.high, target.low)), target.unit)
        if target.low is not None:
            low = target.low if low is None else max(low, target.low)
        if target.high is not None:
            high = target.high if high is None else min(high, target.high)
        wanted = target.value if wanted is None else wanted
    return low, high, wanted


def within(value: Fraction, step: Fraction, figure: Figure, bounds) -> bool:
    low, high = bounds[:2]
    half = abs(step) / 2
    down, up = MARGINS.get(figure.hedge_kind, (1, 1))
    if low is not None and value + half < (low * down if low > 0 else low):
        return False
    return high is None or value - half <= (high * up if high > 0 else high)


def in_unit(own: Quantity, other: Quantity) -> Quantity:
    """Another quantity in the unit of `own`, which may leave out what is counted."""
    return same_unit(own, other)[1]


def aligned(relation: Relation, values: Mapping[str, Quantity]) -> Mapping[str, Quantity]:
    """The values, the stated one in the unit that its sum comes to: 7064元/人 where the report prints 7064元."""
    if relation.left.op != "name":
        return values
    key = relation.left.args[0]
    full, own = evaluate(relation.right, values), values[key]
    if full.unit == own.unit or not full.value:
        return values
    factor = full.value / in_unit(own, full).value
    return {**values, key: Quantity(own.value * factor, *(None if x is None else x * factor for x in own[1:3]), full.unit)}
