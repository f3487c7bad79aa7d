"""A user's mistake, with its place."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """One thing that is wrong in a file a user wrote or named.

    `line` and `column` count characters from 1; 0 means the file as a whole.
    """

    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    source: str = ""

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}:{self.column}"
        head = f"{place}: {self.message}" if place else self.message
        if not self.source:
            return head
        caret = "".join("\t" if c == "\t" else "　" if ord(c) > 0x2E7F else " " for c in self.source[: self.column - 1])
        return f"{head}\n    {self.source}\n    {caret}^"


class UserError(Exception):
    """What the user asked cannot be done; carries every fault found, in file order. Exit status 2."""

    def __init__(self, *faults: Fault | str):
        self.faults = tuple(f if isinstance(f, Fault) else Fault(f) for f in faults)
        super().__init__("\n".join(map(str, self.faults)))
