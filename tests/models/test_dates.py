"""Dates as documents write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dates import read_date, written_date

DAY = date(2025, 1, 20)


@pytest.mark.parametrize(
    "text",
    [
        "2025年1月20日",
        "2025 年 01 月 20 日",
        "２０２５年１月２０日",
        "（2025年1月20日）",
        "二〇二五年一月二十日",
        "二○二五年一月二十日",
        "2025-01-20",
        "2025.1.20",
        "2025/1/20",
        "20250120",
    ],
)
def test_a_date_is_read_in_any_usual_writing(text: str) -> None:
    assert read_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025年",
        "2025年1月",
        "2025年2月30日",
        "2025年13月1日",
        "二〇二五年十十月一日",
        "1月20日",
        "2025年1月20日报告",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    assert read_date(text) is None


@given(st.dates(date(2008, 1, 1), date(2099, 12, 31)))
def test_a_written_date_is_read_again(day: date) -> None:
    assert read_date(written_date(day)) == day
    assert "0" not in written_date(day).replace(str(day.year), "").replace("10", "").replace("20", "").replace("30", "")
