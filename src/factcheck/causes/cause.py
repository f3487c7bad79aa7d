"""How likely each slip is, and what a repair is made of."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from ..expression import Expression
from .trial import Change

# How likely each slip is beside the others, before the figures are looked at. A slip that a text allows in many places (any digit may be wrong) shares its
# weight among them; a slip of calculation gives one value only. What nothing explains comes last.
WEIGHTS: Mapping[str, int] = {
    "edited": 5000,
    "percent_points": 120,
    "percent_permille": 120,
    "over_end_value": 120,
    "ratio_as_growth": 120,
    "growth_as_ratio": 60,
    "simple_mean": 120,
    "not_averaged": 60,
    "to_for_by": 100,
    "direction": 120,
    "years_off_by_one": 100,
    "missing_part": 100,
    "double_part": 80,
    "scale": 100,
    "moved_point": 100,
    "transposed_digits": 120,
    "doubled_digit": 100,
    "missing_digit": 100,
    "wrong_digit": 110,
    "swapped_items": 100,
    "wrong_base": 100,
    "stale": 60,
    "truncated": 15,
    "twice_rounded": 10,
    "wrong_whole": 20,
    "extra_digit": 15,
    "recomputed": 1,
}
# A claim that holds only within rounding after a repair, and a second slip beside the first, are this much less likely.
ROUNDING, ANOTHER = Fraction(1, 6), Fraction(1, 2000)
# The figure that is blamed beyond doubt holds this share of all that is likely.
DECIDED = Fraction(3, 4)
SHOWN = 8


class Repair(NamedTuple):
    """Changes that mend the cases numbered in `fixed`. `share` is how likely the slip is among those of its kind; `sum` an expression of the wrong calculation."""

    kind: str
    changes: tuple[Change, ...]
    share: Fraction
    fixed: frozenset[int]
    sum: Expression | None = None
    detail: str = ""
    several: bool = False

    @property
    def weight(self) -> Fraction:
        return WEIGHTS[self.kind] * self.share
