"""Quotes: the sentence of a report cut to its key terms, with the figures in braces.

`grammar` reads a quote, `matching` finds it in a document, `shortest` writes the quote of a place.
"""

from .grammar import GAP, SKIP, Quote, QuoteError, Slot, compact, parse
from .matching import Index, Match, fits, match, nearest, shared_pairs, word_pairs

__all__ = ["GAP", "SKIP", "Index", "Match", "Quote", "QuoteError", "Slot", "compact", "fits", "match", "nearest", "parse", "shared_pairs", "word_pairs"]
