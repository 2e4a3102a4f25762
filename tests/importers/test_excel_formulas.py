"""Formulas without a saved result are computed exactly, or not at all."""

from decimal import Decimal

import pytest

from importers import excel_formulas
from importers.excel_formulas import Formulas

VALUES = {
    "表三": {(1, 1): 1, (1, 2): 2, (1, 3): 0.1, (2, 1): "/", (2, 2): "#REF!", (2, 3): True, (3, 3): 7},
    "上 年": {(1, 1): 40},
}


def result(formula: str, *further: str) -> Decimal | None:
    """Return the result of a formula in D1; the further ones stand in D2, D3 and so on."""
    texts = {("表三", (row, 4)): text for row, text in enumerate((formula, *further), 1)}
    return Formulas(texts, VALUES).result(("表三", (1, 4)))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=1+1", "2"),
        ("=A1+B1*3-4/2", "5"),
        ("=(A1+B1)*3", "9"),
        ("=-A1+-2", "-3"),
        ("=SUM(A1:B1)", "3"),
        ("=SUM(A1:C1, 5)", "8.1"),
        ("=sum($A$1:$C$1)", "3.1"),
        ("=SUM(B1:A1)", "3"),
        ("=SUM(A1:A9)", "1"),
        ("=SUM(A1,B1,C3)", "10"),
        ("=SUM(A1+B1,C3)", "10"),
        ("=C1+C1+C1", "0.3"),
        ("=ROUND(2.345,2)", "2.35"),
        ("=ROUND(-2.5,0)", "-3"),
        ("=ROUND(1250,-2)", "1300"),
        ("=1/3", "0.333333333333333"),
        ("=50%", "0.5"),
        ("='上 年'!A1+1", "41"),
        ("=SUM('上 年'!A1:B9)", "40"),
        ("=E9+1", "1"),
        ("= SUM( A1 : B1 )".replace(" : ", ":"), "3"),
        ("=1.5E2", "150"),
    ],
)
def test_a_simple_formula_is_computed(formula: str, expected: str) -> None:
    assert result(formula) == Decimal(expected)


@pytest.mark.parametrize(
    "formula",
    [
        "=1/0", "=A2+1", "=B2", "=SUM(B1:B2)", "=A1:B1", "=IF(A1=1,2,3)", "=VLOOKUP(1,A1:A9,1)", "=去年!A1",
        "=SUM(去年!A1:B2)", '="12"', "=1+", "=(1", "=1)", "=SUM(", "=SUM()", "=ROUND(1)", "=ROUND(1,0.5)",
        "=ROUND(1,99)", "=ROUND(A1:B1,0)", "=A1&B1", "=", "=" + "(" * 999 + "1", "=1" + "+1" * 2000,
        "=A1B1", "=1 2", "=D1", "=SUM(D1:D2)",
    ],
)  # fmt: skip
def test_anything_else_has_no_result(formula: str) -> None:
    assert result(formula) is None


def test_a_formula_may_refer_to_another() -> None:
    assert result("=D2+SUM(D2:D3)", "=A1+1", "=D2*2") == Decimal(8)


def test_a_sum_over_more_cells_than_hold_values_counts_the_formulas_among_them() -> None:
    assert result("=SUM(D2:D99)", "=A1+1", "=D2*2") == Decimal(6)


def test_formulas_that_refer_to_each_other_have_no_result() -> None:
    assert result("=D2", "=D1") is None


def test_a_formula_over_one_without_result_has_none() -> None:
    assert result("=SUM(D2:D3)", "=1/0", "=1") is None


def test_a_chain_of_formulas_is_followed_so_far_only() -> None:
    assert result(*(f"=D{row}+1" for row in range(2, 200)), "=1") is None


def test_formulas_in_brackets_that_refer_to_others_are_followed_so_far_only() -> None:
    assert result(*(f"={'(' * 50}D{row}{')' * 50}" for row in range(2, 60)), "=1") is None


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("A1+$A1+A$1+$A$1", "C3+$A3+C$1+$A$1"),
        ("SUM(a1:B2,'A1 年'!A1)", "SUM(C3:D4,'A1 年'!C3)"),
        ("表三!A1*ROUND(A1,2)", "表三!C3*ROUND(C3,2)"),
        ("XFD1", "#REF!"),
    ],
)
def test_a_formula_is_shifted_with_its_cell(formula: str, expected: str) -> None:
    assert excel_formulas.shifted(formula, 2, 2) == expected


def test_a_formula_shifted_over_the_edge_has_no_result() -> None:
    assert result(f"={excel_formulas.shifted('A1+1', -1, 0)}") is None


def test_long_formulas_are_read_so_far_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_formulas, "MOST_CELLS", 3)
    assert result("=1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1") is None


def test_a_result_beyond_all_numbers_is_none() -> None:
    assert result("=9E99*9E99*9E99*9E99") is None


def test_ranges_are_looked_through_so_far_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_formulas, "MOST_CELLS", 3)
    assert result("=SUM(A1:B2)") is None
