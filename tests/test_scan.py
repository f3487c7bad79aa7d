"""Scan on sentences nobody prepared: what follows is recomputed, what cannot be right is said, and all else is left alone."""

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import lang as languages
from factcheck.document import Document
from factcheck.figures import figures
from factcheck.findings import check_finding
from factcheck.initial import claimed
from factcheck.quotes import Index
from factcheck.scan import as_check, scan, weighed
from factcheck.scan.features import sentence
from factcheck.scan.words import lexicon, tokens

SENTENCES = Path(__file__).parent / "scan"
EXAMPLES = Path(__file__).parents[2] / "shared" / "examples"


def lines(name):
    return [line for line in (SENTENCES / name).read_text(encoding="utf-8").splitlines() if line]


def found(text, chinese):
    document = Document("text", text, chinese)
    return weighed(document, figures(document))


def codes(text, chinese):
    document = Document("text", text, chinese)
    read = figures(document)
    return sentence(tokens(document.folded, 0, read, lexicon(chinese)), read, text, 0, 0, chinese)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_stated_figures_are_recomputed(language):
    for line in lines(f"right_{language}.txt"):
        start, text = line.index("{"), line.replace("{", "").replace("}", "")
        end = line.index("}") - 1
        checks = found(text, language == "zh")
        assert not [c for c in checks if c.verdict == "mismatch"], text
        assert any(f.start < end and f.end > start for c in checks for f in c.figures.values()), text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_cannot_be_right_is_said(language):
    for text in lines(f"wrong_{language}.txt"):
        assert any(c.verdict == "mismatch" for c in found(text, language == "zh")), text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_else_is_left_alone(language):
    for text in lines(f"quiet_{language}.txt"):
        assert not [c for c in found(text, language == "zh") if c.verdict == "mismatch"], text


def test_one_text_of_quiet_sentences_is_quiet():
    assert not [c for c in found("".join(lines("quiet_zh.txt")), True) if c.verdict == "mismatch"]
    assert not [c for c in found(" ".join(lines("quiet_en.txt")), False) if c.verdict == "mismatch"]


def test_languages_share_the_codes():
    assert codes("产量由40万吨增加到50万吨,增长25%", True).codes == "wFqTq,Vp" == codes("Output from 40 tonnes to 50 tonnes, up 25%", False).codes


def test_patterns_see_no_number():
    assert codes("产量由7万吨增加到9万吨", True).codes == codes("产量由70,123.5万吨增加到9.25亿吨", True).codes


def test_a_figure_claims_what_its_words_say():
    read = {i.figure.text: (i.claim, i.when, i.direction) for i in codes("收入60亿元,比上年的50亿元增加10亿元,增长20%", True).items}
    assert read == {"60亿元": ("level", "", 0), "50亿元": ("level", "before", 1), "10亿元": ("delta", "", 1), "20%": ("rate", "", 1)}


def test_operands_stand_in_the_sentence_before():
    text = "去年全县接待游客250万人次。今年接待300万人次,增长25%。"
    assert [c.verdict for c in found(text, True) if c.candidate.rule == "growth"] == ["mismatch"]


def test_checks_hold_the_figures_and_no_claim():
    document = Document("text", "Sales rose from $50 million to $60 million, up 25%.", False)
    (check,) = [c for c in scan(document) if c.rule.id == "growth"]
    assert check.claim == "" and [role for role, _ in check.operands] == ["base", "value", "result"]
    assert [check.readings[key].text for key in check.needed] == ["$50 million", "$60 million", "25%"]


def test_small_tables_are_added_up():
    wrong = "| 项目 | 金额 |\n| --- | --- |\n| 一期 | 120 |\n| 二期 | 80 |\n| 三期 | 45 |\n| 合计 | 254 |\n"
    assert [c.verdict for c in found(wrong, True)] == ["mismatch"]
    assert [c.verdict for c in found(wrong.replace("254", "245"), True)] == ["consistent"]


def run(*arguments, text=None):
    return subprocess.run([sys.executable, "-m", "factcheck", "scan", *arguments], input=text, capture_output=True, text=True, encoding="utf-8", check=False)


def test_command(tmp_path):
    report = tmp_path / "report.txt"
    report.write_text("Sales rose from $50 million to $60 million, up 25%.\n", encoding="utf-8")
    wrong = run(str(tmp_path))
    assert wrong.returncode == 1 and "60 ÷ 50 − 1 = 20%, the report says 25%" in wrong.stdout and "3 figures found" in wrong.stdout
    data = json.loads(run(str(report), "--format", "json").stdout)
    finding = next(f for f in data["findings"] if f["rule"] == "growth")
    assert finding["claim"] is None and finding["verdict"] == "mismatch" and finding["location"]["text"] == "25%"
    quiet = run("-", text="The meeting is on 3 May in room 14.\n")
    assert quiet.returncode == 0 and "none of them follows" in quiet.stdout
    assert run(str(tmp_path / "none.txt")).returncode == 2


def test_a_shipped_report_and_the_article_it_restates_raise_no_alarm():
    root = Path(__file__).parents[1]
    for path in [root / "examples" / "wuzhong.md", *sorted((root.parent / "shared" / "seeds").glob("*.txt"))]:
        assert not [c for c in found(path.read_text(encoding="utf-8"), True) if c.verdict == "mismatch"], path


@pytest.mark.skipif(not EXAMPLES.exists(), reason="the labelled examples are not here")
def test_labelled_traps_are_left_alone():
    items = [json.loads(line) for line in (EXAMPLES / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    traps = [item for item in items if item["expected"] == "not-checkable"]
    alarms = [item["id"] for item in traps if any(c.verdict == "mismatch" for c in found(item["text"], item["lang"] == "zh"))]
    assert len(alarms) * 20 <= len(traps)


def test_the_year_before_may_stand_in_another_paragraph():
    text = ("2018年，全县共有托育机构26.5万所，比上年增加2.0万所；家庭医生签约率61.7%，比上年提高2.1个百分点。\n\n"
            "2019年，托育机构28.0万所，增加{1.5万所}；签约率63.4%，提高{1.7个百分点}。\n\n2020年，托育机构29.2万所，增加1.2万所；签约率66.0%，提高2.6个百分点。\n")
    plain = text.replace("{", "").replace("}", "")
    checks = found(plain, True)
    assert {c.candidate.reported.text for c in checks} >= {"1.5万所", "1.7个百分点", "1.2万所", "2.6个百分点"}
    assert {c.verdict for c in checks} == {"consistent"}


def test_parts_may_follow_in_the_sentence_behind_their_total():
    text = "年末共有收费站820个，比上年末减少30个。按等级分，高速路410个、一级路260个、二级路110个、桥隧40个。"
    assert any(c.candidate.rule == "total" and c.candidate.reported.text == "820个" and c.verdict == "consistent" for c in found(text, True))


def test_what_holds_for_one_member_of_a_list_holds_for_the_others():
    text = ("The trust runs 24 nurseries, 16 clinics and 12 shelters. Nurseries employ 1,032 people, clinics 912 and shelters 348.\n\n"
            "On average nurseries have a staff of {43}, clinics 57 and shelters 29.\n")
    by_text = {c.candidate.reported.text: c.verdict for c in found(text.replace("{", "").replace("}", ""), False)}
    wrong = {c.candidate.reported.text: c.verdict for c in found(text.replace("{", "").replace("}", "").replace("clinics 57", "clinics 75"), False)}
    assert [by_text.get(t) for t in ("43", "57", "29")] == ["consistent"] * 3 and wrong.get("75") == "mismatch"


def test_a_share_finds_its_part_by_name():
    text = ("全镇共有经营主体8240户。其中，民宿1320户，餐馆2740户，零售店4180户。\n\n"
            "从结构看，民宿占经营主体的{16.0%}，餐馆占33.3%，零售店占50.7%。\n")
    assert {c.candidate.reported.text: c.verdict for c in found(text.replace("{", "").replace("}", ""), True)}.get("33.3%") == "consistent"


def test_a_figure_said_again_far_apart_is_compared():
    text = ("全年接待游客{43.86}万人次，比上年的40.12万人次增长9.3%。\n\n民宿发展到620家。\n\n旅游收入5.2亿元。\n\n综合来看，游客43.68万人次的规模仍居全市末位。\n")
    checks = found(text.replace("{", "").replace("}", ""), True)
    assert [(c.candidate.reported.text, c.verdict) for c in checks if c.candidate.rule == "equal"] == [("43.68万人次", "mismatch")]
    assert not [c for c in found(text.replace("{", "").replace("}", "").replace("43.68", "43.86"), True) if c.verdict == "mismatch"]


def test_a_row_must_follow_as_the_other_rows_of_its_table_do():
    table = ("站点　　　2022年　2023年　增幅（%）\n东门站　　　412.0　453.2　10.0\n西门站　88.0　96.8　10.0\n"
             "南门站　　　120.5　150.6　25.0\n北门站　　　230.0　253.0　{10.0}\n")
    assert {c.verdict for c in found(table.replace("{", "").replace("}", ""), True)} == {"consistent"}
    assert [c.candidate.reported.text for c in found(table.replace("{10.0}", "11.0"), True) if c.verdict == "mismatch"] == ["11.0"]
    clinics = "Clinic      Seen    Treated   Per cent\nHarbour    1,250        500       40.0\nMoor         640        128       20.0\nMill         900        315       35.0\nVale         480        156       {}\n"
    assert [c.candidate.reported.text for c in found(clinics.format("35.2"), False) if c.verdict == "mismatch"] == ["35.2"]
    assert not [c for c in found(clinics.format("32.5"), False) if c.verdict == "mismatch"]


def test_a_random_figure_is_not_taken_for_derived():
    """Of the stated figures of all right sentences, put at random among the sentences before them, no more than one in a hundred may be worked out from anything."""
    chance, tried, taken = random.Random(1), 0, 0
    for language, gap in (("zh", ""), ("en", " ")):
        sentences = lines(f"right_{language}.txt")
        for place, sentence_ in enumerate(sentences):
            stated = re.search(r"\{(\D*)(\d+\.\d+|\d{3,})(\D*)\}", sentence_)
            if not stated or sum(c.isdigit() for c in stated[2]) < 3:
                continue
            for _ in range(6):
                number = re.sub(r"\d", lambda _: str(chance.randint(1, 9)), stated[2])
                if abs(float(number) / float(stated[2]) - 1) < 0.02:
                    continue
                before = gap.join(s.replace("{", "").replace("}", "") for s in sentences[max(place - 3, 0) : place])
                printed = stated[1] + number + stated[3]
                text = before + gap + sentence_[: stated.start()] + printed + sentence_[stated.end() :]
                at = text.rindex(printed)
                tried += 1
                taken += any(at <= c.candidate.reported.start < at + len(printed) and c.verdict != "mismatch" and c.candidate.rule not in ("rises", "falls", "at_most") for c in found(text, language == "zh"))
    assert tried > 200 and taken * 100 <= tried


def test_a_finding_has_the_verdict_its_binding_was_weighed_with():
    """What scan chose and what the user is told come from one decision; a unit left out for the one is left out for the other."""
    for language in ("zh", "en"):
        for text in [*lines(f"right_{language}.txt"), *lines(f"wrong_{language}.txt")]:
            document = Document("text", text.replace("{", "").replace("}", ""), language == "zh")
            for check in weighed(document, figures(document)):
                told = check_finding(as_check(document, check), languages.of(language).MESSAGES)
                assert told.verdict == check.verdict, (text, check.candidate.rule, told.message)


@pytest.mark.parametrize("text, chinese", [
    ("甲类0亿元、乙类0亿元、丙类0亿元，占比依次为40%、35%和20%。", True),
    ("长0公里（0米），收入0万元（0元）。", True),
    ("0万吨，增产0万万吨，增长10万%。", True),
    ("收入由1.234.567万元增加到2.345.678万元，增长900.1%。", True),
    ("利润由-5万元增加到3万元，年均增长99.9%，从2010年到2015年。", True),
    ("Sales rose from $1.234.567 to $2.345.678, or by 900.1%.", False),
    (f"Sales rose from {'9' * 400} million to {'9' * 399}8 million, up {'9' * 400}%, or by {'9' * 400} percentage points.", False),
])
def test_numbers_nothing_can_be_divided_by_stop_no_scan(text, chinese):
    assert all(c.verdict in ("consistent", "rounding", "mismatch") for c in found(text, chinese))


@pytest.mark.parametrize("language, sentence_, role", [
    ("en", "Attendance fell to 13,600 from 16,000.", "fell to {figure_2=13,600}…{figure_1=16,000}\n    values:\n      - figure_1"),
    ("en", "Unemployment, 7.9% in May, stood at 7.4% in June, 0.5 points lower.", "0.5 points[pp]"),
    ("en", "The company employs 5,500 people, 10% more than the 5,000 of a year ago.", "5,000[人]"),
    ("zh", "上半年累计签约54个项目，平均每月9个。", "divisor: 6个月"),
    ("zh", "不良贷款率1.8%，比年初的2.1%低0.3个百分点。", "result: 0个百分点 - figure_1"),
    ("zh", "800名职工中，女职工有320人，占比40%。", "{whole=800名}职工中，女职工有{part=320人}"),
])
def test_a_rule_of_init_says_what_the_words_said(language, sentence_, role):
    assert any(role in lines for lines in claimed(Index(Document("report.txt", sentence_, language == "zh"))).values())


def test_init_writes_the_same_rules_each_time(tmp_path):
    """What the order of a set decides changes from run to run."""
    report = tmp_path / "report.txt"
    report.write_text("Attendance fell to 13,600 from 16,000.\n\n" + "\n\n".join(lines("wrong_en.txt")[:40]), encoding="utf-8")
    written = set()
    for seed in ("1", "2", "3", "4"):
        claims = tmp_path / f"{seed}.yaml"
        subprocess.run([sys.executable, "-m", "factcheck", "init", str(report), "--claims", str(claims)], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
        written.add(claims.read_text(encoding="utf-8"))
    assert len(written) == 1 and "figure_1=16,000" in written.pop()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nearly_all_that_scan_finds_wrong_is_in_the_rules_of_init(language):
    """A mismatch that init leaves out would be gone in verify."""
    told = kept = 0
    for text in lines(f"wrong_{language}.txt")[::3]:
        document = Document("report.txt", text.replace("{", "").replace("}", ""), language == "zh")
        checks = scan(document)
        told += len(checks)
        kept += len(claimed(Index(document)))
    assert told > 60 and kept * 100 >= told * 94


ZH_TABLE = """| 指标 | 2021年 | 2022年 |
|---|---|---|
| 粮食产量（万吨） | 512.3 | 530.6 |
| 棉花产量（万吨） | 12.4 | 13.9 |

"""
EN_TABLE = """| Year | Casualties |
|---|---|
| 2017 | 7,253 |
| 2018 | 6,897 |
| 2019 | 5,554 |

"""


@pytest.mark.parametrize("table, text, verdicts", [
    (ZH_TABLE, "2022年粮食产量503.6万吨。", ["mismatch"]),
    (ZH_TABLE, "2022年粮食产量530.6万吨，比上年增长3.6%。", ["consistent", "consistent"]),
    (ZH_TABLE, "2022年粮食产量比上年增加18.3万吨，增长5.37%。", ["consistent", "mismatch"]),
    (ZH_TABLE, "2022年蔬菜产量503.6万吨。", []),
    (ZH_TABLE, "2020年粮食产量503.6万吨，比上年增长1.9%。", []),
    (EN_TABLE, "The improvement on the 6,987 casualties of 2018 owes much to a lull.", ["mismatch"]),
    (EN_TABLE, "There were 5,554 casualties in 2019.", ["consistent"]),
    (EN_TABLE, "The improvement on the 6,987 casualties of 2016 owes much to a lull.", []),
    (EN_TABLE, "There were 6,987 patients in 2018.", []),
])
def test_text_against_a_table(table, text, verdicts):
    checks = found(table + text, table is ZH_TABLE)
    assert [c.verdict for c in checks if c.candidate.reported.start >= len(table)] == verdicts


def test_a_sentence_before_a_table_is_no_row_of_it():
    text = "单位:万元,下同。2024年培训支出318.4万元,比上年增长27.3%;接待支出41.7万元,比上年减少5.2万元。\n项目\t2023年\t2024年\n培训支出\t250.2\t381.4\n接待支出\t46.9\t41.7\n"
    told = {c.candidate.reported.text: c.verdict for c in found(text, True)}
    assert told["318.4万元"] == "mismatch" and told["5.2万元"] == "consistent"
    fall = next(c for c in scan(Document("text", text, True)) if c.rule.id == "difference")
    assert "−5.2万元" in (message := check_finding(fall, languages.of("zh").MESSAGES).message) and "−−" not in message


REVIEW = """# Review

| | 2013 | 2014 |
|---|---|---|
| Revenue | 25,294 | 28,578 |
| Net profit for the year | 6,119 | 7,025 |
| Total assets | 17,952 | 21,419 |
| Average number of employees | 11,755 | 12,582 |

Revenue rose by 13.0% in 2014, from 25,294 million to 28,578 million.
"""


WATER = """2023年总产值118.4万亿元，每万元用水45.8立方米，2022年为48.7立方米，按当年价计算下降6.0%，按可比价计算则下降6.9%。每万元增加值用水2022年为23.6立方米，2023年为23.9立方米，按当年价计算增加0.3立方米。人均用水2022年为418立方米，2023年回落到411立方米，与2021年的411立方米持平。

灌溉亩均用水由2022年的358立方米降到2023年的342立方米，亩均少用16立方米，下降4.5%。有效利用系数从2021年的0.561上升到2023年的0.572，提高0.011。2022年遭遇干旱。
"""


@pytest.mark.parametrize("name, text", [("review.md", REVIEW), ("grain.md", ZH_TABLE + "2022年粮食产量503.6万吨，比上年增长3.6%。\n"), ("water.md", WATER)])
def test_init_covers_every_figure_and_verify_reads_what_it_wrote(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")

    def run(*words):
        return subprocess.run([sys.executable, "-m", "factcheck", *words, name], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")

    assert run("init").returncode == 0
    told = json.loads(run("verify", "--format", "json").stdout)
    assert told["coverage"]["uncovered"] == 0 and told["coverage"]["figures"] > 5
