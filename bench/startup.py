"""Start-up and a whole verify, as ratios to programs anyone can run. Needs `pip install codespell`.

    python bench/startup.py [REPORT [CLAIMS]]

Whole processes, medians of 21 interleaved runs, bytecode cached.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 21
BARE = "import typer\napp = typer.Typer()\n@app.command()\ndef hello(name: str = 'x'):\n    print(name)\nif __name__ == '__main__':\n    app()\n"


def main() -> None:
    report = sys.argv[1] if len(sys.argv) > 1 else "examples/wuzhong.md"
    claims = sys.argv[2] if len(sys.argv) > 2 else "claims.yaml"
    scripts = Path(sys.executable).parent
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/tmp"), "LANG": "C.UTF-8"}
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "bare"
        package.mkdir()
        (package / "__init__.py").write_text("")
        (package / "__main__.py").write_text(BARE)
        environment["PYTHONPATH"] = folder
        commands = {
            "bare Typer app": [sys.executable, "-m", "bare"],
            "factcheck --version": [str(scripts / "factcheck"), "--version"],
            "factcheck verify --format json": [str(scripts / "factcheck"), "verify", report, "--claims", claims, "--format", "json"],
        }
        if codespell := shutil.which("codespell", path=f"{scripts}:{environment['PATH']}"):
            commands["codespell"] = [codespell, report]
        times: dict[str, list[float]] = {name: [] for name in commands}
        for run in range(RUNS + 2):
            for name, command in commands.items():
                began = time.perf_counter()
                subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=False)
                if run > 1:
                    times[name].append(time.perf_counter() - began)
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, median in medians.items():
        print(f"{name:<32} {median * 1000:6.1f} ms")
    print(f"--version / bare Typer app: {medians['factcheck --version'] / medians['bare Typer app']:.2f}")
    if "codespell" in medians:
        print(f"verify / codespell: {medians['factcheck verify --format json'] / medians['codespell']:.2f}")


if __name__ == "__main__":
    main()
