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
from .patterns import compiled


def year_of(tokens, codes, own_left, at, end, chinese, taken) -> int:
    if not chinese:
        for i in range(at + 1, min(end, at + 4)):
            if codes[i] == "y":
                taken.update(range(at + 1, i + 1))
                return int("".join(c for c in tokens[i].text if c.isdigit())[:4] or 0)
            if codes[i] not in "wOiBN":
                break
        if compiled(r"[(,]y").match(codes[end:]) and codes[end] == "(" and codes[end + 2 : end + 3] == ")":
            return int("".join(c for c in tokens[end + 1].text if c.isdigit())[:4] or 0)
    for i in reversed(own_left):
        if codes[i] == "a" and not chinese:
            break
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
_FINITE = re.compile(r"^(?:falls|rises|grows|rose|fell|grew|sank|shrank|slid|climbs|climbed|dropped|declined|increased|decreased|goes|go|went|going)$")


def claim_of(code, left, right, chinese, tokens, codes, begin, at, end, figure_unit, rated, signed, more, fractional) -> tuple[str, str]:
    """What the figure claims to be and its mark, from the nearest cue outwards."""
    if code in "yo":
        return (YEAR if code == "y" else OTHER), ""
    if ("b" in left or "b" == right[:1]) and not (chinese and code == "q" and figure_unit):
        return BLOCKED, ""
    if chinese and code == "p" and left == "Ve":
        # 增量的七成: a share of what has been added.
        return BLOCKED, ""
    if code == "d" and chinese and codes[at - 1 : at] == "A" and tokens[at - 1].text.endswith("均"):
        return EACH, ""
    if code == "d" and chinese and (codes[at - 1 : at] == "V" and tokens[at - 1].text.rstrip("了") in vocabulary.timing()):
        return DELTA, ""
    if code == "d" and chinese and (compiled("F[^VT]{0,3}$").search(left) and "T" in right + codes[end : end + 1] or compiled("T$").search(left) and tokens[at - 1].direction and "F" in codes[:at]):
        return LEVEL, TO if left[-1:] == "T" else FROM
    if code == "d" and not (not chinese and (figure_unit == "年" and (fractional or compiled("(?:V[PN]?O|GO?)$").search(left))) and not compiled("[AY]$").search(left)) and not (not chinese and compiled("VC").match(right) or figure_unit in ("天", "小时", "分钟", "秒", "周") and not compiled("[AY]$").search(left)):
        return SPAN, ""
    core = compiled("[yde]").sub("", (compiled("F?yTy").sub("", left) if code == "q" else left) if chinese else compiled("F?yTy|NO?(?=y)|B[wO]?(?=[yoPN])").sub("", left))
    if not chinese and code == "p" and compiled("Y").match(right) and "S" not in core:
        return RATE, BEFORE if "P" in core[-3:] else ""
    core = compiled("V[CPN]*T$").sub("V", core) if code == "p" and rated and chinese else core
    core = compiled("YT$").sub("Y", core) if code == "p" and chinese and not tokens[at - 1].direction else core
    when = when_of(core, tokens, codes, begin, at, chinese)
    if when == TO and code == "p" and chinese and core[-1:] == "T" and not tokens[at - 1].direction and ("F" not in codes[:at] or compiled("[YV]w?T$").search(core) and not compiled("[qp]w?[YV]?w?T$").search(codes[:at])):
        when = ""
    if code == "q" and chinese and compiled("G[CP]?T$").search(core):
        return GAP, ""
    if code in "qp" and chinese and (match := compiled("w?C").match(right)) and ("a" in left and code == "q" or tokens[at + match.end()].text in ("相比", "比较", "对比", "相较") and codes[end : end + 1] == ","):
        return LEVEL, BASE
    if code == "p" and not chinese and (compiled("Y[VS]{0,2}O?$").search(core) or compiled("w?Y").match(right) and compiled("^E{0,2}w?$|[VK]i$").search(core)):
        return RATE, when if when == BEFORE else ""
    if when in (FROM, TO):
        if code == "x" and when == TO:
            return TIMES, TO
        return LEVEL, when
    change = (compiled("V[PCYNBHnA]{0,3}(?:O|wO|S)?$").search(core) or code == "q" and right == "T" and compiled("V[wSKGA]{1,3}$").search(core)) if not chinese else compiled("V[YPCNHEm]{0,2}$|Vw$").search(core)
    finite = not chinese and next((_FINITE.search(t.text) for t in tokens[at + 1 : at + 3] if t.code == "V"), None)
    # Of the 3.4m raised: a whole.
    whole = not chinese and left == "O" and compiled("w?V").match(right) and (not begin or codes[begin - 1] in ";.,")
    behind = None if finite and not more or whole else more or compiled("[Yw]?V").match(right) if chinese is False and not compiled("[Yw]?V[BEH]?[qptx]" + ("|w?VC(?:Y|d(?!P))" if code == "q" else "")).match(codes[at + 1 :]) else None
    if code == "t":
        return POINTS, when
    bare_by = not chinese and (compiled("^E?B$" if code == "q" else "B$").search(core) or code == "p" and (compiled("B$").search(core) and right[:1] in ("T", "F") or compiled(",?T[wHN]?qy?F").match(codes[at + 1 :])))
    if code == "x":
        return (RATE if change and chinese and not compiled("T$").search(core) else TIMES), when
    if code == "p":
        if not chinese and (compiled("L(?:w?O)$").search(core) or right == "L"):
            return RATE, when
        if compiled("S[wTKCNW]{0,3}$" if chinese else "S[wTKCN]{0,2}$").search(core) and not change and (chinese or not compiled("w?V$").match(right)):
            return SHARE, when
        if behind or bare_by or not chinese and compiled("w?Y").match(right) and not core or (change or compiled("YO?$").search(core)) and when not in (BASE, BEFORE) or signed and not core:
            return RATE, "" if when == BASE and not chinese else when
        if chinese is False and compiled("O").match(right):
            return SHARE, when
        return LEVEL, when
    if chinese and right[:1] == "e" and codes[end : end + 1] in ("p", "x"):
        return LEVEL, BASE if not when else when
    if not chinese and behind and compiled("VC").match(right):
        return DELTA, when
    fallen = not chinese and core[-1:] == "V" and tokens[at - 1].direction != 0 and tokens[at - 1].text not in vocabulary.raised() and compiled("TqF").match(codes[at + 1 :].lstrip(","))
    if not fallen and compiled("A(?:w|V|Y|wV|wK|K)?$" if chinese else "A(?:ww?|V|Y|wV|ww?O|I)?$").search(core) or not chinese and _each_behind(tokens, codes, at, right) or compiled("Yw?$" if chinese else "Y$").search(core) or not chinese and compiled("w?Y").match(right):
        return EACH, when
    if not chinese and change and compiled("C[wP]{0,2}VO$").search(core):
        # In contrast to gains of 842.
        return LEVEL, BASE
    if (change or bare_by) and when not in (BASE, BEFORE):
        return DELTA, when
    if behind and when == "":
        return DELTA, when
    if compiled("G[wBOCKN]{0,3}$").search(core) or not chinese and compiled("G").match(right):
        return GAP, when
    if compiled("R[wN]{0,1}$").search(core) or not chinese and compiled("w?R(?:[Ow]?$|O)").match(right):
        return REST, when
    if not chinese and compiled("RO[^qpxtd,;.]{1,4}$").search(core) and (not begin or codes[begin - 1] in ";."):
        return REST, when
    if compiled("K:?[wNOi]{0,2}$").search(core) or not chinese and (behind_it := compiled("w?K").match(right)) and tokens[at + behind_it.end()].text in vocabulary.behind():
        return TOTAL, when
    return LEVEL, when


def _each_behind(tokens, codes, at, right) -> bool:
    """Whether a word for each stands behind an English figure, and is not the average that the next figure is."""
    match = compiled("T?w?A").match(right)
    return match is not None and not (codes[at + 1 + match.end() :][:1] in ("q", "d") and tokens[at + match.end()].text in vocabulary.averages())


def when_of(core: str, tokens, codes, begin, at, chinese) -> str:
    """The mark nearest to the figure, if no verb of change stands between."""
    if "F" in core[-4:] and not compiled("F.*[TV]").search(core) and (chinese or compiled("F[wOAKPSe]{0,3}$").search(core)):
        return FROM
    if chinese and core.endswith(("TA", "FA")):
        # 攀升至每桶74.9美元
        return TO if core[-2] == "T" else FROM
    if chinese and codes[at] == "p" and compiled("(?:^|[^CFT])Pw?S$").search(core):
        # 上年这一比重为64.0%
        return BEFORE
    if chinese and core.endswith(("TN", "TP")):
        # 增加到目前的12口
        return TO
    if not chinese:
        core = compiled("F[wO]*$|F[wO]+i$|F.*a").sub("", core)
    for code in reversed(core[-5:]):
        if code == "F":
            return FROM
        if code == "T":
            return TO if chinese or not compiled("Tw+[iK]?$|Tw*a$").search(core) else ""
        if code == "C":
            return BASE
        if code == "P":
            return BEFORE
        if code == "N":
            return NOW
        if code in "VSA":
            return ""
    return ""
