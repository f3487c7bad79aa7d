"""How fast `factcheck scan` is beside codespell, and how its cost grows with the text.

    python bench/scan.py [SEED.txt] [--megabytes 10]

Texts are made of the paragraphs of a Chinese article with its digits varied: dense (only paragraphs with numbers), mixed (one in five), and one endless line.
Printed are seconds of processor time, the ratio to codespell (`pip install codespell`) on the same file, megabytes of memory at most, and the cost of ten times the text,
start-up left out. A text read in pieces costs in line with its length: ten times the text, ten times the cost.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PLAIN = "当地坚持把群众的事情办好,干部走村入户,听取意见,改进作风,推动各项工作落到实处,群众的满意程度不断提升,基层治理的能力明显增强。"


def varied(paragraph: str, chance: random.Random) -> str:
    return re.sub(r"\d", lambda m: str(chance.randint(1, 9)), paragraph)


def make(path: Path, paragraphs: list[str], size: int, dense: bool, line: bool = False) -> None:
    chance, written = random.Random(7), 0
    with path.open("w", encoding="utf-8") as out:
        while written < size:
            for paragraph in paragraphs:
                text = varied(paragraph, chance) + ("" if line else "\n") + ("" if dense else (PLAIN + "\n") * 4)
                out.write(text)
                written += len(text.encode())


def seconds(command: list[str]) -> tuple[float, float]:
    """Processor seconds of a command and its peak memory in megabytes."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("seed", nargs="?", default="examples/wuzhong.md")
    parser.add_argument("--megabytes", type=float, default=10)
    options = parser.parse_args()
    source = Path(options.seed).read_text(encoding="utf-8")
    paragraphs = [p for p in source.split("\n") if re.search(r"\d", p)]
    scan = [str(Path(sys.executable).with_name("factcheck")), "scan", "-q", "--fail-on", "error"]
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "article.txt")
        article.write_text(source, encoding="utf-8")
        texts = [("article", article)]
        size = int(options.megabytes * 2**20)
        for name, dense, line, share in (("dense", True, False, 1.0), ("dense, a tenth", True, False, 0.1), ("mixed", False, False, 1.0), ("one line", True, True, 0.1)):
            path = Path(folder, name.replace(" ", "_") + ".txt")
            make(path, paragraphs, int(size * share), dense, line)
            texts.append((name, path))
        spent = {}
        for name, path in texts:
            start = time.perf_counter()
            own, memory = seconds([*scan, str(path)])
            spent[name] = own
            wall = time.perf_counter() - start
            try:
                peer, _ = seconds([str(Path(sys.executable).with_name("codespell")), str(path)])
                ratio = f"{own / peer:.1f} x codespell ({peer:.2f} s)"
            except FileNotFoundError:
                ratio = "codespell is not installed"
            print(f"{name:15} {path.stat().st_size / 2**20:7.2f} MB  {own:7.2f} s  {wall:7.2f} s wall  {memory:6.0f} MB  {ratio}")
        print(f"ten times the text costs {(spent['dense'] - spent['article']) / (spent['dense, a tenth'] - spent['article']):.1f} times as much")


if __name__ == "__main__":
    main()
