"""The outcome of a run: findings, what they cover, and the exit status they lead to."""

from __future__ import annotations

from typing import NamedTuple

from .binding import Binding
from .document import Document, Location
from .expression import names
from .findings import LEVELS, VERDICTS, Finding
from .quotes import SKIP


class Coverage(NamedTuple):
    """How many figures of the report are used by arithmetic, only recorded, or neither."""

    figures: int
    checked: int
    recorded: int
    uncovered: int
    uncovered_at: tuple[Location, ...]


class Outcome(NamedTuple):
    """Everything the formats print."""

    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    coverage: Coverage
    language: str
    strict: bool = False

    @property
    def summary(self) -> dict[str, int]:
        """How many findings there are of each verdict; pinned ones count as known only."""
        counts = {verdict: 0 for verdict in VERDICTS}
        for finding in self.findings:
            if not finding.known:
                counts[finding.verdict] += 1
        return {**counts, "known": sum(bool(f.known) for f in self.findings)}

    def status(self, fail_on: str = "error") -> int:
        """0, or 1 if a finding stands at or above `fail_on`; strict runs also fail on warnings and uncovered figures."""
        limit = min(LEVELS.index(fail_on), LEVELS.index("warning") if self.strict else len(LEVELS))
        reached = any(LEVELS.index(f.level) >= limit for f in self.findings)
        return int(reached or self.strict and self.coverage.uncovered > 0)


def outcome(results: list[tuple[Binding, tuple[Finding, ...]]], language: str, strict: bool) -> Outcome:
    """All reports of a run as one outcome."""
    coverages = [coverage(binding) for binding, _ in results]
    joined = Coverage(*(sum(c[i] for c in coverages) for i in range(4)), tuple(place for c in coverages for place in c.uncovered_at))
    documents = tuple(binding.document for binding, _ in results if binding.document)
    return Outcome(tuple(f for _, found in results for f in found), documents, joined, language, strict)


def coverage(binding: Binding) -> Coverage:
    """Which figures of the report a claim uses, an entry records, or nothing holds."""
    if binding.index is None or binding.document is None:
        return Coverage(0, 0, 0, 0, ())
    used = {key for operands in binding.plan.operands.values() for _, tree in operands for key in names(tree)}
    used |= {key for keys in binding.plan.mentions.values() if len(keys) > 1 for key in keys}
    used |= {key for entry, keys in binding.plan.mentions.items() if entry in used for key in keys}
    checked: set[int] = set()
    recorded: set[int] = set()
    skipped: set[int] = set()
    held: list[tuple[int, int]] = []
    for key, source in binding.plan.sources.items():
        for match in binding.placement(source.quote).bound:
            figure = match.figures[source.slot_number]
            if figure:
                (checked if key in used else recorded).add(figure.start)
            held += match.stretches
            skipped |= {f.start for f, slot in zip(match.figures, source.quote.slots) if f and slot.name == SKIP}
    literal = _inside(binding, held) - skipped
    recorded = (recorded | literal) - checked
    loose = [f for f in binding.index.figures if f.start not in checked and f.start not in recorded]
    places = tuple(binding.document.location(f.span) for f in loose)
    return Coverage(len(binding.index.figures), len(checked), len(recorded), len(loose), places)


def _inside(binding: Binding, held: list[tuple[int, int]]) -> set[int]:
    """Figures inside a stretch that is matched word for word."""
    from bisect import bisect_left

    assert binding.index is not None
    starts = [figure.start for figure in binding.index.figures]
    found: set[int] = set()
    for start, end in set(held):
        position = bisect_left(starts, start)
        while position < len(starts) and starts[position] < end:
            found.add(starts[position])
            position += 1
    return found
