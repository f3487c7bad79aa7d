import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from factcheck.schema import schema, schema_text

ROOT = Path(__file__).parents[1]


def test_the_published_schema_is_what_the_program_prints():
    assert (ROOT / "docs" / "claims.schema.json").read_text(encoding="utf-8") == schema_text()
    jsonschema.Draft7Validator.check_schema(json.loads(schema_text()))


def test_the_shipped_claims_file_fits():
    loaded = yaml.load((ROOT / "claims.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    jsonschema.Draft7Validator(schema()).validate(loaded)


@pytest.mark.parametrize("claims", [{"a": {"rule": "grwth"}}, {"a": {"rule": "growth", "qoute": "x"}}, {"a": {"rule": "growth", "part": "x"}}, {"a": {"quote": "x"}},
                                    {"a": {"rule": "growth", "level": "warn"}}, {"a": {"rule": "growth", "known": ""}}])
def test_what_verify_refuses_does_not_fit(claims):
    assert not jsonschema.Draft7Validator(schema()).is_valid({"claims": claims})
