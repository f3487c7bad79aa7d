"""An earlier and a later level of one thing, the first-class thing that rates, changes, points, multiples and verbs follow from."""

from __future__ import annotations

from typing import NamedTuple

from .items import BASE, BEFORE, EACH, FROM, GAP, LEVEL, REST, TOTAL, Item, comparable, latin

LEVELS = (LEVEL, TOTAL, EACH, REST, GAP)
OLD = (FROM, BASE, BEFORE)
Group = tuple[Item, ...]


class Pair(NamedTuple):
    """An earlier and a later level; where one is not printed, the change between them stands for it."""

    old: Item | None
    new: Item | None
    delta: Item | None
    tier: str
    start: int
    end: int
    reason: str
    size: int = 1
    rank: int = 0

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple([i for i in (self.old, self.new, self.delta) if i])


def pair_of(tier: str, reason: str, old: Item | None = None, new: Item | None = None, delta: Item | None = None, size: int = 1, rank: int = 0, within: tuple[Group, ...] = ()) -> Pair:
    places = [i.at for g in within for i in g] or [i.at for i in (old, new, delta) if i]
    return Pair(old, new, delta, tier, min(places), max(places), reason, size, rank)


def alike_groups(a: Group, b: Group) -> bool:
    if a[0].code != b[0].code:
        return False
    first, second = a[0].figure, b[0].figure
    # Of two amounts the second may leave out the unit: 66 million tonnes, above last season's 60 million.
    short = a[0].code == "q" and (not first.unit and first.scaled or not second.unit and second.scaled) and first.unit.isascii() + second.unit.isascii() >= 1
    near = a[0].code == "q" and "" in (first.unit, second.unit) and latin(first.text + second.text) and first.value > 0 and second.value > 0 and second.value < 3 * first.value < 9 * second.value
    return comparable(first, second) or short and first.value < 20 * second.value and second.value < 20 * first.value or near
