"""A file becomes a Document."""

from __future__ import annotations

import codecs
import os
import sys

from ..document import Document
from ..errors import Fault, UserError

MAX_BYTES = 64 * 1024 * 1024


def read(path: str, encoding: str | None = None) -> Document:
    """The report at `path`; `-` is standard input. Raises UserError for what is no readable text."""
    name = "<stdin>" if path == "-" else path
    try:
        if path == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            if os.path.isdir(path):
                raise UserError(Fault("is a directory, not a report", name))
            with open(path, "rb") as file:
                data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UserError(Fault("no such file", name)) from None
    except OSError as error:
        raise UserError(Fault(f"cannot be read: {error.strerror}", name)) from None
    if len(data) > MAX_BYTES:
        raise UserError(Fault(f"larger than {MAX_BYTES // 2**20} MiB", name))
    text = decode(data, name, encoding)
    if not text.strip():
        raise UserError(Fault("holds no text", name))
    return Document(name, text)


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """The text of `data`: by `encoding` if given, else by its byte-order mark, as UTF-8, or as GB18030 if that gives Chinese."""
    if encoding:
        try:
            return data.decode(encoding)
        except LookupError:
            raise UserError(f"no encoding is called {encoding!r}") from None
        except UnicodeDecodeError as error:
            raise UserError(Fault(f"is not {encoding}: byte {error.start}", name)) from None
    for mark, codec in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                break
    if b"\0" in data[:8192]:
        raise UserError(Fault("is no text (it holds zero bytes); name its encoding with --encoding if it is UTF-16", name))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    # Real Chinese is full of these characters and marks; other bytes read as GB18030 are not.
    if sum(text.count(c) for c in "的一是不了在人有和为,，。、年") * 25 >= len(text) > 0:
        return text
    raise UserError(Fault("is neither UTF-8 nor GB18030 text; name its encoding with --encoding", name))
