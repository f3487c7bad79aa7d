"""The rates, differences, multiples and verbs that follow from a pair of levels."""

from __future__ import annotations

from collections.abc import Container, Iterator

from ..expression import Expression, number, points
from ..figures import Figure
from . import vocabulary
from .attachment import attached, of_the_earlier, other_base, yearly_base
from .candidates import Candidate, Operand, key, of
from .items import BASE, BEFORE, DELTA, EACH, EVERY, GAP, LEVEL, POINTS, RATE, SPAN, TIMES, TO, TOTAL, Item, Sentence, comparable, latin
from .levels import LEVELS, Group, Pair
from .patterns import compiled

# What a pair of levels gives.
CHANGES = frozenset({RATE, DELTA, POINTS, TIMES, GAP})


def results(sentence: Sentence, groups: tuple[Group, ...], found: tuple[Pair, ...], wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    """Every way in which a pair gives a stated rate, difference, multiple or change in points."""
    if not found or not any(g[0].claim in CHANGES for g in groups):
        return
    taken = _nearest(sentence, groups, found)
    for group in groups:
        if group[0].claim not in CHANGES:
            continue
        for rank, item in enumerate(group):
            if item.figure.start not in wanted:
                continue
            for pair in _near(item, found):
                second = len(group) == 1 and not item.yearly and taken.get((pair.start, pair.end, item.code), item) is not item
                if len(group) > 1 and (pair.size != len(group) or pair.rank != rank):
                    continue
                if len(group) == 1 and pair.size > 1 and not _named(sentence, item, pair):
                    continue
                if item in pair.items or _of_another_year(sentence, item, pair) or item.claim != TIMES and sentence.chinese and _of_a_share(sentence, pair.old):
                    continue
                if rank and sentence.chinese and (other_base(sentence, group[0], pair) or of_the_earlier(sentence, group[0], pair)):
                    continue
                tier, distance = attached(sentence, item, pair)
                if sentence.chinese and item.yearly and pair.reason == "years" and any(p.reason == "years" and p.old.year <= pair.old.year and p.new.year >= pair.new.year and p.start <= pair.start and p is not pair for p in found):  # type: ignore[union-attr]
                    # Over a run of years the average is from its first to its last.
                    tier = tier and "C"
                if sentence.chinese and item.claim == RATE and not item.yearly and pair.reason == "years" and any(i.code == "y" and pair.old.year < i.figure.value < pair.new.year for i in sentence.items):  # type: ignore[union-attr]
                    tier = tier and "C"
                if tier == "C" and pair.size > 1 and len(group) == 1:
                    tier = "A"
                if tier:
                    yield from _rule(sentence, item, pair, "C" if second else max(tier, pair.tier), distance)


def _near(item: Item, found: tuple[Pair, ...], most: int = 12) -> list[Pair]:
    """The pairs nearest to a result; in a statement of ordinary length these are all."""
    if len(found) <= most:
        return list(found)
    return sorted(found, key=lambda p: min(abs(p.start - item.at), abs(p.end - item.at)))[:most]


def _nearest(sentence: Sentence, groups: tuple[Group, ...], found: tuple[Pair, ...]) -> dict[tuple[int, int, str], Item]:
    """For each pair the first result of each kind that follows it or stands within: a second one is of something else."""
    nearest: dict[tuple[int, int, str], Item] = {}
    # 第二年39万，增长20%；第三年43万，增长10%; 9.4件，比上年的7.5件高1.9件，比十年前的6.3件高3.1件: what comes right behind one pair is not of another, within which it stands.
    closed = {pair.end for pair in found if pair.tier == "A" and pair.old and pair.new}
    for group in groups:
        item = group[0]
        if len(group) > 1 or item.claim not in (RATE, DELTA, POINTS) or item.yearly:
            continue
        behind = max((i.at for i in sentence.items if i.at < item.at and i.claim in LEVELS and i.code in "qp"), default=-1)
        for pair in found:
            if behind in closed and pair.start <= behind < item.at < pair.end or _of_another_year(sentence, item, pair):
                continue
            if item not in pair.items and item.at > pair.start - 5 and pair.size == 1 and ";" not in sentence.codes[item.at : pair.start]:
                nearest.setdefault((pair.start, pair.end, item.code), item)
    return nearest


def _of_another_year(sentence: Sentence, item: Item, pair: Pair) -> bool:
    """A change between two levels that is of neither: 2021年A，增长p；2022年B and A，同比增长p，与2019年的B相比，增长q."""
    if not sentence.chinese or not pair.old or not pair.new or item.claim not in (RATE, DELTA, POINTS) or item.yearly:
        return False
    if pair.reason in ("years", "neighbours") and 0 < pair.old.year < pair.new.year and pair.old.at < item.at < pair.new.at:
        return "y" in sentence.codes[item.at : pair.new.at]
    own = [i for i in sentence.items if i.at > pair.old.at and i.claim == item.claim and i.code == item.code and i.clause - pair.old.clause <= 1]
    return pair.new.at < item.at < pair.old.at and "C" in item.left and bool(own)


def _of_a_share(sentence: Sentence, old: Item | None) -> bool:
    """Whether a level is one only as the whole of a share: 完成预算7000万元的45%，比上年减收150万元."""
    return old is not None and old.when == BASE and old.right == "e" and "C" not in old.left and sentence.codes[old.at + 2 : old.at + 3] == "p"


def _named(sentence: Sentence, item: Item, pair: Pair) -> bool:
    """Whether a result names its place in a structure of three: 二产 in 12∶48∶39."""
    match = compiled("第?([一二三])(?:产|次产)").search(sentence.text[max(item.figure.start - sentence.start - 16, 0) : item.figure.start - sentence.start])
    return bool(match) and pair.size == 3 and "一二三".index(match[1]) == pair.rank


def levels_of(pair: Pair) -> tuple[Operand, Operand, frozenset[str]] | None:
    """The earlier and the later level of a pair, and the keys of those that count as negative (a loss beside a profit)."""
    negated: set[str] = set()
    old: Operand | None = pair.old.figure if pair.old else None
    new: Operand | None = pair.new.figure if pair.new else None
    if pair.old and pair.new:
        gain = pair.new if pair.old.loss else pair.old
        if pair.old.loss and not pair.new.loss and latin(gain.figure.text) and pair.new.when == TO and pair.new.at < pair.old.at and pair.old.when in (BASE, BEFORE):
            # It rose by 20 to 12, against an outflow of 8.
            negated.add(key(pair.old.figure))
        elif pair.old.loss != pair.new.loss and gain.when == BASE and latin(gain.figure.text) and GAP in (pair.old.claim, pair.new.claim) and not vocabulary.gains().search(f"{gain.subject} {gain.noun}"):
            # A deficit of 64.2, 6.4 less than February's revised 70.6.
            pass
        elif pair.old.loss != pair.new.loss and (gain.subject or gain.noun or gain.claim == GAP or not latin(gain.figure.text) and not (gain is pair.new and pair.reason == "from–to")):
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
    if item.direction == 0 and item.figure.value > 0 and pair.delta and item.claim == RATE:
        item = item._replace(direction=pair.delta.direction)
    if item.direction == 0 and item.figure.value > 0 and pair.old and pair.new and item.claim in (RATE, DELTA, POINTS) and not pair.delta:
        first, second = (-i.figure.value if key(i.figure) in negated else i.figure.value for i in (pair.old, pair.new))
        item = item._replace(direction=1 if second >= first else -1)
    if not sentence.chinese and pair.old and pair.new and pair.old.when == BEFORE and pair.new.at < pair.old.at < item.at and item.right[:1] == "V" and compiled(",?E").fullmatch(sentence.codes[pair.old.at + 1 : item.at]):
        # 43%; the year before it had been 54%, or 11 points more: the earlier one is what is more.
        if item.claim == RATE:
            return
        item = item._replace(direction=-item.direction)
    falls = frozenset({key(item.figure)}) if item.direction < 0 else frozenset()
    # Against the period before is what two periods that follow each other give.
    blocked = "" if item.flagged == "环比" and (pair.reason.startswith(("periods", "from–to")) or pair.old and _just_before(sentence, pair.old)) else item.flagged
    if blocked and not sentence.chinese and blocked.startswith(vocabulary.monthly()) and pair.old and not yearly_base(sentence, pair.old):
        blocked = ""
    if not blocked and item.claim == RATE and (named := _in_real_terms(sentence, pair)):
        blocked = named
    if item.claim == POINTS and "G" in item.left and pair.reason == "neighbours" and not sentence.chinese and sum(i.code == "p" for i in sentence.items) == 2:
        tier = "B"
    if item.claim == GAP and pair.reason in ("neighbours", "level–to") and len(gap_levels(sentence, item)) == 2 and not (sentence.chinese and compiled("[对与同跟]").search(item.subject)):
        tier = "B"
    if item.claim == GAP and not sentence.chinese and pair.old and pair.new and item.figure.value > max(pair.old.figure.value, pair.new.figure.value):
        # At 7 for 309, a lead of 374: two amounts are no further apart than the larger.
        tier = "C"
    reason = f"{pair.reason} ({pair.tier}), {item.claim} {distance} away"

    def candidate(rule: str, *operands: tuple[str, tuple[Operand, ...]], minus: frozenset[str] = negated, at: str = tier) -> Candidate:
        return Candidate(rule, operands, item.figure, at, reason, distance, minus, blocked)

    if pair.reason.startswith("rates") and item.claim != POINTS:
        return
    if item.claim == RATE and sentence.chinese and code == "p" and pair.old and pair.old.when == BASE and any(t.code == "C" and t.direction for t in sentence.tokens[pair.old.at - len(pair.old.left) : pair.old.at]):
        # 份额16.8%，高于他家的16.4%，增速122%: a rate of growth is not that between two shares.
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
    elif item.claim in (DELTA, GAP) and pair.old and pair.new and item.code == code and (comparable(pair.new.figure, item.figure) or not sentence.chinese and comparable(pair.old.figure, item.figure) or not sentence.chinese and not pair.new.figure.unit and not pair.old.figure.unit and pair.new.figure.value < 99 * item.figure.value):
        if item.yearly:
            for n, years in enumerate(_years(sentence, item, pair)):
                roles = {role: values[0] for role, values in years}
                length = roles.get("years") or of(roles["to"]) - of(roles["from"])  # type: ignore[arg-type]
                yield Candidate("quotient", (("dividend", (of(pair.new.figure) - of(pair.old.figure),)), ("divisor", (length,)), ("result", (item.figure,))), item.figure,
                                max(tier, "B") if n == 0 else "C", reason, distance, falls, blocked, ((item.figure.start, "年"),))
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
            first, second = (-i.figure.value if key(i.figure) in signs else i.figure.value for i in (pair.old, pair.new))
            up = second > first
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
    elif item.claim == TIMES and code in "qpd" and pair.old and pair.new and (not compiled("(?:w|K|G|L)e?$").search(item.left.partition("y")[0] if sentence.chinese else "") or sentence.chinese and len(item.subject) > 1 and item.subject in pair.old.subject):
        yield candidate("multiple", ("base", (old,)), ("value", (new,)), ("result", (item.figure,)))


def _in_real_terms(sentence: Sentence, pair: Pair) -> str:
    """The name of a level of the pair whose rates are at constant prices by convention: GDP and value added, of which the levels are printed at current ones."""
    for level in pair.items:
        before = max((i.figure.end for i in sentence.items if i.at < level.at and i.code not in "yo"), default=sentence.start)
        if found := vocabulary.by_convention(sentence.chinese).search(sentence.text[before - sentence.start : level.figure.start - sentence.start]):
            return found.group()
    return ""


def gap_levels(sentence: Sentence, item: Item) -> list[Item]:
    """The levels before a gap in its sentence."""
    start = max(sentence.codes.rfind(mark, 0, item.at) for mark in ".")
    return [i for i in sentence.items if start < i.at < item.at and i.claim in (LEVEL, TOTAL, *([EACH] if sentence.chinese else [])) and comparable(i.figure, item.figure)]


def _years(sentence: Sentence, item: Item, pair: Pair) -> Iterator[tuple[tuple[str, tuple[Operand, ...]], ...]]:
    """The number of years a yearly rate is taken over: of the pair, said in words, or between the years of the sentence."""
    years = {i.at: i for i in sentence.items if i.code == "y" and not _of_another_rate(sentence, item, i)}
    if pair.old and pair.new and pair.old.year and pair.new.year and pair.old.year < pair.new.year:
        first = next((i for i in years.values() if i.figure.value == pair.old.year), None)
        last = next((i for i in years.values() if i.figure.value == pair.new.year), None)
        if first and last:
            yield ("from", (first.figure,)), ("to", (last.figure,))
    spans = [i for i in sentence.items if i.claim == SPAN and i.figure.unit in ("年", "周年") and i.figure.value >= 1]
    for span in spans:
        yield (("years", (span.figure,)),)
    if not spans and not sentence.chinese and len(years) < 2 and vocabulary.decade().search(sentence.text):
        yield (("years", (number(10, (("年", 1),), "10"),)),)
    if not spans and vocabulary.plan(sentence.chinese).search(sentence.text):
        yield (("years", (number(5, (("年", 1),), "5"),)),)
    if len(years) >= 2:
        ordered = sorted(years.values(), key=lambda i: i.figure.value)
        if ordered[0].figure.value < ordered[-1].figure.value:
            yield ("from", (ordered[0].figure,)), ("to", (ordered[-1].figure,))


def _of_another_rate(sentence: Sentence, item: Item, year: Item) -> bool:
    """Whether a year is of the rate that a yearly one is compared with: 年均增长0.49%，比2000年到2010年的年均增长率低0.08个百分点."""
    return sentence.chinese and any(i is not item and i.yearly and i.code == "p" and i.at - len(i.left) <= year.at < i.at and "C" in sentence.codes[i.at - len(i.left) : year.at] for i in sentence.items)


def _just_before(sentence: Sentence, old: Item) -> bool:
    """Whether a level is that of the month, week or quarter before: 上月, 上一季度."""
    mark = next((t.text for t in reversed(sentence.tokens[old.at - len(old.left) : old.at]) if t.code == "P"), "")
    return mark.startswith(("上", "前")) and not mark.startswith(("上年", "上一年", "前年", "前一年"))
