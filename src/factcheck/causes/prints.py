"""Slips of the hand: what a figure may have been meant to say, given how it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ..document import fold
from ..figures import Figure
from ..lang import en

_NUMBER = re.compile(r"\d[\d,.]*(?: \d{3})*")
_WIDE = {chr(c): chr(c + 0xFEE0) for c in (*range(ord("0"), ord("9") + 1), ord("."), ord(","))}


class Numeral(NamedTuple):
    """The digits of a figure: `start:end` is their place in its text, separators and point among them. The value is the digits, point set, times `scale`."""

    start: int
    end: int
    digits: str
    decimals: int
    scale: Fraction
    grouped: bool
    wide: bool


class Reprint(NamedTuple):
    """Another print: its digits and decimals, or its whole `text`; `share` is how likely a slip of its kind turns that print into the one there is."""

    kind: str
    digits: str
    decimals: int
    share: Fraction
    text: str = ""
    factor: Fraction = Fraction(1)


def numeral_of(figure: Figure, chinese: bool) -> Numeral | None:
    """None for a figure in words, for a ratio, and for what is no amount."""
    if figure.kind in ("date", "ordinal"):
        return None
    text = fold(figure.text)
    found = list(_NUMBER.finditer(text))
    if len(found) != 1:
        return None
    number = found[0].group().rstrip(".,")
    plain = number.replace(",", "").replace(" ", "")
    whole, _, decimals = plain.partition(".")
    if "." in decimals or not plain.strip("0."):
        return None
    start = found[0].start()
    scale = abs(figure.value) / Fraction(plain)
    grouped = "," in number or not chinese and len(whole) < 4 and figure.kind != "year"
    return Numeral(start, start + len(number), whole + decimals, len(decimals), scale, grouped, figure.text[start] != text[start])


def rendered(figure: Figure, numeral: Numeral, digits: str, decimals: int) -> str:
    """The text of `figure` with these digits, as wide and grouped as it is."""
    digits = digits.rjust(decimals + 1, "0")
    whole = digits[: len(digits) - decimals].lstrip("0") or "0"
    number = (f"{int(whole):,}" if numeral.grouped else whole) + (f".{digits[len(digits) - decimals :]}" if decimals else "")
    if numeral.wide:
        number = "".join(_WIDE.get(c, c) for c in number)
    return figure.text[: numeral.start] + number + figure.text[numeral.end :]


def printed(figure: Figure, value: Fraction, chinese: bool, rounding: Fraction = Fraction(1, 2)) -> str:
    """`value` in the print of `figure`: its unit, scale, decimals, width; words for words. "" if that cannot be. `rounding` of 0 cuts off, of 1 rounds up."""
    numeral = numeral_of(figure, chinese)
    if numeral is None:
        return _in_words(figure, value)
    if not numeral.scale:
        return ""
    steps = abs(value) / numeral.scale * 10**numeral.decimals + rounding
    count = steps.numerator // steps.denominator
    if rounding == 1 and steps.denominator == 1:
        count -= 1
    text = rendered(figure, numeral, str(count), numeral.decimals)
    return "-" + text if value < 0 < figure.value and not figure.direction else text


# Digits


def reprints(figure: Figure, chinese: bool) -> tuple[Reprint, ...]:
    """Every print one slip away, each slip of each kind."""
    numeral = numeral_of(figure, chinese)
    if numeral is None:
        return tuple(_reworded(figure, chinese))
    digits, decimals = numeral.digits, numeral.decimals
    found = [*_swapped(digits, decimals), *_wrong(digits, decimals), *_missing(digits, decimals), *_extra(digits, decimals), *_moved(digits, decimals)]
    if figure.kind in ("duration", "year") and not decimals:
        found += [Reprint("years_off_by_one", str(int(digits) + step), 0, Fraction(1, 2)) for step in (-1, 1) if int(digits) + step > 0]
    return (*found, *_rescaled(figure, numeral, chinese), *_permille(figure, numeral))


def _sound(digits: str, decimals: int) -> bool:
    """Whether no needless zero leads."""
    return digits[0] != "0" or len(digits) == decimals + 1 and decimals > 0 and digits.strip("0") != ""


def _swapped(digits: str, decimals: int) -> Iterator[Reprint]:
    places = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1] and not (digits[0] == "0" and i == 0)]
    for i in places:
        swapped = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
        if _sound(swapped, decimals):
            yield Reprint("transposed_digits", swapped, decimals, Fraction(1, len(places)))


def _wrong(digits: str, decimals: int) -> Iterator[Reprint]:
    share = Fraction(1, 9 * len(digits))
    for i, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit:
                changed = digits[:i] + other + digits[i + 1 :]
                if _sound(changed, decimals):
                    yield Reprint("wrong_digit", changed, decimals, share)


def _missing(digits: str, decimals: int) -> Iterator[Reprint]:
    whole = len(digits) - decimals
    share = Fraction(1, len(digits) + 1)
    places = [(i, decimals) for i in range(whole + 1)] + [(i, decimals + 1) for i in range(whole, len(digits) + 1) if decimals]
    for i, places_behind in places:
        for digit in "0123456789":
            if i and digits[i - 1] == digit and not (places_behind > decimals and i == whole):
                # 11 comes of 1 by a digit before or behind it; once is enough.
                continue
            longer = digits[:i] + digit + digits[i:]
            if _sound(longer, places_behind):
                yield Reprint("missing_digit", longer, places_behind, share)


def _extra(digits: str, decimals: int) -> Iterator[Reprint]:
    whole = len(digits) - decimals
    doubled = [i for i in range(1, len(digits)) if digits[i] == digits[i - 1]]
    for i in range(len(digits)):
        shorter, behind = digits[:i] + digits[i + 1 :], decimals - (i >= whole)
        if not shorter or i < whole == 1 or not _sound(shorter, behind):
            continue
        if i in doubled:
            yield Reprint("doubled_digit", shorter, behind, Fraction(1, len(shorter)))
            if i == whole and decimals and whole > 1:
                yield Reprint("doubled_digit", shorter, decimals, Fraction(1, len(shorter)))
        elif i + 1 not in doubled:
            yield Reprint("extra_digit", shorter, behind, Fraction(1, 10 * len(digits)))


_SHIFTS = {1: Fraction(2, 5), -1: Fraction(2, 5), 2: Fraction(1, 20), -2: Fraction(1, 20), 3: Fraction(1, 40), -3: Fraction(1, 40)}


def _moved(digits: str, decimals: int) -> Iterator[Reprint]:
    bare = digits.lstrip("0")
    for shift, share in _SHIFTS.items():
        behind = decimals + shift
        if behind >= 0 and bare:
            yield Reprint("moved_point", bare.rjust(behind + 1, "0"), behind, share)
        elif decimals:
            yield Reprint("moved_point", bare + "0" * -behind, 0, share)


# Scales and signs

_ZH_SCALES = {"": 1, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_EN_WORDS = {"": 1, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12}
_EN_SIGNS = {"": 1, "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mn": 10**6, "bn": 10**9, "B": 10**9, "tn": 10**12, "T": 10**12}


def _rescaled(figure: Figure, numeral: Numeral, chinese: bool) -> Iterator[Reprint]:
    if figure.kind not in ("quantity", "count"):
        return
    tail = figure.text[numeral.end :]
    for table in (_ZH_SCALES,) if chinese else (_EN_WORDS, _EN_SIGNS):
        match = re.match(r"(\s?)(" + "|".join(sorted(filter(None, table), key=len, reverse=True)) + r")(?![a-z])", tail)
        gap, old, rest = (match[1], match[2], tail[match.end() :]) if match else ("", "", tail)
        if not match and (table is _EN_SIGNS or not chinese and tail and not tail.startswith(" ")):
            continue
        for new, size in table.items():
            factor = Fraction(size, table[old])
            if factor == 1 or new in ("百万", "千万", "lakh", "crore", "K", "M", "B", "T") and not _alike(new, old):
                continue
            text = figure.text[: numeral.end] + ((gap if match else "" if chinese or table is _EN_SIGNS else " ") + new if new else "") + rest
            yield Reprint("scale", numeral.digits, numeral.decimals, Fraction(1, 4), text, factor)
        if match:
            return


def _alike(new: str, old: str) -> bool:
    """Whether two scales belong to one way of writing: lakh beside crore, M beside B."""
    return old in ("lakh", "crore", "百万", "千万") or new.isupper() and old.isupper()


def _permille(figure: Figure, numeral: Numeral) -> Iterator[Reprint]:
    # Few figures are meant per mille.
    for old, new, factor, share in (("‰", "%", 10, Fraction(1)), ("%", "‰", Fraction(1, 10), Fraction(1, 20)), ("％", "‰", Fraction(1, 10), Fraction(1, 20))):
        if figure.kind == "share" and figure.text.endswith(old):
            yield Reprint("percent_permille", numeral.digits, numeral.decimals, share, figure.text[: -len(old)] + new, Fraction(factor))


# Words

_ZH_DIGITS = "零一二三四五六七八九"
_EN_GROUPS = tuple(tuple(words) for words in (list(en.DIGITS)[1:10], list(en.DIGITS)[10:20], list(en.TENS)))


def _reworded(figure: Figure, chinese: bool) -> Iterator[Reprint]:
    text = figure.text
    if chinese:
        places = [i for i, c in enumerate(text) if c in _ZH_DIGITS + "两" and c != "零"]
        for i in places:
            for digit in _ZH_DIGITS[1:]:
                if digit != text[i] and not (digit == "二" and text[i] == "两"):
                    for shown in ("二", "两") if digit == "二" else (digit,):
                        yield Reprint("wrong_digit", "", 0, Fraction(1, 9 * len(places)), text[:i] + shown + text[i + 1 :])
        for a, b in zip(places, places[1:]):
            if text[a] != text[b]:
                yield Reprint("transposed_digits", "", 0, Fraction(1, len(places)), text[:a] + text[b] + text[a + 1 : b] + text[a] + text[b + 1 :])
        if figure.kind in ("duration",) and figure.value.denominator == 1:
            for step in (-1, 1):
                if other := _in_words(figure, figure.value + step):
                    yield Reprint("years_off_by_one", "", 0, Fraction(1, 2), other)
        return
    for match in re.finditer(r"[A-Za-z]+", text):
        word = match.group().lower()
        for group in _EN_GROUPS:
            if word in group:
                for other in group:
                    if other != word:
                        shown = other.capitalize() if match.group()[0].isupper() else other
                        yield Reprint("wrong_digit", "", 0, Fraction(1, 9), text[: match.start()] + shown + text[match.end() :])


def _in_words(figure: Figure, value: Fraction) -> str:
    """`value` in words where the figure has words for a whole number; "" if it has not."""
    text = figure.text
    chinese = re.match(r"[零一二两三四五六七八九十百千万亿]+", text)
    if chinese:
        scale = re.search(r"[万亿]+$", chinese.group())
        size = {"万": 10**4, "亿": 10**8, "万亿": 10**12}.get(scale.group(), 1) if scale else 1
        tail = (scale.group() if scale else "") + text[chinese.end() :]
        each = Fraction(1, 10) if tail.startswith("成") else Fraction(1)
        number = value / size / each
        if number.denominator != 1 or not 0 < number < 10**4:
            return ""
        words = zh_words(int(number))
        if words == "二" and (tail[:1] not in ("", "十", "成") or "两" in text):
            words = "两"
        return words + tail
    match = re.match(r"[A-Za-z]+(?:-[a-z]+)?(?= |$|-)", text)
    if match and value.denominator == 1 and 0 < value < 100 and match.group().lower().partition("-")[0] in {*en.DIGITS, *en.TENS}:
        words = en_words(int(value))
        return (words.capitalize() if text[0].isupper() else words) + text[match.end() :]
    return ""


def zh_words(number: int) -> str:
    """A whole number from 1 to 9999 in Chinese: 一百零五, 十二."""
    digits, words, gap = str(number), "", False
    for place, char in zip(range(len(digits) - 1, -1, -1), digits):
        if char == "0":
            gap = bool(words)
            continue
        words += ("零" if gap else "") + _ZH_DIGITS[int(char)] + ("", "十", "百", "千")[place]
        gap = False
    return words[1:] if words.startswith("一十") else words


def en_words(number: int) -> str:
    """A whole number from 1 to 99 in English."""
    tens, ones = {n: word for word, n in en.TENS.items()}, {n: word for word, n in en.DIGITS.items()}
    if number in ones:
        return ones[number]
    return tens[number - number % 10] + (f"-{ones[number % 10]}" if number % 10 else "")


__all__ = ["Reprint", "numeral_of", "printed", "rendered", "reprints"]
