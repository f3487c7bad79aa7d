"""A week of edits to a report, played over the shipped report: what verify says after each, what accept writes, and what it leaves alone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def desk(tmp_path):
    """A folder with the shipped report and its claims."""
    (tmp_path / "examples").mkdir()
    shutil.copy(ROOT / "examples" / "wuzhong.md", tmp_path / "examples")
    shutil.copy(ROOT / "claims.yaml", tmp_path)
    return tmp_path


def run(folder, *arguments, stdin=""):
    environment = {k: v for k, v in os.environ.items() if k not in ("GITHUB_ACTIONS", "FACTCHECK_LANG")}
    done = subprocess.run([sys.executable, "-m", "factcheck", *arguments], cwd=folder, input=stdin, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    return done.returncode, done.stdout + done.stderr


def edit(folder, *changes, path="examples/wuzhong.md"):
    file = folder / path
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def changed_lines(folder):
    before = (ROOT / "claims.yaml").read_text(encoding="utf-8").splitlines()
    after = (folder / "claims.yaml").read_text(encoding="utf-8").splitlines()
    return [(a, b) for a, b in zip(before, after) if a != b] if len(before) == len(after) else None


def test_a_typo_is_refused_until_it_is_put_back(desk):
    edit(desk, ("63.6%", "66.3%"))
    assert run(desk, "verify")[0] == 1
    status, said = run(desk, "accept", "--yes")
    assert status == 2 and "industrial_growth does not hold" in said and "nothing was accepted" in said
    assert changed_lines(desk) == []
    edit(desk, ("66.3%", "63.6%"))
    assert run(desk, "verify")[0] == 0


def test_a_deliberate_update_is_accepted_and_nothing_else_is_touched(desk):
    edit(desk, ("176.4亿元", "180.3亿元"), ("63.6%", "67.3%"), ("864平方公里", "870平方公里"))
    status, said = run(desk, "verify")
    assert status == 1 and "factcheck accept" in said
    status, said = run(desk, "accept", "--yes")
    assert status == 0 and "176.4亿元 → 180.3亿元" in said and "63.6% → 67.3%" in said
    assert [after for _, after in changed_lines(desk)] == [
        "  soil_conserved: 水土流失面积…{870平方公里}",
        "    quote: 工业总产值…{from=2016年}…{base=107.8亿元}…{to=2019年}…{value=180.3亿元}…增长…{result=67.3%}",
    ]
    assert run(desk, "verify", "--strict")[0] == 0


def test_one_id_is_accepted_alone(desk):
    edit(desk, ("864平方公里", "870平方公里"), ("149万只", "150万只"))
    assert run(desk, "accept", "sheep", "--yes")[0] == 0
    assert [after for _, after in changed_lines(desk)] == ["  sheep: 饲养量…{150万只}"]
    assert run(desk, "verify")[0] == 1


def test_other_print_is_no_change(desk):
    edit(desk, ("107.8亿元", "1078000万元"), ("近20%", "近两成"))
    assert run(desk, "verify", "--strict")[0] == 0
    assert "nothing to accept" in run(desk, "accept", "--yes")[1]


def test_a_reworded_sentence_is_warned_about_and_its_quote_rewritten(desk):
    edit(desk, ("涉企收费23项", "企业收费名目23项"))
    status, said = run(desk, "verify")
    assert status == 0 and "charges_cleared" in said
    assert run(desk, "verify", "--strict")[0] == 1
    assert run(desk, "accept", "--yes")[0] == 0
    assert len(changed_lines(desk)) == 1
    assert run(desk, "verify", "--strict")[0] == 0


def test_a_moved_sentence_is_no_change(desk):
    sentence = "农村低保标准由3150元调高,现为4560元。"
    edit(desk, (sentence, ""), ("**服务下沉。** ", f"**服务下沉。** {sentence}"))
    assert run(desk, "verify", "--strict")[0] == 0


def test_a_deleted_sentence_is_an_error_and_pruned(desk):
    edit(desk, ("同时清理涉企收费23项,", ""))
    status, said = run(desk, "verify")
    assert status == 1 and "charges_cleared" in said
    assert "nothing to accept" in run(desk, "accept", "--yes")[1]
    assert run(desk, "accept", "--prune", "--yes")[0] == 0
    assert "charges_cleared" not in (desk / "claims.yaml").read_text(encoding="utf-8")
    assert run(desk, "verify", "--strict")[0] == 0


def test_pruning_takes_what_depends_on_it_too(desk):
    edit(desk, ("片区下辖13个乡镇、167个行政村", "片区很大"), ("集中连片区167个行政村中", "集中连片区里的行政村中"))
    assert run(desk, "accept", "--prune", "--yes")[0] == 0
    status, said = run(desk, "verify")
    assert status == 0, said


def test_a_summary_that_repeats_a_figure_right_and_wrong(desk):
    text = (desk / "examples/wuzhong.md").read_text(encoding="utf-8")
    (desk / "examples/wuzhong.md").write_text(text + "\n总之,工业总产值2016年为107.8亿元,2019年达176.4亿元,增长63.6%。\n", encoding="utf-8")
    assert run(desk, "verify")[0] == 0
    (desk / "examples/wuzhong.md").write_text(text + "\n总之,工业总产值2016年为107.8亿元,2019年达176.4亿元,增长66.3%。\n", encoding="utf-8")
    status, said = run(desk, "verify")
    assert status == 1 and "63.6%" in said and "66.3%" in said


def test_a_wrong_figure_can_be_pinned_with_a_reason_and_counts_again_when_edited(desk):
    edit(desk, ("63.6%", "66.3%"))
    assert run(desk, "accept", "--even-if-wrong", " ", "--yes")[0] == 2
    assert run(desk, "accept", "--even-if-wrong", "统计局口径不同: 待核 #3", "--yes")[0] == 0
    assert run(desk, "verify", "--strict")[0] == 0
    edit(desk, ("66.3%", "66.4%"))
    assert run(desk, "verify")[0] == 1
    edit(desk, ("66.4%", "63.6%"))
    assert run(desk, "accept", "--yes")[0] == 0
    assert changed_lines(desk) == []


def test_next_months_report(desk):
    file = desk / "claims.yaml"
    file.write_text("attested: ignore\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    edit(desk, ("864平方公里", "900平方公里"), ("107.8亿元", "110亿元"), ("176.4亿元", "180亿元"), ("63.6%", "63.6%"))
    assert run(desk, "verify")[0] == 0
    edit(desk, ("63.6%", "73.6%"))
    assert run(desk, "verify")[0] == 1


def test_init_records_every_figure_of_a_report(tmp_path):
    report = tmp_path / "月报.md"
    report.write_text("全县完成投资12.5亿元,开工项目48个。\n其中续建项目30个,新开工18个。\n\n| 乡镇 | 户数 | 人口 |\n|---|---|---|\n| 北山乡 | 1200 | 4300 |\n| 南河乡 | 900 | 3100 |\n", encoding="utf-8")
    assert run(tmp_path, "init", "月报.md")[0] == 0
    assert run(tmp_path, "verify", "月报.md", "--strict")[0] == 0
    status, said = run(tmp_path, "init", "月报.md")
    assert status == 2 and "--add" in said
    report.write_text(report.read_text(encoding="utf-8") + "\n另有待批项目7个。\n", encoding="utf-8")
    assert run(tmp_path, "verify", "月报.md", "--strict")[0] == 1
    before = (tmp_path / "月报.claims.yaml").read_text(encoding="utf-8")
    assert run(tmp_path, "init", "月报.md", "--add")[0] == 0
    assert (tmp_path / "月报.claims.yaml").read_text(encoding="utf-8").startswith(before)
    assert run(tmp_path, "verify", "月报.md", "--strict")[0] == 0
    edit(tmp_path, ("| 900 |", "| 990 |"), path="月报.md")
    assert run(tmp_path, "verify", "月报.md")[0] == 1
    assert run(tmp_path, "accept", "--report", "月报.md", "--yes")[0] == 0
    assert run(tmp_path, "verify", "月报.md", "--strict")[0] == 0


def test_without_a_terminal_accept_asks_for_yes(desk):
    edit(desk, ("864平方公里", "870平方公里"))
    status, said = run(desk, "accept")
    assert status == 2 and "--yes" in said and changed_lines(desk) == []


@pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")
def test_a_read_only_file_and_a_link(desk):
    edit(desk, ("864平方公里", "870平方公里"))
    claims = desk / "claims.yaml"
    claims.chmod(0o444)
    status, said = run(desk, "accept", "--yes")
    assert status == 2 and "read-only" in said and changed_lines(desk) == []
    claims.chmod(0o640)
    claims.rename(desk / "real.yaml")
    claims.symlink_to("real.yaml")
    assert run(desk, "accept", "--yes")[0] == 0
    assert claims.is_symlink() and "870平方公里" in (desk / "real.yaml").read_text(encoding="utf-8")
    assert (desk / "real.yaml").stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in desk.iterdir()) == ["claims.yaml", "examples", "real.yaml"]


def test_layout_comments_and_line_ends_stay(desk):
    claims = desk / "claims.yaml"
    marked = "\ufeff" + claims.read_text(encoding="utf-8").replace("\n", "\r\n")
    claims.write_bytes(marked.encode("utf-8"))
    edit(desk, ("864平方公里", "870平方公里"))
    assert run(desk, "accept", "--yes")[0] == 0
    assert claims.read_bytes().decode("utf-8") == marked.replace("{864平方公里}", "{870平方公里}")


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
def test_a_full_disk_leaves_the_old_file(desk):
    import resource

    edit(desk, ("864平方公里", "870平方公里"))
    before = sorted(p.name for p in desk.iterdir())
    done = subprocess.run([sys.executable, "-m", "factcheck", "accept", "--yes"], cwd=desk, capture_output=True, text=True, check=False,
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)))
    assert done.returncode == 2 and "cannot be written" in done.stderr and "Traceback" not in done.stderr
    assert changed_lines(desk) == [] and sorted(p.name for p in desk.iterdir()) == before


def test_accept_killed_at_any_moment_leaves_the_old_or_the_new_file(desk):
    import time

    edit(desk, ("864平方公里", "870平方公里"))
    old = (ROOT / "claims.yaml").read_text(encoding="utf-8")
    for delay in (0.05, 0.15, 0.25, 0.3, 0.35, 0.45):
        process = subprocess.Popen([sys.executable, "-m", "factcheck", "accept", "--yes"], cwd=desk, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.kill()
        process.wait()
        assert (desk / "claims.yaml").read_text(encoding="utf-8") in (old, old.replace("{864平方公里}", "{870平方公里}"))


SCANNED = "全县有村庄120个,其中完成改造84个,占70%。粮食产量由40万吨增加到46万吨,增长15%。\n旅游收入从2016年的2.5亿元增长到2019年的3.6亿元,增长64%。会员中女性310人、男性290人,共600人。\n"


def test_init_writes_the_claims_that_scan_finds_and_verify_judges_them_alike(tmp_path):
    import json

    report = tmp_path / "月报.md"
    report.write_text(SCANNED, encoding="utf-8")
    scanned = json.loads(run(tmp_path, "scan", "月报.md", "--format", "json")[1])["findings"]
    assert {f["verdict"] for f in scanned} >= {"consistent", "mismatch"} and len(scanned) >= 4
    assert run(tmp_path, "init", "月报.md")[0] == 0
    status, said = run(tmp_path, "verify", "月报.md", "--format", "json")
    verified = json.loads(said)
    assert status == 1 and verified["coverage"]["uncovered"] == 0
    def judged(found):
        return sorted((f["rule"], f["verdict"]) for f in found if f["rule"] not in ("recorded",))
    assert judged(verified["findings"]) == judged(scanned)
    before = (tmp_path / "月报.claims.yaml").read_text(encoding="utf-8")
    report.write_text(SCANNED + "出口额由20亿元增加到25亿元,增长25%。\n", encoding="utf-8")
    assert run(tmp_path, "init", "月报.md", "--add")[0] == 0
    after = (tmp_path / "月报.claims.yaml").read_text(encoding="utf-8")
    assert "出口额" in after and set(before.splitlines()) <= set(after.splitlines())
    (tmp_path / "月报.claims.yaml").unlink()
    report.write_text(SCANNED, encoding="utf-8")
    run(tmp_path, "init", "月报.md")
    assert (tmp_path / "月报.claims.yaml").read_text(encoding="utf-8") == before


def test_fix_puts_the_right_text_in_place_and_keeps_the_rest_of_the_file(desk):
    right = (desk / "examples/wuzhong.md").read_bytes()
    edit(desk, ("63.6%", "66.3%"))
    status, said = run(desk, "fix")
    assert status == 2 and "+" in said and "63.6%" in said and "--yes" in said
    assert run(desk, "fix", "--yes")[0] == 0
    assert (desk / "examples/wuzhong.md").read_bytes() == right
    assert "nothing to mend" in run(desk, "fix", "--yes")[1]


def test_fix_refuses_what_is_not_certain_until_a_figure_is_chosen(tmp_path):
    report = tmp_path / "r.txt"
    wrong = "产值由100亿元增加到150亿元,增长60%。\r\n".encode("gb18030")
    report.write_bytes(wrong)
    status, said = run(tmp_path, "fix", "r.txt", "--yes")
    assert status == 2 and "--claim growth --figure result" in said and report.read_bytes() == wrong
    assert run(tmp_path, "fix", "r.txt", "--claim", "growth", "--figure", "result", "--yes")[0] == 0
    assert report.read_bytes() == "产值由100亿元增加到150亿元,增长50%。\r\n".encode("gb18030")
    status, said = run(tmp_path, "fix", "-", stdin="产值由100亿元增加到150亿元,增长60%。")
    assert status == 2 and "only a text or Markdown file" in said
