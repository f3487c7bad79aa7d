"""What each kind of text gives and leaves out, and where its characters stand in the file."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.document import Span
from factcheck.errors import UserError
from factcheck.figures import figures
from factcheck.reading import read, read_bytes
from factcheck.reading.text import decode

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def text(source, name="a.md"):
    return read_bytes(source.encode(), name).text


def numbers(source, name="a.md"):
    return [f.text for f in figures(read_bytes(source.encode(), name))]


# Encodings

SIMPLIFIED = ["投资12.5亿元", "2019年", "下降3%", "Total 3亿元 done", "项目,数量\n乡镇,13\n", "全县完成投资12.5亿元，比上年增长8.1%。"]
TRADITIONAL = ["投資12.5億元", "下降3個百分點", "Total 3億元 done", "項目,數量\n鄉鎮,13\n", "全縣完成投資12.5億元，比上年增長8.1%。"]


@pytest.mark.parametrize("words", SIMPLIFIED)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_simplified_chinese_is_read_in_every_encoding(words, codec):
    assert decode(words.encode(codec), "a.txt") == (words, codec)


@pytest.mark.parametrize("words", TRADITIONAL)
def test_traditional_chinese_is_never_read_as_gb18030(words):
    found, codec = decode(words.encode("big5"), "a.txt")
    assert found == words and found.encode(codec) == words.encode("big5")


@pytest.mark.parametrize("junk", [bytes(range(256)), b"\x89PNG\r\n\x1a\n123", "naïve café".encode("latin-1"), b"\xff\xd8\xff\xe0 1", b"PK\x03\x04 word/", "12.5".encode("utf-16-le"), b"\x01\x02\x03 5 \x04" * 9,
                                  b"\x1f\x8b\x08", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"{\\rtf1 5}", b"%PDF-1.7 1", "日本の増加 5".encode("shift-jis")])
def test_what_is_no_text_is_refused(junk):
    with pytest.raises(UserError) as error:
        read_bytes(junk, "a.txt")
    assert len(error.value.faults) == 1 and str(error.value).startswith("a.txt: ")


def test_old_and_encrypted_office_files_say_what_to_do():
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    for name, data, advice in (("a.doc", old, "save it as .docx"), ("a.wps", old, "save it as .docx"), ("a.docx", old + "EncryptedPackage".encode("utf-16-le"), "password"),
                               ("a.docx", b"hello", "no Word file"), ("a.rtf", b"{\\rtf1", "save it as .docx")):
        with pytest.raises(UserError, match=advice):
            read_bytes(data, name)


def test_a_named_encoding_wins_and_a_wrong_one_is_said():
    assert read_bytes("产值5元".encode("utf-16-le"), "a.txt", "utf-16-le").text == "产值5元"
    for encoding, message in (("ascii", "is not ascii: byte 0"), ("no-such", "no encoding"), ("base64", "no encoding")):
        with pytest.raises(UserError, match=message):
            read_bytes("产值5元".encode(), "a.txt", encoding)


def test_html_names_its_own_encoding():
    page = '<meta charset="{}"><p>投資12.5億元'
    assert read_bytes(page.format("big5").encode("big5"), "a.html").text == "投資12.5億元"
    assert read_bytes('<META http-equiv="Content-Type" content="text/html; charset=gb2312"><p>喆12个'.encode("gbk"), "a.html").text == "喆12个"
    assert read_bytes(page.format("utf-8").encode("big5"), "a.html").text == "投資12.5億元"


def test_lines_end_in_every_way():
    document = read_bytes(b"a\r\nb 5\rc 6\nd 7", "a.txt")
    assert [document.location(f.span)[1:3] for f in figures(document)] == [(2, 3), (3, 3), (4, 3)]


def test_invisible_characters_are_no_text():
    document = read_bytes("增长63\u200b.6%，又\u00ad7%".encode(), "a.txt")
    assert [f.text for f in figures(document)] == ["63.6%", "7%"]
    place = document.location(figures(document)[0].span)
    assert (place.line, place.column, place.end) == (1, 3, (1, 9))


# Markdown

@pytest.mark.parametrize("source, expected", [
    ("增长**63.6**%", "增长63.6%"), ("增长**63.6%**的", "增长63.6%的"), ("增长*63*.6%", "增长63.6%"), ("6**3**.6%", "63.6%"), ("63.**6**%", "63.6%"), ("增长_63.6_%", "增长63.6%"),
    ("***63.6***%", "63.6%"), ("`63.6`%", "63.6%"), ("``6`3``", "6`3"), ("[63.6](https://a.b/2019 \"t 5\")%", "63.6%"), ("[63.6][r 5]%\n\n[r 5]: /x/2019", "63.6%"), ("<b>63.6</b>%", "63.6%"),
    ("63\\.6%", "63.6%"), ("5&nbsp;kg", "5\u00a0kg"), ("1&#44;234", "1,234"), ("63.6[^1]%\n\n[^1]: 按2019年价", "63.6%\n按2019年价"), ("![12](a/2019.png)5个", "5个"), ("[![12](a.png)](b) 5", "5"),
    ("m<sup>2</sup>", "m²"), ("63.6%<sup>[1]</sup>人", "63.6%人"), ("~~12~~13个", "13个"), ("<del>12</del>13个", "13个"), ("见<https://a.b/5>。", "见。"), ("5<!-- 6\n7 -->个", "5个"),
    ("2*3", "2*3"), ("2*3*4", "2*3*4"), ("3 * 4 * 5", "3 * 4 * 5"), ("2**10和3**2", "2**10和3**2"), ("snake_case_5", "snake_case_5"), ("5~10", "5~10"), ("5~~10万", "5~~10万"), ("a < 5 & b > 6", "a < 5 & b > 6"),
    ("[2019]15号", "[2019]15号"), ("> 50", "50"), (">50%的户", ">50%的户"), ("C:\\2019", "C:\\2019"), ("-5%", "-5%"), ("#5", "#5"), ("12*注", "12*注"), ("2019. 5 is", "2019. 5 is"),
    ("# 题 5 #\n文", "题 5\n文"), ("题\n---\n文", "题\n文"), ("- a\n- b\n\n  c", "a\nb\nc"), ("1. a\n2. b", "a\nb"), ("107.8\n亿元", "107.8亿元"),
    ("全县工业总产值由上年的一百亿元以上增长\n63.6%", "全县工业总产值由上年的一百亿元以上增长63.6%"), ("出口12亿元\n进口8亿元", "出口12亿元\n进口8亿元"), ("12\n34", "12\n34"),
    ("the output of steel rose by\nChina", "the output of steel rose by China"), ("a  \nb", "a\nb"), ("a\\\nb", "a\nb"), ("a<br>b", "a\nb"), ("- [x] 5个", "5个"), ("> 增长，\n> 5%", "增长，5%"), ("a\n***\nb", "a\nb"), ("第一，\n3. 6%", "第一，3. 6%"),
    ("```\n99\n```\n5", "5"), ("- a\n\n  ~~~ x\n  9\n  ~~~\n5", "a\n5"), ("---\ntitle: 9\ntags:\n  - 8\n---\n5", "5"), ("+++\na = 1\n+++\n5", "5"), ("---\n\n句子5。\n\n---\n", "句子5。"), ("<!--\n9\n\n8\n-->\n5", "5"),
    ("<div hidden>\n\n9\n\n</div>\n\n5", "5"), ("<script>\n9\n\n8\n</script>\n\n5", "5"), ("<td>2019</td><td>1,234.5</td>", "2019\t1,234.5"), ("[//]: # (9)\n5", "5"), ("**5", "**5"), ("`5", "`5"), ("[5", "[5"),
])
def test_markdown(source, expected):
    assert text(source) == expected


def test_the_cells_of_a_table_stay_apart():
    assert text("前文\n| 年份 | 产值 |\n|---|--:|\n| 2019 | 1,234.5 |\n| **2020** | 7\\|8 |\n| | 3 |\n\n后文") == "前文\n年份\t产值\n2019\t1,234.5\n2020\t7|8\n\t3\n后文"
    assert text("> | 年份 | 产值 |\n> |---|--:|\n> | 2019 | 1,234.5 |") == "年份\t产值\n2019\t1,234.5\n"
    assert text("a | b\n- | -\n1 | 2\n\n3 | 4") == "a\tb\n1\t2\n3 | 4"
    assert "\t" not in text("| a | b |\n|---|\n| 1 | 2 |")
    assert [len(row.split("\t")) for row in text("|a|b|c|\n|-|-|-|\n|2019||5|").split("\n")[:2]] == [3, 3]


def test_a_row_an_item_and_a_heading_end_a_sentence():
    document = read_bytes(b"# Output of 12\nsteel rose 5%\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\n- one 6\n- two 7\n", "a.md")
    assert len({document.sentence_at(f.start) for f in figures(document)}) == 6


def test_lines_and_columns_are_those_of_the_file():
    source = "---\na: 1\n---\n\n# 题\n\n增长**63.6**%，\n又 `7`%。\n\n| 年 | 值 |\n|---|---|\n| 2019年 | 8元 |\n\n```\n99\n```\n> - 9&#37;\n"
    document = read_bytes(source.encode(), "a.md")
    places = [(f.text, *document.location(f.span)[1:3], document.location(f.span).end) for f in figures(document)]
    assert places == [("63.6%", 7, 5, (7, 12)), ("7%", 8, 4, (8, 7)), ("2019年", 12, 3, (12, 8)), ("8元", 12, 11, (12, 13)), ("9%", 17, 5, (17, 11))]


def test_a_span_is_found_again_in_the_source():
    source = "增长**63.6**%，又**7%**，9&#37;，8\\.5元。"
    document = read_bytes(source.encode("gb18030"), "a.md")
    found = [document.source_span(f.span) for f in figures(document)]
    assert [source[s.start : s.end] if s else None for s in found] == [None, "7%", "9&#37;", "8\\.5元"]
    assert document.source.text == source and document.source.encoding == "gb18030"
    plain = read_bytes(b"rose 5%", "a.txt")
    assert plain.source_span(Span(5, 7)) == Span(5, 7)
    assert read_bytes(b"<p>rose 5%", "a.html").source_span(Span(5, 7)) is None


MARKS = ["**", "*", "_", "`", "``", "[", "](x)", "![", "~~", "\n", "\n\n", "| a | b |\n|---|---|\n", "|", "<b>", "</b>", "<div hidden>", "<sup>", "</sup>", "<!--", "-->", "&nbsp;", "&#", "\\", "# ", "> ", "- ", "1. ", "```\n",
         "\r", "\r\n", "63.6", "%", "产值", "word", " ", "<table><tr><td>", "<td>", "</table>", "[^1]", "[^1]: ", "---\n", "\u200b", "<script>", "</script>", "<a href='", "\">"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(MARKS), max_size=25).map("".join), st.sampled_from(["a.md", "a.html"]))
def test_every_character_has_its_place(source, name):
    try:
        document = read_bytes(source.encode(), name)
    except UserError:
        return
    runs, position = document.source.runs, 0
    for run in runs:
        assert run.start == position and 0 <= run.source_start <= run.source_end <= len(source)
        position = run.end
    assert position == len(document.text)
    assert all(a.source_end <= b.source_start for a, b in zip(runs, runs[1:]))
    for figure in figures(document):
        place = document.location(figure.span)
        assert (place.line, place.column) < place.end
    assert "\u200b" not in document.text


# HTML

@pytest.mark.parametrize("source, expected", [
    ("<table><tr><td>2019</td><td>1,234.5</td></tr><tr><td></td><td>5</td></tr></table>", "2019\t1,234.5\n\t5"), ("<tr><td>2019<td>1,234.5<tr><td>7", "2019\t1,234.5\n7"),
    ("<td><p>a</p><p>b</p></td><td>5</td>", "a\nb\t5"), ("<table><tr><td>1<td><table><tr><td>2<td>3</table><td>4</table>5", "1\t\n2\t3\t4\n5"), ("<div>2019</div><div>5</div>", "2019\n5"), ("<li>1<li>2", "1\n2"),
    ("<span>0.36</span>%", "0.36%"), ("增长\n  <b>0.36</b>\n%", "增长0.36\n%".replace("\n", " ")), ("工业\n产值", "工业产值"), ("by 5\nto 6", "by 5 to 6"), ("a <b> b</b>", "a b"), ("1&thinsp;234&nbsp;kg", "1\u2009234\u00a0kg"),
    ("<head><title>9</title></head>5", "5"), ("<script>if (9<10) x('</p>')</script>5", "5"), ("<style>a{b:9}</style>5", "5"), ("<template>9</template><noscript>8</noscript>5", "5"), ("<!-- 9 > -->5", "5"),
    ("<p hidden>9</p>5", "5"), ("<p style='DISPLAY : none'>9<b>8</b></p>5", "5"), ("<i style=\"color:red;visibility:hidden\">9</i>5", "5"), ("<p title='hidden'>5", "5"), ("<p data-hidden=1>5", "5"), ("<p hidden>9<p>5", "5"),
    ("<div hidden><p>9<br>8</div>5", "5"), ("<input type=hidden value=9>5", "5"), ("<a href='x>9'>5</a>", "5"), ("a < 5 and b<6", "a < 5 and b<6"), ("<del>9</del><ins>5</ins>", "5"), ("<ruby>产<rt>9</rt></ruby>值", "产值"),
    ("30m<sup>2</sup>", "30m²"), ("10<sup>8</sup>", "10⁸"), ("63.6%<sup>1</sup>", "63.6%"), ("2019<sup>[2]</sup>年", "2019年"), ("20<sup>th</sup>", "20th"), ("CO<sub>2</sub>", "CO₂"), ("<pre>a 1\nb 2</pre>", "a 1\nb 2"), ("5<br>6", "5\n6"),
    ("<a '>'>5</a '>6", "56"), ("5<", "5<"), ("5<b", "5<b"), ("&amp;&lt;&#53;&#x35;", "&<55"), ("&bogus; 5", "&bogus; 5"), ("6&shy;3", "63"), ("<svg><text>9</text></svg>5", "5"),
])
def test_html(source, expected):
    try:
        found = text(source, "a.html").rstrip("\n")
    except UserError:
        found = ""
    assert found == expected


def test_the_lines_of_a_page_are_those_of_the_file():
    document = read_bytes("<html>\n<p>产值\n<b>12</b>亿元</p>\r\n<td>7%</td>".encode(), "a.html")
    assert [(f.text, *document.location(f.span)[1:3], document.location(f.span).end) for f in figures(document)] == [("12亿元", 3, 4, (3, 12)), ("7%", 4, 5, (4, 7))]


@pytest.mark.parametrize("name, unit", [("a.md", "<!--"), ("a.md", "[a]("), ("a.md", "*a"), ("a.md", "`` "), ("a.md", "a|b\n-|-\n"), ("a.md", "<sup>1"), ("a.html", "<a '>'"), ("a.html", "<a \""), ("a.html", "<div><p>"), ("a.html", "</b>"), ("a.html", "<sup>1")])
def test_hostile_text_is_read_in_line_with_its_length(name, unit):
    start = time.perf_counter()
    try:
        read_bytes(("5" + unit * (300_000 // len(unit)) + "</sup>" * 1000).encode(), name)
    except UserError:
        pass
    assert time.perf_counter() - start < 10


# Files

def test_a_file_of_two_gigabytes_is_refused_at_once(tmp_path):
    for name in ("a.txt", "a.md", "a.html", "a.docx", "a.pdf"):
        with open(tmp_path / name, "wb") as file:
            file.truncate(2 * 2**30)
        start = time.perf_counter()
        with pytest.raises(UserError, match="larger than"):
            read(str(tmp_path / name))
        assert time.perf_counter() - start < 1


def test_standard_input_is_known_by_its_content():
    for stdin, expected in (("增长**63.6**%", "63.6%"), ("<!DOCTYPE html><td>5</td><td>6%</td>", "6%"), ("增长63.6%", "63.6%")):
        done = subprocess.run([sys.executable, "-m", "factcheck", "figures", "-"], input=stdin.encode(), capture_output=True, check=True)
        assert expected in done.stdout.decode()


def test_a_plain_report_imports_no_other_reader(tmp_path):
    (tmp_path / "a.md").write_text("增长**63.6**%", encoding="utf-8")
    code = "import sys; from factcheck.reading import read; read(sys.argv[1]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.md")], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"zipfile", "html.parser", "html", "xml", "pypdfium2", "factcheck.reading.html", "factcheck.reading.docx"}


def test_only_what_stands_above_the_base_line_in_smaller_type_is_raised():
    from factcheck.reading.pages import Glyph, _pieces

    def said(*glyphs):
        return [piece.text for piece in _pieces([Glyph(text, 9 * n, 9 * n + 9, base, size) for n, (text, base, size) in enumerate(glyphs)])]

    assert said(("(", 100, 9), ("区", 100, 9), (")", 100, 9), ("2", 100, 9), ("3", 100, 7), ("个", 100, 9)) == ["(区)23个"]
    assert said(("3", 100, 9), ("m", 100, 9), ("2", 104, 5), ("和", 100, 9), ("5", 104, 5), ("个", 100, 9)) == ["3m²和个"]
