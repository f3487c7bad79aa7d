"""How well `factcheck` says what went wrong: one slip of each kind is planted in every consistent claim.

    python bench/causes.py [FOLDER] [--held] [--show KIND]

The claims are those of claims.yaml on the shipped report, those of sentences made up here whose claims share figures, and, where FOLDER is given, those of its
claims.jsonl (labelled sentences). Attested values are ignored. Half of the plants, by a hash, are held out for the report with --held; the weights were set
on the other half. Printed for one claim that sees the slip and for several: the share detected; of the detected the true cause listed, listed first, the right figure
blamed, the original text restored; and the time for one mismatch. Slips that no arithmetic notices (a range that still fits) are the rest of the planted.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from factcheck.binding import Binding, bind, check
from factcheck.causes import with_causes
from factcheck.causes.methods import methods, stated
from factcheck.causes.prints import numeral_of, printed, rendered
from factcheck.checks import Check, same_unit
from factcheck.claimsfile import load, parse
from factcheck.document import Document, fold
from factcheck.errors import UserError
from factcheck.expression import evaluate
from factcheck.figures import Figure, figures
from factcheck.findings import checked
from factcheck.lang import of
from factcheck.plan import Plan, plan
from factcheck.reading import read


class Plant(NamedTuple):
    """A report with one slip: its kind, where the slip stands and what stood there."""

    kind: str
    text: str
    start: int
    before: str
    after: str


def replaced(text: str, start: int, old: str, new: str, kind: str) -> Plant:
    return Plant(kind, text[:start] + new + text[start + len(old) :], start, old, new)


# Slips of the hand


def by_hand(text: str, figure: Figure, chinese: bool, rng: random.Random) -> Iterator[Plant]:
    numeral = numeral_of(figure, chinese)
    if numeral is None or figure.kind in ("date", "ordinal"):
        return
    digits, decimals = numeral.digits, numeral.decimals

    def plant(kind: str, changed: str, behind: int) -> Iterator[Plant]:
        new = rendered(figure, numeral, changed, behind)
        if new != figure.text and changed.strip("0") and (changed[0] != "0" or len(changed) == behind + 1):
            yield replaced(text, figure.start, figure.text, new, kind)

    places = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1]]
    if places:
        i = rng.choice(places)
        yield from plant("transposed_digits", digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :], decimals)
    i = rng.randrange(len(digits))
    yield from plant("wrong_digit", digits[:i] + rng.choice([d for d in "0123456789" if d != digits[i]]) + digits[i + 1 :], decimals)
    if len(digits) > 1 and figure.kind != "year":
        i = rng.randrange(len(digits))
        yield from plant("missing_digit", digits[:i] + digits[i + 1 :], decimals - (i >= len(digits) - decimals))
    i = rng.randrange(len(digits))
    if figure.kind != "year":
        yield from plant("doubled_digit", digits[: i + 1] + digits[i:], decimals + (i >= len(digits) - decimals))
        if decimals:
            yield from plant("moved_point", digits.lstrip("0").rjust(decimals + 2, "0"), decimals + 1)
            yield from plant("moved_point", digits.lstrip("0"), decimals - 1)
    scales = ("万", "亿") if chinese else ("million", "billion")
    for old, new in (scales, scales[::-1]):
        if old in figure.text and new not in figure.text:
            yield replaced(text, figure.start, figure.text, figure.text.replace(old, new), "scale")
    if figure.text.endswith("%"):
        yield replaced(text, figure.start, figure.text, figure.text[:-1] + "‰", "percent_permille")


# Slips of calculation


def by_method(made: Check, figures_: tuple[Figure, ...], rng: random.Random) -> Iterator[Plant]:
    text, chinese = made.document.text, made.chinese
    values = {key: made.readings[key].quantity for key in made.needed}
    for given in made.relations:
        relation = next(iter(stated(given)), None)
        if relation is None:
            continue
        key = relation.left.args[0]
        figure = made.readings[key].figure
        if figure is None:
            continue
        sign = -1 if values[key].value < 0 < figure.value else 1
        by_kind = defaultdict(list)
        for method in methods(made, relation, values):
            if method.share >= Fraction(1, 20) and method.kind not in ("not_averaged", "growth_as_ratio", "wrong_whole", "percent_points"):
                by_kind[method.kind].append(method.sum)
        for kind, sums in by_kind.items():
            yield from restated(text, figure, sign * same_unit(values[key], evaluate(rng.choice(sums), values))[1].value, chinese, kind)
        right = sign * same_unit(values[key], evaluate(relation.right, values))[1].value
        numeral = numeral_of(figure, chinese)
        if numeral and right >= 0 and not figure.hedge:
            steps = right / numeral.scale * 10**numeral.decimals
            yield from again(text, figure, printed(figure, right, chinese, Fraction(0)), "truncated")
            twice = Fraction(int(steps * 10 + Fraction(1, 2)), 10)
            yield from again(text, figure, printed(figure, twice * numeral.scale / 10**numeral.decimals, chinese), "twice_rounded")
        for operand in dict.fromkeys(k for k in made.needed if k != key and made.readings[k].figure):
            own = made.readings[operand].figure
            used = {made.readings[k].figure.start for k in made.needed if made.readings[k].figure}
            rivals = [f for f in figures_ if f.start not in used and (f.kind, f.unit) == (own.kind, own.unit) and f.value not in (own.value, 0) and f.kind not in ("date", "year", "ordinal")]
            if rivals and made.rule.id in ("growth", "cagr", "share", "quotient", "multiple", "difference"):
                rival = min(rivals, key=lambda f: abs(f.start - own.start))
                quantity = values[operand]._replace(value=rival.value, low=rival.low, high=rival.high)
                try:
                    yield from restated(text, figure, sign * same_unit(values[key], evaluate(relation.right, {**values, operand: quantity}))[1].value, chinese, "wrong_base")
                except Exception:  # noqa: BLE001
                    pass
        family = [f for f in figures_ if (f.kind, f.unit) == (figure.kind, figure.unit) and f.value != figure.value]
        if family:
            yield from again(text, figure, rng.choice(family).text, "stale")
    yield from by_words(made)
    own = [made.readings[k].figure for k in made.needed if k in made.own and made.readings[k].figure]
    pairs = [(a, b) for a in own for b in own if a.start < b.start and a.family == b.family and a.value != b.value and a.unit == b.unit and a.kind != "year"]
    if pairs:
        a, b = rng.choice(pairs)
        swapped = text[: a.start] + b.text + text[a.end : b.start] + a.text + text[b.end :]
        yield Plant("swapped_items", swapped, a.start, a.text, b.text)


def restated(text: str, figure: Figure, value: Fraction, chinese: bool, kind: str) -> Iterator[Plant]:
    if value > 0:
        yield from again(text, figure, printed(figure, value, chinese), kind)


def again(text: str, figure: Figure, new: str, kind: str) -> Iterator[Plant]:
    if new and new != figure.text:
        yield replaced(text, figure.start, figure.text, new, kind)


def by_words(made: Check) -> Iterator[Plant]:
    words = of("zh" if made.chinese else "en").OPPOSITES
    text = made.document.text
    for key in made.own:
        figure = made.readings[key].figure
        if figure and figure.direction:
            start = max(figure.span.start - 40, 0)
            pattern = "|".join(sorted(words, key=len, reverse=True))
            found = list(re.finditer(pattern if made.chinese else rf"\b(?:{pattern})\b", text[start : figure.span.start]))
            if found and words.get(words[found[-1].group()]) == found[-1].group():
                yield replaced(text, start + found[-1].start(), found[-1].group(), words[found[-1].group()], "direction")


# Claims


RULES = {"growth": ("growth", {"old": "base", "new": "value"}), "share": ("share", {"part1": "part", "whole": "whole"}), "difference": ("difference", {"old": "base", "new": "value"}),
         "pp_change": ("point_change", {"old": "start", "new": "end"}), "ratio": ("multiple", {"den": "base", "num": "value"}), "average": ("quotient", {"total": "dividend", "num": "dividend", "count": "divisor", "den": "divisor"}),
         "cagr": ("cagr", {"start": "base", "end": "value", "start_year": "from", "end_year": "to", "years": "years"}), "duration": ("elapsed_years", {"start_year": "from", "end_year": "to"}),
         "bound": ("at_most", {"part": "part", "whole": "whole"}), "repeat": ("equal", {"mention1": "values", "mention2": "values"}), "product": ("product", {"factor1": "factors", "factor2": "factors"}),
         "sum": ("total", {f"part{n}": "parts" for n in range(1, 8)})}


def labelled(path: Path) -> Iterator[tuple[Plan, Document]]:
    """The consistent sentences of claims.jsonl, each with a claim made of its labels."""
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item["expected"] != "consistent" or item["kind"] not in RULES or re.search(r"[{}\[\]…｛｝\n]|\.\.\.", item["text"]):
            continue
        rule, roles = RULES[item["kind"]]
        named = [(roles.get(label), text) for label, text in item["figures"].items()] + ([("result", item["stated"])] if item["stated"] else [])
        made = sentence_claim(item["text"], rule, named, item["lang"] == "zh")
        if made:
            yield made


def sentence_claim(text: str, rule: str, named: list[tuple[str | None, str]], chinese: bool) -> tuple[Plan, Document] | None:
    document = Document("sentence.md", text, chinese)
    marks: list[tuple[Figure, str]] = []
    for role, label in named:
        free = [f for f in figures(document) if f not in [m for m, _ in marks]]
        digits = re.sub(r"[^\d.]", "", label)
        figure = next((f for f in free if digits and digits == re.sub(r"[^\d.]", "", fold(f.text)).strip(".")), None)
        if figure is None or role is None:
            return None
        marks.append((figure, role))
    quote, position = "", 0
    for figure, role in sorted(marks):
        quote += text[position : figure.start] + "{" + f"{role}={figure.text}" + "}"
        position = figure.end
    return claims_of(document, f"  c:\n    rule: {rule}\n    quote: '{(quote + text[position:]).replace(chr(39), chr(39) * 2)}'\n")


def claims_of(document: Document, claims: str) -> tuple[Plan, Document] | None:
    try:
        ready = plan(parse("claims.yaml", f"attested: ignore\nclaims:\n{claims}"))
    except UserError:
        return None
    binding = bind(ready, document)
    return (ready, document) if all(f.verdict in ("consistent", "rounding") for _, f in checked(binding, "en")) else None


def shared(rng: random.Random) -> Iterator[tuple[Plan, Document]]:
    """Made-up reports in both languages whose claims share their figures."""
    for number in range(40):
        base = Fraction(rng.randrange(1000, 9999), 10)
        value = base + Fraction(rng.randrange(100, 9000), 10)
        other = Fraction(rng.randrange(1000, 9999), 10)
        total, last = value + other, base * Fraction(rng.randrange(60, 95), 100)
        rate, share, gain = (value / base - 1) * 100, value / total * 100, value - base
        def show(x, places=1):
            scaled = int(x * 10**places + Fraction(1, 2))
            return f"{scaled // 10**places}.{scaled % 10**places:0{places}d}"
        if number % 2:
            text = (f"北山县2019年工业产值{show(last)}亿元。2021年工业产值{show(value)}亿元，上年为{show(base)}亿元，增加{show(gain)}亿元，增长{show(rate)}%。"
                    f"农业产值{show(other)}亿元，工农业产值合计{show(total)}亿元，工业占{show(share)}%。")
            quotes = ("2021年工业产值{value=Vb}，上年为{base=Bb}，增加{Gb}，增长{result=R}%", "2021年工业产值{value=Vb}，上年为{base=Bb}，增加{result=Gb}", "农业产值{parts=Ob}，工农业产值合计{result=Tb}",
                      "工农业产值合计{whole=Tb}，工业占{result=S}%")
            unit = "亿元"
        else:
            text = (f"In 2019 the mills of Northam sold ${show(last)} million. In 2021 mill sales were ${show(value)} million, against ${show(base)} million a year earlier, a gain of ${show(gain)} million and a rise of {show(rate)}%. "
                    f"The farms sold ${show(other)} million, so that together they sold ${show(total)} million, of which the mills had {show(share)}%.")
            quotes = ("In 2021 mill sales were {value=Vb}, against {base=Bb} a year earlier, a gain of {Gb} and a rise of {result=R}%", "In 2021 mill sales were {value=Vb}, against {base=Bb} a year earlier, a gain of {result=Gb}",
                      "The farms sold {parts=Ob}, so that together they sold {result=Tb}", "so that together they sold {whole=Tb}, of which the mills had {result=S}%")
            unit = ""
        def filled(quote):
            for letter, x in (("V", value), ("B", base), ("G", gain), ("O", other), ("T", total)):
                quote = quote.replace(letter + "b", f"{show(x)}{unit}" if unit else f"${show(x)} million")
            quote = re.sub(r"\{(?!\w+=)([^{}]*)\}", r"{_=\1}", quote)
            return quote.replace("{result=R}%", "{result=" + show(rate) + "%}").replace("{result=S}%", "{result=" + show(share) + "%}")
        q = [filled(x) for x in quotes]
        made = claims_of(Document("made.md", text), f"  rate:\n    rule: growth\n    quote: '{q[0]}'\n  gain:\n    rule: difference\n    quote: '{q[1]}'\n  whole:\n    rule: total\n    quote: '{q[2]}'\n    parts: [rate.value]\n"
                         f"  part:\n    rule: share\n    quote: '{q[3]}'\n    part: rate.value\n")
        if made:
            yield made


# Judging


def plants(ready: Plan, document: Document, rng: random.Random) -> Iterator[Plant]:
    binding: Binding = bind(ready, document)
    read_here = figures(document)
    seen: set[tuple[str, str]] = set()
    known = {f.claim for _, f in checked(binding, "en") if f.verdict != "consistent"}
    for claim in ready.claims_file.claims:
        if claim.id in known:
            continue
        made = check(binding, claim)
        for key in made.needed:
            figure = made.readings[key].figure
            if figure:
                for plant in by_hand(document.text, figure, made.chinese, random.Random(f"{claim.id} {figure.start}")):
                    if (plant.kind, plant.text) not in seen:
                        seen.add((plant.kind, plant.text))
                        yield plant
        for plant in by_method(made, read_here, rng):
            if (plant.kind, plant.text) not in seen:
                seen.add((plant.kind, plant.text))
                yield plant


def main() -> None:
    arguments = sys.argv[1:]
    show = arguments[arguments.index("--show") + 1] if "--show" in arguments else ""
    folder = next((Path(a) for a in arguments if Path(a).is_dir()), None)
    held = "--held" in arguments
    rng = random.Random(6)
    claims = load("claims.yaml")
    ready = plan(claims._replace(attested=False))
    reports = [(ready, read(claims.report)), *shared(rng), *(labelled(folder / "claims.jsonl") if folder else ())]
    counts: dict[str, Counter] = defaultdict(Counter)
    kinds: dict[str, Counter] = defaultdict(Counter)
    spent, mismatches = 0.0, 0
    for ready, document in reports:
        for plant in plants(ready, document, rng):
            if (hashlib.sha256((plant.kind + plant.text).encode()).digest()[0] % 2 == 1) != held:
                continue
            found = checked(bind(ready, Document(document.path, plant.text, document.chinese)), "en")
            start = time.process_time()
            told = [f for f in with_causes(found, "en") if f.verdict == "mismatch" and not f.known]
            spent, mismatches = spent + time.process_time() - start, mismatches + len(told)
            kinds[plant.kind]["planted"] += 1
            if not told:
                kinds[plant.kind]["unbound" if any(f.verdict == "unbound" for _, f in found) else "unnoticed"] += 1
                continue
            # A pinned claim that an edit makes live again did not hold before; it sees nothing new.
            group = counts["several" if len(told) > 1 else "one"]
            listed = any(c.kind == plant.kind for f in told for c in f.causes)
            best = next((f.causes[0] for f in told if f.causes), None)
            right = all(f.causes and _at(f.causes[0], plant) for f in told)
            first = best is not None and best.kind == plant.kind
            restored = best is not None and (best.suggestion == plant.before or best.more and plant.before in [best.suggestion, *(t for _, t in best.more)])
            marks = {"detected": 1, "listed": listed, "first": first, "blamed": right, "restored": restored}
            for counter in (group, kinds[plant.kind], counts["all"]):
                counter.update({k: int(bool(v)) for k, v in marks.items()})
            if show in (plant.kind, "all") and not (listed and first and right):
                where = plant.text[max(plant.start - 60, 0) : plant.start + 40].replace("\n", " ")
                print(f"- {plant.kind}: {plant.before} → {plant.after} | {where}")
                for f in told:
                    print(f"    {f.claim} {f.message}")
                    for c in f.causes[:4]:
                        print(f"        {float(c.weight):.3g} {c.kind} {c.figure} {c.suggestion}")
    print("held out" if held else "tuned on")
    for name, counter in [*counts.items(), *sorted(kinds.items())]:
        n = counter["detected"]
        planted = f"{counter['planted']:5} planted, {counter['unnoticed']:4} unnoticed, {counter['unbound']:4} unbound," if counter["planted"] else ""
        print(f"  {name:18}{planted}{n:5} detected" + "".join(f", {key} {counter[key] / n:4.0%}" for key in ("listed", "first", "blamed", "restored") if n))
    print(f"  {spent / max(mismatches, 1) * 1000:.1f} ms a mismatch")


def _at(cause, plant: Plant) -> bool:
    return cause.span is not None and (cause.span.start == plant.start or any(span.start == plant.start for span, _ in cause.more))


if __name__ == "__main__":
    main()
