"""The amounts a share may be of: which figure is the whole of a part."""

from __future__ import annotations

from ..exact import exceeds
from . import vocabulary
from .items import BASE, BEFORE, DELTA, FROM, GAP, LEVEL, REST, TOTAL, Item, Sentence, alike, comparable
from .patterns import compiled
from .subjects import clause_before

AMOUNTS = (LEVEL, TOTAL, DELTA, GAP, REST)


def amounts(sentence: Sentence) -> list[Item]:
    return [i for i in sentence.items if i.code == "q" and i.claim in AMOUNTS]


def owners(sentence: Sentence) -> set[int]:
    """Places of figures that have a share of their own right behind them: such a figure is a part, not the whole of the next."""
    found = set()
    for item in sentence.items:
        if item.code == "q" and compiled(r"w?,?w?S[wWOKHeS]{0,4}p|w?\(w?S?p|,[CP]{0,2}V[CP]?p,w?Sw?p" if sentence.chinese else r"w?[,(]S?p|,S{0,2}Op").match(sentence.codes, item.at + 1):
            found.add(item.at)
    return found


def whole_of(sentence: Sentence, part: Item, items: list[Item], having: set[int]) -> list[tuple[str, Item, str]]:
    """The wholes a part may belong to, likeliest first: named by of, of which, or standing before it."""
    found: list[tuple[str, Item, str]] = []
    codes = sentence.codes
    fitting = [i for i in items if i is not part and (comparable(i.figure, part.figure) or sentence.chinese and answered(sentence, i, part) or not sentence.chinese and alike(i, part))]
    before = [i for i in fitting if i.at < part.at]
    # 共9711家，认定7984家，未认定1727家: what with the part makes a whole is none of it.
    siblings = {i.at for i in before if any(w.figure.value == i.figure.value + part.figure.value for w in before)} if len(before) > 1 and part.figure.value else set()
    before = [i for i in before if i.at not in siblings]
    after = [i for i in fitting if i.at > part.at]
    if after and not sentence.chinese and part.left[:1] != "O" and compiled("[wySVG]{0,3}O[wWKOVG]{0,4}" if part.dimension in ("count", "person") else "[ySVG]{0,3}O[wWKOVG]{0,4}").fullmatch(codes[part.at + 1 : after[0].at]):
        named = next((t.text for t in sentence.tokens[part.at + 1 : after[0].at] if t.code == "w"), "")
        if len(named.split()) < 3 or named.endswith(("'s", "’s", "s'", "s’")):
            # 194 pairs of little terns rear 163 young: what the pairs are of is no whole.
            found.append(("A", after[0], "part of whole"))
    if after and not sentence.chinese and codes[part.at + 1 : after[0].at] == "I" and sentence.tokens[part.at + 1].text.startswith("of "):
        # 61,090 of those 79,190 households
        found.append(("A", after[0], "part of whole"))
    for item in reversed(before):
        if compiled("w?O").match(item.right) and sentence.chinese and not (item.right[:1] == "O" and not item.figure.unit and not item.figure.scaled):
            found.append(("A" if item is before[-1] or part.at in having else "C", item, "among"))
        elif not sentence.chinese and compiled("^O").search(item.left) and (item.at < 2 and not sentence.text[: sentence.tokens[0].start - sentence.start].strip() or item.at > 1 and codes[item.at - 2 : item.at - 1] in (";", ".") or codes[item.at - 2 : item.at - 1] == "," and codes[item.at + 1 : part.at] != "," and part.left[:1] != "O"):
            found.append(("A", item, "of the whole, part"))
        elif item.when == BASE and not sentence.chinese and not _of_a_time(item) and "." not in codes[item.at : part.at] and compiled("C[wO]{0,3}$").search(item.left) and not _replaced(sentence, item):
            found.append(("A", item, "part on whole"))
    if after and after[0].when == BASE and not sentence.chinese and not _of_a_time(after[0]) and compiled("C[wO]{0,3}$").search(after[0].left) and not _replaced(sentence, after[0]):
        found.append(("A", after[0], "part on whole"))
    if not sentence.chinese:
        # 0.03 billion of the 4.12 billion; others, with 1.62 billion, made up 39%: of the same.
        for item in before:
            if compiled("O[KW]?$").search(item.left) and any(compiled("w?O[KW]?").fullmatch(codes[i.at + 1 : item.at]) for i in fitting if i.at < item.at) and ";" in codes[item.at : part.at] and item.figure.value >= part.figure.value:
                found.append(("B", item, "of the same whole"))
    marked = max((n for n, c in enumerate(codes[: part.at]) if c == "I" or c == "J" and sentence.tokens[n].text in ("包括", "包含")), default=-1) if "I" in codes or "J" in codes else -1
    if not sentence.chinese and compiled("[^qpxtd,;.]*w[^qpxtd,;.]*,").match(codes[marked + 1 : part.at]):
        # The figure for 2018, which included the pumps, was 12: no part.
        marked = -1
    if marked >= 0 and ";" not in codes[marked : part.at] or marked >= 0 and having:
        # 17,163 of them and 24,697: the first is no whole of the second.
        above = [i for i in before if i.at < marked - (not sentence.chinese and codes[marked - 1 : marked] == "q" and sentence.tokens[marked].text in vocabulary.partitives())]
        # The level of the year before is not what the parts of this year make.
        # What brackets hold is no whole of what stands behind them.
        above = [i for i in above if not (sentence.chinese and ")" in codes[i.at : marked] and "(" not in codes[i.at : marked])]
        if above := [i for i in above if i.when != BEFORE] or above:
            # 美国8010亿，占38%，其中…；其次是中国，2930亿，占14%: beside what has a share of its own.
            sibling = sentence.chinese and above[-1].at in having and ";" in codes[marked : part.at]
            found.append(("C" if sibling else "A" if not compiled("[;.]").search(codes[marked : part.at]) else "B", above[-1], "of which"))
    if not sentence.chinese and compiled("I").match(part.right) and sentence.tokens[part.at + 1].text not in vocabulary.including() and (others := [i for i in before if i.right[:1] != "I"]):
        # 482,000, less than half the 1,098,000 of 1977: of them are those of now.
        others = [i for i in others if codes[i.at - 1 : i.at] not in ("p", "x")] or others
        found.append(("A", others[-1], "of them"))
    value = part.figure.value
    free = [i for i in before if i.at not in having and i.when not in (BEFORE, FROM) and not exceeds(value, i.figure.value) and not spoken_of(sentence, i)]
    for item in reversed(free):
        if all(item is not w for _, w, _ in found):
            near = len([i for i in before if i.at > item.at and i.at not in having]) == 0
            beside = sentence.chinese and compiled("[|a]w?").fullmatch(codes[item.at + 1 : part.at]) is not None
            tier = "B" if near and (item.claim == TOTAL or len(free) == 1) and sentence.chinese and not beside else "C"
            found.append((tier, item, "before"))
    totals = [i for i in after if (i.claim == TOTAL or "W" in i.left) and not exceeds(value, i.figure.value)]
    found += [("B", i, "total behind") for i in totals[:1]]
    return found


def answered(sentence: Sentence, whole: Item, part: Item) -> bool:
    """Whether a whole counts the questionnaires that the persons of a part have filled in."""
    return part.figure.unit in ("人", "名", "位") and whole.figure.unit in ("份", "个") and vocabulary.questionnaires().search(title(sentence, whole)) is not None


def _of_a_time(item: Item) -> bool:
    """Whether a figure that another is set beside is told of a time: 2,994, after 3,789 in the previous year: no whole."""
    return bool(item.year) or "P" in item.left + item.right


def _replaced(sentence: Sentence, item: Item) -> bool:
    """Whether a figure is what another has come in place of: no whole of it."""
    mark = next((t for t in reversed(sentence.tokens[: item.at]) if t.code == "C"), None)
    return mark is not None and mark.text in vocabulary.replacing()


def spoken_of(sentence: Sentence, item: Item) -> bool:
    """占519.81万公里的3.45%: the whole of one share is not what the next sentence goes on about."""
    return item.right[:1] == "e" and sentence.codes[item.at + 2 : item.at + 3] == "p"


def title(sentence: Sentence, item: Item) -> str:
    """All the words before a figure in its clause."""
    return clause_before(sentence, item)[-24:].rpartition("、")[2]
