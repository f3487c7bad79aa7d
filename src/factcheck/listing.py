"""What the program says of itself: the claims of a file, the rules, and how one claim is worked out."""

from __future__ import annotations

from typing import NamedTuple

from . import lang as languages
from .binding import Binding
from .causes import explained
from .checks import decide, quantities, shown_names
from .claimsfile import did_you_mean
from .document import Document
from .errors import UserError
from .expression import Quantity, Undecided, UnitError, evaluate, format_number, names, solve, write
from .figures import figures
from .findings import findings
from .notation import computed_text
from .plan import Plan
from .rules import Rule, rules
from .units import format_unit, unit_name


class Row(NamedTuple):
    """One claim or recorded figure: `figures` are its base figures as attested, `line` is that of its quote."""

    id: str
    rule: str
    label: str
    statement: str
    figures: tuple[str, ...]
    path: str
    line: int


def rows(plan: Plan) -> tuple[Row, ...]:
    """Claims in the order of the file, then recorded figures."""
    path = plan.claims_file.path
    found = []
    for claim in plan.claims_file.claims:
        shown = _attested_texts(plan)
        relations = plan.relations[claim.id]
        statement = "; ".join(f"{write(r.left, shown)} {r.op} {write(r.right, shown)}" for r in relations)
        used = dict.fromkeys(f"{role} = {write(tree, shown)}" for role, tree in plan.operands[claim.id])
        place = claim.quote_places[0] if claim.quote_places else claim.place
        found.append(Row(claim.id, claim.rule.id, claim.label, statement, tuple(used), path, place.line))
    for entry in plan.claims_file.entries:
        keys = plan.mentions[entry.id]
        texts = tuple(dict.fromkeys(plan.sources[key].slot.text for key in keys))
        words = next((m.text for m in entry.mentions if hasattr(m, "slots")), entry.places[0].text)
        found.append(Row(entry.id, "equal" if len(keys) > 1 else "recorded", entry.label, words, texts, path, entry.places[0].line))
    return tuple(found)


def _attested_texts(plan: Plan) -> dict[str, str]:
    texts = {key: source.slot.text for key, source in plan.sources.items()}
    return texts | {entry: texts[keys[0]] for entry, keys in plan.mentions.items() if keys}


def plain(marked: str) -> str:
    """A marked example as a report would print it."""
    import re

    return re.sub(r"\{(?:[^\W\d][\w.]*=)?([^{}\[\]]*)(?:\[[^\]]*\])?\}", r"\1", marked)


def rules_text(language: str) -> str:
    titles = languages.of(language).RULES
    width = max(map(len, rules()))
    return "".join(f"{rule.id:<{width}}  {', '.join(rule.roles)}  {titles[rule.id]['title']}\n" for rule in rules().values())


def rules_markdown() -> str:
    """docs/rules.md: every rule with its documentation and its examples in both languages."""
    parts = ["# Rules\n\nPrinted by `factcheck rules --format markdown`.\n"]
    for rule in rules().values():
        titles = " · ".join(languages.of(code).RULES[rule.id]["title"] for code in ("en", "zh"))
        parts.append(f"\n## `{rule.id}`\n\n{titles}\n\n{rule.documentation}\n\nRoles: {_roles(rule, 'en', '`')}\n")
        for code in ("zh", "en"):
            example = languages.of(code).RULES[rule.id]
            headings = languages.of(code).RULE_HEADINGS
            parts.append("\n" + "".join(f"- {headings[kind]}: `{sentence}`\n" for kind in ("consistent", "inconsistent") for sentence in example[kind]))
    return "".join(parts)


def _roles(rule: Rule, language: str, quote: str = "") -> str:
    headings = languages.of(language).RULE_HEADINGS
    shown = []
    for role in rule.roles:
        remark = headings["listed"] if role == rule.listed else headings["optional"] if role in rule.optional else ""
        shown.append(f"{quote}{role}{quote}" + (f" ({remark})" if remark else ""))
    return ", ".join(shown)


class Page(NamedTuple):
    """What a rule is: its title, its documentation, and its whole page."""

    title: str
    documentation: str
    text: str


def page(rule_id: str, language: str) -> Page:
    """The page of a rule, or of another check that a finding can stand for: a recorded figure, an uncovered one."""
    words = languages.of(language)
    if rule_id in words.CHECKS:
        check = words.CHECKS[rule_id]
        return Page(check["title"], check["documentation"], check["documentation"])
    return Page(words.RULES[rule_id]["title"], rules()[rule_id].documentation, explain_rule(rule_id, language))


def explain_rule(rule_id: str, language: str) -> str:
    rule, words = rules()[rule_id], languages.of(language)
    example = words.RULES[rule_id]
    lines = [f"{rule.id}: {example['title']}", "", rule.documentation, "", f"{words.RULE_HEADINGS['roles']}: {_roles(rule, language)}"]
    for kind in ("consistent", "inconsistent"):
        lines += [f"{words.RULE_HEADINGS[kind]}: {sentence}" for sentence in example[kind]]
    return "\n".join(lines) + "\n"


def explain_claim(binding: Binding, claim_id: str, language: str | None) -> str:
    """The derivation of one claim: its figures with their intervals, its sum, its verdict, and what each figure would have to be."""
    plan = binding.plan
    claim = next((c for c in plan.claims_file.claims if c.id == claim_id), None)
    if claim is None:
        if any(e.id == claim_id for e in plan.claims_file.entries):
            return _explain_entry(binding, claim_id, language)
        known = [*rules(), *(c.id for c in plan.claims_file.claims), *(e.id for e in plan.claims_file.entries)]
        raise UserError(f"no rule and no claim is called {claim_id!r}{did_you_mean(claim_id, known)}")
    code = language or ("zh" if binding.document is None or binding.document.chinese else "en")
    words = languages.of(code).EXPLAIN
    chinese = binding.document is None or binding.document.chinese
    finding = next(f for f in explained(binding, code) if f.claim == claim_id)
    lines = [f"{claim.id}: {claim.rule.id} ({languages.of(code).RULES[claim.rule.id]['title']})", *(f"  {q.text}" for q in claim.quotes), ""]
    for role, tree in plan.operands[claim_id]:
        for key in dict.fromkeys(names(tree)):
            reading = binding.readings[key]
            attested = f"  ({words['attested']}: {reading.attested_text})" if reading.changed else ""
            quantity = reading.quantity
            place = binding.document.location(reading.spans[0]) if binding.document and reading.spans else None
            where = f"  {place.path}:{place.line}:{place.column}" if place else ""
            lines.append(f"  {role}: {key} = {reading.text}{attested}" + (f"  {interval(quantity, chinese)}" if quantity else "") + where)
    lines.append("")
    needed = list(dict.fromkeys(key for _, tree in plan.operands[claim_id] for key in names(tree)))
    values = quantities(binding.readings, needed)
    if values is not None:
        for relation in plan.relations[claim_id]:
            shown = shown_names(binding.readings, needed)
            lines.append(f"  {words['sum']}: {write(relation.left, shown)} {relation.op} {write(relation.right, shown)}")
            try:
                decision = decide(relation, values)
            except (Undecided, UnitError) as error:
                lines.append(f"    {error}")
                continue
            lines.append(f"    {bare(decision.left, chinese)} {relation.op} {bare(decision.right, chinese)}  {interval(decision.left, chinese)} {relation.op} {interval(decision.right, chinese)}")
            if relation.op == "=":
                lines += _fits(binding, relation, values, words)
    verdict = languages.of(code).MESSAGES["verdicts"][finding.verdict]
    lines += ["", f"  {words['verdict']}: {verdict}  {finding.message}"]
    lines += [f"  {words['cause']}: {cause.message}" + (f"  ({cause.sum})" if cause.sum else "") for cause in finding.causes]
    if finding.causes and not finding.decided:
        lines.append(f"  {words['undecided']}")
    lines += [f"  {words[key]}: {text}" for key, text in (("note", claim.note), ("known", claim.known)) if text]
    return "\n".join(lines) + "\n"


def _fits(binding: Binding, relation, values: dict[str, Quantity], words) -> list[str]:
    lines = []
    for key in dict.fromkeys([*names(relation.left), *names(relation.right)]):
        tree = solve(relation, key)
        if tree is None:
            continue
        try:
            wanted = evaluate(tree, values).into(values[key].unit)
        except (Undecided, UnitError):
            continue
        lines.append(f"    {words['fits']}: {key} = {computed_text(wanted, binding.readings[key].figure, binding.document is None or binding.document.chinese)}")
    return lines


def _explain_entry(binding: Binding, entry_id: str, language: str | None) -> str:
    code = language or ("zh" if binding.document is None or binding.document.chinese else "en")
    finding = next(f for f in findings(binding, code) if f.claim == entry_id)
    lines = [f"{entry_id}: {finding.rule}", ""]
    for key in binding.plan.mentions[entry_id]:
        reading = binding.readings[key]
        for span in reading.spans:
            place = binding.document.location(span) if binding.document else None
            lines.append(f"  {reading.text}" + (f"  {place.path}:{place.line}:{place.column}" if place else ""))
    return "\n".join([*lines, "", f"  {finding.message}"]) + "\n"


def interval(quantity: Quantity, chinese: bool) -> str:
    low, high = ("∞" if x is None else format_number(x, 8) for x in (quantity.low, quantity.high))
    low = "−∞" if low == "∞" else low
    return f"[{low}, {high}]" + _unit(quantity, chinese)


def bare(quantity: Quantity, chinese: bool) -> str:
    return format_number(quantity.value, 8) + _unit(quantity, chinese)


def _unit(quantity: Quantity, chinese: bool) -> str:
    unit = unit_name(format_unit(quantity.unit), chinese)
    return unit if chinese or not unit else f" {unit}"


def example_report(marked: str) -> Document:
    """The document an example stands for."""
    return Document("example.md", plain(marked) + "。" if any("\u4e00" <= c <= "\u9fff" for c in marked) else plain(marked) + ".")


__all__ = ["Page", "Row", "example_report", "explain_claim", "explain_rule", "figures", "page", "plain", "rows", "rules_markdown", "rules_text"]
