"""One indicator mentioned twice: the same words and the same period must come with the same figure."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from . import vocabulary
from .candidates import Candidate
from .items import BEFORE, DELTA, EACH, EVERY, FROM, LEVEL, RATE, TOTAL, Item, Sentence, comparable
from .pairs import beside
from .patterns import compiled

REACH = 40


def named(sentence: Sentence, item: Item) -> frozenset[str]:
    """The words that name a figure: those of its clause, as pairs of Han characters or as stems."""
    position = item.figure.start - sentence.start
    left = sentence.text[max(position - REACH, 0) : position]
    left = compiled(r"[。；;\n]" if sentence.chinese else r"[.;:]\s").split(left)[-1]
    if sentence.chinese:
        han = compiled(r"[^\u4e00-\u9fff]").sub(" ", left.rpartition(",")[2] or left)
        return frozenset(run[i : i + 2] for run in han.split() for i in range(len(run) - 1))
    right = sentence.text[item.figure.end - sentence.start :][:REACH]
    text = left + " " + compiled(r"[.;:,(]").split(right)[0] + " " + (item.figure.unit if item.figure.unit.islower() else "")
    return frozenset(w.rstrip("s") for w in compiled(r"[a-z]{4,}").findall(text.lower()) if w not in vocabulary.faint())


def repeats(sentence: Sentence, wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    """Mentions of one indicator in sentences that follow each other. They may alarm only where the later one says that it repeats."""
    last = sentence.codes.rfind(".")
    items = [i for i in sentence.items if i.code in "qp" and i.claim in (LEVEL, TOTAL, RATE, EACH, DELTA) and i.when != FROM and (i.figure.unit or i.code == "p" or i.figure.value >= 10)]
    names: dict[int, frozenset[str]] = {}
    for item in items:
        if item.at < last or item.figure.start not in wanted:
            continue
        own = named(sentence, item)
        for other in items:
            if other.at > last or not comparable(item.figure, other.figure) or other.code != item.code or (other.claim == RATE) != (item.claim == RATE):
                continue
            if (item.when, other.when) != ("", "") and not (swapped(item.figure.text, other.figure.text) and all(i.when in ("", BEFORE) or beside(sentence, i) for i in (item, other))):
                continue
            if item.year and other.year and item.year != other.year or _other_years(sentence, item, other, last):
                continue
            if other.at not in names:
                names[other.at] = named(sentence, other)
            shared = len(own & names[other.at])
            restating = vocabulary.restating(sentence.chinese).search(sentence.text[sentence.tokens[last].start - sentence.start : item.figure.start - sentence.start])
            tier = "A" if restating and shared >= (5 if sentence.chinese else 2) and shared * 10 >= len(own) * 6 and _only(items, item, other, last) and item.claim != RATE else "C"
            if _same(sentence, item) and item.figure.unit == other.figure.unit and item.figure.unit and _only(items, item, other, last):
                tier, shared = "B", max(shared, 1)
            if not shared and sum(c.isdigit() for c in item.figure.text) >= 5 and item.figure.unit == other.figure.unit and swapped(item.figure.text, other.figure.text):
                yield Candidate("equal", (("values", (item.figure, other.figure)),), item.figure, "C", "digits changed places", 80)
            if tier == "C" and item.figure.value != other.figure.value and item.figure.resolution == other.figure.resolution and abs(item.figure.value - other.figure.value) <= 2 * item.figure.resolution:
                # 6.2% and 6.1% are two figures, not one that was rounded.
                continue
            if shared >= (2 if sentence.chinese else 1):
                alike = shared * 10 >= 6 * max(len(own), len(names[other.at]))
                yield Candidate("equal", (("values", (item.figure, other.figure)),), item.figure, tier, "said again" if restating else "same name", 80 - shared, loose=tier == "C" and not alike and not (swapped(item.figure.text, other.figure.text) and sum(c.isdigit() for c in item.figure.text) >= 4))


def _other_years(sentence: Sentence, item: Item, other: Item, last: int) -> bool:
    """Whether the only year beside one of two figures is another than that beside the other: 35.3 cents in 2007. By 2008 the same pound was 54.4."""
    start = sentence.codes.rfind(".", 0, max(last, 0))
    first, second = ({i.figure.value for i in sentence.items if i.code == "y" and a < i.at < b} for a, b in ((start, last), (last, len(sentence.codes))))
    return len(first) == len(second) == 1 and first != second


_SAME = re.compile(r"\b(?:the same|these|those) $", re.I)


def _same(sentence: Sentence, item: Item) -> bool:
    """Whether an English figure is said to be the one before: the same 4,512 homes."""
    return not sentence.chinese and item.figure.unit.islower() and _SAME.search(sentence.text[: item.figure.start - sentence.start][-12:]) is not None


def _only(items: list[Item], item: Item, other: Item, last: int) -> bool:
    """Whether no other figure of the kind stands in either sentence."""
    return not any(i not in (item, other) and i.code == item.code and comparable(i.figure, item.figure) for i in items)


def changed_places(sentence: Sentence, others: Iterable[Sentence]) -> set[int]:
    """Where the amounts of a sentence begin that are one of the others with two neighbouring digits swapped."""
    by_digits: dict[str, list[Item]] = {}
    for item in sentence.items:
        if item.code == "q":
            by_digits.setdefault(_digits(item.figure.text), []).append(item)
    others_items = (j for other in others for j in other.items if j.code == "q") if any(len(digits) >= 3 for digits in by_digits) else ()
    return {i.figure.start for j in others_items for i in by_digits.get(_digits(j.figure.text), ()) if swapped(j.figure.text, i.figure.text)}


@lru_cache(4096)
def _digits(text: str) -> str:
    return "".join(sorted([c for c in text if c.isdigit()]))


def swapped(a: str, b: str) -> bool:
    """Whether two numbers are one with two neighbouring digits swapped."""
    first, second = ("".join(c for c in text if c.isdigit()) for text in (a, b))
    differ = [n for n, (x, y) in enumerate(zip(first, second)) if x != y]
    return len(first) == len(second) >= 3 and len(differ) == 2 and differ[1] == differ[0] + 1 and first[differ[0]] == second[differ[1]] and first[differ[1]] == second[differ[0]]
