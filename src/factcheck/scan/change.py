"""Pairs of an earlier and a later level, and the rates, differences and multiples that follow from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..expression import Expression, number, points
from ..figures import Figure
from .candidates import Candidate, Operand, key, of
from .items import BASE, BEFORE, DELTA, EACH, FROM, GAP, LEVEL, NOW, POINTS, RATE, REST, SHARE, SPAN, TIMES, TO, TOTAL, Item, Sentence, comparable

LEVELS = (LEVEL, TOTAL, EACH, REST, GAP)
OLD = (FROM, BASE, BEFORE)
Group = tuple[Item, ...]


class Pair(NamedTuple):
    """An earlier and a later level; where one is not printed, the change between them stands for it."""

    old: Item | None
    new: Item | None
    delta: Item | None
    tier: str
    start: int
    end: int
    reason: str
    size: int = 1
    rank: int = 0

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(i for i in (self.old, self.new, self.delta) if i)


def _pair(tier: str, reason: str, old: Item | None = None, new: Item | None = None, delta: Item | None = None, size: int = 1, rank: int = 0, within: tuple[Group, ...] = ()) -> Pair:
    places = [i.at for g in within for i in g] or [i.at for i in (old, new, delta) if i]
    return Pair(old, new, delta, tier, min(places), max(places), reason, size, rank)


def pairs(sentence: Sentence, groups: tuple[Group, ...]) -> tuple[Pair, ...]:
    levels = [g for g in groups if (g[0].claim in LEVELS or g[0].claim == SHARE) and g[0].code in "qpdx" and g[0].figure.kind != "multiple"]
    found: list[Pair] = []
    for place, group in enumerate(levels):
        if group[0].when in OLD:
            found += _marked(sentence, levels, place)
    found += _by_year(sentence, levels)
    found += _by_change(sentence, groups, levels)
    found += _rates(groups)
    found += _sole(sentence, groups, levels)
    for a, b in zip(levels, levels[1:]):
        if len(a) == len(b) and _alike(a, b) and not a[0].when and not b[0].when:
            found += [_pair("C", "neighbours", x, y, size=len(a), rank=n, within=(a, b)) for n, (x, y) in enumerate(zip(a, b))]
        elif len(a) == len(b) and _alike(a, b) and a[0].when not in OLD and b[0].when in (NOW, TO) and not a[0].when:
            change = re.search("V[^;.]*$", sentence.codes[a[-1].at : b[0].at])
            found += [_pair("B" if b[0].when == NOW or change else "C", f"level–{b[0].when}", x, y, size=len(a), rank=n, within=(a, b)) for n, (x, y) in enumerate(zip(a, b))]
    return tuple(found)


def _sole(sentence: Sentence, groups: tuple[Group, ...], levels: list[Group]) -> Iterator[Pair]:
    """The only two levels of one kind before a statement's only change: its verb says which came first."""
    for code in "qp":
        own = [(i,) for g in levels for i in g if i.code == code]
        changes = [g[0] for g in groups if g[0].claim in (RATE, DELTA, POINTS) and len(g) == 1 and g not in levels and (code == "q" or g[0].claim == POINTS)]
        if len(own) != 2 or len(changes) != 1 or not changes[0].direction or not _alike(*own) or re.search("[.]", sentence.codes):
            continue
        first, second = sorted((own[0][0], own[1][0]), key=lambda i: i.figure.value)
        if changes[0].claim == DELTA and not comparable(first.figure, changes[0].figure) or any(i.when in OLD for i in (first, second)):
            continue
        old, new = (first, second) if changes[0].direction > 0 else (second, first)
        yield _pair("B" if sentence.chinese else "C", "the only two", old, new)


def _alike(a: Group, b: Group) -> bool:
    if a[0].code != b[0].code:
        return False
    first, second = a[0].figure, b[0].figure
    # Of two amounts the second may leave out the unit: 66 million tonnes, above last season's 60 million.
    short = a[0].code == "q" and (not first.unit and first.scaled or not second.unit and second.scaled) and first.unit.isascii() + second.unit.isascii() >= 1
    return comparable(first, second) or short


def _marked(sentence: Sentence, levels: list[Group], place: int) -> Iterator[Pair]:
    """The later level of one that is marked as earlier: from A to B, B against A, B, a year before A."""
    old = levels[place]
    mark = old[0].when
    fitting = [n for n, g in enumerate(levels) if n != place and (len(g) == len(old) or len(old) == 1 and _ranged(sentence, g)) and _alike(g, old) and g[0].when not in OLD]
    before = [n for n in fitting if n < place]
    after = [n for n in fitting if n > place]
    choice: list[tuple[str, int, str]] = []
    if mark == FROM:
        if after and levels[after[0]][0].when == TO and after[0] == place + 1:
            choice.append(("A", after[0], "from–to"))
        elif before and before[-1] == place - 1:
            choice.append(("A", before[-1], "to–from" if levels[before[-1]][0].when == TO else "level–from"))
        elif after and after[0] == place + 1:
            choice.append(("B", after[0], "from–level"))
        elif after and levels[after[0]][0].when == TO:
            choice.append(("B", after[0], "from … to"))
    else:
        near = before and not re.search("[;.]", sentence.codes[levels[before[-1]][-1].at : old[0].at])
        if after and levels[after[0]][0].when in (TO, NOW) and after[0] == place + 1 and not (before and near and before[-1] == place - 1):
            choice.append(("A", after[0], f"{mark}–{levels[after[0]][0].when}"))
        elif before:
            tier = "A" if before[-1] == place - 1 or len(before) == 1 else "B"
            choice.append((tier, before[-1], f"level–{mark}"))
            if len(before) > 1 and tier == "B":
                choice.append(("C", before[-2], f"level–{mark}"))
        elif after and after[0] == place + 1:
            choice.append(("B" if sentence.chinese else "C", after[0], f"{mark}–level"))
    for tier, other, reason in choice:
        new = levels[other]
        size = len(new)
        if size > len(old):
            old = old * size
        if other < place and _other_subject(sentence, new[0], old[0]):
            tier = "C"
        yield from (_pair(tier, reason, o, n, size=size, rank=r, within=(old, new)) for r, (o, n) in enumerate(zip(old, new)))


def _ranged(sentence: Sentence, group: Group) -> bool:
    return len(group) == 2 and sentence.codes[group[0].at + 1 : group[1].at] == "T"


def _other_subject(sentence: Sentence, new: Item, old: Item) -> bool:
    """Whether the clause of an earlier level speaks of something else than the level before it: sales were 60, and costs 5% above the 40 of 2018."""
    codes = sentence.codes[new.at + 1 : old.at]
    if sentence.chinese:
        return bool(re.search("[,;.]", codes)) and bool(old.subject) and len(old.subject) > 1 and not _shared(_named_all(new), old.subject) and not re.search("[FCP]$", codes)
    clause = re.split("[,;.(]|a(?=w)", codes)[-1]
    return bool(re.search("[,;.a(]", codes)) and bool(re.match("[NTPCFS]*w.*[VS]", clause))


def _named_all(item: Item) -> str:
    return item.subject + item.noun


def _by_year(sentence: Sentence, levels: list[Group]) -> Iterator[Pair]:
    for n, first in enumerate(levels):
        for second in levels[n + 1 : n + 3]:
            a, b = first[0], second[0]
            if not (a.year and b.year and a.year != b.year and _alike(first, second) and len(first) == len(second)):
                continue
            old, new = (first, second) if a.year < b.year else (second, first)
            tier = "A" if second is levels[n + 1] and (not b.subject or not sentence.chinese or _shared(a.subject + a.noun, b.subject)) else "B" if second is levels[n + 1] else "C"
            yield from (_pair(tier, "years", o, w, size=len(old), rank=r, within=(old, new)) for r, (o, w) in enumerate(zip(old, new)))
            break


def _by_change(sentence: Sentence, groups: tuple[Group, ...], levels: list[Group]) -> Iterator[Pair]:
    """A level and its stated change: the other level is implied."""
    for group in groups:
        change = group[0]
        if change.claim != DELTA or len(group) > 1:
            continue
        flows = [g for g in groups if g[0].claim == DELTA and len(g) == 1 and g[0].at < change.at and _same_measure(g[0], change)]
        if flows and _of_flow(sentence, change):
            yield _pair("A", "flow–change", new=flows[-1][0], delta=change)
            continue
        before = [g for g in levels if g[0].at < change.at and _same_measure(g[0], change) and len(g) == 1]
        after = [g for g in levels if g[0].at > change.at and _same_measure(g[0], change) and len(g) == 1]
        if after and (after[0][0].when == TO or not sentence.chinese) and re.fullmatch(r"(?:\(p\)|,E?p,|,|w){0,2}[VwB,]{0,3}[Ti][wHNy]{0,2}", sentence.codes[change.at + 1 : after[0][0].at]):
            yield _pair("A", "change–to", new=after[0][0], delta=change)
        elif before:
            level = before[-1][0]
            between = sentence.codes[level.at + 1 : change.at]
            if level.when in OLD:
                yield _pair("C", "earlier–change", old=level, delta=change)
                continue
            own = change.subject
            plain = not re.search("[wGKAL]", between) or not sentence.chinese and not re.search("[,;].*w.*V", between)
            tier = "A" if plain and not re.search("[qp;.]", between) else "B" if plain or _shared(level.subject + level.noun, own) else "C"
            yield _pair(tier, "level–change", new=level, delta=change)
            if "d" in change.left:
                yield _pair(tier, "earlier–change", old=level, delta=change)


def _of_flow(sentence: Sentence, change: Item) -> bool:
    """多增, 少增: a change of what has been added, not of the stock."""
    verb = next((t.text for t in reversed(sentence.tokens[: change.at]) if t.code == "V"), "")
    return verb[:1] in "多少" and len(verb) > 1


def _same_measure(level: Item, change: Item) -> bool:
    return level.code == change.code and comparable(level.figure, change.figure)


def _rates(groups: tuple[Group, ...]) -> Iterator[Pair]:
    """Two rates of change, for a change of theirs in points."""
    rates = [g[0] for g in groups if len(g) == 1 and g[0].code == "p" and g[0].claim in (RATE, LEVEL) ]
    for a, b in zip(rates, rates[1:]):
        if RATE not in (a.claim, b.claim):
            continue
        marked = a.when in OLD or "P" in a.left
        second = b.when in OLD or "P" in b.left
        if marked != second:
            yield _pair("C", "rates", a if marked else b, b if marked else a)
        else:
            yield _pair("C", "rates in order", a, b)


def _shared(a: str, b: str) -> bool:
    """Whether two subjects name one thing: a stretch of two Han characters, or a word."""
    if not a or not b:
        return False
    if a.isascii() and b.isascii():
        return bool(set(_stems(a)) & set(_stems(b)))
    return any(a[i : i + 2] in b for i in range(len(a) - 1))


def _stems(text: str) -> list[str]:
    return [w.lower().rstrip("s") for w in re.findall(r"[A-Za-z]{3,}", text)]


def results(sentence: Sentence, groups: tuple[Group, ...], found: tuple[Pair, ...]) -> Iterator[Candidate]:
    """Every way in which a pair gives a stated rate, difference, multiple or change in points."""
    taken = _nearest(sentence, groups, found)
    for group in groups:
        if group[0].claim not in (RATE, DELTA, POINTS, TIMES, GAP):
            continue
        for rank, item in enumerate(group):
            for pair in found:
                second = len(group) == 1 and taken.get((pair.start, pair.end, item.code), item) is not item
                if len(group) > 1 and (pair.size != len(group) or pair.rank != rank):
                    continue
                if len(group) == 1 and pair.size > 1 and not _named(sentence, item, pair):
                    continue
                if item in pair.items:
                    continue
                tier, distance = attached(sentence, item, pair)
                if tier:
                    yield from _rule(sentence, item, pair, "C" if second else max(tier, pair.tier), distance)


def _nearest(sentence: Sentence, groups: tuple[Group, ...], found: tuple[Pair, ...]) -> dict[tuple[int, int, str], Item]:
    """For each pair the first result of each kind that follows it or stands within: a second one is of something else."""
    nearest: dict[tuple[int, int, str], Item] = {}
    for group in groups:
        item = group[0]
        if len(group) > 1 or item.claim not in (RATE, DELTA, POINTS) or item.yearly:
            continue
        for pair in found:
            if item not in pair.items and item.at > pair.start - 5 and pair.size == 1:
                nearest.setdefault((pair.start, pair.end, item.code), item)
    return nearest


def _named(sentence: Sentence, item: Item, pair: Pair) -> bool:
    """Whether a result names its place in a structure of three: 二产 in 12∶48∶39."""
    match = re.search("第?([一二三])(?:产|次产)", sentence.text[max(item.figure.start - sentence.start - 16, 0) : item.figure.start - sentence.start])
    return bool(match) and pair.size == 3 and "一二三".index(match[1]) == pair.rank


def attached(sentence: Sentence, item: Item, pair: Pair) -> tuple[str, int]:
    """How surely a result belongs to a pair: the tier, "" for not at all, and how far apart they are."""
    inside = [i for i in sentence.items if i not in pair.items and i is not item]
    if pair.start < item.at < pair.end:
        return "A", min(abs(item.at - i.at) for i in pair.items)
    if item.at > pair.end:
        low, high = pair.end, item.at
    elif item.at < pair.start:
        low, high = item.at, pair.start
    else:
        return "A", 0
    codes = sentence.codes[low + 1 : high]
    between = [i for i in inside if low < i.at < high]
    distance = high - low
    levels = [i for i in between if i.claim in LEVELS and i.code in "qp" and i.code == pair.items[0].code]
    if item.at < pair.start:
        if codes[:1] == ":" and not levels and not re.search("[;.]", codes):
            return "B", distance
        if re.fullmatch(r"[VOwY]{0,2}[,:(]?[TFBPCNyeHKa(]*(?:w[TFy]{0,2})?[PCyeN]*", codes):
            return "A", distance
        return ("C", distance) if not re.search("[;.]", codes) and not levels else ("", 0)
    if levels:
        return "C" if len(levels) == 1 else "", distance + 20
    if "." in codes and not sentence.chinese and item.subject:
        return "C", distance
    if "." in codes and not item.subject and not re.search("[,;]", sentence.codes[sentence.codes.rfind(".", 0, item.at) : item.at]):
        return "A", distance
    subject = item.subject
    names = "".join(i.subject + " " + i.noun + " " for i in pair.items)
    if not subject or item.clause == pair.items[-1].clause:
        return ("A" if not re.search("[;.]", codes) else "B"), distance
    if sentence.chinese:
        own = bool(subject) and not _shared(names, subject)
        return ("B" if own and len(subject) <= 1 else "C" if own else "A" if "." not in codes else "B"), distance
    if item.claim == TIMES and any(c.isdigit() for c in item.figure.text):
        return ("A" if _shared(names, subject) else "C"), distance
    verbal = re.search("w[^,;()]*V[^,;(]{0,3}$", codes) and item.left[-1:] in "VBYH" and not re.search("V[^,;]{0,3}O", item.left)
    verbal = verbal or re.match("[Yw]?V", item.right) is not None and bool(re.search("[,;:a]", codes))
    own = verbal and not _shared(names, subject)
    return ("C" if own else "A" if not re.search("[;.]", codes) else "B"), distance


def levels_of(pair: Pair) -> tuple[Operand, Operand, frozenset[str]] | None:
    """The earlier and the later level of a pair, and the keys of those that count as negative (a loss beside a profit)."""
    negated: set[str] = set()
    old: Operand | None = pair.old.figure if pair.old else None
    new: Operand | None = pair.new.figure if pair.new else None
    if pair.old and pair.new:
        if pair.old.loss != pair.new.loss:
            negated.add(key((pair.old if pair.old.loss else pair.new).figure))
        return old, new, frozenset(negated)  # type: ignore[return-value]
    assert pair.delta
    change: Expression = of(pair.delta.figure)
    fall = pair.delta.direction < 0
    if pair.new:
        level = of(pair.new.figure)
        return (level + change if fall else level - change), pair.new.figure, frozenset()
    level = of(pair.old.figure)  # type: ignore[union-attr]
    return pair.old.figure, (level - change if fall else level + change), frozenset()  # type: ignore[union-attr]


def _rule(sentence: Sentence, item: Item, pair: Pair, tier: str, distance: int) -> Iterator[Candidate]:
    ends = levels_of(pair)
    if ends is None:
        return
    old, new, negated = ends
    code = (pair.new or pair.old).code  # type: ignore[union-attr]
    if item.direction == 0 and item.figure.value > 0 and pair.old and pair.new and item.claim in (RATE, DELTA, POINTS) and not pair.delta:
        item = item._replace(direction=1 if pair.new.figure.value >= pair.old.figure.value else -1)
    falls = frozenset({key(item.figure)}) if item.direction < 0 else frozenset()
    blocked = item.flagged
    if item.claim == GAP and pair.reason in ("neighbours", "level–to") and len(gap_levels(sentence, item)) == 2:
        tier = "B"
    reason = f"{pair.reason} ({pair.tier}), {item.claim} {distance} away"

    def candidate(rule: str, *operands: tuple[str, tuple[Operand, ...]], minus: frozenset[str] = negated, at: str = tier) -> Candidate:
        return Candidate(rule, operands, item.figure, at, reason, distance, minus, blocked)

    if pair.reason.startswith("rates") and item.claim != POINTS:
        return
    if item.claim == RATE and item.code in "px":
        if item.yearly:
            for n, years in enumerate(_years(sentence, item, pair)):
                yield candidate("cagr", ("base", (old,)), ("value", (new,)), ("result", (item.figure,)), *years, minus=negated | falls, at=tier if n == 0 else max(tier, "B"))
        elif isinstance(old, Figure) and old.value < 0:
            change = of(new) - of(old) if isinstance(new, Figure) else new - of(old)  # type: ignore[operator]
            yield candidate("quotient", ("dividend", (change,)), ("divisor", (number(0) - of(old),)), ("result", (item.figure,)), minus=falls, at="C")
        else:
            yield candidate("growth", ("base", (old,)), ("value", (new,)), ("result", (item.figure,)), minus=negated | falls)
    elif item.claim in (DELTA, GAP) and pair.old and pair.new and item.code == code and comparable(pair.new.figure, item.figure):
        if item.yearly:
            return
        if item.claim == GAP:
            first, second = (new, old) if pair.new.figure.value >= pair.old.figure.value else (old, new)
            yield candidate("difference", ("base", (second,)), ("value", (first,)), ("result", (item.figure,)))
        else:
            yield candidate("difference", ("base", (old,)), ("value", (new,)), ("result", (item.figure,)), minus=negated | falls)
    elif item.claim == POINTS and code == "q" and pair.size > 1 and pair.old and pair.new and not pair.new.figure.unit:
        yield candidate("point_change", ("start", (of(pair.old.figure) / number(100),)), ("end", (of(pair.new.figure) / number(100),)), ("result", (item.figure,)), minus=falls)
    elif item.claim == POINTS and code == "p" and pair.old and pair.new and not item.yearly:
        signs = negated
        if RATE in (pair.old.claim, pair.new.claim):
            signs |= {key(i.figure) for i in (pair.old, pair.new) if i.direction < 0 and i.claim == RATE}
            both = all(i.direction < 0 for i in (pair.old, pair.new))
            first, second = (pair.old, pair.new)
            up = (second.figure.value > first.figure.value) != both
            yield candidate("point_change", ("start", (old,)), ("end", (new,)), ("result", (item.figure,)), minus=signs | (frozenset() if up else {key(item.figure)}))
        else:
            yield candidate("point_change", ("start", (old,)), ("end", (new,)), ("result", (item.figure,)), minus=negated | falls)
    elif item.claim == POINTS and code == "p" and pair.old and pair.new and item.yearly:
        for n, years in enumerate(_years(sentence, item, pair)):
            roles = {role: values[0] for role, values in years}
            length = roles.get("years") or of(roles["to"]) - of(roles["from"])  # type: ignore[arg-type]
            change = points(of(pair.new.figure) - of(pair.old.figure))
            yield Candidate("quotient", (("dividend", (change,)), ("divisor", (length,)), ("result", (item.figure,))), item.figure, tier if n == 0 else max(tier, "B"), reason, distance, falls,
                            blocked, ((item.figure.start, "年"),))
    elif item.claim == TIMES and code in "qpd" and pair.old and pair.new and not re.search("(?:w|K|G|L)e?$", item.left.partition("y")[0] if sentence.chinese else ""):
        yield candidate("multiple", ("base", (old,)), ("value", (new,)), ("result", (item.figure,)))


def gap_levels(sentence: Sentence, item: Item) -> list[Item]:
    """The levels before a gap in its sentence."""
    start = max(sentence.codes.rfind(mark, 0, item.at) for mark in ".")
    return [i for i in sentence.items if start < i.at < item.at and i.claim in (LEVEL, TOTAL) and comparable(i.figure, item.figure)]


def _years(sentence: Sentence, item: Item, pair: Pair) -> Iterator[tuple[tuple[str, tuple[Operand, ...]], ...]]:
    """The number of years a yearly rate is taken over: of the pair, said in words, or between the years of the sentence."""
    years = {i.at: i for i in sentence.items if i.code == "y"}
    if pair.old and pair.new and pair.old.year and pair.new.year and pair.old.year < pair.new.year:
        first = next((i for i in years.values() if i.figure.value == pair.old.year), None)
        last = next((i for i in years.values() if i.figure.value == pair.new.year), None)
        if first and last:
            yield ("from", (first.figure,)), ("to", (last.figure,))
    spans = [i for i in sentence.items if i.claim == SPAN and i.figure.unit in ("年", "周年") and i.figure.value >= 1]
    for span in spans:
        yield (("years", (span.figure,)),)
    if len(years) >= 2:
        ordered = sorted(years.values(), key=lambda i: i.figure.value)
        if ordered[0].figure.value < ordered[-1].figure.value:
            yield ("from", (ordered[0].figure,)), ("to", (ordered[-1].figure,))


def _verb(sentence: Sentence, pair: Pair) -> int:
    """The direction of the verb of a pair: fused with its to, or the nearest before it with no figure between."""
    if not pair.new or not pair.old:
        return 0
    if pair.new.when != TO:
        between = sentence.tokens[pair.start + 1 : pair.old.at] if pair.old.at > pair.new.at else ()
        if between and re.search("V[^,;.qpt]{0,2}[FC][PyeOw]{0,3}$|^[wO,]*C[^,;.qpt]{0,4}$", "".join(t.code for t in between)):
            return next((t.direction for t in reversed(between) if t.direction), 0)
        after = re.match("e?w?(V)[,;.]|e?w?(V)$", sentence.codes[pair.old.at + 1 :])
        if sentence.chinese and pair.old.when in (BASE, BEFORE) and after:
            return sentence.tokens[pair.old.at + 1 + max(after.start(1), after.start(2))].direction
        return 0
    if pair.new.direction:
        return pair.new.direction
    for token in reversed(sentence.tokens[: pair.start]):
        if token.code in "qptx.;" or token.code == "w" and len(token.text) > 40:
            break
        if token.code == "V" and token.direction:
            return token.direction
    return 0


def compounds(sentence: Sentence, groups: tuple[Group, ...]) -> Iterator[Candidate]:
    """Rates of successive periods, and what they come to together or on the average: 34% and 35% make 81%."""
    rates = [i for g in groups for i in g if i.code == "p" and i.claim in (RATE, LEVEL)]
    for last in rates[1:]:
        before = [i for i in rates if i.at < last.at]
        if last.claim != RATE and "K" not in last.right and "m" not in last.left + last.right:
            continue
        averaged = re.search("m[AYV]*$", last.left)
        several = re.match("[dw]?[Km]|V?[KmCi]*d", sentence.codes[last.at + 1 :])
        if not averaged and not several:
            continue
        product = None
        for item in before[-3:] if not averaged else before[-2:]:
            step = number(1) + of(item.figure)
            product = step if product is None else product * step
        signs = frozenset(key(i.figure) for i in (*before, last) if i.direction < 0)
        if product is None or averaged and len(before) != 2 and "C" not in before[-1].left:
            continue
        if averaged:
            operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("base", (number(1),)), ("value", (product,)), ("result", (last.figure,)), ("years", (number(2, (("年", 1),), "2"),)))
            yield Candidate("cagr", operands, last.figure, "B", "average of rates", 0, signs)
        elif len(before) >= 2:
            operands = (("base", (number(1),)), ("value", (product,)), ("result", (last.figure,)))
            yield Candidate("growth", operands, last.figure, "B", "rates of successive periods", 0, signs)


def directions(sentence: Sentence, found: tuple[Pair, ...]) -> Iterator[Candidate]:
    """The verb between two levels against the levels themselves."""
    for pair in found:
        direction = _verb(sentence, pair)
        if pair.tier == "A" and pair.old and pair.new and direction and pair.reason not in ("change–to", "years"):
            rule = "rises" if direction > 0 else "falls"
            if pair.old.claim != pair.new.claim and GAP in (pair.old.claim, pair.new.claim) or pair.old.loss or pair.new.loss or pair.new.flagged:
                continue
            yield Candidate(rule, (("values", (pair.old.figure, pair.new.figure)),), pair.new.figure, "A", f"verb against {pair.reason}", 0)


__all__ = ["Pair", "attached", "compounds", "directions", "levels_of", "number", "pairs", "results"]
