"""Expressions and relations over named figures: exact value, interval, printed sum, solution for an operand.

Rules and claims.yaml build the same trees; everything a check says is read off them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from .exact import minus, nearest, plus, product, quotient
from .units import Powers, UnitError, conversion, dimension, divided, format_unit, times

# The longest span of years a compound rate is taken over, and the deepest nesting of an expression.
MAX_YEARS = 200
MAX_DEPTH = 60
MAX_LENGTH = 2000


class Undecided(Exception):
    """The figures do not settle the question: a divisor may be zero, a root has no meaning."""


class Quantity(NamedTuple):
    """An exact value with the interval of true values behind it; None is unbounded."""

    value: Fraction
    low: Fraction | None
    high: Fraction | None
    unit: Powers = ()

    def into(self, unit: Powers) -> Quantity:
        """The same quantity in another unit. Raises UnitError."""
        if self.unit == unit:
            return self
        factor = conversion(self.unit, unit)
        if factor.numerator == factor.denominator:
            return Quantity(self.value, self.low, self.high, unit)
        return Quantity(self.value * factor, *(None if x is None else x * factor for x in (self.low, self.high)), unit)


def exact(value: Fraction | int, unit: Powers = ()) -> Quantity:
    return Quantity(Fraction(value), Fraction(value), Fraction(value), unit)


class Expression:
    """A tree: `op` is "name", "number", "+", "−", "×", "÷", "^", "root" or "points"; leaves hold a string or a Quantity."""

    __slots__ = ("args", "op")

    def __init__(self, op: str, *args):
        self.op, self.args = op, args

    def __add__(self, other):
        return Expression("+", self, _lift(other))

    def __sub__(self, other):
        return Expression("−", self, _lift(other))

    def __rsub__(self, other):
        return Expression("−", _lift(other), self)

    def __mul__(self, other):
        return Expression("×", self, _lift(other))

    def __truediv__(self, other):
        return Expression("÷", self, _lift(other))

    def __rtruediv__(self, other):
        return Expression("÷", _lift(other), self)

    def __pow__(self, other):
        return Expression("^", self, _lift(other))

    def __eq__(self, other) -> Relation:  # type: ignore[override]
        return Relation("=", self, _lift(other))

    def __le__(self, other) -> Relation:
        return Relation("≤", self, _lift(other))

    def __lt__(self, other) -> Relation:
        return Relation("<", self, _lift(other))

    __hash__ = None  # type: ignore[assignment]


class Relation(NamedTuple):
    """`left` = `right`, `left` ≤ `right` or `left` < `right`. In an equation `left` is what the report states.

    `rounds`: a whole number that the report states is not counted but rounded, to its last digit that is not zero.
    """

    op: str
    left: Expression
    right: Expression
    rounds: bool = False

    def rounded(self) -> Relation:
        return self._replace(rounds=True)


def name(text: str) -> Expression:
    return Expression("name", text)


def number(value: Fraction | int, unit: Powers = (), text: str = "") -> Expression:
    return Expression("number", exact(value, unit), text)


def root(radicand: Expression, degree: Expression) -> Expression:
    """The `degree`-th root; degrees are whole numbers of years."""
    return Expression("root", radicand, degree)


def points(difference: Expression) -> Expression:
    """A difference of shares in percentage points."""
    return Expression("points", difference)


def _lift(value) -> Expression:
    return value if isinstance(value, Expression) else _plain_number(value)


@lru_cache(256)
def _plain_number(value: Fraction | int) -> Expression:
    return number(value)


def names(tree: Expression) -> list[str]:
    """The names in `tree`, left to right."""
    if tree.op == "name":
        return [tree.args[0]]
    if tree.op == "number":
        return []
    return [name for argument in tree.args for name in names(argument)]


def substitute(tree: Expression, values: Mapping[str, Expression]) -> Expression:
    if tree.op == "name":
        return values.get(tree.args[0], tree)
    if tree.op == "number":
        return tree
    return Expression(tree.op, *(substitute(a, values) for a in tree.args))


# Evaluation


def evaluate(tree: Expression, figures: Mapping[str, Quantity]) -> Quantity:
    """The value of `tree` and the interval its figures allow. Raises Undecided, UnitError, and KeyError for an unknown name."""
    if tree.op == "name":
        return figures[tree.args[0]]
    if tree.op == "number":
        return tree.args[0]
    if tree.op == "points":
        return _points(evaluate(tree.args[0], figures))
    a, b = tree.args
    return _OPERATIONS[tree.op](evaluate(a, figures), evaluate(b, figures))


def _add(a: Quantity, b: Quantity) -> Quantity:
    if b.unit != a.unit:
        b = b.into(a.unit)
    return Quantity(plus(a.value, b.value), _sum(a.low, b.low), _sum(a.high, b.high), a.unit)


def _subtract(a: Quantity, b: Quantity) -> Quantity:
    if b.unit != a.unit:
        b = b.into(a.unit)
    return Quantity(minus(a.value, b.value), _difference(a.low, b.high), _difference(a.high, b.low), a.unit)


def _multiply(a: Quantity, b: Quantity) -> Quantity:
    unit, factor = times(a.unit, b.unit)
    low, high = _product(a, b)
    return _scaled(Quantity(product(a.value, b.value), low, high, unit), factor)


def _divide(a: Quantity, b: Quantity) -> Quantity:
    if a.low is not None and a.high is not None and b.low is not None and b.high is not None and a.low.numerator >= 0 and b.low.numerator > 0 and b.value:
        unit, factor = divided(a.unit, b.unit)
        return _scaled(Quantity(quotient(a.value, b.value), quotient(a.low, b.high), quotient(a.high, b.low), unit), factor)
    if not b.value or (b.low is None or b.low.numerator <= 0) and (b.high is None or b.high.numerator >= 0):
        # A one-sided hedge on a positive amount (不足5万) leaves it positive.
        if b.value > 0 and b.low is None:
            b = b._replace(low=Fraction(0))
        elif not (b.value and b.low is not None and b.low > 0):
            raise Undecided("a divisor may be zero")
    unit, factor = divided(a.unit, b.unit)
    inverse = Quantity(1 / b.value, None if not b.high else 1 / b.high, None if not b.low else 1 / b.low)
    if b.high is None and b.low is not None and b.low > 0:
        inverse = inverse._replace(low=Fraction(0))
    if b.low is None and b.high is not None and b.high < 0:
        inverse = inverse._replace(high=Fraction(0))
    low, high = _product(a, inverse)
    return _scaled(Quantity(a.value / b.value, low, high, unit), factor)


def _power(a: Quantity, b: Quantity) -> Quantity:
    n = _whole(b)
    low, high = a.low, a.high
    if low is not None and low < 0:
        low = None
    return Quantity(a.value**n, None if low is None else low**n, None if high is None else high**n)


def _root(a: Quantity, b: Quantity) -> Quantity:
    n = _whole(b)
    if a.value <= 0:
        raise Undecided("a rate of growth needs two positive levels")
    return Quantity(*(None if x is None or x < 0 else _nth_root(x, n) for x in a[:3]))  # type: ignore[arg-type]


def _points(a: Quantity) -> Quantity:
    if a.unit != ():
        a = a.into(())
    return _scaled(Quantity(a.value, a.low, a.high, (("pp", 1),)), _HUNDRED)


_HUNDRED = Fraction(100)


_OPERATIONS: dict[str, Callable[..., Quantity]] = {"+": _add, "−": _subtract, "×": _multiply, "÷": _divide, "^": _power, "root": _root}


def _whole(n: Quantity) -> int:
    if n.value.denominator != 1 or not 1 <= n.value <= MAX_YEARS:
        raise Undecided(f"{format_number(n.value)} is no number of years a rate can be taken over")
    return int(n.value)


def _nth_root(x: Fraction, n: int) -> Fraction:
    """To some 25 digits: for print only, never for a verdict."""
    with localcontext() as context:
        context.prec = 32
        value = Decimal(x.numerator) / Decimal(x.denominator)
        near = float(value) ** (1 / n) if 1e-300 < value < 1e300 else 0.0
        # One of Newton's steps doubles the sixteen digits of a float.
        root = Decimal(near) + (value / Decimal(near) ** (n - 1) - Decimal(near)) / n if near else value ** (Decimal(1) / n)
        return nearest(Fraction(root), 10**25)


def _sum(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return None if a is None or b is None else plus(a, b)


def _difference(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return None if a is None or b is None else minus(a, b)


def _scaled(a: Quantity, factor: Fraction) -> Quantity:
    if factor.numerator == factor.denominator:
        return a
    return Quantity(product(a.value, factor), *(None if x is None else product(x, factor) for x in (a.low, a.high)), a.unit)


def _product(a: Quantity, b: Quantity) -> tuple[Fraction | None, Fraction | None]:
    if a.low is None or a.high is None or b.low is None or b.high is None:
        # Unbounded only matters for amounts, and those are not negative.
        lows = [q.low if q.low is not None else Fraction(0) if q.value >= 0 and q.high is not None and q.high >= 0 else None for q in (a, b)]
        if None in lows or min(lows) < 0:  # type: ignore[type-var]
            return None, None
        return lows[0] * lows[1], None if a.high is None or b.high is None else a.high * b.high  # type: ignore[operator]
    if a.low.numerator >= 0 and b.low.numerator >= 0:
        return product(a.low, b.low), product(a.high, b.high)
    corners = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
    return min(corners), max(corners)


# Solving


def solve(relation: Relation, unknown: str) -> Expression | None:
    """What `unknown` would have to be for an equation to hold; None if it stands in two places or under a root's degree."""
    if list(names(relation.left)).count(unknown) + list(names(relation.right)).count(unknown) != 1:
        return None
    tree, rest = (relation.left, relation.right) if unknown in names(relation.left) else (relation.right, relation.left)
    while tree.op != "name":
        a, b = tree.args if len(tree.args) == 2 else (tree.args[0], None)
        in_a = unknown in names(a)
        if tree.op == "+":
            tree, rest = (a, rest - b) if in_a else (b, rest - a)
        elif tree.op == "−":
            tree, rest = (a, rest + b) if in_a else (b, a - rest)
        elif tree.op == "×":
            tree, rest = (a, rest / b) if in_a else (b, rest / a)
        elif tree.op == "÷":
            tree, rest = (a, rest * b) if in_a else (b, a / rest)
        elif tree.op == "^" and in_a:
            tree, rest = a, root(rest, b)
        elif tree.op == "root" and in_a:
            tree, rest = a, rest**b
        elif tree.op == "points":
            tree, rest = a, Expression("÷", rest, number(100, (("pp", 1),)))
        else:
            return None
    return rest


# Print

_RANK = {"+": 1, "−": 1, "×": 2, "÷": 2, "^": 3}


def write(tree: Expression, shown: Mapping[str, str], rank: int = 0, right: bool = False) -> str:
    """`tree` as a person writes it: 176.4 ÷ 107.8 − 1."""
    if tree.op == "name":
        return shown.get(tree.args[0], tree.args[0])
    if tree.op == "number":
        quantity, text = tree.args
        return text or format_number(quantity.value) + format_unit(quantity.unit)
    if tree.op == "points":
        return write(tree.args[0], shown, rank, right)
    if tree.op == "root":
        radicand, degree = (write(a, shown) for a in tree.args)
        bracketed = degree if tree.args[1].op in ("name", "number") else f"({degree})"
        return f"({radicand})^(1/{bracketed})"
    a, b = tree.args
    own = _RANK[tree.op]
    text = f"{write(a, shown, own)} {tree.op} {write(b, shown, own, True)}"
    needs = own < rank or own == rank and right and (tree.op in "−÷" or rank in (1, 2))
    return f"({text})" if needs else text


def format_number(value: Fraction, digits: int = 6) -> str:
    """A short decimal for people: up to `digits` significant digits, whole numbers whole."""
    if value.denominator == 1:
        return str(value.numerator)
    with localcontext() as context:
        context.prec = digits
        rounded = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{rounded:f}".rstrip("0").rstrip(".") if "." in f"{rounded:f}" else f"{rounded:f}"


# Reading

_TOKEN = re.compile(r"\s*(?:(\d[\d.,]*[^\s+−\-×*÷/()（）]*)|([^\W\d][\w.]*)|([+−\-×*÷/()（）]))")
_SIGNS = {"-": "−", "*": "×", "/": "÷", "（": "(", "）": ")"}


class ExpressionError(ValueError):
    """What is written is no arithmetic over names and numbers; `offset` is where."""

    def __init__(self, message: str, offset: int):
        super().__init__(message)
        self.offset = offset


def parse(text: str, literal: Callable[[str], Expression | None]) -> Expression:
    """`a × (1 − b ÷ c)` as a tree; `literal` reads 100% or 10万元. Raises ExpressionError."""
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"an expression is at most {MAX_LENGTH} characters long", 0)
    tokens: list[tuple[str, str, int]] = []
    position = 0
    while text[position:].strip():
        match = _TOKEN.match(text, position)
        if not match:
            offset = position + len(text[position:]) - len(text[position:].lstrip())
            raise ExpressionError(f"{text[offset]!r} is no part of an expression (+ − × ÷ and brackets over names and numbers)", offset)
        kind = "number" if match[1] else "name" if match[2] else "sign"
        word = match[match.lastindex or 0]
        tokens.append((kind, _SIGNS.get(word, word), match.start(match.lastindex or 0)))
        position = match.end()
    tree, index = _parse_sum(tokens, 0, literal, len(text), 0)
    if index < len(tokens):
        raise ExpressionError(f"{tokens[index][1]!r} does not belong here", tokens[index][2])
    return tree


def _parse_sum(tokens, index, literal, end, depth):
    tree, index = _parse_product(tokens, index, literal, end, depth)
    while index < len(tokens) and tokens[index][1] in ("+", "−") and tokens[index][0] == "sign":
        sign = tokens[index][1]
        other, index = _parse_product(tokens, index + 1, literal, end, depth)
        tree = Expression(sign, tree, other)
    return tree, index


def _parse_product(tokens, index, literal, end, depth):
    tree, index = _parse_atom(tokens, index, literal, end, depth)
    while index < len(tokens) and tokens[index][1] in ("×", "÷") and tokens[index][0] == "sign":
        sign = tokens[index][1]
        other, index = _parse_atom(tokens, index + 1, literal, end, depth)
        tree = Expression(sign, tree, other)
    return tree, index


def _parse_atom(tokens, index, literal, end, depth):
    if depth > MAX_DEPTH:
        raise ExpressionError(f"brackets are nested more than {MAX_DEPTH} deep", tokens[min(index, len(tokens) - 1)][2])
    if index >= len(tokens):
        raise ExpressionError("a name or a number is missing at the end", end)
    kind, word, offset = tokens[index]
    if kind == "name":
        return name(word), index + 1
    if kind == "number":
        value = literal(word)
        if value is None:
            raise ExpressionError(f"{word!r} is no number", offset)
        return value, index + 1
    if word == "(":
        tree, index = _parse_sum(tokens, index + 1, literal, end, depth + 1)
        if index >= len(tokens) or tokens[index][1] != ")":
            raise ExpressionError("a closing bracket is missing", tokens[index][2] if index < len(tokens) else end)
        return tree, index + 1
    raise ExpressionError(f"a name or a number is missing before {word!r}", offset)


__all__ = ["Expression", "ExpressionError", "Quantity", "Relation", "Undecided", "UnitError", "dimension", "evaluate", "exact", "format_number", "name", "names",
           "number", "parse", "points", "root", "solve", "substitute", "write"]
