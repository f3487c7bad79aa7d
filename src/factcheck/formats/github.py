"""Annotations of GitHub Actions as workflow commands, and the summary of the step.

Sources: GitHub documentation, "Workflow commands for GitHub Actions" (ten annotations of a kind are kept of a step; a summary holds 1 MiB), and the
runner's escapes: % CR LF in messages, : and , too in properties. Pinned findings are accepted and not annotated; the summary lists them.
"""

from __future__ import annotations

import os
from typing import TextIO

from .. import lang as languages
from ..errors import Fault, UserError
from ..findings import Finding
from ..outcome import Outcome
from .lines import excerpt, name, place, shared, totals, visible

KINDS = {"error": "error", "warning": "warning", "note": "notice"}
MOST = 10
LONGEST = 4000
SUMMARY_BYTES = 2**20


def write(outcome: Outcome, out: TextIO, quiet: bool = False, **_) -> None:
    """Also appends Markdown to the file that GITHUB_STEP_SUMMARY names, if it is set. Raises UserError if that cannot be written."""
    messages = languages.of(outcome.language).MESSAGES
    shown = [f for f in outcome.worst_first(quiet=quiet) if not f.known]
    left = len(shown)
    for level in KINDS:
        for finding in [f for f in shown if f.level == level][:MOST]:
            out.write(_command(finding, messages["verdicts"][finding.verdict]))
            left -= 1
    out.write(totals(outcome) + (" · " + messages["more"].format(count=left) if left else "") + "\n")
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        _summarise(outcome, summary)


def _command(finding: Finding, verdict: str) -> str:
    at = shared(finding.location)
    properties: dict[str, str | int] = {"title": f"{name(finding)}: {verdict}"}
    if not at.path.startswith("<"):
        line, column = at.end
        properties |= {"file": at.path, "line": at.line, "endLine": line}
        if line == at.line:
            properties |= {"col": at.column, "endColumn": column}
    shown = ",".join(f"{key}={_escape(str(value)).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items())
    # The log shows the message alone.
    message = excerpt(f"{place(at)}: {name(finding)}: {finding.message}", LONGEST)
    return f"::{KINDS[finding.level]} {shown}::{_escape(message)}\n"


def _escape(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _summarise(outcome: Outcome, path: str) -> None:
    from . import markdown

    try:
        with open(path, "a", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            markdown.write(outcome, out, limit=SUMMARY_BYTES - os.fstat(out.fileno()).st_size)
    except OSError as error:
        raise UserError(Fault(f"the summary cannot be written: {error.strerror}", path)) from None
