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
    """

    path: str
    line: int
    column: int
    span: Span
    text: str
    part: str = ""
    page: int = 0

    @property
    def end(self) -> tuple[int, int]:
        """Line and column right behind the last character."""
        lines = re.split("\r\n|\r|\n", self.text)
        return self.line + len(lines) - 1, len(lines[-1]) + (self.column if len(lines) == 1 else 1)


class Document:
    """The text of one report, as read; nothing is changed in it after reading.

    `chinese` says which language's reader to use; left out, the text decides.
    """

    def __init__(self, path: str, text: str, chinese: bool | None = None):
        self.path = path
        self.text = text
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
        return [0, *(m.end() for m in re.finditer("\r\n|\r|\n", self.text))]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order; together they cover the text."""
        text, spans, start = self.folded, [], 0
        for match in _SENTENCE_END.finditer(text):
            if match.group()[0] == "." and not _ends_sentence(text, match.start()):
                continue
            if match.group() == "\n" and not self.chinese and re.match(r"[ \t]*[a-z0-9(]", text[match.end() : match.end() + 20]):
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

    def location(self, span: Span) -> Location:
        line = bisect_right(self._line_starts, span.start)
        column = span.start - self._line_starts[line - 1] + 1
        return Location(self.path, line, column, span, self.text[span.start : span.end])


_ABBREVIATION = re.compile(r"(?:\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|St|No|vs|cf|approx|ca|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec))$")


def _ends_sentence(text: str, dot: int) -> bool:
    return not _ABBREVIATION.search(text[max(dot - 7, 0) : dot])
