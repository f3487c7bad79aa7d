"""A report as the checks see it: its text, its sentences, and the place in the file of every character."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

FULL_WIDTH = {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}
SPACES = {c: " " for c in "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"}
FOLD = {**FULL_WIDTH, **SPACES, "−": "-", "﹣": "-", "〜": "~", "∼": "~", "﹪": "%", "＄": "$", "￥": "¥"}
_FOLDABLE = re.compile("[" + "".join(re.escape(c) for c in FOLD) + "]")

# A sentence ends after its mark and the closing quotes behind it, at a line end, or at an English full stop before a space.
_SENTENCE_END = re.compile(r"(?:[。！？；!?;]|\.(?=[\s\"'”’)\]]|$))[”’」』\"')\]]*|\n+")


def fold(text: str) -> str:
    """`text` in half-width signs, one character for one, so that offsets stay true."""
    return _FOLDABLE.sub(lambda m: FOLD[m.group()], text)


class Span(NamedTuple):
    """Code points `start` to `end` (not included) of a text."""

    start: int
    end: int


class Location(NamedTuple):
    """A place a person can find: line and column count characters from 1.

    `part` names a part of a file that has no lines of its own (a paragraph, a cell, a footnote), `page` counts from 1; "" and 0 if there is none.
    `until` is the line and column right behind it where the file holds more than the text (`**63.6**%`).
    """

    path: str
    line: int
    column: int
    span: Span
    text: str
    part: str = ""
    page: int = 0
    until: tuple[int, int] | None = None

    @property
    def end(self) -> tuple[int, int]:
        """Line and column right behind the last character."""
        if self.until:
            return self.until
        lines = re.split("\r\n|\r|\n", self.text)
        return self.line + len(lines) - 1, len(lines[-1]) + (self.column if len(lines) == 1 else 1)


class Run(NamedTuple):
    """A stretch of the text and the stretch of the source it stands for: the same characters, or, of another length, their replacement."""

    start: int
    end: int
    source_start: int
    source_end: int


class Source(NamedTuple):
    """The file a text was read from: its characters, and the codec that gives the bytes back. Without `runs` the text is the source itself.

    `editable` says whether a figure may be overwritten in it where it stands.
    """

    text: str
    encoding: str
    runs: tuple[Run, ...] = ()
    editable: bool = True


class Part(NamedTuple):
    """What begins at offset `start` of a text: a paragraph, a cell, a footnote, a line of a page."""

    start: int
    name: str
    page: int = 0


class Document:
    """The text of one report, as read; nothing is changed in it after reading.

    `chinese` says which language's reader to use; left out, the text decides. `parts` are the places of a file without lines.
    `wrapped` says that a line of the text may end inside a sentence; otherwise each line end is the end of a block, a row or an item.
    """

    def __init__(self, path: str, text: str, chinese: bool | None = None, *, source: Source | None = None, parts: tuple[Part, ...] = (), wrapped: bool = True):
        self.path = path
        self.text = text
        self.source = source
        self.parts = parts
        self.wrapped = wrapped
        if chinese is not None:
            self.chinese = chinese

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def chinese(self) -> bool:
        """Whether the text is to be read as Chinese: one Han character in ten is enough."""
        head = self.text[:20000]
        han = len(re.findall(r"[\u3400-\u9fff]", head))
        return han * 10 >= len(re.findall(r"\w", head)) and han > 0

    @cached_property
    def _line_starts(self) -> list[int]:
        """Offsets where the lines of the file begin; of the text, if the file has none."""
        return [0, *(m.end() for m in re.finditer("\r\n|\r|\n", self.source.text if self.source else self.text))]

    @cached_property
    def _run_starts(self) -> list[int]:
        return [run.start for run in self.source.runs] if self.source else []

    @cached_property
    def _part_starts(self) -> list[int]:
        return [part.start for part in self.parts]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order; together they cover the text."""
        text, spans, start = self.folded, [], 0
        for match in _SENTENCE_END.finditer(text):
            if match.group()[0] == "." and not _ends_sentence(text, match.start()):
                continue
            if match.group() == "\n" and self.wrapped and not self.chinese and re.match(r"[ \t]*[a-z0-9(]", text[match.end() : match.end() + 20]):
                continue
            if text[start : match.end()].strip():
                spans.append(Span(start, match.end()))
                start = match.end()
        if start < len(text):
            spans.append(Span(start, len(text)))
        return tuple(spans)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds the character at `offset`."""
        return self.sentences[max(bisect_right(self._sentence_starts, offset) - 1, 0)]

    def source_span(self, span: Span) -> Span | None:
        """Where `span` of the text stands in `source.text`; None if not in one piece there, or if the file cannot be edited as text."""
        if not self.source or not self.source.editable:
            return None
        stretch, whole = self._stretch(span)
        return stretch if whole else None

    def location(self, span: Span) -> Location:
        stretch, _ = self._stretch(span)
        until = self._line_column(stretch.end) if self.source and self.source.runs else None
        part = self.parts[max(bisect_right(self._part_starts, span.start) - 1, 0)] if self.parts else Part(0, "")
        return Location(self.path, *self._line_column(stretch.start), span, self.text[span.start : span.end], part.name, part.page, until)

    def _line_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def _stretch(self, span: Span) -> tuple[Span, bool]:
        """The source from the first to the last character of `span`, and whether all of it belongs to the span."""
        if not self.source or not self.source.runs:
            return span, True
        runs = self.source.runs
        first, last = (max(bisect_right(self._run_starts, offset) - 1, 0) for offset in (span.start, max(span.end - 1, span.start)))
        start, end = runs[first].source_start, runs[last].source_end
        if runs[first].end - runs[first].start == runs[first].source_end - start:
            start += span.start - runs[first].start
        if runs[last].end - runs[last].start == end - runs[last].source_start:
            end = runs[last].source_start + span.end - runs[last].start
        whole = all(runs[i].source_end == runs[i + 1].source_start for i in range(first, last))
        return Span(start, max(start, end)), whole


_ABBREVIATION = re.compile(r"(?:\b(?:(?<![’'])[A-Za-z]|Mr|Mrs|Ms|Dr|St|No|vs|cf|approx|ca|Inc|Ltd|Co|Corp|Rs|Nos|Messrs|Prof|Sen|Rep|Gov|Gen|Figs?|sq|est|Bros|Pvt|Mt|Art|Sec|Vol|pp|incl|excl|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec))$")


def _ends_sentence(text: str, dot: int) -> bool:
    after = text[dot + 1 : dot + 3]
    return not (_ABBREVIATION.search(text[max(dot - 7, 0) : dot]) or after[:1] == " " and after[1:].isascii() and after[1:].islower())
