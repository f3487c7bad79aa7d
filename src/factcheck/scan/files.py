"""Files and folders to scan, one after another, and a long text in pieces, so that memory does not grow with the text."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from ..checks import Check
from ..document import Document, Location, Span
from ..errors import Fault, UserError
from ..figures import figures
from ..reading import read
from . import as_check, weighed

# What a folder is searched for, and which of these are plain text.
ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf")
PLAIN = (".txt", ".text", ".log")
# Longer plain texts are read in pieces of so many characters.
PIECE = 40_000


class Scanned(NamedTuple):
    """One document, or one piece of it: how many figures it holds, and its checks."""

    document: Document
    figures: int
    checks: tuple[Check, ...]


class Piece(Document):
    """A stretch of a longer text; its places are those of the whole."""

    def __init__(self, path: str, text: str, chinese: bool, start: int, line: int, column: int):
        super().__init__(path, text, chinese)
        self.start, self.line, self.column = start, line, column

    def location(self, span: Span) -> Location:
        place = super().location(span)
        column = place.column + (self.column - 1 if place.line == 1 else 0)
        return place._replace(line=place.line + self.line - 1, column=column, span=Span(span.start + self.start, span.end + self.start))


def scan_files(paths: list[str], encoding: str | None = None, progress: bool = False) -> Iterator[Scanned | UserError]:
    """Each document or piece as it is scanned, and in its place the error of a file that cannot be read."""
    names: list[str] = []
    for path in paths:
        try:
            names += _listed(path)
        except UserError as error:
            yield error
    for name in _shown(names, progress):
        try:
            for document in documents(name, encoding):
                found = figures(document)
                yield Scanned(document, len(found), tuple(as_check(document, w) for w in weighed(document, found)))
        except UserError as error:
            yield error


def documents(path: str, encoding: str | None = None) -> Iterator[Document]:
    """The document at `path`; a long plain text in pieces cut at the end of a line or sentence. Raises UserError."""
    if not path.endswith(PLAIN) or not os.path.isfile(path) or os.path.getsize(path) <= 4 * PIECE:
        yield read(path, encoding)
        return
    with open(path, "rb") as file:
        codec = encoding or _codec(file.read(65536), path)
        file.seek(0)
        yield from _pieces(path, io.TextIOWrapper(file, encoding=codec, newline=""))


def _codec(head: bytes, path: str) -> str:
    for codec in ("utf-8-sig", "gb18030"):
        for cut in range(4):
            try:
                head[: len(head) - cut].decode(codec)
                return codec
            except UnicodeDecodeError:
                continue
    raise UserError(Fault("is neither UTF-8 nor GB18030 text; name its encoding with --encoding", path))


_CUT = re.compile(r"\n|[。！？]|\. ")


def _pieces(path: str, file: io.TextIOWrapper) -> Iterator[Piece]:
    rest, start, line, column, chinese = "", 0, 1, 1, None
    while True:
        try:
            block = file.read(PIECE)
        except (UnicodeDecodeError, LookupError):
            raise UserError(Fault(f"is not {file.encoding} all through", path)) from None
        text = rest + block
        if not text:
            return
        cut = len(text)
        if block:
            newline = text.rfind("\n", len(text) // 2)
            cut = newline + 1 if newline >= 0 else max((m.end() for m in _CUT.finditer(text, len(text) // 2)), default=len(text))
        piece, rest = text[:cut], text[cut:]
        if chinese is None:
            chinese = Document(path, piece).chinese
        if piece.strip():
            yield Piece(path, piece, chinese, start, line, column)
        lines = piece.count("\n")
        start, line = start + len(piece), line + lines
        column = len(piece) - piece.rfind("\n") if lines else column + len(piece)
        if not block:
            return


def _listed(path: str) -> list[str]:
    if not os.path.isdir(path):
        return [path]
    found = sorted(os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names if name.lower().endswith(ENDINGS))
    if not found:
        raise UserError(Fault(f"holds no text ({', '.join(ENDINGS)})", path))
    return found


def _shown(names: list[str], progress: bool) -> Iterator[str]:
    """The names, with a bar on standard error while it is a terminal and there are many."""
    if not progress or len(names) < 3 or not sys.stderr.isatty():
        yield from names
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(names, description="scan", console=Console(file=sys.stderr), transient=True)
