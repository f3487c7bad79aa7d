"""How many slips of one digit `factcheck verify` catches in a report.

    python bench/mutations.py [REPORT]

Every figure of the report is changed in three ways, one at a time: its last digit plus one; two neighbouring digits swapped; a zero appended
(not behind a decimal point). Printed are the share caught with the attested values of claims.yaml, and the share caught by arithmetic alone.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from factcheck.binding import bind
from factcheck.claimsfile import ClaimsFile, load
from factcheck.document import Document
from factcheck.figures import figures
from factcheck.findings import findings
from factcheck.outcome import outcome
from factcheck.plan import plan
from factcheck.reading import read

CHINESE = "零一二三四五六七八九"


def mutations(document: Document) -> Iterator[tuple[str, str, str]]:
    """Every changed text, with the printed figure and what it became."""
    text = document.text
    for figure in figures(document):
        for run in re.finditer(r"\d+|[一二两三四五六七八九]", figure.text):
            for changed in dict.fromkeys(_slips(run.group(), figure.text[: run.start()].endswith("."))):
                start = figure.start + run.start()
                yield text[:start] + changed + text[start + len(run.group()) :], figure.text, figure.text[: run.start()] + changed + figure.text[run.end() :]


def _slips(digits: str, behind_point: bool) -> Iterator[str]:
    if not digits.isascii():
        value = 2 if digits == "两" else CHINESE.index(digits)
        yield CHINESE[(value + 1) % 10] if value < 9 else "八"
        return
    yield digits[:-1] + str((int(digits[-1]) + 1) % 10)
    for i in range(len(digits) - 1):
        if digits[i] != digits[i + 1] and not (i == 0 and digits[1] == "0"):
            yield digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
    if not behind_point and digits != "0":
        yield digits + "0"


def status(claims: ClaimsFile, document: Document) -> int:
    binding = bind(plan(claims), document)
    return outcome([(binding, findings(binding, "en"))], "en", False).status()


def main() -> None:
    claims = load("claims.yaml")
    report = sys.argv[1] if len(sys.argv) > 1 else claims.report
    document = read(report)
    unattested = claims._replace(attested=False)
    total = caught = alone = 0
    for text, before, after in mutations(document):
        total += 1
        changed = Document(report, text)
        if status(claims, changed):
            caught += 1
        else:
            print(f"missed: {before} → {after}")
        alone += status(unattested, changed)
    print(f"{total} slips: {caught} caught ({caught / total:.1%}), {alone} by arithmetic alone ({alone / total:.1%})")


if __name__ == "__main__":
    main()
