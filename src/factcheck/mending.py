"""Putting right what a report says: the replacements that the causes of its mismatches suggest, in its own file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import unified_diff
from typing import NamedTuple

from .document import Document, Span
from .edits import Edit
from .errors import Fault, UserError
from .findings import Cause, Finding


class Mending(NamedTuple):
    """The edits of the source text, and the findings whose cause is not certain enough to act on."""

    edits: tuple[Edit, ...]
    unsure: tuple[Finding, ...]


def mending(document: Document, found: Iterable[Finding], claim: str = "", figure: str = "") -> Mending:
    """One edit for each slip. A cause is taken if it is decided, or if `claim` (or, in a scan, its rule) and `figure` choose it.

    Raises UserError for a file that is no text or Markdown, and where nothing matches what was chosen.
    """
    if document.source is None or not document.source.editable or document.path.startswith("<"):
        raise UserError(Fault("cannot be mended: only a text or Markdown file can", document.path))
    edits: dict[Span, Edit] = {}
    unsure = []
    wrong = [f for f in found if f.verdict == "mismatch" and not f.known and (not claim or claim in (f.claim, f.rule))]
    if claim and not wrong:
        raise UserError(f"no mismatch is one of {claim!r}")
    for finding in wrong:
        cause = _chosen(finding, figure, bool(claim))
        made = _edits(document, finding, cause) if cause else None
        if made is None:
            unsure.append(finding)
            continue
        for edit in made:
            edits.setdefault(edit.span, edit)
    # A finding that an edit of another one mends needs none of its own.
    mended = {span for span in edits}
    return Mending(tuple(edits.values()), tuple(f for f in unsure if not _touched(document, f, mended)))


def _chosen(finding: Finding, figure: str, asked: bool) -> Cause | None:
    causes = [c for c in finding.causes if c.suggestion and c.span and (not figure or c.figure == figure)]
    return causes[0] if causes and (figure or asked and len(causes) == 1 or finding.decided and causes[0] == finding.causes[0]) else None


def _edits(document: Document, finding: Finding, cause: Cause) -> list[Edit] | None:
    made = []
    for span, text in ((cause.span, cause.suggestion), *cause.more):
        place = document.source_span(span) if span else None
        if place is None:
            return None
        made.append(Edit(place, text, finding.claim or finding.rule, document.text[span.start : span.end], text))  # type: ignore[union-attr]
    return made


def _touched(document: Document, finding: Finding, mended: set[Span]) -> bool:
    places = [finding.location, *(place for _, place in finding.related)]
    return any(document.source_span(place.span) in mended for place in places)


def candidates(findings: Sequence[Finding]) -> list[str]:
    """For each finding its possible repairs, as a person chooses among them."""
    lines = []
    for finding in findings:
        name = finding.claim or finding.rule
        lines.append(f"{finding.location.path}:{finding.location.line}:{finding.location.column}: {name}: {finding.message}")
        lines += [f"    --claim {name} --figure {c.figure}   {c.message}" for c in finding.causes if c.suggestion and c.span]
    return lines


def difference(path: str, before: str, after: str) -> str:
    """A unified diff of two versions of a file."""
    return "".join(line if line.endswith("\n") else line + "\n" for line in unified_diff(before.splitlines(True), after.splitlines(True), path, path, n=1))
