"""A claim printed from true values is never flagged; one moved beyond its interval always is."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.binding import attested_binding
from factcheck.claimsfile import parse
from factcheck.findings import findings
from factcheck.numerals import read_zh
from factcheck.plan import plan

amounts = st.integers(min_value=1_000, max_value=10_000_000)
places = st.integers(min_value=0, max_value=2)
settings.register_profile("factcheck", max_examples=60, deadline=None)
settings.load_profile("factcheck")


def printed(value, decimals):
    """`value` rounded half up to `decimals`."""
    scaled = int(abs(value) * 10**decimals + Fraction(1, 2))
    whole, rest = divmod(scaled, 10**decimals)
    return f"{whole}.{rest:0{decimals}d}" if decimals else str(whole)


def verdict(rule, quote, **roles):
    lines = "".join(f"    {role}: {text}\n" for role, text in roles.items())
    (finding,) = findings(attested_binding(plan(parse("c.yaml", f"claims:\n  c:\n    rule: {rule}\n    quote: '{quote}'\n{lines}"))), "zh")
    return finding.verdict


@given(amounts, amounts, places, places)
def test_growth_of_true_values_is_never_flagged(base, value, shown, rate_places):
    rate = Fraction(value, base) - 1
    verb = "下降" if rate < 0 else "增长"
    units = (printed(Fraction(base, 100), shown), printed(Fraction(value, 100), shown))
    if float(units[0]) == 0:
        return
    quote = f"产值由{{base={units[0]}亿元}}变为{{value={units[1]}亿元}},{verb}{{result={printed(rate * 100, rate_places)}%}}"
    assert verdict("growth", quote) in ("consistent", "rounding")


@given(amounts, amounts, places)
def test_a_share_beyond_its_interval_is_always_flagged(a, b, decimals):
    part, whole = sorted((a, b))
    low, high = Fraction(part * 2 - 1, whole * 2 + 1), Fraction(part * 2 + 1, whole * 2 - 1)
    step = Fraction(1, 10 ** (decimals + 2))
    wrong = printed((high + 2 * step) * 100, decimals)
    assert verdict("share", f"总量{{whole={whole}元}},其中{{part={part}元}},占{{result={wrong}%}}") == "mismatch"
    right = printed(Fraction(part, whole) * 100, decimals)
    assert verdict("share", f"总量{{whole={whole}元}},其中{{part={part}元}},占{{result={right}%}}") != "mismatch"
    assert low < high


@given(st.lists(st.integers(min_value=1, max_value=99_999), min_size=2, max_size=6), st.integers(min_value=1, max_value=9))
def test_a_total_of_counts_is_exact(parts, slip):
    def quote(total):
        return f"共有{{result={total}家}},其中" + "、".join(f"{'甲乙丙丁戊己'[i]}类{{parts={part}家}}" for i, part in enumerate(parts))

    assert verdict("total", quote(sum(parts))) == "consistent"
    assert verdict("total", quote(sum(parts) + slip)) == "mismatch"


@given(st.integers(min_value=100, max_value=100_000), st.integers(min_value=2, max_value=20), st.integers(min_value=-300, max_value=600))
def test_a_compound_rate_of_true_values_is_never_flagged(base, years, permille):
    value = base * (1 + Fraction(permille, 1000)) ** years
    if value < 10:
        return
    verb = "下降" if permille < 0 else "增长"
    quote = f"收入由{{base={base}元}}变为{{value={printed(value, 0)}元}},年均{verb}{{result={printed(Fraction(permille, 10), 1)}%}}"
    assert verdict("cagr", quote, years=f"{years}年") in ("consistent", "rounding")


DIGITS, SCALES = "零一二三四五六七八九", [(1000, "千"), (100, "百"), (10, "十"), (1, "")]


def spelled(number):
    """A number below 10^8 in Chinese words, by the schoolbook rule."""
    def section(n):
        words, zero = "", False
        for size, word in SCALES:
            digit, n = divmod(n, size)
            if digit:
                words, zero = words + ("零" if zero and words else "") + DIGITS[digit] + word, False
            else:
                zero = True
        return words

    high, low = divmod(number, 10_000)
    if not high:
        return section(low)
    return section(high) + "万" + ("零" if 0 < low < 1000 else "") + section(low)


@given(st.integers(min_value=1, max_value=10**8 - 1))
def test_chinese_words_are_read_back(number):
    words = spelled(number)
    read = read_zh(words + "元", 0)
    assert (read.value, read.end) == (number, len(words))
