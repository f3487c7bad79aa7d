"""The word lists of a language that are no cues: known divisions, units behind average words, heads of columns."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from types import ModuleType


@cache
def _table(chinese: bool) -> ModuleType:
    """The word table of a language, imported when it is first needed."""
    if chinese:
        from ..lang import zh_scan as table
    else:
        from ..lang import en_scan as table
    return table


def _pattern(chinese: bool, name: str, documentation: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """What gives a pattern of a table, compiled when it is first asked for."""

    def pattern() -> re.Pattern[str]:
        return re.compile(getattr(_table(chinese), name), flags)

    pattern.__doc__ = documentation
    return cache(pattern)


def _words(chinese: bool, name: str, documentation: str) -> Callable[[], frozenset[str]]:
    """What gives the words of a list of a table; _ stands for a space."""

    def words() -> frozenset[str]:
        return frozenset([w.replace("_", " ") for w in getattr(_table(chinese), name).split()])

    words.__doc__ = documentation
    return cache(words)


@cache
def partitions(chinese: bool, parts: int) -> tuple[tuple[str, ...], ...]:
    """Known divisions of a whole into so many parts, each the words that name them."""
    return tuple(words for line in _table(chinese).PARTITIONS if len(words := tuple(line.split())) == parts)


@lru_cache(4096)
def per_units(word: str, chinese: bool) -> tuple[str, ...]:
    """The units a word such as 户均, 每亩 or a day speaks for."""
    from ..units import EN_WORDS, ZH_WORDS

    table = _table(chinese).PER
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


def rate_of(name: str) -> str:
    """What a Chinese name says to be the rate of, "" if it names none: 办结 of 办结率, 盈利 of 盈利面."""
    table = _table(True)
    return name[:-1] if name[-1:] in tuple(table.RATE_TAILS) and not name.endswith(table.NO_RATES) else ""


@cache
def firm_totals(chinese: bool) -> frozenset[str]:
    """The words that say a sum is meant; others (总产值, entire) may be a name."""
    return frozenset(w.replace("_", " ") for w in _table(chinese).FIRM_TOTALS.split())


@cache
def restating(chinese: bool) -> re.Pattern[str]:
    """Words that say a figure has been given before."""
    return re.compile("|".join(_table(chinese).RESTATING), re.I)


@cache
def faint() -> frozenset[str]:
    """English words too common to name an indicator by."""
    return frozenset([*_table(False).PLAIN, *_table(False).RISE, *_table(False).FALL, *"million billion thousand trillion total percent cent year years noted above and all any other others word words more most much many some such than then them thus hence since not from into onto out off per both each every".split()])


@cache
def total_row(chinese: bool) -> re.Pattern[str]:
    return re.compile(_table(chinese).TOTAL_ROW, re.I)


@cache
def in_thousands(chinese: bool) -> re.Pattern[str]:
    """Words over a table, or in brackets before a list, whose numbers are rounded to thousands, ten thousands or more."""
    return re.compile(_table(chinese).IN_THOUSANDS, re.I)


@cache
def column_heads(chinese: bool, kind: str) -> re.Pattern[str]:
    """What the head of a column of this kind (now, before, change) says."""
    return re.compile(_table(chinese).COLUMN_HEADS[kind], re.I)


@cache
def lasting(chinese: bool) -> re.Pattern[str]:
    """Words beside a span of years that lies between two years."""
    return re.compile(_table(chinese).LASTING, re.I)


@cache
def ratio(chinese: bool) -> re.Pattern[str]:
    """Words right before a plain number that is a ratio of two amounts."""
    return re.compile(_table(chinese).RATIO, re.I)


@cache
def stretching(chinese: bool) -> re.Pattern[str]:
    """All that may stand between two dates (and, after a stroke, behind the second) that begin and end a stretch of time."""
    return re.compile(_table(chinese).STRETCHING, re.I | re.S)


@cache
def contribution(chinese: bool) -> re.Pattern[str]:
    """The name of the share of a part in the change of its whole."""
    return re.compile(_table(chinese).CONTRIBUTION, re.I)


@cache
def by_convention(chinese: bool) -> re.Pattern[str]:
    """Names of levels whose growth is told at constant prices although nothing says so."""
    return re.compile(_table(chinese).CONVENTION)


apart = _pattern(True, "APART", "Chinese words right before how far one of two levels is from the other.")
extent = _pattern(True, "EXTENT", "Chinese words that call a percentage that of the change before it.")
short_of_it = _pattern(True, "SHORT_OF_IT", "Chinese words that set an amount against a fraction of another: 仍不到三分之一.")
questionnaires = _pattern(True, "QUESTIONNAIRES", "Chinese names of what each person asked has filled in.")
no_sum = _pattern(True, "NO_SUM", "Chinese names of levels that no parts make up: medians, prices, what there is a head.")
threshold = _pattern(True, "THRESHOLD", "Chinese words behind a percentage that is a mark some are above.")
each_year = _words(True, "EACH_YEAR", "Chinese words that say a rate is one of every year.")
on_last_year = _words(True, "ON_LAST_YEAR", "Chinese words that say a change is one from the year before.")


@cache
def interval() -> re.Pattern[str]:
    """English words before the ends of an interval of confidence, the first of which may stand between."""
    return re.compile(rf"(?:{_table(False).INTERVALS})\b[^\d;.)]{{0,16}}(?:\d[\d.,%]* ?(?:to|and|[-–—,])? ?)?[-−]?$", re.I)


@cache
def intervals() -> re.Pattern[str]:
    """English words behind the percentage of an interval of confidence."""
    return re.compile(rf"\s*(?:{_table(False).INTERVALS}|confidence\b)", re.I)


@cache
def pointing(chinese: bool) -> re.Pattern[str]:
    """Words right before a figure that has been given before: those 1,200, 这7860米."""
    return re.compile(_table(chinese).POINTING, re.I)


@cache
def parts_of_a_text(chinese: bool) -> re.Pattern[str]:
    """Names of the parts of a text: headline, summary, chapter 3."""
    return re.compile(_table(chinese).PARTS_OF_A_TEXT, re.I)


@cache
def passed(chinese: bool) -> re.Pattern[str]:
    """Words around a figure (a stroke in its place) that is a mark somebody has passed."""
    return re.compile(_table(chinese).PASSED, re.I)


from_end_to_end = _pattern(False, "FROM_END_TO_END", "English words before what a year was begun with (the first group), or ended with.", re.I)
adding_up = _words(False, "ADDING_UP", "English words by which all amounts before them make a sum.")
consequently = _pattern(False, "CONSEQUENTLY", "English words by which a share follows from what stands before it.", re.I)
turned = _pattern(False, "TURNED", "English words around an amount (a stroke in its place) by which a loss has become a profit.", re.I)
between_years = _pattern(False, "BETWEEN_YEARS", "English words that name the two years of a change.", re.I)
pluperfect = _pattern(False, "PLUPERFECT", "English words before a level of a time before the one spoken of: it had yielded.", re.I)
broad_names = _words(False, "BROAD_NAMES", "English names that each amount of a text may have.")
when_it_was = _pattern(False, "WHEN_IT_WAS", "English words between a year and its level: 2017, when they were.", re.I)
setting_beside = _pattern(False, "SETTING_BESIDE", "English words that set what stands behind them beside what stands before.", re.I)
ranging = _pattern(False, "RANGING", "English words before the ends of a range, the first of which may stand between.", re.I)
expected = _pattern(False, "EXPECTED", "English words behind an amount that was expected, not reached.", re.I)
@cache
def extremes(chinese: bool) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Words right before the least of some figures, before the most, and all that may stand between the two."""
    return tuple(re.compile(pattern, re.I) for pattern in _table(chinese).EXTREMES)  # type: ignore[return-value]


stretch_of = _pattern(False, "STRETCH_OF", "English words before a number of games, laps or issues that make up a stretch of time.", re.I)
accumulated = _pattern(True, "ACCUMULATED", "Chinese words right before a balance that is one of all the years.")
gains = _pattern(False, "GAINS", "English words for an amount above zero that a loss or deficit may stand beside.", re.I)
including = _words(False, "INCLUDING", "English words before some of what a whole holds.")
since = _pattern(False, "SINCE", "English words behind a figure that is counted up from a month on.", re.I)
out_of_so_many = _words(False, "OUT_OF_SO_MANY", "English words between a rate and the number of heads or things it is for.")
@cache
def bringing() -> tuple[str, ...]:
    """English verbs by which amounts bring another to what it is."""
    return tuple(_table(False).BRINGING.split())


both = _pattern(False, "BOTH", "English words that speak of several things at once.", re.I)
rebounding = _words(False, "REBOUNDING", "English verbs of a rise that comes after a fall, so that it may end below where that began.")
ranking = _words(False, "RANKING", "English verbs of a place in a list: from 5 to 2.")
counted_back = _pattern(False, "COUNTED_BACK", "English words behind a span that is counted back from now.", re.I)
covering = _pattern(False, "COVERING", "English words before a multiple of something that is not printed: covered 1.8 times.", re.I)
containing = _pattern(True, "CONTAINING", "Chinese words between an amount and what it holds, which need not be all.")
levied = _pattern(True, "LEVIED", "Chinese words behind a rate by which a part of an amount is taken.")
amounting = _pattern(True, "AMOUNTING", "Chinese words right before a percentage that is one of another amount: 相当于去年的.")
price = _pattern(True, "PRICE", "Chinese words right before what one of a number of things costs.")
working_back = _pattern(True, "WORKING_BACK", "Chinese words that open a sentence with what follows from the one before it.")
base_year = _pattern(True, "BASE_YEAR", "Chinese words that name the year a change is counted from.")
in_all = _pattern(True, "IN_ALL", "Chinese words between a list and its total.")
quarters = _pattern(True, "QUARTERS", "Chinese words before a list of the quarters of a year.")
@cache
def added_for_each() -> tuple[str, ...]:
    """Chinese verbs by which each has so much more than before."""
    return tuple(_table(True).ADDED_FOR_EACH.split())


at_the_end = _pattern(True, "AT_THE_END", "Chinese words before a level of the end of a stretch of time.")
more_of_it = _pattern(True, "MORE_OF_IT", "Chinese verbs between 多 and how much more was done.")
in_fact = _pattern(True, "IN_FACT", "Chinese words before what has come of a plan so far.")
part_of_year = _pattern(True, "PART_OF_YEAR", "Chinese names of a quarter or a half of a year.")
whole_year = _pattern(True, "WHOLE_YEAR", "Chinese words before the amount of a whole year.")
on_the_last = _pattern(True, "ON_THE_LAST", "Chinese words that say a change is one from the month or quarter before.")
last_month = _pattern(True, "LAST_MONTH", "Chinese names of the month, week or quarter before.")


def head_of(name: str) -> str:
    """The last word of a Chinese name, which says what is counted, without what says how."""
    return re.sub(_table(True).MEASURED, "", name)[-2:]


bettered = _pattern(True, "BETTERED", "Chinese words before a time that has become better, which is less.")
to_an_age = _pattern(True, "TO_AN_AGE", "Behind the first of two Chinese ages: —14岁.")
of_an_age = _pattern(True, "OF_AN_AGE", "Chinese words behind an age that says of whom something is told: 及以上, 组.")
those_that = _pattern(True, "THOSE_THAT", "Chinese words between a verb and the number of those of whom it is said: 增长的有21个.")
not_done = _pattern(True, "NOT_DONE", "Chinese words before what was due and has not been done.")
by_then = _pattern(True, "BY_THEN", "Chinese words between two levels of which the second is the later.")
effective_rate = _pattern(True, "EFFECTIVE_RATE", "Chinese words before the share of those a treatment worked for.")
cured = _pattern(True, "CURED", "Chinese words before how many a treatment worked for, more or less.")
not_cured = _pattern(True, "NOT_CURED", "Chinese words before how many a treatment did nothing for.")
planned = _pattern(True, "PLANNED", "Chinese words right before an amount that was planned.")
of_a_plan = _pattern(True, "OF_A_PLAN", "Chinese words right before a percentage of what was planned: 为年初预算的.")
to_be = _pattern(True, "TO_BE", "Chinese names of an amount that was planned, not reached.")
indexed = _pattern(True, "INDEXED", "Chinese words right before the figure that an index begins with.")
other_population = _pattern(False, "OTHER_POPULATION", "English words behind a rate that say of whom it is.")


@cache
def weighed(chinese: bool) -> re.Pattern[str]:
    """Words before a total that is not the plain sum of what stands before it."""
    return re.compile(_table(chinese).WEIGHED, re.I)


@cache
def scopes() -> tuple[tuple[str, str], ...]:
    """Chinese names of two populations of one place, of which neither is a part of the other."""
    return tuple(tuple(pair.split()) for pair in _table(True).SCOPES)  # type: ignore[misc]


@cache
def superseded(chinese: bool) -> re.Pattern[str]:
    """Words right before a figure that has been put right, or that another text gave."""
    return re.compile(_table(chinese).SUPERSEDED, re.I)


@cache
def foremost(chinese: bool) -> re.Pattern[str]:
    """Words before a list that holds only the first of a rank."""
    return re.compile(_table(chinese).FOREMOST, re.I)


@cache
def jointly(chinese: bool) -> re.Pattern[str]:
    """Words in a clause whose share is that of all the parts before it."""
    return re.compile(_table(chinese).JOINTLY, re.I)


@cache
def spelled_out(chinese: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each rule all that may stand between two amounts where a text says what to do with them: 除以, divided by."""
    return tuple((rule, re.compile(pattern, re.I | re.S)) for rule, pattern in _table(chinese).SPELLED_OUT.items())


@cache
def that_makes(chinese: bool) -> re.Pattern[str]:
    """Words that open a sentence with the sum of what stands before it."""
    return re.compile(_table(chinese).THAT_MAKES, re.I)


@cache
def given(chinese: bool) -> re.Pattern[str]:
    """Words before a rate by which a level is worked out."""
    return re.compile(_table(chinese).GIVEN_RATE, re.I)


@cache
def balances(chinese: bool) -> tuple[tuple[str, str, str], ...]:
    """Names of a balance, each with the amount that is more and the one that is less: 顺差, 出口, 进口."""
    return tuple(tuple(line.split()) for line in _table(chinese).BALANCES)  # type: ignore[misc]


def months(text: str, chinese: bool) -> int:
    """How many months the only stretch of the year named in `text` has; 0 if none or several are named."""
    known = _table(chinese).MONTHS
    found = {int(m[1]) if m.lastindex else known[m.group().lower()] for m in _months(chinese).finditer(text)}
    return found.pop() if len(found) == 1 else 0


@cache
def _months(chinese: bool) -> re.Pattern[str]:
    return re.compile("|".join(sorted(_table(chinese).MONTHS, key=len, reverse=True)) + (r"|1[—–~-](\d{1,2})月" if chinese else ""), re.I)


@cache
def plan(chinese: bool) -> re.Pattern[str]:
    """The name of a period of five years."""
    return re.compile(_table(chinese).FIVE_YEARS)


beside = _words(False, "BESIDE", "Comparing words that set one figure beside another unless a change stands before them.")
behind = _words(False, "BEHIND", "Words of a total that may stand behind its figure.")


@cache
def constructions(chinese: bool) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The whole constructions of a language: rule, tier and the pattern over codes whose groups are its roles."""
    table = getattr(_table(chinese), "CONSTRUCTIONS", ())
    return tuple((rule, tier, re.compile(re.sub(r"<(\w+)=(\w+|\[\w+\])>", r"(?P<\1>\2)", pattern.replace("@", LIST).replace("~", GAP)))) for rule, tier, pattern in table)


# In a construction ~ stands for words without a figure or a stop, @ for a list of amounts.
GAP = "[^qpxtdo;.:()]{0,6}"
LIST = "q[^qpxtd;.]{0,4}(?:[,|]a?[^qpxtd;.]{0,3}q[^qpxtd;.]{0,4})*a[^qpxtd;.]{0,4}q"


steadily = _pattern(True, "STEADILY", "Chinese words by which each figure of a list is above, or below, the one before it.")


@cache
def pace() -> frozenset[str]:
    """Chinese words of what happens to the pace of a change."""
    return frozenset(_table(True).PACE)


@cache
def flow(way: int) -> re.Pattern[str]:
    """Chinese words for what comes in (1) or goes out (-1)."""
    return re.compile(_table(True).COMING if way > 0 else _table(True).GOING)


opening = _pattern(True, "OPENING", "Chinese words for what an account opens with.")
closing = _pattern(True, "CLOSING", "Chinese words for what an account closes with.")
due = _pattern(True, "DUE", "Chinese words for what is due, planned or possible.")


@cache
def period_sums() -> tuple[tuple[str, ...], ...]:
    """Stretches of a year in Chinese, each before the shorter ones that make it up."""
    return tuple(tuple(line.split()) for line in _table(True).PERIOD_SUMS)


@cache
def timing() -> frozenset[str]:
    """The Chinese verbs by which a span of time has changed."""
    return frozenset(_table(True).TIMING)


phrasal = _words(False, "PHRASAL", "Verbs that over belongs to: handed over 4,125 flats.")
change_nouns = _words(False, "CHANGE_NOUNS", "Nouns of change that over or above may follow: a jump over last year's.")
those_years = _pattern(False, "THOSE_YEARS", "Words right before a span that is the one just named: in those 27 years.", re.I)
exact_span = _pattern(False, "EXACT_SPAN", "Words behind a span that say it lies between two years: 40 years later.", re.I)
beginning = _pattern(False, "BEGINNING", "Words before a year in which something began.", re.I)
lasted = _pattern(False, "LASTED", "A span, a stroke behind it, among words that say that something lasted so long.", re.I)


@cache
def last() -> str:
    """How the names of periods begin that may be the one spoken of: last year."""
    return _table(False).LAST


deficits = _words(False, "DEFICITS", "Words for a gap below zero.")


@cache
def judged(word: str) -> int:
    """1 for words that say a thing has become better, -1 for worse, else 0."""
    return (word in _table(False).BETTER.split()) - (word in _table(False).WORSE.split())


def polarity(text: str) -> int:
    """1 if the last measure named in `text` is better when more, -1 if when less, 0 if none is known."""
    kinds = [m.lastgroup for m in _measures().finditer(text)]
    return 0 if not kinds else 1 if kinds[-1] == "good" else -1


@cache
def _measures() -> re.Pattern[str]:
    good, bad = ("|".join(re.escape(word.replace("_", " ")) for word in words.split()) for words in (_table(False).GOOD, _table(False).BAD))
    return re.compile(rf"\b(?:(?P<bad>{bad})|(?P<good>{good}))", re.I)


resuming = _pattern(False, "RESUMING", "Words that go on about what was spoken of before.", re.I)
stretches = _pattern(False, "STRETCHES", "Words for stretches of time of unequal length.", re.I)
other_levels = _pattern(False, "OTHER_LEVELS", "Words for levels that are no earlier ones: the lowest since.", re.I)
as_much = _pattern(False, "AS_MUCH", "Words behind a multiple by which one amount is measured against another.", re.I)
measures = _pattern(False, "MEASURES", "Words behind over and under that an amount is measured by: under budget, over the estimate.", re.I)
partitives = _words(False, "PARTITIVES", "Words behind a part that speak of its whole: 12 of them.")
resumed = _pattern(False, "RESUMED", "Words by which a sentence goes on about what the one before began with.")
furthermore = _pattern(False, "FURTHERMORE", "English words that add one change to another.", re.I)
in_place_of = _words(False, "IN_PLACE_OF", "Comparing words before what might have been, or was thought to be.")
running = _pattern(False, "RUNNING", "English words before a span that is agreed, not passed.", re.I)
exchange = _pattern(False, "EXCHANGE", "Words of a rate of exchange, which falls as it rises.", re.I)
decade = _pattern(False, "DECADE", "Ten years in a word.", re.I)
degrees = _words(False, "DEGREES", "Comparing words before what is more or less so: they wait less long.")
comparatives = _words(False, "COMPARATIVES", "Comparing words that need no than where both levels stand before them.")


@cache
def monthly() -> tuple[str, ...]:
    """How flags begin that say a rate is one of months or quarters."""
    return _table(False).MONTHLY


@cache
def on() -> tuple[str, ...]:
    """Comparing words that also stand before a day, and behind a span: on Monday, two years on."""
    return _table(False).ON


@cache
def becoming() -> tuple[str, ...]:
    """How words for to begin that need no verb of change: 540 beds have become 432."""
    return _table(False).BECOMING


raised = _words(False, "RAISED", "Verbs of change that before an amount mean to gather it: raised £46m.")
relative = _pattern(False, "RELATIVE", "Words behind a comma that go on about the thing compared with: than the next, which was 62.", re.I)
periods = _pattern(False, "PERIODS", "Names of stretches of a year.", re.I)
unreal = _pattern(False, "UNREAL", "Words for a change that was asked for or foreseen, not found.", re.I)


@cache
def speeds() -> tuple[str, ...]:
    """Words behind a multiple that make it one of pace or chance, not of a level."""
    return _table(False).SPEEDS


annual = _pattern(False, "ANNUAL", "Words behind a rate that say it is against the year before.", re.I)
replacing = _words(False, "REPLACING", "Comparing words that set one figure in place of another.")
noun_changes = _words(False, "NOUN_CHANGES", "Nouns of change that may stand before another noun: the growth forecast.")


@cache
def comparing_hedges() -> tuple[str, ...]:
    """Hedges that behind a change or a figure compare instead."""
    return _table(False).COMPARING_HEDGES


@cache
def passing_hedges() -> tuple[str, ...]:
    """Hedges that behind a verb of change mean to: fell below $60."""
    return _table(False).PASSING_HEDGES


born = _pattern(False, "BORN", "Words that say a year is that of a birth.", re.I)
giving_a_reason = _pattern(False, "GIVING_A_REASON", "English words between a pair of levels and a change that is why they differ.", re.I)
topmost = _pattern(False, "TOPMOST", "English words before how many places a list has: the top 10.", re.I)
these = _pattern(False, "THESE", "English words before how many there are of what has just been told one by one.", re.I)
multiplied = _pattern(False, "MULTIPLIED", "English words right before a number that says how many times as much.", re.I)
aged = _pattern(False, "AGED", "Words right before an age.", re.I)
timed = _pattern(False, "TIMED", "Words for a time at which a level is taken.", re.I)
gaps_of_amounts = _words(False, "GAPS_OF_AMOUNTS", "Words for a share of a percentage that are words for a gap before an amount: a margin of $17.")


@cache
def words_of_groups(chinese: bool) -> dict[str, frozenset[str]]:
    """Groups of a construction that stand for words: one of these must be among those of the token."""
    return {name: frozenset(words.split()) for name, words in getattr(_table(chinese), "GROUPS", {}).items()}


faint_rests = _words(False, "FAINT_RESTS", "English words of a rest that may also go on with a list: other overheads.")


@cache
def number_words() -> frozenset[str]:
    """English whole numbers in words."""
    from ..lang import en

    return frozenset({*en.DIGITS, *en.TENS} - {"one", "zero"})


averages = _words(False, "AVERAGES", "English words for an average that stand before it.")
inclusive = _pattern(False, "INCLUSIVE", "Words that count the first year and the last.", re.I)
