"""Draws the pictures of the README from what the program prints: python docs/pictures.py (needs Chromium; Chinese fonts make it readable)."""

import base64
import re
import subprocess
import sys
import tempfile
from html import unescape
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

DOCS = Path(__file__).parent
ROOT = DOCS.parent
ONE_SLIP = (("63.6%", "66.3%"),)
TWO_SLIPS = (*ONE_SLIP, ("7064元", "7046元"))
PAPER = TerminalTheme((253, 252, 250), (31, 30, 28), [(31, 30, 28), (166, 27, 19), (43, 107, 61), (122, 80, 0), (26, 75, 140), (106, 53, 151), (10, 95, 109), (93, 89, 82)],
                      [(93, 89, 82), (166, 27, 19), (43, 107, 61), (122, 80, 0), (26, 75, 140), (106, 53, 151), (10, 95, 109), (31, 30, 28)])


def verify(folder: Path, slips, *options: str) -> str:
    """What `factcheck verify` prints of the shipped report with these slips in it."""
    text = (ROOT / "examples" / "wuzhong.md").read_text(encoding="utf-8")
    for old, new in slips:
        text = text.replace(old, new, 1)
    report = folder / "report.md"
    report.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "verify", report.name, "--claims", str(ROOT / "claims.yaml"), *options]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False).stdout


def table(printed: str) -> str:
    """A terminal's print as SVG, with no font from elsewhere."""
    lines = Text.from_ansi(printed.strip("\n") + "\n")
    console = Console(record=True, width=max(cell_len(line) for line in lines.plain.split("\n")) + 1, file=StringIO(), color_system="truecolor", force_terminal=True, legacy_windows=False)
    console.print(lines)
    form = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.S).replace("Fira Code", "ui-monospace")
    drawn = console.export_svg(title="factcheck verify", theme=PAPER, code_format=form, unique_id="table")
    # Rich gives a Chinese character the length of one cell, and cuts lines off where another font hangs lower.
    return re.sub(r'textLength="([\d.]+)" clip-path="[^"]*">([^<]+)', lambda m: f'textLength="{float(m[1]) * cell_len(unescape(m[2])) / len(unescape(m[2])):g}">{m[2]}', drawn)


def page(source: str, folder: Path, width: int, height: int) -> bytes:
    """A page as a picture, the pointer on its first card."""
    sys.path.insert(0, str(ROOT / "tests"))
    from chromium import Chromium

    path = folder / "report.html"
    path.write_text(source, encoding="utf-8")
    browser = Chromium(str(folder / "profile"))
    try:
        browser.open(path, width, height)
        browser.js("scrollTo(0, document.querySelector('article .m.mismatch').getBoundingClientRect().top - innerHeight * 0.35)")
        browser.hover("#f1 .sum")
        return base64.b64decode(browser.call("Page.captureScreenshot", format="webp", quality=85)["data"])
    finally:
        browser.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (DOCS / "table.svg").write_text(table(verify(folder, ONE_SLIP, "--color", "always", "-q")), encoding="utf-8")
        (DOCS / "page.webp").write_bytes(page(verify(folder, TWO_SLIPS, "--format", "html"), folder, 1280, 760))
