"""How a quantity is printed: as the figure it stands against is, 63.64% beside 63.6%, 1.58万户 beside 2.6万户, $1.24bn beside $1.2bn."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from .document import fold
from .expression import Quantity, format_number
from .figures import Figure
from .units import format_unit, parse_unit, unit_name

_DIGITS = re.compile(r"\d[\d.,]*(?: \d{3})*")


class Print(NamedTuple):
    """What surrounds the digits of a printed figure, hedges left out; the value is the digits times `scale`."""

    before: str
    after: str
    scale: Fraction
    decimals: int
    grouped: bool


def print_of(figure: Figure) -> Print | None:
    """None for a figure in words (三个, a third)."""
    text, hedge = figure.text, (figure.hedge_start - figure.start, figure.hedge_end - figure.start)
    if figure.hedge and 0 <= hedge[0] < hedge[1] <= len(text):
        text = text[: hedge[0]] + text[hedge[1] :]
    digits = _DIGITS.search(fold(text))
    if not digits:
        return None
    number = digits.group().rstrip(".,")
    plain = number.replace(",", "").replace(" ", "")
    if plain.count(".") > 1 or not Fraction(plain):
        return None
    before, after = text[: digits.start()].rstrip("-−"), text[digits.start() + len(number) :]
    if before.startswith("(") and after.endswith(")"):
        before, after = before[1:], after[:-1]
    return Print(before, after, abs(figure.value) / Fraction(plain), len(plain.partition(".")[2]), "," in number)


def written(value: Fraction, form: Print, decimals: int) -> str:
    """`value` with this many decimals in the given print, rounded half away from zero."""
    scaled = abs(value) / form.scale * 10**decimals
    whole, rest = divmod(int(scaled + Fraction(1, 2)), 10**decimals)
    digits = (f"{whole:,}" if form.grouped else str(whole)) + (f".{rest:0{decimals}d}" if decimals else "")
    sign = "−" if value < 0 and int(scaled + Fraction(1, 2)) else ""
    return f"{sign}{form.before}{digits}{form.after}"


def computed_text(quantity: Quantity, like: Figure | None, chinese: bool) -> str:
    """A computed quantity beside a printed one: in its print, one decimal finer and at least four digits, without needless zeros."""
    form = print_of(like) if like else None
    # 5万[人]: the print leaves the unit out.
    unprinted = unit_name(format_unit(quantity.unit), chinese) if like and not like.unit and like.kind == "count" else ""
    if like is None or form is None or quantity.unit != parse_unit(like.unit) and not unprinted:
        percent = like is not None and like.kind == "share" and not quantity.unit
        unit = "%" if percent else unit_name(format_unit(quantity.unit), chinese)
        spaced = "" if chinese or unit in ("", "%") else " "
        return format_number(quantity.value * (100 if percent else 1), 6) + spaced + unit
    scaled = abs(quantity.value) / form.scale
    decimals = max(form.decimals + 1, 4 - len(str(int(scaled))) if scaled >= 1 else 4)
    while decimals and (scaled * 10 ** (decimals - 1)).denominator == 1:
        decimals -= 1
    text = written(quantity.value, form, decimals)
    if decimals:
        number = _DIGITS.search(text)
        assert number is not None
        if "." in number.group():
            shorter = number.group().rstrip("0").rstrip(".")
            text = text[: number.start()] + shorter + text[number.start() + len(number.group()) :]
    return text + unprinted if chinese or not unprinted else f"{text} {unprinted}"
