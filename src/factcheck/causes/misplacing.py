"""Repairs of what stands in a wrong place: a verb turned round, a level for an amount, a figure that belongs elsewhere, two that changed places."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from fractions import Fraction

from .. import lang as languages
from ..checks import Check, verdict_of
from ..document import Span
from ..expression import evaluate
from ..figures import Figure
from .cause import Repair
from .methods import pair, stated
from .recalculating import to_state
from .reprinting import valued
from .run import FAILS, Run, measured
from .trial import Change, Spot, reread

# The most figures that are exchanged in pairs.
PAIRED = 12


def redirected(run: Run, number: int) -> Iterator[Repair]:
    """The verb before a figure, or its sign, turned round."""
    case = run.cases[number]
    assert case is not None
    document = case.check.document
    if document is None or not (case.check.rule.moves or case.check.rule.heading or case.check.rule.signed):
        return
    words = languages.of("zh" if case.check.chinese else "en").OPPOSITES
    for key, spot in case.spots.items():
        figure = case.check.readings[key].figure
        assert figure is not None
        if figure.kind in ("year", "date", "ordinal"):
            continue
        start = figure.span.start
        before = document.text[max(start - 40, 0) : start]
        pattern = "|".join(sorted(words, key=len, reverse=True))
        found = list(re.finditer(pattern if case.check.chinese else rf"\b(?:{pattern})\b", before, re.I))
        if not found:
            continue
        verb = found[-1]
        other = words[verb.group().lower()]
        other = other.capitalize() if verb.group()[0].isupper() else other
        at = max(start - 40, 0) + verb.start()
        change = _turned(run, spot, Span(at, at + len(verb.group())), other)
        if change and (effect := run.effect((change,), number)):
            yield Repair("direction", (change,), effect[1], effect[0])


def _turned(run: Run, spot: Spot, span: Span, other: str) -> Change | None:
    figure, number, _ = run.figures[spot]
    check = run.cases[number].check  # type: ignore[union-attr]
    read = reread(check, figure, span, other)
    before = reread(check, figure, span, check.document.text[span.start : span.end])  # type: ignore[union-attr]
    if read is None or before is None or read.direction != -before.direction or not read.direction:
        return None
    return Change(spot, span, other, figure._replace(direction=read.direction), True)


def levels(run: Run, number: int) -> Iterator[Repair]:
    """A level printed as the amount it rose by."""
    case = run.cases[number]
    assert case is not None
    for relation in case.check.relations:
        found = pair(relation.right) if relation.op == "=" else None
        if found is None or found[0].op != "name" or case.check.rule.id not in ("growth", "cagr", "multiple"):
            continue
        value, base = found
        key = value.args[0]
        if key not in case.spots:
            continue
        try:
            target = evaluate(value + base, case.values).into(case.values[key].unit)
        except FAILS:
            continue
        if repaired := valued(run, number, key, target.value):
            yield Repair("to_for_by", (repaired[0],), Fraction(1), repaired[1], sum=value + base)


def stale(run: Run, number: int) -> Iterator[Repair]:
    """A figure that says what another place of the report says, or what followed from the attested figures."""
    case = run.cases[number]
    assert case is not None
    check = case.check
    yield from _left_behind(run, number)
    for key, spot in case.spots.items():
        figure = check.readings[key].figure
        assert figure is not None
        if figure.kind in ("date", "ordinal"):
            continue
        bounds = run.window(number, spot)
        if bounds is None or bounds[2] is None:
            continue
        value = bounds[2] * (-1 if case.values[key].value < 0 < figure.value else 1)
        family = run.around(check).get(measured(figure), [])
        twins = max(bisect_right(family, figure.value, key=lambda f: f.value) - bisect_left(family, figure.value, key=lambda f: f.value) - 1, 0)
        share = Fraction(twins, max(len(family) - 1, 2))
        if check.rule.id == "equal" and not twins:
            twins, share = 1, Fraction(1, 500)
        if twins and _has_equations(check) and (repaired := valued(run, number, key, value)):
            yield Repair("stale", (repaired[0],), share / max(len(case.spots), 1), repaired[1])


def _has_equations(check: Check) -> bool:
    return any(relation.op == "=" for relation in check.relations)


def _left_behind(run: Run, number: int) -> Iterator[Repair]:
    """The stated figure still says what the attested operands gave."""
    case = run.cases[number]
    assert case is not None
    check = case.check
    if not check.attested or not any(check.readings[key].changed for key in check.needed):
        return
    attested = {key: check.readings[key].attested for key in check.needed}
    for given in check.relations:
        for relation in stated(given):
            key = relation.left.args[0]
            try:
                if check.readings[key].changed or verdict_of(given, case.values) != "mismatch" or verdict_of(given, attested) == "mismatch":
                    continue
                target = to_state(run, number, relation)
            except FAILS:
                continue
            if target:
                yield Repair("stale", (target[0],), Fraction(1), target[2])


def swapped(run: Run, number: int) -> Iterator[Repair]:
    """Two figures of one kind in each other's place."""
    case = run.cases[number]
    assert case is not None
    document = case.check.document
    own = dict.fromkeys(case.spots.values())
    near = list(own)
    if document is not None:
        sentences = dict.fromkeys((spot[0], document.sentence_at(spot[1])) for spot in own)
        near += [spot for sentence in sentences for spot in run.sentences[sentence] if spot not in own]
    near = near[:PAIRED]
    pairs = []
    for i, a in enumerate(near):
        for b in near[i + 1 :]:
            one, other = run.figures[a][0], run.figures[b][0]
            if (a in own or b in own) and one.family == other.family and one.value != other.value and one.kind not in ("date", "ordinal"):
                pairs.append((a, b))
    for a, b in pairs:
        one, other = run.figures[a][0], run.figures[b][0]
        texts = (other.text, one.text) if a[0] == b[0] else ("", "")
        if one.unit == other.unit and one.unit and _bare(one) != _bare(other):
            texts = _bare_texts(one, other)
        quick = (_as(a, one, other, texts[0]), _as(b, other, one, texts[1]))
        if run.effect(quick, number) is None:
            continue
        changes = tuple(filter(None, (run.change(a, texts[0]), run.change(b, texts[1]))))
        if len(changes) == 2 and (effect := run.effect(changes, number)):
            yield Repair("swapped_items", changes, effect[1] / len(pairs), effect[0])


def _as(spot: Spot, figure: Figure, other: Figure, text: str) -> Change:
    """A figure that says what another says, in its own place."""
    read = figure._replace(text=text, value=abs(other.value) if figure.value >= 0 else -abs(other.value), resolution=other.resolution, low=other.low, high=other.high, unit=other.unit)
    return Change(spot, Span(figure.start, figure.end), text, read)


def _bare(figure: Figure) -> str:
    """What stands behind the number."""
    return figure.text[max(figure.number_end - figure.start, 0) :]


def _bare_texts(one: Figure, other: Figure) -> tuple[str, str]:
    """Only the numbers change places: 5万 and 10万元."""
    numbers = [f.text[: max(f.number_end - f.start, 0)] for f in (one, other)]
    return numbers[1] + _bare(one), numbers[0] + _bare(other)
