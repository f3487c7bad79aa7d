"""Imports point one way, and nothing heavy is imported before it is needed."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "factcheck"
ORDER = ["errors", "exact", "files", "document", "reading", "lang", "numerals", "factors", "units", "expression", "figures", "rules", "checks", "notation", "quotes", "slips", "claimsfile", "plan", "binding", "scan", "findings", "causes", "outcome", "marks", "watching", "pairing", "comparison", "edits", "mending", "initial",
         "listing", "schema", "formats", "cli", "__main__"]


def imported(path):
    """The parts of the package that a module imports."""
    package = ["factcheck", *path.relative_to(SOURCE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = [*package[: len(package) - node.level + 1], *(node.module or "").split(".")]
            names = [base[1]] if len(base) > 1 and base[1] else [alias.name for alias in node.names]
            yield from (name for name in names if name != "__version__")


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_upward(path):
    own = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    if own == "__init__":
        return
    for name in imported(path):
        assert name in ORDER, f"{name} has no place in the order"
        assert ORDER.index(name) <= ORDER.index(own), f"{own} imports {name}"


def test_only_units_imports_pint():
    assert [p.name for p in SOURCE.rglob("*.py") if "import pint" in p.read_text(encoding="utf-8")] == ["units.py"]


def modules(*arguments):
    """The modules a run of the program has imported at its end."""
    code = ("import sys, json, atexit, os\nsys.argv = ['factcheck'] + json.loads(os.environ['ARGUMENTS'])\n"
            "atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))\nfrom factcheck.__main__ import main\nmain()")
    environment = os.environ | {"ARGUMENTS": json.dumps(arguments)}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


def test_verify_never_imports_what_it_does_not_need():
    loaded = modules("verify", "--format", "json")
    assert not loaded & {"pydantic", "numpy", "pygments", "importlib.metadata", "rich.table", "rich.console", "pint"}
    assert not modules("verify") & {"pydantic", "numpy", "pygments", "pint"}


def test_a_quiet_scan_that_finds_nothing_draws_no_table():
    assert not modules("scan", "-q", "examples/wuzhong.md") & {"rich.table", "rich.console", "pint", "factcheck.causes"}


def test_list_and_version_import_no_pint():
    assert "pint" not in modules("list") and "typer" not in modules("--version")


def test_units_whose_factors_are_kept_need_no_pint(tmp_path):
    claims = tmp_path / "claims.yaml"
    claims.write_text("claims:\n  a:\n    rule: at_most\n    quote: '{part=3公顷}花园,{whole=50亩}基地'\n", encoding="utf-8")
    assert "pint" not in modules("verify", "--claims", str(claims))
