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
_NOT_MORE = re.compile("余[额地粮款热下]|多[样于边式]|多元[化的]|来[自源往说看]")


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


def _read_scaled(text: str, start: int) -> Numeral | None:
    total = section = Fraction(0)
    resolution = Fraction(1)
    current: Fraction | None = None
    vague: tuple[Fraction, Fraction] | None = None
    hedge: tuple[int, int, str] | None = None
    last_scale, biggest, scaled, spelled, zero, spaced = 1, 1, False, True, False, False
    position, size = start, len(text)
    while position < size and position - start < 40:
        char = text[position]
        if char.isdigit() and char.isascii():
            if current is not None or hedge:
                break
            number = read_digits(text, position)
            if not number or (position > start and number.value >= last_scale > 1):
                return None if not number else _finish(text, start, position, total, section, current, resolution, last_scale, zero, scaled, spelled, vague, hedge, spaced)
            current, resolution, position, spelled, spaced = number.value, number.resolution, number.end, position != start, number.spaced
            zero = True
        elif char in zh.VAGUE and current is None and not vague and (nxt := text[position + 1 : position + 2]):
            if position == start or last_scale == 1:
                if nxt not in _ZH_SCALES:
                    if char != "几" or position == start:
                        break
                low, high = zh.VAGUE[char]
                current, vague, resolution = Fraction(low), (Fraction(low), Fraction(high + 1)), Fraction(1)
            elif char == "几":
                hedge, resolution = (position, position + 1, zh.HEDGES_INSIDE[char]), Fraction(last_scale)
            else:
                break
            position += 1
        elif char in zh.DIGITS:
            if hedge or vague:
                break
            end = position
            while end < size and text[end] in zh.DIGITS and end - position < 20:
                end += 1
            run = text[position:end]
            digits = [zh.DIGITS[c] for c in run]
            following = text[end : end + 1]
            if current is not None:
                break
            if len(run) == 1 or run[0] in "零〇" and len(run) == 2 and position > start:
                current, zero = Fraction(digits[-1]), zero or run[0] in "零〇" or False
                if run in "零〇○" and len(run) == 1 and position > start:
                    current, zero = None, True
                    position = end
                    continue
                if len(run) == 2:
                    zero = True
            elif len(run) == 2 and 0 < digits[0] < digits[1] <= digits[0] + 2:
                current, vague = Fraction(digits[0] + digits[1], 2), (Fraction(digits[0]), Fraction(digits[1]))
                if following not in _ZH_SCALES:
                    zero = True
            else:
                current, zero = Fraction(int("".join(map(str, digits)))), True
            resolution, position = Fraction(1), end
            if text[position : position + 1] == "点" and text[position + 1 : position + 2] in zh.DIGITS and not vague:
                decimals = ""
                position += 1
                while position < size and text[position] in zh.DIGITS and len(decimals) < 12:
                    decimals += str(zh.DIGITS[text[position]])
                    position += 1
                current, resolution, zero = current + Fraction(int(decimals), 10 ** len(decimals)), Fraction(1, 10 ** len(decimals)), True
        elif char in zh.TENS:
            if current is not None:
                break
            section, last_scale, position, resolution = section + zh.TENS[char], 10, position + 1, Fraction(10)
        elif char in _ZH_SCALES:
            if text[position + 1 : position + 2] in tuple(zh.SCALE_IN_UNIT.get(char, "")) and not (spelled and position > start):
                break
            scale = _ZH_SCALES[char]
            if char in zh.SMALL_SCALES:
                if current is None and section and scale >= last_scale:
                    break
                amount = Fraction(1) if current is None else current
                section += amount * scale
                resolution = (resolution if current is not None else Fraction(1)) * scale
                vague = vague and (vague[0] * scale, vague[1] * scale)
            else:
                section += current or 0
                if section == 0 and total == 0:
                    section, resolution = Fraction(1), Fraction(1)
                scaled = True
                if scale > biggest:
                    total, section = (total + section) * scale, Fraction(0)
                    vague = vague and (vague[0] * scale, vague[1] * scale)
                else:
                    total, section = total + section * scale, Fraction(0)
                resolution *= scale
                biggest = max(biggest, scale)
            scaled = scaled or not spelled
            current, last_scale, zero = None, scale, False
            position += 1
        elif char in zh.HEDGES_INSIDE and position > start and not hedge and not vague and not _NOT_MORE.match(text, position):
            following = text[position + 1 : position + 2]
            if char == "来" and not following or following in "，。、,；;":
                break
            hedge = (position, position + 1, zh.HEDGES_INSIDE[char])
            position += 1
            if following not in _ZH_SCALES:
                break
        else:
            break
    if position == start or (current is None and not section and not total and not zero):
        return None
    if text[start:position].strip("余多来") == "":
        return None
    return _finish(text, start, position, total, section, current, resolution, last_scale, zero, scaled, spelled, vague, hedge, spaced)


def _finish(text, start, end, total, section, current, resolution, last_scale, zero, scaled, spelled, vague, hedge, spaced) -> Numeral:
    if current is not None:
        elliptic = not zero and last_scale >= 100 and current < 10 and current.denominator == 1 and spelled and not vague
        step = Fraction(last_scale, 10) if elliptic else Fraction(1)
        section += current * step
        resolution = resolution * step if elliptic else resolution
        if vague and (total or section != current):
            rest = total + section - current
            vague = (rest + vague[0], rest + vague[1])
    value = total + section
    if vague and vague[1] == Fraction(10) * vague[0] / 2 and vague[1] > 10:
        vague = (vague[0], vague[1] - 1)
    elif vague and vague == (2, 10):
        vague = (vague[0], Fraction(9))
    scale = Fraction(1)
    return Numeral(start, end, value, resolution, scaled, spelled, vague, hedge, scale, spaced)


# English

_WORD = re.compile(r"[A-Za-z]+")
_SCALE_WORD = re.compile(r"[ -](" + "|".join([*en.BIG_SCALES, "hundred", "dozen"]) + r")\b", re.I)
_SCALE_SHORT = re.compile(r" ?(" + "|".join(sorted(en.SCALE_SHORT, key=len, reverse=True)) + r")(?![A-Za-z0-9²³])")
_MIXED = re.compile(r" (\d{1,2})/(\d{1,2})(?![\d/])")
_SLASH = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_GLYPHS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}


def read_en(text: str, start: int, currency: bool = False) -> Numeral | None:
    """The English numeral at `start`: 1.2 million, $3.4tn (`currency`), one hundred and twenty-three, half a million, two thirds, 2 1/2."""
    if text[start].isdigit() or text[start] in _GLYPHS:
        return _read_en_digits(text, start, currency)
    return _read_en_words(text, start)


def _read_en_digits(text: str, start: int, currency: bool) -> Numeral | None:
    if text[start] in _GLYPHS:
        return Numeral(start, start + 1, Fraction(*_GLYPHS[text[start]]), Fraction(0), True)
    number = read_digits(text, start)
    if not number:
        return None
    end, value, resolution, scaled = number.end, number.value, number.resolution, False
    if end < len(text) and text[end] in _GLYPHS and value.denominator == 1:
        value, end, resolution = value + Fraction(*_GLYPHS[text[end]]), end + 1, Fraction(0)
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
