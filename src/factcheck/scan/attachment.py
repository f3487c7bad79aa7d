"""Whether a stated change belongs to a pair of levels, and how surely: by its clause, its subject, its base and its period."""

from __future__ import annotations

import re
from fractions import Fraction

from . import vocabulary
from .items import BASE, BEFORE, DELTA, FROM, GAP, LEVEL, POINTS, RATE, SHARE, SPAN, TIMES, TO, Item, Sentence, comparable
from .levels import LEVELS, Pair
from .pairs import fronted
from .patterns import compiled
from .subjects import agree, shared


def attached(sentence: Sentence, item: Item, pair: Pair) -> tuple[str, int]:
    """How surely a result belongs to a pair: the tier, "" for not at all, and how far apart they are."""
    if _in_brackets_behind_another(sentence, item, pair) or (_of_other_things if sentence.chinese else _of_other_levels)(sentence, item, pair):
        return "", 0
    if sentence.chinese and of_the_earlier(sentence, item, pair):
        return "C", abs(item.at - pair.end)
    if not sentence.chinese and pair.size == 1 and item.claim == RATE and compiled("[^qptxd;.,]{0,3}a[^qptxd;.,]{0,3}p[^qptxd;.,]{0,3}H|[^qptxd;.,]{0,4}H").match(sentence.codes[item.at + 1 :]):
        # Arrivals from A and B increasing by 6.9% and 35% respectively: of two things, not of one.
        return "C", abs(item.at - pair.end)
    if pair.start < item.at < pair.end:
        if pair.old and pair.new and pair.new.at > pair.old.at and pair.reason in ("level–to", "level–now") and compiled(r"y?\([VCPNyw]{0,3}[pq]").match(sentence.codes[pair.old.at + 1 :]):
            return "", 0
        if sentence.chinese and pair.old and pair.old.when == BASE and pair.old.at > item.at and ";" in sentence.codes[item.at : pair.old.at]:
            # 比上年增加11.3亿；与2020年的77.4亿相比: of another base.
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
        if not sentence.chinese and item.claim == RATE and item.subject and pair.items[0].code == "p" and "," in codes and compiled("V[B]?$").search(item.left) and not agree(item.subject, "".join(i.subject + i.noun for i in pair.items)):
            # Cargo up 5.4%, just 51.9% of the space was sold, as opposed to 55.3%.
            return "C", distance
        if not sentence.chinese and item.claim == TIMES and pair.reason == "from–to" and pair.new and levels and not any(comparable(i.figure, pair.new.figure) for i in levels) and compiled("[wqi,]{0,6}F?").fullmatch(codes):
            # More than doubled between the two surveys, from 41.2 to 78.9 million tonnes.
            return "B", distance
        if item.yearly and item.claim == RATE and not sentence.chinese and sum(i.yearly and i.code == "p" for i in sentence.items) == 1 and not compiled("[qptx.]").search(codes):
            return "B", distance
        if not sentence.chinese and compiled("(?:^|[;.])C?V[BiO]?$").search(sentence.codes[: item.at]) and compiled("[yi]{0,2},[wVKN]{1,4}|[Owi]{1,5}").fullmatch(codes):
            # Up by 12.5%, income was 1,863: what opens a sentence is said of its subject.
            return "B", distance
        if not sentence.chinese and item.claim == TIMES and compiled("[^qptxd;.:]*:[wiNOP]{1,4}").fullmatch(codes) and pair.tier == "A":
            # Borrowing more than doubled: net debt was 110.8, having been 42.3.
            return "B", distance
        if not sentence.chinese and codes[-1:] == ":" and "w" in codes and not compiled("[qptx;.]").search(codes):
            # 135,583 mines were found, 10.2% more, because fields were denser: of the level before it.
            behind = compiled("V?,").match(codes) and compiled("q[^qptxd;.:]{0,8},$").search(sentence.codes[: item.at])
            return "C" if behind else "B", distance
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
        if not sentence.chinese and not levels and compiled("[^.;]*\\.[iNO]{0,2}").fullmatch(codes) and pair.old and pair.new and sum(i.code == pair.new.code and i.at > item.at for i in sentence.items) == 2:
            # It compounded at 6.7% a year. It was 53.9 in 2014 and is to be 72.1 in 2019.
            return "A", distance
        return ("C", distance) if not compiled("[;.]").search(codes) and not levels else ("", 0)
    if not sentence.chinese and item.subject and vocabulary.giving_a_reason().search(sentence.text[sentence.tokens[pair.end].end - sentence.start : item.figure.start - sentence.start]):
        # 249, against 243 a year earlier, since the population grew by 1.1%: of the reason.
        return "C", distance
    if not sentence.chinese and compiled(":w").search(codes):
        # Income was 39.9, compared to 35.1: a sale yielded a gain of 2.5.
        return "C", distance
    if levels:
        return "C" if len(levels) == 1 else "", distance + 20
    if "." in codes and not sentence.chinese and (item.subject or any(i.claim in LEVELS and i.code in "qp" and "." not in sentence.codes[i.at : item.at] for i in between)):
        return "C", distance
    if "." in codes and not sentence.chinese and item.claim == TIMES and item.right[:1] == "w" and "F" in item.right:
        # From 1.8 to 3.1. Since then we have doubled purchases from small firms.
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


def _in_brackets_behind_another(sentence: Sentence, item: Item, pair: Pair) -> bool:
    """Whether a change stands in brackets behind a level that is not the pair's: 1.4 million (+42.6%) in 386 theatres."""
    behind = compiled(r"([qp])y?\([VCPNyw]{0,3}$" if sentence.chinese else r"([qp])(?:O?w)?y?\([VCPNyw]{0,3}$").search(sentence.codes[: item.at]) if item.claim in (RATE, DELTA, POINTS) else None
    if not behind or any(i.at == behind.start(1) for i in pair.items):
        return False
    return any(i.at == behind.start(1) and (i.claim in LEVELS or i.claim in (DELTA, SHARE) and not sentence.chinese) for i in sentence.items)


def _of_other_things(sentence: Sentence, item: Item, pair: Pair) -> bool:
    """Whether Chinese words say that a change is of other years, another base or another thing counted than a pair."""
    if item.claim == RATE and pair.old and pair.new and pair.old.year and pair.new.year and pair.end < item.at and (own := compiled("yTy[^qptxy;.]*$").search(sentence.codes[: item.at])):
        # 由2000年的13261增加到2022年的25530，其中2010年至2022年增长36%
        named = [i for i in sentence.items if i.at in (own.start(), own.start() + 2)]
        if len(named) == 2 and {int(i.figure.value) for i in named} != {pair.old.year, pair.new.year}:
            return True
    if item.subject.endswith("人数") and pair.items[0].figure.unit not in ("人", "名", "位", "人次", "") and any(i.figure.unit == "人" for i in sentence.items):
        # 96起104人，今年81起92人，死亡人数下降11.5%
        return True
    if item.subject.rstrip("数") in {i.figure.unit for i in sentence.items} - {"", pair.items[0].figure.unit}:
        # 95件134人，去年同期200件377人，件数下降52.5%
        return True
    if _of_a_later_year(sentence, item, pair):
        return True
    if item.yearly and item.claim == RATE and compiled("Cy[^qptx]*Y").search(item.left) and not pair.end > item.at:
        # 比2000年到2010年的年均增长率低: a rate of other years.
        return True
    return _other_period(sentence, item, pair) or other_base(sentence, item, pair)


def _of_a_later_year(sentence: Sentence, item: Item, pair: Pair) -> bool:
    """Whether a change names a year behind both years of a pair: 2022年175.8；从2021年的138.3算起，到2023年年均增长24%."""
    named = compiled("(y)[^qptxC]*$").search(item.left)
    if not named or not pair.old or not pair.new or not pair.old.year or not pair.new.year or item.claim not in (RATE, DELTA):
        return False
    at = item.at - len(item.left) + named.start(1)
    return any(i.at == at and i.figure.value > max(pair.old.year, pair.new.year) for i in sentence.items)


def _of_other_levels(sentence: Sentence, item: Item, pair: Pair) -> bool:
    """Whether English words say that a change is from, or of, another level than a pair's."""
    if item.claim == RATE and _other_years(sentence, item, pair):
        return True
    if item.claim == TIMES and pair.end < item.at and compiled("[wOA]{1,3}y").fullmatch(item.right) and item.year and pair.old and pair.old.year != item.year:
        # 18% above the previous year's 2.6 and 2.9 times the amount of 2010.
        return True
    if pair.reason == "level–to" and pair.old and pair.old.when == TO and item.at < pair.old.at:
        # It fell 8% to 1,590 before recovering to 1,650: of the first.
        return True
    if pair.reason.startswith("years") and pair.old and pair.new and item.claim in (RATE, DELTA, POINTS):
        # From 2009 to 2018 a rise of 11.8%, with 141 in 2014 and 149 in 2018: the change names its own years.
        clause = sentence.text[max(item.figure.start - sentence.start - 60, 0) : item.figure.end - sentence.start + 40]
        own = {int(a) for found in vocabulary.between_years().finditer(clause) for a in found.groups()}
        if own and own != {pair.old.year, pair.new.year} and not any(str(y) in clause and y not in own for y in (pair.old.year, pair.new.year)):
            return True
    if pair.old and pair.new and pair.new.at < item.at < pair.old.at and sentence.codes[pair.old.at - 1] == "(" and item.claim == RATE and any(i.code == "p" and i.claim in (RATE, LEVEL) and item.at < i.at < pair.old.at and "a" in sentence.codes[item.at : i.at] and not compiled("[,;.]").search(sentence.codes[item.at : pair.old.at]) for i in sentence.items):
        # Up 3.1% from May and 23.4% from a year before (1.07 million): in brackets is the base of the second.
        return True
    if item.claim in (RATE, DELTA, POINTS) and (own := compiled(r"V?[wN]?,?[iT]([qp])").match(sentence.codes[item.at + 1 :])) and compiled("[;.,]").search(sentence.codes[min(item.at, pair.start) : max(item.at, pair.start)]) and all(i.at != item.at + own.end() for i in pair.items if i.when != BASE) and sentence.codes[item.at + own.end()] == pair.items[0].code:
        # Down 2 points, at 49%: what comes right behind a change is its level.
        return True
    if pair.old and pair.old.at > item.at and compiled("C[wO]{0,2}P[^qpxt]*C").search(sentence.codes[item.at + 1 : pair.old.at]):
        # 601, 13% above a year ago and above the 584 expected: the base of the change is said.
        return True
    if item.claim in (RATE, DELTA, POINTS) and pair.old and any(i.claim == item.claim and item.at < i.at < pair.old.at and compiled("V?C").match(i.right) for i in sentence.items):
        # Up 2.1% to 1.96 million, but 8.4% lower than last year's 2.14: what is compared with it comes next to it.
        return True
    if pair.old and pair.old.at < item.at and (than := compiled("V?C[wAO]{0,2}P").match(item.right)) and pair.old.when in (BASE, BEFORE) and (own := [t.text for t in sentence.tokens[pair.old.at - len(pair.old.left) : pair.old.at + 1 + len(pair.old.right)] if t.code == "P"]) and sentence.tokens[item.at + than.end()].text not in own:
        # Below the 4.0% of a year before, yet 0.1 points above the previous quarter.
        return True
    if pair.old and pair.new and (lasted := _months(sentence, pair.new)) and (before := _months(sentence, pair.old)) and lasted != before:
        # Nine months at 212 million, the twelve months of last year at 268.
        return True
    if item.claim == GAP and item.loss and pair.old and pair.old.when in (BASE, BEFORE) and not pair.old.loss:
        # Spending of 17.9 versus 17.6, which leaves a deficit of 5.3.
        return True
    if item.claim == RATE and item.code == "p" and pair.new and pair.new.code == "p" and pair.new.at > item.at and compiled("[yiwOd]{0,4}a").fullmatch(sentence.codes[item.at + 1 : pair.new.at]):
        # A drop of 15.7% in the eighties and 21.5% in the nineties, against 49.1%: rates, no levels.
        return True
    if item.claim == RATE and item.right[:1] == "C" and sentence.tokens[item.at + 1].text in vocabulary.in_place_of():
        # By 1.50% rather than 1.75%.
        return True
    if "." in sentence.codes[pair.start : item.at] and pair.reason.startswith("level–now") and compiled("V?C[wAd]{0,2}P").match(item.right):
        # In custody were 55,300 on the average. At the end of the year it was 59,000, up 13% on twelve months before.
        return True
    if pair.reason == "neighbours" and compiled("V?C[wOA]{0,2}P").match(item.right):
        # 180,000 had a job, 95,000 looked for one, 35,000 fewer than the year before.
        return True
    if _goes_the_other_way(sentence, item, pair):
        return True
    if item.claim in (RATE, DELTA, POINTS) and pair.old and item.right[-1:] == "F" and sentence.codes[item.at + len(item.right) + 1 :][:1] in (",", ";", ".", "") and pair.old.at != item.at + len(item.right) + 1:
        # Up 1% from July: what it is from has no figure.
        return True
    if pair.delta and item.claim == RATE and "C" in item.right and "C" in pair.delta.right:
        # Up 1.9% on the year and 990,000 more than in May.
        return True
    if "." in sentence.codes[pair.end : item.at] and vocabulary.both().search(sentence.text[sentence.tokens[sentence.codes.rfind(".", 0, item.at)].end - sentence.start : item.figure.start - sentence.start]):
        # Between them they added 265.
        return True
    return pair.end < item.at and vocabulary.furthermore().search(sentence.text[sentence.tokens[pair.end].end - sentence.start : item.figure.start - sentence.start]) is not None


def _months(sentence: Sentence, level: Item) -> Fraction | None:
    """How many months the clause of a level says it is of; None if it does not say."""
    return next((i.figure.value for i in reversed(sentence.items) if i.at < level.at and i.clause == level.clause and i.claim == SPAN and i.figure.unit == "月"), None)


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


def other_base(sentence: Sentence, item: Item, pair: Pair) -> bool:
    """Whether a change is against a year that is not the pair's: 2013年受理11016件，比2012年上升3%."""
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
    return False


def of_the_earlier(sentence: Sentence, item: Item, pair: Pair) -> bool:
    """Whether a year-on-year change may be that of the earlier level, behind which it stands in a sentence of its own: 今年3.08亿。去年2.51亿，同比减少2%."""
    if not pair.old or not pair.new or item.claim not in (RATE, DELTA, POINTS) or "C" not in item.left or not pair.new.at < pair.old.at < item.at:
        return False
    return bool(compiled("[;.]").search(sentence.codes[pair.new.at : pair.old.at])) and not compiled("[;.]").search(sentence.codes[pair.old.at : item.at])


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
    if pair.old and pair.old.at < item.at and not pair.old.year and pair.old.when != BEFORE and not yearly_base(sentence, pair.old):
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
    # 312 in 2014, 498 in 2013. From 2009 to 2014 it went down by 18.5% a year.
    two_others = len(own) == 2 and own != years and "." in sentence.codes[min(item.at, pair.start) : max(item.at, pair.end)]
    return len(years) == 2 and bool(own) and (own.isdisjoint(years) or two_others)


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


def yearly_base(sentence: Sentence, old: Item) -> bool:
    """Whether an earlier level is one of a year before, so that a monthly rate is no rate of it."""
    return bool(old.year) or any(t.code == "P" and "year" in t.text for t in sentence.tokens[max(old.at - 3, 0) : old.at + 4])
