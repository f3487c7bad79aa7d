"""What figures have from their neighbours: the unit of a list or range, the direction of the verb before them."""

from __future__ import annotations

import re
from bisect import bisect_left
from fractions import Fraction

from ..document import Document
from ..lang import en, zh
from .figure import Figure, printed_interval

_GAP = re.compile(r"\s?(~|—{1,2}|–|-|至|到|、|和|及|与|以及|,|and|to|or|, and)\s?$")


def share_units(text: str, found: list[Figure], chinese: bool) -> list[Figure]:
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


def with_directions(document: Document, found: list[Figure]) -> tuple[Figure, ...]:
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
