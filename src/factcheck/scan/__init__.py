"""A document alone becomes checks."""

from __future__ import annotations

from itertools import chain

from ..document import Document
from ..figures import Figure, figures
from .candidates import Candidate, Check, choose, key
from .change import directions, pairs, results
from .groups import grouped
from .items import Sentence, sentence
from .parts import bounds, means, remainders, shares, structures, totals
from .rates import rates, spans
from .words import lexicon, tokens


def statements(document: Document, found: tuple[Figure, ...]) -> list[Sentence]:
    """The sentences that hold figures; a semicolon does not end one here."""
    text = document.folded
    result: list[Sentence] = []
    position, start = 0, 0
    for span in document.sentences:
        tail = text[span.start : span.end].rstrip()
        if tail.endswith((";", "；")) and span.end - start < 1500:
            continue
        first = position
        while position < len(found) and found[position].start < span.end:
            position += 1
        own = found[first:position]
        if own:
            read = tokens(text[start : span.end], start, own, lexicon(document.chinese))
            result.append(sentence(read, own, text[start : span.end], start, len(result), document.chinese))
        start = span.end
    return result


def scan(document: Document) -> tuple[Check, ...]:
    """Every statement of `document` whose number follows from others, with what they come to."""
    found = figures(document)
    known = {key(f): f for f in found}
    checks: list[Check] = []
    for statement in statements(document, found):
        checks += bound(statement, known)
    return tuple(checks)


def bound(statement: Sentence, known: dict[str, Figure]) -> list[Check]:
    groups = grouped(statement)
    found = pairs(statement, groups)
    candidates: dict[tuple[int, str], list[Candidate]] = {}
    made = (results(statement, groups, found), shares(statement, groups), totals(statement, groups), remainders(statement), means(statement, groups), structures(statement, groups), rates(statement), spans(statement))
    for candidate in chain.from_iterable(made):
        candidates.setdefault((candidate.reported.start, ""), []).append(candidate)
    for candidate in chain(directions(statement, found), bounds(statement)):
        candidates.setdefault((candidate.reported.start, candidate.rule), []).append(candidate)
    checks = [check for rivals in candidates.values() if (check := choose(rivals, known))]
    return sorted(checks, key=lambda c: c.candidate.reported.start)
