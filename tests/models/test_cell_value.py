import ast
from decimal import Decimal, Inexact
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import models
from models.cell_value import (
    BLANK,
    MAX_DIGITS,
    NOT_APPLICABLE,
    ZERO,
    CellValue,
    Entry,
    Number,
    Unreadable,
    exact_sum,
    number_of,
    read_entry,
    read_number,
    read_value,
)
from models.form import CellKind
from tests.strategies import remarks, values

LONGEST = "9" * MAX_DIGITS


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("5", "5"),
        ("007", "7"),
        ("１２", "12"),
        ("1,234", "1234"),
        ("1，234", "1234"),
        ("12,345,678.90", "12345678.90"),
        ("1 234", "1234"),
        ("3.", "3"),
        ("3．5", "3.5"),
        (".5", "0.5"),
        ("5.00", "5.00"),
        ("96171.6", "96171.6"),
        ("+1036", "1036"),
        ("-8", "-8"),
        ("－8", "-8"),
        ("−8", "-8"),
        ("- 8", "-8"),
        ("-0", "0"),
        ("-0.00", "0.00"),
        (" 5", "5"),
        ("\u00a05", "5"),
        ("\u3000\u30005\n", "5"),
        ("\ufeff5\u200b", "5"),
        ("1\x002", "12"),
        (LONGEST, LONGEST),
    ],
)
def test_a_number_is_read_as_exactly_as_it_is_typed(typed: str, kept: str) -> None:
    value = read_value(typed)
    assert isinstance(value, Number)
    assert str(value) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "12,34",
        "1,23,456",
        "0,123",
        "1234,567",
        "5,",
        "1,234,",
        "，",
        ".",
        "1.2.3",
        "3。5",
        "-",
        "—",
        "+-5",
        "5-",
        "1e400",
        "1E5",
        "1_000",
        "0x1f",
        "NaN",
        "Infinity",
        "无",
        "约5",
        "5件",
        "? 0",
        "12①",
        "5²",
        "½",
        "٣",
        "五",
        "//",
        f"{LONGEST}9",
        "0." + "1" * (MAX_DIGITS + 1),
    ],
)
def test_what_is_no_number_is_kept_as_it_stands(typed: str) -> None:
    assert read_value(typed) == Unreadable(typed)


@pytest.mark.parametrize("text", ["", " ", "\u3000\u3000", "\u00a0", "\n\t", "\u200b", "\0"])
def test_a_cell_without_visible_text_is_blank(text: str) -> None:
    assert read_value(text) is BLANK


@pytest.mark.parametrize("text", ["/", "／", " / "])
def test_a_slash_is_not_applicable(text: str) -> None:
    assert read_value(text) is NOT_APPLICABLE


def test_blank_zero_and_not_applicable_are_three_things() -> None:
    assert len({BLANK, ZERO, NOT_APPLICABLE}) == 3


@pytest.mark.parametrize(("value", "text"), [(BLANK, ""), (NOT_APPLICABLE, "/"), (Unreadable("无"), "无"), (ZERO, "0")])
def test_a_value_prints_as_it_is_typed(value: CellValue, text: str) -> None:
    assert str(value) == text


def test_a_number_never_prints_an_exponent() -> None:
    assert str(Number(Decimal("1E+3"))) == "1000"


@pytest.mark.parametrize(
    ("typed", "value", "remark"),
    [
        ("22（其中修订16件）", "22", "其中修订16件"),
        ("22(其中修订16件)", "22", "其中修订16件"),
        ("22 （其中\n修订16件） ", "22", "其中 修订16件"),
        ("22（其中修订16件（含1件清理））", "22", "其中修订16件（含1件清理）"),
        ("22（甲）（乙）", "22", "甲）（乙"),
        ("１，０００．５（ 万元 ）", "1000.5", "万元"),
        ("/（无此项）", "/", "无此项"),
        ("（尚未统计）", "", "尚未统计"),
    ],
)
def test_words_in_brackets_behind_a_value_are_its_remark(typed: str, value: str, remark: str) -> None:
    entry = read_entry(typed)
    assert (str(entry.value), entry.remark) == (value, remark)


@pytest.mark.parametrize(
    "typed", ["22（）", "22（ ）", "（一）22", "22件（其中修订16件）", "22（其中修订16件", "（甲）22（乙"]
)
def test_other_brackets_stay_in_an_unreadable_entry(typed: str) -> None:
    assert read_entry(typed) == Entry(Unreadable(typed))


def test_an_unreadable_entry_stands_on_one_line() -> None:
    assert read_entry(" 约\r\n5\u3000件 ") == Entry(Unreadable("约 5 件"))


@given(st.text(st.one_of(st.sampled_from("0123456789,，.．-−+ /（）()\n\u3000\u200b\0①件"), st.characters())))
def test_an_entry_read_again_is_the_same_entry(text: str) -> None:
    once = read_entry(text)
    again = read_entry(str(once))
    assert (str(again.value), again) == (str(once.value), once)


@given(values(CellKind.COUNT) | values(CellKind.AMOUNT) | st.just(BLANK), remarks() | st.just(""))
def test_an_entry_comes_back_from_print(value: CellValue, remark: str) -> None:
    read = read_entry(str(Entry(value, remark)))
    assert (str(read.value), read) == (str(value), Entry(value, remark))


def test_a_total_longer_than_can_be_typed_is_still_a_number() -> None:
    assert read_number(f"{LONGEST}9") == Decimal(f"{LONGEST}9")


@pytest.mark.parametrize("value", [BLANK, NOT_APPLICABLE, Unreadable("无")])
def test_whatever_is_no_number_adds_nothing(value: CellValue) -> None:
    assert number_of(value) == 0


def test_sums_are_exact() -> None:
    assert exact_sum([Decimal("0.1")] * 3) == Decimal("0.3")
    assert str(exact_sum([Decimal(LONGEST), Decimal("0.000000000000001")])) == f"{LONGEST}.000000000000001"


def test_a_sum_that_would_be_rounded_is_an_error() -> None:
    with pytest.raises(Inexact):
        exact_sum([Decimal("1E+200"), Decimal(1)])


@pytest.mark.parametrize("path", sorted(Path(models.__path__[0]).rglob("*.py")), ids=lambda path: path.name)
def test_no_float_stands_in_the_models(path: Path) -> None:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    assert not [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    assert not [node for node in nodes if isinstance(node, ast.Name) and node.id == "float"]
