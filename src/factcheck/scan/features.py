"""What each figure of a sentence claims to be and what marks it, read off the codes to its left and right."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from ..figures import Figure
from . import vocabulary
from .claims import BASIS, claim_of, year_of
from .items import (
    BASE,
    BEFORE,
    BLOCKED,
    DELTA,
    EACH,
    FROM,
    GAP,
    LEVEL,
    NOW,
    OTHER,
    POINTS,
    RATE,
    SHARE,
    SPAN,
    TO,
    TOTAL,
    Item,
    Sentence,
)
from .neighbours import adopted, compared, coordinated, counted_from, elided, headed
from .patterns import compiled
from .words import Token, lexicon

STOPS = ",;:()|.qptx"


def marks(codes: str) -> int:
    """How many marks of a clause there are."""
    return len(compiled("[,;:()]").findall(codes))


def sentence(tokens: tuple[Token, ...], figures: tuple[Figure, ...], text: str, start: int, number: int, chinese: bool, part: int = 0) -> Sentence:
    codes = "".join([t.code for t in tokens])
    places = [n for n, token in enumerate(tokens) if token.figure >= 0]
    taken: set[int] = set()
    items: list[Item] = []
    clause = 0
    counted = 0
    for at in places:
        clause += marks(codes[counted:at]) + codes.count(".", counted, at)
        counted = at
        items.append(_item(tokens, codes, at, figures[tokens[at].figure], clause, chinese, taken, text, start))
    items = adopted(items)
    if not chinese:
        items = compared(elided(codes, items))
    items = counted_from(headed(items, codes) if chinese else items, codes, text, start)
    return Sentence(tokens, codes, tuple(coordinated(tokens, codes, items, text, start)), text, start, number, chinese, part)


@lru_cache(4096)
def comparing(text: str) -> int:
    """The direction of a comparing word within an English figure: 48 additional deaths, 40 fewer fires."""
    meanings = lexicon(False).meanings
    return next((meanings[w][1] for w in text.lower().split()[1:] if meanings.get(w, ("", 0))[0] == "V"), 0)


def _left(codes: str, at: int, chinese: bool, averaging: bool) -> int:
    """Where the run of codes before a figure begins; with the year that an English sentence opens with (in 1995, 1.2 million) and the Chinese word for each (摊到一天，是1280件; the mean, 16)."""
    begin = at
    while begin and codes[begin - 1] not in STOPS:
        begin -= 1
    # (2018: 25.17) and 2018, 25.17: a year alone before the mark belongs to the figure.
    if begin > 1 and codes[begin - 1] in ":(," and compiled("[yPN]").fullmatch(codes[begin - 2]) and (begin < 3 or codes[begin - 3] in STOPS) and codes[begin - 1] != ",":
        begin -= 2
    elif begin == at and codes[max(begin - 2, 0) : begin] in ("A,", "G,") and (chinese and codes[begin - 2] == "A" or averaging):
        begin -= 2
    elif not chinese and begin == at and begin > 1 and codes[begin - 2 : begin] == "y," and (begin < 3 or codes[begin - 3] in ";."):
        begin -= 2
    # Total: 350, with nothing behind it.
    if begin > 1 and codes[begin - 2 : begin] == "K:" and codes[max(begin - 3, 0) : begin - 2] in ("", ";", ".", ",") and codes[at + 1 : at + 2] in ("", ";", "."):
        begin -= 2
    return begin


def _right(codes: str, at: int) -> int:
    end = at + 1
    while end < len(codes) and codes[end] not in STOPS:
        end += 1
    return end


def _flag(tokens: tuple[Token, ...], codes: str, at: int, end: int, changing: bool) -> str:
    """The flag of a figure that stands further off: before it in its part of the statement, behind it if it is a change, or in the brackets behind."""
    colon = codes.rfind(":", 0, at)
    # (2018: 40) parts nothing.
    segment = max(codes.rfind(";", 0, at), codes.rfind(".", 0, at), colon if codes.count("(", 0, colon) == codes.count(")", 0, colon) else -1)
    flagged = tokens[codes.index("X", segment + 1)].text if "X" in codes[segment + 1 : at] else ""
    if not flagged and changing and (later := compiled("[^pt;.]*?X").match(codes[at + 1 :])):
        flagged = tokens[at + later.end()].text
    if not flagged and codes[end : end + 1] == "(":
        close = codes.find(")", end)
        flagged = next((t.text for t in tokens[end : close if 0 < close < end + 12 else end] if t.code == "X"), "")
    return flagged


# Faster is less time.
TIME_UNITS = ("秒", "分钟", "小时", "天")


_PACE = ("faster", "slower", "quicker")


def _item(tokens: tuple[Token, ...], codes: str, at: int, figure: Figure, clause: int, chinese: bool, taken: set[int], text: str, start: int) -> Item:
    averaging = codes[max(at - 2, 0) : at] == "A," and tokens[at - 2].text in vocabulary.averages() or not chinese and codes[max(at - 2, 0) : at] == "G," and codes[at + 1 : at + 2] in (",", "")
    begin, end = _left(codes, at, chinese, averaging), _right(codes, at)
    own_left = [i for i in range(begin, at) if i not in taken and codes[i] != ","]
    left, right = "".join([codes[i] for i in own_left]), codes[at + 1 : end]
    code = codes[at]
    words = [tokens[i] for i in own_left]
    changed = "V" in left or "T" in left
    direction = next((t.direction for t in reversed(words) if t.code in "VT" and t.direction), 0) if changed else 0
    if not chinese and direction and left[-1:] == "T" and (verbs := [t for t in words if t.code == "V" and t.direction]) and verbs[-1].text in vocabulary.noun_changes() and len(verbs) > 1:
        # Cut its growth forecast to 2.2%: the verb, not the noun.
        direction = next((t.direction for t in reversed(verbs) if t.text not in vocabulary.noun_changes()), direction)
    after = tokens[at + 1 : end]
    later = next((t.direction for t in after if t.code == "V" and t.direction), 0) if "V" in right else 0
    year = year_of(tokens, codes, own_left, at, end, chinese, taken)
    if not chinese and not year and (told := vocabulary.when_it_was().search(text[max(figure.start - start - 40, 0) : figure.start - start])):
        # Between 2017, when they were 585, and 2021, when they were 705.
        year = int(told[1])
    more = 0 if chinese or code != "q" else comparing(figure.text)
    claim, when = claim_of(code, left, right, chinese, tokens, codes, begin, at, end, figure.unit, "V" in left and words[-1].direction == 0, figure.value.numerator < 0 and codes[max(at - 1, 0)] in "(,", bool(more), "." in figure.text)
    if not chinese and code == "q" and claim == LEVEL and compiled("p\\($").search(codes[:at]) and compiled("\\)V").match(codes[at + 1 :]):
        # 12 per cent (3.4GW) higher
        claim, when = DELTA, ""
    if not chinese and code == "p" and claim == LEVEL and left[-2:] == "Vi" and tokens[at - 1].text == "at" and direction and tokens[at - 2].text in vocabulary.noun_changes():
        # Which puts the increase at 12 per cent.
        claim, when = RATE, ""
    if not chinese and code == "q" and claim == LEVEL and (more_than := compiled(r"(?:Ep|,?Ep,w?)V[^,;.qp]{0,2}C").match(codes[at + 1 :])) and tokens[at + more_than.end()].text.startswith(("than", "compared")):
        # 1,200 or 4.6% more than; 11.4 GW, or 9.7%, more than: the change, not the level.
        claim, when = DELTA, ""
        later = next(t.direction for t in tokens[at + 1 : at + 1 + more_than.end()] if t.code == "V")
    if not chinese and code == "t" and "percent" not in figure.text and compiled(r",?E\(?p|\(E?p").match(codes[at + 1 :]):
        # A gain of 26 points or 0.6%: points of an index.
        claim, when = BLOCKED, ""
    if chinese and when == BEFORE and left == "Pw" and words[0].text == "同期":
        # 进口218亿；同期对大陆出口495亿: in the same time.
        when = ""
    if chinese and when == BEFORE and vocabulary.planned().search(text[max(figure.start - start - 8, 0) : figure.start - start]):
        when = ""
    if chinese and code in "qp" and claim == LEVEL and not when and codes[at + 1 : at + 2] == "C" and compiled(r"[Ca][^,;.qptx(]*\([^)]*\)[^,;.qptx]*$").search(codes[:at]):
        # 与2010年（普查数，下同）的8000万人相比
        when = BASE
    if chinese and code in "qp" and claim == LEVEL and not when and left[:1] == "E" and compiled("CP[^qpxtd;.]{0,2}V[^qpxtd;.,]{0,1}[qpt],$").search(codes[:begin]):
        # 比上季末下降1.6%，也就是说二季度末为2.46万亿
        when = BEFORE
    if chinese and code == "q" and vocabulary.indexed().search(text[max(figure.start - start - 12, 0) : figure.start - start]):
        claim, when = BLOCKED, ""
    if chinese and code == "p" and claim == LEVEL and vocabulary.amounting().search(text[max(figure.start - start - 24, 0) : figure.start - start]):
        claim, when = SHARE, ""
    if chinese and code == "p" and claim == LEVEL and not left.strip("T") and (last := compiled("V[^,;.]{0,3}q,$").search(codes[:begin])) and vocabulary.extent().search(text[max(figure.start - start - 8, 0) : figure.start - start]):
        # 减少481万只，幅度为6.6%
        claim, direction = RATE, tokens[last.start()].direction
    if chinese and code == "p" and claim == LEVEL and not when and not any(c.isdigit() for c in figure.text) and vocabulary.short_of_it().search(text[max(figure.start - start - 10, 0) : figure.start - start]):
        # ，仍不到三分之一
        claim = SHARE
    if chinese and code == "p" and vocabulary.threshold().match(text, figure.end - start):
        claim, when = BLOCKED, ""
    if code in "qp" and claim in (LEVEL, TOTAL, DELTA, RATE) and vocabulary.passed(chinese).search(f"{text[max(figure.start - start - 24, 0) : figure.start - start]}|{text[figure.end - start : figure.end - start + 40]}"):
        # 首次超过600亿元，为609亿元; past the $1bn mark: a mark that was passed, no level.
        claim, when = BLOCKED, ""
    if chinese and code == "q" and claim in (LEVEL, TOTAL) and (vocabulary.to_an_age().match(text, figure.end - start) or figure.unit == "岁" and (text[figure.start - start - 1 : figure.start - start] in tuple("—–~-至到") or vocabulary.of_an_age().match(text, figure.end - start))):
        # 0—14岁、65岁及以上: whom it is of.
        claim, when = BLOCKED, ""
    if not chinese and code == "q" and figure.kind == "count" and not figure.scaled and vocabulary.topmost().search(text[max(figure.start - start - 8, 0) : figure.start - start]):
        # In the top 10: a place.
        claim, when = BLOCKED, ""
    if chinese and claim == DELTA and vocabulary.those_that().search(text[max(figure.start - start - 6, 0) : figure.start - start]):
        claim = LEVEL
    if not chinese and code == "q" and figure.kind == "count" and claim == LEVEL and vocabulary.stretch_of().search(text[max(figure.start - start - 24, 0) : figure.start - start]):
        # Over the last 9 games: a stretch, no level.
        claim, when = OTHER, ""
    if not chinese and code in "qp" and (vocabulary.interval().search(text[max(figure.start - start - 44, 0) : figure.start - start]) or code == "p" and vocabulary.intervals().match(text, figure.end - start)):
        claim, when = BLOCKED, ""
    if not chinese and code in "qpd" and claim in (LEVEL, TOTAL) and not when and (side := vocabulary.from_end_to_end().search(text[max(figure.start - start - 40, 0) : figure.start - start])):
        # Having begun the year with 1,204 beds and ended it with 1,151.
        when = FROM if side[1] else TO if any(t.figure >= 0 for t in tokens[:at]) else ""
    if not chinese and code in "qpd" and vocabulary.ranging().search(text[max(figure.start - start - 48, 0) : figure.start - start]):
        # The falls ranged from 20 to 25%: the ends of a range, no levels of two times.
        claim, when = BLOCKED, ""
    if not chinese and code == "q" and when in (BASE, BEFORE) and vocabulary.expected().match(text, figure.end - start) and compiled("V[^q;.]*[px][^;.]*$").search(codes[:at]):
        # Up 30% to 447 crore, compared with a 328 crore consensus estimate: no earlier level.
        claim, when = BLOCKED, ""
    if code in "qp" and vocabulary.superseded(chinese).search(text[max(figure.start - start - 40, 0) : figure.start - start]):
        claim, when = BLOCKED, ""
    if not chinese and claim in (DELTA, RATE) and figure.hedge in vocabulary.passing_hedges() and codes[max(at - 1, 0)] == "V":
        # It fell below $60: to a level, not by one.
        claim, when = LEVEL, TO
    if not chinese and not when and claim == LEVEL and code in "qp" and not compiled("[FPC]").search(codes) and vocabulary.pluperfect().search(text[max(figure.start - start - 40, 0) : figure.start - start]):
        # It had yielded 7.37 billion in 2018: at a time before the one spoken of.
        when = BEFORE
    if not chinese and not when and claim in (LEVEL, TOTAL) and code in "qp" and (earlier := compiled("(?:^|[;.])(P),[^qpxtd;.]{0,4}$").search(codes[:at])) and not tokens[earlier.start(1)].text.startswith(vocabulary.last()):
        # The year before, dairies had taken 613 million.
        when = BEFORE
    if not chinese and when == TO and (earlier := compiled("(?:^|[;:.,])(P)[^,;:.F]{0,8}T$").search(codes[:at])) and not tokens[earlier.start(1)].text.startswith(vocabulary.last()):
        when = BEFORE
    if not chinese and code == "x" and figure.text[-1] == "x" and (codes[max(at - 1, 0)] in ":(T" or "P" in left or "y" in left):
        # Leverage of 1.8x (March: 2.2x): a level.
        claim, when = BLOCKED, ""
    if not chinese and code == "x" and at + 1 < len(tokens) and tokens[at + 1].text.split(" ")[0] in vocabulary.speeds():
        claim = BLOCKED
    if not chinese and claim == DELTA and compiled("pVN$").search(codes[:at]):
        claim, when = LEVEL, NOW
    if more and claim == DELTA and compiled("Cw").match(codes[at + 1 :]):
        claim = GAP
    if not chinese and claim == EACH and codes[max(at - 2, 0) : at] == "qA" and tokens[at - 1].text in vocabulary.out_of_so_many():
        # 403 per 1 million: what the rate is for.
        claim = OTHER
    if not chinese and claim == DELTA and codes[max(at - 1, 0)] == "B" and codes[max(at - 2, 0)] in "B;." and len(text[tokens[at - 1].end - start : figure.start - start].split()) > 1:
        # By quarter they amounted to 256.
        claim = LEVEL
    if not chinese and claim == DELTA and codes[at + 1 : at + 2] == "V" and tokens[at + 1].text == "added":
        claim, later = LEVEL, 0
    if not chinese and claim == DELTA and not direction and codes[max(at - 1, 0)] == "V" and not later:
        claim = LEVEL
    if not left[-1:] or not direction:
        direction = direction or later
    if not chinese and code in "qpt" and claim in (RATE, DELTA, POINTS, GAP) and compiled("VO?C(?:w|A|Aw|wA)$").match(right.rstrip("d")) and not compiled(r"\(?[qptxy]|,w[iT]?[qpt]").match(codes[end:]) and not (codes[end : end + 1] == "," and vocabulary.relative().match(text[tokens[end].end - start :])):
        claim, when = BLOCKED, ""
    if "V" in right and claim in (RATE, DELTA, POINTS) and compiled("[wPCYe]{0,1}V").match(right) and not compiled("V[^V]{0,3}$").search(left):
        direction = later or direction
    direction = direction or more
    if not chinese and claim == RATE and (compiled("L(?:w?O)$").search(left) or right == "L"):
        direction = -1
    if direction and figure.unit in TIME_UNITS and any(t.code == "V" and t.text[:1] in "快慢" or t.text in _PACE for t in (*words, *after)):
        direction = -direction
    if direction and figure.value < 0:
        direction = 0
    if not chinese and (when in ("", BEFORE) or when == TO and compiled("[qp]w?T$").search(codes[:at])) and right and claim in (LEVEL, TOTAL, EACH):
        if match := compiled("[wOCaIedyi]{0,3}[PN]" if "wCP" not in right else "[wOaIedyi]{0,3}[PN]").match(right):
            if not compiled("[Oi]?w?V").match(right) and not vocabulary.setting_beside().search(text[figure.end - start : tokens[at + match.end()].start - start]):
                mark = at + match.end()
                if codes[mark] == "P" or not compiled("O?y").match(codes[mark + 1 :]):
                    # At the end of 2020 is no other time than 2020.
                    taken.add(mark)
                    when = BEFORE if codes[mark] == "P" else NOW
    subject = ("" if chinese else " ").join([t.text for t in words if t.code == "w"]) if "w" in left else ""
    noun = next((t.text for t in after[:2] if t.code == "w"), "") if "w" in right[:2] else ""
    flagged = next((t.text for t in [*words, *after] if t.code == "X"), "") if "X" in codes else ""
    if chinese and not flagged and (said := BASIS.match(text, figure.end - start)):
        flagged = said[1]
    if not chinese and code == "p" and (scope := vocabulary.other_population().match(text, figure.end - start)):
        flagged = scope[0].strip()
    if not flagged and "X" in codes:
        flagged = _flag(tokens, codes, at, end, not chinese and claim in (RATE, POINTS))
    if not chinese and claim in (EACH, LEVEL) and not figure.unit and not figure.resolution and codes[at + 1 : at + 3] == "wA" and figure.low is not None and figure.high is not None:
        # 7 groszy per share: money of whatever name is no whole number of things.
        figure = figure._replace(resolution=Fraction(1), low=figure.low - Fraction(1, 2), high=figure.high + Fraction(1, 2))
    if not chinese and code == "q" and compiled("L(?:w?O)$").search(left) and (figure.unit and not compiled("[A-Z]{3}|元").fullmatch(figure.unit) or not figure.unit and compiled("Cq[^qp;.]*ELO$").search(codes[:at])):
        # Beside 439 million that is a loss of 404 million.
        claim, when, direction = DELTA, "", -1
    if not chinese and claim == DELTA and code == "q" and codes[at - 1 : at] == "V" and tokens[at - 1].text in vocabulary.raised() and not later:
        claim, direction = LEVEL, 0
    if not chinese and code == "d" and claim != SPAN and figure.unit == "年":
        code = "q"
    if code == "d" and claim not in (SPAN, BLOCKED) and chinese:
        code = "q"
    each_year = chinese and code == "p" and claim == RATE and left[-2:] == "AV" and tokens[at - 2].text in vocabulary.each_year()
    return Item(figure, code, at, claim, when, year, direction, clause, left, right, subject, noun, each_year or "Y" in left or "Y" in right and compiled("w?V?w?Y").match(right) is not None, flagged,
                "L" in left[-3:] or right[:1] == "L" or (claim == GAP or when in (FROM, TO) and left.endswith("GO")) and any(t.text in vocabulary.deficits() for t in words[-3:]), figure.hedge_kind in ("over", "at_least"))
