"""Claims become relations over named figures, checked as far as they can be without a report."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from .checks import same_unit
from .claimsfile import Claim, ClaimsFile, Entry, Text, did_you_mean
from .document import Document
from .errors import Fault, UserError
from .expression import Expression, ExpressionError, Quantity, Relation, Undecided, UnitError, evaluate, exact, name, names, number, substitute
from .expression import parse as parse_expression
from .figures import Figure, figures
from .quotes import SKIP, Quote, Slot
from .rules import relate
from .units import parse_unit


class Source(NamedTuple):
    """A slot that gives a named figure. `signed` if the verb before it is part of its value."""

    key: str
    owner: str
    role: str
    quote: Quote
    slot_number: int
    place: Text
    signed: bool

    @property
    def slot(self) -> Slot:
        return self.quote.slots[self.slot_number]


class Plan(NamedTuple):
    """A claims file made ready: every named figure, every entry as its mentions, every claim as relations.

    `operands` holds for each claim its roles in order, each with an expression over the names.
    """

    claims_file: ClaimsFile
    sources: dict[str, Source]
    mentions: dict[str, tuple[str, ...]]
    operands: dict[str, tuple[tuple[str, Expression], ...]]
    relations: dict[str, tuple[Relation, ...]]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quote that marks a figure, once, in the order of the file."""
        return tuple({id(source.quote): source.quote for source in self.sources.values()}.values())


def plan(claims_file: ClaimsFile) -> Plan:
    """Raises UserError with every fault: unknown names, missing roles, loops, units that do not fit in the attested values."""
    return _Planner(claims_file).plan()


class _Planner:
    def __init__(self, claims_file: ClaimsFile):
        self.file = claims_file
        self.faults: list[Fault] = list(claims_file.faults)
        self.broken = set(claims_file.broken)
        self.sources: dict[str, Source] = {}
        self.slots: dict[str, dict[str, list[str]]] = {}
        self.mentions: dict[str, tuple[str, ...]] = {}
        self.operands: dict[str, tuple[tuple[str, Expression], ...]] = {}
        self.visiting: list[str] = []

    def fault(self, message: str, place: Text, offset: int = 0) -> None:
        self.faults.append(Fault(message, self.file.path, place.line, place.column + offset, self.file.line(place.line)))

    def plan(self) -> Plan:
        for entry in self.file.entries:
            self.read_entry(entry)
        for claim in self.file.claims:
            self.read_slots(claim)
        self.claims = {claim.id: claim for claim in self.file.claims}
        texts = [m.text for e in self.file.entries for m in e.mentions if isinstance(m, Text)]
        texts += [text.text for claim in self.file.claims for role in claim.roles.values() for text in role]
        self.referred = {word for text in texts for word in re.findall(r"[^\W\d][\w.]*", text)}
        for entry in self.file.entries:
            self.join_mentions(entry)
        for claim in self.file.claims:
            self.read_roles(claim)
        relations = {claim.id: self.relate(claim) for claim in self.file.claims if claim.id not in self.broken}
        if self.faults:
            raise UserError(*sorted(set(self.faults), key=lambda f: (f.line, f.column)))
        return Plan(self.file, self.sources, self.mentions, self.operands, relations)

    def read_entry(self, entry: Entry) -> None:
        number_of_quotes = sum(isinstance(m, Quote) for m in entry.mentions)
        quote_number = 0
        for mention, place in zip(entry.mentions, entry.places):
            if not isinstance(mention, Quote):
                continue
            quote_number += 1
            marked = [n for n, slot in enumerate(mention.slots) if slot.name != SKIP]
            if len(marked) != 1:
                self.fault(f"the quote of a recorded figure marks one figure, not {len(marked)}; call the others {{{SKIP}=…}}", place)
                continue
            key = entry.id if number_of_quotes == len(entry.mentions) == 1 else f"{entry.id}#{quote_number}"
            self.sources[key] = Source(key, entry.id, "", mention, marked[0], place, False)

    def read_slots(self, claim: Claim) -> None:
        """Gives every slot of a claim's quotes its name."""
        named: dict[str, list[str]] = {}
        unnamed: list[tuple[Quote, int, Text]] = []
        sources: list[tuple[str, Quote, int, Text]] = []
        for quote, place in zip(claim.quotes, claim.quote_places):
            for slot_number, slot in enumerate(quote.slots):
                if slot.name == SKIP:
                    continue
                if slot.name:
                    sources.append((slot.name, quote, slot_number, place))
                else:
                    unnamed.append((quote, slot_number, place))
        taken = {role for role, *_ in sources} | set(claim.roles)
        open_roles = [r for r in claim.rule.roles if r not in taken and r not in claim.rule.optional]
        for quote, slot_number, place in unnamed:
            if not open_roles:
                self.fault(f"{claim.id}: a slot has no role left in the rule {claim.rule.id}; name it, or call it {SKIP}", place)
                break
            role = open_roles[0] if open_roles[0] == claim.rule.listed else open_roles.pop(0)
            sources.append((role, quote, slot_number, place))
        for role, quote, slot_number, place in sources:
            keys = named.setdefault(role, [])
            key = f"{claim.id}.{role}" + (f"#{len(keys) + 1}" if keys else "")
            keys.append(key)
            self.sources[key] = Source(key, claim.id, role, quote, slot_number, place, role == claim.rule.signed)
        self.slots[claim.id] = named

    def join_mentions(self, entry: Entry) -> None:
        keys = [k for k, s in self.sources.items() if s.owner == entry.id]
        for mention in entry.mentions:
            if isinstance(mention, Text):
                claim_id, _, role = mention.text.partition(".")
                slots = self.slots.get(claim_id, {}).get(role)
                if slots:
                    keys.append(slots[0])
                else:
                    self.unknown(mention.text, mention)
        if keys:
            self.mentions[entry.id] = tuple(keys)
        else:
            self.broken.add(entry.id)

    def unknown(self, word: str, place: Text, offset: int = 0, claim: Claim | None = None) -> None:
        if word.partition(".")[0] in self.broken:
            return
        known = [*self.mentions, *(e.id for e in self.file.entries), *(f"{c}.{r}" for c, roles in self.slots.items() for r in roles)]
        if claim:
            known += self.slots[claim.id]
        self.fault(f"no figure is called {word!r}{did_you_mean(word, known)}", place, offset)

    def read_roles(self, claim: Claim) -> None:
        """The roles of a claim in the rule's order; done on demand when another claim refers to one."""
        if claim.id in self.operands:
            return
        if claim.id in self.visiting:
            loop = " → ".join([*self.visiting[self.visiting.index(claim.id) :], claim.id])
            self.fault(f"claims refer to each other in a loop: {loop}", claim.place)
            self.operands[claim.id] = ()
            self.broken.update(self.visiting)
            return
        self.visiting.append(claim.id)
        before = len(self.faults)
        given: dict[str, list[Expression]] = {}
        for role, keys in self.slots[claim.id].items():
            if role in claim.rule.roles:
                given[role] = [name(key) for key in keys]
        used: set[str] = set()
        for role, texts in claim.roles.items():
            for text in texts:
                tree = self.expression(text, claim)
                if tree is None:
                    self.broken.add(claim.id)
                else:
                    used |= set(names(tree))
                    given.setdefault(role, []).append(tree)
        spare = [key for role, keys in self.slots[claim.id].items() if role not in claim.rule.roles for key in keys if key not in used]
        if claim.rule.listed and claim.rule.listed not in given and spare:
            given[claim.rule.listed], spare = [name(key) for key in spare], []
        if len(self.faults) == before and claim.id not in self.broken:
            self.check_roles(claim, given, spare)
        if len(self.faults) > before:
            self.broken.add(claim.id)
        self.operands[claim.id] = tuple((role, tree) for role in claim.rule.roles for tree in given.get(role, ()))
        self.visiting.pop()

    def check_roles(self, claim: Claim, given: dict[str, list[Expression]], spare: list[str]) -> None:
        missing = [role for role in claim.rule.roles if role not in given and role not in claim.rule.optional]
        if claim.rule.id == "cagr" and "years" not in given:
            missing += [role for role in ("from", "to") if role not in given]
        if missing:
            self.fault(f"{claim.id}: the rule {claim.rule.id} needs {', '.join(missing)}", claim.place)
        for key in spare:
            role = self.sources[key].role
            if key not in self.referred:
                self.fault(f"the rule {claim.rule.id} has no role {role!r}{did_you_mean(role, claim.rule.roles)}", self.sources[key].place, self.sources[key].slot.offset)
        if claim.rule.listed and len(given.get(claim.rule.listed, ())) < (2 if claim.rule.roles == (claim.rule.listed,) else 1):
            self.fault(f"{claim.id}: the rule {claim.rule.id} needs more {claim.rule.listed}", claim.place)

    def expression(self, text: Text, claim: Claim) -> Expression | None:
        literal = _literal(text.text)
        if literal is not None:
            return literal
        try:
            tree = parse_expression(text.text, _literal)
        except ExpressionError as error:
            self.fault(str(error), text, error.offset)
            return None
        replaced: dict[str, Expression] = {}
        for word in names(tree):
            found = self.resolve(word, claim)
            if found is None:
                self.unknown(word, text, max(text.text.find(word), 0), claim)
                return None
            replaced[word] = found
        return substitute(tree, replaced)

    def resolve(self, word: str, claim: Claim) -> Expression | None:
        own = self.slots[claim.id].get(word)
        if own:
            return name(own[0])
        if word in self.mentions:
            return name(word)
        other, _, role = word.partition(".")
        if other in self.claims:
            keys = self.slots[other].get(role)
            if keys:
                return name(keys[0])
            if role in self.claims[other].roles:
                self.read_roles(self.claims[other])
                # Nothing to give for a claim inside a loop: the loop itself is the fault.
                return next((tree for r, tree in self.operands[other] if r == role), number(0))
        return None

    def relate(self, claim: Claim) -> tuple[Relation, ...]:
        roles: dict[str, list[Expression]] = {}
        for role, tree in self.operands[claim.id]:
            roles.setdefault(role, []).append(tree)
        arguments = {r: tuple(t) if len(t) > 1 or r == claim.rule.listed else t[0] for r, t in roles.items()}
        relations = relate(claim.rule, arguments)  # type: ignore[arg-type]
        attested = _Attested(self)
        for relation in relations:
            try:
                left, right = evaluate(relation.left, attested), evaluate(relation.right, attested)
                same_unit(left, right)
            except UnitError as error:
                self.fault(f"{claim.id}: units do not fit: {error}", claim.place)
            except Undecided:
                pass
        return relations


class _Attested(dict):
    """Attested quantities by name, worked out when asked for."""

    def __init__(self, planner: _Planner):
        super().__init__()
        self.planner = planner

    def __missing__(self, key: str) -> Quantity:
        source = self.planner.sources.get(key) or self.planner.sources[self.planner.mentions[key][0]]
        self[key] = attested_quantity(source)
        return self[key]


def _literal(text: str) -> Expression | None:
    """`100%`, `2019年`, `10万元`, `3` as a number; it is exact."""
    read = figures(Document("", text.strip(), True)) or figures(Document("", text.strip(), False))
    if len(read) == 1 and read[0].text == text.strip() and not read[0].hedge:
        return number(read[0].value, parse_unit(read[0].unit), text.strip())
    try:
        return number(Fraction(text.strip()), (), text.strip())
    except (ValueError, ZeroDivisionError):
        return None


def attested_quantity(source: Source) -> Quantity:
    """What the claims file holds for a slot."""
    slot = source.slot
    if slot.figure is None:
        return exact(slot.value or 0, parse_unit(slot.unit or ""))
    return slot_quantity(slot.figure, slot, source.signed)


# What a print may call percentage points: {result=0.5 points[pp]}.
_POINTS = ("points", "point", "pts")


def slot_quantity(figure: Figure, slot: Slot, signed: bool) -> Quantity:
    said = slot.unit is not None and (not figure.unit or "/" in slot.unit or figure.unit in _POINTS and slot.unit == "pp")
    unit = slot.unit if said and slot.unit is not None else figure.unit
    value, low, high = figure.value, figure.low, figure.high
    if slot.resolution is not None and not figure.hedge and slot.figure and figure.resolution == slot.figure.resolution:
        low, high = value - slot.resolution / 2, value + slot.resolution / 2
    if signed and figure.direction < 0 and value > 0:
        value, low, high = -value, None if high is None else -high, None if low is None else -low
    return Quantity(value, low, high, parse_unit(unit))


