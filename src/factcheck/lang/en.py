"""English: number words, scales, hedges, words that are no numbers, verbs, messages, rule titles and examples."""

from __future__ import annotations

DIGITS = {word: n for n, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())}
TENS = {word: n * 10 for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SMALL_SCALES = {"hundred": 100, "dozen": 12, "score": 20}
BIG_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 10**5, "crore": 10**7}
SCALE_SHORT = {"k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mn": 10**6, "mln": 10**6, "MM": 10**6, "bn": 10**9, "B": 10**9, "b": 10**9,
               "bln": 10**9, "tn": 10**12, "trn": 10**12, "T": 10**12, "cr": 10**7}
# After a number that has no currency sign these stand for a unit, if for anything.
SCALE_NEEDS_CURRENCY = frozenset({"m", "b", "B", "M", "T", "MM", "K"})
FRACTIONS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
             "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
             "thousandth": 1000, "thousandths": 1000, "millionth": 10**6, "millionths": 10**6}
MULTIPLES = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "quintupled": 5, "halved": (1, 2), "twice": 2, "thrice": 3,
             "doubling": 2, "tripling": 3, "trebling": 3, "quadrupling": 4, "halving": (1, 2)}
# Double the 1,500 of 1990, but not: to double the number.
MULTIPLES_OF = {"double": 2, "treble": 3, "triple": 3, "quadruple": 4}
BEFORE_VERB = frozenset("to will would may might could can should must and not".split())
FOLD_WORDS = {"twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10}
INDEFINITE = {"dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999), "millions": (2 * 10**6, 10**7 - 1),
              "tens of thousands": (10**4, 10**5 - 1), "hundreds of thousands": (10**5, 10**6 - 1), "tens of millions": (10**7, 10**8 - 1),
              "hundreds of millions": (10**8, 10**9 - 1), "billions": (2 * 10**9, 10**10 - 1), "trillions": (2 * 10**12, 10**13 - 1),
              "thousands of millions": (10**9, 10**10 - 1), "hundreds of billions": (10**11, 10**12 - 1), "tens of billions": (10**10, 10**11 - 1)}

# Behind a number in words these say that it counts what stands before: six fewer, nine in all.
BEHIND_COUNT = ("more than", "fewer", "less than", "ahead", "behind", "higher", "lower", "above", "below", "short", "up on", "down on", "in all", "altogether", "in total", "combined", "apiece")
# Half a percentage point, a half-point cut.
PARTS_OF_POINT = {"half": (1, 2), "quarter": (1, 4), "three quarters": (3, 4), "three-quarters": (3, 4), "third": (1, 3), "tenth": (1, 10), "full": (1, 1),
                  **{f"{word}{gap}tenths": (top, 10) for word, top in (("two", 2), ("three", 3), ("four", 4), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9)) for gap in "- "},
                  **{f"two{gap}thirds": (2, 3) for gap in "- "}}
# Behind half, a third, a quarter these say that a part is meant.
HALF_OF = frozenset("of the a its their his her our all that this these those as".split())
AFTER_FRACTION = frozenset("at last this while because again on than when against compared short wider deeper lighter heavier cheaper dearer bigger faster slower longer shorter older younger ahead behind of in are is were was have has had the as more less fewer higher lower up down larger smaller and or to from on above below over since between within during throughout after before".split())
# Net income was ($99.5 million): behind these a bracket means below zero.
BEFORE_LOSS = frozenset("was were is are of to at from and or by with versus vs totaled totalled reported approximately about around a".split())
# 1080p is a screen, not a price.
SCREENS = frozenset(("480", "720", "1080", "2160"))
# Several hundred.
SOME = frozenset(("several", "few"))
# 100m long is a length, 9.99m trips are millions.
LENGTH_WORDS = "wide long high tall deep thick away above below apart race freestyle".split()

HEDGES_BEFORE = {
    "about": "about", "around": "about", "some": "about", "roughly": "about", "approximately": "about", "approx.": "about", "approx": "about",
    "circa": "about", "c.": "about", "an estimated": "about", "~": "about", "in the region of": "about", "or so": "about",
    "nearly": "nearly", "almost": "nearly", "close to": "about", "not quite": "nearly", "just under": "nearly", "just below": "nearly", "approaching": "nearly", "just short of": "nearly",
    "over": "over", "more than": "over", "just over": "over", "above": "over", "exceeding": "over", "in excess of": "over", "upwards of": "over",
    "upward of": "over", "just above": "over", "well over": "over", "greater than": "over", "a little over": "over", "slightly more than": "over", ">": "over",
    "at least": "at_least", "no less than": "at_least", "no fewer than": "at_least", "not less than": "at_least", "a minimum of": "at_least",
    "up to": "at_most", "as many as": "at_most", "as much as": "at_most", "as few as": "at_least", "as little as": "at_least", "at most": "at_most", "no more than": "at_most", "not more than": "at_most", "a maximum of": "at_most",
    "less than": "under", "fewer than": "under", "under": "under", "below": "under", "<": "under",
}
# Spread over three divisions: in three, not in more than three.
SPREAD_OVER = frozenset("spread scattered distributed".split())
HEDGES_AFTER = {"-odd": "some_over", "+": "at_least", "-plus": "at_least", " plus": "at_least", " or more": "at_least", " or less": "at_most", " or fewer": "at_most", " or so": "about",
                " or above": "at_least", " or below": "at_most", " or over": "at_least"}

RANGE_SIGNS = ("-", "–", "—", "to", "~", "and")

# Plural nouns that do not end in s.
PLURALS = frozenset("pts people men women children staff cattle sheep fish police personnel aircraft households data media crew youth livestock poultry feet".split())
# Of a 60-seat council these nouns say how many there are.
SIZES = frozenset("member seat bed room place berth desk job vote vessel ship plane aircraft vehicle car truck bus store shop school site station page team player nation country state unit".split())
# Words in s that are not what a number counts.
NOT_NOUNS = frozenset(("as is was has its this thus us less plus minus across towards yes versus per vs besides perhaps always does needs makes gives takes rises falls respectively "
                       "consists comprises includes contains totals amounts equals exceeds stands sits belongs goes lies "
                       "means costs sees says shows comes goes equals represents remains sometimes nevertheless afterwards "
                       "sales sports goods arms customs savings news").split())
BEFORE_YEAR = frozenset(("in of from since by until till during fiscal financial calendar year for and to the between late early mid- mid after before through end than versus vs "
                         "against quarter half spring summer autumn winter fy january february march april may june july august september october november december "
                         "jan feb mar apr jun jul aug sep sept oct nov dec").split())
# 2015 levels, 2019 results: these are of a year.
YEAR_NOUNS = frozenset("levels figures results elections sales prices terms data estimates forecasts accounts reports games olympics budgets targets goals values totals".split())
RANKS = frozenset("ranked rank ranks ranking placed finished to was is".split())
REFERENCE_WORDS = ("section table figure fig fig. chapter article appendix annex page pages p. pp. note notes footnote no. no number item step part volume vol. issue "
                   "level phase model type class grade route highway room gate line version flight iso iec rfc covid resolution form chart exhibit line tier stage stages "
                   "scope act paragraph para. clause schedule box panel week day").split()
REFERENCES = frozenset([*REFERENCE_WORDS, *"sections tables figures figs chapters articles pages pp notes items steps parts volumes levels phases attainment models classes lines versions exhibits tiers grades stages weeks phases boeing airbus iphone ipad android ios windows apollo interstate web agenda".split()])
# A noun that is counted does not stand behind one of these.
NOT_BEFORE_NOUN = frozenset("of in to and or by at on for from with per than the a an were was is are had has have as that which who while when but".split())

RISING = ("rose rise rises rising risen increased increase increases increasing grew grow grows growth grown climbed climb gained gain gains jumped jump surged surge "
          "soared up advanced expanded higher").split()
FALLING = ("fell fall falls falling fallen decreased decrease decreases decreasing declined decline declines dropped drop drops lost shrank shrink slipped slid sank "
           "slumped plunged down reduced lower contracted cut").split()
NOT_VERBS: list[str] = []

CONSTANT_PRICES = ["real terms", "constant price", "constant currency", "organic", "like-for-like", "inflation-adjusted", "adjusted for inflation", "comparable basis"]

MESSAGES = {
    "consistent": "{sum}, as the report says: {reported}",
    "rounding": "{sum}, the report says {reported}; they meet within rounding",
    "mismatch": "{sum}, the report says {reported}",
    "bound_consistent": "{left} {op} {right}",
    "bound_rounding": "{left} {op} {right}, within rounding only",
    "bound_mismatch": "{left} {op} {right} should hold, but they are {left_value} and {right_value}",
    "direction": "the verb says {verb}, but from {base} to {value} it is {actual}",
    "rising": "a rise", "falling": "a fall", "unchanged": "no change",
    "changed": "claims.yaml holds {attested}, the report now says {reported}",
    "recorded": "as recorded",
    "mentions_agree": "{count} mentions agree",
    "mentions_differ": "mentions differ: {texts}",
    "unbound": "the report holds no such sentence",
    "unbound_several": "the report holds it in places that disagree: {texts}",
    "reworded": "the sentence is worded anew; its figures still stand together",
    "undecided_unbound": "a figure it needs was not found: {names}",
    "undecided": "cannot be decided: {reason}",
    "constant_prices": "growth at constant prices cannot be recomputed from nominal levels ({sum})",
    "known": "known: {reason}",
    "pin_gone": "the pinned mismatch is gone; take `known` out",
    "nothing": "nothing to report",
    "totals": {"consistent": "{} consistent", "rounding": "{} within rounding", "mismatch": "{} mismatch", "changed": "{} changed", "unbound": "{} unbound",
               "reworded": "{} reworded", "undecided": "{} undecided", "known": "{} known"},
    "scanned": "{figures} figures found, {claims} claims checked, {uncovered} figures not checked",
    "no_claims": "{figures} figures found; none of them follows from others in the text",
    "coverage": "{figures} figures: {checked} checked, {recorded} recorded, {uncovered} uncovered",
    "next_mismatch": "see it step by step: factcheck explain {ids}",
    "next_changed": "put it back, or: factcheck accept {ids}",
    "next_unbound": "mend the quote in claims.yaml, or drop what is gone: factcheck accept --prune {ids}",
    "next_reworded": "take over the new wording: factcheck accept {ids}",
    "next_uncovered": "record what is not covered: factcheck init --add {report}",
    "title": "Findings", "column_claim": "Claim", "column_verdict": "Verdict", "column_place": "Place", "column_message": "What was found",
    "verdicts": {"consistent": "consistent", "rounding": "rounding", "mismatch": "mismatch", "changed": "changed", "unbound": "unbound", "reworded": "reworded", "undecided": "undecided", "uncovered": "uncovered"},
    "column_change": "change", "column_touches": "touches", "changes": "{count} figures changed, {broken} claims broken", "lines_below": ", {count} lines below", "lines_above": ", {count} lines above",
    "column_rule": "Rule", "column_statement": "Statement", "column_figures": "Base figures", "recorded_rule": "recorded",
    "uncovered": "no claim uses {text}, and claims.yaml does not record it", "column_role": "Role", "column_figure": "Figure", "notes": "Notes: {count}", "more": "and {count} more, not listed", "figures_of": "The figures used",
}

RULES = {
    "growth": {
        "title": "Growth rate", "cues": ("rose", "fell", "up", "down", "year on year"),
        "consistent": ("Sales rose from {base=$350 million} to {value=$680 million}, up {result=94.3%}", "Output fell from {base=40,000 tonnes} to {value=36,000 tonnes}, a decline of {result=10%}"),
        "inconsistent": ("Sales rose from {base=$350 million} to {value=$680 million}, up {result=49.3%}",),
    },
    "cagr": {
        "title": "Compound yearly growth", "cues": ("a year", "per annum", "CAGR"),
        "consistent": ("Revenue grew from {base=$20 million} in {from=2015} to {value=$30 million} in {to=2019}, or {result=10.7%} a year",),
        "inconsistent": ("Revenue grew from {base=$20 million} in {from=2015} to {value=$30 million} in {to=2019}, or {result=12.5%} a year",),
    },
    "difference": {
        "title": "Change", "cues": ("by", "more than", "fewer than"),
        "consistent": ("Membership climbed from {base=8,100} to {value=9,450}, a gain of {result=1,350}",),
        "inconsistent": ("Membership climbed from {base=8,100} to {value=9,450}, a gain of {result=1,530}",),
    },
    "point_change": {
        "title": "Change in percentage points", "cues": ("percentage points", "pp", "basis points"),
        "consistent": ("The share rose from {start=31.2%} to {end=34.6%}, up {result=3.4 percentage points}",),
        "inconsistent": ("The share rose from {start=31.2%} to {end=34.6%}, up {result=4.3 percentage points}",),
    },
    "multiple": {
        "title": "Multiple", "cues": ("times", "twice", "doubled"),
        "consistent": ("At {value=460 tonnes} the harvest was {result=2.3 times} the {base=200 tonnes} of last year",),
        "inconsistent": ("At {value=460 tonnes} the harvest was {result=3.2 times} the {base=200 tonnes} of last year",),
    },
    "share": {
        "title": "Share", "cues": ("of", "per cent of", "accounted for"),
        "consistent": ("Of {whole=506 services}, {part=426 services} are online, or {result=84.2%}",),
        "inconsistent": ("Of {whole=506 services}, {part=426 services} are online, or {result=82.4%}",),
    },
    "total": {
        "title": "Total", "cues": ("in all", "of which", "a total of"),
        "consistent": ("In all {result=64 firms} took part: {parts=22 firms} large and {parts=42 firms} small",),
        "inconsistent": ("In all {result=64 firms} took part: {parts=22 firms} large and {parts=24 firms} small",),
    },
    "remainder": {
        "title": "Remainder", "cues": ("leaving", "the remaining"),
        "consistent": ("Of {whole=120 sites}, {parts=87 sites} are finished, leaving {result=33 sites}",),
        "inconsistent": ("Of {whole=120 sites}, {parts=87 sites} are finished, leaving {result=43 sites}",),
    },
    "average": {
        "title": "Average", "cues": ("on average", "averaged"),
        "consistent": ("Yields of {values=320 tonnes}, {values=410 tonnes} and {values=350 tonnes} averaged {result=360 tonnes}",),
        "inconsistent": ("Yields of {values=320 tonnes}, {values=410 tonnes} and {values=350 tonnes} averaged {result=390 tonnes}",),
    },
    "quotient": {
        "title": "Rate", "cues": ("per", "each", "a head"),
        "consistent": ("The {dividend=$60 million} went to {divisor=12,000 households}, {result=$5,000} each", "The {dividend=57,083 pupils} of {divisor=68 schools} make {result=839} each"),
        "inconsistent": ("The {dividend=$60 million} went to {divisor=12,000 households}, {result=$7,000} each",),
    },
    "product": {
        "title": "Product", "cues": ("at", "each"),
        "consistent": ("At {factors=$800/tonne} the {factors=3,000 tonnes} cost {result=$2.4 million}",),
        "inconsistent": ("At {factors=$800/tonne} the {factors=3,000 tonnes} cost {result=$2.7 million}",),
    },
    "equal": {
        "title": "Agreement", "cues": ("as many", "respectively"),
        "consistent": ("The {values=13 clinics} have {values=13 doctors}, one each",),
        "inconsistent": ("The {values=13 clinics} have {values=12 doctors}, one each",),
    },
    "at_most": {
        "title": "Bound", "cues": ("of which", "up to", "cap"),
        "consistent": ("Of {whole=506 services} no fewer are listed, {part=426 services} of them online",),
        "inconsistent": ("Of {whole=506 services} no fewer are listed, {part=526 services} of them online",),
    },
    "between": {
        "title": "Band", "cues": ("between",),
        "consistent": ("The grant is between {low=$3,000} and {high=$5,000}; this year it is {value=$4,000}",),
        "inconsistent": ("The grant is between {low=$3,000} and {high=$5,000}; this year it is {value=$6,000}",),
    },
    "rises": {
        "title": "Rise", "cues": ("rose to", "up to"),
        "consistent": ("The allowance went from {values=$3,150} up to {values=$4,560}",),
        "inconsistent": ("The allowance went from {values=$4,560} up to {values=$3,150}",),
    },
    "falls": {
        "title": "Fall", "cues": ("fell to", "down to"),
        "consistent": ("The rate went from {values=26%} down to {values=0.52%}",),
        "inconsistent": ("The rate went from {values=0.52%} down to {values=26%}",),
    },
    "count": {
        "title": "List and number", "cues": ("the following",),
        "consistent": ("In {items=Ashford, Barton and Colne} all {result=3 towns} agreed",),
        "inconsistent": ("In {items=Ashford, Barton and Colne} all {result=4 towns} agreed",),
    },
    "elapsed_years": {
        "title": "Years passed", "cues": ("after", "years later"),
        "consistent": ("Work began in {from=2016} and ended in {to=2019}, after {result=3 years}",),
        "inconsistent": ("Work began in {from=2016} and ended in {to=2019}, after {result=4 years}",),
    },
    "inclusive_years": {
        "title": "Years counted with both ends", "cues": ("consecutive", "in a row"),
        "consistent": ("From {from=2017} through {to=2019} it grew {result=3 years} in a row",),
        "inconsistent": ("From {from=2017} through {to=2019} it grew {result=2 years} in a row",),
    },
}

# A verb and the one that goes the other way.
OPPOSITES = {a: b for pair in (
    "rose fell", "rise fall", "rises falls", "rising falling", "risen fallen", "increased decreased", "increase decrease", "increases decreases", "increasing decreasing",
    "grew shrank", "climbed dropped", "gained lost", "jumped slumped", "up down", "higher lower", "gain drop", "growth decline", "expanded contracted", "surged plunged", "advanced declined",
    "soared sank",
) for a, b in (pair.split(), pair.split()[::-1])} | {"decline": "increase", "slipped": "rose", "slid": "rose", "cut": "raised", "reduced": "increased"}

# What most likely happened to a figure, for each kind of cause; then how it is said of the figure of the finding itself, and of another.
CAUSES = {
    "edited": "edited by mistake", "percent_points": "percent and percentage points mixed up", "percent_permille": "percent and per mille mixed up",
    "over_end_value": "divided by the later value", "ratio_as_growth": "ratio given as growth", "growth_as_ratio": "growth given as a ratio", "simple_mean": "simple mean for a compound rate",
    "not_averaged": "not averaged over the years", "to_for_by": "to for by", "direction": "wrong direction", "years_off_by_one": "years off by one", "missing_part": "a part left out",
    "double_part": "a part counted twice", "scale": "wrong scale", "moved_point": "decimal point moved", "transposed_digits": "digits swapped", "doubled_digit": "digit doubled",
    "missing_digit": "digit missing", "wrong_digit": "one digit wrong", "swapped_items": "swapped", "wrong_base": "worked out with {detail}", "stale": "not updated", "truncated": "cut off, not rounded",
    "twice_rounded": "rounded twice", "wrong_whole": "divided by another whole", "extra_digit": "one digit too many", "recomputed": "should it be",
    "own": "{phrase}? {suggestion}", "other": "{phrase} in {text}? {suggestion}", "pair": "{first} and {second} {phrase}?", "or": " or ",
}
CHECKS = {
    "recorded": {"title": "Recorded figure", "documentation": "A figure that claims.yaml records: the report must still say it."},
    "uncovered": {"title": "Uncovered figure", "documentation": "A figure that no claim uses and claims.yaml does not record."},
}
RULE_HEADINGS = {"roles": "Roles", "consistent": "Holds", "inconsistent": "Does not hold", "optional": "may be left out", "listed": "may be several"}
EXPLAIN = {"statement": "Statement", "attested": "attested", "now": "report", "interval": "interval", "sum": "Sum", "verdict": "Verdict", "fits": "What would fit", "note": "Note", "known": "Known", "level": "level", "cause": "Cause", "undecided": "these sums alone cannot tell which figure is wrong"}

# The page of --format html.
PAGE = {
    "skip": "Skip to the text", "findings": "Findings", "text": "Text", "reports": "{count} reports", "attested": "Only the figures of claims.yaml were checked",
    "clean": "No mismatch was found", "counts": {
        "mismatch": ("{n} mismatch", "{n} mismatches"), "changed": ("{n} changed figure", "{n} changed figures"), "unbound": ("{n} claim not found", "{n} claims not found"),
        "reworded": ("{n} reworded sentence", "{n} reworded sentences"), "undecided": ("{n} undecided",), "rounding": ("{n} within rounding",), "known": ("{n} known",),
        "consistent": ("{n} consistent",),
    },
    "picture": "The figures of the text from first to last, one bar each", "legend": "Key", "says": "the report says", "should": "should be", "was": "recorded as {text}", "note": "Note: {text}",
    "rest": "{n} more: consistent, or as recorded", "unchecked": "{n} figures not checked", "more": "{n} more use it", "table": "Table",
    "place": "line {line}, column {column}", "page": "page {page}", "control": "control character",
    "states": {"mismatch": "mismatch", "changed": "changed", "involved": "in a mismatch", "known": "known", "undecided": "undecided", "rounding": "within rounding",
               "consistent": "consistent", "recorded": "recorded", "unchecked": "not checked", "unbound": "not found", "reworded": "reworded"},
    "roles": {"base": "base", "value": "value", "result": "result", "from": "from", "to": "to", "years": "years", "start": "start", "end": "end", "part": "part", "whole": "whole",
              "parts": "part", "values": "value", "dividend": "dividend", "divisor": "divisor", "factors": "factor", "low": "lower bound", "high": "upper bound", "items": "list",
              "mention": "also at", "nearest": "nearest sentence"},
}
