"""Files and folders to scan, one after another, and a long text in pieces."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from ..checks import Check
from ..document import Document
from ..errors import Fault, UserError
from ..figures import figures
from ..reading import read
from . import as_check, weighed

# What a folder is searched for.
ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf")


def scan_files(paths: list[str], encoding: str | None = None, progress: bool = False) -> list[tuple[Document, int, tuple[Check, ...]]]:
    """Each document with how many figures it holds and its checks. Raises UserError with every file that cannot be read, or if a folder holds none."""
    names = [name for path in paths for name in _listed(path)]
    results, faults = [], []
    for name in _shown(names, progress):
        try:
            document = read(name, encoding)
        except UserError as error:
            faults += error.faults
            continue
        found = figures(document)
        results.append((document, len(found), tuple(as_check(document, w) for w in weighed(document, found))))
    if faults:
        raise UserError(*faults)
    return results


def _listed(path: str) -> Iterator[str]:
    if not os.path.isdir(path):
        yield path
        return
    found = sorted(os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names if name.lower().endswith(ENDINGS))
    if not found:
        raise UserError(Fault(f"holds no text ({', '.join(ENDINGS)})", path))
    yield from found


def _shown(names: list[str], progress: bool) -> Iterator[str]:
    """The names, with a bar on standard error while it is a terminal and there are many."""
    if not progress or len(names) < 3 or not sys.stderr.isatty():
        yield from names
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(names, description="scan", console=Console(file=sys.stderr), transient=True)
