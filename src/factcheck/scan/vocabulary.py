"""The word lists of a language that are no cues: known divisions, units behind average words, heads of columns."""

from __future__ import annotations

import re
from functools import cache, lru_cache


@cache
def partitions(chinese: bool) -> tuple[tuple[str, ...], ...]:
    """Known divisions of a whole, each the words that name its parts."""
    from ..lang import en_scan, zh_scan

    return tuple(tuple(line.split()) for line in (zh_scan if chinese else en_scan).PARTITIONS)


PER_SCALES: dict[str, int] = {}


@lru_cache(4096)
def per_units(word: str, chinese: bool) -> tuple[str, ...]:
    """The units a word such as 户均, 每亩 or a day speaks for."""
    from ..lang import en_scan, zh_scan
    from ..units import EN_WORDS, ZH_WORDS

    table = (zh_scan if chinese else en_scan).PER
    if word in table:
        return tuple(table[word].split())
    if chinese and word.startswith("每"):
        for length in (4, 3, 2, 1):
            if word[1 : 1 + length] in ZH_WORDS:
                return (ZH_WORDS[word[1 : 1 + length]],)
        return (word[1:2],) if len(word) > 1 else ()
    for part in word.split()[::-1]:
        if part in EN_WORDS:
            return (EN_WORDS[part],)
    return ()


def rate_tails() -> str:
    """The last characters of words that name a rate: 办结率, 盈利面."""
    from ..lang import zh_scan

    return zh_scan.RATE_TAILS


@cache
def firm_totals(chinese: bool) -> frozenset[str]:
    """The words that say a sum is meant; others (总产值, entire) may be a name."""
    from ..lang import en_scan, zh_scan

    return frozenset(w.replace("_", " ") for w in (zh_scan if chinese else en_scan).FIRM_TOTALS.split())


@cache
def restating(chinese: bool) -> re.Pattern[str]:
    """Words that say a figure has been given before."""
    from ..lang import en_scan, zh_scan

    return re.compile("|".join((zh_scan if chinese else en_scan).RESTATING), re.I)


@cache
def faint() -> frozenset[str]:
    """English words too common to name an indicator by."""
    from ..lang import en_scan

    return frozenset([*en_scan.PLAIN, *en_scan.RISE, *en_scan.FALL, *"million billion thousand trillion total percent cent year years noted above and all any other others word words more most much many some such than then them thus hence since not from into onto out off per both each every".split()])


@cache
def total_row(chinese: bool) -> re.Pattern[str]:
    from ..lang import en_scan, zh_scan

    return re.compile((zh_scan if chinese else en_scan).TOTAL_ROW, re.I)


@cache
def column_heads(chinese: bool, kind: str) -> re.Pattern[str]:
    """What the head of a column of this kind (now, before, change) says."""
    from ..lang import en_scan, zh_scan

    return re.compile((zh_scan if chinese else en_scan).COLUMN_HEADS[kind], re.I)


@cache
def lasting(chinese: bool) -> re.Pattern[str]:
    """Words beside a span of years that lies between two years."""
    from ..lang import en_scan, zh_scan

    return re.compile((zh_scan if chinese else en_scan).LASTING, re.I)


@cache
def ratio(chinese: bool) -> re.Pattern[str]:
    """Words right before a plain number that is a ratio of two amounts."""
    from ..lang import en_scan, zh_scan

    return re.compile((zh_scan if chinese else en_scan).RATIO, re.I)


@cache
def contribution(chinese: bool) -> re.Pattern[str]:
    """The name of the share of a part in the change of its whole."""
    from ..lang import en_scan, zh_scan

    return re.compile((zh_scan if chinese else en_scan).CONTRIBUTION, re.I)


@cache
def jointly(chinese: bool) -> re.Pattern[str]:
    """Words in a clause whose share is that of all the parts before it."""
    from ..lang import en_scan, zh_scan

    return re.compile((zh_scan if chinese else en_scan).JOINTLY, re.I)


@cache
def given(chinese: bool) -> re.Pattern[str]:
    """Words before a rate by which a level is worked out."""
    from ..lang import en_scan, zh_scan

    return re.compile((zh_scan if chinese else en_scan).GIVEN_RATE, re.I)


@cache
def balances(chinese: bool) -> tuple[tuple[str, str, str], ...]:
    """Names of a balance, each with the amount that is more and the one that is less: 顺差, 出口, 进口."""
    from ..lang import en_scan, zh_scan

    return tuple(tuple(line.split()) for line in (zh_scan if chinese else en_scan).BALANCES)  # type: ignore[misc]


def months(text: str, chinese: bool) -> int:
    """How many months the only stretch of the year named in `text` has; 0 if none or several are named."""
    from ..lang import en_scan, zh_scan

    known = (zh_scan if chinese else en_scan).MONTHS
    pattern = re.compile("|".join(sorted(known, key=len, reverse=True)) + (r"|1[—–~-](\d{1,2})月" if chinese else ""), re.I)
    found = {int(m[1]) if m.lastindex else known[m.group().lower()] for m in pattern.finditer(text)}
    return found.pop() if len(found) == 1 else 0


@cache
def plan(chinese: bool) -> re.Pattern[str]:
    """The name of a period of five years."""
    from ..lang import en_scan, zh_scan

    return re.compile((zh_scan if chinese else en_scan).FIVE_YEARS)


@cache
def beside() -> frozenset[str]:
    """Comparing words that set one figure beside another unless a change stands before them."""
    from ..lang import en_scan

    return frozenset(w.replace("_", " ") for w in en_scan.BESIDE.split())


@cache
def behind() -> frozenset[str]:
    """Words of a total that may stand behind its figure."""
    from ..lang import en_scan

    return frozenset(w.replace("_", " ") for w in en_scan.BEHIND.split())


@cache
def constructions(chinese: bool) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The whole constructions of a language: rule, tier and the pattern over codes whose groups are its roles."""
    from ..lang import en_scan, zh_scan

    table = getattr(zh_scan if chinese else en_scan, "CONSTRUCTIONS", ())
    return tuple((rule, tier, re.compile(re.sub(r"<(\w+)=(\w+|\[\w+\])>", r"(?P<\1>\2)", pattern.replace("@", LIST).replace("~", GAP)))) for rule, tier, pattern in table)


# In a construction ~ stands for words without a figure or a stop, @ for a list of amounts.
GAP = "[^qpxtdo;.:()]{0,6}"
LIST = "q[^qpxtd;.]{0,4}(?:[,|]a?[^qpxtd;.]{0,3}q[^qpxtd;.]{0,4})*a[^qpxtd;.]{0,4}q"


@cache
def steadily() -> re.Pattern[str]:
    """Chinese words by which each figure of a list is above, or below, the one before it."""
    from ..lang import zh_scan

    return re.compile(zh_scan.STEADILY)


@cache
def pace() -> frozenset[str]:
    """Chinese words of what happens to the pace of a change."""
    from ..lang import zh_scan

    return frozenset(zh_scan.PACE)


@cache
def flow(way: int) -> re.Pattern[str]:
    """Chinese words for what comes in (1) or goes out (-1)."""
    from ..lang import zh_scan

    return re.compile(zh_scan.COMING if way > 0 else zh_scan.GOING)


@cache
def opening() -> re.Pattern[str]:
    """Chinese words for what an account opens with."""
    from ..lang import zh_scan

    return re.compile(zh_scan.OPENING)


@cache
def closing() -> re.Pattern[str]:
    """Chinese words for what an account closes with."""
    from ..lang import zh_scan

    return re.compile(zh_scan.CLOSING)


@cache
def due() -> re.Pattern[str]:
    """Chinese words for what is due, planned or possible."""
    from ..lang import zh_scan

    return re.compile(zh_scan.DUE)


@cache
def period_sums() -> tuple[tuple[str, ...], ...]:
    """Stretches of a year in Chinese, each before the shorter ones that make it up."""
    from ..lang import zh_scan

    return tuple(tuple(line.split()) for line in zh_scan.PERIOD_SUMS)


@cache
def timing() -> frozenset[str]:
    """The Chinese verbs by which a span of time has changed."""
    from ..lang import zh_scan

    return frozenset(zh_scan.TIMING)


@cache
def phrasal() -> frozenset[str]:
    """Verbs that over belongs to: handed over 4,125 flats."""
    from ..lang import en_scan

    return frozenset(en_scan.PHRASAL.split())


@cache
def change_nouns() -> frozenset[str]:
    """Nouns of change that over or above may follow: a jump over last year's."""
    from ..lang import en_scan

    return frozenset(en_scan.CHANGE_NOUNS.split())


@cache
def exact_span() -> re.Pattern[str]:
    """Words behind a span that say it lies between two years: 40 years later."""
    from ..lang import en_scan

    return re.compile(en_scan.EXACT_SPAN, re.I)


@cache
def beginning() -> re.Pattern[str]:
    """Words before a year in which something began."""
    from ..lang import en_scan

    return re.compile(en_scan.BEGINNING, re.I)


@cache
def lasted() -> re.Pattern[str]:
    """A span, a stroke behind it, among words that say that something lasted so long."""
    from ..lang import en_scan

    return re.compile(en_scan.LASTED, re.I)


def last() -> str:
    """How the names of periods begin that may be the one spoken of: last year."""
    from ..lang import en_scan

    return en_scan.LAST


@cache
def deficits() -> frozenset[str]:
    """Words for a gap below zero."""
    from ..lang import en_scan

    return frozenset(en_scan.DEFICITS.split())


@cache
def judged(word: str) -> int:
    """1 for words that say a thing has become better, -1 for worse, else 0."""
    from ..lang import en_scan

    return (word in en_scan.BETTER.split()) - (word in en_scan.WORSE.split())


def polarity(text: str) -> int:
    """1 if the last measure named in `text` is better when more, -1 if when less, 0 if none is known."""
    kinds = [m.lastgroup for m in _measures().finditer(text)]
    return 0 if not kinds else 1 if kinds[-1] == "good" else -1


@cache
def _measures() -> re.Pattern[str]:
    from ..lang import en_scan

    good, bad = ("|".join(re.escape(word.replace("_", " ")) for word in words.split()) for words in (en_scan.GOOD, en_scan.BAD))
    return re.compile(rf"\b(?:(?P<bad>{bad})|(?P<good>{good}))", re.I)


@cache
def resuming() -> re.Pattern[str]:
    """Words that go on about what was spoken of before."""
    from ..lang import en_scan

    return re.compile(en_scan.RESUMING, re.I)


@cache
def stretches() -> re.Pattern[str]:
    """Words for stretches of time of unequal length."""
    from ..lang import en_scan

    return re.compile(en_scan.STRETCHES, re.I)


@cache
def other_levels() -> re.Pattern[str]:
    """Words for levels that are no earlier ones: the lowest since."""
    from ..lang import en_scan

    return re.compile(en_scan.OTHER_LEVELS, re.I)


@cache
def exchange() -> re.Pattern[str]:
    """Words of a rate of exchange, which falls as it rises."""
    from ..lang import en_scan

    return re.compile(en_scan.EXCHANGE, re.I)


@cache
def decade() -> re.Pattern[str]:
    """Ten years in a word."""
    from ..lang import en_scan

    return re.compile(en_scan.DECADE, re.I)


@cache
def comparatives() -> frozenset[str]:
    """Comparing words that need no than where both levels stand before them."""
    from ..lang import en_scan

    return frozenset(en_scan.COMPARATIVES.split())


def monthly() -> tuple[str, ...]:
    """How flags begin that say a rate is one of months or quarters."""
    from ..lang import en_scan

    return en_scan.MONTHLY


def on() -> tuple[str, ...]:
    """Comparing words that also stand before a day, and behind a span: on Monday, two years on."""
    from ..lang import en_scan

    return en_scan.ON


def becoming() -> tuple[str, ...]:
    """How words for to begin that need no verb of change: 540 beds have become 432."""
    from ..lang import en_scan

    return en_scan.BECOMING


@cache
def raised() -> frozenset[str]:
    """Verbs of change that before an amount mean to gather it: raised £46m."""
    from ..lang import en_scan

    return frozenset(en_scan.RAISED.split())


@cache
def relative() -> re.Pattern[str]:
    """Words behind a comma that go on about the thing compared with: than the next, which was 62."""
    from ..lang import en_scan

    return re.compile(en_scan.RELATIVE, re.I)


@cache
def periods() -> re.Pattern[str]:
    """Names of stretches of a year."""
    from ..lang import en_scan

    return re.compile(en_scan.PERIODS, re.I)


@cache
def unreal() -> re.Pattern[str]:
    """Words for a change that was asked for or foreseen, not found."""
    from ..lang import en_scan

    return re.compile(en_scan.UNREAL, re.I)


def speeds() -> tuple[str, ...]:
    """Words behind a multiple that make it one of pace or chance, not of a level."""
    from ..lang import en_scan

    return en_scan.SPEEDS


@cache
def annual() -> re.Pattern[str]:
    """Words behind a rate that say it is against the year before."""
    from ..lang import en_scan

    return re.compile(en_scan.ANNUAL, re.I)


@cache
def replacing() -> frozenset[str]:
    """Comparing words that set one figure in place of another."""
    from ..lang import en_scan

    return frozenset(w.replace("_", " ") for w in en_scan.REPLACING.split())


@cache
def noun_changes() -> frozenset[str]:
    """Nouns of change that may stand before another noun: the growth forecast."""
    from ..lang import en_scan

    return frozenset(en_scan.NOUN_CHANGES.split())


def comparing_hedges() -> tuple[str, ...]:
    """Hedges that behind a change or a figure compare instead."""
    from ..lang import en_scan

    return en_scan.COMPARING_HEDGES


def passing_hedges() -> tuple[str, ...]:
    """Hedges that behind a verb of change mean to: fell below $60."""
    from ..lang import en_scan

    return en_scan.PASSING_HEDGES


@cache
def aged() -> re.Pattern[str]:
    """Words right before an age."""
    from ..lang import en_scan

    return re.compile(en_scan.AGED, re.I)


@cache
def timed() -> re.Pattern[str]:
    """Words for a time at which a level is taken."""
    from ..lang import en_scan

    return re.compile(en_scan.TIMED, re.I)


@cache
def gaps_of_amounts() -> frozenset[str]:
    """Words for a share of a percentage that are words for a gap before an amount: a margin of $17."""
    from ..lang import en_scan

    return frozenset(w.replace("_", " ") for w in en_scan.GAPS_OF_AMOUNTS.split())


@cache
def words_of_groups(chinese: bool) -> dict[str, frozenset[str]]:
    """Groups of a construction that stand for words: one of these must be among those of the token."""
    from ..lang import en_scan, zh_scan

    return {name: frozenset(words.split()) for name, words in getattr(zh_scan if chinese else en_scan, "GROUPS", {}).items()}


@cache
def faint_rests() -> frozenset[str]:
    """English words of a rest that may also go on with a list: other overheads."""
    from ..lang import en_scan

    return frozenset(en_scan.FAINT_RESTS.split())


@cache
def number_words() -> frozenset[str]:
    """English whole numbers in words."""
    from ..lang import en

    return frozenset({*en.DIGITS, *en.TENS} - {"one", "zero"})


@cache
def averages() -> frozenset[str]:
    """English words for an average that stand before it."""
    from ..lang import en_scan

    return frozenset(w.replace("_", " ") for w in en_scan.AVERAGES.split())


@cache
def inclusive() -> re.Pattern[str]:
    """Words that count the first year and the last."""
    from ..lang import en_scan

    return re.compile(en_scan.INCLUSIVE, re.I)
