"""Totals and their parts, remainders, gaps and means."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from ..expression import number
from . import vocabulary
from .candidates import ACROSS, Candidate, key
from .items import BASE, BEFORE, DELTA, EACH, EVERY, FROM, LEVEL, RATE, REST, SHARE, TO, TOTAL, Item, Sentence, comparable, depth, latin
from .levels import Group
from .patterns import compiled

AHEAD = "total in the sentence before"
BALANCE = "balance by name"


def _summands(items: Iterable[Item]) -> list[Item]:
    return [i for i in items if i.code == "q" and i.claim in (LEVEL, TOTAL, DELTA, REST) and i.when not in (FROM, BASE) and not (i.figure.text.isascii() and _nested(i))]


def _nested(item: Item) -> bool:
    """Whether an English figure is a part of the member of a list before it: 40 firms, 12 of them large; 7 billion, including 2 from abroad."""
    return bool(compiled("w?I").match(item.right) or compiled("I[wO]{0,2}$").search(item.left))


def _ends(codes: str) -> list[int]:
    return [i for i, c in enumerate(codes) if c in ";."] + [len(codes)]


def opens(first: Sentence, second: Sentence) -> bool:
    """Whether an amount of one statement may be the sum of several in the next, or behind it in its own."""
    items, later = _summands(first.items), _summands(second.items)
    for place, item in enumerate(items):
        stop = first.codes.find(";", item.at) % (len(first.codes) + 1)
        beside = [i for i in items[place + 1 :] if _addable(i, item)]
        if item.when == BEFORE or any(i.at < stop and i.when != BEFORE for i in beside):
            continue
        if len(beside) > 1 or sum([_addable(i, item) for i in later]) > 1:
            return True
    return False


def ahead(sentence: Sentence, wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    """The last amount of a statement, of which the next one gives the parts."""
    if ";" not in sentence.codes and "." not in sentence.codes:
        return
    items = _summands(sentence.items)
    places = [i.at for i in items]
    ends = _ends(sentence.codes)
    if len(items) < 3 or ends[0] > places[-1]:
        return
    for place, item in enumerate(items[:-2]):
        if item.figure.start not in wanted:
            continue
        at = bisect_right(ends, item.at)
        stop = ends[at]
        if stop >= len(sentence.codes) or item.when == BEFORE:
            continue
        begin = bisect_right(places, stop)
        if len(items) - begin < 2 or any(_addable(i, item) and i.when != BEFORE for i in items[place + 1 : begin]):
            continue
        # The full stop of a Chinese sentence is followed by that of the statement.
        last = next((e for e in ends[at + 1 :] if e > stop + 1), ends[-1])
        parts = [i for i in items[begin : bisect_left(places, last)] if _addable(i, item)]
        if len(parts) < 2:
            last = sentence.codes.find(".", stop + 2) % (len(sentence.codes) + 1)
            parts = [i for i in items[begin : bisect_left(places, last)] if _addable(i, item)]
        if len(parts) >= 2 and (_run_length(sentence, parts) == len(parts) or len(parts) >= 3):
            run = sentence.chinese and len(parts) >= 3 and _run_length(sentence, parts) == len(parts) and compiled("[;.]{1,2}I:?").match(sentence.codes[stop:])
            # What ends with the others is all.
            whole = bool(run) and parts[-1].claim == REST
            yield _total(sentence, item, parts, "B" if whole or _partition(sentence, parts) else "C", AHEAD, 0)._replace(loose=item.claim != TOTAL and not run)


def totals(sentence: Sentence, groups: tuple[Group, ...], wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    items = _summands(i for group in groups if not _structure(sentence, group) for i in group)
    if len(items) < 3:
        return
    if sentence.chinese:
        items = [i for i in items if i.figure.unit or not vocabulary.ratio(True).search(sentence.text[: i.figure.start - sentence.start][-14:])]
    several = {g[-1].at: g for g in groups if len(g) > 1 and g[0].code == "q"}
    codes = sentence.codes
    places = [i.at for i in items]
    ends = _ends(codes)
    for place, item in enumerate(items):
        if item.figure.start not in wanted :
            continue
        at = bisect_right(ends, item.at)
        stop, start = ends[at], ends[at - 1] if at else -1
        opened = compiled("[^qpxtd;.)]{0,3}\\([JI]").match(codes[item.at + 1 :]) if sentence.chinese else None
        closed = codes.find(")", item.at) if opened else -1
        first, last = bisect_right(places, start), bisect_left(places, closed if closed > 0 else stop)
        if last - place < 3 and place - first < 2 and item.claim != TOTAL:
            continue
        following = [i for i in items[place + 1 : last] if _addable(i, item)]
        if not sentence.chinese and len(following) > 2 and following[0].figure.value == len(following) - 1 and following[0].figure.unit:
            # 54 clubs in three divisions, 19, 17 and 18: what says how many parts there are is none.
            following = following[1:]
        if sentence.chinese and following:
            # 工业968（含火电482）、农业3781: what brackets hold is no part beside them.
            level = depth(codes, following[0].at)
            following = [i for i in following if depth(codes, i.at) == level]
        behind = [i for i in items[first:place] if _addable(i, item)]
        if len(following) < 2 and len(behind) < 2 and item.claim != TOTAL:
            continue
        same = [i for i in items[:place] if _addable(i, item)]
        if len(following) >= 2:
            between = codes[item.at + 1 : following[0].at]
            head = compiled("[J:]|I").search(between if sentence.chinese else compiled(r"\([^)]*\)").sub("", between))
            if not sentence.chinese and compiled(r"\([yPN]?w?:$").search(between):
                # 385 (April: 371) and 11 (April: 12)
                continue
            intruder = any(c in "qxd" and sentence.items and not any(p.at == n for p in following) for n, c in enumerate(codes[following[0].at : following[-1].at], following[0].at) if c == "q")
            for count in dict.fromkeys((len(following), _run_length(sentence, following), *((_run_length(sentence, following, _ROW),) if sentence.chinese else ()))):
                chosen = following[:count]
                if count < 2:
                    continue
                exhaustive = _partition(sentence, chosen)
                if sentence.chinese and (_open_list(sentence, item, chosen) or _some_only(sentence, item, chosen)) or not sentence.chinese and any(i.when in (TO, FROM, BASE) for i in chosen[:-1]):
                    continue
                tier = "C"
                if head and head.group() in "J:" and count == len(following) and not intruder:
                    tier = "A" if head.group() == "J" and (sentence.chinese or _run_length(sentence, chosen) == count) else "C" if head.group() == "J" else "B"
                elif not sentence.chinese and item.claim == TOTAL and count == len(following) == _run_length(sentence, following) and not intruder and not head and compiled("[wyiV]{0,3}[,(]w?").fullmatch(between) and codes[chosen[-2].at : chosen[-1].at].count("a") == 1:
                    tier = "B"
                elif not sentence.chinese and chosen[-1].claim == REST and count == len(following) >= 3 and not intruder and compiled("[,;]R").search(codes[chosen[-2].at : chosen[-1].at]):
                    # Met from taxes (318), rates (177) and grants (93), the remaining 46 from reserves.
                    tier = "B"
                elif exhaustive and not intruder and (sentence.chinese or "n" not in codes[item.at : chosen[-1].at]):
                    tier = "A" if not sentence.chinese and item.left == "O" and count == len(following) else "B"
                elif sentence.chinese and count == len(following) == _run_length(sentence, following) and _summed_behind(sentence, chosen, stop):
                    tier = "A"
                if tier != "C" or item.claim != DELTA or len({p.direction for p in (*chosen, item)}) == 1:
                    made = _total(sentence, item, chosen, tier, "total, parts", 0 if count == len(following) else 1)
                    # A list behind 其中 need not be the whole; one that comes to the whole but for swapped digits is.
                    whole = sentence.chinese and head and head.group() == "I" and 3 <= count == len(following) == _run_length(sentence, following) and not intruder
                    yield made._replace(loose=False) if whole else made
        if item.claim == TOTAL and behind and behind[-1].at in several and len(several[behind[-1].at]) < len(behind):
            yield _total(sentence, item, list(several[behind[-1].at]), "A" if vocabulary.firm_totals(sentence.chinese) & {t.text for t in sentence.tokens[behind[-1].at : item.at + 3]} else "C", "list, total", 0)
        if len(behind) >= 2 or len(same) >= 2 and item.claim == TOTAL:
            yield from _closing(sentence, item, behind, same, start)


def _unread(sentence: Sentence, items: Iterable[Item]) -> bool:
    """Whether a number in words that is no figure stands between some: the Greens five and independents two."""
    places = [i.at for i in items]
    return not sentence.chinese and any(t.code == "w" and not vocabulary.number_words().isdisjoint(t.text.lower().split()) for t in sentence.tokens[min(places) : max(places)])


def _some_only(sentence: Sentence, item: Item, parts: list[Item]) -> bool:
    """投产3551万，含水电204万、火电2192万: what is contained need not be all; nor are parts whose shares behind them make less than 100%."""
    between = sentence.text[item.figure.end - sentence.start : parts[0].figure.start - sentence.start]
    if vocabulary.containing().search(between) and not _partition(sentence, parts) and not any("非" in i.subject for i in parts) and sum(p.figure.value for p in parts) * 20 < item.figure.value * 19:
        return True
    shares = [next((i for i in sentence.items if i.at > p.at), None) for p in parts]
    told = [i.figure for p, i in zip(parts, shares) if i is not None and i.code == "p" and compiled(r"\(S?").fullmatch(sentence.codes[p.at + 1 : i.at])]
    return len(told) == len(parts) and 1 - sum(f.value for f in told) > sum(f.resolution for f in told) / 2


def _open_list(sentence: Sentence, item: Item, parts: list[Item]) -> bool:
    """主要包括A、B、C等: parts that are not said to be all."""
    start = sentence.start
    between, after = sentence.text[item.figure.end - start : parts[0].figure.start - start], sentence.text[parts[-1].figure.end - start :]
    before = sentence.text[: min(item, parts[0], key=lambda i: i.at).figure.start - start]
    return bool(compiled("主要|重点|仅列|部分|例如|比如|如[^今期果]").search(between) or compiled("[^,;。、]{0,6}等").match(after) or vocabulary.foremost(True).search(before + between))


def _summed_behind(sentence: Sentence, parts: list[Item], stop: int) -> bool:
    """Whether words behind the parts say that they make the whole: 三项之和即为全部支出."""
    behind = [i for i in sentence.items if parts[-1].at < i.at < stop]
    told = any(t.code == "K" and t.text in vocabulary.firm_totals(True) for t in sentence.tokens[parts[-1].at + 1 : stop])
    return told and all(i.code == "q" and i.figure.value == len(parts) and not i.figure.scaled for i in behind)


def _goes_on(sentence: Sentence, first: Item) -> bool:
    """Whether a list of bare English numbers begins before `first`, with a figure that alone has the unit: 33,700 km² in A, 31,000 in B and 4,100 in C."""
    before = next((i for i in reversed(sentence.items) if i.at < first.at and i.claim == LEVEL), None)
    if sentence.chinese or before is None or first.figure.unit or not before.figure.unit or before.code != "q":
        return False
    return compiled("[wiOa,]{1,5}").fullmatch(sentence.codes[before.at + 1 : first.at]) is not None and "," in sentence.codes[before.at : first.at]


def _structure(sentence: Sentence, group: Group) -> bool:
    """9:42:49 is a structure, whose members are parts of a hundred."""
    return len(group) > 2 and all(sentence.codes[a.at + 1 : b.at] == ":" for a, b in zip(group, group[1:]))


def _closing(sentence: Sentence, item: Item, behind: list[Item], same: list[Item], start: int) -> Iterator[Candidate]:
    codes = sentence.codes
    stated = "K" in item.left or not sentence.chinese and compiled("w?K").match(item.right) is not None
    stated_for = next((t.text for t in reversed(sentence.tokens[: item.at]) if t.code == "K"), "")
    if not sentence.chinese and item.left[-1:] != "O" and (behind_it := compiled("w?K").match(item.right)):
        stated_for = sentence.tokens[item.at + behind_it.end()].text
    said = next((int(i.figure.value) for i in reversed(sentence.items) if i.at < item.at and i.clause == item.clause and i.code == "q" and i.figure.value in (2, 3, 4, 5, 6) and not i.figure.scaled), 0)
    said = said or _said(sentence, item)
    before = sentence.text[: item.figure.start - sentence.start]
    if vocabulary.weighed(sentence.chinese).search(compiled("[,;。]").split(before)[-1] if sentence.chinese else before[-24:]):
        return
    foremost = vocabulary.foremost(sentence.chinese).search(before)
    parts = behind if len(behind) >= 2 else same
    told = False
    for count in dict.fromkeys((said or len(parts), len(parts), _tail_length(sentence, parts), 2, 3)):
        if not 2 <= count <= len(parts):
            continue
        chosen = parts[-count:]
        listed = _run_length(sentence, chosen) == count
        tier = "C"
        joined = all(compiled(r"[|a]" if sentence.chinese else r"[|a;]").search(codes[a.at + 1 : b.at]) for a, b in zip(chosen, chosen[1:])) or not sentence.chinese and "a" in codes[chosen[-2].at : chosen[-1].at] and listed
        generic = not item.subject and not (sentence.chinese and "W" in item.left)
        led = not sentence.chinese and "J" in codes[max(chosen[0].at - 4, 0) : chosen[0].at] and count == len(parts)
        over = start >= 0 and parts is same and chosen[-1].at < start and (not item.subject or led) and joined and sentence.codes[start + 1 : item.at].strip("K,:" + "w" * led) == ""
        over = over or start >= 0 and stated and parts is same and chosen[-1].at < start and count == len(parts) and joined and vocabulary.that_makes(sentence.chinese).match(sentence.text[sentence.tokens[start].end - sentence.start :]) is not None
        over = over or not sentence.chinese and stated and parts is same and count == len(parts) and all(compiled("[^.]*;").match(codes[a.at + 1 : b.at]) for a, b in zip(chosen, chosen[1:])) and ";" not in codes[chosen[-1].at : item.at]
        if stated and listed and (parts is behind or over) and (joined or generic or not any(i.claim == DELTA for i in chosen) and count == len(parts)) and count in (said, len(parts), _tail_length(sentence, parts)):
            ends = not sentence.chinese and item.left[-1:] != "O" and compiled("w?K(?:[.;]|$)").match(codes[item.at + 1 :]) is not None
            alone = not sentence.chinese and compiled("K:?").fullmatch(codes[start + 1 : item.at]) is not None and codes[start] == "." and "I" not in codes[: chosen[0].at]
            led = led and parts is behind and stated_for.startswith(vocabulary.bringing())
            firm = alone or led or stated_for in vocabulary.firm_totals(sentence.chinese) or said == count or ends
            tier = "A" if firm and (joined or generic) else "B" if joined or firm and not (sentence.chinese and "W" in item.left) else "C"
        if tier != "C" and not sentence.chinese and count < len(parts) and not said and _run_length(sentence, parts) == len(parts):
            tier = "C"
        # 99 and 92 laden, 7 empties in and 32 out, 232 altogether: others stand in the list that are no parts of the kind.
        skipped = not sentence.chinese and count != said and any(i.code == "q" and i.claim == LEVEL and chosen[-1].at < i.at < item.at and (i.figure.value > 12 or i.figure.scaled) for i in sentence.items)
        if tier != "C" and (foremost or skipped or _goes_on(sentence, chosen[0])):
            tier = "C"
        if tier == "C" and listed and item.claim != DELTA and item.figure.value > max(p.figure.value for p in chosen) and (_partition(sentence, chosen) and "|" not in codes[chosen[-1].at : item.at] or sentence.chinese and [p.noun[:1] for p in chosen] == ["金", "银", "铜"] and item.figure.unit in ("枚", "块", "面")):
            tier = "B"
        if tier == "C" and not sentence.chinese and item.left == "K" and stated_for in vocabulary.adding_up() and count == len(parts) and parts is behind and not foremost and all(i.claim in (LEVEL, REST) and i.when in ("", TO) for i in chosen):
            # Sales of 137, supplies of 5 to others and exports of 17 add up to 159.
            tier = "B"
        if tier == "C" and sentence.chinese and listed and count == len(parts) == _numbered(sentence, item) and parts is behind and all(i.claim == LEVEL for i in chosen) and item.claim in (LEVEL, TOTAL):
            tier = "B"
        if tier == "C" and not sentence.chinese and listed and said == count == len(parts) and compiled("K[^qpxtd;.]{0,3},?$").search(codes[: item.at]) and codes[chosen[-1].at : item.at].count(".") <= 1:
            # These four headings together were 657,850.
            tier = "A"
        # Where the words are sure of all parts none of them alone is meant.
        tier = "C" if told and count < len(parts) else tier
        told = told or tier == "A" and count == len(parts)
        yield _total(sentence, item, chosen, tier, "parts, total", len(parts) - count)


def _numbered(sentence: Sentence, item: Item) -> int:
    """Of how many the clause of a Chinese total says that it is: 四个大项报名360人; 0 if it says nothing."""
    said = compiled("(?:^|[,;:])(q)w?T?$").search(sentence.codes[: item.at])
    many = next((i.figure for i in sentence.items if said and i.at == said.start(1)), None)
    return int(many.value) if many and many.kind == "count" and not many.scaled and 2 <= many.value <= 12 else 0


_SO_MANY = re.compile("([两二三四五六七八九十])(?:者|项|类|笔|家|地|部分|方面|大类|个部分|大[\u4e00-\u9fff]{1,4}?)?(?:(?<=[^两二三四五六七八九十]{3})共|相加|合计|之和|加总|总计|共计|加起来|合起来|合在一起)")


def _said(sentence: Sentence, item: Item) -> int:
    """How many parts the words before a Chinese total say that it has: 四者相加, 三项合计; 0 if they say nothing."""
    found = _SO_MANY.search(sentence.text[: item.figure.start - sentence.start][-24:]) if sentence.chinese else None
    return "二三四五六七八九十".index(found[1].replace("两", "二")) + 2 if found else 0


def _addable(a: Item, b: Item) -> bool:
    if (a.claim == DELTA) != (b.claim == DELTA) and not (latin(a.figure.text) and all(i.claim != DELTA or i.direction > 0 for i in (a, b))):
        return False
    return comparable(a.figure, b.figure) or _nouns(a.figure.unit, b.figure.unit) and {a.dimension, b.dimension} <= {"count", "person", "[visit]", "[trip]"}


def _nouns(*units: str) -> bool:
    """Whether what is counted are English nouns or people."""
    return all(map(_noun, units))


@lru_cache(4096)
def _noun(unit: str) -> bool:
    return not unit or unit.isascii() and unit.islower() or unit in ("人", "人次")


def _worded(parts: list[Item]) -> bool:
    return all(p.subject or p.noun or p.figure.unit for p in parts)


# No more than a name and a mark, maybe with a share of its own, between the members of a run; 、 or a word for and between those of a Chinese row.
_RUN = r"[wyonOiCF]{0,3}[)]?[|,a;:]{0,2}(?:(?:S?p|\(S?p\))[,;|])?(?:w\|)?[wVWnaSLRNHKoCe(]{0,4}:?$"
_ROW = r"w?[|a]"


def _run_length(sentence: Sentence, parts: list[Item], between: str = _RUN) -> int:
    """How many of the first parts follow each other with nothing but what a pattern allows between: 地下14座、高架7座、地面2座，另预留1座 are a row of three."""
    count = 1
    for a, b in zip(parts, parts[1:]):
        if not compiled(between).match(sentence.codes[a.at + 1 : b.at]):
            break
        count += 1
    return count


def _tail_length(sentence: Sentence, parts: list[Item]) -> int:
    count = 1
    for a, b in zip(reversed(parts[:-1]), reversed(parts)):
        between = sentence.codes[a.at + 1 : b.at]
        # 金币4.1吨，工业及其他51.7吨: the last and joins two words of a name.
        if not compiled(r"[|a]").search(between) or sentence.chinese and compiled(r",[^|a]+a").match(between):
            break
        count += 1
    return count


def _partition(sentence: Sentence, parts: list[Item]) -> bool:
    """Whether the names of the parts are a known division of a whole: men and women, town and country."""
    names = "\n".join([f"{p.subject} {p.noun} {p.figure.unit}" for p in parts])
    opposed = sentence.chinese and len(parts) == 2 and parts[0].subject and parts[1].subject in tuple(no + parts[0].subject for no in "不非未")
    return bool(opposed) or any(division[0] in names and all(word in names for word in division) for division in vocabulary.partitions(sentence.chinese, len(parts)))


def _total(sentence: Sentence, item: Item, parts: list[Item], tier: str, reason: str, distance: int) -> Candidate:
    # 14 ships last year: 6 tankers and 8 ferries.
    spoken = parts if not sentence.chinese and reason == "total, parts" else (*parts, item)
    if len({p.when == BEFORE for p in spoken}) > 1:
        tier = "C"
    negated = frozenset(key(p.figure) for p in parts if p.claim == DELTA and p.direction * (item.direction or 1) < 0)
    if any(p.flagged for p in (*parts, item)) or not sentence.chinese and any(p.claim == TOTAL for p in parts) or tier != "C" and _unread(sentence, (*parts, item)):
        tier = "C"
    return Candidate("total", (("result", (item.figure,)), ("parts", tuple(p.figure for p in parts))), item.figure, tier, reason, distance, negated, loose=item.claim != TOTAL)


def of_so_many(sentence: Sentence, item: Item, before: list[Sentence]) -> Iterator[Candidate]:
    """The five albums sold 2.2 million between them: the sentences before hold just so many amounts of the kind."""
    many = sentence.items[0]
    if sentence.chinese or item.claim != TOTAL or many.at >= item.at or many.code != "q" or many.figure.scaled or not 3 <= many.figure.value <= 12 or not vocabulary.these().search(sentence.text[: many.figure.start - sentence.start]):
        return
    parts: list[Item] = []
    for earlier in reversed(before):
        parts = [*(i for i in earlier.items if i.code == "q" and i.claim in (LEVEL, REST) and _addable(i, item) and i.dimension != "duration"), *parts]
        if len(parts) >= many.figure.value:
            break
    if len(parts) == many.figure.value and not any(p.when for p in parts) and max(p.figure.value for p in parts) < item.figure.value:
        yield _total(sentence, item, parts, "B", "so many amounts", ACROSS)


def means(sentence: Sentence, groups: tuple[Group, ...]) -> Iterator[Candidate]:
    groups = tuple(g for g in groups if len(g) >= 3)
    for item in sentence.items if groups else ():
        listed = next((g for g in groups if g[-1].at < item.at and (g[0].left.endswith("AO") or compiled("A[wOidq]{0,4}\\($").search(sentence.codes[: g[0].at]))), None)
        each = item.claim == EACH or item.code == "d" and compiled("A[AN]?$").search(item.left) is not None
        if (each or listed is not None and item.claim == LEVEL and item not in listed) and item.code in "qd" and not item.yearly:
            lists = [g for g in groups if g[0].at < item.at and not (sentence.chinese and g[0].claim == EACH) and (g[0].dimension == item.dimension or not sentence.chinese and item.dimension == "count" and g[-1].figure.value < 3 * item.figure.value < 9 * g[-1].figure.value)]
            # Income averaged 33.4 in the quarter (April 31.9, May 34.6, June 33.7).
            behind = [g for g in groups if not sentence.chinese and g[0].at > item.at and g[0].dimension == item.dimension and compiled("A").search(item.left) and compiled("[wyiNOd]{0,4}[(:]").fullmatch(sentence.codes[item.at + 1 : g[0].at])]
            for group in lists[-1:] or behind[:1]:
                values = tuple(i.figure for i in group)
                yield Candidate("average", (("result", (item.figure,)), ("values", values)), item.figure, "A", "mean of a list", 0)


def _together(sentence: Sentence, item: Item, before: list[Item]) -> bool:
    """Whether English words say that a share is that of all before it: together they took 57%."""
    word = next((t.text for t in sentence.tokens[item.at - len(item.left) : item.at] if t.code == "K"), "")
    return not sentence.chinese and word in ("together", "combined", "between them") and "a" not in item.left and len(before) <= 4 and all(i.claim in (LEVEL, SHARE) and not i.when for i in before)


def _said_to_be(sentence: Sentence, item: Item, many: int) -> bool:
    """Whether a Chinese share is said to be that of so many added up: 两项相加达88.2%."""
    if not sentence.chinese or item.subject:
        return False
    word = next((t.text for t in sentence.tokens[item.at - len(item.left) : item.at] if t.code == "K"), "")
    counted = next((int(i.figure.value) for i in sentence.items if i.clause == item.clause and i.at < item.at and i.code == "q"), 0)
    return word in vocabulary.firm_totals(True) and (counted == many or _said(sentence, item) == many)


def hundreds(sentence: Sentence, groups: tuple[Group, ...]) -> Iterator[Candidate]:
    """Shares of one list that make up the whole: the last is what the others leave. May confirm only."""
    for item in sentence.items:
        before = [i for i in sentence.items if i.code == "p" and i.at < item.at]
        if item.code == "p" and not any(i.claim == RATE for i in before) and len(before) >= 2 and ("K" in item.left or "K" in item.right[:2]):
            yield Candidate("total", (("result", (item.figure,)), ("parts", tuple(i.figure for i in before))), item.figure, "A" if _said_to_be(sentence, item, len(before)) and all(i.claim == SHARE for i in before) else "B" if _together(sentence, item, before) else "C", "sum of shares", 40)
    for group in groups:
        if len(group) >= 3 and group[0].code == "p" and group[0].claim == SHARE:
            parts = tuple(i.figure for i in group[:-1])
            yield Candidate("remainder", (("result", (group[-1].figure,)), ("whole", (number(1, text="100%"),)), ("parts", parts)), group[-1].figure, "C", "shares make 100%", 40)
