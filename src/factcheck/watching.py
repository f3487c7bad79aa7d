"""Checking again on every save of a report or its claims file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from .errors import UserError
from .findings import LEVELS, Finding
from .outcome import Outcome

# How long changes are gathered before one check, in milliseconds: an editor writes a file in several steps.
SETTLE = 200
# How often a page written while watching loads itself again, in seconds.
REFRESH = 2


def saves(paths: Iterable[str]) -> Iterator[None]:
    """One item for each time one of these files was written; their folders are watched, since editors replace files. Raises UserError."""
    try:
        from watchfiles import watch
    except ImportError:
        raise UserError("--watch needs the package watchfiles: pip install watchfiles (or this one with [watch])") from None
    files = {os.path.realpath(path) for path in paths}
    folders = {os.path.dirname(path) for path in files}

    def ours(_: object, path: str) -> bool:
        return os.path.realpath(path) in files

    for _ in watch(*folders, watch_filter=ours, recursive=False, debounce=SETTLE, step=50, raise_interrupt=False):
        yield


def watch_outcomes(check: Callable[[], tuple[Outcome | None, tuple[str, ...]]], say: Callable[[str], None]) -> None:
    """Runs `check` now and after every save of the files it names, and says which findings came and went."""
    outcome, paths = check()
    for _ in saves(paths):
        before = outcome
        outcome, paths = check()
        for line in changes(before, outcome):
            say(line)


def changes(before: Outcome | None, after: Outcome | None) -> tuple[str, ...]:
    """`+` for each finding above a note that is new, `−` for each that is gone."""
    old, new = ({_key(f): f for f in outcome.findings if f.level in LEVELS[2:]} if outcome else {} for outcome in (before, after))
    came = [f"+ {_line(f)}" for key, f in new.items() if key not in old]
    went = [f"− {_line(f)}" for key, f in old.items() if key not in new]
    return tuple([*went, *came])


def _key(finding: Finding) -> tuple:
    return finding.claim, finding.rule, finding.verdict, finding.message


def _line(finding: Finding) -> str:
    return f"{finding.claim or finding.rule}: {finding.message}"
