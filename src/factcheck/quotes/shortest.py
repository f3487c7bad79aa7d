"""The shortest quote that finds a place again: what init and accept write, and what hints suggest."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..document import Span
from ..figures import Figure
from .grammar import GAP, SKIP, QuoteError, parse
from .matching import Index, match

# How far before a figure its words are looked for, and how many figures a quote may step over.
REACH = 160
MAX_SKIPPED = 12
_BREAK = re.compile(r"[,，。；;!?！？:：、\n\t|()（）“”\"]|\. ")
_UNFIT = re.compile(r"[{}\[\]｛｝［］…⋯]|\.{3}|\0")
_STEP = re.compile(r"\{_=[^{}\[\]]*\}|…")
_SLOT = re.compile(r"\{[^{}\[\]]*(?:\[[^{}\[\]]*\])?\}")
_WORD = re.compile(r"[A-Za-z0-9][\w'’.&-]*|[\u3400-\u9fff]|[^\w\s]")


class Mark(NamedTuple):
    """A figure to be put in braces: `name` is its slot's, "" for none; `bracket` what the print leaves out; `verb` if the words before it matter."""

    figure: Figure
    name: str = ""
    bracket: str = ""
    verb: bool = False


def shortest(index: Index, marks: Sequence[Mark]) -> str | None:
    """A quote that binds these figures of one sentence, in the order of the text, and nothing that says otherwise; None if there is none.

    Words close to the first figure are tried first, then words further off, stepping over figures in between.
    """
    marks = sorted(marks, key=lambda m: m.figure.start)
    tail = _tail(index, marks)
    for head, right in _heads(index, marks[0].figure, marks[-1].figure):
        # As it will be written: where lines are parted by spaces only, 7,025 and the Total assets below it read as one figure.
        text = re.sub(r"\s+", " ", head + tail + right).strip()
        if not _UNFIT.search(_STEP.sub("", head + right)) and _finds(index, text, marks):
            return text
    # A report of one sentence that begins with the first figure: the words between them all.
    text = re.sub(r"\s+", " ", _in_full(index, marks)).strip()
    return text if not _UNFIT.search(_SLOT.sub("", text)) and _finds(index, text, marks) else None


def _finds(index: Index, text: str, marks: Sequence[Mark]) -> bool:
    """Whether `text` binds the marked figures, and every other place it fits says the same."""
    try:
        quote = parse(text)
    except QuoteError:
        return False
    marked = [n for n, slot in enumerate(quote.slots) if slot.name != SKIP]
    if len(marked) != len(marks) or any(quote.slots[n].figure is None for n in marked):
        return False
    wanted = [(m.figure.value, m.figure.unit, m.figure.hedge_kind) for m in marks]
    read = [_said(quote.slots[n].figure) for n in marked]
    if any(said != want and not (mark.bracket and said[::2] == want[::2]) for said, want, mark in zip(read, wanted, marks)):
        return False
    found = match(quote, index)
    here = [place for place in found if [place.figures[n].start for n in marked if place.figures[n]] == [m.figure.start for m in marks]]
    return bool(here) and all([_said(place.figures[n]) for n in marked] == wanted for place in found)


def _said(figure: Figure | None):
    """Value, unit and hedge."""
    return figure and (figure.value, figure.unit, figure.hedge_kind)


def _tail(index: Index, marks: Sequence[Mark]) -> str:
    """The braces of all marks, with gaps and stepped-over figures between them."""
    text = slot(index, marks[0])
    for before, after in zip(marks, marks[1:]):
        between = index.document.text[before.figure.span.end : after.figure.span.start]
        skipped = _skipped(index, before.figure.span.end, after.figure)
        words = _close_words(between, index.document.chinese) if after.verb and not skipped else ""
        text += (GAP if between.strip() or skipped else " ") + "".join(f"{{{SKIP}={_print(index, f)}}}{GAP}" for f in skipped) + words + slot(index, after)
    return text


def slot(index: Index, mark: Mark) -> str:
    """A marked figure in its braces: {base=107.8亿元}, {5万[人]}."""
    name = f"{mark.name}=" if mark.name else ""
    bracket = f"[{mark.bracket}]" if mark.bracket else ""
    return f"{{{name}{_print(index, mark.figure)}{bracket}}}"


def _in_full(index: Index, marks: Sequence[Mark]) -> str:
    """The braces of all marks with everything that stands between them, other figures stepped over."""
    text = slot(index, marks[0])
    for before, after in zip(marks, marks[1:]):
        at = before.figure.span.end
        for figure in index.figures_in(Span(at, after.figure.span.start)):
            text += index.document.text[at : figure.span.start] + f"{{{SKIP}={_print(index, figure)}}}"
            at = figure.span.end
        text += index.document.text[at : after.figure.span.start] + slot(index, after)
    return text


def _print(index: Index, figure: Figure) -> str:
    return re.sub(r"\s+", " ", index.document.text[figure.span.start : figure.span.end])


def _skipped(index: Index, start: int, figure: Figure) -> list[Figure]:
    """The figures of the same family between `start` and `figure`, which a gap would stop at."""
    return [f for f in index.figures_in(Span(start, figure.span.start)) if f.family == figure.family]


def _heads(index: Index, first: Figure, last: Figure) -> Iterator[tuple[str, str]]:
    """What may stand before the first figure and behind the last, nearest words first."""
    text, chinese = index.document.text, index.document.chinese
    left, right = _neighbours(index, first, last)
    before = list(_grown(text[left : first.span.start], chinese, True))
    behind = list(_grown(text[last.span.end : right], chinese, False))
    yield from ((words, "") for words in before)
    yield from (("", words) for words in behind)
    yield from ((b, a) for b in before[-1:] for a in behind)
    if step := _next_step(index, last):
        # 5万~10万元: the unit stands at the next figure.
        yield from ((b, step) for b in ("", *before))
    sentence = index.document.sentence_at(first.span.start)
    # Words further off in the sentence, stepping over figures of the same family on the way.
    position = left
    while position > max(sentence.start, first.span.start - REACH):
        chunk_start = _chunk_start(index, position, sentence.start)
        words = text[chunk_start:position].strip(" \t\n,，、;；:：。|")
        skipped = _skipped(index, position, first)
        if len(skipped) > MAX_SKIPPED:
            break
        if len(words) >= 2 and not index.figures_in(Span(chunk_start, position)):
            steps = "".join(f"{GAP}{{{SKIP}={_print(index, f)}}}" for f in skipped)
            for kept in _grown(words, chinese, True):
                yield kept + steps + GAP, ""
        position = chunk_start if chunk_start < position else position - 1
    # The words before, across the end of a sentence, figures in them stepped over.
    for length in (12, 24, 48, 96, REACH, 4 * REACH):
        start = max(first.span.start - length, 0)
        while 0 < start < first.span.start and text[start - 1].isalnum() and text[start].isalnum() and text[start].isascii():
            start += 1
        start = _outside(index, start)
        head, at = "", start
        for figure in index.figures_in(Span(start, first.span.start)):
            if figure.span.start < start:
                at = figure.span.end
                continue
            head += text[at : figure.span.start] + f"{{{SKIP}={_print(index, figure)}}}"
            at = figure.span.end
        yield head + text[at : first.span.start], ""
        yield from ((head + text[at : first.span.start], words) for words in behind[:1])
        if start == 0:
            break


def _next_step(index: Index, last: Figure) -> str:
    """The next figure, stepped over, if it stands close by."""
    following = index.figures_in(Span(last.end, last.end + (8 if index.document.chinese else 20)))[:1]
    return "".join(f"{index.document.text[last.span.end : f.span.start]}{{{SKIP}={_print(index, f)}}}" for f in following)


def _neighbours(index: Index, first: Figure, last: Figure) -> tuple[int, int]:
    """How far the words of a figure's own clause reach: to the next break or figure on either side."""
    text = index.document.text
    low = max(first.span.start - REACH, 0)
    breaks = [m.end() for m in _BREAK.finditer(text, low, first.span.start)]
    figures = [f.span.end for f in index.figures_in(Span(low, first.span.start))]
    high = min(last.span.end + REACH, len(text))
    ends = [m.start() for m in _BREAK.finditer(text, last.span.end, high)][:1]
    position = bisect_left(index.figures, last.end, key=lambda f: f.start)
    ends += [index.figures[position].span.start] if position < len(index.figures) else []
    return _outside(index, max([low, *breaks, *figures])), min([high, *ends])


def _outside(index: Index, offset: int) -> int:
    """`offset`, or the end of the figure it would cut."""
    position = bisect_left(index.figures, offset, key=lambda f: f.start) - 1
    return index.figures[position].span.end if position >= 0 and index.figures[position].span.end > offset else offset


def _chunk_start(index: Index, end: int, floor: int) -> int:
    text = index.document.text
    # A figure that ends here is stepped over.
    stop = next((f.span.start for f in index.figures_in(Span(max(end - REACH, floor), end)) if f.span.end == end), end)
    if stop < end:
        return max(stop, floor)
    while stop > floor and (text[stop - 1].isspace() or _BREAK.match(text[stop - 1])):
        stop -= 1
    low = max(stop - REACH, floor)
    breaks = [m.end() for m in _BREAK.finditer(text, low, stop)]
    figures = [f.span.end for f in index.figures_in(Span(low, stop))]
    return min(_outside(index, max([low, *breaks, *[x for x in figures if x < stop]])), stop)


def _grown(words: str, chinese: bool, leftward: bool) -> Iterator[str]:
    """Pieces of `words` next to the figure, shortest first: at least two Chinese characters or one long word; all of a short clause at once."""
    tokens = list(_WORD.finditer(words))
    if not tokens:
        return
    sizes = [n for n in ((4, 6, 9, 13, 20) if chinese else (1, 2, 3, 5, 8)) if n < len(tokens)] + [len(tokens)]
    if chinese and len(tokens) <= 8:
        sizes = [len(tokens)]
    for size in sizes:
        piece = words[tokens[-size].start() :] if leftward else words[: tokens[size - 1].end()]
        core = piece.strip()
        if (len(core) >= 5 or size >= 2) if not chinese else len(core) >= 2:
            yield piece


def _close_words(between: str, chinese: bool) -> str:
    """The words right before a figure that carry its verb: 增长, a decline of."""
    pieces = _BREAK.split(between)
    tokens = list(_WORD.finditer(pieces[-1]))
    size = 4 if chinese else 3
    return pieces[-1][tokens[-min(size, len(tokens))].start() :] if tokens else ""
