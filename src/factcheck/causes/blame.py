"""Which figure is to blame: the likeliest change that makes every check hold that uses it.

Error localisation by Fellegi and Holt (1976, "A systematic approach to automatic edit and imputation"): the smallest weighted set of fields to change so
that all edits are satisfied; here the fields are the figures, the edits the checks, and the weights the likelihoods of the slips.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from .. import lang as languages
from ..binding import Binding
from ..checks import Check, shown_names, verdict_of
from ..document import Span
from ..expression import Quantity, Relation, evaluate, names, write
from ..findings import Cause, Finding, checked
from ..notation import computed_text
from .cause import ANOTHER, DECIDED, SHOWN, Repair
from .repairs import repairs
from .run import FAILS, Run
from .trial import Case, Change, case, requantified


class Ranked(NamedTuple):
    """A repair with its weight beside the others of a check."""

    repair: Repair
    weight: Fraction


def explained(binding: Binding, language: str) -> tuple[Finding, ...]:
    """The findings of a report and its claims file, with the causes of the mismatches."""
    return with_causes(checked(binding, language), language)


def with_causes(found: Sequence[tuple[Check | None, Finding]], language: str) -> tuple[Finding, ...]:
    """The findings, each mismatch with its causes, best first, and the best one in its message.

    `decided` says whether one change is far likelier than all others together. Pinned mismatches are left as they are.
    """
    wrong = [n for n, (check, finding) in enumerate(found) if check and finding.verdict == "mismatch" and not finding.known]
    if not wrong:
        return tuple(finding for _, finding in found)
    run = Run([_case(check, finding) for check, finding in found])
    wrong = [n for n in wrong if (c := run.cases[n]) and c.verdict == "mismatch"]
    by_case: dict[int, list[Repair]] = {n: [] for n in wrong}
    for repair in repairs(run, [n for n in wrong if not run.cases[n].check.known]):  # type: ignore[union-attr]
        for number in repair.fixed:
            if number in by_case:
                by_case[number].append(repair)
    groups = _components(run, wrong)
    result = [finding for _, finding in found]
    for number in wrong:
        ranked = _ranked(by_case[number], groups[number])
        if ranked:
            result[number] = _explained(run, number, result[number], ranked, languages.of(language).CAUSES)
    return tuple(result)


# What a check comes to as the report stands, by the verdict of its finding: a changed figure leaves it holding.
_HOLDS = {"consistent": "consistent", "rounding": "rounding", "changed": "consistent", "reworded": "consistent"}


def _case(check: Check | None, finding: Finding) -> Case | None:
    """A check is left out of the reckoning where its finding is no plain yes or no: pinned, or at constant prices."""
    if check is None:
        return None
    if finding.verdict == "mismatch" and not finding.known:
        return case(check)
    return case(check, _HOLDS.get(finding.verdict, "undecided"))


def _components(run: Run, wrong: Sequence[int]) -> dict[int, frozenset[int]]:
    """For each mismatch those it is joined with by shared figures, itself among them. A claim that did not hold before says nothing of the others."""
    parent = {n: n for n in wrong if not run.cases[n].check.known}  # type: ignore[union-attr]

    def top(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for users in run.uses.values():
        joined = [n for n in users if n in parent]
        for other in joined[1:]:
            parent[top(other)] = top(joined[0])
    members: dict[int, set[int]] = {}
    for n in parent:
        members.setdefault(top(n), set()).add(n)
    return {n: frozenset(members[top(n)] if n in parent else {n}) for n in wrong}


def _ranked(found: Sequence[Repair], joined: frozenset[int]) -> list[Ranked]:
    """The repairs of one mismatch by their weight; where a slip leads to the same text a plain correction is left out.

    A slip that leads back to what was attested has the weight of the edit too.
    """
    restored = {_edits(r): r.weight for r in found if r.kind == "edited"}
    ranked = [Ranked(r, (r.weight + (restored.get(_edits(r), 0) if r.kind not in ("edited", *_PLAIN) else 0)) * ANOTHER ** len(joined - r.fixed)) for r in found]
    ranked.sort(key=lambda r: (-r.weight, r.repair.kind, _edits(r.repair)))
    kept, seen, texts = [], set(), set()
    for item in ranked:
        edits = _edits(item.repair)
        mark = (item.repair.kind, edits[0][0]) if len(edits) == 1 else (item.repair.kind, edits)
        if mark in seen or item.repair.kind in ("edited", *_PLAIN) and edits in texts:
            continue
        seen.add(mark)
        texts.add(edits)
        kept.append(item)
    return kept


_PLAIN = ("recomputed",)


def _edits(repair: Repair) -> tuple[tuple[Span, str], ...]:
    return tuple((change.span, change.text) for change in repair.changes)


def _explained(run: Run, number: int, finding: Finding, ranked: Sequence[Ranked], phrases) -> Finding:
    this = run.cases[number]
    assert this is not None
    total = sum((r.weight for r in ranked), Fraction(0))
    best = ranked[0].repair
    same = sum((r.weight for r in ranked if _edits(r.repair) == _edits(best)), Fraction(0))
    decided = same >= total * DECIDED and not best.several
    causes = tuple(_cause(run, number, this, item, finding, phrases) for item in ranked[:SHOWN])
    shown = [causes[0].message]
    if not decided:
        shown += [c.message for c in causes[1:] if c.suggestion and c.span != causes[0].span][:1]
    return finding._replace(causes=causes, decided=decided, message="; ".join([finding.message, phrases["or"].join(shown)]))


def _cause(run: Run, number: int, this: Case, item: Ranked, finding: Finding, phrases) -> Cause:
    repair, check = item.repair, this.check
    first = repair.changes[0]
    key = next((k for k, spot in this.spots.items() if spot == first.spot), "")
    figure, owner, other_key = run.figures[first.spot]
    ordered = any(r.op != "=" for r in check.relations)
    guess = repair.several and ordered
    suggestion = "" if guess else first.text
    document = check.document
    place = document.location(first.span) if document else None
    swapped = tuple((c.span, c.text) for c in repair.changes[1:])
    repeated = tuple(edit for c in repair.changes for edit in _repeated(run, c))
    phrase = phrases[repair.kind].format(detail=repair.detail)
    own = place is not None and place.span.start <= finding.location.span.end and finding.location.span.start <= place.span.end
    old = document.text[first.span.start : first.span.end] if document else figure.text
    if len(repair.changes) > 1:
        message = phrases["pair"].format(phrase=phrase, first=old, second=run.figures[repair.changes[1].spot][0].text)
    elif own or not document:
        message = phrases["own"].format(phrase=phrase, suggestion=suggestion)
    else:
        message = phrases["other"].format(phrase=phrase, text=old, suggestion=suggestion)
    if not suggestion:
        message = message.rstrip(" :")
    label = _label(check, key) if key else other_key
    return Cause(repair.kind, label, suggestion, message, first.span if document else None, item.weight, _sum(this, repair), place, swapped + repeated)


def _repeated(run: Run, change: Change) -> Iterator[tuple[Span, str]]:
    """The other places where one quote finds the same figure, to be changed with it."""
    fewest: tuple[Span, ...] | None = None
    figure = run.figures[change.spot][0]
    document = None
    for number in run.uses[change.spot]:
        this = run.cases[number]
        assert this is not None
        document = this.check.document
        for key, spot in this.spots.items():
            spans = this.check.readings[key].spans
            if spot == change.spot and (fewest is None or len(spans) < len(fewest)):
                fewest = spans
    if document is None or change.flipped:
        return
    for span in (fewest or ())[1:]:
        at = document.text.find(figure.text, span.start, span.end)
        if at >= 0 and at != figure.start:
            yield Span(at, at + len(figure.text)), change.text


def _label(check: Check, key: str) -> str:
    """The role of a figure in its check, with its number where the role has several; its own name where it stands inside an expression."""
    own = [(role, tree) for role, tree in check.operands]
    for index, (role, tree) in enumerate(own):
        if tree.op == "name" and tree.args[0] == key:
            before = sum(r == role for r, _ in own[:index])
            return role if sum(r == role for r, _ in own) == 1 else f"{role}#{before + 1}"
    return key


def _sum(this: Case, repair: Repair) -> str:
    """The calculation that was made by mistake, or the one that holds after the repair."""
    check, values = this.check, dict(this.values)
    if repair.sum is not None and not set(names(repair.sum)) <= set(values):
        repair = repair._replace(sum=None)
    shown = {key: check.readings[key].text for key in check.needed}
    if repair.sum is None:
        for key, spot in this.spots.items():
            change = next((c for c in repair.changes if c.spot == spot), None)
            if change:
                values[key] = requantified(check, check.readings[key], change)
                shown[key] = change.text if not change.flipped else shown[key]
    try:
        relation = _telling(check, repair, this, values)
        tree = repair.sum if repair.sum is not None else relation.right
        texts = dict(shown)
        if repair.sum is not None or not any(c.flipped for c in repair.changes):
            readings = {key: check.readings[key]._replace(text=shown[key]) for key in check.needed}
            texts |= shown_names(readings, dict.fromkeys(names(tree)))
        if relation.op != "=":
            return f"{write(relation.left, shown)} {relation.op} {write(relation.right, shown)}"
        like = next((check.readings[key].figure for key in names(relation.left)), None)
        return f"{write(tree, texts)} = {computed_text(_value(tree, values), like, check.chinese)}"
    except FAILS:
        return ""


def _value(tree, values: dict[str, Quantity]) -> Quantity:
    return evaluate(tree, values)


def _telling(check: Check, repair: Repair, this: Case, values: dict[str, Quantity]) -> Relation:
    """The relation to show: the first that fails as the report stands."""
    for relation in check.relations:
        if verdict_of(relation, dict(this.values)) == "mismatch":
            return relation
    return check.relations[0]
