"""The findings as cards: the number, why it is wrong, what it should be, and its operands as links to where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ... import lang as languages
from ...document import Document, Location, Span
from ...findings import Finding
from ...marks import Mark
from ...outcome import Outcome
from .text import place, short, shown

SIGNS = {"mismatch": "×", "changed": "Δ", "unbound": "?", "reworded": "~", "undecided": "?", "rounding": "≈", "known": "—", "consistent": "✓", "recorded": "•"}
# Relations with one right answer; the others only set a bound or a direction.
BOUNDS = ("at_most", "between", "rises", "falls")
BEFORE, AFTER, LONGEST = 46, 24, 150


class Cards:
    """The cards of one report; a finding's number is its place in the list, from 1."""

    def __init__(self, outcome: Outcome, document: Document | None, findings: Sequence[Finding], marks: Sequence[Mark], prefix: str, level: int):
        self.document, self.findings, self.prefix, self.level = document, findings, prefix, level
        language = languages.of(outcome.language)
        self.words, self.rules = language.PAGE, language.RULES
        files = {id(b.plan.claims_file): b.plan.claims_file for b in outcome.bindings if document is None or b.document and b.document.path == document.path}
        items = [item for file in files.values() for item in (*file.claims, *file.entries)]
        self.labels = {item.id: item.label for item in items}
        self.notes = {item.id: item.note for item in items}
        self.marks = marks
        self.attested = {mark.span: mark.attested for mark in marks if mark.attested}

    # Marks in the text

    def tag(self, mark: Mark) -> tuple[str, str, str]:
        """What opens a mark, what opens its continuation on the next line, what closes it."""
        numbers = sorted((*mark.here, *mark.used), key=lambda n: (self.findings[n].level == "none", n not in mark.here, n))
        element, attributes = "span", f' class="m {mark.state}"'
        if numbers:
            said = [self.words["states"][mark.state], self.sum(self.findings[numbers[0]])]
            if mark.attested:
                said.append(self.words["was"].format(text=mark.attested))
            element = "a"
            attributes += f' title="{shown(" · ".join(said))}"'
            attributes += f' href="#{self.prefix}f{numbers[0] + 1}" data-f="{" ".join(str(n + 1) for n in numbers)}"'
            if mark.here:
                attributes += f' data-n="{min(mark.here, key=numbers.index) + 1}"'
        if fix := self.fix(mark):
            attributes += f' data-fix="{shown(fix)}"'
        return f'<{element} id="{self.anchor(mark.span)}"{attributes}>', f"<{element}{attributes}>", f"</{element}>"

    def fix(self, mark: Mark) -> str:
        """What is written beside a wrong figure."""
        if mark.state == "mismatch":
            wanted = (correction(f, expected(f)) for f in (self.findings[n] for n in mark.here) if not _elsewhere(f))
            return next((f"→ {should}" for _, should in wanted if should), "")
        return self.words["was"].format(text=mark.attested) if mark.state == "changed" and mark.attested else ""

    def anchor(self, span: Span) -> str:
        return f"{self.prefix}m{span.start}"

    # The list

    def lists(self) -> Iterator[str]:
        loud = [n for n, finding in enumerate(self.findings) if finding.level != "none"]
        if loud:
            yield '<ol class="cards">\n'
            for number in loud:
                yield self.card(number, True)
            yield "</ol>\n"
        unchecked = [mark for mark in self.marks if mark.state == "unchecked"]
        if unchecked and self.document:
            text = self.document.text
            links = " ".join(f'<a href="#{self.anchor(m.span)}">{shown(text[m.span.start : m.span.end])}</a>' for m in unchecked[:500])
            yield f"<details><summary>{shown(self.words['unchecked'].format(n=len(unchecked)))}</summary><p class=\"links\">{links}{' …' if len(unchecked) > 500 else ''}</p></details>\n"
        calm = [n for n, finding in enumerate(self.findings) if finding.level == "none"]
        if calm:
            yield f'<details class="calm"><summary>{shown(self.words["rest"].format(n=len(calm)))}</summary>\n<ol class="cards" start="{calm[0] + 1}">\n'
            for number in calm:
                yield self.card(number, False)
            yield "</ol></details>\n"

    def card(self, number: int, whole: bool) -> str:
        finding, words = self.findings[number], self.words
        kind = "known" if finding.known else "recorded" if finding.rule == "recorded" and finding.verdict == "consistent" else finding.verdict
        verdict = f'<span class="verdict"><i aria-hidden="true">{SIGNS[kind]}</i> {shown(words["states"][kind])}</span>'
        element = "code" if finding.claim and not self.labels.get(finding.claim) else "span"
        name = f'<{element} class="title">{shown(self.name(finding))}</{element}>'
        heading = f'<h{self.level} class="head" data-n="{number + 1}">{verdict} {name}</h{self.level}>'
        where = self.link(finding.location, place(finding.location, words), "place")
        wanted = expected(finding)
        parts = [heading, f'<p class="where">{where}</p>']
        if whole:
            says, should = correction(finding, wanted)
            if should and not finding.known:
                parts.append(f'<p class="fix"><span class="label">{shown(words["says"])}</span> <del>{shown(says)}</del> '
                             f'<span class="label">{shown(words["should"])}</span> <ins>{shown(should)}</ins></p>')
            parts.append(self.causes(finding))
            parts.append(self.excerpt(finding))
        parts.append(f'<p class="sum">{shown(self.sum(finding))}</p>')
        if whole and (note := self.notes.get(finding.claim)):
            parts.append(f'<p class="remark">{shown(words["note"].format(text=note))}</p>')
        parts.append(self.operands(finding))
        return f'<li class="card {kind} {finding.level}" id="{self.prefix}f{number + 1}">{"".join(parts)}</li>\n'

    def name(self, finding: Finding) -> str:
        title = self.rules.get(finding.rule, {}).get("title", finding.rule)
        return self.labels.get(finding.claim) or finding.claim or title

    def sum(self, finding: Finding) -> str:
        wanted = expected(finding)
        if wanted and not finding.known and finding.computed:
            return wanted if finding.computed.sum == wanted else f"{finding.computed.sum} = {wanted}"
        return finding.message

    def causes(self, finding: Finding) -> str:
        """The likely causes, the likeliest first, and the figures of the sum that are not what somebody last looked at."""
        found = [cause.message for cause in finding.causes[:3]]
        for _, location in (("", finding.location), *finding.related):
            was = self.attested.get(location.span) if self.document and location.path == self.document.path else None
            if was and finding.verdict == "mismatch":
                found.append(f"{location.text} {self.words['was'].format(text=was)}")
        return "".join(f'<p class="cause">{shown(text)}</p>' for text in found)

    def operands(self, finding: Finding) -> str:
        items = []
        for role, location in finding.related:
            text = location.text.strip()
            text = text if len(text) < 60 else text[:57] + "…"
            link = self.link(location, text, "op")
            items.append(f'<li><span class="label">{shown(self.words["roles"].get(role, role))}</span> {link}</li>')
        return f'<ul class="ops">{"".join(items)}</ul>' if items else ""

    def link(self, location: Location, text: str, kind: str) -> str:
        """A link to a place of the report; a place in the claims file is only named."""
        if self.document is None or location.path != self.document.path:
            return f'<span class="{kind}">{shown(short(location.path))} {shown(place(location, self.words))}</span>'
        target = self.mark_at(location.span)
        anchor = self.anchor(target.span) if target else f"{self.prefix}L{location.line}"
        return f'<a class="{kind}" href="#{anchor}">{shown(text)}</a>'

    def mark_at(self, span: Span) -> Mark | None:
        from bisect import bisect_right

        at = bisect_right(self.marks, span.start, key=lambda mark: mark.span.start) - 1
        return self.marks[at] if at >= 0 and self.marks[at].span.start <= span.start and span.end <= self.marks[at].span.end else None

    def excerpt(self, finding: Finding) -> str:
        """The words around the figure, with its operands among them set apart."""
        if self.document is None or finding.location.path != self.document.path:
            return ""
        document, at = self.document, finding.location.span
        sentence = document.sentence_at(at.start)
        near = [p.span for _, p in finding.related if p.path == document.path and sentence.start <= p.span.start and p.span.end <= min(at.start, sentence.end)]
        text = document.text
        start = max(sentence.start, min([at.start - BEFORE, *(s.start - 12 for s in near if at.start - s.start < LONGEST)]))
        end = min(max(sentence.end, at.end), at.end + AFTER)
        start = sentence.start if start - sentence.start < 12 else _whole_word(text, start, -1)
        end = max(sentence.end, at.end) if sentence.end - end < 12 else _whole_word(text, end, 1)
        stops = sorted({(at.start, at.end, "mark"), *((s.start, s.end, "b") for s in near if s.start >= start)})
        written, here = ["…" if text[sentence.start : start].strip() else ""], start
        for first, last, element in stops:
            if first >= here:
                written += [shown(text[here:first]), f"<{element}>{shown(text[first:last])}</{element}>"]
                here = last
        written += [shown(text[here:end]).rstrip(), "…" if text[end : sentence.end].strip() else ""]
        return f'<blockquote dir="auto">{"".join(written).strip()}</blockquote>'


def _whole_word(text: str, at: int, step: int) -> int:
    """An offset moved outward so that it cuts no Latin word or number."""
    for _ in range(20):
        if not 0 < at < len(text) or not all(c.isascii() and c.isalnum() for c in text[at - 1 : at + 1]):
            break
        at += step
    return at


def _elsewhere(finding: Finding) -> bool:
    """Whether another figure than the stated one is certainly the wrong one."""
    cause = finding.causes[0] if finding.decided and finding.causes else None
    return bool(cause and cause.place and cause.suggestion and cause.place.span != finding.location.span)


def correction(finding: Finding, wanted: str) -> tuple[str, str]:
    """The wrong text and the right one: as the cause says where it is certain, else the stated figure and what was computed."""
    cause = finding.causes[0] if finding.decided and finding.causes else None
    if cause and cause.place and cause.suggestion:
        return cause.place.text, cause.suggestion
    return finding.location.text, wanted


def expected(finding: Finding) -> str:
    """What the figure would have to say, as computed; "" where no one value follows (a bound, a verb, mentions that differ)."""
    reported, computed = finding.reported, finding.computed
    if finding.verdict != "mismatch" or reported is None or computed is None or not computed.sum or finding.rule in BOUNDS:
        return ""
    if reported.text.lstrip("−") != finding.location.text or reported.low is not None and reported.high is not None and reported.low <= computed.value <= reported.high:
        return ""
    return computed.text
