"""Rates for each unit: amount = rate × count, whichever of the three is stated last; and spans of years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from ..expression import Expression, number
from ..figures import Figure
from ..units import COUNTED, dimension_of
from . import vocabulary
from .alone import alike
from .candidates import Candidate, Operand, of
from .days import stretches
from .items import BASE, BEFORE, DELTA, EACH, FROM, LEVEL, REST, SPAN, TO, TOTAL, Item, Sentence, comparable, dimension
from .patterns import compiled
from .subjects import clause_before


def per_unit(sentence: Sentence, item: Item) -> tuple[str, ...]:
    """The units an average or rate is for: 户 for 户均, 天 for a day."""
    if "/" in item.figure.unit:
        return (item.figure.unit.rpartition("/")[2],)
    low = max(item.at - 4, 0)
    near = [t for t in sentence.tokens[low : item.at] if t.code in "AY"][-1:] if compiled("[AY][wVyd]{0,2}$").search(item.left) else []
    near = [*[t for t in sentence.tokens[item.at + 1 : item.at + 3] if t.code in "AY"][:1], *near]
    if not near:
        return ()
    found = next((units for t in near if (units := vocabulary.per_units(t.text, sentence.chinese))), ())
    if not found and not sentence.chinese:
        following = next((t for t in sentence.tokens if t.start >= near[0].end), None)
        if following is not None and following.code == "w":
            first, *rest = following.text.lower().split()
            return vocabulary.per_units(first, False) or rest and vocabulary.per_units(rest[0], False) or (first,)
    return found


def fits(figure: Figure, units: tuple[str, ...]) -> bool:
    return _fits(figure.unit, units)


@lru_cache(4096)
def _fits(unit: str, units: tuple[str, ...]) -> bool:
    return any(unit == u or unit and dimension_of(unit) == dimension_of(u) != "count" or unit.rstrip("s") == u.rstrip("s") and unit or u == "人" and (unit in ("人次", "") or unit.isascii() and unit.islower()) for u in units)


def rates(sentence: Sentence) -> Iterator[Candidate]:
    every = [i for i in sentence.items if i.code in "qd" and i.claim in (LEVEL, TOTAL, DELTA, EACH, SPAN, REST)]
    for item in every:
        if item.figure.end_of_range:
            continue
        if item.claim != EACH and "/" not in item.figure.unit and not (item.claim == DELTA and item.yearly) or item.when in (FROM, BASE, BEFORE):
            continue
        units = per_unit(sentence, item)
        measure = dimension(item.figure).partition("/")[0]
        totals = [i for i in every if i is not item and i.code == "q" and (not sentence.chinese and measure == "count" and alike(i, item) or dimension(i.figure).partition("/")[0] == measure or item.figure.unit == "次" and i.figure.unit == "人次" or measure == "count" and not item.figure.unit and dimension(i.figure) in ("person", "[visit]")) and i.claim not in (EACH, REST) and i.when not in (BASE, BEFORE, FROM)]
        if not sentence.chinese:
            # An average of $7,727 in two theaters, and over five days of $10,533: neither is the sum of the other.
            totals = [t for t in totals if not any(w.text in vocabulary.averages() for w in sentence.tokens[t.at - len(t.left) : t.at])]
        if sentence.chinese and measure == "count":
            # 两市 are no sum of 42 trains a day.
            totals = [t for t in totals if t.figure.value > item.figure.value or t.at > item.at]
        if sentence.chinese:
            # 每月新增28.4万，最近三个月的平均值升到35.1万: no sum of months.
            totals = [t for t in totals if not (t.claim == LEVEL and "A" in t.left)]
            # 增加11.3亿，平均每人6.8次: the level is what was divided, wherever it stands.
            totals = [t for t in totals if "V" in item.left or not (t.claim == DELTA and t.left[-1:] == "V" and any(o.claim in (LEVEL, TOTAL) and comparable(o.figure, t.figure) for o in every if o is not t and o is not item))] or totals
        if not totals and item.when in ("", BEFORE) and sentence.chinese:
            totals = [i for i in every if i.at < item.at and i.code == "q" and i.claim == LEVEL and i.when == BEFORE and dimension(i.figure) == dimension(item.figure)]
        if sentence.chinese and any(t.claim != DELTA for t in totals):
            # 诊疗95.5亿，较上年多11.3亿，人均6.8次
            totals = [t for t in totals if t.claim != DELTA or "C" not in t.left]
        if sentence.chinese and compiled("A[^qptxd,;.]{0,2}V$").search(item.left) and sentence.tokens[item.at - 1].text.startswith(vocabulary.added_for_each()):
            # 投入2123万元，人均增收1490元: what has been added for each is no share of what was spent.
            totals = [t for t in totals if t.claim in (DELTA, TOTAL)]
        if not totals:
            continue
        counts = [i for i in every if i is not item and (fits(i.figure, units) or sentence.chinese and not i.figure.unit and (i.noun[:1] in units or i.subject.endswith(tuple(u for u in units if len(u) > 1)))) and i.claim != EACH and (i.figure.unit or i.figure.scaled or not sentence.chinese or i.figure.value.denominator == 1 and i.figure.value >= 10)]
        # 403 per 1 million (5,568 cases)
        counts = [c for c in counts if sentence.chinese or c.left[-1:] != "A" or c.at != item.at + 2]
        if not sentence.chinese and (each := compiled("AO?([dq])").match(sentence.codes[item.at + 1 :])):
            # 588 on each of the 365 days
            counts = [i for i in sentence.items if i.at == item.at + 1 + each.start(1)]
        sure = bool(counts)
        if not counts and not sentence.chinese and measure == "count" and len(totals) == 2 and not set(units) & {"年", "月", "天", "周", "小时"}:
            totals = sorted(totals, key=lambda i: i.figure.value)
            counts, totals = totals[:1], totals[1:]
        if not counts and not sentence.chinese and not set(units) & {"年", "月", "天", "周", "小时"}:
            counts = [i for i in every if i is not item and i not in totals and i.code == "q" and i.claim != EACH and dimension(i.figure) in ("count", "person", "household", "[visit]")]
        if item.yearly or set(units) & {"年"}:
            made = list(_yearly(sentence, item, totals, units[0] if units and units[0] in ("月", "天", "周") and not sentence.chinese else "年"))
            yield from made
            if made or sentence.chinese:
                continue
            counts = [i for i in every if i is not item and i not in totals and i.code == "q" and i.claim != EACH and dimension(i.figure) in ("count", "person", "household")]
        if not sentence.chinese and any(t.at < item.at for t in totals):
            totals = [t for t in totals if t.at < item.at]
        ahead = sentence.chinese and any(t.at < item.at for t in totals)
        if any(c.when != BEFORE for c in counts) and not any(t.when == BEFORE for t in totals):
            counts = [c for c in counts if c.when != BEFORE]
        near = sorted(((abs(t.at - item.at) + abs(c.at - item.at) + 6 * (ahead and t.at > item.at), t, c) for t in totals for c in counts if t is not c), key=lambda x: x[0])[:4]
        for n, (_, total, count) in enumerate(near):
            only = len(totals) == 1 and len(counts) == 1
            tier = "C" if n or _doubly(sentence, item) or not sure and not only and not sentence.chinese else "A" if sure and only else "B"
            if count.figure.value == 0:
                continue
            if sentence.chinese and ";" in sentence.codes[max(total.at, count.at) : item.at]:
                tier = "C"
            if sentence.chinese and total.at < count.at < item.at and "I" in sentence.codes[total.at : count.at] and any(c is not count for c in counts):
                # 接待3.02亿人次，收入3651亿元；其中过夜游客7086万人次，人均3054元: what all have brought is not divided by some of them.
                tier = "C"
            if sentence.chinese and total.at > max(item.at, count.at) and vocabulary.in_fact().search(clause_before(sentence, total)):
                # 按每户6万元编制概算，规划1200户，实际拨付6480万元: so far, not in all.
                tier = "C"
            if tier != "C" and any(i is not item and i.claim == EACH and dimension(i.figure) == dimension(item.figure) and min(abs(i.at - total.at), abs(i.at - count.at)) < min(abs(item.at - total.at), abs(item.at - count.at)) + (i.at < item.at) and per_unit(sentence, i) == units for i in every):
                tier = "C"
            yield from _triple(item, total, count, units, tier, n)
        if not counts and "月" in units and totals and (months := vocabulary.months(sentence.text[: item.figure.start - sentence.start], sentence.chinese)):
            operands = (("dividend", (totals[-1].figure,)), ("divisor", (number(months, (("月", 1),), str(months)),)), ("result", (item.figure,)))
            yield Candidate("quotient", operands, item.figure, "B" if len(totals) == 1 else "C", f"{months} months", 0, units=((item.figure.start, "月"),))
        elif not counts and "天" in units and totals and len(told := list(stretches(sentence))) == 1:
            days = told[0][0]
            operands = (("dividend", (totals[-1].figure,)), ("divisor", (number(days, (("天", 1),), str(days)),)), ("result", (item.figure,)))
            yield Candidate("quotient", operands, item.figure, "B" if len(totals) == 1 and told[0][1].start < item.figure.start else "C", f"{days} days", 0, units=((item.figure.start, "天"),))
        elif not sure:
            quarters = vocabulary.months(sentence.text, sentence.chinese) // 3 if "季" in units else 0
            for unit, length in (("天", 365), ("天", 366), ("月", 12), ("天", 360), ("季", quarters)):
                if unit in units and length > 1:
                    for total in totals[-1:]:
                        operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("dividend", (total.figure,)), ("divisor", (number(length, ((unit, 1),), str(length)),)), ("result", (item.figure,)))
                        # Shops are not open on all days.
                        open_days = Fraction(4, 5) * length <= total.figure.value / (item.figure.value or 1) <= length + 1 if unit == "天" else False
                        said = length in (365, 12) and not open_days and len(totals) == 1 and (vocabulary.whole_year().search(sentence.text[: total.figure.start - sentence.start]) if sentence.chinese else _IN_A_YEAR.search(sentence.text))
                        yield Candidate("quotient", operands, item.figure, "B" if said or unit == "季" and len(totals) == 1 else "C", f"{length} {unit}", 0, units=((item.figure.start, unit),))


_IN_A_YEAR = re.compile(r"\b(?:in|during|over|for|through|throughout) (?:(?:the|a|that|this|last|all of) (?:\w+ )?)?(?:year\b|(?:19|20)\d\d\b)|\blast year\b", re.I)
# How many of the first make one of the second; those that are not exact may confirm only.
CALENDAR = {("小时", "天"): (24, "B"), ("天", "周"): (7, "B"), ("月", "年"): (12, "B"), ("季", "年"): (4, "B"), ("天", "月"): (30, "C"), ("天", "年"): (365, "C"), ("周", "年"): (52, "C")}


def calendar(sentence: Sentence) -> Iterator[Candidate]:
    """One rate for two lengths of time: 50 an hour, 1,200 a day; 每月200元, 全年2400元."""
    items = [i for i in sentence.items if i.code == "q"]
    known = [(i, units) for i in items if i.claim == EACH or "/" in i.figure.unit for units in [per_unit(sentence, i)] if units]
    for short, shorter in known:
        for other in items:
            if other is short or not (dimension(other.figure).partition("/")[0] == dimension(short.figure).partition("/")[0] or not sentence.chinese and alike(other, short)) or abs(other.clause - short.clause) > 2:
                continue
            longer = next((units for i, units in known if i is other), ("年",) if sentence.chinese and "全年" in sentence.text[max(other.figure.start - sentence.start - 8, 0) : other.figure.start - sentence.start] else ())
            for unit in shorter:
                for long in longer:
                    if (unit, long) in CALENDAR:
                        times, tier = CALENDAR[unit, long]
                        first, second = (short, other) if short.at < other.at else (other, short)
                        operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("result", (other.figure,)), ("factors", (short.figure, number(times))))
                        if second is other:
                            yield Candidate("product", operands, other.figure, tier, f"{times} {unit} in one {long}", 0, units=((short.figure.start, ""), (other.figure.start, "")))
                        del first


def lots(sentence: Sentence) -> Iterator[Candidate]:
    """每10股派2元: a rate for so many of a thing, their number, and the amount."""
    items = [i for i in sentence.items if i.code == "q"]
    for lot, rate in zip(items, items[1:]):
        if not compiled("A$").search(lot.left) or lot.clause != rate.clause or dimension(lot.figure) == dimension(rate.figure):
            continue
        counts = [i for i in items if i not in (lot, rate) and i.figure.unit == lot.figure.unit and i.left[-1:] != "A"]
        totals = [i for i in items if i not in (lot, rate) and dimension(i.figure) == dimension(rate.figure) and not compiled("Aq[^,;]*$").search(sentence.codes[: i.at])]
        for total in totals[:1]:
            for count in counts[:1]:
                operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("result", (total.figure,)), ("factors", (count.figure, of(rate.figure) / of(lot.figure))))
                yield Candidate("product", operands, total.figure, "A" if len(counts) == len(totals) == 1 else "C", "rate for a lot", 0, blocked=lot.flagged or rate.flagged)


_LOT = re.compile("每(百|千|万|十万|百万)(?:个|名|位|口)?(平方公里|平方千米|公顷|[户人件辆台亩家吨元]?)[^,;:。]{0,14}$")
_LOTS = {"百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6}


def per_hundred(sentence: Sentence) -> Iterator[Candidate]:
    """每千人口拥有医师3.05名: a rate for a round number of persons, households or things."""
    if not sentence.chinese or "每" not in sentence.text:
        return
    items = [i for i in sentence.items if i.code == "q" and i.claim in (LEVEL, TOTAL, EACH, REST)]
    for item in items:
        said = _LOT.search(sentence.text[: item.figure.start - sentence.start])
        others = [i for i in items if i is not item]
        if not said or len(others) < 2 or len(others) > 4:
            continue
        for under in others:
            if said[2] and said[2] not in (under.figure.unit, "") and under.figure.unit:
                continue
            for over in others:
                if over is not under and over.figure.value < under.figure.value and (over.figure.unit == item.figure.unit or dimension(over.figure) == dimension(item.figure) or {over.figure.unit, item.figure.unit} <= {"人", "名", "位", ""}):
                    dividend = of(over.figure) * number(_LOTS[said[1]])
                    if said[2] == "元":
                        # Of each hundred yuan so many: yuan for yuan.
                        divisor = of(under.figure) / number(1, (("元", 1),))
                        yield Candidate("quotient", (("dividend", (dividend,)), ("divisor", (divisor,)), ("result", (item.figure,))), item.figure, "B" if len(others) == 2 else "C", "so many in each hundred", 0)
                        continue
                    yield Candidate("quotient", (("dividend", (dividend,)), ("divisor", (under.figure,)), ("result", (item.figure,))), item.figure, "B" if len(others) == 2 and said[2] and ";" not in sentence.codes[others[0].at : others[-1].at] else "C", "so many in each hundred", 0,
                                    units=tuple((i.figure.start, "") for i in (over, under, item)))


def prices(sentence: Sentence) -> Iterator[Candidate]:
    """A price, a number and their product without any word for it: may confirm only."""
    items = [i for i in sentence.items if i.code == "q" and i.claim in (LEVEL, TOTAL, EACH, DELTA)]
    if sentence.chinese and any(i.claim == EACH and i.left[-1:] == "A" and sentence.tokens[i.at - 1].text == "每" for i in items):
        return
    measures = [dimension(i.figure) for i in items]
    for n, last in enumerate(items):
        near = list(zip(items, measures))[max(n - 4, 0) : n]
        prices = [a for a, measure in near if measure == measures[n] and a.figure.unit and a.figure.value < last.figure.value]
        for a in prices:
            for b, measure in near:
                if measure != measures[n]:
                    operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("result", (last.figure,)), ("factors", (a.figure, b.figure)))
                    # 面值50元的消费券12万张，总金额600万元
                    priced = sentence.chinese and vocabulary.price().search(sentence.text[max(a.figure.start - sentence.start - 6, 0) : a.figure.start - sentence.start]) and a.at < b.at < last.at and b is items[n - 1] and sum(i.figure.value != a.figure.value and m == measures[n] for i, m in zip(items, measures)) == 1
                    yield Candidate("product", operands, last.figure, "B" if priced else "C", "price × number", 30, units=((a.figure.start, b.figure.unit),))


def _doubly(sentence: Sentence, rate: Item) -> bool:
    """Whether a Chinese rate is for two things at once: 每生每天5元."""
    return sentence.chinese and "".join(t.text for t in sentence.tokens[max(rate.at - 3, 0) : rate.at] if t.code == "A").count("每") > 1


def threefold(sentence: Sentence) -> Iterator[Candidate]:
    """每生每天5元，学生4.6万人，按200天计，共4600万元: a rate for two things at once. May confirm only, or tell a plain slip."""
    items = [i for i in sentence.items if i.code in "qd"]
    for rate in items:
        if not _doubly(sentence, rate) or rate.code != "q":
            continue
        totals = [i for i in items if i.at > rate.at and dimension(i.figure) == dimension(rate.figure)]
        counts = [i for i in items if i is not rate and dimension(i.figure) != dimension(rate.figure)]
        yearly = compiled("每月|月均").search("".join(t.text for t in sentence.tokens[max(rate.at - 3, 0) : rate.at])) and len(totals) == 1 and compiled("一年|全年|年度|每年").search(sentence.text[rate.figure.end - sentence.start : totals[0].figure.start - sentence.start])
        if len(totals) == len(counts) == 1 and yearly:
            by_year: tuple[tuple[str, tuple[Operand, ...]], ...] = (("result", (totals[0].figure,)), ("factors", (rate.figure, of(counts[0].figure) / number(1, ((counts[0].figure.unit, 1),) if counts[0].figure.unit else ()), number(12))))
            yield Candidate("product", by_year, totals[0].figure, "B", "each month of a year")
        if len(totals) == 1 and len(counts) == 2:
            operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("result", (totals[0].figure,)), ("factors", (rate.figure, *(of(i.figure) / number(1, ((i.figure.unit, 1),) if i.figure.unit else ()) for i in counts))))
            yield Candidate("product", operands, totals[0].figure, "B", "rate for two things at once")


def _triple(item: Item, total: Item, count: Item, units: tuple[str, ...], tier: str, distance: int) -> Iterator[Candidate]:
    unit = count.figure.unit
    if units and units[0] != unit and unit and dimension_of(unit) == dimension_of(units[0]) not in COUNTED | {"count"}:
        # 9860吨，产值12.6亿元，每公斤127.8元
        unit = units[0]
    last = max(item.at, total.at, count.at)
    if last == total.at and not total.at < item.at and dimension_of(unit) not in ("count",) or last == total.at:
        operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("result", (total.figure,)), ("factors", (item.figure, count.figure)))
        yield Candidate("product", operands, total.figure, tier, "rate × count", distance, blocked=item.flagged, units=((item.figure.start, unit),))
    else:
        operands = (("dividend", (total.figure,)), ("divisor", (count.figure,)), ("result", (item.figure,)))
        yield Candidate("quotient", operands, item.figure, tier, "amount ÷ count", distance, blocked=item.flagged, units=((item.figure.start, unit),))


def _yearly(sentence: Sentence, item: Item, totals: list[Item], unit: str = "年") -> Iterator[Candidate]:
    """A yearly average of an amount over years: said in words, or between two years, the first counted or not."""
    before = [t for t in totals if t.at < item.at] or ([] if sentence.chinese and not any(t.claim in (TOTAL, DELTA) for t in totals) else totals)
    spans = [i for i in sentence.items if i.claim == SPAN and i.figure.unit in ((unit, "周年") if unit == "年" else (unit,)) and i.figure.value >= 2]
    if sentence.chinese and before and (listed := _of_each_year(sentence, before[-1], spans)):
        yield Candidate("average", (("result", (item.figure,)), ("values", tuple(i.figure for i in listed))), item.figure, "A", "mean of a list", 0)
        return
    years = [] if unit != "年" else sorted({int(i.figure.value): i for i in sentence.items if i.code == "y"}.items())
    named = [int(i.figure.value) for i in sentence.items if i.code == "y" and i.at > item.at]
    for n, total in enumerate(reversed(before[-2:])):
        if not sentence.chinese and total.year and named and total.year not in range(min(named), max(named) + 1):
            # 50 million in 2017, then 30 million a year from 2018 to 2020.
            continue
        divisors: list[Operand] = [i.figure for i in spans]
        if len(years) >= 2 and not spans:
            first, last = years[0][1].figure, years[-1][1].figure
            gap: Expression = of(last) - of(first)
            ends = "".join(sentence.text[y.end - sentence.start :][:1] for y in (first, last))
            run = sentence.chinese and compiled("[,T]").fullmatch(sentence.codes[years[0][1].at + 1 : years[-1][1].at]) and compiled("累计|总共|一共|共").search(sentence.text[: total.figure.start - sentence.start][-12:])
            counted = gap + number(1, (("年", 1),), "1")
            # 2018年6015.5，至2023年累计减少109.0: from a level of one year the steps are counted, not the years.
            stepped = sentence.chinese and not run and total.claim == DELTA and total.left[-1:] == "V" and any(i.year == first.value and i.claim in (LEVEL, TOTAL) and i.at < total.at and comparable(i.figure, total.figure) for i in sentence.items)
            run = run or not sentence.chinese and vocabulary.inclusive().search(sentence.text)
            divisors += [gap] if ends in ("末末", "底底") or stepped else [counted] if run else [gap, counted]
        if not divisors and vocabulary.plan(sentence.chinese).search(sentence.text):
            divisors.append(number(5, (("年", 1),), "5"))
        for divisor in divisors:
            tier = "C" if n or total.when == TO else "A" if len(before) == 1 or total.claim == DELTA else "B"
            said = compiled("[,:(;]").split(sentence.codes[max(total.at, *(i.at for i in spans)) + 1 if spans else total.at + 1 : item.at])[-1]
            if not sentence.chinese and compiled("[wp]").search(said):
                tier = "C"
            yield Candidate("quotient", (("dividend", (total.figure,)), ("divisor", (divisor,)), ("result", (item.figure,))), item.figure, tier, "yearly average", n, units=((item.figure.start, unit),), loose=True)


def _of_each_year(sentence: Sentence, last: Item, spans: list[Item]) -> list[Item]:
    """The amounts of a Chinese list that ends with this one, if it has one for each of its years: 三年分别为3075件、3813件和4908件; none if it has not."""
    listed = [last]
    for item in reversed([i for i in sentence.items if i.code == "q" and i.at < last.at]):
        if sentence.codes[item.at + 1 : listed[0].at] not in ("|", "a", "|a"):
            break
        listed.insert(0, item)
    return listed if len(listed) > 1 and any(i.figure.value == len(listed) for i in spans) else []


def _full_years(sentence: Sentence, years: list[Item]) -> bool:
    """Whether both years come with a month, the later not after the earlier: none is counted twice then."""
    months = [compiled(r"(\d{1,2})月").match(sentence.text[y.figure.end - sentence.start :]) for y in years]
    return all(months) and int(months[1][1]) <= int(months[0][1])  # type: ignore[index]


def _lasting(sentence: Sentence, first: Item, span: Item) -> bool:
    """Whether English words say that something began in the first year and that the span is how long it lasted."""
    if sentence.chinese:
        return False
    start = sentence.start
    clause = compiled("[,;:()]").split(sentence.text[: first.figure.start - start])[-1]
    begin, end = span.figure.start - start, span.figure.end - start
    around = f"{sentence.text[max(begin - 40, 0) : end]}|{sentence.text[end : end + 24]}"
    return bool(vocabulary.beginning().search(clause) and vocabulary.lasted().search(around))


def _an_age(sentence: Sentence, span: Item) -> bool:
    """Whether English words say how old somebody was who is not said to be born in one of the years: who died aged 91, was appointed in 1981."""
    return not sentence.chinese and vocabulary.aged().search(sentence.text[: span.figure.start - sentence.start][-12:]) is not None and not vocabulary.born().search(sentence.text)


def spans(sentence: Sentence) -> Iterator[Candidate]:
    """从2001年到2016年的15年间: the years between, or counted with the first."""
    codes = sentence.codes
    for match in compiled(r"F?y[oTF,aw|]{0,3}y[,wNHEeFTCiOVBo(]{0,4}d|d[wn]?,?F?w?y[TF,a]y|y[^.yd]*y[^.yd]*d|y[^.yd]*d[^.yd]*y|d[^.yd]*y[^.yd]*y").finditer(codes):
        years = [i for i in sentence.items if match.start() <= i.at < match.end() and i.code == "y"]
        span = next((i for i in sentence.items if match.start() <= i.at < match.end() and i.code == "d" and not _an_age(sentence, i)), None)
        if span is None or span.figure.unit not in ("年", "周年") or len(years) != 2 or span.figure.value < 2:
            continue
        if codes[span.at + 1 : span.at + 2] == "P" and (sentence.chinese or not vocabulary.exact_span().search(sentence.text[span.figure.end - sentence.start :][:16])):
            continue
        told_between = not sentence.chinese and (years[0].at < span.at < years[1].at or compiled(",?").fullmatch(codes[years[1].at + 1 : span.at])) and vocabulary.exact_span().search(sentence.text[span.figure.end - sentence.start :][:16])
        ordered = years[0].figure.value < years[1].figure.value
        if not ordered and (sentence.chinese or years[0].figure.value == years[1].figure.value):
            continue
        years = years if ordered else years[::-1]
        ends = "".join(sentence.text[y.figure.end - sentence.start :][:1] for y in years)
        between, behind = codes[years[0].at + 1 : years[1].at], codes[years[1].at + 1 : span.at]
        those = not sentence.chinese and vocabulary.those_years().search(sentence.text[: span.figure.start - sentence.start])
        close = ordered and compiled("[TFa,]{0,2}").fullmatch(between) and compiled("[,EeNH(TFa]{0,3}" if those else "[,EeNH(TF]{0,2}").fullmatch(behind)
        near = ordered and compiled("[oTFa,w|KWN]{0,5}" if sentence.chinese else "[oTFa,w|]{0,4}").fullmatch(between) and compiled("[,EeNHw(TFCiOVBoSa]{0,6}").fullmatch(behind) and (behind + between).count("w") <= 5 + 2 * sentence.chinese
        if not sentence.chinese and vocabulary.counted_back().match(sentence.text, span.figure.end - sentence.start) and span.at > max(years[0].at, years[1].at) and codes[max(years[0].at, years[1].at) + 1 : span.at] != ",":
            # The most since 2011, below the number ten years earlier.
            continue
        told = vocabulary.lasting(sentence.chinese).search(sentence.text[max(span.figure.start - sentence.start - 6, 0) : span.figure.end - sentence.start + 3])
        tier = "A" if close or span.at < years[0].at and ordered else "B" if near and told or told_between or _lasting(sentence, years[0], span) else "C"
        if sentence.chinese and tier == "C" and ordered and told and codes[years[1].at - 1 : years[1].at] == "T" and not behind.strip("we"):
            # 2010年有182090人，到2024年秋季的12年间
            tier = "B"
        if not sentence.chinese and tier == "B" and vocabulary.running().search(sentence.text[: span.figure.start - sentence.start][-16:]):
            # Signed in 2009 and in force since 2014, it runs for 12 years.
            tier = "C"
        if sum(i.code == "y" and i.clause > span.clause for i in sentence.items) > 2 and span.at < years[0].at:
            # 连升三年，2021年…，2022年…，2023年…
            tier = "C"
        operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("from", (years[0].figure,)), ("to", (years[1].figure,)), ("result", (span.figure,)))
        if span.figure.value.denominator > 1:
            # Three and a half years, from a month of one year to a month of another.
            begun = of(years[0].figure) + number(span.figure.value.limit_denominator(1) - span.figure.value, (("年", 1),))
            yield Candidate("elapsed_years", (("from", (begun,)), *operands[1:]), span.figure, "C", "parts of years", 0, loose=True)
            continue
        yield Candidate("elapsed_years", operands, span.figure, tier, "years between", 0)
        if not sentence.chinese and not vocabulary.exact_span().search(sentence.text[span.figure.end - sentence.start :][:16]):
            # He reigned for 63 years: full years, one less than between the numbers.
            begun = of(years[0].figure) + number(1, (("年", 1),), "1")
            yield Candidate("elapsed_years", (("from", (begun,)), *operands[1:]), span.figure, max(tier, "B"), "full years", 2)
        exact = not sentence.chinese and vocabulary.exact_span().search(sentence.text[span.figure.end - sentence.start :][:16])
        if ends not in ("末末", "底底") and not _full_years(sentence, years) and not exact:
            yield Candidate("inclusive_years", operands, span.figure, tier, "years counted", 1)


def years_on(before: Sentence, sentence: Sentence) -> Iterator[Candidate]:
    """It opened in 1985. Thirty-four years later, in 2019, …: from the last year of an English sentence to the year the next begins with."""
    span = sentence.items[0]
    year = next((i for i in sentence.items if i.code == "y"), None)
    since = next((i for i in reversed(before.items) if i.code == "y"), None)
    if sentence.chinese or span.at or len({i.figure.value for i in before.items if i.code == "y"}) != 1 or span.claim != SPAN or span.figure.unit != "年" or year is None or since is None or not compiled("^ (?:later|on|after|afterwards|earlier|before)\\b").search(sentence.text[span.figure.end - sentence.start :][:16]):
        return
    if compiled("d[wCPNi]{0,2},?[wi]?y").match(sentence.codes) and year.figure.value != since.figure.value:
        first, last = sorted((since.figure, year.figure), key=lambda f: f.value)
        yield Candidate("elapsed_years", (("from", (first,)), ("to", (last,)), ("result", (span.figure,))), span.figure, "B", "years between two sentences", 0)
