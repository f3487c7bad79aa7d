"""A check: a rule with all its figures in hand, and what its relations come to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from .document import Document, Location, Span
from .exact import exceeds
from .expression import Expression, Quantity, Relation, evaluate, names
from .figures import Figure
from .rules import Rule
from .units import COUNTED, UnitError, conversion, dimension_of


class Reading(NamedTuple):
    """What a named figure says now. `quantity` is None while its quote is unbound.

    `spans` are all its places in the report; `changed` if that is not what the claims file attests.
    """

    key: str
    quantity: Quantity | None
    text: str
    figure: Figure | None
    spans: tuple[Span, ...]
    attested: Quantity
    attested_text: str
    changed: bool


class Check(NamedTuple):
    """Relations that must hold over named readings.

    `operands` are the roles in the rule's order, each with an expression over the names of `readings`. `own` are the names whose figures stand in the
    check's own sentence; `place` is where to point while none of them is found. `claim` is its id in claims.yaml, "" where scan found it; `attested` is False where changed figures are expected (next month's report);
    `mentions` if its values are mentions of one figure, which must be equal at equal precision.
    """

    claim: str
    rule: Rule
    relations: tuple[Relation, ...]
    operands: tuple[tuple[str, Expression], ...]
    readings: Mapping[str, Reading]
    own: tuple[str, ...]
    place: Location
    document: Document | None
    level: str = "error"
    known: str = ""
    attested: bool = True
    mentions: bool = False

    @property
    def chinese(self) -> bool:
        return self.document is None or self.document.chinese

    @property
    def needed(self) -> tuple[str, ...]:
        """The names its operands use, in their order."""
        return tuple(dict.fromkeys(key for _, tree in self.operands for key in names(tree)))


def quantities(readings: Mapping[str, Reading], keys: Iterable[str]) -> dict[str, Quantity] | None:
    """The values of these names; None if one is unbound."""
    values: dict[str, Quantity] = {}
    for key in keys:
        quantity = readings[key].quantity
        if quantity is None:
            return None
        values[key] = quantity
    return values


class Decision(NamedTuple):
    """What one relation comes to: a verdict, and both sides in one unit."""

    verdict: str
    relation: Relation
    left: Quantity
    right: Quantity


def decide(relation: Relation, figures: Mapping[str, Quantity], mixed: bool = False) -> Decision:
    """First the values as printed, then the intervals, closed at both ends (XBRL Calculations 1.1). Raises Undecided, UnitError.

    `mixed`: percent on one side and percentage points on the other are a mismatch, not units that do not fit.
    """
    left, right = _stated(relation, figures), evaluate(relation.right, figures)
    if mixed and _mixes_points(left, right):
        return Decision("mismatch", relation, left, right)
    left, right = same_unit(left, right)
    return Decision(verdict_of(relation, figures) if _without_root(relation) else _compared(relation.op, left, right), relation, left, right)


def verdict_of(relation: Relation, figures: Mapping[str, Quantity]) -> str:
    """The verdict of `decide` alone, percent beside points a mismatch. Raises Undecided, UnitError."""
    relation = _without_root(relation) or relation
    left, right = _stated(relation, figures), evaluate(relation.right, figures)
    return "mismatch" if _mixes_points(left, right) else _compared(relation.op, *same_unit(left, right))


def _stated(relation: Relation, figures: Mapping[str, Quantity]) -> Quantity:
    """The left side; a whole number that is rounded stands for all that rounds to it: 839 a school, 44,400 a day."""
    left = evaluate(relation.left, figures)
    if not relation.rounds or left.low != left.high or left.value.denominator != 1 or not left.value:
        return left
    zeros = len(text := str(left.value.numerator)) - len(text.rstrip("0"))
    half = Fraction(10**zeros, 2)
    return left._replace(low=left.value - half, high=left.value + half)


def _mixes_points(left: Quantity, right: Quantity) -> bool:
    """Percent on one side, percentage points on the other: no unit makes them one, and a report that does is wrong."""
    return {left.unit, right.unit} == {(), (("pp", 1),)}


def _compared(op: str, a: Quantity, b: Quantity) -> str:
    if op == "=":
        holds = _within(b.value, a)
        possible = not (_above(a.low, b.high) or _above(b.low, a.high))
    else:
        strict = op == "<"
        holds = a.value < b.value or not strict and a.value == b.value
        possible = a.low is None or b.high is None or a.low < b.high or not strict and a.low == b.high
    return "consistent" if holds else "rounding" if possible else "mismatch"


def _without_root(relation: Relation) -> Relation | None:
    """result = root(x, n) − 1 as (result + 1)^n = x, so that a verdict needs no root."""
    right = relation.right
    if relation.op == "=" and right.op == "−" and right.args[0].op == "root" and right.args[1].op == "number":
        radicand, degree = right.args[0].args
        return Relation("=", (relation.left + right.args[1]) ** degree, radicand)
    return None


def _within(value: Fraction, interval: Quantity) -> bool:
    return not _above(interval.low, value) and not _above(value, interval.high)


def _above(a: Fraction | None, b: Fraction | None) -> bool:
    return a is not None and b is not None and exceeds(a, b)


def same_unit(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Both in the unit of the left. What is counted may be left out of a rate: 7064元 for 7064元/人. Raises UnitError."""
    try:
        return left, right.into(left.unit)
    except UnitError:
        bare = [tuple((s, n) for s, n in q.unit if n > 0 or not _counted(s)) for q in (left, right)]
        if bare[0] == left.unit and bare[1] == right.unit:
            raise
        factor = conversion(bare[1], bare[0])
        return left, right._replace(unit=bare[1]).into(bare[0])._replace(unit=left.unit) if factor else right


def _counted(symbol: str) -> bool:
    return dimension_of(symbol) in COUNTED


def misdirected(check: Check, values: Mapping[str, Quantity], directions: Mapping[str, int] | None = None) -> tuple[Expression, Expression, int] | None:
    """The two expressions between which a verb points the other way than their values go, and where it points; None if none does.

    `directions` are those of verbs that are not as read, by the name of their figure.
    """
    if check.rule.heading:
        trees = [tree for _, tree in check.operands]
        pairs = list(zip(trees, trees[1:]))
    elif check.rule.moves:
        roles = dict(check.operands)
        pairs = [(roles[check.rule.moves[0]], roles[check.rule.moves[1]])]
    else:
        return None
    for base_tree, value_tree in pairs:
        key = value_tree.args[0] if value_tree.op == "name" else ""
        figure = check.readings[key].figure if key else None
        if figure is None or figure.kind == "year":
            continue
        direction = (directions or {}).get(key, figure.direction)
        base, value = evaluate(base_tree, values), evaluate(value_tree, values)
        gone = check.rule.heading or (value.value > base.value) - (value.value < base.value)
        if gone and gone == -direction:
            return base_tree, value_tree, direction
    return None


def agree(a: Quantity, b: Quantity) -> bool:
    """Mentions of equal precision must be equal; else their printed intervals must meet. False for what cannot be compared."""
    try:
        left, right = a, b.into(a.unit)
    except UnitError:
        return False
    widths = [None if q.low is None or q.high is None else q.high - q.low for q in (left, right)]
    if widths[0] == widths[1]:
        return left.value == right.value and (left.low, left.high) == (right.low, right.high)
    return not (_above(left.low, right.high) or _above(right.low, left.high))


def shown_names(readings: Mapping[str, Reading], keys: Iterable[str]) -> Mapping[str, str]:
    """How each name is written in a sum: the printed text, without the unit if all share it."""
    texts = {key: readings[key].text for key in keys}
    split = {key: re.match(r"(\D*?)([\d.,]+)(.*)", text, re.S) for key, text in texts.items()}
    tails = {(m[1] + m[3]) if m else None for m in split.values()}
    if len(tails) == 1 and None not in tails and tails != {"%"} and len(texts) > 1:
        return {key: m[2] for key, m in split.items() if m}
    return texts
