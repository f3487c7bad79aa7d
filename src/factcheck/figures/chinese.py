"""Figures of a Chinese text."""

from __future__ import annotations

import re

from ..document import Document
from ..lang import zh
from ..numerals import Numeral, read_zh
from ..units import ZH_WORDS
from .alone import LONGEST, alone
from .chinese_marks import PARTS, SPECIAL_AFTER, SPECIAL_BEFORE, day_of_month, reference_end, special
from .chinese_quantity import BEFORE_A_HEDGED, FIRST_AFTER, HAN, HAN_NUMERALS, MINUS_ENDS, UNITS_BY_SIGN, hedge_after, hedge_before, quantity, unit_behind
from .figure import DIGITS, LETTERS, Figure, elapsed, make, plain, sign_before
from .masks import addresses, token_end

SCALES = "".join([*zh.SMALL_SCALES, *zh.BIG_SCALES])


def _first(words) -> str:
    return re.escape("".join(sorted({word[0] for word in words})))


# A numeral in words is worth a look only before a character that can follow it in an amount.
_CARRIES_ON = re.escape(HAN + "".join(zh.HEDGES_INSIDE) + zh.POINT + zh.MIXED + zh.FRACTION_MARK[0] + "0123456789打")
_CANDIDATE = re.compile(
    rf"[0-9{HAN}半翻对腰减](?:(?<=[0-9])"
    rf"|(?<=一)(?:(?=[{_CARRIES_ON}{_first(zh.ONE_BEFORE)}]|.半)|(?=[{zh.CLASSIFIERS}][、,。;)]))"
    rf"|(?<=第一)(?=[{_first(zh.COUNTABLE_AFTER_NUMERAL)}])"
    rf"|(?<=[{''.join(c for c in [*zh.DIGITS, *zh.TENS, *zh.VAGUE] if c != '一')}])(?=[{_CARRIES_ON}{_first(zh.COUNTABLE_AFTER_NUMERAL)}])"
    rf"|(?<=[{SCALES}])(?=[{_CARRIES_ON}{_first([*ZH_WORDS, *zh.COUNTABLE_AFTER_NUMERAL])}])"
    r"|(?<=半)(?=[年天个小数])|(?<=翻)(?=[了一两二三四五六倍番])|(?<=对)(?=折)|(?<=腰)(?=斩)|(?<=减)(?=半))"
)
_TURNS = re.compile("翻(?:了?([一两二三四五六])?番|倍)")
_HALVES = {"半年": ("年", "duration"), "半天": ("天", "duration"), "半个月": ("月", "duration"), "半个小时": ("小时", "duration"), "半小时": ("小时", "duration"), "半数": ("", "share")}
_NOT_HALF_AFTER = frozenset("上下多大对前后各")
_TRADITIONAL = re.compile("[" + "".join(map(chr, zh.TRADITIONAL)) + "]")
# Behind these a figure needs a closer look: a hedge, a sign, a code, an ordinal may stand there.
_LOOK_BEFORE = SPECIAL_BEFORE | BEFORE_A_HEDGED | MINUS_ENDS | DIGITS | set("._/#@~前")

# A unit of one sign as it mostly stands: its symbol, kind, the parts of the whole (100 for %), and what must not follow.
_COMMON_UNITS: dict[str, tuple[str, str, int, frozenset[str]]] = {"%": ("", "share", 100, FIRST_AFTER)}
for _char, _words in UNITS_BY_SIGN.items():
    if _words[-1][0] == _char and _char not in "日点秒":
        _longer = {word[1] for word, _, _ in _words if len(word) > 1} | set(zh.NOT_UNIT_BEFORE.get(_char, "") + "/半 ") | set("点" if _char == "个" else "") | (set("代级0123456789") if _char == "年" else set())
        _COMMON_UNITS[_char] = (_words[-1][1], _words[-1][2], 1, FIRST_AFTER | _longer)
_COMMON = re.compile(r"([0-9]{1,18})(?:\.([0-9]{1,9}))?([万亿]?)")

# 48秒12 is 48.12 seconds.
_RACE_TIME = re.compile(r"([0-9]{1,2})秒([0-9]{1,2})(?![0-9.])")

_NOT_NUMBERS: dict[str, list[tuple[int, str]]] = {}
for _word in zh.NOT_NUMBERS:
    for _place, _char in enumerate(_word):
        if _char in HAN_NUMERALS:
            _NOT_NUMBERS.setdefault(_char, []).append((_place, _word))


def read(document: Document) -> list[Figure]:
    source, text = document.text, document.folded
    if _TRADITIONAL.search(text):
        text = text.translate(zh.TRADITIONAL)
    if len(text) < LONGEST and (whole := alone(source, text)):
        return [whole]
    skipped = addresses(source)
    found: list[Figure] = []
    position = passed = 0
    while match := _CANDIDATE.search(text, position):
        start = match.start()
        while passed < len(skipped) and skipped[passed].end <= start:
            passed += 1
        if passed < len(skipped) and skipped[passed].start <= start:
            position = skipped[passed].end
            continue
        char = text[start]
        if char in DIGITS:
            read_here = _in_digits(source, text, start)
        elif char in HAN_NUMERALS:
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
    while end < len(text) and text[end] in HAN_NUMERALS:
        end += 1
    return end


def _digits_end(text: str, start: int) -> int:
    while text[start : start + 1] in DIGITS:
        start += 1
    return start


def _in_digits(source: str, text: str, start: int) -> Figure | int:
    """The figure whose digits begin at `start`, or where to go on."""
    before = text[start - 1] if start else ""
    if (before not in _LOOK_BEFORE or before in zh.HEDGE_LINK and _only_links(text, start)) and (figure := _common(source, text, start)):
        return figure
    first = start
    if before.isascii() and before not in " \n(,;" and before:
        if (before in LETTERS or before == "_") and not sign_before(text, start):
            return token_end(text, start)
        if before == "." and start > 1:
            if text[start - 2] in DIGITS or text[start - 2] in LETTERS:
                return _digits_end(text, start)
            if text[start - 2] != ".":
                first = start - 1
        if before in "-/" and start > 1 and text[start - 2] in LETTERS:
            return token_end(text, start)
    if text[start + 1 : start + 2] == ":" and (time := elapsed(source, text, start)):
        return time
    if race := _RACE_TIME.match(text, start):
        return make(source, start, race.end(), int(race[1] + race[2]), 10 ** len(race[2]), 1, "秒", "duration")
    numeral = read_zh(text, start)
    if numeral is None:
        return _digits_end(text, start)
    if first < start:
        decimals = numeral.end - start
        if not text[start : numeral.end].isdigit():
            return numeral.end
        numeral = numeral._replace(start=first, under=10**decimals)
    after = text[numeral.end : numeral.end + 1]
    if after in SPECIAL_AFTER and (other := special(source, text, numeral, before, after)) is not None:
        return other
    if before in SPECIAL_BEFORE and (reference := reference_end(text, numeral, before)):
        return reference
    return quantity(source, text, numeral) or numeral.end


def _only_links(text: str, start: int) -> bool:
    """Whether the 为 or 到 before `start` leads to no hedge: 增加到, 达到, but not 约为, 不到, 未达到."""
    if start < 3 or text[start - 2 : start] in zh.HEDGES_BEFORE or text[start - 3 : start - 1] in zh.HEDGES_BEFORE:
        return False
    return text[start - 2] not in _LOOK_BEFORE or text[start - 2] == "达"


def _common(source: str, text: str, start: int) -> Figure | None:
    """The figure at `start` if it is of the common form, such as 107.8亿元, 63.6%, 2016年, with nothing behind it that bears on it."""
    match = _COMMON.match(text, start)
    end = match.end()  # type: ignore[union-attr]
    unit = text[end : end + 1]
    known = _COMMON_UNITS.get(unit)
    if unit == "年" and text[max(start - 2, 0) : start] in zh.ERAS:
        return None
    if not known or text[end + 1 : end + 2] in known[3] or unit == zh.SESSION and end - start == 4:
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


def _half_or_turn(source: str, text: str, start: int) -> Figure | None:
    """半年, 半数, 打对折, 翻两番, 翻倍, 腰斩, 减半."""
    if text[start] in "腰减":
        return make(source, start, start + 2, 1, 2, 0, "倍", "multiple", hedge_before(text, start, False))
    if text[start] == "翻":
        turns = _TURNS.match(text, start)
        if not turns:
            return None
        power = 1 if not turns[1] else zh.DIGITS[turns[1]]
        hedge = hedge_before(text, start, False) or hedge_after(text, turns.end())
        return make(source, start, turns.end(), 2**power, 1, 0, "倍", "multiple", hedge)
    if text[start] == "对":
        return make(source, start, start + 2, 1, 2, 0, "", "share") if text[start - 1 : start] == "打" else None
    if start and text[start - 1] in _NOT_HALF_AFTER:
        return None
    for word, (unit, kind) in _HALVES.items():
        if text.startswith(word, start):
            return make(source, start, start + len(word), 1, 2, 0, unit, kind, hedge_before(text, start, False) or hedge_after(text, start + len(word)))
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
    if text[numeral.end : numeral.end + 1] == "日" and (day := day_of_month(source, text, numeral, text[start - 1 : start])):
        return day
    if text[start - 1 : start] == "第" and text[numeral.end : numeral.end + 1] in PARTS:
        return numeral.end
    if not numeral.ratio and (_is_word(text, start, numeral.end) or _is_quoted(text, start)):
        return _run_end(text, start)
    return quantity(source, text, numeral) or _run_end(text, start)


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether the numeral is part of a name or a set phrase: 四川, 千方百计, 十四五; 十一个 is eleven, whatever 十一 may be."""
    for place, word in _NOT_NUMBERS.get(text[start], ()):
        if text.startswith(word, start - place) and start >= place and end <= start - place + len(word):
            if end < start - place + len(word) or place or not unit_behind(text, end)[0]:
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
