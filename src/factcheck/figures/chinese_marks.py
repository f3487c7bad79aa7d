"""What digits in a Chinese text are besides quantities: dates, references, codes, list marks."""

from __future__ import annotations

import re

from ..lang import zh
from ..numerals import Numeral
from .chinese_quantity import quantity, unit_behind
from .figure import DIGITS, LETTERS, Figure, latin_unit, make
from .masks import code_end, standard, token_end

_FULL_DATE = re.compile(r"([0-9]{4}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?[日号]|([0-9]{4})([-/.])([0-9]{1,2})\5([0-9]{1,2})(?![0-9.])")
_MONTH_DAY = re.compile(r"([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?[日号])?")
_MONTHS = re.compile(r"([0-9]{1,2}) ?月?(?:[-~–至到]|—{1,2})([0-9]{1,2}) ?月")
_CLOCK = re.compile(r"[0-9]{1,2}[时点](?:[0-9]{1,2}分(?!之))?")
_DOCUMENT_NUMBER = re.compile(r" ?(?:第)?[0-9]{1,5}号?")
_SENTENCE_START = re.compile(r"(?:^|[。；;!?\n])[ \t\u3000]*$")
PARTS = frozenset("章节条款编部卷页")
_PLATES = frozenset("图表件式注")
_PLATE = re.compile(r"[0-9]+(?:[-.–—][0-9]{1,3})*")
_JOINED = re.compile(r"[0-9]+(?:\+[0-9A-Z]+)+(?![.0-9])")
_ARC = re.compile(r"°(?:[0-9.]{1,6}′)?(?:[0-9.]{1,6}″)?")
_SCORE = re.compile(r"[0-9]{1,2}:[0-9]{1,2}(?![0-9.:])")
_LATIN_SCALE = re.compile(r" ?(million|billion|trillion|thousand|mln|mn|bn|tn)(?![A-Za-z])", re.I)
_LATIN_SCALES = {"thousand": 10**3, "million": 10**6, "mln": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12}
_PROPER_FRACTION = re.compile(r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/年月])")

# Before one of these, and behind one of those, digits are often no quantity.
SPECIAL_AFTER = frozenset("+室路次国省弄热报年月日号时点世代季章-~—–至到.:/、)〕]】_°") | LETTERS
SPECIAL_BEFORE = frozenset("第图表件式注 -:：号+") | LETTERS | frozenset(word[-1] for word in zh.NUMBER_LABELS)


def special(source: str, text: str, numeral: Numeral, before: str, after: str) -> Figure | int | None:
    """What digits are before a character that seldom follows a quantity: a period, a code, a mark; None if they may be a quantity."""
    start, end = numeral.start, numeral.end
    whole = numeral.under == 1 and not numeral.scaled and not numeral.hedge and text[start:end].isdigit()
    if after == "年":
        if text.startswith(("年代", "年级"), end):
            return end + 2
        return _date(source, text, _FULL_DATE.match(text, start)) if whole else None
    if after == "+":
        joined = _JOINED.match(text, start)
        return joined.end() if joined else None
    if after in "室路次国省弄热报":
        return end if whole and text.startswith(zh.NAMED_BY_NUMBER, end) else None
    if after in "月-~—–至到" and whole and (months := _months(source, text, start, before)):
        return months
    if after == "月":
        return end + 1 if whole else None
    if after == "日":
        return day_of_month(source, text, numeral, before) if whole else None
    if after in "时点":
        if after == "点" and (not whole or numeral.over > 24):
            return None
        clock = _CLOCK.match(text, start)
        return clock.end() if clock and not text.startswith("时段", end) else end
    if after == "号" or after == "世" and text.startswith("世纪", end) or after == "季" and text.startswith("季度", end):
        return end + 1
    if after in "-/." and whole and (date := _date(source, text, _FULL_DATE.match(text, start))):
        return date
    if after == "/" and whole and (fraction := _PROPER_FRACTION.match(text, start)) and _is_share(text, fraction, before):
        return quantity(source, text, Numeral(start, fraction.end(), int(fraction[1]), int(fraction[2]), 0, True, False, None, None, True))
    if after in LETTERS or after == " ":
        if scale := _LATIN_SCALE.match(text, end):
            factor = _LATIN_SCALES[scale[1].lower()]
            return quantity(source, text, numeral._replace(end=scale.end(), over=numeral.over * factor, step=numeral.step * factor, scaled=True)) or scale.end()
        return None if latin_unit(text, end) or unit_behind(text, end)[0] else code_end(text, start, end)
    if after == "°":
        return None if text[end + 1 : end + 2] in ("C", "F") else _ARC.match(text, end).end()  # type: ignore[union-attr]
    if after in ".、)" and end - start <= 2 and not text[end + 1 : end + 2].isdigit():
        if before == "(" and after == ")":
            return end + 1 if text[end + 1 : end + 2] not in (",", "。", "、", "%", "|", "\t") else None
        if _SENTENCE_START.search(text[max(start - 6, 0) : start]):
            return end + 1
    if after in "〕]】)" and before in ("〔", "[", "【", "(") and end - start == 4 and (after != ")" or _DOCUMENT_NUMBER.match(text, end + 1)):
        number = _DOCUMENT_NUMBER.match(text, end + 1)
        return number.end() if number else end + 1
    if after == ":" and (score := _SCORE.match(text, start)) and before not in zh.BEFORE_RATIO:
        return score.end()
    return code_end(text, start, end) or None


def reference_end(text: str, numeral: Numeral, before: str) -> int:
    """Where the number of a chapter, a table, a telephone or a standard ends; 0 if the digits are none."""
    start, end = numeral.start, numeral.end
    if before == "第":
        return end if text[end : end + 1] in PARTS else 0
    if before in _PLATES:
        return _PLATE.match(text, start).end() if end - start <= 3 and not unit_behind(text, end)[0] and text[end : end + 1] not in ("%", *zh.SMALL_SCALES, *zh.BIG_SCALES) else 0
    digits = text[start:end]
    if not digits.isdigit():
        return 0
    if before in (" ", "-") and text[start - 2 : start - 1] in LETTERS:
        return token_end(text, start) if standard(text, start) else 0
    return end if len(digits) >= 3 and text[max(start - 9, 0) : start].rstrip(" :为是").endswith(zh.NUMBER_LABELS) else 0


def _is_share(text: str, fraction: re.Match[str], before: str) -> bool:
    """Whether 2/3 is two thirds, and not a date or a score."""
    over, under = int(fraction[1]), int(fraction[2])
    after = text[fraction.end() : fraction.end() + 1]
    return 0 < over < under and (before in "占近约的超过达至逾足" and before != "" or after in ("的", "以") or fraction.end() == len(text))


def _date(source: str, text: str, match: re.Match[str] | None) -> Figure | None:
    if not match:
        return None
    group = match.groups()
    year, month, day = (int(x) for x in ((group[0], group[1], group[2]) if group[0] else (group[3], group[5], group[6])))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return make(source, match.start(), match.end(), year * 10000 + month * 100 + day, 1, 0, "", "date")


def _months(source: str, text: str, start: int, before: str) -> Figure | None:
    """3月15日, 3月, 1—9月: month × 100 + day, or first month × 100 + last."""
    if before in DIGITS or before == "第":
        return None
    match = _MONTHS.match(text, start) or _MONTH_DAY.match(text, start)
    if not match:
        return None
    first, second = int(match[1]), int(match[2] or 0)
    if not 1 <= first <= 12 or second > (12 if match.re is _MONTHS else 31):
        return None
    return make(source, start, match.end(), first * 100 + second if match[2] else first, 1, 0, "", "date")


def day_of_month(source: str, text: str, numeral: Numeral, before: str) -> Figure | None:
    """15日 is a day of the month, unless it lasts: 15日内, 连续15日, 90日."""
    end = numeral.end + 1
    if numeral.under != 1 or numeral.vague or not 1 <= numeral.over <= 31:
        return None
    if text.startswith(zh.DAYS_LAST_BEFORE, end) or text.endswith(zh.DAYS_LAST_AFTER, max(numeral.start - 4, 0), numeral.start):
        return None
    return make(source, numeral.start, end, numeral.over, 1, 0, "", "date")
