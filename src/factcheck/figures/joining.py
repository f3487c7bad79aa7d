"""What figures have from their neighbours: the unit of a list or range, the direction of the verb before them."""

from __future__ import annotations

import re
from fractions import Fraction

from ..document import Document
from ..lang import en, zh
from .figure import Figure, printed_interval

_GAP = re.compile(r"\s?(~|—{1,2}|–|-|至|到|、|和|及|与|以及|,|and|to|or|, and)\s?")
# Instead of 80, 15 percent more: a change is no member of a list.
_FOLLOWED = re.compile(r"\s+(?:more|less|fewer|higher|lower|up|down|above|below|growth|increase|rise|fall)\b")
_LONGEST_GAP = 6
_DASHES = ("-", "–", "—")
_CHANGES = ("从", "由", "自")
_FROM = re.compile(r"\b(?:from|by) (?:about |around |some |just |nearly |almost )?$", re.I)
_BETWEEN = re.compile(r"\bbetween (?:about |around |some )?$", re.I)
_MANTISSA = re.compile(r"[0-9][0-9,]*(?:\.([0-9]+))?")
# In a list 1141、15315亿 share 亿; 800、1万 are hardly 800万 and 1万.
_ALIKE = 100


# 2小时16分23秒, 2 hours, 16 minutes and 23 seconds: units of a time in their order, each with what it has of the next.
_TIMES = {"小时": 60, "分": 60, "分钟": 60, "秒": 1}
_FINER = {"小时": ("分", "分钟"), "分": ("秒",), "分钟": ("秒",)}
_WITHIN_A_TIME = re.compile(r" ?|,? (?:and )?")


def times(text: str, found: list[Figure]) -> list[Figure]:
    """Makes one figure of a time that is told in several units, in the last of them."""
    joined: list[Figure] = []
    for figure in found:
        last = joined[-1] if joined else None
        if last and figure.unit in _FINER.get(last.unit, ()) and 0 <= figure.value < 60 and last.value.denominator == 1 and _plain(last) and _plain(figure) and _WITHIN_A_TIME.fullmatch(text, last.end, figure.start) and (last.unit != "分" or figure.start == last.end):
            value = last.value * _TIMES[last.unit] + figure.value
            half = figure.resolution / 2
            figure = figure._replace(start=last.start, text=text[last.start : figure.end], value=value, low=value - half, high=value + half, unit="分钟" if figure.unit == "分" else figure.unit, kind="duration")
            joined.pop()
        joined.append(figure)
    return joined


def _plain(figure: Figure) -> bool:
    return not figure.hedge or figure.hedge_start < figure.start


def share_units(text: str, found: list[Figure], chinese: bool) -> list[Figure]:
    """Gives 5万 in 5万~10万元, and the first figures of a list, the unit of the last one; marks the ends of ranges."""
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        if following.start - this.end > _LONGEST_GAP or this.kind == "date":
            continue
        stop = following.start if following.hedge_start < 0 or following.hedge_start >= following.end else following.hedge_start
        gap = _GAP.fullmatch(text, this.end, stop) if stop > this.end else None
        if gap and not chinese and gap[1] in _DASHES and gap.group() != gap[1] and not (text[this.start].isdigit() and text[following.start].isdigit() and (_mantissa(text, this) or 0) < (_mantissa(text, following) or 0)):
            # A dash with spaces around it parts: 2,318 – two years ago 2,041.
            continue
        if gap and (gap[1] != "," or (_one_row(text, this, following) if chinese else text[this.end + 1 : this.end + 2].isspace())):
            found[index], found[index + 1] = _joined(text, this, following, gap[1], chinese)
    return found


def _joined(text: str, this: Figure, following: Figure, sign: str, chinese: bool) -> tuple[Figure, Figure]:
    ranged = _is_range(text, this, sign, chinese)
    if following.kind == "multiple" and not ranged and (this.scaled or this.value > 10 * following.value):
        return this, following
    if this.kind == "count" and not this.unit and following.kind not in ("date", "year", "ordinal") and (following.unit or following.kind == "share") and (sign != "," or chinese or _alike(text, this, following)):
        this = _in_unit_of(text, this, following, ranged)
    elif ranged and following.kind == "count" and not following.unit and this.kind == "quantity" and this.start < this.number_end and not text[this.start].isdigit():
        following = _again(following, following.value, following.resolution, this.unit, this.kind, following.scaled)
        this = _scaled_like(text, this, following, True)
    elif ranged and this.unit == following.unit and this.kind == following.kind == "quantity" and not text[this.start].isdigit():
        this = _scaled_like(text, this, following, True)
    if ranged and this.family == following.family and (this.kind == "year" or this.value < following.value):
        return this._replace(end_of_range="low"), following._replace(end_of_range="high")
    return this, following


def _one_row(text: str, this: Figure, following: Figure) -> bool:
    """Whether a comma joins 12,13,14条; between clauses and cells of a table it parts."""
    return following.kind != "share" and text[this.start : this.end].isdigit() and text[following.start : following.number_end].isdigit() and _alike(text, this, following)


def _is_range(text: str, this: Figure, sign: str, chinese: bool) -> bool:
    """From A to B is a change, between A and B a range; a span of years is one either way."""
    before = this.start if this.hedge_start < 0 or this.hedge_start > this.start else this.hedge_start
    if sign in ("至", "到"):
        return this.kind == "year" or text[before - 1 : before] not in _CHANGES or not before
    if sign == "to":
        return (this.kind == "year" or not this.unit and this.kind == "count") and not _FROM.search(text, max(before - 20, 0), before)
    if sign == "and" and not chinese:
        return bool(_BETWEEN.search(text, max(before - 20, 0), before))
    return sign in zh.RANGE_SIGNS


def _in_unit_of(text: str, figure: Figure, other: Figure, ranged: bool) -> Figure:
    if other.kind == "share":
        if _FOLLOWED.match(text, other.end) and text[figure.end : figure.end + 1] == "," or not other.text.endswith(("%", "‰", "cent", "pct", "％")) or not ranged and not _alike(text, figure, other) or figure.scaled or "," in figure.text:
            return figure
        factor = Fraction(1, 1000) if other.text.endswith("‰") else Fraction(1, 100)
        return _again(figure, figure.value * factor, (figure.resolution or Fraction(1)) * factor, "", "share", figure.scaled)
    figure = _scaled_like(text, figure, other, ranged)
    return _again(figure, figure.value, figure.resolution or Fraction(1), other.unit, other.kind, figure.scaled)


def _scaled_like(text: str, figure: Figure, other: Figure, ranged: bool) -> Figure:
    """3 in 3—5万元 and 1141 in 1141、15315亿 stand for ten thousands, for hundred millions."""
    if figure.scaled or not other.scaled or not (own := _mantissa(text, figure)) or not (others := _mantissa(text, other)):
        return figure
    if not (own < others if ranged else _alike(text, figure, other)):
        return figure
    scale = abs(other.value) / others
    return _again(figure, figure.value * scale, (figure.resolution or Fraction(1)) * scale, figure.unit, figure.kind, True)


def _mantissa(text: str, figure: Figure) -> Fraction | None:
    """The digits of a figure as they stand, without its scale."""
    match = _MANTISSA.search(text, figure.start, figure.number_end)
    return Fraction(match.group().replace(",", "")) if match else None


def _alike(text: str, figure: Figure, other: Figure) -> bool:
    """Whether two members of a list are written as one row of numbers: as many decimals, and if none, of like size."""
    mine, theirs = _MANTISSA.search(text, figure.start, figure.number_end), _MANTISSA.search(text, other.start, other.number_end)
    if not mine or not theirs or len(mine[1] or "") != len(theirs[1] or ""):
        return False
    first, second = (Fraction(match.group().replace(",", "")) for match in (mine, theirs))
    return bool(mine[1]) or first < _ALIKE * second and second < _ALIKE * first


def _again(figure: Figure, value: Fraction, resolution: Fraction, unit: str, kind: str, scaled: bool) -> Figure:
    """`figure` in another unit or scale, with the interval it then prints."""
    exact = kind in ("year", "ordinal") or kind in ("count", "duration") and not scaled and resolution >= 1
    resolution = Fraction(0) if exact else resolution
    low, high = printed_interval(value, resolution, figure.hedge_kind, value.denominator == 1)
    return figure._replace(value=value, resolution=resolution, low=low, high=high, unit=unit, kind=kind, scaled=scaled)


def with_directions(document: Document, found: list[Figure]) -> tuple[Figure, ...]:
    """Each figure with the direction of the nearest verb before it in its clause, if no other quantity stands between."""
    text, before = document.folded, _chinese_direction if document.chinese else _english_direction
    barrier = 0
    for index, figure in enumerate(found):
        start = figure.start if figure.hedge_start < 0 else min(figure.start, figure.hedge_start)
        if direction := before(text, max(barrier, start - _REACH), start):
            found[index] = figure._replace(direction=direction)
        if figure.kind not in ("year", "date", "ordinal"):
            barrier = figure.end
    return tuple(found)


# How far before a figure its verb may stand.
_REACH = 40
_CLAUSE_END = re.compile(r"[,，。；;!?！？:：、\n]|\. ")
_ZH, _EN = ({**dict.fromkeys(lang.RISING, 1), **dict.fromkeys(lang.FALLING, -1), **dict.fromkeys(lang.NOT_VERBS, 0)} for lang in (zh, en))
_ZH_VERBS = re.compile("|".join(sorted(_ZH, key=len, reverse=True)))


def _chinese_direction(text: str, left: int, start: int) -> int:
    found = 0, 0
    for match in _ZH_VERBS.finditer(text, left, start):
        found = _ZH[match.group()], match.end()
    direction, end = found
    return direction if direction and not _CLAUSE_END.search(text, end, start) else 0


def _english_direction(text: str, left: int, start: int) -> int:
    clause = _CLAUSE_END.split(text[left:start])
    words = clause[-1].lower().split()
    if len(clause) == 1 and words and text[left - 1 : left].isalnum() and text[left].isalnum():
        del words[0]
    for word in reversed(words):
        if word in _EN:
            return _EN[word]
    return 0
