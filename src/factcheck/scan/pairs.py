"""Pairs of an earlier and a later level of one thing: marked by words, by years, or by a stated change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import vocabulary
from .items import BASE, BEFORE, DELTA, EACH, FROM, LEVEL, NOW, POINTS, RATE, SHARE, TO, Item, Sentence, comparable, in_closed_brackets
from .levels import LEVELS, OLD, Group, Pair, alike_groups, pair_of
from .only_two import only_two
from .patterns import compiled
from .subjects import agree, clause_before, flow_of, shared


def pairs(sentence: Sentence, groups: tuple[Group, ...]) -> tuple[Pair, ...]:
    groups = _this_year(sentence, groups) if sentence.chinese else _unmarked(sentence, groups)
    levels = [g for g in groups if (g[0].claim in LEVELS or g[0].claim == SHARE) and g[0].code in "qpdx" and g[0].figure.kind != "multiple" and not (not sentence.chinese and g[0].code == "p" and g[0].right[:1] == "O" and not any(c.isdigit() for c in g[0].figure.text))]
    found: list[Pair] = []
    for place, group in enumerate(levels):
        if group[0].when in OLD and not beside(sentence, group[0]):
            found += _marked(sentence, levels, place)
    found += _by_year(sentence, levels)
    found += _by_period(sentence, levels)
    if not sentence.chinese:
        found += _when_it_was(sentence, levels)
    if sentence.chinese:
        found += _beside_another_year(sentence, levels) if "y" in sentence.codes else ()
        found += _by_named_base(sentence, levels) if "C" in sentence.codes else ()
        found += _parallel(levels)
    # From A to B, up C, a rise of p: the two printed levels before the one that C implies.
    whole = {p.new.at for p in found if p.new and p.tier == "A" and p.reason in ("from–to", "to–from")}
    found += [p for p in _by_change(sentence, groups, levels) if not (p.new and p.new.at in whole)]
    found += _rates(sentence, groups)
    sure = {frozenset((p.old.at, p.new.at)) for p in found if p.tier == "A" and p.old and p.new}
    found += [p for p in only_two(sentence, groups, levels) if p.old and p.new and frozenset((p.old.at, p.new.at)) not in sure]
    for a, b in zip(levels, levels[1:]):
        if len(a) == len(b) and alike_groups(a, b) and not a[0].when and not b[0].when:
            found += [pair_of("C", "neighbours", x, y, size=len(a), rank=n, within=(a, b)) for n, (x, y) in enumerate(zip(a, b))]
        elif len(a) == len(b) and alike_groups(a, b) and a[0].when not in OLD and b[0].when in (NOW, TO) and (not a[0].when or a[0].when == b[0].when == TO and b[0].direction and not compiled("[ptx;.]").search(sentence.codes[a[-1].at : b[0].at])):
            change = compiled("[Vx][^;.]*$").search(sentence.codes[a[-1].at : b[0].at]) or b[0].when == TO and (compiled("x[^;.qp]{0,6}$").search(sentence.codes[: a[0].at]) or sentence.tokens[b[0].at - 1].text.startswith(vocabulary.becoming()))
            elsewhere = _elsewhere(sentence, a[-1], b[0]) or sentence.chinese and "p" in sentence.codes[a[-1].at : b[0].at] and b[0].when == TO and not agree(_named_all(a[0]), b[0].subject) or not sentence.chinese and "." in sentence.codes[a[-1].at : b[0].at] and bool(b[0].figure.unit) and not shared(_named_all(a[0]), _named_all(b[0])) and a[0].figure.unit != b[0].figure.unit
            # 2023年分别占50%、66%和55%，2024年升至55%、74%和63%
            two_years = sentence.chinese and len(a) > 1 and b[0].when == TO and b[0].year and sum(i.code == "y" for i in sentence.items) == 2 and ";" not in sentence.codes[a[0].at : b[0].at]
            found += [pair_of("B" if (b[0].when == NOW or change) and not elsewhere or two_years else "C", f"level–{b[0].when}", x, y, size=len(a), rank=n, within=(a, b)) for n, (x, y) in enumerate(zip(a, b))]
    return tuple(found)


def _elsewhere(sentence: Sentence, a: Item, b: Item) -> bool:
    """Whether English words between two levels name another place or body: 812 million, bolstered by a jump in China to 376 million."""
    words = sentence.tokens[a.at + 1 : b.at]
    return not sentence.chinese and any(t.code == "w" and t.text[:1].isupper() and before.code not in ".;" for before, t in zip(words, words[1:]))


def _unmarked(sentence: Sentence, groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """1.42 million last year, compared with 1.37 million the year before: beside an earlier one, last year is the period spoken of."""
    old = [g[0] for g in groups if g[0].when in OLD and g[0].claim in LEVELS]
    last = {i.at for i in old if i.when == BEFORE and not compiled("[CF]").search(i.left[-4:]) and _last(sentence, i) and any(o.at > i.at and o.when != FROM for o in old)}
    dated = [g[0] for g in groups if g[0].year and not g[0].when and g[0].claim in LEVELS]
    if len(old) == len(dated) == 1 and old[0].when == BEFORE and dated[0].at < old[0].at and alike_groups((dated[0],), (old[0],)) and any(t.code == "P" and t.text.startswith(vocabulary.last()) for t in sentence.tokens[old[0].at - len(old[0].left) : old[0].at]):
        # In 2011 it was 5,600; last year it was 13,440.
        return tuple(tuple(i._replace(when=NOW) for i in g) if g[0].at == old[0].at else g for g in groups)
    if not last or len(last) == len(old) or any(g[0].claim in LEVELS and g[0].when not in OLD and g[0].code == i.code and g[0].at < old[-1].at and not (g[0].year and any(o.year >= g[0].year for o in old)) for g in groups for i in old):
        return groups
    return tuple(tuple(i._replace(when="") for i in g) if g[0].at in last else g for g in groups)


def _this_year(sentence: Sentence, groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """去年86.4万人次，较上年的36万增长140%: beside an earlier year the one before this is the one spoken of."""
    old = [g[0] for g in groups if g[0].when in OLD and g[0].claim in LEVELS and g[0].code in "qp"]
    last = [i for i in old if i.when == BEFORE and "C" not in i.left and any(t.code == "P" and t.text.startswith("去年") and "期" not in t.text for t in sentence.tokens[i.at - len(i.left) : i.at])]
    rest = [i for i in old if i not in last and any(t.code == "P" and t.text.startswith(("上年", "前年", "上一年")) for t in sentence.tokens[i.at - len(i.left) : i.at])]
    if len(last) != 1 or not rest or any(g[0].claim in LEVELS and g[0].code == last[0].code and g[0].when in (NOW, TO) for g in groups):
        return groups
    return tuple(tuple(i._replace(when="") for i in g) if g[0].at == last[0].at else g for g in groups)


def _last(sentence: Sentence, item: Item) -> bool:
    """Whether the words behind a figure name the last period."""
    behind = compiled("[wOi]{0,2}P").match(item.right)
    return behind is not None and sentence.tokens[item.at + behind.end()].text.startswith(vocabulary.last())


def _marked(sentence: Sentence, levels: list[Group], place: int) -> Iterator[Pair]:
    """The later level of one that is marked as earlier: from A to B, B against A, B, a year before A."""
    old = levels[place]
    mark = old[0].when
    fitting = [n for n, g in enumerate(levels) if n != place and not (sentence.chinese and _only_one_is_an_average(levels, g, old)) and (len(g) == len(old) or len(old) == 1 and _ranged(sentence, g)) and alike_groups(g, old) and g[0].when not in OLD]
    before = _outside(sentence, levels, old, [n for n in fitting if n < place])
    after = [n for n in fitting if n > place]
    choice: list[tuple[str, int, str]] = []
    if mark == FROM:
        close = before and before[-1] == place - 1 and levels[before[-1]][0].when == TO and compiled("[wyiNO]{0,3},?V?F[PO]?").fullmatch(sentence.codes[levels[before[-1]][-1].at + 1 : old[0].at])
        if close and not sentence.chinese:
            choice.append(("A", before[-1], "to–from"))
        elif after and levels[after[0]][0].when == TO and after[0] == place + 1:
            choice.append(("C" if "." in sentence.codes[old[-1].at : levels[after[0]][0].at] else "A", after[0], "from–to"))
        elif before and before[-1] == place - 1:
            choice.append(("A", before[-1], "to–from" if levels[before[-1]][0].when == TO else "level–from"))
        elif after and after[0] == place + 1:
            choice.append(("B", after[0], "from–level"))
        elif after and levels[after[0]][0].when == TO:
            choice.append(("B", after[0], "from … to"))
    else:
        near = before and not compiled("[;.]").search(sentence.codes[levels[before[-1]][-1].at : old[0].at])
        ranged = bool(after) and not sentence.chinese and sentence.codes[old[-1].at + 1 : levels[after[0]][0].at] == "T" and sentence.tokens[old[-1].at + 1].text == "to"
        if after and not ranged and levels[after[0]][0].when in (TO, NOW) and after[0] == place + 1 and not (before and near and before[-1] == place - 1):
            choice.append(("C" if mark == BASE and (_elsewhere(sentence, old[-1], levels[after[0]][0]) or not sentence.chinese and "." in sentence.codes[old[-1].at : levels[after[0]][0].at] and not shared(_named_all(old[0]), _named_all(levels[after[0]][0]))) else "A", after[0], f"{mark}–{levels[after[0]][0].when}"))
        elif before:
            if sentence.chinese and (stock := [n for n in before if not flow_of(sentence, levels[n][0])]) and stock[-1] != before[-1] and sum(i.claim == DELTA and i.direction != 0 for i in sentence.items if levels[stock[-1]][0].at < i.at < old[0].at):
                # 年末99条，新开7条、停航3条，净增4条，上年末为95条: what comes and goes is no level of a time.
                before = [n for n in stock if levels[n][0].when in (NOW, TO)][-1:] or stock[:1]
            before = _by_subject(sentence, levels, old, before)
            tier = "A" if before[-1] == place - 1 or len(before) == 1 else "B"
            choice.append((tier, before[-1], f"level–{mark}"))
            if len(before) > 1 and tier == "B":
                choice.append(("C", before[-2], f"level–{mark}"))
        elif after and after[0] == place + 1:
            choice.append(("B" if sentence.chinese or len(levels) == 2 and compiled("w?C[wyiOP]{0,3}").fullmatch(sentence.codes[: old[0].at]) else "C", after[0], f"{mark}–level"))
    for tier, other, reason in choice:
        new = levels[other]
        if not sentence.chinese and mark == FROM and _places(sentence, old[0], new[0]):
            continue
        size = len(new)
        if size > len(old):
            old = old * size
        if not sentence.chinese and mark == BASE and other < place and compiled("[^qptx;.]*V[BOi]{0,2}[pt]").match(sentence.codes[new[-1].at + 1 : old[0].at]) and compiled(",V[BOi]{0,2}[qpt]").match(sentence.codes[old[-1].at + 1 :]):
            # 55.2%, a rise of 25.9 points, against 37.0%, a drop of 11.1: each with its own change.
            tier = "C"
        if other < place and (_other_subject(sentence, new[0], old[0]) or _another_sentence(sentence, new[0], old[0])):
            tier = "C"
        yield from (pair_of(tier, reason, o, n, size=size, rank=r, within=(old, new)) for r, (o, n) in enumerate(zip(old, new)))


def _only_one_is_an_average(levels: list[Group], other: Group, old: Group) -> bool:
    """发放18.64亿元，户均12.1万元，上年同期发放17.33亿元: what there is for each is no later level of a sum where a sum stands beside it."""
    return (other[0].claim == EACH) != (old[0].claim == EACH) and any(g is not old and g is not other and g[0].claim == old[0].claim and g[0].when not in OLD and alike_groups(g, old) for g in levels)


def _places(sentence: Sentence, old: Item, new: Item) -> bool:
    """Whether two bare numbers are places in a list: it jumps from 5 to 2."""
    bare = all(not i.figure.unit and i.figure.value.denominator == 1 and 0 < i.figure.value <= 100 for i in (old, new))
    return bare and any(t.text in vocabulary.ranking() for t in sentence.tokens[min(old.at, new.at) - 3 : min(old.at, new.at)])


def _outside(sentence: Sentence, levels: list[Group], old: Group, before: list[int]) -> list[int]:
    """32 (issues: 26, requests: 6; down 66% from 95): behind a semicolon within brackets the change is one of what stands before them."""
    held = [n for n in before if in_closed_brackets(sentence, levels[n][0], old[0])]
    if held and (free := [n for n in before if n not in held]) and free[-1] == held[0] - 1:
        # 9471件（其中新收8027件），比上年的8782件增加689件: not what the brackets hold.
        return free
    opened = sentence.codes.rfind("(", 0, old[0].at)
    if opened < 0 or ")" in sentence.codes[opened : old[0].at] or ";" not in sentence.codes[opened : old[0].at]:
        return before
    part = sentence.codes.rfind(";", 0, old[0].at)
    return [n for n in before if levels[n][0].at < opened or levels[n][0].at > part] or before


def _by_subject(sentence: Sentence, levels: list[Group], old: Group, before: list[int]) -> list[int]:
    """Copper averaged 9,317, cobalt 51,000; the year before copper had cost 6,181: of the levels before an earlier one, that of the same name if the last is of another."""
    stop = sentence.codes.rfind(".", 0, old[0].at)
    if not sentence.chinese and vocabulary.resumed().match(sentence.text[sentence.tokens[stop].end - sentence.start :].lstrip() if stop >= 0 else ""):
        # Fellings came to 18.9, which left 7.2. They were 7% smaller than the 20.3 of the year before: they are what the sentence before begins with.
        begin = sentence.codes.rfind(".", 0, stop) + 1
        opening = [n for n in before if begin <= levels[n][0].at < stop]
        if opening and all(levels[n][0].at < stop for n in before):
            return [n for n in before if n <= opening[0]]
    own = old[0].subject
    named = [n for n in before if own and levels[n][0].subject and shared(levels[n][0].subject, own)]
    # 观众86.4万，其中未成年人21.7万；观众较上年的36.0万猛增: what 其中 begins with is of another.
    within = sentence.chinese and bool(before) and "I" in levels[before[-1]][0].left + sentence.codes[max(levels[before[-1]][0].at - 3, 0) : levels[before[-1]][0].at]
    return named if len(named) == 1 and (within or not sentence.chinese) and levels[before[-1]][0].subject else before


def beside(sentence: Sentence, old: Item) -> bool:
    """Whether "on" or "after" sets a figure beside another rather than before it: a profit of 12 on sales of 150."""
    if sentence.chinese or old.when != BASE:
        return False
    mark = next((n for n in range(old.at - 1, -1, -1) if sentence.codes[n] == "C"), -1)
    if any(i.when == NOW and i.at < old.at and i.code == old.code and i.clause == old.clause for i in sentence.items):
        # It held 72 at the end of September after 89 at its beginning.
        return False
    if old.code == "p" and sum(i.code == "p" for i in sentence.items) == 2 and any(i.claim == POINTS and i.at > old.at for i in sentence.items):
        # 71.4 per cent, after a dismal 62.9 per cent, an improvement of 8.5 points.
        return False
    if mark >= 0 and sentence.tokens[mark].text not in vocabulary.on() and compiled("T[iN]?q(?:i?y)?,?$").search(sentence.codes[:mark]):
        # Reaching 2,418 in 2014 after 1,533.
        return False
    dated = old.year and sentence.codes[mark - 1 : mark] == "," and sentence.tokens[mark].text in vocabulary.beside() - set(vocabulary.on())
    return mark >= 0 and not dated and sentence.tokens[mark].text in vocabulary.beside() and not compiled("(?:[Vpxt]|V[^,;.]{0,2}q|V[:,]q,|VB?[pq]V?,?Tq,?)w?$").search(sentence.codes[:mark])


def _ranged(sentence: Sentence, group: Group) -> bool:
    return len(group) == 2 and sentence.codes[group[0].at + 1 : group[1].at] == "T"


def _another_sentence(sentence: Sentence, new: Item, old: Item) -> bool:
    """Whether an earlier level has a name of its own in the next English sentence: 24.5 of all; the rate of the older ones had been 38.2."""
    if not sentence.chinese and old.when == FROM and compiled("[.][^.]*w[^.;]*V[BO]?qF[PO]?$").search(sentence.codes[new.at : old.at]):
        # It came to 109. The year before had been poor: profit fell by 23 from 147, to what is not said.
        return True
    if not sentence.chinese and old.when == FROM and (told := compiled("[.][^.;qpxtd]*w[^.;qpxtd]*V[BO]?p,?F[PO]?$").search(sentence.codes[new.at : old.at])):
        # There were 13,869. The average number advanced by 7%, from 11,755: it may be of another.
        begin = new.at + told.start()
        own = " ".join(t.text for t in sentence.tokens[begin : old.at] if t.code == "w")
        return not shared(_named_all(new), own)
    return not sentence.chinese and "." in sentence.codes[new.at : old.at] and bool(old.subject) and old.subject.lower() not in vocabulary.number_words() and not shared(_named_all(new), old.subject)


def _other_subject(sentence: Sentence, new: Item, old: Item) -> bool:
    """Whether the clause of an earlier level speaks of something else than the level before it: sales were 60, and costs 5% above the 40 of 2018."""
    codes = sentence.codes[new.at + 1 : old.at]
    if sentence.chinese:
        # 比疫情前的110万: what stands behind the comparing word says which level it is, what stands before says of what.
        clause = sentence.tokens[new.at + 1 + compiled(".*[,;.]|").match(codes).end() : old.at]  # type: ignore[union-attr]
        cut = next((n for n, t in enumerate(clause) if t.code in ("FCa" if compiled("w?C").match(old.right) else "FC")), len(clause))
        own = "".join(t.text for t in clause[:cut] if t.code == "w")
        spoken = sentence.text[: new.figure.start - sentence.start]
        return bool(compiled("[,;.]").search(codes)) and len(own) > 1 and not shared(_named_all(new), own) and own not in spoken
    if codes[:1] == "," and fronted(sentence, new):
        return False
    clause = compiled("[,;.(]|a(?=w)").split(codes)[-1]
    return bool(compiled("[,;.a(]").search(codes)) and bool(compiled("[NTPCFS]*w.*[VS]").match(clause))


def fronted(sentence: Sentence, item: Item) -> bool:
    """At 1,930 births were 3% below last year's, with 92 against 80 it grew 15%: a figure before its subject."""
    return not sentence.chinese and compiled("(?:^|[;.])[iaC][wO]?$").search(sentence.codes[: item.at]) is not None


def _named_all(item: Item) -> str:
    return item.subject + item.noun


def _by_year(sentence: Sentence, levels: list[Group]) -> Iterator[Pair]:
    for n, first in enumerate(levels):
        for second in levels[n + 1 : n + 3]:
            a, b = first[0], second[0]
            if not (a.year and b.year and a.year != b.year and (a.year > 999) == (b.year > 999) and alike_groups(first, second) and len(first) == len(second)):
                continue
            old, new = (first, second) if a.year < b.year else (second, first)
            series = {g[0].year for g in levels if alike_groups(g, first) and g[0].at != a.at and "." not in sentence.codes[min(g[0].at, a.at) : max(g[0].at, a.at)]}
            if not sentence.chinese and ";" in sentence.codes[a.at : b.at] and (b.subject or "w" in sentence.codes[sentence.codes.rindex(";", a.at, b.at) : b.at]) and not shared(_named_all(a), _named_all(b)):
                # 522 billion in 2022, is one engine; another is the cloud, which should reach 1,550 by 2030.
                continue
            if not sentence.chinese and "." in sentence.codes[a.at : b.at] and (b.year in series or a.subject and b.subject and not shared(_named_all(a), _named_all(b))):
                # Cyclists: 130 in 2012, 110 in 2011. Of drunken driving 300 died in 2012.
                continue
            if not sentence.chinese and {a.when, b.when} == {FROM, BEFORE} and "." in sentence.codes[min(a.at, b.at) : max(a.at, b.at)]:
                # It had been 14.6 in 2013. From the 12.2 of 2009 it has grown: to what it is now.
                continue
            tier = "A" if second is levels[n + 1] and (not b.subject or not sentence.chinese or shared(a.subject + a.noun, b.subject)) else "B" if second is levels[n + 1] else "C"
            yield from (pair_of(tier, "years", o, w, size=len(old), rank=r, within=(old, new)) for r, (o, w) in enumerate(zip(old, new)))
            break
    if sentence.chinese and "Y" in sentence.codes:
        yield from _run_of_years(sentence, levels)


def _run_of_years(sentence: Sentence, levels: list[Group]) -> Iterator[Pair]:
    """2015年3075件，2016年3813件，2017年4908件，年均增26.3%: from the first year of a run to its last."""
    dated = [g[0] for g in levels if len(g) == 1 and g[0].year and not g[0].when]
    for item in (i for i in sentence.items if i.yearly and i.claim == RATE):
        run = [i for i in dated if i.at < item.at and dated[0].code == i.code and comparable(i.figure, dated[0].figure) and (not i.subject or shared(i.subject, dated[0].subject + dated[0].noun))]
        if len(run) >= 3 and len(run) == len(dated) and all(a.year < b.year for a, b in zip(run, run[1:])) and "." not in sentence.codes[run[0].at : item.at]:
            yield pair_of("A", "years", run[0], run[-1])


def _beside_another_year(sentence: Sentence, levels: list[Group]) -> Iterator[Pair]:
    """受理4217件，而2021年有6035件，下降30%: a level of now, and right behind it that of a year."""
    single = [g[0] for g in levels if len(g) == 1]
    for new, old in zip(single, single[1:]):
        close = compiled(",[wK]?y[wK]?").fullmatch(sentence.codes[new.at + 1 : old.at])
        if close and not vocabulary.by_then().search(sentence.text[new.figure.end - sentence.start : old.figure.start - sentence.start]) and old.year and not new.year and new.when in ("", NOW, TO) and old.when == "" and alike_groups((new,), (old,)) and (not old.subject.strip("0123456789") or shared(new.subject + new.noun, old.subject)):
            yield pair_of("A", "level–year", old, new)


def _by_period(sentence: Sentence, levels: list[Group]) -> Iterator[Pair]:
    """Levels of two quarters, halves or months of one year that follow each other."""
    if not sentence.chinese or not compiled("季度|半年|月").search(sentence.text):
        return
    for first, second in zip(levels, levels[1:]):
        a, b = first[0], second[0]
        if not (len(first) == len(second) == 1 and alike_groups(first, second)) or a.year and b.year and a.year != b.year or a.when in OLD or b.when in OLD:
            continue
        x, y = _period(sentence, a), _period(sentence, b)
        if x and y and x[0] == y[0] and abs(x[1] - y[1]) == 1 and not _told_apart(sentence, a, b):
            old, new = (a, b) if x[1] < y[1] else (b, a)
            yield pair_of("A", "periods", old, new)


def _by_named_base(sentence: Sentence, levels: list[Group]) -> Iterator[Pair]:
    """比2021年多出28天，2021年为285天: the level a change is taken from is called by the same year or name."""
    single = [g[0] for g in levels if len(g) == 1]
    for change in sentence.items:
        mark = change.left.rfind("C")
        if change.claim not in (RATE, DELTA, POINTS) or mark < 0:
            continue
        start = change.at - len(change.left) + mark + 1
        year = next((int(t.text[:4]) for t in sentence.tokens[start : change.at] if t.code == "y" and t.text[:4].isdigit()), 0)
        name = next((t.text for t in sentence.tokens[start : change.at] if t.code == "w"), "")
        new = next((i for i in reversed(single) if i.at < start), None)
        if new is None or year and new.year == year:
            continue
        olds = [i for i in single if i is not new and i.at > change.at and alike_groups((i,), (new,)) and (year and i.year == year or not year and len(name) > 1 and i.subject == name and i.left[:1] != "C")]
        if len(olds) == 1:
            yield pair_of("A" if year else "B", "the base by its name", olds[0], new)


def _when_it_was(sentence: Sentence, levels: list[Group]) -> Iterator[Pair]:
    """14,762 people, 893 more than at the end of 2013, when there were 13,869: the level right behind the year a change is taken from."""
    single = [g[0] for g in levels if len(g) == 1]
    for new, old in zip(single, single[1:]):
        between = sentence.codes[new.at + 1 : old.at]
        if old.year and not old.when and not new.when == BEFORE and alike_groups((new,), (old,)) and compiled("[^qpxtd.;]*,[^qpxtd,.;]{0,2}[qpt]V?C[^qpxtd.;,]{0,4}y,w?").fullmatch(between) and vocabulary.when_it_was().search(sentence.text[: old.figure.start - sentence.start][-40:]):
            yield pair_of("A", "level–year", old, new)


def _parallel(levels: list[Group]) -> Iterator[Pair]:
    """去年收入8、支出6，今年收入9、支出7: two runs of levels with the same names."""
    single = [g[0] for g in levels if len(g) == 1 and g[0].subject]
    names = [i.subject for i in single]
    for size in range(2, len(single) // 2 + 1):
        for n in range(len(single) - 2 * size + 1):
            first, second = single[n : n + size], single[n + size : n + 2 * size]
            if not all(a.endswith(b) or b.endswith(a) or a.startswith(b) or b.startswith(a) for a, b in zip(names[n : n + size], names[n + size : n + 2 * size])) or len(set(names[n : n + size])) < size or not all(alike_groups((a,), (b,)) for a, b in zip(first, second)):
                continue
            a, b = first[0], second[0]
            old = first if a.when in OLD or a.year and b.year and a.year < b.year else second if b.when in OLD or a.year and b.year and b.year < a.year else ()
            new = second if old is first else first
            yield from (pair_of("A", "two runs of the same names", o, w, size=size, rank=r, within=(tuple(first), tuple(second))) for r, (o, w) in enumerate(zip(old, new)))


def _told_apart(sentence: Sentence, a: Item, b: Item) -> bool:
    """3月份14.8毫米，多18%；4月份13.9毫米，少49%: where the first has a change of its own, that of the second is not against the first either, unless the words say so."""
    own = any(a.at < i.at < b.at and i.claim in (RATE, DELTA, POINTS) for i in sentence.items)
    return own and not vocabulary.on_the_last().search(sentence.text[b.figure.end - sentence.start :][:16])


_PERIOD = re.compile(r"([一二三四1-4])(季度)|([上下])(半年)|(\d{1,2})(月)份?(?![—–~\-至到日])")


def _period(sentence: Sentence, item: Item) -> tuple[str, int] | None:
    """The quarter, half or month named in the clause before a figure, and its number; None if none or several are."""
    end = item.figure.start - sentence.start
    clause = compiled("[，。；：,;:]").split(sentence.text[max(end - 30, 0) : end])[-1]
    found = [m for m in _PERIOD.finditer(clause)]
    if len(found) != 1 or compiled(r"前|[—–~\-至到]\d{1,2}月|累计").search(clause):
        return None
    number, kind = (g for g in found[0].groups() if g)
    return kind, int(number) if number.isdigit() else "一二三四上下".index(number) % 4


def _by_change(sentence: Sentence, groups: tuple[Group, ...], levels: list[Group]) -> Iterator[Pair]:
    """A level and its stated change: the other level is implied."""
    for group in groups:
        change = group[0]
        if change.claim != DELTA or len(group) > 1:
            continue
        flows = [g for g in groups if g[0].claim == DELTA and len(g) == 1 and g[0].at < change.at and _same_measure(g[0], change)]
        if flows and _of_flow(sentence, change) and not any(flows[-1][0].at < g[0].at < change.at and _same_measure(g[0], change) for g in levels):
            yield pair_of("A", "flow–change", new=flows[-1][0], delta=change)
            before = [g[0] for g in groups if g[0].claim == DELTA and len(g) == 1 and g[0].at > change.at and "P" in g[0].left and "C" not in g[0].left and _same_measure(g[0], change)]
            if before:
                yield pair_of("A", "flow–before", old=before[0], new=flows[-1][0])
            continue
        before = [g for g in levels if g[0].at < change.at and _same_measure(g[0], change) and len(g) == 1 and not (sentence.chinese and g[0].right == "e" and sentence.codes[g[0].at + 2 : g[0].at + 3] == "p")]
        if len(before) > 1 and in_closed_brackets(sentence, before[-1][0], change) and not in_closed_brackets(sentence, before[-2][0], change):
            # 收案1803件（含旧存240件），比上年同期多167件
            before = before[:-1]
        after = [g for g in levels if g[0].at > change.at and _same_measure(g[0], change) and len(g) == 1]
        if after and (after[0][0].when == TO or not sentence.chinese) and compiled(r"(?:\(p\)|,E?p,|,|w){0,2}[VwBy,]{0,3}[Ti][wHNy]{0,2}").fullmatch(sentence.codes[change.at + 1 : after[0][0].at]):
            yield pair_of("A", "change–to", new=after[0][0], delta=change)
        elif after and not sentence.chinese and after[0][0].when == FROM and compiled("[wyi]{0,2}F[PO]{0,2}").fullmatch(sentence.codes[change.at + 1 : after[0][0].at]):
            yield pair_of("A", "earlier–change", old=after[0][0], delta=change)
        elif before:
            level = before[-1][0]
            between = sentence.codes[level.at + 1 : change.at]
            if level.when in OLD:
                # Set beside the 439 million of 2019 that is 404 million less.
                told = not sentence.chinese and level.when == BASE and compiled("[^qptx,;.]*E[^qptx,;.]{0,4}").fullmatch(between) and "w" not in between
                yield pair_of("B" if told else "C", "earlier–change", old=level, delta=change)
                continue
            if sentence.chinese and level.year and change.year == level.year + 1 and "C" not in change.left:
                # 2022年175.8亿，2023年增加36.5亿
                yield pair_of("A", "earlier–change", old=level, delta=change)
                continue
            own = change.subject
            plain = not compiled("[wGKAL]").search(between) or not sentence.chinese and not compiled("[,;].*w.*V").search(between)
            tier = "A" if plain and not compiled("[qp;.]").search(between) else "B" if plain or shared(level.subject + level.noun, own) or sentence.chinese and not own and "C" in change.left and not compiled("[;.p]").search(between) else "C"
            yield pair_of(tier, "level–change", new=level, delta=change)
            if "d" in change.left and not (sentence.chinese and vocabulary.at_the_end().search(clause_before(sentence, level))):
                yield pair_of(tier, "earlier–change", old=level, delta=change)


def _of_flow(sentence: Sentence, change: Item) -> bool:
    """多增, 少增: a change of what has been added, not of the stock."""
    verb = next((t.text for t in reversed(sentence.tokens[: change.at]) if t.code == "V"), "")
    return verb[:1] in "多少" and len(verb) > 1


def _same_measure(level: Item, change: Item) -> bool:
    return level.code == change.code and comparable(level.figure, change.figure)


def _rates(sentence: Sentence, groups: tuple[Group, ...]) -> Iterator[Pair]:
    """Two rates of change, for a change of theirs in points."""
    rates = [g[0] for g in groups if len(g) == 1 and g[0].code == "p" and g[0].claim in (RATE, LEVEL) ]
    points = [g[0] for g in groups if g[0].claim == POINTS]
    for a, b in zip(rates, rates[1:]):
        if RATE not in (a.claim, b.claim):
            continue
        marked = a.when in OLD or "P" in a.left
        second = b.when in OLD or "P" in b.left
        strict = compiled("(?<!C)P").search(b.left) and not compiled("P").search(a.left) and a.claim == b.claim == RATE and len(rates) == 2 and len(points) == 1 and not b.subject
        if marked != second and strict and compiled("[CP]*VV").fullmatch(points[0].left):
            # 降幅收窄, 增速回落: the change is said to be one of the rate.
            yield pair_of("B", "rates of two periods", b, a)
        elif marked != second and sentence.chinese and len(rates) == 2 and len(points) == 1 and points[0].left[-1:] == "V" and sentence.tokens[points[0].at - 1].text in vocabulary.pace() and points[0].at > b.at and not b.subject and not points[0].subject:
            yield pair_of("B", "rates of two periods", a if marked else b, b if marked else a)
        elif marked != second:
            yield pair_of("C", "rates", a if marked else b, b if marked else a)
        else:
            yield pair_of("C", "rates in order", a, b)


def changing(sentence: Sentence, groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The same groups with 每斤涨0.4元 as the change it also is."""
    return tuple(tuple(i._replace(claim=DELTA) for i in g) if g[0].claim == EACH and g[0].direction and compiled("A[wNP]{0,2}V$").search(g[0].left) and _of_unit(sentence, g[0]) else g for g in groups)


def _of_unit(sentence: Sentence, item: Item) -> bool:
    """Whether an each is for a bare unit: 每斤, 每平方米, and not 每吨成本."""
    word = next((t.text for t in reversed(sentence.tokens[: item.at]) if t.code == "A"), "")
    return len(word) <= 3 or word.endswith("米")
