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
    watch: Annotated[bool, typer.Option("--watch", help="Check again on every save; a page written by --output html=PATH loads itself again.")] = False,
) -> None:
    """Check the claims of a report against its own figures."""
    from ..causes import explained
    from ..errors import UserError
    from ..outcome import outcome
    from ..pairing import pairs

    targets = choose(format.value, output or ())  # type: ignore[attr-defined]
    options = {"color": color.value, "everything": everything, "quiet": quiet, "verbose": verbose, "fail_on": fail_on.value}

    def check():
        """The outcome of all that could be checked, written to every target, and the faults of the rest."""
        bindings, faults = [], []
        for paired in pairs(reports or (), claims or (), encoding):
            if isinstance(paired, UserError):
                faults += paired.faults
            else:
                bindings.append(paired)
        if not bindings:
            return None, faults
        language = code(lang, bindings[0].document is None or bindings[0].document.chinese)
        result = outcome([(binding, explained(binding, language)) for binding in bindings], language, strict)
        write_all(targets, result, **options)
        return result, faults

    if watch:
        _watch(check, [*(reports or ()), *(claims or ())], options)
        return
    result, faults = check()
    if faults:
        raise UserError(*faults)
    raise typer.Exit(result.status(fail_on.value))


def _watch(check, named: list[str], options: dict) -> None:
    from ..errors import UserError
    from ..watching import REFRESH, watch_outcomes

    if "-" in named:
        raise UserError("standard input cannot be watched; name a file")
    options["refresh"] = REFRESH

    def again():
        try:
            result, faults = check()
        except UserError as error:
            result, faults = None, error.faults
        for fault in faults:
            typer.echo(f"factcheck: {fault}", err=True)
        found = [path for b in (result.bindings if result else ()) for path in (b.plan.claims_file.path, b.document.path if b.document else "") if path]
        return result, tuple([*named, *found])

    watch_outcomes(again, lambda line: typer.echo(line, err=True))


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
