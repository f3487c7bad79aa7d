"""A figure of a sentence with its features, and when two may be compared."""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import NamedTuple

from ..figures import Figure
from ..units import dimension_of
from .words import Token

LEVEL, RATE, DELTA, POINTS, SHARE, TIMES, EACH, TOTAL, REST, GAP, SPAN, YEAR, OTHER, BLOCKED = (
    "level", "rate", "delta", "points", "share", "times", "each", "total", "rest", "gap", "span", "year", "other", "blocked")
FROM, TO, BASE, BEFORE, NOW = "from", "to", "base", "before", "now"


class Item(NamedTuple):
    """One figure of a sentence with its features.

    `claim` is what it claims to be; `when` marks it as from, to, base (compared with), before or now; `year` is the year it is of.
    `at` is its place among the tokens, `clause` the number of its clause; `left` and `right` are the codes up to the next figure or clause mark.
    `subject` are the words before it in its clause, `noun` those right behind it. `yearly`, `flagged`, `loss` and `own` (share of its own) are marks.
    """

    figure: Figure
    code: str
    at: int
    claim: str
    when: str = ""
    year: int = 0
    direction: int = 0
    clause: int = 0
    left: str = ""
    right: str = ""
    subject: str = ""
    noun: str = ""
    yearly: bool = False
    flagged: str = ""
    loss: bool = False
    open: bool = False

    @property
    def dimension(self) -> str:
        return dimension(self.figure)

    def moved(self, places: int, clauses: int) -> Item:
        """The same figure so many tokens and clauses further on."""
        figure, code, at, claim, when, year, direction, clause, *rest = self
        return Item(figure, code, at + places, claim, when, year, direction, clause + clauses, *rest)


class Sentence(NamedTuple):
    """`codes` is one letter a token; `items` its figures in order; `number` its place in the document; `dates` its dates, those that are no items too."""

    tokens: tuple[Token, ...]
    codes: str
    items: tuple[Item, ...]
    text: str
    start: int
    number: int
    chinese: bool
    part: int = 0
    dates: tuple[Figure, ...] = ()


def dimension(figure: Figure) -> str:
    """What a figure measures; all plain counts alike, shares apart."""
    return _dimension(figure.kind, figure.unit)


@lru_cache(4096)
def _dimension(kind: str, unit: str) -> str:
    if kind in ("share", "points", "multiple", "year"):
        return kind
    if not unit:
        return "count"
    return "/".join(dimension_of(word) for word in unit.split("/"))


def comparable(a: Figure, b: Figure) -> bool:
    """Whether two levels may stand in one comparison: equal dimensions, and not two different things counted."""
    return a.unit == b.unit and a.kind == b.kind or _comparable(a.kind, a.unit, b.kind, b.unit)


def depth(codes: str, at: int) -> int:
    """How many brackets are open at a place of a statement."""
    start = max(codes.rfind(".", 0, at), 0)
    return codes.count("(", start, at) - codes.count(")", start, at)


def in_closed_brackets(sentence: Sentence, item: Item, later: Item) -> bool:
    """Whether a figure stands in brackets that are closed before a later one."""
    return depth(sentence.codes, item.at) > 0 and ")" in sentence.codes[item.at : later.at] and depth(sentence.codes, later.at) <= 0


def latin(text: str) -> bool:
    """Whether a text holds no Han character; pound signs and curly quotes are at home in English."""
    return not text or max(text) < "\u2e80"


@lru_cache(4096)
def _comparable(kind: str, unit: str, other_kind: str, other: str) -> bool:
    first, second = _dimension(kind, unit), _dimension(other_kind, other)
    if "/" in first + second and first.partition("/")[0] == second.partition("/")[0]:
        return True
    if first == second:
        return first != "count" or unit == other or not unit or not other or unit.rstrip("s") == other.rstrip("s")
    loose = {first, second}
    nouns = [u for u in (unit, other) if u.isascii() and u.islower()]
    if loose == {"count", "person"} and nouns:
        return True
    return "count" in loose and (not unit or not other) and loose <= {"count", "person", "household", "[visit]", "[trip]"}


def alike(a: Item, b: Item) -> bool:
    """Comparable, or two counts of whatever English nouns."""
    if comparable(a.figure, b.figure):
        return True
    return all(i.dimension in ("count", "person") and (i.figure.unit == "人" or i.figure.unit.isascii()) for i in (a, b)) and (a.figure.unit + b.figure.unit).replace("人", "").isascii()


# All figures of a document, by where they begin.
EVERY = range(sys.maxsize)
