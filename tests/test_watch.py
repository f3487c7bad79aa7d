"""verify --watch in a process of its own: a save is checked, and what came and went is said."""

import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from queue import Empty, Queue

import pytest

ROOT = Path(__file__).parents[1]
pytest.importorskip("watchfiles")


def lines_of(stream, queue):
    for line in stream:
        queue.put(line)


def wait_for(queue, words, seconds=20):
    end, seen = time.monotonic() + seconds, ""
    while time.monotonic() < end:
        try:
            seen += queue.get(timeout=0.2)
        except Empty:
            continue
        if words in seen:
            return seen
    raise AssertionError(f"{words!r} was not said in {seconds} s; said was: {seen}")


def test_a_save_is_checked_again_and_the_page_written_anew(tmp_path):
    (tmp_path / "examples").mkdir()
    report = tmp_path / "examples" / "wuzhong.md"
    shutil.copy(ROOT / "examples" / "wuzhong.md", report)
    shutil.copy(ROOT / "claims.yaml", tmp_path)
    environment = {k: v for k, v in os.environ.items() if k not in ("GITHUB_ACTIONS", "FACTCHECK_LANG")} | {"PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen([sys.executable, "-m", "factcheck", "verify", "--watch", "--output", "html=page.html"], cwd=tmp_path, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, encoding="utf-8", env=environment)
    queue: Queue = Queue()
    threading.Thread(target=lines_of, args=(process.stdout, queue), daemon=True).start()
    try:
        wait_for(queue, "116 个数字")
        # The watch begins right after the first check is printed.
        time.sleep(1)
        text = report.read_text(encoding="utf-8")
        report.write_text(text.replace("63.6%", "66.3%"), encoding="utf-8")
        wait_for(queue, "+ industrial_growth: 176.4 ÷ 107.8 − 1 = 63.64%")
        page = (tmp_path / "page.html").read_text(encoding="utf-8")
        assert "66.3%" in page and '<meta http-equiv="refresh" content="2">' in page
        report.write_text(text, encoding="utf-8")
        wait_for(queue, "− industrial_growth")
        (tmp_path / "claims.yaml").write_text("claims: [\n", encoding="utf-8")
        wait_for(queue, "claims.yaml:")
        shutil.copy(ROOT / "claims.yaml", tmp_path)
        wait_for(queue, "116 个数字")
    finally:
        process.terminate()
        process.wait(timeout=10)


def test_standard_input_cannot_be_watched():
    done = subprocess.run([sys.executable, "-m", "factcheck", "verify", "-", "--watch", "--claims", "claims.yaml"], cwd=ROOT, input="", capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "cannot be watched" in done.stderr
