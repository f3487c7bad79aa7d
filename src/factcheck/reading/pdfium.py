"""What pdfium says of a PDF: the characters of each page with their boxes. Run as a program: the file on standard input, its text as JSON on standard output."""

from __future__ import annotations

import ctypes
import json
import math
import sys
import unicodedata
from collections import Counter

from .pages import Glyph, Page, columns_of
from .paragraphs import joined
from .text import INVISIBLE

MAX_PAGES = 3000
MAX_CHARACTERS = 10_000_000
# Radicals some fonts give for the ideographs of the same shape, where Unicode itself does not say so.
_RADICALS = dict(zip("⺁⺇⺌⺎⺗⺙⺠⺩⺪⺫⺬⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰", "厂几小兀心攵民王疋目示虎西见角贝车长门青页风飞食马骨鬼鱼鸟卤麦黄齐齿龙"))
_DAMAGED = "is damaged: no PDF can be read from it; print or save it again"


class Unreadable(Exception):
    """Why no text can be read."""


def pages_of(data: bytes) -> list[Page]:
    """The pages of a PDF file. Raises Unreadable."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise Unreadable("is protected by a password: save a copy without one") from None
        raise Unreadable(_DAMAGED) from None
    count = len(file)
    if count > MAX_PAGES:
        raise Unreadable(f"has more than {MAX_PAGES} pages")
    pages: list[Page] = []
    left = MAX_CHARACTERS
    for number in range(count):
        try:
            pages.append(_page(file[number], pdfium, left))
        except pypdfium2.PdfiumError:
            raise Unreadable(_DAMAGED) from None
        left -= len(pages[-1].glyphs)
    if not pages:
        raise Unreadable(_DAMAGED)
    seen = [glyph.text for page in pages for glyph in page.glyphs if not glyph.text.isspace()]
    if not seen:
        raise Unreadable("holds pictures of pages and no text (a scan?): recognise its text first (OCR)")
    if sum(0xE000 <= ord(c[0]) < 0xF900 or c[0] in "\ufffd\ufffe\uffff\0" for c in seen) * 4 > len(seen):
        raise Unreadable("has fonts that do not say which characters they show: save it as .docx, or recognise its text (OCR)")
    return pages


def _page(page, pdfium, most: int) -> Page:
    """The characters of a page in the order of the file, turned so that most of them stand upright; what stands askew (a stamp across the page) is left out."""
    left, bottom, right, top = page.get_mediabox()
    textpage = page.get_textpage()
    raw, found = textpage.raw, []
    box, matrix, x, y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    to_box, to_matrix, to_x, to_y = map(ctypes.byref, (box, matrix, x, y))
    count = pdfium.FPDFText_CountChars(raw)
    if count > most:
        raise Unreadable(f"has more than {MAX_CHARACTERS:,} characters")
    for index in range(count):
        character = _character(pdfium.FPDFText_GetUnicode(raw, index))
        if character.isspace():
            found.append((-1, Glyph(character, 0, 0, 0, 0)))
        elif character and pdfium.FPDFText_GetLooseCharBox(raw, index, to_box) and pdfium.FPDFText_GetCharOrigin(raw, index, to_x, to_y) and pdfium.FPDFText_GetMatrix(raw, index, to_matrix):
            angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
            size = pdfium.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d) or box.top - box.bottom
            if angle % 180 < 45 or angle % 180 > 135:
                found.append((angle, Glyph(character, box.left - left, box.right - left, y.value - bottom, size)))
            else:
                found.append((angle, Glyph(character, box.bottom - bottom, box.top - bottom, x.value - left, size)))
    textpage.close()
    page.close()
    angles = Counter(angle for angle, _ in found if angle >= 0)
    usual = angles.most_common(1)[0][0] if angles else 0
    turn = round(usual / 90) * 90 % 360
    width, height = (right - left, top - bottom) if turn % 180 == 0 else (top - bottom, right - left)
    glyphs = [_upright(glyph, turn, width, height) for angle, glyph in found if angle < 0 or min((angle - usual) % 360, (usual - angle) % 360) <= 2]
    return Page(tuple(glyphs), width, height)


def _character(code: int) -> str:
    """What is read for a character of the file; "" for line ends, which the boxes show, and for what is not seen."""
    character = chr(code) if code < 0x110000 else "\ufffd"
    if character in "\x02\ufffe":
        return "-"
    if "\u2e80" <= character <= "\u2fdf" or "\ufb00" <= character <= "\ufb06":
        return _RADICALS.get(character) or unicodedata.normalize("NFKC", character)
    return "" if INVISIBLE.match(character) or character < " " or "\ud800" <= character <= "\udfff" else character


def _upright(glyph: Glyph, turn: int, width: float, height: float) -> Glyph:
    """The glyph, its lines turned by `turn` degrees counter-clockwise, on the page turned back; `width` and `height` are those of the page then."""
    if turn in (180, 270):
        glyph = glyph._replace(left=width - glyph.right, right=width - glyph.left)
    if turn in (90, 180):
        glyph = glyph._replace(base=height - glyph.base)
    return glyph


def main() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]),) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        pass
    try:
        pages = pages_of(sys.stdin.buffer.read())
        text, parts = joined(columns_of(pages), [page.width for page in pages])
        said = {"text": text, "parts": parts}
    except Unreadable as error:
        said = {"fault": str(error)}
    print(json.dumps(said))


if __name__ == "__main__":
    main()
