import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def diff(folder, *arguments):
    environment = {k: v for k, v in os.environ.items() if k not in ("GITHUB_ACTIONS", "FACTCHECK_LANG")}
    done = subprocess.run([sys.executable, "-m", "factcheck", "diff", *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "examples").mkdir()
    shutil.copy(ROOT / "examples" / "wuzhong.md", tmp_path / "examples")
    shutil.copy(ROOT / "claims.yaml", tmp_path)
    text = (tmp_path / "examples" / "wuzhong.md").read_text(encoding="utf-8")
    for old, new in (("5.9万人", "6.9万人"), ("864平方公里", "870平方公里"), ("贫困村121个、", ""), ("149万只", "149万只,羊舍35座"), ("107.8亿元", "1078000万元"), ("提升改造", "改造提升")):
        assert old in text
        text = text.replace(old, new)
    shutil.copy(tmp_path / "examples" / "wuzhong.md", tmp_path / "old.md")
    (tmp_path / "examples" / "wuzhong.md").write_text(text, encoding="utf-8")
    return tmp_path


def changes(said):
    return {(c["old"] and c["old"]["text"], c["new"] and c["new"]["text"]): {t["claim"]: t["breaks"] for t in c["touches"]} for c in json.loads(said)["changes"]}


def test_figures_changed_appeared_and_gone_with_the_claims_they_touch(desk):
    status, said, _ = diff(desk, "old.md", "examples/wuzhong.md", "--format", "json")
    found = changes(said)
    assert status == 1
    assert set(found) == {("5.9万人", "6.9万人"), ("864平方公里", "870平方公里"), ("121个", None), (None, "35座")}
    assert found["864平方公里", "870平方公里"] == {"soil_conserved": False}
    assert found["121个", None]["poor_villages"] and found[None, "35座"] == {}
    assert found["5.9万人", "6.9万人"]["poverty_stock_flow"] and not found["5.9万人", "6.9万人"]["registered_poor"]
    below = next(t["lines_below"] for c in json.loads(said)["changes"] for t in c["touches"] if t["claim"] == "poverty_stock_flow")
    assert below == 24


def test_a_version_from_git(desk):
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    shutil.copy(desk / "examples" / "wuzhong.md", desk / "new.md")
    shutil.copy(desk / "old.md", desk / "examples" / "wuzhong.md")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *command], cwd=desk, check=True)
    shutil.copy(desk / "new.md", desk / "examples" / "wuzhong.md")
    status, said, _ = diff(desk, "HEAD:examples/wuzhong.md", "examples/wuzhong.md", "--format", "json")
    assert status == 1 and len(changes(said)) == 4
    for wrong in ("HAED:examples/wuzhong.md", "HEAD:examples/other.md", "--output=x:examples/wuzhong.md", "none.md"):
        status, _, err = diff(desk, "--", wrong, "examples/wuzhong.md")
        assert status == 2 and err.startswith("factcheck: ") and "Traceback" not in err


def test_two_versions_that_agree(desk):
    status, said, _ = diff(desk, "old.md", "old.md")
    assert (status, said.strip()) == (0, "0 个数字有变,0 项声明不再成立")
