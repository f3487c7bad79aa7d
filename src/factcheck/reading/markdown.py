"""Markdown: CommonMark, with the tables, footnotes and struck text of GitHub, as far as it decides what is text.

Two liberties, because people write so: a mark beside a Chinese character or a sign still counts (`**63.6%**的`), and a `*` between two digits is a sign of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from ..document import Document, Source
from .inline import SPECIAL, inline_pieces
from .marked import Writer

# Those that most files need are compiled at once, the others where they are used.
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_FRONT_MATTER = r"(-{3}|\+{3})[ \t]*\r?\n((?:(?:[\w\"'.-]+[ \t]*[:=]|[ \t]|-|#|[\]}])[^\n]*\n|\r?\n)*)(?:\1|\.{3})[ \t]*(?:\r?\n|\Z)"
_QUOTE = re.compile(r"[ \t]*>(?![\d=])[ \t]?")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(\d{1,3})[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_RULE = r"([-*_])(?:[ \t]*\1){2,}[ \t]*$"
_HEADING = re.compile(r"#{1,6}(?:[ \t]+|$)")
_NOTE = r"\[\^[^\]\s]{1,100}\]:[ \t]*"
_DEFINITION = r"\[([^\]^\n][^\]\n]{0,200})\]:[ \t]*(?:<[^<>\n]{0,2000}>|[^\s<]{0,2000}[/.#][^\s]{0,2000})(?:[ \t]+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|\([^()\n]{0,500}\)))?[ \t]*$"
_WIDE = re.compile(r"[\u2e80-\uffef]")
# Nobody wraps lines shorter than the first of these columns; from the second on a line is long enough to have been wrapped, whatever stands beside it.
_SHORT, _LONG = 24, 50
# Quotes and lists in one another; marks behind that are text.
MAX_NESTING = 100


def read_markdown(source: Source, name: str) -> Document:
    """The document of a Markdown file: without front matter, code blocks, comments, link targets and pictures."""
    reader = _Blocks(source.text)
    reader.read()
    return reader.writer.document(name, source, editable=True)


class _Blocks:
    """Reads line by line; the lines of a paragraph wait until it ends."""

    def __init__(self, text: str):
        self.text = text
        self.writer = Writer(text)
        self.open_elements = None
        self.lines: list[tuple[int, int, bool]] = []
        self.definitions = {m[1].strip().lower() for line in text.splitlines() if "]:" in line and (m := re.compile(_DEFINITION).match(line.strip()))} if "]:" in text else frozenset()
        self.quoted = 0
        self.numbered = False

    @property
    def elements(self):
        """The HTML elements open here; their module is imported by the first tag."""
        if self.open_elements is None:
            from .html import Elements

            self.open_elements = Elements(self.writer)
        return self.open_elements

    def read(self) -> None:
        text = self.text
        matter = re.compile(_FRONT_MATTER).match(text) if text.startswith(("---", "+++")) else None
        position, fence, table = matter.end() if matter else 0, "", 0
        while position < len(text):
            line = _LINE.match(text, position)
            assert line is not None
            start, end, position = position, line.end(1), line.end()
            if fence:
                if text[start:end].strip("> \t").startswith(fence) and not text[start:end].strip("> \t" + fence[0]):
                    fence = ""
                continue
            if not text[start:end].strip(" \t>"):
                self.flush()
                table = 0
                continue
            start, opened = (start, False) if self.lines and self.columns(text[start:end].strip()) else self.containers(start, end)
            rest = text[start:end].rstrip()
            end = start + len(rest)
            if opened:
                table = 0
            if not rest:
                continue
            first = rest[0]
            if first in "`~" and (found := _FENCE.match(rest)):
                fence = found[1] or found[2]
                self.flush()
                table = 0
            elif first in "=-" and self.lines and not opened and not rest.strip(first):
                self.flush()
            elif first in "-*_" and re.compile(_RULE).match(rest):
                self.flush()
                table = 0
            elif first == "#" and (found := _HEADING.match(rest)):
                self.flush()
                table = 0
                bare = rest.rstrip("#") if rest.endswith("#") else rest
                closed = len(bare.rstrip()) if bare.endswith((" ", "\t")) else len(rest)
                self.paragraph([(start + found.end(), start + max(closed, found.end()), False)])
            elif first == "<" and _is_block(rest):
                self.flush()
                table = 0
                position = self.html(start, position)
            elif table:
                self.row(start, end)
            elif first in "|:-" and self.lines and (table := self.columns(rest)):
                header = self.lines.pop()
                self.flush()
                self.row(header[0], header[1])
            elif first == "[" and not self.lines and re.compile(_DEFINITION).match(rest):
                continue
            else:
                if first == "[" and (found := re.compile(_NOTE).match(rest)):
                    self.flush()
                    start += found.end()
                hard = text.startswith("  ", end) or rest.endswith("\\")
                self.lines.append((start, end - rest.endswith("\\"), hard))
        self.flush()

    def containers(self, start: int, end: int) -> tuple[int, bool]:
        """The offset behind quote and list marks and indentation, and whether a new block began."""
        text, quoted, opened = self.text, 0, False
        for _ in range(MAX_NESTING):
            if found := _QUOTE.match(text, start, end):
                quoted += 1
                if quoted > self.quoted:
                    self.flush()
            elif (found := _ITEM.match(text, start, end)) and not re.compile(_RULE).match(text[start:end].strip()) and self.may_open(found[1], text[found.end() : end]):
                opened = True
                self.flush()
                self.numbered = found[1] is not None
            else:
                break
            start = found.end()
        if quoted or not self.lines:
            self.quoted = quoted
        while start < end and text[start] in " \t":
            start += 1
        return start, opened

    def may_open(self, number: str | None, rest: str) -> bool:
        """A number ends a paragraph only as the first or next of a list; a mark alone never does."""
        if not self.lines:
            return True
        return bool(rest.strip()) and (number is None or number == "1" or self.numbered)

    def html(self, start: int, line_end: int) -> int:
        """Reads a block of HTML and gives the offset behind it: a comment or script to its end, others to the next blank line."""
        from .html import RAW

        text = self.text
        name = re.match(r"<([A-Za-z]+)", text[start : start + 20])
        if text.startswith("<!--", start) or name and name[1].lower() in (*RAW, "pre"):
            close = "-->" if not name else f"</{name[1]}"
            at = text.find(close, start) if not name else next((m.start() for m in re.compile(close, re.I).finditer(text, start)), -1)
            end = line_end if 0 <= at < line_end else len(text) if at < 0 else next(m.end() for m in _LINE.finditer(text, at))
        else:
            blank = re.compile(r"\n[ \t]*\r?(?:\n|\Z)").search(text, max(line_end - 1, start))
            end = blank.end() if blank else len(text)
        self.elements.feed(start, end)
        self.writer.block()
        return end

    def columns(self, rest: str) -> int:
        """How many columns the line under a table's head has; 0 if it is none or does not fit the head."""
        cells = [cell.strip() for cell in _inside_bars(rest).split("|")]
        if "|" not in rest or not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
            return 0
        start, end, _ = self.lines[-1]
        return len(cells) if len(_cells(self.text, start, end)) == len(cells) else 0

    def row(self, start: int, end: int) -> None:
        self.writer.row(start)
        for number, (cell_start, cell_end) in enumerate(_cells(self.text, start, end)):
            if number:
                self.writer.cell(cell_start, cell_start)
            self.inline([(cell_start, cell_end, False)])
        self.writer.row(end)

    def flush(self) -> None:
        if self.lines:
            lines, self.lines = self.lines, []
            self.paragraph(lines)
        self.numbered = False

    def paragraph(self, lines: list[tuple[int, int, bool]]) -> None:
        self.writer.block()
        self.inline(lines)
        self.writer.block()

    def inline(self, lines: list[tuple[int, int, bool]]) -> None:
        """Writes the text of a paragraph, a heading or a cell."""
        if len(lines) == 1 and not SPECIAL.search(self.text, lines[0][0], lines[0][1]):
            self.writer.take(lines[0][0], lines[0][1])
            return
        writer, depth = self.writer, self.open_elements.depth() if self.open_elements else 0
        content = "\n".join([self.text[start:end] for start, end, _ in lines]) if len(lines) > 1 else self.text[lines[0][0] : lines[0][1]]
        longest = max(_columns(self.text, start, end) for start, end, _ in lines) if len(lines) > 1 else 0
        begins, at = [], 0
        for start, end, _ in lines:
            begins.append(at)
            at += end - start + 1

        def place(offset: int) -> int:
            line = bisect_right(begins, offset) - 1
            return lines[line][0] + offset - begins[line]

        def stretch(start: int, end: int) -> None:
            line = bisect_right(begins, start) - 1
            while start < end:
                line_start, line_end, hard = lines[line]
                stop = min(end, begins[line] + line_end - line_start)
                if start < stop:
                    writer.take(line_start + start - begins[line], line_start + stop - begins[line])
                if stop < end and line + 1 < len(lines):
                    following = lines[line + 1][0]
                    wraps = not hard and _goes_on(self.text, line_start, line_end, following, longest)
                    writer.space(line_end, following, wrap=True) if wraps else writer.block()
                line, start = line + 1, stop + 1

        hidden = writer.hidden
        for piece in inline_pieces(content, self.definitions):
            if piece.kind == "text":
                stretch(piece.start, piece.end)
            elif piece.kind == "put":
                writer.put(piece.text, place(piece.start), place(piece.end - 1) + 1)
            elif piece.kind == "tag":
                self.elements.tag(piece.text, place(piece.start))
            else:
                writer.hidden += 1 if piece.kind == "+" else -1
        if self.open_elements:
            self.open_elements.close_to(depth)
        writer.hidden = min(hidden, writer.hidden)


def _is_block(rest: str) -> bool:
    from .html import BLOCK_START

    return bool(BLOCK_START.match(rest))


def _columns(text: str, start: int, end: int) -> int:
    return end - start + len(_WIDE.findall(text, start, end))


def _goes_on(text: str, start: int, end: int, following: int, longest: int) -> bool:
    """Whether the sentence in the line `start` to `end` of a paragraph, whose longest line has `longest` columns, goes on in the next one.

    A page shows such lines as one, but people also write items in lines of their own. Those are short, end with no comma, and the next begins like a sentence.
    """
    last, first = text[end - 1], text[following]
    if last.isdigit() and first.isdigit():
        return False
    columns = _columns(text, start, end)
    if columns >= _LONG or columns >= _SHORT and columns >= longest - 8:
        return True
    return last in "，,、；;—–-(（“" or last.isdigit() and first in "万亿元个户人亩吨" or first.isascii() and first.islower() or first in "，,、；;。.)）%％‰”"


def _inside_bars(row: str) -> str:
    row = row.strip()
    row = row[1:] if row.startswith("|") else row
    return row[:-1] if row.endswith("|") and not row.endswith("\\|") else row


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the cells of a row stand in `text`, without white space around them."""
    row = text[start:end]
    inner = _inside_bars(row)
    start += row.index(inner) if inner else 0
    cells, position = [], 0
    for match in [*re.finditer(r"\\.|\|", inner), None]:
        if match and match.group() != "|":
            continue
        cell = inner[position : match.start() if match else len(inner)]
        left = start + position + len(cell) - len(cell.lstrip())
        cells.append((left, max(start + position + len(cell.rstrip()), left)))
        position = match.end() if match else 0
    return cells
