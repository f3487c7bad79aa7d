"""Gaps, balances, net flows and what is left."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from . import vocabulary
from .candidates import Candidate, key
from .items import BASE, BEFORE, DELTA, EACH, EVERY, FROM, GAP, LEVEL, REST, TOTAL, Item, Sentence, comparable
from .patterns import compiled
from .subjects import flow_of, shared
from .sums import BALANCE
from .wholes import amounts, title


def remainders(sentence: Sentence, wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    items = amounts(sentence)
    for item in items:
        if item.claim != REST or item.figure.start not in wanted:
            continue
        before = [i for i in items if i.at < item.at and comparable(i.figure, item.figure) and i.when not in (BEFORE, FROM)]
        if sentence.chinese and len(before) == 2 and all(compiled("[|a]").match(sentence.codes[a.at + 1 :]) for a in before):
            # 医院38.8、基层42.5、其他机构3.4: the last of a list.
            continue
        # 一般贸易923，在1674的盘子里占55%，进料加工只剩253: what is left of something of its own.
        own = sentence.chinese and compiled("wR[^qpxtd]*$").search(item.left) is not None
        if len(before) >= 2:
            whole, part = before[-2], before[-1]
            turned = whole.figure.value < part.figure.value
            if turned:
                whole, part = part, whole
            word = next((t.text for t in reversed(sentence.tokens[: item.at]) if t.code == "R"), "")
            tier = "B" if len(before) == 2 and not own and (sentence.chinese or not turned) and word not in vocabulary.faint_rests() and not compiled("[.]").search(sentence.codes[before[0].at : item.at]) and not (not sentence.chinese and compiled("(?:^|[.;])I[^q]*$").search(sentence.codes[: whole.at])) else "C"
            if len(before) == 3:
                parts = tuple(i.figure for i in before[1:])
                yield Candidate("remainder", (("result", (item.figure,)), ("whole", (before[0].figure,)), ("parts", parts)), item.figure, "B" if compiled("O").match(before[0].left) or sentence.chinese and compiled("w?O").match(before[0].right) else "C", "rest of several", 0)
            if len(before) == 2 and not turned and item.figure.unit and whole.figure.unit == part.figure.unit == item.figure.unit and compiled("[,;][wE]?R[wOe]{0,2}$").search(sentence.codes[: item.at]) and word not in vocabulary.faint_rests() and sentence.codes[whole.at : item.at].count(".") == 1 and "." not in sentence.codes[part.at : item.at]:
                # The ceiling stood at 142.9. Commitments were 139.3, leaving 4.6.
                tier = "A"
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
        apart = sentence.chinese and item.code == "t" and item.left == "V" and vocabulary.apart().search(sentence.text[: item.figure.start - sentence.start][-6:]) and compiled("pw{1,3},?p,?V?$|p,[^,;.qptxd]{1,4}p,V$").search(sentence.codes[: item.at])
        if not sentence.chinese or item.claim != GAP and not apart and not (item.claim in ("points", DELTA) and compiled("相差|差距|之差|差了?$").search(sentence.text[: item.figure.start - sentence.start][-8:])):
            continue
        code = "p" if item.code == "t" else item.code
        levels = [i for i in sentence.items if i.code == code and i.claim in (LEVEL, TOTAL, EACH) and (code == "p" or comparable(i.figure, item.figure))]
        if len(levels) != 2 or not comparable(levels[0].figure, levels[1].figure) or any(c in sentence.codes for c in "."):
            continue
        small, big = sorted(levels, key=lambda i: i.figure.value)
        names = title(sentence, levels[0]) + title(sentence, levels[1])
        sides = {"城乡": "城[^乡农]*[乡农]|[乡农].*城", "男女": "男.*女|女.*男", "收支": "收.*支|支.*收", "存贷": "存.*贷|贷.*存"}
        own = next((side for side in sides if side in item.subject), "")
        bare = (not own or bool(re.search(sides[own], names))) and not compiled("贸易|货物|城乡|男女|收支|两者|二者|双方|两地|前后|彼此|之间|仍|还|进出口|最终|最后|当年|存贷").sub("", item.subject)
        tier = "B" if bare and item.at > levels[1].at and not any(i.loss for i in levels) and abs(levels[1].at - levels[0].at) < 12 and not any(i.flagged for i in (*levels, item)) else "C"
        if item.code == "t":
            yield Candidate("point_change", (("start", (small.figure,)), ("end", (big.figure,)), ("result", (item.figure,))), item.figure, tier, "gap of the only two", 40)
        else:
            yield Candidate("difference", (("base", (small.figure,)), ("value", (big.figure,)), ("result", (item.figure,))), item.figure, tier, "gap of the only two", 40)


def turnarounds(sentence: Sentence, wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    """A loss of 8.6 was followed by a profit of 3.1, a turnaround of 11.7: from below zero to above it, both amounts together."""
    for item in sentence.items if not sentence.chinese else ():
        if item.code != "q" or item.claim not in (LEVEL, DELTA, GAP) or item.figure.start not in wanted or item.when:
            continue
        begin, end = item.figure.start - sentence.start, item.figure.end - sentence.start
        turned = vocabulary.turned().search(f"{sentence.text[max(begin - 48, 0) : begin]}|{sentence.text[end : end + 16]}")
        before = [i for i in sentence.items if i.at < item.at and i.code == "q" and i.claim in (LEVEL, TOTAL, GAP, DELTA)]
        if not turned or len(before) != 2 or not all(comparable(i.figure, item.figure) or not (i.figure.unit and item.figure.unit) for i in before):
            continue
        below = [i for i in before if i.loss or i.claim in (GAP, DELTA) and any(t.text in vocabulary.deficits() for t in sentence.tokens[max(i.at - 3, 0) : i.at])]
        if len(below) == 1 or turned["word"] and not below:
            old = below[0] if below else before[0]
            new = next(i for i in before if i is not old)
            yield Candidate("difference", (("base", (old.figure,)), ("value", (new.figure,)), ("result", (item.figure,))), item.figure, "B", "from below zero to above", -1, frozenset({key(old.figure)}), item.flagged, tuple((i.figure.start, "") for i in (*before, item)))


def time_gaps(sentence: Sentence) -> Iterator[Candidate]:
    """2:17:18, 53 seconds inside the record of 2:18:11: the only two times of a statement, and the only shorter span."""
    spans = [i for i in sentence.items if i.figure.kind == "duration" and i.figure.unit in ("秒", "分钟")]
    times = [i for i in spans if ":" in i.figure.text]
    gap = [i for i in spans if i not in times]
    if len(times) == 2 and len(gap) == 1 and gap[0].at > times[0].at and not compiled("[;.]").search(sentence.codes[times[0].at : max(i.at for i in spans)]):
        short, long = sorted((i.figure for i in times), key=lambda f: f.value)
        if gap[0].figure.value < short.value / 4:
            yield Candidate("difference", (("base", (short,)), ("value", (long,)), ("result", (gap[0].figure,))), gap[0].figure, "B", "gap of the only two times", 0)


def balances(sentence: Sentence) -> Iterator[Candidate]:
    """顺差 is exports less imports, 逆差 the other way: what the name of a balance says about its sign."""
    spoken_of = sentence.chinese and any(name in sentence.text for name, _, _ in vocabulary.balances(True))
    for item in sentence.items:
        before = sentence.text[: item.figure.start - sentence.start][-12:]
        named = spoken_of and item.code == "p" and next((name for name, _, _ in vocabulary.balances(True) if re.search(f"{name}[为是达到约]*$", before)), "")
        if item.claim != GAP and not named or item.when == BEFORE:
            continue
        word = named or next((t.text for t in reversed(sentence.tokens[: item.at]) if t.code == "G"), "")
        # What an account opens with counts too.
        opened = sentence.chinese and vocabulary.opening().search(sentence.text[: sentence.items[0].figure.end - sentence.start])
        for name, more, less in vocabulary.balances(sentence.chinese):
            levels = [i for i in sentence.items if i.at < item.at and i.claim in (LEVEL, TOTAL) and i.when not in (FROM, BASE, BEFORE) and comparable(i.figure, item.figure)]
            # 进出口 is neither 进口 nor 出口.
            over, under = ([i for i in levels if (i.subject.endswith(side) or side in i.subject[-4:]) and other[:1] + side not in i.subject] for side, other in ((more, less), (less, more)))
            if sentence.chinese and vocabulary.accumulated().search(before):
                # 年底累计结余: of all the years.
                continue
            if word == name and len(over) == len(under) == 1 and over[0] is not under[0]:
                yield Candidate("difference", (("base", (under[0].figure,)), ("value", (over[0].figure,)), ("result", (item.figure,))), item.figure, "C" if sentence.chinese and ("对" in item.subject or opened) else "A", BALANCE, 0, blocked=item.flagged)


def nets(sentence: Sentence) -> Iterator[Candidate]:
    """新增1320辆，注销698辆，净增622辆: what comes in less what goes out; and what was there at first with both."""
    text = sentence.text
    accounted = vocabulary.closing().search(text) and (vocabulary.opening().search(text) or "原本有" in text)
    if not sentence.chinese or "净" not in text and not accounted:
        return
    items = [i for i in sentence.items if i.code == "q" and i.claim in (LEVEL, TOTAL, DELTA, REST, GAP)]
    for first, second, net in zip(items, items[1:], items[2:]):
        words = sentence.text[second.figure.end - sentence.start : net.figure.start - sentence.start]
        flows = [flow_of(sentence, i) for i in (first, second)]
        if sorted(flows) == [-1, 1] and net.claim == DELTA and "净" in words and comparable(first.figure, net.figure) and comparable(second.figure, net.figure) and ";" not in sentence.codes[first.at : net.at]:
            come, gone = (first, second) if flows[0] > 0 else (second, first)
            falls = frozenset({key(net.figure)}) if net.direction < 0 else frozenset()
            yield Candidate("difference", (("base", (gone.figure,)), ("value", (come.figure,)), ("result", (net.figure,))), net.figure, "A", "what comes less what goes", -1, falls, net.flagged)
    for opening, flow, closing in zip(items, items[1:], items[2:]):
        way = flow_of(sentence, flow)
        before = sentence.text[: opening.figure.start - sentence.start][-10:]
        behind = sentence.text[flow.figure.end - sentence.start : closing.figure.start - sentence.start]
        if way and compiled("原有|原本有|旧存|年初有|期初有").search(before) and vocabulary.closing().search(behind) and comparable(flow.figure, opening.figure) and comparable(closing.figure, opening.figure):
            minus = frozenset({key(flow.figure)}) if way < 0 else frozenset()
            known = title(sentence, opening) + opening.noun
            about = [compiled("新增|原有|现有|总数|总量|达到?|又|增至|减至|共有?|[年初本个]").sub("", title(sentence, i)) for i in (flow, closing)]
            tier = "B" if all(len(name) < 2 or shared(name, known) for name in about) else "C"
            yield Candidate("total", (("result", (closing.figure,)), ("parts", (opening.figure, flow.figure))), closing.figure, tier, "opening, flow, closing", 0, minus, closing.flagged)
    for n, opening in enumerate(items[:-3]):
        come, gone, closing = items[n + 1 : n + 4]
        flows = [flow_of(sentence, i) for i in (come, gone)]
        before = sentence.text[: opening.figure.start - sentence.start][-14:]
        if vocabulary.opening().search(before) and sorted(flows) == [-1, 1] and all(comparable(i.figure, opening.figure) for i in (come, gone, closing)) and vocabulary.closing().search(
            sentence.text[gone.figure.end - sentence.start : closing.figure.start - sentence.start]
        ):
            minus = frozenset(key(i.figure) for i, way in ((come, flows[0]), (gone, flows[1])) if way < 0)
            yield Candidate("total", (("result", (closing.figure,)), ("parts", (opening.figure, come.figure, gone.figure))), closing.figure, "B", "opening, flows, closing", 0, minus, closing.flagged)


def periods(sentence: Sentence) -> Iterator[Candidate]:
    """一季度120，二季度135，上半年255: a stretch of the year from the shorter ones that make it up."""
    if not sentence.chinese or "季度" not in sentence.text and "半年" not in sentence.text:
        return
    named: dict[str, list[Item]] = {}
    for item in sentence.items:
        clause = compiled("[，。；：、,;]").split(sentence.text[: item.figure.start - sentence.start])[-1][-20:]
        words = [w for w in ("上半年", "下半年", "前三季度", "全年", "一季度", "二季度", "三季度", "四季度") if w in clause and not (w == "三季度" and "前三季度" in clause)]
        if len(words) == 1 and item.code == "q" and item.claim in (LEVEL, TOTAL) and not compiled("比|较|同期|至|到.季度|目标|计划|预").search(clause):
            named.setdefault(words[0], []).append(item)
    for whole, *shorter in vocabulary.period_sums():
        found = [named.get(w, []) for w in (whole, *shorter)]
        if all(len(f) == 1 for f in found) and all(comparable(f[0].figure, found[0][0].figure) for f in found) and not any(f[0].flagged for f in found):
            total, *parts = (f[0] for f in found)
            about = [compiled("[一二三四前上下全半年季度]").sub("", i.subject) for i in (total, *parts)]
            if all(not name or not about[0] or name in about[0] or about[0] in name for name in about[1:]):
                yield Candidate("total", (("result", (total.figure,)), ("parts", tuple(i.figure for i in parts))), total.figure, "B", "periods of a year", 0)
