"""The commands; each gathers, hands on and prints."""

from __future__ import annotations

import io
import os
import sys
from enum import Enum
from typing import Annotated, Optional

import typer

from .errors import Fault, UserError
from .formats import FORMATS, choose, module, write_all

HELP = """Recompute the numeric claims of a report from the report's own figures.

Exit status: 0 nothing wrong, 1 findings, 2 could not check.
"""

app = typer.Typer(help=HELP, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]})


class Listing(str, Enum):
    table = "table"
    json = "json"


Format = Enum("Format", {name: name for name in ("auto", *FORMATS)}, type=str)


class Level(str, Enum):
    error = "error"
    warning = "warning"
    note = "note"


class Color(str, Enum):
    auto = "auto"
    always = "always"
    never = "never"


class Language(str, Enum):
    zh = "zh"
    en = "en"


Reports = Annotated[Optional[list[str]], typer.Argument(metavar="[REPORT]...", help="Reports to check; - is standard input. Left out: the one claims.yaml names.", show_default=False)]
Claims = Annotated[Optional[str], typer.Option("--claims", metavar="FILE", help="The claims file; left out, REPORT's own or the nearest claims.yaml.", show_default=False)]
AsListing = Annotated[Listing, typer.Option("--format", help="How to print.")]
AsFormat = Annotated[Format, typer.Option("--format", help="How to print; auto is github inside GitHub Actions, else table.")]
Outputs = Annotated[Optional[list[str]], typer.Option("--output", metavar="FORMAT=PATH", show_default=False,
                                                            help="Write a file too, as often as given; - is standard output. " + "; ".join(f"{name}: {what}" for name, what in FORMATS.items()) + ".")]
Colors = Annotated[Color, typer.Option("--color", help="When to use colour; NO_COLOR is respected.")]
Lang = Annotated[Optional[Language], typer.Option("--lang", envvar="FACTCHECK_LANG", help="Language of messages; left out, the report's.", show_default=False)]
Encoding = Annotated[Optional[str], typer.Option("--encoding", metavar="NAME", help="Encoding of the report, if it is not UTF-8 or GB18030.", show_default=False)]


@app.callback(invoke_without_command=True)
def options(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        from . import __version__

        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.command(epilog="Examples:  factcheck verify  ·  factcheck verify report.md --format json  ·  cat report.md | factcheck verify - --claims claims.yaml")
def verify(
    reports: Reports = None,
    claims: Claims = None,
    format: AsFormat = Format.auto,  # type: ignore[valid-type]
    output: Outputs = None,
    everything: Annotated[bool, typer.Option("--all", help="Show consistent findings too.")] = False,
    fail_on: Annotated[Level, typer.Option("--fail-on", help="The level from which findings make the exit status 1.")] = Level.error,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings and on uncovered figures.")] = False,
    lang: Lang = None,
    color: Colors = Color.auto,
    encoding: Encoding = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print errors and warnings only.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Print the places of all figures of a finding.")] = False,
) -> None:
    """Check the claims of a report against its own figures."""
    from .binding import attested_binding, bind
    from .claimsfile import find, load, named_report
    from .findings import findings
    from .outcome import outcome
    from .plan import plan
    from .reading import read

    targets = choose(format.value, output or ())
    bindings = []
    for report in reports or [""]:
        document = read(report, encoding) if report else None
        claims_file = load(claims) if claims else find(report, os.getcwd())
        if claims_file is None:
            raise UserError(Fault("no claims file speaks of it; name one with --claims", report) if report else "there is no claims.yaml here; name a report or --claims FILE")
        ready = plan(claims_file)
        if document is None and claims_file.report:
            document = read(named_report(claims_file), encoding)
        bindings.append(bind(ready, document) if document else attested_binding(ready))
    first = bindings[0].document
    language = lang.value if lang else "zh" if first is None or first.chinese else "en"
    result = outcome([(binding, findings(binding, language)) for binding in bindings], language, strict)
    write_all(targets, result, color=color.value, everything=everything, quiet=quiet, verbose=verbose, fail_on=fail_on.value)
    raise typer.Exit(result.status(fail_on.value))


@app.command(epilog="Examples:  factcheck figures report.md  ·  factcheck figures report.md --format json")
def figures(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Texts to read; - is standard input.")],
    format: AsListing = Listing.table,
    color: Colors = Color.auto,
    encoding: Encoding = None,
) -> None:
    """List every figure of a text: value, unit, hedge, kind, place."""
    from .figures import figures as read_figures
    from .reading import read

    found = [(document, read_figures(document)) for document in (read(path, encoding) for path in files)]
    writer = module(format.value)
    writer.write_figures(found, sys.stdout, **({} if format is Listing.json else {"color": color.value}))


@app.command("list", epilog="Examples:  factcheck list  ·  factcheck list --claims other.yaml --format json")
def list_claims(claims: Claims = None, format: AsListing = Listing.table, lang: Lang = None, color: Colors = Color.auto) -> None:
    """List all claims and recorded figures."""
    from .listing import rows

    ready = _plan(claims)
    table = rows(ready)
    if format is Listing.json:
        module(format.value).write_list(ready, table, sys.stdout)
    else:
        module(format.value).write_list(table, sys.stdout, color.value, lang.value if lang else "zh")


@app.command(epilog="Examples:  factcheck rules  ·  factcheck rules --format markdown > docs/rules.md")
def rules(
    format: Annotated[str, typer.Option("--format", help="text or markdown.")] = "text",
    lang: Lang = None,
) -> None:
    """List the rules a claim can name."""
    from .listing import rules_markdown, rules_text

    if format not in ("text", "markdown"):
        raise UserError(f"rules can be printed as text or markdown, not {format!r}")
    typer.echo(rules_markdown() if format == "markdown" else rules_text(lang.value if lang else "en"), nl=False)


@app.command(epilog="Examples:  factcheck explain growth  ·  factcheck explain industrial_growth")
def explain(
    name: Annotated[str, typer.Argument(metavar="RULE|CLAIM", help="A rule's name or a claim's id.")],
    report: Annotated[Optional[str], typer.Argument(metavar="[REPORT]", help="The report; left out, the one claims.yaml names.", show_default=False)] = None,
    claims: Claims = None,
    lang: Lang = None,
    encoding: Encoding = None,
) -> None:
    """Show a rule's page, or how a claim is worked out, step by step."""
    from .listing import explain_claim, explain_rule
    from .rules import rules as all_rules

    if name in all_rules():
        typer.echo(explain_rule(name, lang.value if lang else "en"), nl=False)
        return
    from .binding import attested_binding, bind
    from .claimsfile import find, load, named_report
    from .plan import plan
    from .reading import read

    claims_file = load(claims) if claims else find(report or "", os.getcwd())
    if claims_file is None:
        raise UserError(f"no rule is called {name!r}, and there is no claims.yaml here")
    ready = plan(claims_file)
    path = report or (named_report(claims_file) if claims_file.report else "")
    binding = bind(ready, read(path, encoding)) if path else attested_binding(ready)
    typer.echo(explain_claim(binding, name, lang.value if lang else None), nl=False)


def _plan(claims: str | None):
    from .claimsfile import find, load
    from .plan import plan

    claims_file = load(claims) if claims else find("", os.getcwd())
    if claims_file is None:
        raise UserError("there is no claims.yaml here; name one with --claims FILE")
    return plan(claims_file)


def run() -> None:
    """The program: exit status 2 with a message for what the user got wrong, never a traceback."""
    # A console that knows only GBK gets ? for what it cannot show.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        app()
    except UserError as error:
        sys.stdout.flush()
        print(f"factcheck: {error}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        print(f"factcheck: internal error: {error!r}; please report it with the report and claims file (FACTCHECK_DEBUG=1 shows where)", file=sys.stderr)
        sys.exit(2)
