"""What the reader takes for a figure, and how it reads it; values here were worked out by hand."""

import time
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck.document import Document
from factcheck.figures import figures
from factcheck.units import parse_unit


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
    ("补贴2万5元。", "2万5元", "25000", "元", "quantity"),
    ("种植三十二点五万亩。", "三十二点五万亩", "325000", "亩", "quantity"),
    ("约2/3的农户。", "2/3", "2/3", "", "share"),
    ("完成四又二分之一亩。", "四又二分之一亩", "9/2", "亩", "quantity"),
    ("费率为万分之1.2。", "万分之1.2", "0.00012", "", "share"),
    ("下降零点六个百分点。", "零点六个百分点", "0.6", "pp", "points"),
    ("工期两个半月。", "两个半月", "2.5", "月", "duration"),
    ("历时一年半。", "一年半", "1.5", "年", "duration"),
    ("增长一倍半。", "一倍半", "1.5", "倍", "multiple"),
    ("占七成半。", "七成半", "0.75", "", "share"),
    ("打对折出售。", "对折", "0.5", "", "share"),
    ("实现翻番。", "翻番", "2", "倍", "multiple"),
    ("新建小学一所、中学三所。", "一所", "1", "所", "count"),
    ("提高十一个百分点。", "十一个百分点", "11", "pp", "points"),
    ("参会代表328名。", "328名", "328", "人", "count"),
    ("气温零下5度。", "零下5度", "-5", "度", "quantity"),
    ("气温负12度。", "负12度", "-12", "度", "quantity"),
    ("人民币玖拾万元整。", "玖拾万元", "900000", "元", "quantity"),
    ("人民币9亿元。", "9亿元", "900000000", "元", "quantity"),
    ("HK$12.3亿收购。", "HK$12.3亿", "1230000000", "HKD", "quantity"),
    ("浓度35微克/立方米。", "35微克/立方米", "35", "微克/立方米", "quantity"),
    ("人均预期寿命77.3岁。", "77.3岁", "77.3", "岁", "quantity"),
    ("收于3052.9点。", "3052.9点", "3052.9", "点", "quantity"),
    ("排放1.2×10^8吨。", "1.2×10^8吨", "120000000", "吨", "quantity"),
    ("总量居第5位。", "第5位", "5", "人", "ordinal"),
    ("前五名。", "前五名", "5", "人", "count"),
    ("十三届全国人大。", "十三届", "13", "届", "ordinal"),
    ("1—9月完成。", "1—9月", "109", "", "date"),
    ("3月15日启用。", "3月15日", "315", "", "date"),
    ("二十日发布。", "二十日", "20", "", "date"),
    ("连续15日下雨。", "15日", "15", "天", "duration"),
    ("共計三萬五千戶。", "三萬五千戶", "35000", "户", "count"),
    ("Output was 12 345 tonnes.", "12 345 tonnes", "12345", "吨", "quantity"),
    ("A budget of Rs 1,24,000 crore.", "Rs 1,24,000 crore", "1240000000000", "INR", "quantity"),
    ("There are 1,234 new schools.", "1,234 new schools", "1234", "schools", "count"),
    ("Some 6.95m trips were made.", "6.95m trips", "6950000", "车次", "count"),
    ("A wall 100m long.", "100m", "100", "米", "quantity"),
    ("One and a half million people came.", "One and a half million people", "1500000", "人", "count"),
    ("It lasted 2 1/2 years.", "2 1/2 years", "2.5", "年", "duration"),
    ("It took 2½ hours.", "2½ hours", "2.5", "小时", "duration"),
    ("Three out of ten agreed.", "Three out of ten", "0.3", "", "share"),
    ("It is 1 in 10,000.", "1 in 10,000", "0.0001", "", "share"),
    ("Sales fell by a third.", "a third", "1/3", "", "share"),
    ("A twenty-fold rise.", "twenty-fold", "20", "倍", "multiple"),
    ("Temperatures of minus 3 degrees.", "minus 3 degrees", "-3", "摄氏度", "quantity"),
    ("A loss of $(0.03) a share.", "$(0.03)", "-0.03", "USD", "quantity"),
    ("A dividend of 12.5p.", "12.5p", "12.5", "便士", "quantity"),
    ("A margin up 4.9p.p.", "4.9p.p.", "4.9", "pp", "points"),
    ("It is 45.2 per 1,000.", "45.2 per 1,000", "0.0452", "", "share"),
    ("Revenue was $12bn (£9bn).", "$12bn", "12000000000", "USD", "quantity"),
    ("He is 35 years old.", "35 years old", "35", "岁", "quantity"),
    ("The 2010 census.", "2010", "2010", "年", "year"),
    ("Sales rose in 2010/11.", "2010/11", "2010", "年", "year"),
    ("The class of '19.", "'19", "2019", "年", "year"),
    ("The mid-2019 count.", "2019", "2019", "年", "year"),
    ("March 15, 2019 was a Friday.", "March 15, 2019", "20190315", "", "date"),
    ("It fell to 16th.", "16th", "16", "", "ordinal"),
    ("A margin of .5 per cent.", ".5 per cent", "0.005", "", "share"),
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
    "第3.2节、第十三条、表1、图2-3、附件4。",
    "14:30开会，上午9时15分、8点结束，比分3:2。",
    "“十四五”、上世纪八十年代、20世纪90年代、一季度、前三季度。",
    "热线12345，QQ群123456789，手机13912345678，192.168.1.1。",
    "GB/T 19001—2016、ISO 9001、COVID-19、PM2.5、“3+2”模式、3路公交车1203室。",
    "东经105°30′，三级、两侧、一站式、三大攻坚战。",
    "https://www.example.com/2020/12/t20201231_123.html，年报2021.pdf，a1@b2.com。",
    "Model X-200, flight BA2490, a Boeing 737-800, FTSE 100, STATS19.",
    "The team won 3-2 at 2:30 pm on a 24/7 basis; call +44 (0)20 7123 4567 or 202-555-0143.",
    "Sections 3 and 4, pages 12-15, the 1990s, Q3, H1, a 10-year-old boy, third-largest.",
    "10.1016/j.abc.2019.01.002 and http://example.com/2019/12 and data2019.xlsx",
    "The third quarter, the 21st century, COVID-19, G20, 5G, version 2.0.1.",
    "See Section 3.2, Table 4 and page 15.",
    "In the first half, iPhone 11 on Windows 10 in 1080p; a 60-40 split; 4x4; 24-year-olds are U-20.",
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
    ("二十几万亩地。", "200000", "299999"),
    ("一百零几万元。", "1000000", "1099999"),
    ("一百二三十人。", "120", "130"),
    ("百分之二三十。", "0.2", "0.3"),
    ("翻了一番多。", "2", "3"),
    ("several hundred firms", "200", "999"),
    ("tens of thousands of people", "10000", "99999"),
    ("as many as 50 people", None, "50"),
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
          ("7亿余元", "余"), ("占比不到5%", "不到"), ("约为30%", "约为"), ("增加到30%", ""), ("未达到30%", "未达"), ("几千户", "几千"), ("七八千元", ""), ("3000多元", "多"), ("多元化3000元", ""), ("over 40 firms", "over"), ("20-odd villages", "-odd")]


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


def test_a_list_or_range_shares_scale_and_currency():
    assert [f.value for f in read("用电量分别为1141、52721和15315亿千瓦时")] == [1141 * 10**8, 52721 * 10**8, 15315 * 10**8]
    assert [f.value for f in read("分别为800、1.2万元")] == [800, 12000]
    assert [(f.value, f.unit) for f in read("It will cost $3–5 million.")] == [(3_000_000, "USD"), (5_000_000, "USD")]
    assert [f.value for f in read("between 3 and 5 million people")] == [3_000_000, 5_000_000]
    assert [f.value for f in read("a gain of 9,482 or 19.6%")] == [9482, Fraction(196, 1000)]


def test_years_stand_apart_from_what_lasts():
    assert [(f.value, f.kind) for f in read("2016—2019年、2020、2021年，3年、三年、第3年")] == [
        (2016, "year"), (2019, "year"), (2020, "year"), (2021, "year"), (3, "duration"), (3, "duration"), (3, "ordinal")]
    assert [(f.value, f.kind) for f in read("From 2015 to 2019 it built 2015 houses, above 2015 levels.")] == [
        (2015, "year"), (2019, "year"), (2015, "count"), (2015, "year")]
    assert [(f.value, f.kind) for f in read("增长2016%")] == [(Fraction(2016, 100), "share")]


def test_a_list_of_references_ends_where_counting_begins():
    assert read("See Tables 3 and 4.") == ()
    assert [f.text for f in read("See Table 3, 450 firms answered.")] == ["450 firms"]


def test_a_separator_never_crosses_a_unit():
    assert [f.value for f in read("新增岗位3150个,2000人受益")] == [3150, 2000]
    assert [f.value for f in read("总人口1，234，567人，分12,13,14三组")] == [1234567, 12, 13, 14, 3]
    assert [f.value for f in read("EBITDA 120 135 12.5%")] == [120, 135, Fraction(125, 1000)]


# A text that is one numeral is read whole, however it is spaced; worked out by hand.
ALONE = [("六百二", "620"), ("九千零三", "9003"), ("两 千 三 百 六", "2360"), ("3 万6 千2 百", "36200"), ("负四十一", "-41"), ("-7/4", "-7/4"), ("3 1/4", "13/4"), ("六打", "72"),
         ("八 又 五 分 之 二", "42/5"), ("负二又三分之一", "-7/3"), ("半百", "50"), ("3e4", "30000"), ("2^-3", "1/8"), (".25", "1/4"), ("30万万", "3000000000"), ("七成 四", "0.74"),
         ("六 点 五 折", "0.65"), ("半成", "0.05"), ("百 分 之 一 百 三 十", "1.3"), ("百分之12k", "120"), ("四 十 个 百 分 点", "40"), ("二兆三千亿", "2300000000000"), ("twelve", "12")]


@pytest.mark.parametrize("text, value", ALONE)
def test_a_text_that_is_one_numeral(text, value):
    (figure,) = read(text)
    assert (figure.text, figure.value) == (text, Fraction(value))


@pytest.mark.parametrize("text", ["万", "万万", "四川", "一切", "陆地", "三心二意"])
def test_a_text_that_is_none(text):
    assert read(text) == ()


def test_from_to_is_no_range():
    assert {f.end_of_range for f in read("由3150元提高到4560元")} == {""}


def test_direction_is_that_of_the_verb_in_the_clause():
    assert [f.direction for f in read("贫困发生率从2016年的26%下降到2019年的0.52%,收入7064元")] == [0, 0, -1, -1, 0]
    assert [f.direction for f in read("Sales fell 12% to $3 million, and costs of $2 million")] == [-1, 0, 0]


def test_a_long_string_of_digits_is_a_code():
    assert read("9" * 100_000) == ()


SHARED = Path(__file__).parents[2] / "shared" / "examples"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the examples are not beside the repository")
def test_the_probes_are_read_right(capsys):
    import importlib.util

    spec = importlib.util.spec_from_file_location("bench_figures", Path(__file__).parents[1] / "bench" / "figures.py")
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    bench.probes(SHARED, True)
    printed = capsys.readouterr().out
    assert "missed:" not in printed and "seen where none is:" not in printed


HOSTILE = ["9,", "1,234,", "一", "十", "三分之", "约1", "1.", "1:", "a1@", "http://a ", "1 250 ", "“一", "2015 widgets ", "May 1 ", "one hundred and ", "1 in ", "(1)", "增长", "1-"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_takes_more_than_its_length(piece):
    def seconds(size):
        document = Document("report.md", piece * (size // len(piece)), piece.isascii() is False)
        began = time.process_time()
        figures(document)
        return time.process_time() - began

    assert seconds(60_000) < 8 * seconds(15_000) + 0.2


def test_reading_costs_in_line_with_the_text():
    assert len(read("产值107.8亿元" * 20_000)) == 20_000


def test_what_a_rate_is_for_is_a_unit_even_if_none_is_called_so():
    """$9.10 per mmBtu: a claims file must be able to name it."""
    for text in ("Gas cost $9.10 per mmBtu.", "It took 3.5 tonnes per Xy³."):
        (figure,) = figures(Document("text", text))
        assert "/" in figure.unit and parse_unit(figure.unit)
