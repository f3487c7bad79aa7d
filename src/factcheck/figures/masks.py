"""What is written in digits and is no figure: addresses, file names, codes, references, clock times, list marks."""

from __future__ import annotations

import re
from bisect import bisect_right

from ..document import Document, Span
from ..lang import en, zh

_EVERYWHERE = r"""
  https?://[^\s\u3000-\u9fff]{1,2000} | www\.[^\s\u3000-\u9fff]{1,2000} | [\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}
| \b10\.\d{4,9}/\S{1,200}
| [A-Za-z0-9_-]{1,200}\.(?:jpe?g|png|gif|pdf|docx?|xlsx?|pptx?|txt|csv|html?|zip|mp4|md|wps)\b
| (?<![\d.])v?\d{1,4}\.\d{1,4}\.\d{1,4}(?:\.\d{1,4})?(?![\d.]*\d)(?!\.\d)
| (?<![\d.:])\d{1,2}:\d{2}(?::\d{2})?(?:[ ]?[ap]\.?m\.?)?(?![\d.:]*\d)
| (?<!\d)1[3-9]\d{9}(?!\d) | (?<!\d)0\d{2,3}-\d{7,8}(?!\d) | \+?\d{1,3}[ ]\(?\d{3}\)?[ -]\d{3}-\d{4} | \b\d{3}-\d{3}-\d{4}\b
| \b[A-Z]{2,6}(?:/T)?[ ]\d{3,6}(?:[.-]\d{1,5}){0,2}(?=\W|$)(?![ ]?(?:million|billion|trillion|thousand|mn|bn|m\b|万|亿|元))(?<!RMB[ ]\d{3})(?<!CNY[ ]\d{3})(?<!USD[ ]\d{3})(?<!EUR[ ]\d{3})
| \b(?=[0-9A-Z]{0,30}[A-Z][0-9A-Z]{0,30}[0-9])(?=[A-Z]{0,30}[0-9])[0-9A-Z]{14,40}\b
| [①-⑳⑴-⒇]
"""
_CHINESE = r"""
  [〔\[(【]\d{4}[〕\])】](?:第)?\d{1,5}号? | 第?\d{1,5}号(?:令|文|公告|决定|线|楼|院|文件)? | [A-Z]{2,3}/T[ ]?\d+(?:\.\d+)?-\d{4}
| \d{1,2}[时点]\d{1,2}分?(?!之) | \d{1,2}[时点](?:整|半|许|左右)? (?=[,，。至到前后起]) | (?:上午|下午|晚上|凌晨|早上|中午)\d{1,2}[时点]
| \d{1,2}世纪 | \d{2,4}年代 | [一二三四五六七八九十]{1,3}世纪 | [一二三四五六七八九十]{2,3}年代
| (?:电话|手机|邮编|邮政编码|传真|QQ|账号|代码|编号|证号|专线|热线|微信)[:：号]{0,2}[ ]?\d[\d -]{4,24}
| [(（][一二三四五六七八九十\d]{1,3}[)）](?=[^,，。、%]) | (?:^|[。；;\n])[ \t\u3000]*(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、．)](?![\d])
| [一二三四]季度 | [前第][一二三四]季度 | [1-4]季度 | [一二三四五六七八九十]、(?=[^一二三四五六七八九十\d]{4}) (?<=\n[一二三四五六七八九十]、)
| 第[一二三四五六七八九十百\d]{1,5}[章节条款编部卷页] | (?:图|表|附件|附表|式|注)[ ]?\d{1,3}(?:[-.]\d{1,3})?(?![\d.%万亿])
"""
_ENGLISH = (
    r"\b(?i:" + "|".join(re.escape(w) for w in sorted(en.REFERENCE_WORDS, key=len, reverse=True)) + r")[ ]\(?\d{1,5}(?:\.\d{1,3}){0,3}[A-Za-z]?\b(?![ ]?%)(?!,\d)"
    r"| \b\d{1,4}(?:st|nd|rd|th)\b | \b(?:1[89]|20)\d0s\b | ['’]\d0s\b | \b[QH][1-4]\b"
    r"| (?:^|\n|[ ]{2})[ \t]*\d{1,2}[.)](?=[ ]) | \b(?i:one)[ -](?i:another|stop|off|sided|time|size)\b"
    r"| \b\d{1,2}[ ]?[ap]\.?m\b\.? | \#\d+"
)


def masks(document: Document) -> tuple[Span, ...]:
    """The spans no figure may begin in, in order."""
    pattern = _pattern(document.chinese)
    spans = [Span(*match.span()) for match in pattern.finditer(document.folded)]
    if document.chinese:
        # Number words between quotation marks are slogans: “两个带头人”; digits there still count.
        spans += [Span(m.start(), m.end()) for m in _words().finditer(document.folded)]
        spans.sort()
    return tuple(spans)


def quoted(document: Document) -> tuple[Span, ...]:
    """Short passages between quotation marks, where Chinese number words are slogans: “两个带头人”."""
    return tuple(Span(*m.span()) for m in _QUOTED.finditer(document.folded))


def inside(spans: tuple[Span, ...], starts: list[int], offset: int) -> Span | None:
    """The last of `spans` that begins at or before `offset`, if it reaches beyond it."""
    index = bisect_right(starts, offset) - 1
    return spans[index] if index >= 0 and spans[index].end > offset else None


_QUOTED = re.compile(r"“[^”\n]{1,16}”|「[^」\n]{1,16}」|『[^』\n]{1,16}』|‘[^’\n]{1,16}’|\"[^\"\n]{1,16}\"")
_compiled: dict[object, re.Pattern[str]] = {}


def _pattern(chinese: bool) -> re.Pattern[str]:
    if chinese not in _compiled:
        _compiled[chinese] = re.compile(_EVERYWHERE + "|" + (_CHINESE if chinese else _ENGLISH), re.X | re.M)
    return _compiled[chinese]


def _words() -> re.Pattern[str]:
    if "words" not in _compiled:
        _compiled["words"] = re.compile("|".join(sorted(map(re.escape, set(zh.NOT_NUMBERS)), key=len, reverse=True)))
    return _compiled["words"]
