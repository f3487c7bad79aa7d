"""Rich tables for people. Text of a report is never read as markup."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from .. import lang as languages
from ..document import Document
from ..figures import Figure
from ..findings import Finding, by_slip
from ..outcome import Outcome
from ..units import unit_name
from .json import decimal
from .lines import excerpt, name, next_steps, place, totals, visible

COLOURS = {"error": "bold red", "warning": "yellow", "note": "cyan", "none": "green"}
WIDE = 200


@contextmanager
def screen(out: TextIO, color: str) -> Iterator[Console]:
    """A console on `out`; `color` is auto, always or never. A pipe is not cut at 80 columns, and its lines end without spaces."""
    forced = {"always": True, "never": False}.get(color)
    terminal = out.isatty()
    console = Console(file=out, highlight=False, markup=False, emoji=False, no_color=True if forced is False else None, force_terminal=forced or None,
                      width=None if terminal else WIDE, color_system="standard" if forced else "auto")
    if terminal:
        yield console
        return
    with console.capture() as captured:
        yield console
    out.write("".join(line.rstrip() + "\n" for line in captured.get().splitlines()).lstrip("\n"))


def write(outcome: Outcome, out: TextIO, color: str = "auto", everything: bool = False, quiet: bool = False, verbose: bool = False, **_) -> None:
    """Findings worst first, then totals and coverage, then what to do next."""
    messages = languages.of(outcome.language).MESSAGES
    # The uncovered figures follow the totals.
    shown = [f for f in outcome.worst_first(everything, quiet) if f.rule != "uncovered"]
    with screen(out, color) as console:
        if shown:
            table = Table(box=SIMPLE_HEAD, pad_edge=False, title=None)
            for column in ("claim", "verdict", "place", "message"):
                table.add_column(messages[f"column_{column}"], no_wrap=column == "verdict", overflow="fold")
            for cause, group in by_slip(shown):
                if cause and cause.place:
                    table.add_row(_text(excerpt(cause.place.text)), Text(messages["verdicts"]["mismatch"], style=COLOURS[group[0].level]), _text(place(cause.place)), _text(cause.message))
                for finding in group:
                    verdict = Text(messages["verdicts"][finding.verdict], style=COLOURS[finding.level])
                    table.add_row(_text(f"  {name(finding)}" if cause else name(finding)), verdict, _text(place(finding.location)), _message(finding, verbose))
            console.print(table)
        elif not quiet:
            console.print(Text(messages["nothing"]))
        if quiet and not shown:
            return
        console.print(Text(totals(outcome)))
        if outcome.documents:
            console.print(Text(outcome.covered))
        for at in outcome.coverage.uncovered_at[: None if verbose else 10]:
            console.print(_text(f"  {place(at)}  {at.text}"))
        for step in next_steps(outcome):
            console.print(_text(step))


def _text(text: str) -> Text:
    return Text(visible(text))


def _message(finding: Finding, verbose: bool) -> Text:
    text = _text(finding.message)
    if verbose or finding.verdict == "unbound":
        for role, at in finding.related[:6]:
            text.append(visible(f"\n{role}: {excerpt(at.text)}  {place(at)}"), style="dim")
    return text


def write_figures(read: list[tuple[Document, tuple[Figure, ...]]], out: TextIO, color: str) -> None:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in ("place", "text", "value", "low", "high", "unit", "hedge", "kind"):
        table.add_column(column, no_wrap=True, justify="right" if column in ("value", "low", "high") else "left")
    for document, figures in read:
        for figure in figures:
            at = document.location(figure.span)
            numbers = [Text(decimal(x) or "") for x in (figure.value, figure.low, figure.high)]
            table.add_row(_text(place(at)), _text(at.text), *numbers, Text(unit_name(figure.unit, document.chinese)), Text(figure.hedge), Text(figure.kind))
    with screen(out, color) as console:
        console.print(table)


def write_list(rows, out: TextIO, color: str, language: str) -> None:
    messages = languages.of(language).MESSAGES
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in ("claim", "rule", "statement", "figures", "place"):
        table.add_column(messages[f"column_{column}"], overflow="fold")
    for row in rows:
        table.add_row(*map(_text, (f"{row.id}\n{row.label}" if row.label else row.id, row.rule, row.statement, " · ".join(row.figures), f"{row.path}:{row.line}")))
    with screen(out, color) as console:
        console.print(table)


def write_changes(changes, out: TextIO, color: str, language: str) -> None:
    messages = languages.of(language).MESSAGES
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in ("place", "change", "touches"):
        table.add_column(messages[f"column_{column}"], overflow="fold")
    for change in changes:
        here = change.new or change.old
        said = " → ".join(at.text if at else "—" for at in (change.old, change.new))
        touched = "\n".join(_touched(t, messages) for t in (*change.breaks, *(t for t in change.touches if t not in change.breaks)))
        table.add_row(_text(place(here)), _text(said), _text(touched))
    with screen(out, color) as console:
        if changes:
            console.print(table)
        broken = {t.claim for change in changes for t in change.breaks}
        console.print(Text(messages["changes"].format(count=len(changes), broken=len(broken))))


def _touched(touched, messages) -> str:
    where = messages["lines_below"].format(count=touched.lines_below) if touched.lines_below > 0 else \
        messages["lines_above"].format(count=-touched.lines_below) if touched.lines_below else ""
    return f"{touched.claim}: {messages['verdicts'][touched.verdict]}{where}"
