"""An indicator through the years of a document: the level of one year and that of the year before, paragraphs apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .candidates import Candidate, weigh
from .change import results
from .groups import grouped
from .items import BASE, BEFORE, DELTA, EACH, FROM, LEVEL, POINTS, RATE, SPAN, TOTAL, Item, Sentence, comparable
from .levels import Pair
from .patterns import compiled

Key = tuple[str, int]
Index = dict[Key, Item | None]

# Longest name and shortest name of an indicator, in characters.
NAMES = range(2, 17)


def dated(all_statements: list[Sentence]) -> dict[int, tuple[int, ...]]:
    """For each statement the year that holds at each of its figures: named before it in the statement, or at the beginning of the paragraph; 0 if it is open."""
    found: dict[int, tuple[int, ...]] = {}
    year, part = 0, -1
    for statement in all_statements:
        if statement.part != part:
            year, part = 0, statement.part
        named = [i for i in statement.items if i.code == "y"]
        years: list[int] = []
        for item in statement.items:
            if item.code == "y":
                year = int(item.figure.value)
            years.append(item.year or (year if len(named) < 2 else 0))
        found[statement.start] = tuple(years)
        if len(named) > 1:
            year = 0
    return found


def index(all_statements: list[Sentence], years: dict[int, tuple[int, ...]]) -> Index:
    """Name and year of an indicator → its level; None where two levels have the key and differ."""
    found: Index = {}
    for statement in all_statements:
        for item, year in zip(statement.items, years[statement.start]):
            name = named(item)
            if not year or not name or item.claim not in (LEVEL, TOTAL, EACH) or item.code not in "qp" or item.when in (BASE, BEFORE, FROM) or item.flagged:
                continue
            key = name, year
            known = found.get(key, item)
            found[key] = item if known is not None and known.figure.value == item.figure.value else None
    return found


def by_tail(known: Index) -> Index:
    """The same by the ends of the names: 学前教育毛入园率 is found as 毛入园率, if no other indicator of the year ends so."""
    found: Index = {}
    for (name, year), item in known.items():
        for cut in range(1, len(name) - 2):
            key = name[cut:], year
            found[key] = item if key not in found and key not in known else None
    return found


def level_of(known: Index, tails: Index, name: str, year: int) -> tuple[Item | None, bool]:
    """The level of an indicator in a year, and whether its name there is another, longer or shorter."""
    if (name, year) in known:
        return known[name, year], False
    if tails.get((name, year)):
        return tails[name, year], True
    return next((item for cut in range(1, len(name) - 2) if (item := known.get((name[cut:], year)))), None), True


def named(item: Item) -> str:
    """The name of an indicator; bare words such as 其中 and names too long to be one are none."""
    return _indicator(item.subject) if item.subject else ""


@lru_cache(4096)
def _indicator(subject: str) -> str:
    name = compiled(r"^(?:全国|全省|全市|全县|年末|年底|末|底|年)+").sub("", subject)
    return name if len(name) in NAMES else ""


def year_on_year(statement: Sentence, years: tuple[int, ...], known: Index, tails: Index, figures: dict) -> Iterator[Candidate]:
    """A change or rate beside a level, with the level of the year before (or of n years before, 两年间) from elsewhere.

    What agrees over equal names and years that are told is sure; what does not is left to the judgement of a mere sequence.
    """
    places = {i.at: year for i, year in zip(statement.items, years)}
    for item in statement.items:
        year, name = places[item.at], named(item)
        if not year or not name or item.claim not in (LEVEL, TOTAL, EACH) or item.code not in "qp" or item.when in (BASE, BEFORE, FROM):
            continue
        following = [i for i in statement.items if i.at > item.at]
        changes: list[Item] = []
        for change in following:
            if change.claim == SPAN:
                continue
            if change.claim not in (DELTA, RATE, POINTS) or change.subject or ";" in statement.codes[item.at : change.at]:
                break
            changes.append(change)
        if not changes:
            continue
        span = next((int(i.figure.value) for i in following if i.claim == SPAN and i.at < changes[0].at and i.figure.unit == "年"), 0)
        before, after = level_of(known, tails, name, year - (span or 1)), level_of(known, tails, name, year + span)
        pairs = [(before[0], item, before[1]), *([(item, *after)] if span else [])]
        for old, new, renamed in pairs:
            if old is None or new is None or old.figure == new.figure or old.code != new.code or not comparable(old.figure, new.figure):
                continue
            groups = grouped(statement)
            pair = Pair(old, new, None, "A", item.at, item.at, "a year of the series")
            for candidate in results(statement, groups, (pair,)):
                if candidate.reported not in [c.figure for c in changes]:
                    continue
                check = weigh(candidate, figures)
                agrees = check is not None and check.verdict == "consistent"
                if agrees:
                    yield candidate._replace(tier="B" if renamed else "A", distance=90 if candidate.rule == "growth" else -1)
                else:
                    yield candidate._replace(tier="C", distance=90, loose=renamed)
