import pytest

from factcheck.document import Document
from factcheck.quotes import Index, QuoteError, match, nearest, parse

REPORT = Document("report.md", """入驻企业2016年只有81家,2019年达145家,工业总产值2016年为107.8亿元,到2019年升至176.4亿元,累计增长63.6%,占到全市的近20%。
农业总产值2016年为23亿元,2019年为30.4亿元,增长32.2%。
全市建成三县(区)光伏电站。每村补助5万~10万元,每家每户都通了水。摘要:工业总产值增长63.6%。""")
INDEX = Index(REPORT)


def texts(quote, index=INDEX):
    return [[index.document.text[s.start : s.end] for s in found.spans] for found in match(parse(quote), index)]


@pytest.mark.parametrize("quote, bound", [
    ("工业总产值…{base=107.8亿元}…{value=176.4亿元}…增长{result=63.6%}", [["107.8亿元", "176.4亿元", "63.6%"]]),
    ("工业总产值…{1亿元}…{2亿元}…增长{9%}", [["107.8亿元", "176.4亿元", "63.6%"]]),
    ("入驻企业…{_=81家}…{145家}", [["81家", "145家"]]),
    ("入驻企业…{2016年}…{2019年}", [["2016年", "2019年"]]),
    ("建成{三}县(区)光伏", [["三县"]]),
    ("每村补助{5万}~{10万元}", [["5万", "10万元"]]),
    ("每村补助{5万}—{10万元}", [["5万", "10万元"]]),
    ("{每家每户[100%]}都通了水", [["每家每户"]]),
    ("占到全市的{share=近20%}", [["近20%"]]),
    ("占 到 全 市 的{share=近 ２０％}", [["近20%"]]),
    ("工业总产值...增长{63.6%}", [["63.6%"], ["63.6%"]]),
    ("农业总产值…{107.8亿元}…占到全市的{20%}", []),
    ("没有这句话{5%}", []),
])
def test_where_a_quote_stands(quote, bound):
    assert texts(quote) == bound


@pytest.mark.parametrize("edit", [
    ("107.8亿元", "1078000万元"), ("107.8亿元", "１０７．８亿元"), ("107.8亿元", "107.8 亿元"), ("到2019年升至176.4", "2019年就有176.4"), ("107.8亿元", "999亿元"), ("2016年为107.8", "按2016年算是107.8"),
])
def test_other_print_and_other_words_in_gaps_leave_a_quote_bound(edit):
    index = Index(Document("report.md", REPORT.text.replace(*edit, 1)))
    assert len(texts("工业总产值…{base=107.8亿元}…{value=176.4亿元}…增长{result=63.6%}", index)) == 1


def test_a_gap_does_not_leave_the_sentence():
    index = Index(Document("report.md", REPORT.text.replace("增长63.6%,占", "占")))
    assert texts("工业总产值…{base=107.8亿元}…增长{result=63.6%}", index) == []


def test_a_latin_word_is_not_cut():
    index = Index(Document("report.md", "Departments grew 5%. The art of growth: art grew 7%."))
    assert texts("art grew {7%}", index) == [["7%"]]


@pytest.mark.parametrize("quote, message", [
    ("增长63.6%", "no figure is marked"), ("{63.6%}", "no words"), ("增长{}", "holds nothing"), ("增长{63.6%", "brace"), ("增长{5%和6%}人", None), ("{5万[圆圆]}贫困", "no unit is called"),
    ("{全部[很多]}达到", "no value"), ("产值{23亿元[24.0亿元]}", "not the value"),
])
def test_a_quote_that_cannot_be_read(quote, message):
    if message is None:
        parse(quote)
        return
    with pytest.raises(QuoteError, match=message):
        parse(quote)


def test_the_nearest_sentence_is_named():
    (span, *_) = nearest(parse("农业总产值由…增长到{30.4亿元}"), INDEX)
    assert "农业总产值" in REPORT.text[span.start : span.end]


def test_square_brackets_add_unit_and_precision():
    (slot,) = parse("户、{5万[人]}贫困人口").slots
    assert (slot.figure.text, slot.unit) == ("5万", "人")
    (slot,) = parse("每年安排{5000万元[/年]}").slots
    assert slot.unit == "元/年"
    (slot,) = parse("产值{23亿元[23.0亿元]}").slots
    assert slot.resolution == 10**7


def test_one_endless_line_is_matched_in_time():
    index = Index(Document("report.md", "工业总产值107.8亿元,提高到176.4亿元," * 20_000))
    assert len(match(parse("工业总产值…{107.8亿元}…{176.4亿元}"), index)) == 20_000
    assert match(parse("工业总产值…{107.8亿元}…增长{5%}"), index) == ()
