"""The formats: each is the module of its name with write(outcome, out, …) and nothing else. They compute nothing."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, TextIO

from ..errors import Fault, UserError
from ..files import replacing

if TYPE_CHECKING:
    from ..outcome import Outcome

FORMATS = {
    "table": "for people",
    "json": "one document, the contract for programs",
    "jsonl": "JSON, one finding a line",
    "sarif": "SARIF 2.1.0, for code scanning and editors",
    "junit": "JUnit XML, for test reports",
    "github": "annotations and summary of GitHub Actions",
    "gitlab": "GitLab Code Quality",
    "markdown": "a comment on a pull request",
    "html": "a page with the text of the report, its figures marked",
}
STDOUT = "-"


class Target(NamedTuple):
    """One format and the file it goes to; "-" is standard output."""

    format: str
    path: str


def choose(format: str, outputs: Iterable[str] = ()) -> tuple[Target, ...]:
    """Where the result goes: `format` to standard output, and each FORMAT=PATH of `outputs` to its file.

    `auto` is github inside GitHub Actions, else table, and gives way to an output to "-". Raises UserError before any work is done.
    """
    files = [_target(output) for output in outputs]
    to_stdout = [target for target in files if target.path == STDOUT]
    if format != "auto":
        to_stdout.insert(0, Target(format, STDOUT))
    if len(to_stdout) > 1:
        raise UserError(f"{' and '.join(t.format for t in to_stdout)} cannot both go to standard output")
    files = [target for target in files if target.path != STDOUT]
    taken = [os.path.realpath(target.path) for target in files]
    if len(set(taken)) < len(taken):
        raise UserError(Fault("two outputs go to it", next(t.path for t, path in zip(files, taken) if taken.count(path) > 1)))
    automatic = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "table"
    return (*(to_stdout or [Target(automatic, STDOUT)]), *files)


def _target(output: str) -> Target:
    format, equals, path = output.partition("=")
    if not equals or not path:
        raise UserError(f"--output {output!r} should be FORMAT=PATH, as in sarif=factcheck.sarif")
    if format not in FORMATS:
        from difflib import get_close_matches

        near = get_close_matches(format, FORMATS, 1)
        raise UserError(f"no format is called {format!r}{f'; did you mean {near[0]}?' if near else ''} ({', '.join(FORMATS)})")
    if path != STDOUT:
        folder = os.path.dirname(path) or "."
        if not os.path.isdir(folder):
            raise UserError(Fault("cannot be written: there is no such folder", path))
        if os.path.isdir(path):
            raise UserError(Fault("cannot be written: is a directory", path))
    return Target(format, path)


def write_all(targets: Iterable[Target], outcome: Outcome, color: str = "auto", quiet: bool = False, **options) -> None:
    """Writes `outcome` to each target. `color` and `quiet` are for standard output only; files are whole.

    Raises UserError for the files that could not be written, after all the others are.
    """
    faults = []
    for format, path in targets:
        if format == "table" and path == STDOUT and quiet and all(f.rule == "uncovered" for f in outcome.worst_first(options.get("everything", False), quiet)):
            # A table that says nothing needs no library to draw it.
            continue
        write = module(format).write
        if path == STDOUT:
            write(outcome, _standard_output(format), color=color, quiet=quiet, **options)
            continue
        try:
            if any(_same_file(path, document.path) for document in outcome.documents):
                raise UserError(Fault(f"is the report itself; {format} was not written over it", path))
            with replacing(path) as out:
                write(outcome, out, color="never", quiet=False, **options)
        except UserError as error:
            faults += error.faults
        except OSError as error:
            faults.append(Fault(f"cannot be written: {error.strerror}", path))
    if faults:
        raise UserError(*faults)


def module(format: str):
    """The module of a format, imported when it is asked for."""
    from importlib import import_module

    return import_module(f".{format}", __package__)


def _standard_output(format: str) -> TextIO:
    """Standard output; what other programs read is UTF-8, whatever the locale says."""
    if format != "table" and isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    return sys.stdout


def _same_file(path: str, other: str) -> bool:
    return os.path.exists(path) and os.path.exists(other) and os.path.samefile(path, other)


__all__ = ["FORMATS", "Target", "choose", "module", "write_all"]
