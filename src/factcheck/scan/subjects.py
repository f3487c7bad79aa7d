"""Whether two names speak of one thing."""

from __future__ import annotations

import re

from . import vocabulary
from .items import Item, Sentence, latin


def shared(a: str, b: str) -> bool:
    """Whether two subjects name one thing: a stretch of two Han characters, or a word."""
    if not a or not b:
        return False
    if latin(a + b):
        return bool(set(_stems(a)) & set(_stems(b)))
    return any(a[i : i + 2] in b for i in range(len(a) - 1))


def agree(a: str, b: str) -> bool:
    """Whether two subjects may be one: they share more than their head (工业投资 and 农业投资 do not)."""
    if not shared(a, b) or latin(a) or a in b or b in a:
        return shared(a, b)
    tail = 0
    while tail < min(len(a), len(b)) and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    return not tail or shared(a[: len(a) - tail], b) or shared(a, b[: len(b) - tail])


def _stems(text: str) -> list[str]:
    return [w.lower().rstrip("s") for w in re.findall(r"[A-Za-z]{3,}", text)]


def clause_before(sentence: Sentence, item: Item) -> str:
    """The text before a figure in its clause; a comma between digits ends none."""
    return re.split(r",(?!\d)|[;:。]", sentence.text[max(item.figure.start - sentence.start - 60, 0) : item.figure.start - sentence.start])[-1]


def flow_of(sentence: Sentence, item: Item) -> int:
    """Whether an amount comes in or goes out, by the words before it in its clause."""
    words = re.split("[,;:。、]", sentence.text[: item.figure.start - sentence.start])[-1][-10:]
    found = [(m.start(), way) for way in (1, -1) for m in vocabulary.flow(way).finditer(words)]
    return max(found)[1] if found else 0
