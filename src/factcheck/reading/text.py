"""Plain text, and the encoding of every kind of text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from ..document import Document, Run, Source
from ..errors import Fault, UserError

# Zero-width characters stand in copied text, also inside numbers; they are no text.
INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]+")
_TWO_BYTES = rb"[\x81-\xfe][\x30-\x39][\x81-\xfe][\x30-\x39]|[\x81-\xfe][\x40-\x7e\x80-\xfe]"
_DECLARED = rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.-]{2,40})"


def read_text(data: bytes, name: str, encoding: str | None, declares: bool, read_marked: Callable[[Source, str], Document] | None) -> Document:
    """The text in `data`, read by `read_marked` if it holds marks. `declares` says that the text may name its own encoding, as HTML does."""
    if declares and not encoding:
        encoding = _declared(data)
    text, codec = decode(data, name, encoding)
    if read_marked:
        return read_marked(Source(text, codec), name)
    kept, source = plain(text, codec)
    return Document(name, kept, source=source)


def plain(text: str, codec: str) -> tuple[str, Source]:
    """`text` without what is invisible in it, and the source it stands in."""
    if not INVISIBLE.search(text):
        return text, Source(text, codec)
    runs, kept, position, length = [], [], 0, 0
    for start, end in [*(m.span() for m in INVISIBLE.finditer(text)), (len(text), len(text))]:
        if start > position:
            runs.append(Run(length, length + start - position, position, start))
            kept.append(text[position:start])
            length += start - position
        position = end
    return "".join(kept), Source(text, codec, tuple(runs))


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of `data` and its codec: by `encoding` if given, else by its byte-order mark, as UTF-8, GB18030 or Big5, whichever the bytes look like.

    Raises UserError for what is no text.
    """
    if encoding:
        try:
            return data.decode(encoding), encoding
        except LookupError:
            raise UserError(f"no encoding is called {encoding!r}") from None
        except (UnicodeError, ValueError) as error:
            place = f": byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
            raise UserError(Fault(f"is not {encoding}{place}", name)) from None
    for mark, codec in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(codec), codec
            except UnicodeDecodeError:
                raise UserError(Fault(f"begins like {codec.removesuffix('-sig').upper()} but is not; name its encoding with --encoding", name)) from None
    controls = len(re.findall(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", data[:65536]))
    if controls * 100 > min(len(data), 65536) or b"\0" in data:
        raise UserError(Fault("is no text (it holds control characters); name its encoding with --encoding if it is UTF-16", name))
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    for codec in _likely(data):
        try:
            return data.decode(codec), codec
        except UnicodeDecodeError:
            pass
    raise UserError(Fault(f"is not UTF-8 (line {line}), and neither clearly GB18030 nor Big5; name its encoding with --encoding", name))


def _likely(data: bytes) -> tuple[str, ...]:
    """Chinese codecs whose everyday characters make up most of `data`, the likelier first.

    Both sets put them first, by sound (GB 2312, level 1: rows 16 to 55) or by strokes (Big5, level 1: A4 to C6), and signs before them;
    text of the one read as the other is full of rare characters.
    """
    pairs = re.findall(_TWO_BYTES, data[:200_000])
    if not pairs:
        return ()
    gb = sum(len(p) == 2 and (0xB0 <= p[0] <= 0xD7 or 0xA1 <= p[0] <= 0xA3) and p[1] >= 0xA1 for p in pairs) / len(pairs)
    big5 = sum(len(p) == 2 and 0xA1 <= p[0] <= 0xC6 for p in pairs) / len(pairs)
    scores = sorted(((gb, "gb18030"), (big5, "big5hkscs")), reverse=True)
    return tuple(codec for score, codec in scores if score >= 0.7)


def _declared(data: bytes) -> str | None:
    """The encoding the text itself names in its head, if it is one that can be and the bytes are it."""
    found = re.search(_DECLARED, data[:4096], re.I)
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or not found:
        return None
    name = (found[1] or found[2]).decode("ascii").lower()
    # What is called gb2312 or gbk on the web holds characters of their successor.
    name = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs", "iso-8859-1": "cp1252"}.get(name, name)
    try:
        data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return name
