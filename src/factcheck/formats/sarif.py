"""SARIF 2.1.0 (OASIS), as GitHub code scanning and editors read it.

Columns count code points from 1 and end behind the last character. Pinned findings are suppressed with their reason. Places in files without lines
are logical locations too.
"""

from __future__ import annotations

import json
import os
import re
from typing import TextIO
from urllib.parse import quote

from .. import __version__
from ..document import Location
from ..findings import Cause, Finding
from ..listing import page
from ..outcome import Outcome, fingerprints
from .lines import name, shared, visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LONGEST_SNIPPET = 1000
LONGEST_DESCRIPTION = 1024
# What would be read as a link in a message.
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def write(outcome: Outcome, out: TextIO, everything: bool = False, quiet: bool = False, **_) -> None:
    shown = outcome.worst_first(everything, quiet)
    rules = list(dict.fromkeys(finding.rule for finding in outcome.checks))
    run = {
        "tool": {"driver": {"name": "factcheck", "semanticVersion": __version__, "rules": [_rule(rule, outcome.language) for rule in rules]}},
        "language": outcome.language,
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, mark, rules.index(finding.rule)) for finding, mark in zip(shown, fingerprints(shown))],
    }
    json.dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _rule(rule: str, language: str) -> dict:
    title, documentation, text = page(rule, language)
    return {
        "id": rule,
        "shortDescription": {"text": title},
        "fullDescription": {"text": documentation[:LONGEST_DESCRIPTION]},
        "help": {"text": text},
    }


def _result(finding: Finding, fingerprint: str, rule: int) -> dict:
    stated = {"claim": finding.claim, "reported": finding.reported and finding.reported.text, "computed": finding.computed and finding.computed.text, "sum": finding.computed and finding.computed.sum}
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        **({"kind": "pass"} if finding.level == "none" else {}),
        "level": finding.level,
        "message": {"text": _LINK.sub(r"\\[", visible(f"{name(finding)}: {finding.message}"))},
        "locations": [_location(finding.location)],
        "relatedLocations": [{"id": number, "message": {"text": role}, **_location(place)} for number, (role, place) in enumerate(finding.related)],
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint[:16]}:1", "factcheck/v1": fingerprint},
        **({"fixes": [_fix(cause) for cause in finding.causes if cause.suggestion and cause.place and not cause.more][:1]} if finding.decided else {}),
        "suppressions": [{"kind": "external", "status": "accepted", "justification": finding.known}] if finding.known else [],
        "properties": {"verdict": finding.verdict, **{key: value for key, value in stated.items() if value}},
    }


def _fix(cause: Cause) -> dict:
    """The suggestion in place of what stands there."""
    physical = _location(cause.place)["physicalLocation"]  # type: ignore[arg-type]
    region = {key: value for key, value in physical["region"].items() if key != "snippet"}
    change = {"artifactLocation": physical["artifactLocation"], "replacements": [{"deletedRegion": region, "insertedContent": {"text": cause.suggestion}}]}
    return {"description": {"text": visible(cause.message)}, "artifactChanges": [change]}


def _location(location: Location) -> dict:
    location = shared(location)
    line, column = location.end
    region = {"startLine": location.line, "startColumn": location.column, "endLine": line, "endColumn": column}
    if len(location.text) <= LONGEST_SNIPPET:
        region["snippet"] = {"text": location.text}
    uri = ("file://" if location.path.startswith("/") else "") + quote(os.fsencode(location.path))
    logical = [{"name": location.part, "kind": "element"}] if location.part else []
    logical += [{"name": str(location.page), "kind": "page"}] if location.page else []
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}, **({"logicalLocations": logical} if logical else {})}
