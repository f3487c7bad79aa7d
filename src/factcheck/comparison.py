"""Two versions of a report: which figures changed, appeared or are gone, and what that does to the claims."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from .binding import Binding, bind, check
from .claimsfile import ClaimsFile
from .document import Document, Location
from .errors import Fault, UserError
from .figures import Figure, figures
from .findings import Finding, findings
from .plan import plan
from .quotes import compact
from .reading import read

CONTEXT = 6
FAILING = ("mismatch", "unbound", "undecided")


class Touched(NamedTuple):
    """A claim or recorded figure that uses a changed figure, what it comes to in the new version, and how many lines below the figure it stands."""

    claim: str
    verdict: str
    known: bool
    lines_below: int


class Change(NamedTuple):
    """`kind` is changed, appeared or gone; `old` and `new` are the places in the two versions."""

    kind: str
    old: Location | None
    new: Location | None
    touches: tuple[Touched, ...]

    @property
    def breaks(self) -> tuple[Touched, ...]:
        """The touched claims that do not hold any more."""
        return tuple(t for t in self.touches if t.verdict in FAILING and not t.known)


def read_version(name: str, encoding: str | None = None) -> Document:
    """The report at a path, or at `REV:path` of the git repository it stands in. Raises UserError."""
    revision, colon, path = name.partition(":")
    if os.path.exists(name) or not colon or not path or len(revision) == 1 and os.name == "nt":
        return read(name, encoding)
    if revision.startswith("-"):
        raise UserError(f"no revision is called {revision!r}")
    folder, base = os.path.split(path)
    try:
        done = subprocess.run(["git", "show", f"{revision}:./{base}"], cwd=folder or ".", capture_output=True, check=False)
    except OSError as error:
        raise UserError(Fault(f"git cannot be asked: {error.strerror}", name)) from None
    if done.returncode:
        raise UserError(Fault(done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: "), name))
    with tempfile.TemporaryDirectory() as temporary:
        copy = os.path.join(temporary, base)
        with open(copy, "wb") as file:
            file.write(done.stdout)
        try:
            document = read(copy, encoding)
        except UserError as error:
            raise UserError(*(fault._replace(path=name) for fault in error.faults)) from None
    document.path = name
    return document


def compare(old: Document, new: Document, file: ClaimsFile | None, language: str) -> tuple[Change, ...]:
    """The changes in the order of the text, each with the claims it touches."""
    bound = bind(plan(file), new) if file else None
    before = bind(plan(file), old) if file else None
    found = {f.claim: f for f in findings(bound, language)} if bound else {}
    uses = (_uses(before) if before else {}, _uses(bound) if bound else {})
    changes = []
    for figure, twin in _pairs(old, new):
        kind = "changed" if figure and twin else "gone" if figure else "appeared"
        at = (old.location(figure.span) if figure else None, new.location(twin.span) if twin else None)
        ids = dict.fromkeys([*(uses[0].get(figure.start, ()) if figure else ()), *(uses[1].get(twin.start, ()) if twin else ())])
        here = at[1] or at[0]
        assert here is not None
        changes.append(Change(kind, *at, tuple(_touched(found[i], here) for i in ids if i in found)))
    return tuple(changes)


def _touched(finding: Finding, here: Location) -> Touched:
    below = finding.location.line - here.line if finding.location.path == here.path else 0
    return Touched(finding.claim, finding.verdict, bool(finding.known), below)


def _uses(binding: Binding) -> dict[int, list[str]]:
    """For the start of each figure the claims and recorded figures that use it."""
    found: dict[int, list[str]] = {}
    for claim in binding.plan.claims_file.claims:
        checked = check(binding, claim)
        for key in dict.fromkeys([*checked.needed, *checked.own]):
            for reading in binding.plan.mentions.get(key, (key,)):
                _note(found, binding, reading, claim.id)
    for entry, keys in binding.plan.mentions.items():
        for key in keys:
            _note(found, binding, key, entry)
    return found


def _note(found: dict[int, list[str]], binding: Binding, key: str, claim: str) -> None:
    source = binding.plan.sources.get(key)
    for place in binding.placement(source.quote).bound if source else ():
        figure = place.figures[source.slot_number]  # type: ignore[union-attr]
        if figure and claim not in found.setdefault(figure.start, []):
            found[figure.start].append(claim)


def _pairs(old: Document, new: Document) -> Iterator[tuple[Figure | None, Figure | None]]:
    """Figures that differ, each with its counterpart; those that say the same are left out."""
    sides = [(document, figures(document)) for document in (old, new)]
    words = [[_words(document, figure) for figure in read_] for document, read_ in sides]
    (_, before), (_, after) = sides
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from ((a, b) for a, b in zip(before[i1:i2], after[j1:j2]) if not _same(a, b))
            continue
        yield from _paired(list(before[i1:i2]), list(after[j1:j2]))


def _words(document: Document, figure: Figure) -> tuple[str, str]:
    return figure.family, compact(document.text[max(figure.span.start - 3 * CONTEXT, 0) : figure.span.start])[-CONTEXT:].translate(_NO_DIGITS)


_NO_DIGITS = str.maketrans("", "", "0123456789.")


def _paired(before: list[Figure], after: list[Figure]) -> Iterator[tuple[Figure | None, Figure | None]]:
    """Inside reworded text: equal figures are the same, then figures of one family in their order."""
    for figure in list(before):
        twin = next((b for b in after if _same(figure, b)), None)
        if twin:
            before.remove(figure)
            after.remove(twin)
    for figure in before:
        twin = next((b for b in after if b.family == figure.family), None)
        if twin:
            after.remove(twin)
        yield figure, twin
    yield from ((None, figure) for figure in after)


def _same(a: Figure, b: Figure) -> bool:
    return (a.value, a.unit, a.hedge_kind) == (b.value, b.unit, b.hedge_kind)
