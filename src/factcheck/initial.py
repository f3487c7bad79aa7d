"""A first claims file: what scan finds claimed in a report, and every other figure recorded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from . import lang as languages
from .binding import Binding, bind, check
from .checks import Check
from .claimsfile import parse
from .document import Document, Location, Span
from .edits import Record, first_claims_file, indicator, records, with_added, with_claims
from .errors import UserError
from .expression import Expression, format_number, write
from .figures import Figure
from .findings import check_finding
from .outcome import coverage
from .plan import plan
from .quotes import Index
from .quotes.shortest import Mark, shortest
from .rules import Rule
from .scan import scan
from .slips import plain_or_quoted
from .units import UNITS, Powers, UnitError, format_unit, parse_unit


class Made(NamedTuple):
    """The text of the claims file, how many claims and figures were added to it, and the places of the figures no quote finds again."""

    text: str
    claims: int
    figures: int
    lost: tuple[Location, ...]


def initial(document: Document, report: str) -> Made:
    """A claims file for `document`, which the file names as `report`."""
    index = Index(document)
    claims = claimed(index)
    draft = first_claims_file(report, (), claims.values())
    loose, taken = (coverage(bind(plan(parse("claims.yaml", draft)), document, index)).uncovered_at, claims) if claims else (None, ())
    found, lost = _recorded(index, loose, taken)
    made = Made(first_claims_file(report, found, claims.values()), len(claims), len(found), lost)
    # A quote of what was recorded may be the better place for a figure that a claim alone had seemed to cover.
    written = bind(plan(parse("claims.yaml", made.text)), document, index)
    if not {place.span for place in coverage(written).uncovered_at} - {place.span for place in lost}:
        return made
    more = added(written)
    return Made(more.text, len(claims) + more.claims, len(found) + more.figures, more.lost)


def added(binding: Binding) -> Made:
    """A claims file with what it does not cover yet: claims all of whose figures nothing holds, then the other figures."""
    assert binding.index is not None and binding.document is not None
    file, index = binding.plan.claims_file, binding.index
    loose = coverage(binding).uncovered_at
    taken = [item.id for item in (*file.entries, *file.claims)]
    claims = claimed(index, {place.span for place in loose}, taken)
    text = with_claims(file, claims.values())
    if claims:
        loose = coverage(bind(plan(parse(file.path, text)), binding.document, index)).uncovered_at
    found, lost = _recorded(index, loose, [*taken, *claims])
    return Made(with_added(parse(file.path, text), found), len(claims), len(found), lost)


def _recorded(index: Index, loose: Iterable[Location] | None, taken: Iterable[str]) -> tuple[tuple[Record, ...], tuple[Location, ...]]:
    spans = None if loose is None else {place.span for place in loose}
    found, lost = records(index, [f for f in index.figures if spans is None or f.span in spans], taken)
    return found, tuple(index.document.location(f.span) for f in lost)


# Claims


def claimed(index: Index, only: set[Span] | None = None, taken: Iterable[str] = ()) -> dict[str, str]:
    """The entry of every claim that scan finds and that verify then judges alike, by its id; `only` keeps those whose figures are all among these."""
    document, found, used = index.document, {}, set(taken)
    messages = languages.of("en").MESSAGES
    for claim in scan(document):
        figures = {key: _figure_at(index, reading.spans[0]) for key, reading in claim.readings.items()}
        if None in figures.values() or only is not None and any(f.span not in only for f in figures.values() if f):
            continue
        reported = _figure_at(index, claim.readings[claim.own[0]].spans[0])
        assert reported is not None
        claim_id = _free(_id(index, reported, claim.rule), used)
        # 5,500 people, 10% more than the 5,000 of a year ago: the second time with the unit of the others for what has none.
        for unit in dict.fromkeys(("", _common_unit(figures.values()))):  # type: ignore[arg-type]
            lines = _entry(index, claim_id, claim, figures, unit)  # type: ignore[arg-type]
            if lines is None:
                continue
            try:
                binding = bind(plan(parse("claims.yaml", f"claims:\n{lines}")), document, index)
            except UserError:
                continue
            (again,) = binding.plan.claims_file.claims
            if _all_bound(binding) and check_finding(check(binding, again), messages).verdict == check_finding(claim, messages).verdict:
                found[claim_id] = lines
                used.add(claim_id)
                break
    return found


def _common_unit(figures: Iterable[Figure]) -> str:
    """The only unit of the figures of a claim that have one, or the rate whose amounts the others are; "" if they have several or one that the claims file does not know."""
    units = {f.unit for f in figures if f.unit and f.kind in ("count", "quantity", "duration")}
    fullest = max(units, key=len, default="")
    # $660 a week is 10% more than $600: of a week too.
    if not units <= {fullest, fullest.partition("/")[0]}:
        return ""
    try:
        return format_unit(parse_unit(fullest))
    except UnitError:
        return ""


def _all_bound(binding: Binding) -> bool:
    """Whether every quote of a claims file is bound."""
    return all(binding.placement(quote).bound and not binding.placement(quote).reworded for quote in binding.plan.quotes)


def _figure_at(index: Index, span: Span) -> Figure | None:
    return next((f for f in index.figures_in(Span(span.start - 2, span.end)) if f.span.start <= span.end and span.start < f.span.end), None)


def _free(words: str, used: set[str]) -> str:
    claim_id, number = words, 2
    while claim_id in used:
        claim_id, number = f"{words}_{number}", number + 1
    return claim_id


def _id(index: Index, figure: Figure, rule: Rule) -> str:
    """工业总产值_增长率, sales_growth."""
    kind = re.sub(r"\W.*", "", languages.of("zh").RULES[rule.id]["title"]) if index.document.chinese else rule.id
    words = indicator(index, figure)
    return f"{words}_{kind}" if kind not in words else words


def _entry(index: Index, claim_id: str, claim: Check, figures: dict[str, Figure], unit: str = "") -> str | None:
    """The lines of a claim: a quote for each sentence that holds figures of it, and the roles no quote can hold; `unit` is that of figures printed without one."""
    slots: dict[str, str] = {}
    roles: dict[str, list[str]] = {}
    turned = _turned(claim, figures)
    signs = _unread_signs(claim, figures)
    for role, tree in claim.operands:
        if tree.op == "name" and tree.args[0] not in slots and role != turned and tree.args[0] not in signs:
            slots[tree.args[0]] = role
        else:
            roles.setdefault(role, []).append("")
    for number, key in enumerate(key for key in figures if key not in slots):
        slots[key] = f"figure_{number + 1}"
    for role in roles:
        roles[role] = [(signs.get(tree.args[0], "") if tree.op == "name" else "") + _operand(tree, slots) for of, tree in claim.operands if of == role and not (tree.op == "name" and slots[tree.args[0]] == role)]
    quotes = []
    for keys in _by_sentence(index, figures):
        marks = tuple(Mark(figures[key], slots[key], _bracket(claim, key, figures[key], unit), slots[key] == claim.rule.signed or figures[key].direction != 0) for key in keys)
        quote = shortest(index, marks)
        if quote is None:
            return None
        quotes.append(quote)
    lines = f"  {claim_id}:\n    rule: {claim.rule.id}\n"
    lines += f"    quote: {plain_or_quoted(quotes[0])}\n" if len(quotes) == 1 else "    quote:\n" + "".join(f"      - {plain_or_quoted(q)}\n" for q in quotes)
    for role, texts in roles.items():
        lines += f"    {role}: {plain_or_quoted(texts[0])}\n" if len(texts) == 1 else f"    {role}:\n" + "".join(f"      - {plain_or_quoted(t)}\n" for t in texts)
    return lines


def _unread_signs(claim: Check, figures: dict[str, Figure]) -> dict[str, str]:
    """The signed figures whose sign verify would not read as scan did, and what stands before them then: 0.3 points lower is −0.3 points."""
    signed = [tree.args[0] for role, tree in claim.operands if role == claim.rule.signed and tree.op == "name"]
    found = {}
    for key in signed:
        quantity, figure = claim.readings[key].quantity, figures[key]
        below = quantity is not None and quantity.value < 0 < figure.value
        if below != (figure.direction < 0) and figure.value > 0:
            found[key] = f"{_number(Fraction(0), quantity.unit)} - " if below and quantity else ""
    return found


def _turned(claim: Check, figures: dict[str, Figure]) -> str:
    """The role whose figures the text prints in another order than the claim takes them in: fell to 13,600 from 16,000; "" if there is none."""
    listed = claim.rule.listed
    places = [figures[tree.args[0]].start for role, tree in claim.operands if role == listed and tree.op == "name"]
    return listed if listed and places != sorted(places) else ""


def _bracket(claim: Check, key: str, figure: Figure, unit: str) -> str:
    """What the print leaves out of the unit of a figure: as the claim takes it, or `unit` where that is given."""
    if unit:
        return unit if figure.kind in ("count", "quantity") and figure.unit != unit and figure.unit in ("", unit.partition("/")[0]) else ""
    bracket = _unprinted(claim, key, figure)
    if not bracket.startswith("/"):
        return bracket
    # 360 books, 15 each: of the 24 pupils.
    amount = next((r.figure.unit for role, tree in claim.operands if role == "dividend" and tree.op == "name" and (r := claim.readings[tree.args[0]]).figure), "")
    return (amount.partition("/")[0] or "个") + bracket


def _unprinted(claim: Check, key: str, figure: Figure) -> str:
    """The unit the claim takes a figure in, where the print leaves it out: 人/年 for 年均减少1177万人."""
    quantity = claim.readings[key].quantity
    try:
        printed = parse_unit(figure.unit)
    except UnitError:
        # $9.10 per mmBtu
        printed = ()
    return format_unit(quantity.unit) if quantity and quantity.unit and quantity.unit != printed else ""


def _operand(tree: Expression, slots: dict[str, str]) -> str:
    if tree.op == "number":
        return _number(tree.args[0].value, tree.args[0].unit)
    return write(tree, slots)


def _number(value: Fraction, unit: Powers) -> str:
    """A number with its unit as a claims file has it: 6个月, for 6月 is June."""
    word = UNITS[unit[0][0]].zh[:1] if len(unit) == 1 and unit[0][1] == 1 and unit[0][0] in UNITS else ()
    return format_number(value, 20) + (word[0] if word else format_unit(unit))


def _by_sentence(index: Index, figures: dict[str, Figure]) -> list[list[str]]:
    """The keys of the figures of each sentence, in the order of the text."""
    groups: dict[Span, list[str]] = {}
    for key in sorted(figures, key=lambda k: figures[k].start):
        groups.setdefault(index.document.sentence_at(figures[key].start), []).append(key)
    return list(groups.values())


__all__ = ["Made", "added", "claimed", "initial"]
