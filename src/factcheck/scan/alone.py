"""What the figures of one sentence allow by kind and number alone, whatever the words between: it confirms, and alarms only where nothing else is possible.

A sentence with two amounts of one kind and one share can hardly mean another share. The fewer digits a result has, the fewer pairs may be tried on it,
so that a wrong one is not confirmed by chance.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import combinations

from ..expression import number
from . import vocabulary
from .candidates import BY_NUMBER, Candidate, key, of
from .items import BASE, BEFORE, BLOCKED, DELTA, EACH, FROM, GAP, LEVEL, POINTS, RATE, REST, SHARE, TIMES, TO, Item, Sentence, alike, comparable
from .only_two import from_last_year
from .patterns import compiled
from .subjects import agree

FAR = BY_NUMBER


def digits(item: Item) -> int:
    """Significant digits of a printed number."""
    return _digits(item.figure.text)


@lru_cache(4096)
def _digits(text: str) -> int:
    return len(compiled(r"[^\d]").sub("", text).lstrip("0"))


def by_number(sentence: Sentence, wanted: Container[int] = ()) -> Iterator[Candidate]:
    """`wanted` are the figures that may be worked out over a full stop: those confirm only."""
    if "." in sentence.codes:
        if wanted:
            yield from (c._replace(loose=True, tier="C", distance=c.distance + 100) for c in _by_number(sentence) if c.reported.start in wanted)
        return
    yield from _by_number(sentence)


def _by_number(sentence: Sentence) -> Iterator[Candidate]:
    amounts = [i for i in sentence.items if i.code == "q" and i.claim not in (BLOCKED, "other") and (i.figure.unit or i.figure.scaled or not sentence.chinese)]
    if 2 <= len(amounts) <= 9:
        yield from _sums(sentence, amounts)
    rates = [i for i in sentence.items if i.code == "p"]
    for item in sentence.items:
        if item.flagged or item.code != "q" and item.claim == LEVEL and item.when in (FROM, BEFORE, TO):
            continue
        if item.code == "p" and item.claim == BLOCKED and not sentence.chinese and item.direction:
            item = item._replace(claim=RATE)
        if item.code in "px" and item.claim in (SHARE, LEVEL, RATE, TIMES):
            yield from _ratios(sentence, item, amounts)
        elif item.code == "t" and item.claim == POINTS and not item.yearly:
            pairs = list(combinations(rates, 2))
            if len(pairs) <= (3 if digits(item) >= 2 or "." in item.figure.text else 1):
                for a, b in pairs:
                    if a.claim == b.claim == RATE and a.direction * b.direction < 0:
                        # 由上涨1.6%转为下降1.2%: from above zero to below it.
                        continue
                    small, big = sorted((a, b), key=lambda i: i.figure.value)
                    yield Candidate("point_change", (("start", (small.figure,)), ("end", (big.figure,)), ("result", (item.figure,))), item.figure, "C", "two rates of the sentence", FAR, loose=sum(i.claim == POINTS for i in sentence.items) > 1)
        elif item.code == "q" and item.claim == EACH:
            yield from _quotients(item, amounts)
        elif item.code == "q" and not item.figure.unit and vocabulary.ratio(sentence.chinese).search(sentence.text[: item.figure.start - sentence.start][-14:]):
            yield from _plain_ratios(item, [i for i in sentence.items if i.code == "q" and i.figure.unit])


def _ratios(sentence: Sentence, item: Item, amounts: list[Item]) -> Iterator[Candidate]:
    known = digits(item)
    worded = not any(c.isdigit() for c in item.figure.text)
    if known < 2 and item.claim == LEVEL and not worded:
        return
    pairs = [(a, b) for a, b in combinations(amounts, 2) if alike(a, b)]
    if not pairs or len(pairs) > (6 if known >= 3 else 3 if worded and item.code == "x" else 1):
        return
    for a, b in pairs:
        small, big = sorted((a, b), key=lambda i: i.figure.value)
        if item.code == "p" and item.claim in (SHARE, LEVEL) and not (sentence.chinese and item.claim == SHARE and vocabulary.planned().search(item.subject)):
            tier = "C"
            part, whole = (small, big) if item.figure.value <= 1 else (big, small)
            yield Candidate("share", (("part", (part.figure,)), ("whole", (whole.figure,)), ("result", (item.figure,))), item.figure, tier, "two amounts of the sentence", FAR, loose=item.claim != SHARE or sentence.chinese and item.at < a.at and item.at < b.at and _two_things(item, a) and _two_things(item, b))
        if item.code == "p" and (item.claim == RATE or item.claim == LEVEL and known >= 2 and len(pairs) == 1 and (not item.subject or not sentence.chinese and sum(i.code == "p" for i in sentence.items) == 1)) and not item.yearly and item.left[-1:] != "e" and not (a.claim == DELTA or b.claim == DELTA):
            for old, new in ((small, big), (big, small)):
                falls = frozenset({key(item.figure)}) if old is big and item.figure.value > 0 else frozenset()
                if item.direction and (item.direction < 0) != (old is big) or item.figure.value < 0 and old is not big:
                    continue
                yield Candidate("growth", (("base", (old.figure,)), ("value", (new.figure,)), ("result", (item.figure,))), item.figure, "C", "two amounts of the sentence", FAR, falls,
                                loose=item.claim == LEVEL or sentence.chinese and (_two_things(a, b) or from_last_year(sentence, item) and not any(i.when or i.year for i in (a, b))) or not sentence.chinese and compiled("[CF][^,]*[Pwy]").search(item.right) is not None)
        if item.code == "x" and item.claim == TIMES:
            two = len(pairs) == 1 and _only_two(sentence, item, a, b)
            for base, value in ((small, big), (big, small)) if not two else (((small, big),) if item.figure.value > 1 else ((big, small),)):
                marked = len(pairs) == 1 and (base.when == BASE and base.at == item.at + 1 or two)
                yield Candidate("multiple", (("base", (base.figure,)), ("value", (value.figure,)), ("result", (item.figure,))), item.figure, "B" if marked else "C", "two amounts of the sentence", FAR)
        if item.claim == RATE:
            for change, level in ((a, b), (b, a)):
                if change.claim == DELTA and level.claim != DELTA and not item.yearly:
                    base = of(level.figure) + of(change.figure) if change.direction < 0 else of(level.figure) - of(change.figure)
                    falls = frozenset({key(item.figure)}) if item.direction < 0 else frozenset()
                    yield Candidate("growth", (("base", (base,)), ("value", (level.figure,)), ("result", (item.figure,))), item.figure, "C", "a change and a level of the sentence", FAR, falls)


def _two_things(a: Item, b: Item) -> bool:
    """Whether two amounts have names that share no word, or their last one alone."""
    return bool(a.subject and b.subject) and not agree(a.subject + a.noun, b.subject + b.noun)


def _only_two(sentence: Sentence, item: Item, a: Item, b: Item) -> bool:
    """Whether English words set the only two amounts of a statement against each other: land costs 11,200 and pasture 8,000, so that it is worth 1.4 times as much."""
    others = [i for i in sentence.items if i not in (a, b, item) and i.code not in "yo"]
    return not sentence.chinese and not others and max(a.at, b.at) < item.at and vocabulary.as_much().match(sentence.text, item.figure.end - sentence.start) is not None


def _plain_ratios(item: Item, amounts: list[Item]) -> Iterator[Candidate]:
    """产权比率1.32, 性别比104.5 (in hundredths): one amount for each of another."""
    if digits(item) < 2 or len(amounts) > 4:
        return
    for over in amounts:
        for under in amounts:
            if over is not under and (comparable(over.figure, under.figure) or over.dimension == under.dimension):
                for result in (item.figure, of(item.figure) / number(100)):
                    yield Candidate("quotient", (("dividend", (over.figure,)), ("divisor", (under.figure,)), ("result", (result,))), item.figure, "C", "ratio of two amounts", FAR, loose=True)


def _sums(sentence: Sentence, amounts: list[Item]) -> Iterator[Candidate]:
    """The largest as the sum of the others, or one as the gap between two."""
    chinese = sentence.chinese
    for size in dict.fromkeys((len(amounts), 3)):
        chosen = amounts if size == len(amounts) else []
        groups = [chosen] if chosen else [list(g) for g in zip(amounts, amounts[1:], amounts[2:])]
        if chinese and (quarters := _quarters(sentence, amounts)):
            yield Candidate("total", (("result", (quarters[-1].figure,)), ("parts", tuple(i.figure for i in quarters[:-1]))), quarters[-1].figure, "B", "the quarters of a year", FAR)
        if not chosen and chinese and (run := _listed_and_total(sentence, amounts)):
            groups.append(run)
            if vocabulary.in_all().search(sentence.text[run[-2].figure.end - sentence.start : run[-1].figure.start - sentence.start]):
                yield Candidate("total", (("result", (run[-1].figure,)), ("parts", tuple(i.figure for i in run[:-1]))), run[-1].figure, "B", "a list and its total", FAR)
        for group in groups:
            if len(group) < 3 or any(i.claim == EACH for i in group) or not all(alike(a, group[0]) for a in group[1:]):
                continue
            whole = max(group, key=lambda i: i.figure.value)
            parts = [i for i in group if i is not whole]
            if digits(whole) < 2 or chinese and len({i.direction for i in group if i.claim == DELTA}) > 1:
                continue
            gap = next((i for i in parts if i.claim in (DELTA, GAP, REST)), None)
            if len(group) == 3 and gap is not None:
                if whole.loss != next(i for i in parts if i is not gap).loss:
                    continue
                other = next(i for i in parts if i is not gap)
                old = [i for i in (whole, other) if i.when in (BASE, BEFORE, FROM)]
                if gap.claim == DELTA and not chinese and compiled("V?C[wOA]{0,2}P").match(gap.right) and not old:
                    continue
                if gap.claim == DELTA and not old and _two_things(whole, other) and from_last_year(sentence, gap):
                    continue
                if chinese and gap.claim == DELTA and any(i.when == BASE and i.right == "e" for i in old):
                    # 完成预算7000万元的45%，减收150万元
                    continue
                if chinese and gap.claim == DELTA and gap.direction and len(old) == 1 and (old[0] is other) != (gap.direction > 0):
                    continue
                yield Candidate("difference", (("base", (other.figure,)), ("value", (whole.figure,)), ("result", (gap.figure,))), gap.figure, "C", "gap of two amounts of the sentence", FAR)
            elif 9 * (total := sum(i.figure.value for i in parts)) <= 10 * whole.figure.value <= 11 * total:
                reported = whole
                yield Candidate("total", (("result", (whole.figure,)), ("parts", tuple(i.figure for i in parts))), reported.figure, "C", "sum of the amounts of the sentence", FAR, loose=chinese and (len(group) < len(amounts) and len(group) == 3 or "I" in sentence.codes))


def _quarters(sentence: Sentence, amounts: list[Item]) -> list[Item]:
    """四个季度依次接待86万、132万、178万和94万人次，全年490万人次: four amounts of a list, and the year's behind it."""
    if len(amounts) != 5 or not vocabulary.quarters().search(sentence.text[: amounts[0].figure.start - sentence.start]) or not all(alike(i, amounts[4]) for i in amounts):
        return []
    listed = all(sentence.codes[a.at + 1 : b.at] in ("|", "a", "|a") for a, b in zip(amounts[:3], amounts[1:4]))
    return amounts if listed and vocabulary.whole_year().search(sentence.text[amounts[3].figure.end - sentence.start : amounts[4].figure.start - sentence.start]) is not None else []


def _listed_and_total(sentence: Sentence, amounts: list[Item]) -> list[Item]:
    """分三批搬迁，依次为1274户、986户、1533户，累计3793户: a list and the amount right behind it, of more than two parts."""
    for n, last in enumerate(amounts):
        begin = n
        while begin and sentence.codes[amounts[begin - 1].at + 1 : amounts[begin].at] in ("|", "a", "|a"):
            begin -= 1
        behind = amounts[n + 1 : n + 2]
        if n - begin >= 2 and behind and compiled("[,;][wKTE]{0,2}").fullmatch(sentence.codes[last.at + 1 : behind[0].at]) and behind[0].figure.value > max(i.figure.value for i in amounts[begin : n + 1]):
            return [*amounts[begin : n + 1], behind[0]]
    return []


def _quotients(item: Item, amounts: list[Item]) -> Iterator[Candidate]:
    others = [i for i in amounts if i is not item]
    if len(others) > 4 or digits(item) < 2:
        return
    for total in others:
        for count in others:
            if total is not count and total.figure.value > item.figure.value and count.figure.unit != item.figure.unit and (alike(total, item) or comparable(total.figure, item.figure)):
                yield Candidate("quotient", (("dividend", (total.figure,)), ("divisor", (count.figure,)), ("result", (item.figure,))), item.figure, "C", "amounts of the sentence", FAR,
                                units=((item.figure.start, count.figure.unit),))
