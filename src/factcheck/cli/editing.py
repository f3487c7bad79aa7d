"""The commands that write a user's file, after showing what and asking: accept, init, fix."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Optional

import typer

from ..errors import Fault, UserError
from .options import Claims, Encoding, Lang, Report, Yes, code


def accept(
    ids: Annotated[Optional[list[str]], typer.Argument(metavar="[ID]...", help="Claims and figures to accept; left out, all that changed.", show_default=False)] = None,
    report: Annotated[Optional[str], typer.Option("--report", metavar="REPORT", help="The report; left out, the one claims.yaml names.", show_default=False)] = None,
    claims: Claims = None,
    even_if_wrong: Annotated[Optional[str], typer.Option("--even-if-wrong", metavar="REASON", show_default=False,
                                                         help="Accept figures whose sums do not hold, and pin what stays wrong for this reason.")] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Drop claims and figures whose sentence is gone.")] = False,
    yes: Yes = False,
    lang: Lang = None,
    encoding: Encoding = None,
) -> None:
    """Make claims.yaml attest what the report says now."""
    from ..edits import accept as accepted
    from ..edits import applied, check_edited, write_file
    from ..findings import findings
    from ..pairing import pair

    if even_if_wrong is not None and not even_if_wrong.strip():
        raise UserError("--even-if-wrong needs a reason")
    binding = pair(report or "", claims, encoding)
    if binding.document is None:
        raise UserError("there is no report to accept from; name one with --report")
    file = binding.plan.claims_file
    edits = accepted(binding, findings(binding, code(lang, binding.document.chinese)), ids or (), prune, even_if_wrong or "")
    if not edits:
        typer.echo("nothing to accept")
        return
    for edit in edits:
        typer.echo(f"{edit.owner}: {edit.old or '(new)'} → {edit.new or '(dropped)'}")
    text = applied(file.text, edits)
    check_edited(file, text)
    _ask(f"write {file.path}?", yes)
    write_file(file.path, text)


def init(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report to write claims for.")],
    claims: Annotated[Optional[str], typer.Option("--claims", metavar="FILE", help="The file to write; left out, NAME.claims.yaml beside the report.", show_default=False)] = None,
    add: Annotated[bool, typer.Option("--add", help="Add what the report's claims file does not cover yet.")] = False,
    encoding: Encoding = None,
) -> None:
    """Write a first claims.yaml for a report: the claims scan finds, all other figures recorded; or add what it does not cover."""
    from ..edits import write_file
    from ..initial import added, initial
    from ..reading import read

    if add:
        from ..pairing import pair

        binding = pair(report, claims, encoding)
        path, made = binding.plan.claims_file.path, added(binding)
    else:
        document = read(report, encoding)
        path = claims or (os.path.splitext(report)[0] + ".claims.yaml" if report != "-" else "claims.yaml")
        if os.path.exists(path):
            raise UserError(Fault("is there already; --add adds what it does not cover", path))
        made = initial(document, "" if report == "-" else os.path.relpath(report, os.path.dirname(path) or "."))
    for place in made.lost:
        typer.echo(f"{place.path}:{place.line}:{place.column}: no quote finds {place.text} again; write one by hand", err=True)
    if not made.claims and not made.figures:
        typer.echo(f"{report}: every figure is covered already" if add else f"{report}: holds no figure")
        return
    write_file(path, made.text)
    typer.echo(f"{path}: {made.claims} claims and {made.figures} recorded figures written; next: factcheck verify {report}")


def fix(
    report: Report = None,
    claim: Annotated[str, typer.Option("--claim", metavar="ID", help="Mend this claim only.")] = "",
    figure: Annotated[str, typer.Option("--figure", metavar="NAME", help="Change this figure of the claim, where several could be wrong.")] = "",
    claims: Claims = None,
    yes: Yes = False,
    lang: Lang = None,
    encoding: Encoding = None,
) -> None:
    """Put the suggested text in place of a wrong figure, in a text or Markdown file."""
    from ..edits import applied, write_file
    from ..mending import candidates, difference, mending

    document, found = _judged(report, claims, lang, encoding)
    made = mending(document, found, claim, figure)
    for line in candidates(made.unsure):
        typer.echo(line, err=True)
    if not made.edits:
        if made.unsure:
            raise UserError("nothing was changed: the cause is not certain; choose with --claim and --figure")
        typer.echo("nothing to mend")
        return
    text = applied(document.source.text, made.edits)
    typer.echo(difference(document.path, document.source.text, text), nl=False)
    _ask(f"write {document.path}?", yes)
    write_file(document.path, text, document.source.encoding)


def _judged(report: str | None, claims: str | None, lang, encoding: str | None):
    """The report and its findings with their causes: by its claims file if one speaks of it, else as scan finds them."""
    from ..causes import explained, with_causes
    from ..claimsfile import find
    from ..pairing import pair

    if claims or not report or find(report, os.getcwd()):
        binding = pair(report or "", claims, encoding)
        if binding.document is None:
            raise UserError("there is no report to mend; name one")
        return binding.document, explained(binding, code(lang, binding.document.chinese))
    from .. import lang as languages
    from ..findings import check_finding
    from ..reading import read
    from ..scan import scan

    document = read(report, encoding)
    language = code(lang, document.chinese)
    return document, with_causes([(check, check_finding(check, languages.of(language).MESSAGES)) for check in scan(document)], language)


def _ask(question: str, yes: bool) -> None:
    """Goes on if the user says so; without a terminal to ask on, --yes must have been given."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise UserError("nothing was written: there is no terminal to ask on; --yes writes without asking")
    if not typer.confirm(question):
        raise typer.Exit(1)
