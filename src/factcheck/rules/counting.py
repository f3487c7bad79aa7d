"""Counting: names in a list, years in a period."""

from __future__ import annotations

from ..expression import number
from . import rule


@rule()
def count(items, result):
    """A list and the number the report gives for it: 麻黄山乡、新庄集乡2个.

    Formula: result = how many items are listed.
    """
    return result == items


@rule()
def elapsed_years(from_, to, result):
    """Years that have passed between two: from the end of 2016 to the end of 2019 are 3.

    Formula: result = to − from.
    """
    return result == to - from_


@rule()
def inclusive_years(from_, to, result):
    """Years counted with the first and the last: 2017, 2018 and 2019 are 3.

    Formula: result = to − from + 1.
    """
    return result == to - from_ + number(1, (("年", 1),), "1")
