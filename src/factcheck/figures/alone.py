"""A text that is all one Chinese numeral, such as a cell of a table or the answer to a question."""

from __future__ import annotations

import re

from ..lang import zh
from ..numerals import Numeral, read_zh
from .chinese_quantity import BARE_SCALES, HAN, HAN_NUMERALS, quantity
from .figure import DIGITS, Figure

LONGEST = 60
_ONE_NUMERAL = re.compile(rf"[{zh.MINUS}]?[.0-9{HAN}半][^\n，。；;!?]{{0,39}}")
_ANY_FRACTION = re.compile(r"(?:([0-9]{1,4}) )?([0-9]{1,6})/([0-9]{1,6})")


def alone(source: str, text: str) -> Figure | None:
    """The figure that is all of a text, even one without a unit: 二百五, 三 百 五 又 三 分之 一, -3/2, 一打."""
    left = len(text) - len(text.lstrip())
    body = text.strip()
    if not _ONE_NUMERAL.fullmatch(body) or "," in body and " " in body:
        return None
    for apart in (True, False) if not body.isascii() else (True,):
        # Spaces inside are layout, but between two digits they may part two numbers.
        kept = [i for i, char in enumerate(body) if char != " " or apart and body[i - 1] in DIGITS and body[i + 1 :].lstrip()[:1] in DIGITS]
        squeezed = "".join(body[i] for i in kept)
        numeral = _numeral_alone(squeezed, int(squeezed[0] in zh.MINUS))
        figure = numeral and quantity(squeezed, squeezed, numeral, True)
        if figure and (figure.start, figure.end) == (0, len(squeezed)):
            end = left + len(body)
            return figure._replace(start=left, end=end, text=source[left:end], number_end=left + kept[figure.number_end - 1] + 1)
    return None


def _numeral_alone(text: str, start: int) -> Numeral | None:
    if start == len(text) or set(text[start:]) <= BARE_SCALES:
        return None
    if slashed := _ANY_FRACTION.fullmatch(text, start):
        whole, over, under = (int(group or 0) for group in slashed.groups())
        return Numeral(start, len(text), whole * under + over, under, 0, True, False, None, None, True) if under else None
    if text[start] == "." and (decimals := re.compile("[0-9]{1,24}").match(text, start + 1)):
        return Numeral(start, decimals.end(), int(decimals.group()), 10 ** len(decimals.group()))
    if text.startswith("半百", start):
        return Numeral(start, start + 2, 50, 1, 1, False, True)
    if text.startswith(("半成", "半折"), start):
        return Numeral(start, start + 1, 5 if text[start + 1] == "折" else 1, 1 if text[start + 1] == "折" else 2, 0, False, True)
    numeral = read_zh(text, start) if text[start] in DIGITS or text[start] in HAN_NUMERALS else None
    if numeral and text[numeral.end : numeral.end + 1] == "M":
        return numeral._replace(end=numeral.end + 1, over=numeral.over * 10**6, step=numeral.step * 10**6, scaled=True)
    if numeral and numeral.spelled and numeral.end == len(text) - 1 and text[-1] in zh.PAIRS:
        return numeral._replace(end=len(text), over=numeral.over * 2, step=numeral.step * 2)
    return numeral
