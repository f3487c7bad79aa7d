"""Markdown for a comment on a pull request or merge request: totals, the findings worst first, and folded away the figures behind them and the notes.

Text of a report is shown as it stands there: none of it becomes markup, a formula, a mention, a reference or a link in the Markdown of GitHub or GitLab.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import TextIO

from .. import lang as languages
from ..findings import LEVELS, Finding
from ..outcome import Outcome
from .lines import excerpt, name, place, shared, totals, visible

# GitHub takes 65,536 characters in a comment.
LIMIT = 65_000
CELL = 1000
# For the lines that count what is left out.
MARGIN = 400
_MARKUP = re.compile(r"""
    (?P<entity>[<>&]) | (?P<dollar>\$) | (?P<sign>[\\`*\[\]|~]|(?<![^\W_])_|_(?![^\W_]))
    | (?P<reference>@(?=\w) | \#(?=\d) | \bGH-(?=\d) | (?<!\w)[!%^](?=[\w"]) | :(?=(?:(?!\d+:)[\w+-]{1,60}|100|1234):) | :(?=//) | \bwww(?=\.))""", re.X)
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def write(outcome: Outcome, out: TextIO, quiet: bool = False, limit: int = LIMIT, **_) -> None:
    """`limit` is the number of bytes to keep to; the findings that do not fit are counted. Nothing is written where not even the totals fit."""
    messages = languages.of(outcome.language).MESSAGES
    findings = outcome.worst_first(quiet=quiet)
    loud = [f for f in findings if LEVELS.index(f.level) >= LEVELS.index("warning")]
    notes = findings[len(loud) :]
    text = f"<!-- factcheck -->\n### factcheck\n\n{totals(outcome)}\n"
    if outcome.documents:
        text += f"\n{outcome.covered}\n"
    for title, columns, rows in (
        ("", ("claim", "verdict", "place", "message"), _findings(loud, messages)),
        (messages["figures_of"], ("claim", "role", "figure", "place"), _figures(loud)),
        (messages["notes"].format(count=len(notes)), ("claim", "verdict", "place", "message"), _findings(notes, messages)),
    ):
        if rows:
            text += _table(title, [messages[f"column_{column}"] for column in columns], rows, limit - _size(text), messages["more"])
    if _size(text) <= limit:
        out.write(text)


def _table(title: str, columns: list[str], rows: list[str], room: int, more: str) -> str:
    """As many rows as `room` bytes hold, and how many are left; folded away under its title if it has one, and then left out if none fits."""
    before, after = (f"\n<details><summary>{title}</summary>\n\n", "\n</details>\n") if title else ("\n", "")
    before += _row(columns) + _row(["---"] * len(columns))
    room -= _size(before) + _size(after) + MARGIN
    kept = sum(total <= room for total in accumulate(map(_size, rows)))
    left = f"\n{more.format(count=len(rows) - kept)}\n" if kept < len(rows) else ""
    if not kept:
        return "" if title else left
    return before + "".join(rows[:kept]) + left + after


def _findings(findings: Iterable[Finding], messages) -> list[str]:
    return [_row(map(escape, (name(f), messages["verdicts"][f.verdict], place(shared(f.location)), f.message))) for f in findings]


def _figures(findings: Iterable[Finding]) -> list[str]:
    places = [(name(f), role, at) for f in findings for role, at in f.related]
    return [_row(map(escape, (claim, role, excerpt(at.text), place(shared(at))))) for claim, role, at in places]


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def escape(text: str) -> str:
    """`text` for one line of Markdown, shown as it is."""
    return _MARKUP.sub(_shown, excerpt(visible(text), CELL))


def _shown(match: re.Match) -> str:
    found = match.group()
    if match["entity"]:
        return _ENTITIES[found]
    # GitHub reads $…$ as a formula, and knows no other way to keep it from doing so.
    if match["dollar"]:
        return "<span>$</span>"
    # A zero-width space behind it parts what would become a reference.
    return f"\\{found}" if match["sign"] else f"{found}&#8203;"
