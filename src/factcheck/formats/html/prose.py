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
# Characters a browser lays out at a time, and from how many on.
CHUNK, LONG = 6000, 30000


class Prose:
    """`tag(mark)` gives what opens and closes a mark: (opening of its first piece, opening of further pieces, closing)."""

    def __init__(self, document: Document, marks: Sequence[Mark], tag: Callable[[Mark], tuple[str, str, str]], words):
        self.document, self.marks, self.tag, self.words = document, marks, tag, words
        self.ends = [mark.span.end for mark in marks]
        self.markdown = document.path.lower().endswith((".md", ".markdown")) or document.path == "<stdin>"

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
        start, kind = line.start, "gap" if gap else ""
        if self.markdown and (heading := _HEADING.match(self.document.text, line.start, line.end)):
            start, kind = heading.end(), f"t{len(heading[1])}"
        # A place has no line of its own in a Word file or a PDF, so that the part of the file stands in the margin instead.
        place = self.document.location(Span(line.start, line.start))
        attributes = f' class="{kind}"' if kind else ""
        if place.column == 1:
            attributes += f' id="{prefix}L{place.line}" data-place="{shown(place.part or str(place.line))}"'
        return f'<p{attributes} dir="auto">{self.inline(Span(start, line.end))}</p>\n'

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

    def rows(self, lines: Sequence[Span], prefix: str) -> str:
        written = []
        for offset, line in enumerate(lines):
            if offset == 1:
                continue
            cell = "td" if offset else "th"
            cells = "".join(f"<{cell}>{self.inline(span)}</{cell}>" for span in self.cells(line))
            written.append(f'<tr id="{prefix}L{self.document.location(Span(line.start, line.start)).line}">{cells}</tr>')
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
            inside.append(Span(start, end))
            events += [(start, 3, opening if mark.span.start >= line.start else again, 0), (end, 0, closing, 0)]
        if self.markdown:
            for bold in _BOLD.finditer(text, line.start, line.end):
                if not any(_cut(inside, *edge) for edge in (bold.span(), bold.span(1), (bold.start() + 1, bold.end() - 1))):
                    events += [(bold.start(), 2, "<b>", 2), (bold.end(1), 1, "</b>", 2)]
        written, at = [], line.start
        for position, _, html, skipped in sorted(events):
            written += [prose(text[at:position]), html]
            at = max(at, position) + skipped
        return "".join([*written, prose(text[at : line.end])])


def _cut(spans: Sequence[Span], *edges: int) -> bool:
    """Whether one of the spans, which are in order and apart, reaches over an edge."""
    for edge in edges:
        before = bisect_left(spans, Span(edge, 0)) - 1
        if before >= 0 and spans[before].end > edge:
            return True
    return False
