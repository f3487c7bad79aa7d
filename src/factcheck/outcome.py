"""The outcome of a run: findings, what they cover, and the exit status they lead to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from . import lang as languages
from .binding import Binding
from .document import Document, Location
from .expression import names
from .findings import LEVELS, VERDICTS, Finding, check_finding
from .quotes import SKIP

if TYPE_CHECKING:
    from .checks import Check
    from .scan.files import Scanned


class Coverage(NamedTuple):
    """How many figures of the report are used by arithmetic, only recorded, or neither."""

    figures: int
    checked: int
    recorded: int
    uncovered: int
    uncovered_at: tuple[Location, ...]


class Outcome(NamedTuple):
    """Everything the formats print. `bindings` are what the claims files were bound to."""

    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    coverage: Coverage
    language: str
    strict: bool = False
    scanned: bool = False
    bindings: tuple[Binding, ...] = ()
    uncounted: tuple[tuple[str, int], ...] = ()

    @property
    def covered(self) -> str:
        """A line on what was looked at."""
        messages = languages.of(self.language).MESSAGES
        if not self.scanned:
            return messages["coverage"].format(**self.coverage._asdict())
        claims = sum(self.summary.values())
        return messages["scanned" if claims else "no_claims"].format(claims=claims, **self.coverage._asdict())

    @property
    def summary(self) -> dict[str, int]:
        """How many findings there are of each verdict; pinned ones count as known only."""
        counts = {verdict: 0 for verdict in VERDICTS} | dict(self.uncounted)
        for finding in self.findings:
            if not finding.known:
                counts[finding.verdict] += 1
        return {**counts, "known": sum(bool(f.known) for f in self.findings)}

    def status(self, fail_on: str = "error") -> int:
        """0, or 1 if a finding stands at or above `fail_on`; strict runs also fail on warnings and uncovered figures."""
        return int(any(self.fails(f, fail_on) for f in self.findings) or self.strict and bool(self.coverage.uncovered_at))

    def fails(self, finding: Finding, fail_on: str = "error") -> bool:
        """Whether one finding alone makes the exit status 1."""
        return LEVELS.index(finding.level) >= min(LEVELS.index(fail_on), LEVELS.index("warning") if self.strict else len(LEVELS))

    @property
    def checks(self) -> tuple[Finding, ...]:
        """All findings; strict runs add the uncovered figures, a warning each."""
        if not self.strict:
            return self.findings
        message = languages.of(self.language).MESSAGES["uncovered"]
        places = self.coverage.uncovered_at
        return (*self.findings, *(Finding("", "uncovered", "uncovered", "warning", message.format(text=at.text), None, None, at, (), report=at.path) for at in places))

    def worst_first(self, everything: bool = False, quiet: bool = False) -> tuple[Finding, ...]:
        """The checks by level, pinned ones last in theirs: all that are no more than consistent left out, unless `everything`; the notes too, if `quiet`."""
        low = 0 if everything else 2 if quiet else 1
        return tuple(sorted((f for f in self.checks if LEVELS.index(f.level) >= low), key=lambda f: (-LEVELS.index(f.level), bool(f.known))))

    def by_report(self) -> dict[str, tuple[Finding, ...]]:
        """The checks of each report, in their order; those of attested values alone stand under the claims file."""
        grouped: dict[str, list[Finding]] = {document.path: [] for document in self.documents}
        for finding in self.checks:
            grouped.setdefault(finding.report or finding.location.path, []).append(finding)
        return {path: tuple(found) for path, found in grouped.items()}


def fingerprints(findings: Sequence[Finding]) -> tuple[str, ...]:
    """A mark for each finding, none twice, the same in the next run as long as the same figures disagree at the same claim, whatever line they stand on.

    32 hexadecimal digits of a SHA-256. Equal findings are told apart by their order.
    """
    from hashlib import sha256

    seen: dict[str, int] = {}
    marks = []
    for finding in findings:
        stated = [part for s in (finding.reported, finding.computed) if s for part in (s.text, s.sum)]
        key = "\0".join([shared_path(finding.report), shared_path(finding.location.path), finding.claim or "", finding.rule, finding.verdict, finding.location.text, *stated])
        seen[key] = seen.get(key, 0) + 1
        marks.append(sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return tuple(marks)


def shared_path(path: str) -> str:
    """A path as others will find it: from the root of the repository, with slashes; as given where it lies outside or is standard input."""
    return path if not path or path.startswith("<") else _shared_path(path, os.getcwd())


@cache
def _shared_path(path: str, directory: str) -> str:
    root = _root(os.path.realpath(directory))
    inside = os.path.relpath(os.path.realpath(path), root)
    return (os.path.normpath(path) if inside.startswith(os.pardir + os.sep) else inside).replace(os.sep, "/")


def _root(directory: str) -> str:
    """The nearest folder upward that a CI system calls its workspace or that holds .git; the directory itself if there is none."""
    workspaces = {os.path.realpath(os.environ[name]) for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR") if os.environ.get(name)}
    folder = directory
    while folder not in workspaces and not os.path.exists(os.path.join(folder, ".git")):
        if os.path.dirname(folder) == folder:
            return directory
        folder = os.path.dirname(folder)
    return folder


def outcome(results: list[tuple[Binding, tuple[Finding, ...]]], language: str, strict: bool) -> Outcome:
    """All reports of a run as one outcome."""
    coverages = [coverage(binding) for binding, _ in results]
    joined = Coverage(*(sum(c[i] for c in coverages) for i in range(4)), tuple(place for c in coverages for place in c.uncovered_at))
    documents = tuple(binding.document for binding, _ in results if binding.document)
    bindings = tuple(binding for binding, _ in results)
    return Outcome(tuple(f for _, found in results for f in found), documents, joined, language, strict, False, bindings)


# Of a huge text no more mismatches are listed; the rest are counted. Causes are looked for while there are few: nobody reads those of a hundred.
LISTED, EXPLAINED = 2000, 100


def scanned(results: Iterable[Scanned], language: Callable[[bool], str], strict: bool, everything: bool) -> Outcome:
    """Documents without a claims file as one outcome. `language` chooses the messages by whether the first document is Chinese.

    Unless `everything`, what is consistent is counted and not kept, and no more than LISTED findings are: memory does not grow with the text.
    """
    found: list[Finding] = []
    counts = dict.fromkeys(VERDICTS, 0)
    reports: dict[str, Document] = {}
    code, total, used, told = "", 0, 0, 0
    for document, figures, checks in results:
        code = code or language(document.chinese)
        messages = languages.of(code).MESSAGES
        reports.setdefault(document.path, document if everything else Document(document.path, "", document.chinese))
        total += figures
        used += len({span for check in checks for reading in check.readings.values() for span in reading.spans})
        judged = [(check, check_finding(check, messages)._replace(report=document.path)) for check in checks]
        explained = told < EXPLAINED
        told += sum(finding.verdict == "mismatch" for _, finding in judged)
        for finding in _explained(judged, code) if explained else (finding for _, finding in judged):
            if everything or finding.verdict != "consistent" and len(found) < LISTED:
                found.append(finding)
            else:
                counts[finding.verdict] += 1
    cover = Coverage(total, used, 0, total - used, ())
    return Outcome(tuple(found), tuple(reports.values()), cover, code or language(True), strict, True, (), tuple(counts.items()))


def _explained(judged: list[tuple[Check, Finding]], code: str) -> Iterable[Finding]:
    """The findings, each mismatch with its causes."""
    if all(finding.verdict != "mismatch" for _, finding in judged):
        return [finding for _, finding in judged]
    from .causes import with_causes

    return with_causes(judged, code)


def coverage(binding: Binding) -> Coverage:
    """Which figures of the report a claim uses, an entry records, or nothing holds."""
    if binding.index is None or binding.document is None:
        return Coverage(0, 0, 0, 0, ())
    checked, recorded = held(binding)
    loose = [f for f in binding.index.figures if f.start not in checked and f.start not in recorded]
    places = tuple(binding.document.location(f.span) for f in loose)
    return Coverage(len(binding.index.figures), len(checked), len(recorded), len(loose), places)


def held(binding: Binding) -> tuple[set[int], set[int]]:
    """Where the figures start that arithmetic uses, and those that are only recorded."""
    used = {key for operands in binding.plan.operands.values() for _, tree in operands for key in names(tree)}
    used |= {key for keys in binding.plan.mentions.values() if len(keys) > 1 for key in keys}
    used |= {key for entry, keys in binding.plan.mentions.items() if entry in used for key in keys}
    checked: set[int] = set()
    recorded: set[int] = set()
    skipped: set[int] = set()
    stretches: list[tuple[int, int]] = []
    for key, source in binding.plan.sources.items():
        for match in binding.placement(source.quote).bound:
            figure = match.figures[source.slot_number]
            if figure:
                (checked if key in used else recorded).add(figure.start)
            stretches += match.stretches
            skipped |= {f.start for f, slot in zip(match.figures, source.quote.slots) if f and slot.name == SKIP}
    literal = _inside(binding, stretches) - skipped
    return checked, (recorded | literal) - checked


def _inside(binding: Binding, stretches: list[tuple[int, int]]) -> set[int]:
    """Figures inside a stretch that is matched word for word."""
    from bisect import bisect_left

    assert binding.index is not None
    starts = [figure.start for figure in binding.index.figures]
    found: set[int] = set()
    for start, end in set(stretches):
        position = bisect_left(starts, start)
        while position < len(starts) and starts[position] < end:
            found.add(starts[position])
            position += 1
    return found
