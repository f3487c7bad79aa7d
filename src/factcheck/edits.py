"""What is written to a user's file: claims accepted anew, a first claims file. The only module that writes one."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .binding import Binding
from .claimsfile import Claim, ClaimsFile, Entry, Text, parse
from .document import Document, Span
from .errors import Fault, UserError
from .expression import names
from .figures import Figure
from .figures import figures as read_figures
from .files import replacing
from .findings import Finding
from .lang import zh
from .plan import Plan, plan
from .quotes import SKIP, Index, Quote
from .quotes.shortest import Mark, shortest
from .slips import plain_or_quoted, quoted

# Editors complete and check the file by `factcheck schema > claims.schema.json`.
SCHEMA_LINE = "# yaml-language-server: $schema=claims.schema.json\n"
_BRACES = re.compile(r"[{｛](?:([^\W\d][\w.]*|_)[=＝])?([^{}｛｝\[\]［］]*)(?:[\[［]([^\[\]［］]*)[\]］])?[}｝]")


class Edit(NamedTuple):
    """One change of a file: the characters of `span` become `text`. `owner` is the claim or entry it belongs to; `old` and `new` are for people."""

    span: Span
    text: str
    owner: str
    old: str
    new: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """`text` with the edits made; where two touch the same characters the first stands."""
    position, parts = 0, []
    for edit in sorted(edits, key=lambda e: e.span):
        if edit.span.start < position:
            continue
        parts += [text[position : edit.span.start], edit.text]
        position = edit.span.end
    return "".join([*parts, text[position:]])


def write_file(path: str, text: str, encoding: str = "") -> None:
    """Writes the whole file or leaves it as it was, in `encoding` or else UTF-8; a byte-order mark stays. Raises UserError."""
    target = os.path.realpath(path)
    try:
        marked = False
        if os.path.exists(target):
            if not os.stat(target).st_mode & 0o222 or not os.access(target, os.W_OK):
                raise UserError(Fault("is read-only; nothing was written", path))
            with open(target, "rb") as file:
                marked = file.read(3) == codecs.BOM_UTF8
        with replacing(path, encoding or ("utf-8-sig" if marked else "utf-8"), newline="") as out:
            out.write(text)
    except OSError as error:
        raise UserError(Fault(f"cannot be written: {error.strerror}; nothing was changed", path)) from None


# Accepting what the report says now


def accept(binding: Binding, found: Sequence[Finding], ids: Sequence[str] = (), prune: bool = False, reason: str = "") -> tuple[Edit, ...]:
    """The edits that make the claims file attest what the report says: changed figures, reworded quotes, pins whose mismatch is gone.

    `ids` limits it to these claims and figures. `reason` pins the mismatches the accepted figures leave; without one they are refused.
    Raises UserError for an id nothing is called, and for a figure whose relations do not hold.
    """
    file = binding.plan.claims_file
    wanted = _wanted(file, ids)
    edits: list[Edit] = []
    for owner, quotes in _quotes(file):
        if owner in wanted:
            edits += [edit for place, quote in quotes for edit in _quote_edits(binding, owner, place, quote)]
    touched = {edit.owner for edit in edits} | (set(ids) if reason else set())
    broken = [f for f in found if f.verdict == "mismatch" and not f.known and f.claim and _uses(binding.plan, f.claim) & touched]
    if broken and not reason:
        raise UserError(*(f"{f.claim} does not hold: {f.message}" for f in broken),
                        "nothing was accepted; put the figures right, or give --even-if-wrong REASON to pin what stays wrong")
    claims = {claim.id: claim for claim in file.claims}
    edits += [edit for finding in broken if finding.claim in claims for edit in _pin(file, claims[finding.claim], reason)]
    edits += [_unpin(file, claims[f.claim]) for f in found if f.claim in wanted and f.claim in claims and _pin_is_gone(claims[f.claim], f)]
    return tuple(edits + (_pruned(binding, wanted) if prune else []))


def check_edited(file: ClaimsFile, text: str) -> None:
    """Raises UserError if the claims file with this text has a fault the old one had not."""
    plan(parse(file.path, text))


def _wanted(file: ClaimsFile, ids: Sequence[str]) -> set[str]:
    from .claimsfile import did_you_mean

    known = [*(c.id for c in file.claims), *(e.id for e in file.entries)]
    unknown = [i for i in ids if i not in known]
    if unknown:
        raise UserError(*(f"no claim and no figure is called {i!r}{did_you_mean(i, known)}" for i in unknown))
    return set(ids or known)


def _quotes(file: ClaimsFile) -> list[tuple[str, list[tuple[Text, Quote]]]]:
    """Every claim and entry with its quotes and their places."""
    entries = [(e.id, [(p, m) for p, m in zip(e.places, e.mentions) if isinstance(m, Quote)]) for e in file.entries]
    return entries + [(c.id, list(zip(c.quote_places, c.quotes))) for c in file.claims]


def _uses(ready: Plan, claim: str) -> set[str]:
    """The owners of all figures a claim uses, itself among them."""
    keys = [key for _, tree in ready.operands.get(claim, ()) for key in names(tree)] + list(ready.mentions.get(claim, ()))
    keys += [mention for key in keys for mention in ready.mentions.get(key, ())]
    return {claim, *keys} | {ready.sources[key].owner for key in keys if key in ready.sources}


def _quote_edits(binding: Binding, owner: str, place: Text, quote: Quote) -> list[Edit]:
    placement = binding.placement(quote)
    if not placement.bound:
        return []
    if placement.reworded:
        return _reworded_edits(binding, owner, place, quote)
    sources = {s.slot_number: binding.readings[k] for k, s in binding.plan.sources.items() if s.quote is quote}
    raw = binding.plan.claims_file.text[place.span.start : place.span.end]
    braces = list(_BRACES.finditer(raw))
    edits = []
    for number, figure in enumerate(placement.bound[0].figures):
        slot = quote.slots[number]
        skipped = slot.name == SKIP and figure is not None and slot.figure is not None and (figure.value, figure.unit) != (slot.figure.value, slot.figure.unit)
        if figure is None or not (skipped or number in sources and sources[number].changed) or len(braces) != len(quote.slots):
            continue
        assert binding.document is not None
        inner, bracket = _inner(binding.document, figure, slot), braces[number][3]
        kept = f"[{bracket}]" if bracket is not None and slot.resolution is None and slot.unit is not None and _without_unit(inner) else ""
        start = place.span.start + braces[number].start(2)
        span = Span(start, place.span.start + braces[number].end() - 1)
        edits.append(Edit(span, _escaped(raw, inner + kept), owner, slot.text, inner))
    return edits


def _without_unit(inner: str) -> bool:
    """Whether the figure, read by itself, has no unit: 5万, 2.8 billion."""
    read = read_figures(Document("", inner))
    return len(read) == 1 and not read[0].unit


def _inner(document: Document, figure: Figure, slot) -> str:
    """How the figure stands in braces; a hedge that stood outside of them stays outside."""
    span = figure.span
    if slot.figure and slot.figure.hedge and slot.figure.hedge not in slot.text and figure.hedge == slot.figure.hedge:
        span = Span(figure.start, figure.end)
    return re.sub(r"\s+", " ", document.text[span.start : span.end])


def _escaped(raw: str, text: str) -> str:
    """`text` inside the scalar `raw`, whose quotation marks must not end early."""
    return text.replace("'", "''") if raw.startswith("'") else text.replace("\\", "\\\\").replace('"', '\\"') if raw.startswith('"') else text


def _reworded_edits(binding: Binding, owner: str, place: Text, quote: Quote) -> list[Edit]:
    assert binding.index is not None
    figures = binding.placement(quote).matches[0].figures
    marks = tuple(_mark(slot, figure) for slot, figure in zip(quote.slots, figures) if figure)
    text = shortest(binding.index, marks) if not any(slot.words for slot in quote.slots) else None
    if text is None:
        return []
    raw = binding.plan.claims_file.text[place.span.start : place.span.end]
    style = quoted(text) if raw.startswith(("'", '"')) else plain_or_quoted(text)
    return [Edit(place.span, style, owner, quote.text, text)]


def _mark(slot, figure: Figure) -> Mark:
    bracket = slot.unit if slot.unit is not None and _without_unit(figure.text) else ""
    return Mark(figure, slot.name, bracket or "", verb=figure.direction != 0)


def _pin(file: ClaimsFile, claim: Claim, reason: str) -> list[Edit]:
    """`known: reason`, in place of the pin there is or in a line of its own under the rule."""
    value = plain_or_quoted(reason)
    if claim.known_place:
        return [Edit(claim.known_place.span, value, claim.id, f"known: {claim.known}", f"known: {reason}")]
    line_start = file.text.rfind("\n", 0, claim.rule_place.span.start) + 1
    line = file.text[line_start : claim.rule_place.span.end]
    if "{" in line:
        at = line_start + line.rindex("{") + 1
        return [Edit(Span(at, at), f"known: {quoted(reason)}, ", claim.id, "", f"known: {reason}")]
    end = file.text.find("\n", claim.rule_place.span.end)
    at = len(file.text) if end < 0 else end + 1
    indent = line[: len(line) - len(line.lstrip())]
    newline = "\r\n" if "\r\n" in file.text else "\n"
    return [Edit(Span(at, at), ("" if end >= 0 else newline) + f"{indent}known: {value}{newline}", claim.id, "", f"known: {reason}")]


def _pin_is_gone(claim: Claim, finding: Finding) -> bool:
    return bool(claim.known_place) and finding.verdict in ("consistent", "rounding", "changed", "reworded")


def _unpin(file: ClaimsFile, claim: Claim) -> Edit:
    assert claim.known_place is not None
    start = file.text.rfind("\n", 0, claim.known_place.span.start) + 1
    end = file.text.find("\n", claim.known_place.span.end)
    if "{" in file.text[start : claim.known_place.span.start]:
        return Edit(Span(claim.known_place.span.start, claim.known_place.span.start), "", claim.id, "", "")
    return Edit(Span(start, len(file.text) if end < 0 else end + 1), "", claim.id, f"known: {claim.known}", "")


def _pruned(binding: Binding, wanted: set[str]) -> list[Edit]:
    """Removes claims and entries whose sentence is gone, single mentions of an entry that has others, and what can be asked no more without them."""
    file, edits = binding.plan.claims_file, []
    gone = {id(q) for _, quotes in _quotes(file) for _, q in quotes if not binding.placement(q).matches}
    dropped = {owner for owner, quotes in _quotes(file) if owner in wanted and quotes and all(id(q) in gone for _, q in quotes)}
    dropped |= {c.id for c in file.claims if c.id in wanted and any(id(q) in gone for q in c.quotes)}
    entries = {e.id: e for e in file.entries}
    for entry in file.entries:
        if entry.id in dropped and any(isinstance(m, Text) and m.text.partition(".")[0] not in dropped for m in entry.mentions):
            dropped.discard(entry.id)
    while True:
        more = {c.id for c in file.claims if c.id not in dropped and (_uses(binding.plan, c.id) - {c.id}) & dropped}
        if not more:
            break
        dropped |= more
    for item in (*file.entries, *file.claims):
        if item.id in dropped:
            edits.append(Edit(item.span, "", item.id, item.id, ""))
    for entry in entries.values():
        if entry.id in dropped:
            continue
        for place, mention in zip(entry.places, entry.mentions):
            lost = id(mention) in gone and entry.id in wanted if isinstance(mention, Quote) else mention.text.partition(".")[0] in dropped
            if lost:
                edits.append(Edit(_item(file.text, place), "", entry.id, place.text, ""))
    return edits


def _item(text: str, place: Text) -> Span:
    """A list item: its whole line, or in a [ ] list the value with its comma."""
    start = text.rfind("\n", 0, place.span.start) + 1
    if text[start : place.span.start].strip() == "-":
        end = text.find("\n", place.span.end)
        return Span(start, len(text) if end < 0 else end + 1)
    after = re.compile(r"\s*,\s*").match(text, place.span.end)
    if after:
        return Span(place.span.start, after.end())
    before = re.search(r",\s*$", text[start : place.span.start])
    return Span(start + before.start() if before else place.span.start, place.span.end)


# A first claims file


class Record(NamedTuple):
    """An entry to be written: its id and the quotes of its mentions."""

    id: str
    quotes: tuple[str, ...]


def records(index: Index, figures: Iterable[Figure], taken: Iterable[str] = ()) -> tuple[tuple[Record, ...], tuple[Figure, ...]]:
    """Every figure under its shortest quote, mentions of one quantity with the same words before them joined; and the figures no quote finds."""
    used, lost = set(taken), []
    groups: dict[tuple, list[str]] = {}
    for figure in figures:
        # A unit that stands at another figure (from 2.8 to 3.3 billion miles) goes into brackets.
        quote = shortest(index, (Mark(figure),)) or figure.unit and shortest(index, (Mark(figure, bracket=figure.unit),))
        if not quote:
            lost.append(figure)
            continue
        words = indicator(index, figure)
        apart = figure.start if words == figure.kind else 0
        quotes = groups.setdefault((words, apart, figure.value, figure.unit, figure.hedge_kind), [])
        if quote not in quotes:
            quotes.append(quote)
    found = []
    for (words, *_), quotes in groups.items():
        item_id, number = words, 2
        while item_id in used:
            item_id, number = f"{words}_{number}", number + 1
        used.add(item_id)
        found.append(Record(item_id, tuple(quotes)))
    return tuple(found), tuple(lost)


_LIGHT = re.compile(
    r"^(?:的|在|从|由|自|到|至|与|和|及|并|又|其中|其|为|已|共|约|近|超|达)+|(?:的|是|为|有|达到|达|到|至|从|由|自|共|已|累计|约|近|超过|超|只有|只|等|设置|现为|增至|降至|按|给予|在|于|占)+$"
)
_CLAUSES = re.compile(r"[,，。；;:：、()（）\n\t|“”\"]")
_PLAIN = re.compile(r"[a-z]+")
_STOP = frozenset("a an and at by for from in is it its of on or the to was were with than that this up down more less over about nearly some which had has have".split())


def indicator(index: Index, figure: Figure) -> str:
    """A name for a figure from the words of its clause: 工业总产值, steel_output; else from what its sentence begins with, from the words behind it, from its kind."""
    text = index.document.text
    sentence = index.document.sentence_at(figure.start)
    others = index.figures_in(Span(max(sentence.start, figure.span.start - 60), min(sentence.end, figure.span.end + 40)))
    left = max([sentence.start, figure.span.start - 60, *(f.span.end for f in others if f.span.end <= figure.span.start)])
    right = min([sentence.end, figure.span.end + 40, *(f.span.start for f in others if f.span.start >= figure.span.end)])
    before, behind = text[left : figure.span.start], text[figure.span.end : right]
    head = text[sentence.start : next((f.span.start for f in index.figures_in(sentence)), sentence.end)]
    for words in (_CLAUSES.split(before)[-1], next(filter(None, map(str.strip, _CLAUSES.split(head))), ""), _CLAUSES.split(behind)[0], figure.kind):
        if index.document.chinese:
            name = re.sub(r"[^\u3400-\u9fffA-Za-z]", "", words)
            for verb in (*zh.RISING, *zh.FALLING):
                name = name.removesuffix(verb).removeprefix(verb)
            name = _LIGHT.sub("", name)[-12:]
        else:
            name = "_".join([w for w in _PLAIN.findall(words.lower()) if w not in _STOP][-3:])
        if len(name) >= 2:
            return name
    return figure.kind


def entry_lines(record: Record) -> str:
    """An entry as claims.yaml holds it."""
    if len(record.quotes) == 1:
        return f"  {record.id}: {plain_or_quoted(record.quotes[0])}\n"
    return f"  {record.id}:\n" + "".join(f"    - {plain_or_quoted(quote)}\n" for quote in record.quotes)


def first_claims_file(report: str, found: Sequence[Record], claims: Iterable[str] = ()) -> str:
    """A claims file that records these figures of `report`, a path relative to the file, and holds these claims, given as their lines."""
    named = f"report: {plain_or_quoted(report)}\n" if report else ""
    figures, claimed = "".join(map(entry_lines, found)), "".join(claims)
    return SCHEMA_LINE + named + (f"\nfigures:\n{figures}" if figures else "") + (f"\nclaims:\n{claimed}" if claimed else "")


def with_claims(file: ClaimsFile, claims: Iterable[str]) -> str:
    """The claims file with more claims, given as their lines, at the end of its `claims`."""
    lines = "".join(claims)
    if not lines or not file.claims:
        return file.text.rstrip("\n") + f"\n\nclaims:\n{lines}" if lines else file.text
    end = max(claim.span.end for claim in file.claims)
    head = file.text[:end] if file.text[:end].endswith("\n") else file.text[:end] + "\n"
    return head + lines + file.text[end:]


def with_added(file: ClaimsFile, found: Sequence[Record]) -> str:
    """The claims file with more entries at the end of its `figures`."""
    lines = "".join(map(entry_lines, found))
    if not lines:
        return file.text
    if not file.entries:
        return file.text.rstrip("\n") + f"\n\nfigures:\n{lines}"
    end = max(entry.span.end for entry in file.entries)
    head = file.text[:end] if file.text[:end].endswith("\n") else file.text[:end] + "\n"
    return head + lines + file.text[end:]


__all__ = ["Edit", "Entry", "Record", "accept", "applied", "check_edited", "first_claims_file", "records", "with_added", "with_claims", "write_file"]
