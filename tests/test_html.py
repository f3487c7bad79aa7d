"""The page as a file: what it holds, and that nothing of a report is markup in it."""

import io
import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from test_formats import outcomes, printed

from factcheck.document import Document, Location, Span
from factcheck.formats.html import write
from factcheck.formats.html.text import place
from factcheck.lang import en, zh
from factcheck.outcome import Coverage, Outcome
from factcheck.reading import read

ROOT = Path(__file__).parents[1]
SLIPS = (("63.6%", "66.3%"), ("7064元", "7046元"))
ELEMENTS = {"html", "head", "meta", "title", "style", "body", "main", "header", "nav", "section", "div", "article", "footer", "script", "h1", "h2", "h3", "h4", "p", "ol", "ul", "li", "a", "span",
            "code", "i", "b", "mark", "del", "ins", "blockquote", "details", "summary", "svg", "rect", "path", "table", "tr", "th", "td"}
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "title", "aria-label", "aria-labelledby", "aria-hidden", "role", "hidden", "tabindex", "dir", "start",
              "data-f", "data-n", "data-fix", "data-place", "viewbox", "x", "y", "width", "height", "d"}
VOID = {"meta"}


class Page(HTMLParser):
    """What a browser would see: the elements with their attributes, the text inside them, the ids and what links lead to."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.open, self.elements, self.texts, self.current = [], [], {}, []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        assert len(dict(attributes)) == len(attributes)
        self.elements.append((tag, dict(attributes)))
        self.texts[len(self.elements) - 1] = []
        if tag not in VOID and not self.get_starttag_text().endswith("/>"):
            self.open.append((tag, len(self.elements) - 1))

    def handle_endtag(self, tag):
        if tag not in ("rect", "path") or self.open[-1][0] == tag:
            assert self.open.pop()[0] == tag

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_data(self, data):
        for _, number in self.open:
            self.texts[number].append(data)

    def text(self, number):
        return "".join(self.texts[number])

    def of(self, tag, **wanted):
        """Attributes and text of the elements of a name; `class_` is one of its classes."""
        kind = wanted.pop("class_", None)
        for number, (name, attributes) in enumerate(self.elements):
            if name == tag and (kind is None or kind in (attributes.get("class") or "").split()) and wanted.items() <= attributes.items():
                yield attributes, self.text(number)


def page(*reports, claims="claims.yaml", options=(), cwd=ROOT):
    command = [sys.executable, "-m", "factcheck", "verify", *map(str, reports), "--format", "html", *options, *(["--claims", str(claims)] if claims else [])]
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False, env=os.environ | {"PYTHONUTF8": "1"})
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout.decode("utf-8")


@pytest.fixture(scope="session")
def slipped(tmp_path_factory):
    """The shipped report with two slips in it, and its page."""
    path = tmp_path_factory.mktemp("slipped") / "report.md"
    text = (ROOT / "examples" / "wuzhong.md").read_text(encoding="utf-8")
    for old, new in SLIPS:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return path, page(path)


def test_the_text_is_the_report_and_the_marks_stand_at_its_figures(slipped):
    path, source = slipped
    parsed = Page(source)
    (_, text), = parsed.of("article")
    plain = "".join(re.sub(r"^#+ |\*\*", "", line, flags=re.M).strip() for line in path.read_text(encoding="utf-8").split("\n"))
    report = read(str(path)).text
    assert text.replace("\n", "").removeprefix("正文") == plain
    marks = [(a, t) for tag in ("a", "span") for a, t in parsed.of(tag, class_="m") if "id" in a]
    assert len(marks) > 116
    assert all(report.startswith(shown, int(attributes["id"].removeprefix("m"))) for attributes, shown in marks)
    assert {t: a["class"].split()[1] for a, t in marks}.items() >= {"66.3%": "mismatch", "13.3%": "mismatch", "107.8亿元": "involved", "7046元": "changed", "32.2%": "consistent", "149万只": "recorded",
                                                                      "99%": "known"}.items()


def test_the_first_cards_say_which_number_is_wrong_why_and_what_it_should_be(slipped):
    parsed = Page(slipped[1])
    assert [t for _, t in parsed.of("p", class_="headline")] == ["2 项不符"]
    first, second = list(parsed.of("li", class_="card"))[:2]
    assert [first[0]["id"], second[0]["id"]] == ["f1", "f2"]
    assert all(part in first[1] for part in ("工业总产值增长", "第30行", "66.3%", "63.64%", "176.4 ÷ 107.8 − 1"))
    assert "7046元 原记 7064元" in second[1]


def test_every_link_leads_somewhere_and_no_id_stands_twice(slipped):
    for source in (slipped[1], page(slipped[0], slipped[0].parent / ".." / slipped[0].parent.name / "report.md")):
        parsed = Page(source)
        ids = [a["id"] for _, a in parsed.elements if "id" in a]
        assert len(ids) == len(set(ids))
        links = [a["href"] for _, a in parsed.elements if "href" in a]
        assert len(links) > 200 and all(link[0] == "#" and link[1:] in ids for link in links)


def test_two_runs_give_the_same_bytes_without_a_path_of_this_machine(slipped):
    path, source = slipped
    assert page(path) == source
    assert str(path.parent) not in source and str(ROOT) not in source


def hashes(source):
    return [b64encode(sha256(re.search(f"<{tag}>(.*?)</{tag}>", source, re.S)[1].encode()).digest()).decode() for tag in ("style", "script")]


def test_the_policy_lets_nothing_in_but_its_own_style_and_script(slipped):
    (policy,) = (a["content"] for _, a in Page(slipped[1]).elements if a.get("http-equiv") == "Content-Security-Policy")
    style, script = hashes(slipped[1])
    assert policy == f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"


def test_both_languages_have_the_same_words():
    def shape(words):
        return {key: shape(value) if isinstance(value, dict) else set(re.findall(r"{(\w+)}", str(value))) for key, value in words.items()}

    assert shape(zh.PAGE) == shape(en.PAGE)


def check_page(source):
    assert not re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]", source)
    parsed = Page(source)
    assert {tag for tag, _ in parsed.elements} <= ELEMENTS
    assert {name for _, attributes in parsed.elements for name in attributes} <= ATTRIBUTES
    assert [tag for tag, _ in parsed.elements].count("script") == [tag for tag, _ in parsed.elements].count("style") == 1
    assert all(a["href"].startswith("#") for _, a in parsed.elements if "href" in a)
    return parsed


@given(outcomes())
@settings(max_examples=40, deadline=None)
def test_nothing_of_an_outcome_is_markup(result):
    check_page(printed("html", result))


HOSTILE = ["</script><img src=x onerror=alert(1)>", "</style><script>alert(1)</script>", "]]><!--", "&lt;b&gt;", "\"'` onmouseover=alert(1)", "\x00\x1b\x7f\x85", "\u2028\u2029", "\u202e123\u202c\u2066",
           "\ud800", "**a <b>** c", "[x](javascript:alert(1))"]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("frame", ["{} 12%", "# {}", "**{}** 5 km", "| {} | b |\n|---|---|\n| {} | 2,019 |"])
def test_a_hostile_report_is_text(text, frame):
    document = Document("r.md", frame.format(text, text))
    out = io.StringIO()
    write(Outcome((), (document,), Coverage(0, 0, 0, 0, ()), "en"), out)
    parsed = check_page(out.getvalue())
    (_, shown), = parsed.of("article")
    kept = re.sub(r"‹U\+(\w+)›", lambda m: chr(int(m[1], 16)), shown)
    assert text.replace("**", "") in kept.replace("**", "")


def test_a_figure_broken_over_two_lines_stays_one_mark():
    document = Document("r.md", "grew by 1,\n234 units\r\nand more")
    place = document.location(Span(8, 14))
    out = io.StringIO()
    write(Outcome((), (document,), Coverage(1, 0, 0, 1, (place,)), "en"), out)
    marks = [(a.get("id"), t) for a, t in Page(out.getvalue()).of("span", class_="unchecked") if "sample" not in a["class"]]
    assert marks == [("m8", "1,"), (None, "234")]


def test_a_table_is_one_and_its_figures_are_marked(tmp_path):
    (tmp_path / "r.md").write_text("# x\n\n| Year | Sum |\n|---|--:|\n| 2019 | **12 km** |\n| a \\| b | 7 |\n\nend", encoding="utf-8")
    document = read(str(tmp_path / "r.md"))
    places = tuple(document.location(Span(at, at + len(text))) for text in ("2019", "12 km") for at in [document.text.index(text)])
    out = io.StringIO()
    write(Outcome((), (document,), Coverage(2, 0, 0, 2, places), "en"), out)
    parsed = Page(out.getvalue())
    assert [t.strip() for _, t in parsed.of("th")] == ["Year", "Sum"] and [t.strip() for _, t in parsed.of("td")] == ["2019", "12 km", "a | b", "7"]
    assert [t for a, t in parsed.of("span", class_="unchecked") if "id" in a] == ["2019", "12 km"]
    assert [t for _, t in parsed.of("p", class_="t1")] == ["x"]


@pytest.mark.parametrize("page_number, part, said", [(0, "", "line 4, column 7"), (3, "", "page 3"), (0, "table 2, B3", "table 2, B3"), (3, "footnote 1", "page 3 footnote 1")])
def test_a_place_is_told_as_the_file_has_it(page_number, part, said):
    assert place(Location("r.pdf", 4, 7, Span(0, 1), "1", part, page_number), en.PAGE) == said


def test_attested_values_alone_make_a_page(tmp_path):
    (tmp_path / "claims.yaml").write_text("claims:\n  a:\n    rule: growth\n    quote: 产值由{base=200亿元}增至{value=250亿元},增长{result=52%}\n", encoding="utf-8")
    parsed = check_page(page(claims="claims.yaml", cwd=tmp_path))
    assert list(parsed.of("article")) == [] and "52%" in next(parsed.of("li", class_="card"))[1]


def test_a_long_text_is_laid_out_in_pieces(tmp_path):
    line = "产值由200亿元增至250亿元,增长25%。" * 2000
    (tmp_path / "r.md").write_text(line, encoding="utf-8")
    (tmp_path / "claims.yaml").write_text("figures:\n  a: '由{200亿元}增至'\n", encoding="utf-8")
    parsed = check_page(page("r.md", claims="claims.yaml", cwd=tmp_path))
    pieces = [t for _, t in parsed.of("p", dir="auto")]
    assert max(map(len, pieces)) < 10_000 and "".join(pieces) == line
    assert len(list(parsed.of("div", class_="chunk"))) > 5
