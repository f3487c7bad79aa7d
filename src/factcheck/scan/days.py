"""How many days lie between two dates of a statement: what a daily average divides by, and how long something lasts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..expression import number
from ..figures import Figure
from . import vocabulary
from .candidates import Candidate
from .items import LEVEL, SPAN, Sentence

# A year that is not told; where it matters whether it has a 29 February nothing is said.
COMMON = 2023


def _dated(figure: Figure, before: date | None) -> date | None:
    """A date figure (20241001, 1001, or a bare day of the month of the date before it) as a date."""
    value = int(figure.value)
    year, month, day = value // 10000, value // 100 % 100, value % 100
    if value < 100:
        if before is None:
            return None
        year, month = before.year, before.month
    try:
        return date(year or (before.year if before else COMMON), month, day)
    except ValueError:
        return None


def stretches(sentence: Sentence) -> Iterator[tuple[int, Figure]]:
    """The days from one date to the next, both counted, and the later date, where the words say that a stretch of time is meant."""
    for a, b in zip(sentence.dates, sentence.dates[1:]):
        between = sentence.text[a.end - sentence.start : b.start - sentence.start]
        behind = sentence.text[b.end - sentence.start :][:12]
        if not vocabulary.stretching(sentence.chinese).fullmatch(f"{between}|{behind}"):
            continue
        first = _dated(a, None)
        last = first and _dated(b, first)
        if not first or not last:
            continue
        told = a.value > 10**7
        if last < first and b.value < 10**7:
            last = date(last.year + 1, last.month, last.day)
        leap = any((first + timedelta(n)).month == 2 and (first + timedelta(n)).day == 28 for n in range((last - first).days)) if 0 < (last - first).days < 366 else True
        if first < last and (told or not leap):
            yield (last - first).days + 1, b


def lasting(sentence: Sentence) -> Iterator[Candidate]:
    """从1月13日开始，2月21日结束，历时40天: the days between, with or without the first."""
    spans = [i for i in sentence.items if i.code in "qd" and i.claim in (SPAN, LEVEL) and i.figure.unit == "天"]
    found = list(stretches(sentence)) if spans else []
    for item in spans:
        if len(found) != 1 or item.figure.start < found[0][1].start or not vocabulary.lasting(sentence.chinese).search(sentence.text[max(item.figure.start - sentence.start - 6, 0) : item.figure.end - sentence.start + 3]):
            continue
        for rank, days in enumerate((found[0][0], found[0][0] - 1)):
            yield Candidate("equal", (("values", (item.figure, number(days, (("天", 1),), f"{days}天"))),), item.figure, "B", "days between two dates", rank)
