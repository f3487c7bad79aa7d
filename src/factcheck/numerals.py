"""A numeral at a place of a text: its exact value and the place of its last digit."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from .lang import en, zh

# Longer digit strings are codes, not quantities.
MAX_DIGITS = 24


class Numeral(NamedTuple):
    """`value` with scales applied; `resolution` is what one step of the last written digit is worth.

    `vague` is (low, high) where the words name an interval (七八千, 数十); `hedge` is (start, end, kind) of a hedge among the digits (500多万).
    """

    start: int
    end: int
    value: Fraction
    resolution: Fraction
    scaled: bool = False
    spelled: bool = False
    vague: tuple[Fraction, Fraction] | None = None
    hedge: tuple[int, int, str] | None = None
    scale: Fraction = Fraction(1)
    spaced: bool = False


_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?")
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?![\d,.]\d|\d)(?:\.\d+)?(?=[ ]?[\u4e00-\u9fff%])")
_ZH_SCALES = {**zh.SMALL_SCALES, **zh.BIG_SCALES}
NOT_MORE = re.compile("余[额地粮款热下]|多[样于边式]|多元[化的]|来[自源往说看]")


def place(digits: str) -> Fraction:
    """What one step of the last digit of a decimal is worth: 1/10 for 107.8."""
    _, _, decimals = digits.partition(".")
    return Fraction(1, 10 ** len(decimals))


def read_digits(text: str, start: int) -> Numeral | None:
    """Digits with their thousands separators: 1,234.5 or 1 250."""
    spaced = _SPACED.match(text, start)
    match = spaced or _DIGITS.match(text, start)
    if not match:
        return None
    digits = match.group().replace(",", "").replace(" ", "")
    if len(digits) > MAX_DIGITS:
        return None
    return Numeral(start, match.end(), Fraction(digits), place(digits), spaced=bool(spaced))


def read_zh(text: str, start: int) -> Numeral | None:
    """The Chinese numeral at `start`: 107.8亿, 3万5千, 三万五, 两亿三千万, 百分之三点五, 七八千."""
    return _read_fraction(text, start) or _read_scaled(text, start)


def _read_fraction(text: str, start: int) -> Numeral | None:
    """百分之三点五, 三分之二, 万分之五."""
    mark = text.find(zh.FRACTION_MARK, start, start + 12)
    if mark <= start:
        return None
    below_word = text[start:mark]
    below = Fraction(_ZH_SCALES[below_word]) if below_word in _ZH_SCALES else None
    if below is None:
        numeral = _read_scaled(text, start)
        if not numeral or numeral.end != mark or numeral.value == 0:
            return None
        below = numeral.value
    above = _read_scaled(text, mark + len(zh.FRACTION_MARK))
    if not above:
        return None
    vague = above.vague and (above.vague[0] / below, above.vague[1] / below)
    whole = below_word not in _ZH_SCALES
    resolution = Fraction(0) if whole else above.resolution / below
    return Numeral(start, above.end, above.value / below, resolution, True, not text[start].isdigit(), vague, above.hedge, 1 / below)


class _Amount:
    """A Chinese amount as it is read from left to right: 两亿三千万 is 2 × 10^8 + 3 × 10^3 × 10^4.

    `section` gathers what stands under the next 万 or 亿, `pending` is a number no scale has followed yet, `place` what its last digit is worth.
    """

    def __init__(self):
        self.total = self.section = Fraction(0)
        self.pending: Fraction | None = None
        self.pair: tuple[Fraction, Fraction] | None = None
        self.place = Fraction(1)
        self.last_scale = self.biggest = 1
        self.elliptic = False

    def add_number(self, value: Fraction, place: Fraction, elliptic: bool) -> None:
        """`elliptic`: as the last word it stands for tenths of the scale before it, the 五 of 三万五."""
        self.pending, self.place, self.elliptic = value, place, elliptic

    def add_scale(self, scale: int) -> None:
        if scale in zh.SMALL_SCALES.values():
            self.place = (Fraction(1) if self.pending is None else self.place) * scale
            self.section += (Fraction(1) if self.pending is None else self.pending) * scale
        else:
            self.section += self.pending or 0
            if not self.section and not self.total:
                self.section, self.place = Fraction(1), Fraction(1)
            self.place *= scale
            if scale > self.biggest:
                self.total, self.biggest = (self.total + self.section) * scale, scale
            else:
                self.total += self.section * scale
            self.section = Fraction(0)
        self.pair = self.pair and (self.pair[0] * scale, self.pair[1] * scale)
        self.pending, self.last_scale = None, scale

    def finish(self) -> tuple[Fraction, Fraction]:
        """The value, and what its last digit is worth."""
        if self.pending is not None:
            tenths = Fraction(self.last_scale, 10) if self.elliptic and self.last_scale >= 100 and self.pending < 10 else Fraction(1)
            if self.pair and (self.total or self.section):
                above = self.total + self.section
                self.pair = (above + self.pair[0], above + self.pair[1])
            self.section += self.pending * tenths
            self.place *= tenths
        return self.total + self.section, self.place


def _read_scaled(text: str, start: int) -> Numeral | None:
    amount = _Amount()
    hedge: tuple[int, int, str] | None = None
    scaled, spelled, spaced, zero = False, not text[start].isdigit(), False, False
    position, limit = start, min(start + 40, len(text))
    while position < limit:
        char, following = text[position], text[position + 1 : position + 2]
        free = amount.pending is None and not hedge
        if char.isdigit() and char.isascii():
            number = read_digits(text, position) if free else None
            if number is None or position > start and number.value >= amount.last_scale > 1:
                if free and number is None:
                    return None
                break
            amount.add_number(number.value, number.resolution, False)
            spelled, spaced, position = position != start, number.spaced, number.end
        elif char == " " and position > start and text[position - 1].isdigit() and following in zh.BIG_SCALES:
            position += 1
        elif char in zh.VAGUE and free and (position == start and following in _ZH_SCALES or char == "几" and position == start):
            low, high = zh.VAGUE[char]
            amount.add_number(Fraction(low), Fraction(1), False)
            # Up to the last number before the next step: 几千 is 2000 to 9999.
            amount.pair = (Fraction(low), Fraction(high + 1))
            position += 1
        elif char == "几" and free and amount.last_scale > 1:
            hedge, amount.place = (position, position + 1, zh.HEDGES_INSIDE[char]), Fraction(amount.last_scale)
            position += 1
        elif char in zh.DIGITS and free and not amount.pair:
            end, zero_before = _digit_run(text, position)
            run = [zh.DIGITS[c] for c in text[position + zero_before : end]]
            zero = zero or not run or zero_before > 0
            position += _take_digits(amount, run, text, end, zero_before > 0) if run else 0
            position = max(position, end)
        elif char in zh.TENS and free:
            amount.section, amount.last_scale, amount.place = amount.section + zh.TENS[char], 10, Fraction(10)
            position += 1
        elif char in _ZH_SCALES:
            of_unit = following in tuple(zh.SCALE_IN_UNIT.get(char, "")) and not (spelled and position > start)
            repeated = char in zh.SMALL_SCALES and amount.pending is None and amount.section and _ZH_SCALES[char] >= amount.last_scale
            if of_unit or repeated:
                break
            amount.add_scale(_ZH_SCALES[char])
            scaled = scaled or char in zh.BIG_SCALES or not spelled
            position += 1
        elif char in zh.HEDGES_INSIDE and position > start and not hedge and not amount.pair and not NOT_MORE.match(text, position):
            if char == "来" and (not following or following in "，。、,；;"):
                break
            hedge = (position, position + 1, zh.HEDGES_INSIDE[char])
            position += 1
            if following not in _ZH_SCALES:
                break
        else:
            break
    if position == start or amount.pending is None and not amount.section and not amount.total and not zero:
        return None
    value, place_ = amount.finish()
    return Numeral(start, position, value, place_, scaled, spelled, _closed(amount.pair), hedge, Fraction(1), spaced)


def _digit_run(text: str, start: int) -> tuple[int, int]:
    """Where a run of Chinese digits ends, and how many zeros a number of one digit has before it (the 零五 of 三万零五)."""
    end = start
    while end < len(text) and text[end] in zh.DIGITS and end - start < 20:
        end += 1
    zeros = 1 if end - start <= 2 and text[start] in "零〇○" and end - start == 2 else 0
    return end, zeros


def _take_digits(amount: _Amount, run: list[int], text: str, end: int, after_zero: bool) -> int:
    """Adds a run of digits; gives how many characters a decimal part behind it takes up, with the run."""
    following = text[end : end + 1]
    if len(run) == 2 and 0 < run[0] < run[1] <= run[0] + 2:
        amount.add_number(Fraction(run[0] + run[1], 2), Fraction(1), False)
        amount.pair = (Fraction(run[0]), Fraction(run[1]))
        return len(run)
    if run == [0] and amount.last_scale > 1:
        amount.elliptic = False
        return 1
    value, place_, taken = Fraction(int("".join(map(str, run)))), Fraction(1), len(run) + after_zero
    decimals = ""
    if following == "点":
        while text[end + 1 + len(decimals) : end + 2 + len(decimals)] in zh.DIGITS and len(decimals) < 12 and end + 1 + len(decimals) < len(text):
            decimals += str(zh.DIGITS[text[end + 1 + len(decimals)]])
    if decimals:
        place_ = Fraction(1, 10 ** len(decimals))
        value, taken = value + int(decimals) * place_, taken + 1 + len(decimals)
    amount.add_number(value, place_, len(run) == 1 and not after_zero and not decimals)
    return taken


def _closed(pair: tuple[Fraction, Fraction] | None) -> tuple[Fraction, Fraction] | None:
    """几千 reaches to 9999, 七八千 to 8000."""
    if pair and pair[1] == 5 * pair[0]:
        return pair[0], pair[1] - 1
    return pair


# English

_WORD = re.compile(r"[A-Za-z]+")
_SCALE_WORD = re.compile(r"[ -](" + "|".join([*en.BIG_SCALES, "hundred", "dozen"]) + r")\b", re.I)
_SCALE_SHORT = re.compile(r" ?(" + "|".join(sorted(en.SCALE_SHORT, key=len, reverse=True)) + r")(?![A-Za-z0-9²³])")
_MIXED = re.compile(r" (\d{1,2})/(\d{1,2})(?![\d/])")
_SLASH = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
GLYPHS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}


def read_en(text: str, start: int, currency: bool = False) -> Numeral | None:
    """The English numeral at `start`: 1.2 million, $3.4tn (`currency`), one hundred and twenty-three, half a million, two thirds, 2 1/2."""
    if text[start].isdigit() or text[start] in GLYPHS:
        return _read_en_digits(text, start, currency)
    return _read_en_words(text, start)


def _read_en_digits(text: str, start: int, currency: bool) -> Numeral | None:
    if text[start] in GLYPHS:
        return Numeral(start, start + 1, Fraction(*GLYPHS[text[start]]), Fraction(0), True)
    number = read_digits(text, start)
    if not number:
        return None
    end, value, resolution = number.end, number.value, number.resolution
    if end < len(text) and text[end] in GLYPHS and value.denominator == 1:
        value, end, resolution = value + Fraction(*GLYPHS[text[end]]), end + 1, Fraction(0)
    elif (mixed := _MIXED.match(text, end)) and int(mixed[2]) > int(mixed[1]) > 0:
        value, end, resolution = value + Fraction(int(mixed[1]), int(mixed[2])), mixed.end(), Fraction(0)
    scale = 1
    if word := _SCALE_WORD.match(text, end):
        scale = {**en.BIG_SCALES, **en.SMALL_SCALES}[word[1].lower()]
        end = word.end()
    elif (short := _SCALE_SHORT.match(text, end)) and (currency or short[1] not in en.SCALE_NEEDS_CURRENCY or short[1] == "K" and end == short.start(1)):
        scale, end = en.SCALE_SHORT[short[1]], short.end()
    return Numeral(start, end, value * scale, resolution * scale, scale > 1, False, None, None, Fraction(scale))


def _read_en_words(text: str, start: int) -> Numeral | None:
    words = []
    position = start
    while len(words) < 14 and (match := _WORD.match(text, position)):
        words.append((match.group().lower(), match.start(), match.end()))
        position = match.end()
        if text[position : position + 1] not in (" ", "-", "\n"):
            break
        position += 1
    if not words:
        return None
    for phrase, (low, high) in en.INDEFINITE.items():
        if [w for w, _, _ in words[: phrase.count(" ") + 1]] == phrase.split() and words[len(phrase.split()) - 1 :]:
            return Numeral(start, words[phrase.count(" ")][2], Fraction(low + high, 2), Fraction(1), False, True, (Fraction(low), Fraction(high)))
    total = section = Fraction(0)
    current: Fraction | None = None
    resolution, end, index, scaled, spoken = Fraction(1), start, 0, False, False
    first = words[0][0]
    if first == "half" and len(words) > 2 and words[1][0] in ("a", "the") and words[2][0] in ("million", "billion", "trillion", "dozen", "thousand"):
        scale = {**en.BIG_SCALES, **en.SMALL_SCALES}[words[2][0]]
        return Numeral(start, words[2][2], Fraction(scale, 2), Fraction(scale, 10), scale > 12, True)
    if first in ("a", "an"):
        if len(words) < 2 or words[1][0] not in {*en.BIG_SCALES, *en.SMALL_SCALES, *en.FRACTIONS}:
            return None
        if words[1][0] in en.FRACTIONS:
            if words[1][0] == "half" or len(words) > 2 and words[2][0] == "of":
                return Numeral(start, words[1][2], Fraction(1, en.FRACTIONS[words[1][0]]), Fraction(0), True, True)
            return None
        current, index = Fraction(1), 1
    elif first == "half":
        return Numeral(start, words[0][2], Fraction(1, 2), Fraction(0), True, True) if len(words) > 1 and words[1][0] in ("of", "the", "a", "its", "their", "all") else None
    while index < len(words):
        word, _, word_end = words[index]
        if word in en.FRACTIONS and current is not None and not total and not section and (word.endswith("s") or current == 1):
            if len(words) > index + 1 and words[index + 1][0] not in ("of", "in", "are", "is", "were", "was", "have", "had", "the", "as", "more", "less", "and", "or", "to"):
                return None
            if word in ("half",):
                break
            return Numeral(start, word_end, current / en.FRACTIONS[word], Fraction(0), True, True)
        if word in en.DIGITS:
            if current is not None and not (current % 10 == 0 and 20 <= current < 100 and en.DIGITS[word] < 10):
                break
            current = Fraction((current or 0) + en.DIGITS[word])
            resolution, spoken = Fraction(1), True
        elif word in en.TENS:
            if current is not None:
                break
            current, spoken = Fraction(en.TENS[word]), True
        elif word in en.SMALL_SCALES:
            if word == "score" and not (current and index):
                break
            section += (Fraction(1) if current is None else current) * en.SMALL_SCALES[word]
            current, spoken, resolution = None, True, Fraction(en.SMALL_SCALES[word])
        elif word in en.BIG_SCALES:
            if current is None and not section:
                break
            total += (section + (current or 0)) * en.BIG_SCALES[word]
            section, current, scaled, spoken, resolution = Fraction(0), None, True, True, Fraction(en.BIG_SCALES[word])
        elif word == "and" and spoken and index + 1 < len(words):
            following = words[index + 1][0]
            if current is not None and following == "a" and len(words) > index + 2 and words[index + 2][0] in ("half", "quarter"):
                current += Fraction(1, en.FRACTIONS[words[index + 2][0]])
                resolution = Fraction(1, 10)
                end, index = words[index + 2][2], index + 3
                continue
            if current is not None or not (section or total) or following not in {*en.DIGITS, *en.TENS}:
                break
            index += 1
            continue
        else:
            break
        end, index = word_end, index + 1
    if not spoken and not (first in ("a", "an") and end > start):
        return None
    ratio = re.match(r" (?:in|out of) (?:every )?([a-z]+|\d+)\b", text[end : end + 24])
    if ratio and not scaled:
        below = en.DIGITS.get(ratio[1]) or en.TENS.get(ratio[1]) or (int(ratio[1]) if ratio[1].isdigit() and len(ratio[1]) < 5 else 0)
        if below > total + section + (current or 0) > 0 and not (1000 <= below < 3000):
            return Numeral(start, end + ratio.end(), (total + section + (current or 0)) / below, Fraction(0), True, True)
    value = total + section + (current or 0)
    return Numeral(start, end, value, resolution, scaled, True)
