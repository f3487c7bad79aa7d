"""Figures of an English text."""

from __future__ import annotations

import re

from ..document import Document
from ..lang import en
from ..numerals import GLYPHS, Numeral, read_en
from ..units import EN_WORDS
from .figure import Figure, Hedge, kind_of, latin_unit, make, sign_before
from .masks import addresses, code_end, standard, token_end

_STARTS = {*en.DIGITS, *en.TENS, *en.FOLD_WORDS, *en.MULTIPLES, *en.SOME, "a", "an", "half", *(phrase.split()[0] for phrase in en.INDEFINITE)}
_BY_LETTER = {letter: sorted((word[1:] for word in _STARTS if word[0] == letter), key=len, reverse=True) for letter in sorted({word[0] for word in _STARTS})}
_CANDIDATE = re.compile(
    "[0-9" + "".join(GLYPHS) + r"]|\b(?:" + "|".join(f"[{letter}{letter.upper()}](?:{'|'.join(words)})" for letter, words in _BY_LETTER.items()) + r")(?![A-Za-z])"
)
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DIGITS = frozenset("0123456789")
_MULTIPLES: dict[str, tuple[int, int]] = {word: n if isinstance(n, tuple) else (n, 1) for word, n in {**en.MULTIPLES, **en.FOLD_WORDS}.items()}

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})\b(?:\.?,? ([0-9]{{4}})\b)?", re.I)
_MONTH_BEFORE = re.compile(rf"\b({_MONTH})\.? $", re.I)
_AFTER_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?(?:,? ([0-9]{4}))?\b(?![.,]?[0-9])(?! ?%)")
_ISO_DATE = re.compile(r"([0-9]{4})([-/.])([0-9]{2})\2([0-9]{2})(?![0-9])")
_CLOCK = re.compile(r"[0-9]{1,2}[ ]?[ap]\.?m\b\.?|[0-9]{1,2} o'clock", re.I)
_LIST_MARK = re.compile(r"[0-9]{1,2}[.)](?= )")
_LINE_START = re.compile(r"(?:^|\n|  )[ \t]*$")
_REFERENCE = re.compile(r"\(?[0-9]{1,5}(?:\.[0-9]{1,3}){0,3}[A-Za-z]?\b(?! ?%)(?!,[0-9])")
_AND_ON = re.compile(r" ?(?:and|,|-|–|to|&|or) ?")
_YEAR_SPAN = re.compile(r"[/–-]([0-9]{2})(?![0-9])")
_SHORT_YEAR = re.compile(r"[0-9]{2}(?![0-9A-Za-z%.,]*[0-9%])(?!s\b)")
_CELSIUS = re.compile(r"C(?![A-Za-z0-9])")
_OLD = re.compile(r"[ -]old\b")
_TIME_PREFIX = re.compile(r"\b(?:mid|early|late|end|pre|post)-$", re.I)
# 3-2 is a score, 747-800 a model; 5-6 firms have a noun.
_PAIR = re.compile(r"([0-9]{1,3})-([0-9]{1,3})(?![0-9.,]*[0-9]|[%A-Za-z-])")
_SCALED = re.compile(r" (?:hundred|thousand|million|billion|trillion|times)\b")
_SLASHED = re.compile(r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/])")
_NOT_ONE_WORD = re.compile(r"[ -](?:another|stop|off|sided|time|size|of|or|more|way|day|hand|such|who|that|which|can|could|must|should|may|might|would|is|was)\b", re.I)

_PERCENT = re.compile(r"[ -]?(?:%|per[ -]?cent(?:age)?\b|percent\b|pct\b)(?![ -]points?\b)", re.I)
_PERMILLE = re.compile(r" per (?:thousand|1,?000)\b|‰", re.I)
_FOLD = re.compile(r"[ -]?fold\b")
_WORDS_BEHIND = re.compile(r"(?: |\n(?=[a-z]))([A-Za-z][A-Za-z'-]+)")
_PER = re.compile(r"(?:/| per | a (?=day|year|month|week|tonne|ton|share|head|barrel|litre|gallon|kilo|kilogram|square|person|household)| an (?=hour|acre|ounce))([A-Za-z²³]+(?: (?:km|m|mile|ft|metre|meter|kilometre|foot)s?\b)?)")
_FURTHER = re.compile(r"(?: to |-to-|-| or | and |–)([A-Za-z]+)")
_WORD_CHARS = _LETTERS | set(".'-")

_HEDGES: dict[str, list[str]] = {}
for _phrase in sorted(en.HEDGES_BEFORE, key=len, reverse=True):
    _HEDGES.setdefault(_phrase.split()[-1], []).append(_phrase)
_HEDGES_AFTER = sorted(en.HEDGES_AFTER, key=len, reverse=True)
_FIRST_AFTER = frozenset(phrase[0] for phrase in _HEDGES_AFTER)


def read(document: Document) -> list[Figure]:
    source, text = document.text, document.folded
    skipped = addresses(source)
    found: list[Figure] = []
    position = referred = 0
    while match := _CANDIDATE.search(text, position):
        start, position = match.start(), match.end()
        while skipped and skipped[0].end <= start:
            skipped.pop(0)
        if skipped and skipped[0].start <= start:
            position = skipped[0].end
            continue
        if text[start] in _DIGITS or text[start] in GLYPHS:
            if referred and _AND_ON.fullmatch(text, referred, start) and (reference := _REFERENCE.match(text, start)):
                position = referred = reference.end()
                continue
            last = _last_word(text, start)[0]
            if last in en.REFERENCES and (reference := _REFERENCE.match(text, start)) and not read_en(text, start).scaled:  # type: ignore[union-attr]
                position = referred = reference.end()
                continue
            read_here = _in_digits(source, text, start, last)
        else:
            read_here = _in_words(source, text, start, match.group().lower())
        if isinstance(read_here, int):
            position = max(position, read_here)
        else:
            found.append(read_here)
            position = max(position, read_here.end)
    return found


def _last_word(text: str, start: int) -> tuple[str, int]:
    """The word before `start`, or a sign such as ~, and where it ends."""
    end = start
    while end and text[end - 1] in " \n(-$£€":
        end -= 1
    begin = end
    while begin and text[begin - 1] in _WORD_CHARS and end - begin < 24:
        begin -= 1
    if begin == end and end and text[end - 1] in "~<>≈":
        begin -= 1
    return text[begin:end].lower().lstrip(".'-"), end


def _digits_end(text: str, start: int) -> int:
    while text[start : start + 1] in _DIGITS:
        start += 1
    return start


def _in_digits(source: str, text: str, start: int, last: str) -> Figure | int:
    """The figure whose digits begin at `start`, or where to go on."""
    before = text[start - 1] if start else ""
    first = start
    sign = sign_before(text, start)
    if not sign and before and before not in " \n(":
        if before in _LETTERS or before == "_" or before == "#":
            if text[start - 2 : start] == "FY" and not text[start - 3 : start - 2].isalpha():
                return _fiscal_year(source, text, start) or token_end(text, start)
            return token_end(text, start)
        if before in "'’" and (short := _SHORT_YEAR.match(text, start)):
            year = int(short.group())
            return make(source, start - 1, short.end(), year + (2000 if year < 50 else 1900), 1, 0, "年", "year")
        if before in ".," and text[start - 2 : start - 1] in _DIGITS and start > 1:
            return _digits_end(text, start)
        if before in "-/" and start > 1 and text[start - 2] in _LETTERS and not (before == "-" and _TIME_PREFIX.search(text, max(start - 7, 0), start)):
            return token_end(text, start)
        if before == "." and not text[start - 2 : start - 1].isalnum():
            first = start - 1
    if dated := _dated(source, text, start, last):
        return dated
    end = _digits_end(text, start)
    after = text[end : end + 1]
    if after in ".)" and after and (mark := _LIST_MARK.match(text, start)) and _LINE_START.search(text, max(start - 12, 0), start):
        return mark.end()
    if after in " ap" and after and (clock := _CLOCK.match(text, start)):
        return clock.end()
    if after == "/" and not sign and (slashed := _slashed(source, text, start)):
        return slashed
    numeral = read_en(text, start, bool(sign))
    if numeral is None:
        return end
    if before == " " and not numeral.scaled and text[start - 2 : start - 1] in _LETTERS and standard(text, start, text[start:end]) and not _noun(text, end):
        return token_end(text, start)
    if first < start:
        numeral = numeral._replace(start=first, over=numeral.over, under=numeral.under * 10 ** (end - start))
    if after == "-" and not sign and (pair := _PAIR.match(text, start)) and not _is_span(text, pair):
        return pair.end()
    if (after in ".-:/" and after or before == "+" and after in " (-") and (code := code_end(text, start, end)):
        return code
    if year := _year(source, text, numeral, sign is not None, last):
        return year
    return _quantity(source, text, numeral, sign) or max(end, numeral.end if not numeral.scaled else end)


def _is_span(text: str, pair: re.Match[str]) -> bool:
    """Whether 5-6 is a range of something."""
    end = pair.end()
    following = text[end : end + 1]
    return int(pair[1]) < int(pair[2]) and bool(_PERCENT.match(text, end) or _unit(text, end, following) or _noun(text, end) or _SCALED.match(text, end))


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
        hedge = _hedge_before(text, start)
        return make(source, start, match.end(), over, under, 0, "", "share", hedge, None, match.end(), True)
    return match.end()


def _in_words(source: str, text: str, start: int, word: str) -> Figure | int:
    """The figure whose number words begin at `start`, or where to go on."""
    end = start + len(word)
    if word in _MULTIPLES:
        over, under = _MULTIPLES[word]
        return make(source, start, end, over, under, 0, "倍", "multiple", _hedge_before(text, start))
    if text[start - 1 : start] == "-" and start > 1 and text[start - 2] in _LETTERS:
        return end
    numeral = read_en(text, start)
    if numeral is None or word == "one" and numeral.end == end and _NOT_ONE_WORD.match(text, end):
        return end
    return _quantity(source, text, numeral, sign_before(text, start)) or end


def _quantity(source: str, text: str, numeral: Numeral, sign: tuple[int, str] | None) -> Figure | None:
    start, end, over, under, step = numeral[:5]
    unit, kind, stop = "", "count", end
    after = text[end : end + 1]
    if numeral.ratio or step == 0 and under > over > 0 and numeral.scaled:
        kind = "share"
    elif (after in "% -p‰" and after) and (percent := _PERCENT.match(text, end) or _PERMILLE.match(text, end)):
        under, kind, stop = under * (1000 if percent.re is _PERMILLE else 100), "share", percent.end()
    elif sign:
        kind, unit = "quantity", sign[1]
    elif found := _unit(text, end, after):
        unit, kind, stop = found
    elif fold := _FOLD.match(text, end):
        unit, kind, stop = "倍", "multiple", fold.end()
    tail = _hedge_after(text, stop)
    hedge = _hedge_before(text, sign[0] if sign else start)
    if kind == "count" and not unit:
        if noun := _noun(text, tail[3] if tail and tail[0] != " or" else stop):
            unit, stop = noun
            kind = kind_of(unit)
    if stop == end and (after in _LETTERS and after or after == "-" and _glued(text, end)):
        return None
    word = text[start:end].lower()
    if numeral.spelled and word in ("one", "a") and kind not in ("share", "points", "multiple"):
        return None
    if not unit and kind == "count" and numeral.spelled and not numeral.vague and not numeral.scaled and not hedge and over < 20 * under and not _alone(text, start, end):
        further = _FURTHER.match(text, end)
        if not further or further[1].lower() not in en.DIGITS and further[1].lower() not in en.TENS:
            return None
    if unit and kind in ("quantity", "count") and (per := _PER.match(text, stop)):
        below = _below(per[1])
        unit, kind, stop = f"{unit}/{below[0]}", "quantity", per.start(1) + below[1]
    if numeral.hedge and not hedge:
        hedge = (source[numeral.hedge[0] : numeral.hedge[1]], numeral.hedge[2], numeral.hedge[0], numeral.hedge[1])
    hedge = hedge or _hedge_after(text, stop) or tail
    exact = kind in ("count", "duration") and not numeral.scaled and step >= under
    vague = numeral.vague
    if sign and text[start - 1 : start] == "(" and text[stop : stop + 1] == ")":
        start, stop, over = sign[0], stop + 1, -over
    elif sign:
        start = sign[0]
    if text[start - 1 : start] == "(" and text[stop : stop + 1] == ")" and sign:
        start, stop, over = start - 1, stop + 1, -over
    elif (minus := _minus(text, start)) is not None:
        start, over = minus, -over
        vague = vague and (-vague[1], -vague[0])
    if hedge and hedge[2] < start and text[hedge[3] : start].strip() not in ("", "-"):
        hedge = None
    return make(source, start, stop, over, under, 0 if exact else step, unit, kind, hedge, vague, end, numeral.scaled)


def _unit(text: str, end: int, after: str) -> tuple[str, str, int] | None:
    """Symbol, kind and end of the unit behind a number."""
    start = end + 1 if after in (" ", "-", "\n") else end
    found = latin_unit(text, start)
    if not found and _CELSIUS.match(text, end) and "." in text[max(end - 3, 0) : end]:
        return "摄氏度", "quantity", end + 1
    if not found:
        return None
    symbol, stop = found
    letters = text[start:stop]
    if symbol == "年" and (old := _OLD.match(text, stop)):
        return ("岁", kind_of("岁"), old.end()) if after == " " else None
    if after == "-" and letters in ("m", "t", "g", "x") or letters == "x" and (start > end or text[stop : stop + 1].strip().isalnum()):
        return None
    return symbol, kind_of(symbol), stop


def _glued(text: str, end: int) -> bool:
    """Whether a hyphen ties the number to a word: 12-strong, 3-in-1; 5-6% and 20-odd are not tied."""
    following = text[end + 1 : end + 2]
    return following in _LETTERS and following != "" and not text.startswith(("-odd", "-plus", "-to-"), end)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether the numeral is all there is."""
    return not text[:start].strip() and not text[end:].strip(" \n.")


def _below(words: str) -> tuple[str, int]:
    """The unit below a per: hectare, sq km; its symbol, and how many characters it takes."""
    found = latin_unit(words, 0) or latin_unit(words.lower(), 0)
    if found:
        return found
    word = words.split()[0]
    return {"head": "人", "person": "人", "capita": "人"}.get(word, word), len(word)


def _year(source: str, text: str, numeral: Numeral, sign: bool, last: str) -> Figure | None:
    """2019, 2018/19, 2013-14; a number of four digits is a count where a noun follows and nothing speaks for a year."""
    start, end = numeral.start, numeral.end
    digits = text[start:end]
    if sign or len(digits) != 4 or not digits.isdigit() or not 1800 <= numeral.over < 2100:
        return None
    if (after := text[end : end + 1]) in "% -p" and after and _PERCENT.match(text, end):
        return None
    hedge = last in en.HEDGES_BEFORE
    if after and after.isalpha() or last not in en.BEFORE_YEAR and (hedge and last not in ("around", "about") or latin_unit(text, end + 1) and after in " -" and after):
        return None
    if last not in en.BEFORE_YEAR and not _is_sentence_start(text, start) and not _groups_thousands(text):
        noun = _noun(text, end)
        if noun and noun[0] not in en.YEAR_NOUNS and text[end:noun[1]].count(" ") < 3:
            return None
    if span := _YEAR_SPAN.match(text, end):
        end = span.end()
    return make(source, start, end, numeral.over, 1, 0, "年", "year", None, None, end)


def _is_sentence_start(text: str, start: int) -> bool:
    return not text[:start].strip() or text[:start].rstrip(" ")[-1:] in ("\n", ".", "(", "|", ":", ";")


def _groups_thousands(text: str) -> bool:
    """Whether the text writes 1,784 for a count, so that 2015 is a year."""
    return bool(_FOUR_GROUPED.search(text[:20000]))


_FOUR_GROUPED = re.compile(r"\b[1-9],[0-9]{3}\b(?!,)")


def _noun(text: str, position: int) -> tuple[str, int] | None:
    """The plural noun that a count counts, perhaps behind adjectives: 12 new plants, 426 items."""
    for _ in range(4):
        match = _WORDS_BEHIND.match(text, position)
        if not match or (word := match[1].lower()) in en.NOT_BEFORE_NOUN:
            return None
        if word in en.PLURALS or len(word) > 3 and word[-1] == "s" and not word.endswith(("ss", "us", "is", "'s")) and word not in en.NOT_NOUNS:
            return EN_WORDS.get(word, word), match.end()
        position = match.end()
    return None


def _hedge_before(text: str, start: int) -> Hedge | None:
    last, stop = _last_word(text, start)
    for phrase in _HEDGES.get(last, ()):
        begin = stop - len(phrase)
        if begin >= 0 and text[begin:stop].lower() == phrase and not text[begin - 1 : begin].isalnum():
            return text[begin:stop], en.HEDGES_BEFORE[phrase], begin, stop
    return None


def _hedge_after(text: str, end: int) -> Hedge | None:
    if text[end : end + 1] not in _FIRST_AFTER:
        return None
    for phrase in _HEDGES_AFTER:
        if text.startswith(phrase, end) and not (phrase[-1].isalpha() and text[end + len(phrase) : end + len(phrase) + 1].isalpha()):
            return phrase.strip(), en.HEDGES_AFTER[phrase], end + len(phrase) - len(phrase.lstrip()), end + len(phrase)
    return None


def _minus(text: str, start: int) -> int | None:
    """Where a minus sign or word before `start` begins."""
    if text[start - 1 : start] == "-" and start:
        left = text[start - 2 : start - 1] if start > 1 else ""
        return None if left.isalnum() or left in ("%", ")") else start - 1
    if text.startswith("minus ", start - 6) and start >= 6:
        return start - 6
    return None
