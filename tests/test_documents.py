"""Word and PDF files: what is read of them, where it stands, and that the shipped report gives in them what its text gives."""

import io
import re
import shutil
import subprocess
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
    (p("5%", t("1", '<w:vertAlign w:val="superscript"/>'), "人"), "5%人"), (p("63\u200b.6"), "63.6"), (p("增长", properties="<w:rPr><w:del w:id='1'/></w:rPr>") + p("5%"), "增长5%"), (p("增长", properties="<w:rPr><w:ins w:id='1'/></w:rPr>") + p("5%"), "增长\n5%"),
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
    lying = word(p("5" * 100_000)).replace((100_000).to_bytes(4, "little"), b"\1\0\0\0")
    assert len(read_bytes(lying, "a.docx").text) > 0 if lying == word(p("5" * 100_000)) else refused(lying)


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
