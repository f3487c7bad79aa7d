"""Word and PDF files: what is read of them, where it stands, and that the shipped report gives in them what its text gives."""

import io
import math
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from factcheck.binding import bind
from factcheck.claimsfile import load
from factcheck.errors import UserError
from factcheck.figures import figures
from factcheck.findings import findings
from factcheck.outcome import outcome
from factcheck.plan import plan
from factcheck.reading import read, read_bytes

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
PLAN = plan(load(str(ROOT / "claims.yaml")))
SHIPPED = read(str(ROOT / "examples" / "wuzhong.md"))
ARTICLES = [SHIPPED, *(read(str(path)) for path in sorted(SHARED.glob("seeds/*.txt")))]
OFFICE = shutil.which("soffice")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
needs_office = pytest.mark.skipif(not OFFICE, reason="soffice (LibreOffice Writer) is not installed")
needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")

W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"')
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(body, head="", **parts):
    """The bytes of a Word file; each of `parts` (footnotes, endnotes, styles) is its XML without the root."""
    roots = {"footnotes": "w:footnotes", "endnotes": "w:endnotes", "styles": "w:styles"}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                         '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        archive.writestr("_rels/.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="word/document2.xml"/></Relationships>')
        archive.writestr("word/_rels/document2.xml.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                         + "".join(f'<Relationship Id="{n}" Type="{RELATIONS}/{n}" Target="{n}.xml"/>' for n in parts) + "</Relationships>")
        archive.writestr("word/document2.xml", f"{head}<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", f"<{roots[name]} {W}>{xml}</{roots[name]}>")
    return out.getvalue()


def p(*runs, properties=""):
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(r if r.startswith('<') else t(r) for r in runs)}</w:p>"


def t(text, properties=""):
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def inserted(*runs):
    return f'<w:ins w:id="1" w:author="a">{"".join(t(r) for r in runs)}</w:ins>'


def deleted(text):
    return f'<w:del w:id="2" w:author="a"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def field(code, result):
    return (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{t(result)}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def table(*rows):
    return "<w:tbl>" + "".join("<w:tr>" + "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows) + "</w:tbl>"


BOX = ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>'
       '<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>')


def text(body, **parts):
    return read_bytes(word(body, **parts), "a.docx").text.rstrip("\n")


@pytest.mark.parametrize("body, expected", [
    (p("增长6", "3.", "6%"), "增长63.6%"), (p("增长", deleted("63.6%"), inserted("66.3%")), "增长66.3%"), (p("增长6", inserted("3"), ".6%"), "增长63.6%"),
    (p("增长", f'<w:moveFrom w:id="1">{t("9%")}</w:moveFrom><w:moveTo w:id="2">{t("5%")}</w:moveTo>'), "增长5%"), (p("共", field("FORMULA", "12"), "个"), "共12个"), (p("共", f'<w:fldSimple w:instr=" SUM(A) ">{t("12")}</w:fldSimple>', "个"), "共12个"),
    (p("见第", field("PAGEREF _x", "9"), "页"), "见第页"), (p("<w:sdt><w:sdtPr><w:alias w:val='9'/></w:sdtPr><w:sdtContent>" + t("5") + "</w:sdtContent></w:sdt>", "个"), "5个"), ("<w:sdt><w:sdtContent>" + p("5个") + "</w:sdtContent></w:sdt>", "5个"),
    (p(f'<w:smartTag w:element="x">{t("5")}</w:smartTag>', f'<w:hyperlink>{t("6")}</w:hyperlink>'), "56"), (p("前", BOX.format(p("框5个"))), "前\n框5个"), (p("5<w:x", "6&7"), "5<w:x6&7"),
    (p("5", "<w:r><w:tab/></w:r>", "6"), "5\t6"), (p("5", "<w:r><w:br/></w:r>", "6"), "5\n6"), (p("5", "<w:r><w:noBreakHyphen/></w:r>", "6"), "5-6"), (p("±", '<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r>', "5"), "±±5"),
    (p("1", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "5"), "1 5"), (p(t("9", "<w:vanish/>"), "5"), "5"), (p(t("9", '<w:vanish w:val="0"/>'), "5"), "95"), (p(t("9", "<w:strike/>"), "5"), "5"), (p("面积5m", t("2", '<w:vertAlign w:val="superscript"/>')), "面积5m²"),
    (p("面积5m", t("2", '<w:position w:val="8"/><w:sz w:val="19"/>')), "面积5m²"), (p("5%", t("1", '<w:vertAlign w:val="superscript"/>'), "人"), "5%人"), (p("63\u200b.6"), "63.6"), (p("增长", properties="<w:rPr><w:del w:id='1'/></w:rPr>") + p("5%"), "增长5%"), (p("增长", properties="<w:rPr><w:ins w:id='1'/></w:rPr>") + p("5%"), "增长\n5%"),
    (p("a", properties='<w:rPr><w:vanish/></w:rPr>'), "a"), (p(t("a", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")), "a"), (table(["2019", "1,234.5"], ["", "5"], ["6", ""]), "2019\t1,234.5\n\t5\n6\t"),
    (p("前") + table(["1", p("2") + p("3")]) + p("后"), "前\n1\t2\n3\n后"), (table(["1", table(["2", "3"]), "4"]), "1\t\n2\t3\t4"), (p('<w:ruby><w:rt>' + t("9") + "</w:rt><w:rubyBase>" + t("产") + "</w:rubyBase></w:ruby>", "值"), "产值"),
    ("<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>" + p("9") + "</w:tc></w:tr><w:tr><w:tc>" + p("5") + "</w:tc></w:tr></w:tbl>", "5"), (p(field('TOC \\o "1-3"', "题 9")) + p("题"), "题"),
    (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:r><w:instrText>TOC</w:instrText></w:r>", '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "5") + p("6"), "5\n6"),
    (p("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"), "1/2"),
])
def test_what_a_word_file_says(body, expected):
    assert text(body) == expected


def test_notes_follow_the_body_in_the_order_of_their_marks():
    notes = "".join(f'<w:footnote w:id="{i}">{p(words)}</w:footnote>' for i, words in ((-1, "9"), (1, "注一5个"), (2, "注二6个"), (3, "删去的9")))
    body = p("正文", '<w:r><w:footnoteReference w:id="2"/></w:r>', "，又", '<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:del w:id="7"><w:r><w:footnoteReference w:id="3"/></w:r></w:del>', "。")
    document = read_bytes(word(body, footnotes=notes), "a.docx")
    assert document.text == "正文，又。\n注二6个\n注一5个\n"
    assert [(document.location(f.span).part, f.text) for f in figures(document)] == [("footnote 1", "6个"), ("footnote 2", "5个")]


def test_a_hidden_style_hides():
    styles = '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="N"/>'
    assert text(p(t("9", '<w:rStyle w:val="H"/>'), t("5", '<w:rStyle w:val="N"/>')) + p("8", properties='<w:pStyle w:val="H"/>'), styles=styles) == "5"


def test_a_place_a_person_can_find():
    wide = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p("3个") + "</w:tc><w:tc>" + p("4个") + "</w:tc></w:tr></w:tbl>"
    document = read_bytes(word(p("一") + p("") + p("有1个") + table(["a", "b"], ["c", "2个"]) + wide + p("5个", BOX.format(p("6个")))), "a.docx")
    assert [(f.text, document.location(f.span).part) for f in figures(document)] == [
        ("1个", "paragraph 2"), ("2个", "table 1, row 2, column 2"), ("3个", "table 2, row 1, column 1"), ("4个", "table 2, row 1, column 3"), ("5个", "paragraph 3"), ("6个", "text box 1")]
    place = document.location(figures(document)[1].span)
    assert (place.line, place.column, place.page) == (4, 3, 0)


def refused(data, name="a.docx"):
    start = time.perf_counter()
    with pytest.raises(UserError) as error:
        read_bytes(data, name)
    assert time.perf_counter() - start < 5 and len(error.value.faults) == 1
    return str(error.value)


def test_hostile_word_files_are_refused():
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    assert "document type" in refused(word(p("5"), laughs))
    assert "nested more than" in refused(word("<w:p>" * 1000 + "</w:p>" * 1000))
    assert "unpacks to" in refused(word("<!--" + " " * 300_000_000 + "-->"))
    assert "damaged" in refused(word(p("5"))[:200]) and "damaged" in refused(word("<w:p>"))
    assert "holds no Word document" in refused(_zip({"a.txt": "5"})) and "OpenDocument" in refused(_zip({"mimetype": "x", "content.xml": "5"}))
    assert "zip archive" in refused(_zip({"a": "5"}), "a.txt") and "name it .docx" in refused(word(p("5")), "a.md")
    honest = word(p("5" * 100_000))
    size = zipfile.ZipFile(io.BytesIO(honest)).getinfo("word/document2.xml").file_size
    assert honest.count(size.to_bytes(4, "little")) == 2
    refused(honest.replace(size.to_bytes(4, "little"), (500).to_bytes(4, "little")))


def test_fields_without_end_are_read_in_line_with_their_number():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    start = time.process_time()
    assert text(p(*[begin, "5"] * 10_000)) == "5" * 10_000
    assert time.process_time() - start < 3


def _zip(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


# The report in other formats


def said(document):
    """What is found, claim by claim, with the texts of the figures as printed."""
    binding = bind(PLAN, document)
    result = outcome([(binding, findings(binding, "zh"))], "zh", False)
    return result.status(), result.coverage[:4], [(f.claim, f.verdict, f.level, f.reported and f.reported.text, f.location and re.sub(r"\s", "", f.location.text)) for f in result.findings]


def paragraphs(document):
    return [line for line in document.text.split("\n") if line.strip()]


def as_word(document, edit=lambda paragraph: p(paragraph)):
    return word("".join(edit(line) for line in paragraphs(document)))


def as_html(document):
    return "<!DOCTYPE html><html><head><meta charset='utf-8'><title>9</title></head><body>" + "".join(f"<p>{escape(line)}</p>\n" for line in paragraphs(document)) + "</body></html>"


@pytest.fixture(params=ARTICLES, ids=lambda d: Path(d.path).name)
def article(request):
    return request.param


def test_the_report_says_the_same_in_word_html_and_markdown(article):
    expected = said(article)
    assert expected[0] == 0 and expected[1][0] == 116
    assert said(read_bytes(as_word(article), "a.docx")) == expected
    assert said(read_bytes(as_html(article).encode(), "a.html")) == expected
    assert said(read_bytes(article.text.encode(), "a.md")) == expected
    assert said(read_bytes("\n\n".join(paragraphs(article)).encode("gb18030"), "a.txt")) == expected


def test_a_number_in_runs_and_bold_type_says_the_same(article):
    expected = said(article)
    cut = as_word(article, lambda line: p(*re.split(r"(?<=\d)(?=\d)", line)))
    assert said(read_bytes(cut, "a.docx")) == expected
    bold = re.sub(r"(\d[\d.]*)", r"<b>\1</b>", "".join(f"<p>{escape(line)}</p>\n" for line in paragraphs(article)))
    assert said(read_bytes(bold.encode(), "a.html")) == expected
    assert said(read_bytes(re.sub(r"(\d[\d.]*)", r"**\1**", article.text).encode(), "a.md")) == expected


def test_a_tracked_change_that_breaks_a_claim_is_caught_and_its_deletion_passes():
    def tracked(old, new):
        return lambda line: p(*[part for piece in re.split(f"({re.escape('63.6%')})", line) for part in ([deleted(old), inserted(new)] if piece == "63.6%" else [piece])])

    assert said(read_bytes(as_word(SHIPPED, tracked("63.6%", "66.3%")), "a.docx"))[0] == 1
    assert said(read_bytes(as_word(SHIPPED, tracked("66.3%", "63.6%")), "a.docx")) == said(SHIPPED)


def office(folder, source, kind):
    done = subprocess.run([OFFICE, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind, "--outdir", str(folder), str(source)], capture_output=True, text=True, timeout=120, check=False)
    made = folder / f"{source.stem}.{kind.partition(':')[0]}"
    assert made.exists(), done.stderr
    return made


@needs_office
def test_the_report_saved_by_libreoffice_says_the_same(tmp_path):
    source = tmp_path / "report.html"
    source.write_text(as_html(SHIPPED), encoding="utf-8")
    made = office(tmp_path, source, "docx:Office Open XML Text")
    assert said(read(str(made))) == said(SHIPPED)


# PDF


def pdf(*pages, trailer="", kids=None, turn=0):
    """The bytes of a PDF; a page is a list of (x, y, size, text) and, if the text is turned, its degrees; in points from the lower left."""
    bodies = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
              "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500]/FontDescriptor 5 0 R>>",
              "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>"]
    numbers = []
    for page in pages:
        content = ""
        for x, y, size, words, *degrees in page:
            a, b = (f(math.radians(sum(degrees))) for f in (math.cos, math.sin))
            content += f"BT /F {size} Tf {a:.5f} {b:.5f} {-b:.5f} {a:.5f} {x} {y} Tm <{words.encode('utf-16-be').hex()}> Tj ET\n"
        bodies.append(f"<</Length {len(content)}>>stream\n{content}endstream")
        bodies.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Rotate {turn}/Resources<</Font<</F 3 0 R>>>>/Contents {len(bodies)} 0 R>>")
        numbers.append(f"{len(bodies)} 0 R")
    bodies[1] = f"<</Type/Pages/Count {len(numbers)}/Kids[{kids or ' '.join(numbers)}]>>"
    out, places = "%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (out + f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(bodies) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF").encode("latin-1")


def printed(*pages, **options):
    return read_bytes(pdf(*pages, **options), "a.pdf").text


FILL = "全县工业和农业各项指标在这一年里继续保持平稳"


@pytest.mark.parametrize("lines, expected", [
    ([(60, 700, 20, "工业总产值由上年的107.8亿元增到17"), (60, 670, 20, "6.4亿元,增长63.6%。")], "工业总产值由上年的107.8亿元增到176.4亿元,增长63.6%。"),
    ([(60, 700, 20, "工业总产值由上年的某数增长到如今的107.8"), (60, 670, 20, "亿元。")], "工业总产值由上年的某数增长到如今的107.8亿元。"),
    ([(60, 700, 20, "Sales rose to 12 million and the exten-"), (60, 670, 20, "sion of the works cost 5 million.")], "Sales rose to 12 million and the extension of the works cost 5 million."),
    ([(60, 700, 20, "Sales rose in the four years to 2016 and"), (60, 670, 20, "2017 by 5%.")], "Sales rose in the four years to 2016 and 2017 by 5%."),
    ([(60, 700, 30, "题目12"), (60, 650, 20, FILL), (60, 620, 20, "34个。")], f"题目12\n{FILL}34个。"),
    ([(60, 700, 20, "年份"), (300, 700, 20, "产值"), (60, 670, 20, "2019"), (300, 670, 20, "1,234.5"), (60, 640, 20, "2020"), (300, 640, 20, "7")], "年份\t产值\n2019\t1,234.5\n2020\t7"),
    ([(60, 700, 20, "面积5m"), (130, 710, 10, "2"), (140, 700, 20, "和2019"), (220, 710, 10, "1"), (228, 700, 20, "年")], "面积5m²和2019年"),
    ([(60, 400, 20, "全县产值5亿元。"), (280, 30, 12, "- 3 -")], "全县产值5亿元。"), ([(60, 400, 20, "全县产值5亿元。"), (280, 40, 12, "第 3 页 共 9 页")], "全县产值5亿元。"),
    ([(60, 700, 20, "⼈民⻋5辆。")], "人民车5辆。"),
    ([(60, 700, 20, "全县产值5亿元。"), (100, 300, 60, "机密2019", 45)], "全县产值5亿元。"), ([(100, 60, 20, "年份", 90), (100, 400, 20, "产值", 90), (130, 60, 20, "2019", 90), (130, 400, 20, "5", 90)], "年份\t产值\n2019\t5"),
    ([(60, 700 - 30 * n, 15, words) for n, words in enumerate(("主要指标", "工业总产值176.4亿元", "农业总产值30.4亿元", "企业145家"))], "主要指标\n工业总产值176.4亿元\n农业总产值30.4亿元\n企业145家"),
    ([(60, 700, 20, f"{FILL}如下"), (60, 670, 20, "1.工业总产值稳步增长,总量达到全市的首位,占5%"), (60, 640, 20, "2.农业6%")], f"{FILL}如下\n1.工业总产值稳步增长,总量达到全市的首位,占5%\n2.农业6%"),
    ([(60, 700, 20, "Output is up by 5 million in the long-"), (60, 670, 20, "term plan and 6 million year-on-"), (60, 640, 20, "year. A long-term view, 3-"), (60, 610, 20, "4%.")],
     "Output is up by 5 million in the long-term plan and 6 million year-on-year. A long-term view, 3-4%."),
    ([(60, 785, 12, "2021年01月04日"), (60, 765, 12, "全县产值5亿元。")], "2021年01月04日\n全县产值5亿元。"), ([(60, 60, 20, "总数为"), (60, 30, 20, "1,234")], "总数为\n1,234"),
    ([(66, 706, 8, "1"), (70, 700, 14, "按2015年价格。")], "按2015年价格。"),
])
def test_what_a_page_says(lines, expected):
    assert printed(lines) == expected
    assert printed(lines, turn=0) == expected


def test_two_columns_are_read_one_after_the_other():
    left = ["左栏的文字一行接一行占满整个栏宽"] * 5 + ["到这里左栏里的全部单位总共有12"]
    right = ["个单位右栏接着左栏最后一行往下写"] + ["右栏的文字一行接一行占满整个栏宽"] * 4 + ["在这里结束34个。"]
    page = [(200, 740, 20, "跨栏的标题5")]
    for row, (a, b) in enumerate(zip(left, right)):
        page += [(40, 700 - 20 * row, 15, a), (320, 700 - 20 * row, 15, b)]
    assert printed(page) == "跨栏的标题5\n" + "".join(left) + "".join(right)


def test_headers_and_footers_are_no_text_and_a_place_has_page_and_line():
    pages = [[(60, 770, 10, "某县2019年公报"), (400, 770, 10, "内部资料3"), (60, 700, 20, f"第{chr(0x4e00 + n)}段共有{n + 11}个。"), (60, 650, 20, "又有5个。"), (300, 30, 10, f"{n + 1}")] for n in range(3)]
    document = read_bytes(pdf(*pages), "a.pdf")
    places = [(f.text, document.location(f.span).page, document.location(f.span).part) for f in figures(document)]
    assert places == [("11个", 1, "line 1"), ("5个", 1, "line 2"), ("12个", 2, "line 1"), ("5个", 2, "line 2"), ("13个", 3, "line 1"), ("5个", 3, "line 2")]


def test_a_sentence_goes_on_across_footnotes_to_the_next_page():
    pages = [[(60, 700, 20, f"{FILL}增长{n}"), (60, 670, 20, f"6.5%,{FILL[:17]}达到10{n}"), (60, 120, 10, f"{n}号文件{chr(0x4e00 + n) * n}有{n * n + 4}个。")] for n in (7, 8)]
    pages[1][0] = (60, 700, 20, f".5亿元{FILL[:-3]}增长7")
    document = read_bytes(pdf(*pages), "a.pdf")
    assert [f.text for f in figures(document)] == ["76.5%", "107.5亿元", "76.5%", "108", "53个", "68个"]
    assert [(place.page, place.part) for f in figures(document) if (place := document.location(f.span))] == [(1, "line 1"), (1, "line 2"), (2, "line 1"), (2, "line 2"), (1, "line 3"), (2, "line 3")]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_a_pdf_that_takes_all_memory_is_refused():
    content = zlib.compress(b"q " * 2**25, 9)
    bomb = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n"
            b"4 0 obj<</Filter/FlateDecode/Length " + str(len(content)).encode() + b">>stream\n" + content + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF")
    with pytest.raises(UserError, match="a.pdf: is damaged, or takes more memory"):
        read_bytes(bomb, "a.pdf")


def test_a_page_that_is_turned():
    turned = pdf([(60, 400, 20, "工业5亿元"), (60, 370, 20, "农业6亿元")], turn=180)
    assert len(figures(read_bytes(turned, "a.pdf"))) == 2
    assert printed([(60, 400, 20, "工业5亿元", 180), (60, 430, 20, "农业6亿元", 180)], turn=180) == "工业5亿元\n农业6亿元"


def test_a_pdf_that_cannot_be_read_says_why():
    locked = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + "41" * 32 + ">/U<" + "42" * 32 + ">>>/ID[<41><41>]"
    assert "password" in refused(pdf([(60, 700, 20, "5")], trailer=locked), "a.pdf")
    assert "no text" in refused(pdf([], []), "a.pdf")
    assert "damaged" in refused(b"%PDF-1.7\nnothing", "a.pdf") and "damaged" in refused(pdf([(60, 700, 20, "5")])[:300], "a.pdf")
    refused(pdf([(60, 700, 20, "5")], kids="2 0 R"), "a.pdf")
    refused(pdf([(60, 700, 20, "5")], kids="2 0 R 2 0 R").replace(b"/Count 1", b"/Count 9999999"), "a.pdf")
    assert "no PDF" in refused(b"hello", "a.pdf") and "name it .pdf" in refused(pdf([(60, 700, 20, "5")]), "a.txt")


def test_a_hundred_pages_take_seconds():
    pages = [[(60, 740 - 20 * row, 15, f"{FILL}{100 * number + row + 100}个,") for row in range(34)] for number in range(100)]
    before = os.times()
    document = read_bytes(pdf(*pages), "a.pdf")
    assert sum(after - start for after, start in zip(os.times()[:4], before)) < 15
    assert len(figures(document)) == 3400


def test_without_pypdfium2_a_pdf_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    assert "install pypdfium2" in refused(pdf([(60, 700, 20, "5")]), "a.pdf")


@needs_office
def test_the_report_printed_by_libreoffice_says_the_same(tmp_path):
    (tmp_path / "report.docx").write_bytes(as_word(SHIPPED))
    assert said(read(str(office(tmp_path, tmp_path / "report.docx", "pdf")))) == said(SHIPPED)


@needs_chromium
@pytest.mark.parametrize("style", ["", "columns: 2; text-align: justify; font-size: 11pt", "word-break: break-all; line-height: 1.8; text-indent: 2em"])
def test_the_report_printed_by_chromium_says_the_same(tmp_path, style):
    source, made = tmp_path / "report.html", tmp_path / "report.pdf"
    for document in ARTICLES:
        source.write_text(as_html(document).replace("<body>", f"<body style='{style}'>"), encoding="utf-8")
        subprocess.run([CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile", f"--print-to-pdf={made}", str(source)], capture_output=True, timeout=120, check=False)
        assert said(read(str(made))) == said(document)
