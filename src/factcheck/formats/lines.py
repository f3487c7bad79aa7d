"""How a finding stands in a line of text: one wording for all formats that people read."""

from __future__ import annotations

import re

from .. import lang as languages
from ..document import Location
from ..findings import Finding
from ..outcome import Outcome, shared_path

# Controls, surrogates and noncharacters no XML may hold, and marks that turn the order of what follows around.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """`text` with � for each character that a terminal, a log or an XML parser would obey or refuse rather than show."""
    return _OBEYED.sub("\ufffd", text)


def excerpt(text: str, width: int = 60) -> str:
    """The beginning of `text` in one line of at most `width` characters."""
    line = " ".join(text[: 4 * width].split())
    return line if len(line) <= width and len(text) <= 4 * width else line[: width - 1] + "…"


def name(finding: Finding) -> str:
    """The claim's id; the rule where a finding stands for no claim."""
    return finding.claim or finding.rule


def place(location: Location) -> str:
    """path:line:column, and the page and part where the file has them."""
    page = f"p. {location.page}" if location.page else ""
    return ", ".join(filter(None, (f"{location.path}:{location.line}:{location.column}", page, location.part)))


def shared(location: Location) -> Location:
    """`location` with its path from the root of the repository."""
    return location._replace(path=shared_path(location.path))


def totals(outcome: Outcome) -> str:
    """How many findings of each verdict, those that are none left out."""
    texts = languages.of(outcome.language).MESSAGES["totals"]
    return " · ".join(texts[verdict].format(count) for verdict, count in outcome.summary.items() if count or verdict == "consistent")


def next_steps(outcome: Outcome) -> tuple[str, ...]:
    """The commands to type next, for what fails the run and for what is only warned about."""
    messages = languages.of(outcome.language).MESSAGES
    steps = []
    for verdict in ("mismatch", "changed", "unbound", "reworded"):
        ids = list(dict.fromkeys(f.claim for f in outcome.findings if f.claim and f.verdict == verdict and f.level in ("error", "warning")))
        if ids:
            steps.append(messages[f"next_{verdict}"].format(ids=" ".join(ids[:8])))
    if outcome.coverage.uncovered_at and outcome.documents:
        steps.append(messages["next_uncovered"].format(report=outcome.documents[0].path))
    return tuple(steps)
