"""A sentence as codes: one letter for each figure and for each word that says what a figure is.

Figures: q a quantity or count, p a percentage, t points, x a multiple, y a year, d a span of time, o what no claim is made of (dates, ordinals).
Cues, the same letters in every language:

    F from   T to   V change (with its direction)   B by   C compared with   P an earlier period   N this period   Y yearly   m another average
    S share   O of, among   K total   W a whole place or body   I of which   J consisting of   R the rest   H respectively   A for each   G gap   L loss
    E that is   e 的 between figure and figure   X a flag (constant prices, another basis)   n not   b contribution
    , ; : ( ) | a   marks of the clause: comma, semicolon, colon, brackets, list comma, and
    w  any other word, w for each run of them

Words without weight (articles, particles, adverbs) have no code, so that what is next to each other in the codes has nothing of its own between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ..figures import Figure
from . import vocabulary
from .patterns import compiled

FIGURE, FILLER, HEDGE = "\ufff0", "\ufff1", "\ufff2"
FIGURES = "qptxydo"


class Token(NamedTuple):
    """`direction` is that of a verb; `figure` the index of a figure in the sentence it was read in, -1 for words."""

    code: str
    start: int
    end: int
    text: str
    direction: int = 0
    figure: int = -1


class Lexicon(NamedTuple):
    """What one language makes of words: the pattern that finds them, and what each means.

    Where words are not parted by spaces `begin` stops at what a word may begin with, and `pattern` knows only the words that depend on what stands around them, which begin
    with one of `dependent`.
    The others are found by their heads, which are their first two characters: `names` are those in which no other word is seen, `words` all others, and `reaching`
    the verbs that may have a word for to behind them (增加到), with the group they make. A pattern of all words would take longer to make than to use.
    """

    pattern: re.Pattern[str]
    meanings: dict[str, tuple[str, int]]
    chinese: bool
    begin: re.Pattern[str] | None = None
    dependent: frozenset[str] = frozenset()
    names: dict[str, tuple[str, ...]] = {}
    words: dict[str, tuple[str, ...]] = {}
    reaching: dict[str, tuple[tuple[str, str], ...]] = {}
    heads: frozenset[str] = frozenset()


_BY_KIND = {"year": "y", "date": "o", "duration": "d", "ordinal": "o", "share": "p", "points": "t", "multiple": "x"}


def code_of(figure: Figure) -> str:
    return "q" if figure.kind == "duration" and figure.scaled else _BY_KIND.get(figure.kind, "q")


def tokens(text: str, offset: int, figures: tuple[Figure, ...], lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens of a sentence `text` that begins at `offset` of its document."""
    masked = _masked(text, offset, figures)
    found: list[Token] = []
    number, position = 0, 0
    for start, word, group in _words(lexicon.chinese, masked):
        if start > position:
            _add_words(found, text, position, start, offset)
        position = start + len(word)
        if word[0] == FIGURE:
            figure = figures[number]
            if figure.start > offset and text[figure.start - offset - 1] == "+":
                found.append(Token("V", figure.start - 1, figure.start, "+", 1))
            found.append(Token(code_of(figure), figure.start, figure.end, figure.text, figure.direction, number))
            number += 1
            continue
        code, direction = _meaning(lexicon, word, group)
        if code == " ":
            continue
        if code == "w":
            _add_words(found, text, start, position, offset)
        else:
            found.append(Token(code, offset + start, offset + position, word.lower(), direction))
    if position < len(text):
        _add_words(found, text, position, len(text), offset)
    return tuple(_settled(found))


@lru_cache(512)
def _words(chinese: bool, masked: str) -> tuple[tuple[int, str, str | None], ...]:
    """Where each word of a language begins, the word, and the group it was found by; kept for the sentences that bulletins repeat with other figures."""
    return tuple(_found(lexicon(chinese), masked))


def _found(lexicon: Lexicon, masked: str) -> Iterator[tuple[int, str, str | None]]:
    """Where each word of the lexicon begins, the word, and the group of the pattern it was found by."""
    if not lexicon.begin:
        for match in lexicon.pattern.finditer(masked):
            yield match.start(), match.group(), match.lastgroup
        return
    search, dependent, around = lexicon.begin.search, lexicon.dependent, lexicon.pattern.match
    names, words, reaching, heads = lexicon.names, lexicon.words, lexicon.reaching, lexicon.heads
    position = 0
    while begun := search(masked, position):
        start = begun.start()
        head = masked[start : start + 2]
        if head not in heads and head[0] not in heads and not head[0].isspace():
            position = start + 1
            continue
        group = None
        word = _longest(names, masked, start, head) if head in names or head[0] in names else ""
        if not word and (head in reaching or head[0] in reaching) and (reached := _reached(reaching, masked, start, head)):
            word, group = reached
        if not word and head[0] in dependent and (match := around(masked, start)):
            word, group = match.group(), match.lastgroup
        word = word or _longest(words, masked, start, head)
        if not word and (blank := _BLANK.match(masked, start)):
            word = blank.group()
        if word:
            yield start, word, group
        position = start + (len(word) or 1)


def _reached(verbs: dict[str, tuple[tuple[str, str], ...]], text: str, start: int, head: str) -> tuple[str, str] | None:
    """A verb at `start` with the to behind it, and their group."""
    for verb, group in verbs.get(head) or verbs.get(head[0], ()):
        if text.startswith(verb, start) and (to := _TO.match(text, start + len(verb))):
            return text[start : to.end()], group
    return None


def _longest(words: dict[str, tuple[str, ...]], text: str, start: int, head: str) -> str:
    """The longest of the words that stands in the text at `start`, where its `head` is."""
    for word in words.get(head, ()):
        if text.startswith(word, start):
            return word
    return head[0] if head[0] in words else ""


def _settled(found: list[Token]) -> Iterator[Token]:
    """Drops the preposition before a year or span, and gives a comparing preposition both its senses: 55% under is a fall, and compares; over the quarter does neither."""
    present = any(t.code == "N" for t in found)
    for before, token, following, behind in zip([None, *found], found, [*found[1:], None], [*found[2:], None, None]):
        if token.code not in "CiMUS" and token.text not in ("then", "giving"):
            yield token
            continue
        if token.text == "giving" and before is not None and before.code == "w":
            # Direct giving is a thing; giving 350 in all is a total.
            yield token._replace(code="w")
            continue
        if token.text == "then" and (before is None or before.code in ".;") and following is not None and following.code == "w":
            # Then came the other with 34 million.
            continue
        if token.text == "then" and before is not None and before.code in ",a" and not present:
            # First 6 per cent, then 10: one after the other.
            continue
        if token.code == "C" and token.text in vocabulary.on() and (before is None or before.code not in "Vptx"):
            if before is not None and before.code == "d":
                yield token._replace(code="N")
                continue
            if following is not None and (following.code in "od" or following.code == "y" and behind is not None and behind.code == "w"):
                continue
            if following is not None and following.code == "w" and (behind is None or behind.code in ",;:)aXi"):
                continue
        if token.code in "iMU" and (following is None or following.code in "yod") and not (token.code in "MU" and before and before.code in "qpt" and not (token.code == "U" and following and following.code == "d")):
            continue
        if token.code == "S" and following and following.code == "q" and token.text in vocabulary.gaps_of_amounts():
            token = token._replace(code="G")
        if token.code in "MU":
            if token.code == "U" and before is not None and before.code == "q" and following is not None and following.code == "w" and not vocabulary.measures().match(following.text):
                continue
            figure = before is not None and before.code in "qpt" and (token.code == "M" or following is not None and following.code not in ",;:.)a")
            if figure or token.code == "M":
                yield token._replace(code="V")
            if figure or token.code == "M" or before is not None and before.code == "V":
                yield token._replace(code="C", direction=0)
        else:
            yield token


def _masked(text: str, offset: int, figures: tuple[Figure, ...]) -> str:
    """`text` with each figure, and the hedge that touches it, as one sign and fillers, so that no pattern ever sees a number."""
    parts, position = [], 0
    for figure in figures:
        start, end = figure.start - offset, figure.end - offset
        if figure.hedge_start >= 0:
            hedge_start, hedge_end = figure.hedge_start - offset, figure.hedge_end - offset
            if hedge_start < start and hedge_start >= position:
                parts.append(text[position:hedge_start] + HEDGE * (hedge_end - hedge_start))
                position = hedge_end
            elif hedge_end > end:
                end = hedge_end
        if start > position:
            parts.append(text[position:start])
        parts.append(FIGURE + FILLER * (end - max(start, position) - 1))
        position = end
    return "".join(parts) + text[position:]


def _meaning(lexicon: Lexicon, word: str, verb: str | None) -> tuple[str, int]:
    if word[0] == HEDGE:
        return " ", 0
    if verb:
        return verb if verb in ("e", "i") else verb[0].upper(), {"u": 1, "d": -1}.get(verb[-1], 0) if len(verb) > 1 else 0
    return lexicon.meanings.get(word if lexicon.chinese else compiled(r"\s+").sub(" ", word.lower()), _ANY_WORD)


_ANY_WORD = ("w", 0)


_BLANK = re.compile(r"\s+")
_LETTER = re.compile(r"[^\W_]")


def _add_words(found: list[Token], text: str, start: int, end: int, offset: int) -> None:
    word = text[start:end].strip()
    if not word or not _LETTER.search(word):
        return
    if found and found[-1].code == "w" and not text[found[-1].end - offset : start].strip():
        last = found.pop()
        found.append(Token("w", last.start, offset + end, text[last.start - offset : end].strip()))
        return
    found.append(Token("w", offset + start, offset + end, word))


MARKS = {"，": ",", ",": ",", "；": ";", ";": ";", "：": ":", ":": ":", "（": "(", "(": "(", "）": ")", ")": ")", "[": "(", "]": ")", "、": "|", "。": ";", "!": ";", "?": ";",
         "—": ",", "——": ",", "–": ",", "\n": ";", "|": "|", "∶": ":", "…": ",", "·": "|", "“": " ", "”": " ", "‘": " ", "’": " ", '"': " ", "'": " ", "《": " ", "》": " "}


def _any_of(words: Iterable[str]) -> str:
    """A pattern of all the words, the longest first, that looks at each character once: an alternation of whole words is tried word by word."""
    heads: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        if word:
            heads.setdefault(word[0], []).append(word[1:])
    branches = []
    for head, rests in heads.items():
        longer = _any_of(rests)
        branches.append(re.escape(head) + (longer and f"(?:{longer})" + "?" * ("" in rests)))
    if len(branches) <= 2 * _BRANCHES:
        return "|".join(branches)
    firsts = [re.escape(head) for head in heads]
    return "|".join(f"(?=[{''.join(firsts[n : n + _BRANCHES])}])(?:{'|'.join(branches[n : n + _BRANCHES])})" for n in range(0, len(branches), _BRANCHES))


# So many first characters are looked up at once before they are tried one by one.
_BRANCHES = 16


_TO = re.compile("了?(?:到|至|为|成)")


@cache
def lexicon(chinese: bool) -> Lexicon:
    return _chinese() if chinese else _english()


def _chinese() -> Lexicon:
    from ..lang import zh_scan as zh

    meanings: dict[str, tuple[str, int]] = dict.fromkeys(zh.MASKED, ("w", 0))
    meanings |= dict.fromkeys(zh.PLAIN, (" ", 0))
    for code, words in zh.CUES.items():
        meanings |= dict.fromkeys(words.split(), (code, 0))
    meanings |= dict.fromkeys(zh.CHANGE, ("V", 0))
    meanings |= dict.fromkeys(zh.RISE, ("V", 1)) | dict.fromkeys(zh.FALL, ("V", -1))
    meanings |= dict.fromkeys(zh.FLAGS, ("X", 0))
    for mark, code in MARKS.items():
        meanings[mark] = (code, 0)
    meanings |= {"和": ("a", 0), "及": ("a", 0), "以及": ("a", 0), "与": ("a", 0), "加": ("a", 0), "加上": ("a", 0)}
    risers, fallers = (sorted(set(words) - set(zh.RATE_NOUNS)) for words in (zh.RISE, zh.FALL))
    rising, falling, to = _any_of(risers), _any_of(fallers), _TO.pattern
    soon = f"(?=了?[约近超逾过达]?[{FIGURE}{HEDGE}])"
    flow_rise, flow_fall = (words.replace(" ", "|") for words in (zh.FLOW_RISE, zh.FLOW_FALL))
    outdo_rise, outdo_fall = (words.replace(" ", "|") for words in (zh.OUTDO_RISE, zh.OUTDO_FALL))
    more, fewer = (rf"(?<![{zh.NO_MORE_AFTER}]){word}[^\W\d{zh.NO_MORE_VERB}]{{1,2}}{soon}" for word in "多少")
    named = (rf"(?P<tu>[{zh.SHORT_RISE}]{to})|(?P<td>[{zh.SHORT_FALL}]{to})|(?P<t0>(?:转|变化|变动|调整|发展|恢复){to})"
             rf"|(?P<vu>(?:{flow_rise}|[{zh.SHORT_RISE}]){soon})|(?P<vd>(?:{flow_fall}|[{zh.SHORT_FALL}]){soon})|(?P<vmu>{more})|(?P<vmd>{fewer})|(?P<a>每[^\W\d]{{1,8}}?(?=(?:{rising}|{falling}|[{zh.SHORT_RISE}{zh.SHORT_FALL}从由])?了?(?:到|至|为|成)?[{FIGURE}{HEDGE}])|每)|(?P<cu>{outdo_rise})|(?P<cd>{outdo_fall})|(?P<g>(?<![{zh.NO_GAP_AFTER}])差(?:为|是|达|有)?{soon})|(?P<p>(?<=[{FIGURE}{FILLER}])(?:以前|之前|前(?![一二三四五六七八九十两几\d{FIGURE}{HEDGE}])))|(?P<x>实际(?=增长|下降|增速|上涨|上升|提高|减少|年均|年平均))|(?P<e>的(?=[{FIGURE}{HEDGE}]))|(?P<o>[中里内](?=[有，,已仅只占所的共{FIGURE}{HEDGE}]))")
    cues = [word for words in zh.CUES.values() for word in words.split()]
    begun = {cue[:n] for cue in cues for n in range(1, len(cue) + 1)}
    names, words = _by_head(w for w in zh.MASKED if w not in begun), _by_head(meanings)
    dependent = frozenset(c for c in f"{FIGURE}{HEDGE}{named}" if not c.isascii() and c != FILLER)
    begin = re.escape("".join({*(head[0] for head in (*names, *words)), *dependent}))
    pattern = re.compile(f"{FIGURE}{FILLER}*|{HEDGE}+|{named}")
    reaching = _reaching(risers, fallers)
    heads = frozenset({*names, *words, *reaching, *dependent})
    return Lexicon(pattern, {**meanings, "的": (" ", 0), " ": (" ", 0)}, True, re.compile(f"[\\s{begin}]"), dependent, names, words, reaching, heads)


def _by_head(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by their first two characters, the longest first; those of one character by that."""
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        if word:
            found.setdefault(word[:2], []).append(word)
    return {head: tuple(sorted(rest, key=lambda w: (-len(w), w))) for head, rest in found.items()}


def _reaching(risers: Iterable[str], fallers: Iterable[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Verbs by their heads, each with the group it makes: behind those of two characters and more those of one that begin alike."""
    found: dict[str, list[tuple[str, str]]] = {}
    for group, verbs in (("tu", _by_head(risers)), ("td", _by_head(fallers))):
        for head, words in verbs.items():
            found.setdefault(head, []).extend((word, group) for word in words)
    return {head: (*own, *(found.get(head[0], ()) if len(head) > 1 else ())) for head, own in found.items()}


def _english() -> Lexicon:
    from ..lang import en_scan as en

    meanings: dict[str, tuple[str, int]] = {}
    meanings |= dict.fromkeys((w.replace("_", " ") for w in en.PLAIN), (" ", 0))
    for code, words in en.CUES.items():
        meanings |= dict.fromkeys((w.replace("_", " ") for w in words.split()), (code, 0))
    for words, direction in ((en.RISE, 1), (en.FALL, -1), (en.CHANGE, 0)):
        meanings |= dict.fromkeys((w.replace("_", " ") for w in words), ("V", direction))
    meanings |= dict.fromkeys((w.replace("_", " ") for w in en.FLAGS), ("X", 0)) | dict.fromkeys((w.replace("_", " ") for w in en.OPAQUE.split()), ("w", 0))
    meanings |= {word: ("U" if word in en.ALSO_DURING else "M", direction) for word, direction in en.AGAINST.items()} | {word: ("C", direction) for word, direction in en.OUTDO.items()}
    words = _any_of(meanings).replace(r"\ ", r"\s+")
    marks = {mark: code for mark, code in MARKS.items() if mark not in "’'"}
    signs = "|".join(map(re.escape, sorted(marks, key=len, reverse=True)))
    places = "|".join(en.PLACES.split())
    pattern = re.compile(rf"{FIGURE}{FILLER}*|{HEDGE}+|(?P<i>\b(?:{places})(?=\s+(?:(?:the|its|their|our|a|an)\s+)?[{FIGURE}{HEDGE}]))|(?P<y>\b(?:annual|yearly)(?=\s+(?:average\s+)?(?:increase|rise|growth|gain|decline|decrease|fall|drop|change|improvement|reduction)))|(?P<a>(?<=[{FIGURE}{FILLER}])\.?\s+an?(?=\s+(?!{en.NO_UNITS})[a-z]+(?:[,.;:)]|$|\s+(?:in|for|over|to|and|on|of|by|at)\b)))|(?P<p>\bbefore(?=\s*(?:[,.;:)]|$))|(?<=[{FIGURE}{FILLER}])\s+last(?=\s*(?:[,.;:)]|$))|\bhad been(?=\W{{0,3}}[{FIGURE}{HEDGE}]))|(?P<c>(?<=again)\s+(?:as|than)\b)|(?P<vd>\boff(?=\s*[{FIGURE}{HEDGE}])|(?<=[{FIGURE}{FILLER}])\s+off\b(?!\s+the\s))|(?P<x>(?<=[{FIGURE}{FILLER}])\s+(?:prices|dollars|money)\b)|\b(?:{words})\b|(?P<v>\b[a-z]{{2,}}er(?=\s+than\b))|[A-Za-z][\w’'&-]*(?:\.[\w’'&-]+)*|{signs}|--|\s-\s|\s/\s|\s+|\.", re.I)
    return Lexicon(pattern, {**meanings, **{m: (c, 0) for m, c in marks.items()}, "--": (",", 0), " - ": (",", 0), " / ": (";", 0), ".": (" ", 0), " ": (" ", 0)}, False)
