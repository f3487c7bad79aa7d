"""Lists of figures: A、B和C is one group, and what marks its first figure marks them all."""

from __future__ import annotations

import re

from .items import BASE, BEFORE, DELTA, FROM, GAP, LEVEL, RATE, SHARE, TO, Item, Sentence

# Between two members of a list there are two codes at most.
WIDEST = 3
_BETWEEN = re.compile(r"\||aa?|\|a|,|,a|:")


def grouped(sentence: Sentence) -> tuple[tuple[Item, ...], ...]:
    """The items of a sentence as groups; a figure on its own is a group of one."""
    groups: list[list[Item]] = []
    for item in sentence.items:
        last = groups[-1][-1] if groups else None
        if last is not None and last.code == "p" and item.code == "q" and not item.figure.value and not item.figure.unit:
            item = item._replace(code="p")
        if last is not None and last.code == item.code and item.at - last.at <= WIDEST and last.code in "qptd" and (last.dimension == item.dimension or not item.figure.value) and _listed(sentence, last, item):
            first = groups[-1][0]
            if item.when == TO and first.when != TO and sentence.codes[item.at - 1] == "T":
                item = item._replace(when="", claim=LEVEL)
            if first.claim in (RATE, SHARE, DELTA, GAP) or first.when in (FROM, TO, BASE, BEFORE):
                item = item._replace(claim=first.claim, when=first.when, direction=_direction(first, item), clause=first.clause, yearly=first.yearly, flagged=first.flagged)
            groups[-1].append(item)
        else:
            groups.append([item])
    return tuple(tuple(g) for g in groups)


def _direction(first: Item, item: Item) -> int:
    return 0 if item.figure.value < 0 else first.direction


def _listed(sentence: Sentence, last: Item, item: Item) -> bool:
    between = sentence.codes[last.at + 1 : item.at]
    if between == "T" and sentence.tokens[item.at - 1].text in ("至", "到") and last.when not in (FROM, BASE, BEFORE):
        return True
    if not _BETWEEN.fullmatch(between) or item.claim not in (LEVEL, last.claim):
        return False
    if item.when and item.when != last.when:
        return False
    if between == ",a" and not sentence.chinese and last.when == TO and sentence.codes[last.at - 2 : last.at] == "qT" and item.noun and item.figure.scaled != last.figure.scaled:
        # From 550,100 to 89,780, and 20.4 million deaths were prevented.
        return False
    return between != "," or not sentence.chinese and bool(item.claim == last.claim)
