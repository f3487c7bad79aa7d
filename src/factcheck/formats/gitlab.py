"""GitLab Code Quality: an array of issues, empty when there is none.

Source: GitLab documentation, "Code Quality report format". GitLab takes two issues with one fingerprint for the same,
and compares the fingerprints of a merge request with those of its target. Pinned findings are accepted and left out.
"""

from __future__ import annotations

import json
from typing import TextIO

from ..outcome import Outcome, fingerprints
from .lines import name, shared, visible

SEVERITIES = {"error": "major", "warning": "minor", "note": "info", "none": "info"}


def write(outcome: Outcome, out: TextIO, quiet: bool = False, **_) -> None:
    shown = [f for f in outcome.worst_first(quiet=quiet) if not f.known]
    issues = []
    for finding, fingerprint in zip(shown, fingerprints(shown)):
        location = shared(finding.location)
        issues.append({
            "description": visible(f"{name(finding)}: {finding.message}"),
            "check_name": finding.rule,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[finding.level],
            "location": {"path": location.path, "lines": {"begin": location.line, "end": location.end[0]}},
        })
    json.dump(issues, out, ensure_ascii=False, indent=2)
    out.write("\n")
