"""Figures of a Chinese text."""

from __future__ import annotations

import re
from fractions import Fraction

from .. import numerals
from ..document import Document
from ..lang import zh
from ..numerals import Numeral
from ..units import EN_WORDS, ZH_WORDS
from .figure import LATIN_UNIT, Figure, digits_end, kind_of, make, sign_before, unit_key
from .masks import inside, masks, quoted

_ZH_NUMERAL_CHARS = "".join([*zh.DIGITS, *zh.SMALL_SCALES, *zh.BIG_SCALES, *zh.TENS, *zh.VAGUE])
_ZH_CANDIDATE = re.compile(rf"翻了?[一两二三四五六]番|翻倍|[0-9{_ZH_NUMERAL_CHARS}半]")
_ZH_DATE = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]|(\d{4})([-/.])(\d{1,2})\5(\d{1,2})(?![\d.])|(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]|(\d{1,2}) ?月(?! ?\d)|(\d{1,2}) ?[日号](?![^\W]*后)")
_BARE_SCALES = tuple(zh.SMALL_SCALES) + tuple(zh.BIG_SCALES)
_LONGEST_HEDGE = max(map(len, zh.HEDGES_BEFORE))
_LONGEST_UNIT = max(map(len, ZH_WORDS))
_NOT_SHARE_AFTER = {"成": "为员立果功本品熟长就交分语份绩套型风都因", "分": "析布别为钟"}


def read(document: Document) -> list[Figure]:
    text = document.folded
    masked = masks(document)
    mask_starts = [s.start for s in masked]
    slogans = quoted(document)
    slogan_starts = [s.start for s in slogans]
    found: list[Figure] = []
    position = 0
    while match := _ZH_CANDIDATE.search(text, position):
        start = match.start()
        position = start + 1
        spelled = not text[start].isdigit()
        fraction = spelled and zh.FRACTION_MARK in text[start : start + 8] and numerals.read_zh(text, start)
        if not fraction and (span := inside(masked, mask_starts, start)):
            position = max(position, min(span.end, _run_end(text, start)) if spelled else span.end)
            continue
        if spelled and inside(slogans, slogan_starts, start):
            position = _run_end(text, start)
            continue
        figure = _chinese_figure(text, start, match.group())
        if figure:
            found.append(figure)
            position = max(position, figure.end)
        elif spelled:
            position = _run_end(text, start)
        else:
            position = digits_end(text, start)
    return found


def _run_end(text: str, start: int) -> int:
    end = start + 1
    while end < len(text) and text[end] in _ZH_NUMERAL_CHARS:
        end += 1
    return end


def _chinese_figure(text: str, start: int, candidate: str) -> Figure | None:
    if candidate.startswith("翻"):
        turns = 1 if candidate == "翻倍" else zh.DIGITS[candidate[-2]]
        return make(text, start, start + len(candidate), Fraction(2**turns), Fraction(0), "倍", "multiple", _hedge_before(text, start, False))
    before = text[start - 1 : start]
    if candidate == zh.HALF:
        if before in ("上", "下", "多", "大", "对", "前", "后", "各", "过") and before != "过" or text[start + 1 : start + 2] not in ("年", "天", "个", "数"):
            return None
        words = {"半年": ("年", 2), "半天": ("天", 2), "半个月": ("月", 3), "半个小时": ("小时", 4), "半数": ("", 2)}
        for word, (unit, length) in words.items():
            if text.startswith(word, start):
                kind = "duration" if unit else "share"
                return make(text, start, start + length, Fraction(1, 2), Fraction(0), unit, kind, _hedge_before(text, start, False))
        return None
    if not text[start].isdigit() and before.isdigit():
        return None
    if before and before.isascii() and (before.isalpha() or before == "_" or before == "." and text[start - 2 : start - 1].isdigit()):
        if not sign_before(text, start):
            return None
    if before == "-" and text[start - 2 : start - 1].isalpha() and text[start - 2 : start - 1].isascii():
        return None
    if date := _chinese_date(text, start):
        return date
    numeral = numerals.read_zh(text, start)
    if not numeral:
        return None
    if text[start : start + 2] == "一半":
        numeral = Numeral(start, start + 2, Fraction(1, 2), Fraction(0), True, True)
    return _chinese_quantity(text, numeral)


def _chinese_date(text: str, start: int) -> Figure | None:
    match = _ZH_DATE.match(text, start)
    if not match:
        return None
    group = match.groups()
    if group[9] or group[10]:
        value, limit = int(group[9] or group[10]), 12 if group[9] else 31
        if start and text[start - 1] in "-~—至到" or not 1 <= value <= limit:
            return None
        return make(text, start, match.end(), Fraction(value), Fraction(0), "", "date", None)
    year, month, day = (int(x or 0) for x in (group[0] or group[3], group[1] or group[5] or group[7], group[2] or group[6] or group[8]))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return make(text, start, match.end(), Fraction(year * 10000 + month * 100 + day), Fraction(0), "", "date", None)


def _chinese_quantity(text: str, numeral: Numeral) -> Figure | None:
    start, end = numeral.start, numeral.end
    digits = text[start:end]
    ordinal = text[start - 1 : start] == "第"
    bare_scale = digits[0] in _BARE_SCALES and digits[0] not in "十拾" and zh.FRACTION_MARK not in digits
    hedge = _hedge_before(text, start, bare_scale)
    if bare_scale and not hedge:
        return None
    unit, unit_end, factor = _chinese_unit(text, end)
    if numeral.spelled and not _chinese_words_count(text, numeral, unit, hedge, ordinal):
        return None
    if not unit and text[end : end + 1].isascii() and text[end : end + 1].isalpha():
        return None
    if unit_end > end and unit not in ("%",) and zh.HALF == text[unit_end : unit_end + 1] and unit in ("年", "天", "月", "吨", "小时"):
        numeral = numeral._replace(value=numeral.value + Fraction(1, 2), resolution=Fraction(1, 2))
        unit_end += 1
    value, resolution = numeral.value, numeral.resolution
    if factor is not None:
        value, resolution = value * factor, resolution * factor
        if unit == "成" and text[unit_end : unit_end + 1] in zh.DIGITS and zh.DIGITS[text[unit_end]]:
            value, resolution, unit_end = value + Fraction(zh.DIGITS[text[unit_end]], 100), Fraction(1, 100), unit_end + 1
        if unit == "折":
            value, resolution = numeral.value / (10 if numeral.value < 10 else 100), Fraction(1, 100)
        kind, symbol = "share", ""
    elif zh.FRACTION_MARK in digits or digits == "一半":
        kind, symbol, unit_end = "share", "", end
    else:
        kind, symbol = kind_of(unit), unit
    year = _year(text, numeral, unit, hedge)
    if year:
        kind, symbol, unit_end, ordinal = "year", "年", unit_end if unit else end, False
    if ordinal:
        if not unit:
            return None
        start, kind = start - 1, "ordinal"
    if numeral.hedge:
        hedge = (text[numeral.hedge[0] : numeral.hedge[1]], numeral.hedge[2], numeral.hedge[0], numeral.hedge[1])
    hedge = hedge or _hedge_after(text, unit_end)
    exact = kind in ("year", "ordinal") or kind in ("count", "duration") and not numeral.scaled and resolution >= 1
    if sign := _minus(text, start):
        start, value = sign, -value
    elif sign := sign_before(text, start):
        start, symbol, kind = sign[0], sign[1], "quantity"
        exact = False
    if kind == "multiple" and numeral.spelled and resolution >= 1:
        exact = False
    return make(text, start, unit_end, value, Fraction(0) if exact else resolution, symbol, kind, hedge, numeral.vague, end, numeral.scaled)


def _chinese_words_count(text: str, numeral: Numeral, unit: str, hedge, ordinal: bool) -> bool:
    """Whether a numeral in Chinese words is a quantity and not part of a name or a phrase."""
    digits, after = text[numeral.start : numeral.end], numeral.end
    if zh.FRACTION_MARK in digits or digits == "一半":
        return True
    if text[numeral.start - 1 : numeral.start] in ("统", "唯", "同", "单", "第") and not ordinal:
        return False
    if len(digits) == 1 or numeral.vague and len(digits) == 2:
        if digits == "一" and not ordinal:
            return text.startswith(zh.ONE_BEFORE, after) and bool(unit)
        return bool(unit) and text.startswith(zh.COUNTABLE_AFTER_NUMERAL, after)
    return bool(unit) or numeral.scaled and bool(hedge or len(digits) > 2 or numeral.hedge)


def _chinese_unit(text: str, position: int) -> tuple[str, int, Fraction | None]:
    """The unit after a number: its name, where it ends, and the factor of a share (1/100 for %)."""
    start = position + (1 if text[position : position + 1] == " " else 0)
    mark = text[start : start + 1]
    if mark == "%":
        return "%", start + 1, Fraction(1, 100)
    if mark == "‰":
        return "‰", start + 1, Fraction(1, 1000)
    if mark == "成" and text[start + 1 : start + 2] not in tuple(_NOT_SHARE_AFTER["成"]) and start == position:
        return "成", start + 1, Fraction(1, 10)
    if mark == "折" and text[start + 1 : start + 2] not in ("合", "算", "旧"):
        return "折", start + 1, Fraction(1, 100)
    symbol, end = _unit_word(text, start)
    if not symbol:
        return "", position, None
    while text[end : end + 1] == "/":
        below, below_end = _unit_word(text, end + 1)
        if not below:
            break
        symbol, end = f"{symbol}/{below}", below_end
    return symbol, end, None


def _unit_word(text: str, start: int) -> tuple[str, int]:
    if text[start : start + 1].isascii() and (match := LATIN_UNIT.match(text, start)):
        return EN_WORDS.get(unit_key(match.group()), ""), match.end()
    for length in range(min(_LONGEST_UNIT, len(text) - start), 0, -1):
        if (word := text[start : start + length]) in ZH_WORDS:
            return ZH_WORDS[word], start + length
    return "", start




def _year(text: str, numeral: Numeral, unit: str, hedge) -> bool:
    digits = text[numeral.start : numeral.end]
    if hedge or numeral.scaled or len(digits) != 4 or numeral.resolution != 1 or not 1000 <= numeral.value < 3000:
        return False
    if any(c in zh.SMALL_SCALES for c in digits):
        return False
    if unit == "年":
        return text[numeral.end : numeral.end + 2].lstrip().startswith("年")
    return not unit and digits.isdigit() and 1900 <= numeral.value < 2100


def _hedge_before(text: str, start: int, bare_scale: bool) -> tuple[str, str, int, int] | None:
    end = start
    if sign := sign_before(text, start):
        end = sign[0]
    for gap in ("", " ", *zh.HEDGE_LINK):
        if gap and text[end - 1 : end] != gap:
            continue
        stop = end - len(gap)
        for length in range(min(_LONGEST_HEDGE, stop), 0, -1):
            word = text[stop - length : stop]
            kind = zh.HEDGES_BEFORE.get(word)
            if not kind:
                continue
            if text[stop - length - 1 : stop - length] in tuple(zh.HEDGE_NOT_AFTER.get(word, "")) or word in zh.HEDGE_ONLY_BEFORE_SCALE and not bare_scale:
                break
            if word in zh.HEDGE_NOT_BEFORE_TIME and re.match(r"[\d一二两三四五六七八九十几]{1,3}(?:个月|年(?!产)|天|日|周)", text[start : start + 6]):
                break
            shown = stop if gap in ("", " ") or gap != "有" else end
            return text[stop - length : shown], kind, stop - length, shown
    return None


def _hedge_after(text: str, end: int) -> tuple[str, str, int, int] | None:
    for length in (3, 2, 1):
        word = text[end : end + length]
        kind = zh.HEDGES_AFTER.get(word)
        if kind and not (length == 1 and (numerals.NOT_MORE.match(text, end) or word == "多" and text[end + 1 : end + 2] in tuple("个家项次所名"))):
            return word, kind, end, end + length
    return None


def _minus(text: str, start: int) -> int | None:
    """Where a minus sign before `start` begins."""
    for word in zh.MINUS_WORDS:
        if text.startswith(word, max(start - len(word), 0)) and text[start - len(word) : start] == word:
            return start - len(word)
    if text[start - 1 : start] == "-" and start > 0:
        before = text[start - 2 : start - 1]
        if not before or not (before.isalnum() and before.isascii() or before in "%)年月日元-~" or before in _ZH_NUMERAL_CHARS or before in ZH_WORDS):
            return start - 1
    return None
