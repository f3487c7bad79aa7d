"""The text of one story of a Word file (the body, the footnotes), from its elements in their order."""

from __future__ import annotations

from ..document import Part
from .marked import lowered, raised
from .text import INVISIBLE

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w", "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m", "http://purl.oclc.org/ooxml/officeDocument/math": "m",
}
# Deleted or moved away; the older copy of a drawing; the reading aid of an ideograph.
_SKIPPED = frozenset(("w:del", "w:moveFrom", "mc:Fallback", "w:rt", "w:delText", "w:instrText", "w:delInstrText", "w:pPrChange", "w:rPrChange", "w:tblGrid", "w:sectPr", "w:sdtPr"))
# Fields whose result is a page number or repeats the headings.
_PAGED = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "TOC", "INDEX")
# In a formula: what stands between the parts of a fraction, before an exponent, before an index.
_SIGNS = {"m:den": "/", "m:sup": "^", "m:sub": "_", "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
# The font Symbol, by the low byte of its characters.
_SYMBOLS = {0x25: "%", 0x2B: "+", 0x2D: "-", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xBB: "≈", 0xD7: "·", 0x6D: "μ", 0xA5: "∞", 0xB7: "•"}
# Fields inside one another; of more the outermost never end.
MAX_FIELDS = 50
_OFF = ("0", "false", "off", "none")


def short(tag: str) -> str:
    """`w:p` for a tag with its full namespace; the local name alone for others."""
    space, _, local = tag.rpartition(" ")
    prefix = _SPACES.get(space)
    return f"{prefix}:{local}" if prefix else local


def value(attributes: dict[str, str], name: str) -> str | None:
    """The attribute of that local name, whatever its namespace."""
    for key, found in attributes.items():
        if key.rpartition(" ")[2] == name:
            return found
    return None


def on(attributes: dict[str, str]) -> bool:
    """Whether a property that is written is switched on."""
    return value(attributes, "val") not in _OFF


class Styles:
    """Which styles hide their text."""

    def __init__(self) -> None:
        self.hidden: set[str] = set()
        self._style = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = short(tag)
        if name == "w:style":
            self._style = value(attributes, "styleId") or ""
        elif name == "w:vanish" and on(attributes) and self._style:
            self.hidden.add(self._style)

    def end(self, tag: str) -> None:
        if short(tag) == "w:style":
            self._style = ""


class _Paragraph:
    """A paragraph being read: what it holds so far, whether its end was deleted, and the paragraphs of text boxes in it."""

    def __init__(self, boxed: bool):
        self.pieces: list[str] = []
        self.joins_next = False
        self.hidden = False
        self.boxed = boxed


class _Table:
    def __init__(self, number: int):
        self.number, self.row, self.column, self.next, self.deleted, self.begun = number, 0, 0, 1, False, False
        self.mark = (0, 0, 0)


class _Run:
    def __init__(self) -> None:
        self.hidden, self.struck, self.script, self.symbol = False, False, "", ""


class _Field:
    def __init__(self, code: str = "", result: bool = False):
        self.code, self.result = code, result

    @property
    def silent(self) -> bool:
        words = self.code.split(None, 1)
        return not self.result or bool(words) and words[0].upper() in _PAGED


class Story:
    """Takes elements and characters in order; `text` and `parts` are then what was read, `notes` the footnotes or endnotes by id.

    `paired` says that each field that begins also ends; where one does not, all of the rest would be its result.
    """

    def __init__(self, styles: Styles, paired: bool = True):
        self.parts: list[Part] = []
        self.notes: dict[str, str] = {}
        self.footnotes: list[str] = []
        self.endnotes: list[str] = []
        self._styles, self._paired = styles, paired
        self._pieces: list[str] = []
        self._length = 0
        self._skip = 0
        self._open: list[_Paragraph] = []
        self._tables: list[_Table] = []
        self._runs: list[_Run] = []
        self._fields: list[_Field] = []
        self._boxes: list[list[tuple[str, str]]] = []
        self._carried = ""
        self._counts = {"paragraph": 0, "table": 0, "text box": 0}
        self._properties: list[str] = []
        self._in_text = False
        self._note_id = ""
        self._box_number = 0
        self._waiting: list[tuple[str, str]] = []

    def text(self) -> str:
        if self._carried:
            self._emit(self._carried)
            self._carried = ""
        return "".join(self._pieces)

    @property
    def unfinished(self) -> bool:
        """Whether a field that hides its result began and never ended."""
        return any(field.silent for field in self._fields)

    # Elements

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = short(tag)
        self._properties.append(name)
        if self._skip or name in _SKIPPED and not self._property(name, attributes):
            self._skip += 1
            return
        handler = _STARTS.get(name)
        if handler:
            handler(self, attributes)
        elif name in _SIGNS:
            self._add(_SIGNS[name])

    def end(self, tag: str) -> None:
        name = self._properties.pop()
        if self._skip:
            self._skip -= 1
            return
        handler = _ENDS.get(name)
        if handler:
            handler(self)

    def characters(self, text: str) -> None:
        if self._skip:
            if self._skip == 1 and self._properties[-1] == "w:instrText" and self._fields and not self._fields[-1].result:
                self._fields[-1].code += text
        elif self._in_text:
            self._add(text)

    def _property(self, name: str, attributes: dict[str, str]) -> bool:
        """Whether an element that is skipped elsewhere says something here: a deleted paragraph end or row."""
        above = self._properties[-2:-1]
        if name in ("w:del", "w:moveFrom") and above == ["w:rPr"] and self._properties[-3:-2] == ["w:pPr"] and self._open:
            self._open[-1].joins_next = True
        elif name in ("w:del", "w:moveFrom") and above == ["w:trPr"] and self._tables:
            self._tables[-1].deleted = True
        return False

    # Paragraphs and runs

    def _start_paragraph(self, _: dict[str, str]) -> None:
        self._open.append(_Paragraph(bool(self._boxes)))

    def _end_paragraph(self) -> None:
        paragraph = self._open.pop()
        self._fields = [field for field in self._fields if field.result]
        text = "" if paragraph.hidden else INVISIBLE.sub("", "".join(paragraph.pieces))
        if self._boxes and paragraph.boxed:
            self._boxes[-1].append((f"text box {self._box_number}", text))
            return
        self._carried += text
        if not paragraph.joins_next:
            text, self._carried = self._carried, ""
            self._emit(text)
        if not self._open and not self._boxes and self._waiting:
            waiting, self._waiting = self._waiting, []
            for part, words in waiting:
                self._emit(words, part)

    def _start_run(self, _: dict[str, str]) -> None:
        self._runs.append(_Run())

    def _end_run(self) -> None:
        if self._runs:
            self._runs.pop()

    def _vanish(self, attributes: dict[str, str]) -> None:
        if on(attributes) and self._runs and self._properties[-3:-1] == ["w:r", "w:rPr"]:
            self._runs[-1].hidden = True

    def _strike(self, attributes: dict[str, str]) -> None:
        if on(attributes) and self._runs and self._properties[-3:-1] == ["w:r", "w:rPr"]:
            self._runs[-1].struck = True

    def _run_style(self, attributes: dict[str, str]) -> None:
        if self._runs and value(attributes, "val") in self._styles.hidden:
            self._runs[-1].hidden = True

    def _paragraph_style(self, attributes: dict[str, str]) -> None:
        if self._open and value(attributes, "val") in self._styles.hidden:
            self._open[-1].hidden = True

    def _script(self, attributes: dict[str, str]) -> None:
        if self._runs and self._properties[-3:-1] == ["w:r", "w:rPr"]:
            self._runs[-1].script = value(attributes, "val") or ""

    def _position(self, attributes: dict[str, str]) -> None:
        """Text lifted or lowered by hand."""
        by = value(attributes, "val") or ""
        if by.lstrip("-").isdecimal() and by.strip("-0") and self._runs and self._properties[-3:-1] == ["w:r", "w:rPr"]:
            self._runs[-1].script = "subscript" if by.startswith("-") else "superscript"

    def _start_text(self, _: dict[str, str]) -> None:
        self._in_text = True

    def _end_text(self) -> None:
        self._in_text = False

    def _symbol(self, attributes: dict[str, str]) -> None:
        try:
            code = int(value(attributes, "char") or "", 16)
        except ValueError:
            return
        known = _SYMBOLS.get(code & 0xFF, " ") if (value(attributes, "font") or "").lower() == "symbol" else " "
        self._add(known if 0xF000 <= code <= 0xF0FF or code < 32 else chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else " ")

    def _add(self, text: str) -> None:
        """Adds to the paragraph what its run shows."""
        if not self._open or self._paired and any(field.silent for field in self._fields):
            return
        pieces, run = self._open[-1].pieces, self._runs[-1] if self._runs else None
        if run:
            if run.hidden or run.struck:
                return
            if run.script == "superscript":
                text = raised("".join(pieces[-3:])[-4:], text)
            elif run.script == "subscript":
                text = lowered(text)
        pieces.append(text)

    # Fields, notes, text boxes

    def _field_char(self, attributes: dict[str, str]) -> None:
        kind = value(attributes, "fldCharType")
        if kind == "begin":
            self._fields = [*self._fields[-MAX_FIELDS + 1 :], _Field()]
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _start_simple_field(self, attributes: dict[str, str]) -> None:
        self._fields.append(_Field(value(attributes, "instr") or "", True))

    def _end_field(self) -> None:
        if self._fields:
            self._fields.pop()

    def _footnote(self, attributes: dict[str, str]) -> None:
        self._refer(self.footnotes, attributes)

    def _endnote(self, attributes: dict[str, str]) -> None:
        self._refer(self.endnotes, attributes)

    def _refer(self, notes: list[str], attributes: dict[str, str]) -> None:
        if not (self._runs and (self._runs[-1].hidden or self._runs[-1].struck)):
            notes.append(value(attributes, "id") or "")

    def _start_note(self, attributes: dict[str, str]) -> None:
        self._note_id = value(attributes, "id") or ""
        self._pieces, self._length = [], 0

    def _end_note(self) -> None:
        self.notes[self._note_id] = self.text()

    def _start_box(self, _: dict[str, str]) -> None:
        self._counts["text box"] += 1
        self._box_number = self._counts["text box"]
        self._boxes.append([])
        self._runs.append(_Run())

    def _end_box(self) -> None:
        box = self._boxes.pop()
        if self._runs:
            self._runs.pop()
        if self._boxes:
            self._boxes[-1].extend(box)
        else:
            self._waiting = [*self._waiting, *box]

    # Tables

    def _start_table(self, _: dict[str, str]) -> None:
        if not self._boxes:
            self._counts["table"] += 1
            self._tables.append(_Table(self._counts["table"]))

    def _end_table(self) -> None:
        if not self._boxes and self._tables:
            self._tables.pop()

    def _start_row(self, _: dict[str, str]) -> None:
        if self._tables and not self._boxes:
            self._end_line()
            table = self._tables[-1]
            table.row, table.column, table.next, table.deleted, table.begun = table.row + 1, 0, 1, False, True
            table.mark = len(self._pieces), len(self.parts), self._length

    def _end_row(self) -> None:
        if self._tables and not self._boxes:
            table = self._tables[-1]
            if table.deleted:
                pieces, parts, self._length = table.mark
                del self._pieces[pieces:], self.parts[parts:]
                table.row -= 1
            else:
                self._end_line()
            table.begun = False

    def _start_cell(self, _: dict[str, str]) -> None:
        if self._tables and not self._boxes:
            table = self._tables[-1]
            if table.column:
                if len(self._pieces) > table.mark[0] and self._pieces[-1] == "\n":
                    self._pieces.pop()
                    self._length -= 1
                self._write("\t")
            table.column, table.next = table.next, table.next + 1

    def _span(self, attributes: dict[str, str]) -> None:
        wide = value(attributes, "val") or ""
        if self._tables and not self._boxes and wide.isdecimal():
            self._tables[-1].next += max(min(int(wide[:4]), 1000), 1) - 1

    def _end_line(self) -> None:
        if self._pieces and self._pieces[-1] != "\n":
            self._write("\n")

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _emit(self, text: str, part: str = "") -> None:
        """Writes a paragraph under its name."""
        table = self._tables[-1] if self._tables and self._tables[-1].begun else None
        if not part and not table and text.strip():
            self._counts["paragraph"] += 1
        if not text.strip():
            return
        part = part or (f"table {table.number}, row {table.row}, column {table.column}" if table else f"paragraph {self._counts['paragraph']}")
        if self._pieces and self._pieces[-1] not in "\n\t":
            self._write("\n")
        self.parts.append(Part(self._length, part))
        self._write(text.strip(" \t\n") if table else text.strip("\n"))
        self._write("\n")


_STARTS = {
    "w:p": Story._start_paragraph, "w:r": Story._start_run, "m:r": Story._start_run, "w:vanish": Story._vanish, "w:strike": Story._strike, "w:dstrike": Story._strike,
    "w:rStyle": Story._run_style, "w:pStyle": Story._paragraph_style, "w:vertAlign": Story._script, "w:position": Story._position, "w:t": Story._start_text, "m:t": Story._start_text,
    "w:sym": Story._symbol, "w:fldChar": Story._field_char, "w:fldSimple": Story._start_simple_field, "w:footnoteReference": Story._footnote, "w:endnoteReference": Story._endnote,
    "w:footnote": Story._start_note, "w:endnote": Story._start_note, "w:txbxContent": Story._start_box, "w:tbl": Story._start_table, "w:tr": Story._start_row, "w:tc": Story._start_cell,
    "w:gridSpan": Story._span,
}
_ENDS = {
    "w:p": Story._end_paragraph, "w:r": Story._end_run, "m:r": Story._end_run, "w:t": Story._end_text, "m:t": Story._end_text, "w:fldSimple": Story._end_field, "w:footnote": Story._end_note,
    "w:endnote": Story._end_note, "w:txbxContent": Story._end_box, "w:tbl": Story._end_table, "w:tr": Story._end_row,
}
