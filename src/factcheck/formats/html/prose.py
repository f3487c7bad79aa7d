"""The text of a report as read, line by line, with its marks. Markdown shows its headings, bold words and tables; nothing else of it is interpreted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from ...document import Document, Span
from ...marks import Mark
from .text import prose, shown

_LINES = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_BOLD = re.compile(r"\*\*(?=[^\s*])([^*\n]{1,400})(?<=\S)\*\*")
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_RULER = re.compile(r"[ \t]*\|[ \t:|-]*-[ \t:|-]*\|[ \t]*")
_CELL = re.compile(r"(?:\\.|[^|\\])*")
CHUNK, LONG = 40, 400


class Prose:
    """`tag(mark)` gives what opens and closes a mark: (opening of its first piece, opening of further pieces, closing)."""

    def __init__(self, document: Document, marks: Sequence[Mark], tag: Callable[[Mark], tuple[str, str, str]], words):
        self.document, self.marks, self.tag, self.words = document, marks, tag, words
        self.ends = [mark.span.end for mark in marks]
        self.markdown = document.path.lower().endswith((".md", ".markdown")) or document.path == "<stdin>"

    def blocks(self, prefix: str) -> Iterator[str]:
        """The lines, in pieces that a browser lays out only when they come near the window if there are many."""
        lines = [Span(*m.span(1)) for m in _LINES.finditer(self.document.text)]
        long = len(lines) > LONG
        number, gap, written = 0, False, 0
        while number < len(lines):
            line = lines[number]
            if not self.document.text[line.start : line.end].strip():
                gap, number = True, number + 1
                continue
            if long and written % CHUNK == 0:
                yield '<div class="chunk">\n' if not written else '</div>\n<div class="chunk">\n'
            rows = self.table(lines, number)
            yield self.rows(lines[number : number + rows], prefix, number) if rows else self.line(line, prefix, number, gap)
            number, gap, written = number + (rows or 1), False, written + 1
        if long and written:
            yield "</div>\n"

    def line(self, line: Span, prefix: str, number: int, gap: bool) -> str:
        start, kind = line.start, "gap" if gap else ""
        if self.markdown and (heading := _HEADING.match(self.document.text, line.start, line.end)):
            start, kind = heading.end(), f"t{len(heading[1])}"
        # A place has no line of its own in a Word file or a PDF, so that the part of the file stands in the margin instead.
        place = self.document.location(Span(line.start, line.start))
        margin = getattr(place, "part", "") or place.line
        attributes = f' class="{kind}"' if kind else ""
        return f'<p id="{prefix}L{number + 1}"{attributes} data-place="{shown(str(margin))}" dir="auto">{self.inline(Span(start, line.end))}</p>\n'

    # Tables

    def table(self, lines: Sequence[Span], number: int) -> int:
        """How many lines from here are a Markdown table, 0 if none are."""
        text = self.document.text
        if not self.markdown or number + 1 >= len(lines) or not text.startswith("|", lines[number].start):
            return 0
        if not _RULER.fullmatch(text, *lines[number + 1]):
            return 0
        end = number + 2
        while end < len(lines) and text.startswith("|", lines[end].start):
            end += 1
        return end - number

    def rows(self, lines: Sequence[Span], prefix: str, number: int) -> str:
        written = []
        for offset, line in enumerate(lines):
            if offset == 1:
                continue
            cell = "td" if offset else "th"
            cells = "".join(f"<{cell}>{self.inline(span)}</{cell}>" for span in self.cells(line))
            written.append(f'<tr id="{prefix}L{number + offset + 1}">{cells}</tr>')
        return f'<div class="table" role="region" tabindex="0" aria-label="{shown(self.words["table"])}"><table>{"".join(written)}</table></div>\n'

    def cells(self, line: Span) -> Iterator[Span]:
        at, end = line.start + 1, line.end
        while at < end:
            cell = _CELL.match(self.document.text, at, end)
            assert cell is not None
            stop = cell.end()
            if stop >= end and not cell.group().strip():
                return
            yield Span(at, stop)
            at = stop + 1

    # Inside a line

    def inline(self, line: Span) -> str:
        """The characters of `line` with the marks in it."""
        text = self.document.text
        events: list[tuple[int, int, str, int]] = []
        first = bisect_left(self.ends, line.start + 1)
        inside = []
        for mark in self.marks[first:]:
            if mark.span.start >= line.end:
                break
            start, end = max(mark.span.start, line.start), min(mark.span.end, line.end)
            opening, again, closing = self.tag(mark)
            inside.append((start, end))
            events += [(start, 3, opening if mark.span.start >= line.start else again, 0), (end, 0, closing, 0)]
        if self.markdown:
            for bold in _BOLD.finditer(text, line.start, line.end):
                edges = (*range(bold.start(), bold.start(1) + 1), *range(bold.end(1), bold.end() + 1))
                if not any(start < edge < end for start, end in inside for edge in edges):
                    events += [(bold.start(), 2, "<b>", 2), (bold.end(1), 1, "</b>", 2)]
        written, at = [], line.start
        for position, _, html, skipped in sorted(events):
            written += [prose(text[at:position]), html]
            at = max(at, position) + skipped
        return "".join([*written, prose(text[at : line.end])])
