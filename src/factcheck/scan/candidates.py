"""A candidate is one way to work out a stated figure; its tier says how sure the words are that it is the way.

A: a construction names every role. B: one role is marked and the other implied. C: only the order of the figures speaks for it.
A and B may alarm; C may only confirm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from ..checks import Decision, decide
from ..exact import exceeds, minus, product
from ..expression import Expression, Quantity, Relation, Undecided, UnitError, name, names
from ..figures import Figure
from ..rules import relate, rules
from ..units import COUNTED, Powers, dimension_of, format_unit, parse_unit

Operand = Figure | Expression


class Candidate(NamedTuple):
    """`operands` are figures or expressions over keys of figures; `reported` is the figure that is checked."""

    rule: str
    operands: tuple[tuple[str, tuple[Operand, ...]], ...]
    reported: Figure
    tier: str
    reason: str
    distance: int = 0
    negated: frozenset[str] = frozenset()
    blocked: str = ""
    units: tuple[tuple[int, str], ...] = ()
    loose: bool = False


class Weighed(NamedTuple):
    """A candidate that was chosen, with what it comes to."""

    candidate: Candidate
    verdict: str
    relations: tuple[Relation, ...]
    figures: dict[str, Figure]
    decision: Decision
    sign: dict[str, int]


def key(figure: Figure) -> str:
    return f"f{figure.start}"


def of(figure: Figure) -> Expression:
    return name(key(figure))


def _tree(operand: Operand, used: set[str]) -> Expression:
    """An operand as an expression, its keys among those used."""
    if isinstance(operand, Figure):
        used.add(place := key(operand))
        return name(place)
    used.update(names(operand))
    return operand


def quantity(figure: Figure, negative: bool = False) -> Quantity:
    unit: Powers = parse_unit(figure.unit)
    low, high = figure.low, figure.high
    if figure.kind in ("multiple", "share") and not figure.resolution and (not any(c.isdigit() for c in figure.text) or _IN_SO_MANY.search(figure.text)):
        low, high = _loosely(figure)
    value = Quantity(figure.value, low, high, unit)
    if negative:
        value = Quantity(-figure.value, None if high is None else -high, None if low is None else -low, unit)
    return value


_YEARLY = ("/年", "/月", "/天", "/周")
WORDED = Fraction(1, 20)
_IN_SO_MANY = re.compile(r"\d (?:in|of|out of) ")


def _loosely(figure: Figure) -> tuple[Fraction | None, Fraction | None]:
    """What doubled, halved, a third, 翻一番 and 一半 allow: one part in twenty to each side, and a hedge on top. More than halved is less than a half."""
    low, high = figure.value * (1 - WORDED), figure.value * (1 + WORDED)
    if figure.hedge_kind in ("over", "at_least", "some_over"):
        return (Fraction(0), high) if figure.kind == "multiple" and figure.value < 1 else (low, None if figure.kind == "multiple" else figure.value * Fraction(3, 2))
    if figure.hedge_kind in ("nearly", "under", "at_most"):
        return figure.value * Fraction(4, 5), high
    if figure.hedge_kind == "about":
        return figure.value * Fraction(9, 10), figure.value * Fraction(11, 10)
    return low, high


def _counted(unit: Powers) -> Iterator[str]:
    return (dimension_of(symbol) for symbol, _ in unit)


_ORDER = ("consistent", "rounding", "mismatch")


def weigh(candidate: Candidate, known: dict[str, Figure]) -> Weighed | None:
    """What a candidate comes to; None if it cannot be worked out."""
    operands: dict[str, Expression | tuple[Expression, ...]] = {}
    rule = rules()[candidate.rule]
    used: set[str] = set()
    for role, values in candidate.operands:
        trees = [_tree(v, used) for v in values]
        operands[role] = tuple(trees) if role == rule.listed else trees[0]
    try:
        relations = relate(rule, operands)
        figures = {k: known[k] for k in used}
        signs = dict.fromkeys(used & candidate.negated, -1) if candidate.negated else {}
        for start, unit in candidate.units:
            figure = figures.get(f"f{start}")
            if figure is not None:
                figures[f"f{start}"] = figure._replace(unit=figure.unit.partition("/")[0] + (unit and f"/{unit}"))
        try:
            values = {k: quantity(f, k in signs) for k, f in figures.items()}
            decisions = [decide(relation, values) for relation in relations]
        except UnitError:
            # 675 billion a year for 331 million people are 2,000 a head: of a year too.
            given = {f"f{start}" for start, _ in candidate.units} if candidate.rule in ("quotient", "product") else set()
            rated = candidate.rule in ("quotient", "product")
            kept = {k for k, f in figures.items() if k in given or rated and not f.unit.endswith(_YEARLY)}
            figures = {k: f if k in kept else f._replace(unit=f.unit.partition("/")[0]) for k, f in figures.items()}
            values = {k: quantity(f, k in signs) for k, f in figures.items()}
            try:
                # Things counted do not tell one rate from another.
                plain = {k: q._replace(unit=tuple((symbol, n) for symbol, n in q.unit if dimension_of(symbol) not in COUNTED)) for k, q in values.items()} if given else {}
                decisions = [decide(relation, plain) for relation in relations] if given else []
                values = plain if decisions else values
            except UnitError:
                decisions = []
            if not decisions:
                bare = any(not q.unit for k, q in values.items() if k != key(candidate.reported)) or not candidate.reported.unit
                values = {k: q._replace(unit=()) if set(_counted(q.unit)) <= COUNTED or bare and candidate.rule != "product" else q for k, q in values.items()}
                decisions = [decide(relation, values) for relation in relations]
            figures = {k: _measured(f, values[k]) for k, f in figures.items()}
    except (Undecided, UnitError, ZeroDivisionError, OverflowError):
        return None
    worst = decisions[0] if len(decisions) == 1 else max(decisions, key=lambda d: _ORDER.index(d.verdict))
    return Weighed(candidate, worst.verdict, tuple(relations), figures, worst, signs)


def _measured(figure: Figure, value: Quantity) -> Figure:
    """The figure with the unit it was weighed in: what is counted may have been left out."""
    return figure if parse_unit(figure.unit) == value.unit else figure._replace(unit=format_unit(value.unit))


def _other_way(check: Weighed) -> bool:
    """Whether a change is said to go one way and what was computed goes the other, by another amount: it is of another pair."""
    left, right = check.decision.left.value, check.decision.right.value
    if check.candidate.rule == "multiple" and right:
        return (left > 1 > right or left < 1 < right) and not Fraction(4, 5) < left * right < Fraction(5, 4)
    return False


def far_off(check: Weighed) -> bool:
    """Whether the two sides are so far apart that the binding is in doubt: over 3 times for shares and quotients, over 100 times for changes, powers of ten apart."""
    left, right = abs(check.decision.left.value), abs(check.decision.right.value)
    if not left or not right:
        return check.candidate.tier != "A"
    ratio = left / right if left > right else right / left
    if _apart_by_powers(check):
        return False
    hundredths, over = 100 * ratio.numerator, ratio.denominator
    for power in (10, 100, 1000, 10**4, 10**6, 10**8):
        if 97 * power * over < hundredths < 103 * power * over:
            return False
    if abs(abs(left - right) - 1) < Fraction(1, 200) and check.decision.left.unit == ():
        return False
    limit = {"growth": 100, "cagr": 30, "difference": 30, "point_change": 100, "total": 3, "multiple": 5, "at_most": 30 if check.candidate.reason.endswith("of the year") else 3}.get(check.candidate.rule, 3)
    if check.candidate.tier == "B":
        limit = Fraction(13, 10) if check.candidate.rule == "total" else max(limit // 3, 3)
    return ratio > limit


def _apart_by_powers(check: Weighed) -> bool:
    """Whether the two sides would meet but for a power of ten; of a part and its whole, in one breath, whether another scale would fit."""
    left, right, rule = check.decision.left, check.decision.right, check.candidate.rule
    if rule == "growth" and check.candidate.tier == "A" and None not in (left.low, left.high):
        sizes = [f.value for k, f in check.figures.items() if k != key(check.candidate.reported)]
        if len(sizes) == 2 and all(f.scaled for k, f in check.figures.items() if k != key(check.candidate.reported)):
            # To 38.6 million from 37.1 thousand: another scale would fit.
            return any(left.low <= sign * (step * a / b - 1) <= left.high for a, b in (sizes, sizes[::-1]) for step in (Fraction(1000), Fraction(10**4), Fraction(10**6)) for sign in (1, -1))  # type: ignore[operator]
    if rule == "at_most":
        return check.candidate.tier == "A" and all(f.scaled and f.kind == "quantity" for f in check.figures.values()) and left.value > 100 * right.value
    if None in (left.low, left.high, right.low, right.high) or rule not in ("product", "quotient", "share") or not check.candidate.reported.scaled:
        return False
    return any(left.low <= right.high * p and right.low * p <= left.high for p, _ in POWERS)  # type: ignore[operator]


# From here on a whole sentence lies between: too far for a ratio without words that bind it.
ACROSS = 200
ONE, TWO = Fraction(1), Fraction(2)
POWERS = tuple((power, float(power)) for n in range(1, 5) for power in (Fraction(10**n), Fraction(1, 10**n)))


def _nearly(value: Fraction) -> float:
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
    nearly_left, nearly_low, nearly_high, nearly_half = map(_nearly, (left.value, right.low, right.high, half))

    def far(about: float, times: float = 1.0) -> bool:
        # Floats only rule out what is far away.
        margin = nearly_half * times
        slack = 1e-9 * (abs(about) + margin)
        return about < nearly_low - margin - slack - abs(nearly_low) * 1e-9 or about > nearly_high + margin + slack + abs(nearly_high) * 1e-9

    def fits(value: Fraction, times: Fraction = ONE) -> bool:
        return not far(_nearly(value), _nearly(times)) and right.low - half * times <= value <= right.high + half * times  # type: ignore[operator]

    def misprinted(meant: Iterable[int]) -> bool:
        printed = int("".join(digits))
        return printed != 0 and any(number != printed and not far(nearly_left * (number / printed)) and fits(left.value * number / printed) for number in meant)

    # Where the rest is known to few digits, nearly any slip would fit.
    if check.candidate.tier == "C" and right.high - right.low > abs(right.value) / 20:
        return False
    if (check.candidate.tier != "C" or check.candidate.rule not in ("growth", "cagr", "difference") or len(digits) > 2) and any(not far(nearly_left * nearly_power, nearly_power) and fits(left.value * power, power) for power, nearly_power in POWERS):
        return True
    if left.unit == () and check.candidate.rule in ("growth", "multiple", "share") and len(digits) >= 3 and (fits(left.value + 1) or fits(left.value - 1)):
        return True
    if check.candidate.rule == "growth" and right.value != -1 and len(digits) >= 3:
        wrong = right.value / (1 + right.value)
        if abs(left.value - wrong) <= half:
            return True
    if len(digits) >= 4 and check.candidate.rule in ("growth", "difference", "point_change", "share", "quotient") and right.high - right.low <= 2 * (2 * half or abs(left.value / reported.value)):
        # One digit in four wrong, where the rest is known to as many digits: a chance of one in 100 that it is none.
        if misprinted(_one_digit_off(digits)):
            return True
    return len(digits) >= 3 and misprinted(_two_digits_swapped(digits))


def _one_digit_off(digits: list[str]) -> Iterator[int]:
    """What a number would be with one digit that is another."""
    printed = int("".join(digits))
    for place, digit in enumerate(reversed(digits)):
        first = printed - int(digit) * 10**place
        yield from (first + other * 10**place for other in range(10))


def _two_digits_swapped(digits: list[str]) -> Iterator[int]:
    """What a number would be with two neighbouring digits swapped."""
    printed = int("".join(digits))
    for place, (left, right) in enumerate(zip(digits[-2::-1], digits[::-1])):
        yield printed + (int(right) - int(left)) * 9 * 10**place


def telling(check: Weighed) -> bool:
    """Whether an agreement says anything: with wide or open intervals (7亿余元, over 5 million) nearly every number agrees."""
    decision = check.decision
    if decision.relation.op != "=":
        return True
    left, right = decision.left, decision.right
    if None not in (left.low, left.high, right.low, right.high) and not exceeds(product(TWO, minus(right.high, right.low)), abs(right.value)):  # type: ignore[arg-type]
        return True
    if check.candidate.rule == "share" and not any(c.isdigit() for c in check.candidate.reported.text) and Fraction(4, 5) < left.value / (right.value or 1) < Fraction(5, 4):
        return True
    return check.candidate.tier != "C" and left.value * right.value > 0 and Fraction(2, 3) < left.value / right.value < Fraction(3, 2)


def _uses(candidate: Candidate) -> frozenset[str]:
    """The keys of the figures of a candidate."""
    return frozenset(k for _, values in candidate.operands for v in values for k in ([key(v)] if isinstance(v, Figure) else names(v)))


# From this distance on only kind and number speak for a candidate.
BY_NUMBER = 60
# The reason of a candidate whose every role a construction of the language names.
WHOLE = "construction"


# Pairs whose words say which level came first, so that the other order cannot be meant.
_IN_ORDER = ("level–before", "level–from", "from–to", "to–from", "years")


def _may_confirm(check: Weighed, best: Weighed) -> bool:
    """Whether an agreement counts beside the likeliest candidate."""
    candidate, likeliest = check.candidate, best.candidate
    if likeliest.tier != "A" or candidate.rule == likeliest.rule:
        return True
    if candidate.distance >= BY_NUMBER:
        # Another rule that fits by number alone does not speak against a construction.
        return False
    # What a construction names no other rule may work out from the order of the figures.
    return not (likeliest.reason == WHOLE and best.verdict == "mismatch" and candidate.tier == "C")


def choose(candidates: list[Candidate], known: dict[str, Figure]) -> Weighed | None:
    """The one check of a reported figure: what agrees and is likely, else the likeliest disagreement if the words are sure of it."""
    # Of two levels that the words bind, the other order says nothing.
    said = len(candidates) > 1 and {_uses(c) for c in candidates if c.tier == "A" and (c.rule == "growth" or c.reason.startswith(_IN_ORDER))}
    ranked = sorted((c for c in candidates if c.tier != "C" or c.rule not in ("growth", "difference", "multiple") or not said or _uses(c) not in said), key=lambda c: (c.tier, c.distance))[:16]
    weighed: list[Weighed] = []
    agreeing: list[Weighed] = []
    for candidate in ranked:
        if agreeing and agreeing[0].candidate.tier == "A" != candidate.tier:
            break
        check = weigh(candidate, known)
        if not check:
            continue
        weighed.append(check)
        agrees = check.verdict != "mismatch" and telling(check)
        # What a whole construction confirms needs no rival.
        if agrees and candidate.tier == "A" and check.verdict == "consistent" and not candidate.blocked:
            return check
        if agrees and _may_confirm(check, weighed[0]):
            agreeing.append(check)
            if candidate.tier != "A" and check.verdict == "consistent":
                # Of a less likely one no more than this can be said.
                break
    if not weighed:
        return None
    best = weighed[0]
    if not agreeing and best.verdict != "mismatch":
        return None
    doubtful = any(c.candidate.blocked for c in weighed if c.candidate.tier <= best.candidate.tier)
    if agreeing:
        return min(agreeing, key=lambda c: (c.candidate.tier, _ORDER.index(c.verdict) if c.candidate.tier != "A" else 0, c.candidate.distance))
    if best.candidate.tier == "C" and not doubtful and len({(abs((value := c.decision.right.value).numerator), value.denominator) for c in weighed}) <= 2 and (slipped := next((c for c in weighed if not c.candidate.loose and (c.candidate.distance < ACROSS or c.candidate.rule not in ("growth", "share", "multiple", "quotient")) and explained(c)), None)):
        return slipped
    if best.verdict == "mismatch" and _other_way(best):
        best = next((c for c in weighed if c.candidate.tier == best.candidate.tier and not _other_way(c)), None)
        if best is None:
            return None
    if doubtful or best.verdict != "mismatch" or best.candidate.tier == "C" or not ((best.candidate.rule in ("total", "product") or best.candidate.rule == "quotient" and best.candidate.tier == "A") and sum(c.isdigit() for c in best.candidate.reported.text) >= 3 and explained(best)) and (far_off(best) or best.candidate.reason != WHOLE and any(far_off(c) for c in weighed if c.candidate.tier == best.candidate.tier)):
        return None
    return best
