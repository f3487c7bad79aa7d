"""What a statement allows, and the one check of each figure it reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from ..expression import names
from ..figures import Figure
from . import vocabulary
from .alone import alike, by_number
from .balances import balances, gaps, nets, only_gap, periods, remainders, time_gaps, turnarounds
from .bounds import among_them, bounds, extremes, restated, structures
from .candidates import Candidate, Weighed, key, weigh
from .change import CHANGES, results
from .choice import choose
from .compounding import averaged_out, between_its_years, compounds, planned, serial
from .constructions import constructions
from .days import lasting
from .directions import directions
from .groups import grouped
from .items import BASE, BEFORE, BLOCKED, DELTA, EACH, GAP, LEVEL, POINTS, RATE, REST, SHARE, TIMES, TOTAL, Sentence
from .jointly import TOGETHER, announced, combined, contributions, effective, of_it, of_them, of_years, summed, times_that, together
from .levels import Group, Pair
from .pairs import changing, pairs
from .patterns import compiled
from .rates import calendar, lots, per_hundred, prices, rates, spans, threefold, years_on
from .repeats import changed_places, repeats
from .shares import by_name, shares
from .spelled import spelled_out
from .statements import joined
from .sums import AHEAD, BALANCE, ahead, hundreds, means, opens, totals
from .vocabulary import restating

WINDOW = 3
# The slot of a change whose base stands in the sentence behind.
BEHIND = "base in the sentence behind"
# With more figures than this no statement is looked at together with those before it.
CROWDED = 50
# Pairs that explicit words of time make hold across a full stop too.
_MARKED = ("level–now", "level–before", "years")
# For a rate of growth the two ends of a change do too.
_MARKED_RATES = (*_MARKED, "level–from", "from–to", "to–from")


# What a figure claims to be when another figure must explain it.
RESULTS = frozenset({RATE, DELTA, POINTS, SHARE, TOTAL, EACH, TIMES, GAP, REST})


def bound(all_statements: list[Sentence], place: int, known: dict[str, Figure], series: tuple[Candidate, ...] = ()) -> list[Weighed]:
    """The checks of one statement; what its own figures leave open is looked for with the statements before it, and in the series of the document."""
    statement = all_statements[place]
    known |= {key(i.figure): i.figure for i in statement.items}
    candidates: dict[tuple[int, str], list[Candidate]] = {}
    if len(statement.items) > 1 or len(statement.dates) > 1:
        for candidate in proposed(statement):
            candidates.setdefault(slot(candidate), []).append(candidate)
    own = {i.figure.start for i in statement.items}
    again = restating(statement.chinese).search(statement.text) is not None
    parts = sum(i.code == "q" for i in statement.items) >= 2
    open_ones = {i.figure.start for i in statement.items if i.claim in RESULTS or again and i.claim == LEVEL or i.code == "p" and i.claim == LEVEL and not i.when}
    near = [s for s in all_statements[max(place - WINDOW, 0) : place] if len(s.items) <= CROWDED] if len(statement.items) <= CROWDED else []
    open_ones |= changed_places(statement, near)
    back_from = statement.chinese and vocabulary.working_back().search(statement.text) is not None
    completes = back_from or (_earlier_level(statement) if statement.chinese else any(i.when in (BASE, BEFORE) or i.year or i.code == "q" for i in statement.items))
    earlier: list[Sentence] = []
    for back in range(1, WINDOW + 1):
        open_ones -= {start for (start, kind), rivals in candidates.items() if not kind and start in open_ones and any(c.tier == "A" or c.tier == "B" and back > 1 and not (statement.chinese and _disagrees(c, known)) for c in rivals)}
        if not open_ones and not (parts and back < 3) and not (completes and back == 1) or place - back < 0:
            break
        if all_statements[place - back].part != statement.part:
            for candidate in _called_across(all_statements, place, statement, open_ones) if open_ones else ():
                if candidate.reported.start in open_ones:
                    candidates.setdefault(slot(candidate), []).append(candidate._replace(tier="C", distance=candidate.distance + 100 * back))
            break
        earlier.insert(0, all_statements[place - back])
        if sum(len(s.items) for s in earlier) + len(statement.items) > CROWDED:
            break
        announced_here = opens(earlier[0], earlier[1] if back > 1 else statement)
        if not announced_here and not open_ones and not (back == 1 and (completes or not statement.chinese)):
            continue
        first = {i.figure.start for i in earlier[0].items}
        together = joined([*earlier, statement])
        for candidate in ahead(together, first) if announced_here else ():
            candidates.setdefault((candidate.reported.start, AHEAD), []).append(candidate)
        if back == 1 and statement.chinese and completes:
            for candidate in _completed(together, {i.figure.start for i in earlier[0].items if i.claim in CHANGES}, own):
                candidates.setdefault((candidate.reported.start, BEHIND), []).append(candidate)
        if back == 1 and not statement.chinese:
            for candidate in () if not completes else _completed(together, {i.figure.start for i in earlier[0].items if i.claim in CHANGES}, own):
                candidates.setdefault((candidate.reported.start, BEHIND), []).append(candidate)
            for candidate in (*years_on(earlier[0], statement), *among_them(earlier[0], statement)):
                candidates.setdefault(slot(candidate), []).append(candidate)
            for candidate in _consequences(earlier[0], statement):
                candidates.setdefault(slot(candidate), []).append(candidate)
            for candidate in by_number(together, open_ones) if open_ones and len(together.items) <= 12 else ():
                if candidate.reported.start in open_ones and uses(candidate) & first:
                    candidates.setdefault(slot(candidate), []).append(candidate)
        for candidate in proposed_across(together, open_ones) if open_ones else ():
            if candidate.reported.start in open_ones and uses(candidate) & first and candidate.reported.start in own:
                sure = (back == 1 or back == 2 and compiled("EV").match(statement.codes) is not None and not left_open(all_statements[place - 1])) and (candidate.tier == "A" or candidate.tier == "B" and (candidate.reason.startswith(_MARKED_RATES if candidate.rule == "growth" else _MARKED) or candidate.reason.endswith("of that very name")))
                candidates.setdefault(slot(candidate), []).append(candidate._replace(tier="B" if sure else "C", distance=candidate.distance + 100 * back))
    for candidate in series:
        candidates.setdefault(slot(candidate), []).append(candidate)
    # A balance that is named has a sign, and of parts taken together none stands alone: nothing else may speak for these.
    candidates = {slot_: [c for c in rivals if c.reason in (BALANCE, TOGETHER) and c.tier != "C"] or rivals for slot_, rivals in candidates.items()}
    checks = [check for rivals in candidates.values() if (check := choose(rivals, known))]
    return sorted(checks, key=lambda c: c.candidate.reported.start)


def _disagrees(candidate: Candidate, known: dict[str, Figure]) -> bool:
    """Whether a candidate comes to something else than what is printed, so that sentences further back may be meant."""
    check = weigh(candidate, known)
    return check is not None and check.verdict == "mismatch"


def _earlier_level(statement: Sentence) -> bool:
    """Whether a Chinese statement holds nothing but an earlier level without a name of its own: 一年前的同期数还是1472亿元."""
    told = [i for i in statement.items if i.code in "qp"]
    return len(told) == 1 and told[0].when in (BASE, BEFORE) and told[0].claim == LEVEL and not told[0].flagged and "V" not in statement.codes


def _completed(together: Sentence, changes: set[int], own: set[int]) -> Iterator[Candidate]:
    """It fell 40% to 150. That compares with 250 a year earlier: the level that a change of the sentence before is worked out from."""
    for candidate in proposed_across(together, changes) if changes else ():
        if candidate.reported.start in changes and uses(candidate) & own:
            hedged = any(isinstance(v, Figure) and v.start in own and v.hedge_kind in ("over", "under", "at_least", "at_most") for _, vs in candidate.operands for v in vs)
            sure = candidate.tier == "A" and (candidate.reason.startswith(("level–before", "level–base")) and not hedged or candidate.reason.startswith("years") and (together.chinese or candidate.rule == "cagr" and vocabulary.resumed().match(together.text[together.tokens[together.codes.rindex(".")].end - together.start :].lstrip()) is not None))
            yield candidate._replace(tier="B" if sure else "C", distance=candidate.distance + 100)


def _consequences(before: Sentence, statement: Sentence) -> Iterator[Candidate]:
    """1,207 stores, against 1,233 a year earlier. The 26 closures …: the first amount behind the only pair of a sentence may be its difference."""
    sure = [p for p in pairs(before, grouped(before)) if p.tier == "A" and p.old and p.new and p.old.code == "q"]
    item = next((i for i in statement.items if i.code == "q"), None)
    if len(sure) != 1 or item is None or item.claim not in (LEVEL, GAP, DELTA) or item.when:
        return
    low, high = sorted((i.figure for i in (sure[0].old, sure[0].new) if i), key=lambda f: f.value)
    gap = high.value - low.value
    if gap / 3 < item.figure.value < 3 * gap and item.figure.value < high.value and (alike(item, sure[0].new) or not item.figure.unit):  # type: ignore[arg-type]
        yield Candidate("difference", (("base", (low,)), ("value", (high,)), ("result", (item.figure,))), item.figure, "C", "what a pair comes to", 120)


def left_open(statement: Sentence) -> set[int]:
    """Where the figures begin that another figure must explain."""
    return {i.figure.start for i in statement.items if i.claim in RESULTS or i.code == "p" and i.claim == LEVEL and not i.when}


def _called_across(all_statements: list[Sentence], place: int, statement: Sentence, wanted: set[int]) -> Iterator[Candidate]:
    """What the paragraph before may give to one that calls its amounts by their names, or speaks of their gap. May confirm only."""
    asked = [i for i in statement.items if i.figure.start in wanted and (i.code in "px" or i.claim in (GAP, REST))]
    if not asked or not statement.chinese:
        return
    earlier = [s for s in all_statements[max(place - 5, 0) : place] if s.part >= statement.part - 3]
    if earlier and sum(len(s.items) for s in earlier) + len(statement.items) <= CROWDED:
        both = joined([*earlier, statement])
        yield from by_name(both, wanted)
        yield from gaps(both, wanted)


def uses(candidate: Candidate) -> set[int]:
    """Where the figures of a candidate begin."""
    found: set[int] = set()
    for _, values in candidate.operands:
        for value in values:
            found |= {value.start} if isinstance(value, Figure) else {int(name[1:]) for name in names(value)}
    return found


def slot(candidate: Candidate) -> tuple[int, str]:
    """What is decided once: each reported figure, and beside it bounds and directions, which report nothing."""
    return candidate.reported.start, candidate.rule if candidate.rule in ("rises", "falls", "at_most") else ""


class Asked:
    """A statement as the families see it: its groups, and its pairs once one of them looks at these."""

    def __init__(self, statement: Sentence):
        self.statement = statement
        self.groups = grouped(statement)

    @cached_property
    def changes(self) -> tuple[Group, ...]:
        """The groups with what is also a change."""
        return changing(self.statement, self.groups) if self.statement.chinese else self.groups

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        return pairs(self.statement, self.changes)


class Family(NamedTuple):
    """Rules of one family, and what a statement must hold for them to have anything to say.

    `figures` are the codes of figures that must be there, one letter for each (pqq: a percentage and two amounts); of `cues` and `claims` one must be there.
    """

    propose: Callable[[Asked], Iterator[Candidate]]
    language: str = ""
    figures: str = ""
    cues: str = ""
    claims: frozenset[str] = frozenset()


_IN_ORDER = (
    Family(lambda a: results(a.statement, a.changes, a.pairs), claims=CHANGES | {EACH}),
    Family(lambda a: shares(a.statement, a.groups), figures="pq", claims=frozenset({SHARE, LEVEL})),
    Family(lambda a: of_years(a.statement), "zh", "pq"),
    Family(lambda a: contributions(a.statement), "zh", "pq", claims=frozenset({BLOCKED})),
    Family(lambda a: announced(a.statement), "zh", "pqq"),
    Family(lambda a: effective(a.statement) if "效率" in a.statement.text else iter(()), "zh", "pqq"),
    Family(lambda a: summed(a.statement), "zh", "pqq"),
    Family(lambda a: combined(a.statement, a.groups), "zh", "pqqq"),
    Family(lambda a: together(a.statement), "en", "pqq"),
    Family(lambda a: of_it(a.statement), "en", "pqq", cues="I"),
    Family(lambda a: ahead(a.statement), figures="qqq", cues=";."),
    Family(lambda a: totals(a.statement, a.groups), figures="qqq"),
    Family(lambda a: remainders(a.statement), figures="qqq", claims=frozenset({REST})),
    Family(lambda a: means(a.statement, a.groups)),
    Family(lambda a: structures(a.statement, a.groups), figures="qqqqqq", cues=":"),
    Family(lambda a: rates(a.statement), figures="q"),
    Family(lambda a: prices(a.statement), figures="qqq"),
    Family(lambda a: lots(a.statement), figures="qqqq", cues="A"),
    Family(lambda a: per_hundred(a.statement), "zh", "qqq"),
    Family(lambda a: threefold(a.statement), "zh", "qq", cues="A"),
    Family(lambda a: nets(a.statement), "zh", "qqq"),
    Family(lambda a: only_gap(a.statement), "zh", claims=frozenset({GAP, POINTS, DELTA})),
    Family(lambda a: periods(a.statement), "zh", "qqq"),
    Family(lambda a: turnarounds(a.statement), "en", "qqq"),
    Family(lambda a: time_gaps(a.statement) if ":" in a.statement.text else iter(())),
    Family(lambda a: calendar(a.statement), figures="qq"),
    Family(lambda a: compounds(a.statement, a.groups), figures="pp"),
    Family(lambda a: averaged_out(a.statement), figures="p", claims=frozenset({RATE})),
    Family(lambda a: serial(a.statement, a.groups), "zh", "pqqq", claims=frozenset({RATE})),
    Family(lambda a: planned(a.statement), "zh", "pqq"),
    Family(lambda a: balances(a.statement), "zh"),
    Family(lambda a: balances(a.statement), "en", claims=frozenset({GAP})),
    Family(lambda a: hundreds(a.statement, a.groups), figures="ppp"),
    Family(lambda a: lasting(a.statement) if len(a.statement.dates) > 1 else iter(())),
    Family(lambda a: spans(a.statement), figures="yy", cues="d"),
    Family(lambda a: extremes(a.statement) if "最" in a.statement.text or not a.statement.chinese else iter(())),
    Family(lambda a: restated(a.statement), figures="qq"),
    Family(lambda a: by_name(a.statement), "zh", "qq"),
    Family(lambda a: spelled_out(a.statement), figures="qq"),
    Family(lambda a: constructions(a.statement)),
    Family(lambda a: by_number(a.statement)),
    Family(lambda a: directions(a.statement, a.changes, a.pairs), cues="VTC"),
    Family(lambda a: bounds(a.statement), "zh", "qq", "OIJWK"),
    Family(lambda a: bounds(a.statement), "en", "qq"),
)
_CUES = frozenset("".join(family.cues for family in _IN_ORDER))


def proposed(statement: Sentence) -> Iterator[Candidate]:
    """What the statement's own figures may be worked out from, by the families that can have anything to say of it."""
    asked = Asked(statement)
    items = statement.items
    for propose in _able("zh" if statement.chinese else "en", "".join(sorted([i.code for i in items])), _CUES.intersection(statement.codes), frozenset([i.claim for i in items])):
        yield from propose(asked)


@lru_cache(1024)
def _able(language: str, figures: str, cues: frozenset[str], claims: frozenset[str]) -> tuple[Callable[[Asked], Iterator[Candidate]], ...]:
    """The families that can have anything to say of a statement with such figures, cues and claims."""
    return tuple(
        family.propose
        for family in _IN_ORDER
        if family.language in ("", language)
        and all(figures.count(code) >= family.figures.count(code) for code in family.figures)
        and not (family.cues and cues.isdisjoint(family.cues))
        and not (family.claims and claims.isdisjoint(family.claims))
    )


def proposed_across(statement: Sentence, wanted: set[int]) -> Iterator[Candidate]:
    """What may be worked out over a full stop, for the figures that begin at `wanted`; and, where it costs nothing to say, for others."""
    groups = grouped(statement)
    asked = [i for g in groups for i in g if i.figure.start in wanted]
    codes, claims = {i.code for i in asked}, {i.claim for i in asked}
    if not CHANGES.isdisjoint(claims):
        yield from results(statement, groups, pairs(statement, groups), wanted)
    if RATE in claims:
        yield from between_its_years(statement, wanted)
    if "p" in codes:
        yield from shares(statement, groups, wanted)
        yield from of_years(statement)
    if "q" in codes:
        yield from totals(statement, groups, wanted)
    if statement.chinese and TOTAL in claims and "A" in statement.codes:
        yield from lots(statement)
    if REST in claims:
        yield from remainders(statement, wanted)
    if GAP in claims or REST in claims:
        yield from gaps(statement, wanted)
    if GAP in claims and statement.chinese:
        yield from balances(statement)
    if not codes.isdisjoint("px"):
        yield from by_name(statement, wanted)
    if not codes.isdisjoint("qd"):
        yield from rates(statement)
    if "p" in codes:
        yield from together(statement, wanted)
        yield from of_it(statement, wanted)
        yield from of_them(statement, wanted)
    if "x" in codes:
        yield from times_that(statement, wanted)
    if any(i.claim == EACH and i.left.endswith("AI") for i in asked):
        yield from means(statement, groups)
    yield from turnarounds(statement, wanted)
    yield from repeats(statement, wanted)
