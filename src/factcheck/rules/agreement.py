"""Figures that must agree, or stand in an order."""

from __future__ import annotations

from . import rule


@rule()
def equal(*values):
    """Figures that say the same thing: two mentions, one clinic for each township.

    Formula: the first = each of the others. Mentions of equal precision must be equal; else their printed intervals must meet.
    Source: XBRL Calculations 1.1, duplicate facts.
    """
    return tuple(values[0] == value for value in values[1:])


@rule()
def at_most(part, whole):
    """A bound: a part is not more than its whole, a payment not more than its cap.

    Formula: part ≤ whole. Violated only if every possible part exceeds every possible whole.
    """
    return part <= whole


@rule()
def between(value, low, high):
    """A value within a band that is stated or plain to everybody.

    Formula: low ≤ value ≤ high.
    """
    return low <= value, value <= high


@rule(heading=1)
def rises(*values):
    """Each value is more than the one before it: 由3150元提高到4560元, years in their order.

    Formula: first < second < …
    """
    return tuple(a < b for a, b in zip(values, values[1:]))


@rule(heading=-1)
def falls(*values):
    """Each value is less than the one before it: 由26%下降到0.52%.

    Formula: first > second > …
    """
    return tuple(b < a for a, b in zip(values, values[1:]))
