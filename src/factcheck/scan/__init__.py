"""A document alone becomes checks: every statement whose number follows from other numbers of the text.

The machinery knows no language; `lang/zh_scan.py` and `lang/en_scan.py` are its two word tables. In the order of the modules:

words       a sentence becomes codes, one letter for each figure and each cue (from, to, share, of which …); what has no weight has no code
items       a figure with its features: what it claims to be (level, rate, change, points, share, total, each, times, gap, rest), its mark (from, to, compared
            with, before, now), year, direction of its verb, subject, flags; and when two may be compared
features    reads them off the codes: `claims` what a figure claims to be, `neighbours` what a figure takes from the one beside it
groups      lists: A、B和C, and a分别为b
statements  the sentences of a document; several as one, to look over a full stop
levels      an earlier and a later level, the first-class thing that rates, changes, points, multiples and verbs follow from
pairs       finds them: marked by words, by years, by a stated change; `only_two` where a statement has but two
attachment  whether a stated change belongs to a pair, and how surely
candidates  one way to work out a stated figure, with its tier: A a construction names every role, B one role is marked and the other implied, C only the
            order of the figures speaks for it
misprints   whether a slip explains a disagreement: a point moved, two digits swapped, one digit another, growth for a ratio
choice      what agrees is confirmed; the likeliest disagreement is told only from A and B, and only if it is no larger than mistakes are or a slip explains it
days        how many days lie between two dates
spelled, change, compounding, directions, shares (of `wholes`), jointly, sums, balances, bounds, rates, repeats, tables, constructions, alone   propose candidates, each
            family on its own, from types and cues; `constructions` from whole patterns of a language, `alone` from number and kind only
named       what is left open is looked for by its words among all amounts of the document; what holds for one member of a list holds for the others
differing   two amounts anywhere told by the change between them
cells       what a sentence says of the cells of a table: their figures again, and what follows from two of them
mentions    one figure said again anywhere in the document, or with two digits swapped
series      an indicator through the years: the level of the year before may stand in another paragraph
binding     all candidates of a statement, at first from its own figures, then with the three statements before it; one check for each reported figure

What stops an alarm: a rival of the same tier that agrees; a flag (constant prices, like for like, another basis); a subject of its own between a pair and its
result; two sides too far apart for a slip; an interval so wide that agreement would say nothing. A C candidate alarms only if it is the only one and a plain slip
(digits swapped, a power of ten, the wrong base) turns what is computed into what is printed.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..checks import Check, Reading
from ..document import Document
from ..figures import Figure, figures
from ..rules import rules
from .binding import bound, left_open, slot
from .candidates import Candidate, Weighed, key, of, quantity
from .cells import cells, said_of_cells
from .choice import choose
from .differing import beside_its_rate
from .mentions import mentions, restated
from .named import Names, analogous, by_document, names
from .series import by_tail, dated, index, year_on_year
from .statements import statements
from .sums import AHEAD
from .tables import tabled


def scan(document: Document) -> tuple[Check, ...]:
    """Every statement of `document` whose number follows from others, as checks without a claim, in the order of the text."""
    return tuple(as_check(document, found) for found in weighed(document, figures(document)))


def weighed(document: Document, found: tuple[Figure, ...]) -> tuple[Weighed, ...]:
    """The same with the reasons of each binding and what it comes to."""
    known = {key(f): f for f in found}
    all_statements = statements(document, found)
    checks = _chosen(tabled(document, found), known)
    done = {c.candidate.reported.start for c in checks}
    in_cells = cells(document, found)
    reported = set(done)
    years = dated(all_statements) if document.chinese else {}
    through = index(all_statements, years) if len({y for ys in years.values() for y in ys}) > 2 else {}
    tails = by_tail(through)
    known_names: Names | None = None
    for place, statement in enumerate(all_statements):
        series = tuple(year_on_year(statement, years[statement.start], through, tails, known)) if through else ()
        found_here = [c for c in bound(all_statements, place, known, series) if c.candidate.reported.start not in done]
        found_here = [c for c in found_here if c.candidate.reason != AHEAD and c.candidate.reported.start >= statement.start or c.candidate.reported.start not in reported]
        reported |= {c.candidate.reported.start for c in found_here}
        if wanted := left_open(statement) - reported:
            known_names = known_names or names(all_statements)
            found_here += _chosen(by_document(all_statements, place, known_names, wanted), known)
            reported |= {c.candidate.reported.start for c in found_here}
            found_here += _chosen((*analogous(statement, found_here, known_names, reported), *beside_its_rate(statement, found_here, reported)), known)
            reported |= {c.candidate.reported.start for c in found_here}
        if in_cells:
            found_here += _chosen(said_of_cells(statement, in_cells, years, reported), known)
            reported |= {c.candidate.reported.start for c in found_here}
        checks += found_here
    known_names = known_names or names(all_statements)
    checks += [check for candidate in mentions(known_names, checks) if (check := choose([candidate], known)) and candidate.reported.start not in done]
    checks += [check for candidate in restated(all_statements, known_names, checks) if (check := choose([candidate], known)) and (check.verdict != "mismatch" or candidate.reason == "two parts of the text") and candidate.reported.start not in done]
    return tuple(sorted(checks, key=lambda c: c.candidate.reported.start))


def _chosen(candidates: Iterable[Candidate], known: dict[str, Figure]) -> list[Weighed]:
    """The one check of each reported figure among candidates, for those that have one."""
    rivals: dict[tuple[int, str], list[Candidate]] = {}
    for candidate in candidates:
        rivals.setdefault(slot(candidate), []).append(candidate)
    return [check for them in rivals.values() if (check := choose(them, known))]


def as_check(document: Document, found: Weighed) -> Check:
    """A weighed candidate as the check that findings are made of. The verb before a figure has been read already, so that no reading has a direction left."""
    candidate, rule = found.candidate, rules()[found.candidate.rule]
    readings: dict[str, Reading] = {}
    for name, figure in found.figures.items():
        negative = name in found.sign and name != key(candidate.reported)
        value = quantity(figure, name in found.sign)
        text = f"−{figure.text}" if negative else figure.text
        readings[name] = Reading(name, value, text, figure._replace(direction=0), (figure.span,), value, text, False)
    operands = tuple((role, of(v) if isinstance(v, Figure) else v) for role, values in candidate.operands for v in values)
    place = document.location(candidate.reported.span)
    return Check("", rule, found.relations, operands, readings, (key(candidate.reported),), place, document)
