"""The commands that check: verify, scan."""

from __future__ import annotations

import typer

from ..formats import choose, write_all
from .options import AsFormat, Color, Colors, Encoding, Everything, FailOn, Files, Format, Lang, Level, ManyClaims, Outputs, Quiet, Reports, Strict, Verbose, code


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
    results = scan_files(files, encoding, progress=not quiet)
    language = code(lang, not results or results[0][0].chinese)
    result = scanned(results, language, strict)
    write_all(targets, result, color=color.value, everything=everything, quiet=quiet, verbose=verbose, fail_on=fail_on.value)
    raise typer.Exit(result.status(fail_on.value))
