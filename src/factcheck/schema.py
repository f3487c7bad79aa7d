"""The JSON Schema (draft-07) of claims.yaml, from the same tables that read it."""

from __future__ import annotations

import json

from . import lang as languages
from .claimsfile import LEVELS
from .rules import Rule, rules

_TEXTS = {"anyOf": [{"$ref": "#/definitions/text"}, {"type": "array", "items": {"$ref": "#/definitions/text"}, "minItems": 1}]}


def schema() -> dict:
    """What a claims file may hold; each rule allows its own roles."""
    entry = {"anyOf": [_TEXTS, {"type": "object", "properties": {"quote": _TEXTS, "label": {"type": "string"}, "note": {"type": "string"}},
                                "required": ["quote"], "additionalProperties": False}]}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "claims.yaml of factcheck",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "report": {"type": "string", "description": "The report, relative to this file."},
            "attested": {"enum": ["ignore"], "description": "For next month's report: same sentences, all numbers new, only arithmetic counts."},
            "figures": {"type": "object", "additionalProperties": entry, "description": "Figures that stand alone, are shared, or are printed several times."},
            "claims": {"type": "object", "additionalProperties": {"$ref": "#/definitions/claim"}, "description": "One rule each, with the quote that holds its figures."},
        },
        "definitions": {
            "text": {"type": ["string", "number"]},
            "claim": {"type": "object", "required": ["rule"], "properties": {"rule": {"enum": list(rules())}},
                      "allOf": [{"if": {"properties": {"rule": {"const": rule.id}}}, "then": _claim(rule)} for rule in rules().values()]},
        },
    }


def _claim(rule: Rule) -> dict:
    fixed = {
        "rule": {"description": f"{languages.of('en').RULES[rule.id]['title']}. {rule.documentation.splitlines()[0]}"},
        "quote": {**_TEXTS, "description": "The sentence cut to its key terms, figures in braces, … for a gap."},
        "label": {"type": "string", "description": "How lists call it."},
        "note": {"type": "string", "description": "A doubt no sum shows."},
        "level": {"enum": list(LEVELS), "description": "The level of its mismatch."},
        "known": {"type": "string", "minLength": 1, "description": "Why a mismatch is accepted; it counts again once a figure is edited."},
    }
    return {"additionalProperties": False, "properties": {**fixed, **{role: _TEXTS for role in rule.roles}}}


def schema_text() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
