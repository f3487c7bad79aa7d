"""PDF files, by pdfium: the characters of each page with their boxes, or one message that says why there are none."""

from __future__ import annotations

import ctypes
import unicodedata

from ..document import Document, Part
from ..errors import Fault, UserError
from .pages import Glyph, Page, assembled
from .text import INVISIBLE

MAX_PAGES = 3000
MAX_CHARACTERS = 10_000_000
# Radicals some fonts give for the ideographs of the same shape, where Unicode itself does not say so.
_RADICALS = dict(zip("⺁⺇⺌⺎⺗⺙⺠⺩⺪⺫⺬⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰", "厂几小兀心攵民王疋目示虎西见角贝车长门青页风飞食马骨鬼鱼鸟卤麦黄齐齿龙"))


def read_pdf(data: bytes, name: str) -> Document:
    """The document of a PDF: lines joined to paragraphs, without headers, footers and page numbers. Raises UserError."""
    try:
        import pypdfium2
        import pypdfium2.raw as pdfium
    except ImportError:
        raise UserError(Fault("is a PDF; to read it install pypdfium2 (pip install pypdfium2)", name)) from None
    damaged = UserError(Fault("is damaged: no PDF can be read from it; print or save it again", name))
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise UserError(Fault("is protected by a password: save a copy without one", name)) from None
        raise damaged from None
    try:
        count = len(file)
        if count > MAX_PAGES:
            raise UserError(Fault(f"has more than {MAX_PAGES} pages", name))
        pages, total = [], 0
        for number in range(count):
            try:
                pages.append(_page(file[number], pdfium))
            except pypdfium2.PdfiumError:
                raise damaged from None
            total += len(pages[-1].glyphs)
            if total > MAX_CHARACTERS:
                raise UserError(Fault(f"has more than {MAX_CHARACTERS:,} characters", name))
    finally:
        file.close()
    if not pages:
        raise damaged
    seen = [glyph.text for page in pages for glyph in page.glyphs if not glyph.text.isspace()]
    if not seen:
        raise UserError(Fault("holds pictures of pages and no text (a scan?): recognise its text first (OCR)", name))
    if sum(0xE000 <= ord(c[0]) < 0xF900 or c[0] in "\ufffd\ufffe\uffff\0" for c in seen) * 4 > len(seen):
        raise UserError(Fault("has fonts that do not say which characters they show: save it as .docx, or recognise its text (OCR)", name))
    text, parts = assembled(pages)
    return Document(name, text, parts=tuple(Part(start, f"line {line}", page) for start, line, page in parts), wrapped=False)


def _page(page, pdfium) -> Page:
    """The characters of a page in the order of the file, turned as they are shown."""
    turn = page.get_rotation()
    left, bottom, right, top = page.get_mediabox()
    width, height = right - left, top - bottom
    textpage = page.get_textpage()
    box, glyphs = pdfium.FS_RECTF(), []
    pointer, raw = ctypes.byref(box), textpage.raw
    for index in range(pdfium.FPDFText_CountChars(raw)):
        character = chr(min(pdfium.FPDFText_GetUnicode(raw, index), 0x10FFFF))
        if character in "\r\n":
            continue
        if character in "\x02\ufffe":
            character = "-"
        elif "\u2e80" <= character <= "\u2fdf" or "\ufb00" <= character <= "\ufb06":
            character = _RADICALS.get(character) or unicodedata.normalize("NFKC", character)
        elif INVISIBLE.match(character) or character < " " or "\ud800" <= character <= "\udfff":
            continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, index, pointer):
            continue
        x0, y0, x1, y1 = box.left - left, box.bottom - bottom, box.right - left, box.top - bottom
        if turn == 90:
            x0, y0, x1, y1 = y0, width - x1, y1, width - x0
        elif turn == 180:
            x0, y0, x1, y1 = width - x1, height - y1, width - x0, height - y0
        elif turn == 270:
            x0, y0, x1, y1 = height - y1, x0, height - y0, x1
        glyphs.append(Glyph(character, x0, y0, x1, y1))
    textpage.close()
    page.close()
    return Page(tuple(glyphs), *((height, width) if turn in (90, 270) else (width, height)))
