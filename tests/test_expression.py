from fractions import Fraction

import pytest

from factcheck.checks import decide
from factcheck.expression import ExpressionError, Quantity, Undecided, evaluate, exact, format_number, name, names, number, parse, points, root, solve, write


def literal(text):
    return number(Fraction(text))


def quantity(value, low, high):
    return Quantity(Fraction(value), None if low is None else Fraction(low), None if high is None else Fraction(high))


@pytest.mark.parametrize("text, shown", [
    ("a + b × c", "a + b × c"), ("(a + b) * c", "(a + b) × c"), ("a - (b - c)", "a − (b − c)"), ("a / b / c", "a ÷ b ÷ c"), ("a ÷ (b × c)", "a ÷ (b × c)"),
    ("贫困人口 × (1 − 末期.值 ÷ 基期)", "贫困人口 × (1 − 末期.值 ÷ 基期)"), ("（a + 1.5）", "a + 1.5"),
])
def test_parse_and_write(text, shown):
    assert write(parse(text, literal), {}) == shown


@pytest.mark.parametrize("text, message, offset", [
    ("a +", "missing at the end", 3), ("a b", "does not belong here", 2), ("(a + b", "closing bracket", 6), ("a ** b", "missing before", 3),
    ("__import__('os')", "no part", 11), ("a; b", "no part of an expression", 1), ("(" * 10_000, "nested|at most", None), ("", "missing", 0),
])
def test_what_is_no_arithmetic(text, message, offset):
    with pytest.raises(ExpressionError, match=message) as caught:
        parse(text, literal)
    assert offset is None or caught.value.offset == offset


def test_evaluation_gives_value_and_interval():
    figures = {"a": quantity(10, 9, 11), "b": quantity(4, 2, 5)}
    assert evaluate(name("a") / name("b") - 1, figures)[:3] == (Fraction(3, 2), Fraction(9, 5) - 1, Fraction(11, 2) - 1)
    assert evaluate(name("a") - name("b"), figures)[:3] == (6, 4, 9)
    assert evaluate(points(number(Fraction(3, 10)) - number(Fraction(1, 10))), {}) == exact(20, (("pp", 1),))


def test_a_divisor_that_may_be_zero_is_undecided():
    with pytest.raises(Undecided):
        evaluate(name("a") / name("b"), {"a": quantity(1, 1, 1), "b": quantity(0, Fraction(-1, 2), Fraction(1, 2))})


def test_unbounded_ends():
    more = quantity(100, 100, None)
    assert evaluate(name("a") / name("b"), {"a": more, "b": quantity(4, 2, 5)})[1:3] == (20, None)
    assert evaluate(name("b") / name("a"), {"a": more, "b": quantity(4, 2, 5)})[1:3] == (0, Fraction(5, 100))


@pytest.mark.parametrize("relation", [
    name("result") == name("a") / name("b") - 1, name("result") == name("a") - name("b"), name("result") == name("a") * name("b"),
    name("result") == number(1) - name("a") / name("b"), name("result") == root(name("a") / name("b"), number(3)) - 1,
])
def test_a_solution_makes_the_equation_hold(relation):
    figures = {"a": exact(Fraction(27)), "b": exact(Fraction(8)), "result": exact(0)}
    figures["result"] = evaluate(relation.right, figures)
    for unknown in set(names(relation.right)):
        assert evaluate(solve(relation, unknown), figures).value == figures[unknown].value


def test_a_compound_rate_is_decided_without_a_root():
    relation = name("r") == root(name("v") / name("b"), name("n")) - 1
    figures = {"v": exact(10264), "b": exact(7064), "n": exact(3), "r": quantity("0.133", "0.1325", "0.1335")}
    assert decide(relation, figures).verdict == "consistent"
    assert decide(relation, figures | {"r": quantity("0.151", "0.1505", "0.1515")}).verdict == "mismatch"
    with pytest.raises(Undecided):
        decide(relation, figures | {"n": exact(10**9)})


@pytest.mark.parametrize("value, shown", [("1/3", "0.333333"), ("57820", "57820"), ("0.0052", "0.0052"), ("-12.50", "-12.5"), ("123456789", "123456789")])
def test_numbers_for_people(value, shown):
    assert format_number(Fraction(value)) == shown
