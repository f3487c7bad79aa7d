"""Characters with their places on pages become lines, columns and paragraphs.

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
    text: str
    left: float
    bottom: float
    right: float
    top: float


class Page(NamedTuple):
    glyphs: tuple[Glyph, ...]
    width: float
    height: float


class Line(NamedTuple):
    """A line of a column, or a piece of one with wide gaps at its sides; `cells` says that it was put together from such pieces."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    cells: bool = False

    @property
    def size(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


class _Placed(NamedTuple):
    """A line in its column: the column's sides and the usual distance of its lines."""

    line: Line
    page: int
    number: int
    column: int
    left: float
    right: float
    pitch: float


_PAGE_NUMBER = re.compile(r"[-—–·•\s]*(?:第?\s*\d{1,4}\s*页?(?:\s*[/／共of，, ]{1,4}\s*\d{1,4}\s*页?)?|[Pp](?:age|\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[ivxlc]{1,6})[-—–·•\s]*")
_STANDING_NUMBER = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,%％万亿])")
# What is not broken at a line end: signs without a space between them, and the closing marks behind.
_WORD = re.compile(r"[“‘（《「【(\[]*(?:[\x21-\u2e7f]+|.)[，。、；：！？）》」】”’％,.;:!?)%\]]*")
_ENDED = re.compile(r"[.。!！?？:：;；”’\")）]$")
_HAN = re.compile(r"[\u3400-\u9fff]")


def assembled(pages: Sequence[Page]) -> tuple[str, list[tuple[int, int, int]]]:
    """The text of all pages in reading order, a paragraph or a table row a line; and for each printed line its offset, number and page."""
    printed = [_pieces(page.glyphs) for page in pages]
    running = _running(pages, printed)
    pieces = [_without_margins(page, lines) for page, lines in zip(pages, printed)]
    columns: list[tuple[int, list[Line]]] = []
    for number, page in enumerate(pieces):
        rows = [row for row in _rows(page) if _signature(row, pages[number].height) not in running]
        columns += [(number + 1, column) for column in _columns(rows)]
    placed = list(_placed(columns))
    text, parts = [], []
    length = 0
    for index, this in enumerate(placed):
        if index:
            between = _between(placed[index - 1], this)
            if between is None:
                text[-1], between = text[-1][:-1], ""
                length -= 1
            text.append(between)
            length += len(between)
        parts.append((length, this.number, this.page))
        text.append(this.line.text)
        length += len(this.line.text)
    return "".join(text), parts


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
            lines.append(Line(words, run[0].left, min(g.bottom for g in run), max(g.right for g in run), max(g.top for g in run)))
        run.clear()
        text.clear()

    for glyph in glyphs:
        if glyph.text.isspace():
            spaced = "\u00a0" if glyph.text == "\u00a0" else spaced or " "
            continue
        if run:
            base, last = run[0], run[-1]
            size = max(base.top - base.bottom, 1.0)
            height, gap = glyph.top - glyph.bottom, glyph.left - last.right
            overlap = min(base.top, glyph.top) - max(base.bottom, glyph.bottom)
            if overlap < 0.4 * min(size, height) or not -0.6 * size < gap < 1.2 * size:
                close()
            else:
                # Brackets reach below the line that letters and digits stand on.
                beside = next((g for g in reversed(run[-8:]) if g.text.isalnum()), base)
                if height < 0.8 * (beside.top - beside.bottom) and glyph.bottom > beside.bottom + 0.15 * size:
                    lifted.append(glyph.text)
                    run.append(glyph._replace(bottom=beside.bottom, top=beside.top))
                    spaced = ""
                    continue
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
    for piece in sorted(pieces, key=lambda p: -p.middle):
        if rows and abs(rows[-1][0].middle - piece.middle) < 0.4 * min(rows[-1][0].size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.left) for row in rows]


def _merged(row: Sequence[Line]) -> Line:
    return Line("\t".join(p.text for p in row), row[0].left, min(p.bottom for p in row), max(p.right for p in row), max(p.top for p in row), len(row) > 1)


# Headers, footers, page numbers


def _without_margins(page: Page, pieces: list[Line]) -> list[Line]:
    """Without what a printer adds at the very edge, and without page numbers near it."""
    rows = _rows(pieces)
    kept = []
    left = min((p.left for p in pieces), default=0)
    for index, row in enumerate(rows):
        middle = row[0].middle / (page.height or 1)
        edge = min(middle, 1 - middle)
        near = rows[index + 1] if middle > 0.5 and index + 1 < len(rows) else rows[index - 1] if index else row
        apart = near is row or abs(near[0].middle - row[0].middle) > 1.8 * row[0].size
        beyond = min(page.height - row[0].top, row[0].bottom) < 0.75 * left
        if edge < 0.045 and apart and beyond or edge < 0.12 and _PAGE_NUMBER.fullmatch(_merged(row).text):
            continue
        kept += row
    return kept


def _signature(row: Sequence[Line], height: float) -> tuple[str, int] | None:
    """What a header or footer has in common from page to page; None in the middle of a page."""
    middle = row[0].middle / (height or 1)
    if 0.13 < middle < 0.87:
        return None
    return _STANDING_NUMBER.sub("#", re.sub(r"\s", "", _merged(row).text)), round(row[0].middle / 6)


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


# Paragraphs


def _placed(columns: Sequence[tuple[int, list[Line]]]) -> Iterable[_Placed]:
    """Every line with the sides of its column. Columns of one place on several pages share them, so that a short page has the width of the others."""
    sides: dict[int, float] = {}
    for _, column in columns:
        left = min(line.left for line in column)
        for key in {round(left / 12), round(left / 12) + 1}:
            sides[key] = max(sides.get(key, 0), max(line.right for line in column))
    page_before, number = 0, 0
    beside: dict[int, list[float]] = {}
    for page, column in columns:
        beside.setdefault(page, []).append(min(line.left for line in column))
    for index, (page, column) in enumerate(columns):
        left = min(line.left for line in column)
        right = max(line.right for line in column)
        limit = min((other for other in beside[page] if other > right), default=1e9)
        right = max(right, min(sides[round(left / 12)], limit - 1))
        pitches = [a.middle - b.middle for a, b in zip(column, column[1:])]
        pitch = median(pitches) if pitches else 0
        for line in column:
            number = number + 1 if page == page_before else 1
            page_before = page
            yield _Placed(line, page, number, index, left, right, pitch)


def _between(before: _Placed, after: _Placed) -> str | None:
    """What stands between two lines: a line end behind a paragraph, nothing or a space inside one; None if a hyphen goes too."""
    this, following = before.line, after.line
    if _ends(before, after):
        return "\n"
    last, first = this.text[-1], following.text[0]
    chinese = bool(_HAN.search(this.text)) and bool(_HAN.search(following.text) or _HAN.search(this.text[-12:]))
    if last == "-" and len(this.text) > 1 and this.text[-2].isalpha() and this.text[-2].isascii() and first.islower():
        return None
    if last in "-–—/" or last >= "\u2e80" or first >= "\u2e80" or chinese and not (last.isalpha() and first.isalpha()):
        return ""
    return " "


def _ends(before: _Placed, after: _Placed) -> bool:
    """Whether a paragraph ends between two lines: by a gap, an indent, another size, or a line the next word would still have fitted in."""
    this, following = before.line, after.line
    if this.cells or following.cells:
        return True
    size = this.size
    if abs(size - following.size) > 0.15 * size:
        return True
    if before.column == after.column and before.pitch and this.middle - following.middle > 1.35 * before.pitch:
        return True
    # A line end inside a sentence, whatever the layout.
    runs_on = this.text[-1] in "，,、" or not _ENDED.search(this.text) and following.text[0].isascii() and following.text[0].islower()
    if following.left > after.left + 1.2 * size and not (this.left > before.left + 1.2 * size and abs(this.left - before.left - following.left + after.left) < 0.3 * size):
        return not runs_on
    word = _WORD.match(following.text)
    length = _columns_of(word.group() if word else following.text[:1])
    # A mark that ends a line may hang over its end; two columns more are no end yet.
    needed = (following.right - following.left) * length / max(_columns_of(following.text), 1) + 1.1 * size
    share = 0.85 if this.text[-1] >= "\u2e80" or following.text[0] >= "\u2e80" else 0.6
    nearly_full = this.right - before.left > share * (before.right - before.left) and not _ENDED.search(this.text)
    return before.right - this.right > needed and not runs_on and not nearly_full


def _columns_of(text: str) -> int:
    return sum(2 if c >= "\u2e80" else 1 for c in text)
