"""The rules: one function each, its parameters the roles, its docstring meaning, formula and source.

A rule returns a relation over its roles, or several that must all hold. Its title, cues and examples stand under its id in each `lang` file.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from ..expression import Expression, Relation


class Rule(NamedTuple):
    """`roles` in the order unnamed slots fill them; `listed` is the role that takes several values, `optional` those that may be missing.

    `signed` is a role whose figure carries the sign of its verb (下降12.4%); `moves` are the roles a verb leads from and to;
    `heading` is the direction (1 up, -1 down) no verb before a later value may contradict.
    """

    id: str
    relate: Callable[..., Relation | tuple[Relation, ...]]
    roles: tuple[str, ...]
    listed: str
    optional: frozenset[str]
    signed: str
    moves: tuple[str, str] | None
    heading: int
    documentation: str


def rule(signed: str = "", moves: tuple[str, str] | None = None, heading: int = 0):
    """Marks a function as a rule."""

    def mark(function):
        function.rule = (signed, moves, heading)
        return function

    return mark


@cache
def rules() -> dict[str, Rule]:
    """All rules by name, in the order of the families."""
    from . import agreement, change, counting, parts, rates

    found = {}
    for family in (change, parts, rates, agreement, counting):
        for function in vars(family).values():
            if hasattr(function, "rule"):
                found[function.__name__] = _describe(function)
    return found


def _describe(function) -> Rule:
    parameters = inspect.signature(function).parameters.values()
    listed = next((p.name for p in parameters if p.kind is p.VAR_POSITIONAL), "")
    roles = tuple(p.name.rstrip("_") for p in parameters)
    optional = frozenset(p.name.rstrip("_") for p in parameters if p.default is None)
    signed, moves, heading = function.rule
    return Rule(function.__name__, function, roles, listed, optional, signed, moves, heading, inspect.getdoc(function) or "")


@cache
def _parameters(function) -> tuple[tuple[str, str, bool, bool], ...]:
    """Of each parameter its name, its role, whether it takes all that is left, and whether it is given by name."""
    parameters = inspect.signature(function).parameters.values()
    return tuple((p.name, p.name.rstrip("_"), p.kind is p.VAR_POSITIONAL, p.kind is p.KEYWORD_ONLY) for p in parameters)


@cache
def _positional(function) -> tuple[str, ...]:
    """The roles of a function that takes each in its place; none if it takes a list or one by its name."""
    parameters = _parameters(function)
    return () if any(listed or by_name for _, _, listed, by_name in parameters) else tuple(role for _, role, _, _ in parameters)


def relate(rule: Rule, operands: dict[str, Expression | tuple[Expression, ...]]) -> tuple[Relation, ...]:
    """The relations of `rule` over these operands, all of which must hold.

    A role given several values where the rule takes one is taken pair by pair: part 1 with whole 1, part 2 with whole 2.
    """
    if any([isinstance(value, tuple) and role != rule.listed for role, value in operands.items()]):
        several = {role: value for role, value in operands.items() if isinstance(value, tuple) and role != rule.listed}
        size = max(map(len, several.values()))
        relations: list[Relation] = []
        for index in range(size):
            single = {r: v[min(index, len(v) - 1)] if r in several else v for r, v in operands.items()}
            relations += relate(rule, single)
        return tuple(relations)
    if roles := _positional(rule.relate):
        result = rule.relate(*[operands.get(role) for role in roles])
        return (result,) if isinstance(result, Relation) else tuple(result)
    positional, named, many = [], {}, ()
    for name, role, listed, by_name in _parameters(rule.relate):
        if listed:
            many = operands.get(role, ())
            many = many if isinstance(many, tuple) else (many,)
        elif by_name:
            if role in operands:
                named[name] = operands[role]
        elif role in operands:
            positional.append(operands[role])
        else:
            positional.append(None)
    result = rule.relate(*positional, *many, **named)
    return (result,) if isinstance(result, Relation) else tuple(result)
