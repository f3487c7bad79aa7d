"""What a numeral says, and numerals in digits."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

# Longer digit strings are codes, not quantities.
MAX_DIGITS = 24
# A power beyond this is no quantity a report can mean.
MAX_POWER = 99


class Numeral(NamedTuple):
    """`over / under` is the value, scales applied; one step of the last written digit is worth `step / under` (0: a fraction, exact as it stands).

    `vague` is (low, high), over `under`, where the words name an interval (七八千, 数十); `hedge` is (start, end, kind) of a hedge among the digits (500多万).
    `scaled`: a word such as 万 or million stands in it. `spelled`: it is in words. `ratio`: it is a part of a whole (三分之二, one in five).
    """

    start: int
    end: int
    over: int
    under: int = 1
    step: int = 1
    scaled: bool = False
    spelled: bool = False
    vague: tuple[int, int] | None = None
    hedge: tuple[int, int, str] | None = None
    ratio: bool = False

    @property
    def value(self) -> Fraction:
        return Fraction(self.over, self.under)

    @property
    def resolution(self) -> Fraction:
        return Fraction(self.step, self.under)


# 1,234.5 · 1,24,000 as India groups it · 1 250.
_DIGITS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?!,[0-9])|[0-9]+)(?:\.([0-9]+))?")
_INDIAN = re.compile(r"([0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3})(?![0-9])(?:\.([0-9]+))?")
_SPACED = re.compile(r"([1-9][0-9]{0,2}(?: [0-9]{3})+)(?![0-9]|[, ][0-9])(?:\.([0-9]+))?")
_POWER = re.compile(
    r"\^([+-]{0,2})([0-9]{1,2})(?![0-9])|[eE]([+-]?)([0-9]{1,2})(?![0-9A-Za-z])"
    r"|[ ]?[×*][ ]?10\^([+-]?)([0-9]{1,2})(?![0-9])|[ ]?[×*][ ]?10([⁻⁺]?)([⁰¹²³⁴-⁹]{1,2})"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_RAISES = frozenset("^eE×* ")


def read_digits(text: str, start: int, spaced: Callable[[str, int, int], bool] | None = None) -> Numeral | None:
    """Digits with their separators, decimals and power: 1,234.5, 2.5e3, 1.2×10^8; `spaced` says whether 1 250 at a span of `text` is one number."""
    match = _DIGITS.match(text, start)
    if not match:
        return None
    end = match.end()
    following = text[end : end + 1]
    if following == ",":
        match = _INDIAN.match(text, start) or match
    elif following == " " and spaced and (groups := _SPACED.match(text, start)) and spaced(text, start, groups.end()):
        match = groups
    whole, decimals = match.groups()
    end = match.end()
    if end - start > MAX_DIGITS and len(whole) + len(decimals or "") > MAX_DIGITS:
        return None
    if len(whole) > 3:
        whole = whole.replace(",", "").replace(" ", "")
    numeral = Numeral(start, end, int(whole + decimals), 10 ** len(decimals)) if decimals else Numeral(start, end, int(whole))
    return _raised(text, numeral) if following in _RAISES else numeral


def _raised(text: str, numeral: Numeral) -> Numeral:
    match = _POWER.match(text, numeral.end)
    if not match:
        return numeral
    group = match.groups()
    if group[1]:
        power = int(group[1]) * (-1 if group[0].count("-") % 2 else 1)
        over, under = (numeral.over, numeral.under) if power >= 0 else (numeral.under, numeral.over)
        if not under or len(str(over)) * abs(power) > 10 * MAX_POWER:
            return numeral
        return numeral._replace(end=match.end(), over=over ** abs(power), under=under ** abs(power), step=0)
    sign, digits = next((group[i], group[i + 1]) for i in (2, 4, 6) if group[i + 1])
    power = int((sign + digits).translate(_RAISED))
    up, down = 10 ** max(power, 0), 10 ** max(-power, 0)
    return numeral._replace(end=match.end(), over=numeral.over * up, under=numeral.under * down, step=numeral.step * up, scaled=True)
