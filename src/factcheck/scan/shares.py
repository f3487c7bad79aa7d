"""Shares of a whole: which figure is the part, which the whole, which the share."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from ..expression import Expression
from . import vocabulary
from .candidates import WHOLE, Candidate, Operand, of
from .items import BASE, BEFORE, DELTA, EVERY, FROM, GAP, LEVEL, SHARE, TO, TOTAL, Item, Sentence, alike, comparable, in_closed_brackets
from .levels import Group
from .patterns import compiled
from .subjects import clause_before, shared
from .wholes import amounts, owners, spoken_of, title, whole_of

_OF_A_NAME = re.compile("相当于|接近|约为|达到|占|是|为")


def by_name(sentence: Sentence, wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    """支出相当于收入的2.54倍: a ratio of two indicators called by their names, their figures in the sentences before. May confirm only."""
    if not sentence.chinese:
        return
    for item in sentence.items:
        if item.code not in "px" or item.claim not in (SHARE, LEVEL, "times") or item.figure.start not in wanted:
            continue
        clause = sentence.text[: item.figure.start - sentence.start].rpartition("。")[2]
        match = _OF_A_NAME.search(clause) and compiled("(.{2,12}?)(?:相当于|接近|约为|达到|占|是|为)(.{2,12}?)的?(?:比重|比例|一半，)?(?:约|近|为|达)*$").search(clause)
        if not match:
            continue
        over, under = (_called(sentence, name, item) for name in match.groups())
        if over and under and over is not under and comparable(over.figure, under.figure):
            rule, roles = ("multiple", ("value", "base")) if item.code == "x" else ("share", ("part", "whole"))
            operands: tuple[tuple[str, tuple[Operand, ...]], ...] = ((roles[0], (over.figure,)), (roles[1], (under.figure,)), ("result", (item.figure,)))
            yield Candidate(rule, operands, item.figure, "C", "by name", 50)


def _called(sentence: Sentence, name: str, item: Item) -> Item | None:
    """The amount before `item` whose words hold the most of a name."""
    pairs = {name[i : i + 2] for i in range(len(name) - 1)}
    best, most = None, 0
    for other in sentence.items:
        if other.at < item.at and other.code == "q" and other.claim in (LEVEL, TOTAL, GAP):
            words = title(sentence, other)
            shared = sum([pair in words for pair in pairs])
            if shared >= most and shared:
                best, most = other, shared
    return best


def shares(sentence: Sentence, groups: tuple[Group, ...], wanted: Container[int] = EVERY) -> Iterator[Candidate]:
    items = [i for i in amounts(sentence)]
    having = owners(sentence)
    for group in groups:
        first = group[0]
        if sentence.chinese and first.code == "p" and len(group) == 1 and first.figure.start in wanted and (first.when == TO or first.when == FROM) and (named := first if first.subject else next((i for i in sentence.items if i.when == FROM and i.at < first.at and i.code == "p" and sentence.codes[i.at + 1 : first.at] in ("T", "VT")), None)) and first.when == TO:
            yield from _by_words(sentence, first._replace(subject=named.subject), [i for i in items if i.at < named.at], [])
            continue
        if first.code != "p" or first.claim not in (SHARE, LEVEL) or first.when in (FROM, BEFORE) or first.when == BASE and not sentence.chinese and first.claim != SHARE or first.when == TO and first.claim != SHARE:
            continue
        if all(i.figure.start not in wanted for i in group):
            continue
        if len(group) > 1:
            yield from _list_of_shares(sentence, group, items)
            continue
        yield from _one_share(sentence, first, items, having)


def _list_of_shares(sentence: Sentence, group: Group, items: list[Item]) -> Iterator[Candidate]:
    """A、B、C分别占a、b、c: part by part, of the whole before the parts."""
    if len({any(c.isdigit() for c in i.figure.text) for i in group}) > 1:
        # Almost half, 48 per cent: one share.
        return
    before = [i for i in items if i.at < group[0].at]
    parts = before[-len(group) :]
    if len(parts) < len(group) or not all(comparable(p.figure, parts[0].figure) for p in parts):
        return
    wholes = [i for i in before[: -len(group)] if comparable(i.figure, parts[0].figure) and i.claim != DELTA and i.figure.value >= max(p.figure.value for p in parts) and not spoken_of(sentence, i)]
    if before and compiled(r"q\)?e?$").search(codes_between(sentence, before[-1], group[0])):
        whole, listed = before[-1], [i for i in before[:-1] if comparable(i.figure, before[-1].figure)][-len(group) :]
        for part, item in zip(listed, group):
            yield share_of(item, part, whole, "A" if len(listed) == len(group) else "C", "list of shares of", 0)
        return
    if sentence.chinese and _named_apart(sentence, group, parts):
        return
    exact = bool("H" in group[0].left or group[0].claim == SHARE)
    of_what = _said_of(sentence, group[0])[1] if sentence.chinese else ""
    for part, item in zip(parts, group):
        for n, whole in enumerate(reversed(wholes)):
            if sentence.chinese and "." in sentence.codes[whole.at : parts[0].at] and whole.claim != TOTAL or of_what and not shared(whole.subject + whole.noun + title(sentence, whole), of_what):
                yield share_of(item, part, whole, "C", "list of shares", n)._replace(loose=True)
                continue
            # 其中出口1.7。同期国企和外企分别进出口0.4、1.1: what is a part of one whole is not the whole of other parts.
            inner = sentence.chinese and "." in sentence.codes[whole.at : parts[0].at] and "I" in sentence.codes[sentence.codes.rfind(".", 0, whole.at) + 1 : whole.at]
            tier = "A" if exact and n == 0 and not inner else "C"
            yield share_of(item, part, whole, tier, "list of shares", n)._replace(loose=inner)
        if exact and (not wholes or sentence.chinese and all("." in sentence.codes[w.at : parts[0].at] for w in wholes)):
            total: Expression = of(parts[0].figure)
            for other in parts[1:]:
                total = total + of(other.figure)
            # Where all but one are shares of the sum, so is that.
            fitting = [_is_share(p, parts, i) for p, i in zip(parts, group)]
            sure = len(group) >= 3 and sum(fitting) == len(group) - 1 and not _is_share(part, parts, item)
            yield Candidate("share", (("part", (part.figure,)), ("whole", (total,)), ("result", (item.figure,))), item.figure, "B" if sure else "C", "shares of their sum", 400, loose=not sure)


def _is_share(part: Item, parts: list[Item], share: Item) -> bool:
    """Whether a part is the printed share of all parts together."""
    return abs(part.figure.value - share.figure.value * sum(p.figure.value for p in parts)) <= share.figure.resolution * sum(p.figure.value for p in parts)


def _named_apart(sentence: Sentence, group: Group, parts: list[Item]) -> bool:
    """Whether the clause of a Chinese list of shares names its own parts, and they are not the amounts before it: 即开型和视频型分别占8.9%和10.8%."""
    names = clause_before(sentence, group[0]).partition("分别")[0]
    apart = compiled("[,;.]").search(sentence.codes[parts[-1].at : group[0].at]) is not None
    return apart and compiled("[、和与及]").search(names) is not None and not all(shared(i.subject + i.noun, names) for i in parts)


def codes_between(sentence: Sentence, a: Item, b: Item) -> str:
    return sentence.codes[a.at : b.at]


def share_of(item: Item, part: Item, whole: Item, tier: str, reason: str, distance: int) -> Candidate:
    operands: tuple[tuple[str, tuple[Operand, ...]], ...] = (("part", (part.figure,)), ("whole", (whole.figure,)), ("result", (item.figure,)))
    # Of 3260份 questionnaires 412人: of what counts the same.
    counts = ((whole.figure.start, part.figure.unit),) if whole.figure.unit in ("份", "个") and part.figure.unit in ("人", "名", "位") else ()
    return Candidate("share", operands, item.figure, tier, reason, distance, frozenset(), item.flagged or part.flagged, units=counts)


def _one_share(sentence: Sentence, item: Item, items: list[Item], having: set[int]) -> Iterator[Candidate]:
    codes = sentence.codes
    before = [i for i in items if i.at < item.at]
    after = [i for i in items if i.at > item.at]
    said = item.claim == SHARE
    # 占W的p, 相当于W的p
    # 占全部W的比重为p
    proportion = sentence.chinese and said and before and "S" in before[-1].left and compiled("S[T]?").fullmatch(codes[before[-1].at + 1 : item.at])
    if before and (compiled(r"w?\)?e?").fullmatch(codes[before[-1].at + 1 : item.at]) and "e" in codes[before[-1].at : item.at + 1] or proportion):
        whole = before[-1]
        others = [i for i in before[:-1] if comparable(i.figure, whole.figure)]
        later = [i for i in after if comparable(i.figure, whole.figure)]
        own = [i for i in reversed(others) if i.when not in (FROM, BEFORE)]
        if own:
            yield share_of(item, own[0], whole, "A", "part, share of whole", 0)
            yield from (share_of(item, i, whole, "C", "part, share of whole", 1) for i in own[1:2])
        elif later and compiled("[,w]{0,2}T").match(codes[item.at + 1 :]):
            yield share_of(item, later[0], whole, "A", "share of whole, part", 0)
        if own or not proportion:
            return
    # p of W, part; part, p of W
    if not sentence.chinese and compiled("O(?:w?O?|w?[K]O?|V)[(]?q").match(codes[item.at + 1 :]) and after:
        if compiled(r"O(?:w?O?|w?[K]O?)\(q\)").match(codes[item.at + 1 :]):
            # In 20.9% of households (343): the part.
            return
        whole = after[0]
        behind = [i for i in after[1:] if comparable(i.figure, whole.figure)]
        ahead = [i for i in reversed(before) if comparable(i.figure, whole.figure) or i is before[-1] and (alike(i, whole) or not whole.figure.unit and not whole.figure.scaled) and codes[i.at + 1 : item.at] in (",", "(")]
        if ahead and ahead[0].when == FROM:
            # Recovered by 15 from the 23 of summer, it made up 23% of the 156 of a year before: what it came to is not said.
            ahead = []
        if ahead and before[-1] not in ahead and "," in codes[ahead[0].at : before[-1].at]:
            # Of the amount right before it the kind is not known; the one further off is of another clause.
            ahead = []
        if behind and not compiled(r"[;.aVFS]|,\w*w\(").search(codes[whole.at : behind[0].at]) and behind[0].right[:1] not in ("O", "I"):
            yield share_of(item, behind[0], whole, "A" if not ahead else "B", "share of whole, part", 0)
        if ahead:
            # Of the last of a list the share is hardly said alone.
            listed = compiled(r"q[^qpxt;.]{0,5}a[^qpxt;.,]{0,4}$").search(codes[: ahead[0].at]) is not None
            yield share_of(item, ahead[0], whole, "C" if listed else "A" if not behind else "B", "part, share of whole", 0)._replace(loose=listed)
        return
    if compiled("O").match(item.right) and not sentence.chinese and not compiled("O[w]?[,.;]?$").match(codes[item.at + 1 :]) and not before:
        return
    if after and compiled("[,(][TwE]{0,2}q").match(codes[item.at + 1 :]) and said and sentence.chinese and after[0].claim in (LEVEL, TOTAL) and not shared(after[0].subject, _said_of(sentence, item)[1]):
        planned = vocabulary.planned().search(_said_of(sentence, item)[1])
        for n, whole in enumerate(() if planned else reversed(before)):
            if comparable(whole.figure, after[0].figure) and (not sentence.chinese or after[0].figure.value <= whole.figure.value or item.figure.value > 1):
                only = len([i for i in before if comparable(i.figure, whole.figure)]) == 1
                yield share_of(item, after[0], whole, "B" if n == 0 and len(before) == 1 or only and sentence.chinese else "C", "share, its amount behind", 5)
    if not sentence.chinese and item.right[:1] == "I" and sentence.tokens[item.at + 1].text in vocabulary.partitives() and codes[item.at - 1 : item.at] != "E":
        # 21 million are refugees, more than half of these children: of those, and how many is not said.
        return
    parts = [i for i in before if not (sentence.chinese and compiled("w?O").match(i.right)) and i.when != BASE]
    # A Chinese whole is marked by 中 behind it alone.
    marking = before if not sentence.chinese or any(compiled("w?O").match(i.right) for i in before) else ()
    marked = {w.at for i in marking for t, w, r in whole_of(sentence, i, items, having) if t == "A" and r in ("part of whole", "among", "of the whole, part", "part on whole")}
    parts = [i for i in parts if i.at not in marked] or parts
    if sentence.chinese:
        # 有270万人，减少50万人，占失业总数的34%: the level, not its change.
        parts = [i for i in parts if not (said and i.claim == DELTA and compiled("q,C?P?V$").search(codes[: i.at]))] or parts
    if not sentence.chinese or item.claim == SHARE:
        # 70 million, up from 48, a share of 34%: of now.
        parts = [i for i in parts if i.when not in ((BEFORE,) if sentence.chinese else (FROM, BEFORE))] or parts
    if sentence.chinese:
        yield from _by_words(sentence, item, before, after)
    if not parts:
        return
    own = compiled(r"\((q)\)").match(codes[item.at + 1 :]) if not sentence.chinese and not said else None
    if own and after and after[0].at == item.at + 1 + own.start(1):
        # Of the 1.0 million, 82% (845,000) were of age and 17% (179,000) children.
        for tier, whole, reason in whole_of(sentence, after[0], items, having)[:1]:
            if reason == "of the whole, part":
                yield share_of(item, after[0], whole, tier, "share and its amount of the whole", 0)
        return
    if not sentence.chinese and not said and before[-1] is not parts[-1] and before[-1].when == BASE and compiled("[,(]E").fullmatch(codes[before[-1].at + 1 : item.at]):
        # 365 of 650 seats (56.2%) on 13.97 million votes, or 43.6%: of the votes.
        return
    # 工业用水968亿（含冷却水483亿），占16%: what brackets hold has its share within them.
    parts = [i for i in parts if not _shut_in(sentence, i, item)] or parts
    whose, of_what, scope = _said_of(sentence, item)
    named = [i for i in parts if whose and sentence.chinese and shared(i.subject + i.noun, whose)]
    ordered = [*reversed(named[-1:]), *[i for i in reversed(parts) if i not in named[-1:]]][:3]
    # 夏粮89吨，秋粮110吨，秋粮占45%: of the one that has its name.
    told = [i for i in named if i.subject == whose] if sentence.chinese and said and any(i.claim == TOTAL for i in before) else []
    told = told if len(told) == 1 else []
    ordered = told or ordered
    rate = ""
    if sentence.chinese and not said:
        rate = vocabulary.rate_of(item.subject)
    other_base = not sentence.chinese and said and compiled("O[wKPV]").match(item.right)
    for n, part in enumerate(ordered):
        close = n == 0 and not compiled("[;.]").search(codes[part.at : item.at]) and (part in named or not whose or not sentence.chinese)
        bracket = codes[part.at + 1 : item.at] in ("(", ",(", "w(", ",E", "wE", "w,E", ",wE") or not sentence.chinese and n == 0 and "I" in part.left and compiled("[wVBi]{1,4},E").fullmatch(codes[part.at + 1 : item.at]) is not None
        wholes = whole_of(sentence, part, items, having - {part.at})
        if told and not of_what:
            wholes = [("A" if t == "B" and w.claim == TOTAL else t, w, r) for t, w, r in wholes]
        if of_what and vocabulary.planned().search(of_what):
            # 占调整预算101%: only what was planned is its whole.
            wholes = [w for w in wholes if vocabulary.to_be().search(title(sentence, w[1]))]
        elif of_what:
            alone = sentence.chinese and len([i for i in items if i.code == "q" and of_what[:2] in title(sentence, i)]) == 1 and n == 0 and compiled(",").fullmatch(codes[part.at + 1 : item.at - len(item.left)] or ",") is not None
            wholes = [(min(t, "B"), w, r + (" of that very name" if alone or scope and scope in sentence.text[: w.figure.start - sentence.start] else " of that name")) if shared(w.subject + w.noun + title(sentence, w), of_what) and not _of_its_own_kind(part, w, of_what) and (not sentence.chinese or of_what[:2] in w.subject + w.noun + title(sentence, w) or (w.subject + w.noun)[-2:] == of_what[-2:] == of_what[:2]) else ("C", w, r) for t, w, r in wholes]
        if sentence.chinese and of_what and any(r.endswith("of that very name") or r.endswith("of that name") for t, _, r in wholes):
            # 占总支出的30%: where one is called so, no other is meant.
            wholes = [w for w in wholes if w[2].endswith(("of that very name", "of that name"))]
        if scope:
            wholes = [(t if scope in title(sentence, w) else "C", w, r) for t, w, r in wholes]
        listed = codes[item.at - 1 : item.at] == "(" and not said and not bracket and compiled("[,;.]").search(codes[part.at : item.at])
        for m, (tier, whole, reason) in enumerate(() if listed else wholes):
            bracketed = reason == "of which" and whole.at in having and codes[item.at - 2 : item.at] == "(S" and part.at in having
            if _other_scope(item.subject + part.subject, whole.subject) or rate and ("新" in title(sentence, whole) or rate[0] in "不未非") or bracketed:
                tier = "C"
            if whole.at > item.at and "total behind" not in reason:
                continue
            named_rate = rate and ((shared(part.subject + part.noun, rate) or n == 0 and len(rate) > 2 and set(rate) <= set(part.subject + part.noun)) and len(parts) <= 3 or len(before) == 2 and n == 0 and set(rate) & set(part.subject + part.noun))
            following = not sentence.chinese and n == 0 and reason == "of the whole, part" and vocabulary.consequently().search(sentence.text[part.figure.end - sentence.start : item.figure.start - sentence.start]) and compiled("(?:[,.;]|$)").match(codes[item.at + 1 :])
            if named_rate and _of_others(sentence, rate, part, whole):
                named_rate = False
            if not (said or following or bracket and (sentence.chinese or tier == "A") or named_rate or reason in ("among", "part of whole", "of the whole, part", "part on whole", "of them")):
                tier = "C"
            if not sentence.chinese and not said and not bracket and reason == "of the whole, part" and "." in codes[whole.at : item.at]:
                tier = "C"
            if not sentence.chinese and bracket and part.at in having and reason == "before" and _fills(items, having, whole):
                tier = "B"
            if not close and not following and not (named_rate and n == 0 and 2 * len(set(rate) & set(part.subject + part.noun)) >= len(set(rate)) and not compiled("[;.]").search(codes[part.at : item.at])):
                tier = max(tier, "B" if part in named else "C")
            beside = sentence.chinese and said and reason.startswith("before") and whose and compiled(",w").fullmatch(codes[whole.at + 1 : part.at]) and whole.claim == LEVEL and not shared(whole.subject, part.subject)
            counted = sentence.chinese and said and item.subject in {i.figure.unit for i in sentence.items} - {"", part.figure.unit}
            if beside or counted or sentence.chinese and said and whose and len(whose) > 1 and part not in named and reason.startswith("before") and not shared(whose, title(sentence, part)) and "," in codes[part.at : item.at] and sum(i.figure.unit == part.figure.unit for i in before) > 1:
                # 死亡754人，受伤320人，起数占32%，受伤占53%: of other wholes.
                tier = "C"
            if other_base or sentence.chinese and (compiled("Rw?S[wT]?$").search(item.left) or _of_another_period(sentence, part, item)):
                # 其他占16%: of what has no figure.
                tier = "C"
            yield share_of(item, part, whole, tier, f"share, {reason}", n * 4 + m)


def _of_another_period(sentence: Sentence, part: Item, share: Item) -> bool:
    """Whether Chinese words before a share name another quarter or half of a year than those before a part: 上半年309亿，第三季度占34%."""
    own = vocabulary.part_of_year().findall(title(sentence, part))
    between = sentence.text[part.figure.end - sentence.start : share.figure.start - sentence.start]
    named = vocabulary.part_of_year().findall(compiled("^[^，,；;]*").sub("", between))
    return bool(named) and named[-1] not in own


def _by_words(sentence: Sentence, item: Item, before: list[Item], after: list[Item]) -> Iterator[Candidate]:
    """Shares whose part or whole the words name, wherever they stand: A占B的比重为p，B为q，A为r; 应到65人，实到52人，到会率p; 毛利18，收入60，毛利率p."""
    near = [i for i in before if "." not in sentence.codes[i.at : item.at]]
    clause = compiled("[，,。；;：:]").split(sentence.text[: item.figure.start - sentence.start])[-1]
    said = compiled("(.{0,14})(?:占到?|相当于|完成了?|为)(.{2,14}?)的(?:比重|比例|份额)?(?:约为|约|为|达到?|是)?$").search(clause)
    if said:
        whole = _titled(sentence, said[2], [*near, *after])
        others = [i for i in (*near, *after) if i is not whole and whole and comparable(i.figure, whole.figure) and i.figure.value <= 2 * whole.figure.value]
        part = _titled(sentence, said[1], others) or (others[0] if len(others) == 1 and others[0].at < item.at else None)
        if whole and part:
            yield share_of(item, part, whole, "B" if len(others) == 1 else "C", "whole by its name", 1)
    if len(near) == 2 and comparable(near[0].figure, near[1].figure) and item.claim == SHARE and near[0].subject and near[1].subject.startswith(tuple(no + near[0].subject[:2] for no in "不非未")) and compiled("Sw?[KW]w?e?$").search(item.left):
        # 陶瓷器3912件，非陶瓷类8450件，陶瓷器占全部的32%: of both.
        whole_ = of(near[0].figure) + of(near[1].figure)
        yield Candidate("share", (("part", (near[0].figure,)), ("whole", (whole_,)), ("result", (item.figure,))), item.figure, "A", WHOLE, 0, blocked=item.flagged)
    if len(near) != 2 or not comparable(near[0].figure, near[1].figure) or any(i.when in (FROM, BEFORE) for i in near[1:]):
        return
    rate = vocabulary.rate_of(item.subject)
    due = [i for i in near if vocabulary.due().search(title(sentence, i))]
    if rate and len(due) == 1:
        part = next(i for i in near if i is not due[0])
        both = all(set(rate) & set(i.subject + i.noun) for i in near)
        yield share_of(item, part, due[0], "B" if both else "C", "what is due", 1)
    first, second = near
    if rate and due and due[0] is first and vocabulary.not_done().search(title(sentence, second)) and set(rate) & set(second.subject + second.noun) and second.figure.value < first.figure.value:
        # 应检9480部，逾期没检的730部，检验率92.3%
        done = of(first.figure) - of(second.figure)
        yield Candidate("share", (("part", (done,)), ("whole", (first.figure,)), ("result", (item.figure,))), item.figure, "B", "what is due and not done", 0, blocked=item.flagged)
    if rate and len(rate) > 1 and rate in first.subject and first.figure.value <= second.figure.value and shared(first.subject.partition(rate)[2], second.subject):
        # 不良贷款余额9.84亿元，各项贷款余额512.5亿元，不良率1.92%
        yield share_of(item, first, second, "B", "what a rate is of", 1)
    if rate and first.subject in (rate, rate + "润") and not shared(second.subject, rate) and first.figure.value <= second.figure.value:
        yield share_of(item, first, second, "B", "part of the rate's name", 1)


def _of_its_own_kind(part: Item, whole: Item, name: str) -> bool:
    """Whether a share is of a total that has the name of the part, and the amount before it is of another: 进出口12.4，其中出口8.2，占出口总值的60%."""
    kind = compiled("(?:总[值量额数计]|总)$").sub("", name)
    return kind == part.subject != whole.subject


def _other_scope(own: str, whole: str) -> bool:
    """Whether a share and a whole are told of two populations: 常住人口城镇化率 is none of 户籍人口."""
    return any({a, b} <= {w for w in (a, b) if w in own + whole} and (a in own) != (a in whole) and (b in own) != (b in whole) for a, b in vocabulary.scopes())


def _of_others(sentence: Sentence, rate: str, part: Item, whole: Item) -> bool:
    """Whether a Chinese rate begins with words for whom it is told that nothing before it names: 签约的有28万人，重点人群签约率82%."""
    known = title(sentence, part) + part.noun + title(sentence, whole) + whole.noun
    stem = next((n for n in range(len(rate) - 1) if rate[n : n + 2] in known), 0)
    return stem >= 2


def _shut_in(sentence: Sentence, part: Item, share: Item) -> bool:
    """Whether an amount stands, behind another, in brackets that are closed before the share."""
    opened = sentence.codes.rfind("(", 0, part.at)
    return in_closed_brackets(sentence, part, share) and any(i.at < opened and comparable(i.figure, part.figure) and not compiled("[,;.]").search(sentence.codes[i.at : opened]) for i in sentence.items)


def _titled(sentence: Sentence, name: str, items: list[Item]) -> Item | None:
    """The only amount that the words before it call by this name."""
    name = compiled("^(?:其|该|全部|总|年度|全年|年初)").sub("", name) or name
    found = [i for i in items if len(name) > 1 and compiled("(?:共|为|达到?|是|有|约|仅)+$").sub("", title(sentence, i)).endswith(name)]
    return found[0] if len(found) == 1 else None


def _fills(items: list[Item], having: set[int], whole: Item) -> bool:
    """Whether the amounts that have a share of their own make up a whole."""
    parts = [i.figure.value for i in items if i.at in having]
    return len(parts) > 1 and abs(sum(parts) - whole.figure.value) * 100 <= whole.figure.value


def _said_of(sentence: Sentence, item: Item) -> tuple[str, str, str]:
    """Of a share: the words before 占 (whose it is), those behind it (of what), and the place or body it is a share of."""
    own = [t for t in sentence.tokens[item.at - len(item.left) : item.at]]
    at = next((n for n, t in enumerate(own) if t.code == "S"), len(own))
    whose = "".join(t.text for t in own[:at] if t.code in "wWKA")
    rest = own[at + 1 :]
    if not sentence.chinese:
        return whose, "", ""
    of_what = "".join(t.text for t in rest if t.code in "wK")
    if not of_what and (planned := vocabulary.of_a_plan().search(sentence.text[: item.figure.start - sentence.start][-16:])):
        of_what = planned[1]
    if of_what.startswith(("被", "受访", "受调查", "抽查", "抽检", "应答")):
        # 占被抽查项目的15%: of those just spoken of.
        of_what = ""
    if of_what:
        of_what = compiled("^(?:总|全部|全年|当年|本年|同期|整个)+(?=..)").sub("", of_what)
    return whose if len(whose) > 1 else "", of_what if len(of_what) > 1 else "", next((t.text for t in rest if t.code == "W"), "")
