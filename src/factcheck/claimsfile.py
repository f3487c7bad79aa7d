"""claims.yaml: read, with the place of every word, and checked as far as it can be without a report."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from .errors import Fault, UserError
from .quotes import GAP, SKIP, Quote, QuoteError
from .quotes import parse as parse_quote
from .rules import Rule, rules

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 20


class Text(NamedTuple):
    """One scalar of the file as written, and where: line and column from 1."""

    text: str
    line: int
    column: int


class Entry(NamedTuple):
    """A recorded figure: every mention is a quote, or the name of a figure that a claim's quote holds."""

    id: str
    mentions: tuple[Quote | Text, ...]
    places: tuple[Text, ...]
    label: str
    note: str


class Claim(NamedTuple):
    """A rule, the quotes that hold its figures, and the roles given by name, literal or expression."""

    id: str
    rule: Rule
    quotes: tuple[Quote, ...]
    quote_places: tuple[Text, ...]
    roles: dict[str, tuple[Text, ...]]
    place: Text
    label: str
    note: str
    level: str
    known: str


class ClaimsFile(NamedTuple):
    """`report` is a path as written, "" if none is named; `attested` is False for `attested: ignore`."""

    path: str
    report: str
    attested: bool
    entries: tuple[Entry, ...]
    claims: tuple[Claim, ...]
    lines: tuple[str, ...] = ()


TOP_KEYS = ("report", "attested", "figures", "claims")
CLAIM_KEYS = ("rule", "quote", "label", "note", "level", "known")
ENTRY_KEYS = ("quote", "label", "note")
LEVELS = ("error", "warning", "note")


def load(path: str) -> ClaimsFile:
    """The claims file at `path`. Raises UserError with every fault found."""
    try:
        if os.path.isdir(path):
            raise UserError(Fault("is a directory, not a claims file", path))
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UserError(Fault("no such claims file", path)) from None
    except OSError as error:
        raise UserError(Fault(f"cannot be read: {error.strerror}", path)) from None
    if len(data) > MAX_BYTES:
        raise UserError(Fault(f"larger than {MAX_BYTES // 2**20} MiB", path))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(Fault("is not UTF-8 text", path)) from None
    return parse(path, text)


def parse(path: str, text: str) -> ClaimsFile:
    """The claims file whose content is `text`. Raises UserError with every fault found."""
    return _Reader(path, text).read()


class _Reader:
    """Reads one file, gathering faults instead of stopping at the first."""

    def __init__(self, path: str, text: str):
        self.path, self.text = path, text
        self.lines = text.split("\n")
        self.faults: list[Fault] = []

    def fault(self, message: str, line: int, column: int) -> None:
        source = self.lines[line - 1].rstrip("\r") if 0 < line <= len(self.lines) else ""
        self.faults.append(Fault(message, self.path, line, column, source[:160] if column <= 160 else ""))

    def fault_at(self, message: str, node) -> None:
        self.fault(message, node.start_mark.line + 1, node.start_mark.column + 1)

    def read(self) -> ClaimsFile:
        root = self.compose()
        if root is None:
            raise UserError(Fault("holds no claims", self.path))
        sections = dict(self.mapping(root, TOP_KEYS, "the file"))
        report = self.scalar(sections.get("report")).text if "report" in sections else ""
        attested = self.scalar(sections["attested"]) if "attested" in sections else None
        if attested and attested.text != "ignore":
            self.fault("attested can only be 'ignore'", attested.line, attested.column)
        entries = tuple(self.entries(sections["figures"])) if "figures" in sections else ()
        claims = tuple(self.claims(sections["claims"])) if "claims" in sections else ()
        seen: dict[str, Text] = {}
        for item_id, place in [(e.id, e.places[0]) for e in entries if e.places] + [(c.id, c.place) for c in claims]:
            if item_id in seen:
                self.fault(f"the id {item_id!r} stands twice, first in line {seen[item_id].line}", place.line, place.column)
            seen.setdefault(item_id, place)
        if not self.faults and not entries and not claims:
            raise UserError(Fault("holds no claims", self.path))
        if self.faults:
            raise UserError(*sorted(self.faults, key=lambda f: (f.line, f.column)))
        return ClaimsFile(self.path, report, attested is None, entries, claims, tuple(self.lines))

    def compose(self):
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            self.refuse_nesting()
            return yaml.compose(self.text, Loader=loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.fault(_yaml_message(error, self.lines, mark), (mark.line if mark else 0) + 1, (mark.column if mark else 0) + 1)
        except (yaml.YAMLError, RecursionError) as error:
            self.fault(f"is no YAML: {str(error).splitlines()[0]}", 1, 1)
        raise UserError(*self.faults)

    def refuse_nesting(self) -> None:
        for number, line in enumerate(self.lines, 1):
            depth = line.count("[") + line.count("{")
            if depth > 500 or len(line) - len(line.lstrip(" ")) > 200:
                self.fault("is nested too deeply", number, 1)
                raise UserError(*self.faults)

    def mapping(self, node, allowed, of: str) -> Iterator[tuple[str, object]]:
        """The keys and value nodes of a mapping; `allowed` is None where any key goes."""
        if node.id == "scalar" and not node.value:
            return
        if node.id != "mapping":
            self.fault_at(f"{of} should be a list of `key: value`", node)
            return
        seen: set[str] = set()
        for key_node, value in node.value:
            if key_node.id != "scalar":
                self.fault_at("a key should be one word", key_node)
                continue
            key = key_node.value
            if key in seen:
                self.fault_at(f"{key!r} stands twice in {of}", key_node)
                continue
            seen.add(key)
            if allowed is not None and key not in allowed:
                self.fault_at(f"{of} has no key {key!r}{did_you_mean(key, allowed)}", key_node)
                continue
            yield key, value

    def scalar(self, node) -> Text:
        if node.id != "scalar":
            what = "a quote that begins with { must stand between '…'" if node.id == "mapping" and node.flow_style else "this should be text"
            self.fault_at(what, node)
            return Text("", node.start_mark.line + 1, node.start_mark.column + 1)
        return Text(node.value, node.start_mark.line + 1, node.start_mark.column + 1 + (node.style in ("'", '"')))

    def scalars(self, node) -> list[Text]:
        if node.id == "sequence":
            return [self.scalar(item) for item in node.value]
        return [self.scalar(node)]

    def quote(self, text: Text) -> Quote | None:
        try:
            return parse_quote(text.text)
        except QuoteError as error:
            self.fault(str(error), text.line, text.column + error.offset)
            return None

    def entries(self, section) -> Iterator[Entry]:
        for item_id, node in self.mapping(section, None, "figures"):
            details: dict[str, object] = {}
            if node.id == "mapping" and not node.flow_style:
                details = dict(self.mapping(node, ENTRY_KEYS, item_id))
                if "quote" not in details:
                    self.fault_at(f"{item_id} has no quote", node)
                    continue
                node = details["quote"]
            texts = self.scalars(node)
            mentions: list[Quote | Text] = []
            for text in texts:
                if "{" in text.text or "｛" in text.text:
                    quote = self.quote(text)
                    if quote:
                        mentions.append(quote)
                elif text.text:
                    mentions.append(text)
            if not texts or not any(text.text for text in texts):
                self.fault_at(f"{item_id} has no quote", node)
                continue
            label, note = (self.scalar(details[key]).text if key in details else "" for key in ("label", "note"))
            yield Entry(item_id, tuple(mentions), tuple(texts), label, note)

    def claims(self, section) -> Iterator[Claim]:
        for claim_id, node in self.mapping(section, None, "claims"):
            place = Text(claim_id, node.start_mark.line + 1, node.start_mark.column + 1)
            if node.id != "mapping":
                self.fault_at(f"{claim_id} should have a rule and a quote", node)
                continue
            fields = dict(self.mapping(node, None, claim_id))
            if "rule" not in fields:
                self.fault_at(f"{claim_id} has no rule", node)
                continue
            rule_name = self.scalar(fields["rule"])
            rule = rules().get(rule_name.text)
            if rule is None:
                self.fault(f"no rule is called {rule_name.text!r}{did_you_mean(rule_name.text, rules())}", rule_name.line, rule_name.column)
                continue
            allowed = (*CLAIM_KEYS, *rule.roles)
            for key, value in fields.items():
                if key not in allowed:
                    self.fault_at(f"the rule {rule.id} has no role {key!r}{did_you_mean(key, allowed)}", value)
            quote_texts = self.scalars(fields["quote"]) if "quote" in fields else []
            quotes = [quote for text in quote_texts if (quote := self.quote(text))]
            roles = {role: tuple(self.scalars(fields[role])) for role in rule.roles if role in fields}
            level = self.scalar(fields["level"]) if "level" in fields else Text("error", 0, 0)
            if level.text not in LEVELS:
                self.fault(f"level can be {', '.join(LEVELS)}, not {level.text!r}", level.line, level.column)
            label, note, known = (self.scalar(fields[key]).text if key in fields else "" for key in ("label", "note", "known"))
            if "known" in fields and not known.strip():
                self.fault_at("known needs a reason", fields["known"])
            yield Claim(claim_id, rule, tuple(quotes), tuple(quote_texts), roles, place, label, note, level.text, known)


def _yaml_message(error, lines: list[str], mark) -> str:
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "YAML is indented with spaces, not tabs"
    value = line.partition(": ")[2].lstrip("- ")
    if value.startswith(("{", "[", "`", "@", "%", "&", "*")) or line.strip().startswith(("- {", "- [")):
        return f"this value begins with {value[:1] or '{'!r}; put the quote between '…'"
    if value.count(": "):
        return "a second `: ` stands in this value; put the quote between '…'"
    return f"is no YAML here: {error.problem or error.context}"


def did_you_mean(word: str, known) -> str:
    """`; did you mean growth?`, or nothing."""
    import difflib

    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {close[0]!r}?" if close else ""


def named_report(claims_file: ClaimsFile) -> str:
    """The path of the report that a claims file names, which is relative to the file itself."""
    return os.path.relpath(os.path.join(os.path.dirname(claims_file.path), claims_file.report))


def find(report: str, directory: str) -> ClaimsFile | None:
    """The claims file for a report, "" for the one of `directory`.

    NAME.claims.yaml beside the report, else the nearest claims.yaml upward that names it or names no report.
    """
    named = bool(report) and report != "-"
    folder = os.path.dirname(os.path.abspath(report)) if named else os.path.abspath(directory)
    if named:
        beside = os.path.join(folder, os.path.splitext(os.path.basename(report))[0] + ".claims.yaml")
        if os.path.isfile(beside):
            return load(os.path.relpath(beside, directory))
    while True:
        candidate = os.path.join(folder, "claims.yaml")
        if os.path.isfile(candidate):
            claims = load(os.path.relpath(candidate, directory))
            target = os.path.join(folder, claims.report)
            if not named or not claims.report or os.path.realpath(target) == os.path.realpath(report):
                return claims
        if os.path.dirname(folder) == folder:
            return None
        folder = os.path.dirname(folder)


__all__ = ["GAP", "SKIP", "Claim", "ClaimsFile", "Entry", "Text", "did_you_mean", "find", "load", "named_report", "parse"]
