"""The commands that show what the program knows: figures, list, rules, explain, schema."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..errors import UserError
from ..formats import module
from .options import AsListing, Claims, Color, Colors, Encoding, Lang, Listing, Report, code


def figures(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Texts to read; - is standard input.")],
    format: AsListing = Listing.table,
    color: Colors = Color.auto,
    encoding: Encoding = None,
) -> None:
    """List every figure of a text: value, unit, hedge, kind, place."""
    from ..figures import figures as read_figures
    from ..reading import read

    found = [(document, read_figures(document)) for document in (read(path, encoding) for path in files)]
    writer = module(format.value)
    writer.write_figures(found, sys.stdout, **({} if format is Listing.json else {"color": color.value}))


def list_claims(claims: Claims = None, format: AsListing = Listing.table, lang: Lang = None, color: Colors = Color.auto) -> None:
    """List all claims and recorded figures."""
    from ..listing import rows
    from ..pairing import claims_file_of
    from ..plan import plan

    ready = plan(claims_file_of("", claims))
    if format is Listing.json:
        module(format.value).write_list(ready, rows(ready), sys.stdout)
    else:
        module(format.value).write_list(rows(ready), sys.stdout, color.value, code(lang, any("\u4e00" <= c <= "\u9fff" for c in ready.claims_file.text)))


def rules(
    format: Annotated[str, typer.Option("--format", help="text or markdown.")] = "text",
    lang: Lang = None,
) -> None:
    """List the rules a claim can name."""
    from ..listing import rules_markdown, rules_text

    if format not in ("text", "markdown"):
        raise UserError(f"rules can be printed as text or markdown, not {format!r}")
    typer.echo(rules_markdown() if format == "markdown" else rules_text(code(lang, False)), nl=False)


def explain(
    name: Annotated[str, typer.Argument(metavar="RULE|CLAIM", help="A rule's name or a claim's id.")],
    report: Report = None,
    claims: Claims = None,
    lang: Lang = None,
    encoding: Encoding = None,
) -> None:
    """Show a rule's page, or how a claim is worked out, step by step."""
    from ..formats.lines import visible
    from ..listing import explain_claim, explain_rule
    from ..rules import rules as all_rules

    if name in all_rules():
        typer.echo(explain_rule(name, code(lang, False)), nl=False)
        return
    from ..pairing import pair

    text = explain_claim(pair(report or "", claims, encoding), name, lang.value if lang else None)
    typer.echo("\n".join(map(visible, text.split("\n"))), nl=False)


def schema() -> None:
    """Print the JSON Schema of claims.yaml, for editors."""
    from ..schema import schema_text

    typer.echo(schema_text(), nl=False)
