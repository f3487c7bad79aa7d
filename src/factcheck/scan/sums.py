"""Totals and their parts, remainders, gaps and means."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator

from ..expression import number
from . import vocabulary
from .candidates import Candidate, key
from .items import BASE, BEFORE, DELTA, EACH, EVERY, FROM, GAP, LEVEL, RATE, REST, SHARE, TOTAL, Item, Sentence, comparable
from .pairs import Group, shared
from .shares import amounts, title

AHEAD = "total in the sentence before"
BALANCE = "balance by name"


def _summands(items: Iterable[Item]) -> list[Item]:
    return [i for i in items if i.code == "q" and i.claim in (LEVEL, TOTAL, DELTA, REST) and i.when not in (FROM, BASE) and not _nested(i)]


def _nested(item: Item) -> bool:
    """Whether an English figure is a part of the member of a list before it: 40 firms, 12 of them large; 7 billion, including 2 from abroad."""
    return item.figure.text.isascii() and bool(re.match("w?I", item.right) or re.search("I[wO]{0,2}$", item.left))


def _ends(codes: str) -> list[int]:
    return [i for i, c in enumerate(codes) if c in ";."] + [len(codes)]


def ahead(sentence: Sentence, wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    """The last amount of a statement, of which the next one gives the parts."""
    if ";" not in sentence.codes and "." not in sentence.codes:
        return
    items = _summands(sentence.items)
    places = [i.at for i in items]
    ends = _ends(sentence.codes)
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
            run = sentence.chinese and len(parts) >= 3 and _run_length(sentence, parts) == len(parts) and re.match("[;.]{1,2}I:?", sentence.codes[stop:])
            yield _total(sentence, item, parts, "B" if _partition(sentence, parts) else "C", AHEAD, 0)._replace(loose=item.claim != TOTAL and not run)


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
        following = [i for i in items[place + 1 : bisect_left(places, stop)] if _addable(i, item)]
        behind = [i for i in items[bisect_right(places, start) : place] if _addable(i, item)]
        if len(following) < 2 and len(behind) < 2 and item.claim != TOTAL:
            continue
        same = [i for i in items[:place] if _addable(i, item)]
        if len(following) >= 2:
            between = codes[item.at + 1 : following[0].at]
            head = re.search("[J:]|I", between)
            intruder = any(c in "qxd" and sentence.items and not any(p.at == n for p in following) for n, c in enumerate(codes[following[0].at : following[-1].at], following[0].at) if c == "q")
            for count in dict.fromkeys((len(following), _run_length(sentence, following))):
                chosen = following[:count]
                if count < 2:
                    continue
                exhaustive = _partition(sentence, chosen)
                if sentence.chinese and _open_list(sentence, item, chosen):
                    continue
                tier = "C"
                if head and head.group() in "J:" and count == len(following) and not intruder:
                    tier = "A" if head.group() == "J" and (sentence.chinese or _run_length(sentence, chosen) == count) else "C" if head.group() == "J" else "B"
                elif not sentence.chinese and item.claim == TOTAL and count == len(following) == _run_length(sentence, following) and not intruder and not head and re.fullmatch("[wyiV]{0,3}[,(]w?", between) and codes[chosen[-2].at : chosen[-1].at].count("a") == 1:
                    tier = "B"
                elif exhaustive and not intruder:
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


def _open_list(sentence: Sentence, item: Item, parts: list[Item]) -> bool:
    """主要包括A、B、C等: parts that are not said to be all."""
    start = sentence.start
    between, after = sentence.text[item.figure.end - start : parts[0].figure.start - start], sentence.text[parts[-1].figure.end - start :]
    return bool(re.search("主要|重点|仅列|部分|例如|比如|如[^今期果]", between) or re.match("[^，。；,;、]{0,6}等", after))


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
    return re.fullmatch("[wiOa,]{1,5}", sentence.codes[before.at + 1 : first.at]) is not None and "," in sentence.codes[before.at : first.at]


def _structure(sentence: Sentence, group: Group) -> bool:
    """9:42:49 is a structure, whose members are parts of a hundred."""
    return len(group) > 2 and all(sentence.codes[a.at + 1 : b.at] == ":" for a, b in zip(group, group[1:]))


def _closing(sentence: Sentence, item: Item, behind: list[Item], same: list[Item], start: int) -> Iterator[Candidate]:
    codes = sentence.codes
    stated = "K" in item.left or not sentence.chinese and re.match("w?K", item.right) is not None
    stated_for = next((t.text for t in reversed(sentence.tokens[: item.at]) if t.code == "K"), "")
    if not sentence.chinese and item.left[-1:] != "O" and (behind_it := re.match("w?K", item.right)):
        stated_for = sentence.tokens[item.at + behind_it.end()].text
    said = next((int(i.figure.value) for i in reversed(sentence.items) if i.at < item.at and i.clause == item.clause and i.code == "q" and i.figure.value in (2, 3, 4, 5, 6) and not i.figure.scaled), 0)
    parts = behind if len(behind) >= 2 else same
    for count in dict.fromkeys((said or len(parts), len(parts), _tail_length(sentence, parts), 2, 3)):
        if not 2 <= count <= len(parts):
            continue
        chosen = parts[-count:]
        listed = _run_length(sentence, chosen) == count
        tier = "C"
        joined = all(re.search(r"[|a]" if sentence.chinese else r"[|a;]", codes[a.at + 1 : b.at]) for a, b in zip(chosen, chosen[1:])) or not sentence.chinese and "a" in codes[chosen[-2].at : chosen[-1].at] and listed
        generic = not item.subject and not (sentence.chinese and "W" in item.left)
        over = start >= 0 and parts is same and chosen[-1].at < start and not item.subject and joined and sentence.codes[start + 1 : item.at].strip("K,:") == ""
        if stated and listed and (parts is behind or over) and (joined or generic or not any(i.claim == DELTA for i in chosen) and count == len(parts)) and count in (said, len(parts), _tail_length(sentence, parts)):
            ends = not sentence.chinese and item.left[-1:] != "O" and re.match("w?K(?:[.;]|$)", codes[item.at + 1 :]) is not None
            firm = stated_for in vocabulary.firm_totals(sentence.chinese) or said == count or ends
            tier = "A" if firm and (joined or generic) else "B" if joined or firm and not (sentence.chinese and "W" in item.left) else "C"
        if tier != "C" and not sentence.chinese and count < len(parts) and not said and _run_length(sentence, parts) == len(parts):
            tier = "C"
        if tier != "C" and _goes_on(sentence, chosen[0]):
            tier = "C"
        if tier == "C" and listed and item.claim != DELTA and _partition(sentence, chosen):
            tier = "B"
        yield _total(sentence, item, chosen, tier, "parts, total", len(parts) - count)


def _addable(a: Item, b: Item) -> bool:
    return (comparable(a.figure, b.figure) or _nouns(a.figure.unit, b.figure.unit) and {a.dimension, b.dimension} <= {"count", "person"}) and ((a.claim == DELTA) == (b.claim == DELTA) or a.figure.unit.isascii() and all(i.claim != DELTA or i.direction > 0 for i in (a, b)))


def _nouns(*units: str) -> bool:
    """Whether what is counted are English nouns or people."""
    return all(not unit or unit.isascii() and unit.islower() or unit == "人" for unit in units)


def _worded(parts: list[Item]) -> bool:
    return all(p.subject or p.noun or p.figure.unit for p in parts)


def _run_length(sentence: Sentence, parts: list[Item]) -> int:
    """How many of the first parts follow each other with no more than a name and a mark between."""
    count = 1
    for a, b in zip(parts, parts[1:]):
        if not re.fullmatch(r"[wyonOiCF]{0,3}[)]?[|,a;:]{0,2}(?:(?:S?p|\(S?p\))[,;|])?(?:w\|)?[wVWnaSLRNHKoC(]{0,4}:?", sentence.codes[a.at + 1 : b.at]):
            break
        count += 1
    return count


def _tail_length(sentence: Sentence, parts: list[Item]) -> int:
    count = 1
    for a, b in zip(reversed(parts[:-1]), reversed(parts)):
        if not re.search(r"[|a]", sentence.codes[a.at + 1 : b.at]):
            break
        count += 1
    return count


def _partition(sentence: Sentence, parts: list[Item]) -> bool:
    """Whether the names of the parts are a known division of a whole: men and women, town and country."""
    names = "\n".join(f"{p.subject} {p.noun} {p.figure.unit}" for p in parts)
    return any(len(division) == len(parts) and all(word in names for word in division) for division in vocabulary.partitions(sentence.chinese))


def _total(sentence: Sentence, item: Item, parts: list[Item], tier: str, reason: str, distance: int) -> Candidate:
    # 14 ships last year: 6 tankers and 8 ferries.
    spoken = parts if not sentence.chinese and reason == "total, parts" else (*parts, item)
    if len({p.when == BEFORE for p in spoken}) > 1:
        tier = "C"
    negated = frozenset(key(p.figure) for p in parts if p.claim == DELTA and p.direction * (item.direction or 1) < 0)
    if any(p.flagged for p in (*parts, item)) or not sentence.chinese and any(p.claim == TOTAL for p in parts) or tier != "C" and _unread(sentence, (*parts, item)):
        tier = "C"
    return Candidate("total", (("result", (item.figure,)), ("parts", tuple(p.figure for p in parts))), item.figure, tier, reason, distance, negated, loose=item.claim != TOTAL)


def remainders(sentence: Sentence, wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    items = amounts(sentence)
    for item in items:
        if item.claim != REST or item.figure.start not in wanted:
            continue
        before = [i for i in items if i.at < item.at and comparable(i.figure, item.figure) and i.when not in (BEFORE, FROM)]
        if len(before) >= 2:
            whole, part = before[-2], before[-1]
            if whole.figure.value < part.figure.value:
                whole, part = part, whole
            word = next((t.text for t in reversed(sentence.tokens[: item.at]) if t.code == "R"), "")
            tier = "B" if len(before) == 2 and word not in vocabulary.faint_rests() and not re.search("[.]", sentence.codes[before[0].at : item.at]) else "C"
            if len(before) == 3:
                parts = tuple(i.figure for i in before[1:])
                yield Candidate("remainder", (("result", (item.figure,)), ("whole", (before[0].figure,)), ("parts", parts)), item.figure, "B" if re.match("O", before[0].left) or sentence.chinese and re.match("w?O", before[0].right) else "C", "rest of several", 0)
            yield Candidate("remainder", (("result", (item.figure,)), ("whole", (whole.figure,)), ("parts", (part.figure,))), item.figure, tier, "rest", 0)


def gaps(sentence: Sentence, wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    """A gap or rest whose two levels stand in the sentences before. May confirm only."""
    for item in sentence.items:
        if item.claim not in (GAP, REST) or item.figure.start not in wanted or len([c for c in item.figure.text if c.isdigit()]) < 3:
            continue
        levels = [i for i in sentence.items if i.at < item.at and i.code == item.code and i.claim in (LEVEL, TOTAL) and comparable(i.figure, item.figure)][-6:]
        for n, a in enumerate(levels):
            for b in levels[n + 1 :]:
                small, big = sorted((a, b), key=lambda i: i.figure.value)
                yield Candidate("difference", (("base", (small.figure,)), ("value", (big.figure,)), ("result", (item.figure,))), item.figure, "C", "gap of two amounts before", 70, loose=True)


def only_gap(sentence: Sentence) -> Iterator[Candidate]:
    """A gap whose clause names nothing of its own, and the only two levels of its kind in the statement."""
    for item in sentence.items:
        if not sentence.chinese or item.claim != GAP and not (item.claim in ("points", DELTA) and re.search("相差|差距|之差|差了?$", sentence.text[: item.figure.start - sentence.start][-8:])):
            continue
        code = "p" if item.code == "t" else item.code
        levels = [i for i in sentence.items if i.code == code and i.claim in (LEVEL, TOTAL, EACH) and (code == "p" or comparable(i.figure, item.figure))]
        if len(levels) != 2 or not comparable(levels[0].figure, levels[1].figure) or any(c in sentence.codes for c in "."):
            continue
        small, big = sorted(levels, key=lambda i: i.figure.value)
        names = title(sentence, levels[0]) + title(sentence, levels[1])
        sides = {"城乡": "城[^乡农]*[乡农]|[乡农].*城", "男女": "男.*女|女.*男", "收支": "收.*支|支.*收", "存贷": "存.*贷|贷.*存"}
        own = next((side for side in sides if side in item.subject), "")
        bare = (not own or bool(re.search(sides[own], names))) and not re.sub("贸易|货物|城乡|男女|收支|两者|二者|双方|两地|前后|彼此|之间|仍|还|进出口|最终|最后|当年|存贷", "", item.subject)
        tier = "B" if bare and item.at > levels[1].at and not any(i.loss for i in levels) and abs(levels[1].at - levels[0].at) < 12 and not any(i.flagged for i in (*levels, item)) else "C"
        if item.code == "t":
            yield Candidate("point_change", (("start", (small.figure,)), ("end", (big.figure,)), ("result", (item.figure,))), item.figure, tier, "gap of the only two", 40)
        else:
            yield Candidate("difference", (("base", (small.figure,)), ("value", (big.figure,)), ("result", (item.figure,))), item.figure, tier, "gap of the only two", 40)


def balances(sentence: Sentence) -> Iterator[Candidate]:
    """顺差 is exports less imports, 逆差 the other way: what the name of a balance says about its sign."""
    for item in sentence.items:
        if item.claim != GAP:
            continue
        word = next((t.text for t in reversed(sentence.tokens[: item.at]) if t.code == "G"), "")
        # What an account opens with counts too.
        opened = sentence.chinese and vocabulary.opening().search(sentence.text[: sentence.items[0].figure.end - sentence.start])
        for name, more, less in vocabulary.balances(sentence.chinese):
            levels = [i for i in sentence.items if i.at < item.at and i.claim in (LEVEL, TOTAL) and i.when not in (FROM, BASE, BEFORE) and comparable(i.figure, item.figure)]
            # 进出口 is neither 进口 nor 出口.
            over, under = ([i for i in levels if (i.subject.endswith(side) or side in i.subject[-4:]) and other[:1] + side not in i.subject] for side, other in ((more, less), (less, more)))
            if word == name and len(over) == len(under) == 1 and over[0] is not under[0]:
                yield Candidate("difference", (("base", (under[0].figure,)), ("value", (over[0].figure,)), ("result", (item.figure,))), item.figure, "C" if sentence.chinese and ("对" in item.subject or opened) else "A", BALANCE, 0, blocked=item.flagged)


def nets(sentence: Sentence) -> Iterator[Candidate]:
    """新增1320辆，注销698辆，净增622辆: what comes in less what goes out; and what was there at first with both."""
    if not sentence.chinese:
        return
    items = [i for i in sentence.items if i.code == "q" and i.claim in (LEVEL, TOTAL, DELTA, REST, GAP)]
    for first, second, net in zip(items, items[1:], items[2:]):
        words = sentence.text[second.figure.end - sentence.start : net.figure.start - sentence.start]
        flows = [_flow(sentence, i) for i in (first, second)]
        if sorted(flows) == [-1, 1] and net.claim == DELTA and "净" in words and comparable(first.figure, net.figure) and comparable(second.figure, net.figure) and ";" not in sentence.codes[first.at : net.at]:
            come, gone = (first, second) if flows[0] > 0 else (second, first)
            falls = frozenset({key(net.figure)}) if net.direction < 0 else frozenset()
            yield Candidate("difference", (("base", (gone.figure,)), ("value", (come.figure,)), ("result", (net.figure,))), net.figure, "A", "what comes less what goes", -1, falls, net.flagged)
    for opening, flow, closing in zip(items, items[1:], items[2:]):
        way = _flow(sentence, flow)
        before = sentence.text[: opening.figure.start - sentence.start][-10:]
        behind = sentence.text[flow.figure.end - sentence.start : closing.figure.start - sentence.start]
        if way and re.search("原有|原本有|旧存|年初有|期初有", before) and vocabulary.closing().search(behind) and comparable(flow.figure, opening.figure) and comparable(closing.figure, opening.figure):
            minus = frozenset({key(flow.figure)}) if way < 0 else frozenset()
            known = title(sentence, opening) + opening.noun
            about = [re.sub("新增|原有|现有|总数|总量|达到?|又|增至|减至|共有?|[年初本个]", "", title(sentence, i)) for i in (flow, closing)]
            tier = "B" if all(len(name) < 2 or shared(name, known) for name in about) else "C"
            yield Candidate("total", (("result", (closing.figure,)), ("parts", (opening.figure, flow.figure))), closing.figure, tier, "opening, flow, closing", 0, minus, closing.flagged)
    for n, opening in enumerate(items[:-3]):
        come, gone, closing = items[n + 1 : n + 4]
        flows = [_flow(sentence, i) for i in (come, gone)]
        before = sentence.text[: opening.figure.start - sentence.start][-14:]
        if vocabulary.opening().search(before) and sorted(flows) == [-1, 1] and all(comparable(i.figure, opening.figure) for i in (come, gone, closing)) and vocabulary.closing().search(
            sentence.text[gone.figure.end - sentence.start : closing.figure.start - sentence.start]
        ):
            minus = frozenset(key(i.figure) for i, way in ((come, flows[0]), (gone, flows[1])) if way < 0)
            yield Candidate("total", (("result", (closing.figure,)), ("parts", (opening.figure, come.figure, gone.figure))), closing.figure, "B", "opening, flows, closing", 0, minus, closing.flagged)


def periods(sentence: Sentence) -> Iterator[Candidate]:
    """一季度120，二季度135，上半年255: a stretch of the year from the shorter ones that make it up."""
    if not sentence.chinese:
        return
    named: dict[str, list[Item]] = {}
    for item in sentence.items:
        clause = re.split("[，。；：、,;]", sentence.text[: item.figure.start - sentence.start])[-1][-20:]
        words = [w for w in ("上半年", "下半年", "前三季度", "全年", "一季度", "二季度", "三季度", "四季度") if w in clause and not (w == "三季度" and "前三季度" in clause)]
        if len(words) == 1 and item.code == "q" and item.claim in (LEVEL, TOTAL) and not re.search("比|较|同期|至|到.季度|目标|计划|预", clause):
            named.setdefault(words[0], []).append(item)
    for whole, *shorter in vocabulary.period_sums():
        found = [named.get(w, []) for w in (whole, *shorter)]
        if all(len(f) == 1 for f in found) and all(comparable(f[0].figure, found[0][0].figure) for f in found) and not any(f[0].flagged for f in found):
            total, *parts = (f[0] for f in found)
            about = [re.sub("[一二三四前上下全半年季度]", "", i.subject) for i in (total, *parts)]
            if all(not name or not about[0] or name in about[0] or about[0] in name for name in about[1:]):
                yield Candidate("total", (("result", (total.figure,)), ("parts", tuple(i.figure for i in parts))), total.figure, "B", "periods of a year", 0)


def _flow(sentence: Sentence, item: Item) -> int:
    """Whether an amount comes in or goes out, by the words before it in its clause."""
    words = re.split("[，。；：、]", sentence.text[: item.figure.start - sentence.start])[-1][-10:]
    found = [(m.start(), way) for way in (1, -1) for m in vocabulary.flow(way).finditer(words)]
    return max(found)[1] if found else 0


def means(sentence: Sentence, groups: tuple[Group, ...]) -> Iterator[Candidate]:
    for item in sentence.items:
        listed = next((g for g in groups if len(g) >= 3 and g[-1].at < item.at and (g[0].left.endswith("AO") or re.search("A[wOidq]{0,4}\\($", sentence.codes[: g[0].at]))), None)
        if (item.claim == EACH or listed is not None and item.claim == LEVEL and item not in listed) and item.code == "q" and not item.yearly:
            lists = [g for g in groups if len(g) >= 3 and g[0].at < item.at and (g[0].dimension == item.dimension or not sentence.chinese and item.dimension == "count" and g[-1].figure.value < 3 * item.figure.value < 9 * g[-1].figure.value)]
            for group in lists[-1:]:
                values = tuple(i.figure for i in group)
                yield Candidate("average", (("result", (item.figure,)), ("values", values)), item.figure, "A", "mean of a list", 0)


def _together(sentence: Sentence, item: Item, before: list[Item]) -> bool:
    """Whether English words say that a share is that of all before it: together they took 57%."""
    word = next((t.text for t in sentence.tokens[item.at - len(item.left) : item.at] if t.code == "K"), "")
    return not sentence.chinese and word in ("together", "combined", "between them") and "a" not in item.left and len(before) <= 4 and all(i.claim in (LEVEL, SHARE) and not i.when for i in before)


def hundreds(sentence: Sentence, groups: tuple[Group, ...]) -> Iterator[Candidate]:
    """Shares of one list that make up the whole: the last is what the others leave. May confirm only."""
    for item in sentence.items:
        before = [i for i in sentence.items if i.code == "p" and i.at < item.at]
        if item.code == "p" and not any(i.claim == RATE for i in before) and len(before) >= 2 and ("K" in item.left or "K" in item.right[:2]):
            yield Candidate("total", (("result", (item.figure,)), ("parts", tuple(i.figure for i in before))), item.figure, "B" if _together(sentence, item, before) else "C", "sum of shares", 40)
    for group in groups:
        if len(group) >= 3 and group[0].code == "p" and group[0].claim == SHARE:
            parts = tuple(i.figure for i in group[:-1])
            yield Candidate("remainder", (("result", (group[-1].figure,)), ("whole", (number(1, text="100%"),)), ("parts", parts)), group[-1].figure, "C", "shares make 100%", 40)
