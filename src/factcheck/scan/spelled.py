"""Arithmetic that a text spells out: 用12074.0亿元除以1320.7亿件，单票收入9.14元; 1,200 divided by 48 gives 25."""

from __future__ import annotations

from collections.abc import Iterator

from . import vocabulary
from .candidates import Candidate, Operand
from .items import DELTA, LEVEL, TOTAL, Item, Sentence, comparable

# No more words than these may stand between the second operand and what comes out.
FARTHEST = 40


def spelled_out(sentence: Sentence) -> Iterator[Candidate]:
    """Of three amounts in a row the last, where the words between the first two say what to do with them."""
    amounts = [i for i in sentence.items if i.code in "qd"]
    for first, second, result in zip(amounts, amounts[1:], amounts[2:]):
        between, behind = (sentence.text[a.figure.end - sentence.start : b.figure.start - sentence.start] for a, b in ((first, second), (second, result)))
        rule = next((rule for rule, pattern in vocabulary.spelled_out(sentence.chinese) if pattern.fullmatch(between)), "")
        if rule and len(behind) <= FARTHEST and not {".", ";"} & set(sentence.codes[first.at : result.at]) and first.claim in (LEVEL, TOTAL, DELTA):
            yield from _worked_out(rule, first, second, result)


def _worked_out(rule: str, first: Item, second: Item, result: Item) -> Iterator[Candidate]:
    operands: dict[str, tuple[tuple[str, tuple[Operand, ...]], ...]] = {
        "quotient": (("dividend", (first.figure,)), ("divisor", (second.figure,))),
        "product": (("factors", (first.figure, second.figure)),),
        "difference": (("base", (second.figure,)), ("value", (first.figure,))),
    }
    if rule == "difference" and not (comparable(first.figure, second.figure) and comparable(first.figure, result.figure)):
        return
    rate = {"quotient": result, "product": first}.get(rule)
    units = ((rate.figure.start, second.figure.unit),) if rate and second.figure.unit and not comparable(first.figure, second.figure) else ()
    yield Candidate(rule, (*operands[rule], ("result", (result.figure,))), result.figure, "A", "spelled out", 0, units=units, blocked=result.flagged)
