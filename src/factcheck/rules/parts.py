"""Parts and wholes."""

from __future__ import annotations

from . import rule


@rule()
def share(part, whole, result):
    """What share of a whole a part is: 占吴忠市的54%, 84% of the items.

    Formula: result = part ÷ whole.
    """
    return result == part / whole


@rule()
def total(result, *parts):
    """A total and all its parts, as in footing a column.

    Formula: result = the sum of the parts. Rounded parts need not add up to the last digit; their printed intervals must.
    Source: XBRL Calculations 1.1, summation of rounded facts.
    """
    sum_of_parts = parts[0]
    for part in parts[1:]:
        sum_of_parts = sum_of_parts + part
    return result == sum_of_parts


@rule()
def remainder(result, whole, *parts):
    """What is left of a whole without some parts.

    Formula: result = whole − the sum of the parts.
    """
    for part in parts:
        whole = whole - part
    return result == whole


@rule()
def average(result, *values):
    """A plain mean of several values.

    Formula: result = the sum of the values ÷ how many they are, a whole number being rounded.
    """
    sum_of_values = values[0]
    for value in values[1:]:
        sum_of_values = sum_of_values + value
    return (result == sum_of_values / len(values)).rounded()
