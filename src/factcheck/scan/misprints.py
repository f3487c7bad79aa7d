"""Whether a slip of the hand explains why what is printed is not what was computed: a point moved, two digits swapped, one digit another, growth for a ratio."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from ..exact import POWERS_OF_TEN
from ..expression import Expression
from ..figures import Figure
from .candidates import BY_NUMBER, WHOLE, Candidate, Weighed, key, weigh
from .neighbours import printed

ONE = Fraction(1)
POWERS = tuple((power, float(power)) for power in POWERS_OF_TEN)


def nearly(value: Fraction) -> float:
    """A value as a float; what is too large for one is without end."""
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def explained(check: Weighed) -> bool:
    """Whether a plain slip turns what was computed into what is printed: a power of ten, two neighbouring digits swapped, growth for ratio, the wrong base."""
    reported, decision = check.candidate.reported, check.decision
    digits = "".join(c for c in reported.text if c.isdigit() and c.isascii()).lstrip("0")
    if decision.relation.op != "=" or decision.relation.left.op != "name" or len(digits) < (3 if check.candidate.rule == "point_change" else 2):
        return False
    if check.candidate.rule == "equal" and any(sum(c.isdigit() for c in f.text) < 3 for f in check.figures.values()):
        # Two short figures of one name are seldom one figure: 0.7% and 6.8%.
        return False
    left, right = decision.left, decision.right
    if right.low is None or right.high is None or not left.value or not right.value:
        return False
    half = reported.resolution / 2 * abs(left.value / reported.value) if reported.value else Fraction(0)
    nearly_left, nearly_low, nearly_high, nearly_half = map(nearly, (left.value, right.low, right.high, half))

    def far(about: float, times: float = 1.0) -> bool:
        # Floats only rule out what is far away.
        margin = nearly_half * times
        slack = 1e-9 * (abs(about) + margin)
        return about < nearly_low - margin - slack - abs(nearly_low) * 1e-9 or about > nearly_high + margin + slack + abs(nearly_high) * 1e-9

    def fits(value: Fraction, times: Fraction = ONE) -> bool:
        return not far(nearly(value), nearly(times)) and right.low - half * times <= value <= right.high + half * times  # type: ignore[operator]

    def misprinted(meant: Iterable[int]) -> bool:
        whole = int("".join(digits))
        return whole != 0 and any(number != whole and not far(nearly_left * (number / whole)) and fits(left.value * number / whole) for number in meant)

    if check.candidate.rule == "growth" and len(digits) >= 2 and check.candidate.distance < 100 and _is_the_difference(check):
        return True
    # Where the rest is known to few digits, nearly any slip would fit.
    if check.candidate.tier == "C" and right.high - right.low > abs(right.value) / (100 if check.candidate.rule == "product" and not reported.unit else 20):
        return False
    if (check.candidate.tier != "C" or check.candidate.rule not in ("growth", "cagr", "difference") or len(digits) > 2) and any(not far(nearly_left * nearly_power, nearly_power) and fits(left.value * power, power) for power, nearly_power in POWERS):
        return True
    if left.unit == () and check.candidate.rule in ("growth", "multiple", "share") and len(digits) >= 3 and (fits(left.value + 1) or fits(left.value - 1)):
        return True
    if check.candidate.rule == "growth" and right.value != -1 and (len(digits) >= 3 or check.candidate.distance < BY_NUMBER and all(isinstance(v, Figure) for _, vs in check.candidate.operands for v in vs)):
        wrong = right.value / (1 + right.value)
        if abs(left.value - wrong) <= half:
            return True
    if len(digits) >= 4 and len("".join(digits).rstrip("0")) >= 2 and (check.candidate.rule in ("growth", "difference", "point_change", "share", "quotient") or check.candidate.rule == "total" and check.candidate.tier != "C") and right.high - right.low <= 2 * (2 * half or abs(left.value / reported.value)):
        # One digit in four wrong, where the rest is known to as many digits: a chance of one in 100 that it is none.
        if misprinted(_one_digit_off(digits)):
            return True
    return len(digits) >= 3 and misprinted(_two_digits_swapped(digits))


def holds_or_slipped(way: Candidate, operands: Iterable[Figure], slipped: Callable[[Weighed], bool] = explained) -> bool:
    """Whether a way to work out a figure from these comes to what is printed, or a slip explains that it does not."""
    check = weigh(way, {key(f): f for f in (*operands, way.reported)})
    return check is not None and (check.verdict != "mismatch" or slipped(check))


def _is_the_difference(check: Weighed) -> bool:
    """Whether a rate is the printed difference of its two levels: from 148.3p to 139.9p, 8.4% less."""
    reported = check.candidate.reported
    levels = [f for k, f in check.figures.items() if k != key(reported)]
    if len(levels) != 2 or any(f.kind == "share" for f in levels):
        return False
    a, b = (printed(f) for f in levels)
    return levels[0].value * b == levels[1].value * a and a != b and abs(a - b) == abs(reported.value) * 100


def misprinted_operand(check: Weighed, known: dict[str, Figure]) -> bool:
    """Whether a change would be right if one of the figures it is worked out from had two digits swapped, one digit another, or its point moved; or is right in points, or but for a power of ten."""
    reported, left, right = check.candidate.reported, check.decision.left, check.decision.right
    if right.low is None or right.high is None:
        return False
    half = reported.resolution / 2
    about, low, high, around = map(nearly, (left.value, right.low, right.high, half))
    slack = 1e-9 * (abs(about) + abs(low) + abs(high))

    def near(times: float, margin: float) -> bool:
        # Floats only rule out what is far away.
        return low - margin - slack * (1 + times) <= about * times <= high + margin + slack * (1 + times)

    if check.candidate.tier == "A" or check.candidate.reason == WHOLE or check.candidate.rule in ("quotient", "product"):
        if any(near(times, around * times) and right.low - half * power <= left.value * power <= right.high + half * power for power, times in POWERS):
            return True
    if check.sign and any(place != key(reported) for place in check.sign):
        # From a loss of 2.6 to a profit of 1.1, up 1.5: one taken from the other.
        plain = weigh(check.candidate._replace(negated=frozenset()), known)
        if plain and abs(abs(plain.decision.right.value) - abs(left.value)) <= reported.resolution:
            return True
    own = list("".join([c for c in reported.text if c.isdigit() and c.isascii()]).lstrip("0"))
    if len(own) >= 2 and (whole := int("".join(own))):
        if any(near(number / whole, around) and right.low - half <= left.value * number / whole <= right.high + half for number in (*(_one_digit_off(own) if check.candidate.tier == "A" else ()), *_two_digits_swapped(own))):
            return True
    if check.candidate.rule == "point_change" and len(start_end := [nearly(f.value) for k, f in check.figures.items() if k != key(reported)]) == 2 and min(start_end) > 0:
        # From 8% to 10%, by 25 points: percent for points.
        first, last = start_end
        if any(abs(abs(b / a - 1) * 100 - abs(nearly(left.value))) <= 0.5 for a, b in ((first, last), (last, first))):
            return True
    levels = [f for _, values in check.candidate.operands for f in values if isinstance(f, Figure) and f is not reported]
    if check.candidate.rule == "growth" and len(levels) == 2 and all(f.kind == "share" for f in levels):
        gap = levels[1].value - levels[0].value
        if abs(abs(left.value) - abs(gap)) <= reported.resolution:
            return True
    if right.high - right.low > abs(left.value) * (1 + abs(right.value)):
        # Where the levels are known to few digits, nearly any slip would fit.
        return False
    tree = check.decision.relation.right
    rough = {k: nearly(f.value) * check.sign.get(k, 1) for k, f in check.figures.items()}
    told, meant = about, roughly(tree, rough)
    if not abs(meant - nearly(right.value)) <= 1e-6 * abs(meant):
        # Of several units: floats do not convert them.
        return False
    margin = nearly(reported.resolution) / 2 + 1e-9 * abs(told), nearly(right.high - right.low) / 2 / (1 + abs(meant))
    for place, figure in check.figures.items():
        digits = [c for c in figure.text if c.isdigit() and c.isascii()]
        number = int("".join(digits)) if digits else 0
        if figure is reported or place == key(reported) or not number or len(digits) < 2 or figure.kind == "year":
            continue
        follow = _following(tree, rough, place)
        variants = {*_two_digits_swapped(digits), *_one_digit_off(digits)} if len(digits) >= 3 else {*_two_digits_swapped(digits)}
        for times in (*(Fraction(v, number) for v in variants if v != number), *POWERS_OF_TEN):
            come = follow(times.numerator / times.denominator)
            if abs(come - told) <= margin[0] + 2 * margin[1] * (1 + abs(come)) and _comes_right(check, known, place, figure, times):
                return True
    return False


def _following(tree: Expression, values: dict[str, float], place: str) -> Callable[[float], float]:
    """What an expression comes to, as a function of how many times one of its figures is what it is.

    Sums, products and quotients in which a figure stands above and below the stroke once are (a + b·t) / (1 + d·t); three values of t give a, b and d.
    """

    def at(times: float) -> float:
        return roughly(tree, {**values, place: values[place] * times})

    one, two, three = at(1.0), at(2.0), at(3.0)
    below = 3 * three - 4 * two + one
    d = (2 * two - one - three) / below if below else 0.0
    b = two - one + d * (2 * two - one)
    a = one * (1 + d) - b

    def follow(times: float) -> float:
        stroke = 1 + d * times
        return (a + b * times) / stroke if stroke else math.nan

    half = at(0.5)
    return follow if abs(follow(0.5) - half) <= 1e-9 * (abs(half) + abs(one)) else at


def _comes_right(check: Weighed, known: dict[str, Figure], place: str, figure: Figure, times: Fraction) -> bool:
    """Whether a claim holds once one of its figures is another number."""
    other = figure._replace(value=figure.value * times, low=figure.low and figure.low * times, high=figure.high and figure.high * times)
    operands = tuple((role, tuple(other if isinstance(v, Figure) and v.start == figure.start else v for v in values)) for role, values in check.candidate.operands)
    again = weigh(check.candidate._replace(operands=operands), {**known, place: other})
    return again is not None and again.verdict != "mismatch"


def roughly(tree: Expression, values: dict[str, float]) -> float:
    """What an expression comes to in floats, each figure in its own unit; NaN where it comes to nothing."""
    if tree.op == "name":
        return values.get(tree.args[0], math.nan)
    if tree.op == "number":
        return nearly(tree.args[0].value)
    if tree.op == "points":
        return 100 * roughly(tree.args[0], values)
    first, second = (roughly(a, values) for a in tree.args)
    try:
        if tree.op == "+":
            return first + second
        if tree.op == "−":
            return first - second
        if tree.op == "×":
            return first * second
        if tree.op == "÷":
            return first / second
        return (first**second if tree.op == "^" else first ** (1 / second)) if first >= 0 else math.nan
    except (ZeroDivisionError, OverflowError):
        return math.nan


def _one_digit_off(digits: list[str]) -> Iterator[int]:
    """What a number would be with one digit that is another."""
    printed = int("".join(digits))
    for place, digit in enumerate(reversed(digits)):
        first = printed - int(digit) * 10**place
        yield from (first + other * 10**place for other in range(10))


def _two_digits_swapped(digits: list[str]) -> Iterator[int]:
    """What a number would be with two neighbouring digits swapped."""
    whole = int("".join(digits))
    for place, (left, right) in enumerate(zip(digits[-2::-1], digits[::-1])):
        yield whole + (int(right) - int(left)) * 9 * 10**place
