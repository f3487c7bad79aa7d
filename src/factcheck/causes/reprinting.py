"""Repairs of slips of the hand: a figure printed as it was meant, or as it was attested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from ..checks import Check
from ..document import Span
from ..figures import Figure, printed_interval
from .cause import Repair
from .prints import Reprint, numeral_of, printed, rendered, reprints
from .run import MARGINS, Run, measured
from .trial import Change, Spot, requantified

# The most prints of one kind and figure that are tried on a check whose solution is known (else four times as many).
TRIED = 6


def restored(run: Run, spot: Spot) -> Iterator[Repair]:
    """The text that was attested before the figure was edited."""
    figure, number, key = run.figures[spot]
    check = run.cases[number].check  # type: ignore[union-attr]
    reading = check.readings[key]
    if not (check.attested and reading.changed):
        return
    tail = figure.text[max(figure.number_end - figure.start, 0) :]
    attested = reading.attested_text
    for text in dict.fromkeys((attested, attested.replace(figure.hedge, "", 1) if figure.hedge else attested, attested + tail)):
        change = run.change(spot, text)
        if change and requantified(check, reading, change).value == reading.attested.value:
            if effect := run.effect((change,)):
                yield Repair("edited", (change,), Fraction(1), effect[0])
            return


def reprinted(run: Run, spot: Spot, wrong: list[int]) -> Iterator[Repair]:
    """The prints of one figure that mend a check, the likeliest of each kind; their shares are taken together."""
    figure, number, _ = run.figures[spot]
    check = run.cases[number].check  # type: ignore[union-attr]
    if spot not in run.prints:
        run.prints[spot] = reprints(figure, check.chinese)
    numeral = numeral_of(figure, check.chinese)
    groups: dict[tuple[str, frozenset[int]], list[tuple[bool, Fraction, Fraction, Change]]] = {}
    seen: set[str] = set()
    for first in wrong:
        case = run.cases[first]
        assert case is not None
        bounds = run.window(first, spot)
        near = []
        limits: dict[tuple[int, int, int], tuple[Fraction, int | None, int | None]] = {}
        for reprint in run.prints[spot]:
            change = None
            if numeral is None:
                if (change := run.change(spot, reprint.text)) is None:
                    continue
                value = change.figure.value
            else:
                steps = int(reprint.digits)
                if (mark := _size(reprint)) not in limits:
                    step = numeral.scale * reprint.factor / 10**reprint.decimals
                    limits[mark] = step, *(_limits(step, figure, bounds) if bounds else (None, None))
                step, least, most = limits[mark]
                if least is not None and steps < least or most is not None and steps > most:
                    continue
                value = steps * step
                value = -value if figure.value < 0 else value
            distance = abs(value - bounds[2]) if bounds and bounds[2] is not None else Fraction(0)
            near.append((distance, reprint, value, change))
        near.sort(key=lambda item: item[0])
        alike = Counter(reprint.kind for _, reprint, _, _ in near)
        tried: dict[str, int] = {}
        most_tried = TRIED if bounds else 4 * TRIED
        for distance, reprint, value, change in near:
            tried[reprint.kind] = tried.get(reprint.kind, 0) + 1
            text = reprint.text or rendered(figure, numeral, reprint.digits, reprint.decimals)  # type: ignore[arg-type]
            if tried[reprint.kind] > most_tried or text == figure.text or (print_mark := f"{reprint.kind} {text}") in seen:
                continue
            change = change or quickly(figure, spot, text, value, reprint, numeral)
            effect = run.effect((change,), first)
            if effect:
                seen.add(print_mark)
                _, least, most = limits.get(_size(reprint), (None, None, None))
                fitting = max(most - least + 1, 1) if least is not None and most is not None else 1
                share = reprint.share * effect[1] / fitting * Fraction(max(alike[reprint.kind], 1), min(max(alike[reprint.kind], 1), most_tried))
                if numeral and reprint.decimals != numeral.decimals:
                    share *= _as_fine(run, check, figure, numeral.decimals, reprint.decimals)
                groups.setdefault((reprint.kind, effect[0]), []).append((effect[1] == 1, distance, share, change))
    spots = max(len(set(run.cases[n].spots.values())) for n in wrong) if wrong else 1  # type: ignore[union-attr]
    for (kind, fixed), prints in groups.items():
        prints.sort(key=lambda item: (not item[0], item[1]))
        for _, _, _, change in prints[:3]:
            exact = change if numeral is None else run.change(spot, change.text)
            if exact and (effect := run.effect((exact,))) and effect[0] >= fixed:
                share = sum((p[2] for p in prints), Fraction(0)) / spots
                if kind == "scale":
                    share *= _usual(run, check, figure, exact.figure)
                yield Repair(kind, (exact,), share, fixed, several=len(prints) > 1)
                break


def _size(reprint: Reprint) -> tuple[int, int, int]:
    """What the last digit of a print stands for, beside that of the figure."""
    return reprint.decimals, reprint.factor.numerator, reprint.factor.denominator


def _as_fine(run: Run, check: Check, figure: Figure, before: int, after: int) -> Fraction:
    """How well the decimals of a repaired figure go with those of the figures of its kind around it."""
    peers = [f for key in check.needed if (f := check.readings[key].figure) and f.start != figure.start and measured(f) == measured(figure)]
    if not peers:
        family = [f for f in run.around(check).get(measured(figure), ())[:2000] if f.start != figure.start]
        peers = sorted(family, key=lambda f: abs(f.start - figure.start))[:2]
    decimals = [n.decimals for f in peers if (n := numeral_of(f, check.chinese))]
    if after in decimals:
        return Fraction(1) if before in decimals else Fraction(2)
    return Fraction(1, 4) if before in decimals else Fraction(1)


def _usual(run: Run, check: Check, figure: Figure, repaired: Figure) -> Fraction:
    """How well the size of a repaired figure goes with the nearest others of its kind that the check does not use."""
    if not repaired.value or not figure.value:
        return Fraction(1)
    used = {f.start for key in check.needed if (f := check.readings[key].figure)}
    others = (f for f in run.around(check).get(measured(figure), ())[:2000] if f.start not in used and f.value)
    near = min(others, key=lambda f: abs(f.start - figure.start), default=None)
    if near is None:
        return Fraction(1)
    before, after = (max(abs(f.value / near.value), abs(near.value / f.value)) for f in (figure, repaired))
    return Fraction(3) if after < before else Fraction(1, 3)


def _limits(step: Fraction, figure: Figure, bounds) -> tuple[int | None, int | None]:
    """The fewest and the most steps of its last digit that a figure may print."""
    low, high = bounds[:2] if figure.value >= 0 else (None if x is None else -x for x in (bounds[1], bounds[0]))
    down, up = MARGINS.get(figure.hedge_kind, (1, 1))
    least = None if low is None else ceil((low * down if low > 0 else low) / step - Fraction(1, 2))
    most = None if high is None else floor((high * up if high > 0 else high) / step + Fraction(1, 2))
    return least, most


def quickly(figure: Figure, spot: Spot, text: str, value: Fraction, reprint: Reprint, numeral) -> Change:
    """The figure as arithmetic has it; the reader is asked for those that are shown."""
    step = numeral.scale * reprint.factor / 10**reprint.decimals
    exact = not figure.resolution and reprint.factor == 1 and reprint.decimals == 0
    resolution = Fraction(0) if exact else step
    low, high = printed_interval(value, resolution, figure.hedge_kind, value.denominator == 1)
    read = figure._replace(text=text, value=value, resolution=resolution, low=low, high=high)
    return Change(spot, Span(figure.start, figure.end), text, read)


def valued(run: Run, number: int, key: str, value: Fraction) -> tuple[Change, frozenset[int]] | None:
    """The figure of a reading printed with another value, so that the case holds."""
    case = run.cases[number]
    assert case is not None
    reading, spot = case.check.readings[key], case.spots[key]
    figure = reading.figure
    assert figure is not None
    if case.values[key].value < 0 < figure.value:
        value = -value
    for rounding in (Fraction(1, 2), Fraction(0), Fraction(1)):
        text = printed(figure, value, case.check.chinese, rounding)
        if not text or text == figure.text:
            continue
        change = run.change(spot, text)
        if change and (effect := run.effect((change,), number)):
            return change, effect[0]
    return None


def solved(run: Run, spot: Spot, wrong: list[int]) -> Iterator[Repair]:
    """The value that several checks want of a figure they share, where no slip leads to it."""
    found = [bounds for n in wrong if (bounds := run.window(n, spot)) and bounds[2] is not None]
    lows, highs = [b[0] for b in found if b[0] is not None], [b[1] for b in found if b[1] is not None]
    if len(found) < len(wrong) or not lows or not highs:
        return
    this = run.cases[wrong[0]]
    assert this is not None
    key = next(key for key, other in this.spots.items() if other == spot)
    figure = run.figures[spot][0]
    sign = -1 if this.values[key].value < 0 < figure.value else 1
    for value in dict.fromkeys(((max(lows) + min(highs)) / 2, *(b[2] for b in found))):
        repaired = valued(run, wrong[0], key, sign * value)  # type: ignore[operator]
        if repaired and repaired[1] >= set(wrong):
            digits = sum(c.isdigit() for c in figure.text)
            yield Repair("recomputed", (repaired[0],), Fraction(1, 10 ** min(digits, 6)) + Fraction(1, 1000), repaired[1])
            return
