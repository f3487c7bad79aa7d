"""The README's output blocks are what the program prints; run this file to rewrite them: python tests/test_readme.py"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"<!-- output: (.+?) -->\n```text\n(.*?)```", re.S)


def output(command):
    """What a shell prints for `command`, with this environment's factcheck."""
    shell = command.replace("factcheck ", f"{sys.executable} -m factcheck ") if "| factcheck" not in command else command.replace("| factcheck", f"| {sys.executable} -m factcheck")
    environment = {key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"}
    return subprocess.run(shell, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False).stdout


@pytest.mark.parametrize("command, shown", BLOCK.findall(README.read_text(encoding="utf-8")))
def test_output_in_the_readme(command, shown):
    assert shown.strip(), "an empty block shows nothing"
    assert output(command) == shown


def test_the_readme_names_its_two_commands():
    text = README.read_text(encoding="utf-8")
    for mark in ("run", "tests"):
        assert len(re.findall(rf"<!-- {mark} -->\n```sh\n[^\n]+\n```", text)) == 1


if __name__ == "__main__":
    README.write_text(BLOCK.sub(lambda m: f"<!-- output: {m[1]} -->\n```text\n{output(m[1])}```", README.read_text(encoding="utf-8")), encoding="utf-8")
