"""The text of a report as read, line by line, with its marks. Rows of cells are shown as a table, the headings of Markdown as headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from ...document import Document, Span
from ...marks import Mark
from .text import prose, shown

_LINES = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]")
# Characters a browser lays out at a time, and from how many on.
CHUNK, LONG = 6000, 30000


class Prose:
    """`tag(mark)` gives what opens and closes a mark: (opening of its first piece, opening of further pieces, closing)."""

    def __init__(self, document: Document, marks: Sequence[Mark], tag: Callable[[Mark], tuple[str, str, str]], words):
        self.document, self.marks, self.tag, self.words = document, marks, tag, words
        self.ends = [mark.span.end for mark in marks]
        self.numbered: set[int] = set()
        markdown = document.path.lower().endswith((".md", ".markdown")) or document.path == "<stdin>"
        self.source_lines = document.source.text.splitlines() if markdown and document.source else []

    def blocks(self, prefix: str) -> Iterator[str]:
        """The lines, in pieces that a browser lays out only when they come near the window if there are many."""
        lines = list(self.lines())
        long = len(self.document.text) > LONG
        number, gap, chunk = 0, False, -1
        while number < len(lines):
            line = lines[number]
            if not self.document.text[line.start : line.end].strip():
                gap, number = True, number + 1
                continue
            if long and line.start // CHUNK != chunk:
                yield '<div class="chunk">\n' if chunk < 0 else '</div>\n<div class="chunk">\n'
                chunk = line.start // CHUNK
            rows = self.table(lines, number)
            yield self.rows(lines[number : number + rows], prefix) if rows else self.line(line, prefix, gap)
            number, gap = number + (rows or 1), False
        if chunk >= 0:
            yield "</div>\n"

    def lines(self) -> Iterator[Span]:
        """The lines of the text; a very long one is broken where a sentence ends, as no browser lays out a megabyte of one paragraph."""
        for match in _LINES.finditer(self.document.text):
            start, end = match.span(1)
            while end - start > CHUNK:
                stop = self.document.sentence_at(start + CHUNK - 1).start
                stop = stop if stop > start else start + CHUNK
                yield Span(start, stop)
                start = stop
            yield Span(start, end)

    def line(self, line: Span, prefix: str, gap: bool) -> str:
        place = self.document.location(Span(line.start, line.start))
        heading = _HEADING.match(self.source_lines[place.line - 1]) if place.line <= len(self.source_lines) else None
        kind = f"t{len(heading[1])}" if heading else "gap" if gap else ""
        # A place has no line of its own in a Word file or a PDF, so that the part of the file stands in the margin instead.
        attributes = f' class="{kind}"' if kind else ""
        if place.line not in self.numbered:
            self.numbered.add(place.line)
            attributes += f' id="{prefix}L{place.line}" data-place="{shown(place.part or str(place.line))}"'
        return f'<p{attributes} dir="auto">{self.inline(line)}</p>\n'

    # Tables

    def table(self, lines: Sequence[Span], number: int) -> int:
        """How many lines from here are rows of a table, their cells parted by tabs; 0 if none are."""
        end = number
        while end < len(lines) and "\t" in self.document.text[lines[end].start : lines[end].end].strip(" "):
            end += 1
        return end - number if end - number > 1 else 0

    def rows(self, lines: Sequence[Span], prefix: str) -> str:
        written = []
        for offset, line in enumerate(lines):
            cell = "td" if offset else "th"
            cells = "".join(f"<{cell}>{self.inline(span)}</{cell}>" for span in self.cells(line))
            written.append(f'<tr id="{prefix}L{self.document.location(Span(line.start, line.start)).line}">{cells}</tr>')
        return f'<div class="table" role="region" tabindex="0" aria-label="{shown(self.words["table"])}"><table>{"".join(written)}</table></div>\n'

    def cells(self, line: Span) -> Iterator[Span]:
        at = line.start
        for cell in self.document.text[line.start : line.end].split("\t"):
            yield Span(at, at + len(cell))
            at += len(cell) + 1

    # Inside a line

    def inline(self, line: Span) -> str:
        """The characters of `line` with the marks in it."""
        text = self.document.text
        events: list[tuple[int, int, str]] = []
        first = bisect_left(self.ends, line.start + 1)
        for mark in self.marks[first:]:
            if mark.span.start >= line.end:
                break
            start, end = max(mark.span.start, line.start), min(mark.span.end, line.end)
            opening, again, closing = self.tag(mark)
            events += [(start, 1, opening if mark.span.start >= line.start else again), (end, 0, closing)]
        written, at = [], line.start
        for position, _, html in sorted(events):
            written += [prose(text[at:position]), html]
            at = max(at, position)
        return "".join([*written, prose(text[at : line.end])])
