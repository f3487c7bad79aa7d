"""Findings: what each check, each recorded figure and each quote that fits nowhere comes to."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from . import lang as languages
from .binding import Binding, check, in_file
from .checks import Check, Decision, Reading, agree, decide, misdirected, quantities, shown_names
from .claimsfile import Entry, Text
from .document import Location, Span
from .expression import Expression, Quantity, Undecided, UnitError, names, write
from .notation import computed_text
from .quotes import nearest
from .rules import rules
from .units import format_unit

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


class Cause(NamedTuple):
    """One explanation of a mismatch, tested: with `suggestion` in place of the characters of `span` the check holds.

    `figure` is the role of the blamed figure, or its name where another claim holds it; `place` is where it stands, None without a report.
    `sum` is the calculation: what was worked out by mistake, or what holds after the repair. `more` are further places to change with it, each with its text;
    `weight` says how likely it is beside the other causes.
    """

    kind: str
    figure: str
    suggestion: str
    message: str
    span: Span | None = None
    weight: Fraction = Fraction(0)
    sum: str = ""
    place: Location | None = None
    more: tuple[tuple[Span, str], ...] = ()


class Finding(NamedTuple):
    """The outcome of one claim or recorded figure. `claim` is its id; `known` the reason it is pinned for, "" if it is not.

    `report` is the path of the report it was checked in, "" if only the attested values were; an unbound claim has its place in the claims file.
    `causes` explain a mismatch, best first; `decided` if the best one leaves little doubt.
    """

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
    report: str = ""
    causes: tuple[Cause, ...] = ()
    decided: bool = False


def findings(binding: Binding, language: str) -> tuple[Finding, ...]:
    """One finding for each claim, then one for each recorded figure, in the order of the file."""
    return tuple(finding for _, finding in checked(binding, language))


def checked(binding: Binding, language: str) -> tuple[tuple[Check | None, Finding], ...]:
    """The findings, each with the check it comes from; None for a recorded figure with one mention, and for what is not bound."""
    messages = languages.of(language).MESSAGES
    file = binding.plan.claims_file
    found: list[tuple[Check | None, Finding]] = []
    for claim in file.claims:
        quotes = list(zip(claim.quote_places, claim.quotes))
        unbound = _unbound(binding, claim.id, claim.rule.id, quotes, messages)
        made = check(binding, claim)
        found.append((None, unbound) if unbound else (made, _reworded(binding, claim.quotes, check_finding(made, messages), messages)))
    for entry in file.entries:
        quotes = [(place, mention) for place, mention in zip(entry.places, entry.mentions) if not isinstance(mention, Text)]
        rule = "equal" if len(binding.plan.mentions[entry.id]) > 1 else "recorded"
        unbound = _unbound(binding, entry.id, rule, quotes, messages)
        finding = unbound or _entry_finding(binding, entry, rule, messages)
        found.append((None if unbound else _mentions(binding, entry), _reworded(binding, [quote for _, quote in quotes], finding, messages)))
    report = binding.document.path if binding.document else ""
    return tuple((made, finding._replace(report=report)) for made, finding in found)


# Quotes


def _unbound(binding: Binding, owner: str, rule: str, quotes, messages) -> Finding | None:
    document, index = binding.document, binding.index
    if document is None or index is None:
        return None
    for place, quote in quotes:
        placement = binding.placement(quote)
        if placement.disagree:
            spans = [Span(m.start, m.end) for m in placement.matches]
            said = " / ".join(" ".join(document.text[s.start : s.end] for s in m.spans) for m in placement.matches)
            message = messages["unbound_several"].format(texts=said)
        elif not placement.matches and any(slot.figure or slot.words for slot in quote.slots):
            spans, message = list(nearest(quote, index)), messages["unbound"]
        else:
            continue
        related = tuple(("nearest", document.location(span)) for span in spans)
        return Finding(owner, rule, "unbound", "error", message, None, None, in_file(binding.plan, place), related)
    return None


def _reworded(binding: Binding, quotes, finding: Finding, messages) -> Finding:
    """A sentence in other words that still holds all the attested figures is warned about."""
    if finding.verdict not in ("consistent", "rounding") or not any(binding.placement(quote).reworded for quote in quotes):
        return finding
    return finding._replace(verdict="reworded", level="warning", message=f"{messages['reworded']}; {finding.message}")


# Checks


def check_finding(check: Check, messages) -> Finding:
    """What the relations of a check come to, with the sum that shows it."""
    location, related = _places(check)
    blank = Finding(check.claim, check.rule.id, "undecided", "note", "", None, None, location, related)
    values = quantities(check.readings, check.needed)
    if values is None:
        missing = ", ".join(key for key in check.needed if check.readings[key].quantity is None)
        return blank._replace(message=messages["undecided_unbound"].format(names=missing))
    try:
        decisions = [decide(relation, values, mixed=True) for relation in check.relations]
    except (Undecided, UnitError) as error:
        return blank._replace(message=messages["undecided"].format(reason=error))
    worst = max(decisions, key=lambda d: ("consistent", "rounding", "mismatch").index(d.verdict))
    finding = _decided(check, worst, blank, messages)
    if worst.verdict != "mismatch" and (wrong_way := _direction(check, values, messages)):
        finding = finding._replace(verdict="mismatch", message=wrong_way)
    elif worst.verdict == "mismatch" and check.rule.moves and _constant_prices(check):
        text = messages["constant_prices"].format(sum=f"{finding.computed.sum} = {finding.computed.text}")  # type: ignore[union-attr]
        return finding._replace(verdict="undecided", level="warning", message=text)
    return _levelled(check, finding, messages)


def _levelled(check: Check, finding: Finding, messages) -> Finding:
    """Adds `changed`, the level, and what a pin makes of it. A mismatch outranks a change, a change everything else."""
    touched = any(check.readings[key].changed for key in check.needed)
    altered = [key for key in check.own if check.readings[key].changed] if check.attested else []
    if finding.verdict == "mismatch":
        if check.known and not touched:
            return finding._replace(level="note", known=check.known, message=f"{finding.message}; {messages['known'].format(reason=check.known)}")
        return finding._replace(level="error" if altered else check.level)
    if altered:
        return _changed(check.document, finding, check.readings[altered[0]], messages)
    if check.known:
        return finding._replace(level="warning", message=messages["pin_gone"])
    if finding.verdict == "rounding":
        return finding._replace(level="warning" if touched and check.attested else "note")
    return finding._replace(level="none")


def _changed(document, finding: Finding, reading: Reading, messages) -> Finding:
    assert document is not None and reading.quantity is not None
    text = messages["changed"].format(attested=reading.attested_text, reported=reading.text)
    return finding._replace(verdict="changed", level="error", message=text, location=document.location(reading.spans[0]),
                            reported=_stated(reading.text, reading.quantity), computed=_stated(reading.attested_text, reading.attested))


def _decided(check: Check, decision: Decision, blank: Finding, messages) -> Finding:
    relation, left, right = decision.relation, decision.left, decision.right
    readings = check.readings
    shown = dict(shown_names(readings, dict.fromkeys(names(relation.right))))
    shown |= {key: text for key, text in shown_names(readings, dict.fromkeys(names(relation.left))).items() if key not in shown}
    pure = relation.left.op == "name"
    like = next((readings[key].figure for key in names(relation.left)), None)
    left_text = readings[relation.left.args[0]].text if pure else write(relation.left, shown)
    if pure and left.value < 0 and like and like.value > 0:
        left_text = f"−{left_text}"
    right_sum = write(relation.right, shown)
    computed = computed_text(right, like, check.chinese)
    if relation.op == "=":
        reported = left_text if pure else f"{left_text} = {computed_text(left, like, check.chinese)}"
        total = computed if right_sum == computed else f"{right_sum} = {computed}"
        message = messages[decision.verdict].format(sum=total, reported=reported)
        bare = shown
    else:
        bare = {key: readings[key].text for key in [*names(relation.left), *names(relation.right)]}
        message = messages[f"bound_{decision.verdict}"].format(left=write(relation.left, bare), op=relation.op, right=write(relation.right, bare),
                                                               left_value=computed_text(left, like, check.chinese), right_value=computed)
    return blank._replace(verdict=decision.verdict, message=message, reported=_stated(left_text, left), computed=_stated(computed, right, write(relation.right, bare)))


def _direction(check: Check, values: dict[str, Quantity], messages) -> str:
    """A message if the verb before a value points the other way than the figures go, "" if not."""
    wrong = misdirected(check, values)
    if wrong is None:
        return ""
    base, value, direction = wrong
    shown = {key: check.readings[key].text for key in values}
    verb, actual = (messages["rising"], messages["falling"]) if direction > 0 else (messages["falling"], messages["rising"])
    return messages["direction"].format(verb=verb, actual=actual, base=write(base, shown), value=write(value, shown))


def _constant_prices(check: Check) -> bool:
    """Whether the words around the rate say that it is not one of nominal levels."""
    if check.document is None:
        return False
    words = languages.of("zh" if check.chinese else "en").CONSTANT_PRICES
    for role, tree in check.operands:
        for key in names(tree):
            if role == check.rule.signed and key in check.own and check.readings[key].spans:
                span = check.readings[key].spans[0]
                sentence = check.document.sentence_at(span.start)
                clause = check.document.text[max(sentence.start, span.start - 40) : min(sentence.end, span.end + 12)].lower()
                return any(word in clause for word in words)
    return False


def _places(check: Check) -> tuple[Location, tuple[tuple[str, Location], ...]]:
    """Where the stated figure stands, and the places of the others by role."""
    document, readings = check.document, check.readings
    if document is None:
        return check.place, ()
    stated = next((key for relation in check.relations for key in names(relation.left)), None)
    # The place of a finding is a figure of the claim's own sentence where it has one.
    own = [key for key in check.needed if key in check.own and readings[key].spans]
    key = stated if stated and readings[stated].spans and (stated in own or not own) else own[0] if own else stated
    home = readings[key].spans[0] if key and readings[key].spans else None
    related: dict[tuple[str, Location], None] = {}
    for role, tree in check.operands:
        for spans in (readings[name].spans for name in names(tree)):
            if spans:
                # Of several mentions of one figure the nearest, a place where the others can be seen with it.
                nearest_mention = min(spans, key=lambda span: abs(span.start - home.start)) if home else spans[0]
                related[role, document.location(nearest_mention)] = None
    if home is None:
        return check.place, tuple(related)
    location = document.location(home)
    return location, tuple((r, p) for r, p in related if p != location)


# Recorded figures


def _mentions(binding: Binding, entry: Entry) -> Check | None:
    """The check that the mentions of a figure agree."""
    keys = binding.plan.mentions[entry.id]
    if len(keys) < 2:
        return None
    trees = tuple(Expression("name", key) for key in keys)
    return Check(entry.id, rules()["equal"], tuple(trees[0] == tree for tree in trees[1:]), tuple(("values", tree) for tree in trees),
                 {key: binding.readings[key] for key in keys}, keys, in_file(binding.plan, entry.place), binding.document,
                 attested=binding.plan.claims_file.attested, mentions=True)


def _entry_finding(binding: Binding, entry: Entry, rule: str, messages) -> Finding:
    keys = binding.plan.mentions[entry.id]
    read = [binding.readings[key] for key in keys]
    document = binding.document
    locations = tuple(document.location(span) for reading in read for span in reading.spans) if document else ()
    location = locations[0] if locations else in_file(binding.plan, entry.places[0])
    related = tuple(("mention", place) for place in locations[1:])
    bound = [r for r in read if r.quantity is not None]
    if len(bound) < len(read):
        missing = ", ".join(r.key for r in read if r.quantity is None)
        return Finding(entry.id, rule, "undecided", "note", messages["undecided_unbound"].format(names=missing), None, None, location, related)
    reported = _stated(bound[0].text, bound[0].quantity)  # type: ignore[arg-type]
    message = messages["mentions_agree"].format(count=len(locations)) if rule == "equal" else messages["recorded"]
    finding = Finding(entry.id, rule, "consistent", "none", message, reported, None, location, related)
    odd = next((r for r in bound[1:] if not agree(bound[0].quantity, r.quantity)), None)
    changed = next((r for r in bound if r.changed), None) if binding.plan.claims_file.attested else None
    if odd is not None:
        stray = changed or odd
        texts = " / ".join(dict.fromkeys(r.text for r in bound))
        others = tuple(("mention", place) for place in locations if document and place.span != stray.spans[0])
        where = document.location(stray.spans[0]) if document and stray.spans else location
        return finding._replace(verdict="mismatch", level="error", message=messages["mentions_differ"].format(texts=texts), location=where, related=others,
                                reported=_stated(stray.text, stray.quantity), computed=_stated(stray.attested_text, stray.attested))  # type: ignore[arg-type]
    if changed is not None:
        return _changed(document, finding, changed, messages)
    return finding


def _stated(text: str, quantity: Quantity, sum_: str = "") -> Stated:
    return Stated(text, quantity.value, quantity.low, quantity.high, format_unit(quantity.unit), sum_)


def by_slip(found: Sequence[Finding]) -> tuple[tuple[Cause | None, tuple[Finding, ...]], ...]:
    """The findings in their order, those that one blamed figure breaks together under its cause, whose words they do not repeat. None stands before a finding of its own."""
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(found):
        best = finding.causes[0] if finding.causes else None
        mark = (best.kind, best.suggestion, best.place.path, best.span) if best and best.place else number
        groups.setdefault(mark, []).append(finding)
    return tuple((same[0].causes[0], tuple(map(_unexplained, same))) if len(same) > 1 else (None, tuple(same)) for same in groups.values())


def _unexplained(finding: Finding) -> Finding:
    return finding._replace(message=finding.message.removesuffix(f"; {finding.causes[0].message}"))
