"""What must not be more than its whole, what is said twice in two units, and a structure a:b:c."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..expression import Expression, number
from . import vocabulary
from .candidates import Candidate, Operand, of
from .items import BASE, BEFORE, FROM, LEVEL, OTHER, REST, TOTAL, Item, Sentence, alike, comparable
from .levels import Group
from .neighbours import approximates, restates
from .patterns import compiled
from .subjects import shared
from .wholes import amounts, whole_of


def structures(sentence: Sentence, groups: tuple[Group, ...]) -> Iterator[Candidate]:
    """a:b:c as shares of parts that stand before it, in hundredths."""
    items = [i for i in amounts(sentence)]
    for group in groups:
        if len(group) < 3 or group[0].code != "q" or group[0].figure.unit or not all(sentence.codes[a.at + 1 : b.at] == ":" for a, b in zip(group, group[1:])):
            continue
        before = [i for i in items if i.at < group[0].at and i.figure.unit]
        # Three amounts, 三家之比为27.4:44.9:27.7: how many they are is none of them.
        parts = [i for i in before if sum(comparable(i.figure, o.figure) for o in before) >= len(group)][-len(group) :]
        if len(parts) < len(group) or not abs(sum(i.figure.value for i in group) - 100) <= 1:
            continue
        whole: Expression = of(parts[0].figure)
        for other in parts[1:]:
            whole = whole + of(other.figure)
        for part, item in zip(parts, group):
            operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("part", (part.figure,)), ("whole", (whole,)), ("result", (of(item.figure) / number(100),)))
            yield Candidate("share", operands, item.figure, "A", "structure", 0)


def restated(sentence: Sentence) -> Iterator[Candidate]:
    """One amount in two units: 66384万吨(13277亿斤)."""
    for a, b in zip(sentence.items, sentence.items[1:]):
        if a.code == b.code == "q" and (b.claim == OTHER and restates(a.figure, b.figure) or _capital(sentence, a, b)):
            near = approximates(a.figure, b.figure)
            yield Candidate("equal", (("values", (b.figure, a.figure)),), b.figure, "C" if near else "A", "said again", 0, loose=near)


def _capital(sentence: Sentence, a: Item, b: Item) -> bool:
    """Whether the second is the first in the numerals of cheques."""
    return sentence.chinese and "大写" in sentence.text[a.figure.end - sentence.start : b.figure.start - sentence.start] and comparable(a.figure, b.figure)


def _enumerated(sentence: Sentence, items: list[Item], whole: Item, part: Item) -> bool:
    """Whether nothing but a list of parts stands between a whole and a part of it."""
    listed = [i for i in items if whole.at < i.at < part.at]
    codes = sentence.codes[listed[0].at : part.at] if listed else ""
    return bool(listed) and all(comparable(i.figure, whole.figure) for i in (*listed, part)) and bool(compiled(r"q(?:[|,a]{1,2}w{0,2}q)*[|,a]{1,2}w{0,2}").fullmatch(codes))


_YEAR = re.compile(r"\b(?:whole|full|entire) year\b|\byear as a whole\b|\ball of (?:the year|last year|(?:19|20)\d\d)\b", re.I)
_MONTH = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:first|second|third|fourth|last) (?:quarter|half)|best month|single (?:month|week|day))\b")


def _of_the_year(sentence: Sentence, part: Item, whole: Item) -> bool:
    """Whether English words place one figure in a month and the other in the whole year."""
    first, second = sorted((part, whole), key=lambda i: i.at)
    cut = (first.figure.end + second.figure.start) // 2 - sentence.start
    divide = max(sentence.text.rfind(mark, first.figure.end - sentence.start, second.figure.start - sentence.start) for mark in ",;:") % (len(sentence.text) + 1)
    cut = divide if divide < len(sentence.text) else cut
    later = next((i for i in sentence.items if i.at > second.at and i.code == "q"), None)
    stop = sentence.text.find(",", second.figure.end - sentence.start) if later else -1
    # What stands right before a third figure is said of that.
    ahead, behind = sentence.text[:cut], sentence.text[cut : stop if stop > 0 else None]
    month, year = (ahead, behind) if part is first else (behind, ahead)
    return bool(_MONTH.search(month) and _YEAR.search(year)) and not _YEAR.search(month) and not _MONTH.search(year) and not part.when and not whole.when


def _partitive(sentence: Sentence, whole: Item, part: Item) -> bool:
    """Whether the word between a whole and a part speaks of the whole: of which, including; with streams included says nothing of a part."""
    mark = next((n for n in range(part.at - 1, whole.at, -1) if sentence.codes[n] == "I"), -1)
    return mark < 0 or sentence.tokens[mark].text != "included"


def extremes(sentence: Sentence) -> Iterator[Candidate]:
    """From a low of 117 to a high of 139; 最低117，最高139: the least is no more than the most."""
    low, high, between = vocabulary.extremes(sentence.chinese)
    text, start = sentence.text, sentence.start
    for first, second in zip(sentence.items, sentence.items[1:]):
        said = text[max(first.figure.start - start - 24, 0) : first.figure.start - start]
        words = text[first.figure.end - start : second.figure.start - start]
        if first.code != second.code or first.code not in "qpd" or not comparable(first.figure, second.figure) or not between.fullmatch(words):
            continue
        for a, b, least, most in ((low, high, first, second), (high, low, second, first)):
            if a.search(said) and b.search(words) and not b.search(said):
                yield Candidate("at_most", (("part", (least.figure,)), ("whole", (most.figure,))), least.figure, "A", "the least and the most", 0)


def among_them(before: Sentence, sentence: Sentence) -> Iterator[Candidate]:
    """It welcomed 2.7 million visitors. Among them were 1.5 million who …: of the only amount of the English sentence before."""
    found = None if sentence.chinese else compiled("I[wVN]{0,2}q").match(sentence.codes)
    wholes = [i for i in before.items if i.code == "q" and i.claim in (LEVEL, TOTAL)]
    if not found or len(wholes) != 1 or wholes[0].when or sentence.tokens[0].text in vocabulary.including():
        return
    part = next(i for i in sentence.items if i.at == found.end() - 1)
    if alike(part, wholes[0]) and not part.when and part.claim in (LEVEL, TOTAL):
        yield Candidate("at_most", (("part", (part.figure,)), ("whole", (wholes[0].figure,))), part.figure, "A", "bound, of them", 0)


def bounds(sentence: Sentence) -> Iterator[Candidate]:
    """A part that its own words place within a whole."""
    items = [i for i in sentence.items if i.code == "q" and i.claim in (LEVEL, TOTAL, REST)]
    for first, second in zip(items, items[1:]) if not sentence.chinese else ():
        for part, whole in ((first, second), (second, first)):
            if alike(part, whole) and _of_the_year(sentence, part, whole):
                yield Candidate("at_most", (("part", (part.figure,)), ("whole", (whole.figure,))), part.figure, "A", "bound, of the year", 0)
    for place, part in enumerate(items):
        # 贷款新增17.09万亿，包括短期3.03万亿: what has been added is the whole, and not what stands before it.
        # 8 from Labour, and gave up 11, of which 10: what was given up is the whole.
        every = amounts(sentence)
        for tier, whole, reason in whole_of(sentence, part, every, set()):
            if whole not in items:
                break
            near = abs(items.index(whole) - place) == 1 and (comparable(part.figure, whole.figure) or reason == "of which" or reason == "of the whole, part" and alike(part, whole) and "," in sentence.codes[whole.at : part.at] and ";" not in sentence.codes[whole.at : part.at])
            if whole.figure.value < 2 or sentence.chinese and vocabulary.no_sum().search(sentence.text[max(whole.figure.start - sentence.start - 24, 0) : whole.figure.start - sentence.start]):
                continue
            if not sentence.chinese and reason == "of which" and "." not in sentence.codes[whole.at : part.at] and not _partitive(sentence, whole, part):
                continue
            if reason in ("among", "of which", "of the whole, part", "of them", "part of whole") and tier == "A" and near and not (part.when or whole.when in (FROM, BASE, BEFORE)):
                bare = sentence.chinese and not part.figure.unit and not whole.figure.unit and max(part.figure.value, whole.figure.value) < 100
                if (part.figure.unit or not whole.figure.unit or not sentence.chinese) and not bare:
                    yield Candidate("at_most", (("part", (part.figure,)), ("whole", (whole.figure,))), part.figure, "A", f"bound, {reason}", 0)
                break
            if sentence.chinese and reason == "of which" and tier == "A" and not near and part.figure.value > whole.figure.value and not part.when and part.figure.unit and part.dimension == whole.dimension and _enumerated(sentence, items, whole, part):
                yield Candidate("at_most", (("part", (part.figure,)), ("whole", (whole.figure,))), part.figure, "A", "bound, one of which", 0)
                break
            if reason == "total behind" and near and shared(part.subject, whole.subject):
                yield Candidate("at_most", (("part", (part.figure,)), ("whole", (whole.figure,))), part.figure, "C", "bound, total behind", 0)
