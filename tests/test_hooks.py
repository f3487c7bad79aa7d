"""The pre-commit hook on a small repository, the steps of the action as the scripts they are, and the documentation of both."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from factcheck.formats import FORMATS

ROOT = Path(__file__).parents[1]
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"]}
REPORT = "工业总产值从107.8亿元提高到176.4亿元,增长63.6%。\n"
CLAIMS = "report: report.md\nclaims:\n  output:\n    rule: growth\n    quote: 工业总产值…{base=107.8亿元}…{value=176.4亿元},增长{result=63.6%}\n"
ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI_", "FACTCHECK_", "GIT_", "INPUT_"))}


def call(folder, *command, **environment):
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT | environment, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def repository(tmp_path):
    folder = tmp_path / "a repository"
    folder.mkdir()
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    (folder / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    return folder


# pre-commit


def test_pre_commit_takes_the_hook():
    done = call(ROOT, sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout


def test_the_hook_stops_a_commit_that_breaks_a_claim(repository):
    # As in the manifest, save that the program need not be installed anew.
    program = HOOK["entry"].split()
    hook = HOOK | {"language": "system", "entry": f"{sys.executable} -m {program[0]} {' '.join(program[1:])}"}
    (repository / ".pre-commit-config.yaml").write_text(json.dumps({"repos": [{"repo": "local", "hooks": [hook]}]}), encoding="utf-8")
    identity = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    home = {"PRE_COMMIT_HOME": str(repository.parent / "home"), **identity}
    assert call(repository, "git", "init", "-q").returncode == 0
    call(repository, "git", "add", "-A")
    run = (sys.executable, "-m", "pre_commit", "run", "--color=never")
    assert "Passed" in call(repository, *run, **home).stdout
    call(repository, "git", "commit", "-qm", "first", **home)
    (repository / "report.md").write_text(REPORT.replace("63.6", "66.3"), encoding="utf-8")
    call(repository, "git", "add", "-A")
    broken = call(repository, *run, **home)
    assert broken.returncode == 1 and "63.64%" in broken.stdout
    call(repository, "git", "checkout", "-q", "HEAD", ".")
    (repository / "code.py").write_text("")
    call(repository, "git", "add", "-A")
    assert "Skipped" in call(repository, *run, **home).stdout


@pytest.mark.parametrize("path, taken", [
    ("claims.yaml", True), ("a/claims.yml", True), ("a/2024.claims.yaml", True), ("报告.docx", True), ("a b.pdf", True), ("a.html", True), ("a.txt", True),
    ("myclaims.yaml", False), ("a.py", False), ("claims.yaml.bak", False), ("docx", False),
])
def test_the_files_that_start_the_hook(path, taken):
    assert bool(re.search(HOOK["files"], path)) == taken
    assert HOOK["pass_filenames"] is False and "types" not in HOOK


# GitHub Actions


def test_no_input_is_written_into_a_script():
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
    assert ACTION["runs"]["using"] == "composite"
    assert all("run" not in step or step["shell"] == "bash" for step in STEPS.values())
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(ACTION["runs"])))
    assert used == set(ACTION["inputs"])


def verify_step(repository, **inputs):
    """The step's script, run as the runner does; returns what it did and its outputs."""
    temporary = repository.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    program = temporary / "fact check"
    program.write_text(f'#!/bin/sh\necho run >> "{temporary}/runs"\nexec "{sys.executable}" -m factcheck "$@"\n')
    program.chmod(0o755)
    values = {name: str(given["default"]) for name, given in ACTION["inputs"].items()} | inputs
    environment = {key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: values[m[1]], text) for key, text in STEPS["verify"]["env"].items()}
    environment["FACTCHECK"] = str(program)
    script = temporary / "script.sh"
    script.write_text(STEPS["verify"]["run"], encoding="utf-8")
    outputs = temporary / "outputs"
    outputs.write_text("")
    done = call(repository, "bash", "--noprofile", "--norc", "-eo", "pipefail", str(script), **environment, GITHUB_ACTIONS="true", GITHUB_OUTPUT=str(outputs),
                GITHUB_STEP_SUMMARY=str(temporary / "step.md"), GITHUB_WORKSPACE=str(repository), RUNNER_TEMP=str(temporary))
    return done, dict(line.split("=", 1) for line in outputs.read_text(encoding="utf-8").splitlines())


def test_the_action_fails_with_annotations_sarif_and_summary(repository):
    (repository / "report.md").write_text(REPORT.replace("63.6", "66.3"), encoding="utf-8")
    done, outputs = verify_step(repository)
    assert done.returncode == 1 and outputs["status"] == "1"
    assert done.stdout.startswith("::error title=output") and ",file=report.md,line=1," in done.stdout
    assert json.loads(Path(outputs["sarif"]).read_text(encoding="utf-8"))["runs"][0]["results"][0]["ruleId"] == "growth"
    assert "| output |" in Path(outputs["summary"]).read_text(encoding="utf-8")
    assert "| output |" in (repository.parent / "temporary" / "step.md").read_text(encoding="utf-8")
    assert (repository.parent / "temporary" / "runs").read_text() == "run\n"


def test_the_action_takes_reports_a_line_each_and_other_inputs(repository):
    (repository / "报告 $(touch hacked) 2.md").write_text(REPORT.replace("63.6", "66.3"), encoding="utf-8")
    reports = "report.md\n报告 $(touch hacked) 2.md\n"
    done, outputs = verify_step(repository, reports=reports, claims="claims.yaml", lang="en", **{"sarif-file": "out 1.sarif"})
    assert done.returncode == 1 and "the report says 66.3%25" in done.stdout
    assert outputs["sarif"] == str(repository / "out 1.sarif") and (repository / "out 1.sarif").exists()
    assert not (repository / "hacked").exists()


def test_the_action_passes_and_its_strictness_does_not(repository):
    (repository / "report.md").write_text(REPORT + "全市有145家企业。\n", encoding="utf-8")
    assert verify_step(repository)[1]["status"] == "0"
    done, outputs = verify_step(repository, strict="true")
    assert done.returncode == 1 and outputs["status"] == "1" and "::warning title=uncovered" in done.stdout and "145家" in done.stdout


def test_the_action_says_that_it_could_not_check(repository):
    done, outputs = verify_step(repository, reports="none.md")
    assert done.returncode == 2 and outputs == {"status": "2"}
    assert "none.md: no such file" in done.stderr


# Documentation


def test_the_documentation_lists_every_format_and_input():
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", text, re.M)) == FORMATS
    inputs, outputs = (re.findall(r"`([\w-]+)`", re.search(rf"^.*{word}: (.+?)[.(]", text, re.M)[1]) for word in ("Inputs", "Outputs"))
    assert inputs == list(ACTION["inputs"]) and sorted(outputs) == sorted(ACTION["outputs"])
    for snippet in re.findall(r"```yaml\n(.*?)```", text, re.S):
        assert yaml.safe_load(snippet)
