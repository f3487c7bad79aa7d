"""The only two levels of one kind before a statement's only change: its verb says which came first."""

from __future__ import annotations

from collections.abc import Iterator

from . import vocabulary
from .items import DELTA, EACH, NOW, POINTS, RATE, TIMES, TO, Item, Sentence, comparable
from .levels import OLD, Group, Pair, alike_groups, pair_of
from .patterns import compiled
from .subjects import agree, clause_before


def only_two(sentence: Sentence, groups: tuple[Group, ...], levels: list[Group]) -> Iterator[Pair]:
    """The only two levels of one kind before a statement's only change: its verb says which came first."""
    for code in "qpd" if sentence.chinese else "qp":
        own = [(i,) for g in levels for i in g if i.code == code and (code != "p" or any(c.isdigit() for c in i.figure.text)) and not (sentence.chinese and i.right[:1] == "e" and sentence.codes[i.at + 2 : i.at + 3] == "p")]
        if len(own) != 2:
            continue
        changes = [g[0] for g in groups if g[0].claim in (RATE, DELTA, POINTS, TIMES) and len(g) == 1 and g not in levels and (code in "qd" and (code == "q" or g[0].claim == DELTA and g[0].code == "d") or g[0].claim == POINTS or sentence.chinese and g[0].claim == RATE and not g[0].subject)]
        if changes and changes[0].claim == TIMES:
            changes = [changes[0]._replace(direction=1 if changes[0].figure.value > 1 else -1)]
        if len(changes) != 1 or not changes[0].direction or not alike_groups(*own) or compiled("[.]").search(sentence.codes):
            continue
        first, second = sorted((own[0][0], own[1][0]), key=lambda i: i.figure.value)
        if sentence.chinese and code == "p" and changes[0].claim == RATE and (max(own[0][0], own[1][0], key=lambda i: i.at).subject or changes[0].at < max(i.at for g in own for i in g)):
            continue
        if sentence.chinese and compiled("[IJ]").search(sentence.codes[min(first.at, second.at) : max(first.at, second.at)]):
            continue
        bare = not sentence.chinese and not first.figure.unit and not second.figure.unit
        if changes[0].claim == DELTA and not bare and not comparable(first.figure, changes[0].figure) or any(i.when in OLD for i in (first, second)):
            continue
        old, new = (first, second) if changes[0].direction > 0 else (second, first)
        if not sentence.chinese and {old.when, new.when} == {NOW, TO}:
            # It fell 46% to 105, so that receipts now amount to 409.
            continue
        a, b = sorted((first, second), key=lambda i: i.at)
        if sentence.chinese and (a.claim == EACH) != (b.claim == EACH) and b.at < changes[0].at:
            # 总量563万，日均187.6万，比去年增长9.5%
            continue
        if not sentence.chinese and a.at < changes[0].at and compiled("V?C[wOA]{0,2}P").match(changes[0].right) and not any(i.when for i in (a, b)) and "a" in sentence.codes[changes[0].at : b.at]:
            # 71 million, 20% more than a year before, and 36 million of others.
            continue
        if not sentence.chinese and b.at < changes[0].at and compiled("V?C[wOA]{0,2}P").match(changes[0].right) and not any(i.when for i in (a, b)) and "," in sentence.codes[a.at : b.at]:
            # 180,000 had a job, and 95,000 looked for one, 35,000 fewer than the year before.
            continue
        if not sentence.chinese and b.at < changes[0].at and compiled("V?C[wP]?y").match(changes[0].right):
            # A 1.3 point increase on its share of 2017.
            continue
        if not sentence.chinese and a.at < changes[0].at < b.at and b.subject and ";" in sentence.codes[changes[0].at : b.at] and not agree(a.subject + a.noun, b.subject):
            # Loans of 701.7, having added 41.0; deposits stood at 780.4.
            continue
        if from_last_year(sentence, changes[0]) and a.subject and b.subject and not agree(a.subject, b.subject):
            continue
        if sentence.chinese and _of_one_of_them(sentence, a, b, changes[0]):
            continue
        if sentence.chinese and changes[0].claim == DELTA and b.at < changes[0].at and "," in sentence.codes[a.at : b.at] and a.subject and b.subject and a.subject not in b.subject and b.subject not in a.subject and a.subject[-2:] == b.subject[-2:] and not changes[0].subject and changes[0].left == "V":
            # 活立木蓄积14779万，森林蓄积12923万，增加3184万: of the second alone.
            yield pair_of("C", "the only two", old, new)
            continue
        plain = (code == "p" or sentence.codes[b.at - 1] == "(") and not b.subject and not changes[0].subject and b.at < changes[0].at and "a" not in sentence.codes[a.at : b.at]
        plain = plain or changes[0].at < a.at and not b.subject and sentence.codes[b.at - 1] == "(" and sentence.codes[changes[0].at + 1 : a.at] == "T"
        siblings = a.subject and b.subject and a.subject not in b.subject and b.subject not in a.subject and (a.at < changes[0].at < b.at or code == "p") or code == "p" and sentence.codes[a.at + 1 : b.at] in ("|", "a")
        if not sentence.chinese and changes[0].claim != TIMES and compiled("[^;]*w[^;]*;").match(sentence.codes[changes[0].at : b.at]):
            plain = False
        elif not plain:
            plain = _resumed(sentence, a, b, changes[0])
        yield pair_of("B" if sentence.chinese and not siblings or plain else "C", "the only two", old, new)


def _of_one_of_them(sentence: Sentence, a: Item, b: Item, change: Item) -> bool:
    """Whether a change can be of one of two levels alone: 造林1863公顷；抚育4219公顷，降73%; 产548万辆和销528万辆，均增1.1倍; 暴雨9次，比常年多2次，5次由台风引起."""
    parted = ";" in sentence.codes[a.at : b.at]
    if from_last_year(sentence, change) and len({tuple(vocabulary.part_of_year().findall(clause_before(sentence, i))) for i in (a, b)} - {()}) == 2:
        # 上半年2481万吨，同比增长17.9%，下半年2302万吨
        return True
    if a.at < change.at < b.at and from_last_year(sentence, change) and compiled(",w?Se?p").match(sentence.codes[b.at + 1 :]):
        # 立案1.9万件，同比上升50.4%，已立案1.5万件，占78.9%: a part of the first.
        return True
    if change.at > b.at and parted and a.subject and b.subject and not agree(a.subject, b.subject):
        return True
    if change.at > b.at and parted and "C" in change.left and compiled("Cy|CP").search(change.left):
        return True
    if change.at < b.at and parted and change.claim == TIMES:
        return True
    if compiled("[|a]w?").fullmatch(sentence.codes[a.at + 1 : b.at]) and "H" in change.left:
        return True
    return a.at < change.at < b.at and compiled("Cw").search(change.left) is not None


def from_last_year(sentence: Sentence, change: Item) -> bool:
    """Whether Chinese words say that a change is one from the year before: 核准容量153，在建容量68，同比增长15, where last year's is neither."""
    return sentence.chinese and any(t.text in vocabulary.on_last_year() for t in sentence.tokens[change.at - len(change.left) : change.at])


def _resumed(sentence: Sentence, a: Item, b: Item, change: Item) -> bool:
    """Whether the words say that two levels are of one thing at two times: at 4,410, having opened at 4,200; 86 in June and 61 in September."""
    base = compiled("C(?!$)[^,;:.]*[wPy]" if b.at < change.at else "C(?!$)[^,;:.]*w").search(sentence.codes[change.at + 1 :][:6])
    if base or change.subject and a.at < change.at:
        return False
    start = sentence.start
    between = sentence.text[a.figure.end - start : b.figure.start - start]
    behind = compiled("[,;:.()]").split(sentence.text[b.figure.end - start :][:40])[0]
    ahead = compiled("[,;:.()]").split(sentence.text[: a.figure.start - start])[-1]
    again = vocabulary.resuming().search(between)
    timed = vocabulary.timed()
    if vocabulary.other_levels().search(between) or vocabulary.unreal().search(between) or vocabulary.since().search(between + behind):
        return False
    if change.claim in (POINTS, DELTA) and b.at < change.at and change.right == "V" and sentence.tokens[change.at + 1].text in vocabulary.comparatives() and not change.subject:
        return True
    stretches = {m.lower() for m in vocabulary.stretches().findall(ahead + between + behind)}
    if len(stretches) > 1 or sum(i.code in "ptx" for i in sentence.items) > (3 if a.code == "p" else 1):
        return False
    if again or not b.subject and not compiled("[wV]").search(compiled("[,;:(a]").split(sentence.codes[a.at + 1 : b.at])[-1]):
        return bool(timed.search(between) and (len(timed.findall(between)) > 1 or again or timed.search(behind) or timed.search(ahead)))
    return False
