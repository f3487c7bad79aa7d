"""Change of one thing between two times."""

from __future__ import annotations

from ..expression import points, root
from . import rule


@rule(signed="result", moves=("base", "value"))
def growth(base, value, result):
    """A rate of change from an earlier level to a later one: 同比, 比上年, up 63.6%.

    Formula: result = value ÷ base − 1. A falling verb before the result makes it negative.
    Source: National Bureau of Statistics glossary, 增长速度 = 报告期水平 ÷ 基期水平 − 1.
    Levels at current prices beside growth at constant prices cannot be compared.
    """
    return result == value / base - 1


@rule(signed="result", moves=("base", "value"))
def cagr(base, value, result, from_=None, to=None, years=None):
    """An average yearly rate of growth, compounded: 年均增长13.3%.

    Formula: result = (value ÷ base)^(1/n) − 1, where n is `years` or `to` − `from`.
    Source: National Bureau of Statistics glossary, 平均增长速度 by the geometric method (水平法).
    """
    n = years if years is not None else to - from_
    return result == root(value / base, n) - 1


@rule(signed="result", moves=("base", "value"))
def difference(base, value, result):
    """An absolute change: 增加64家, a gain of $2.5 million.

    Formula: result = value − base.
    """
    return result == value - base


@rule(signed="result", moves=("start", "end"))
def point_change(start, end, result):
    """A change of a share in percentage points: 提高2.3个百分点.

    Formula: result = (end − start) × 100 points. A percentage point is not a percent.
    """
    return result == points(end - start)


@rule(moves=("base", "value"))
def multiple(base, value, result):
    """How many times the base a value is: 是2015年的2.3倍, doubled.

    Formula: result = value ÷ base.
    """
    return result == value / base
