"""A candidate is one way to work out a stated figure; its tier says how sure the words are that it is the way.

A: a construction names every role. B: one role is marked and the other implied. C: only the order of the figures speaks for it.
A and B may alarm; C may only confirm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ..checks import Decision, decide
from ..expression import Expression, Quantity, Relation, Undecided, UnitError, name, names
from ..figures import Figure
from ..rules import relate, rules
from ..units import COUNTED, Powers, dimension_of, format_unit, parse_unit

Operand = Figure | Expression
# From this distance on only kind and number speak for a candidate.
BY_NUMBER = 60
# From here on a whole sentence lies between: too far for a ratio without words that bind it.
ACROSS = 200
# The reason of a candidate whose every role a construction of the language names.
WHOLE = "construction"


class Candidate(NamedTuple):
    """`operands` are figures or expressions over keys of figures; `reported` is the figure that is checked."""

    rule: str
    operands: tuple[tuple[str, tuple[Operand, ...]], ...]
    reported: Figure
    tier: str
    reason: str
    distance: int = 0
    negated: frozenset[str] = frozenset()
    blocked: str = ""
    units: tuple[tuple[int, str], ...] = ()
    loose: bool = False


class Weighed(NamedTuple):
    """A candidate that was chosen, with what it comes to."""

    candidate: Candidate
    verdict: str
    relations: tuple[Relation, ...]
    figures: dict[str, Figure]
    decision: Decision
    sign: dict[str, int]


def key(figure: Figure) -> str:
    return f"f{figure.start}"


def of(figure: Figure) -> Expression:
    return name(key(figure))


def _tree(operand: Operand, used: dict[str, None]) -> Expression:
    """An operand as an expression, its keys among those used, in the order they come in."""
    if isinstance(operand, Figure):
        used[place := key(operand)] = None
        return name(place)
    used.update(dict.fromkeys(names(operand)))
    return operand


def quantity(figure: Figure, negative: bool = False) -> Quantity:
    unit: Powers = parse_unit(figure.unit)
    low, high = figure.low, figure.high
    if figure.kind in ("multiple", "share") and not figure.resolution and (not any(c.isdigit() for c in figure.text) or _IN_SO_MANY.search(figure.text)):
        low, high = _loosely(figure)
    value = Quantity(figure.value, low, high, unit)
    if negative:
        value = Quantity(-figure.value, None if high is None else -high, None if low is None else -low, unit)
    return value


_YEARLY = ("/年", "/月", "/天", "/周")
WORDED = Fraction(1, 20)
_IN_SO_MANY = re.compile(r"\d (?:in|of|out of) ")


def _loosely(figure: Figure) -> tuple[Fraction | None, Fraction | None]:
    """What doubled, halved, a third, 翻一番 and 一半 allow: one part in twenty to each side, and a hedge on top. More than halved is less than a half, more than doubled is no less than twice."""
    low, high = figure.value * (1 - WORDED), figure.value * (1 + WORDED)
    if figure.hedge_kind in ("over", "at_least", "some_over"):
        return (low, figure.value * Fraction(3, 2)) if figure.kind != "multiple" else (Fraction(0), high) if figure.value < 1 else (figure.value, None)
    if figure.hedge_kind in ("under", "at_most"):
        return figure.value * Fraction(4, 5), figure.value
    if figure.hedge_kind == "nearly":
        return figure.value * Fraction(4, 5), high
    if figure.hedge_kind == "about":
        return figure.value * Fraction(9, 10), figure.value * Fraction(11, 10)
    return low, high


def _counted(unit: Powers) -> Iterator[str]:
    return (dimension_of(symbol) for symbol, _ in unit)


ORDER = ("consistent", "rounding", "mismatch")


def weigh(candidate: Candidate, known: dict[str, Figure]) -> Weighed | None:
    """What a candidate comes to; None if it cannot be worked out."""
    operands: dict[str, Expression | tuple[Expression, ...]] = {}
    rule = rules()[candidate.rule]
    used: dict[str, None] = {}
    for role, values in candidate.operands:
        trees = [_tree(v, used) for v in values]
        operands[role] = tuple(trees) if role == rule.listed else trees[0]
    try:
        relations = relate(rule, operands)
        figures = {k: known[k] for k in used}
        signs = dict.fromkeys((k for k in used if k in candidate.negated), -1) if candidate.negated else {}
        for start, unit in candidate.units:
            figure = figures.get(f"f{start}")
            if figure is not None:
                figures[f"f{start}"] = figure._replace(unit=figure.unit.partition("/")[0] + (unit and f"/{unit}"))
        try:
            values = {k: quantity(f, k in signs) for k, f in figures.items()}
            decisions = [decide(relation, values) for relation in relations]
        except UnitError:
            # 675 billion a year for 331 million people are 2,000 a head: of a year too.
            given = {f"f{start}" for start, _ in candidate.units} if candidate.rule in ("quotient", "product") else set()
            rated = candidate.rule in ("quotient", "product")
            kept = {k for k, f in figures.items() if k in given or rated and not f.unit.endswith(_YEARLY)}
            figures = {k: f if k in kept else f._replace(unit=f.unit.partition("/")[0]) for k, f in figures.items()}
            values = {k: quantity(f, k in signs) for k, f in figures.items()}
            try:
                # Things counted do not tell one rate from another.
                plain = {k: q._replace(unit=tuple((symbol, n) for symbol, n in q.unit if dimension_of(symbol) not in COUNTED)) for k, q in values.items()} if given else {}
                decisions = [decide(relation, plain) for relation in relations] if given else []
                values = plain if decisions else values
            except UnitError:
                decisions = []
            if not decisions:
                bare = any(not q.unit for k, q in values.items() if k != key(candidate.reported)) or not candidate.reported.unit
                values = {k: q._replace(unit=()) if set(_counted(q.unit)) <= COUNTED or bare and candidate.rule != "product" else q for k, q in values.items()}
                decisions = [decide(relation, values) for relation in relations]
            figures = {k: _measured(f, values[k]) for k, f in figures.items()}
    except (Undecided, UnitError, ZeroDivisionError, OverflowError):
        return None
    worst = decisions[0] if len(decisions) == 1 else max(decisions, key=lambda d: ORDER.index(d.verdict))
    return Weighed(candidate, worst.verdict, tuple(relations), figures, worst, signs)


def _measured(figure: Figure, value: Quantity) -> Figure:
    """The figure with the unit it was weighed in: what is counted may have been left out."""
    return figure if parse_unit(figure.unit) == value.unit else figure._replace(unit=format_unit(value.unit))
