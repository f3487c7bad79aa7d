"""What each figure of a sentence claims to be, and what marks it: read off the codes to its left and right."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from ..figures import Figure
from ..units import dimension_of, factor_between
from . import vocabulary
from .words import Token, lexicon

LEVEL, RATE, DELTA, POINTS, SHARE, TIMES, EACH, TOTAL, REST, GAP, SPAN, YEAR, OTHER, BLOCKED = (
    "level", "rate", "delta", "points", "share", "times", "each", "total", "rest", "gap", "span", "year", "other", "blocked")
FROM, TO, BASE, BEFORE, NOW = "from", "to", "base", "before", "now"


class Item(NamedTuple):
    """One figure of a sentence with its features.

    `claim` is what it claims to be; `when` marks it as from, to, base (compared with), before or now; `year` is the year it is of.
    `at` is its place among the tokens, `clause` the number of its clause; `left` and `right` are the codes up to the next figure or clause mark.
    `subject` are the words before it in its clause, `noun` those right behind it. `yearly`, `flagged`, `loss` and `own` (share of its own) are marks.
    """

    figure: Figure
    code: str
    at: int
    claim: str
    when: str = ""
    year: int = 0
    direction: int = 0
    clause: int = 0
    left: str = ""
    right: str = ""
    subject: str = ""
    noun: str = ""
    yearly: bool = False
    flagged: str = ""
    loss: bool = False
    open: bool = False

    @property
    def dimension(self) -> str:
        return dimension(self.figure)


class Sentence(NamedTuple):
    """`codes` is one letter a token; `items` its figures in order; `number` its place in the document."""

    tokens: tuple[Token, ...]
    codes: str
    items: tuple[Item, ...]
    text: str
    start: int
    number: int
    chinese: bool
    part: int = 0


def dimension(figure: Figure) -> str:
    """What a figure measures; all plain counts alike, shares apart."""
    return _dimension(figure.kind, figure.unit)


@lru_cache(4096)
def _dimension(kind: str, unit: str) -> str:
    if kind in ("share", "points", "multiple", "year"):
        return kind
    if not unit:
        return "count"
    return "/".join(dimension_of(word) for word in unit.split("/"))


def comparable(a: Figure, b: Figure) -> bool:
    """Whether two levels may stand in one comparison: equal dimensions, and not two different things counted."""
    return _comparable(a.kind, a.unit, b.kind, b.unit)


def latin(text: str) -> bool:
    """Whether a text holds no Han character; pound signs and curly quotes are at home in English."""
    return not text or max(text) < "\u2e80"


@lru_cache(4096)
def _comparable(kind: str, unit: str, other_kind: str, other: str) -> bool:
    first, second = _dimension(kind, unit), _dimension(other_kind, other)
    if "/" in first + second and first.partition("/")[0] == second.partition("/")[0]:
        return True
    if first == second:
        return first != "count" or unit == other or not unit or not other or unit.rstrip("s") == other.rstrip("s")
    loose = {first, second}
    nouns = [u for u in (unit, other) if u.isascii() and u.islower()]
    if loose == {"count", "person"} and nouns:
        return True
    return "count" in loose and (not unit or not other) and loose <= {"count", "person", "household", "[visit]", "[trip]"}


def alike(a: Item, b: Item) -> bool:
    """Comparable, or two counts of whatever English nouns."""
    if comparable(a.figure, b.figure):
        return True
    return all(i.dimension in ("count", "person") and (i.figure.unit == "人" or i.figure.unit.isascii()) for i in (a, b)) and (a.figure.unit + b.figure.unit).replace("人", "").isascii()


# All figures of a document, by where they begin.
EVERY = range(sys.maxsize)
STOPS = ",;:()|.qptx"


def sentence(tokens: tuple[Token, ...], figures: tuple[Figure, ...], text: str, start: int, number: int, chinese: bool, part: int = 0) -> Sentence:
    codes = "".join(t.code for t in tokens)
    places = [n for n, token in enumerate(tokens) if token.figure >= 0]
    taken: set[int] = set()
    items: list[Item] = []
    clause = 0
    counted = 0
    for at in places:
        clause += sum(codes[i] in ",;:()." for i in range(counted, at))
        counted = at
        items.append(_item(tokens, codes, at, figures[tokens[at].figure], clause, chinese, taken, text, start))
    items = _adopted(items)
    if not chinese:
        items = _elided(codes, items)
    items = _counted_from(items, codes, text, start)
    return Sentence(tokens, codes, tuple(_coordinated(tokens, codes, items)), text, start, number, chinese, part)


_LATER = re.compile(r"\s*(?:之后|以后|过后|后|later\b|on\b)")


def _counted_from(items: list[Item], codes: str, text: str, start: int) -> list[Item]:
    """第二年20.9万份 is of year 2; 四年后 is of the year named before and four."""
    dated: list[Item] = []
    named = told = 0
    for place, item in enumerate(items):
        ordinal = item.figure.kind == "ordinal" and item.figure.text.endswith("年")
        if item.code == "y" or ordinal:
            named, told = int(item.figure.value), int(item.figure.value) if ordinal else 0
        elif item.claim == SPAN and item.figure.unit == "年" and named and _LATER.match(text, item.figure.end - start):
            told = named = named + int(item.figure.value)
        elif told and not item.year and item.claim in (LEVEL, TOTAL) and item.code in "qp" and re.fullmatch("[wTNKVi]{0,3}", codes[items[place - 1].at + 1 : item.at].lstrip(",")) and items[place - 1].code in "od":
            item = item._replace(year=told)
        dated.append(item)
    return dated


def _coordinated(tokens: tuple[Token, ...], codes: str, items: list[Item]) -> Iterator[Item]:
    """A figure beside another of the same statement takes after it: a gain of 36, or 2%; 增收41,823万元(32.6%); 70661亿元(7.07万亿元)."""
    last: Item | None = None
    for item in items:
        between = codes[last.at + 1 : item.at] if last else ""
        if last and item.claim == LEVEL and item.code == "q" and codes[max(item.at - 2, 0) : item.at] == "P(" and codes[item.at + 1 : item.at + 2] == ")":
            item = item._replace(when=BEFORE)
        if last and item.claim == LEVEL and item.code == last.code == "q" and re.fullmatch(r"w?\(\(?[yPN]{1,2}[:,]?", between) and codes[item.at + 1 : item.at + 2] in (")", ",", ";"):
            item = item._replace(when=BEFORE) if "N" not in between else item
        elif last and item.code == last.code == "p" and item.claim in (LEVEL, RATE) and re.fullmatch(r"w?\([yPN]{1,2}[:,]?", between) and codes[item.at + 1 : item.at + 2] in (")", ","):
            item = item._replace(when=BEFORE, claim=last.claim if last.claim == RATE else LEVEL)
        if last and item.claim in (LEVEL, RATE) and not item.when and _bracketed(codes, items, last, item):
            if item.code == "q" and not item.figure.unit and not item.figure.scaled and last.code in "pt" and not any(i.code == "q" for i in items if i.at < item.at):
                item = item._replace(code="p", figure=_hundredths(item.figure))
            item = item._replace(when=BEFORE, claim=LEVEL)
        if last and item.claim == LEVEL and not item.when and not re.search("q[^,;.q]*O[^,;.q]*$", codes[: last.at]) and re.fullmatch(r"w?(?:,?E|\(E?|,?aE?)", between):
            chinese = not latin(last.figure.text)
            if last.claim == DELTA and item.code == "p" and between != "a" or last.claim == RATE and last.code == "p" and item.code == "q" and (chinese or re.search("[E(]", between)):
                item = item._replace(claim=RATE if item.code == "p" else DELTA, direction=last.direction, clause=last.clause)
        if last and not between and last.when == BASE and item.claim == LEVEL and item.code == last.code == "q" and not last.figure.text.isascii():
            # 超出目标4.8万人0.6万人
            way = next((t.direction for t in reversed(tokens[last.at - len(last.left) : last.at]) if t.code == "C"), 0)
            item = item._replace(claim=DELTA, direction=way) if way else item
        if last and item.code == "p" and last.code == "q" and item.claim == LEVEL and not item.when and last.when in (TO, FROM) and re.fullmatch(r"y?,E?|E", between):
            item = item._replace(claim=RATE, clause=last.clause)
        if last and item.code == last.code == "q" and item.claim == LEVEL and not item.when and last.when in (TO, FROM) and latin(last.figure.text) and (
            re.fullmatch(",E?", between) and re.match(r"d?(?:$|[.;,)])", codes[item.at + 1 :]) and not item.noun and 4 * item.figure.value < last.figure.value or between == ",E" and tokens[item.at - 1].text != "or"
        ):
            item = item._replace(claim=DELTA, clause=last.clause)
        if last and item.code == last.code == "q" and item.claim == LEVEL and between == "(" and codes[item.at + 1 : item.at + 2] == ")" and not item.figure.unit and last.figure.unit and latin(last.figure.text):
            item = _like(item, last)
        elif last and item.code == last.code == "q" and re.fullmatch(r"\(E?|,E|E", between) and (between != "(" or codes[item.at + 1 : item.at + 2] == ")") and restates(last.figure, item.figure):
            item = item._replace(claim=OTHER)
        if last and item.code == "q" and last.code == "x" and not between and item.claim == LEVEL and any(c.isdigit() or c in "tfo" for c in last.figure.text):
            item = item._replace(when=BASE)
        if last and item.code == "q" and item.claim == LEVEL and last.left.endswith("AO") and last.claim == LEVEL and last.dimension != item.dimension:
            item = item._replace(claim=EACH)
        yield item
        if item.claim not in (YEAR, SPAN, OTHER):
            last = item


def _bracketed(codes: str, items: list[Item], last: Item, item: Item) -> bool:
    """Whether a figure in brackets is an earlier level: 20% up on 2019 (67.3), up 6.9% (2019: 307), 88 (74), 19% up."""
    before, after = codes[last.at + 1 : item.at], codes[item.at + 1 :]
    if not latin(item.figure.text) or item.code not in "qp" or not re.search(r"\([yPwi]{0,3}[:,]?$", before) or not re.match(r"[yP]{0,2}[),;]", after):
        return False
    if re.search(r"[CF][wyPO]{0,3}\($", before):
        return True
    if last.claim in (RATE, DELTA, POINTS):
        return bool(re.search(r"\(w?[yP]{1,2}w?[:,]?$", before) or re.search(r"\($", before) and re.match("[yP]", after)) and any(i.claim in (LEVEL, TOTAL, EACH) and i.code == item.code for i in items if i.at < item.at)
    near = last.claim in (LEVEL, TOTAL, EACH) and last.when in ("", TO, NOW) and last.code == item.code and comparable(last.figure, item.figure) and _scale(last.figure) == _scale(item.figure)
    if not (near and before in ("(", "(:") and after[:1] == ")" and 0 < item.figure.value < 3 * last.figure.value < 9 * item.figure.value):
        return False
    return bool(re.match(r"\)[,:;]?E?(?:V[iOB]?[ptq]|[pt]w?V|wVO[pt])", after) or last.when == TO and re.search("V[BO]?[pt][,w]?T$", codes[: last.at]))


def _hundredths(figure: Figure) -> Figure:
    """A bare number as a percentage."""
    low, high = (None if x is None else x / 100 for x in (figure.low, figure.high))
    half = Fraction(1, 200) if not figure.resolution else Fraction(0)
    return figure._replace(value=figure.value / 100, low=low and low - half, high=high and high + half, resolution=(figure.resolution or Fraction(1)) / 100, kind="share")


def _printed(figure: Figure) -> Fraction:
    """The bare number of a figure, without its scale."""
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", figure.text)
    return Fraction(digits.group().replace(",", "")) if digits and figure.value and int(re.sub(r"\D", "", digits.group())) else figure.value or Fraction(1)


def _like(item: Item, last: Item) -> Item:
    """1,265 million (1,150): a bare number behind another is its earlier value, in its unit and scale."""
    figure = item.figure
    factor = Fraction(1) if figure.scaled else last.figure.value / _printed(last.figure)
    value = figure.value * factor
    if not last.figure.value < 4 * value < 16 * last.figure.value:
        return item
    low, high = (None if x is None else x * factor for x in (figure.low, figure.high))
    half = figure.resolution / 2 * factor
    figure = figure._replace(value=value, low=low and low - half, high=high and high + half, resolution=figure.resolution * factor, unit=last.figure.unit)
    return item._replace(figure=figure, when=BEFORE)


def _adopted(items: list[Item]) -> list[Item]:
    """From 8.2 to 9.9 per cent, to 5.9 percent from 6.0: the bare end takes the unit of the other."""
    places = [n for n, i in enumerate(items) if i.code not in "yo"]
    for n, m in zip(places, places[1:]):
        a, b = items[n], items[m]
        if {a.when, b.when} != {FROM, TO} or a.figure.unit == b.figure.unit and {a.code, b.code} != {"q", "p"}:
            continue
        bare, full, place = (a, b, n) if a.code == "q" and len(a.figure.unit) < len(b.figure.unit) or b.code == "p" else (b, a, m)
        if "/" in full.figure.unit and bare.figure.unit == full.figure.unit.partition("/")[0]:
            items[place] = bare._replace(figure=bare.figure._replace(unit=full.figure.unit))
            continue
        if bare.code != "q" or full.code == "p" and bare.figure.unit or bare.figure.scaled or full.code not in "qp" or bare.figure.kind == "share" or full.code == "q" and not full.figure.unit:
            continue
        figure, factor = bare.figure, full.figure.value / _printed(full.figure) if full.code == "p" else Fraction(1)
        low, high = (None if x is None else x * factor for x in (figure.low, figure.high))
        half = (figure.resolution or Fraction(1)) / 2 * factor if full.code == "p" and not figure.resolution else Fraction(0)
        figure = figure._replace(value=figure.value * factor, low=low and low - half, high=high and high + half, unit=full.figure.unit, kind=full.figure.kind)
        items[place] = bare._replace(figure=figure, code=full.code)
    return items


# Between members of a list, and between a part and the whole it is of.
_LIST_GAP = re.compile(r"[wOi]{0,3}\)?[|,a;]{1,2}[wOi]{0,2}\(?")
_OF_GAP = re.compile(r"w?O[wKO]{0,2}")


def _elided(codes: str, items: list[Item]) -> list[Item]:
    """3.1, 4.7 and 3.6 degrees; 1,860 of the 24,500 hectares; 2,300 acres of moor and 640 of wood: what is counted is said once."""
    places = [n for n, i in enumerate(items) if i.code == "q"]
    steps = list(zip(places, places[1:]))
    for n, m, backward in [*((a, b, False) for a, b in steps), *((a, b, True) for a, b in reversed(steps))]:
        bare, full, place = (items[n], items[m], n) if backward else (items[m], items[n], m)
        gap = codes[items[n].at + 1 : items[m].at]
        if bare.figure.unit or bare.claim != LEVEL or bare.when or not full.figure.unit or full.dimension in ("count", "person") or "/" in full.figure.unit and not backward or bare.figure.text[:1] in "(":
            continue
        if full.figure.text[:1].isdigit() and (_LIST_GAP.fullmatch(gap) and (backward and "w" not in gap or bare.right[:1] == "O" or gap[-1:] == "(") or backward and _OF_GAP.fullmatch(gap)):
            items[place] = bare._replace(figure=bare.figure._replace(unit=full.figure.unit, kind=full.figure.kind))
    return items


def restates(a: Figure, b: Figure) -> bool:
    """Whether `b` may say `a` again in another unit or scale."""
    if not (dimension(a) == dimension(b) != "count" and (a.unit != b.unit or _scale(a) != _scale(b)) and a.value > 0 and "/" not in a.unit + b.unit):
        return False
    factor = factor_between(b.unit, a.unit) if a.unit != b.unit else 1
    return Fraction(2, 5) < b.value * factor / a.value < Fraction(5, 2)


def _scale(figure: Figure) -> str:
    return "".join(c for c in figure.text if not c.isdigit() and c not in ".,， ")


@lru_cache(4096)
def comparing(text: str) -> int:
    """The direction of a comparing word within an English figure: 48 additional deaths, 40 fewer fires."""
    meanings = lexicon(False).meanings
    return next((meanings[w][1] for w in text.lower().split()[1:] if meanings.get(w, ("", 0))[0] == "V"), 0)


def _left(codes: str, at: int, chinese: bool = True) -> int:
    """Where the run of codes before a figure begins; English adds the year that a sentence opens with: in 1995, 1.2 million."""
    begin = at
    while begin and codes[begin - 1] not in STOPS:
        begin -= 1
    # (2018: 25.17) and 2018, 25.17: a year alone before the mark belongs to the figure.
    if begin > 1 and codes[begin - 1] in ":(," and re.fullmatch("[yPN]", codes[begin - 2]) and (begin < 3 or codes[begin - 3] in STOPS) and codes[begin - 1] != ",":
        begin -= 2
    elif not chinese and begin == at and begin > 1 and codes[begin - 2 : begin] == "y," and (begin < 3 or codes[begin - 3] in ";."):
        begin -= 2
    # Total: 350, with nothing behind it.
    if begin > 1 and codes[begin - 2 : begin] == "K:" and codes[max(begin - 3, 0) : begin - 2] in ("", ";", ".", ",") and codes[at + 1 : at + 2] in ("", ";", "."):
        begin -= 2
    return begin


def _right(codes: str, at: int) -> int:
    end = at + 1
    while end < len(codes) and codes[end] not in STOPS:
        end += 1
    return end


# Faster is less time.
_TIME = ("秒", "分钟", "小时", "天")
_PACE = ("faster", "slower", "quicker")


def _item(tokens: tuple[Token, ...], codes: str, at: int, figure: Figure, clause: int, chinese: bool, taken: set[int], text: str, start: int) -> Item:
    begin, end = _left(codes, at, chinese), _right(codes, at)
    own_left = [i for i in range(begin, at) if i not in taken]
    left, right = "".join(codes[i] for i in own_left), codes[at + 1 : end]
    code = codes[at]
    words = [tokens[i] for i in own_left]
    direction = next((t.direction for t in reversed(words) if t.code in "VT" and t.direction), 0)
    after = tokens[at + 1 : end]
    later = next((t.direction for t in after if t.code == "V" and t.direction), 0)
    year = _year(tokens, codes, own_left, at, end, chinese, taken)
    more = 0 if chinese or code != "q" else comparing(figure.text)
    claim, when = _claim(code, left, right, chinese, tokens, codes, begin, at, end, figure.unit, any(t.code == "V" for t in words) and bool(words) and words[-1].direction == 0, figure.value < 0 and codes[max(at - 1, 0)] in "(,", bool(more), "." in figure.text)
    if not chinese and claim in (DELTA, RATE) and figure.hedge in vocabulary.passing_hedges() and codes[max(at - 1, 0)] == "V":
        # It fell below $60: to a level, not by one.
        claim, when = LEVEL, TO
    if not chinese and when == TO and (earlier := re.search("(?:^|[;:.,])(P)[^,;:.F]{0,8}T$", codes[:at])) and not tokens[earlier.start(1)].text.startswith(vocabulary.last()):
        when = BEFORE
    if not chinese and code == "x" and at + 1 < len(tokens) and tokens[at + 1].text.split(" ")[0] in vocabulary.speeds():
        claim = BLOCKED
    if not chinese and claim == DELTA and re.search("pVN$", codes[:at]):
        claim, when = LEVEL, NOW
    if more and claim == DELTA and re.match("Cw", codes[at + 1 :]):
        claim = GAP
    if not chinese and claim == DELTA and codes[at + 1 : at + 2] == "V" and tokens[at + 1].text == "added":
        claim, later = LEVEL, 0
    if not chinese and claim == DELTA and not direction and codes[max(at - 1, 0)] == "V" and not later:
        claim = LEVEL
    if not left[-1:] or not direction:
        direction = direction or later
    if not chinese and code in "qpt" and claim in (RATE, DELTA, POINTS, GAP) and re.match("VO?Cw$", right) and not re.match(r"\(?[qptxy]|,w[iT]?[qpt]", codes[end:]) and not (codes[end : end + 1] == "," and vocabulary.relative().match(text[tokens[end].end - start :])):
        claim, when = BLOCKED, ""
    if claim in (RATE, DELTA, POINTS) and re.match("[wPCYe]{0,1}V", right) and not re.search("V[^V]{0,3}$", left):
        direction = later or direction
    direction = direction or more
    if not chinese and claim == RATE and (re.search("L(?:w?O)$", left) or right == "L"):
        direction = -1
    if direction and figure.unit in _TIME and any(t.code == "V" and t.text[:1] in "快慢" or t.text in _PACE for t in (*words, *after)):
        direction = -direction
    if direction and figure.value < 0:
        direction = 0
    if not chinese and (when in ("", BEFORE) or when == TO and re.search("[qp]w?T$", codes[:at])) and right and claim in (LEVEL, TOTAL, EACH):
        if match := re.match("[wOCaIedyi]{0,3}[PN]" if "wCP" not in right else "[wOaIedyi]{0,3}[PN]", right):
            if not re.match("[Oi]?w?V", right):
                mark = at + match.end()
                if codes[mark] == "P" or not re.match("O?y", codes[mark + 1 :]):
                    # At the end of 2020 is no other time than 2020.
                    taken.add(mark)
                    when = BEFORE if codes[mark] == "P" else NOW
    subject = "".join(t.text for t in words if t.code == "w") if chinese else " ".join(t.text for t in words if t.code == "w")
    noun = next((t.text for t in after[:2] if t.code == "w"), "")
    flagged = next((t.text for t in [*words, *after] if t.code == "X"), "")
    if chinese and not flagged and (said := _BASIS.match(text, figure.end - start)):
        flagged = said[1]
    colon = codes.rfind(":", 0, at)
    # (2018: 40) parts nothing.
    segment = max(codes.rfind(";", 0, at), codes.rfind(".", 0, at), colon if codes.count("(", 0, colon) == codes.count(")", 0, colon) else -1)
    if not flagged and "X" in codes[segment + 1 : at]:
        flagged = tokens[codes.index("X", segment + 1)].text
    if not flagged and not chinese and claim in (RATE, POINTS) and (later_flag := re.match("[^pt;.]*?X", codes[at + 1 :])):
        flagged = tokens[at + later_flag.end()].text
    if not flagged and end < len(codes) and codes[end] == "(":
        close = codes.find(")", end)
        flagged = next((t.text for t in tokens[end : close if 0 < close < end + 12 else end] if t.code == "X"), "")
    if not chinese and code == "q" and re.search("L(?:w?O)$", left) and figure.unit and not re.fullmatch("[A-Z]{3}|元", figure.unit):
        claim, when, direction = DELTA, "", -1
    if not chinese and claim == DELTA and code == "q" and codes[at - 1 : at] == "V" and tokens[at - 1].text in vocabulary.raised() and not later:
        claim, direction = LEVEL, 0
    if not chinese and code == "d" and claim != SPAN and figure.unit == "年":
        code = "q"
    if code == "d" and claim not in (SPAN, BLOCKED) and chinese:
        code = "q"
    return Item(figure, code, at, claim, when, year, direction, clause, left, right, subject, noun, "Y" in left or bool(re.match("w?V?w?Y", right)), flagged,
                "L" in left[-3:] or right[:1] == "L" or claim == GAP and any(t.text in vocabulary.deficits() for t in words[-3:]), figure.hedge_kind in ("over", "at_least"))


def _year(tokens, codes, own_left, at, end, chinese, taken) -> int:
    if not chinese:
        for i in range(at + 1, min(end, at + 4)):
            if codes[i] == "y":
                taken.update(range(at + 1, i + 1))
                return int("".join(c for c in tokens[i].text if c.isdigit())[:4] or 0)
            if codes[i] not in "wOiBN":
                break
        if re.match(r"[(,]y", codes[end:]) and codes[end] == "(" and codes[end + 2 : end + 3] == ")":
            return int("".join(c for c in tokens[end + 1].text if c.isdigit())[:4] or 0)
    for i in reversed(own_left):
        if codes[i] == "y":
            return int("".join(c for c in tokens[i].text if c.isdigit())[:4] or 0)
    if codes[max(at - 3, 0) : at] == "(y)":
        return int("".join(c for c in tokens[at - 2].text if c.isdigit())[:4] or 0)
    if at > 1 and codes[at - 1] == "(" and codes[at - 2] == "y":
        return int("".join(c for c in tokens[at - 2].text if c.isdigit())[:4] or 0)
    return 0


# 41128元（按年均人口计算）: on a basis that is not printed.
_BASIS = re.compile(r"\s*[（(](按[^\d，。）)]{2,16}(?:计算|口径|测算|统计|折算))[）)]")

# Of these verbs a figure before them is the subject: $690m falls due, 1,200 rose.
_FINITE = re.compile(r"^(?:falls|rises|grows|rose|fell|grew|sank|shrank|slid|climbs|climbed|dropped|declined|increased|decreased)$")


def _claim(code, left, right, chinese, tokens, codes, begin, at, end, figure_unit, rated, signed, more, fractional) -> tuple[str, str]:
    """What the figure claims to be and its mark, from the nearest cue outwards."""
    if code in "yo":
        return (YEAR if code == "y" else OTHER), ""
    if ("b" in left or "b" == right[:1]) and not (chinese and code == "q" and figure_unit):
        return BLOCKED, ""
    if code == "d" and chinese and (codes[at - 1 : at] == "V" and tokens[at - 1].text.rstrip("了") in vocabulary.timing()):
        return DELTA, ""
    if code == "d" and chinese and (re.search("F[^VT]{0,3}$", left) and "T" in right + codes[end : end + 1] or re.search("T$", left) and tokens[at - 1].direction and "F" in codes[:at]):
        return LEVEL, TO if left[-1:] == "T" else FROM
    if code == "d" and not (not chinese and (figure_unit == "年" and (fractional or re.search("(?:V[PN]?O|GO?)$", left))) and not re.search("[AY]$", left)) and not (not chinese and re.match("VC", right) or figure_unit in ("天", "小时", "分钟", "秒", "周") and not re.search("[AY]$", left)):
        return SPAN, ""
    core = re.sub("[yde]", "", (re.sub("F?yTy", "", left) if code == "q" else left) if chinese else re.sub("NO?(?=y)|B[wO]?(?=[yoPN])", "", left))
    if not chinese and code == "p" and re.match("Y", right) and "S" not in core:
        return RATE, BEFORE if "P" in core[-3:] else ""
    core = re.sub("V[CPN]*T$", "V", core) if code == "p" and rated and chinese else core
    core = re.sub("YT$", "Y", core) if code == "p" and chinese and not tokens[at - 1].direction else core
    when = _when(core, tokens, codes, begin, at, chinese)
    if when == TO and code == "p" and chinese and core[-1:] == "T" and not tokens[at - 1].direction and ("F" not in codes[:at] or re.search("[YV]w?T$", core) and not re.search("[qp]w?[YV]?w?T$", codes[:at])):
        when = ""
    if code == "q" and chinese and re.search("G[CP]?T$", core):
        return GAP, ""
    if code == "q" and chinese and re.match("w?C", right) and "a" in left:
        return LEVEL, BASE
    if code == "p" and not chinese and (re.search("Y[VS]{0,2}O?$", core) or re.match("w?Y", right) and re.search("^E?w?$|[VK]i$", core)):
        return RATE, when if when == BEFORE else ""
    if when in (FROM, TO):
        if code == "x" and when == TO:
            return TIMES, TO
        return LEVEL, when
    change = (re.search("V[PCYNBHnA]{0,3}(?:O|wO|S)?$", core) or code == "q" and right == "T" and re.search("V[wSKGA]{1,3}$", core)) if not chinese else re.search("V[YPCNHEm]{0,2}$|Vw$", core)
    finite = not chinese and next((_FINITE.search(t.text) for t in tokens[at + 1 : at + 3] if t.code == "V"), None)
    # Of the 3.4m raised: a whole.
    whole = not chinese and left == "O" and re.match("w?V", right) and (not begin or codes[begin - 1] in ";.,")
    behind = None if finite and not more or whole else more or re.match("[Yw]?V", right) if chinese is False and not re.match("[Yw]?V[BEH]?[qptx]", codes[at + 1 :]) else None
    if code == "t":
        return POINTS, when
    bare_by = not chinese and (re.search("^E?B$" if code == "q" else "B$", core) or code == "p" and (re.search("B$", core) and right[:1] in ("T", "F") or re.match(",?T[wHN]?qy?F", codes[at + 1 :])))
    if code == "x":
        return (RATE if change and chinese and not re.search("T$", core) else TIMES), when
    if code == "p":
        if not chinese and (re.search("L(?:w?O)$", core) or right == "L"):
            return RATE, when
        if re.search("S[wTKCN]{0,2}$", core) and not change and (chinese or not re.match("w?V$", right)):
            return SHARE, when
        if behind or bare_by or not chinese and re.match("w?Y", right) and not core or (change or re.search("YO?$", core)) and when not in (BASE, BEFORE) or signed and not core:
            return RATE, "" if when == BASE and not chinese else when
        if chinese is False and re.match("O", right):
            return SHARE, when
        return LEVEL, when
    if chinese and right[:1] == "e" and codes[end : end + 1] in ("p", "x"):
        return LEVEL, BASE if not when else when
    if not chinese and behind and re.match("VC", right):
        return DELTA, when
    if re.search("A(?:w|V|Y|wV|wK|K)?$" if chinese else "A(?:ww?|V|Y|wV|ww?O)?$", core) or not chinese and _each_behind(tokens, codes, at, right) or re.search("Yw?$" if chinese else "Y$", core) or not chinese and re.match("w?Y", right):
        return EACH, when
    if (change or bare_by) and when not in (BASE, BEFORE):
        return DELTA, when
    if behind and when == "":
        return DELTA, when
    if re.search("G[wBOCKN]{0,3}$", core) or not chinese and re.match("G", right):
        return GAP, when
    if re.search("R[wN]{0,1}$", core) or not chinese and re.match("w?R(?:[Ow]?$|O)", right):
        return REST, when
    if re.search("K:?[wNO]{0,2}$", core) or not chinese and (behind_it := re.match("w?K", right)) and tokens[at + behind_it.end()].text in vocabulary.behind():
        return TOTAL, when
    return LEVEL, when


def _each_behind(tokens, codes, at, right) -> bool:
    """Whether a word for each stands behind an English figure, and is not the average that the next figure is."""
    match = re.match("T?w?A", right)
    return match is not None and not (codes[at + 1 + match.end() :][:1] in ("q", "d") and tokens[at + match.end()].text in vocabulary.averages())


def _when(core: str, tokens, codes, begin, at, chinese) -> str:
    """The mark nearest to the figure, if no verb of change stands between."""
    if "F" in core[-4:] and not re.search("F.*[TV]", core) and (chinese or re.search("F[wOAKPSe]{0,3}$", core)):
        return FROM
    if chinese and core.endswith("TN"):
        # 增加到目前的12口
        return TO
    if not chinese:
        core = re.sub("F[wO]*$|F.*a", "", core)
    for code in reversed(core[-5:]):
        if code == "F":
            return FROM
        if code == "T":
            return TO if chinese or not re.search("Tw+i?$", core) else ""
        if code == "C":
            return BASE
        if code == "P":
            return BEFORE
        if code == "N":
            return NOW
        if code in "VSA":
            return ""
    return ""
