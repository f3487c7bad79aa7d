"""The rates, differences, multiples and verbs that follow from a pair of levels."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from ..expression import Expression, number, points
from ..figures import Figure
from . import vocabulary
from .candidates import Candidate, Operand, key, of
from .items import BASE, BEFORE, DELTA, EACH, EVERY, FROM, GAP, LEVEL, POINTS, RATE, SHARE, SPAN, TIMES, TO, TOTAL, Item, Sentence, comparable, latin
from .pairs import LEVELS, Group, Pair, fronted
from .patterns import compiled
from .subjects import agree, shared

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
                if rank and sentence.chinese and _other_base(sentence, group[0], pair):
                    continue
                tier, distance = attached(sentence, item, pair)
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
    # 第二年39万，增长20%；第三年43万，增长10%: what comes right behind the first pair is not of the second, within which it stands.
    closed = {pair.end for pair in found if pair.tier == "A" and pair.old and pair.new}
    for group in groups:
        item = group[0]
        if len(group) > 1 or item.claim not in (RATE, DELTA, POINTS) or item.yearly:
            continue
        behind = max((i.at for i in sentence.items if i.at < item.at and i.claim in LEVELS and i.code in "qp"), default=-1)
        for pair in found:
            if behind in closed and pair.start == behind and item.at < pair.end or _of_another_year(sentence, item, pair):
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


def attached(sentence: Sentence, item: Item, pair: Pair) -> tuple[str, int]:
    """How surely a result belongs to a pair: the tier, "" for not at all, and how far apart they are."""
    if sentence.chinese and item.claim == RATE and pair.old and pair.new and pair.old.year and pair.new.year and pair.end < item.at and (own := compiled("yTy[^qptxy;.]*$").search(sentence.codes[: item.at])):
        # 由2000年的13261增加到2022年的25530，其中2010年至2022年增长36%
        named = [i for i in sentence.items if i.at in (own.start(), own.start() + 2)]
        if len(named) == 2 and {int(i.figure.value) for i in named} != {pair.old.year, pair.new.year}:
            return "", 0
    if sentence.chinese and item.subject.rstrip("数") in {i.figure.unit for i in sentence.items} - {"", pair.items[0].figure.unit}:
        # 95件134人，去年同期200件377人，件数下降52.5%
        return "", 0
    if sentence.chinese and item.yearly and item.claim == RATE and compiled("Cy[^qptx]*Y").search(item.left) and not pair.end > item.at:
        # 比2000年到2010年的年均增长率低: a rate of other years.
        return "", 0
    if not sentence.chinese and item.claim == RATE and _other_years(sentence, item, pair) or sentence.chinese and (_other_period(sentence, item, pair) or _other_base(sentence, item, pair)):
        return "", 0
    if item.claim in (RATE, DELTA, POINTS) and (own := compiled(r"([qp])(?:O?w)?y?\([VCPNyw]{0,3}$" if not sentence.chinese else r"([qp])y?\([VCPNyw]{0,3}$").search(sentence.codes[: item.at])) and all(i.at != own.start(1) for i in pair.items) and any(i.at == own.start(1) and (i.claim in LEVELS or i.claim in (DELTA, SHARE) and not sentence.chinese) for i in sentence.items):
        # 1.4 million (+42.6%) in 386 theatres: what stands in brackets behind a level is its change.
        return "", 0
    if not sentence.chinese and item.claim in (RATE, DELTA, POINTS) and (own := compiled(r"V?[wN]?,?[iT]([qp])").match(sentence.codes[item.at + 1 :])) and compiled("[;.,]").search(sentence.codes[min(item.at, pair.start) : max(item.at, pair.start)]) and all(i.at != item.at + own.end() for i in pair.items if i.when != BASE) and sentence.codes[item.at + own.end()] == pair.items[0].code:
        # Down 2 points, at 49%: what comes right behind a change is its level.
        return "", 0
    if not sentence.chinese and pair.old and pair.old.at > item.at and compiled("C[wO]{0,2}P[^qpxt]*C").search(sentence.codes[item.at + 1 : pair.old.at]):
        # 601, 13% above a year ago and above the 584 expected: the base of the change is said.
        return "", 0
    if not sentence.chinese and item.claim in (RATE, DELTA, POINTS) and pair.old and any(i.claim == item.claim and item.at < i.at < pair.old.at and compiled("V?C").match(i.right) for i in sentence.items):
        # Up 2.1% to 1.96 million, but 8.4% lower than last year's 2.14: what is compared with it comes next to it.
        return "", 0
    if not sentence.chinese and pair.old and pair.old.at < item.at and (than := compiled("V?C[wAO]{0,2}P").match(item.right)) and pair.old.when in (BASE, BEFORE) and (own := [t.text for t in sentence.tokens[pair.old.at - len(pair.old.left) : pair.old.at + 1 + len(pair.old.right)] if t.code == "P"]) and sentence.tokens[item.at + than.end()].text not in own:
        # Below the 4.0% of a year before, yet 0.1 points above the previous quarter.
        return "", 0
    if not sentence.chinese and item.claim == GAP and item.loss and pair.old and pair.old.when in (BASE, BEFORE) and not pair.old.loss:
        # Spending of 17.9 versus 17.6, which leaves a deficit of 5.3.
        return "", 0
    if not sentence.chinese and item.claim == RATE and item.code == "p" and pair.new and pair.new.code == "p" and pair.new.at > item.at and compiled("[yiwOd]{0,4}a").fullmatch(sentence.codes[item.at + 1 : pair.new.at]):
        # A drop of 15.7% in the eighties and 21.5% in the nineties, against 49.1%: rates, no levels.
        return "", 0
    if not sentence.chinese and item.claim == RATE and item.right[:1] == "C" and sentence.tokens[item.at + 1].text in vocabulary.in_place_of():
        # By 1.50% rather than 1.75%.
        return "", 0
    if not sentence.chinese and "." in sentence.codes[pair.start : item.at] and pair.reason.startswith("level–now") and compiled("V?C[wAd]{0,2}P").match(item.right):
        # In custody were 55,300 on the average. At the end of the year it was 59,000, up 13% on twelve months before.
        return "", 0
    if not sentence.chinese and pair.reason == "neighbours" and compiled("V?C[wOA]{0,2}P").match(item.right):
        # 180,000 had a job, 95,000 looked for one, 35,000 fewer than the year before.
        return "", 0
    if not sentence.chinese and _goes_the_other_way(sentence, item, pair):
        return "", 0
    if not sentence.chinese and item.claim in (RATE, DELTA, POINTS) and pair.old and item.right[-1:] == "F" and sentence.codes[item.at + len(item.right) + 1 :][:1] in (",", ";", ".", "") and pair.old.at != item.at + len(item.right) + 1:
        # Up 1% from July: what it is from has no figure.
        return "", 0
    if not sentence.chinese and pair.delta and item.claim == RATE and "C" in item.right and "C" in pair.delta.right:
        # Up 1.9% on the year and 990,000 more than in May.
        return "", 0
    if not sentence.chinese and "." in sentence.codes[pair.end : item.at] and vocabulary.both().search(sentence.text[sentence.tokens[sentence.codes.rfind(".", 0, item.at)].end - sentence.start : item.figure.start - sentence.start]):
        # Between them they added 265.
        return "", 0
    if not sentence.chinese and pair.end < item.at and vocabulary.furthermore().search(sentence.text[sentence.tokens[pair.end].end - sentence.start : item.figure.start - sentence.start]):
        return "", 0
    if pair.start < item.at < pair.end:
        if pair.old and pair.new and pair.new.at > pair.old.at and pair.reason in ("level–to", "level–now") and compiled(r"y?\([VCPNyw]{0,3}[pq]").match(sentence.codes[pair.old.at + 1 :]):
            return "", 0
        if sentence.chinese and pair.old and pair.old.when == BASE and pair.old.at > item.at and compiled("[we]{0,2}V").match(pair.old.right):
            # 低于标准14杆，比第二名的三位少2杆: what it is compared with is what the next change is from.
            return "", 0
        return "A", min(abs(item.at - i.at) for i in pair.items)
    if item.at > pair.end:
        low, high = pair.end, item.at
        if not sentence.chinese and "." in sentence.codes[low:high] and item.claim == RATE and item.code == "p" and not any(c.isdigit() for c in item.figure.text) and not compiled("[;.]E[^qpxtd]{0,3}$").search(sentence.codes[: item.at]):
            return "C", high - low
    elif item.at < pair.start:
        low, high = item.at, pair.start
    else:
        return "A", 0
    codes = sentence.codes[low + 1 : high]
    between = [i for i in sentence.items if low < i.at < high and i not in pair.items and i is not item]
    distance = high - low
    if not sentence.chinese and item.claim in (RATE, POINTS) and _other_time(sentence, item, pair):
        return "C", distance
    levels = [i for i in between if i.claim in LEVELS and i.code in "qp" and i.code == pair.items[0].code and not (sentence.chinese and i.figure.unit and pair.items[0].figure.unit and i.figure.kind == "duration" != pair.items[0].figure.kind)]
    if sentence.chinese and item.claim == RATE and pair.items[0].code == "p" and any(i.claim in LEVELS and i.code == "q" for i in between) and compiled("[;.]").search(codes):
        # 占比由2%升到2.3%；酒驾2.2万起，减13%
        return "C", distance
    if sentence.chinese and "." in codes and pair.old and pair.new and pair.old.claim == pair.new.claim == SHARE and item.claim == RATE:
        return "C", distance
    if sentence.chinese and item.subject.rstrip("数") == pair.items[0].figure.unit:
        levels = [i for i in levels if i.figure.unit == pair.items[0].figure.unit]
    if item.at < pair.start:
        if item.yearly and item.claim == RATE and not sentence.chinese and sum(i.yearly for i in sentence.items) == 1 and not compiled("[qptx.]").search(codes):
            return "B", distance
        if not sentence.chinese and compiled("(?:^|[;.])C?V[BiO]?$").search(sentence.codes[: item.at]) and compiled("[yi]{0,2},[wVKN]{1,4}|[Owi]{1,5}").fullmatch(codes):
            # Up by 12.5%, income was 1,863: what opens a sentence is said of its subject.
            return "B", distance
        if not sentence.chinese and codes[-1:] == ":" and "w" in codes and not compiled("[qptx;.]").search(codes):
            return "B", distance
        if not sentence.chinese and item.claim == POINTS and pair.reason == "from–to" and not levels and sum(i.claim == POINTS for i in sentence.items) == 1 and sum(i.code == "p" for i in sentence.items) == 2 and not compiled("[;.]").search(codes):
            return "B", distance
        if codes[:1] == ":" and not levels and not compiled("[;.]").search(codes):
            return "A" if codes == ":" and item.claim == TIMES and pair.tier == "A" else "B", distance
        if compiled(r"[VOwY]{0,4}[TF]" if item.claim == TIMES else "(?!)").fullmatch(codes) or compiled(r"[VOwY]{0,2}[,:(]?[TFBPCNyeHKaLA(]*(?:w[TFy]{0,2})?[PCyeN]*").fullmatch(codes):
            first = min(pair.items, key=lambda i: i.at)
            other = compiled("[,:(].*w").search(codes) and not agree(first.subject, item.subject)
            return ("C" if other else "A"), distance
        if not sentence.chinese and not compiled("[qptx;.]|[,:(a][wK][^,:(]*V").search(codes) and ("w" not in compiled("[,:(]").split(codes)[-1] and (pair.old and pair.old.when == FROM or "w" not in codes)):
            # It fell 2 points between 2010 and 2015, from 15% to 13%.
            return "A", distance
        if not sentence.chinese and item.claim == TIMES and not any(c.isdigit() for c in item.figure.text) and pair.tier == "A" and pair.old and pair.new and compiled("[wi,VNy]{0,8}").fullmatch(codes) and sum(i.code == pair.new.code for i in sentence.items) == 2:
            # Prices have doubled, a dozen selling for 3.12 compared with 1.68.
            return "B", distance
        return ("C", distance) if not compiled("[;.]").search(codes) and not levels else ("", 0)
    if not sentence.chinese and compiled(":w").search(codes):
        # Income was 39.9, compared to 35.1: a sale yielded a gain of 2.5.
        return "C", distance
    if levels:
        return "C" if len(levels) == 1 else "", distance + 20
    if "." in codes and not sentence.chinese and (item.subject or any(i.claim in LEVELS and i.code in "qp" and "." not in sentence.codes[i.at : item.at] for i in between)):
        return "C", distance
    if "." in codes and not item.subject and not compiled("[,;]").search(sentence.codes[sentence.codes.rfind(".", 0, item.at) : item.at]):
        return "A", distance
    if item.claim == TIMES and not sentence.chinese and vocabulary.covering().search(sentence.text[: item.figure.start - sentence.start][-60:]):
        # A dividend 4% above last year's and covered 1.8 times: by what is earned.
        return "C", distance
    if item.claim == TIMES and not sentence.chinese and item.figure.text.isalpha() and item.right[:1] in ("w", "G") and pair.end < item.at and item.right[1:2] not in ("F", "T"):
        # From 19% to 19.9% and halved the difference.
        return "C", distance
    subject = item.subject
    names = "".join(i.subject + " " + i.noun + " " for i in pair.items)
    if not subject or item.clause == pair.items[-1].clause:
        return ("A" if not compiled("[;.]").search(codes) else "B"), distance
    if sentence.chinese:
        own = bool(subject) and not any(agree(i.subject + i.noun, subject) for i in pair.items)
        own = own or bool(vocabulary.rate_of(subject)) and pair.items[0].code == "q"
        # 员工人均培训44小时，多2小时，基层员工工资平均增8%: what is counted is the last word of a name.
        own = own or len(subject) >= 5 and vocabulary.head_of(subject) not in names and not any(vocabulary.head_of(i.subject) in subject for i in pair.items if len(i.subject) > 1)
        if own and "w" not in sentence.codes[: pair.start] and not any(i.subject for i in pair.items) and not compiled("[;.]").search(codes):
            # The pair begins the statement without a subject: the one that comes with the result is of both.
            return "B", distance
        return ("B" if own and len(subject) <= 1 else "C" if own else "A" if "." not in codes else "B"), distance
    if item.claim == TIMES and any(c.isdigit() for c in item.figure.text):
        return ("A" if shared(names, subject) and not (pair.items[0].code == "p" and "." in codes) else "C"), distance
    if item.claim == RATE and item.yearly and not compiled("[VBE]").search(item.left) and item.right[:1] == "Y":
        return "C", distance
    verbal = compiled("w[^,;()]*V[^,;(]{0,3}$").search(codes) and item.left[-1:] in "VBYH" and not compiled("V[^,;]{0,3}O").search(item.left)
    verbal = verbal or compiled("[Yw]?V").match(item.right) is not None and bool(compiled("[,;:a]").search(codes))
    # Consumption a head is another indicator than consumption.
    each = "A" in item.left and not any("A" in i.left + i.right for i in pair.items)
    own = (verbal or compiled(",,|;").search(codes)) and (each or not shared(names, subject)) and not (pair.new and fronted(sentence, pair.new)) and not compiled("[,;:.]E[^,;:.]*$").search(codes)
    return ("C" if own else "A" if not compiled("[;.]").search(codes) else "B"), distance


def _goes_the_other_way(sentence: Sentence, item: Item, pair: Pair) -> bool:
    """Whether the words that compare the levels of a pair, or its change, say a rise where the change is a fall: cut by 2% to 13.2, still above the 13.1 of last year; five more, but 0.6% fewer rooms."""
    if not item.direction or item.claim not in (RATE, DELTA, POINTS):
        return False
    if pair.delta:
        return item.noun != "" and pair.delta.direction == -item.direction
    if not pair.old or not pair.new or pair.old.when not in (BASE, BEFORE) or pair.old.at < pair.new.at:
        return False
    said = compiled("(V)?(C)[wOPyA]{0,6}$").search(sentence.codes[: pair.old.at])
    if said is None or said.start() <= max(item.at, pair.new.at):
        return False
    way = sentence.tokens[said.start(2)].direction or (sentence.tokens[said.start(1)].direction if said[1] else 0)
    return way == -item.direction


def _other_period(sentence: Sentence, item: Item, pair: Pair) -> bool:
    """Whether a change is against a month and the earlier level is of a year, or the other way round: 比上月高0.7个百分点；去年6月为97.9%."""
    if pair.delta and any(t.text in vocabulary.on_last_year() for t in sentence.tokens[item.at - len(item.left) : item.at]) and any(t.code == "P" and vocabulary.last_month().match(t.text) for t in sentence.tokens[pair.delta.at - len(pair.delta.left) : pair.delta.at]):
        return True
    if pair.reason == "periods" and any(t.text in ("同比", "上年同期", "去年同期", "上年", "去年") for t in sentence.tokens[item.at - len(item.left) : item.at]):
        return True
    if not pair.old or pair.old.when != BEFORE:
        return False
    lengths = [{mark for token in sentence.tokens[i.at - len(i.left) : i.at] if token.code == "P" for mark in "年月季周日" if mark in token.text} for i in (item, pair.old)]
    return bool(lengths[0]) and bool(lengths[1]) and lengths[0].isdisjoint(lengths[1])


def _other_base(sentence: Sentence, item: Item, pair: Pair) -> bool:
    """Whether a change is against a year that is not the pair's, or a year-on-year one of the earlier level: 2013年受理11016件，比2012年上升3%; 今年3.08亿。去年2.51亿，同比减少2%."""
    if not pair.old or not pair.new or item.claim not in (RATE, DELTA, POINTS):
        return False
    told = vocabulary.base_year().search(sentence.text[: item.figure.start - sentence.start]) if sentence.chinese else None
    if told and pair.old.year and pair.old.year != int(told[1]):
        # 以2021年为基数，两年累计增长62%
        return True
    based = compiled("C(y)").search(item.left)
    if based and pair.old.year:
        at = item.at - len(item.left) + based.start(1)
        year = next((int(i.figure.value) for i in sentence.items if i.at == at), 0)
        return bool(year) and year not in (pair.old.year, pair.new.year)
    own = "C" in item.left and pair.new.at < pair.old.at < item.at
    return own and bool(compiled("[;.]").search(sentence.codes[pair.new.at : pair.old.at])) and not compiled("[;.]").search(sentence.codes[pair.old.at : item.at])


def _other_years(sentence: Sentence, item: Item, pair: Pair) -> bool:
    """Whether the clause of a rate names years and none of them is a year of the pair."""
    years = {i.year for i in pair.items} - {0}
    over = next((i for i in sentence.items if i.at == item.at + 1 and i.claim == SPAN and i.figure.unit == "年"), None)
    if over and len(years) == 2 and over.figure.value != max(years) - min(years):
        return True
    if (than := compiled("V?C[wP]?y").match(item.right)) and pair.old:
        base = next((int(i.figure.value) for i in sentence.items if i.at == item.at + than.end()), 0)
        beside = item.at < pair.old.at and compiled("[(:,w]{0,2}").fullmatch(sentence.codes[item.at + than.end() + 1 : pair.old.at])
        if pair.old.year != base and not beside and (pair.old.year or pair.old.when == BEFORE):
            return True
    if pair.old and pair.old.at < item.at and not pair.old.year and pair.old.when != BEFORE and not _yearly_base(sentence, pair.old):
        # 5,200 after 4,900 in April, 12% more than a year before.
        behind = compiled("[,;:()]").split(sentence.text[item.figure.end - sentence.start :])[0]
        than = compiled("V?[CF][wAO]{0,2}P").match(item.right)
        if (than and "year" in sentence.tokens[item.at + than.end()].text or vocabulary.annual().search(behind)) and vocabulary.periods().search(sentence.text):
            return True
    if (named := compiled(r"(y)[^qpxtd;.()]*\($").search(sentence.codes[: item.at])) and "." in sentence.codes[pair.end : item.at]:
        # With 2021 the worst (-3.4%): of that year.
        return next((int(i.figure.value) for i in sentence.items if i.at == named.start(1)), 0) not in years
    clause = re.compile(r"[^,;:().]*")
    begin = max(sentence.codes.rfind(mark, 0, item.at) for mark in ",;:().") + 1
    end = clause.match(sentence.codes, item.at).end()  # type: ignore[union-attr]
    own = {int(i.figure.value) for i in sentence.items if i.code == "y" and begin <= i.at < end}
    return len(years) == 2 and bool(own) and own.isdisjoint(years)


def _other_time(sentence: Sentence, item: Item, pair: Pair) -> bool:
    """Whether the clause of a rate, apart from its levels, speaks of a period of its own (in May alone) or of what did not happen (had been expected)."""
    if any(i.clause == item.clause for i in pair.items):
        return False
    at = item.figure.start - sentence.start
    begin = max(sentence.text.rfind(mark, 0, at) for mark in ",;:(.–—") + 1
    end = item.figure.end - sentence.start + len(compiled(r"[,;:()–—]").split(sentence.text[item.figure.end - sentence.start :])[0])
    clause, rest = sentence.text[begin:at] + sentence.text[item.figure.end - sentence.start : end], (sentence.text[:begin] + sentence.text[end:]).lower()
    periods = {m.lower() for m in vocabulary.periods().findall(clause)}
    return vocabulary.unreal().search(clause) is not None or any(p not in rest for p in periods)


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
    falls = frozenset({key(item.figure)}) if item.direction < 0 else frozenset()
    # Against the period before is what two periods that follow each other give.
    blocked = "" if item.flagged == "环比" and (pair.reason == "periods" or pair.old and _just_before(sentence, pair.old)) else item.flagged
    if blocked and not sentence.chinese and blocked.startswith(vocabulary.monthly()) and pair.old and not _yearly_base(sentence, pair.old):
        blocked = ""
    if not blocked and item.claim == RATE and (named := _in_real_terms(sentence, pair)):
        blocked = named
    if item.claim == POINTS and "G" in item.left and pair.reason == "neighbours" and not sentence.chinese and sum(i.code == "p" for i in sentence.items) == 2:
        tier = "B"
    if item.claim == GAP and pair.reason in ("neighbours", "level–to") and len(gap_levels(sentence, item)) == 2 and not (sentence.chinese and compiled("[对与同跟]").search(item.subject)):
        tier = "B"
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


def _yearly_base(sentence: Sentence, old: Item) -> bool:
    """Whether an earlier level is one of a year before, so that a monthly rate is no rate of it."""
    return bool(old.year) or any(t.code == "P" and "year" in t.text for t in sentence.tokens[max(old.at - 3, 0) : old.at + 4])


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
