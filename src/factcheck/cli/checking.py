"""The commands that check: verify, diff."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..formats import choose, module, write_all
from .options import (
    AsFormat,
    AsListing,
    Claims,
    Color,
    Colors,
    Encoding,
    Everything,
    FailOn,
    Format,
    Lang,
    Level,
    Listing,
    ManyClaims,
    Outputs,
    Quiet,
    Reports,
    Strict,
    Verbose,
    code,
)


def verify(
    reports: Reports = None,
    claims: ManyClaims = None,
    format: AsFormat = Format.auto,  # type: ignore[valid-type]
    output: Outputs = None,
    everything: Everything = False,
    fail_on: FailOn = Level.error,
    strict: Strict = False,
    lang: Lang = None,
    color: Colors = Color.auto,
    encoding: Encoding = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check the claims of a report against its own figures."""
    from ..errors import UserError
    from ..findings import findings
    from ..outcome import outcome
    from ..pairing import pairs

    targets = choose(format.value, output or ())  # type: ignore[attr-defined]
    bindings, failed = [], []
    for paired in pairs(reports or (), claims or (), encoding):
        (failed if isinstance(paired, UserError) else bindings).append(paired)
    if bindings:
        language = code(lang, bindings[0].document is None or bindings[0].document.chinese)
        result = outcome([(binding, findings(binding, language)) for binding in bindings], language, strict)
        write_all(targets, result, color=color.value, everything=everything, quiet=quiet, verbose=verbose, fail_on=fail_on.value)
    if failed:
        raise UserError(*(fault for error in failed for fault in error.faults))
    raise typer.Exit(result.status(fail_on.value))


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The version before: a file, or REV:path of git.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The version now: a file, or REV:path of git.")],
    claims: Claims = None,
    format: AsListing = Listing.table,
    lang: Lang = None,
    color: Colors = Color.auto,
    encoding: Encoding = None,
) -> None:
    """Show which figures changed between two versions, and which claims that breaks."""
    import os

    from ..claimsfile import find, load
    from ..comparison import compare, read_version

    before, after = read_version(old, encoding), read_version(new, encoding)
    path = new if os.path.exists(new) else new.partition(":")[2] or new
    file = load(claims) if claims else find(path, os.getcwd()) if os.path.exists(path) else None
    language = code(lang, after.chinese)
    changes = compare(before, after, file, language)
    module(format.value).write_changes(changes, sys.stdout, color=color.value, language=language)
    raise typer.Exit(int(any(change.breaks for change in changes)))
