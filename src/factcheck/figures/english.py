"""Figures of an English text."""

from __future__ import annotations

import re

from ..document import Document
from ..lang import en
from ..numerals import Numeral
from ..numerals.english import GLYPHS, read_en
from .alone import LONGEST, alone
from .english_quantity import PERCENT, counted_noun, hedge_before, last_word, quantity, unit_behind
from .figure import DIGITS, LETTERS, Figure, elapsed, latin_unit, make, sign_before
from .masks import addresses, code_end, standard, token_end

_STARTS = {*en.MULTIPLES_OF, *en.DIGITS, *en.TENS, *en.FOLD_WORDS, *en.MULTIPLES, *en.SOME, "a", "an", "half", *(phrase.split()[0] for phrase in en.INDEFINITE)}
_BY_LETTER = {letter: sorted((word[1:] for word in _STARTS if word[0] == letter), key=len, reverse=True) for letter in sorted({word[0] for word in _STARTS})}
_CANDIDATE = re.compile(
    "[0-9" + "".join(GLYPHS) + r"]|\b(?:" + "|".join(f"[{letter}{letter.upper()}](?:{'|'.join(words)})" for letter, words in _BY_LETTER.items()) + r")(?![A-Za-z])"
)
_BARE = re.compile(r"[-\s0-9.,/^eEkM%]+")
_MULTIPLES: dict[str, tuple[int, int]] = {word: n if isinstance(n, tuple) else (n, 1) for word, n in {**en.MULTIPLES, **en.FOLD_WORDS}.items()}

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})\b(?:\.?,? ([0-9]{{4}})\b)?", re.I)
_MONTH_BEFORE = re.compile(rf"\b({_MONTH})\.? \Z", re.I)
_AFTER_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?(?:,? ([0-9]{4}))?\b(?![.,]?[0-9])(?! ?%)")
_ISO_DATE = re.compile(r"([0-9]{4})([-/.])([0-9]{2})\2([0-9]{2})(?![0-9])")
_CLOCK = re.compile(r"[0-9]{1,2}[ ]?[ap]\.?m\b\.?|[0-9]{1,2} o'clock", re.I)
# While a third, at 1.2, and a fourth, at 0.8: others beside two.
_A_FURTHER_ONE = re.compile(r"a (?:third|fourth|fifth|sixth)(?=, (?:at|with|in|on|by|from|which|who)\b)")
_BEFORE_A_FURTHER_ONE = re.compile(r"\b(?:and|while|but|then|whereas) $")
_LIST_MARK = re.compile(r"[0-9]{1,2}[.)](?= )")
_LINE_START = re.compile(r"(?:^|\n|  )[ \t]*\(?$")
_REFERENCE = re.compile(r"\(?[0-9]{1,5}(?:\.[0-9]{1,3}){0,3}[A-Za-z]?\b(?! ?%)(?!,[0-9])")
_AND_ON = re.compile(r" ?(?:and|,|-|–|to|&|or) ?")
_YEAR_SPAN = re.compile(r"[/–-]([0-9]{2})(?![0-9])")
_SHORT_YEAR = re.compile(r"[0-9]{2}(?![0-9A-Za-z%.,]*[0-9%])(?!s\b)")
_TIME_PREFIX = re.compile(r"\b(?:mid|early|late|end|pre|post)-$", re.I)
# 3-2 is a score, 747-800 a model; 5-6 firms have a noun.
_PAIR = re.compile(r"([0-9]{1,3})-([0-9]{1,3})(?![0-9.,]*[0-9]|[%A-Za-z-])")
_SCALED = re.compile(r" (?:hundred|thousand|million|billion|trillion|times)\b")
# 24th place, ranked 5th, to 16th; the 21st century ranks nothing.
_RANK = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)(?:( place| position| spot| rank)|(?![ -]?[A-Za-z0-9]))")
_ANNIVERSARY = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th) (?:anniversary|birthday)\b")
_SLASHED = re.compile(r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/])")
_PART_OF_POINT = re.compile(rf"(?:an? )?({'|'.join(en.PARTS_OF_POINT)})(?:-(?:percentage[ -])?point\b| (?:of )?an? (percentage )?point\b| (percentage )?point (?=cut|rise|increase|hike|drop|reduction))", re.I)
_FROM_LEVEL = re.compile(r" [A-Za-z][a-z' ]{1,30},? from \S?[0-9]")
_OF_LEVEL = re.compile(r" (?:the|that of|what|last year's|its|their|those of)\b")
# The fire of 1666, but a gain of 1350 and the total of 1350.
_EVENT_OF = re.compile(r"\b(?:the|an?) (?:\w+ ){0,2}(?!(?:total|sum|improvement|reduction|surplus|deficit|lead|margin|majority|turnover|fleet|crowd|staff|workforce|jump|climb|decline|growth|excess|shortfall|record|peak|maximum|minimum|mean|median|limit|cost|price|dose|score|batch|group|class|order|number|population|figure|loss|gain|rise|fall|drop|increase|decrease|profit|capacity|membership|average|roll|rate|height|depth|length)s? )\w+ of $", re.I)
_TO_YEAR = re.compile(r" (?:to|until|and) 1[0-9]{3}\b(?![,.]?[0-9])")
_SCORES = re.compile(r" of [0-9]")
_NOT_ONE_WORD = re.compile(r"[ -](?:another|stop|off|sided|time|size|of|or|more|way|day|hand|such|who|that|which|can|could|must|should|may|might|would|is|was)\b", re.I)


def read(document: Document) -> list[Figure]:
    source, text = document.text, document.folded
    if len(text) < LONGEST and _BARE.fullmatch(text) and (whole := alone(source, text)):
        return [whole]
    skipped = addresses(source)
    found: list[Figure] = []
    position = referred = passed = 0
    while match := _CANDIDATE.search(text, position):
        start, position = match.start(), match.end()
        while passed < len(skipped) and skipped[passed].end <= start:
            passed += 1
        if passed < len(skipped) and skipped[passed].start <= start:
            position = skipped[passed].end
            continue
        if text[start] in DIGITS or text[start] in GLYPHS:
            if referred and _AND_ON.fullmatch(text, referred, start) and (reference := _next_reference(text, start)):
                position = referred = reference
                continue
            last = last_word(text, start)[0]
            if last in en.REFERENCES and (reference := _REFERENCE.match(text, start)) and not _is_measured(text, start):
                position = referred = reference.end()
                continue
            read_here = _in_digits(source, text, start, last)
        else:
            read_here = _in_words(source, text, start, match.group().lower())
        if isinstance(read_here, int):
            position = max(position, read_here)
        elif not found or found[-1].end <= read_here.start:
            found.append(read_here)
            position = max(position, read_here.end)
    return found


def _is_measured(text: str, start: int) -> bool:
    """Whether the number has a scale or unit, so that it is a quantity even behind level or line."""
    numeral = read_en(text, start)
    return numeral is None or numeral.scaled or bool(unit_behind(text, numeral.end, text[numeral.end : numeral.end + 1]))


def _next_reference(text: str, start: int) -> int:
    """Where the 4 of Tables 3 and 4 ends; 0 if it counts something, as in Table 3, 450 firms."""
    match = _REFERENCE.match(text, start)
    if not match or match.end() - start > 3 or text[match.end() - 1] not in DIGITS or "." in match.group():
        return 0
    end = match.end()
    return 0 if counted_noun(text, end) or unit_behind(text, end, text[end : end + 1]) or _SCALED.match(text, end) else end


def _digits_end(text: str, start: int) -> int:
    while text[start : start + 1] in DIGITS:
        start += 1
    return start


def _in_digits(source: str, text: str, start: int, last: str) -> Figure | int:
    """The figure whose digits begin at `start`, or where to go on."""
    before = text[start - 1] if start else ""
    first = start
    sign = sign_before(text, start)
    if not sign and before and before not in " \n(":
        if before in LETTERS or before == "_" or before == "#":
            if text[start - 2 : start] == "FY" and not text[start - 3 : start - 2].isalpha():
                return _fiscal_year(source, text, start) or token_end(text, start)
            return token_end(text, start)
        if before in "'’" and (short := _SHORT_YEAR.match(text, start)):
            year = int(short.group())
            return make(source, start - 1, short.end(), year + (2000 if year < 50 else 1900), 1, 0, "年", "year")
        if before in ".," and start > 1 and text[start - 2] in DIGITS and (before == "." or _digits_end(text, start) - start > 2):
            return _digits_end(text, start)
        if before in "-/" and start > 1 and text[start - 2] in LETTERS and not (before == "-" and _TIME_PREFIX.search(text, max(start - 7, 0), start)):
            return token_end(text, start)
        if before == "." and not text[start - 2 : start - 1].isalnum() and text[start - 2 : start - 1] != ".":
            first = start - 1
    if dated := _dated(source, text, start, last):
        return dated
    if (rank := _RANK.match(text, start)) and (rank[2] or last in en.RANKS):
        return make(source, start, rank.end(1) + 2, int(rank[1]), 1, 0, "", "ordinal")
    if anniversary := _ANNIVERSARY.match(text, start):
        return make(source, start, anniversary.end(), int(anniversary[1]), 1, 0, "年", "duration")
    end = _digits_end(text, start)
    after = text[end : end + 1]
    if after == ":" and (time := elapsed(source, text, start)):
        return time
    if after in ".)" and after and (mark := _LIST_MARK.match(text, start)) and _LINE_START.search(text, max(start - 12, 0), start):
        return mark.end()
    if after in " ap" and after and (clock := _CLOCK.match(text, start)):
        return clock.end()
    if after == "/" and not sign and (slashed := _slashed(source, text, start)):
        return slashed
    numeral = read_en(text, start, bool(sign))
    if numeral is None:
        return end
    if before == " " and not numeral.scaled and text[start - 2 : start - 1] in LETTERS and standard(text, start):
        return token_end(text, start)
    if first < start:
        numeral = numeral._replace(start=first, over=numeral.over, under=numeral.under * 10 ** (end - start))
    if after == "-" and not sign and (pair := _PAIR.match(text, start)) and not _is_span(text, pair):
        return pair.end()
    if (after in ".-:/" and after or before == "+" and after in " (-") and (code := code_end(text, start, end)):
        return code
    if year := _year(source, text, numeral, sign is not None, last):
        return year
    return quantity(source, text, numeral, sign) or max(end, numeral.end if not numeral.scaled else end)


def _is_span(text: str, pair: re.Match[str]) -> bool:
    """Whether 5-6 is a range of something."""
    end = pair.end()
    following = text[end : end + 1]
    return int(pair[1]) < int(pair[2]) and bool(PERCENT.match(text, end) or unit_behind(text, end, following) or counted_noun(text, end) or _SCALED.match(text, end))


def _fiscal_year(source: str, text: str, start: int) -> Figure | None:
    """FY2019, FY19, FY2018/19."""
    end = _digits_end(text, start)
    digits = text[start:end]
    if len(digits) not in (2, 4):
        return None
    value = int(digits) + (2000 if len(digits) == 2 else 0)
    if span := _YEAR_SPAN.match(text, end):
        end = span.end()
    return make(source, start - 2, end, value, 1, 0, "年", "year")


def _dated(source: str, text: str, start: int, last: str) -> Figure | None:
    """15 March 2019, March 15, 2019-03-15."""
    if match := _DAY_FIRST.match(text, start):
        return _date(source, start, match.end(), int(match[1]), match[2], match[3])
    if last[:3] in _MONTHS and (month := _MONTH_BEFORE.search(text, max(start - 12, 0), start)) and (match := _AFTER_MONTH.match(text, start)):
        if int(match[1]) <= 31:
            return _date(source, month.start(), match.end(), int(match[1]), month[1], match[2])
    if (match := _ISO_DATE.match(text, start)) and 1 <= int(match[3]) <= 12 and 1 <= int(match[4]) <= 31:
        return make(source, start, match.end(), int(match[1] + match[3] + match[4]), 1, 0, "", "date")
    return None


def _date(source: str, start: int, end: int, day: int, month: str, year: str | None) -> Figure | None:
    if not 1 <= day <= 31:
        return None
    return make(source, start, end, int(year or 0) * 10000 + (_MONTHS.index(month[:3].lower()) + 1) * 100 + day, 1, 0, "", "date")


def _slashed(source: str, text: str, start: int) -> Figure | int | None:
    """2/3 of: a fraction. 3/15 and 24/7 are none, and no two figures either; 2018/19 is a year."""
    match = _SLASHED.match(text, start)
    if not match or len(match[1]) > 2:
        return None
    over, under = int(match[1]), int(match[2])
    if 0 < over < under and text.startswith((" of ", " full", " the "), match.end()):
        hedge = hedge_before(text, start)
        return make(source, start, match.end(), over, under, 0, "", "share", hedge, None, match.end(), True)
    return match.end()


def _in_words(source: str, text: str, start: int, word: str) -> Figure | int:
    """The figure whose number words begin at `start`, or where to go on."""
    end = start + len(word)
    if word == "scores" and _SCORES.match(text, end):
        return end
    if word in _MULTIPLES:
        over, under = _MULTIPLES[word]
        return make(source, start, end, over, under, 0, "倍", "multiple", hedge_before(text, start))
    if text[start - 1 : start] == "-" and start > 1 and text[start - 2] in LETTERS:
        return end
    if word == "a" and (rank := _A_FURTHER_ONE.match(text, start)) and _BEFORE_A_FURTHER_ONE.search(text, max(start - 8, 0), start):
        return rank.end()
    if word in en.MULTIPLES_OF:
        if _OF_LEVEL.match(text, end) and last_word(text, start)[0] not in en.BEFORE_VERB or _FROM_LEVEL.match(text, end):
            return make(source, start, end, en.MULTIPLES_OF[word], 1, 0, "倍", "multiple", hedge_before(text, start))
        return end
    if word == "half" and text[max(start - 7, 0) : start] == "cut in ":
        return make(source, start, end, 1, 2, 0, "倍", "multiple")
    if part := _PART_OF_POINT.match(text, start):
        return make(source, start, part.end(), *en.PARTS_OF_POINT[part[1].lower()], 0, "pp", "points", hedge_before(text, start), None, part.end(), True)
    numeral = read_en(text, start)
    if numeral is None or word == "one" and numeral.end == end and _NOT_ONE_WORD.match(text, end):
        return end
    return quantity(source, text, numeral, sign_before(text, start)) or end


def _year(source: str, text: str, numeral: Numeral, sign: bool, last: str) -> Figure | None:
    """2019, 2018/19, 2013-14; a number of four digits is a count where a noun follows and nothing speaks for a year."""
    start, end = numeral.start, numeral.end
    digits = text[start:end]
    dated = last == "of" and not counted_noun(text, end) and _EVENT_OF.search(text[max(start - 40, 0) : start])
    long_ago = 1000 <= numeral.over < 1800 and (last in ("in", "since", "until") or dated or _TO_YEAR.match(text, end)) if len(digits) == 4 else False
    if sign or len(digits) != 4 or not digits.isdigit() or not (1800 <= numeral.over < 2100 or long_ago):
        return None
    if (after := text[end : end + 1]) in "% -p" and after and PERCENT.match(text, end):
        return None
    if after and after.isalpha():
        return None
    noun = counted_noun(text, end) if last not in en.BEFORE_YEAR else None
    if last not in en.BEFORE_YEAR and not (noun and noun[0] in en.YEAR_NOUNS):
        hedged = last in en.HEDGES_BEFORE and last not in ("around", "about")
        counted = noun and text[end : noun[1]].count(" ") < 3 and not _is_sentence_start(text, start) and not _groups_thousands(text, start)
        if hedged or counted or after and after in " -" and latin_unit(text, end + 1):
            return None
    if span := _YEAR_SPAN.match(text, end):
        end = span.end()
    return make(source, start, end, numeral.over, 1, 0, "年", "year", None, None, end)


def _is_sentence_start(text: str, start: int) -> bool:
    return text[max(start - 8, 0) : start].rstrip(" ")[-1:] in ("", "\n", ".", "(", "|", ":", ";")


def _groups_thousands(text: str, start: int) -> bool:
    """Whether the text around writes 1,784 for a count, so that 2015 is a year."""
    return bool(_FOUR_GROUPED.search(text, max(start - _AROUND, 0), start + _AROUND))


_AROUND = 2000
_FOUR_GROUPED = re.compile(r"\b[1-9],[0-9]{3}\b(?!,)")
