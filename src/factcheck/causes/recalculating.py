"""Repairs of slips of calculation: the stated figure printed anew, by each wrong sum that gives what is printed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction
from math import floor

from ..checks import verdict_of
from ..document import Span
from ..expression import Quantity, Relation, evaluate, names
from .cause import ROUNDING, Repair
from .methods import methods, points_for_percent, stated
from .prints import numeral_of
from .reprinting import valued
from .run import FAILS, Run, in_unit, measured, within
from .trial import Case, Change, requantified

# The most figures of a report that are tried in the place of one.
NEAREST = 8


def to_state(run: Run, number: int, relation: Relation) -> tuple[Change, Quantity, frozenset[int]] | None:
    """What the stated figure of a relation should say, and the cases that mends."""
    case = run.cases[number]
    assert case is not None
    key = relation.left.args[0]
    if key not in case.spots:
        return None
    target = in_unit(case.values[key], evaluate(relation.right, case.values))
    found = valued(run, number, key, target.value)
    return (found[0], target, found[1]) if found else None


def recalculated(run: Run, number: int) -> Iterator[Repair]:
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
                target = to_state(run, number, relation)
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
        found = verdict_of(relation._replace(right=tree), values)
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
        rivals = run.around(check).get(measured(figure), [])
        bounds = run.window(number, case.spots[key])
        if len(rivals) < 2 or bounds is None or bounds[2] is None:
            continue
        place = bisect_left(rivals, bounds[2], key=lambda f: f.value)
        for rival in rivals[max(place - NEAREST, 0) : place + NEAREST]:
            if rival.start in used or rival.value == figure.value or not within(rival.value, rival.resolution, figure, bounds):
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
