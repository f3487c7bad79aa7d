"""Patterns that are written where they are used, each made once."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(text: str) -> re.Pattern[str]:
    """`re.search` and the like find a pattern again too, but take longer for it than most sentences take to be searched."""
    return re.compile(text)
