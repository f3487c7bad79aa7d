"""What a file is: by its first bytes, then by its name."""

from __future__ import annotations

import re

from ..errors import Fault, UserError

SUFFIXES = {
    **dict.fromkeys(("md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd"), "markdown"),
    **dict.fromkeys(("html", "htm", "xhtml", "shtml"), "html"),
    **dict.fromkeys(("docx", "docm", "dotx", "dotm"), "docx"),
    **dict.fromkeys(("txt", "text", "log", "csv", "tsv"), "text"),
    "pdf": "pdf",
}
# What begins like this is no text, whatever its name.
_BINARY = (
    (b"\x89PNG", "a picture (PNG)"), (b"\xff\xd8\xff", "a picture (JPEG)"), (b"GIF8", "a picture (GIF)"), (b"II*\0", "a picture (TIFF)"), (b"MM\0*", "a picture (TIFF)"),
    (b"RIFF", "a picture or a recording"), (b"\x1f\x8b", "a gzip file"), (b"7z\xbc\xaf", "a 7z archive"), (b"Rar!", "a RAR archive"), (b"\x7fELF", "a program"), (b"SQLite format 3", "a database"),
)
_SAVE = "save it as .docx in Word, WPS or LibreOffice"


def kind_of(data: bytes, name: str) -> str:
    """text, markdown, html, docx or pdf. Raises UserError, with what to do, for what is none of them."""
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    named = SUFFIXES.get(suffix)
    for start, what in _BINARY:
        if data.startswith(start):
            raise UserError(Fault(f"is {what}, not a report", name))
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UserError(Fault("is protected by a password: open it and save a copy without one", name))
        raise UserError(Fault(f"is a file of an old Office (.doc, .wps, .xls, .ppt): {_SAVE}", name))
    if data.startswith(b"{\\rtf"):
        raise UserError(Fault(f"is rich text (.rtf): {_SAVE}", name))
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if named in ("text", "markdown", "html", "pdf"):
            word = b"word/" in data
            raise UserError(Fault(f"is a {'Word file' if word else 'zip archive'}, whatever its name says{'; name it .docx' if word else ''}", name))
        return "docx"
    if data[:1024].lstrip().startswith(b"%PDF-"):
        if named not in ("pdf", None):
            raise UserError(Fault("is a PDF, whatever its name says; name it .pdf", name))
        return "pdf"
    if named in ("docx", "pdf") and data:
        raise UserError(Fault(f"is no {'Word file' if named == 'docx' else 'PDF'}, whatever its name says: it is damaged, or was not saved as one", name))
    if named:
        return named
    head = data[:4096].lower()
    if b"<" in head and re.match(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", head, re.S):
        return "html"
    # A pipe has no name: Markdown is known by a heading, a table, bold type or a link.
    unnamed = name == "<stdin>" or name.startswith("/dev/fd/")
    if unnamed and re.search(rb"^#{1,6} \S|^[|]?[ ]*:?-{3,}:?[ ]*[|]|\*\*[^*\s][^*\n]{0,200}\*\*|\w\]\([^)\s]{1,200}\)", head, re.M):
        return "markdown"
    return "text"
