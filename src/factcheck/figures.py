"""Every figure of a document: number, unit, hedge, kind, direction and printed interval."""

from __future__ import annotations

import re
from bisect import bisect_left
from fractions import Fraction
from typing import NamedTuple

from . import numerals
from .document import Document, Span
from .lang import en, zh
from .masks import inside, masks, quoted
from .numerals import Numeral
from .units import COUNTED, EN_WORDS, SIGNS, UNITS, ZH_WORDS, dimension_of, parse_unit

NEARLY, ABOUT = Fraction(1, 10), Fraction(1, 20)


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
    half = resolution / 2
    low: Fraction | None = value - half
    high: Fraction | None = value + half
    if hedge == "about":
        margin = max(abs(value) * ABOUT, half)
        return value - margin, value + margin
    if hedge == "nearly":
        return (value - abs(value) * NEARLY, value) if value >= 0 else (value, value + abs(value) * NEARLY)
    if hedge == "some_over":
        step = resolution or Fraction(1)
        while value and (value / (step * 10)).denominator == 1:
            step *= 10
        top = value + step
        return value, top - 1 if counted and top.denominator == 1 and step > 1 else top
    if hedge in ("over", "at_least"):
        return value, None
    if hedge in ("under", "at_most"):
        return None, value
    return low, high


def figures(document: Document) -> tuple[Figure, ...]:
    """The figures of `document`, in the order of the text."""
    found = _read_chinese(document) if document.chinese else _read_english(document)
    found = _with_directions(document, _share_units(document.folded, found, document.chinese))
    if document.folded == document.text:
        return found
    return tuple(f._replace(text=document.text[f.start : f.end]) for f in found)


# Chinese

_ZH_NUMERAL_CHARS = "".join([*zh.DIGITS, *zh.SMALL_SCALES, *zh.BIG_SCALES, *zh.TENS, *zh.VAGUE])
_ZH_CANDIDATE = re.compile(rf"翻了?[一两二三四五六]番|翻倍|[0-9{_ZH_NUMERAL_CHARS}半]")
_ZH_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})[日号]|(\d{4})([-/.])(\d{1,2})\5(\d{1,2})(?![\d.])|(\d{1,2})月(\d{1,2})[日号]|(\d{1,2})月(?!\d)|(\d{1,2})[日号](?![^\W]*后)")
_BARE_SCALES = tuple(zh.SMALL_SCALES) + tuple(zh.BIG_SCALES)
_LONGEST_HEDGE = max(map(len, zh.HEDGES_BEFORE))
_LONGEST_UNIT = max(map(len, ZH_WORDS))
_NOT_SHARE_AFTER = {"成": "为员立果功本品熟长就交分语份绩套型风都因", "分": "析布别为钟"}


def _read_chinese(document: Document) -> list[Figure]:
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
            position = _digits_end(text, start)
    return found


def _run_end(text: str, start: int) -> int:
    end = start + 1
    while end < len(text) and text[end] in _ZH_NUMERAL_CHARS:
        end += 1
    return end


def _digits_end(text: str, start: int) -> int:
    end = start
    while end < len(text) and text[end].isdigit() and text[end].isascii():
        end += 1
    return end


def _chinese_figure(text: str, start: int, candidate: str) -> Figure | None:
    if candidate.startswith("翻"):
        turns = 1 if candidate == "翻倍" else zh.DIGITS[candidate[-2]]
        return _figure(text, start, start + len(candidate), Fraction(2**turns), Fraction(0), "倍", "multiple", _hedge_before(text, start, False))
    before = text[start - 1 : start]
    if candidate == zh.HALF:
        if before in ("上", "下", "多", "大", "对", "前", "后", "各", "过") and before != "过" or text[start + 1 : start + 2] not in ("年", "天", "个", "数"):
            return None
        words = {"半年": ("年", 2), "半天": ("天", 2), "半个月": ("月", 3), "半个小时": ("小时", 4), "半数": ("", 2)}
        for word, (unit, length) in words.items():
            if text.startswith(word, start):
                kind = "duration" if unit else "share"
                return _figure(text, start, start + length, Fraction(1, 2), Fraction(0), unit, kind, _hedge_before(text, start, False))
        return None
    if not text[start].isdigit() and before.isdigit():
        return None
    if before and before.isascii() and (before.isalpha() or before == "_" or before == "." and text[start - 2 : start - 1].isdigit()):
        if not _sign_before(text, start):
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
        return _figure(text, start, match.end(), Fraction(value), Fraction(0), "", "date", None)
    year, month, day = (int(x or 0) for x in (group[0] or group[3], group[1] or group[5] or group[7], group[2] or group[6] or group[8]))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _figure(text, start, match.end(), Fraction(year * 10000 + month * 100 + day), Fraction(0), "", "date", None)


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
        kind, symbol = _kind(unit), unit
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
    elif sign := _sign_before(text, start):
        start, symbol, kind = sign[0], sign[1], "quantity"
        exact = False
    if kind == "multiple" and numeral.spelled and resolution >= 1:
        exact = False
    return _figure(text, start, unit_end, value, Fraction(0) if exact else resolution, symbol, kind, hedge, numeral.vague, end, numeral.scaled)


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
    if text[start : start + 1].isascii() and (match := _EN_UNIT.match(text, start)):
        return EN_WORDS.get(_unit_key(match.group()), ""), match.end()
    for length in range(min(_LONGEST_UNIT, len(text) - start), 0, -1):
        if (word := text[start : start + length]) in ZH_WORDS:
            return ZH_WORDS[word], start + length
    return "", start


def _unit_key(word: str) -> str:
    word = re.sub(r"\s+", " ", word)
    return word if word in EN_WORDS or len(word) < 2 else word.lower()


_EN_UNIT = re.compile("(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(EN_WORDS, key=len, reverse=True)) + r")(?![A-Za-z0-9])", re.I)


def _kind(unit: str) -> str:
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


def _year(text: str, numeral: Numeral, unit: str, hedge) -> bool:
    digits = text[numeral.start : numeral.end]
    if hedge or numeral.scaled or len(digits) != 4 or numeral.resolution != 1 or not 1000 <= numeral.value < 3000:
        return False
    if any(c in zh.SMALL_SCALES for c in digits):
        return False
    if unit == "年":
        return text[numeral.end : numeral.end + 1] == "年"
    return not unit and digits.isdigit() and 1900 <= numeral.value < 2100


def _hedge_before(text: str, start: int, bare_scale: bool) -> tuple[str, str, int, int] | None:
    end = start
    if sign := _sign_before(text, start):
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
        if kind and not (length == 1 and (numerals._NOT_MORE.match(text, end) or word == "多" and text[end + 1 : end + 2] in tuple("个家项次所名"))):
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


_SIGN_WORDS = sorted(SIGNS, key=len, reverse=True)


def _sign_before(text: str, start: int) -> tuple[int, str] | None:
    """A currency sign right before `start`: where it begins, and its unit."""
    for gap in (0, 1):
        if gap and text[start - 1 : start] != " ":
            break
        stop = start - gap
        for sign in _SIGN_WORDS:
            if stop >= len(sign) and text.startswith(sign, stop - len(sign)):
                if sign[0].isalpha() and (text[stop - len(sign) - 1 : stop - len(sign)].isalpha() and text[stop - len(sign) - 1].isascii() if stop > len(sign) else False):
                    continue
                return stop - len(sign), SIGNS[sign]
    return None


def _figure(text, start, end, value, resolution, unit, kind, hedge, vague=None, number_end=0, scaled=False) -> Figure:
    interval = vague if vague and not hedge else None
    if interval and not (number_end - start == 2 and kind != "share"):
        hedge = (text[start:number_end], "about", start, number_end)
    word, hedge_kind, hedge_start, hedge_end = hedge or ("", "", -1, -1)
    low, high = interval or printed_interval(value, resolution, hedge_kind, value.denominator == 1)
    return Figure(start, end, text[start:end], value, resolution, low, high, unit, kind, word, hedge_kind, hedge_start, hedge_end,
                  number_end=number_end or end, scaled=scaled)


# Both languages

_GAP = re.compile(r"\s?(~|—{1,2}|–|-|至|到|、|和|及|与|以及|,|and|to|or|, and)\s?$")


def _share_units(text: str, found: list[Figure], chinese: bool) -> list[Figure]:
    """Gives 5万 in 5万~10万元, and the first figures of a list, the unit of the last one; marks the ends of ranges."""
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        if following.start - this.end > 6:
            continue
        gap = _GAP.fullmatch(text[this.end : following.span.start]) if following.hedge_start < 0 or following.hedge_start > this.end else None
        if not gap:
            continue
        sign = gap[1]
        ranged = sign in zh.RANGE_SIGNS and (chinese and sign not in ("至", "到") or sign in ("至", "到", "-", "–", "—", "~") or sign == "to" and not _from(text, this.start))
        if not chinese and sign == "and" and text[max(this.span.start - 8, 0) : this.span.start].lower() == "between ":
            ranged = True
        sharing = not this.unit and this.kind in ("count",) or this.kind == "year" and this.end - this.start == 4 and following.kind == "year"
        if sharing and following.unit and this.kind == "count" and (ranged or following.kind != "year"):
            this = _in_unit_of(text, this, following, ranged)
        elif sharing and following.kind == "share" and this.kind == "count":
            this = _in_unit_of(text, this, following, ranged)
        if ranged and this.family == following.family and (this.kind == "year" or this.value < following.value):
            this, following = this._replace(end_of_range="low"), following._replace(end_of_range="high")
        found[index], found[index + 1] = this, following
    return found


def _from(text: str, start: int) -> bool:
    return text[max(start - 5, 0) : start].lower() == "from "


def _in_unit_of(text: str, figure: Figure, other: Figure, ranged: bool) -> Figure:
    value, resolution = figure.value, figure.resolution or Fraction(1)
    factor = Fraction(1)
    if other.kind == "share":
        factor = Fraction(1, 1000) if other.text.endswith("‰") else Fraction(1, 100)
        if not other.text.endswith(("%", "‰", "cent", "pct")):
            return figure
    elif ranged and other.scaled and not figure.scaled:
        shared = other.value / Fraction(re.sub(r"[^\d.]", "", text[other.start : other.number_end]) or 1)
        if value * shared < other.value:
            factor = shared
    if other.kind == "year" and not 1000 <= value < 3000:
        return figure
    value, resolution = value * factor, resolution * factor
    scaled = figure.scaled or factor != 1
    exact = other.kind in ("year", "ordinal") or other.kind in ("count", "duration") and not scaled and resolution >= 1
    resolution = Fraction(0) if exact else resolution
    low, high = printed_interval(value, resolution, figure.hedge_kind, value.denominator == 1)
    return figure._replace(value=value, resolution=resolution, low=low, high=high, unit=other.unit, kind=other.kind, scaled=scaled)


def _with_directions(document: Document, found: list[Figure]) -> tuple[Figure, ...]:
    """Each figure with the direction of the nearest verb before it in its clause, if no other quantity stands between."""
    text = document.folded
    verbs = _verbs(document.chinese)
    places = [(m.end(), _direction(m, document.chinese)) for m in verbs.finditer(text)]
    ends = [end for end, _ in places]
    result, barrier = [], 0
    for figure in found:
        start = figure.span.start
        index = bisect_left(ends, start + 1) - 1
        direction = 0
        if index >= 0 and places[index][1] and places[index][0] > barrier and not _CLAUSE_END.search(text, places[index][0], start):
            if start - places[index][0] < 40:
                direction = places[index][1]
        result.append(figure._replace(direction=direction) if direction else figure)
        if figure.kind not in ("year", "date", "ordinal"):
            barrier = figure.end
    return tuple(result)


_CLAUSE_END = re.compile(r"[,，。；;!?！？:：、\n]|\. ")
_verb_patterns: dict[bool, re.Pattern[str]] = {}


def _verbs(chinese: bool) -> re.Pattern[str]:
    if chinese not in _verb_patterns:
        lang = zh if chinese else en
        words = "|".join(sorted([*lang.NOT_VERBS, *lang.RISING, *lang.FALLING], key=len, reverse=True))
        _verb_patterns[chinese] = re.compile(words if chinese else rf"\b(?:{words})\b", re.I)
    return _verb_patterns[chinese]


def _direction(match: re.Match[str], chinese: bool) -> int:
    lang, word = (zh if chinese else en), match.group().lower()
    return 0 if word in lang.NOT_VERBS else 1 if word in lang.RISING else -1


# English

_EN_WORD_STARTS = sorted({*en.DIGITS, *en.TENS, *en.FOLD_WORDS, *en.MULTIPLES, "a", "an", "half", *(p.split()[0] for p in en.INDEFINITE)}, key=len, reverse=True)
_EN_CANDIDATE = re.compile(r"(?i:\b(?:" + "|".join(_EN_WORD_STARTS) + r")\b)|[0-9" + "".join(numerals._GLYPHS) + "]")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_EN_DATE = re.compile(rf"(\d{{1,2}}) ({_MONTH})\.?,? (\d{{4}})\b|(\d{{1,2}}) ({_MONTH})\b|(\d{{4}})-(\d{{2}})-(\d{{2}})(?!\d)")
_EN_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.? (\d{{1,2}})(?:,? (\d{{4}}))?\b(?!\d)(?![.,]\d)(?! ?%)")
_EN_PERCENT = re.compile(r"[ -]?(?:%|per[ -]?cent(?:age)?\b(?! point)|percent\b|pct\b(?! point))(?! point)|[ ]per thousand\b|‰", re.I)
_EN_HEDGES = sorted(en.HEDGES_BEFORE, key=len, reverse=True)
_EN_HEDGES_AFTER = sorted(en.HEDGES_AFTER, key=len, reverse=True)
_EN_NOUN = re.compile(r"[ ]([A-Za-z][a-z]+)(?:[ -]([a-z]+))?\b")
_EN_PER = re.compile(r"(?:/| per | a (?=day|year|month|week|tonne|share|head|barrel)| an (?=hour))([A-Za-z²³]+(?: (?:km|m|mile|ft|metre|meter|kilometre)s?\b)?)")


def _read_english(document: Document) -> list[Figure]:
    text = document.folded
    masked = masks(document)
    starts = [s.start for s in masked]
    dates = {m.start(2): m for m in _EN_MONTH_FIRST.finditer(text)}
    found: list[Figure] = []
    position = 0
    while match := _EN_CANDIDATE.search(text, position):
        start, position = match.start(), match.end()
        if span := inside(masked, starts, start):
            position = span.end
            continue
        if date := dates.get(start):
            figure = _english_date(text, date.start(), date.end(), date[2], date[1], date[3])
        else:
            figure = _english_figure(text, start, match.group().lower())
        if figure:
            found.append(figure)
            position = max(position, figure.end)
        elif text[start].isdigit():
            position = max(position, _digits_end(text, start))
    return found


def _english_date(text: str, start: int, end: int, day: str, month: str, year: str | None) -> Figure:
    number = int(year or 0) * 10000 + (_MONTHS.index(month[:3].lower()) + 1) * 100 + int(day)
    return _figure(text, start, end, Fraction(number), Fraction(0), "", "date", None)


def _english_figure(text: str, start: int, candidate: str) -> Figure | None:
    if candidate in en.MULTIPLES or candidate in en.FOLD_WORDS:
        value = {**en.MULTIPLES, **en.FOLD_WORDS}[candidate]
        ratio = Fraction(*value) if isinstance(value, tuple) else Fraction(value)
        return _figure(text, start, start + len(candidate), ratio, Fraction(0), "倍", "multiple", _english_hedge(text, start))
    before = text[start - 1 : start]
    if date := _EN_DATE.match(text, start):
        if date[6]:
            return _figure(text, start, date.end(), Fraction(int(date[6] + date[7] + date[8])), Fraction(0), "", "date", None)
        return _english_date(text, start, date.end(), date[1] or date[4], date[2] or date[5], date[3])
    sign = _sign_before(text, start)
    if text[start].isdigit() and not sign:
        fiscal = text[start - 2 : start] == "FY" and not text[start - 3 : start - 2].isalpha()
        if (before.isalpha() or before == "_") and not fiscal or before and before in ".," and text[start - 2 : start - 1].isdigit():
            return None
        if before and before in "-/" and text[start - 2 : start - 1].isalpha() and text[start - 2 : start - 1]:
            return None
    numeral = numerals.read_en(text, start, bool(sign))
    if not numeral:
        return None
    return _english_quantity(text, numeral, sign)


def _english_quantity(text: str, numeral: Numeral, sign: tuple[int, str] | None) -> Figure | None:
    start, end = numeral.start, numeral.end
    hedge = _english_hedge(text, sign[0] if sign else start)
    value, resolution, kind, unit, stop = numeral.value, numeral.resolution, "count", "", end
    rest = text[end : end + 1]
    if year := _english_year(text, numeral, sign, hedge):
        return year
    if numeral.resolution == 0 and numeral.scaled and numeral.spelled:
        kind = "share"
    elif percent := _EN_PERCENT.match(text, end):
        factor = Fraction(1, 1000) if "th" in percent.group().lower() or "‰" in percent.group() else Fraction(1, 100)
        value, resolution, kind, stop = value * factor, resolution * factor, "share", percent.end()
    elif sign:
        kind, unit = "quantity", sign[1]
    elif word := re.compile(r"[ -]?").match(text, end):
        unit_match = _EN_UNIT.match(text, word.end())
        if unit_match and EN_WORDS.get(_unit_key(unit_match.group())) and not (rest.isspace() is False and rest == "-" and unit_match.group().lower() in ("m", "t", "g", "x")):
            unit, stop = EN_WORDS.get(_unit_key(unit_match.group()), ""), unit_match.end()
            kind = _kind(unit)
        elif fold := re.compile(r"[ -]?fold\b").match(text, end):
            unit, stop, kind = "倍", fold.end(), "multiple"
    tail = _english_hedge_after(text, stop)
    if kind == "count" and not unit:
        noun_at = tail[3] if tail and tail[0] != " or" else stop
        if noun := _english_noun(text, noun_at, numeral):
            unit, stop = noun
    if rest.isalpha() and stop == end and not text[end].isspace():
        return None
    if not unit and kind == "count" and numeral.spelled and not numeral.vague and not numeral.scaled and not hedge and numeral.value < 20:
        following = re.compile(r"(?:[ ]to[ ]|-to-| or | and )(\w+)").match(text, end)
        if not following or following[1] not in {*en.DIGITS, *en.TENS}:
            return None
    if numeral.spelled and text[start:end].lower() in ("one", "a"):
        return None
    per = _EN_PER.match(text, stop)
    if per and unit and kind in ("quantity", "count"):
        word = per[1] if per[1] in EN_WORDS or per[1].lower() in EN_WORDS else per[1].split()[0]
        below = EN_WORDS.get(word) or EN_WORDS.get(word.lower()) or {"head": "人", "person": "人", "capita": "人"}.get(word, word)
        unit, kind, stop = f"{unit}/{below}", "quantity", per.start(1) + len(word)
    hedge = hedge or _english_hedge_after(text, stop) or tail
    counted = kind == "count" or kind == "duration"
    exact = counted and not numeral.scaled and resolution >= 1
    if sign:
        start = sign[0]
    if text[start - 1 : start] == "(" and text[stop : stop + 1] == ")" and sign:
        start, stop, value = start - 1, stop + 1, -value
    elif text[start - 1 : start] == "-" and not (text[start - 2 : start - 1].isalnum() or text[start - 2 : start - 1] in "%)" and start > 1):
        start, value = start - 1, -value
    if hedge and hedge[2] < start and text[hedge[3] : start].strip() not in ("", "-"):
        hedge = None
    return _figure(text, start, stop, value, Fraction(0) if exact else resolution, unit, kind, hedge, numeral.vague, end, numeral.scaled)


def _english_year(text: str, numeral: Numeral, sign, hedge) -> Figure | None:
    start, end = numeral.start, numeral.end
    digits = text[start:end]
    if sign or len(digits) != 4 or not digits.isdigit() or not 1800 <= numeral.value < 2100 or _EN_PERCENT.match(text, end):
        return None
    previous = re.findall(r"[A-Za-z-]+$", text[max(start - 12, 0) : start].rstrip())
    if start >= 2 and text[start - 2 : start] == "FY":
        start -= 2
    elif not (previous and previous[0].lower() in en.BEFORE_YEAR):
        unit = _EN_UNIT.match(text, end + 1)
        if hedge or unit and text[end : end + 1] in " -" or text[end : end + 1].isalpha() or _english_noun(text, end, numeral):
            return None
    if span := re.compile(r"[/–-]\d{2}(?!\d)").match(text, end):
        end = span.end()
    return _figure(text, start, end, numeral.value, Fraction(0), "年", "year", None, None, end)


def _english_noun(text: str, position: int, numeral: Numeral) -> tuple[str, int] | None:
    """The plural noun that a count counts, perhaps behind one adjective: 12 new plants."""
    match = _EN_NOUN.match(text, position)
    if not match:
        return None
    for group in (1, 2):
        word = match[group]
        if word and (word.lower() in en.PLURALS or len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word.lower() not in en.NOT_NOUNS):
            return (word.lower(), match.end(group)) if group == 1 else (word.lower(), match.end(group))
        if not word or word.lower() in _EN_STOP:
            return None
    return None


_EN_STOP = frozenset("of in to and or by at on for from with per than the a an were was is are had has have as that which who while when but".split())


def _english_hedge(text: str, start: int) -> tuple[str, str, int, int] | None:
    window = text[max(start - 24, 0) : start].lower()
    trimmed = window.rstrip(" \n-$(")
    gap = len(window) - len(trimmed)
    for word in _EN_HEDGES:
        if trimmed.endswith(word) and not (len(trimmed) > len(word) and trimmed[-len(word) - 1].isalnum() and word[0].isalpha()):
            stop = start - gap
            return text[stop - len(word) : stop], en.HEDGES_BEFORE[word], stop - len(word), stop
    return None


def _english_hedge_after(text: str, end: int) -> tuple[str, str, int, int] | None:
    for word in _EN_HEDGES_AFTER:
        if text.startswith(word, end) and not (word[-1].isalpha() and text[end + len(word) : end + len(word) + 1].isalpha()):
            return word.strip(), en.HEDGES_AFTER[word], end + len(word) - len(word.lstrip()), end + len(word)
    return None
