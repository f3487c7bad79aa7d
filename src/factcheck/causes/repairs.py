"""Every repair of the mismatches of a run: each hypothesis, tested on all the checks that use the figure it changes."""

from __future__ import annotations

from collections.abc import Iterable

from .cause import Repair
from .misplacing import levels, redirected, stale, swapped
from .recalculating import recalculated
from .reprinting import reprinted, restored, solved
from .run import Run


def repairs(run: Run, only: Iterable[int] | None = None) -> list[Repair]:
    """Every repair of the mismatches; none breaks a check that holds."""
    found: list[Repair] = []
    wrong = list(only if only is not None else run.mismatches())
    wrong_set = frozenset(wrong)
    for spot in dict.fromkeys(spot for n in wrong for spot in run.cases[n].spots.values()):  # type: ignore[union-attr]
        found += restored(run, spot)
        users = [n for n in run.uses[spot] if n in wrong_set]
        found += reprinted(run, spot, users)
        if len(users) > 1:
            found += solved(run, spot, users)
    for number in wrong:
        found += recalculated(run, number)
        found += redirected(run, number)
        found += levels(run, number)
        found += stale(run, number)
        found += swapped(run, number)
    return found
