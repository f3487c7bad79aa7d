"""The README's output blocks are what the program prints; run this file to rewrite them: python tests/test_readme.py"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"<!-- output: (.+?) -->\n```text\n(.*?)```", re.S)


def output(command, folder):
    """What a shell prints for `command` in `folder`, with this environment's factcheck."""
    shell = re.sub(r"(?<![\w/.-])factcheck(?= )", f"{sys.executable} -m factcheck", command)
    environment = {k: v for k, v in os.environ.items() if k not in ("GITHUB_ACTIONS", "FACTCHECK_LANG", "NO_COLOR", "FORCE_COLOR")}
    done = subprocess.run(shell, shell=True, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", env=environment, check=False)
    return done.stdout


def outputs(folder):
    """Each block of the README with what its command prints; one after the other in one folder, as a reader would type them."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    shutil.copy(ROOT / "claims.yaml", folder)
    return [(command, shown, output(command, folder)) for command, shown in BLOCK.findall(README.read_text(encoding="utf-8"))]


def test_the_output_in_the_readme_is_what_the_program_prints(tmp_path):
    blocks = outputs(tmp_path)
    assert len(blocks) >= 5
    for command, shown, printed in blocks:
        assert shown.strip() and shown == printed, command


def test_the_readme_names_its_two_commands():
    text = README.read_text(encoding="utf-8")
    for mark in ("run", "tests"):
        assert len(re.findall(rf"<!-- {mark} -->\n```sh\n[^\n]+\n```", text)) == 1


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        fresh = {command: printed for command, _, printed in outputs(Path(place))}
    README.write_text(BLOCK.sub(lambda m: f"<!-- output: {m[1]} -->\n```text\n{fresh[m[1]]}```", README.read_text(encoding="utf-8")), encoding="utf-8")
