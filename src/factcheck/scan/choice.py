"""Which candidate a reported figure is judged by, and whether its disagreement is told."""

from __future__ import annotations

from fractions import Fraction

from ..exact import exceeds, minus, product
from ..expression import names
from ..figures import Figure
from .candidates import ACROSS, BY_NUMBER, ORDER, WHOLE, Candidate, Weighed, key, weigh
from .misprints import POWERS, explained, misprinted_operand

TWO = Fraction(2)
# From this distance on a whole sentence lies between.
SENTENCE_AWAY = 100


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
    limit = {"growth": 100, "cagr": 30, "difference": 30, "point_change": 100, "total": 3, "multiple": 5, "at_most": 30 if check.candidate.reason.endswith("of the year") else 10 if check.candidate.reason == "bound, of them" else 10**6 if check.candidate.reason.startswith("a rise") else 3}.get(check.candidate.rule, 3)
    if check.candidate.tier == "B":
        limit = Fraction(13, 10) if check.candidate.rule == "total" else max(limit // 3, 3)
    return ratio > limit


def _apart_by_powers(check: Weighed) -> bool:
    """Whether the two sides would meet but for a power of ten; of a part and its whole, in one breath, whether another scale would fit."""
    left, right, rule = check.decision.left, check.decision.right, check.candidate.rule
    if rule == "growth" and check.candidate.tier == "A" and None not in (left.low, left.high):
        sizes = [f.value for k, f in check.figures.items() if k != key(check.candidate.reported)]
        if len(sizes) == 2 and all(sizes) and all(f.scaled for k, f in check.figures.items() if k != key(check.candidate.reported)):
            # To 38.6 million from 37.1 thousand: another scale would fit.
            return any(left.low <= sign * (step * a / b - 1) <= left.high for a, b in (sizes, sizes[::-1]) for step in (Fraction(1000), Fraction(10**4), Fraction(10**6)) for sign in (1, -1))  # type: ignore[operator]
    if rule == "at_most":
        return check.candidate.tier == "A" and all(f.scaled and f.kind == "quantity" for f in check.figures.values()) and left.value > 100 * right.value
    if None in (left.low, left.high, right.low, right.high) or rule not in ("product", "quotient", "share") or not check.candidate.reported.scaled:
        return False
    return any(left.low <= right.high * p and right.low * p <= left.high for p, _ in POWERS)  # type: ignore[operator]


# How many times what is printed may be what was computed, or the other way round, for sure words and for others, where no slip explains it.
_PLAUSIBLE = {"growth": (3, 3), "cagr": (4, 3), "difference": (2, 2), "point_change": (5, 4), "multiple": (3, 3), "quotient": (100, 2), "product": (100, 2)}
# Pairs whose two ends no other words can mean.
_BOUND_TOGETHER = ("from–to", "to–from")


def implausible(check: Weighed) -> bool:
    """Whether a change differs from what was computed by more than people's mistakes do: it is likely that of another pair."""
    left, right = check.decision.left.value, check.decision.right.value
    if check.candidate.rule == "multiple" and (left > 1 > right > 0 or left < 1 < right):
        return not Fraction(4, 5) < left * right < Fraction(5, 4)
    limits = _PLAUSIBLE.get(check.candidate.rule)
    if not limits:
        return False
    if check.candidate.reason.startswith(_BOUND_TOGETHER):
        return abs(left) > 10 * abs(right) or abs(right) > 10 * abs(left)
    if left * right < 0 and not 4 * abs(left) <= 5 * abs(right) <= Fraction(25, 4) * abs(left):
        return True
    limit = limits[check.candidate.tier != "A"]
    return not (abs(left) <= limit * abs(right) and abs(right) <= limit * abs(left))


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


# Pairs whose words say which level came first, so that the other order cannot be meant.
_IN_ORDER = ("level–before", "level–base", "level–from", "level–year", "from–to", "to–from", "years")


def _may_confirm(check: Weighed, best: Weighed) -> bool:
    """Whether an agreement counts beside the likeliest candidate."""
    candidate, likeliest = check.candidate, best.candidate
    if likeliest.reason == WHOLE and likeliest.tier == "A" and best.verdict == "mismatch" and candidate.tier == "C" and candidate.distance >= BY_NUMBER:
        return False
    if candidate.rule == likeliest.rule == "total" and likeliest.tier == "A" and candidate.tier == "C" and best.verdict == "mismatch" and likeliest.reason == candidate.reason == "parts, total":
        # Of parts that are all named some do not make the total.
        return False
    if likeliest.tier == "A" and best.verdict == "mismatch" and candidate.tier == "C" and (candidate.distance >= BY_NUMBER and candidate.rule == "share" == likeliest.rule or check.verdict == "rounding"):
        # Of figures the words bind others that fit by number alone say nothing.
        return False
    if candidate.rule == "share" == likeliest.rule and best.verdict == "mismatch" and likeliest.tier == "B" and likeliest.reason.endswith(("of that very name", "of that name")) and candidate.distance >= BY_NUMBER and check.decision.right.value > best.decision.right.value:
        # 占全部研究生的19%: where the words name the whole no smaller one is meant.
        return False
    if likeliest.tier != "A" or candidate.rule == likeliest.rule:
        return True
    if candidate.distance >= BY_NUMBER:
        # Another rule that fits by number alone does not speak against a construction.
        return False
    # What a construction names no other rule may work out from the order of the figures.
    return not (likeliest.reason == WHOLE and best.verdict == "mismatch" and candidate.tier == "C")


def _as_if_rounded(check: Weighed, known: dict[str, Figure]) -> bool:
    """Whether two sides agree if counts that end in zeros were rounded to these: 1,230,100 is 25,100 more than 1,205,100."""
    rounded = {}
    for name, figure in check.figures.items():
        number = figure.value
        if number.denominator == 1 and number >= 10**4 and not figure.resolution and not figure.hedge:
            printed = str(number.numerator)
            zeros = len(printed) - len(printed.rstrip("0"))
            if 2 <= zeros <= len(printed) - 3:
                half = Fraction(10**zeros, 2)
                rounded[name] = figure._replace(low=number - half, high=number + half)
    if not rounded or check.candidate.rule not in ("growth", "difference", "total", "quotient", "product", "multiple"):
        return False
    again = weigh(check.candidate, {**known, **rounded})
    return again is not None and again.verdict != "mismatch"


def choose(candidates: list[Candidate], known: dict[str, Figure]) -> Weighed | None:
    """The one check of a reported figure: what agrees and is likely, else the likeliest disagreement if the words are sure of it."""
    # Of two levels that the words bind, the other order says nothing.
    said = len(candidates) > 1 and {_uses(c) for c in candidates if (c.tier == "A" or c.tier == "B" and "(A)" in c.reason) and (c.rule == "growth" or c.reason.startswith(_IN_ORDER))}
    ranked = sorted((c for c in candidates if c.tier != "C" or c.rule not in ("growth", "difference", "multiple", "point_change") or not said or _uses(c) not in said), key=lambda c: (c.tier, c.distance))[:16]
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
    if agreeing and all(c.candidate.tier == "C" and c.candidate.distance >= SENTENCE_AWAY and c.verdict == "rounding" for c in agreeing):
        # From another sentence, without words that bind it, and at the very edge of what was printed: by chance as likely as not.
        return None
    if agreeing:
        return min(agreeing, key=lambda c: (c.candidate.tier, ORDER.index(c.verdict) if c.candidate.tier != "A" else 0, c.candidate.distance))
    if best.candidate.tier == "C" and not doubtful and len({(abs((value := c.decision.right.value).numerator), value.denominator) for c in weighed}) <= 2 and (slipped := next((c for c in weighed if not c.candidate.loose and (c.candidate.distance < ACROSS or c.candidate.rule not in ("growth", "share", "multiple", "quotient")) and explained(c)), None)):
        return slipped
    if best.verdict == "mismatch" and best.candidate.rule == "share" and best.candidate.tier == "A" and not doubtful and far_off(best) and misprinted_operand(best, known):
        return best
    if best.verdict == "mismatch" and best.candidate.rule == "point_change" and best.candidate.tier == "A" and not doubtful and far_off(best) and misprinted_operand(best, known):
        # From 0.51% to 0.20%, 60.8 percentage points down: a rate called points.
        return best
    if best.verdict == "mismatch" and _as_if_rounded(best, known):
        return None
    if best.verdict == "mismatch" and implausible(best) and not (explained(best) or misprinted_operand(best, known)):
        return None
    if doubtful or best.verdict != "mismatch" or best.candidate.tier == "C" or not ((best.candidate.rule in ("total", "product") or best.candidate.rule == "quotient" and best.candidate.tier == "A") and sum(c.isdigit() for c in best.candidate.reported.text) >= 3 and explained(best)) and (far_off(best) or best.candidate.reason != WHOLE and any(far_off(c) for c in weighed if c.candidate.tier == best.candidate.tier)):
        return None
    return best
