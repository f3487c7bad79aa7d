"""claims.yaml: read, with the place of every word, and checked as far as it can be without a report."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from .document import Span
from .errors import Fault, UserError
from .quotes import GAP, SKIP, Quote, QuoteError
from .quotes import parse as parse_quote
from .rules import Rule, rules

MAX_BYTES = 8 * 1024 * 1024
MAX_SHOWN = 160


class Text(NamedTuple):
    """One scalar of the file as written, and where: line and column from 1; `span` is all of it in the file, quotation marks too."""

    text: str
    line: int
    column: int
    span: Span = Span(0, 0)


class Entry(NamedTuple):
    """A recorded figure: every mention is a quote, or the name of a figure that a claim's quote holds. `span` is all its lines in the file."""

    id: str
    mentions: tuple[Quote | Text, ...]
    places: tuple[Text, ...]
    place: Text
    label: str
    note: str
    span: Span


class Claim(NamedTuple):
    """A rule, the quotes that hold its figures, and the roles given by name, literal or expression. `span` is all its lines in the file.

    `rule_place` is where the rule's name stands, `known_place` where the reason of its pin does, if it has one.
    """

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
    span: Span
    rule_place: Text
    known_place: Text | None


class ClaimsFile(NamedTuple):
    """`report` is a path as written, "" if none is named; `attested` is False for `attested: ignore`; `text` is the whole file.

    `faults` are what is wrong in it; `broken` are the ids of entries and claims that could not be read, so that nobody asks for them.
    """

    path: str
    report: str
    attested: bool
    entries: tuple[Entry, ...]
    claims: tuple[Claim, ...]
    text: str = ""
    faults: tuple[Fault, ...] = ()
    broken: frozenset[str] = frozenset()

    def line(self, number: int) -> str:
        """The line of that number, from 1, for a message; "" where there is none."""
        lines = self.text.split("\n")
        return lines[number - 1].rstrip("\r")[:MAX_SHOWN] if 0 < number <= len(lines) else ""


TOP_KEYS = ("report", "attested", "figures", "claims")
CLAIM_KEYS = ("rule", "quote", "label", "note", "level", "known")
ENTRY_KEYS = ("quote", "label", "note")
LEVELS = ("error", "warning", "note")
_ID = re.compile(r"[^\W\d]\w{0,79}")


def load(path: str) -> ClaimsFile:
    """The claims file at `path`. Raises UserError if it cannot be read at all; other faults are in its `faults`."""
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
    """The claims file whose content is `text`. Raises UserError if it cannot be read at all; other faults are in its `faults`."""
    return _Reader(path, text).read()


class _Reader:
    """Reads one file, gathering faults instead of stopping at the first."""

    def __init__(self, path: str, text: str):
        self.path, self.text = path, text
        self.lines = text.split("\n")
        self.faults: list[Fault] = []
        self.broken: set[str] = set()

    def fault(self, message: str, line: int, column: int) -> None:
        source = self.lines[line - 1].rstrip("\r") if 0 < line <= len(self.lines) else ""
        self.faults.append(Fault(message, self.path, line, column, source[:MAX_SHOWN] if column <= MAX_SHOWN else ""))

    def fault_at(self, message: str, node) -> None:
        self.fault(message, node.start_mark.line + 1, node.start_mark.column + 1)

    def read(self) -> ClaimsFile:
        root = self.compose()
        if root is None:
            raise UserError(Fault("holds no claims", self.path))
        sections = self.fields(root, TOP_KEYS, "the file")
        report = self.scalar(sections.get("report")).text if "report" in sections else ""
        attested = self.scalar(sections["attested"]) if "attested" in sections else None
        if attested and attested.text != "ignore":
            self.fault("attested can only be 'ignore'", attested.line, attested.column)
        entries = tuple(self.entries(sections["figures"])) if "figures" in sections else ()
        claims = tuple(self.claims(sections["claims"])) if "claims" in sections else ()
        seen: dict[str, Text] = {}
        for item in (*entries, *claims):
            if item.id in seen:
                self.fault(f"the id {item.id!r} stands twice, first in line {seen[item.id].line}", item.place.line, item.place.column)
            seen.setdefault(item.id, item.place)
        if not self.faults and not entries and not claims:
            raise UserError(Fault("holds no claims", self.path))
        return ClaimsFile(self.path, report, attested is None, entries, claims, self.text, tuple(self.faults), frozenset(self.broken))

    def compose(self):
        """The tree of nodes. Where YAML gives up, the usual slips are named and mended in memory, so that the rest of the file is looked at too."""
        import yaml

        from .slips import slips

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.refuse_nesting()
        try:
            tree = yaml.compose(self.text, Loader=loader)
            self.slipped([slip for slip in slips(self.lines) if slip.silent] if "#" in self.text or "&" in self.text or "!" in self.text else [])
            return tree
        except yaml.YAMLError as error:
            mended = self.slipped(list(slips(self.lines)))
            failure: yaml.YAMLError = error
        except RecursionError:
            raise UserError(Fault("is nested too deeply", self.path)) from None
        if mended is not None:
            try:
                return yaml.compose(mended, Loader=loader)
            except yaml.YAMLError as error:
                failure = error
        mark = getattr(failure, "problem_mark", None) or getattr(failure, "context_mark", None)
        if mended is None or not mark:
            problem = getattr(failure, "problem", None) or getattr(failure, "context", None) or str(failure).splitlines()[0]
            self.fault(f"is no YAML here: {problem}", mark.line + 1 if mark else 1, mark.column + 1 if mark else 1)
        raise UserError(*self.faults)

    def slipped(self, found) -> str | None:
        """Names each slip; gives the text as it was meant, None if there is no slip."""
        lines = list(self.lines)
        for slip in found:
            self.fault(slip.message, slip.line, slip.column)
            lines[slip.line - 1] = slip.mended
        return "\n".join(lines) if found else None

    def refuse_nesting(self) -> None:
        for number, line in enumerate(self.lines, 1):
            depth = line.count("[") + line.count("{")
            if depth > 500 or len(line) - len(line.lstrip(" ")) > 200:
                self.fault("is nested too deeply", number, 1)
                raise UserError(*self.faults)

    def mapping(self, node, allowed, of: str) -> Iterator[tuple[Any, Any]]:
        """The key and value nodes of a mapping; `allowed` is None where any key goes."""
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
            yield key_node, value

    def scalar(self, node) -> Text:
        if node.id != "scalar":
            what = "a value that begins with { is a mapping to YAML; put the quote between '…'" if node.id == "mapping" and node.flow_style else "this should be text"
            self.fault_at(what, node)
            return Text("", node.start_mark.line + 1, node.start_mark.column + 1)
        span = Span(node.start_mark.index, node.end_mark.index)
        return Text(node.value, node.start_mark.line + 1, node.start_mark.column + 1 + (node.style in ("'", '"')), span)

    def lines_of(self, key, value) -> Span:
        """The whole lines from a key to the last word of its value."""
        start = self.text.rfind("\n", 0, key.start_mark.index) + 1
        end = self.text.find("\n", max(_last_index(value) - 1, key.end_mark.index))
        return Span(start, len(self.text) if end < 0 else end + 1)

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

    def fields(self, node, allowed, of: str) -> dict[str, Any]:
        return {key.value: value for key, value in self.mapping(node, allowed, of)}

    def items(self, section, of: str) -> Iterator[tuple[Text, Any, Span]]:
        """The id, the value and the lines of every entry or claim."""
        for key, node in self.mapping(section, None, of):
            place = self.scalar(key)
            if not _ID.fullmatch(place.text):
                self.fault(f"an id is one word of letters, digits and _, not {place.text!r}", place.line, place.column)
                self.broken.add(place.text)
                continue
            before = len(self.faults)
            yield place, node, self.lines_of(key, node)
            if len(self.faults) > before:
                self.broken.add(place.text)

    def entries(self, section) -> Iterator[Entry]:
        for place, node, span in self.items(section, "figures"):
            details: dict[str, Any] = {}
            if node.id == "mapping" and not node.flow_style:
                details = self.fields(node, ENTRY_KEYS, place.text)
                if "quote" not in details:
                    self.fault(f"{place.text} has no quote", place.line, place.column)
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
            if any(not text.text and text.span.end for text in texts) or not texts:
                self.fault(f"{place.text} has no quote", place.line, place.column)
                continue
            label, note = (self.scalar(details[key]).text if key in details else "" for key in ("label", "note"))
            if mentions:
                yield Entry(place.text, tuple(mentions), tuple(t for t in texts if t.text), place, label, note, span)

    def claims(self, section) -> Iterator[Claim]:
        for place, node, span in self.items(section, "claims"):
            if node.id != "mapping":
                self.fault(f"{place.text} should have a rule and a quote", place.line, place.column)
                continue
            fields = self.fields(node, None, place.text)
            if "rule" not in fields:
                self.fault(f"{place.text} has no rule", place.line, place.column)
                continue
            rule_name = self.scalar(fields["rule"])
            rule = rules().get(rule_name.text)
            if rule is None:
                self.fault(f"no rule is called {rule_name.text!r}{did_you_mean(rule_name.text, rules())}", rule_name.line, rule_name.column)
                continue
            allowed = (*CLAIM_KEYS, *rule.roles)
            for key, _ in self.mapping(node, None, place.text):
                if key.value not in allowed:
                    self.fault_at(f"the rule {rule.id} has no role {key.value!r}{did_you_mean(key.value, allowed)}", key)
            quote_texts = self.scalars(fields["quote"]) if "quote" in fields else []
            quotes = [quote for text in quote_texts if (quote := self.quote(text))]
            roles = {role: tuple(self.scalars(fields[role])) for role in rule.roles if role in fields}
            level = self.scalar(fields["level"]) if "level" in fields else Text("error", 0, 0)
            if level.text not in LEVELS:
                self.fault(f"level can be {', '.join(LEVELS)}, not {level.text!r}{did_you_mean(level.text, LEVELS)}", level.line, level.column)
            label, note, known = (self.scalar(fields[key]).text if key in fields else "" for key in ("label", "note", "known"))
            if "known" in fields and not known.strip():
                self.fault_at("known needs a reason", fields["known"])
            known_place = self.scalar(fields["known"]) if "known" in fields else None
            if len(quotes) == len(quote_texts):
                yield Claim(place.text, rule, tuple(quotes), tuple(quote_texts), roles, place, label, note, level.text, known, span, rule_name, known_place)


def _last_index(node) -> int:
    """Where the last word of a node ends."""
    if node.id == "scalar" or node.flow_style:
        return node.end_mark.index
    children = [value for _, value in node.value] if node.id == "mapping" else node.value
    return max(map(_last_index, children), default=node.start_mark.index)


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
