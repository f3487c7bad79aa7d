"""The arguments and options that several commands share."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Optional

import typer

from ..formats import FORMATS


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
Files = Annotated[list[str], typer.Argument(metavar="FILE...", help="Texts, or folders of texts; - is standard input.")]
Report = Annotated[Optional[str], typer.Argument(metavar="[REPORT]", help="The report; left out, the one claims.yaml names.", show_default=False)]
Claims = Annotated[Optional[str], typer.Option("--claims", metavar="FILE", help="The claims file; left out, REPORT's own or the nearest claims.yaml.", show_default=False)]
ManyClaims = Annotated[Optional[list[str]], typer.Option("--claims", metavar="FILE", show_default=False,
                                                         help="The claims file; left out, REPORT's own or the nearest claims.yaml. As often as there are reports.")]
AsListing = Annotated[Listing, typer.Option("--format", help="How to print.")]
AsFormat = Annotated[Format, typer.Option("--format", help="How to print; auto is github inside GitHub Actions, else table.")]
Outputs = Annotated[Optional[list[str]], typer.Option("--output", metavar="FORMAT=PATH", show_default=False,
                                                      help="Write a file too, as often as given; - is standard output. " + "; ".join(f"{name}: {what}" for name, what in FORMATS.items()) + ".")]
Everything = Annotated[bool, typer.Option("--all", help="Show consistent findings too.")]
FailOn = Annotated[Level, typer.Option("--fail-on", help="The level from which findings make the exit status 1.")]
Strict = Annotated[bool, typer.Option("--strict", help="Fail on warnings and on uncovered figures.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Print errors and warnings only.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Print the places of all figures of a finding.")]
Colors = Annotated[Color, typer.Option("--color", help="When to use colour; NO_COLOR is respected.")]
Lang = Annotated[Optional[Language], typer.Option("--lang", envvar="FACTCHECK_LANG", help="Language of messages; left out, the report's.", show_default=False)]
Encoding = Annotated[Optional[str], typer.Option("--encoding", metavar="NAME", help="Encoding of the report, if it is not UTF-8 or GB18030.", show_default=False)]
Yes = Annotated[bool, typer.Option("-y", "--yes", help="Write without asking.")]


def code(lang: Language | None, chinese: bool = True) -> str:
    """The language of messages: as asked for, else the report's."""
    return lang.value if lang else "zh" if chinese else "en"
