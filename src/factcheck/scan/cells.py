"""Text against a table: the cells of an indicator and a year, and what the sentences of a document say of them.

A sentence means a cell if it names its row and its year (or its column, where the rows are years). What agrees is confirmed; what does not is told only where
a plain slip explains the difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..document import Document
from ..expression import Expression, number
from ..figures import Figure
from . import vocabulary
from .alone import digits
from .candidates import ACROSS, Candidate, Operand, key, of
from .items import BASE, BEFORE, DELTA, FROM, LEVEL, POINTS, RATE, SHARE, TOTAL, Item, Sentence
from .misprints import holds_or_slipped
from .named import words_of
from .neighbours import printed
from .patterns import compiled
from .subjects import clause_before
from .tables import Row, tables


class Cell(NamedTuple):
    """A figure of a table with its year (0 if the table has none) and the name of its indicator; `column` and `table` say where it stands."""

    figure: Figure
    name: str
    year: int
    column: int
    table: int


_YEAR = re.compile(r"^\D{0,3}((?:19|20)\d\d)(?:/\d\d)?\s*年?[\s末底*]*$")
_ASIDE = re.compile(r"[(（][^)）]*[)）]|^\s*(?:其中|#|一|二|三|四|五|of which)[:：、]\s*|,.*$", re.I)
# A table larger than this is data, not an illustration of the text.
LARGEST = 200


def cells(document: Document, figures: tuple[Figure, ...]) -> list[Cell]:
    """The cells of the small tables of a document that have a name and, where the head or the first column holds years, a year."""
    found: list[Cell] = []
    for n, rows in enumerate(tables(document, figures)):
        if len(rows) * len(rows[0].cells) > LARGEST or rows[0].listed:
            continue
        head, body = rows[0], rows[1:]
        if len(head.cells) not in (len(body[0].cells), len(body[0].cells) - 1):
            continue
        heads = head.cells[-(len(body[0].cells) - 1) :]
        by_column = [_year(cell) for cell in heads]
        if any(by_column):
            found += [Cell(f, _name(r.label), by_column[c], c, n) for r in body for c, f in enumerate(r.figures) if f is not None and by_column[c] and _name(r.label)]
        elif all(_year(r.label) for r in body):
            found += [Cell(f, _name(heads[c]), _year(r.label), c, n) for r in body for c, f in enumerate(r.figures) if f is not None and _name(heads[c])]
        elif not _holds_figures(head):
            found += [Cell(f, _name(r.label), 0, c, n) for r in body for c, f in enumerate(r.figures) if f is not None and _name(r.label)]
    return found


def _holds_figures(row: Row) -> bool:
    return any(f is not None for f in row.figures)


def _year(cell: str) -> int:
    found = _YEAR.match(cell)
    return int(found[1]) if found else 0


def _name(cell: str) -> str:
    """What a head or a label names, without its unit and asides."""
    return _ASIDE.sub("", cell).strip(" :：*")


def meant(sentence: Sentence, item: Item, known: list[Cell], year: int) -> list[Cell]:
    """The cells whose name stands in the clause of a figure, of its year; those of the longest name."""
    before = clause_before(sentence, item)
    if sentence.chinese:
        named = [c for c in known if len(c.name) > 1 and (c.name in before or len(item.subject) > 2 and c.name.endswith(item.subject))]
    else:
        own = words_of(f"{before} {item.noun} {item.figure.unit}", False)
        named = [c for c in known if (words := words_of(c.name, False)) and words <= own]
    longest = max((len(c.name) for c in named if c.name in before or not sentence.chinese), default=0)
    return [c for c in named if c.year == year and len(c.name) >= longest]


def _said(sentence: Sentence, item: Item, years: dict[int, tuple[int, ...]]) -> int:
    """The year a figure is told of."""
    if item.year:
        return item.year
    told = years.get(sentence.start, ())
    return told[sentence.items.index(item)] if told else 0


def said_of_cells(sentence: Sentence, known: list[Cell], years: dict[int, tuple[int, ...]], done: set[int]) -> Iterator[Candidate]:
    """What a sentence says again of a cell, and what follows from two cells: 2022年粮食产量503.6万吨, where the table has 530.6."""
    places = {c.figure.start for c in known}
    if any(i.figure.start in places for i in sentence.items):
        return
    for item in sentence.items:
        if item.figure.start in done or item.flagged or item.figure.hedge or digits(item) < 2 or item.code not in "qpt":
            continue
        year = _said(sentence, item, years)
        if item.claim in (LEVEL, TOTAL) and (item.year or item.when not in (BEFORE, FROM, BASE)) and year:
            yield from _again(item, meant(sentence, item, known, year))
        elif item.claim in (RATE, DELTA, POINTS) and not item.yearly:
            yield from _changed(sentence, item, known, year)
        if item.code == "p" and item.claim in (SHARE, LEVEL):
            yield from _part(sentence, item, known, year)


def _scaled(cell: Figure, item: Item) -> Operand:
    """A cell in the unit of a figure of the text: 530.6 beside 503.6万吨."""
    scale = item.figure.value / (printed(item.figure) or 1)
    if cell.unit or cell.scaled or cell.kind == "share" or scale == 1:
        return cell
    tree: Expression = of(cell) * number(scale)
    return tree


def _again(item: Item, found: list[Cell]) -> Iterator[Candidate]:
    same = [c for c in found if (c.figure.kind == "share") == (item.figure.kind == "share")]
    if len(same) != 1 or digits(item) < 3 or printed(same[0].figure) == printed(item.figure) and digits(item) < 4:
        return
    yield from _told(Candidate("equal", (("values", (item.figure, _scaled(same[0].figure, item))),), item.figure, "A", "said again of a table", 0), same)


def _changed(sentence: Sentence, item: Item, known: list[Cell], year: int) -> Iterator[Candidate]:
    spoken = sorted({int(i.figure.value) for i in sentence.items if i.code == "y"})
    first, last = (spoken[0], spoken[1]) if len(spoken) == 2 and (not year or year in spoken) else (year - 1, year)
    if not last:
        return
    named = meant(sentence, item, known, last)
    if not named and not item.subject and (level := next((i for i in reversed(sentence.items) if i.at < item.at and i.claim in ((LEVEL, TOTAL, DELTA) if sentence.chinese else (LEVEL, TOTAL)) and i.code in "qp"), None)):
        # 2022年粮食产量530.6万吨，比上年增长3.6%: of the level before it.
        named = meant(sentence, level, known, last) if ";" not in sentence.codes[level.at : item.at] else []
    for new in named:
        old = next((c for c in known if (c.name, c.table, c.year) == (new.name, new.table, first)), None)
        if old is None or not old.figure.value or old.figure.kind != new.figure.kind:
            continue
        falls = frozenset({key(item.figure)}) if new.figure.value < old.figure.value and item.figure.value > 0 else frozenset()
        if item.direction and (item.direction < 0) != bool(falls):
            continue
        if item.claim == RATE and item.code == "p" and new.figure.kind != "share":
            roles: tuple[tuple[str, tuple[Operand, ...]], ...] = (("base", (old.figure,)), ("value", (new.figure,)), ("result", (item.figure,)))
            yield from _told(Candidate("growth", roles, item.figure, "C", "two cells of a table", ACROSS - 1, falls), [old, new])
        elif item.claim == DELTA and item.code == "q" and new.figure.kind != "share":
            roles = (("base", (_scaled(old.figure, item),)), ("value", (_scaled(new.figure, item),)), ("result", (item.figure,)))
            yield from _told(Candidate("difference", roles, item.figure, "C", "two cells of a table", ACROSS - 1, falls), [old, new])
        elif item.claim == POINTS and new.figure.kind == "share":
            roles = (("start", (old.figure,)), ("end", (new.figure,)), ("result", (item.figure,)))
            yield from _told(Candidate("point_change", roles, item.figure, "C", "two cells of a table", ACROSS - 1, falls), [old, new])


def _part(sentence: Sentence, item: Item, known: list[Cell], year: int) -> Iterator[Candidate]:
    """由表可见，65岁及以上人口占17.8%: the cell of a part as a share of the cell that the words behind 占 name, or of the total."""
    for part in meant(sentence, item, known, year) or meant(sentence, item, known, 0):
        of_what = compiled("占(?:到|了)?([^占]{2,12}?)(?:的|比重)").search(sentence.text[: item.figure.start - sentence.start][-24:]) if sentence.chinese else None
        column = [c for c in known if (c.table, c.column, c.year) == (part.table, part.column, part.year) and c.figure.kind == part.figure.kind != "share"]
        wholes = [c for c in column if c is not part and (of_what and c.name == of_what[1] or not of_what and vocabulary.total_row(sentence.chinese).search(c.name))]
        if not wholes and not of_what and column and column[0] is not part and column[0].figure.value == max(c.figure.value for c in column):
            wholes = column[:1]
        for whole in wholes[:1]:
            if part.figure.value <= whole.figure.value and whole.figure.value:
                yield from _told(Candidate("share", (("part", (part.figure,)), ("whole", (whole.figure,)), ("result", (item.figure,))), item.figure, "C", "a cell of a table and its total", ACROSS - 1), [part, whole])


def _told(way: Candidate, of_cells: list[Cell]) -> Iterator[Candidate]:
    """A way that comes to what is printed, or that a slip explains."""
    if holds_or_slipped(way, (c.figure for c in of_cells)):
        yield way
