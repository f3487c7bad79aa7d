"""A numeral at a place of a text: its exact value and the place of its last digit. English ones are in `.english`."""

from .chinese import read_zh
from .numeral import MAX_DIGITS, Numeral, read_digits

__all__ = ["MAX_DIGITS", "Numeral", "read_digits", "read_zh"]
