"""Every rule's examples, in both languages, along every path; the examples are the rules' tests."""

import io
import json
from pathlib import Path

import pytest

from factcheck import lang
from factcheck.binding import attested_binding, bind
from factcheck.claimsfile import parse
from factcheck.findings import findings
from factcheck.formats import json as json_format
from factcheck.listing import example_report, explain_claim, plain, rules_markdown
from factcheck.outcome import outcome
from factcheck.plan import plan
from factcheck.rules import rules

EXAMPLES = [(rule, code, kind, sentence) for rule in rules() for code in ("zh", "en") for kind in ("consistent", "inconsistent")
            for sentence in lang.of(code).RULES[rule][kind]]


def entry(rule, sentence):
    quoted = sentence.replace("'", "''")
    return parse("claims.yaml", f"claims:\n  example:\n    rule: {rule}\n    quote: '{quoted}'\n")


def check(rule, sentence):
    ready = plan(entry(rule, sentence))
    return bind(ready, example_report(sentence))


@pytest.mark.parametrize("rule", rules())
@pytest.mark.parametrize("code", ["zh", "en"])
def test_every_rule_has_title_cues_and_examples(rule, code):
    words = lang.of(code).RULES[rule]
    assert words["title"] and words["cues"] and words["consistent"] and words["inconsistent"]


def test_no_language_speaks_of_a_rule_that_is_none():
    for code in ("zh", "en"):
        assert set(lang.of(code).RULES) == set(rules())


@pytest.mark.parametrize("rule", rules().values(), ids=lambda r: r.id)
def test_documentation_gives_a_formula(rule):
    assert "Formula:" in rule.documentation


@pytest.mark.parametrize("rule, code, kind, sentence", EXAMPLES)
def test_example(rule, code, kind, sentence):
    binding = check(rule, sentence)
    assert binding.document.chinese == (code == "zh")
    (finding,) = findings(binding, code)
    expected = {"consistent": ("consistent",), "inconsistent": ("mismatch",)}[kind]
    assert finding.verdict in expected, finding.message
    (alone,) = findings(attested_binding(binding.plan), code)
    assert alone.verdict == finding.verdict
    assert finding.message in explain_claim(binding, "example", code)


@pytest.mark.parametrize("rule, code, kind, sentence", [e for e in EXAMPLES if e[2] == "inconsistent" and "{result=" in e[3]])
def test_the_computed_value_silences_the_finding(rule, code, kind, sentence):
    (finding,) = findings(check(rule, sentence), code)
    start = sentence.index("{result=") + len("{result=")
    end = sentence.index("}", start)
    mended = sentence[:start] + correction(finding, sentence[start:end]) + sentence[end:]
    (again,) = findings(check(rule, mended), code)
    assert again.verdict in ("consistent", "rounding"), (mended, again.message)


def correction(finding, printed):
    """The computed value as the report would print it, taken from the JSON output."""
    binding_free = io.StringIO()
    json_format.write(outcome([], "en", False)._replace(findings=(finding,)), binding_free)
    computed = json.loads(binding_free.getvalue())["findings"][0]["computed"]["value"]
    value = abs(float(computed))
    if "%" in printed:
        return f"{value * 100:.1f}%"
    tail = printed.lstrip("$0123456789.,")
    scale = {"万": 1e4, "亿": 1e8, " million": 1e6}.get(next((s for s in ("万", "亿", " million") if tail.startswith(s)), ""), 1)
    head = "$" if printed.startswith("$") else ""
    return f"{head}{value / scale:.6f}".rstrip("0").rstrip(".") + tail


def test_the_rules_page_is_what_the_program_prints():
    page = Path(__file__).parents[1] / "docs" / "rules.md"
    assert page.read_text(encoding="utf-8") == rules_markdown()


def test_plain_takes_the_marks_away():
    assert plain("增长{result=63.6%},共{5万[人]}") == "增长63.6%,共5万"
