"""Why a check does not hold: what most likely happened, which figure is to blame, and the text to put instead.

Every hypothesis is tested by the check's own relations; one that does not make it hold, or that breaks another check, is not shown.
"""

from __future__ import annotations

from .blame import explained, with_causes
from .cause import WEIGHTS

__all__ = ["WEIGHTS", "explained", "with_causes"]
