"""Figures of an English text."""

from __future__ import annotations

import re
from fractions import Fraction

from .. import numerals
from ..document import Document
from ..lang import en
from ..numerals import Numeral
from ..units import EN_WORDS
from .figure import LATIN_UNIT, Figure, digits_end, kind_of, make, sign_before, unit_key
from .masks import inside, masks

_EN_WORD_STARTS = sorted({*en.DIGITS, *en.TENS, *en.FOLD_WORDS, *en.MULTIPLES, "a", "an", "half", *(p.split()[0] for p in en.INDEFINITE)}, key=len, reverse=True)
_EN_CANDIDATE = re.compile(r"(?i:\b(?:" + "|".join(_EN_WORD_STARTS) + r")\b)|[0-9" + "".join(numerals.GLYPHS) + "]")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_EN_DATE = re.compile(rf"(\d{{1,2}}) ({_MONTH})\.?,? (\d{{4}})\b|(\d{{1,2}}) ({_MONTH})\b|(\d{{4}})-(\d{{2}})-(\d{{2}})(?!\d)")
_EN_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.? (\d{{1,2}})(?:,? (\d{{4}}))?\b(?!\d)(?![.,]\d)(?! ?%)")
_EN_PERCENT = re.compile(r"[ -]?(?:%|per[ -]?cent(?:age)?\b(?! point)|percent\b|pct\b(?! point))(?! point)|[ ]per thousand\b|‰", re.I)
_EN_HEDGES = sorted(en.HEDGES_BEFORE, key=len, reverse=True)
_EN_HEDGES_AFTER = sorted(en.HEDGES_AFTER, key=len, reverse=True)
_EN_NOUN = re.compile(r"[ ]([A-Za-z][a-z]+)(?:[ -]([a-z]+))?\b")
_EN_PER = re.compile(r"(?:/| per | a (?=day|year|month|week|tonne|share|head|barrel)| an (?=hour))([A-Za-z²³]+(?: (?:km|m|mile|ft|metre|meter|kilometre)s?\b)?)")


def read(document: Document) -> list[Figure]:
    text = document.folded
    masked = masks(document)
    starts = [s.start for s in masked]
    dates = {m.start(2): m for m in _EN_MONTH_FIRST.finditer(text)}
    found: list[Figure] = []
    position = 0
    while match := _EN_CANDIDATE.search(text, position):
        start, position = match.start(), match.end()
        if span := inside(masked, starts, start):
            position = span.end
            continue
        if date := dates.get(start):
            figure = _english_date(text, date.start(), date.end(), date[2], date[1], date[3])
        else:
            figure = _english_figure(text, start, match.group().lower())
        if figure:
            found.append(figure)
            position = max(position, figure.end)
        elif text[start].isdigit():
            position = max(position, digits_end(text, start))
    return found


def _english_date(text: str, start: int, end: int, day: str, month: str, year: str | None) -> Figure:
    number = int(year or 0) * 10000 + (_MONTHS.index(month[:3].lower()) + 1) * 100 + int(day)
    return make(text, start, end, Fraction(number), Fraction(0), "", "date", None)


def _english_figure(text: str, start: int, candidate: str) -> Figure | None:
    if candidate in en.MULTIPLES or candidate in en.FOLD_WORDS:
        value = {**en.MULTIPLES, **en.FOLD_WORDS}[candidate]
        ratio = Fraction(*value) if isinstance(value, tuple) else Fraction(value)
        return make(text, start, start + len(candidate), ratio, Fraction(0), "倍", "multiple", _english_hedge(text, start))
    before = text[start - 1 : start]
    if date := _EN_DATE.match(text, start):
        if date[6]:
            return make(text, start, date.end(), Fraction(int(date[6] + date[7] + date[8])), Fraction(0), "", "date", None)
        return _english_date(text, start, date.end(), date[1] or date[4], date[2] or date[5], date[3])
    sign = sign_before(text, start)
    if text[start].isdigit() and not sign:
        fiscal = text[start - 2 : start] == "FY" and not text[start - 3 : start - 2].isalpha()
        if (before.isalpha() or before == "_") and not fiscal or before and before in ".," and text[start - 2 : start - 1].isdigit():
            return None
        if before and before in "-/" and text[start - 2 : start - 1].isalpha() and text[start - 2 : start - 1]:
            return None
    numeral = numerals.read_en(text, start, bool(sign))
    if not numeral:
        return None
    return _english_quantity(text, numeral, sign)


def _english_quantity(text: str, numeral: Numeral, sign: tuple[int, str] | None) -> Figure | None:
    start, end = numeral.start, numeral.end
    hedge = _english_hedge(text, sign[0] if sign else start)
    value, resolution, kind, unit, stop = numeral.value, numeral.resolution, "count", "", end
    rest = text[end : end + 1]
    if year := _english_year(text, numeral, sign, hedge):
        return year
    if numeral.resolution == 0 and numeral.scaled and numeral.spelled:
        kind = "share"
    elif percent := _EN_PERCENT.match(text, end):
        factor = Fraction(1, 1000) if "th" in percent.group().lower() or "‰" in percent.group() else Fraction(1, 100)
        value, resolution, kind, stop = value * factor, resolution * factor, "share", percent.end()
    elif sign:
        kind, unit = "quantity", sign[1]
    elif word := re.compile(r"[ -]?").match(text, end):
        unit_match = LATIN_UNIT.match(text, word.end())
        if unit_match and EN_WORDS.get(unit_key(unit_match.group())) and not (rest.isspace() is False and rest == "-" and unit_match.group().lower() in ("m", "t", "g", "x")):
            unit, stop = EN_WORDS.get(unit_key(unit_match.group()), ""), unit_match.end()
            kind = kind_of(unit)
        elif fold := re.compile(r"[ -]?fold\b").match(text, end):
            unit, stop, kind = "倍", fold.end(), "multiple"
    tail = _english_hedge_after(text, stop)
    if kind == "count" and not unit:
        noun_at = tail[3] if tail and tail[0] != " or" else stop
        if noun := _english_noun(text, noun_at, numeral):
            unit, stop = noun
    if rest.isalpha() and stop == end and not text[end].isspace():
        return None
    if not unit and kind == "count" and numeral.spelled and not numeral.vague and not numeral.scaled and not hedge and numeral.value < 20:
        following = re.compile(r"(?:[ ]to[ ]|-to-| or | and )(\w+)").match(text, end)
        if not following or following[1] not in {*en.DIGITS, *en.TENS}:
            return None
    if numeral.spelled and text[start:end].lower() in ("one", "a"):
        return None
    per = _EN_PER.match(text, stop)
    if per and unit and kind in ("quantity", "count"):
        word = per[1] if per[1] in EN_WORDS or per[1].lower() in EN_WORDS else per[1].split()[0]
        below = EN_WORDS.get(word) or EN_WORDS.get(word.lower()) or {"head": "人", "person": "人", "capita": "人"}.get(word, word)
        unit, kind, stop = f"{unit}/{below}", "quantity", per.start(1) + len(word)
    hedge = hedge or _english_hedge_after(text, stop) or tail
    counted = kind == "count" or kind == "duration"
    exact = counted and not numeral.scaled and resolution >= 1
    if sign:
        start = sign[0]
    if text[start - 1 : start] == "(" and text[stop : stop + 1] == ")" and sign:
        start, stop, value = start - 1, stop + 1, -value
    elif text[start - 1 : start] == "-" and not (text[start - 2 : start - 1].isalnum() or text[start - 2 : start - 1] in "%)" and start > 1):
        start, value = start - 1, -value
    if hedge and hedge[2] < start and text[hedge[3] : start].strip() not in ("", "-"):
        hedge = None
    return make(text, start, stop, value, Fraction(0) if exact else resolution, unit, kind, hedge, numeral.vague, end, numeral.scaled)


def _english_year(text: str, numeral: Numeral, sign, hedge) -> Figure | None:
    start, end = numeral.start, numeral.end
    digits = text[start:end]
    if sign or len(digits) != 4 or not digits.isdigit() or not 1800 <= numeral.value < 2100 or _EN_PERCENT.match(text, end):
        return None
    previous = re.findall(r"[A-Za-z-]+$", text[max(start - 12, 0) : start].rstrip())
    if start >= 2 and text[start - 2 : start] == "FY":
        start -= 2
    elif not (previous and previous[0].lower() in en.BEFORE_YEAR):
        unit = LATIN_UNIT.match(text, end + 1)
        if hedge or unit and text[end : end + 1] in " -" or text[end : end + 1].isalpha() or _english_noun(text, end, numeral):
            return None
    if span := re.compile(r"[/–-]\d{2}(?!\d)").match(text, end):
        end = span.end()
    return make(text, start, end, numeral.value, Fraction(0), "年", "year", None, None, end)


def _english_noun(text: str, position: int, numeral: Numeral) -> tuple[str, int] | None:
    """The plural noun that a count counts, perhaps behind one adjective: 12 new plants."""
    match = _EN_NOUN.match(text, position)
    if not match:
        return None
    for group in (1, 2):
        word = match[group]
        if word and (word.lower() in en.PLURALS or len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word.lower() not in en.NOT_NOUNS):
            return (word.lower(), match.end(group)) if group == 1 else (word.lower(), match.end(group))
        if not word or word.lower() in _EN_STOP:
            return None
    return None


_EN_STOP = frozenset("of in to and or by at on for from with per than the a an were was is are had has have as that which who while when but".split())


def _english_hedge(text: str, start: int) -> tuple[str, str, int, int] | None:
    window = text[max(start - 24, 0) : start].lower()
    trimmed = window.rstrip(" \n-$(")
    gap = len(window) - len(trimmed)
    for word in _EN_HEDGES:
        if trimmed.endswith(word) and not (len(trimmed) > len(word) and trimmed[-len(word) - 1].isalnum() and word[0].isalpha()):
            stop = start - gap
            return text[stop - len(word) : stop], en.HEDGES_BEFORE[word], stop - len(word), stop
    return None


def _english_hedge_after(text: str, end: int) -> tuple[str, str, int, int] | None:
    for word in _EN_HEDGES_AFTER:
        if text.startswith(word, end) and not (word[-1].isalpha() and text[end + len(word) : end + len(word) + 1].isalpha()):
            return word.strip(), en.HEDGES_AFTER[word], end + len(word) - len(word.lstrip()), end + len(word)
    return None
