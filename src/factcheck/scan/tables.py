"""Small tables in a text: columns that sum to their last row, and a column of changes beside two of levels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import permutations
from typing import NamedTuple

from ..document import Document
from ..expression import number
from ..figures import Figure
from . import vocabulary
from .candidates import Candidate, of
from .patterns import compiled


class Row(NamedTuple):
    """One line of a table: its first cell, and the figures of the others by column; `listed` if a colon divides them."""

    label: str
    cells: tuple[str, ...]
    figures: tuple[Figure | None, ...]
    listed: bool = False


_CELLS = re.compile(r"[|\t]|(?<=\S)(?: {2,}\u3000*|\u3000)[ \u3000]*(?=\S)|:(?=\s)|：|,(?!\d{3}(?!\d))|，")


def tables(document: Document, figures: tuple[Figure, ...]) -> Iterator[list[Row]]:
    """Runs of three lines or more with as many cells each, most of them bare numbers."""
    rows: list[Row] = []
    place, ruled = 0, ""
    for match in compiled(r"[^\n]+").finditer(document.folded):
        line = match.group()
        if "\u3000" in (printed := document.text[match.start() : match.end()]):
            # One wide space parts two columns.
            line = "".join(c if c == "\u3000" else f for c, f in zip(printed, line))
        while place < len(figures) and figures[place].start < match.start():
            place += 1
        row = _row(line, match.start(), figures, place, document.chinese) if len(line) < 300 and compiled(r"[|\t,，：]|: |\S(?: {2,}|\u3000)\s*\S").search(line) else None
        if row == "rule":
            continue
        mark = next((c for c in "|\t" if c in line), "")
        if rows and mark != ruled:
            # A sentence before a table is no row of it, however many commas it has.
            if len(rows) >= 2:
                yield rows
            rows = []
        ruled = mark
        if isinstance(row, Row) and len(rows) == 1 and 2 <= len(row.cells) < len(rows[0].cells) and "|" not in line:
            # The first year has no change.
            missing = len(rows[0].cells) - len(row.cells)
            row = row._replace(cells=(*row.cells, *[""] * missing), figures=(*row.figures, *[None] * missing))
        if isinstance(row, Row) and (not rows or len(row.cells) == len(rows[-1].cells) or len(rows) == 1 and len(row.cells) == len(rows[0].cells) + 1):
            rows.append(row)
            continue
        if len(rows) >= 2:
            yield rows
        rows = [row] if isinstance(row, Row) else []
    if len(rows) >= 2:
        yield rows


def _row(line: str, start: int, figures: tuple[Figure, ...], place: int, chinese: bool) -> Row | str | None:
    if compiled(r"[\s|:+-]+").fullmatch(line):
        return "rule"
    edges, position = [], 0
    for match in _CELLS.finditer(line):
        edges.append((position, match.start()))
        position = match.end()
    edges.append((position, len(line)))
    if line.lstrip().startswith("|"):
        edges = edges[1:-1] if line.rstrip().endswith("|") else edges[1:]
    edges = [e for e in edges if e[1] > e[0] or line.lstrip().startswith("|")]
    if not 2 <= len(edges) <= 12:
        return None
    cells = tuple(line[a:b].strip() for a, b in edges)
    if any(len(c) > 24 for c in cells[1:]):
        return None
    found: list[Figure | None] = []
    for a, b in edges[1:]:
        own = [f for f in figures[place : place + 24] if start + a <= f.start and f.end <= start + b and (chinese or any(c.isdigit() for c in f.text))]
        bare = own and len(own) == 1 and len(compiled(r"\s").sub("", line[a:b])) <= len(own[0].text.replace(" ", "")) + 2
        found.append(own[0] if bare else None)
    return Row(cells[0], cells, tuple(found), line[edges[0][1] : edges[0][1] + 1] in (":", "："))


def tabled(document: Document, figures: tuple[Figure, ...]) -> Iterator[Candidate]:
    for rows in tables(document, figures):
        body = [r for r in rows if any(f is not None and f.kind != "year" for f in r.figures)]
        head = rows[0].cells if rows[0] not in body or all(f is None or f.kind == "year" for f in rows[0].figures) else ()
        body = [r for r in body if r.cells is not head]
        if len(body) >= 3:
            yield from _sums(body, document.chinese, _in_thousands(document, rows, body))
        if head and body:
            yield from _changes(head, body, document.chinese)
        if len(body) >= 4:
            yield from _related(body)
            yield from _year_by_year(body)


def _in_thousands(document: Document, rows: list[Row], body: list[Row]) -> bool:
    """Whether the head of a table, or the line above it, says that its numbers are rounded to thousands or more."""
    first = next(f for f in body[0].figures if f is not None)
    line = document.folded.rfind("\n", 0, first.start)
    above = document.folded.rfind("\n", 0, max(document.folded.rfind("\n", 0, max(line, 0)), 0))
    return vocabulary.in_thousands(document.chinese).search(document.folded[above + 1 : line + 1]) is not None


def _sums(body: list[Row], chinese: bool, rounded: bool) -> Iterator[Candidate]:
    found = [(total, parts, tier) for total, parts, tier in _column_sums(body, chinese) if not (rounded and 0 < abs(sum(p.value for p in parts) - total.value) * 2 <= len(parts) + 1)]
    # Where no column of several comes to its total the rows hold totals of their own.
    agreeing = sum(abs(sum(p.value for p in parts) - total.value) <= (len(parts) + 1) * max(f.resolution for f in (*parts, total)) for total, parts, _ in found)
    for total, parts, tier in found:
        yield Candidate("total", (("result", (total,)), ("parts", parts)), total, "C" if len(found) > 1 and not agreeing else tier, "column of a table", 0)


def _column_sums(body: list[Row], chinese: bool) -> Iterator[tuple[Figure, tuple[Figure, ...], str]]:
    """The total of each column with its parts, and how sure the label is of it."""
    total_word = vocabulary.total_row(chinese)
    last = body[-1]
    for column in range(len(last.figures)):
        values = [r.figures[column] if column < len(r.figures) else None for r in body]
        if any(v is None or v.kind == "share" for v in values):
            continue
        if total_word.search(last.label):
            # Total points: 41 below Wins: 12 is a sum of these only if they have a unit.
            named = last.listed and values[-1] is not None and not values[-1].unit and len(last.label.split()) > 1
            total, parts, tier = values[-1], values[:-1], "C" if named else "A"
        elif total_word.search(body[0].label):
            total, parts, tier = values[0], values[1:], "A"
        else:
            # The largest of a column that begins or ends with it may be the sum of the others.
            closing, opening = (all(v is not None and v.value < values[end].value for v in values if v is not values[end]) for end in (-1, 0))  # type: ignore[union-attr]
            if not closing and not opening:
                continue
            total, parts, tier = (values[-1], values[:-1], "C") if closing else (values[0], values[1:], "C")
        if len(parts) >= 2 and total is not None:
            yield total, tuple(p for p in parts if p), tier


# What a column may be of two others, in hundredths or plainly.
_RELATIONS = (("share", "part", "whole", lambda a, b: 100 * a / b), ("growth", "value", "base", lambda a, b: 100 * (a / b - 1)), ("difference", "value", "base", lambda a, b: a - b),
              ("quotient", "dividend", "divisor", lambda a, b: a / b))


# So many rows are tried for what their columns have to do with each other.
SAMPLE = 40


def _related(body: list[Row]) -> Iterator[Candidate]:
    """A column that follows from two others in all rows but one or two: what holds for the others must hold for these."""
    width = min(len(r.figures) for r in body)
    full = [r for r in body if all(f is not None and f.kind != "year" for f in r.figures[:width])]
    if not 3 <= width <= 8 or len(full) < 4:
        return
    told: set[frozenset[int]] = set()
    # What is worked out mostly stands to the right of what it is worked out from.
    for result, first, second in sorted(permutations(range(width), 3), reverse=True):
        if {result, first, second} in told:
            continue
        for rule, over, under, work_out in _RELATIONS:
            holding = [_holds(row.figures, result, first, second, work_out) for row in full[:SAMPLE]]
            if sum(holding) < 3 or sum(holding) * 4 < len(holding) * 3:
                continue
            told.add(frozenset((result, first, second)))
            for row in full:
                stated, a, b = (row.figures[n] for n in (result, first, second))
                assert stated and a and b
                hundredths = rule in ("share", "growth") and stated.kind != "share"
                value = of(stated) / number(100) if hundredths else stated
                yield Candidate(rule, ((under, (b,)), (over, (a,)), ("result", (value,))), stated, "A", "as in the other rows", 0)


def _year_by_year(body: list[Row]) -> Iterator[Candidate]:
    """A column of changes from row to row: it must hold in all rows if it does in most, whether the years run down or up."""
    width = min(len(r.figures) for r in body)
    for stated, level in permutations(range(width), 2):
        for rows in (body, body[::-1]):
            steps = [(a.figures[level], b.figures[level], b.figures[stated]) for a, b in zip(rows, rows[1:])]
            full = [(old, new, change) for old, new, change in steps if old and new and change and change.kind == "share" != new.kind and old.unit == new.unit and old.value]
            holding = [abs(new.value / old.value - 1 - change.value) <= change.resolution / 2 for old, new, change in full]
            if sum(holding) < 3 or sum(holding) * 4 < len(holding) * 3:
                continue
            for old, new, change in full:
                yield Candidate("growth", (("base", (old,)), ("value", (new,)), ("result", (change,))), change, "A", "as from row to row", 0)


def _holds(row: tuple[Figure | None, ...], result: int, first: int, second: int, work_out: Callable[[Fraction, Fraction], Fraction]) -> bool:
    """Whether a row has the stated figure that its two others come to, as far as it is printed."""
    stated, a, b = (row[n] for n in (result, first, second))
    if not (stated and a and b) or not b.value or not stated.value:
        return False
    factor = 100 if stated.kind == "share" else 1
    decimals = len(compiled(r"[^\d.]").sub("", stated.text).partition(".")[2])
    return abs(work_out(a.value, b.value) - stated.value * factor) <= Fraction(1, 2 * 10**decimals)


def _changes(head: tuple[str, ...], body: list[Row], chinese: bool) -> Iterator[Candidate]:
    """The columns now, before, change by their heads."""
    now, before, change = (vocabulary.column_heads(chinese, kind) for kind in ("now", "before", "change"))
    offset = 1 if len(head) == len(body[0].cells) else 0
    named = [(n - offset, cell) for n, cell in enumerate(head) if n - offset >= 0]
    changes = [n for n, cell in named if change.search(cell)]
    olds = [n for n, cell in named if before.search(cell) and n not in changes]
    news = [n for n, cell in named if now.search(cell) and n not in changes + olds]
    years = [(n, int(m[0])) for n, cell in named if (m := compiled(r"(?:19|20)\d\d").search(cell)) and n not in changes]
    if not (olds and news) and len(years) == 2:
        (a, first), (b, second) = years
        olds, news = ([a], [b]) if first < second else ([b], [a])
    if len(changes) != 1 or len(olds) != 1 or len(news) != 1:
        return
    for row in body:
        old, new, stated = (row.figures[n] if n < len(row.figures) else None for n in (olds[0], news[0], changes[0]))
        if old is None or new is None or stated is None or not old.value:
            continue
        if stated.kind == "points":
            yield Candidate("point_change", (("start", (of(old) / number(100),)), ("end", (of(new) / number(100),)), ("result", (stated,))), stated, "B", "columns of a table", 0)
            continue
        percent = stated.kind == "share"
        if not percent and not compiled("[%％]").search(head[changes[0] + offset]):
            yield Candidate("difference", (("base", (old,)), ("value", (new,)), ("result", (stated,))), stated, "B" if not stated.unit else "C", "columns of a table", 0)
            continue
        result = stated if percent else of(stated) / number(100)
        yield Candidate("growth", (("base", (old,)), ("value", (new,)), ("result", (result,))), stated, "A", "columns of a table", 0, frozenset())
