"""HTML: the text a reader of the page sees, cells and blocks apart.

A reader of its own rather than `html.parser`: it gives the offset of every character, and its cost grows in line with the page whatever is in it.
"""

from __future__ import annotations

import re
from collections import Counter

from ..document import Document, Source
from .marked import Writer
from .text import INVISIBLE

RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html "
    "legend li main menu nav ol optgroup option p pre section select summary table tbody tfoot thead tr td th ul".split()
)
BLOCK_START = re.compile(rf"</?(?:{'|'.join(sorted(_BLOCKS | {*RAW, 'template', 'noscript', 'head', 'meta', 'link', 'base'}))})(?=[\s/>]|$)|<!|<\?", re.I)
# What a reader does not see; struck-out text was taken back.
_HIDDEN = frozenset(("template", "noscript", "head", "object", "svg", "canvas", "audio", "video", "datalist", "del", "s", "strike", "rp", "rt", *RAW))
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# An open element that the start of another one ends.
_ENDED_BY = {**dict.fromkeys(_BLOCKS, ("p",)), "li": ("li", "p"), "dt": ("dt", "dd", "p"), "dd": ("dt", "dd", "p"), "option": ("option",),
             "td": ("td", "th", "p"), "th": ("td", "th", "p"), "tr": ("td", "th", "tr", "p"), **dict.fromkeys(("tbody", "thead", "tfoot"), ("td", "th", "tr", "tbody", "thead", "tfoot", "p"))}
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/><]{0,60})")
_ATTRIBUTES = re.compile(r"""(?:[^>"']+|"[^"]*"|'[^']*')*+>""")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_STYLE = re.compile(r"""\bstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", re.I)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.I)
_SPACE_OR_ENTITY = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]|&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_ENTITIES = {"nbsp": "\u00a0", "amp": "&", "lt": "<", "gt": ">", "quot": '"', "thinsp": "\u2009", "ensp": "\u2002", "emsp": "\u2003", "middot": "·", "times": "×"}


def read_html(source: Source, name: str) -> Document:
    """The document of a page."""
    writer = Writer(source.text)
    Elements(writer).feed(0, len(source.text))
    return writer.document(name, source, editable=False)


def entity(text: str) -> str:
    """The character of `&nbsp;`, `&#37;` and the like; `text` itself if there is none."""
    known = _ENTITIES.get(text[1:-1])
    if known is None:
        from html import unescape

        known = unescape(text)
    return INVISIBLE.sub("", known)


class Elements:
    """The open elements of a page, and what their tags do to its text."""

    def __init__(self, writer: Writer):
        self.writer = writer
        self._open: list[tuple[str, bool, int]] = []
        self._count: Counter[str] = Counter()
        self._cells = [0]
        self._quotes_pair = True

    def feed(self, start: int, end: int) -> None:
        """Reads the source from `start` to `end`."""
        source, position = self.writer.source, start
        while position < end:
            angle = source.find("<", position, end)
            self._text(position, angle if angle >= 0 else end)
            if angle < 0:
                return
            tag = _TAG.match(source, angle, end)
            if tag:
                position = self._attributes_end(tag.end(), end)
                if position < 0:
                    self._text(angle, end)
                    return
                self.tag(source[angle:position], angle)
                if tag[2].lower() in RAW and not tag[1]:
                    position = self._raw_end(tag[2].lower(), position, end)
            elif source.startswith(("<!", "<?", "</"), angle):
                mark = "-->" if source.startswith("<!--", angle) else ">"
                found = source.find(mark, angle + 2, end)
                position = found + len(mark) if found >= 0 else end
            else:
                self.writer.take(angle, angle + 1)
                position = angle + 1

    def _attributes_end(self, start: int, end: int) -> int:
        """The offset behind the `>` of a tag, one between quotes passed over; -1 if there is none. Quotes that do not pair are ignored from then on."""
        if self._quotes_pair:
            match = _ATTRIBUTES.match(self.writer.source, start, end)
            if match:
                return match.end()
            self._quotes_pair = False
        return self.writer.source.find(">", start, end) + 1 or -1

    def _raw_end(self, name: str, start: int, end: int) -> int:
        match = re.compile(rf"</{name}(?=[\s/>])", re.I).search(self.writer.source, start, end)
        return match.start() if match else end

    def _text(self, start: int, end: int) -> None:
        writer, source = self.writer, self.writer.source
        if writer.hidden or start >= end:
            return
        if source[start] == " ":
            writer.space(start, start + 1)
            start += 1
        kept = self._count["pre"] > 0
        for match in _SPACE_OR_ENTITY.finditer(source, start, end):
            writer.take(start, match.start())
            start = match.end()
            if match.group()[0] == "&":
                writer.put(entity(match.group()), *match.span())
            elif kept and ("\n" in match.group() or "\r" in match.group()):
                writer.block()
            else:
                writer.space(*match.span(), wrap="\n" in match.group() or "\r" in match.group())
        if start < end and source[end - 1] == " ":
            writer.take(start, end - 1)
            writer.space(end - 1, end)
        else:
            writer.take(start, end)

    def tag(self, text: str, at: int) -> None:
        """A start or end tag, `text`, that stands at `at`."""
        match = _TAG.match(text)
        if not match:
            return
        name = match[2].lower()
        if match[1]:
            self._end(name, at)
        else:
            self._start(name, text[match.end() : -1], at, at + len(text))

    def _start(self, name: str, attributes: str, at: int, end: int) -> None:
        writer = self.writer
        while self._open and self._open[-1][0] in _ENDED_BY.get(name, ()):
            self._close()
        hides = name in _HIDDEN or bool(attributes) and _is_hidden(attributes)
        if not hides:
            if name in ("td", "th"):
                if self._cells[-1]:
                    writer.cell(at, end)
                else:
                    writer.row(at)
                self._cells[-1] += 1
            elif name == "tr":
                writer.row(at)
                self._cells[-1] = 0
            elif name in _BLOCKS or name == "br":
                writer.block()
        if name in _VOID or attributes.endswith("/") and name in ("script", "svg", "path"):
            return
        if name == "table":
            self._cells.append(0)
        self._open.append((name, hides, writer.mark()))
        self._count[name] += 1
        writer.hidden += hides

    def _end(self, name: str, at: int) -> None:
        if self._count[name]:
            while self._close() != name:
                pass
        if name in ("tr", "table") and not self.writer.hidden and self.writer.last == "\t":
            self.writer.row(at)
        if name in _BLOCKS:
            self.writer.block()

    def _close(self) -> str:
        """Ends the innermost open element."""
        name, hides, mark = self._open.pop()
        self._count[name] -= 1
        self.writer.hidden -= hides
        if name == "table":
            self._cells.pop()
        elif name == "sup" and not self.writer.hidden:
            self.writer.raise_from(mark)
        elif name == "sub" and not self.writer.hidden:
            self.writer.lower_from(mark)
        return name

    def depth(self) -> int:
        return len(self._open)

    def close_to(self, depth: int) -> None:
        """Ends the elements opened since there were `depth`."""
        while len(self._open) > depth:
            self._close()


def _is_hidden(attributes: str) -> bool:
    style = _STYLE.search(attributes)
    if style and _UNSEEN.search(style[1]):
        return True
    return "hidden" in attributes and bool(re.search(r"(?:^|\s)hidden(?=[\s=/]|$)", _QUOTED.sub('""', attributes)))
