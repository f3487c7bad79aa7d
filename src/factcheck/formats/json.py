"""JSON: the contract other programs build on."""

from __future__ import annotations

import json
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import TextIO

from .. import __version__
from ..document import Document, Location, Span
from ..figures import Figure
from ..findings import Cause, Finding, Stated
from ..outcome import Outcome
from ..plan import Plan
from ..units import unit_name

DIGITS = 12
HEAD = {"schema_version": 1, "tool": {"name": "factcheck", "version": __version__}}


def write(outcome: Outcome, out: TextIO, **_) -> None:
    _dump(out, {**HEAD, "findings": [as_json(f) for f in outcome.findings], **tail(outcome)})


def write_figures(read: list[tuple[Document, tuple[Figure, ...]]], out: TextIO) -> None:
    _dump(out, {"figures": [_figure(document, figure) for document, figures in read for figure in figures]})


def write_list(plan: Plan, rows, out: TextIO) -> None:
    _dump(out, {"claims": [{"id": r.id, "rule": r.rule, "label": r.label, "statement": r.statement, "figures": list(r.figures), "path": r.path, "line": r.line} for r in rows]})


def write_changes(changes, out: TextIO, **_) -> None:
    _dump(out, {"changes": [{"kind": c.kind, "old": c.old and _location(c.old), "new": c.new and _location(c.new),
                             "touches": [{**t._asdict(), "breaks": t in c.breaks} for t in c.touches]} for c in changes]})


def _dump(out: TextIO, data) -> None:
    json.dump(data, out, ensure_ascii=False, indent=2)
    out.write("\n")


def decimal(value: Fraction | None, rounding: str = ROUND_HALF_EVEN) -> str | None:
    """An exact decimal, or 12 significant digits where it has no end."""
    if value is None:
        return None
    numerator, denominator = value.numerator, value.denominator
    rest = denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest == 1:
        shift = 0
        while denominator > 1 and (numerator * 10**shift) % denominator:
            shift += 1
        digits = str(abs(numerator) * 10**shift // denominator).rjust(shift + 1, "0")
        text = digits[: len(digits) - shift] + ("." + digits[len(digits) - shift :] if shift else "")
        return ("-" if numerator < 0 else "") + text
    return f"{Context(prec=DIGITS, rounding=rounding).divide(Decimal(numerator), Decimal(denominator)):f}"


def _stated(stated: Stated | None, computed: bool):
    if stated is None:
        return None
    text = {} if computed else {"text": stated.text}
    sums = {"sum": stated.sum, "text": stated.text} if computed else {}
    return {**text, "value": decimal(stated.value), "low": decimal(stated.low, ROUND_FLOOR), "high": decimal(stated.high, ROUND_CEILING), "unit": stated.unit, **sums}


def _location(place: Location) -> dict:
    inside = {key: value for key, value in (("part", place.part), ("page", place.page)) if value}
    return {"path": place.path, "line": place.line, "column": place.column, "start": place.span.start, "end": place.span.end, "text": place.text, **inside}


def tail(outcome: Outcome) -> dict:
    """What stands behind the findings: coverage and summary."""
    cover = outcome.coverage
    return {"coverage": {**cover._asdict(), "uncovered_at": [_location(place) for place in cover.uncovered_at]}, "summary": outcome.summary}


def as_json(finding: Finding) -> dict:
    return {
        "claim": finding.claim or None,
        "rule": finding.rule,
        "verdict": finding.verdict,
        "level": finding.level,
        "known": finding.known or None,
        "message": finding.message,
        "reported": _stated(finding.reported, False),
        "computed": _stated(finding.computed, True),
        "location": _location(finding.location),
        "related": [{"role": role, **_location(place)} for role, place in finding.related],
        "report": finding.report or None,
        "causes": [_cause(cause) for cause in finding.causes],
        "decided": finding.decided,
    }


def _cause(cause: Cause) -> dict:
    """`start:end` is what `suggestion` stands in for, `more` what changes with it."""
    place = _location(cause.place) if cause.place else {}
    more = [{"start": span.start, "end": span.end, "suggestion": text} for span, text in cause.more]
    return {"kind": cause.kind, "figure": cause.figure, "suggestion": cause.suggestion, "message": cause.message, "sum": cause.sum, **place, "more": more}


def _figure(document: Document, figure: Figure) -> dict:
    place = document.location(Span(figure.start, figure.end))
    hedge = {"hedge_start": figure.hedge_start, "hedge_end": figure.hedge_end} if figure.hedge else {"hedge_start": None, "hedge_end": None}
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": decimal(figure.value),
        "low": decimal(figure.low, ROUND_FLOOR),
        "high": decimal(figure.high, ROUND_CEILING),
        "unit": unit_name(figure.unit, document.chinese),
        "hedge": figure.hedge or None,
        "hedge_kind": figure.hedge_kind or None,
        **hedge,
        "kind": figure.kind,
        "direction": figure.direction,
        "range": figure.end_of_range or None,
        "path": document.path,
        "line": place.line,
        "column": place.column,
    }
