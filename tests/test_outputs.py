"""One run feeds the console and files: --format and --output, as a user calls them."""

import json
import os
import stat
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from factcheck.formats import FORMATS

REPORT = "# 年报\n\n工业总产值从107.8亿元提高到176.4亿元,增长66.3%。全市共有145家企业。\n"
CLAIMS = """report: "年 报 #1.md"
figures:
  firms: 共有{145家}
claims:
  output:
    rule: growth
    quote: 工业总产值…{base=107.8亿元}…{value=176.4亿元},增长{result=63.6%}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "年 报 #1.md").write_text(REPORT, encoding="utf-8")
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    return tmp_path


def run(folder, *arguments, encoding="utf-8", **environment):
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI_", "FACTCHECK_"))}
    return subprocess.run([sys.executable, "-m", "factcheck", "verify", *arguments], cwd=folder, env=inherited | {"PYTHONIOENCODING": encoding} | environment,
                          capture_output=True, check=False)


def test_one_run_feeds_console_and_files(folder):
    outputs = {format: f"out/{format}.txt" for format in FORMATS}
    (folder / "out").mkdir()
    done = run(folder, *(f"--output={format}={path}" for format, path in outputs.items()))
    assert done.returncode == 1 and "66.3%" in done.stdout.decode()
    texts = {format: (folder / path).read_text(encoding="utf-8") for format, path in outputs.items()}
    assert json.loads(texts["json"])["findings"][0]["verdict"] == "mismatch"
    assert json.loads(texts["jsonl"].splitlines()[-1])["summary"]["mismatch"] == 1
    region = json.loads(texts["sarif"])["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert region["artifactLocation"]["uri"] == "%E5%B9%B4%20%E6%8A%A5%20%231.md"
    assert (region["region"]["startLine"], region["region"]["startColumn"], region["region"]["endColumn"]) == (3, 27, 32)
    assert json.loads(texts["gitlab"])[0]["location"] == {"path": "年 报 #1.md", "lines": {"begin": 3, "end": 3}}
    assert ElementTree.fromstring(texts["junit"]).find("testsuite/testcase[@name='output']/failure").get("type") == "mismatch"
    assert texts["github"].startswith("::error title=output%3A 不符,file=年 报 #1.md,line=3,endLine=3,col=27,endColumn=32::")
    assert "| output | 不符 | 年 报 #&#8203;1.md:3:27 |" in texts["markdown"]
    assert texts["table"] == done.stdout.decode()
    assert sorted(os.listdir(folder / "out")) == sorted(f"{format}.txt" for format in FORMATS)


def test_two_runs_are_byte_identical(folder):
    written = []
    for seed in ("1", "2"):
        (folder / seed).mkdir()
        run(folder, *(f"--output={format}={seed}/{format}" for format in FORMATS), PYTHONHASHSEED=seed)
        written.append({format: (folder / seed / format).read_bytes() for format in FORMATS})
    assert written[0] == written[1]


def test_places_are_told_from_the_root_of_the_repository(folder):
    (folder / "below").mkdir()
    done = run(folder / "below", "../年 报 #1.md", "--format=gitlab")
    assert json.loads(done.stdout)[0]["location"]["path"] == "年 报 #1.md"


def test_auto_is_github_inside_actions_and_writes_the_summary(folder):
    summary = folder / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    done = run(folder, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1 and done.stdout.startswith(b"::error ")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n") and "| output |" in text
    assert not run(folder).stdout.startswith(b"::")
    assert not run(folder, "--format=table", GITHUB_ACTIONS="true").stdout.startswith(b"::")


def test_quiet_and_colour_are_for_the_console(folder):
    (folder / "claims.yaml").write_text(CLAIMS.replace("63.6%}", "66.3%}\n    known: 待核实"), encoding="utf-8")
    done = run(folder, "-q", "--color=always", "--output=table=all.txt", "--output=sarif=all.sarif")
    assert done.returncode == 0 and done.stdout == b""
    assert "待核实" in (folder / "all.txt").read_text(encoding="utf-8") and "\x1b" not in (folder / "all.txt").read_text(encoding="utf-8")
    assert json.loads((folder / "all.sarif").read_text(encoding="utf-8"))["runs"][0]["results"][0]["suppressions"]


def test_an_output_to_standard_output_takes_the_place_of_the_table(folder):
    done = run(folder, "--output=json=-")
    assert json.loads(done.stdout)["summary"]["mismatch"] == 1


@pytest.mark.parametrize("arguments, said", [
    (["--output=sarf=x"], "no format is called 'sarf'; did you mean sarif?"),
    (["--output=sarif"], "FORMAT=PATH"),
    (["--output=sarif="], "FORMAT=PATH"),
    (["--output=sarif=no/such/folder.sarif"], "no/such/folder.sarif: cannot be written: there is no such folder"),
    (["--output=sarif=."], ".: cannot be written: is a directory"),
    (["--output=sarif=x", "--output=json=./x"], "two outputs go to it"),
    (["--output=sarif=-", "--output=json=-"], "sarif and json cannot both go to standard output"),
    (["--format=table", "--output=json=-"], "table and json cannot both go to standard output"),
])
def test_what_cannot_be_done_is_said_before_anything_is(folder, arguments, said):
    done = run(folder, *arguments)
    assert done.returncode == 2 and done.stdout == b""
    assert said in done.stderr.decode() and len(done.stderr.decode().splitlines()) == 1
    assert not (folder / "x").exists()


def test_the_report_is_not_written_over(folder):
    done = run(folder, "--output=json=年 报 #1.md", "--output=sarif=x.sarif")
    assert done.returncode == 2 and "is the report itself" in done.stderr.decode()
    assert (folder / "年 报 #1.md").read_text(encoding="utf-8") == REPORT
    assert "66.3%" in done.stdout.decode() and (folder / "x.sarif").exists()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_file_that_cannot_be_written_is_status_2_and_the_findings_are_still_printed(folder):
    done = run(folder, "--output=json=/dev/full", "--output=sarif=x.sarif")
    assert done.returncode == 2 and "66.3%" in done.stdout.decode() and (folder / "x.sarif").exists()
    assert done.stderr.decode() == "factcheck: /dev/full: cannot be written: No space left on device\n"


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="needs devices")
def test_a_device_stays_a_device_and_a_link_a_link(folder):
    (folder / "real.json").write_text("{}")
    os.chmod(folder / "real.json", 0o640)
    os.symlink("real.json", folder / "link.json")
    assert run(folder, "--output=sarif=/dev/null", "--output=json=link.json").returncode == 1
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    assert (folder / "link.json").is_symlink() and json.loads((folder / "real.json").read_text(encoding="utf-8"))["findings"]
    assert stat.S_IMODE(os.stat(folder / "real.json").st_mode) == 0o640


def test_a_gbk_console_shows_what_it_can(folder):
    (folder / "年 报 #1.md").write_text(REPORT.replace("107.8亿元", "107.8亿元🙂\u202e"), encoding="utf-8")
    done = run(folder, "--all", "-v", encoding="gbk")
    assert done.returncode == 1 and done.stderr == b"" and "增长".encode("gbk") not in done.stderr
    assert "66.3%" in done.stdout.decode("gbk")
    # What programs read is UTF-8 whatever the console's encoding.
    assert json.loads(run(folder, "--format=json", encoding="gbk").stdout.decode("utf-8"))["findings"]
    assert run(folder, "--help", encoding="gbk").returncode == 0


def test_uncovered_figures_are_listed_where_they_fail_the_run(folder):
    (folder / "claims.yaml").write_text(CLAIMS.replace("63.6%", "66.3%").replace("107.8", "106.07").replace("figures:\n  firms: 共有{145家}\n", ""), encoding="utf-8")
    (folder / "年 报 #1.md").write_text(REPORT.replace("107.8", "106.07"), encoding="utf-8")
    assert run(folder, "--format=gitlab").stdout == b"[]\n"
    done = run(folder, "--format=gitlab", "--strict")
    assert done.returncode == 1
    assert [(issue["check_name"], issue["severity"]) for issue in json.loads(done.stdout)] == [("uncovered", "minor")]


def test_the_english_words_are_complete(folder):
    done = run(folder, "--lang=en", "--format=markdown", "--strict")
    assert "The figures used" in done.stdout.decode() and "1 mismatch" in done.stdout.decode()


def test_hostile_text_from_a_file_to_every_format(folder):
    nasty = "]]> %0A::error::x <script>alert(1)</script> [bold]x[/bold] 🙂\u202e \x0b\x1b[31m `a` | @user"
    text = f"# {nasty}\n\n{nasty}产值从107.8亿元提高到176.4亿元,增长66.3%。\n\n" + ("甲" * 50_000 + nasty) * 2 + "\n全市共有146家企业。\n"
    (folder / "年 报 #1.md").write_text(text, encoding="utf-8")
    claims = CLAIMS.replace("工业总产值", "产值") + "  gone:\n    rule: growth\n    quote: '::error::%0A<script>]]>…{base=107.8亿元}…{value=176.4亿元},跌了{result=63.6%}'\n"
    (folder / "claims.yaml").write_text(claims, encoding="utf-8")
    done = run(folder, *(f"--output={format}={format}.out" for format in FORMATS))
    assert done.returncode == 1 and done.stderr == b""
    issues = json.loads((folder / "gitlab.out").read_bytes())
    assert [(issue["location"]["path"], issue["location"]["lines"]["begin"]) for issue in issues] == [("年 报 #1.md", 3), ("claims.yaml", 10), ("年 报 #1.md", 6)]
    failures = ElementTree.fromstring((folder / "junit.out").read_bytes()).iter("failure")
    assert [failure.get("type") for failure in failures] == ["mismatch", "unbound", "changed"]
    assert len(json.loads((folder / "sarif.out").read_bytes())["runs"][0]["results"]) == 3
    assert [line.split(" ")[0] for line in (folder / "github.out").read_text(encoding="utf-8").splitlines()[:-1]] == ["::error"] * 3
    for format in ("table", "github", "markdown", "junit"):
        assert not {"\x0b", "\x1b", "\u202e"} & set((folder / f"{format}.out").read_text(encoding="utf-8"))
    assert (folder / "markdown.out").stat().st_size < 65_536
