"""Whole constructions of a language: a pattern over the codes of a sentence whose named groups are the roles of a rule.

Where the language's table gives such a pattern every role is named by the words themselves; only the kinds of the figures remain to be checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..expression import number
from ..figures import Figure
from . import vocabulary
from .alone import alike
from .candidates import WHOLE, Candidate, Operand, key, of
from .items import BLOCKED, DELTA, OTHER, RATE, SPAN, Item, Sentence, comparable, dimension
from .patterns import compiled
from .wholes import title

LONGEST = 400
# Before all else of its tier.
FIRST = -1
# Pairs of roles that measure one thing.
_ALIKE = (("part", "whole"), ("base", "value"), ("whole", "result"), ("start", "end"), ("value", "delta"), ("one", "two"), ("one", "result"))


def constructions(sentence: Sentence) -> Iterator[Candidate]:
    if len(sentence.codes) > LONGEST:
        return
    at = {i.at: i for i in sentence.items}
    words = vocabulary.words_of_groups(sentence.chinese)
    for rule, tier, pattern in vocabulary.constructions(sentence.chinese):
        position = 0
        while match := pattern.search(sentence.codes, position):
            position = match.start() + 1
            groups = {role: match.start(role) for role, text in match.groupdict().items() if text}
            if any(name in words and words[name].isdisjoint(sentence.tokens[place].text.lower().split()) for name, place in groups.items()):
                continue
            # A list is the whole list.
            if PARTS in groups and compiled(r"q[^qpxtd;.]{0,4}[,|a][^qpxtd;.]{0,3}$").search(sentence.codes[: match.start(PARTS)]):
                continue
            parts = [at[n] for n in range(*match.span(PARTS)) if n in at and at[n].code in "qd"] if PARTS in groups else []
            roles = {role: at[place] for role, place in groups.items() if place in at and role != PARTS and role not in words}
            said = sentence.tokens[groups["v"]] if "v" in groups else None
            verb = said.direction or vocabulary.judged(said.text) if said else 0
            if "v" in groups and not verb or any(i.claim in (BLOCKED, OTHER) for i in (*roles.values(), *parts)) or not _fit(rule, roles, parts):
                continue
            if not sentence.chinese and rule == "difference" and "v" not in groups and compiled(",aw+G").search(sentence.codes[: roles["result"].at]):
                # Pensions 27, interest 22, and the postal deficit 5: a list.
                continue
            if not sentence.chinese and rule in ("growth", "difference") and "base" in roles and "less" not in groups and roles["base"].claim == DELTA:
                # 1.4 below the forecast and 1.6 above last year's: no level.
                continue
            if {"one", "ratio"} <= set(roles) and not _names_both(sentence, roles):
                continue
            yield from _made(sentence, rule, tier, roles, verb, parts)


def _names_both(sentence: Sentence, roles: dict[str, Item]) -> bool:
    """Whether the name of a Chinese ratio is made of the names of its two amounts: 医护比 of 医生 and 护士."""
    first, second = sorted((roles["dividend"], roles["divisor"]), key=lambda i: i.at)
    said = compiled("(.)(.)(?:之)?比(?:例)?(?:为|是|约|达)*$").search(sentence.text[: min(roles["one"], roles["ratio"], key=lambda i: i.at).figure.start - sentence.start])
    return said is not None and said[1] in title(sentence, first) and said[2] in title(sentence, second)


# The group that holds a list, each figure of it a part.
PARTS = "parts"


def _fit(rule: str, roles: dict[str, Item], parts: list[Item]) -> bool:
    if rule == "product":
        rate, count, result = (roles[r] for r in ("rate", "count", "result"))
        if rate.code == "p":
            return rate.claim != RATE and dimension(count.figure) == dimension(result.figure).partition("/")[0]
        measure = dimension(result.figure).partition("/")[0]
        if "more" in roles and dimension(rate.figure) == "count" or "/" in count.figure.unit and dimension(count.figure).partition("/")[0] == measure != "count":
            return False
        return dimension(rate.figure).partition("/")[0] == measure and (count.figure.unit != result.figure.unit and result.code == "d" or dimension(count.figure) != dimension(result.figure) or dimension(result.figure) == "count")
    if rule == "multiple" and roles["base"].figure.unit != roles["value"].figure.unit and dimension(roles["base"].figure) == dimension(roles["value"].figure) == "count":
        return not (roles["base"].figure.unit and roles["value"].figure.unit)
    if rule == "quotient":
        over, result = roles["dividend"], roles.get("ratio") or roles["result"]
        if "one" in roles:
            # 1:1.24 of two amounts in their order.
            return roles["one"].figure.value == 1 and not result.figure.unit and bool(over.figure.unit) and alike(over, roles["divisor"])
        fits = comparable(over.figure, result.figure) if over.figure.unit and result.figure.unit else alike(over, result)
        return ("ratio" in roles or fits) and over.figure.value > result.figure.value and (over.figure.value > roles["divisor"].figure.value or result.figure.value < 1)
    if rule == "elapsed_years":
        return roles["result"].figure.unit == "年" and roles["result"].claim == SPAN and 1 < roles["result"].figure.value and roles["from"].figure.value < roles["to"].figure.value
    if parts and (len(parts) < 2 or not all(alike(i, parts[0]) for i in parts)):
        return False
    if rule == "share" and (roles["result"].claim == RATE or parts and sum(i.figure.value for i in parts) > roles["whole"].figure.value or "taken" in roles and roles["taken"].figure.value >= roles["whole"].figure.value):
        return False
    if rule == "share" and "part" in roles and not roles["whole" if "whole" in roles else "part"].figure.unit and roles["part"].figure.kind == "quantity" and not parts:
        return "whole" in roles
    return all(alike(roles[a], roles[b]) for a, b in _ALIKE if a in roles and b in roles and not (rule == "share" and "result" in (a, b)))


def _made(sentence: Sentence, rule: str, tier: str, roles: dict[str, Item], verb: int, parts: list[Item]) -> Iterator[Candidate]:
    roles = {("result" if role == "ratio" else role): item for role, item in roles.items() if role != "other"} | ({"ratio": roles["ratio"]} if "ratio" in roles else {})
    ratio = roles.pop("ratio", None)
    result = roles["result"]
    blocked = next((i.flagged for i in (*roles.values(), *parts) if i.flagged), "")
    reason = WHOLE
    figures = {role: item.figure for role, item in roles.items()}
    if rule == "product":
        counts = [figures[role] for role in ("count", "more") if role in figures]
        operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("result", (figures["result"],)), ("factors", (figures["rate"], *counts)))
        units = ((figures["rate"].start, "/".join(f.unit for f in counts if f.unit)),) if roles["rate"].code != "p" and "/" not in figures["rate"].unit else ()
        yield Candidate(rule, operands, result.figure, tier, reason, FIRST, blocked=blocked, units=units)
        return
    if rule == "quotient":
        # What is shared out, and what each gets, tell which is which.
        measures = {role: dimension(figures[role]).partition("/")[0] for role in ("dividend", "divisor", "result")}
        tier = "B" if tier == "C" and measures["dividend"] == measures["result"] != measures["divisor"] else tier
        units = () if ratio else ((figures["result"].start, figures["divisor"].unit),)
        yield Candidate(rule, tuple((r, (figures[r],)) for r in ("dividend", "divisor", "result")), result.figure, tier, reason, FIRST, blocked=blocked, units=units)
        return
    if rule == "share" and ("taken" in figures or "beside" in figures or parts):
        yield Candidate(rule, _share(figures, parts), result.figure, tier, reason, FIRST, blocked=blocked)
        return
    if parts:
        yield Candidate(rule, (("result", (result.figure,)), ("values" if rule == "average" else "parts", tuple(i.figure for i in parts))), result.figure, tier, reason, FIRST, blocked=blocked)
        return
    if rule == "remainder":
        operands = (("result", (figures["result"],)), ("whole", (figures["whole"],)), ("parts", (figures["part"],)))
        yield Candidate(rule, operands, result.figure, tier, reason, FIRST, blocked=blocked)
        return
    if rule == "total":
        yield Candidate(rule, (("result", (figures["result"],)), ("parts", (figures["one"], figures["two"]))), result.figure, tier, reason, FIRST, blocked=blocked)
        return
    if rule == "at_most" and "whole" in figures:
        yield Candidate(rule, (("part", (figures["result"],)), ("whole", (figures["whole"],))), figures["result"], tier, reason, FIRST, blocked=blocked)
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


def _share(figures: dict[str, Figure], parts: list[Item]) -> tuple[tuple[str, tuple[Operand, ...]], ...]:
    """What is left of a whole, one of the two that make it, or several together."""
    if "taken" in figures:
        part, whole = of(figures["whole"]) - of(figures["taken"]), of(figures["whole"])
    elif "beside" in figures:
        part, whole = of(figures["part"]), of(figures["part"]) + of(figures["beside"])
    else:
        part, whole = sum((of(i.figure) for i in parts[1:]), of(parts[0].figure)), of(figures["whole"])
    return ("part", (part,)), ("whole", (whole,)), ("result", (figures["result"],))
