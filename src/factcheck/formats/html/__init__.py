"""One self-contained page: the text of every report with its figures marked, the findings worst first, no network, nothing of a report run."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TextIO

from ... import __version__
from ... import lang as languages
from ...document import Document
from ...findings import LEVELS, Finding
from ...marks import STATES, Mark, marks
from ...outcome import Outcome
from .cards import Cards
from .picture import legend, picture
from .prose import Prose
from .text import short, shown


class Section(NamedTuple):
    """One report of the page: its findings worst first, and its marks. `document` is None where only attested values were checked."""

    prefix: str
    name: str
    document: Document | None
    findings: tuple[Finding, ...]
    marks: tuple[Mark, ...]


def write(outcome: Outcome, out: TextIO, refresh: int = 0, **_) -> None:
    """Writes the page, which loads itself again after `refresh` seconds unless that is 0; it holds no time and no absolute path, so that two runs give the same bytes."""
    words = languages.of(outcome.language).PAGE
    style, script = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    style += "".join(f'.m.{state}::before{{content:"" / "{word} "}}\n' for state, word in words["states"].items() if state in STATES)
    sections = list(_sections(outcome))
    title = " · ".join([_headline(outcome.findings, words), *(s.name for s in sections[:3])])
    language = {"zh": "zh-Hans"}.get(outcome.language, outcome.language)
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    out.write(f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n')
    out.write('<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n')
    out.write(f'<meta http-equiv="refresh" content="{refresh}">\n' if refresh else "")
    out.write(f"<title>{shown(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n")
    several = len(sections) > 1
    if several:
        out.writelines(_front(outcome, sections, words))
    for section in sections:
        out.writelines(_section(outcome, section, words, 2 if several else 1))
    out.write(f'</main>\n<footer>factcheck {__version__}</footer>\n<div id="pop" role="tooltip" hidden></div>\n')
    out.write(f"<script>{script}</script>\n</body>\n</html>\n")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _sections(outcome: Outcome) -> Iterator[Section]:
    documents = {document.path: document for document in outcome.documents}
    grouped = outcome.by_report()
    for number, (path, checks) in enumerate(grouped.items(), 1):
        document = documents.get(path)
        found = [finding for finding in checks if finding.verdict != "uncovered"]
        found.sort(key=lambda f: (-LEVELS.index(f.level), bool(f.known), f.verdict == "unbound", f.location.span if document else f.location[1:3]))
        placed = marks(outcome, document, found) if document else ()
        yield Section("" if len(grouped) == 1 else f"r{number}-", short(path), document, tuple(found), placed)


def counted(words, kind: str, number: int) -> str:
    forms = words["counts"][kind]
    return forms[0 if number == 1 else -1].format(n=number)


def _headline(findings: Sequence[Finding], words) -> str:
    """What is wrong, in numbers; what is pinned does not count."""
    counts = [(kind, sum(f.verdict == kind and not f.known for f in findings)) for kind in ("mismatch", "changed", "unbound", "reworded")]
    return " · ".join(counted(words, kind, number) for kind, number in counts if number) or words["clean"]


def _headline_line(findings: Sequence[Finding], words) -> str:
    kind = "wrong" if any(f.level in ("error", "warning") for f in findings) else "clean"
    return f'<p class="headline {kind}">{shown(_headline(findings, words))}</p>\n'


def _front(outcome: Outcome, sections: list[Section], words) -> Iterator[str]:
    """The top of a page with several reports."""
    yield f'<header class="front"><h1>{shown(words["reports"].format(count=len(sections)))}</h1>\n{_headline_line(outcome.findings, words)}'
    yield f'<p>{shown(outcome.covered)}</p>\n<nav><ol>\n'
    for section in sections:
        yield f'<li><a href="#{section.prefix}report">{shown(section.name)}</a> {shown(_headline(section.findings, words))}</li>\n'
    yield "</ol></nav></header>\n"


def _section(outcome: Outcome, section: Section, words, level: int) -> Iterator[str]:
    prefix, document = section.prefix, section.document
    cards = Cards(outcome, section.document, section.findings, section.marks, prefix, level + 2)
    yield f'<section class="report{"" if document else " bare"}" id="{prefix}report" aria-labelledby="{prefix}name">\n<div class="side">\n'
    if document:
        yield f'<a class="skip" href="#{prefix}text">{shown(words["skip"])}</a>\n'
    yield f'<header>\n<h{level} class="name" id="{prefix}name">{shown(section.name)}</h{level}>\n'
    yield _headline_line(section.findings, words)
    if document is None:
        yield f"<p>{shown(words['attested'])}</p>\n"
    elif level == 1:
        yield f'<p class="coverage">{shown(outcome.covered)}</p>\n'
    if section.marks:
        yield picture(section.marks, words)
        yield legend(section.marks, words)
    yield f'</header>\n<h{level + 1} class="hidden">{shown(words["findings"])}</h{level + 1}>\n'
    yield from cards.lists()
    yield "</div>\n"
    if document:
        language = "zh-Hans" if document.chinese else "en"
        yield f'<article id="{prefix}text" lang="{language}" tabindex="-1">\n<h{level + 1} class="hidden">{shown(words["text"])}</h{level + 1}>\n'
        yield from Prose(document, section.marks, cards.tag, words).blocks(prefix)
        yield "</article>\n"
    yield "</section>\n"
