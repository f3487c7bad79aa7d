"""Broken claims files beside what is said of them: every fault at once, with its line and column, and status 2."""

import subprocess
import sys

import pytest

from factcheck.claimsfile import parse
from factcheck.errors import UserError
from factcheck.plan import plan

HEAD = "claims:\n"


def faults(text):
    try:
        plan(parse("claims.yaml", text))
    except UserError as error:
        return [(f.line, f.column, f.message) for f in error.faults]
    return []


ONE_FAULT = [
    # YAML slips
    ("figures:\n  a: {13个}乡镇\n", 2, 6, "begins with { is a mapping to YAML; put the quote between '…'"),
    ("figures:\n  a: {13个}\n", 2, 6, "put the quote between '…'"),
    ("figures:\n  - {13个}乡镇\n", 2, 5, "begins with {"),
    ("figures:\n  a: 合计: {13个}\n", 2, 8, "a second `: `"),
    ("figures:\n  a: 编号 #3 有{13个}\n", 2, 9, "# begins a comment here"),
    ("figures:\n\ta: 乡镇{13个}\n", 2, 1, "spaces, not tabs"),
    ("figures:\n  a: ['乡镇{13个}', 村{2个}]\n", 2, None, "needs quotes of its own"),
    ("figures:\n  a: \"扶贫\"车间{19家}\n", 2, None, "goes on behind its closing"),
    ("figures:\n  a: '扶贫车间{19家}\n", 2, 6, "is not closed"),
    ("figures:\n  a: %比{19家}\n", 2, 6, "cannot begin with %"),
    ("figures:\n  a: *车间{19家}\n", 2, 6, "cannot begin with *"),
    ("figures:\n  a: &车间 有{19家}\n", 2, 6, "cannot begin with &"),
    # structure
    ("- a\n- b\n", 1, 1, "list of `key: value`"),
    ("figures:\n  a: 乡镇{13个}\n  a: 村{2个}\n", 3, 3, "stands twice"),
    ("figures:\n  a: 乡镇{13个}\nclaims:\n  a:\n    rule: rises\n    quote: 由{3元}到{4元}\n", 4, 3, "first in line 2"),
    ("figure:\n  a: 乡镇{13个}\n", 1, 1, "did you mean 'figures'"),
    ("figures:\n  a-b: 乡镇{13个}\n", 2, 3, "one word of letters"),
    ("attested: no\nfigures:\n  a: 乡镇{13个}\n", 1, 11, "can only be 'ignore'"),
    # claims
    (HEAD + "  a:\n    rule: grwth\n    quote: 由{3元}到{4元}\n", 3, 11, "did you mean 'growth'"),
    (HEAD + "  a:\n    quote: 由{3元}到{4元}\n", 2, 3, "has no rule"),
    (HEAD + "  a:\n    rule: growth\n    qoute: 由{3元}到{4元}\n", 4, 5, "did you mean 'quote'"),
    (HEAD + "  a:\n    rule: growth\n    quote: 由{bse=3元}到{value=4元},增长{result=33%}\n", 4, None, "no role 'bse'"),
    (HEAD + "  a:\n    rule: growth\n    quote: 由{base=3元}到{value=4元}\n", 2, 3, "needs result"),
    (HEAD + "  a:\n    rule: growth\n    quote: 由{base=3元}到{value=4元},增长{result=33%}\n    level: warn\n", 5, 12, "did you mean 'warning'"),
    (HEAD + "  a:\n    rule: growth\n    quote: 由{base=3元}到{value=4元},增长{result=33%}\n    known: ''\n", 5, None, "known needs a reason"),
    (HEAD + "  a:\n    rule: growth\n    quote: 由{base=3元}到{value=4万人},增长{result=33%}\n", 2, 3, "units do not fit"),
    (HEAD + "  a:\n    rule: at_most\n    quote: 有{part=3元}\n    whole: totl\nfigures:\n  total: 共{4元}\n", 5, 12, "did you mean 'total'"),
    (HEAD + "  a:\n    rule: at_most\n    quote: 有{part=3元}\n    whole: b.part\n  b:\n    rule: at_most\n    part: a.whole\n    whole: 4元\n", None, None, "loop"),
    (HEAD + "  a:\n    rule: at_most\n    quote: 有{part=3元}\n    whole: __import__('os')\n", 5, None, "no part of an expression"),
    (HEAD + "  a:\n    rule: at_most\n    quote: 有{part=3元}\n    whole: 9**9**9\n", 5, None, "missing before"),
    (HEAD + "  a:\n    rule: at_most\n    quote: 有{part=3元}\n    whole: " + "(" * 300 + "\n", 5, None, "nested more than"),
    # quotes
    ("figures:\n  a: 乡镇{}\n", 2, None, "holds nothing"),
    ("figures:\n  a: 乡镇{13个\n", 2, None, "not closed"),
    ("figures:\n  a: '{13个}'\n", 2, None, "no words"),
    ("figures:\n  a: '…{13个}…'\n", 2, None, "no words"),
    ("figures:\n  a: 乡镇{13个}和村{2个}\n", 2, None, "marks one figure, not 2"),
    ("figures:\n  a: 乡镇{13个[坨]}\n", 2, None, "no unit is called '坨'"),
    ("figures:\n  a: b.result\n", 2, 6, "no figure is called 'b.result'"),
]


@pytest.mark.parametrize("text, line, column, message", ONE_FAULT)
def test_one_fault(text, line, column, message):
    found = faults(text)
    assert found, "nothing is said"
    assert any(message in said and line in (None, at) and column in (None, of) for at, of, said in found), found


def test_every_fault_is_named_together():
    text = ("figures:\n  towns: {13个}乡镇\n  villages: 村{}\n  money: 资金: {5万元}\nclaims:\n  a:\n    rule: grwth\n    quote: 由{3元}到{4元}\n"
            "  b:\n    rule: growth\n    quote: 由{base=3元}到{value=4元}\n  c:\n    rule: at_most\n    part: towns\n    whole: vilages\n")
    lines = [line for line, _, _ in faults(text)]
    assert lines == sorted(lines) and {2, 3, 4, 7, 9, 15} <= set(lines)


def test_a_broken_entry_is_not_reported_again_where_it_is_used():
    text = "figures:\n  towns: 乡镇{}\nclaims:\n  c:\n    rule: at_most\n    part: towns\n    whole: 5个\n"
    assert len(faults(text)) == 1


@pytest.mark.parametrize("text", ["figures:\n  a: 乡镇...{13个}\n", "figures:\n  a: 乡镇｛13个｝\n", "figures:\n  a: '｛13个｝乡镇'\n",
                                  "claims:\n  a:\n    rule: at_most\n    quote: 有{part=3元}\n    whole: 2 * 3元 - 1元 / 1\n"])
def test_the_signs_of_a_keyboard_are_taken(text):
    assert faults(text) == []


def check(tmp_path, *arguments, stdin=None):
    done = subprocess.run([sys.executable, "-m", "factcheck", *arguments], cwd=tmp_path, input=stdin, capture_output=True, check=False, timeout=60)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


REPORT = "全县完成投资12.5亿元，比上年增长8.1%。\n".encode()
CLAIMS = "figures:\n  a: 投资{12.5亿元}\n"


def bad_inputs():
    nested = "figures:\n  a: " + "[" * 10_000 + "\n"
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c]\n"
    yield "no report", None, CLAIMS.encode(), "no such file"
    yield "empty report", b"", CLAIMS.encode(), "holds no text"
    yield "binary junk", bytes(range(256)) * 20, CLAIMS.encode(), "r.txt"
    yield "an image", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), CLAIMS.encode(), "r.txt"
    yield "no claims", REPORT, b"", "holds no claims"
    yield "only a comment", REPORT, b"# nothing yet\n", "holds no claims"
    yield "claims of zero length lists", REPORT, b"figures: {}\nclaims: {}\n", "holds no claims"
    yield "nested brackets", REPORT, nested.encode(), "nested"
    yield "an alias bomb", REPORT, bomb.encode(), "c.yaml"
    yield "a huge claims file", REPORT, b"# " + b"x" * 50_000_000, "larger than"
    yield "claims in another encoding", REPORT, CLAIMS.encode("gb18030"), "is not UTF-8"


@pytest.mark.parametrize("report, claims, message", [case[1:] for case in bad_inputs()], ids=[case[0] for case in bad_inputs()])
def test_bad_input_is_one_message_and_status_2(tmp_path, report, claims, message):
    if report is not None:
        (tmp_path / "r.txt").write_bytes(report)
    (tmp_path / "c.yaml").write_bytes(claims)
    status, out, err = check(tmp_path, "verify", "r.txt", "--claims", "c.yaml")
    assert status == 2 and out == ""
    assert message in err and "Traceback" not in err and err.startswith("factcheck: ") and len(err) < 3000


def test_a_folder_and_a_claims_file_for_another_report(tmp_path):
    (tmp_path / "r.txt").write_bytes(REPORT)
    (tmp_path / "claims.yaml").write_text("report: other.txt\n" + CLAIMS, encoding="utf-8")
    for arguments, message in ((("verify", "."), "is a directory"), (("verify", "r.txt"), "no claims file speaks of it"), (("verify",), "other.txt: no such file")):
        status, _, err = check(tmp_path, *arguments)
        assert status == 2 and message in err


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030", "utf-8-sig"])
def test_other_encodings_are_read(tmp_path, encoding):
    (tmp_path / "r.txt").write_bytes(REPORT.decode().encode(encoding))
    (tmp_path / "c.yaml").write_text(CLAIMS, encoding="utf-8")
    assert check(tmp_path, "verify", "r.txt", "--claims", "c.yaml")[0] == 0


def test_one_report_that_cannot_be_read_does_not_hide_the_others(tmp_path):
    (tmp_path / "r.txt").write_bytes(REPORT.replace(b"12.5", b"15.2"))
    (tmp_path / "c.yaml").write_text(CLAIMS, encoding="utf-8")
    status, out, err = check(tmp_path, "verify", "r.txt", "missing.txt", "--claims", "c.yaml")
    assert status == 2 and "15.2亿元" in out and "missing.txt: no such file" in err


def test_a_word_that_is_no_command_and_no_file(tmp_path):
    status, _, err = check(tmp_path, "verfy")
    assert status == 2 and "did you mean 'verify'" in err


def test_a_report_without_a_verb_is_verified(tmp_path):
    (tmp_path / "r.txt").write_bytes(REPORT)
    (tmp_path / "r.claims.yaml").write_text(CLAIMS.replace("12.5", "15.2"), encoding="utf-8")
    assert check(tmp_path, "r.txt")[0] == 1
