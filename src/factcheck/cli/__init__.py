"""The commands; each gathers, hands on and prints."""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated

import typer

from ..errors import Fault, UserError
from . import checking, editing, looking, scanning

HELP = """Recompute the numeric claims of a report from the report's own figures.

factcheck REPORT alone verifies it if a claims file speaks of it, else scans it.

Exit status: 0 nothing wrong, 1 findings, 2 could not check.
"""

# Each command with the examples its help ends with, in the order of the help.
COMMANDS = {
    "verify": (checking.verify, "factcheck verify  ·  factcheck verify report.md --format json  ·  cat report.md | factcheck verify - --claims claims.yaml"),
    "scan": (scanning.scan, "factcheck scan report.md  ·  factcheck scan reports/ --all  ·  cat report.md | factcheck scan - --format json"),
    "list": (looking.list_claims, "factcheck list  ·  factcheck list --claims other.yaml --format json"),
    "explain": (looking.explain, "factcheck explain growth  ·  factcheck explain industrial_growth"),
    "accept": (editing.accept, "factcheck accept  ·  factcheck accept industrial_growth --yes  ·  factcheck accept poverty --even-if-wrong 'the bureau says so'"),
    "fix": (editing.fix, "factcheck fix report.md  ·  factcheck fix report.md --claim industrial_growth --figure result --yes"),
    "init": (editing.init, "factcheck init report.md  ·  factcheck init report.md --add"),
    "diff": (checking.diff, "factcheck diff HEAD:report.md report.md  ·  factcheck diff old.docx new.docx --format json"),
    "figures": (looking.figures, "factcheck figures report.md  ·  factcheck figures report.md --format json"),
    "rules": (looking.rules, "factcheck rules  ·  factcheck rules --format markdown > docs/rules.md"),
    "schema": (looking.schema, "factcheck schema > claims.schema.json"),
}

app = typer.Typer(help=HELP, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]})
for _name, (_command, _examples) in COMMANDS.items():
    app.command(_name, epilog=f"Examples:  {_examples}")(_command)


@app.callback(invoke_without_command=True)
def options(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        from .. import __version__

        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


def with_verb(arguments: list[str]) -> list[str]:
    """`factcheck report.md` with the verb it stands for. Raises UserError for a word that is neither a command nor a file."""
    if not arguments or arguments[0] in COMMANDS or arguments[0].startswith("-") and arguments[0] != "-":
        return arguments
    first = arguments[0]
    if first != "-" and not os.path.exists(first):
        import difflib

        near = difflib.get_close_matches(first, COMMANDS, 1)
        raise UserError(Fault(f"no such file, and no such command{f'; did you mean {near[0]!r}?' if near else ''}", first))
    from ..claimsfile import find

    spoken_of = any(word == "--claims" or word.startswith("--claims=") for word in arguments)
    return ["verify" if spoken_of or first != "-" and not os.path.isdir(first) and find(first, os.getcwd()) else "scan", *arguments]


def run() -> None:
    """The program: exit status 2 with a message for what the user got wrong, never a traceback."""
    # A console that knows only GBK gets ? for what it cannot show.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        app(with_verb(sys.argv[1:]))
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
