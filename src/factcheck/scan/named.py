"""Amounts of a document by their names: what stands paragraphs apart belongs together because the words beside it are the same.

A word counts the more the fewer amounts it stands beside. What is found so may confirm; it alarms only where a plain slip explains the difference, or where
the other members of the same list follow in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, combinations
from typing import NamedTuple

from ..figures import Figure
from . import vocabulary
from .alone import digits
from .candidates import ACROSS, Candidate, Operand, Weighed, key, weigh
from .differing import BACK, apart, change_beside, from_the_earlier
from .items import BASE, BEFORE, DELTA, EACH, FROM, GAP, LEVEL, POINTS, RATE, REST, SHARE, TOTAL, Item, Sentence, alike
from .misprints import explained
from .patterns import compiled
from .rates import fits, per_unit
from .sums import of_so_many

# So many amounts are looked at for a part, and for a whole.
NEAREST = 4
# A word beside more amounts than this names none of them.
COMMON = 24
# Beyond what stands in the sentences before.
FAR = 300
REASON = "by name in the document"


OLD = (FROM, BEFORE)
# A name ends at a mark of the clause or a figure.
FIGURES = "qptxdyo"
MARKS = ",;:()|." + FIGURES


class Amount(NamedTuple):
    """A level of the document with the words that name it."""

    item: Item
    words: frozenset[str]
    statement: int


class Names(NamedTuple):
    """The amounts of a document, and for each word the places of those it stands beside."""

    amounts: tuple[Amount, ...]
    beside: dict[str, list[int]]
    by_start: dict[int, Amount]
    in_statement: dict[int, list[Amount]]
    # The first few of each unit that are no rates, to count by.
    counts: dict[str, list[Item]]


def words_of(text: str, chinese: bool) -> frozenset[str]:
    """The words of a name: pairs of Han characters, or English stems."""
    if chinese:
        return frozenset(run[i : i + 2] for run in compiled(r"[\u4e00-\u9fff]+").findall(text) for i in range(len(run) - 1))
    return frozenset(w.rstrip("s") for w in compiled(r"[a-z]{3,}").findall(text.lower()) if w not in vocabulary.faint())


def _behind_mark(codes: str, at: int) -> int:
    """Where the run of words before a place begins."""
    while at and codes[at - 1] not in MARKS:
        at -= 1
    return at


def name_of(sentence: Sentence, item: Item) -> frozenset[str]:
    """The words of a figure's own stretch of the sentence: up to the figures and marks around it, and its unit."""
    codes = sentence.codes
    begin, end = _behind_mark(codes, item.at), item.at + 1
    if begin == item.at and codes[begin - 1 : begin] == "(":
        # A figure in brackets has the name before them.
        begin = _behind_mark(codes, begin - 1)
    if begin and codes[begin - 1] in FIGURES and "a" in codes[begin : item.at]:
        begin = codes.rindex("a", begin, item.at) + 1
    while end < len(codes) and codes[end] not in MARKS + "a":
        end += 1
    left, right = (" ".join([t.text for t in tokens if t.figure < 0]) for tokens in (sentence.tokens[begin : item.at], sentence.tokens[item.at + 1 : end]))
    unit = item.figure.unit if item.figure.unit.islower() or not item.figure.unit.isascii() and len(item.figure.unit) > 1 else ""
    return words_of(f"{left} {right} {unit}", sentence.chinese)


def names(statements: Iterable[Sentence]) -> Names:
    amounts: list[Amount] = []
    beside: dict[str, list[int]] = {}
    for place, statement in enumerate(statements):
        for item in statement.items:
            if item.code not in "qp" or item.claim not in (LEVEL, TOTAL, REST, EACH, SHARE, GAP) or item.figure.kind == "multiple":
                continue
            words = name_of(statement, item)
            for word in words:
                beside.setdefault(word, []).append(len(amounts))
            amounts.append(Amount(item, words, place))
    in_statement: dict[int, list[Amount]] = {}
    counts: dict[str, list[Item]] = {}
    for amount in amounts:
        in_statement.setdefault(amount.statement, []).append(amount)
        if amount.item.code == "q" and amount.item.claim != EACH and len(first := counts.setdefault(amount.item.figure.unit, [])) < 2 * NEAREST:
            first.append(amount.item)
    return Names(tuple(amounts), beside, {a.item.figure.start: a for a in amounts}, in_statement, counts)


def called(known: Names, words: Iterable[str], own: Item) -> list[tuple[float, Amount]]:
    """The amounts that share words with a name, the likeliest first."""
    scores: dict[int, float] = {}
    for word in words:
        places = known.beside.get(word, ())
        if len(places) <= COMMON:
            for place in places:
                scores[place] = scores.get(place, 0.0) + 1 / len(places)
    ranked = sorted(scores.items(), key=lambda x: (-x[1], x[0]))
    return [(score, amount) for place, score in ranked if (amount := known.amounts[place]).item.figure.start != own.figure.start]


def by_document(statements: list[Sentence], place: int, known: Names, wanted: set[int]) -> Iterator[Candidate]:
    """Ways to work out what the figures near by leave open."""
    statement = statements[place]
    for item in statement.items:
        if item.figure.start not in wanted or item.flagged or digits(item) < 2:
            continue
        share, each, gap = item.code == "p" and item.claim in (SHARE, LEVEL), item.code == "q" and item.claim == EACH, item.code in "qt" and item.claim in (DELTA, GAP, POINTS)
        named = called(known, name_of(statement, item), item) if share or each or gap else []
        near = [i for s in statements[max(place - 1, 0) : place + 1] if s.part == statement.part for i in s.items if i.code == "q" and i is not item and i.claim in (LEVEL, TOTAL, EACH, DELTA) and (s is not statement or i.at < item.at)]
        paragraph = [i for s in statements[max(place - 4, 0) : place] if s.part == statement.part for i in s.items if i.code == "q" and i.claim in (LEVEL, TOTAL)] if item.code == "p" else []
        if item.code == "p" and item.claim in (RATE, LEVEL) and (change := change_beside(statement, item)):
            way = apart(item, change, _earlier(known, place), place) or from_the_earlier(statement, item, change, statements[max(place - 1, 0) : place])
            if way:
                yield way
                continue
        if share:
            yield from _of_named(statement, item, known)
            yield from _shares(item, [*paragraph, *near], named)
        elif each:
            yield from _each(statement, item, near, named, known)
        elif gap:
            yield from _gaps(item, near, named)
        elif item.code == "q" and item.claim == TOTAL:
            yield from summed(statement, item, known)
            yield from of_so_many(statement, item, [s for s in statements[max(place - 4, 0) : place] if s.part == statement.part])
        elif item.code == "p" and item.claim == RATE:
            ways = list(_rates(statement, item, known))
            # Only one amount has the name: a plain slip may be told.
            sure = len(ways) == 1 and ways[0].rule == "growth"
            yield from (way._replace(loose=not sure, distance=ACROSS - 1 if sure else way.distance) for way in ways)


def _earlier(known: Names, place: int) -> list[tuple[int, Item]]:
    """The amounts of the statements before one, and of its own, each with the number of its statement."""
    return [(n, a.item) for n in range(max(place - BACK, 0), place + 1) for a in known.in_statement.get(n, ()) if a.item.code == "q"]


def _made(rule: str, item: Item, rank: int, *operands: tuple[str, tuple[Operand, ...]], **more) -> Candidate:
    return Candidate(rule, operands, item.figure, "C", REASON, FAR + rank, loose=True, **more)


def _shares(item: Item, near: list[Item], named: list[tuple[float, Amount]]) -> Iterator[Candidate]:
    """The part is what the words of the share name, or the last amount; the whole is named, the last total, or the largest amount of the paragraph."""
    amounts = [a.item for _, a in named if a.item.code == "q"]
    parts = amounts[:NEAREST] or near[-1:]
    totals = [i for i in near if i.claim == TOTAL]
    rank = 0
    for part in parts:
        larger = [i for i in near if alike(i, part) and i.figure.value > part.figure.value]
        wholes = [*totals[-1:], *sorted(larger, key=lambda i: -i.figure.value)[:1], *larger[-1:], *amounts[: NEAREST]]
        for whole in dict.fromkeys(wholes):
            if whole.figure == part.figure or not alike(part, whole) or part.figure.value > whole.figure.value:
                continue
            rank += 1
            if rank > (12 if digits(item) >= 3 else 2):
                return
            over, under = (part, whole) if item.figure.value <= 1 else (whole, part)
            yield _made("share", item, rank, ("part", (over.figure,)), ("whole", (under.figure,)), ("result", (item.figure,)))


def _of_named(sentence: Sentence, item: Item, known: Names) -> Iterator[Candidate]:
    """研发投入1.31亿元，相当于营业收入的1.5%; overspent by 0.57 million, 9.7% of the budget: the part stands right before its share, and one amount has the name of the whole."""
    part = next((i for i in reversed(sentence.items) if i.at < item.at), None)
    if sentence.chinese and (changed := compiled("(?:,[CP]{0,2}V[qp]){1,2}$").search(sentence.codes[: item.at - len(item.left) - 1])):
        # 1791件，同比增加466件，上升35%，占全部未结案的70%: the level, not its changes.
        part = next((i for i in reversed(sentence.items) if i.at == changed.start() - 1), part)
    own = sentence.tokens[item.at - len(item.left) : item.at] if sentence.chinese else ()
    said = [t.text for t in own if t.code == "w"] if sentence.chinese else []
    scoped = any(t.code in "WK" for t in own)
    behind = None if sentence.chinese else compiled("OK?(w)").match(sentence.codes[item.at + 1 :])
    if behind:
        said = [sentence.tokens[item.at + behind.end()].text.split(" in ")[0]]
    if part is not None and part.when in (*OLD, BASE) and not sentence.chinese:
        # Compared with 63.0, or 18.1% of sales: of those of that time.
        return
    if part is None or part.code != "q" or part.claim not in (LEVEL, DELTA, GAP, TOTAL) or len(said) != 1 or digits(item) < 2 or not compiled(r"(?:,[CP]{0,2}V[qp]){0,2}[,(]{1,2}E?S?w?W?w?e?" if sentence.chinese else r"[,(]E?S?").fullmatch(sentence.codes[part.at + 1 : item.at]):
        return
    words = words_of(said[0], sentence.chinese)
    if sentence.chinese and len(said[0]) > 2 and said[0][-1] in "案数额量":
        words = words_of(said[0][:-1], True)
    wholes = [a.item for _, a in called(known, words, item) if words and words <= a.words and a.item.code == "q" and a.item is not part and a.item.claim in (LEVEL, TOTAL) and a.item.when not in OLD and alike(a.item, part)]
    # 营业收入, rather than 四个季度营业收入 or 境外营业收入: what bears no other name is likelier, but of that no more than a plain slip may be told.
    bare = {i.figure.value: i for i in wholes if part.figure.value <= i.figure.value and len(known.by_start[i.figure.start].words - words) <= 2}
    if len(bare) <= 2 and len({i.figure.value for i in wholes}) > 1 and sentence.chinese and (len(words) > 1 or scoped):
        for whole in bare.values():
            way = Candidate("share", (("part", (part.figure,)), ("whole", (whole.figure,)), ("result", (item.figure,))), item.figure, "C", "share of a named whole", ACROSS - 1, blocked=item.flagged or part.flagged)
            check = weigh(way, {key(f): f for f in (part.figure, whole.figure, item.figure)}) if len(bare) == 1 else None
            yield way._replace(tier="B") if check and check.verdict == "mismatch" and explained(check) else way
    if len({i.figure.value for i in wholes}) == 1 and part.figure.value <= wholes[0].figure.value:
        yield Candidate("share", (("part", (part.figure,)), ("whole", (wholes[0].figure,)), ("result", (item.figure,))), item.figure, "B" if len(words) > 1 or scoped or not sentence.chinese and not words <= vocabulary.broad_names() else "C", "share of a named whole", FAR, blocked=item.flagged or part.flagged)


def _each(sentence: Sentence, item: Item, near: list[Item], named: list[tuple[float, Amount]], known: Names) -> Iterator[Candidate]:
    units = per_unit(sentence, item)
    amounts = [a.item for _, a in named if a.item.code == "q" and a.item.claim != EACH]
    totals = [i for i in [*reversed(near), *amounts[: 2 * NEAREST]] if i.claim != EACH and i.figure.value > item.figure.value and alike(i, item._replace(figure=item.figure._replace(unit=item.figure.unit.partition("/")[0])))]
    if not totals:
        return
    elsewhere = sorted((i for first in known.counts.values() if fits(first[0].figure, units) for i in first), key=lambda i: i.figure.start)
    fitting = (i for i in chain(reversed(near), amounts, elsewhere) if i.claim != EACH and i.code == "q" and fits(i.figure, units))
    counts = _first(fitting, NEAREST) if units else amounts[:NEAREST]
    pairs = [(t, c) for t in dict.fromkeys(totals[:6]) for c in dict.fromkeys(counts) if t.figure != c.figure and c.figure.value > 1]
    # 审判人员57人，人均结案132件: one amount of the document has that name, and the heads stand beside it. A plain slip may be told.
    own = words_of(item.subject, sentence.chinese) if item.subject else frozenset()
    said = {i.figure.value for i in amounts if own and own <= known.by_start[i.figure.start].words and i.claim in (LEVEL, TOTAL) and alike(i, item)}
    beside = [c for c in counts if c in near and c in sentence.items]
    for rank, (total, count) in enumerate(pairs[: 12 if digits(item) >= 3 else 3]):
        sure = len(said) == 1 and total.figure.value in said and len(beside) == 1 and count is beside[0]
        made = _made("quotient", item, rank, ("dividend", (total.figure,)), ("divisor", (count.figure,)), ("result", (item.figure,)), units=((item.figure.start, count.figure.unit),))
        yield made._replace(loose=False, distance=ACROSS - 1) if sure else made


def _first(items: Iterable[Item], count: int) -> list[Item]:
    """The first `count` items that differ."""
    found: list[Item] = []
    for item in items:
        if item not in found:
            found.append(item)
            if len(found) == count:
                break
    return found


def _gaps(item: Item, near: list[Item], named: list[tuple[float, Amount]]) -> Iterator[Candidate]:
    code = "p" if item.code == "t" else "q"
    found = [*[i for i in reversed(near) if i.code == code and i.claim != DELTA][:2], *[a.item for _, a in named if a.item.code == code][: 2 * NEAREST]]
    found = [i for i in dict.fromkeys(found) if code == "p" or alike(i, item)]
    pairs = [(a, b) for a, b in combinations(found, 2) if a.figure.value != b.figure.value]
    for rank, (a, b) in enumerate(pairs[: 10 if digits(item) >= 3 else 3]):
        small, big = sorted((a, b), key=lambda i: i.figure.value)
        if code == "p":
            yield _made("point_change", item, rank, ("start", (small.figure,)), ("end", (big.figure,)), ("result", (item.figure,)))
        else:
            yield _made("difference", item, rank, ("base", (small.figure,)), ("value", (big.figure,)), ("result", (item.figure,)))


def _rates(sentence: Sentence, item: Item, known: Names) -> Iterator[Candidate]:
    """The rate between an amount of the sentence and one of its name elsewhere; or a change of the sentence as a part of that."""
    if item.yearly:
        return
    own = [i for i in sentence.items if i.at < item.at and i.code == "q" and i.claim in (LEVEL, TOTAL, DELTA)][-2:]
    topic = words_of(" ".join(t.text for t in sentence.tokens[: own[0].at if own else item.at] if t.figure < 0), sentence.chinese)
    words = topic.union(name_of(sentence, item), *(name_of(sentence, i) for i in own))
    found = [a.item for _, a in called(known, words, item) if a.item.code == "q" and all(a.item.figure != i.figure for i in sentence.items)][: 2 * NEAREST]
    rank = 0
    for mine in own:
        for other in found:
            if not alike(other, mine) or not other.figure.value or not mine.figure.value:
                continue
            old, new = (mine, other) if mine.when in OLD else (other, mine)
            falls = new.figure.value < old.figure.value
            if mine.claim != DELTA and item.direction and (item.direction < 0) != falls:
                continue
            rank += 1
            if rank > 8 or digits(item) < 3 and rank > 3:
                return
            if mine.claim == DELTA:
                yield _made("share", item, rank, ("part", (mine.figure,)), ("whole", (other.figure,)), ("result", (item.figure,)))
            else:
                yield _made("growth", item, rank, ("base", (old.figure,)), ("value", (new.figure,)), ("result", (item.figure,)), negated=frozenset({f"f{item.figure.start}"}) if falls else frozenset())


# Rules whose operands are all levels, so that the members of a list are worked out alike.
LISTED = frozenset({"share", "quotient", "growth", "difference", "multiple", "point_change"})
_BETWEEN = re.compile(r"[wOaAEi,|;()HVSNR]{1,8}")


def analogous(statement: Sentence, checks: list[Weighed], known: Names, done: set[int]) -> Iterator[Candidate]:
    """The other members of a list whose one member follows by name: elementary schools have 656 on average, middle schools 1,066."""
    places = {i.figure.start: n for n, i in enumerate(statement.items)}
    for check in checks:
        place = places.get(check.candidate.reported.start)
        if place is None or check.verdict == "mismatch" or check.candidate.rule not in LISTED or any(not isinstance(v, Figure) for _, vs in check.candidate.operands for v in vs):
            continue
        first = statement.items[place]
        yield from _each_with_its_share(statement, check, place, done)
        for step in (1, -1):
            at = place
            while 0 <= (after := at + step) < len(statement.items):
                a, b = sorted((statement.items[at], statement.items[after]), key=lambda i: i.at)
                item = statement.items[after]
                if item.code != first.code or not alike(item, first) or item.claim not in (LEVEL, first.claim) or not _BETWEEN.fullmatch(statement.codes[a.at + 1 : b.at]):
                    break
                if item.figure.start not in done and (candidate := _alike_worked_out(statement, check.candidate, first, item, known)):
                    yield candidate
                at = after


def _each_with_its_share(statement: Sentence, check: Weighed, place: int, done: set[int]) -> Iterator[Candidate]:
    """煤炭431万吨，占42%；集装箱268万吨，占26%: where one amount has its share right behind it, so have the others, of the same whole."""
    roles = {role: values[0] for role, values in check.candidate.operands}
    part, whole = roles.get("part"), roles.get("whole")
    items = statement.items
    if check.candidate.rule != "share" or " | " in statement.text or not isinstance(part, Figure) or not isinstance(whole, Figure) or not place or items[place - 1].figure.start != part.start:
        return
    between = statement.codes[items[place - 1].at + 1 : items[place].at]
    for own, item in zip(items, items[1:]):
        if not _of_two_wholes(statement, items[place], own, item) and item.code == "p" and item.claim == items[place].claim and item.figure.start not in done and alike(own, items[place - 1]) and (own.when in (*OLD, BASE)) == (items[place - 1].when in (*OLD, BASE)) and own.figure != whole and statement.codes[own.at + 1 : item.at] == between and own.figure.value <= whole.value and whole.start < own.figure.start:
            yield Candidate("share", (("part", (own.figure,)), ("whole", (whole,)), ("result", (item.figure,))), item.figure, "B", "as the list goes", FAR, blocked=item.flagged)


def _of_two_wholes(statement: Sentence, first: Item, own: Item, item: Item) -> bool:
    """Whether two amounts are parts of two wholes: 16 deaths (11.4%) and 2 deaths (3.0%) respectively; or one is less than nothing."""
    return "H" in statement.codes[max(first.at, own.at) :][:6] or own.figure.value < 0 or own.right[:1] == "O" or not statement.chinese and compiled(r"\)(?:V|d?P)").match(statement.codes[item.at + 1 :]) is not None


def _alike_worked_out(statement: Sentence, pattern: Candidate, first: Item, item: Item, known: Names) -> Candidate | None:
    """`pattern` with the operands that share words with `first` replaced by their neighbours that share words with `item`."""
    told, own = name_of(statement, first), name_of(statement, item)
    operands: list[tuple[str, tuple[Operand, ...]]] = []
    replaced = 0
    units = pattern.units
    for role, (figure,) in ((r, v) for r, v in pattern.operands):
        assert isinstance(figure, Figure)
        if figure.start == first.figure.start:
            operands.append((role, (item.figure,)))
            continue
        amount = known.by_start.get(figure.start)
        if amount is None:
            return None
        if not (amount.words & told - own):
            operands.append((role, (figure,)))
            continue
        rivals = sorted(((len(b.words & own - told), b) for b in known.in_statement[amount.statement] if b.item.code == amount.item.code and b is not amount and alike(b.item, amount.item)), key=lambda x: -x[0])
        if role == "whole" and not (rivals and rivals[0][0]):
            operands.append((role, (figure,)))
            continue
        if not rivals or not rivals[0][0] or len(rivals) > 1 and rivals[1][0] == rivals[0][0]:
            return None
        operands.append((role, (rivals[0][1].item.figure,)))
        replaced += 1
    if not replaced:
        return None
    if units:
        units = tuple((item.figure.start if start == first.figure.start else start, unit) for start, unit in units)
    falls = frozenset({f"f{item.figure.start}"}) if f"f{first.figure.start}" in pattern.negated else frozenset()
    return Candidate(pattern.rule, tuple(operands), item.figure, "C" if statement.chinese and pattern.rule == "share" and pattern.tier == "C" else "B", "as the list goes", FAR, falls, item.flagged, units)


def summed(statement: Sentence, item: Item, known: Names) -> Iterator[Candidate]:
    """Licensed and support staff come to 7,048: each name before the total is that of an amount."""
    begin = item.at
    while begin and statement.codes[begin - 1] not in ";:." + FIGURES:
        begin -= 1
    parts: list[list[str]] = [[]]
    for token in statement.tokens[begin : item.at]:
        if token.code in "a|":
            parts.append([])
        elif token.code == "w":
            parts[-1].append(token.text)
    found: list[Amount] = []
    sure = True
    for words in parts:
        named = [(s, a) for s, a in called(known, words_of(" ".join(words), statement.chinese), item) if a.item.code == item.code and alike(a.item, item) and a.item.figure.value < item.figure.value]
        if not named:
            return
        sure = sure and (len(named) == 1 or named[0][0] > 1.5 * named[1][0])
        found.append(named[0][1])
    if 2 <= len(found) <= 6 and len({a.item.figure.start for a in found}) == len(found):
        sure = sure and len({a.item.figure.unit for a in found} - {""}) < 2
        yield Candidate("total", (("result", (item.figure,)), ("parts", tuple(a.item.figure for a in found))), item.figure, "B" if sure else "C", "named parts", FAR, loose=True)
