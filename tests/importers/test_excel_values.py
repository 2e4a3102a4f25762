"""A cell's value is what the workbook stores, and its text what it shows, without loss of digits."""

from datetime import date, datetime, time, timedelta

import pytest

from importers.excel_values import shown_text, stored_value


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, "General", ""),
        ("/", "General", "/"),
        (5, "General", "5"),
        (5, "0.00", "5.00"),
        (5.0, "General", "5"),
        (59237.2449, "General", "59237.2449"),
        (59237.2449, "0.00", "59237.2449"),
        (96171.6, "#,##0.00", "96171.60"),
        (1808595, "#,##0", "1808595"),
        (1234.5, '#,##0.00"万元"', "1234.50"),
        (7, '0_ "件.00"', "7"),
        (-8, "0;[Red]-0.00", "-8"),
        (1e15, "0", "1000000000000000"),
        (1.5e-7, "General", "0.00000015"),
        (0.339, "0.0%", "33.9%"),
        (12345, "0.00E+00", "12345"),
        (True, "General", "TRUE"),
        (datetime(2025, 1, 20), "yyyy-mm-dd", "2025年1月20日"),  # noqa: DTZ001 - as openpyxl gives it
        (date(2025, 1, 20), "yyyy-mm-dd", "2025年1月20日"),
        (time(9, 30), "h:mm", "09:30:00"),
        ("甲_x000D_\n乙", "General", "甲\n乙"),
    ],
)
def test_a_value_is_shown_as(value: object, number_format: str, text: str) -> None:
    assert shown_text(value, number_format) == text


def test_a_format_of_endless_decimals_shows_as_many_as_excel() -> None:
    assert shown_text(1, f"0.{'0' * 500}") == f"1.{'0' * 30}"


@pytest.mark.parametrize(
    ("text", "kind", "number_format", "value"),
    [
        ("", "n", "General", None),
        ("5", "n", "General", 5),
        (" -5.5 ", "n", "General", -5.5),
        ("1E2", "n", "General", 100.0),
        ("0.30000000000000004", "n", "General", 0.1 + 0.2),
        ("1", "b", "General", True),
        ("0", "b", "General", False),
        ("#REF!", "e", "General", "#REF!"),
        ("5", "str", "General", "5"),
        ("45677", "n", "yyyy-mm-dd", datetime(2025, 1, 20)),  # noqa: DTZ001 - as openpyxl gives it
        ("0.5", "n", "h:mm", time(12)),
        ("1.25", "n", "[h]:mm:ss", timedelta(hours=30)),
        ("2025-01-20T00:00:00", "d", "General", datetime(2025, 1, 20)),  # noqa: DTZ001 - as openpyxl gives it
    ],
)
def test_a_value_is_stored_as(text: str, kind: str, number_format: str, value: object) -> None:
    assert stored_value(text, kind, number_format) == value


@pytest.mark.parametrize(
    ("text", "kind", "number_format"),
    [
        *(
            (text, "n", "General")
            for text in ("x", "NaN", "INF", "1e999", "1_000", "0x10", "１２", "9" * 5000, ".", "")
        ),
        ("99999999", "n", "yyyy-mm-dd"),
        ("1e300", "n", "[h]:mm"),
        ("去年", "d", "General"),
    ],
)
def test_what_is_no_such_value_stays_text(text: str, kind: str, number_format: str) -> None:
    assert stored_value(text, kind, number_format) == (text or None)


def test_dates_may_count_from_1904() -> None:
    assert stored_value("44215", "n", "yyyy-mm-dd", is_from_1904=True) == stored_value("45677", "n", "yyyy-mm-dd")
