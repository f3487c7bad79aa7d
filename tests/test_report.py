"""The shipped report, and the article it restates where that lies beside the repository."""

import json
import re
from pathlib import Path

import pytest

from factcheck.binding import attested_binding, bind
from factcheck.claimsfile import load
from factcheck.document import Document
from factcheck.figures import figures
from factcheck.findings import LEVELS, findings
from factcheck.outcome import outcome
from factcheck.plan import plan
from factcheck.reading import read

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
CLAIMS = load(str(ROOT / "claims.yaml"))
PLAN = plan(CLAIMS)
SHIPPED = read(str(ROOT / "examples" / "wuzhong.md"))
ARTICLES = [read(str(path)) for path in sorted(SHARED.glob("seeds/*.txt"))]
TEXTS = [SHIPPED, *ARTICLES]
PINNED = {"poverty_stock_flow", "net_households_within_registered", "nobody_below_the_line", "water_for_every_household"}


def check(text, ready=PLAN):
    binding = bind(ready, Document("report.md", text))
    return outcome([(binding, findings(binding, "zh"))], "zh", False)


def loud(result):
    return {(f.claim, f.verdict) for f in result.findings if LEVELS.index(f.level) >= LEVELS.index("warning")}


@pytest.mark.parametrize("document", TEXTS, ids=lambda d: Path(d.path).name)
def test_the_figures_agree_and_are_all_covered(document):
    result = check(document.text)
    assert result.status() == 0 and loud(result) == set()
    assert result.coverage.figures == 116
    assert result.coverage.uncovered == 0
    assert result.summary["unbound"] == result.summary["undecided"] == result.summary["rounding"] == 0
    assert {f.claim for f in result.findings if f.known} == PINNED
    assert all(f.level == "note" for f in result.findings if f.known)


def test_the_attested_values_alone_say_the_same():
    found = findings(attested_binding(PLAN), "zh")
    assert {f.claim for f in found if f.verdict == "mismatch"} == PINNED
    assert {f.verdict for f in found} == {"mismatch", "consistent"}


CAUGHT = [
    ("63.6%", "66.3%", "industrial_growth", "mismatch"), ("107.8亿元", "108.7亿元", "industrial_growth", "mismatch"), ("13.3%", "15.1%", "income_growth", "mismatch"),
    ("经过3年", "经过4年", "programme_years", "mismatch"), ("426项", "526项", "online_approvals", "mismatch"), ("2个美丽", "3个美丽", "small_towns", "mismatch"),
    ("864平", "846平", "soil_conserved", "changed"), ("167个行政村。", "176个行政村。", "villages", "mismatch"), ("近20%", "20%", "shares_within_the_whole", "changed"),
    ("30.4亿元", "30.4万元", "agricultural_growth", "mismatch"), ("增长63.6%", "下降63.6%", "industrial_growth", "mismatch"), ("5.9万人", "6.9万人", "registered_poor", "changed"),
    ("1.34万户", "1.34万人", "lifted_households", "unbound"), ("0.52%", "5.2%", "poverty_falls", "changed"), ("13所", "14所", "hospitals", "mismatch"),
]


@pytest.mark.parametrize("old, new, claim, verdict", CAUGHT)
def test_an_edit_that_must_be_caught(old, new, claim, verdict):
    for document in TEXTS:
        assert old in document.text
        result = check(document.text.replace(old, new, 1))
        assert (claim, verdict) in loud(result)
        assert result.status() == 1


def test_a_deleted_rate_is_not_looked_for_in_the_next_sentence():
    result = check(SHIPPED.text.replace(",累计增长63.6%", ""))
    assert ("industrial_growth", "unbound") in loud(result)


HARMLESS = [
    ("107.8亿元", "1078000万元"), ("7064元", "7,064元"), ("近20%", "近两成"), ("0.52%", "5.2‰"), ("167个行政村", "１６７个行政村"), ("经过3年", "经过三年"),
    ("107.8亿元", "107.8 亿元"), ("2000亩", "0.2万亩"), ("超5000万元", "逾5000万元"), ("1.34万户、5万贫困人口", "1.34万户贫困家庭、5万贫困人口"),
    ("贫困村121个、移民村39个", "移民村39个、贫困村121个"), ("5万~10万元", "5万—10万元"), ("2.6万户4.2万人", "2.6万户、4.2万人"), ("2.6万户4.2万人", "2.6万户 4.2万人"),
]


@pytest.mark.parametrize("old, new", HARMLESS)
def test_a_harmless_edit_is_silent(old, new):
    assert old in SHIPPED.text
    for document in TEXTS:
        assert loud(check(document.text.replace(old, new, 1))) == set()


def test_a_changed_figure_makes_a_pin_live_again():
    result = check(SHIPPED.text.replace("99%", "98%"))
    assert ("water_for_every_household", "mismatch") in loud(result)


def test_next_month_only_arithmetic_counts():
    ready = plan(CLAIMS._replace(attested=False))
    assert check(SHIPPED.text.replace("864平", "846平"), ready).status() == 0
    assert check(SHIPPED.text.replace("63.6%", "66.3%"), ready).status() == 1


@pytest.mark.skipif(not ARTICLES, reason="the article is not beside the repository")
def test_the_article_inventory_is_read_in_full():
    document = ARTICLES[0]
    read_here = figures(document)
    starts, position = [0], 0
    for line in document.text.split("\n"):
        position += len(line) + 1
        starts.append(position)
    rows = [row.split("\t") for row in (SHARED / "article" / "inventory.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    hedged = 0
    for number, line, locator, value, _, hedge, _ in rows:
        if number in ("N003", "N059", "N060"):
            continue
        place = document.text.index(locator, starts[int(line) - 1])
        near = [f for f in read_here if place - 3 <= f.start <= place + len(locator) + 2]
        if value.startswith("(1)"):
            figure = next(f for f in near if f.hedge == "过")
            assert figure.value == 10**8
        else:
            assert any(value in f.text for f in near), number
            figure = next(f for f in near if value in f.text)
        if hedge.replace("~range", "").strip():
            hedged += any(f.hedge == hedge.replace("~range", "").strip() for f in near)
    assert hedged == 16
    assert sum(f.end_of_range == "low" for f in read_here) == 3
    assert len(read_here) == len(rows) - 3


@pytest.mark.skipif(not ARTICLES, reason="the article is not beside the repository")
def test_the_sample_edits_of_the_article():
    for line in (SHARED / "article" / "edits.jsonl").read_text(encoding="utf-8").splitlines():
        edit = json.loads(line)
        result = check(ARTICLES[0].text.replace(edit["old"], edit["new"], 1))
        assert bool(loud(result)) == (edit["expect"] != "ok"), edit


def test_every_one_digit_slip_is_caught():
    import importlib.util

    spec = importlib.util.spec_from_file_location("mutations", ROOT / "bench" / "mutations.py")
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    slips = list(bench.mutations(SHIPPED))
    assert len(slips) > 300
    missed = [(before, after) for text, before, after in slips[::7] if check(text).status() != 1]
    assert missed == []


def test_the_shipped_report_is_our_own_words():
    grams = set()
    for article in ARTICLES:
        text = re.sub(r"\s+", "", article.text)
        grams |= {text[i : i + 24] for i in range(len(text) - 24)}
    body = re.sub(r"\s+", "", SHIPPED.text)
    assert not [body[i : i + 24] for i in range(len(body) - 23) if body[i : i + 24] in grams]
