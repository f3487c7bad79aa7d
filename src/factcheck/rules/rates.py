"""Rates: one quantity for each unit of another."""

from __future__ import annotations

from . import rule


@rule()
def quotient(dividend, divisor, result):
    """One quantity for each unit of another: 户均5.2万元, 120 people per square kilometre.

    Formula: result = dividend ÷ divisor, a whole number being rounded: 57,083 pupils in 68 schools are 839 pupils a school.
    """
    return (result == dividend / divisor).rounded()


@rule()
def product(result, *factors):
    """An amount from a rate and what it is counted by: 每亩800元 on 3万亩.

    Formula: result = the product of the factors.
    """
    product_of_factors = factors[0]
    for factor in factors[1:]:
        product_of_factors = product_of_factors * factor
    return result == product_of_factors
