"""What is written in digits and is no figure: addresses, file names, codes, telephone numbers, clock times.

Nothing here looks at the whole text for each kind: addresses are found by their signs, everything else by the characters next to the digits.
"""

from __future__ import annotations

import re

from ..document import Span

_EXTENSIONS = "jpe?g|png|gif|pdf|docx?|xlsx?|pptx?|txt|csv|html?|zip|mp4|md|wps"
_FILE_NAME = re.compile(rf"\.(?:{_EXTENSIONS})(?![A-Za-z0-9])")
_ADDRESS_SIGN = rf"://|\bwww\.|@|\.(?:{_EXTENSIONS})(?![A-Za-z0-9])|\b10\.[0-9]{{4,9}}/"
# Full-width punctuation ends an address, so it is read in the text as written.
_ADDRESS_REST = r"[^\s\u3000-\u9fff\uff00-\uffef]{0,2000}"
_MAIL_REST = r"[A-Za-z0-9_.-]{0,64}"
_ADDRESS_CHARS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+-")

_CHAIN = re.compile(r"[0-9]+(?:\.[0-9]+){2,}|[0-9]+(?:-[0-9]+){2,}|[0-9]{1,4}(?:/[0-9]{1,4}){2,}")
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[ ]?[ap]\.?m\b\.?)?(?![0-9.:]*[0-9])", re.I)
_PHONE = re.compile(r"0[0-9]{2,3}-[0-9]{7,8}(?![0-9])|[0-9]{3}-[0-9]{4}(?:-[0-9]{4})?(?![0-9])|[48]00[ -][0-9]{3,4}[ -][0-9]{3,4}(?![0-9])|1[3-9][0-9]{9}(?![0-9])")
_ABROAD = re.compile(r"[0-9]{1,3}(?:[ -]?\(0\))?(?:[ -]?\(?[0-9]{2,5}\)?){2,5}(?![0-9])")
_TOKEN = re.compile(r"[0-9A-Za-z_]*(?:[-./:—–][0-9A-Za-z_]+)*")
_NAMED = re.compile(r"(?:^|[^A-Za-z])([A-Z][A-Z&]{1,6})(?:/[A-Z])?[ -]$")
# Standards and indexes that a number belongs to.
_NUMBERED = frozenset("ISO IEC EN BS DIN GB RFC ANSI IEEE ASTM DB HJ JGJ JTG NY QB YY FTSE CAC DAX CSI MSCI TOPIX ASX IBEX SSE S&P STOXX".split())


def addresses(source: str) -> list[Span]:
    """Web and mail addresses, DOIs and file names, in order."""
    if not ("://" in source or "@" in source or "www." in source or "10." in source and "/" in source or _FILE_NAME.search(source)):
        return []
    spans: list[Span] = []
    reached = 0
    address_rest, mail_rest = re.compile(_ADDRESS_REST), re.compile(_MAIL_REST)
    for match in re.finditer(_ADDRESS_SIGN, source):
        if match.start() < reached:
            continue
        sign, start = match.group(), match.start()
        if sign == "@" or sign[0] == "." or sign == "://":
            while start > reached and match.start() - start < 200 and source[start - 1] in _ADDRESS_CHARS:
                start -= 1
        rest = match if sign[0] == "." else (mail_rest if sign == "@" else address_rest).match(source, match.end())
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


def standard(text: str, start: int) -> bool:
    """Whether the digits at `start` number a standard or an index: ISO 9001, FTSE 100."""
    match = _NAMED.search(text[max(start - 10, 0) : start])
    return bool(match) and match[1] in _NUMBERED  # type: ignore[index]
