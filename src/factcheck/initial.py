"""A first claims file: what of a report is claimed, and every other figure recorded."""

from __future__ import annotations

from typing import NamedTuple

from .binding import Binding
from .document import Document, Location
from .edits import Record, records, with_added
from .outcome import coverage
from .quotes import Index


class Made(NamedTuple):
    """The entries to write, and the places of the figures no quote finds again."""

    records: tuple[Record, ...]
    lost: tuple[Location, ...]


def initial(document: Document) -> Made:
    """Every figure of a report, recorded."""
    index = Index(document)
    found, lost = records(index, index.figures)
    return Made(found, tuple(document.location(f.span) for f in lost))


def added(binding: Binding) -> tuple[str, Made]:
    """The text of a claims file with the figures it does not cover yet added, and what was added."""
    assert binding.index is not None and binding.document is not None
    open_at = {place.span for place in coverage(binding).uncovered_at}
    file = binding.plan.claims_file
    taken = [item.id for item in (*file.entries, *file.claims)]
    found, lost = records(binding.index, [f for f in binding.index.figures if f.span in open_at], taken)
    return with_added(file, found), Made(found, tuple(binding.document.location(f.span) for f in lost))
