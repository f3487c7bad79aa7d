"""Which claims file speaks of which report."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from .binding import Binding, attested_binding, bind
from .claimsfile import ClaimsFile, find, load, named_report
from .errors import Fault, UserError
from .plan import plan
from .reading import read

NO_CLAIMS_FILE = "there is no claims.yaml here; name a report or --claims FILE (factcheck init REPORT writes a first one)"


def claims_file_of(report: str, claims: str | None) -> ClaimsFile:
    """The claims file of a report ("" for the one of this folder). Raises UserError if none speaks of it."""
    found = load(claims) if claims else find(report, os.getcwd())
    if found is None:
        raise UserError(Fault("no claims file speaks of it; name one with --claims", report) if report else NO_CLAIMS_FILE)
    return found


def pair(report: str, claims: str | None = None, encoding: str | None = None) -> Binding:
    """A report and its claims file, bound; with neither, the report this folder's claims file names, or its attested values alone.

    Raises UserError.
    """
    document = read(report, encoding) if report else None
    file = claims_file_of(report, claims)
    ready = plan(file)
    if document is None and file.report:
        document = read(named_report(file), encoding)
    return bind(ready, document) if document else attested_binding(ready)


def pairs(reports: Sequence[str], claims: Sequence[str], encoding: str | None = None) -> Iterator[Binding | UserError]:
    """Each report with its claims file; what cannot be checked is given in its place, so that the others still are.

    One claims file serves all reports, several go one to each report; without reports each file's own is taken. Raises UserError if they do not pair.
    """
    if reports and len(claims) > 1 and len(claims) != len(reports):
        raise UserError(f"{len(claims)} claims files do not go with {len(reports)} reports: name one for all, or one for each")
    files: Sequence[str | None] = claims or [None]
    count = max(len(reports), len(files))
    for number in range(count):
        try:
            yield pair(reports[number] if reports else "", files[number if len(files) > 1 else 0], encoding)
        except UserError as error:
            yield error
