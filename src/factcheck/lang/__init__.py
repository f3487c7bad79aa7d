"""One module a language."""

from __future__ import annotations

from types import ModuleType


def of(code: str) -> ModuleType:
    """The module of a language: "zh" or "en"."""
    from . import en, zh

    return zh if code == "zh" else en
