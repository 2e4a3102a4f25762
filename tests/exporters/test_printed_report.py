"""The report as it is printed: its title on the grid, its signature, and what stands before and behind it."""

from datetime import date

import pytest

from exporters.print_blocks import Paragraph, PrintDocument, PrintPart
from exporters.print_options import REPORT_ALONE, Extra, PrintOptions
from exporters.print_styles import CHARACTER, LINE, TEXT_HEIGHT, TEXT_WIDTH, TITLE_LINE
from exporters.print_tables import PrintTable
from exporters.print_title import printed_title
from exporters.printed_report import printed_report
from exporters.typography import default_typography
from models.report import Edit, Head, Report
from tests.builders import a_clean_report, a_report, third_form
from tests.check_sheets import sheet_of

NAMES = {
    1: "",
    2: "某某市人民政府",
    3: "某某自治区某某市某某区住房和城乡建设局（人民防空办公室）",
    4: "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗住房和城乡建设局（人民防空办公室、地震局）",
}
SIGNED = PrintOptions(frozenset({Extra.SIGNED}))


def printed(report: Report, options: PrintOptions = REPORT_ALONE) -> PrintDocument:
    return printed_report(report, default_typography(), options)


def signed_by(agency: str, day: date | None = date(2025, 1, 20)) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a signature."""
    report = a_clean_report()
    report.apply(Edit(head=Head(agency, 2024, day)))
    (part,) = printed(report, SIGNED).parts
    return tuple(each for each in part.blocks if isinstance(each, Paragraph) and each.style.key == "SignedBy")


def text(paragraph: object) -> str:
    assert isinstance(paragraph, Paragraph)
    return "".join(words.text for words in paragraph.words)


def middle(paragraph: Paragraph) -> float:
    """Return where the middle of a centred paragraph stands, in characters from the right edge."""
    return (TEXT_WIDTH - paragraph.left) / 2 / CHARACTER


# ── title ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("lines", "agency"), NAMES.items())
def test_below_a_title_of_any_number_of_lines_the_text_is_back_on_the_grid(lines: int, agency: str) -> None:
    (part,) = printed(a_report(agency=agency)).parts
    title = part.blocks[0]
    assert isinstance(title, Paragraph)

    assert text(title).count("\n") + 1 == lines
    assert lines * TITLE_LINE + title.after == (lines + 1) * LINE


def test_year_and_kind_stand_on_a_line_of_their_own() -> None:
    assert (
        text(printed(a_report(agency=NAMES[4])).parts[0].blocks[0]).split("\n")[-1] == "2024年政府信息公开工作年度报告"
    )


def test_no_line_of_a_title_is_longer_than_the_page_is_wide() -> None:
    style = printed(a_report()).styles.title
    lines = text(printed_title([NAMES[4]], style)).split("\n")

    assert max(map(len, lines)) * style.size * 10 <= TEXT_WIDTH


# ── signature ───────────────────────────────────────────────────────────


def test_a_report_is_signed_only_where_that_is_asked_for() -> None:
    (part,) = printed(a_clean_report()).parts

    assert all(isinstance(each, PrintTable) or each.style.key != "SignedBy" for each in part.blocks)


def test_the_date_is_written_without_leading_zeros_below_the_agency() -> None:
    assert [text(each) for each in signed_by("某某市人民政府", date(2025, 3, 5))] == ["某某市人民政府", "2025年3月5日"]


def test_without_a_date_its_place_is_left_free() -> None:
    assert text(signed_by("某某市人民政府", None)[-1]).split() == ["年", "月", "日"]


def test_without_an_agency_the_date_stands_alone() -> None:
    assert [text(each) for each in signed_by("")] == ["2025年1月20日"]


def test_agency_and_date_have_one_middle() -> None:
    agency, day = signed_by("某某市人民政府")

    assert middle(agency) == middle(day)


def test_four_characters_are_free_to_the_right_of_the_date() -> None:
    width = 3.5 + 3 + 5 / 4  # seven digits, three words, five gaps between them

    assert middle(signed_by("某某市人民政府")[1]) - width / 2 == pytest.approx(4, abs=0.01)


def test_a_long_name_keeps_a_character_free_and_the_date_moves_to_its_middle() -> None:
    agency, day = signed_by("某某市某某区人民政府某某街道办事处")

    assert middle(day) == middle(agency) == pytest.approx(1 + 17 / 2, abs=0.01)


def test_a_name_longer_than_a_line_is_broken_by_sense() -> None:
    agency, _ = signed_by(NAMES[4])

    assert text(agency).split("\n") == [
        "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗",
        "住房和城乡建设局（人民防空办公室、地震局）",
    ]


def test_the_signature_stays_with_the_last_text() -> None:
    report = a_clean_report()
    *_, last, agency, day = printed(report, SIGNED).parts[0].blocks

    assert [each.keep_with_next for each in (last, agency, day)] == [True, True, False]


def test_the_signature_stays_with_the_table_a_report_ends_with() -> None:
    *_, table, _, _ = printed(a_report(form=third_form()), SIGNED).parts[0].blocks
    assert isinstance(table, PrintTable)

    assert table.is_kept(len(table.rows) - 1)


# ── draft, slip, check sheet ────────────────────────────────────────────


def test_a_draft_says_so_above_and_behind_the_pages_of_the_report_alone() -> None:
    options = PrintOptions(frozenset({Extra.DRAFT, Extra.APPROVAL_SLIP}), check_sheet=sheet_of(Report(third_form())))
    parts = printed(a_clean_report(), options).parts

    assert [(part.header, part.watermark) for part in parts] == [("", ""), ("送审稿", "送审稿"), ("", "")]


def slip(agency: str = "某某市人民政府") -> PrintPart:
    return printed(a_report(agency=agency), PrintOptions(frozenset({Extra.APPROVAL_SLIP}))).parts[0]


def table_of(part: PrintPart) -> PrintTable:
    return next(each for each in part.blocks if isinstance(each, PrintTable))


def test_the_slip_has_a_row_for_the_title_and_each_step() -> None:
    rows = table_of(slip()).rows

    assert [cell.text for cell in rows[0]] == ["文件标题", "某某市人民政府2024年政府信息公开工作年度报告"]
    assert [row[0].text for row in rows[1::2]] == ["拟稿", "核稿", "会签", "签发"]


def test_each_step_has_room_for_opinion_name_and_date() -> None:
    opinion, name = table_of(slip()).rows[1:3]

    assert [cell.text for cell in opinion] == ["拟稿", "意见", ""]
    assert [cell.text.replace("　", "") for cell in name] == ["", "姓名", "", "日期", "年月日"]


@pytest.mark.parametrize("agency", NAMES.values())
def test_the_slip_fills_a_page_and_no_more(agency: str) -> None:
    part = slip(agency)
    title = part.blocks[0]
    assert isinstance(title, Paragraph)
    above = (text(title).count("\n") + 1) * TITLE_LINE + title.after

    assert TEXT_HEIGHT - LINE <= above + sum(table_of(part).heights) <= TEXT_HEIGHT


def test_the_slip_carries_no_page_number() -> None:
    assert not slip().is_numbered


def test_the_check_sheet_stands_behind_the_report() -> None:
    report = a_clean_report()
    parts = printed(report, PrintOptions(check_sheet=sheet_of(report))).parts

    assert [text(part.blocks[0]).split("\n")[-1] for part in parts] == [
        "2024年政府信息公开工作年度报告",
        "2024年政府信息公开工作年度报告校核单",
    ]
