"""How well `factcheck scan` finds and judges the claims of labelled sentences and documents.

    python bench/accuracy.py FOLDER [--show KIND] [--kinds]

FOLDER holds claims.jsonl, documents.jsonl and documents/. Half of the sentences and one of the documents (by a hash of their names) are held out:
their texts are never printed; all figures are, side by side. Of the sentences held out at first, half (second) were opened later, and half of the rest (third) later still.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path

from factcheck.document import Document, fold
from factcheck.figures import figures
from factcheck.scan import weighed

HELD_DOCUMENTS = ("zhd02_xianyujingji.txt",)
SECOND_DOCUMENTS = ("en_d3_schools.txt", "zh06_jiaoyu.txt")


def scan(document: Document):
    return weighed(document, figures(document))


def part_of(name: str) -> str:
    """Which part a sentence falls to: seen, opened later (second, then third), or held out."""
    first, second, third = hashlib.sha256(name.encode()).digest()[:3]
    return "seen" if not first & 1 else "second" if not second & 1 else "third" if not third & 1 else "held"


def plain(text: str) -> str:
    """A figure's text, to compare by: no spaces, commas or signs."""
    return re.sub(r"[\s,]|^[-−]", "", fold(text or "")).lower()


@cache
def value_of(text: str) -> tuple:
    """The value a label names, read as a figure; years without their unit."""
    for chinese in (True, False):
        read = figures(Document("", text.strip(), chinese))
        if len(read) == 1 and read[0].end - read[0].start >= len(text.strip()) - 1:
            return (read[0].value,)
    return ()


def same(printed: str, label: str) -> bool:
    if label and value_of(printed) and value_of(printed) == value_of(label):
        return True
    a, b = plain(printed), plain(label)
    if not a or not b:
        return False
    digits_a, digits_b = re.findall(r"[\d.]+", a), re.findall(r"[\d.]+", b)
    return a == b or a in b or b in a if digits_a == digits_b or not digits_a or not digits_b else bool(set(digits_a) & set(digits_b)) and (":" in b or "∶" in b)


def texts(check) -> list[str]:
    return [f.text for f in check.figures.values()]


def about(check, item) -> bool:
    """Whether a check is about the figures of a label: it reports the stated one, or works with it or with one of the operands."""
    if item["stated"]:
        return any(same(t, item["stated"]) for t in texts(check))
    return any(same(t, v) for t in texts(check) for v in item["figures"].values())


def right_operands(check, item) -> bool:
    labelled = [v for k, v in item["figures"].items() if "year" not in k and k not in ("years", "count", "months")]
    hit = sum(any(same(t, v) for t in texts(check)) for v in labelled)
    stated = not item["stated"] or same(check.candidate.reported.text, item["stated"]) or any(same(t, item["stated"]) for t in texts(check))
    return stated and hit >= max(1, len(labelled) - (1 if len(labelled) > 2 else 0)) if labelled else stated


def judge(item, checks, within=None) -> tuple[bool, bool, bool]:
    """Whether the label is met, and the numbers of alarms: right, wrong."""
    own = [c for c in checks if within is None or any(a <= f.start < b for f in c.figures.values() for a, b in within)]
    alarms = [c for c in own if c.verdict == "mismatch"]
    if item["expected"] == "mismatch":
        hit = any(about(c, item) for c in alarms)
        return hit, hit, bool(alarms) and not hit
    if item["expected"] == "consistent":
        return any(c.verdict != "mismatch" and right_operands(c, item) for c in own), False, bool(alarms)
    return not alarms, False, bool(alarms)


def report(title: str, rows: Counter, total: Counter) -> None:
    for key in sorted(total):
        print(f"  {title} {key}: {rows[key]}/{total[key]} = {rows[key] / total[key]:.0%}")


def sentences(folder: Path, show: set[str], seen_only: bool) -> None:
    met, total, by_kind, kind_total = Counter(), Counter(), Counter(), Counter()
    for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        half = part_of(item["id"])
        checks = scan(Document(item["id"], item["text"], item["lang"] == "zh"))
        hit, right, wrong = judge(item, checks)
        for language in (item["lang"], "both"):
            total[half, language, item["expected"]] += 1
            met[half, language, item["expected"]] += hit
            if right or wrong:
                total[half, language, "~alarms right"] += 1
                met[half, language, "~alarms right"] += right
        kind_total[half, item["lang"], item["kind"], item["expected"]] += 1
        by_kind[half, item["lang"], item["kind"], item["expected"]] += hit
        if half != "held" and (half in show or not {"seen", "second", "third"} & show) and (not hit or wrong) and ({item["kind"], "all"} & show) and (item["lang"] in show or not {"zh", "en"} & show):
            print("-", item["id"], item["kind"], item["expected"], "WRONG ALARM" if wrong else "", "|", item["text"], "|", item["figures"], "=>", item["stated"])
            for check in checks:
                print("     ", check.candidate.rule, check.verdict, check.candidate.tier, texts(check), check.candidate.reported.text, check.candidate.reason)
    for half in ("seen", "second", "third", "held"):
        print(half)
        for key in sorted(k for k in total if k[0] == half and k[1] == "both") + sorted(k for k in total if k[0] == half and k[1] != "both"):
            print(f"    {key[1]:5}{key[2].strip('~'):15}{met[key]:4}/{total[key]:<4}{met[key] / total[key]:5.0%}")
    if "kinds" in show:
        for key in sorted(kind_total, key=lambda k: (k[1], k[2], k[3], k[0])):
            print(f"    {' '.join(key):45}{by_kind[key]:3}/{kind_total[key]}")


def documents(folder: Path, show: set[str]) -> None:
    items: dict[str, list] = {}
    for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        items.setdefault(item["doc"], []).append(item)
    met, total, false = Counter(), Counter(), Counter()
    for name, labels in items.items():
        text = (folder / "documents" / name).read_text(encoding="utf-8")
        half = "held" if name in HELD_DOCUMENTS else "second" if name in SECOND_DOCUMENTS else "seen"
        checks = scan(Document(name, text))
        folded = fold(text)
        excused: list[tuple[int, int]] = []
        for item in labels:
            within = [(folded.find(fold(s)), folded.find(fold(s)) + len(s)) for s in item["snippets"] if fold(s) in folded]
            if item["expected"] == "mismatch":
                excused += within
            hit, _, _ = judge(item, checks, within)
            total[half, item["expected"]] += 1
            met[half, item["expected"]] += hit
            if half != "held" and not hit and "docs" in show:
                print("-", name, item["claim"], item["kind"], item["expected"], item["snippets"], item["figures"], "=>", item["stated"])
                for check in checks:
                    if any(a <= f.start < b for f in check.figures.values() for a, b in within):
                        print("     ", check.candidate.rule, check.verdict, check.candidate.tier, texts(check), check.candidate.reported.text, check.candidate.reason)
        wrong = [c for c in checks if c.verdict == "mismatch" and not any(a <= f.start < b for f in c.figures.values() for a, b in excused)]
        false[half] += len(wrong)
        if half == "held":
            for check in wrong:
                print("  false alarm in a held-out document:", check.candidate.rule, check.candidate.tier, check.candidate.reason)
        if half != "held":
            for check in wrong:
                print("  false alarm", name, check.candidate.rule, texts(check), check.candidate.reason)
    for half in ("seen", "second", "third", "held"):
        print(half, "documents:", ", ".join(f"{k[1]} {met[k]}/{total[k]}" for k in sorted(total) if k[0] == half), f"false alarms {false[half]}")


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/examples")
    show = set(sys.argv[2:])
    sentences(folder, show, True)
    documents(folder, show)


if __name__ == "__main__":
    main()
