"""Slips that stand in one file with a report."""

import pytest

from importers.blocks import TITLE_LEVEL, Block, Grid, GridCell, Paragraph
from importers.form_reading import read_as
from importers.outcomes import Assignment, Kind
from importers.slips import slips_in
from models.form import Place
from models.form_file import current_form, known_forms

AGENCY = "某某市商务局"
SECTION = current_form().sections[-1]
SLIP_TABLE = Grid((GridCell("签发", Place(0, 0)), GridCell("意见", Place(0, 1))))


def title(text: str) -> Paragraph:
    return Paragraph(text, TITLE_LEVEL)


SLIP: list[Block] = [title(f"{AGENCY}\n审签单"), SLIP_TABLE]
REPORT: list[Block] = [
    title(f"{AGENCY}\n2024年政府信息公开工作年度报告"),
    Paragraph("前言。"),
    Paragraph(SECTION.title, 1),
    Paragraph("没有收费。"),
]
SHEET: list[Block] = [
    title(f"{AGENCY}\n2024年政府信息公开工作年度报告校核单"),
    Paragraph("一、没有待处理的问题", 1),
    Paragraph("一、总体情况", 1),
    Paragraph("经办人："),
]


def test_a_slip_reaches_from_its_title_to_the_next() -> None:
    assert slips_in([*SLIP, *REPORT, *SHEET]) == {0, 1, 6, 7, 8, 9}


@pytest.mark.parametrize("text", ["审签单", "见附件审签单"])
def test_a_line_that_is_no_title_begins_no_slip(text: str) -> None:
    assert slips_in([Paragraph(text), *REPORT]) == frozenset()


def test_nothing_of_a_slip_gets_into_the_report() -> None:
    alone = read_as(current_form(), REPORT, known_forms())
    found = read_as(current_form(), [*SLIP, *REPORT, *SHEET], known_forms())

    assert (found.head, found.texts, found.headings) == (alone.head, alone.texts, alone.headings)
    assert found.unplaced == ()


def test_each_block_of_a_slip_is_told() -> None:
    found = read_as(current_form(), [*SLIP, *REPORT], known_forms())

    assert [each.kind for each in found.outcomes][:3] == [Kind.SLIP, Kind.SLIP, Kind.TITLE]


def test_a_block_of_a_slip_can_be_assigned_by_hand() -> None:
    assignment = Assignment(current_form().key, {9: SECTION.key})
    found = read_as(current_form(), [*SLIP, *REPORT, *SHEET], known_forms(), assignment)

    assert found.texts[SECTION.key] == "没有收费。\n经办人："
