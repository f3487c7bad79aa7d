"""The command that needs no claims file: scan."""

from __future__ import annotations

import typer

from ..errors import UserError
from ..formats import choose, write_all
from .options import AsFormat, Color, Colors, Encoding, Everything, FailOn, Files, Format, Lang, Level, Outputs, Quiet, Strict, Verbose, code


def scan(
    files: Files,
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
    """Find the claims of any text and check them, with no claims file."""
    from ..outcome import scanned
    from ..scan.files import scan_files

    targets = choose(format.value, output or ())  # type: ignore[attr-defined]
    failed: list[UserError] = []
    whole = everything or any(target.format != "table" for target in targets)
    result = scanned(_good(scan_files(files, encoding, progress=not quiet), failed), lambda chinese: code(lang, chinese), strict, whole)
    if result.documents:
        write_all(targets, result, color=color.value, everything=everything, quiet=quiet, verbose=verbose, fail_on=fail_on.value)
    if failed:
        raise UserError(*(fault for error in failed for fault in error.faults))
    raise typer.Exit(result.status(fail_on.value))


def _good(results, failed: list[UserError]):
    """The results that are no errors; those are gathered in `failed`."""
    for result in results:
        if isinstance(result, UserError):
            failed.append(result)
        else:
            yield result
