"""Numerals of a Chinese text: 107.8亿, 3万5千, 三万五, 两亿三千万, 百分之三点五, 七八千, 十几万, 三又二分之一."""

from __future__ import annotations

import re

from ..lang import zh
from .numeral import Numeral, read_digits

LONGEST = 40
SCALES = {**zh.SMALL_SCALES, **zh.BIG_SCALES}
_ZEROS = "零〇○"
_DIGITS = frozenset("0123456789")
# What may carry on a number in digits, and a scale behind it.
_CONTINUES = frozenset([*SCALES, *zh.HEDGES_INSIDE, zh.FRACTION_MARK[0], zh.MIXED, " ", "k", "K"])
_CONTINUES_SCALE = frozenset([*SCALES, *zh.HEDGES_INSIDE, *zh.DIGITS, *zh.TENS, *"0123456789", zh.FRACTION_MARK[0], zh.MIXED, zh.POINT])
_SPACE_BEFORE_SCALE = re.compile(" {1,2}(?=[" + "".join(zh.BIG_SCALES) + "])")
_HAN_DIGITS = re.compile("[" + "".join(zh.DIGITS) + "]{1,20}")
# 三点五十分 and 三点五分 are times of day.
_DECIMALS = re.compile(f"{zh.POINT}([" + "".join(c for c in zh.DIGITS if c not in zh.NOT_DECIMAL) + "]{1,12})(?![" + "".join([*zh.SMALL_SCALES, *zh.DIGITS]) + "]|分(?!之))")
_LETTER_SCALES = {"k": 10**3, "K": 10**3, "M": 10**6}
_MIXED = re.compile(r" ([0-9]{1,2})/([0-9]{1,2})(?![0-9/年月])")
_LETTER = re.compile(r"[kKM](?![A-Za-z0-9])")


def read_zh(text: str, start: int) -> Numeral | None:
    """The Chinese numeral at `start`, fractions and all."""
    digits = None
    if text[start] in _DIGITS:
        digits = read_digits(text, start, _is_spaced)
        following = text[digits.end : digits.end + 1] if digits else ""
        if not digits or following not in _CONTINUES:
            return digits
        if following in zh.BIG_SCALES and text[digits.end + 1 : digits.end + 2] not in _CONTINUES_SCALE:
            scale = zh.BIG_SCALES[following]
            if following in zh.SCALE_IN_UNIT and _in_unit(text, digits.end):
                return digits
            return Numeral(start, digits.end + 1, digits.over * scale, digits.under, digits.step * scale, True)
        if following == " " and digits.under == 1 and (mixed := _MIXED.match(text, digits.end)) and digits.end - start <= 3 and int(mixed[2]):
            return digits._replace(end=mixed.end(), over=digits.over * int(mixed[2]) + int(mixed[1]), under=int(mixed[2]), step=0)
        if following == "k" and _LETTER.match(text, digits.end):
            return _lettered(text, digits)
    whole = _amount(text, start, digits)
    if whole is None:
        return None
    following = text[whole.end : whole.end + 1]
    if following == zh.FRACTION_MARK[0] and (fraction := _fraction(text, whole)):
        return fraction
    if following == zh.MIXED and not whole.vague and not whole.hedge and whole.end + 1 < len(text):
        below = _any(text, whole.end + 1)
        part = below and _fraction(text, below)
        if part and part.over < part.under:
            return whole._replace(end=part.end, over=whole.over * part.under + part.over * whole.under, under=whole.under * part.under, step=0)
    return whole


def _is_spaced(text: str, start: int, end: int) -> bool:
    """Whether 1 250 is one number and no two cells of a row: a Chinese word or % follows."""
    following = text[end : end + 2].lstrip(" ")[:1]
    return following == "%" or "\u4e00" <= following <= "\u9fff"


def _in_unit(text: str, position: int) -> bool:
    """Whether the scale at `position` begins a unit: the 千 of 12千米."""
    following = text[position + 1 : position + 2]
    return bool(following) and following in zh.SCALE_IN_UNIT[text[position]]


def _lettered(text: str, number: Numeral) -> Numeral:
    factor = _LETTER_SCALES[text[number.end]]
    return number._replace(end=number.end + 1, over=number.over * factor, step=number.step * factor, scaled=True)


def _fraction(text: str, below: Numeral) -> Numeral | None:
    """百分之三点五 and 万分之五 have a last digit; 三分之二 is exact as it stands."""
    start = below.end + len(zh.FRACTION_MARK)
    if not text.startswith(zh.FRACTION_MARK, below.end) or below.vague or below.hedge or below.under != 1 or not below.over or start >= len(text):
        return None
    negative = text[start] in zh.MINUS and start + 1 < len(text)
    start += negative
    above = _any(text, start)
    if above is None:
        return None
    if negative and not above.vague:
        above = above._replace(over=-above.over)
    if _LETTER.match(text, above.end):
        above = _lettered(text, above)
    tenths = text[below.start : below.end] in SCALES
    return above._replace(start=below.start, under=above.under * below.over, step=above.step if tenths else 0, scaled=True, spelled=below.spelled, ratio=True)


def _any(text: str, start: int) -> Numeral | None:
    if text[start] in _DIGITS:
        digits = read_digits(text, start, _is_spaced)
        return digits and _amount(text, start, digits)
    return _amount(text, start)


class _Amount:
    """An amount as it is read from left to right: 两亿三千万 is 2 × 10^8 + 3 × 10^3 × 10^4.

    `section` gathers what stands under the next 万 or 亿; `pending` is a number no scale has followed yet; `step` is what the last digit is worth, and `reach`
    how far the words go above the amount (七八千: 1000). All are counted in 1 / `under`. `last` is the scale read last.
    """

    def __init__(self, digits: Numeral | None):
        self.total = self.section = self.reach = 0
        self.under = self.step = self.last = self.biggest = 1
        self.pending: int | None = None
        self.elliptic = self.zero = self.scaled = self.just_big = False
        if digits is not None:
            self.pending, self.under, self.step, self.scaled = digits.over, digits.under, digits.step, digits.scaled

    def number(self, value: int, elliptic: bool = False, reach: int = 0) -> None:
        """`elliptic`: as the last word it stands for tenths of the scale before it, the 五 of 三万五."""
        self.pending, self.step, self.reach = value, 1, reach
        self.elliptic, self.zero, self.just_big = elliptic and not self.zero, False, False

    def scale(self, scale: int) -> bool:
        """False if a scale cannot stand here."""
        if scale < 10**4:
            if self.pending is None and (self.section and scale >= self.last or self.under != 1):
                return False
            self.step = scale if self.pending is None else self.step * scale
            self.section += scale if self.pending is None else self.pending * scale
        else:
            self.section += self.pending or 0
            if self.just_big:
                self.total *= scale
            elif not self.section and not self.total:
                self.total = scale
            elif scale > self.biggest:
                self.total = (self.total + self.section) * scale
            else:
                self.total += self.section * scale
            self.step, self.section, self.biggest, self.scaled = self.step * scale, 0, max(scale, self.biggest), True
        self.pending, self.last, self.reach, self.zero, self.just_big = None, scale, self.reach * scale, False, scale >= 10**4
        return True

    def decimals(self, digits: str) -> None:
        tens = 10 ** len(digits)
        self.section = (self.section + self.last_number()) * tens + int(digits)
        self.total, self.under, self.step, self.pending = self.total * tens, tens, 1, None

    def last_number(self) -> int:
        """What the pending number is worth."""
        if self.pending is None:
            return 0
        if self.elliptic and self.last >= 100 and self.pending < 10:
            return self.pending * self.last // 10
        return self.pending

    def some_more(self) -> None:
        """几 in the place of a last digit: 十几, 一百零几万."""
        self.step = self.last // 10 if self.zero and self.last > 10 else self.last

    @property
    def empty(self) -> bool:
        return self.pending is None and not self.section and not self.total and not self.zero


def _amount(text: str, start: int, digits: Numeral | None = None) -> Numeral | None:
    amount = _Amount(digits)
    position, limit = digits.end if digits else start, min(start + LONGEST, len(text))
    hedge: tuple[int, int, str] | None = None
    spelled, indefinite = digits is None, False
    while position < limit:
        char = text[position]
        following = text[position + 1 : position + 2]
        if char in SCALES:
            if char in zh.SCALE_IN_UNIT and (not spelled or position == start) and _in_unit(text, position):
                break
            if hedge and char not in zh.BIG_SCALES or not amount.scale(SCALES[char]):
                break
            amount.scaled = amount.scaled or not spelled
            position += 1
        elif char in zh.HEDGES_INSIDE and position > start and not hedge and not amount.reach and not _no_hedge(text, position, amount):
            if char == "几":
                amount.some_more()
            hedge = (position, position + 1, zh.HEDGES_INSIDE[char])
            position += 1
        elif hedge or amount.reach:
            break
        elif char in _DIGITS and amount.pending is None and position > start and amount.under == 1:
            number = read_digits(text, position)
            if number is None or number.under != 1 or number.over >= amount.last:
                break
            amount.number(number.over, number.end == position + 1)
            spelled, position = False, number.end
        elif char in zh.DIGITS and amount.pending is None and amount.under == 1:
            end = _han_number(text, position, amount)
            if end is None:
                break
            position = end
        elif char in zh.TENS and amount.pending is None:
            amount.section, amount.last, amount.step = amount.section + zh.TENS[char], 10, 10
            position += 1
        elif char in zh.VAGUE and position == start and (following in SCALES or char == "几" and following):
            low, high = zh.VAGUE[char]
            amount.number(low, reach=high + 1 - low)
            indefinite, position = True, position + 1
        elif char == zh.POINT and amount.under == 1 and not amount.empty and (decimals := _DECIMALS.match(text, position)):
            amount.decimals("".join(str(zh.DIGITS[c]) for c in decimals[1]))
            position = decimals.end()
        elif char == " " and text[position - 1] in _DIGITS and (space := _SPACE_BEFORE_SCALE.match(text, position)):
            position = space.end()
        else:
            break
    if position == start or amount.empty:
        return None
    tail = amount.last_number()
    over = amount.total + amount.section + tail
    step = amount.step * (tail // amount.pending if amount.pending else 1)
    numeral = Numeral(start, position, over, amount.under, step, amount.scaled, spelled, None, hedge)
    if indefinite:
        # 几千 reaches to 9999; as one number it is worth the least it says.
        return numeral._replace(vague=(over, over + amount.reach - 1), hedge=(start, position, "about"))
    if amount.reach:
        return numeral._replace(over=2 * over + amount.reach, under=2 * amount.under, step=2 * step, vague=(2 * over, 2 * (over + amount.reach)))
    if hedge and text[hedge[0]] == "几":
        return numeral._replace(vague=(over, over + step - 1))
    return numeral


def _no_hedge(text: str, position: int, amount: _Amount) -> bool:
    """Whether 余, 多, 来, 几 at `position` is no part of the number: 余额, 多元化, 3万来自."""
    char = text[position]
    if char == "几":
        return amount.pending is not None or amount.last == 1
    return text.startswith(zh.NOT_MORE, position) or char == "来" and text[position + 1 : position + 2] in ("", *"，。、,；;")


def _han_number(text: str, position: int, amount: _Amount) -> int | None:
    """Adds the run of Chinese digits at `position`: one digit, a pair that names an interval, or a string of digits such as a year; gives its end."""
    digits = _HAN_DIGITS.match(text, position).group()
    end, later = position + len(digits), amount.last > 1
    if later and digits[0] in _ZEROS:
        amount.zero, digits = True, digits[1:]
        if not digits:
            return end
    values = [zh.DIGITS[c] for c in digits]
    if len(values) == 1:
        amount.number(values[0], elliptic=later)
    elif len(values) == 2 and 0 < values[0] < values[1] <= values[0] + 2:
        amount.number(values[0], reach=values[1] - values[0])
    elif later:
        return None
    else:
        amount.number(int("".join(map(str, values))))
    return end
