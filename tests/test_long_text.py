"""A long plain text is scanned in pieces: the same findings at the same places, and never more than a piece in hand."""

from __future__ import annotations

import io
import sys

import pytest

from factcheck.document import Document
from factcheck.scan import scan
from factcheck.scan.files import PIECE, documents, scan_files

RIGHT = "前川县去年果园面积由{a}亩增加到{b}亩,增加{c}亩。"
PLAIN = "干部走村入户,听取意见,改进作风,推动各项工作落到实处。"


def paragraphs(size: int, end: str = "\n") -> str:
    """Text of at least `size` characters; every seventh gain is 1 too high."""
    out, length, n = [], 0, 0
    while length < size:
        a, b = 1000 + n % 700, 2500 + n % 900
        out.append(RIGHT.format(a=a, b=b, c=b - a + (n % 7 == 0)) + end + PLAIN + end)
        length, n = length + len(out[-1]), n + 1
    return "".join(out)


def found(path: str) -> list[tuple]:
    return [(c.rule.id, c.place.line, c.place.column, c.place.text) for scanned in scan_files([path]) for c in scanned.checks]


def test_pieces_find_what_the_whole_text_holds_at_the_same_places(tmp_path):
    text = paragraphs(2 * PIECE)
    path = tmp_path / "long.txt"
    path.write_text(text, encoding="utf-8")
    whole = [(c.rule.id, c.place.line, c.place.column, c.place.text) for c in scan(Document(str(path), text))]
    assert len(list(documents(str(path)))) > 2
    assert found(str(path)) == whole
    assert sum(rule == "difference" for rule, *_ in whole) == text.count("增加到")


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_no_piece_holds_more_than_its_share_of_a_text_of_three_megabytes(tmp_path, end):
    text = paragraphs(1_300_000, end)
    path = tmp_path / "long.txt"
    path.write_bytes(text.encode())
    assert path.stat().st_size > 3_000_000
    lines = text.splitlines() or [text]
    total = 0
    for document in documents(str(path)):
        assert len(document.text) <= PIECE
        total += len(document.text)
        place = document.location(document.sentences[-1])
        assert lines[place.line - 1].startswith(place.text.rstrip("\r\n")[:20], place.column - 1)
        assert text.startswith(place.text, place.span.start)
    assert total == len(text)


def test_a_text_without_any_end_of_a_sentence_is_cut_all_the_same(tmp_path):
    path = tmp_path / "endless.txt"
    text = "收入达到3万元,支出为2万元," * 20000
    path.write_text(text, encoding="utf-8")
    sizes = [len(document.text) for document in documents(str(path))]
    assert max(sizes) <= PIECE and sum(sizes) == len(text)


@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030", "big5hkscs", "utf-16"])
def test_a_long_text_in_any_encoding(tmp_path, codec):
    sentence = "果园面积由100亩增加到250亩,增加150亩。干部走村入户,听取意见。" if codec == "gb18030" else "果園面積由100畝增加到250畝,增加150畝。幹部走村入戶,聽取意見。"
    text = (sentence + "\n") * 4000
    path = tmp_path / "long.txt"
    path.write_bytes(text.encode(codec))
    assert "".join(document.text for document in documents(str(path))) == text


def test_signs_one_cannot_see_are_no_part_of_a_figure(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("面积由1\u200b00亩增加到250亩,增加150亩。\n" * 4000, encoding="utf-8")
    gains = [place for rule, *place in found(str(path)) if rule == "difference"]
    assert gains[-1] == [4000, 19, "150亩"] and len(gains) == 4000


def test_standard_input_is_read_in_pieces_too(tmp_path, monkeypatch):
    text = paragraphs(2 * PIECE)
    path = tmp_path / "long.txt"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert found("-") == found(str(path))
