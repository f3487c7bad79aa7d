"""Fractions worked out on their whole numbers: Python's own operators look at the types of both sides first, which takes longer than the sum itself."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

# From ten and a tenth to ten thousand and a ten thousandth.
POWERS_OF_TEN = tuple(power for n in range(1, 5) for power in (Fraction(10**n), Fraction(1, 10**n)))


def ratio(over: int, under: int) -> Fraction:
    """`over / under`, for `under` exceeds 0."""
    common = gcd(over, under)
    fraction = object.__new__(Fraction)
    fraction._numerator, fraction._denominator = over // common, under // common  # type: ignore[attr-defined]
    return fraction


def plus(a: Fraction, b: Fraction) -> Fraction:
    p, q = a._denominator, b._denominator  # type: ignore[attr-defined]
    if p == q:
        return ratio(a._numerator + b._numerator, p)  # type: ignore[attr-defined]
    return ratio(a._numerator * q + b._numerator * p, p * q)  # type: ignore[attr-defined]


def minus(a: Fraction, b: Fraction) -> Fraction:
    p, q = a._denominator, b._denominator  # type: ignore[attr-defined]
    if p == q:
        return ratio(a._numerator - b._numerator, p)  # type: ignore[attr-defined]
    return ratio(a._numerator * q - b._numerator * p, p * q)  # type: ignore[attr-defined]


def product(a: Fraction, b: Fraction) -> Fraction:
    return ratio(a._numerator * b._numerator, a._denominator * b._denominator)  # type: ignore[attr-defined]


def quotient(a: Fraction, b: Fraction) -> Fraction:
    """`a / b`, for any `b` but 0."""
    over, under = a._numerator * b._denominator, a._denominator * b._numerator  # type: ignore[attr-defined]
    return ratio(over, under) if under > 0 else ratio(-over, -under)


def exceeds(a: Fraction, b: Fraction) -> bool:
    return a._numerator * b._denominator > b._numerator * a._denominator  # type: ignore[attr-defined]


def nearest(value: Fraction, limit: int) -> Fraction:
    """The fraction nearest to `value` whose denominator is no more than `limit`, by continued fractions."""
    if value.denominator <= limit:
        return value
    p0, q0, p1, q1 = 0, 1, 1, 0
    over, under = value.numerator, value.denominator
    while (q2 := q0 + (whole := over // under) * q1) <= limit:
        p0, q0, p1, q1 = p1, q1, p0 + whole * p1, q2
        over, under = under, over - whole * under
    times = (limit - q0) // q1
    if 2 * under * (q0 + times * q1) <= value.denominator:
        return ratio(p1, q1)
    return ratio(p0 + times * p1, q0 + times * q1)
