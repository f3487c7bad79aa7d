"""The figure: one number as printed, and the interval of true values behind it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from ..document import Span
from ..exact import ratio
from ..units import COUNTED, EN_WORDS, SIGNS, dimension_of

NEARLY, ABOUT = Fraction(1, 10), Fraction(1, 20)
ZERO = Fraction(0)
DIGITS = frozenset("0123456789")
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Figure(NamedTuple):
    """One number as printed.

    `start:end` covers number, scale and unit; `value` is in `unit`, with 万, 亿 and % applied (107.8亿元 is 10780000000, 63.6% is 0.636).
    `resolution` is what one step of the last printed digit is worth, 0 where the print is exact (years, plain counts).
    `low` and `high` bound the true values that print as shown; None is unbounded. `kind` is one of KINDS.
    `direction` is -1 or 1 where a verb before the figure says it falls or rises; `end_of_range` is "low" or "high" in 5万~10万元.
    """

    start: int
    end: int
    text: str
    value: Fraction
    resolution: Fraction
    low: Fraction | None
    high: Fraction | None
    unit: str
    kind: str
    hedge: str = ""
    hedge_kind: str = ""
    hedge_start: int = -1
    hedge_end: int = -1
    direction: int = 0
    end_of_range: str = ""
    number_end: int = 0
    scaled: bool = False

    @property
    def span(self) -> Span:
        """Hedge, number, scale and unit."""
        if self.hedge_start < 0:
            return Span(self.start, self.end)
        return Span(min(self.start, self.hedge_start), max(self.end, self.hedge_end))

    @property
    def family(self) -> str:
        """What decides whether a figure may stand in another's place: its dimension, with years, ordinals, counts and shares apart."""
        if self.kind in ("year", "date", "ordinal", "share", "multiple", "points", "count"):
            return self.kind if self.kind != "count" or "/" in self.unit or dimension_of(self.unit) == "count" else dimension_of(self.unit)
        return "/".join(dimension_of(word) for word in self.unit.split("/"))


KINDS = ("year", "date", "duration", "ordinal", "count", "quantity", "share", "points", "multiple")


def printed_interval(value: Fraction, resolution: Fraction, hedge: str, counted: bool) -> tuple[Fraction | None, Fraction | None]:
    """The true values that print as `value` with this last digit and hedge; closed at both ends, as in XBRL Calculations 1.1.

    nearly: from 10% below up to the value; about: 5% to both sides; some_over (余, 多): within one unit of the last non-zero digit above.
    """
    if hedge in ("over", "at_least"):
        return value, None
    if hedge in ("under", "at_most"):
        return None, value
    if hedge == "about":
        margin = max(abs(value) * ABOUT, resolution / 2)
        return value - margin, value + margin
    if hedge == "nearly":
        return (value - abs(value) * NEARLY, value) if value >= 0 else (value, value + abs(value) * NEARLY)
    if hedge == "some_over":
        step = resolution or Fraction(1)
        while value and (value / (step * 10)).denominator == 1:
            step *= 10
        top = value + step
        return value, top - 1 if counted and top.denominator == 1 and step > 1 else top
    return value - resolution / 2, value + resolution / 2


def kind_of(unit: str) -> str:
    if not unit:
        return "count"
    if "/" in unit:
        return "quantity"
    measured = dimension_of(unit)
    if measured in ("[time]", "[day]"):
        return "duration"
    if measured == "grade":
        return "ordinal"
    if measured in ("points", "multiple"):
        return measured
    return "count" if measured in COUNTED else "quantity"


SIGN_ENDS = frozenset(sign[-1] for sign in SIGNS)
_SIGNS_BY_END: dict[str, list[str]] = {}
for _sign in sorted(SIGNS, key=len, reverse=True):
    _SIGNS_BY_END.setdefault(_sign[-1], []).append(_sign)


# R12.5 million, P3,200: one letter is a currency only before what can be nothing else.
_SUM = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)? ?(?:thousand|million|billion|trillion|bn|mn?|tn)\b")


def sign_before(text: str, start: int) -> tuple[int, str] | None:
    """A currency sign right before `start`, or before the bracket there: where it begins, and its unit."""
    stop = start - 1 if text[start - 1 : start] in (" ", "(") else start
    for sign in _SIGNS_BY_END.get(text[stop - 1 : stop], ()):
        begin = stop - len(sign)
        if text.startswith(sign, begin) and begin >= 0:
            before = text[begin - 1 : begin]
            if len(sign) == 1 and sign.isalpha() and (stop != start or not _SUM.match(text, start)):
                continue
            if not (sign[0].isalpha() and before.isalpha() and before.isascii()):
                return begin, SIGNS[sign]
    return None


_UNIT_WORDS = re.compile(r"(p\.p\.|[°$]?[A-Za-z]+[²³23]?(?![A-Za-z0-9])|[㎡℃])(?:[\s-]([A-Za-z]+)(?![A-Za-z0-9]))?")


def latin_unit(text: str, position: int) -> tuple[str, int] | None:
    """The unit written in Latin letters at `position`: its symbol, and where it ends."""
    match = _UNIT_WORDS.match(text, position)
    if not match:
        return None
    first, second = match.groups()
    if second and (symbol := EN_WORDS.get(f"{first} {second}".lower()) or EN_WORDS.get(f"{first}-{second}".lower())):
        return symbol, match.end()
    symbol = EN_WORDS.get(first) or (EN_WORDS.get(first.lower()) if len(first) > 1 else None)
    return (symbol, match.end(1)) if symbol else None


# The words of a hedge, what it says, and where it stands.
Hedge = tuple[str, str, int, int]


def plain(source: str, start: int, end: int, over: int, under: int, step: int, unit: str, kind: str, number_end: int, scaled: bool) -> Figure:
    """The figure of value `over / under` that no hedge qualifies; its last digit is worth `step / under`, 0 where it is exact."""
    value = ratio(over, under)
    if not step:
        return Figure(start, end, source[start:end], value, ZERO, value, value, unit, kind, "", "", -1, -1, 0, "", number_end, scaled)
    low, high = ratio(2 * over - step, 2 * under), ratio(2 * over + step, 2 * under)
    return Figure(start, end, source[start:end], value, ratio(step, under), low, high, unit, kind, "", "", -1, -1, 0, "", number_end, scaled)


_ELAPSED = re.compile(r"([0-9]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,2}))?(?![0-9:.]*[0-9])(?! ?[ap]\.?m)", re.I)


def elapsed(source: str, text: str, start: int) -> Figure | None:
    """A time told in hours, minutes and seconds, such as the 2:08:14 of a race, in seconds; hours of two digits are a time of day."""
    match = _ELAPSED.match(text, start)
    if not match or text[start - 1 : start] in (":", ".", "-", "/") and start:
        return None
    hours, minutes, seconds, parts = match.groups()
    under = 10 ** len(parts or "")
    return make(source, start, match.end(), (3600 * int(hours) + 60 * int(minutes) + int(seconds)) * under + int(parts or 0), under, 1, "秒", "duration")


def make(source: str, start: int, end: int, over: int, under: int, step: int, unit: str, kind: str, hedge: Hedge | None = None,
         vague: tuple[int, int] | None = None, number_end: int = 0, scaled: bool = False) -> Figure:
    """The figure of value `over / under`, hedged or not; `vague` bounds it, over `under`, where the words do."""
    figure = plain(source, start, end, over, under, step, unit, kind, number_end or end, scaled)
    if not hedge and not vague:
        return figure
    word, hedge_kind, hedge_start, hedge_end = hedge or ("", "", -1, -1)
    low, high = printed_interval(figure.value, figure.resolution, hedge_kind, figure.value.denominator == 1)
    if vague:
        low, high = ratio(vague[0], under), ratio(vague[1], under)
    return figure._replace(low=low, high=high, hedge=word, hedge_kind=hedge_kind, hedge_start=hedge_start, hedge_end=hedge_end)
