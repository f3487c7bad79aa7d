"""Text put together from stretches of a source that holds marks as well."""

from __future__ import annotations

import re

from ..document import Document, Run, Source
from .text import INVISIBLE

_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")


class Writer:
    """Gathers the text of a document and, for every stretch of it, where it stands in the source.

    Breaks wait until more text follows, so that no text begins or ends with one. While `hidden` is not 0 nothing is written.
    """

    def __init__(self, source: str):
        self.source = source
        self.hidden = 0
        self._pieces: list[str] = []
        self._runs: list[tuple[int, int]] = []
        self._pending = ""
        self._space = (0, 0)
        self._clean = not INVISIBLE.search(source)

    def document(self, name: str, source: Source, editable: bool) -> Document:
        runs, length = [], 0
        for piece, (start, end) in zip(self._pieces, self._runs):
            runs.append(Run(length, length + len(piece), start, end))
            length += len(piece)
        return Document(name, "".join(self._pieces), source=source._replace(runs=tuple(runs), editable=editable), wrapped=False)

    @property
    def last(self) -> str:
        """The last character written; a line end where there is none."""
        return self._pieces[-1][-1] if self._pieces else "\n"

    def take(self, start: int, end: int) -> None:
        """Writes a stretch of the source as it is."""
        if self._clean:
            self.put(self.source[start:end], start, end)
            return
        for match in INVISIBLE.finditer(self.source, start, end):
            self.put(self.source[start : match.start()], start, match.start())
            start = match.end()
        self.put(self.source[start:end], start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Writes `text` for a stretch of the source."""
        if self.hidden or not text:
            return
        if text[0] == " " and (self._pending == "\n" or not self._pieces):
            # The space before a picture or a note that is no text.
            start, text = start + 1, text[1:]
            return self.put(text, start, end)
        if self._pending:
            self._break(text[0], start)
        self._pieces.append(text)
        self._runs.append((start, end))

    def space(self, start: int, end: int, wrap: bool = False) -> None:
        """White space of the source; with `wrap` a line ends there, which is nothing between Chinese characters and a space elsewhere."""
        if not self.hidden and self._pending in ("", "wrap"):
            self._pending, self._space = ("wrap" if wrap and self._pending != " " else " "), (start, end)

    def block(self) -> None:
        """What follows begins a line, unless it begins a cell."""
        if not self.hidden and self._pieces:
            self._pending = "\n"

    def row(self, at: int) -> None:
        """A line ends here, even behind an empty cell."""
        self._pending = ""
        if not self.hidden and self.last != "\n":
            self.put("\n", at, at)

    def cell(self, start: int, end: int) -> None:
        """The next cell of a row begins."""
        self._pending = ""
        self.put("\t", start, end)

    def _break(self, following: str, at: int) -> None:
        pending, self._pending, last = self._pending, "", self.last
        if last in "\n\t":
            return
        if pending == "\n":
            self.put("\n", at, at)
        elif pending == " " or not (last >= "\u2e80" or following >= "\u2e80"):
            self.put(" ", *self._space)

    def mark(self) -> int:
        return len(self._pieces)

    def raise_from(self, mark: int) -> None:
        """Makes what was written since `mark` an exponent; a footnote mark is taken away, so that it is not glued to a number."""
        if len(self._pieces) - mark <= 20:
            inner = "".join(self._pieces[mark:])
            self._replace(mark, inner, raised("".join(self._pieces[max(mark - 2, 0) : mark])[-4:], inner))

    def lower_from(self, mark: int) -> None:
        """Makes the digits written since `mark` an index, as in CO₂."""
        if len(self._pieces) - mark <= 20:
            inner = "".join(self._pieces[mark:])
            self._replace(mark, inner, lowered(inner))

    def _replace(self, mark: int, inner: str, kept: str) -> None:
        if kept != inner:
            runs = self._runs[mark:]
            del self._pieces[mark:], self._runs[mark:]
            if kept:
                self._pieces.append(kept)
                self._runs.append((runs[0][0], runs[-1][1]))


def raised(before: str, text: str) -> str:
    """A superscript `text` behind `before`: m² and 10⁸ are kept as exponents, 20th as it is; anything short else is the mark of a footnote and goes."""
    bare = text.strip()
    if re.fullmatch(r"[-−+]?\d{1,3}", bare) and re.search(r"[A-Za-z米]$|(?:^|[^\d.,])10$", before):
        return bare.translate(_RAISED)
    if re.fullmatch(r"[a-zA-Z]{2,}", bare) or len(bare) > 8 or re.search(r"[\u3400-\u9fff]", bare.replace("注", "")):
        return text
    return ""


def lowered(text: str) -> str:
    return text.translate(_LOWERED) if len(text) <= 3 else text
