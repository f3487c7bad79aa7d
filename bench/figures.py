"""How much of what a text states the reader of figures gets right.

    python bench/figures.py [FOLDER] [--suite FILE]... [--misses]

FOLDER (../shared/examples) holds probes.jsonl (sentences with the figures they state), claims.jsonl and documents.jsonl (claims with the texts of their figures).
Prints, for each phenomenon of the probes, how many targets are read right (value, span, unit, hedge) and how many figures were seen where there is none; then the
share of the figures of the claims that are found at their place with their value. A suite is a file in the form of microsoft/Recognizers-Text, such as its
Specs/Number/Chinese/NumberModel.json: for each input the numbers or percents in it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

from factcheck.document import Document
from factcheck.figures import Figure, figures
from factcheck.units import UnitError, symbol_of

HEDGES = {"over": ("over", "some_over"), "about": ("about", "some_over"), "nearly": ("nearly",), "under": ("under",), "at-least": ("at_least",), "at-most": ("at_most",), "none": ("",)}
PERIODS = ("year", "date", "ordinal")
SCALES = {"万": 10**4, "亿": 10**8, "万亿": 10**12, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 10**5, "crore": 10**7,
          "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "k": 10**3}
PLAIN = re.compile(r"(?P<minus>-|−)?(?:[A-Z]{2,3} ?|Rs\.? ?)?[$£€¥]?(?P<number>\.?\d[\d,]*(?:[  ]\d{3})*(?:\.\d+)?)[ -]?(?P<scale>万亿|万|亿|thousand|million|billion|trillion|lakh|crore|(?:mn|bn|tn|m|k)\b)?(?P<rest>.*)")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", default="../shared/examples", type=Path)
    parser.add_argument("--suite", action="append", default=[], type=Path)
    parser.add_argument("--misses", action="store_true", help="list what was not read right")
    options = parser.parse_args()
    if options.folder.is_dir():
        probes(options.folder, options.misses)
        stated(options.folder, options.misses)
    for path in options.suite:
        suite(path, options.misses)


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def probes(folder: Path, misses: bool) -> None:
    tally: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * 7)
    for probe in rows(folder / "probes.jsonl"):
        read = figures(Document("probe", probe["text"]))
        row = tally[probe["lang"], probe["phenomenon"]]
        for target in probe["targets"]:
            near = [f for f in read if f.start < target["end"] and target["start"] < f.end]
            if target["kind"] == "not-quantity":
                wrong = [f for f in near if f.kind not in PERIODS]
                row[6] += bool(wrong)
                if wrong and misses:
                    print("seen where none is:", probe["id"], probe["text"], target["surface"], [f.text for f in wrong])
                continue
            right = [max(parts) for parts in zip(*(compare(f, target) for f in near))] if near else [0] * 4
            row[0] += 1
            for place, good in enumerate([all(right), *right], 1):
                row[place] += good
            if misses and not all(right):
                names = [name for name, good in zip(("value", "span", "unit", "hedge"), right) if not good]
                print("missed:", probe["id"], probe["text"], target["surface"], names, [(f.text, float(f.value), f.unit, f.hedge_kind) for f in near])
    print(f"{'probes':34}{'targets':>8}{'right':>7}{'value':>7}{'span':>7}{'unit':>7}{'hedge':>7}{'spurious':>10}")
    whole = [sum(row[i] for row in tally.values()) for i in range(7)]
    for (lang, name), row in [*sorted(tally.items()), (("", "all"), whole)]:
        if any(row):
            print(f"{lang:3}{name:31}" + f"{row[0]:8}" + "".join(f"{n:7}" for n in row[1:6]) + f"{row[6]:10}")


def compare(figure: Figure, target: dict) -> tuple[bool, bool, bool, bool]:
    """Whether value, span, unit and hedge of `figure` are those of `target`."""
    factor = {"%": Fraction(1, 100), "‰": Fraction(1, 1000)}.get(target["unit"], Fraction(1))
    if target["value"] is None:
        value = (figure.low, figure.high) == (Fraction(target["low"]), Fraction(target["high"]))
    else:
        value = abs(figure.value - Fraction(target["value"]) * factor) < Fraction(1, 10**12)
    span = (figure.start, figure.end) == (target["start"], target["end"])
    unit = figure.unit == symbol(target["unit"]) or not target["unit"] and figure.kind == "year"
    vague = target["value"] is None and target["approximator"] == "none"
    return value, span, unit, vague or figure.hedge_kind in HEDGES[target["approximator"]]


def symbol(unit: str | None) -> str:
    if unit in (None, "%", "‰"):
        return ""
    try:
        return "/".join(symbol_of(word) for word in unit.split("/"))
    except UnitError:
        return unit


def stated(folder: Path, misses: bool) -> None:
    for name in ("claims.jsonl", "documents.jsonl"):
        found = valued = total = 0
        for row in rows(folder / name):
            text = row["text"] if "text" in row else (folder / "documents" / row["doc"]).read_text(encoding="utf-8")
            read = figures(Document("text", text))
            for surface in [*row["figures"].values(), row["stated"]]:
                places = [m.start() for m in re.finditer(r"(?<![\d.,])" + re.escape(surface) + r"(?![.,]?\d)", text)] if surface else []
                if not places:
                    continue
                total += 1
                near = [f for f in read if any(f.start < place + len(surface) and place < f.end for place in places)]
                value = expected(surface)
                # A bare number may have its scale or percent sign from a neighbour: 475, 440 and 438 million.
                scales = (1, Fraction(1, 100), *SCALES.values()) if re.fullmatch(r"[\d,. ]+", surface) else (1,)
                fits = [f for f in near if value is None and f.start in places or value is not None and abs(f.value) in [abs(value) * scale for scale in scales]]
                found += bool(near)
                valued += bool(fits)
                if misses and not fits:
                    print("missed:", row.get("id") or row["doc"], repr(surface), [(f.text, float(f.value)) for f in near], "" if "doc" in row else text)
        print(f"{name}: {found} of {total} figures found, {valued} with the value ({valued / total:.1%})")


def suite(path: Path, misses: bool) -> None:
    """A result counts as read if a figure that reaches into its place has its value; a percent may be a share or percentage points."""
    total = right = whole = silent = quiet = 0
    cases = json.loads(path.read_text(encoding="utf-8-sig"))
    for case in cases:
        text, position, good = case["Input"], 0, True
        read = figures(Document("case", text))
        for result in case["Results"]:
            start = text.index(result["Text"], position)
            position = start + len(result["Text"])
            printed = result["Resolution"]["value"]
            value = float(printed.rstrip("%"))
            shares = (1, 100) if printed.endswith("%") else (1,)
            near = [f for f in read if f.start < position and start < f.end]
            fits = any(abs(float(f.value) * share - value) <= 1e-12 * max(abs(value), 1) for f in near for share in shares)
            total, right, good = total + 1, right + fits, good and fits
            if misses and not fits:
                print("missed:", repr(text), result["Text"], printed, [(f.text, float(f.value)) for f in near])
        whole += good
        if not case["Results"]:
            silent, quiet = silent + 1, quiet + (not read)
            if misses and read:
                print("seen where none is:", text, [(f.text, float(f.value)) for f in read])
    print(f"{path.name}: {right} of {total} results ({right / total:.1%}), {whole} of {len(cases)} inputs ({whole / len(cases):.1%}); silent on {quiet} of {silent} inputs without one")


def expected(surface: str) -> Fraction | None:
    """The value of a plainly printed figure; None where words are to be read."""
    match = PLAIN.fullmatch(surface.strip())
    if not match:
        return None
    value = Fraction(re.sub("[,\\s]", "", match["number"])) * SCALES.get(match["scale"] or "", 1)
    for sign, factor in (("%", 100), ("per", 100), ("pct", 100), ("‰", 1000)):
        if match["rest"].strip().startswith(sign) and not re.match("percentage", match["rest"].strip()):
            value /= factor
    return -value if match["minus"] else value


if __name__ == "__main__":
    main()
