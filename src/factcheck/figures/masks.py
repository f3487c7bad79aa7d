"""What is written in digits and is no figure: addresses, file names, codes, telephone numbers, clock times.

Nothing here looks at the whole text for each kind: addresses are found by their signs, everything else by the characters next to the digits.
"""

from __future__ import annotations

import re

from ..document import Span

_EXTENSIONS = "jpe?g|png|gif|pdf|docx?|xlsx?|pptx?|txt|csv|html?|zip|mp4|md|wps"
_ADDRESS_SIGN = re.compile(rf"://|\bwww\.|@|\.(?:{_EXTENSIONS})(?![A-Za-z0-9])|\b10\.[0-9]{{4,9}}/")
# Full-width punctuation ends an address, so it is read in the text as written.
_ADDRESS_REST = re.compile(r"[^\s\u3000-\u9fff\uff00-\uffef]{0,2000}")
_MAIL_REST = re.compile(r"[\w.-]{0,64}", re.A)
_ADDRESS_CHAR = re.compile(r"[\w.+-]", re.A)

_CHAIN = re.compile(r"[0-9]+(?:\.[0-9]+){2,}|[0-9]+(?:-[0-9]+){2,}|[0-9]{1,4}(?:/[0-9]{1,4}){2,}")
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[ ]?[ap]\.?m\b\.?)?(?![0-9.:]*[0-9])", re.I)
_PHONE = re.compile(r"0[0-9]{2,3}-[0-9]{7,8}(?![0-9])|[0-9]{3}-[0-9]{4}(?:-[0-9]{4})?(?![0-9])|[48]00[ -][0-9]{3,4}[ -][0-9]{3,4}(?![0-9])|1[3-9][0-9]{9}(?![0-9])")
_ABROAD = re.compile(r"[0-9]{1,3}(?:[ -]?\(0\))?(?:[ -]?\(?[0-9]{2,5}\)?){2,5}(?![0-9])")
_TOKEN = re.compile(r"[0-9A-Za-z_]*(?:[-./:—–][0-9A-Za-z_]+)*")
_STANDARD = re.compile(r"(?:^|[^A-Za-z])(?P<word>[A-Z][A-Z&]{1,6})(?:/[A-Z])?[ -]$")
_NUMBERED = frozenset("ISO IEC EN BS DIN GB RFC ANSI IEEE ASTM DB HJ JGJ JTG NY QB YY".split())


def addresses(source: str) -> list[Span]:
    """Web and mail addresses, DOIs and file names, in order."""
    spans: list[Span] = []
    reached = 0
    for match in _ADDRESS_SIGN.finditer(source):
        if match.start() < reached:
            continue
        sign, start = match.group(), match.start()
        if sign == "@" or sign[0] == "." or sign == "://":
            while start > reached and match.start() - start < 200 and _ADDRESS_CHAR.match(source[start - 1]):
                start -= 1
        rest = match if sign[0] == "." else (_MAIL_REST if sign == "@" else _ADDRESS_REST).match(source, match.end())
        if start < match.start() or sign[0] not in "@.:":
            reached = rest.end()  # type: ignore[union-attr]
            spans.append(Span(start, reached))
    return spans


def code_end(text: str, start: int, end: int) -> int:
    """Where the code ends that the digits `start:end` are part of: a version, clock time, telephone number, standard; 0 if they are none."""
    after, before = text[end : end + 1], text[start - 1 : start]
    if after in (".", "-", "/") and (chain := _CHAIN.match(text, start)):
        return chain.end()
    if after == ":" and before not in (".", ":") and (clock := _CLOCK.match(text, start)):
        return clock.end()
    if after == "-" and (phone := _PHONE.match(text, start)):
        return phone.end()
    if before == "+" and (phone := _ABROAD.match(text, start)):
        return phone.end()
    if after and (after.isalpha() and after.isascii() or after == "_"):
        return token_end(text, start)
    return 0


def token_end(text: str, start: int) -> int:
    """Where the letters and digits that go on at `start` end."""
    return _TOKEN.match(text, start).end()  # type: ignore[union-attr]


def standard(text: str, start: int, digits: str) -> bool:
    """Whether the digits at `start` number a standard or a model: ISO 9001, FTSE 100. A year behind capitals is a year."""
    match = _STANDARD.search(text[max(start - 9, 0) : start])
    if not match or not 3 <= len(digits) <= 6 and match["word"] not in _NUMBERED:
        return False
    return match["word"] in _NUMBERED or not (len(digits) == 4 and digits[:2] in ("19", "20"))
