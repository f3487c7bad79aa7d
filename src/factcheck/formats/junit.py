"""JUnit XML: a suite for each report, a test case for each claim.

It keeps to the elements and attributes of junit-10.xsd, the schema of Jenkins' xUnit plugin, which knows no place of a test case: the text of a failure
names it. A finding that makes the exit status 1 is a failure; one that is pinned or undecided is skipped; what else there is to say of one that passes stands in
its output.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TextIO

from ..findings import Finding
from ..outcome import Outcome, shared_path
from .lines import excerpt, place, shared, visible


def write(outcome: Outcome, out: TextIO, fail_on: str = "error", **_) -> None:
    suites = {report: [(finding, _result(outcome, finding, fail_on)) for finding in found] for report, found in outcome.by_report().items()}
    out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="factcheck" {_counts(row for rows in suites.values() for row in rows)}>\n')
    for report, rows in suites.items():
        path = _attribute(shared_path(report))
        out.write(f'  <testsuite name="{path}" {_counts(rows)} skipped="{sum(result == "skipped" for _, result in rows)}" file="{path}">\n')
        for finding, result in rows:
            out.write(f'    <testcase name="{_attribute(_name(finding))}" classname="{path}">')
            if result:
                out.write(f"\n      {_element(finding, result)}\n    ")
            out.write("</testcase>\n")
        out.write("  </testsuite>\n")
    out.write("</testsuites>\n")


def _result(outcome: Outcome, finding: Finding, fail_on: str) -> str:
    """The element inside the test case, "" if there is nothing to say."""
    if finding.known or finding.verdict == "undecided" and not outcome.fails(finding, fail_on):
        return "skipped"
    return "failure" if outcome.fails(finding, fail_on) else "" if finding.level == "none" else "system-out"


def _counts(rows: Iterable[tuple[Finding, str]]) -> str:
    results = [result for _, result in rows]
    return f'tests="{len(results)}" failures="{results.count("failure")}" errors="0"'


def _name(finding: Finding) -> str:
    at = finding.location
    return finding.claim or f"{finding.rule} {excerpt(at.text)} {at.line}:{at.column}"


def _element(finding: Finding, result: str) -> str:
    if result == "skipped":
        return f'<skipped message="{_attribute(finding.message)}"/>'
    places = [f"{role + ': ' if role else ''}{excerpt(at.text)}  {place(shared(at))}" for role, at in (("", finding.location), *finding.related)]
    body = escape(visible("\n".join((finding.message, *places))), quote=False)
    if result == "system-out":
        return f"<system-out>{body}</system-out>"
    return f'<failure type="{finding.verdict}" message="{_attribute(finding.message)}">{body}</failure>'


def _attribute(text: str) -> str:
    return escape(visible(text)).replace("\n", "&#10;").replace("\t", "&#9;")
