"""A cell's text is what the workbook shows, without loss of digits."""

from datetime import date, datetime, time

import pytest

from importers.excel_values import shown_text


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
