"""Figures beside each other: one takes the unit, the scale or the claim of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from ..exact import POWERS_OF_TEN
from ..figures import Figure
from ..units import UnitError, factor_between
from .items import (
    BASE,
    BEFORE,
    DELTA,
    EACH,
    FROM,
    LEVEL,
    NOW,
    OTHER,
    POINTS,
    RATE,
    SHARE,
    SPAN,
    TO,
    TOTAL,
    YEAR,
    Item,
    comparable,
    dimension,
    latin,
)
from .patterns import compiled
from .words import Token

_LATER = re.compile(r"\s*(?:之后|以后|过后|后|later\b|on\b)")


def counted_from(items: list[Item], codes: str, text: str, start: int) -> list[Item]:
    """第二年20.9万份 is of year 2; 四年后 is of the year named before and four."""
    dated: list[Item] = []
    named = told = 0
    for place, item in enumerate(items):
        ordinal = item.figure.kind == "ordinal" and item.figure.text.endswith("年")
        if item.code == "y" or ordinal:
            named, told = int(item.figure.value), int(item.figure.value) if ordinal else 0
        elif item.claim == SPAN and item.figure.unit == "年" and named and _LATER.match(text, item.figure.end - start):
            told = named = named + int(item.figure.value)
        elif told and not item.year and item.claim in (LEVEL, TOTAL) and item.code in "qp" and compiled("[wTNKVi]{0,3}").fullmatch(codes[items[place - 1].at + 1 : item.at].lstrip(",")) and items[place - 1].code in "od":
            item = item._replace(year=told)
        dated.append(item)
    return dated


def headed(items: list[Item], codes: str) -> list[Item]:
    """2024年，这个数字是1342万: the first level of a Chinese stretch that opens with a year is of that year."""
    years = {i.at: int(i.figure.value) for i in items if i.code == "y"}
    for place, item in enumerate(items if years else ()):
        if item.year or item.when or item.claim not in (LEVEL, TOTAL) or item.code not in "qp":
            continue
        begin = max(codes.rfind(mark, 0, item.at) for mark in ";.") + 1
        opening = compiled("(?:[^;,.qptxyd]*:)?w?(y),[^y;.qptxd]*").fullmatch(codes[begin : item.at])
        if opening:
            items[place] = item._replace(year=years[begin + opening.start(1)])
    return items


def coordinated(tokens: tuple[Token, ...], codes: str, items: list[Item], text: str, start: int) -> Iterator[Item]:
    """A figure beside another of the same statement takes after it: a gain of 36, or 2%; 增收41,823万元(32.6%); 70661亿元(7.07万亿元)."""
    last: Item | None = None
    aged = {i.at for i in items if i.code == "q" and not i.figure.unit and i.figure.value <= 120 and latin(i.figure.text) and (compiled("(?<![VBO])pF$").search(codes[: i.at]) and codes[i.at + 1 : i.at + 3] == "Tq" or compiled("(?<![VBO])pFqT$").search(codes[: i.at]))}
    for item in items:
        if item.at in aged:
            # 8.9% from 18 to 24: of an age.
            item = item._replace(claim=OTHER, when="")
        between = codes[last.at + 1 : item.at] if last else ""
        if last and item.when == BASE and last.when == BEFORE and latin(item.figure.text) and item.code == last.code and compiled("[wOi]{0,2}N").match(codes[item.at + 1 :]):
            # 268 at the outset against 198 at the end: the later is that of now.
            item = item._replace(when=NOW)
        if last and item.claim == LEVEL and item.code == "q" and codes[max(item.at - 2, 0) : item.at] == "P(" and codes[item.at + 1 : item.at + 2] == ")":
            item = item._replace(when=BEFORE)
        if last and item.claim == LEVEL and item.code == last.code == "q" and "(" in between and compiled(r"w?\(\(?[yPN]{1,2}[:,]?").fullmatch(between) and codes[item.at + 1 : item.at + 2] in (")", ",", ";"):
            item = item._replace(when=BEFORE) if "N" not in between else item
        elif last and item.code == last.code == "p" and item.claim in (LEVEL, RATE) and compiled(r"w?\([yPN]{1,2}[:,]?").fullmatch(between) and codes[item.at + 1 : item.at + 2] in (")", ","):
            item = item._replace(when=BEFORE, claim=last.claim if last.claim == RATE else LEVEL)
        if last and item.claim in (LEVEL, RATE) and not item.when and "(" in between and _bracketed(tokens, codes, items, last, item):
            if item.code == "q" and not item.figure.unit and not item.figure.scaled and last.code in "pt" and not any(i.code == "q" for i in items if i.at < item.at):
                item = item._replace(code="p", figure=_hundredths(item.figure))
            item = item._replace(when=BEFORE, claim=LEVEL)
        if last and item.claim == LEVEL and not item.when and between and compiled(r"w?(?:,?E|\(E?|,?aE?)").fullmatch(between) and not compiled("q[^,;.q]*O[^,;.q]*$").search(codes[: last.at]):
            chinese = not latin(last.figure.text)
            if last.claim == DELTA and item.code == "p" and between != "a" or last.claim == RATE and last.code == "p" and item.code == "q" and (chinese or compiled("[E(]").search(between)):
                item = item._replace(claim=RATE if item.code == "p" else DELTA, direction=last.direction, clause=last.clause)
        if last and not between and last.when == BASE and item.claim == LEVEL and item.code == last.code == "q" and not last.figure.text.isascii():
            # 超出目标4.8万人0.6万人
            way = next((t.direction for t in reversed(tokens[last.at - len(last.left) : last.at]) if t.code == "C"), 0)
            item = item._replace(claim=DELTA, direction=way) if way else item
        if last and item.code == "p" and last.code == "q" and item.claim == LEVEL and not item.when and last.when in (TO, FROM) and compiled(r"y?,E?|E").fullmatch(between) and not (latin(item.figure.text) and tokens[item.at - 1].code == "," and len(text[tokens[item.at - 1].end - start : item.figure.start - start].split()) > 1):
            item = item._replace(claim=RATE, clause=last.clause)
        if last and item.code == last.code == "q" and item.claim == LEVEL and not item.when and last.when in (TO, FROM) and latin(last.figure.text) and (
            compiled(",E?").fullmatch(between) and compiled(r"d?(?:$|[.;,)])").match(codes[item.at + 1 :]) and not item.noun and ("/" in item.figure.unit) == ("/" in last.figure.unit) and 4 * item.figure.value < last.figure.value or between == ",E" and tokens[item.at - 1].text != "or"
        ):
            item = item._replace(claim=DELTA, clause=last.clause)
        if last and item.code == last.code == "q" and item.claim == LEVEL and compiled("(?:NO?|[iy]w?)?\\(").fullmatch(between) and codes[item.at + 1 : item.at + 2] == ")" and not item.figure.unit and last.figure.unit and latin(last.figure.text):
            item = _like(item, last)
        elif last and item.code == last.code == "q" and compiled(r"\(E?|,E|E").fullmatch(between) and (between != "(" or codes[item.at + 1 : item.at + 2] == ")") and restates(last.figure, item.figure):
            item = item._replace(claim=OTHER)
        if last and item.code == "q" and last.code == "x" and not between and item.claim == LEVEL and any(c.isdigit() or c in "tfo" for c in last.figure.text):
            item = item._replace(when=BASE)
        if last and item.code == "q" and item.claim == LEVEL and last.left.endswith("AO") and last.claim == LEVEL and last.dimension != item.dimension:
            item = item._replace(claim=EACH)
        if last and not between and last.when == BEFORE and item.claim == LEVEL and not item.when and item.code == last.code == "q" and item.dimension != last.dimension and not latin(item.figure.text + last.figure.text):
            # 上周成交400套/19000平方米
            item = item._replace(when=BEFORE)
        yield item
        if item.claim not in (YEAR, SPAN, OTHER):
            last = item


_STATED = (LEVEL, TOTAL, EACH)


def _of_a_level(codes: str, items: list[Item], item: Item) -> bool:
    """Whether a level of the kind of a figure stands before it in its part of the statement."""
    return any(i.claim in _STATED and i.code == item.code and ";" not in codes[i.at : item.at] for i in items if i.at < item.at)


def _bracketed(tokens: tuple[Token, ...], codes: str, items: list[Item], last: Item, item: Item) -> bool:
    """Whether a figure in brackets is an earlier level: 20% up on 2019 (67.3), up 6.9% (2019: 307), 88 (74), 19% up."""
    before, after = codes[last.at + 1 : item.at], codes[item.at + 1 :]
    if not latin(item.figure.text) or item.code not in "qp" or not compiled(r"\([yPwi]{0,3}[:,]?$").search(before) or not compiled(r"[yP]{0,2}[),;]").match(after):
        return False
    if compiled(r"C[wyPO]{0,3}\($" if last.claim not in _STATED and _of_a_level(codes, items, item) else r"C[wO]{0,2}[yP][wyPO]{0,3}\($").search(before) or compiled(r"F[yPO]{1,3}\($").search(before):
        return True
    if (outdone := compiled(r"C[wO]{0,3}\($").search(before)) and tokens[last.at + 1 + outdone.start()].direction:
        # Receipts (4,620) exceeded the estimate (4,200).
        return True
    if last.claim in (RATE, DELTA, POINTS):
        return bool(compiled(r"\(w?[yP]{1,2}w?[:,]?$").search(before) or compiled(r"\($").search(before) and compiled("[yP]").match(after)) and any(i.claim in (LEVEL, TOTAL, EACH) and i.code == item.code for i in items if i.at < item.at)
    near = last.claim in _STATED and last.when in ("", TO, NOW) and last.code == item.code and comparable(last.figure, item.figure) and _scale(last.figure) == _scale(item.figure)
    if not (near and before in ("(", "(:") and after[:1] == ")" and 0 < item.figure.value < 3 * last.figure.value < 9 * item.figure.value):
        return False
    return bool(compiled(r"\)[,:;]?E?(?:V[iOB]?[ptq]|[pt]w?V|wVO[pt])").match(after) or last.when == TO and compiled("V[BO]?[pt][,w]?T$").search(codes[: last.at]))


def _hundredths(figure: Figure) -> Figure:
    """A bare number as a percentage."""
    low, high = (None if x is None else x / 100 for x in (figure.low, figure.high))
    half = Fraction(1, 200) if not figure.resolution else Fraction(0)
    return figure._replace(value=figure.value / 100, low=low and low - half, high=high and high + half, resolution=(figure.resolution or Fraction(1)) / 100, kind="share")


def printed(figure: Figure) -> Fraction:
    """The bare number of a figure, without its scale."""
    digits = compiled(r"\d[\d,]*(?:\.\d+)?").search(figure.text)
    return Fraction(digits.group().replace(",", "")) if digits and figure.value and int(compiled(r"\D").sub("", digits.group())) else figure.value or Fraction(1)


def _like(item: Item, last: Item) -> Item:
    """1,265 million (1,150): a bare number behind another is its earlier value, in its unit and scale."""
    figure = item.figure
    factor = Fraction(1) if figure.scaled else last.figure.value / printed(last.figure)
    value = figure.value * factor
    if not last.figure.value < 4 * value < 16 * last.figure.value:
        return item
    low, high = (None if x is None else x * factor for x in (figure.low, figure.high))
    half = figure.resolution / 2 * factor
    figure = figure._replace(value=value, low=low and low - half, high=high and high + half, resolution=figure.resolution * factor, unit=last.figure.unit)
    return item._replace(figure=figure, when=BEFORE)


def adopted(items: list[Item]) -> list[Item]:
    """From 8.2 to 9.9 per cent, to 5.9 percent from 6.0: the bare end takes the unit of the other."""
    places = [n for n, i in enumerate(items) if i.code not in "yo"]
    for n, m in zip(places, places[1:]):
        a, b = items[n], items[m]
        if not a.when or not b.when or {a.when, b.when} != {FROM, TO} or a.figure.unit == b.figure.unit and {a.code, b.code} != {"q", "p"}:
            continue
        bare, full, place = (a, b, n) if a.code == "q" and len(a.figure.unit) < len(b.figure.unit) or b.code == "p" else (b, a, m)
        if "/" in full.figure.unit and bare.figure.unit == full.figure.unit.partition("/")[0]:
            items[place] = bare._replace(figure=bare.figure._replace(unit=full.figure.unit))
            continue
        if bare.code != "q" or full.code == "p" and bare.figure.unit or bare.figure.scaled or full.code not in "qpd" or bare.figure.kind == "share" or full.code in "qd" and not full.figure.unit:
            continue
        figure, factor = bare.figure, full.figure.value / printed(full.figure) if full.code == "p" else Fraction(1)
        low, high = (None if x is None else x * factor for x in (figure.low, figure.high))
        half = (figure.resolution or Fraction(1)) / 2 * factor if full.code == "p" and not figure.resolution else Fraction(0)
        figure = figure._replace(value=figure.value * factor, low=low and low - half, high=high and high + half, unit=full.figure.unit, kind=full.figure.kind)
        items[place] = bare._replace(figure=figure, code=full.code)
    return items


# Between members of a list, and between a part and the whole it is of.
_LIST_GAP = re.compile(r"[wOi]{0,3}\)?[|,a;]{1,2}[wOi]{0,2}\(?")


_OF_GAP = re.compile(r"w?O[wKO]{0,2}")


def elided(codes: str, items: list[Item]) -> list[Item]:
    """3.1, 4.7 and 3.6 degrees; 1,860 of the 24,500 hectares; 2,300 acres of moor and 640 of wood: what is counted is said once."""
    places = [n for n, i in enumerate(items) if i.code == "q"]
    steps = list(zip(places, places[1:]))
    for n, m, backward in [*((a, b, False) for a, b in steps), *((a, b, True) for a, b in reversed(steps))]:
        bare, full, place = (items[n], items[m], n) if backward else (items[m], items[n], m)
        gap = codes[items[n].at + 1 : items[m].at]
        if backward and bare.figure.unit and bare.claim == full.claim == LEVEL and full.figure.unit.startswith(f"{bare.figure.unit}/") and _LIST_GAP.fullmatch(gap) and "w" not in gap:
            # 22.7p, 23.0p and 23.0p a share
            items[m] = full._replace(figure=full.figure._replace(unit=bare.figure.unit, kind=bare.figure.kind))
            continue
        if bare.figure.unit or bare.claim != LEVEL or bare.when and not (backward and bare.when == BASE and _OF_GAP.fullmatch(gap)) or not full.figure.unit or full.dimension in ("count", "person") or "/" in full.figure.unit and not backward or bare.figure.text[:1] in "(":
            continue
        if full.figure.text[:1].isdigit() and (_LIST_GAP.fullmatch(gap) and (backward and "w" not in gap or bare.right[:1] == "O" or gap[-1:] == "(") or backward and _OF_GAP.fullmatch(gap)):
            items[place] = bare._replace(figure=bare.figure._replace(unit=full.figure.unit, kind=full.figure.kind))
    return items


def compared(items: list[Item]) -> list[Item]:
    """64.8 per cent in 2001, 74.0 in 2011; 173.82 metres against 174.46: a bare level of another time takes the unit of the one before it."""
    last: Item | None = None
    for place, item in enumerate(items):
        if item.code in "yod":
            continue
        bare = item.code == "q" and item.claim == LEVEL and not item.figure.unit and not item.figure.scaled and not item.noun and item.figure.text[:1].isdigit()
        if last and bare and (item.when in (TO, BASE, BEFORE, NOW) or item.year and last.year) and last.code in "pq" and (last.code == "p" or last.figure.unit and last.dimension not in ("count", "person") and "/" not in last.figure.unit):
            if 0 < abs(printed(last.figure)) < 3 * item.figure.value < 9 * abs(printed(last.figure)):
                figure = _hundredths(item.figure) if last.code == "p" else item.figure._replace(unit=last.figure.unit, kind=last.figure.kind) if not last.figure.scaled else item.figure
                item = item._replace(figure=figure, code=last.code)
                items[place] = item
        if item.claim in (LEVEL, TOTAL, EACH, SHARE) and item.code in "qp" or item.code == "q":
            last = item
    return items


def _factor(source: str, target: str) -> Fraction:
    """How many `target` one `source` is, also of rates such as 公斤/亩. Raises UnitError."""
    first, second = source.split("/"), target.split("/")
    if len(first) != len(second):
        raise UnitError(f"{source} and {target} do not measure the same thing")
    factor = Fraction(1)
    for place, (a, b) in enumerate(zip(first, second)):
        step = factor_between(a, b) if a != b else Fraction(1)
        factor = factor / step if place else factor * step
    return factor


def restates(a: Figure, b: Figure) -> bool:
    """Whether `b` may say `a` again in another unit or scale."""
    if not (dimension(a) == dimension(b) != "count" and (a.unit != b.unit or _scale(a) != _scale(b)) and a.value > 0):
        return False
    try:
        factor = _factor(b.unit, a.unit)
    except UnitError:
        return False
    ratio = b.value * factor / a.value
    # 200万公顷（300万亩）: said again with a slip of the scale.
    return Fraction(2, 5) < ratio < Fraction(5, 2) or any(Fraction(97, 100) < ratio * power < Fraction(103, 100) for power in POWERS_OF_TEN)


OUNCE, TROY = "盎司", Fraction(480 * 10, 4375)


def approximates(a: Figure, b: Figure) -> bool:
    """Whether `b` says `a` within 2% in a unit of another system: 320 km (200 miles)."""
    try:
        factor = _factor(b.unit, a.unit)
    except UnitError:
        return False
    if not a.value:
        return False
    ratio = b.value * factor / a.value
    # An ounce of gold is a tenth heavier than one of anything else.
    ratio = ratio * TROY if OUNCE in (a.unit, b.unit) and abs(ratio * TROY - 1) < abs(ratio - 1) else ratio / TROY if OUNCE in (a.unit, b.unit) and abs(ratio / TROY - 1) < abs(ratio - 1) else ratio
    return factor.numerator * factor.denominator > 10**5 and Fraction(49, 50) < ratio < Fraction(51, 50)


def _scale(figure: Figure) -> str:
    return "".join(c for c in figure.text if not c.isdigit() and c not in ".,， ")
