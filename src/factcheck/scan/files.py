"""Files and folders to scan, one after another, and a long text in pieces, so that memory does not grow with the text."""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext, suppress
from itertools import chain
from typing import NamedTuple

from ..checks import Check
from ..document import Document, Location, Source, Span
from ..errors import Fault, UserError
from ..figures import figures
from ..reading import MAX_BYTES, read, read_bytes
from ..reading.kinds import kind_of
from ..reading.text import decode, plain
from . import as_check, weighed

# What a folder is searched for, and which of these are plain text.
ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf")
PLAIN = (".txt", ".text", ".log")
# Plain texts of more bytes than LONG are read in pieces of so many characters.
PIECE = 40_000
LONG = 4 * PIECE


class Scanned(NamedTuple):
    """One document, or one piece of it: how many figures it holds, and its checks."""

    document: Document
    figures: int
    checks: tuple[Check, ...]


class Piece(Document):
    """A stretch of a longer text; its places are those of the whole."""

    def __init__(self, path: str, text: str, chinese: bool, source: Source, start: int, line: int, column: int):
        super().__init__(path, text, chinese, source=source)
        self.start, self.line, self.column = start, line, column

    @property
    def end(self) -> tuple[int, int]:
        """Line and column where the next piece begins."""
        return self._in_file(*self._line_column(len(self.source.text)))  # type: ignore[union-attr]

    def _in_file(self, line: int, column: int) -> tuple[int, int]:
        return line + self.line - 1, column + (self.column - 1 if line == 1 else 0)

    def location(self, span: Span) -> Location:
        place = super().location(span)
        line, column = self._in_file(place.line, place.column)
        until = place.until and self._in_file(*place.until)
        return place._replace(line=line, column=column, span=Span(span.start + self.start, span.end + self.start), until=until)


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
    """The document at `path`; a long plain text in pieces cut at the end of a line or sentence, read as they are asked for. Raises UserError."""
    name = "<stdin>" if path == "-" else path
    long = path == "-" or path.endswith(PLAIN) and os.path.isfile(path) and os.path.getsize(path) > LONG
    if not long:
        yield read(path, encoding)
        return
    with nullcontext(sys.stdin.buffer) if path == "-" else open(path, "rb") as file:
        head = file.read(LONG + 1)
        if len(head) <= LONG or kind_of(head, name) != "text":
            yield read_bytes(head + file.read(MAX_BYTES), name, encoding)
        else:
            codec = _codec(head, name, encoding)
            yield from _pieces(name, codec, _decoded(name, codec, chain((head,), iter(lambda: file.read(2 * PIECE), b""))))


def _codec(head: bytes, name: str, encoding: str | None) -> str:
    """The codec of a text that begins with `head`, whose last character may be cut."""
    if encoding:
        return decode(b"", name, encoding)[1]
    head = head[: head.rfind(b"\n") + 1] or head
    starts = [head[: len(head) - cut] for cut in range(4)]
    for start in starts:
        with suppress(UnicodeDecodeError):
            start.decode()
            return decode(start, name)[1]
    for start in starts[:-1]:
        with suppress(UserError):
            return decode(start, name)[1]
    return decode(starts[-1], name)[1]


def _decoded(name: str, codec: str, blocks: Iterable[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        for block in blocks:
            yield decoder.decode(block)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise UserError(Fault(f"is not {codec} all through; name its encoding with --encoding", name)) from None


_CUT = re.compile(r"\n|[。！？]|\. ")


def _pieces(name: str, codec: str, blocks: Iterator[str]) -> Iterator[Piece]:
    rest, start, line, column, chinese = "", 0, 1, 1, None
    block: str | None = ""
    while block is not None:
        block = next(blocks, None)
        rest += block or ""
        while len(rest) > PIECE or rest and block is None:
            cut = min(len(rest), PIECE)
            if len(rest) > PIECE:
                newline = rest.rfind("\n", PIECE // 2, PIECE)
                cut = newline + 1 if newline >= 0 else max((m.end() for m in _CUT.finditer(rest, PIECE // 2, PIECE)), default=PIECE)
            text, source = plain(rest[:cut], codec)
            rest = rest[cut:]
            if chinese is None:
                chinese = Document(name, text).chinese
            piece = Piece(name, text, chinese, source, start, line, column)
            if text.strip():
                yield piece
            (line, column), start = piece.end, start + len(text)


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
