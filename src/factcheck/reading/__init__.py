"""A file becomes a Document: what it is by name and content, and which reader reads it."""

from __future__ import annotations

import os
import stat
import sys

from ..document import Document
from ..errors import Fault, UserError
from .kinds import kind_of

MAX_BYTES = 64 * 1024 * 1024
# Pictures make a Word or PDF file large, not its text.
MAX_BYTES_WITH_PICTURES = 256 * 1024 * 1024


def read(path: str, encoding: str | None = None) -> Document:
    """The report at `path`; `-` is standard input. Raises UserError for what is no readable report."""
    name = "<stdin>" if path == "-" else path
    limit = MAX_BYTES_WITH_PICTURES if path.lower().endswith((".docx", ".docm", ".pdf")) else MAX_BYTES
    too_large = UserError(Fault(f"larger than {limit // 2**20} MiB", name))
    try:
        if path == "-":
            data = sys.stdin.buffer.read(limit + 1)
        else:
            about = os.stat(path)
            if stat.S_ISDIR(about.st_mode):
                raise UserError(Fault("is a directory, not a report", name))
            if about.st_size > limit:
                raise too_large
            with open(path, "rb") as file:
                data = file.read(limit + 1)
    except FileNotFoundError:
        raise UserError(Fault("no such file", name)) from None
    except (OSError, ValueError) as error:
        raise UserError(Fault(f"cannot be read: {getattr(error, 'strerror', None) or error}", name)) from None
    if len(data) > limit:
        raise too_large
    return read_bytes(data, name, encoding)


def read_bytes(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The report in `data`; `name` is its path, whose suffix says what it is. Raises UserError."""
    kind = kind_of(data, name)
    if kind in ("docx", "pdf"):
        if kind == "docx":
            from .docx import read_docx as read_parts
        else:
            from .pdf import read_pdf as read_parts
        document = read_parts(data, name)
    else:
        from .text import read_text

        if kind == "markdown":
            from .markdown import read_markdown as read_marked
        elif kind == "html":
            from .html import read_html as read_marked
        else:
            read_marked = None
        document = read_text(data, name, encoding, kind == "html", read_marked)
    if not document.text.strip():
        raise UserError(Fault("holds no text", name))
    return document
