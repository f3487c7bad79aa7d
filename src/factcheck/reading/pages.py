"""Characters with their places on pages become lines and columns, without headers, footers and page numbers.

Lengths are in points, from the lower left corner of the page as shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from .marked import raised

# A page with more rows is no page of a report; its columns are not looked for.
MAX_ROWS = 500


class Glyph(NamedTuple):
    """A character, its sides, the height of its base line, and the size of its type."""

    text: str
    left: float
    right: float
    base: float
    size: float


class Page(NamedTuple):
    glyphs: tuple[Glyph, ...]
    width: float
    height: float


class Line(NamedTuple):
    """A line of a column, or a piece of one with wide gaps at its sides; `cells` says that it was put together from such pieces."""

    text: str
    left: float
    right: float
    base: float
    size: float
    cells: bool = False


class Column(NamedTuple):
    """Lines one below the other, on the page of that number, from 1."""

    page: int
    lines: tuple[Line, ...]


_PAGE_NUMBER = re.compile(r"[-—–·•\s]*(?:第?\s*\d{1,4}\s*页?(?:\s*(?:[/／]|of|[，,]?\s*共)\s*\d{1,4}\s*页?)?|[Pp](?:age|\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[ivxlc]{1,6})[-—–·•\s]*")
_STANDING_NUMBER = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,%％万亿])")


def columns_of(pages: Sequence[Page]) -> list[Column]:
    """The columns of all pages in reading order; footnotes follow the last page."""
    printed = [_pieces(page.glyphs) for page in pages]
    running = _running(pages, printed)
    columns = []
    for number, (page, lines) in enumerate(zip(pages, printed), 1):
        rows = [row for row in _rows(_without_margins(page, lines)) if _signature(row, page.height) not in running]
        columns += [Column(number, tuple(column)) for column in _columns(rows)]
    return _notes_last(columns)


# Lines


def _pieces(glyphs: Iterable[Glyph]) -> list[Line]:
    """The stretches of characters side by side, in the order of the file. A raised one is an exponent or the mark of a note."""
    lines: list[Line] = []
    run: list[Glyph] = []
    text: list[str] = []
    lifted: list[str] = []
    spaced = ""

    def settle() -> None:
        if lifted:
            text.append(raised("".join(text)[-4:], "".join(lifted)))
            lifted.clear()

    def close() -> None:
        settle()
        words = "".join(text).strip()
        if words:
            largest = max(run, key=lambda g: g.size)
            lines.append(Line(words, min(g.left for g in run), max(g.right for g in run), largest.base, largest.size))
        run.clear()
        text.clear()

    for glyph in glyphs:
        if glyph.text.isspace():
            spaced = "\u00a0" if glyph.text == "\u00a0" else spaced or " "
            continue
        if run:
            first, last = run[0], run[-1]
            size, smaller, gap = max(first.size, glyph.size), min(first.size, glyph.size), glyph.left - last.right
            rise = glyph.base - first.base
            if abs(rise) > 0.6 * size or not -0.6 * size < gap < 1.2 * size:
                close()
            elif glyph.size < 0.8 * size and rise > 0.15 * size:
                lifted.append(glyph.text)
                run.append(glyph._replace(base=first.base, size=smaller))
                spaced = ""
                continue
            elif first.size < 0.8 * size and rise < -0.15 * size:
                # The line begins with the mark of a note.
                text[:] = [raised("", "".join(text))]
                run[0] = first._replace(base=glyph.base, size=glyph.size)
            elif abs(rise) > 0.35 * size:
                close()
            else:
                settle()
                if spaced and last.text < "\u2e80" and glyph.text < "\u2e80":
                    text.append(spaced)
        run.append(glyph)
        text.append(glyph.text)
        spaced = ""
    close()
    return lines


def _rows(pieces: Iterable[Line]) -> list[list[Line]]:
    """The pieces of each height of the page, from above, each row from the left."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: -p.base):
        if rows and rows[-1][0].base - piece.base < 0.4 * min(rows[-1][0].size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.left) for row in rows]


def _merged(row: Sequence[Line]) -> Line:
    return Line("\t".join(p.text for p in row), row[0].left, max(p.right for p in row), row[0].base, max(p.size for p in row), len(row) > 1)


# Headers, footers, page numbers


def _without_margins(page: Page, pieces: list[Line]) -> list[Line]:
    """Without what a printer adds at the very edge, and without page numbers near it."""
    rows = _rows(pieces)
    kept = []
    left = min((p.left for p in pieces), default=0)
    size = median(p.size for p in pieces) if pieces else 0
    for index, row in enumerate(rows):
        middle = row[0].base / (page.height or 1)
        edge = min(middle, 1 - middle)
        near = rows[index + 1] if middle > 0.5 and index + 1 < len(rows) else rows[index - 1] if index else row
        apart = near is row or abs(near[0].base - row[0].base) > 1.8 * row[0].size
        beyond = min(page.height - row[0].base - row[0].size, row[0].base) < 0.75 * left
        outer = index < 2 or index > len(rows) - 3
        if outer and (edge < 0.045 and apart and beyond and row[0].size < 0.9 * size or edge < 0.12 and _PAGE_NUMBER.fullmatch(_merged(row).text)):
            continue
        kept += row
    return kept


def _signature(row: Sequence[Line], height: float) -> tuple[str, int] | None:
    """What a header or footer has in common from page to page; None in the middle of a page."""
    middle = row[0].base / (height or 1)
    if 0.13 < middle < 0.87:
        return None
    return _STANDING_NUMBER.sub("#", re.sub(r"\s", "", _merged(row).text)), round(row[0].base / 6)


def _running(pages: Sequence[Page], pieces: Sequence[Iterable[Line]]) -> set[tuple[str, int]]:
    """The signatures of headers and footers: they stand on two pages in five at the same height, and a number in them stays or counts the pages."""
    seen: dict[tuple[str, int], list[tuple[int, list[int]]]] = {}
    for number, (page, lines) in enumerate(zip(pages, pieces)):
        rows = _rows(lines)
        for row in [*rows[:3], *rows[3:][-3:]]:
            if signature := _signature(row, page.height):
                seen.setdefault(signature, []).append((number, [int(n) for n in _STANDING_NUMBER.findall(re.sub(r"\s", "", _merged(row).text))]))
    running = set()
    for signature, found in seen.items():
        if len(found) >= max(2, 0.4 * len(pages)):
            columns = zip(*(numbers for _, numbers in found))
            few = 1 + len(found) // 4
            if all(min(len(set(column)), len({n - page for n, (page, _) in zip(column, found)})) <= few for column in columns):
                running.add(signature)
    return running


# Columns


def _columns(rows: list[list[Line]], depth: int = 0) -> list[list[Line]]:
    """The columns of a page in reading order, each a list of lines. What stands side by side but fills no column is a row of a table."""
    result: list[list[Line]] = []
    start = 0
    while start < len(rows):
        found = _split(rows, start) if depth < 4 and len(rows) <= MAX_ROWS else None
        if found:
            end, gutter = found
            within = [p for row in rows[start:end] for p in row]
            for side in ([p for p in within if p.right <= gutter], [p for p in within if p.right > gutter]):
                result += _columns(_rows(side), depth + 1)
            result.append([])
            start = end
        else:
            if not result or start and not result[-1]:
                result.append([])
            result[-1].append(_merged(rows[start]))
            start += 1
    return [column for column in result if column]


def _notes_last(columns: list[Column]) -> list[Column]:
    """The columns without the footnotes below them, then those: a sentence goes on across them to the next page."""
    sizes = [line.size for column in columns for line in column.lines for _ in range(len(line.text) // 8 + 1)]
    small = 0.87 * median(sizes) if sizes else 0
    bodies, notes = [], []
    for column in columns:
        lines, end = column.lines, len(column.lines)
        while end and lines[end - 1].size < small and not lines[end - 1].cells:
            end -= 1
        bodies.append(column._replace(lines=lines[: end or len(lines)]))
        if 0 < end < len(lines):
            notes.append(column._replace(lines=lines[end:]))
    return bodies + notes


def _split(rows: list[list[Line]], start: int) -> tuple[int, float] | None:
    """The row behind the last one of a stretch in two columns that begins at `start`, and a point in the gap between them."""
    gaps: list[tuple[float, float]] | None = None
    best, end = None, start
    for end in range(start, len(rows)):
        row = rows[end]
        sides = [(-1e9, row[0].left), *((a.right, b.left) for a, b in zip(row, row[1:])), (row[-1].right, 1e9)]
        size = row[0].size
        met = sides if gaps is None else [(max(a, c), min(b, d)) for a, b in gaps for c, d in sides if min(b, d) - max(a, c) >= 0.8 * size]
        if not met:
            break
        gaps = met
        for left, right in gaps:
            if left > -1e8 and right < 1e8 and end - start >= 2:
                best = (end + 1, (left + right) / 2)
    if not best:
        return None
    end, gutter = best
    pieces = [p for row in rows[start:end] for p in row]
    for side in ([p for p in pieces if p.right <= gutter], [p for p in pieces if p.right > gutter]):
        lines = _rows(side)
        width = max(p.right for p in side) - min(p.left for p in side) if side else 0
        full = [line[-1].right - line[0].left for line in lines]
        if len(lines) < 3 or width < 9 * median(p.size for p in side) or median(full) < 0.75 * width:
            return None
    return best
