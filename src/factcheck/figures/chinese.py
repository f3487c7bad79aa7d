"""Figures of a Chinese text."""

from __future__ import annotations

import re

from ..document import Document
from ..lang import zh
from ..numerals import Numeral, read_zh
from ..units import ZH_WORDS
from .figure import SIGN_ENDS, Figure, Hedge, kind_of, latin_unit, make, plain, sign_before
from .masks import addresses, code_end, standard, token_end

_HAN = "".join([*zh.DIGITS, *zh.SMALL_SCALES, *zh.BIG_SCALES, *zh.TENS, *zh.VAGUE])
_HAN_NUMERALS = frozenset(_HAN)
_SCALES = frozenset([*zh.SMALL_SCALES, *zh.BIG_SCALES])
_BARE_SCALES = _SCALES - set("十拾")
_DIGITS = frozenset("0123456789")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _first(words) -> str:
    return re.escape("".join(sorted({word[0] for word in words})))


# A numeral in words is worth a look only before a character that can follow it in an amount.
_CARRIES_ON = re.escape(_HAN + "".join(zh.HEDGES_INSIDE) + zh.POINT + zh.MIXED + zh.FRACTION_MARK[0] + "0123456789打")
_CANDIDATE = re.compile(
    rf"[0-9{_HAN}半翻对](?:(?<=[0-9])"
    rf"|(?<=一)(?:(?=[{_CARRIES_ON}{_first(zh.ONE_BEFORE)}]|.半)|(?=[{zh.CLASSIFIERS}][、,。;)]))"
    rf"|(?<=第一)(?=[{_first(zh.COUNTABLE_AFTER_NUMERAL)}])"
    rf"|(?<=[{''.join(c for c in [*zh.DIGITS, *zh.TENS, *zh.VAGUE] if c != '一')}])(?=[{_CARRIES_ON}{_first(zh.COUNTABLE_AFTER_NUMERAL)}])"
    rf"|(?<=[{''.join(_SCALES)}])(?=[{_CARRIES_ON}{_first([*ZH_WORDS, *zh.COUNTABLE_AFTER_NUMERAL])}])"
    r"|(?<=半)(?=[年天个小数])|(?<=翻)(?=[了一两二三四五六倍番])|(?<=对)(?=折))"
)
_TURNS = re.compile("翻(?:了?([一两二三四五六])?番|倍)")
_HALVES = {"半年": ("年", "duration"), "半天": ("天", "duration"), "半个月": ("月", "duration"), "半个小时": ("小时", "duration"), "半小时": ("小时", "duration"), "半数": ("", "share")}
_NOT_HALF_AFTER = frozenset("上下多大对前后各")
_HALF_MORE = frozenset("年 天 月 吨 小时 倍 斤 千克 千米 里 亩 周".split())

_FULL_DATE = re.compile(r"([0-9]{4}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?[日号]|([0-9]{4})([-/.])([0-9]{1,2})\5([0-9]{1,2})(?![0-9.])")
_MONTH_DAY = re.compile(r"([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?[日号])?")
_MONTHS = re.compile(r"([0-9]{1,2}) ?月?(?:[-~–至到]|—{1,2})([0-9]{1,2}) ?月")
_CLOCK = re.compile(r"[0-9]{1,2}[时点](?:[0-9]{1,2}分(?!之))?")
_LABEL = re.compile(rf"(?:{'|'.join(zh.NUMBER_LABELS)})[为是:：号]{{0,2}} ?$")
_LABELLED = re.compile(r"[0-9][0-9 -]{2,23}")
_DOCUMENT_NUMBER = re.compile(r" ?(?:第)?[0-9]{1,5}号?")
_SENTENCE_START = re.compile(r"(?:^|[。；;!?\n])[ \t\u3000]*$")
_PARTS = frozenset("章节条款编部卷页")
_PLATES = frozenset("图表件式注")
_JOINED = re.compile(r"[0-9]+(?:\+[0-9A-Z]+)+(?![.0-9])")
_PLATE = re.compile(r"[0-9]+(?:[-.–—][0-9]{1,3})*")
_ARC = re.compile(r"°(?:[0-9.]{1,6}′)?(?:[0-9.]{1,6}″)?")
_SCORE = re.compile(r"[0-9]{1,2}:[0-9]{1,2}(?![0-9.:])")
_LATIN_SCALE = re.compile(r" ?(million|billion|trillion|thousand|mln|mn|bn|tn)(?![A-Za-z])", re.I)
_LATIN_SCALES = {"thousand": 10**3, "million": 10**6, "mln": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12}
_ANY_FRACTION = re.compile(r"(?:([0-9]{1,4}) )?([0-9]{1,6})/([0-9]{1,6})")
_PROPER_FRACTION = re.compile(r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/年月])")

_LAST_OF_HEDGE = frozenset(word[-1] for word in zh.HEDGES_BEFORE)
_BEFORE_A_HEDGED = _LAST_OF_HEDGE | set(zh.HEDGE_LINK + " ") | SIGN_ENDS
_LONGEST_HEDGE = max(map(len, zh.HEDGES_BEFORE))
_FIRST_AFTER = frozenset(word[0] for word in zh.HEDGES_AFTER)
_SPAN_OF_TIME = re.compile(r"[0-9一二两三四五六七八九十几]{1,3}(?:个月|年(?!产)|天|日|周)")

_MINUS_ENDS = frozenset(word[-1] for word in [*zh.MINUS_WORDS, *zh.MINUS])

_UNITS: dict[str, list[tuple[str, str, str]]] = {}
for _word in sorted(ZH_WORDS, key=len, reverse=True):
    _UNITS.setdefault(_word[0], []).append((_word, ZH_WORDS[_word], kind_of(ZH_WORDS[_word])))

# A unit of one sign as it mostly stands: its symbol, kind, the parts of the whole (100 for %), and what must not follow.
_COMMON_UNITS: dict[str, tuple[str, str, int, frozenset[str]]] = {"%": ("", "share", 100, _FIRST_AFTER)}
for _char, _words in _UNITS.items():
    if _words[-1][0] == _char and _char not in "日点":
        _longer = {word[1] for word, _, _ in _words if len(word) > 1} | set(zh.NOT_UNIT_BEFORE.get(_char, "") + "/半 ") | (set("代级0123456789") if _char == "年" else set())
        _COMMON_UNITS[_char] = (_words[-1][1], _words[-1][2], 1, _FIRST_AFTER | _longer)
_COMMON = re.compile(r"([0-9]{1,18})(?:\.([0-9]{1,9}))?([万亿]?)")

_NOT_NUMBERS: dict[str, list[tuple[int, str]]] = {}
for _word in zh.NOT_NUMBERS:
    for _place, _char in enumerate(_word):
        if _char in _HAN_NUMERALS:
            _NOT_NUMBERS.setdefault(_char, []).append((_place, _word))

# So many digits without a unit are a telephone number or a code.
_CODE_LENGTH = 11

# After the digits of a quantity these do not stand; each has its own reading.
_SPECIAL_AFTER = frozenset("+室路次国省弄热报年月日号时点世代季章-~—–至到.:/、)〕]】_°") | _LETTERS


_TRADITIONAL = re.compile("[" + "".join(map(chr, zh.TRADITIONAL)) + "]")
# A text that may be one numeral, however it is spaced.
_ONE_NUMERAL = re.compile(rf"[{zh.MINUS}]?[.0-9{_HAN}半][^\n，。；;!?]{{0,39}}")


_SPECIAL_BEFORE = frozenset("第图表件式注 -:：号+") | _LETTERS | frozenset(word[-1] for word in zh.NUMBER_LABELS)
# Behind these a figure needs a closer look: a hedge, a sign, a code, an ordinal may stand there.
_LOOK_BEFORE = _SPECIAL_BEFORE | _BEFORE_A_HEDGED | _MINUS_ENDS | _DIGITS | set("._/#@~前")


def read(document: Document) -> list[Figure]:
    source, text = document.text, document.folded
    if _TRADITIONAL.search(text):
        text = text.translate(zh.TRADITIONAL)
    if len(text) < 60 and (alone := _alone(source, text)):
        return [alone]
    skipped = addresses(source)
    found: list[Figure] = []
    position = 0
    while match := _CANDIDATE.search(text, position):
        start = match.start()
        while skipped and skipped[0].end <= start:
            skipped.pop(0)
        if skipped and skipped[0].start <= start:
            position = skipped[0].end
            continue
        char = text[start]
        if char in _DIGITS:
            read_here = _in_digits(source, text, start)
        elif char in _HAN_NUMERALS:
            read_here = _in_words(source, text, start)
        else:
            read_here = _half_or_turn(source, text, start) or start + 1
        if isinstance(read_here, int):
            position = read_here
        else:
            found.append(read_here)
            position = max(read_here.end, start + 1)
    return found


def _run_end(text: str, start: int) -> int:
    end = start + 1
    while end < len(text) and text[end] in _HAN_NUMERALS:
        end += 1
    return end


def _digits_end(text: str, start: int) -> int:
    while text[start : start + 1] in _DIGITS:
        start += 1
    return start


def _in_digits(source: str, text: str, start: int) -> Figure | int:
    """The figure whose digits begin at `start`, or where to go on."""
    before = text[start - 1] if start else ""
    linked = before in zh.HEDGE_LINK and text[start - 2] not in _LOOK_BEFORE and text[start - 2 : start] not in zh.HEDGES_BEFORE
    if (before not in _LOOK_BEFORE or linked) and (figure := _common(source, text, start)):
        return figure
    first = start
    if before.isascii() and before not in " \n(,;" and before:
        if (before in _LETTERS or before == "_") and not sign_before(text, start):
            return token_end(text, start)
        if before == "." and start > 1:
            if text[start - 2] in _DIGITS or text[start - 2] in _LETTERS:
                return _digits_end(text, start)
            if text[start - 2] != ".":
                first = start - 1
        if before in "-/" and start > 1 and text[start - 2] in _LETTERS:
            return token_end(text, start)
    numeral = read_zh(text, start)
    if numeral is None:
        return _digits_end(text, start)
    if first < start:
        decimals = numeral.end - start
        if not text[start : numeral.end].isdigit():
            return numeral.end
        numeral = numeral._replace(start=first, under=10**decimals)
    after = text[numeral.end : numeral.end + 1]
    if after in _SPECIAL_AFTER and (special := _special(source, text, numeral, before, after)) is not None:
        return special
    if before in _SPECIAL_BEFORE and (reference := _reference_end(text, numeral, before)):
        return reference
    return _quantity(source, text, numeral) or numeral.end


def _common(source: str, text: str, start: int) -> Figure | None:
    """The figure at `start` if it is of the common form, such as 107.8亿元, 63.6%, 2016年, with nothing behind it that bears on it."""
    match = _COMMON.match(text, start)
    end = match.end()  # type: ignore[union-attr]
    unit = text[end : end + 1]
    known = _COMMON_UNITS.get(unit)
    if not known or text[end + 1 : end + 2] in known[3]:
        return None
    whole, decimals, scale = match.groups()  # type: ignore[union-attr]
    symbol, kind, parts, _ = known
    if unit == "年" and len(whole) == 4 and end - start == 4:
        return plain(source, start, end + 1, int(whole), 1, 0, symbol, "year", end, False) if 1000 <= int(whole) < 3000 else None
    size = zh.BIG_SCALES[scale] if scale else 1
    if decimals:
        return plain(source, start, end + 1, int(whole + decimals) * size, 10 ** len(decimals) * parts, size, symbol, kind, end, bool(scale))
    exact = not scale and kind in ("count", "duration")
    return plain(source, start, end + 1, int(whole) * size, parts, 0 if exact else size, symbol, kind, end, bool(scale))


def _special(source: str, text: str, numeral: Numeral, before: str, after: str) -> Figure | int | None:
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
        return _day(source, text, numeral, before) if whole else None
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
        return _quantity(source, text, Numeral(start, fraction.end(), int(fraction[1]), int(fraction[2]), 0, True, False, None, None, True))
    if after in _LETTERS or after == " ":
        if scale := _LATIN_SCALE.match(text, end):
            factor = _LATIN_SCALES[scale[1].lower()]
            return _quantity(source, text, numeral._replace(end=scale.end(), over=numeral.over * factor, step=numeral.step * factor, scaled=True)) or scale.end()
        return None if latin_unit(text, end) else code_end(text, start, end)
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





def _reference_end(text: str, numeral: Numeral, before: str) -> int:
    """Where the number of a chapter, a table, a telephone or a standard ends; 0 if the digits are none."""
    start, end = numeral.start, numeral.end
    if before == "第":
        return end if text[end : end + 1] in _PARTS else 0
    if before in _PLATES:
        return _PLATE.match(text, start).end() if end - start <= 3 and not _unit(text, end)[0] and text[end : end + 1] not in ("%", *_SCALES) else 0
    digits = text[start:end]
    if not digits.isdigit():
        return 0
    if before in (" ", "-") and text[start - 2 : start - 1] in _LETTERS:
        return token_end(text, start) if standard(text, start, digits) else 0
    return end if len(digits) >= 3 and _LABEL.search(text[max(start - 9, 0) : start]) else 0


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
    if before in _DIGITS or before == "第":
        return None
    match = _MONTHS.match(text, start) or _MONTH_DAY.match(text, start)
    if not match:
        return None
    first, second = int(match[1]), int(match[2] or 0)
    if not 1 <= first <= 12 or second > (12 if match.re is _MONTHS else 31):
        return None
    return make(source, start, match.end(), first * 100 + second if match[2] else first, 1, 0, "", "date")


def _day(source: str, text: str, numeral: Numeral, before: str) -> Figure | None:
    """15日 is a day of the month, unless it lasts: 15日内, 连续15日, 90日."""
    end = numeral.end + 1
    if numeral.under != 1 or numeral.vague or not 1 <= numeral.over <= 31 or text.startswith(zh.DAYS_LAST_BEFORE, end) or text[: numeral.start].endswith(zh.DAYS_LAST_AFTER):
        return None
    return make(source, numeral.start, end, numeral.over, 1, 0, "", "date")


def _half_or_turn(source: str, text: str, start: int) -> Figure | None:
    """半年, 半数, 打对折, 翻两番, 翻倍."""
    if text[start] == "翻":
        turns = _TURNS.match(text, start)
        if not turns:
            return None
        power = 1 if not turns[1] else zh.DIGITS[turns[1]]
        hedge = _hedge_before(text, start, False) or _hedge_after(text, turns.end())
        return make(source, start, turns.end(), 2**power, 1, 0, "倍", "multiple", hedge)
    if text[start] == "对":
        return make(source, start, start + 2, 1, 2, 0, "", "share") if text[start - 1 : start] == "打" else None
    if start and text[start - 1] in _NOT_HALF_AFTER:
        return None
    for word, (unit, kind) in _HALVES.items():
        if text.startswith(word, start):
            return make(source, start, start + len(word), 1, 2, 0, unit, kind, _hedge_before(text, start, False) or _hedge_after(text, start + len(word)))
    return None


def _in_words(source: str, text: str, start: int) -> Figure | int:
    """The figure whose Chinese numeral begins at `start`, or where to go on."""
    numeral = read_zh(text, start)
    if numeral is None:
        return _run_end(text, start)
    if text.startswith("一半", start):
        numeral = Numeral(start, start + 2, 1, 2, 0, True, True, None, None, True)
    if text.startswith(("年代", "世纪"), numeral.end):
        return numeral.end + 2
    if text[numeral.end : numeral.end + 1] == "日" and (day := _day(source, text, numeral, text[start - 1 : start])):
        return day
    if text[start - 1 : start] == "第" and text[numeral.end : numeral.end + 1] in _PARTS:
        return numeral.end
    if not numeral.ratio and (_is_word(text, start, numeral.end) or _is_quoted(text, start)):
        return _run_end(text, start)
    return _quantity(source, text, numeral) or _run_end(text, start)


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether the numeral is part of a name or a set phrase: 四川, 千方百计, 十四五; 十一个 is eleven, whatever 十一 may be."""
    for place, word in _NOT_NUMBERS.get(text[start], ()):
        if text.startswith(word, start - place) and start >= place and end <= start - place + len(word):
            if end < start - place + len(word) or place or not _unit(text, end)[0]:
                return True
    return False


def _is_quoted(text: str, start: int) -> bool:
    """Whether it stands in a short passage between quotation marks, where number words are slogans: “两个带头人”."""
    for opening, closing in zh.QUOTES:
        left = text.rfind(opening, max(start - 16, 0), start)
        if left >= 0:
            right = text.find(closing, left + 1, left + 18)
            if right > start and "\n" not in text[left:right]:
                return True
    return False


def _alone(source: str, text: str) -> Figure | None:
    """The figure that is all of a text, even one without a unit: 二百五, 三 百 五 又 三 分之 一, -3/2, 一打."""
    left = len(text) - len(text.lstrip())
    body = text.strip()
    if not _ONE_NUMERAL.fullmatch(body) or "," in body and " " in body:
        return None
    for apart in (True, False):
        # Spaces inside are layout, but between two digits they may part two numbers.
        kept = [i for i, char in enumerate(body) if char != " " or apart and body[i - 1] in _DIGITS and body[i + 1 :].lstrip()[:1] in _DIGITS]
        squeezed = "".join(body[i] for i in kept)
        numeral = _numeral_alone(squeezed, int(squeezed[0] in zh.MINUS))
        figure = numeral and _quantity(squeezed, squeezed, numeral, True)
        if figure and (figure.start, figure.end) == (0, len(squeezed)):
            end = left + len(body)
            return figure._replace(start=left, end=end, text=source[left:end], number_end=left + kept[figure.number_end - 1] + 1)
    return None


def _numeral_alone(text: str, start: int) -> Numeral | None:
    if start == len(text) or set(text[start:]) <= _BARE_SCALES:
        return None
    if slashed := _ANY_FRACTION.fullmatch(text, start):
        whole, over, under = (int(group or 0) for group in slashed.groups())
        return Numeral(start, len(text), whole * under + over, under, 0, True, False, None, None, True) if under else None
    if text[start] == "." and (decimals := re.compile("[0-9]{1,24}").match(text, start + 1)):
        return Numeral(start, decimals.end(), int(decimals.group()), 10 ** len(decimals.group()))
    if text.startswith("半百", start):
        return Numeral(start, start + 2, 50, 1, 1, False, True)
    if text.startswith(("半成", "半折"), start):
        return Numeral(start, start + 1, 5 if text[start + 1] == "折" else 1, 1 if text[start + 1] == "折" else 2, 0, False, True)
    numeral = read_zh(text, start) if text[start] in _DIGITS or text[start] in _HAN_NUMERALS else None
    if numeral and text[numeral.end : numeral.end + 1] == "M":
        return numeral._replace(end=numeral.end + 1, over=numeral.over * 10**6, step=numeral.step * 10**6, scaled=True)
    if numeral and numeral.spelled and numeral.end == len(text) - 1 and text[-1] in zh.PAIRS:
        return numeral._replace(end=len(text), over=numeral.over * 2, step=numeral.step * 2)
    return numeral


def _quantity(source: str, text: str, numeral: Numeral, alone: bool = False) -> Figure | None:
    start, end, over, under, step = numeral[:5]
    before = text[start - 1] if start else ""
    bare_scale = text[start] in _BARE_SCALES and not numeral.ratio
    hedge = _hedge_before(text, start, bare_scale)
    if bare_scale and not hedge and not alone:
        return None
    unit, stop, kind, parts = _unit(text, end)
    ordinal = before == "第"
    if ordinal and not unit:
        return None
    if text[end : end + 1] == zh.DOZEN and text[end + 1 : end + 2] not in tuple(zh.NOT_DOZEN_BEFORE):
        over, step, stop = over * 12, step * 12, end + 1
    elif numeral.spelled and not numeral.ratio and not alone and not _counts(text, numeral, unit, stop, hedge, before):
        return None
    after = text[end : end + 1]
    if not unit and (after in _LETTERS or end - start >= _CODE_LENGTH and text[start:end].isdigit()):
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
    if not hedge and text[stop : stop + 1] in _FIRST_AFTER:
        hedge = _hedge_after(text, stop)
    exact = step >= under and not numeral.scaled and kind in ("count", "duration") or kind == "ordinal"
    if unit == "届" and text[stop : stop + 1] in zh.SESSION_OF:
        kind, exact = "ordinal", True
    if ordinal:
        start, kind, exact = start - 1, "ordinal", True
    elif before == "前" and unit in zh.RANKED and not numeral.hedge:
        start -= 1
    sign = sign_before(text, start) if before in SIGN_ENDS or before == " " else None
    if sign and not (unit == sign[1] and text[sign[0]] not in "$¥€£₩₹"):
        start, unit, kind, exact = sign[0], sign[1], "quantity", False
    if text[start - 1 : start] in _MINUS_ENDS and (minus := _minus(text, start)) is not None:
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
    if zh.DIGITS.get(tail) and text[stop + 1 : stop + 2] not in _HAN_NUMERALS and not text.startswith(zh.COUNTABLE_AFTER_NUMERAL, stop + 1):
        return over * 10 + zh.DIGITS[tail] * under, under, stop + 1, 100
    return over, step, stop, 10


def _counts(text: str, numeral: Numeral, unit: str, stop: int, hedge: Hedge | None, before: str) -> bool:
    """Whether a numeral in words is a quantity and not part of a name or a phrase."""
    start, end = numeral.start, numeral.end
    if before in zh.NOT_COUNTED_AFTER and before:
        return False
    if end - start == 1 or numeral.vague and end - start == 2 and not numeral.hedge:
        if text[start] == "一" and before != "第":
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


def _unit(text: str, position: int) -> tuple[str, int, str, int]:
    """The unit after a number: its name, where it ends, the kind of figure it makes, and into how many parts the whole is cut (100 for %)."""
    char = text[position : position + 1]
    start = position
    if char == " ":
        start += 1
        char = text[start : start + 1]
    if char == "%":
        return "", start + 1, "share", 100
    if char in _UNITS or char in _LETTERS or char in "㎡℃°":
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
        for word, symbol, kind in _UNITS[stem]:
            if len(word) > 1 and text.startswith(word[1:], start):
                return symbol, kind, start + len(word) - 1
    for word, symbol, kind in _UNITS.get(char, ()):
        if len(word) > 1:
            if text.startswith(word, start):
                return symbol, kind, start + len(word)
        elif char not in zh.NOT_UNIT_BEFORE or text[start + 1 : start + 2] not in tuple(zh.NOT_UNIT_BEFORE[char]):
            return symbol, kind, start + 1
    if (char in _LETTERS or char == "°") and (found := latin_unit(text, start)):
        return found[0], kind_of(found[0]), found[1]
    return None


def _is_year(text: str, numeral: Numeral, unit: str) -> bool:
    if numeral.scaled or numeral.under != 1 or not 1000 <= numeral.over < 3000 or numeral.vague:
        return False
    digits = text[numeral.start : numeral.end]
    if unit == "年":
        return not any(c in zh.SMALL_SCALES for c in digits) and text.startswith("年", numeral.end + (text[numeral.end] == " "))
    return not unit and 1900 <= numeral.over < 2100 and digits.isdigit() and digits.isascii()


def _hedge_before(text: str, start: int, bare_scale: bool) -> Hedge | None:
    end = start
    last = text[start - 1 : start]
    if last not in _BEFORE_A_HEDGED:
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


def _hedge_after(text: str, end: int) -> Hedge | None:
    for length in (3, 2, 1):
        word = text[end : end + length]
        kind = zh.HEDGES_AFTER.get(word)
        if kind and not (length == 1 and (zh.NOT_MORE.match(text, end) or word == "多" and text[end + 1 : end + 2] in tuple("个家项次所名"))):
            return word, kind, end, end + length
    return None


def _minus(text: str, start: int) -> int | None:
    """Where a minus sign before `start` begins."""
    before = text[start - 1 : start] if start else ""
    if before == "-":
        left = text[start - 2 : start - 1] if start > 1 else ""
        if not left or not (left.isalnum() and left.isascii() or left in "%)年月日元-~" or left in _HAN_NUMERALS or left in ZH_WORDS):
            return start - 1
    elif before in ("负", "下"):
        for word in zh.MINUS_WORDS:
            if start >= len(word) and text.startswith(word, start - len(word)):
                return start - len(word)
    return None
