"""Every figure of a report is marked by how it stands."""

import pytest

from factcheck.binding import bind
from factcheck.claimsfile import parse
from factcheck.document import Document, Location, Span
from factcheck.figures import figures
from factcheck.findings import Finding, findings
from factcheck.marks import STATES, marks
from factcheck.outcome import Coverage, Outcome, outcome
from factcheck.plan import plan

CLAIMS = """figures:
  plots: '{9个}地块'
  shops: '{12家}门店,{_=3家}关闭'
claims:
  rise:
    rule: growth
    quote: 产值由{base=200亿元}增至{value=250亿元},增长{result=25%}
  imports:
    rule: growth
    quote: 进口由{base=2.3亿元}增至{value=3.0亿元},增长{result=31%}
  bound:
    rule: at_most
    quote: 共{whole=500项},上网{part=426项}
  pinned:
    rule: equal
    quote: '{values=13所}医院,{values=14所}分院'
    known: 一院未设分院
"""
REPORT = "产值由200亿元增至250亿元,增长25%。进口由2.3亿元增至3.0亿元,增长31%。共500项,上网426项。13所医院,14所分院。9个地块。12家门店,3家关闭。另有6处水库。"
STATES_OF_REPORT = {
    "200亿元": "consistent", "250亿元": "consistent", "25%": "consistent", "2.3亿元": "consistent", "3.0亿元": "consistent", "31%": "rounding", "500项": "consistent",
    "426项": "consistent", "13所": "known", "14所": "known", "9个": "recorded", "12家": "recorded", "3家": "unchecked", "6处": "unchecked",
}


def marked(report, claims=CLAIMS):
    """The marks of a report, and what its findings are called."""
    document = Document("r.md", report)
    binding = bind(plan(parse("claims.yaml", claims)), document)
    found = findings(binding, "zh")
    return marks(outcome([(binding, found)], "zh", False), document, found), [f.claim for f in found]


def states(report, claims=CLAIMS):
    return {report[m.span.start : m.span.end]: m.state for m in marked(report, claims)[0]}


def test_every_state():
    assert states(REPORT) == STATES_OF_REPORT
    assert list(STATES_OF_REPORT) == [REPORT[m.span.start : m.span.end] for m in marked(REPORT)[0]]


def test_a_wrong_result_puts_its_operands_in_question_and_nothing_else():
    after = states(REPORT.replace("25%", "52%"))
    assert after.pop("52%") == "mismatch" and after.pop("200亿元") == after.pop("250亿元") == "involved"
    assert after.items() <= STATES_OF_REPORT.items() and len(after) == len(STATES_OF_REPORT) - 3


def test_a_changed_figure_says_what_it_was():
    report = REPORT.replace("9个", "8个").replace("200亿元", "210亿元")
    found = {report[m.span.start : m.span.end]: m for m in marked(report)[0]}
    assert {text: mark.attested for text, mark in found.items() if mark.attested} == {"8个": "9个", "210亿元": "200亿元"}
    assert found["8个"].state == found["210亿元"].state == "changed" and found["25%"].state == "mismatch"
    assert "changed" not in states(report, "attested: ignore\n" + CLAIMS).values()


def test_the_findings_of_a_figure():
    found, names = marked(REPORT)
    part = next(m for m in found if REPORT[m.span.start : m.span.end] == "426项")
    whole = next(m for m in found if REPORT[m.span.start : m.span.end] == "500项")
    assert [names[n] for n in part.here] == ["bound"] and [names[n] for n in whole.used] == ["bound"]
    assert part.used == whole.here == ()


def test_a_sentence_that_stands_twice_is_marked_twice():
    report = (REPORT + REPORT[: REPORT.index("。") + 1]).replace("25%", "52%")
    found, names = marked(report)
    wrong = [m for m in found if m.state == "mismatch"]
    assert [report[m.span.start : m.span.end] for m in wrong] == ["52%", "52%"]
    assert [names[n] for m in wrong for n in m.here] == ["rise", "rise"]
    assert sum(m.state == "involved" for m in found) == 4


def test_marks_are_apart_in_order_and_cover_every_figure():
    found, _ = marked(REPORT)
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:])) and all(m.state in STATES for m in found)
    for figure in figures(Document("r.md", REPORT)):
        assert any(m.span.start <= figure.start and figure.end <= m.span.end for m in found)


@pytest.mark.parametrize("verdict, state", [("mismatch", "mismatch"), ("consistent", "consistent"), ("undecided", "undecided"), ("reworded", "consistent")])
def test_findings_alone_are_enough(verdict, state):
    document = Document("r.md", "one 12 two 34 three 56")
    place = document.location(Span(4, 6))
    finding = Finding("", "growth", verdict, "none", "", None, None, place, (("nearest", document.location(Span(0, 20))),))
    result = Outcome((finding,), (document,), Coverage(3, 1, 0, 1, (document.location(Span(11, 13)), Location("other.md", 1, 1, Span(0, 3), "one"))), "en")
    assert [(m.span, m.state) for m in marks(result, document, [finding])] == [((4, 6), state), ((11, 13), "unchecked")]


def test_places_that_overlap_become_one():
    document = Document("r.md", "nearly 12 million")
    right = Finding("", "equal", "consistent", "none", "", None, None, document.location(Span(0, 9)), ())
    wrong = right._replace(verdict="mismatch", level="error", location=document.location(Span(7, 17)))
    result = Outcome((right, wrong), (document,), Coverage(1, 1, 0, 0, ()), "en")
    assert marks(result, document, [right, wrong]) == ((Span(0, 17), "mismatch", (0, 1), (), ""),)
