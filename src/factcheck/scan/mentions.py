"""One figure mentioned in several places of a document: alike it is said again, with two neighbouring digits swapped one of the two is a slip."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from . import vocabulary
from .alone import digits
from .candidates import Candidate, Weighed
from .items import BASE, BEFORE, DELTA, FROM, Item, Sentence, comparable, latin
from .misprints import nearly
from .named import Amount, Names
from .patterns import compiled
from .repeats import swapped

# So many accidental pairs of swapped digits a document may be expected to hold; more where the names share a word that few amounts have, or where other figures
# bear out one of the two and nothing the other.
BY_CHANCE, NAMED, BORNE_OUT = 0.03, 10, 5


def mentions(known: Names, checks: list[Weighed]) -> Iterator[Candidate]:
    """What is said again far apart (confirmed), and what is said again with swapped digits (an alarm, unless other figures bear out both)."""
    borne_out = {f.start for c in checks if c.verdict != "mismatch" for f in c.figures.values()}
    reported = {c.candidate.reported.start for c in checks}
    alike: dict[tuple[str, str, str], list[Amount]] = {}
    for amount in known.amounts:
        figure = amount.item.figure
        # Of 1200 and 2100 only two digits are told.
        if len("".join(c for c in figure.text if c.isdigit()).rstrip("0")) >= 3 and digits(amount.item) >= 3 and amount.item.claim != DELTA and not amount.item.flagged:
            alike.setdefault((figure.kind, _counted(amount.item), "".join(sorted(c for c in figure.text if c.isdigit() and c.isascii()))), []).append(amount)
    sizes: dict[tuple[str, str, int], int] = {}
    for (kind, unit, printed), group in alike.items():
        sizes[kind, unit, len(printed)] = sizes.get((kind, unit, len(printed)), 0) + len({a.item.figure.text for a in group})
    for (kind, unit, printed), group in alike.items():
        if len(group) < 2:
            continue
        several = sizes[kind, unit, len(printed)]
        chance = several * (several - 1) / (9 * 10 ** (len(printed) - 1))
        for first, second in combinations(group[:12], 2):
            a, b = first.item, second.item
            if first.statement == second.statement and not _one_name(first, second) or not (comparable(a.figure, b.figure) or _counted(a) == _counted(b)):
                continue
            told = any(len(known.beside[word]) <= 6 for word in first.words & second.words)
            if a.figure.value == b.figure.value:
                if told and b.figure.start not in reported:
                    yield _again(b, a, "A", "said again in the document")
            elif swapped(_number(a), _number(b)) and _scale(a) == _scale(b):
                wrong, right = (a, b) if a.figure.start not in borne_out and b.figure.start in borne_out else (b, a)
                allowed = BY_CHANCE * (NAMED if told else 1) * (BORNE_OUT if right.figure.start in borne_out else 1)
                short = digits(a) < 4 and chance > (BY_CHANCE if "." in _number(a) and right.figure.start in borne_out else BY_CHANCE / BORNE_OUT)
                other_things = digits(a) < 4 and max("".join(first.words), default="") > "\u2e80" and bool(first.words - second.words) and bool(second.words - first.words) and right.figure.start not in borne_out
                if not short and not other_things and chance <= allowed and wrong.figure.start not in borne_out and not (a.year and b.year and a.year != b.year) and (told and right.figure.start in borne_out or not {a.when, b.when} & {FROM, BASE, BEFORE} or a.when == b.when == BEFORE):
                    yield _again(wrong, right, "A", "said again with swapped digits")


# So many statements further on a figure may be said again in a rounder form.
NEAR = 12


def restated(statements: list[Sentence], known: Names, checks: list[Weighed]) -> Iterator[Candidate]:
    """What is said again rounded, or in another unit: 118,632人次, 11.9万人次; and what two parts of a text, each called by its name, give with a digit changed."""
    reported = {c.candidate.reported.start for c in checks}
    alike: dict[str, list[Amount]] = {}
    for amount in known.amounts:
        if digits(amount.item) >= 2 and amount.item.claim != DELTA:
            alike.setdefault(_leading(amount.item), []).append(amount)
    for group in alike.values():
        for first, second in combinations(group[:12], 2):
            a, b = first.item, second.item
            if b.figure.start in reported or a.figure.text == b.figure.text and digits(b) < 3 or second.statement - first.statement > NEAR or first.statement == second.statement or not comparable(a.figure, b.figure):
                continue
            pointed = vocabulary.pointing(statements[second.statement].chinese).search(_before(statements, second)[-24:])
            if pointed or any(len(known.beside[word]) <= 6 for word in first.words & second.words) or _places_apart(statements, first, second):
                yield _again(b, a, "A", "said again in the document")
    last: dict[str, Amount] = {}
    for second in (a for a in known.amounts if digits(a.item) >= 2 and _place(statements, a)):
        first = last.get(second.item.figure.unit)
        last[second.item.figure.unit] = second
        if first is None:
            continue
        a, b = first.item, second.item
        if b.figure.start not in reported and a.figure.unit == b.figure.unit and _scale(a) == _scale(b) and _transposed(_number(a), _number(b)) and _places_apart(statements, first, second):
            yield _again(b, a, "A", "two parts of the text")


def _leading(item: Item) -> str:
    """The first three digits of a number, rounded."""
    return f"{abs(nearly(item.figure.value)):.2e}"[:4] + item.figure.kind


def _before(statements: list[Sentence], amount: Amount) -> str:
    """The words before an amount in its part of the sentence."""
    statement = statements[amount.statement]
    return compiled("[。；;]").split(statement.text[: amount.item.figure.start - statement.start])[-1][-80:]


def _place(statements: list[Sentence], amount: Amount) -> str:
    """The part of a text that the words before an amount name: headline, summary, chapter; "" if they name none."""
    found = vocabulary.parts_of_a_text(statements[amount.statement].chinese).findall(_before(statements, amount))
    return found[-1] if found else ""


def _transposed(a: str, b: str) -> bool:
    """Whether two numbers differ in two digits that changed places, next to each other or not."""
    first, second = ("".join(c for c in text if c.isdigit()) for text in (a, b))
    differ = [n for n, (x, y) in enumerate(zip(first, second)) if x != y]
    return len(first) == len(second) and len(differ) == 2 and first[differ[0]] == second[differ[1]] and first[differ[1]] == second[differ[0]]


def _places_apart(statements: list[Sentence], first: Amount, second: Amount) -> bool:
    places = _place(statements, first), _place(statements, second)
    return "" not in places and places[0] != places[1]


def _thing(unit: str) -> str:
    """What is counted, without what it is called more closely: repair orders are orders."""
    return unit.rpartition(" ")[2]


def _counted(item: Item) -> str:
    """The same; of five digits and more people, deaths and whatever English nouns are one thing."""
    plain = item.figure.kind == "count" and item.figure.unit.replace("人", "").isascii() and not item.figure.scaled and latin(item.figure.text)
    return "" if plain and digits(item) >= 5 else _thing(item.figure.unit)


def _one_name(first: Amount, second: Amount) -> bool:
    """Whether two amounts of one statement, of four digits or more, have nearly the same name."""
    fewer = min(len(first.words), len(second.words))
    return fewer >= 2 and len(first.words & second.words) * 10 >= fewer * 6 and digits(first.item) >= 4


def _number(item: Item) -> str:
    """The printed number, without its scale and unit."""
    found = compiled(r"\d[\d,.]*").search(item.figure.text)
    return found.group().rstrip(".,") if found else ""


def _scale(item: Item) -> Fraction:
    """What one in the printed number stands for."""
    return item.figure.value / (Fraction(_number(item).replace(",", "") or 1) or 1)


def _again(item: Item, other: Item, tier: str, reason: str) -> Candidate:
    return Candidate("equal", (("values", (item.figure, other.figure)),), item.figure, tier, reason, 0)
