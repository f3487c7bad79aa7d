"""The quantity an English numeral states: its unit or noun, hedge and sign."""

from __future__ import annotations

import re

from ..lang import en
from ..numerals import Numeral
from ..units import EN_WORDS
from .figure import LETTERS, Figure, Hedge, kind_of, latin_unit, make

PERCENT = re.compile(r"[ -]?(?:%|per[ \n-]?cent(?:age)?\b|percents?\b|pct\b|pc\b)(?![ -]points?\b)", re.I)
_PERMILLE = re.compile(r" per (?:thousand|1,?000)\b(?!,)|‰", re.I)
# 42p in every pound, 61 cents of each dollar.
_OF_EACH = re.compile(r"(?: ?(?:p|c)| pence| cents?| paise| kopecks?| centavos?| sen)\b (?:in|of|out of|from|on) (?:the|each|every) (?:pound|dollar|euro|rupee|rouble|rand|peso|real|ringgit)\b")
# Numbers in words that stand without what they count: twelve in all, two of the eleven, eight a day.
_STANDING = re.compile(r" (?:of (?:the|its|their|our|his|her|those|these|all)(?: the)?(?: [A-Za-z]+['’]s)? (?:[0-9]|(?:" + "|".join([*en.DIGITS, *en.TENS]) + r")\b)|of (?:the|its|their|our|his|her|those|these) [a-z]+ (?:were|was|are|had|have|came|come)\b"
                       r"|in (?:all|total)\b|(?:gold|silver|bronze)\b|altogether\b|(?:a|per|each|every) (?:day|week|month|year|head|person)\b|an hour\b|apiece\b|each\b|to (?:one|1)\b)")
_SIZE = re.compile(r"-([a-z]+)(?= [a-z])")
_FOLD = re.compile(r"[ -]?fold\b")
_PERCENT_POINTS = re.compile(r" ?%[- ]?(?:age[- ])?(?:points?|pts?)\b(?! (?:of|at|out|towards?)\b| to (?!\d[\d.]* ?(?:%|per)))| pct[ -](?:points?|pts)\b")
_OF_A_POINT = re.compile(r" of (?:a|one) (?:percentage[- ])?point\b")
_POINT = re.compile(r"-points?\b")
# 623 times in 14 matches: how often, not how many times as much.
_OFTEN = re.compile(r"( times)(?: (?:in|a|an|per|over|during|since|last|this|between|at|on|and)\b|[.,;])")
_AS_OFTEN_AS = re.compile(r"( times) (?:a|per|each|every) (?:day|night|week|month|season|term|year)\b(?!['’])")
_CELSIUS = re.compile(r"C(?![A-Za-z0-9])")
_OLD = re.compile(r"[ -]olds?\b")
_WORDS_BEHIND = re.compile(r"(?: |\n(?=[a-z]))([A-Za-z][A-Za-z'-]+)")
_PER = re.compile(r"(?:/| per | a (?!(?:day|week|month|year)s? (?:earlier|ago|before|previously|later)\b)(?=day|year|month|week|tonne|ton|share|head|barrel|litre|gallon|kilo|kilogram|square|person|household)| an (?=hour|acre|ounce))([A-Za-z²³]+(?: (?:km|m|mile|ft|metre|meter|kilometre|foot)s?\b)?)")
_FURTHER = re.compile(r"(?: to |-to-|-| or | and |–)([A-Za-z]+)")
# Six fewer than, nine in all: a number in words that stands for a count without its noun.
_COMPARED = re.compile(r" (?:" + "|".join(en.BEHIND_COUNT) + r")\b")
# A majority of seven.
_AMOUNT_OF = re.compile(r"\b(?:majority|lead|margin|gap|difference|rise|fall|increase|decrease|drop|gain|loss|total) of $")
_ENDS = re.compile(r"[.,;:)]|$| (?:in|over|on|from|to|since|after)\b")
_WORD_CHARS = LETTERS | set(".'-")

# Hedges by their last word, longest first.
_HEDGES: dict[str, list[str]] = {}
for _phrase in sorted(en.HEDGES_BEFORE, key=len, reverse=True):
    _HEDGES.setdefault(_phrase.split()[-1], []).append(_phrase)
_HEDGES_AFTER = sorted(en.HEDGES_AFTER, key=len, reverse=True)
_FIRST_AFTER = frozenset(phrase[0] for phrase in _HEDGES_AFTER)


def quantity(source: str, text: str, numeral: Numeral, sign: tuple[int, str] | None) -> Figure | None:
    start, end, over, under, step = numeral[:5]
    unit, kind, stop = "", "count", end
    if over == 0 and text[start:end] == "000" and (sign or text[start - 1 : start] in ("'", "’")):
        # £000 at the head of a list is what its figures are in.
        return None
    after = text[end : end + 1]
    if (after in "% p" and after) and (points := _PERCENT_POINTS.match(text, end)):
        unit, kind, stop = "pp", "points", points.end()
    elif numeral.ratio or step == 0 and under > over > 0 and numeral.scaled:
        kind = "share"
    elif (after in "% -p‰" and after) and (percent := PERCENT.match(text, end) or _PERMILLE.match(text, end)):
        under, kind, stop = under * (1000 if percent.re is _PERMILLE else 100), "share", percent.end()
    elif not numeral.scaled and not sign and (each := _OF_EACH.match(text, end)):
        under, kind, stop = under * 100, "share", each.end()
    elif sign:
        kind, unit = "quantity", sign[1]
    elif after == " " and (point := _OF_A_POINT.match(text, end)):
        unit, kind, stop = "pp", "points", point.end()
    elif found := unit_behind(text, end, after):
        unit, kind, stop = found
    elif after == "-" and (point := _POINT.match(text, end)):
        unit, stop = "point", point.end()
    elif fold := _FOLD.match(text, end):
        unit, kind, stop = "倍", "multiple", fold.end()
    if kind == "count" and not unit and after == "-" and not numeral.spelled and (size := _SIZE.match(text, end)) and size[1] in en.SIZES:
        unit, stop = f"{size[1]}s", size.end()
    tail = _hedge_after(text, stop)
    hedge = hedge_before(text, sign[0] if sign else start)
    if kind == "count" and not unit:
        if noun := counted_noun(text, tail[3] if tail and tail[0] != " or" else stop):
            unit, stop = noun
            kind = kind_of(unit)
    if stop == end and (after in LETTERS and after or after == "-" and _glued(text, end)):
        return None
    word = text[start:end].lower()
    if numeral.spelled and word in ("one", "a") and kind not in ("share", "points", "multiple"):
        return None
    if not unit and kind == "count" and numeral.spelled and not numeral.vague and not numeral.scaled and not hedge and over < 20 * under and not _alone(text, start, end) and not _STANDING.match(text, end):
        further = _FURTHER.match(text, end)
        if not _COMPARED.match(text, end) and not (_AMOUNT_OF.search(text, max(start - 16, 0), start) and _ENDS.match(text, end)) and (not further or further[1].lower() not in en.DIGITS and further[1].lower() not in en.TENS):
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
    if text[start - 1 : start] == "(" and text[stop : stop + 1] == ")" and sign and _is_loss(text, start - 1):
        start, stop, over = start - 1, stop + 1, -over
    elif (minus := _minus(text, start)) is not None:
        start, over = minus, -over
        vague = vague and (-vague[1], -vague[0])
    if hedge and hedge[2] < start and text[hedge[3] : start].strip() not in ("", "-"):
        hedge = None
    return make(source, start, stop, over, under, 0 if exact else step, unit, kind, hedge, vague, end, numeral.scaled)


def unit_behind(text: str, end: int, after: str) -> tuple[str, str, int] | None:
    """Symbol, kind and end of the unit behind a number."""
    start = end + 1 if after in (" ", "-", "\n") else end
    found = latin_unit(text, start)
    if not found and _CELSIUS.match(text, end) and "." in text[max(end - 3, 0) : end]:
        return "摄氏度", "quantity", end + 1
    if not found:
        return None
    symbol, stop = found
    if symbol == "倍" and (often := _OFTEN.match(text, end)) and len(re.sub(r"\D", "", text[max(end - 6, 0) : end])) > 2 and text[end - 1].isdigit() and "." not in text[max(end - 3, 0) : end]:
        return "times", "count", end + often.end(1) - often.start()
    if symbol == "倍" and (often := _AS_OFTEN_AS.match(text, end)):
        return "times", "count", end + often.end(1) - often.start()
    letters = text[start:stop]
    if letters == "p" and text[max(end - 4, 0) : end].lstrip(" ,(") in en.SCREENS:
        return None
    if symbol == "年" and (old := _OLD.match(text, stop)):
        return ("岁", kind_of("岁"), old.end()) if after == " " else None
    if after == "-" and letters in ("m", "t", "g", "x") or letters == "x" and (start > end or text[stop : stop + 1].strip().isalnum()):
        return None
    return symbol, kind_of(symbol), stop


def counted_noun(text: str, position: int) -> tuple[str, int] | None:
    """The plural noun that a count counts, perhaps behind adjectives: 12 new plants, 426 items."""
    for _ in range(4):
        match = _WORDS_BEHIND.match(text, position)
        if not match or (word := match[1].lower()) in en.NOT_BEFORE_NOUN or word in en.DIGITS or word in en.TENS:
            return None
        if word in en.PLURALS or len(word) > 3 and word[-1] == "s" and not word.endswith(("ss", "us", "is", "'s")) and word not in en.NOT_NOUNS:
            return EN_WORDS.get(word, word), match.end()
        position = match.end()
    return None


def _below(words: str) -> tuple[str, int]:
    """The unit below a per: hectare, sq km; its symbol, and how many characters it takes."""
    found = latin_unit(words, 0) or latin_unit(words.lower(), 0)
    if found:
        return found
    word = words.split()[0]
    return {"head": "人", "person": "人", "capita": "人"}.get(word, word.rstrip("²³").lower()), len(word)


def _is_loss(text: str, bracket: int) -> bool:
    """Whether an amount in brackets is below zero, as accounts write it, and does not restate what stands before it: $12bn (£9bn)."""
    before = text[max(bracket - 2, 0) : bracket]
    cell = before in ("", "  ") or before.rstrip(" ")[-1:] in ("\n", "\t", "|", ":")
    return cell or last_word(text, bracket)[0] in en.BEFORE_LOSS


def _glued(text: str, end: int) -> bool:
    """Whether a hyphen ties the number to a word: 12-strong, 3-in-1; 5-6% and 20-odd are not tied."""
    following = text[end + 1 : end + 2]
    return following in LETTERS and following != "" and not text.startswith(("-odd", "-plus", "-to-"), end)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether the numeral is all there is."""
    return len(text) < 60 and not text[:start].strip() and not text[end:].strip(" \n.")


def last_word(text: str, start: int) -> tuple[str, int]:
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


def hedge_before(text: str, start: int) -> Hedge | None:
    last, stop = last_word(text, start)
    if last == "over" and last_word(text, stop - 4)[0] in en.SPREAD_OVER:
        return None
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
        return None if left.isalnum() or left in ("%", ")", "-") and left else start - 1
    if text.startswith("minus ", start - 6) and start >= 6:
        return start - 6
    return None
