"""The small picture of a report's figures, from first to last, and the key to its marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...marks import STATES, Mark
from .text import shown

WIDTH, HEIGHT, MOST, WIDEST = 400, 34, 200, 10
# Worse is taller, so that the picture can be read without colour.
_HEIGHTS = {"mismatch": 24, "changed": 24, "involved": 16, "known": 16, "undecided": 16, "rounding": 14, "consistent": 12, "recorded": 7, "unchecked": 7}
_PROBLEMS = ("mismatch", "changed")


def picture(marks: Sequence[Mark], words) -> str:
    """One bar a figure; in a long text each bar stands for several and shows the worst of them, or what most of them are."""
    bars = min(len(marks), MOST)
    step = min(WIDTH / bars, WIDEST)
    drawn = []
    for bar in range(bars):
        states = [mark.state for mark in marks[len(marks) * bar // bars : len(marks) * (bar + 1) // bars]]
        worst = min(states, key=STATES.index)
        state = worst if worst in _PROBLEMS else Counter(states).most_common(1)[0][0]
        left, tall = bar * step, _HEIGHTS[state]
        drawn.append(f'<rect class="{state}" x="{left:.1f}" y="{HEIGHT - tall}" width="{max(step * 0.7, 1):.1f}" height="{tall}"/>')
        if state in _PROBLEMS:
            middle, half = left + step * 0.35, 4
            shape = f"M{middle - half:.1f} 0h{2 * half}l-{half} 7z" if state == "mismatch" else f"M{middle:.1f} 0l{half} 4l-{half} 4l-{half} -4z"
            drawn.append(f'<path class="{state}" d="{shape}"/>')
    counts = Counter(mark.state for mark in marks)
    told = ", ".join(f"{words['states'][state]} {counts[state]}" for state in STATES if counts[state])
    return f'<svg class="picture" viewBox="-4 0 {WIDTH + 8} {HEIGHT}" role="img" aria-label="{shown(words["picture"])}: {shown(told)}">{"".join(drawn)}</svg>\n'


def legend(marks: Sequence[Mark], words) -> str:
    present = {mark.state for mark in marks}
    items = "".join(f'<li><span class="m {state} sample">12.3</span> <span>{shown(words["states"][state])}</span></li>' for state in STATES if state in present)
    return f'<ul class="legend" aria-label="{shown(words["legend"])}">{items}</ul>\n'
