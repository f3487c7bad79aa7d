"""Rates over several years, from rates of single years or for a planned end."""

from __future__ import annotations

from collections.abc import Container, Iterator

from ..expression import number
from . import vocabulary
from .candidates import Candidate, Operand, key, of
from .items import BASE, BEFORE, EVERY, FROM, LEVEL, RATE, SPAN, TIMES, TO, Item, Sentence, comparable
from .levels import LEVELS, Group
from .patterns import compiled


def compounds(sentence: Sentence, groups: tuple[Group, ...]) -> Iterator[Candidate]:
    """Rates of successive periods, and what they come to together or on the average: 34% and 35% make 81%."""
    rates = [i for g in groups for i in g if i.code == "p" and i.claim in (RATE, LEVEL) and (sentence.chinese or i.when not in (BASE, BEFORE, FROM, TO))]
    for last in rates[1:]:
        before = [i for i in rates if i.at < last.at]
        if last.claim != RATE and "K" not in last.left[-1:] + last.right and "m" not in last.left + last.right and not compiled("i?d").match(sentence.codes[last.at + 1 :]):
            continue
        if not sentence.chinese and compiled("[,a]{1,2}").fullmatch(sentence.codes[before[-1].at + 1 : last.at]) and len(before) > 2:
            # 7.5%, 12.4%, 12.0% and 13.2% more in the four quarters.
            continue
        if not sentence.chinese and not last.yearly and min(i.figure.value for i in before[-2:]) <= last.figure.value <= max(i.figure.value for i in before[-2:]) and len({i.direction for i in (*before[-2:], last)} - {0}) < 2:
            # 7.5% for men and 6.9% for women, 7.3% together: one between two others is what they come to on the average.
            continue
        averaged = compiled("(?:m|dA)[AYVCN]*$").search(last.left)
        several = None if not sentence.chinese and compiled(r"^[ ]*\n|^[^.;]{0,30}(?:of age|years? old|or (?:older|over)|-year (?:average|mean))").search(sentence.text[last.figure.end - sentence.start :]) else compiled("[dw]?[Km]|V?[KmCiNO]*d").match(sentence.codes[last.at + 1 :])
        span = next((i for i in sentence.items if i.claim == SPAN and i.figure.unit == "年" and i.at < last.at and i.figure.value >= 2), None)
        if sentence.chinese and (averaged or last.yearly) and not last.subject and len({i.figure.value for i in sentence.items if i.at < last.at and i.claim == SPAN}) == 1 and last.direction == before[0].direction and len(before) == 1 and before[0].claim == RATE and span and "累计" in sentence.text[max(before[0].figure.start - sentence.start - 8, 0) : before[0].figure.start - sentence.start]:
            # 三年累计下降9.1%，年均下降3.1%.
            cumulated = frozenset(key(i.figure) for i in (before[0], last) if i.direction < 0)
            roles: tuple[tuple[str, tuple[Operand, ...]], ...] = (("base", (number(1),)), ("value", (number(1) + of(before[0].figure),)), ("result", (last.figure,)), ("years", (span.figure,)))
            yield Candidate("cagr", roles, last.figure, "B", "average of a cumulated rate", 0, cumulated, last.flagged)
            continue
        several = several or last.left == "K" and before[0].claim == RATE and not sentence.chinese
        if several and not sentence.chinese and ";" in sentence.codes[before[-1].at : last.at]:
            continue
        if not averaged and not several or not sentence.chinese and compiled("[dw]?K[wO]{0,2}p").match(sentence.codes[last.at + 1 :]):
            continue
        product = None
        for item in before[-3:] if not averaged else before[-2:]:
            step = number(1) + of(item.figure)
            product = step if product is None else product * step
        signs = frozenset(key(i.figure) for i in (*before, last) if i.direction < 0)
        # 比2019年1—2月份增长17.1%
        over_two = averaged and compiled("Cy[wP,]{0,4}[VYE]{0,2}$").search(sentence.codes[: before[-1].at]) is not None
        if product is None or averaged and len(before) != 2 and not over_two or averaged and _steps(sentence, last) != 2:
            continue
        if over_two and before[-1].clause + 2 >= last.clause:
            product, before = number(1) + of(before[-1].figure), before[-1:]
            signs = frozenset(key(i.figure) for i in (*before, last) if i.direction < 0)
        if averaged:
            operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("base", (number(1),)), ("value", (product,)), ("result", (last.figure,)), ("years", (number(2, (("年", 1),), "2"),)))
            yield Candidate("cagr", operands, last.figure, "B", "average of rates", 0, signs)
        elif len(before) >= 2:
            operands = (("base", (number(1),)), ("value", (product,)), ("result", (last.figure,)))
            yield Candidate("growth", operands, last.figure, "B", "rates of successive periods", 0, signs)


def averaged_out(sentence: Sentence) -> Iterator[Candidate]:
    """2020年比2015年增长40.4%，年均增长7.0%; up 40.4% between 2015 and 2020, or 7.0% a year: a rate over several years, and what it comes to in each."""
    for item in sentence.items:
        # Lost 99.1% in 28 years, which is to say 15.4% each year: the same again.
        again = not sentence.chinese and "E" in item.left
        if item.code != "p" or item.claim != RATE or not (item.yearly or sentence.chinese and "A" in item.left) or item.subject and not again or item.when in (BASE, BEFORE):
            continue
        whole = [i for i in sentence.items if i.at < item.at and not i.yearly and (i.code == "p" and (i.claim == RATE or again and i.direction and "V" in i.left) or i.claim == TIMES and (not sentence.chinese or i.left[-1:] == "e") and item.clause == i.clause + 1)]
        years = sorted((i for i in sentence.items if i.at < item.at and i.code == "y"), key=lambda i: i.figure.value)
        spans = [i for i in sentence.items if i.at < item.at and i.claim == SPAN and i.figure.unit == "年" and i.figure.value >= 2]
        if again and len(whole) == 1 and len(over := [i for i in sentence.items if i.claim == SPAN and i.figure.unit == "年" and i.figure.value >= 2 and (i.clause == whole[0].clause or i.clause == item.clause)]) == 1:
            years, spans = [], over
        if len(whole) != 1 or whole[0].direction * item.direction < 0 or item.clause - whole[0].clause > 2 or compiled("[;.]").search(sentence.codes[whole[0].at : item.at]) or len(years) != 2 and (len(years) > 1 or len(spans) != 1):
            continue
        since = sentence.chinese and len(spans) == 1 and len(years) == 1 and "m" not in item.left and compiled("Cy[^qpxtd]*$|y[^qpxtd;.]{0,3}C[^qpxtd]*$").search(sentence.codes[: whole[0].at]) is not None
        if since:
            # 与2019年同期相比增长24.3%，四年平均增长5.6%
            years = []
        elif len(years) == 1 or spans and not again and (spans[0].at > whole[0].at or spans[0].clause != whole[0].clause) or "m" in item.left:
            # 增长8.1%，两年平均增长4.1%: the average reaches back to another base.
            continue
        if years and (years[0].figure.value + 1 >= years[1].figure.value or spans):
            continue
        length: tuple[tuple[str, tuple[Operand, ...]], ...] = (("from", (years[0].figure,)), ("to", (years[1].figure,))) if years else (("years", (spans[0].figure,)),)
        falls = frozenset(key(i.figure) for i in (whole[0], item) if whole[0].direction < 0)
        end = of(whole[0].figure) if whole[0].claim == TIMES else number(1) + of(whole[0].figure)
        yield Candidate("cagr", (("base", (number(1),)), ("value", (end,)), ("result", (item.figure,)), *length), item.figure, "B", "a rate over years, averaged", 150 if again else 0, falls, item.flagged or whole[0].flagged)


def between_its_years(sentence: Sentence, wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    """309 in 2014, 500 in 2013 and 870 in 2009. From 2009 to 2014 it went down by 18.7 per cent a year: the only levels of the two years a rate names."""
    for item in sentence.items:
        stop = sentence.codes.rfind(".", 0, item.at)
        if sentence.chinese or item.code != "p" or item.claim != RATE or item.figure.start not in wanted or stop < 0:
            continue
        years = sorted((i for i in sentence.items if i.code == "y" and stop < i.at < item.at), key=lambda i: i.figure.value)
        if len(years) != 2 or compiled("[qptx]").search(sentence.codes[stop : item.at]) or years[0].figure.value >= years[1].figure.value:
            continue
        dated = [[i for i in sentence.items if i.at < stop and i.year == y.figure.value and i.code == "q" and i.claim in LEVELS] for y in years]
        if [len(d) for d in dated] != [1, 1] or not comparable(dated[0][0].figure, dated[1][0].figure):
            continue
        (old,), (new,) = dated
        falls = frozenset({key(item.figure)}) if item.direction < 0 else frozenset()
        roles: tuple[tuple[str, tuple[Operand, ...]], ...] = (("base", (old.figure,)), ("value", (new.figure,)), ("result", (item.figure,)))
        over: tuple[tuple[str, tuple[Operand, ...]], ...] = (("from", (years[0].figure,)), ("to", (years[1].figure,))) if item.yearly else ()
        yield Candidate("cagr" if item.yearly else "growth", (*roles, *over), item.figure, "A", "years of the rate", 0, falls, item.flagged)


def serial(sentence: Sentence, groups: tuple[Group, ...]) -> Iterator[Candidate]:
    """三年营收分别为20、25和28.8，年均增长20%: from the first of a list of years to its last."""
    for listed in groups:
        item = next((g[0] for g in groups if g[0].at > listed[-1].at and g[0].code == "p" and g[0].yearly and g[0].claim == RATE), None)
        if len(listed) < 3 or listed[0].claim not in LEVELS or listed[0].code != "q" or item is None or not sentence.chinese or compiled("[qx]").search(sentence.codes[listed[-1].at + 1 : item.at]):
            continue
        told = any(i.claim == SPAN and i.figure.unit == "年" and int(i.figure.value) in (len(listed), len(listed) - 1) for i in sentence.items) or sum(i.code == "y" for i in sentence.items) >= 2
        steps = number(len(listed) - 1, (("年", 1),), str(len(listed) - 1))
        falls = frozenset({key(item.figure)}) if item.direction < 0 else frozenset()
        operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("base", (listed[0].figure,)), ("value", (listed[-1].figure,)), ("result", (item.figure,)), ("years", (steps,)))
        yield Candidate("cagr", operands, item.figure, "B" if told and not item.subject else "C", "first and last of a list", 0, falls, item.flagged)


def _steps(sentence: Sentence, item: Item) -> int:
    """Over how many years a rate says it is averaged: two where no figure says so."""
    span = next((i for i in reversed(sentence.items) if i.at < item.at and i.clause == item.clause and i.claim == SPAN), None)
    return int(span.figure.value) if span else 2


def planned(sentence: Sentence) -> Iterator[Candidate]:
    """按8%的增速, 可达W: a level worked out from the one before it and a rate that is given."""
    if not sentence.chinese:
        return
    for before, item, after in zip(sentence.items, sentence.items[1:], sentence.items[2:]):
        words = sentence.text[before.figure.end - sentence.start : item.figure.start - sentence.start]
        if item.code != "p" or before.code != "q" or after.code != "q" or not comparable(before.figure, after.figure) or not vocabulary.given(True).search(words):
            continue
        if vocabulary.levied().match(sentence.text, item.figure.end - sentence.start):
            yield Candidate("share", (("part", (after.figure,)), ("whole", (before.figure,)), ("result", (item.figure,))), item.figure, "B", "a given share", 0, blocked=item.flagged)
            continue
        falls = frozenset({key(item.figure)}) if item.direction < 0 else frozenset()
        yield Candidate("growth", (("base", (before.figure,)), ("value", (after.figure,)), ("result", (item.figure,))), after.figure, "A", "a given rate", 0, falls, item.flagged)
