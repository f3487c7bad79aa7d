"""Whole constructions of a language: a pattern over the codes of a sentence whose named groups are the roles of a rule.

Where the language's table gives such a pattern every role is named by the words themselves; only the kinds of the figures remain to be checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..expression import number
from . import vocabulary
from .alone import alike
from .candidates import WHOLE, Candidate, Operand, key, of
from .items import BLOCKED, OTHER, RATE, SPAN, Item, Sentence, dimension

LONGEST = 400
# Before all else of its tier.
FIRST = -1
# Pairs of roles that measure one thing.
_ALIKE = (("part", "whole"), ("base", "value"), ("whole", "result"), ("start", "end"), ("value", "delta"), ("one", "two"), ("one", "result"))


def constructions(sentence: Sentence) -> Iterator[Candidate]:
    if len(sentence.codes) > LONGEST:
        return
    at = {i.at: i for i in sentence.items}
    for rule, tier, pattern in vocabulary.constructions(sentence.chinese):
        position = 0
        while match := pattern.search(sentence.codes, position):
            position = match.start() + 1
            groups = {role: match.start(role) for role, text in match.groupdict().items() if text}
            roles = {role: at[place] for role, place in groups.items() if place in at}
            word = sentence.tokens[groups["at"]].text if "at" in groups else "at"
            if word == "at" and not any(i.claim in (BLOCKED, OTHER) for i in roles.values()) and _fit(rule, roles):
                said = sentence.tokens[groups["v"]] if "v" in groups else None
                verb = said.direction or vocabulary.judged(said.text) if said else 0
                if "fee" in groups and not set(sentence.tokens[groups["fee"]].text.lower().split()[-1:]) & vocabulary.fees():
                    continue
                if "v" in groups and not verb:
                    continue
                yield from _made(sentence, rule, tier, roles, verb)


def _fit(rule: str, roles: dict[str, Item]) -> bool:
    if rule == "product":
        rate, count, result = (roles[r] for r in ("rate", "count", "result"))
        if rate.code == "p":
            return rate.claim != RATE and dimension(count.figure) == dimension(result.figure)
        return dimension(rate.figure).partition("/")[0] == dimension(result.figure) and (dimension(count.figure) != dimension(result.figure) or dimension(result.figure) == "count")
    if rule == "multiple" and roles["base"].figure.unit != roles["value"].figure.unit and dimension(roles["base"].figure) == dimension(roles["value"].figure) == "count":
        return not (roles["base"].figure.unit and roles["value"].figure.unit)
    if rule == "quotient":
        return alike(roles["dividend"], roles["result"]) and roles["dividend"].figure.value > roles["result"].figure.value
    if rule == "elapsed_years":
        return roles["result"].figure.unit == "年" and roles["result"].claim == SPAN and 1 < roles["result"].figure.value and roles["from"].figure.value < roles["to"].figure.value
    return all(alike(roles[a], roles[b]) for a, b in _ALIKE if a in roles and b in roles and not (rule == "share" and "result" in (a, b)))


def _made(sentence: Sentence, rule: str, tier: str, roles: dict[str, Item], verb: int) -> Iterator[Candidate]:
    result = roles["result"]
    blocked = next((i.flagged for i in roles.values() if i.flagged), "")
    reason = WHOLE
    figures = {role: item.figure for role, item in roles.items()}
    if rule == "product":
        operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("result", (figures["result"],)), ("factors", (figures["rate"], figures["count"])))
        yield Candidate(rule, operands, result.figure, tier, reason, FIRST, blocked=blocked, units=((figures["rate"].start, figures["count"].unit),) if roles["rate"].code == "q" else ())
        return
    if rule == "quotient":
        units = ((figures["result"].start, figures["divisor"].unit),)
        yield Candidate(rule, tuple((r, (figures[r],)) for r in ("dividend", "divisor", "result")), result.figure, tier, reason, FIRST, blocked=blocked, units=units)
        return
    if rule == "remainder":
        operands = (("result", (figures["result"],)), ("whole", (figures["whole"],)), ("parts", (figures["part"],)))
        yield Candidate(rule, operands, result.figure, tier, reason, FIRST, blocked=blocked)
        return
    if rule == "total":
        yield Candidate(rule, (("result", (figures["result"],)), ("parts", (figures["one"], figures["two"]))), result.figure, tier, reason, FIRST, blocked=blocked)
        return
    if rule == "at_most":
        yield Candidate(rule, (("part", (figures["result"],)), ("whole", (number(1, text="100%"),))), result.figure, tier, reason, FIRST, blocked=blocked)
        return
    if rule == "growth" and "delta" in roles:
        change = of(figures.pop("delta"))
        base = of(figures["value"]) + change if verb < 0 else of(figures["value"]) - change
        yield Candidate(rule, (("base", (base,)), ("value", (figures["value"],)), ("result", (result.figure,))), result.figure, tier, reason, FIRST, negated=frozenset({key(result.figure)} if verb < 0 else ()), blocked=blocked)
        return
    if rule == "difference" and not verb:
        low, high = sorted((figures["base"], figures["value"]), key=lambda f: f.value)
        figures |= {"base": low, "value": high}
    if rule == "growth" and not verb and figures["value"].value < figures["base"].value:
        verb = -1
    signs = frozenset({key(result.figure)}) if verb < 0 else frozenset()
    yield Candidate(rule, tuple((r, (f,)) for r, f in figures.items()), result.figure, tier, reason, FIRST, negated=signs, blocked=blocked)
    later = sentence.text[result.figure.end - sentence.start :].lstrip().startswith(("later", "after", "earlier"))
    if rule == "elapsed_years" and not later:
        yield Candidate("inclusive_years", tuple((r, (f,)) for r, f in figures.items()), result.figure, tier, reason, 1)
