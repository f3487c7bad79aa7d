"""Numerals of an English text: 1.2 million, $3.4tn, one hundred and twenty-three, half a million, two thirds, 2 1/2, one in five."""

from __future__ import annotations

import re

from ..lang import en
from .numeral import Numeral, read_digits

GLYPHS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}
LONGEST = 14
_WORD = re.compile(r"[A-Za-z]+")
_SCALES = {**en.SMALL_SCALES, **en.BIG_SCALES}
_SCALE_WORD = re.compile(r"(?:[ -]|\n)(" + "|".join([*en.BIG_SCALES, "hundred", "dozens?"]) + r")\b", re.I)
_SCALE_SHORT = re.compile(r" ?(" + "|".join(sorted(en.SCALE_SHORT, key=len, reverse=True)) + r")(?![A-Za-z0-9²³])")
# 9.99m trips are millions, 100m long is a length.
_COUNTED_BEHIND = re.compile(r" (?:of (?:them|these|those|which|whom|the)\b|(?!" + "|".join(en.LENGTH_WORDS) + r")(?:[a-z]+ )?(?:[a-z]+s|" + "|".join(en.PLURALS) + r")\b)")
_MIXED = re.compile(r"[ -]([0-9]{1,2})/([0-9]{1,2})(?![0-9/])")
_RATIO = re.compile(r" (?:(?:in|out of)(?: every| each)?|of (?:every|each)) (?:a )?([a-z]+|[0-9]{1,3}(?:,[0-9]{3})*)\b(?![.,]?[0-9]|[ -](?:percent|per cent|%|million|billion))")
# One voter in five; one month in ten years is no share.
_ONE_OF_SO_MANY = re.compile(r" [a-z]+(?: in| out of)(?: every)? ([a-z]+)\b(?![ -](?:[a-z]+ )?(?:[a-z]+s|" + "|".join([*en.PLURALS, "percent", *en.BIG_SCALES, "hundred", "point"]) + r")\b)")
_SPACED_BEHIND = re.compile(r" ?[A-Za-z%]|[.,;:)]")
_ONE_OF_TWO = re.compile(r"(?i:\b(?:first|1st|second|2nd|latter|other|top|bottom|last)[ -]|H)\Z")
_FRACTION_BEFORE = re.compile(r"(?i:\b(?:by|than|over|about|nearly|almost|roughly|under|around|only|just|up|down|to|at|some|approximately|least|most|is|was|are|were|fully|and|or|representing)|\b(?:rise|increase|growth|gain|jump|surge|improvement|drop|fall|decline|decrease|reduction|cut|loss|slump|saving|share|proportion|margin) of)[ \n]$")

# A quarter that ends what is said; of a second, a third no share is meant.
_LAST_FRACTION = re.compile(r"(?<!second)(?<!another)[,:(–—] ?$")


def read_en(text: str, start: int, currency: bool = False) -> Numeral | None:
    """The English numeral at `start`; `currency` where a currency sign stands before it, so that m is a million."""
    first = text[start]
    if first in GLYPHS:
        return Numeral(start, start + 1, *GLYPHS[first], 0, True)
    return _in_digits(text, start, currency) if "0" <= first <= "9" else _in_words(text, start)


def _in_digits(text: str, start: int, currency: bool) -> Numeral | None:
    number = read_digits(text, start, _is_spaced)
    if not number:
        return None
    end = number.end
    following = text[end : end + 1]
    if number.under == 1 and following in GLYPHS and following:
        over, under = GLYPHS[following]
        number = number._replace(end=end + 1, over=number.over * under + over, under=under, step=0)
    elif number.under == 1 and following in (" ", "-") and (mixed := _MIXED.match(text, end)) and 0 < int(mixed[1]) < int(mixed[2]):
        number = number._replace(end=mixed.end(), over=number.over * int(mixed[2]) + int(mixed[1]), under=int(mixed[2]), step=0)
    end = number.end
    scale = 1
    if word := _SCALE_WORD.match(text, end):
        scale, end = _SCALES[word[1].lower().rstrip("s")], word.end()
        while word := _SCALE_WORD.match(text, end):
            scale, end = scale * _SCALES[word[1].lower().rstrip("s")], word.end()
    elif (short := _SCALE_SHORT.match(text, end)) and _is_scale(text, short, currency):
        scale, end = en.SCALE_SHORT[short[1]], short.end()
    elif ratio := _ratio(text, number, end):
        return ratio
    return number if scale == 1 else number._replace(end=end, over=number.over * scale, step=number.step * scale, scaled=True)


def _is_spaced(text: str, start: int, end: int) -> bool:
    """Whether 213 200 is one number and no two cells of a row: words go on behind it."""
    before = text[max(start - 2, 0) : start]
    return before[-1:] in ("", " ", "(", "\n", "$", "£", "€", "¥", "~") and not before.strip().isdigit() and bool(_SPACED_BEHIND.match(text, end))


def _is_scale(text: str, short: re.Match[str], currency: bool) -> bool:
    letters = short[1]
    if currency or letters not in en.SCALE_NEEDS_CURRENCY:
        return True
    attached = short.start() == short.start(1)
    return attached and (letters == "K" or letters in "mMbB" and bool(_COUNTED_BEHIND.match(text, short.end())))


def _ratio(text: str, above: Numeral, end: int) -> Numeral | None:
    """1 in 4, three out of ten."""
    match = _RATIO.match(text, end) if text.startswith((" in ", " out ", " of e"), end) else _ONE_OF_SO_MANY.match(text, end) if above.spelled and above.over == 1 else None
    if not match or above.under != 1 or above.scaled:
        return None
    word = match[1]
    # 45 out of 1,250 are a part and its whole; 3 out of 10 is a share.
    if word[0].isdigit() and not above.spelled and match.group().startswith(" out of ") and int(word.replace(",", "")) > 20 and word.strip("0,") != "1":
        return None
    below = int(word.replace(",", "")) if word[0].isdigit() else en.DIGITS.get(word) or en.TENS.get(word) or {"hundred": 100, "thousand": 1000, "million": 10**6}.get(word, 0)
    if not 0 < above.over < below or 1000 <= below < 3000 and "," not in word and word[0].isdigit():
        return None
    return above._replace(end=match.end(), under=below, step=0, scaled=True, spelled=True, ratio=True)


Word = tuple[str, int, int]


def _in_words(text: str, start: int) -> Numeral | None:
    words: list[Word] = []
    position = start
    while len(words) < LONGEST and (match := _WORD.match(text, position)):
        words.append((match.group().lower(), match.start(), match.end()))
        position = match.end()
        if text[position : position + 1] not in (" ", "-", "\n"):
            break
        position += 1
    return words and (_indefinite(words) or _half(text, words) or _article(text, words) or _cardinal_or_fraction(text, words)) or None


def _word(words: list[Word], index: int) -> str:
    return words[index][0] if index < len(words) else ""


def _indefinite(words: list[Word]) -> Numeral | None:
    """Dozens, tens of thousands, several hundred."""
    if words[0][0] in en.SOME and _word(words, 1) in _SCALES:
        scale = _SCALES[words[1][0]]
        return _vague(words, 1, 2 * scale, 10 * scale - 1)
    for length in (3, 1):
        phrase = " ".join(word for word, _, _ in words[:length])
        if len(words) >= length and phrase in en.INDEFINITE:
            return _vague(words, length - 1, *en.INDEFINITE[phrase])
    return None


def _vague(words: list[Word], last: int, low: int, high: int) -> Numeral:
    start, end = words[0][1], words[last][2]
    return Numeral(start, end, low + high, 2, 2, False, True, (2 * low, 2 * high), (start, end, "about"))


def _half(text: str, words: list[Word]) -> Numeral | None:
    """Half a million, half of, by half."""
    if words[0][0] != "half":
        return None
    start, second = words[0][1], _word(words, 1)
    if _ONE_OF_TWO.search(text, max(start - 8, 0), start):
        return None
    if second in ("a", "the") and _word(words, 2) in _SCALES:
        scale, last = _SCALES[words[2][0]], 2
        while _word(words, last + 1) in en.BIG_SCALES:
            scale, last = scale * en.BIG_SCALES[words[last + 1][0]], last + 1
        return Numeral(start, words[last][2], scale * 5, 10, scale, scale > 12, True)
    if second in en.HALF_OF and text[words[0][2]] == " " or _FRACTION_BEFORE.search(text[max(start - 16, 0) : start]) and text[words[0][2] : words[0][2] + 1] != "-":
        return Numeral(start, words[0][2], 1, 2, 0, True, True, None, None, True)
    return None


def _article(text: str, words: list[Word]) -> Numeral | None:
    """A hundred and twenty, a quarter of, by a third; a third plant is no fraction."""
    if words[0][0] not in ("a", "an"):
        return None
    second, start = _word(words, 1), words[0][1]
    if second in _SCALES and second != "score":
        return _cardinal_or_fraction(text, [("one", start, words[0][2]), *words[1:]])
    if second in en.FRACTIONS and not second.endswith("s"):
        end, following = words[1][2], _word(words, 2)
        before = text[max(start - 16, 0) : start]
        if text[end : end + 1] == "-" or following and following not in en.AFTER_FRACTION or not following and not _FRACTION_BEFORE.search(before) and not _LAST_FRACTION.search(before):
            return None
        return Numeral(start, end, 1, en.FRACTIONS[second], 0, True, True, None, None, True)
    return None


def _cardinal_or_fraction(text: str, words: list[Word]) -> Numeral | None:
    read = _cardinal(words)
    if read is None:
        return None
    over, step, index, scaled = read
    under, start = 1, words[0][1]
    following = _word(words, index)
    if following in en.FRACTIONS and not scaled and (following.endswith("s") and over < en.FRACTIONS[following] or over == 1):
        end, behind = words[index][2], _word(words, index + 1)
        if text[end : end + 1] == "-" or not following.endswith("s") and behind and behind not in en.AFTER_FRACTION:
            return None
        return Numeral(start, end, over, en.FRACTIONS[following], 0, True, True, None, None, True)
    if following == "and" and (part := _part(words, index + 1)):
        # One and a half million is half a million more, a hundred and a half is half of one more; either is written to a tenth.
        above, below, index = part
        share = step if scaled else 1
        over, under, step = 10 * (over * below + above * share), 10 * below, share * below
    elif following == "point" and not scaled and (decimals := _decimals(words, index + 1)):
        over, under, step, index = int(f"{over}{decimals}"), 10 ** len(decimals), 1, index + 1 + len(decimals)
    while _word(words, index) in en.BIG_SCALES:
        scale = en.BIG_SCALES[words[index][0]]
        over, step, scaled, index = over * scale, step * scale, True, index + 1
    numeral = Numeral(start, words[index - 1][2], over, under, step, scaled, True)
    return _ratio(text, numeral, numeral.end) or numeral


def _part(words: list[Word], index: int) -> tuple[int, int, int] | None:
    """The part behind `and`: a half, three quarters, as numerator, denominator and the index of the word behind it."""
    above = 1 if _word(words, index) in ("a", "one") else en.DIGITS.get(_word(words, index), 0)
    below = en.FRACTIONS.get(_word(words, index + 1), 0)
    return (above, below, index + 2) if 0 < above < below else None


def _decimals(words: list[Word], index: int) -> str:
    digits = ""
    while (digit := en.DIGITS.get(_word(words, index + len(digits)), 10)) < 10:
        digits += str(digit)
    return digits


def _cardinal(words: list[Word]) -> tuple[int, int, int, bool] | None:
    """A whole number in words: its value, what its last word is worth, the index of the word behind it, and whether a big scale stands in it."""
    total = section = index = 0
    current: int | None = None
    step, scaled = 1, False
    while index < len(words):
        word = words[index][0]
        if word in en.DIGITS:
            digit = en.DIGITS[word]
            if current is not None and not (current % 10 == 0 and 20 <= current < 100 and 0 < digit < 10):
                break
            current, step = (current or 0) + digit, 1
        elif word in en.TENS:
            if current is not None:
                break
            current, step = en.TENS[word], 1
        elif word in en.SMALL_SCALES:
            if current is None or word == "score" and current < 2:
                break
            section, current, step = section + current * en.SMALL_SCALES[word], None, en.SMALL_SCALES[word]
        elif word in en.BIG_SCALES:
            if current is None and not section:
                if not total:
                    break
                total, step = total * en.BIG_SCALES[word], step * en.BIG_SCALES[word]
            else:
                total, section, current, step = total + (section + (current or 0)) * en.BIG_SCALES[word], 0, None, en.BIG_SCALES[word]
            scaled = True
        elif word == "and" and current is None and (section or total) and (_word(words, index + 1) in en.DIGITS or _word(words, index + 1) in en.TENS) and not _part(words, index + 1):
            index += 1
            continue
        else:
            break
        index += 1
    if not index:
        return None
    return total + section + (current or 0), step, index, scaled
