"""The quantity a Chinese numeral states: its unit, hedge and sign."""

from __future__ import annotations

import re

from ..lang import zh
from ..numerals import Numeral
from ..units import ZH_WORDS
from .figure import LETTERS, SIGN_ENDS, Figure, Hedge, kind_of, latin_unit, make, sign_before

HAN = "".join([*zh.DIGITS, *zh.SMALL_SCALES, *zh.BIG_SCALES, *zh.TENS, *zh.VAGUE])
HAN_NUMERALS = frozenset(HAN)
BARE_SCALES = frozenset([*zh.SMALL_SCALES, *zh.BIG_SCALES]) - set("十拾")
_HALF_MORE = frozenset("年 天 月 吨 小时 倍 斤 千克 千米 里 亩 周".split())
# So many digits without a unit are a telephone number or a code.
_CODE_LENGTH = 11

_LAST_OF_HEDGE = frozenset(word[-1] for word in zh.HEDGES_BEFORE)
BEFORE_A_HEDGED = _LAST_OF_HEDGE | set(zh.HEDGE_LINK + " ") | SIGN_ENDS
_LONGEST_HEDGE = max(map(len, zh.HEDGES_BEFORE))
FIRST_AFTER = frozenset(word[0] for word in zh.HEDGES_AFTER)
_SPAN_OF_TIME = re.compile(r"[0-9一二两三四五六七八九十几]{1,3}(?:个月|年(?!产)|天|日|周)")
MINUS_ENDS = frozenset(word[-1] for word in [*zh.MINUS_WORDS, *zh.MINUS])

# The units by their first sign, longest first: word, symbol, kind.
UNITS_BY_SIGN: dict[str, list[tuple[str, str, str]]] = {}
for _word in sorted(ZH_WORDS, key=len, reverse=True):
    UNITS_BY_SIGN.setdefault(_word[0], []).append((_word, ZH_WORDS[_word], kind_of(ZH_WORDS[_word])))


def quantity(source: str, text: str, numeral: Numeral, alone: bool = False) -> Figure | None:
    start, end, over, under, step = numeral[:5]
    before = text[start - 1] if start else ""
    bare_scale = text[start] in BARE_SCALES and not numeral.ratio
    hedge = hedge_before(text, start, bare_scale)
    if bare_scale and not hedge and not alone:
        return None
    unit, stop, kind, parts = unit_behind(text, end)
    if unit == "个" and text.startswith("个点", end) and (behind := _POINTS.match(text, end)) and _SHIFTED.search(text, max(start - 6, 0), start) and "%" in text[max(start - 60, 0) : start]:
        unit, stop, kind = "pp", behind.end(), "points"
    ordinal = before == "第"
    if ordinal and not unit:
        return None
    if text[end : end + 1] == zh.DOZEN and text[end + 1 : end + 2] not in tuple(zh.NOT_DOZEN_BEFORE):
        over, step, stop = over * 12, step * 12, end + 1
    elif numeral.spelled and not numeral.ratio and not alone and not _counts(text, numeral, unit, stop, hedge, before):
        return None
    after = text[end : end + 1]
    if not unit and (after in LETTERS or end - start >= _CODE_LENGTH and text[start:end].isdigit()):
        return None
    vague = numeral.vague
    if numeral.ratio:
        unit, kind, stop, parts = "", "share", end, 1
    elif parts == 10:
        over, step, stop, parts = _tenths(text, over, under, step, stop, unit)
        unit = ""
    elif after == "个" and text[end + 1 : end + 2] == zh.HALF and (half := _unit_word(text, end + 2, "个")):
        (unit, kind), stop = half[:2], half[2]
        over, under, step = 2 * over + under, 2 * under, under
    elif text[stop : stop + 1] == zh.HALF and unit in _HALF_MORE:
        over, under, step, stop = 2 * over + under, 2 * under, under, stop + 1
    under *= parts
    if numeral.hedge:
        hedge = (source[numeral.hedge[0] : numeral.hedge[1]], numeral.hedge[2], numeral.hedge[0], numeral.hedge[1])
    elif end - start == 4 and not hedge and kind in ("count", "duration") and _is_year(text, numeral, unit):
        return make(source, start, stop if unit else end, over, 1, 0, "年", "year", None, None, end)
    if not hedge and text[stop : stop + 1] in FIRST_AFTER:
        hedge = hedge_after(text, stop)
    exact = step >= under and not numeral.scaled and kind in ("count", "duration") or kind == "ordinal"
    if unit == zh.SESSION and (text[stop : stop + 1] in zh.SESSION_OF or end - start == 4 and not hedge):
        kind, exact = "ordinal", True
    if unit == "年" and text[max(start - 2, 0) : start] in zh.ERAS:
        kind, exact = "ordinal", True
    if ordinal:
        start, kind, exact = start - 1, "ordinal", True
    elif before == "前" and unit in zh.RANKED and not numeral.hedge:
        start -= 1
    sign = sign_before(text, start) if before in SIGN_ENDS or before == " " else None
    if sign and not (unit == sign[1] and text[sign[0]] not in "$¥€£₩₹"):
        start, unit, kind, exact = sign[0], sign[1], "quantity", False
    if text[start - 1 : start] in MINUS_ENDS and (minus := _minus(text, start)) is not None:
        start, over = minus, -over
        vague = vague and (-vague[1], -vague[0])
    return make(source, start, stop, over, under, 0 if exact else step, unit, kind, hedge, vague, end, numeral.scaled)


def _tenths(text: str, over: int, under: int, step: int, stop: int, unit: str) -> tuple[int, int, int, int]:
    """三成五 is 35%, 八五折 85%: value over 100 · `under`, what its last digit is worth, where it ends, and the 100."""
    if unit == "折":
        return (over * 10 if over <= 10 * under else over), under, stop, 100
    tail = text[stop : stop + 1]
    if tail == zh.HALF:
        return over * 10 + 5 * under, under, stop + 1, 100
    if zh.DIGITS.get(tail) and text[stop + 1 : stop + 2] not in HAN_NUMERALS and not text.startswith(zh.COUNTABLE_AFTER_NUMERAL, stop + 1):
        return over * 10 + zh.DIGITS[tail] * under, under, stop + 1, 100
    return over, step, stop, 10


def _counts(text: str, numeral: Numeral, unit: str, stop: int, hedge: Hedge | None, before: str) -> bool:
    """Whether a numeral in words is a quantity and not part of a name or a phrase."""
    start, end = numeral.start, numeral.end
    if before in zh.NOT_COUNTED_AFTER and before:
        return False
    if end - start == 1 or numeral.vague and end - start == 2 and not numeral.hedge:
        if text[start] == "一" and before != "第":
            if unit == zh.TOGETHER and before in zh.TOGETHER_AFTER and before:
                return False
            half = text[stop : stop + 1] == zh.HALF and unit in _HALF_MORE or text.startswith("个半", end)
            return bool(unit) and (half or text.startswith(zh.ONE_BEFORE, end) or text[stop : stop + 1] in ("、", ",", "。", ";", ")"))
        return bool(unit) and text.startswith(zh.COUNTABLE_AFTER_NUMERAL, end)
    if unit or numeral.scaled and (hedge or end - start > 2 or numeral.hedge):
        return True
    # Between two marks a numeral of hundreds or with a point stands for itself.
    own = numeral.under > 1 or numeral.over >= 100 and end - start > 1
    if before in zh.MINUS and before:
        before = text[start - 2 : start - 1]
    return own and (hedge is not None or not before or before in zh.BOUNDS_BEFORE) and (end == len(text) or text[end] in zh.BOUNDS_AFTER)


# 从58.4%升到64.9%，提高了6.5个点: points of a percentage, where a verb of change stands before them and a percentage before it.
_POINTS = re.compile("个点(?![位名状钟击评])")
_SHIFTED = re.compile("(?:[高升降低落加少涨跌多增减]|扩大|缩小|收窄)(?:了|约|近|超|逾|出|去|掉)*$")


def unit_behind(text: str, position: int) -> tuple[str, int, str, int]:
    """The unit after a number: its name, where it ends, the kind of figure it makes, and into how many parts the whole is cut (100 for %)."""
    char = text[position : position + 1]
    start = position
    if char == " ":
        start += 1
        char = text[start : start + 1]
    if char == "%":
        return "", start + 1, "share", 100
    if char in UNITS_BY_SIGN or char in LETTERS or char in "㎡℃°":
        found = _unit_word(text, start)
        if found:
            symbol, kind, end = found
            while text[end : end + 1] == "/" and (below := _unit_word(text, end + 1)):
                symbol, kind, end = f"{symbol}/{below[0]}", "quantity", below[2]
            return symbol, end, kind, 1
    if char == "成" and start == position and text[start + 1 : start + 2] not in zh.NOT_TENTHS_BEFORE:
        return "成", start + 1, "share", 10
    if char == "折" and text[start + 1 : start + 2] not in zh.NOT_DISCOUNT_BEFORE:
        return "折", start + 1, "share", 10
    if char == "‰":
        return "", start + 1, "share", 1000
    return "", position, "count", 1


def _unit_word(text: str, start: int, stem: str = "") -> tuple[str, str, int] | None:
    """Symbol, kind and end of the unit at `start`; `stem` is the beginning of a unit that stands before it, the 个 of 两个半月."""
    char = text[start : start + 1]
    if stem:
        for word, symbol, kind in UNITS_BY_SIGN[stem]:
            if len(word) > 1 and text.startswith(word[1:], start):
                return symbol, kind, start + len(word) - 1
    for word, symbol, kind in UNITS_BY_SIGN.get(char, ()):
        if len(word) > 1:
            if text.startswith(word, start):
                return symbol, kind, start + len(word)
        elif char not in zh.NOT_UNIT_BEFORE or text[start + 1 : start + 2] not in tuple(zh.NOT_UNIT_BEFORE[char]):
            return symbol, kind, start + 1
    if (char in LETTERS or char == "°") and (found := latin_unit(text, start)):
        return found[0], kind_of(found[0]), found[1]
    return None


def _is_year(text: str, numeral: Numeral, unit: str) -> bool:
    if numeral.scaled or numeral.under != 1 or not 1000 <= numeral.over < 3000 or numeral.vague:
        return False
    digits = text[numeral.start : numeral.end]
    if unit == "年":
        return not any(c in zh.SMALL_SCALES for c in digits) and text.startswith("年", numeral.end + (text[numeral.end] == " "))
    return not unit and 1900 <= numeral.over < 2100 and digits.isdigit() and digits.isascii()


def hedge_before(text: str, start: int, bare_scale: bool) -> Hedge | None:
    end = start
    last = text[start - 1 : start]
    if last not in BEFORE_A_HEDGED:
        return None
    if (last in SIGN_ENDS or last == " ") and (sign := sign_before(text, start)):
        end = sign[0]
    for gap in ("", " ", *zh.HEDGE_LINK):
        if gap and text[end - 1 : end] != gap:
            continue
        stop = end - len(gap)
        if text[stop - 1 : stop] not in _LAST_OF_HEDGE:
            continue
        for length in range(min(_LONGEST_HEDGE, stop), 0, -1):
            word = text[stop - length : stop]
            kind = zh.HEDGES_BEFORE.get(word)
            if not kind:
                continue
            if text[stop - length - 1 : stop - length] in tuple(zh.HEDGE_NOT_AFTER.get(word, "")) or word in zh.HEDGE_ONLY_BEFORE_SCALE and not bare_scale:
                break
            if word in zh.HEDGE_NOT_BEFORE_TIME and _SPAN_OF_TIME.match(text, start):
                break
            shown = stop if gap != "有" else end
            return text[stop - length : shown], kind, stop - length, shown
    return None


def hedge_after(text: str, end: int) -> Hedge | None:
    for length in (3, 2, 1):
        word = text[end : end + length]
        kind = zh.HEDGES_AFTER.get(word)
        if kind and not (length == 1 and (text.startswith(zh.NOT_MORE, end) or word == "多" and text[end + 1 : end + 2] in tuple("个家项次所名"))):
            return word, kind, end, end + length
    return None


def _minus(text: str, start: int) -> int | None:
    """Where a minus sign before `start` begins."""
    before = text[start - 1 : start] if start else ""
    if before == "-":
        left = text[start - 2 : start - 1] if start > 1 else ""
        if not left or not (left.isalnum() and left.isascii() or left in "%)年月日元-~" or left in HAN_NUMERALS or left in ZH_WORDS):
            return start - 1
    elif before in ("负", "下"):
        for word in zh.MINUS_WORDS:
            if start >= len(word) and text.startswith(word, start - len(word)):
                return start - len(word)
    return None
