"""The signature at the end of a report."""

from datetime import date

import pytest

from importers.blocks import Paragraph
from importers.form_reading import FormReading, read_as
from importers.outcomes import Kind
from models.form_file import current_form, known_forms

AGENCY = "某某市商务局"
FEES = "全年没有收取信息处理费。"
DAY = date(2025, 1, 20)


def reading(*closing: str) -> FormReading:
    last = current_form().sections[-1]
    lines = [f"{AGENCY}2024年政府信息公开工作年度报告", "前言。", last.title, FEES, *closing]
    return read_as(current_form(), [Paragraph(line) for line in lines], known_forms())


@pytest.mark.parametrize(
    "closing",
    [
        (AGENCY, "2025年1月20日"),
        (f"　　{AGENCY}（公章）", "二〇二五年一月二十日"),
        (f"{AGENCY}　2025年1月20日",),
        ("2025年1月20日", ""),
    ],
)
def test_the_signature_goes_into_the_head_and_no_text(closing: tuple[str, ...]) -> None:
    found = reading(*closing)
    assert found.head.signed_on == DAY
    assert found.texts["other_matters"] == FEES
    assert [each.kind for each in found.outcomes][-1] is Kind.SIGNATURE


@pytest.mark.parametrize("day", ["2025年1月20日", "　　年　　月　　日"])
def test_a_long_name_stands_over_several_lines(day: str) -> None:
    found = reading(AGENCY[:3], AGENCY[3:], day)
    assert found.texts["other_matters"] == FEES


@pytest.mark.parametrize("date_to_write", ["　　　　年　　月　　日", "年  月  日"])
def test_a_date_left_to_be_written_by_hand_is_none(date_to_write: str) -> None:
    found = reading(AGENCY, date_to_write)
    assert found.head.signed_on is None
    assert found.texts["other_matters"] == FEES


def test_an_agency_with_several_names_is_known_by_the_title() -> None:
    name = "某某市商务局（口岸办公室、投资促进局）"
    last = current_form().sections[-1]
    lines = [f"{name}2024年政府信息公开工作年度报告", "前言。", last.title, FEES, name, "2025年1月20日"]
    found = read_as(current_form(), [Paragraph(line) for line in lines], known_forms())
    assert found.head.signed_on == DAY
    assert found.texts["other_matters"] == FEES


@pytest.mark.parametrize(
    "closing",
    [
        (f"{AGENCY}办公室", "2025年1月20日"),
        (AGENCY, "2025年2月30日"),
        (AGENCY, "2025年1月20日", "附件：汇总表"),
        ("统计截止2025年1月20日",),
    ],
)
def test_what_says_more_than_agency_and_date_stays_in_the_text(closing: tuple[str, ...]) -> None:
    found = reading(*closing)
    assert found.head.signed_on is None
    assert found.texts["other_matters"] == "\n".join([FEES, *closing])
