from fractions import Fraction

import pytest

from factcheck.factors import FACTORS as FACTORS_KEPT
from factcheck.units import COUNTED, UNITS, UnitError, ask_pint, conversion, divided, factor_between, format_unit, parse_unit, times

# Factors from the International System and the national standard for 亩 (2000/3 square metres).
FACTORS = [("公顷", "亩", Fraction(15)), ("平方公里", "亩", Fraction(1500)), ("千米", "米", Fraction(1000)), ("吨", "千克", Fraction(1000)), ("斤", "千克", Fraction(1, 2)),
           ("英里", "千米", Fraction(1609344, 10**6)), ("小时", "分钟", Fraction(60)), ("兆瓦", "千瓦", Fraction(1000)), ("bp", "pp", Fraction(1, 100))]


@pytest.mark.parametrize("source, target, factor", FACTORS)
def test_factors_are_exact(source, target, factor):
    assert factor_between(source, target) == factor
    assert factor_between(target, source) == 1 / factor


@pytest.mark.parametrize("a, b", [("元", "USD"), ("人", "户"), ("米", "平方米"), ("pp", "个"), ("元/人", "元/户")])
def test_different_things_do_not_mix(a, b):
    with pytest.raises(UnitError):
        conversion(parse_unit(a), parse_unit(b))


def test_things_counted_mix():
    assert conversion(parse_unit("所"), parse_unit("个")) == 1
    assert conversion((), parse_unit("个")) == 1


def test_products_and_quotients():
    assert times(parse_unit("元/年"), parse_unit("年")) == (parse_unit("元"), 1)
    assert divided(parse_unit("元"), parse_unit("户")) == (parse_unit("元/户"), 1)
    assert times(parse_unit("元/亩"), parse_unit("公顷")) == (parse_unit("元"), 15)
    assert format_unit(parse_unit("人/平方公里")) == "人/平方公里"


def test_no_word_stands_for_two_units():
    for attribute in ("zh", "signs"):
        words = [word for unit in UNITS.values() for word in getattr(unit, attribute)]
        twice = {word for word in words if words.count(word) > 1}
        assert twice <= {"度"}


def test_an_unknown_unit_is_refused():
    with pytest.raises(UnitError, match="no unit is called '圆圆'"):
        parse_unit("圆圆")


def test_the_factors_kept_are_those_pint_gives():
    assert FACTORS_KEPT == {unit.symbol: str(ask_pint(unit.symbol)) for unit in UNITS.values() if unit.dimension not in COUNTED}
