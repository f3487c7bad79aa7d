"""Two amounts of a document told by how far they are apart: 889 fewer deaths, a decline of 29.1%, where pages before 3,059 and 2,170 have been named.

A difference of three digits or more is rarely that of two amounts by chance, and more rarely still with a rate beside it that follows from them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from fractions import Fraction

from ..figures import Figure
from .alone import alike, digits
from .candidates import ACROSS, Candidate, Weighed, key, of
from .items import BASE, BEFORE, DELTA, GAP, LEVEL, TOTAL, Item, Sentence, comparable
from .misprints import holds_or_slipped, misprinted_operand
from .neighbours import printed
from .patterns import compiled

# How many statements are looked back over, and how near an amount must be for a slip to be told.
BACK, NEAR = 40, 12
REASON = "the amounts a change lies between"
FAR = 400


def change_beside(sentence: Sentence, rate: Item) -> Item | None:
    """The change in amount right before a rate of its own: rose by 32.5 million, an increase of 36.4%."""
    change = next((i for i in reversed(sentence.items) if i.at < rate.at), None)
    if change is None or change.code != "q" or change.claim not in (DELTA, GAP, LEVEL) or digits(change) < 3 or change.figure.hedge:
        return None
    own = compiled(r"V?[,(]{0,2}[VBOE]{1,3}p" if change.claim in (DELTA, GAP) else r"V[,(][VBOE]{1,3}p|Ep").match(sentence.codes, change.at + 1)
    own = own or (sentence.chinese and change.claim == DELTA and compiled(r"[,(]V?p").match(sentence.codes, change.at + 1))
    return change if own and own.end() == rate.at + 1 else None


def apart(rate: Item, change: Item, earlier: list[tuple[int, Item]], place: int) -> Candidate | None:
    """The rate between the only two amounts, each with the number of its statement, that differ by a change, if it is what is printed or a slip explains that it is not."""
    fits: list[tuple[Fraction, int, Item]] = []
    gap = change.figure.value
    scale = gap / (printed(change.figure) or 1)
    for number, item in earlier:
        if item.figure.hedge or item.figure == change.figure:
            continue
        if item.figure.unit and alike(item, change):
            fits.append((item.figure.value, number, item))
        elif not item.figure.unit and not item.figure.scaled and (scale != 1 or not change.figure.unit or change.figure.kind == "count"):
            # A cell of a table, in the unit of its head.
            fits.append((item.figure.value * scale, number, item))
    fits.sort(key=lambda x: x[0])
    values = [value for value, _, _ in fits]
    half = change.figure.resolution / 2
    pairs: dict[tuple[Fraction, Fraction], tuple[int, Item, Item]] = {}
    for value, number, low in fits:
        for n in range(bisect_left(values, value + gap - half), bisect_right(values, value + gap + half)):
            high = fits[n][2]
            if (low.figure.unit == high.figure.unit or alike(low, high) and not change.figure.scaled) and low.figure.scaled == high.figure.scaled:
                pairs[value, values[n]] = min(number, fits[n][1]), low, high
    if len(pairs) != 1:
        return None
    first, low, high = next(iter(pairs.values()))
    falls = change.direction < 0 or rate.direction < 0 and not change.direction
    old, new = (high, low) if falls else (low, high)
    if new.when in (BASE, BEFORE) or old.figure.value <= 0:
        return None
    negative = frozenset({f"f{rate.figure.start}"}) if falls else frozenset()
    near = place - first <= NEAR
    way = Candidate("growth", (("base", (old.figure,)), ("value", (new.figure,)), ("result", (rate.figure,))), rate.figure, "C", REASON, ACROSS - 1 if near else FAR, negative, rate.flagged, loose=not near)
    return way if holds_or_slipped(way, (old.figure, new.figure)) else None


def from_the_earlier(sentence: Sentence, rate: Item, change: Item, before: list[Sentence]) -> Candidate | None:
    """In 2018 the total had been 699.5 million. It went down by 58.8 million, or 7.0%: the rate of a change from the earlier level that the sentence before begins with."""
    if len(before) != 1 or before[0].part != sentence.part or sum(i.code in "qp" and not i.yearly for i in sentence.items) != 2 or change.claim != DELTA or not change.direction:
        return None
    levels = [i for i in before[0].items if i.code == "q" and i.claim in (LEVEL, TOTAL)]
    if not levels or levels[0].when != BEFORE or any(i.when for i in levels[1:]) or not comparable(levels[0].figure, change.figure) or levels[0].figure.scaled != change.figure.scaled:
        return None
    falls = change.direction < 0
    later = of(levels[0].figure) - of(change.figure) if falls else of(levels[0].figure) + of(change.figure)
    negative = frozenset({f"f{rate.figure.start}"}) if falls else frozenset()
    way = Candidate("growth", (("base", (levels[0].figure,)), ("value", (later,)), ("result", (rate.figure,))), rate.figure, "B", "a change from the earlier level", ACROSS - 1, negative, rate.flagged)
    known = {key(f): f for f in (levels[0].figure, change.figure, rate.figure)}
    return way if holds_or_slipped(way, known.values(), lambda check: misprinted_operand(check, known)) else None


def beside_its_rate(sentence: Sentence, checks: list[Weighed], done: set[int]) -> Iterator[Candidate]:
    """The increase is 8,607 notices, or 32.2%: where the rate follows from two levels, so does the change beside it."""
    for check in checks:
        roles = {role: values[0] for role, values in check.candidate.operands}
        base, value = roles.get("base"), roles.get("value")
        rate = next((i for i in sentence.items if i.figure.start == check.candidate.reported.start), None)
        if check.candidate.rule != "growth" or check.verdict == "mismatch" or rate is None or not isinstance(base, Figure) or not isinstance(value, Figure) or digits(rate) < 3:
            continue
        change = change_beside(sentence, rate)
        if change and change.figure.start not in done and change.figure not in (base, value) and comparable(change.figure, value):
            falls = frozenset({key(change.figure)}) if change.direction < 0 else frozenset()
            yield Candidate("difference", (("base", (base,)), ("value", (value,)), ("result", (change.figure,))), change.figure, "B", "beside its rate", ACROSS, falls, change.flagged)
