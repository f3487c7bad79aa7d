"""What a figure claims to be and its mark: from the nearest cue outwards."""

from __future__ import annotations

import re

from . import vocabulary
from .items import (
    BASE,
    BEFORE,
    BLOCKED,
    DELTA,
    EACH,
    FROM,
    GAP,
    LEVEL,
    NOW,
    OTHER,
    POINTS,
    RATE,
    REST,
    SHARE,
    SPAN,
    TIMES,
    TO,
    TOTAL,
    YEAR,
)


def year_of(tokens, codes, own_left, at, end, chinese, taken) -> int:
    if not chinese:
        for i in range(at + 1, min(end, at + 4)):
            if codes[i] == "y":
                taken.update(range(at + 1, i + 1))
                return int("".join(c for c in tokens[i].text if c.isdigit())[:4] or 0)
            if codes[i] not in "wOiBN":
                break
        if re.match(r"[(,]y", codes[end:]) and codes[end] == "(" and codes[end + 2 : end + 3] == ")":
            return int("".join(c for c in tokens[end + 1].text if c.isdigit())[:4] or 0)
    for i in reversed(own_left):
        if codes[i] == "y":
            return int("".join(c for c in tokens[i].text if c.isdigit())[:4] or 0)
    if codes[max(at - 3, 0) : at] == "(y)":
        return int("".join(c for c in tokens[at - 2].text if c.isdigit())[:4] or 0)
    if at > 1 and codes[at - 1] == "(" and codes[at - 2] == "y":
        return int("".join(c for c in tokens[at - 2].text if c.isdigit())[:4] or 0)
    return 0


# 41128元（按年均人口计算）: on a basis that is not printed.
BASIS = re.compile(r"\s*[（(](按[^\d，。）)]{2,16}(?:计算|口径|测算|统计|折算|计|算))[）)]")


# Of these verbs a figure before them is the subject: $690m falls due, 1,200 rose.
_FINITE = re.compile(r"^(?:falls|rises|grows|rose|fell|grew|sank|shrank|slid|climbs|climbed|dropped|declined|increased|decreased)$")


def claim_of(code, left, right, chinese, tokens, codes, begin, at, end, figure_unit, rated, signed, more, fractional) -> tuple[str, str]:
    """What the figure claims to be and its mark, from the nearest cue outwards."""
    if code in "yo":
        return (YEAR if code == "y" else OTHER), ""
    if ("b" in left or "b" == right[:1]) and not (chinese and code == "q" and figure_unit):
        return BLOCKED, ""
    if code == "d" and chinese and (codes[at - 1 : at] == "V" and tokens[at - 1].text.rstrip("了") in vocabulary.timing()):
        return DELTA, ""
    if code == "d" and chinese and (re.search("F[^VT]{0,3}$", left) and "T" in right + codes[end : end + 1] or re.search("T$", left) and tokens[at - 1].direction and "F" in codes[:at]):
        return LEVEL, TO if left[-1:] == "T" else FROM
    if code == "d" and not (not chinese and (figure_unit == "年" and (fractional or re.search("(?:V[PN]?O|GO?)$", left))) and not re.search("[AY]$", left)) and not (not chinese and re.match("VC", right) or figure_unit in ("天", "小时", "分钟", "秒", "周") and not re.search("[AY]$", left)):
        return SPAN, ""
    core = re.sub("[yde]", "", (re.sub("F?yTy", "", left) if code == "q" else left) if chinese else re.sub("F?yTy|NO?(?=y)|B[wO]?(?=[yoPN])", "", left))
    if not chinese and code == "p" and re.match("Y", right) and "S" not in core:
        return RATE, BEFORE if "P" in core[-3:] else ""
    core = re.sub("V[CPN]*T$", "V", core) if code == "p" and rated and chinese else core
    core = re.sub("YT$", "Y", core) if code == "p" and chinese and not tokens[at - 1].direction else core
    when = when_of(core, tokens, codes, begin, at, chinese)
    if when == TO and code == "p" and chinese and core[-1:] == "T" and not tokens[at - 1].direction and ("F" not in codes[:at] or re.search("[YV]w?T$", core) and not re.search("[qp]w?[YV]?w?T$", codes[:at])):
        when = ""
    if code == "q" and chinese and re.search("G[CP]?T$", core):
        return GAP, ""
    if code == "q" and chinese and re.match("w?C", right) and "a" in left:
        return LEVEL, BASE
    if code == "p" and not chinese and (re.search("Y[VS]{0,2}O?$", core) or re.match("w?Y", right) and re.search("^E?w?$|[VK]i$", core)):
        return RATE, when if when == BEFORE else ""
    if when in (FROM, TO):
        if code == "x" and when == TO:
            return TIMES, TO
        return LEVEL, when
    change = (re.search("V[PCYNBHnA]{0,3}(?:O|wO|S)?$", core) or code == "q" and right == "T" and re.search("V[wSKGA]{1,3}$", core)) if not chinese else re.search("V[YPCNHEm]{0,2}$|Vw$", core)
    finite = not chinese and next((_FINITE.search(t.text) for t in tokens[at + 1 : at + 3] if t.code == "V"), None)
    # Of the 3.4m raised: a whole.
    whole = not chinese and left == "O" and re.match("w?V", right) and (not begin or codes[begin - 1] in ";.,")
    behind = None if finite and not more or whole else more or re.match("[Yw]?V", right) if chinese is False and not re.match("[Yw]?V[BEH]?[qptx]|w?VC(?:Y|d(?!P))", codes[at + 1 :]) else None
    if code == "t":
        return POINTS, when
    bare_by = not chinese and (re.search("^E?B$" if code == "q" else "B$", core) or code == "p" and (re.search("B$", core) and right[:1] in ("T", "F") or re.match(",?T[wHN]?qy?F", codes[at + 1 :])))
    if code == "x":
        return (RATE if change and chinese and not re.search("T$", core) else TIMES), when
    if code == "p":
        if not chinese and (re.search("L(?:w?O)$", core) or right == "L"):
            return RATE, when
        if re.search("S[wTKCN]{0,2}$", core) and not change and (chinese or not re.match("w?V$", right)):
            return SHARE, when
        if behind or bare_by or not chinese and re.match("w?Y", right) and not core or (change or re.search("YO?$", core)) and when not in (BASE, BEFORE) or signed and not core:
            return RATE, "" if when == BASE and not chinese else when
        if chinese is False and re.match("O", right):
            return SHARE, when
        return LEVEL, when
    if chinese and right[:1] == "e" and codes[end : end + 1] in ("p", "x"):
        return LEVEL, BASE if not when else when
    if not chinese and behind and re.match("VC", right):
        return DELTA, when
    if re.search("A(?:w|V|Y|wV|wK|K)?$" if chinese else "A(?:ww?|V|Y|wV|ww?O)?$", core) or not chinese and _each_behind(tokens, codes, at, right) or re.search("Yw?$" if chinese else "Y$", core) or not chinese and re.match("w?Y", right):
        return EACH, when
    if (change or bare_by) and when not in (BASE, BEFORE):
        return DELTA, when
    if behind and when == "":
        return DELTA, when
    if re.search("G[wBOCKN]{0,3}$", core) or not chinese and re.match("G", right):
        return GAP, when
    if re.search("R[wN]{0,1}$", core) or not chinese and re.match("w?R(?:[Ow]?$|O)", right):
        return REST, when
    if re.search("K:?[wNOi]{0,2}$", core) or not chinese and (behind_it := re.match("w?K", right)) and tokens[at + behind_it.end()].text in vocabulary.behind():
        return TOTAL, when
    return LEVEL, when


def _each_behind(tokens, codes, at, right) -> bool:
    """Whether a word for each stands behind an English figure, and is not the average that the next figure is."""
    match = re.match("T?w?A", right)
    return match is not None and not (codes[at + 1 + match.end() :][:1] in ("q", "d") and tokens[at + match.end()].text in vocabulary.averages())


def when_of(core: str, tokens, codes, begin, at, chinese) -> str:
    """The mark nearest to the figure, if no verb of change stands between."""
    if "F" in core[-4:] and not re.search("F.*[TV]", core) and (chinese or re.search("F[wOAKPSe]{0,3}$", core)):
        return FROM
    if chinese and core.endswith(("TN", "TP")):
        # 增加到目前的12口
        return TO
    if not chinese:
        core = re.sub("F[wO]*$|F[wO]+i$|F.*a", "", core)
    for code in reversed(core[-5:]):
        if code == "F":
            return FROM
        if code == "T":
            return TO if chinese or not re.search("Tw+i?$", core) else ""
        if code == "C":
            return BASE
        if code == "P":
            return BEFORE
        if code == "N":
            return NOW
        if code in "VSA":
            return ""
    return ""
