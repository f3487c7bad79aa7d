"""How verify grows with the report: the report 1, 10 and 100 times over, as it is and as one endless line.

    python bench/scaling.py

Prints the time of each as a ratio to the report once; in line with the text would be 1, 10 and 100.
"""

from __future__ import annotations

import time

from factcheck.binding import bind
from factcheck.claimsfile import load
from factcheck.document import Document
from factcheck.findings import findings
from factcheck.plan import plan
from factcheck.reading import read


def seconds(text: str, ready) -> float:
    began = time.perf_counter()
    findings(bind(ready, Document("report.md", text)), "en")
    return time.perf_counter() - began


def main() -> None:
    claims = load("claims.yaml")
    ready = plan(claims)
    text = read(claims.report).text
    line = "".join(text.split()).replace("。", ",")
    for name, base in (("as it is", text), ("one endless line", line)):
        once = min(seconds(base, ready) for _ in range(5))
        ratios = [seconds(base * times, ready) / once for times in (10, 100)]
        print(f"{name}: {once * 1000:.1f} ms once; 10 times {ratios[0]:.1f}; 100 times {ratios[1]:.1f}")


if __name__ == "__main__":
    main()
