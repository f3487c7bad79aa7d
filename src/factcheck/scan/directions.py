"""The verb between two levels against the levels themselves."""

from __future__ import annotations

from collections.abc import Iterator

from ..units import COUNTED
from . import vocabulary
from .candidates import Candidate
from .features import TIME_UNITS
from .items import BASE, BEFORE, GAP, LEVEL, TO, Sentence, comparable
from .levels import Group, Pair
from .patterns import compiled
from .subjects import shared
from .words import Token


def _verb(sentence: Sentence, pair: Pair) -> int:
    """The direction of the verb of a pair: fused with its to, or the nearest before it with no figure between."""
    if not pair.new or not pair.old:
        return 0
    if opening := _opening_verb(sentence, pair):
        return opening.direction
    if pair.new.when != TO:
        between = sentence.tokens[pair.start + 1 : pair.old.at] if pair.old.at > pair.new.at else ()
        if between and compiled(r"V[^,;.qpt]{0,2}[FC][PyeOw]{0,3}\(?$|^[wO,]*C[^,;.qpt]{0,4}$").search("".join(t.code for t in between)):
            direction = next((t.direction for t in reversed(between) if t.direction), 0)
            if direction or sentence.chinese:
                return direction
        if not sentence.chinese and pair.new.at < pair.old.at and (stated := compiled("V(?:CP?w?)?[i:,]$").search(sentence.codes[: pair.new.at])) and sentence.tokens[stated.start()].text not in vocabulary.noun_changes():
            return sentence.tokens[stated.start()].direction
        ahead = compiled("(V),$").search(sentence.codes[: pair.new.at])
        if sentence.chinese and pair.old.when in (BASE, BEFORE) and pair.new.at < pair.old.at and ahead and pair.new.claim == LEVEL:
            # 有所缩短，为0.92天，上年是0.85天
            return sentence.tokens[ahead.start(1)].direction
        before = sentence.codes[pair.old.at + 1 : pair.new.at]
        if sentence.chinese and pair.old.when in (BASE, BEFORE) and compiled("C[^qpt]*V,?$").search(before):
            # 与上年的3.2%相比，有所下降，为2.6%
            return next((t.direction for t in reversed(sentence.tokens[pair.old.at : pair.new.at]) if t.code == "V"), 0)
        ending = compiled(",[NC]?(w?)[CX]?(V)(?:[,;.]|$)").match(sentence.codes[pair.old.at + 1 :])
        if sentence.chinese and pair.old.when in (BASE, BEFORE) and ending and pair.new.claim == LEVEL != pair.new.code:
            at = pair.old.at + 1 + ending.start(2)
            if not ending[1] or shared(sentence.tokens[pair.old.at + 1 + ending.start(1)].text, pair.new.subject):
                return sentence.tokens[at].direction
        after = compiled("e?w?(V)[,;.]|e?w?(V)$").match(sentence.codes[pair.old.at + 1 :])
        if sentence.chinese and pair.old.when in (BASE, BEFORE) and after:
            return sentence.tokens[pair.old.at + 1 + max(after.start(1), after.start(2))].direction
        return 0
    if not sentence.chinese and pair.old.at < pair.new.at and (led := compiled("(V)[^qptx;.V]{0,3}F[^qptx;.]{0,2}$").search(sentence.codes[: pair.old.at])) and (direction := sentence.tokens[led.start(1)].direction) and sentence.tokens[led.start(1)].text not in vocabulary.noun_changes():
        # It fell from 29% to 20% on higher costs.
        return direction
    if sentence.chinese and pair.new.when == TO and not pair.new.direction and not sentence.tokens[pair.new.at - 1].direction and (behind := compiled(",w?(V)(?:[,;.]|$)").match(sentence.codes[pair.new.at + 1 :])):
        # 由8.92%变为8.31%，有所回落
        return sentence.tokens[pair.new.at + 1 + behind.start(1)].direction
    if pair.new.direction and not (not sentence.chinese and pair.old.at < pair.new.at and any(t.code == "V" and t.text in vocabulary.noun_changes() for t in sentence.tokens[pair.old.at + 1 : pair.old.at + 2])):
        return pair.new.direction
    noun = 0
    for token in reversed(sentence.tokens[: pair.start]):
        if token.code in "qptx.;" or token.code == "w" and len(token.text) > 40:
            break
        if token.code == "V" and token.direction and not sentence.chinese and token.text in vocabulary.noun_changes():
            noun = noun or token.direction
            continue
        if token.code == "V" and token.direction:
            return token.direction
        if token.code == "V" and not sentence.chinese and (judged := vocabulary.judged(token.text)):
            return judged * vocabulary.polarity(sentence.text[: sentence.tokens[pair.start].start - sentence.start])
    return noun


def _opens_with_a_verb(sentence: Sentence, pair: Pair) -> bool:
    """Whether an English statement says first which way it goes: Fewer pupils are excluded: 7,894, as against 6,495."""
    return _opening_verb(sentence, pair) is not None


def _opening_verb(sentence: Sentence, pair: Pair) -> Token | None:
    """The word by which an English statement says, before a colon, which way the levels behind it go."""
    if sentence.chinese:
        return None
    if compiled("V[^qpxtd;.:]*:[^qpxtd;.:]{0,3}$").match(sentence.codes[: pair.start]) and sentence.tokens[0].text in vocabulary.comparatives():
        return sentence.tokens[0]
    # Waits have been edging down: 17.2 weeks in 2022, 19.6 in 2024.
    said = compiled("(?<!V)(V)(w?):[^qpxtd;.:]{0,3}$").search(sentence.codes[: pair.start])
    verb = sentence.tokens[said.start(1)] if said else None
    # They wait less long: so far a word behind says what is less.
    fits = said and verb and verb.direction and verb.text not in vocabulary.noun_changes() and (verb.text in vocabulary.degrees() if said[2] else verb.text not in vocabulary.comparatives())
    return verb if fits else None


def directions(sentence: Sentence, groups: tuple[Group, ...], found: tuple[Pair, ...]) -> Iterator[Candidate]:
    """The verb between two levels against the levels themselves; that of a list that goes one way, against all of them."""
    for group in groups if sentence.chinese else ():
        at = sentence.codes.rfind("V", 0, group[0].at)
        verb = sentence.tokens[at]
        if len(group) < 3 or group[0].code not in "qp" or at < 0 or not verb.direction or not compiled("(?!w*$)[,:HTw]{1,3}").fullmatch(sentence.codes[at + 1 : group[0].at]):
            continue
        if vocabulary.steadily().search(sentence.text[max(verb.start - sentence.start - 8, 0) : verb.start - sentence.start]):
            yield Candidate("rises" if verb.direction > 0 else "falls", (("values", tuple(i.figure for i in group)),), group[-1].figure, "A", "each after the other", 0)
    at = {i.at: i for i in sentence.items}
    for match in () if sentence.chinese else compiled(r"V\(([qp])[,aT]\1\)").finditer(sentence.codes):
        first, second = at[match.start() + 2], at[match.end() - 2]
        direction = sentence.tokens[match.start()].direction
        if direction and comparable(first.figure, second.figure) and first.claim == second.claim == LEVEL:
            yield Candidate("rises" if direction > 0 else "falls", (("values", (first.figure, second.figure)),), second.figure, "A", "verb before two levels in brackets", 0)
    for pair in found:
        if pair.delta and pair.new and pair.tier == "A" and pair.delta.direction > 0 and pair.delta.figure.value > 100 * pair.new.figure.value and pair.new.figure.unit == pair.delta.figure.unit != "" and pair.new.dimension in COUNTED | {"count"} and comparable(pair.new.figure, pair.delta.figure):
            # 29.48万所，增加3117万所: it has risen by more than there is.
            yield Candidate("at_most", (("part", (pair.delta.figure,)), ("whole", (pair.new.figure,))), pair.delta.figure, "A", "a rise to less than itself", 0)
        if pair.old and pair.new and any(i.figure.value == 1 and not i.figure.unit for i in (pair.old, pair.new)):
            # 2.05:1 and 2.02:1.
            continue
        if not sentence.chinese and pair.old and pair.new and pair.reason == "to–from" and any(t.text in vocabulary.rebounding() for t in sentence.tokens[pair.new.at - len(pair.new.left) : pair.new.at]):
            # Recovering to 1,650, having started from 1,730.
            continue
        if not sentence.chinese and pair.old and pair.new and pair.new.right[:1] in ("O", "I") and not any(c.isdigit() for c in pair.new.figure.text):
            # From 17.4% to less than half of that.
            continue
        direction = _verb(sentence, pair)
        if not sentence.chinese and pair.old and pair.new and ";" in sentence.codes[min(pair.old.at, pair.new.at) : max(pair.old.at, pair.new.at)]:
            # Arrivals climbing to 188,076; in the same month last year 192,841: nothing but the time is new.
            if not (pair.new.at < pair.old.at and pair.new.when == TO and pair.new.left[-2:] == "VT" and pair.old.when == BEFORE and not pair.old.subject and compiled("[^;qpxtd]*;[iPNy]{1,4}").fullmatch(sentence.codes[pair.new.at + 1 : pair.old.at])):
                continue
        if direction and not sentence.chinese and pair.old and pair.new and pair.old.when == BASE and pair.new.at < pair.old.at and (own := [t.direction for t in sentence.tokens[pair.new.at + 1 : pair.old.at] if t.code == "C" and t.direction]):
            # It dipped to 5.4 million, which exceeds the 4 million of 2013.
            direction = own[-1]
        if direction and sentence.chinese and pair.new and pair.new.figure.unit in TIME_UNITS and vocabulary.bettered().search(sentence.text[: pair.new.figure.start - sentence.start][-6:]):
            # 成绩由2小时11分提高到2小时08分
            continue
        if direction and pair.old and not sentence.chinese and any(t.text in vocabulary.in_place_of() for t in sentence.tokens[pair.old.at - len(pair.old.left) : pair.old.at]):
            # It grew at 1.6%, rather than 2.4%: no earlier level.
            continue
        if direction and not sentence.chinese and vocabulary.exchange().search(sentence.text):
            continue
        compared = sentence.chinese and pair.tier == "B" and pair.reason in ("before–level", "base–level") and compiled("C").search(sentence.codes[pair.start : pair.end])
        compared = compared or not sentence.chinese and pair.tier == "B" and pair.reason == "level–to" and pair.old is not None and pair.new is not None and pair.old.at < pair.new.at and compiled("[yi]{0,2},?V?VT").fullmatch(sentence.codes[pair.old.at + 1 : pair.new.at]) is not None
        if (pair.tier == "A" or compared) and pair.old and pair.new and direction and (pair.reason not in ("change–to", "years") or _opens_with_a_verb(sentence, pair) or sentence.chinese and pair.reason == "years" and pair.new.when == TO and pair.new.at > pair.old.at):
            rule = "rises" if direction > 0 else "falls"
            if pair.old.claim != pair.new.claim and GAP in (pair.old.claim, pair.new.claim) or (pair.old.loss or pair.new.loss) and not (sentence.chinese and pair.old.loss and pair.new.loss) and not (not sentence.chinese and compiled("LV?T?$").search(sentence.codes[: pair.new.at])) or pair.new.flagged:
                continue
            yield Candidate(rule, (("values", (pair.old.figure, pair.new.figure)),), pair.new.figure, "A", f"verb against {pair.reason}", 0)
