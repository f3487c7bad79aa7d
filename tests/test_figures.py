"""What the reader takes for a figure, and how it reads it; values here were worked out by hand."""

from fractions import Fraction

import pytest

from factcheck.document import Document
from factcheck.figures import figures


def read(text):
    return figures(Document("report.md", text))


VALUES = [
    ("总产值107.8亿元。", "107.8亿元", "10780000000", "元", "quantity"),
    ("总投资１２．５亿元。", "１２．５亿元", "1250000000", "元", "quantity"),
    ("存款1.3万亿元。", "1.3万亿元", "1300000000000", "元", "quantity"),
    ("收入3万5千元。", "3万5千元", "35000", "元", "quantity"),
    ("收入三万五元，三万零五元。", "三万五元", "35000", "元", "quantity"),
    ("游客两亿三千万人次。", "两亿三千万人次", "230000000", "人次", "count"),
    ("共1,234,567人。", "1,234,567人", "1234567", "人", "count"),
    ("产值1 250万元。", "1 250万元", "12500000", "元", "quantity"),
    ("增长63.6%。", "63.6%", "0.636", "", "share"),
    ("约两成企业受影响。", "两成", "0.2", "", "share"),
    ("占三成五。", "三成五", "0.35", "", "share"),
    ("费率为千分之三。", "千分之三", "0.003", "", "share"),
    ("提高2.3个百分点。", "2.3个百分点", "2.3", "pp", "points"),
    ("下调25个基点。", "25个基点", "25", "bp", "points"),
    ("是上年的2.3倍。", "2.3倍", "2.3", "倍", "multiple"),
    ("收入翻两番。", "翻两番", "4", "倍", "multiple"),
    ("历时三年半。", "三年半", "3.5", "年", "duration"),
    ("里程12千米，重3千克。", "12千米", "12", "千米", "quantity"),
    ("增速为-3.2%。", "-3.2%", "-0.032", "", "share"),
    ("密度120人/平方公里。", "120人/平方公里", "120", "人/平方公里", "quantity"),
    ("二〇一九年完成。", "二〇一九年", "2019", "年", "year"),
    ("2016年底开工。", "2016年", "2016", "年", "year"),
    ("2021年01月04日发布。", "2021年01月04日", "20210104", "", "date"),
    ("第12届年会。", "第12届", "12", "届", "ordinal"),
    ("四星级以上酒店。", "四星级", "4", "星级", "ordinal"),
    ("八五折出售。", "八五折", "0.85", "", "share"),
    ("Revenue was $1.2bn.", "$1.2bn", "1200000000", "USD", "quantity"),
    ("A loan of RMB 500mn.", "RMB 500mn", "500000000", "元", "quantity"),
    ("It employs 12,345 people.", "12,345 people", "12345", "人", "count"),
    ("One hundred and twenty-three schools opened.", "One hundred and twenty-three schools", "123", "schools", "count"),
    ("Output rose 4.5 per cent.", "4.5 per cent", "0.045", "", "share"),
    ("The share rose 3 percentage points.", "3 percentage points", "3", "pp", "points"),
    ("Exports doubled.", "doubled", "2", "倍", "multiple"),
    ("Net income was ($99.5 million).", "($99.5 million)", "-99500000", "USD", "quantity"),
    ("It took half a million homes.", "half a million homes", "500000", "homes", "count"),
    ("One in five firms agreed.", "One in five", "0.2", "", "share"),
    ("In FY2019 it grew.", "FY2019", "2019", "年", "year"),
]


@pytest.mark.parametrize("text, shown, value, unit, kind", VALUES)
def test_value_unit_and_kind(text, shown, value, unit, kind):
    figure = read(text)[0]
    assert (figure.text, figure.value, figure.unit, figure.kind) == (shown, Fraction(value), unit, kind)
    assert text[figure.start : figure.end] == shown


NOT_FIGURES = [
    "一是统一规划。二是落实责任。（三）强化考核。",
    "“两不愁三保障”和“三大三强”、七纵六横、“一窗式受理”。",
    "四个意识、万一不行、千方百计、一线干部。",
    "三明市、四川省、百度公司、银百高速、五粮液。",
    "国发〔2016〕58号、第37号令、GB/T 7714-2015。",
    "电话：0953-2032345，手机13895301234。",
    "见QQ截图20210104172215.jpg。",
    "5A级景区、5G网络。",
    "The third quarter, the 21st century, COVID-19, G20, 5G, version 2.0.1.",
    "See Section 3.2, Table 4 and page 15.",
    "One of the reasons is that no one agreed with this one.",
]


@pytest.mark.parametrize("text", NOT_FIGURES)
def test_what_is_no_figure(text):
    assert [figure.text for figure in read(text)] == []


INTERVALS = [
    ("总产值107.8亿元。", "10775000000", "10785000000"),
    ("共167个村。", "167", "167"),
    ("人均7064元。", "7063.5", "7064.5"),
    ("占近20%。", "0.18", "0.2"),
    ("减免500多万元。", "5000000", "5999999"),
    ("带动5000余人。", "5000", "5999"),
    ("十几万亩地。", "100000", "199999"),
    ("七八千元一年。", "7000", "8000"),
    ("数十家企业。", "20", "99"),
    ("达到90%以上。", "0.9", None),
    ("控制在10万元以内。", None, "100000"),
    ("补助资金过亿元。", "100000000", None),
    ("不少于30人。", "30", None),
    ("fewer than 10 cases", None, "10"),
    ("nearly 40%", "0.36", "0.4"),
]


@pytest.mark.parametrize("text, low, high", INTERVALS)
def test_printed_interval(text, low, high):
    figure = read(text)[0]
    assert (figure.low, figure.high) == tuple(None if x is None else Fraction(x) for x in (low, high))


HEDGES = [("经过3年努力", ""), ("投入过亿元", "过"), ("近3年来", ""), ("占近20%", "近"), ("附近20户", ""), ("满2年以上", "以上"), ("至少有1~2个", "至少有"),
          ("7亿余元", "余"), ("over 40 firms", "over"), ("20-odd villages", "-odd")]


@pytest.mark.parametrize("text, hedge", HEDGES)
def test_hedge(text, hedge):
    figure = read(text)[0]
    assert figure.hedge == hedge
    assert not hedge or text[figure.hedge_start : figure.hedge_end] == hedge


def test_both_ends_of_a_range_have_its_unit_and_scale():
    low, high = read("每村5万~10万元")
    assert (low.value, low.unit, low.end_of_range, high.end_of_range) == (50000, "元", "low", "high")
    low, high = read("每户补助3—5万元")
    assert (low.value, low.unit) == (30000, "元")
    assert [f.value for f in read("Growth of 5-6% is expected.")] == [Fraction(5, 100), Fraction(6, 100)]


def test_a_list_shares_the_unit_of_its_last_figure():
    assert [f.unit for f in read("分别为1.2万、0.8万和3400人")] == ["人"] * 3


def test_from_to_is_no_range():
    assert {f.end_of_range for f in read("由3150元提高到4560元")} == {""}


def test_direction_is_that_of_the_verb_in_the_clause():
    assert [f.direction for f in read("贫困发生率从2016年的26%下降到2019年的0.52%,收入7064元")] == [0, 0, -1, -1, 0]
    assert [f.direction for f in read("Sales fell 12% to $3 million, and costs of $2 million")] == [-1, 0, 0]


def test_a_long_string_of_digits_is_a_code():
    assert read("9" * 100_000) == ()


def test_reading_costs_in_line_with_the_text():
    assert len(read("产值107.8亿元" * 20_000)) == 20_000
