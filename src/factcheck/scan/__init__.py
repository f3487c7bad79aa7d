"""A document alone becomes checks."""

from __future__ import annotations

import re
from fractions import Fraction
from collections.abc import Iterator

from ..checks import Check, Reading
from ..document import Document
from ..expression import names
from ..figures import Figure, figures
from ..rules import rules
from .alone import by_number
from .candidates import Candidate, Weighed, choose, key, of, quantity
from .change import compounds, directions, pairs, results
from .groups import grouped
from .items import DELTA, EACH, GAP, LEVEL, POINTS, RATE, REST, SHARE, TIMES, TOTAL, Sentence, sentence
from .parts import AHEAD, bounds, by_name, gaps, hundreds, means, remainders, restated, shares, structures, totals
from .repeats import repeats
from .tables import tabled
from .rates import lots, prices, rates, spans
from .words import Token, lexicon, restating, tokens


def statements(document: Document, found: tuple[Figure, ...]) -> list[Sentence]:
    """The sentences that hold figures; a semicolon does not end one here."""
    text = document.folded
    result: list[Sentence] = []
    position, start, part = 0, 0, 0
    for span in document.sentences:
        tail = text[span.start : span.end].rstrip()
        if tail.endswith((";", "；")) and span.end - start < 1500:
            continue
        if "\n" in text[start : span.end].strip(" \t") [:1] or start and text[start - 1] == "\n":
            part += 1
        first = position
        while position < len(found) and found[position].start < span.end:
            position += 1
        own = tuple(_in_prose(f, text) for f in found[first:position] if not _MONTH.match(text, f.start))
        if any(f.unit in ("points", "point") for f in own) and any(f.kind == "share" for f in own):
            own = tuple(f._replace(unit="pp", kind="points") if f.unit in ("points", "point") and f.kind == "count" else f for f in own)
        if own:
            read = tokens(text[start : span.end], start, own, lexicon(document.chinese))
            result.append(sentence(read, own, text[start : span.end], start, len(result), document.chinese, part))
        start = span.end
    return result


# The first months of 1—9月, which the reader of figures leaves as numbers.
_MONTH = re.compile(r"\d{1,2} ?(?:[—–~-]|至|到)?\d{0,2} ?月(?!\w{0,1}[后])|\d{1,2}(?=[—–~-] ?\d{1,2}月)|(?<=[—–~-])\d{1,2} ?月")
_NOT_A_YEAR = re.compile(r"\s+(?:earlier|ago|before|previously|later)\b")


def _in_prose(figure: Figure, text: str) -> Figure:
    """A figure as a sentence means it: a bracketed amount is negative in a table only; $50 million a year earlier is no rate; 1200张多300张 has no 多 of its own."""
    if "/" in figure.unit and _NOT_A_YEAR.match(text, figure.end):
        short = re.sub(r"\s+(?:a|an|per)\s+\w+$", "", figure.text)
        return figure._replace(unit=figure.unit.partition("/")[0], end=figure.start + len(short), text=short)
    if figure.hedge_start == figure.end and figure.hedge in ("多", "余") and text[figure.hedge_end : figure.hedge_end + 1].isdigit():
        half = figure.resolution / 2
        return figure._replace(hedge="", hedge_kind="", hedge_start=-1, hedge_end=-1, low=figure.value - half, high=figure.value + half)
    if figure.kind == "share" and figure.text.isdigit() and figure.value >= 1:
        # 300, 25% more: a count of hundreds beside a percentage is no percentage.
        value = Fraction(figure.text)
        return figure._replace(value=value, low=value, high=value, resolution=Fraction(0), kind="count")
    if figure.text.startswith("(") and figure.value < 0:
        low, high = (None if x is None else -x for x in (figure.high, figure.low))
        return figure._replace(start=figure.start + 1, end=figure.end - 1, text=figure.text[1:-1], value=-figure.value, low=low, high=high)
    return figure


def scan(document: Document) -> tuple[Check, ...]:
    """Every statement of `document` whose number follows from others, as checks without a claim, in the order of the text."""
    return tuple(as_check(document, found) for found in weighed(document, figures(document)))


def weighed(document: Document, found: tuple[Figure, ...]) -> tuple[Weighed, ...]:
    """The same with the reasons of each binding and what it comes to."""
    known = {key(f): f for f in found}
    all_statements = statements(document, found)
    checks: list[Weighed] = []
    in_tables: dict[tuple[int, str], list[Candidate]] = {}
    for candidate in tabled(document, found):
        in_tables.setdefault(_slot(candidate), []).append(candidate)
    checks += [check for rivals in in_tables.values() if (check := choose(rivals, dict(known)))]
    done = {c.candidate.reported.start for c in checks}
    for place in range(len(all_statements)):
        found_here = [c for c in bound(all_statements, place, known) if c.candidate.reported.start not in done]
        ahead = {c.candidate.reported.start for c in checks}
        checks += [c for c in found_here if c.candidate.reason != AHEAD or c.candidate.reported.start not in ahead]
    return tuple(sorted(checks, key=lambda c: c.candidate.reported.start))


def as_check(document: Document, found: Weighed) -> Check:
    """A weighed candidate as the check that findings are made of. The verb before a figure has been read already, so that no reading has a direction left."""
    candidate, rule = found.candidate, rules()[found.candidate.rule]
    readings: dict[str, Reading] = {}
    for name, figure in found.figures.items():
        negative = name in found.sign and figure is not candidate.reported
        value = quantity(figure, name in found.sign)
        text = f"−{figure.text}" if negative else figure.text
        readings[name] = Reading(name, value, text, figure._replace(direction=0), (figure.span,), value, text, False)
    operands = tuple((role, of(v) if isinstance(v, Figure) else v) for role, values in candidate.operands for v in values)
    place = document.location(candidate.reported.span)
    return Check("", rule, found.relations, operands, readings, (key(candidate.reported),), place, document)


WINDOW = 3
# Pairs that explicit words of time make hold across a full stop too.
_MARKED = ("level–now", "level–before", "years")


# What a figure claims to be when another figure must explain it.
RESULTS = frozenset({RATE, DELTA, POINTS, SHARE, TOTAL, EACH, TIMES, GAP, REST})


def bound(all_statements: list[Sentence], place: int, known: dict[str, Figure]) -> list[Weighed]:
    """The checks of one statement; what its own figures leave open is looked for with the statements before it."""
    statement = all_statements[place]
    known |= {key(i.figure): i.figure for i in statement.items}
    candidates: dict[tuple[int, str], list[Candidate]] = {}
    if len(statement.items) > 1:
        for candidate in proposed(statement):
            candidates.setdefault(_slot(candidate), []).append(candidate)
    own = {i.figure.start for i in statement.items}
    again = restating(statement.chinese).search(statement.text) is not None
    parts = sum(i.code == "q" for i in statement.items) >= 2
    open_ones = {i.figure.start for i in statement.items if i.claim in RESULTS or again and i.claim == LEVEL or i.code == "p" and i.claim == LEVEL and not i.when}
    earlier: list[Sentence] = []
    for back in range(1, WINDOW + 1):
        open_ones -= {slot[0] for slot, rivals in candidates.items() if not slot[1] and any(c.tier == "A" or c.tier == "B" and back > 1 for c in rivals)}
        if not open_ones and not (parts and back < 3) or place - back < 0 or all_statements[place - back].part != statement.part:
            break
        earlier.insert(0, all_statements[place - back])
        first = {i.figure.start for i in earlier[0].items}
        for candidate in proposed_across(joined([*earlier, statement])):
            if candidate.reason == AHEAD and candidate.reported.start in first:
                candidates.setdefault((candidate.reported.start, AHEAD), []).append(candidate)
            elif candidate.reported.start in open_ones and uses(candidate) & first and candidate.reported.start in own:
                sure = back == 1 and (candidate.tier == "A" or candidate.tier == "B" and candidate.reason.startswith(_MARKED))
                candidates.setdefault(_slot(candidate), []).append(candidate._replace(tier="B" if sure else "C", distance=candidate.distance + 100 * back))
    checks = [check for rivals in candidates.values() if (check := choose(rivals, known))]
    return sorted(checks, key=lambda c: c.candidate.reported.start)


def uses(candidate: Candidate) -> set[int]:
    """Where the figures of a candidate begin."""
    found: set[int] = set()
    for _, values in candidate.operands:
        for value in values:
            found |= {value.start} if isinstance(value, Figure) else {int(name[1:]) for name in names(value)}
    return found


def _slot(candidate: Candidate) -> tuple[int, str]:
    """What is decided once: each reported figure, and beside it bounds and directions, which report nothing."""
    return candidate.reported.start, candidate.rule if candidate.rule in ("rises", "falls", "at_most") else ""


def joined(parts: list[Sentence]) -> Sentence:
    """Statements that follow each other as one, a full stop between them."""
    tokens: list[Token] = []
    own: list[Figure] = []
    for part in parts:
        if tokens:
            tokens.append(Token(".", part.start, part.start, ""))
        tokens += [t._replace(figure=t.figure + len(own)) if t.figure >= 0 else t for t in part.tokens]
        own += [i.figure for i in part.items]
    text = "".join(p.text for p in parts)
    return sentence(tuple(tokens), tuple(own), text, parts[0].start, parts[-1].number, parts[-1].chinese, parts[-1].part)


def proposed_across(statement: Sentence) -> Iterator[Candidate]:
    """What may be worked out over a full stop."""
    groups = grouped(statement)
    yield from results(statement, groups, pairs(statement, groups))
    yield from shares(statement, groups)
    yield from totals(statement, groups)
    yield from remainders(statement)
    yield from gaps(statement)
    yield from by_name(statement)
    yield from rates(statement)
    yield from repeats(statement)


def proposed(statement: Sentence) -> Iterator[Candidate]:
    groups = grouped(statement)
    found = pairs(statement, groups)
    yield from results(statement, groups, found)
    yield from shares(statement, groups)
    yield from totals(statement, groups)
    yield from remainders(statement)
    yield from means(statement, groups)
    yield from structures(statement, groups)
    yield from rates(statement)
    yield from prices(statement)
    yield from lots(statement)
    yield from compounds(statement, groups)
    yield from hundreds(statement, groups)
    yield from spans(statement)
    yield from restated(statement)
    yield from by_name(statement)
    yield from by_number(statement)
    yield from directions(statement, found)
    yield from bounds(statement)
