"""Every figure of a document: number, unit, hedge, kind, direction and printed interval."""

from __future__ import annotations

from ..document import Document
from .figure import KINDS, Figure, printed_interval
from .joining import share_units, times, with_directions


def figures(document: Document) -> tuple[Figure, ...]:
    """The figures of `document`, in the order of the text."""
    if document.chinese:
        from .chinese import read
    else:
        from .english import read
    return with_directions(document, share_units(document.folded, times(document.folded, read(document)), document.chinese))


__all__ = ["KINDS", "Figure", "figures", "printed_interval"]
