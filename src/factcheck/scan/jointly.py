"""Several parts as one share of a whole, and shares that name their whole elsewhere."""

from __future__ import annotations

from collections.abc import Container, Iterator

from ..expression import Expression
from . import vocabulary
from .candidates import Candidate, Operand, of
from .items import BASE, BEFORE, BLOCKED, DELTA, EACH, EVERY, FROM, LEVEL, SHARE, TIMES, TOTAL, Sentence, alike, comparable
from .levels import Group
from .patterns import compiled
from .shares import share_of
from .subjects import agree, clause_before, shared
from .wholes import amounts, whole_of


def contributions(sentence: Sentence) -> Iterator[Candidate]:
    """贡献率: the change of a part as a share of the change of the whole."""
    if not sentence.chinese:
        return
    for item in sentence.items:
        if item.code != "p" or item.claim != BLOCKED or not vocabulary.contribution(True).search(sentence.text[: item.figure.start - sentence.start][-12:]):
            continue
        before = [i for i in sentence.items if i.at < item.at and i.code == "q" and (i.claim == DELTA or i.claim == EACH and i.left[-1:] == "V" or i.left[-1:] == "b" and i.claim == LEVEL)]
        own = [i for i in before if i.left[-1:] == "b"]
        if own and before[0].claim == DELTA and comparable(before[0].figure, own[-1].figure) and not compiled("[.]").search(sentence.codes[before[0].at : item.at]):
            yield share_of(item, own[-1], before[0], "A" if own[-1].clause + 1 == item.clause else "C", "part of the change", 0)
            continue
        if len(before) == 2 and comparable(before[0].figure, before[1].figure) and compiled("I").search(sentence.codes[before[0].at : before[1].at]) and not compiled("[;.]").search(sentence.codes[before[0].at : item.at]):
            yield share_of(item, before[1], before[0], "A", "part of the change", 0)


def of_years(sentence: Sentence) -> Iterator[Candidate]:
    """2024年恢复到2019年的65%: the level of one year as a share of that of another, under one name."""
    for item in sentence.items if sentence.chinese and "ye" in sentence.codes else ():
        if item.code != "p" or sentence.codes[item.at - 2 : item.at] != "ye":
            continue
        base = next(int(i.figure.value) for i in sentence.items if i.at == item.at - 2)
        levels = [i for i in sentence.items if i.at < item.at and i.code == "q" and i.claim in (LEVEL, TOTAL) and i.figure.unit]
        for whole in [i for i in levels if i.year == base]:
            parts = [i for i in levels if i is not whole and i.year != base and comparable(i.figure, whole.figure) and i.subject and agree(i.subject, whole.subject)]
            for part in parts:
                yield share_of(item, part, whole, "A" if len(parts) == 1 else "C", "share of another year", 0)


def announced(sentence: Sentence) -> Iterator[Candidate]:
    """近三分之一的房源（1.2万套中的3900套）: a share before the whole and the part it is worked out from."""
    every = [i for i in sentence.items if i.code == "q" and i.claim not in (BLOCKED, "other")]
    for item in sentence.items:
        if not sentence.chinese or item.code != "p" or item.claim not in (LEVEL, SHARE) or len(every) != 2 or every[0].at < item.at:
            continue
        whole, part = every
        if compiled("w?O").match(whole.right) and comparable(whole.figure, part.figure) and part.figure.value <= whole.figure.value and sum(i.code == "p" and i.at < whole.at for i in sentence.items) == 1:
            yield share_of(item, part, whole, "B", "share, whole and part behind", 0)


def combined(sentence: Sentence, groups: tuple[Group, ...]) -> Iterator[Candidate]:
    """合计占全部的p, 累计超过一半: several parts as one share of a whole that stands before them."""
    items = amounts(sentence)
    for item in sentence.items:
        if not sentence.chinese or item.code != "p" or item.claim not in (LEVEL, SHARE) or ";" in sentence.codes[: item.at]:
            continue
        text = clause_before(sentence, item)
        before = [i for i in items if i.at < item.at and i.when not in (FROM, BEFORE, BASE)]
        if len(before) < 3 or not vocabulary.jointly(True).search(text) or not all(comparable(i.figure, before[0].figure) for i in before):
            continue
        whole, parts = before[0], before[1:]
        total: Expression = of(parts[0].figure)
        for other in parts[1:]:
            total = total + of(other.figure)
        if sum(i.figure.value for i in parts) <= whole.figure.value:
            operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("part", (total,)), ("whole", (whole.figure,)), ("result", (item.figure,)))
            yield Candidate("share", operands, item.figure, "C" if any(c.isdigit() for c in item.figure.text) else "B", "parts as one share", 0)


TOGETHER = "parts together"


def of_it(sentence: Sentence, wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    """Taxes put 5.6 million into a fund of 62.5 million. That is 9% of it: the only two amounts of the sentence before."""
    for item in sentence.items:
        if sentence.chinese or item.code != "p" or item.figure.start not in wanted or not compiled("I(?:[,.;:]|$)").match(sentence.codes[item.at + 1 :]):
            continue
        here = [i for i in amounts(sentence) if i.at < item.at and not compiled("[.;]").search(sentence.codes[i.at : item.at])]
        if len(here) == 2 and any(c.isdigit() for c in item.figure.text) and not any(i.when in (FROM, BEFORE, BASE) for i in here) and comparable(here[0].figure, here[1].figure) and here[1].figure.value < here[0].figure.value and "I" not in sentence.codes[here[0].at : here[1].at]:
            # A turnover of 283 was high, but the pay bill of 154 swallowed 54% of it.
            yield Candidate("share", (("part", (here[1].figure,)), ("whole", (here[0].figure,)), ("result", (item.figure,))), item.figure, "B", "of the only two before", 0)
            continue
        stop = max(sentence.codes.rfind(mark, 0, item.at) for mark in ".;")
        begin = max(sentence.codes.rfind(mark, 0, max(stop, 0)) for mark in ".;") + 1
        two = [i for i in amounts(sentence) if begin <= i.at < stop]
        if len(two) == 2 and compiled("E?").fullmatch(sentence.codes[stop + 1 : item.at]) and comparable(two[0].figure, two[1].figure):
            small, big = sorted(two, key=lambda i: i.figure.value)
            yield Candidate("share", (("part", (small.figure,)), ("whole", (big.figure,)), ("result", (item.figure,))), item.figure, "A", "of the only two before", 0)


def of_them(sentence: Sentence, wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    """It has 853 shops. Sixty-nine per cent of them, or 587, are at home: of the only amount of the sentence before."""
    for item in sentence.items:
        stop = sentence.codes.rfind(".", 0, item.at)
        behind = compiled(r"I[^qpxtd,.;(]{0,4}[,(]E?(q)").match(sentence.codes[item.at + 1 :])
        if sentence.chinese or item.code != "p" or item.figure.start not in wanted or stop < 0 or not behind or compiled("[qp]").search(sentence.codes[stop : item.at]):
            continue
        part = next((i for i in sentence.items if i.at == item.at + 1 + behind.start(1)), None)
        begin = sentence.codes.rfind(".", 0, stop) + 1
        wholes = [i for i in amounts(sentence) if begin <= i.at < stop and part and alike(i, part) and i.figure.value > part.figure.value]
        if part and len(wholes) == 1 and not wholes[0].when:
            yield Candidate("share", (("part", (part.figure,)), ("whole", (wholes[0].figure,)), ("result", (item.figure,))), item.figure, "A", "of them, in the sentence before", 0)


def times_that(sentence: Sentence, wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    """It took 24.5 hours. That is more than double the 13.3 hours of the year before: the last amount of the sentence before, and the one right behind the multiple."""
    for item in sentence.items:
        stop = sentence.codes.rfind(".", 0, item.at)
        base = next((i for i in sentence.items if i.at == item.at + 1), None)
        if sentence.chinese or item.claim != TIMES or item.figure.start not in wanted or stop < 0 or base is None or base.code not in "qd" or not compiled("E?").fullmatch(sentence.codes[stop + 1 : item.at]):
            continue
        begin = sentence.codes.rfind(".", 0, stop) + 1
        levels = [i for i in sentence.items if begin <= i.at < stop and i.code == base.code and (i.claim in (LEVEL, TOTAL) or i.claim == DELTA and not i.direction) and alike(i, base) and not i.when]
        # 65 works for over 10 million: how many there are, not what they cost.
        levels = [i for i in levels if i.figure.scaled == base.figure.scaled and not (i.figure.unit and base.figure.unit and not comparable(i.figure, base.figure))]
        if len(levels) == 1:
            yield Candidate("multiple", (("base", (base.figure,)), ("value", (levels[0].figure,)), ("result", (item.figure,))), item.figure, "A", "times what stands behind", 0, blocked=item.flagged)


def together(sentence: Sentence, wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    """A took 136 of the 260, B 26. Their combined share: 62 per cent."""
    for item in sentence.items:
        near = sentence.tokens[max(item.at - 5, 0) : item.at]
        if sentence.chinese or item.code != "p" or item.claim not in (LEVEL, SHARE) or item.figure.start not in wanted or not any(t.text in ("combined", "together", "between them") or t.text.lower().endswith("jointly") for t in near):
            continue
        items = [i for i in amounts(sentence) if i.at < item.at and not i.when]
        wholes = {w.at: w for i in items for t, w, r in whole_of(sentence, i, items, set()) if t == "A" and r in ("part of whole", "of the whole, part")}
        parts = [i for i in items if i.at not in wholes]
        behind = compiled("O(?:K?w?O?)(q)").match(sentence.codes[item.at + 1 :])
        if behind and not wholes:
            # Between them the three states answer for 74.2% of the 7,989 felled.
            whole = next(i for i in sentence.items if i.at == item.at + 1 + behind.start(1))
            wholes = {whole.at: whole}
        if len(wholes) == 1:
            # Together the two sources: what says how many they are is none of them.
            whole = next(iter(wholes.values()))
            parts = [i for i in parts if comparable(i.figure, whole.figure) or i.figure.value > 12 or i.figure.scaled]
        if not wholes and sentence.codes[item.at + 1 : item.at + 2] == "I" and (stop := sentence.codes.rfind(".", 0, item.at)) >= 0:
            # Jointly 90% of that: of what the sentence before ends with.
            parts, ahead = [i for i in parts if i.at > stop], [i for i in parts if i.at < stop]
            wholes = {ahead[-1].at: ahead[-1]} if ahead else {}
        if len(wholes) == 1 and 2 <= len(parts) <= 4:
            whole = next(iter(wholes.values()))
            if all(comparable(i.figure, whole.figure) for i in parts) and sum(i.figure.value for i in parts) <= whole.figure.value:
                total: Expression = of(parts[0].figure)
                for other in parts[1:]:
                    total = total + of(other.figure)
                operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("part", (total,)), ("whole", (whole.figure,)), ("result", (item.figure,)))
                yield Candidate("share", operands, item.figure, "A", TOGETHER, 0)


def effective(sentence: Sentence) -> Iterator[Candidate]:
    """治疗组56例，显效31例，有效16例，无效9例，总有效率83.9%: all but those the treatment did nothing for, of all."""
    for item in sentence.items:
        if item.code != "p" or item.claim not in (LEVEL, SHARE) or not vocabulary.effective_rate().search(sentence.text[: item.figure.start - sentence.start][-12:]):
            continue
        stop = max(sentence.codes.rfind(mark, 0, item.at) for mark in ".;")
        before = [i for i in amounts(sentence) if stop < i.at < item.at and not i.when]
        worked = [i for i in before if vocabulary.cured().search(clause_before(sentence, i)[-6:])]
        failed = [i for i in before if vocabulary.not_cured().search(clause_before(sentence, i)[-6:])]
        rest = [i for i in before if i not in worked and i not in failed]
        if not worked or len(rest) != 1 or rest[0].at > worked[0].at or len(failed) > 1 or not all(comparable(i.figure, rest[0].figure) for i in before):
            continue
        if failed and sum(i.figure.value for i in (*worked, *failed)) != rest[0].figure.value:
            continue
        total: Expression = of(worked[0].figure)
        for other in worked[1:]:
            total = total + of(other.figure)
        yield Candidate("share", (("part", (total,)), ("whole", (rest[0].figure,)), ("result", (item.figure,))), item.figure, "A", TOGETHER, 0, blocked=item.flagged)


def summed(sentence: Sentence) -> Iterator[Candidate]:
    """乡村A人，城镇B人，城镇化率p: one of a run of parts as a share of all of them. May confirm only."""
    if not sentence.chinese:
        return
    for item in sentence.items:
        rate = item.subject[:-1] if item.code == "p" and item.claim in (SHARE, LEVEL) and not item.when else ""
        parts = [i for i in amounts(sentence) if i.at < item.at and i.when not in (FROM, BEFORE)] if rate else []
        if not 2 <= len(parts) <= 5 or not all(comparable(i.figure, parts[0].figure) for i in parts) or compiled("[;.]").search(sentence.codes[parts[0].at : item.at]):
            continue
        total: Expression = of(parts[0].figure)
        for other in parts[1:]:
            total = total + of(other.figure)
        for part in parts:
            if shared(part.subject + part.noun, rate):
                operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("part", (part.figure,)), ("whole", (total,)), ("result", (item.figure,)))
                yield Candidate("share", operands, item.figure, "C", "share of the sum of the parts", 400, loose=True)
