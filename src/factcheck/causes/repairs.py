"""Every repair of the mismatches of a run: each hypothesis, tested on all the checks that use the figure it changes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor

from .. import lang as languages
from ..checks import Check, same_unit, verdict_of
from ..document import Span
from ..expression import Quantity, Relation, Undecided, UnitError, evaluate, names, solve
from ..figures import Figure, figures, printed_interval
from .cause import ROUNDING, Repair
from .methods import methods, pair, points_for_percent, stated
from .prints import Reprint, numeral_of, printed, rendered, reprints
from .trial import Case, Change, Spot, reads_alone, requantified, reread, under

FAILS = (Undecided, UnitError, ZeroDivisionError, OverflowError)
# The most prints of one kind and figure that are tried on a check whose solution is known (else four times as many), the most figures that are exchanged in pairs, and of those that could stand in for one.
TRIED, PAIRED, NEAREST = 6, 12, 8
_MARGIN = {"over": (Fraction(1, 2), 1), "at_least": (Fraction(1, 2), 1), "some_over": (Fraction(1, 2), 1), "under": (1, Fraction(3, 2)), "at_most": (1, Fraction(3, 2)),
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
        if first is not None and (after := self._after(first, changes)) not in ("consistent", "rounding"):
            return None
        for number in dict.fromkeys(n for change in changes for n in self.uses[change.spot]):
            case = self.cases[number]
            assert case is not None
            after = self._after(number, changes)
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
                grouped.setdefault(_measured(figure), []).append(figure)
            self.standing[id(document)] = {unit: sorted(found, key=lambda f: f.value) for unit, found in grouped.items()}
        return self.standing[id(document)]


def _measured(figure: Figure) -> str:
    return f"{figure.kind} {figure.unit}"


def repairs(run: Run, only: Iterable[int] | None = None) -> list[Repair]:
    """Every repair of the mismatches; none breaks a check that holds."""
    found: list[Repair] = []
    wrong = list(only if only is not None else run.mismatches())
    wrong_set = frozenset(wrong)
    for spot in dict.fromkeys(spot for n in wrong for spot in run.cases[n].spots.values()):  # type: ignore[union-attr]
        found += _restored(run, spot)
        users = [n for n in run.uses[spot] if n in wrong_set]
        found += _reprinted(run, spot, users)
        if len(users) > 1:
            found += _solved(run, spot, users)
    for number in wrong:
        found += _recalculated(run, number)
        found += _redirected(run, number)
        found += _levels(run, number)
        found += _stale(run, number)
        found += _swapped(run, number)
    return found


# Attested before


def _restored(run: Run, spot: Spot) -> Iterator[Repair]:
    """The text that was attested before the figure was edited."""
    figure, number, key = run.figures[spot]
    check = run.cases[number].check  # type: ignore[union-attr]
    reading = check.readings[key]
    if not (check.attested and reading.changed):
        return
    tail = figure.text[max(figure.number_end - figure.start, 0) :]
    attested = reading.attested_text
    for text in dict.fromkeys((attested, attested.replace(figure.hedge, "", 1) if figure.hedge else attested, attested + tail)):
        change = run.change(spot, text)
        if change and requantified(check, reading, change).value == reading.attested.value:
            if effect := run.effect((change,)):
                yield Repair("edited", (change,), Fraction(1), effect[0])
            return


# Slips of the hand


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


def _reprinted(run: Run, spot: Spot, wrong: list[int]) -> Iterator[Repair]:
    """The prints of one figure that mend a check, the likeliest of each kind; their shares are taken together."""
    figure, number, _ = run.figures[spot]
    check = run.cases[number].check  # type: ignore[union-attr]
    if spot not in run.prints:
        run.prints[spot] = reprints(figure, check.chinese)
    numeral = numeral_of(figure, check.chinese)
    groups: dict[tuple[str, frozenset[int]], list[tuple[bool, Fraction, Fraction, Change]]] = {}
    seen: set[str] = set()
    for first in wrong:
        case = run.cases[first]
        assert case is not None
        bounds = run.window(first, spot)
        near = []
        limits: dict[tuple[int, Fraction], tuple[int | None, int | None]] = {}
        for reprint in run.prints[spot]:
            change = None
            if numeral is None:
                if (change := run.change(spot, reprint.text)) is None:
                    continue
                value = change.figure.value
            else:
                steps = int(reprint.digits)
                if bounds:
                    if (mark := (reprint.decimals, reprint.factor)) not in limits:
                        limits[mark] = _limits(numeral.scale * reprint.factor / 10**reprint.decimals, figure, bounds)
                    least, most = limits[mark]
                    if least is not None and steps < least or most is not None and steps > most:
                        continue
                value = steps * numeral.scale * reprint.factor / 10**reprint.decimals
                value = -value if figure.value < 0 else value
            distance = abs(value - bounds[2]) if bounds and bounds[2] is not None else Fraction(0)
            near.append((distance, reprint, value, change))
        near.sort(key=lambda item: item[0])
        alike = Counter(reprint.kind for _, reprint, _, _ in near)
        tried: dict[str, int] = {}
        most_tried = TRIED if bounds else 4 * TRIED
        for distance, reprint, value, change in near:
            tried[reprint.kind] = tried.get(reprint.kind, 0) + 1
            text = reprint.text or rendered(figure, numeral, reprint.digits, reprint.decimals)  # type: ignore[arg-type]
            if tried[reprint.kind] > most_tried or text == figure.text or (print_mark := f"{reprint.kind} {text}") in seen:
                continue
            change = change or _quickly(figure, spot, text, value, reprint, numeral)
            effect = run.effect((change,), first)
            if effect:
                seen.add(print_mark)
                least, most = limits.get((reprint.decimals, reprint.factor), (None, None))
                fitting = max(most - least + 1, 1) if least is not None and most is not None else 1
                share = reprint.share * effect[1] / fitting * Fraction(max(alike[reprint.kind], 1), min(max(alike[reprint.kind], 1), most_tried))
                if numeral and reprint.decimals != numeral.decimals:
                    share *= _as_fine(run, check, figure, numeral.decimals, reprint.decimals)
                groups.setdefault((reprint.kind, effect[0]), []).append((effect[1] == 1, distance, share, change))
    spots = max(len(set(run.cases[n].spots.values())) for n in wrong) if wrong else 1  # type: ignore[union-attr]
    for (kind, fixed), prints in groups.items():
        prints.sort(key=lambda item: (not item[0], item[1]))
        for _, _, _, change in prints[:3]:
            exact = change if numeral is None else run.change(spot, change.text)
            if exact and (effect := run.effect((exact,))) and effect[0] >= fixed:
                share = sum((p[2] for p in prints), Fraction(0)) / spots
                if kind == "scale":
                    share *= _usual(run, check, figure, exact.figure)
                yield Repair(kind, (exact,), share, fixed, several=len(prints) > 1)
                break


def _inside(value: Fraction, step: Fraction, figure: Figure, bounds) -> bool:
    low, high = bounds[:2]
    half = abs(step) / 2
    down, up = _MARGIN.get(figure.hedge_kind, (1, 1))
    if low is not None and value + half < (low * down if low > 0 else low):
        return False
    return high is None or value - half <= (high * up if high > 0 else high)


def _as_fine(run: Run, check: Check, figure: Figure, before: int, after: int) -> Fraction:
    """How well the decimals of a repaired figure go with those of the figures of its kind around it."""
    peers = [f for key in check.needed if (f := check.readings[key].figure) and f.start != figure.start and _measured(f) == _measured(figure)]
    if not peers:
        family = [f for f in run.around(check).get(_measured(figure), ())[:2000] if f.start != figure.start]
        peers = sorted(family, key=lambda f: abs(f.start - figure.start))[:2]
    decimals = [n.decimals for f in peers if (n := numeral_of(f, check.chinese))]
    if after in decimals:
        return Fraction(1) if before in decimals else Fraction(2)
    return Fraction(1, 4) if before in decimals else Fraction(1)


def _usual(run: Run, check: Check, figure: Figure, repaired: Figure) -> Fraction:
    """How well the size of a repaired figure goes with the nearest others of its kind that the check does not use."""
    used = {f.start for key in check.needed if (f := check.readings[key].figure)}
    others = [f for f in run.around(check).get(_measured(figure), ())[:2000] if f.start not in used and f.value]
    if not others or not repaired.value or not figure.value:
        return Fraction(1)
    near = min(others, key=lambda f: abs(f.start - figure.start))
    before, after = (max(abs(f.value / near.value), abs(near.value / f.value)) for f in (figure, repaired))
    return Fraction(3) if after < before else Fraction(1, 3)


def _limits(step: Fraction, figure: Figure, bounds) -> tuple[int | None, int | None]:
    """The fewest and the most steps of its last digit that a figure may print."""
    low, high = bounds[:2] if figure.value >= 0 else (None if x is None else -x for x in (bounds[1], bounds[0]))
    down, up = _MARGIN.get(figure.hedge_kind, (1, 1))
    least = None if low is None else ceil((low * down if low > 0 else low) / step - Fraction(1, 2))
    most = None if high is None else floor((high * up if high > 0 else high) / step + Fraction(1, 2))
    return least, most


def _quickly(figure: Figure, spot: Spot, text: str, value: Fraction, reprint: Reprint, numeral) -> Change:
    """The figure as arithmetic has it; the reader is asked for those that are shown."""
    step = numeral.scale * reprint.factor / 10**reprint.decimals
    exact = not figure.resolution and reprint.factor == 1 and reprint.decimals == 0
    resolution = Fraction(0) if exact else step
    low, high = printed_interval(value, resolution, figure.hedge_kind, value.denominator == 1)
    read = figure._replace(text=text, value=value, resolution=resolution, low=low, high=high)
    return Change(spot, Span(figure.start, figure.end), text, read)


def _solved(run: Run, spot: Spot, wrong: list[int]) -> Iterator[Repair]:
    """The value that several checks want of a figure they share, where no slip leads to it."""
    found = [bounds for n in wrong if (bounds := run.window(n, spot)) and bounds[2] is not None]
    lows, highs = [b[0] for b in found if b[0] is not None], [b[1] for b in found if b[1] is not None]
    if len(found) < len(wrong) or not lows or not highs:
        return
    this = run.cases[wrong[0]]
    assert this is not None
    key = next(key for key, other in this.spots.items() if other == spot)
    figure = run.figures[spot][0]
    sign = -1 if this.values[key].value < 0 < figure.value else 1
    for value in dict.fromkeys(((max(lows) + min(highs)) / 2, *(b[2] for b in found))):
        repaired = _valued(run, wrong[0], key, sign * value)  # type: ignore[operator]
        if repaired and repaired[1] >= set(wrong):
            digits = sum(c.isdigit() for c in figure.text)
            yield Repair("recomputed", (repaired[0],), Fraction(1, 10 ** min(digits, 6)) + Fraction(1, 1000), repaired[1])
            return


# Slips of calculation


def _to_state(run: Run, number: int, relation: Relation) -> tuple[Change, Quantity, frozenset[int]] | None:
    """What the stated figure of a relation should say, and the cases that mends."""
    case = run.cases[number]
    assert case is not None
    key = relation.left.args[0]
    if key not in case.spots:
        return None
    target = in_unit(case.values[key], evaluate(relation.right, case.values))
    found = _valued(run, number, key, target.value)
    return (found[0], target, found[1]) if found else None


def _valued(run: Run, number: int, key: str, value: Fraction) -> tuple[Change, frozenset[int]] | None:
    """The figure of a reading printed with another value, so that the case holds."""
    case = run.cases[number]
    assert case is not None
    reading, spot = case.check.readings[key], case.spots[key]
    figure = reading.figure
    assert figure is not None
    if case.values[key].value < 0 < figure.value:
        value = -value
    for rounding in (Fraction(1, 2), Fraction(0), Fraction(1)):
        text = printed(figure, value, case.check.chinese, rounding)
        if not text or text == figure.text:
            continue
        change = run.change(spot, text)
        if change and (effect := run.effect((change,), number)):
            return change, effect[0]
    return None


def _recalculated(run: Run, number: int) -> Iterator[Repair]:
    """The stated figure printed anew, by each wrong calculation that gives what is printed; and where none does."""
    case = run.cases[number]
    assert case is not None
    values = case.values
    for given in case.check.relations:
        try:
            if verdict_of(given, values) != "mismatch":
                continue
        except FAILS:
            continue
        for relation in stated(given):
            try:
                target = _to_state(run, number, relation)
            except FAILS:
                target = None
            in_points = list(_in_points(run, number, relation))
            yield from in_points
            if target is None:
                continue
            change, computed, fixed = target
            tried = list(_methods(case, relation, values)) if relation is given or case.check.rule.id not in ("equal",) else []
            for kind, tree, share in tried:
                if kind == "percent_points" and in_points:
                    continue
                if held := _gives(relation, tree, values):
                    yield Repair(kind, (change,), share * held, fixed, sum=tree)
            yield from _rounded_wrongly(run, number, relation, change, computed, fixed)
            yield from _wrong_base(run, number, relation, change, fixed)
            if not case.check.rule.roles == (case.check.rule.listed,):
                digits = sum(c.isdigit() for c in case.check.readings[relation.left.args[0]].text)
                yield Repair("recomputed", (change,), Fraction(1, 10 ** min(digits, 6)) + Fraction(1, 1000), fixed)


def _methods(case: Case, relation: Relation, values) -> list[tuple[str, object, Fraction]]:
    found = []
    try:
        for method in methods(case.check, relation, values):
            found.append((method.kind, method.sum, method.share))
    except FAILS:
        pass
    return found


def _gives(relation: Relation, tree, values) -> Fraction:
    """How well a calculation gives what is printed: 1 exactly, less within rounding, 0 not at all."""
    try:
        found = verdict_of(Relation("=", relation.left, tree), values)
    except FAILS:
        return Fraction(0)
    return {"consistent": Fraction(1), "rounding": ROUNDING}.get(found, Fraction(0))


def _in_points(run: Run, number: int, relation: Relation) -> Iterator[Repair]:
    """Percent printed for percentage points, or points for percent."""
    case = run.cases[number]
    assert case is not None
    other = points_for_percent(relation)
    key = relation.left.args[0]
    figure = case.check.readings[key].figure
    if other is None or figure is None or key not in case.spots or figure.kind not in ("share", "points"):
        return
    percent, point = ("%", "个百分点") if case.check.chinese else ("%", " percentage points")
    if figure.kind == "share":
        text = re.sub(r"\s?(?:%|％|per ?cent|percent)$", point, figure.text)
    else:
        text = re.sub(r"\s?(?:个百分点|百分点|percentage points?|points?|pp|ppts?)$", percent, figure.text)
    if text == figure.text:
        return
    change = run.change(case.spots[key], text)
    if change is None:
        return
    if effect := run.effect((change,), number):
        yield Repair("percent_points", (change,), effect[1], effect[0])
        return
    if case.check.claim:
        return
    quantity = requantified(case.check, case.check.readings[key], change)
    try:
        holds = verdict_of(other, {**case.values, key: quantity})
    except FAILS:
        return
    if holds != "mismatch":
        yield Repair("percent_points", (change,), Fraction(1), frozenset({number}), sum=other.right)


def _rounded_wrongly(run: Run, number: int, relation: Relation, change: Change, computed: Quantity, fixed) -> Iterator[Repair]:
    """The value cut off instead of rounded, or rounded in two steps."""
    case = run.cases[number]
    assert case is not None
    figure = case.check.readings[relation.left.args[0]].figure
    numeral = numeral_of(figure, case.check.chinese) if figure else None
    if figure is None or numeral is None:
        return
    step = numeral.scale / 10**numeral.decimals
    steps, shown = abs(computed.value) / step, abs(figure.value) / step
    if steps.denominator > 1 and floor(steps) == shown:
        yield Repair("truncated", (change,), Fraction(1), fixed)
    elif floor(Fraction(floor(steps * 10 + Fraction(1, 2)), 10) + Fraction(1, 2)) == shown:
        yield Repair("twice_rounded", (change,), Fraction(1), fixed)


def _wrong_base(run: Run, number: int, relation: Relation, change: Change, fixed) -> Iterator[Repair]:
    """Another figure of the report in the place of an operand gives what is printed."""
    case = run.cases[number]
    assert case is not None
    check = case.check
    if check.rule.id in ("equal", "count", "elapsed_years", "inclusive_years"):
        return
    best = None
    used = {check.readings[key].figure.start for key in (*names(relation.left), *names(relation.right)) if key in case.spots}  # type: ignore[union-attr]
    for key in dict.fromkeys(names(relation.right)):
        figure = check.readings[key].figure
        if figure is None or key not in case.spots or figure.kind in ("date", "ordinal"):
            continue
        rivals = run.around(check).get(_measured(figure), [])
        bounds = run.window(number, case.spots[key])
        if len(rivals) < 2 or bounds is None or bounds[2] is None:
            continue
        place = bisect_left(rivals, bounds[2], key=lambda f: f.value)
        for rival in rivals[max(place - NEAREST, 0) : place + NEAREST]:
            if rival.start in used or rival.value == figure.value or not _inside(rival.value, rival.resolution, figure, bounds):
                continue
            quantity = requantified(check, check.readings[key], Change(case.spots[key], Span(0, 0), "", rival))
            try:
                verdict = verdict_of(relation, {**case.values, key: quantity})
            except FAILS:
                continue
            if verdict != "consistent":
                continue
            distance = abs(rival.start - figure.start)
            if best is None or distance < best[0]:
                best = distance, rival
    if best:
        # The nearest figures are the likeliest to be taken.
        yield Repair("wrong_base", (change,), Fraction(1, 2) if best[0] < 80 else Fraction(1, 5), fixed, detail=best[1].text)


# Words


def _redirected(run: Run, number: int) -> Iterator[Repair]:
    """The verb before a figure, or its sign, turned round."""
    case = run.cases[number]
    assert case is not None
    document = case.check.document
    if document is None or not (case.check.rule.moves or case.check.rule.heading or case.check.rule.signed):
        return
    words = languages.of("zh" if case.check.chinese else "en").OPPOSITES
    for key, spot in case.spots.items():
        figure = case.check.readings[key].figure
        assert figure is not None
        if figure.kind in ("year", "date", "ordinal"):
            continue
        start = figure.span.start
        before = document.text[max(start - 40, 0) : start]
        pattern = "|".join(sorted(words, key=len, reverse=True))
        found = list(re.finditer(pattern if case.check.chinese else rf"\b(?:{pattern})\b", before, re.I))
        if not found:
            continue
        verb = found[-1]
        other = words[verb.group().lower()]
        other = other.capitalize() if verb.group()[0].isupper() else other
        at = max(start - 40, 0) + verb.start()
        change = _turned(run, spot, Span(at, at + len(verb.group())), other)
        if change and (effect := run.effect((change,), number)):
            yield Repair("direction", (change,), effect[1], effect[0])


def _turned(run: Run, spot: Spot, span: Span, other: str) -> Change | None:
    figure, number, _ = run.figures[spot]
    check = run.cases[number].check  # type: ignore[union-attr]
    read = reread(check, figure, span, other)
    before = reread(check, figure, span, check.document.text[span.start : span.end])  # type: ignore[union-attr]
    if read is None or before is None or read.direction != -before.direction or not read.direction:
        return None
    return Change(spot, span, other, figure._replace(direction=read.direction), True)


# Levels


def _levels(run: Run, number: int) -> Iterator[Repair]:
    """A level printed as the amount it rose by."""
    case = run.cases[number]
    assert case is not None
    for relation in case.check.relations:
        found = pair(relation.right) if relation.op == "=" else None
        if found is None or found[0].op != "name" or case.check.rule.id not in ("growth", "cagr", "multiple"):
            continue
        value, base = found
        key = value.args[0]
        if key not in case.spots:
            continue
        try:
            target = evaluate(value + base, case.values).into(case.values[key].unit)
        except FAILS:
            continue
        if repaired := _valued(run, number, key, target.value):
            yield Repair("to_for_by", (repaired[0],), Fraction(1), repaired[1], sum=value + base)


# Values that belong elsewhere


def _stale(run: Run, number: int) -> Iterator[Repair]:
    """A figure that says what another place of the report says, or what followed from the attested figures."""
    case = run.cases[number]
    assert case is not None
    check = case.check
    yield from _left_behind(run, number)
    for key, spot in case.spots.items():
        figure = check.readings[key].figure
        assert figure is not None
        if figure.kind in ("date", "ordinal"):
            continue
        bounds = run.window(number, spot)
        if bounds is None or bounds[2] is None:
            continue
        value = bounds[2] * (-1 if case.values[key].value < 0 < figure.value else 1)
        family = run.around(check).get(_measured(figure), [])
        twins = max(bisect_right(family, figure.value, key=lambda f: f.value) - bisect_left(family, figure.value, key=lambda f: f.value) - 1, 0)
        share = Fraction(twins, max(len(family) - 1, 2))
        if check.rule.id == "equal" and not twins:
            twins, share = 1, Fraction(1, 500)
        if twins and _has_equations(check) and (repaired := _valued(run, number, key, value)):
            yield Repair("stale", (repaired[0],), share / max(len(case.spots), 1), repaired[1])


def _has_equations(check: Check) -> bool:
    return any(relation.op == "=" for relation in check.relations)


def _left_behind(run: Run, number: int) -> Iterator[Repair]:
    """The stated figure still says what the attested operands gave."""
    case = run.cases[number]
    assert case is not None
    check = case.check
    if not check.attested or not any(check.readings[key].changed for key in check.needed):
        return
    attested = {key: check.readings[key].attested for key in check.needed}
    for given in check.relations:
        for relation in stated(given):
            key = relation.left.args[0]
            try:
                if check.readings[key].changed or verdict_of(given, case.values) != "mismatch" or verdict_of(given, attested) == "mismatch":
                    continue
                target = _to_state(run, number, relation)
            except FAILS:
                continue
            if target:
                yield Repair("stale", (target[0],), Fraction(1), target[2])


def _swapped(run: Run, number: int) -> Iterator[Repair]:
    """Two figures of one kind in each other's place."""
    case = run.cases[number]
    assert case is not None
    document = case.check.document
    own = dict.fromkeys(case.spots.values())
    near = list(own)
    if document is not None:
        sentences = dict.fromkeys((spot[0], document.sentence_at(spot[1])) for spot in own)
        near += [spot for sentence in sentences for spot in run.sentences[sentence] if spot not in own]
    near = near[:PAIRED]
    pairs = []
    for i, a in enumerate(near):
        for b in near[i + 1 :]:
            one, other = run.figures[a][0], run.figures[b][0]
            if (a in own or b in own) and one.family == other.family and one.value != other.value and one.kind not in ("date", "ordinal"):
                pairs.append((a, b))
    for a, b in pairs:
        one, other = run.figures[a][0], run.figures[b][0]
        texts = (other.text, one.text) if a[0] == b[0] else ("", "")
        if one.unit == other.unit and one.unit and _bare(one) != _bare(other):
            texts = _bare_texts(one, other)
        quick = (_as(a, one, other, texts[0]), _as(b, other, one, texts[1]))
        if run.effect(quick, number) is None:
            continue
        changes = tuple(filter(None, (run.change(a, texts[0]), run.change(b, texts[1]))))
        if len(changes) == 2 and (effect := run.effect(changes, number)):
            yield Repair("swapped_items", changes, effect[1] / len(pairs), effect[0])


def _as(spot: Spot, figure: Figure, other: Figure, text: str) -> Change:
    """A figure that says what another says, in its own place."""
    read = figure._replace(text=text, value=abs(other.value) if figure.value >= 0 else -abs(other.value), resolution=other.resolution, low=other.low, high=other.high, unit=other.unit)
    return Change(spot, Span(figure.start, figure.end), text, read)


def _bare(figure: Figure) -> str:
    """What stands behind the number."""
    return figure.text[max(figure.number_end - figure.start, 0) :]


def _bare_texts(one: Figure, other: Figure) -> tuple[str, str]:
    """Only the numbers change places: 5万 and 10万元."""
    numbers = [f.text[: max(f.number_end - f.start, 0)] for f in (one, other)]
    return numbers[1] + _bare(one), numbers[0] + _bare(other)


__all__ = ["Run", "repairs", "window"]
