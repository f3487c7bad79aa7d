"""A numeral at a place of a text: its exact value and the place of its last digit."""

from .chinese import read_zh
from .english import GLYPHS, read_en
from .numeral import MAX_DIGITS, Numeral, read_digits

__all__ = ["GLYPHS", "MAX_DIGITS", "Numeral", "read_digits", "read_en", "read_zh"]
