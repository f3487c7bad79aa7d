"""Findings: what each claim and each recorded figure comes to."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from . import lang as languages
from .binding import Binding, quantities, same_unit, shown_names
from .claimsfile import Claim, Entry, Text
from .document import Location, Span
from .expression import Expression, Quantity, Relation, Undecided, UnitError, evaluate, format_number, names, write
from .quotes import nearest
from .units import format_unit, unit_name

VERDICTS = ("consistent", "rounding", "mismatch", "changed", "unbound", "reworded", "undecided")
LEVELS = ("none", "note", "warning", "error")


class Stated(NamedTuple):
    """A quantity for print: what the report states, or what was computed, with the sum that gave it."""

    text: str
    value: Fraction
    low: Fraction | None
    high: Fraction | None
    unit: str
    sum: str = ""


class Finding(NamedTuple):
    """The outcome of one claim or recorded figure. `claim` is its id; `known` the reason it is pinned for, "" if it is not."""

    claim: str
    rule: str
    verdict: str
    level: str
    message: str
    reported: Stated | None
    computed: Stated | None
    location: Location
    related: tuple[tuple[str, Location], ...]
    known: str = ""
    steps: tuple[str, ...] = ()


class Decision(NamedTuple):
    """What one relation comes to: a verdict, and both sides in one unit."""

    verdict: str
    relation: Relation
    left: Quantity
    right: Quantity


def decide(relation: Relation, figures: dict[str, Quantity]) -> Decision:
    """First the values as printed, then the intervals, closed at both ends (XBRL Calculations 1.1). Raises Undecided, UnitError."""
    left, right = same_unit(evaluate(relation.left, figures), evaluate(relation.right, figures))
    rootless = _without_root(relation)
    if rootless:
        a, b = same_unit(evaluate(rootless.left, figures), evaluate(rootless.right, figures))
    else:
        a, b = left, right
    if relation.op == "=":
        holds = _within(b.value, a)
        possible = not (_above(a.low, b.high) or _above(b.low, a.high))
    else:
        strict = relation.op == "<"
        holds = a.value < b.value or not strict and a.value == b.value
        possible = a.low is None or b.high is None or a.low < b.high or not strict and a.low == b.high
    return Decision("consistent" if holds else "rounding" if possible else "mismatch", relation, left, right)


def _without_root(relation: Relation) -> Relation | None:
    """result = root(x, n) − 1 as (result + 1)^n = x, so that a verdict needs no root."""
    right = relation.right
    if relation.op == "=" and right.op == "−" and right.args[0].op == "root" and right.args[1].op == "number":
        radicand, degree = right.args[0].args
        return Relation("=", (relation.left + right.args[1]) ** degree, radicand)
    return None


def _within(value: Fraction, interval: Quantity) -> bool:
    return not _above(interval.low, value) and not _above(value, interval.high)


def _above(a: Fraction | None, b: Fraction | None) -> bool:
    return a is not None and b is not None and a > b


def findings(binding: Binding, language: str) -> tuple[Finding, ...]:
    """One finding for each claim, then one for each recorded figure, in the order of the file."""
    messages = languages.of(language).MESSAGES
    file = binding.plan.claims_file
    return (*(_claim_finding(binding, claim, messages) for claim in file.claims), *(_entry_finding(binding, entry, messages) for entry in file.entries))


# Claims


def _claim_finding(binding: Binding, claim: Claim, messages) -> Finding:
    own = [key for key, source in binding.plan.sources.items() if source.owner == claim.id]
    unbound = _unbound(binding, claim.id, claim.rule.id, [p for p, q in zip(claim.quote_places, claim.quotes)], claim.quotes, messages)
    if unbound:
        return unbound
    needed = list(dict.fromkeys(key for _, tree in binding.plan.operands[claim.id] for key in names(tree)))
    location, related = _places(binding, claim, needed)
    blank = Finding(claim.id, claim.rule.id, "undecided", "note", "", None, None, location, related)
    values = quantities(binding, needed)
    if values is None:
        missing = ", ".join(key for key in needed if binding.readings[key].quantity is None)
        return blank._replace(message=messages["undecided_unbound"].format(names=missing))
    try:
        decisions = [decide(relation, values) for relation in binding.plan.relations[claim.id]]
    except (Undecided, UnitError) as error:
        return blank._replace(message=messages["undecided"].format(reason=error))
    worst = max(decisions, key=lambda d: ("consistent", "rounding", "mismatch").index(d.verdict))
    finding = _decided(binding, claim, worst, blank, messages)
    if worst.verdict != "mismatch" and (wrong_way := _direction(binding, claim, values, messages)):
        finding = finding._replace(verdict="mismatch", message=wrong_way)
    elif worst.verdict == "mismatch" and claim.rule.moves and _constant_prices(binding, claim):
        text = messages["constant_prices"].format(sum=finding.computed.sum, computed=finding.computed.text)  # type: ignore[union-attr]
        return finding._replace(verdict="undecided", level="warning", message=text)
    return _levelled(binding, claim, finding, own, needed, messages)


def _levelled(binding: Binding, claim: Claim, finding: Finding, own: list[str], needed: list[str], messages) -> Finding:
    """Adds `changed`, the level, and what a pin makes of it. A mismatch outranks a change, a change everything else."""
    altered = [key for key in own if binding.readings[key].changed]
    touched = any(binding.readings[key].changed for key in needed)
    if finding.verdict == "mismatch":
        if claim.known and not touched:
            return finding._replace(level="note", known=claim.known, message=f"{finding.message}; {messages['known'].format(reason=claim.known)}")
        return finding._replace(level="error" if altered else claim.level)
    if altered:
        return _changed(binding, finding, altered[0], messages)
    if claim.known:
        return finding._replace(level="warning", message=messages["pin_gone"])
    if finding.verdict == "rounding":
        return finding._replace(level="warning" if touched else "note")
    return finding._replace(level="none")


def _changed(binding: Binding, finding: Finding, key: str, messages) -> Finding:
    reading = binding.readings[key]
    assert binding.document is not None and reading.quantity is not None
    text = messages["changed"].format(attested=reading.attested_text, reported=reading.text)
    return finding._replace(verdict="changed", level="error", message=text, location=binding.document.location(reading.spans[0]),
                            reported=_stated(reading.text, reading.quantity), computed=_stated(reading.attested_text, reading.attested))


def _decided(binding: Binding, claim: Claim, decision: Decision, blank: Finding, messages) -> Finding:
    relation, left, right = decision.relation, decision.left, decision.right
    shown = dict(shown_names(binding, dict.fromkeys(names(relation.right))))
    shown |= {key: text for key, text in shown_names(binding, dict.fromkeys(names(relation.left))).items() if key not in shown}
    pure = relation.left.op == "name"
    like = binding.readings[relation.left.args[0]].text if pure else next((binding.readings[k].text for k in names(relation.left)), "")
    left_text = binding.readings[relation.left.args[0]].text if pure else write(relation.left, shown)
    right_sum = write(relation.right, shown)
    computed = show(right, like, left)
    if relation.op == "=":
        kind = decision.verdict
        message = messages[kind].format(sum=right_sum, computed=computed, reported=left_text if pure else f"{left_text} = {show(left, like, left)}")
        if right_sum == computed:
            message = message.replace(f"{right_sum} = {computed}", computed, 1)
    else:
        bare = {key: binding.readings[key].text for key in [*names(relation.left), *names(relation.right)]}
        message = messages[f"bound_{decision.verdict}"].format(left=write(relation.left, bare), op=relation.op, right=write(relation.right, bare),
                                                               left_value=show(left, like, left), right_value=computed)
    right_bare = write(relation.right, {key: binding.readings[key].text for key in names(relation.right)} if relation.op != "=" else shown)
    return blank._replace(verdict=decision.verdict, message=message, reported=_stated(left_text, left), computed=_stated(computed, right, right_bare))


def _direction(binding: Binding, claim: Claim, values: dict[str, Quantity], messages) -> str:
    """A message if the verb before a value points the other way than the figures go, "" if not."""
    trees = binding.plan.operands[claim.id]
    if claim.rule.heading:
        pairs = list(zip((tree for _, tree in trees), (tree for _, tree in trees[1:])))
    elif claim.rule.moves:
        roles: dict[str, Expression] = dict(trees)
        pairs = [(roles[claim.rule.moves[0]], roles[claim.rule.moves[1]])]
    else:
        return ""
    shown = {key: binding.readings[key].text for key in values}
    for base_tree, value_tree in pairs:
        figure = binding.readings[value_tree.args[0]].figure if value_tree.op == "name" else None
        base, value = evaluate(base_tree, values), evaluate(value_tree, values)
        gone = claim.rule.heading or (value.value > base.value) - (value.value < base.value)
        if figure is None or figure.kind == "year" or not gone or gone != -figure.direction:
            continue
        verb, actual = (messages["rising"], messages["falling"]) if figure.direction > 0 else (messages["falling"], messages["rising"])
        return messages["direction"].format(verb=verb, actual=actual, base=write(base_tree, shown), value=write(value_tree, shown))
    return ""


def _constant_prices(binding: Binding, claim: Claim) -> bool:
    if binding.document is None:
        return False
    chinese = binding.document.chinese
    words = languages.of("zh" if chinese else "en").CONSTANT_PRICES
    for key, source in binding.plan.sources.items():
        if source.owner == claim.id and source.role == claim.rule.signed and binding.readings[key].spans:
            span = binding.readings[key].spans[0]
            sentence = binding.document.sentence_at(span.start)
            clause = binding.document.text[max(sentence.start, span.start - 40) : min(sentence.end, span.end + 12)].lower()
            return any(word in clause for word in words)
    return False


def _places(binding: Binding, claim: Claim, needed: list[str]) -> tuple[Location, tuple[tuple[str, Location], ...]]:
    """Where the stated figure stands, and the places of the others by role."""
    if binding.document is None:
        return _in_file(binding, claim.place), ()
    related: list[tuple[str, Location]] = []
    for role, tree in binding.plan.operands[claim.id]:
        for key in names(tree):
            for span in binding.readings[key].spans[:1]:
                place = binding.document.location(span)
                if (role, place) not in related:
                    related.append((role, place))
    stated = next((key for relation in binding.plan.relations[claim.id] for key in names(relation.left)), None)
    # The place of a finding is a figure of the claim's own sentence where it has one.
    own = [key for key in needed if binding.plan.sources.get(key) and binding.plan.sources[key].owner == claim.id and binding.readings[key].spans]
    key = stated if stated and binding.readings[stated].spans and (stated in own or not own) else own[0] if own else stated
    if key and binding.readings[key].spans:
        location = binding.document.location(binding.readings[key].spans[0])
        return location, tuple((r, p) for r, p in related if p != location)
    return _in_file(binding, claim.place), tuple(related)


def _in_file(binding: Binding, place: Text) -> Location:
    return Location(binding.plan.claims_file.path, place.line, place.column, Span(0, len(place.text)), place.text)


def _unbound(binding: Binding, owner: str, rule: str, places, quotes, messages) -> Finding | None:
    if binding.document is None or binding.index is None:
        return None
    for place, quote in zip(places, quotes):
        found = binding.matches.get(id(quote))
        if found is None:
            from .quotes import match

            found = match(quote, binding.index)
        if id(quote) in binding.disagreeing:
            spans = [Span(m.start, m.end) for m in found]
            said = " / ".join(" ".join(binding.document.text[s.start : s.end] for s in m.spans) for m in found)
            message = messages["unbound_several"].format(texts=said)
        elif not found:
            spans, message = list(nearest(quote, binding.index)), messages["unbound"]
        else:
            continue
        related = tuple(("nearest", binding.document.location(span)) for span in spans)
        return Finding(owner, rule, "unbound", "error", message, None, None, _in_file(binding, place), related)
    return None


# Recorded figures


def _entry_finding(binding: Binding, entry: Entry, messages) -> Finding:
    keys = binding.plan.mentions[entry.id]
    rule = "equal" if len(keys) > 1 else "recorded"
    pairs = [(place, mention) for place, mention in zip(entry.places, entry.mentions) if not isinstance(mention, Text)]
    unbound = _unbound(binding, entry.id, rule, [p for p, _ in pairs], [q for _, q in pairs], messages)
    if unbound:
        return unbound
    read = [binding.readings[key] for key in keys]
    document = binding.document
    locations = tuple(document.location(span) for reading in read for span in reading.spans) if document else ()
    location = locations[0] if locations else _in_file(binding, entry.places[0])
    related = tuple(("mention", place) for place in locations[1:])
    bound = [r for r in read if r.quantity is not None]
    if len(bound) < len(read):
        missing = ", ".join(r.key for r in read if r.quantity is None)
        return Finding(entry.id, rule, "undecided", "note", messages["undecided_unbound"].format(names=missing), None, None, location, related)
    reported = _stated(bound[0].text, bound[0].quantity)  # type: ignore[arg-type]
    message = messages["mentions_agree"].format(count=len(locations)) if rule == "equal" else messages["recorded"]
    finding = Finding(entry.id, rule, "consistent", "none", message, reported, None, location, related)
    odd = next((r for r in bound[1:] if not _same(bound[0], r)), None)
    changed = next((r for r in bound if r.changed), None)
    if odd is not None:
        stray = changed or odd
        texts = " / ".join(dict.fromkeys(r.text for r in bound))
        others = tuple(("mention", place) for place in locations if document and place.span != stray.spans[0])
        where = document.location(stray.spans[0]) if document and stray.spans else location
        return finding._replace(verdict="mismatch", level="error", message=messages["mentions_differ"].format(texts=texts), location=where, related=others,
                                reported=_stated(stray.text, stray.quantity), computed=_stated(stray.attested_text, stray.attested))  # type: ignore[arg-type]
    if changed is not None:
        return _changed(binding, finding, changed.key if changed.key in keys else entry.id, messages)
    return finding


def _same(a, b) -> bool:
    """Mentions of equal precision must be equal; else their printed intervals must meet."""
    try:
        left, right = a.quantity, b.quantity.into(a.quantity.unit)
    except UnitError:
        return False
    widths = [None if q.low is None or q.high is None else q.high - q.low for q in (left, right)]
    if widths[0] == widths[1]:
        return left.value == right.value and (left.low, left.high) == (right.low, right.high)
    return not (_above(left.low, right.high) or _above(right.low, left.high))


# Print


def _stated(text: str, quantity: Quantity, sum_: str = "") -> Stated:
    return Stated(text, quantity.value, quantity.low, quantity.high, format_unit(quantity.unit), sum_)


_NUMBER = re.compile(r"\d[\d.,]*")


def show(quantity: Quantity, like: str, stated: Quantity) -> str:
    """A computed value in the print of the figure it stands against: 63.64% beside 63.6%, 1.58万户 beside 2.6万户."""
    number = _NUMBER.search(like)
    if number and stated.value and (printed := Fraction(number.group().rstrip(".,").replace(",", ""))):
        scale = abs(stated.value) / printed
        if scale.denominator == 1 and scale >= 1000 or scale in (Fraction(1, 100), Fraction(1, 1000)):
            tail = like[number.end() :]
            unit = re.match(r"[万亿千百兆]*", tail)
            if scale.denominator > 1:
                return format_number(quantity.value / scale, 4) + ("%" if scale == Fraction(1, 100) else "‰")
            if unit and unit.group():
                return format_number(quantity.value / scale, 4) + unit.group() + format_unit(quantity.unit)
    if not quantity.unit and stated.unit == () and "%" in like:
        return format_number(quantity.value * 100, 4) + "%"
    return format_number(quantity.value, 6) + unit_name(format_unit(quantity.unit), True)
