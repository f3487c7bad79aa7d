"""JSON lines: one finding a line as in `json`, then one line with coverage and summary."""

from __future__ import annotations

import json
from typing import TextIO

from ..outcome import Outcome
from .json import HEAD, as_json, tail

# Line ends to Unicode, though not to JSON.
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def write(outcome: Outcome, out: TextIO, **_) -> None:
    for row in [*map(as_json, outcome.findings), {**HEAD, **tail(outcome)}]:
        out.write(json.dumps(row, ensure_ascii=False).translate(_LINE_ENDS) + "\n")
