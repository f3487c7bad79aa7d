"""Slips of calculation: what else may have been worked out for the figure that a relation states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from ..checks import Check
from ..expression import Expression, Quantity, Relation, evaluate, number, points, root


class Method(NamedTuple):
    """Another sum that gives what is printed; `meant` is the place of the figure it should have been printed at, "" for the stated one."""

    kind: str
    sum: Expression
    share: Fraction = Fraction(1)


def stated(relation: Relation) -> Iterator[Relation]:
    """The relation as one that states a single named figure: as it is, and turned round."""
    if relation.op != "=":
        return
    if relation.left.op == "name":
        yield relation
    if relation.right.op == "name":
        yield Relation("=", relation.right, relation.left)


def pair(tree: Expression) -> tuple[Expression, Expression] | None:
    """The later and the earlier level of a change: value and base of a rate, a compound rate, a multiple, a difference or a change in points."""
    if tree.op == "−" and tree.args[1].op == "number" and tree.args[0].op in ("÷", "root"):
        tree = tree.args[0]
        tree = tree.args[0] if tree.op == "root" else tree
    if tree.op == "points":
        tree = tree.args[0]
    return (tree.args[0], tree.args[1]) if tree.op in ("÷", "−") else None


def methods(check: Check, relation: Relation, values: Mapping[str, Quantity]) -> Iterator[Method]:
    """The wrong ways to work out the right side of a relation that its shape allows."""
    right = relation.right
    if right.op == "−" and right.args[0].op == "÷" and right.args[1].op == "number":
        value, base = right.args[0].args
        yield Method("over_end_value", (value - base) / value)
        yield Method("ratio_as_growth", value / base)
        if not _unit(value, values):
            yield Method("percent_points", value - base)
    elif right.op == "−" and right.args[0].op == "root":
        yield from _compound(right, values)
    elif right.op in ("÷", "root"):
        yield from _ratios(check, right, values)
    elif right.op == "points":
        end, start = right.args[0].args if right.args[0].op == "−" else (right.args[0], None)
        yield Method("to_for_by", points(end))
        if start is not None:
            yield Method("percent_points", points(end / start - number(1)))
    elif check.rule.id in ("elapsed_years", "inclusive_years"):
        for step in (-1, 1):
            yield Method("years_off_by_one", right + number(step, _unit(right, values)), Fraction(1, 2))
    elif check.rule.id == "difference" and right.op == "−":
        yield Method("to_for_by", right.args[0])
    yield from _parts(check, right, values)


def _unit(tree: Expression, values: Mapping[str, Quantity]):
    return evaluate(tree, values).unit


def _compound(right: Expression, values: Mapping[str, Quantity]) -> Iterator[Method]:
    radicand, years = right.args[0].args
    one = right.args[1]
    count = evaluate(years, values)
    yield Method("simple_mean", (radicand - one) / number(count.value))
    yield Method("not_averaged", radicand - one)
    yield Method("ratio_as_growth", right.args[0])
    for step in (-1, 1):
        if count.value + step > 0:
            yield Method("years_off_by_one", root(radicand, number(count.value + step)) - one, Fraction(1, 2))
            yield Method("years_off_by_one", (radicand - one) / number(count.value + step), Fraction(1, 100))
    if radicand.op == "÷":
        yield Method("over_end_value", one - root(radicand.args[1] / radicand.args[0], years))


def _ratios(check: Check, right: Expression, values: Mapping[str, Quantity]) -> Iterator[Method]:
    if right.op != "÷":
        return
    above, below = right.args
    if check.rule.id == "multiple":
        yield Method("growth_as_ratio", right - number(1))
    elif check.rule.id == "share":
        yield Method("wrong_whole", above / (below - above), Fraction(1, 2))
        yield Method("wrong_whole", above / (below + above), Fraction(1, 2))
    divisor = evaluate(below, values)
    if divisor.value.denominator == 1 and 1 < divisor.value <= 200 and (check.rule.id == "average" or any(symbol in ("年", "月", "季") for symbol, _ in divisor.unit)):
        for step in (-1, 1):
            yield Method("years_off_by_one", above / number(divisor.value + step, divisor.unit), Fraction(1, 2))


def _parts(check: Check, right: Expression, values: Mapping[str, Quantity]) -> Iterator[Method]:
    """A sum, a remainder or a mean that misses or doubles one of its parts."""
    if check.rule.id not in ("total", "remainder", "average"):
        return
    tree, count = right, None
    if tree.op == "÷":
        tree, count = tree.args
    parts = []
    while tree.op in ("+", "−"):
        parts.append((tree.op, tree.args[1]))
        tree = tree.args[0]
    if check.rule.id != "remainder":
        parts.append(("+", tree))
    if len(parts) < 2 and check.rule.id != "remainder":
        return
    whole = right.args[0] if count is not None else right
    for sign, part in parts:
        share = Fraction(1, len(parts))
        less, more = (whole - part, whole + part) if sign == "+" else (whole + part, whole - part)
        if count is None:
            yield Method("missing_part", less, share)
            yield Method("double_part", more, share)
        else:
            yield Method("missing_part", less / count, share)
            yield Method("missing_part", less / number(len(parts) - 1), share)
            yield Method("double_part", more / count, share)


def points_for_percent(relation: Relation) -> Relation | None:
    """The relation of the other reading: a change in points for a rate of growth of shares, and the other way round."""
    right = relation.right
    if right.op == "−" and right.args[0].op == "÷" and right.args[1].op == "number":
        value, base = right.args[0].args
        return Relation("=", relation.left, points(value - base))
    if right.op == "points" and right.args[0].op == "−":
        end, start = right.args[0].args
        return Relation("=", relation.left, end / start - number(1))
    return None


__all__ = ["Method", "methods", "pair", "points_for_percent", "stated"]
