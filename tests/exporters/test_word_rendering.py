"""The Word file as LibreOffice prints it; missing fonts are replaced by taller ones, which the layout must bear."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pdfplumber.pdf import PDF

from exporters.print_options import REPORT_ALONE, Extra, PrintOptions
from exporters.print_styles import PAGE_HEIGHT, PAGE_WIDTH
from exporters.typography import known_typographies
from exporters.word import word_bytes
from models.cell_value import Entry
from models.form_file import current_form, known_forms
from models.report import Edit, Report
from storage.native_file import load_native
from tests.builders import a_full_report, a_report, third_form
from tests.check_sheets import sheet_of
from tests.printed_reports import LARGE, PROSE, REMARKED
from tests.prints import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    letters,
    page_number,
    pages_with,
    places_of_lines,
    printed,
    rows_of,
    text_area,
    text_lines,
)

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "sample-2024.gknb"
HANGING = "，。、；：”）》"
"""LibreOffice 7 takes overflowPunct for its opposite and lets closing marks hang; Word and WPS do not."""
LONG_NAME = "某某自治区某某市某某区住房和城乡建设局（人民防空办公室、地震局）"


def signed(report: Report) -> Report:
    """Return the report with the day of its signature."""
    report.apply(Edit(head=replace(report.head, signed_on=date(2025, 1, 20))))
    return report


REPORTS: dict[str, Report] = {
    "full": a_full_report(LARGE, texts=PROSE),
    "sample": load_native(SAMPLE),
    "blank": Report(current_form()),
    "earlier": Report(known_forms()["zfxxgk-2019"]),
    "third": a_report({"lending/lent/adults": "7"}, texts={"summary": "全年平稳。"}, form=third_form()),
    "named": signed(a_full_report(texts=PROSE, agency=LONG_NAME)),
    "remarked": a_full_report(REMARKED, texts=PROSE),
    "with-everything": signed(load_native(SAMPLE)),
    "third-with-everything": Report(third_form()),
}
EVERYTHING = [name for name in REPORTS if name.endswith("everything")]
every_report = pytest.mark.parametrize("name", REPORTS)
every_whole_table = pytest.mark.parametrize("name", [name for name in REPORTS if name != "remarked"])


def options(name: str) -> PrintOptions:
    if name == "named":
        return PrintOptions(frozenset({Extra.SIGNED}))
    if name in EVERYTHING:
        return PrintOptions(frozenset(Extra), check_sheet=sheet_of(REPORTS[name]))
    return REPORT_ALONE


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, PDF]]:
    schemes = [*known_typographies().values()] * len(REPORTS)
    documents = {
        name: word_bytes(report, scheme, options(name))
        for (name, report), scheme in zip(REPORTS.items(), schemes, strict=False)
    }
    with printed(documents, tmp_path_factory.mktemp("prints")) as opened:
        yield opened


def figures(report: Report, key: str) -> list[str]:
    names = report.form.table(key).cells
    return sorted(str(Entry(report.value(name), report.remark(name))) for name in names)


# ── every page ──────────────────────────────────────────────────────────


@every_report
def test_no_page_is_empty(prints: dict[str, PDF], name: str) -> None:
    assert all(len(letters(page)) > len("送审稿—1—") for page in prints[name].pages)


@every_report
def test_pages_are_a4(prints: dict[str, PDF], name: str) -> None:
    for page in prints[name].pages:
        assert (page.width, page.height) == pytest.approx((PAGE_WIDTH / 20, PAGE_HEIGHT / 20), abs=0.5)


@every_report
def test_no_border_stands_outside_the_text_area(prints: dict[str, PDF], name: str) -> None:
    for page in prints[name].pages:
        lines = [*page.lines, *page.rects]

        assert min((each["x0"] for each in lines), default=LEFT) >= LEFT - 0.5
        assert max((each["x1"] for each in lines), default=RIGHT) <= RIGHT + 0.5
        assert max((each["bottom"] for each in lines), default=BOTTOM) <= BOTTOM + 1


@every_report
def test_no_letter_stands_outside_the_text_area(prints: dict[str, PDF], name: str) -> None:
    for page in prints[name].pages:
        upright = [each for each in page.chars if each["upright"] and each["text"].strip()]
        inside = [each for each in upright if TOP <= each["top"] <= BOTTOM]

        assert min((each["x0"] for each in inside), default=LEFT) >= LEFT - 1
        assert max((each["x1"] for each in inside if each["text"] not in HANGING), default=RIGHT) <= RIGHT + 1


@every_whole_table
def test_tables_are_as_wide_as_the_text(prints: dict[str, PDF], name: str) -> None:
    for page in prints[name].pages:
        for table in page.find_tables():
            assert table.bbox[0] == pytest.approx(LEFT, abs=1)
            assert table.bbox[2] == pytest.approx(RIGHT, abs=1)


# ── running text ────────────────────────────────────────────────────────


def test_a_page_of_text_has_22_lines_of_28_characters(prints: dict[str, PDF]) -> None:
    lines = text_lines(prints["full"].pages[1])

    assert len(lines) == 22
    assert {len(line) for line in lines} == {28}


@pytest.mark.parametrize("name", ["full", "sample", "named"])
def test_lines_below_the_title_stand_on_the_page_s_grid(prints: dict[str, PDF], name: str) -> None:
    for page in prints[name].pages[:2]:
        places = places_of_lines(page)

        assert places[-1] == pytest.approx(21, abs=0.1)
        assert all(place == pytest.approx(round(place), abs=0.1) for place in places)


def test_a_long_name_in_the_title_is_broken_by_sense(prints: dict[str, PDF]) -> None:
    assert text_lines(prints["named"].pages[0])[:3] == [
        "某某自治区某某市某某区住房和城乡建设局",
        "（人民防空办公室、地震局）",
        "2024年政府信息公开工作年度报告",
    ]


def test_page_numbers_stand_a_character_from_the_edge_right_on_odd_pages_and_left_on_even_ones(
    prints: dict[str, PDF],
) -> None:
    for number, page in enumerate(prints["sample"].pages, 1):
        text, from_left, from_right = page_number(page)

        assert text == f"—{number}—"
        assert (from_right if number % 2 else from_left) == pytest.approx(14, abs=2)


# ── tables ──────────────────────────────────────────────────────────────


@every_whole_table
def test_every_table_stands_on_one_page_with_its_heading(prints: dict[str, PDF], name: str) -> None:
    form, pdf = REPORTS[name].form, prints[name]
    for table in form.tables:
        first, last = table.labels[0].label.text[:6], table.labels[-1].label.text[:4]
        page = pages_with(pdf, form.section(table.key).title)

        assert len(page) == 1
        assert {*page} <= {*pages_with(pdf, first)} & {*pages_with(pdf, last)}


@pytest.mark.parametrize("name", ["full", "sample", "with-everything"])
def test_every_row_of_the_largest_table_is_printed_on_its_page(prints: dict[str, PDF], name: str) -> None:
    report, pdf = REPORTS[name], prints[name]
    rows = rows_of(pdf.pages[pages_with(pdf, report.form.section("requests").title)[0] - 1])
    first = report.form.table("requests").header_rows

    assert len(rows) == report.form.table("requests").row_count
    assert sorted(cell for row in rows[first:] for cell in row[3:]) == figures(report, "requests")


def test_a_table_that_no_page_holds_repeats_its_header_on_each(prints: dict[str, PDF]) -> None:
    report, pdf = REPORTS["remarked"], prints["remarked"]
    pages = pages_with(pdf, "申请人情况")
    number = report.form.table("requests").row_count

    assert len(pages) > 1
    assert all(
        {"自然人", "总计"} <= {cell for row in rows_of(pdf.pages[page - 1])[:3] for cell in row} for page in pages
    )
    assert sum(len(rows_of(pdf.pages[page - 1])) - 3 for page in pages) == number - 3


def test_the_heading_of_a_long_table_stands_above_its_first_rows(prints: dict[str, PDF]) -> None:
    report, pdf = REPORTS["remarked"], prints["remarked"]

    assert pages_with(pdf, report.form.section("requests").title)[0] == pages_with(pdf, "申请人情况")[0]


# ── what stands beside the report ───────────────────────────────────────


@pytest.mark.parametrize("name", EVERYTHING)
def test_the_approval_slip_is_one_page_without_a_number(prints: dict[str, PDF], name: str) -> None:
    slip = prints[name].pages[0]

    assert "审签单" in letters(slip)
    assert [step for step in ("拟稿", "核稿", "会签", "签发") if step not in letters(slip)] == []
    assert page_number(slip)[0] == ""
    assert "送审稿" not in letters(slip)
    assert pages_with(prints[name], "签发") == [1]


@pytest.mark.parametrize("name", EVERYTHING)
def test_each_part_is_numbered_from_one_and_says_where_it_is_a_draft(prints: dict[str, PDF], name: str) -> None:
    _, *pages = prints[name].pages
    numbers = [page_number(page)[0] for page in pages]
    (sheet,) = [number for number, page in enumerate(pages) if "校核单" in letters(page)]

    assert numbers[:sheet] == [f"—{number}—" for number in range(1, sheet + 1)]
    assert numbers[sheet:] == [f"—{number}—" for number in range(1, len(pages) - sheet + 1)]
    assert ["送审稿" in letters(page) for page in pages] == [number < sheet for number in range(len(pages))]


def test_a_watermark_lies_behind_every_page_of_a_draft(prints: dict[str, PDF]) -> None:
    pages = [page for page in prints["with-everything"].pages if page.curves]

    assert [page.page_number for page in pages] == pages_with(prints["with-everything"], "送审稿")
    for page in pages:
        assert page.curves[0]["non_stroking_color"] == pytest.approx((0xE6 / 255,) * 3, abs=0.01)


def test_the_date_stands_four_characters_from_the_edge_and_the_agency_in_the_middle_above(
    prints: dict[str, PDF],
) -> None:
    pdf = prints["with-everything"]
    page = pdf.pages[pages_with(pdf, "2025年1月20日")[0] - 1]
    lines = {"".join(line["text"].split()): line for line in text_area(page).extract_text_lines()}
    agency, day = lines["某某市人民政府"], lines["2025年1月20日"]

    digits_of_other_fonts = 10
    assert day["x1"] == pytest.approx(RIGHT - 4 * 15.75, abs=digits_of_other_fonts)
    assert agency["x0"] + agency["x1"] == pytest.approx(day["x0"] + day["x1"], abs=2)


@pytest.mark.parametrize("name", ["named", "with-everything"])
def test_a_signature_stands_below_text_of_the_report(prints: dict[str, PDF], name: str) -> None:
    last = pages_with(prints[name], "2025年1月20日")[-1]
    lines = text_lines(prints[name].pages[last - 1])

    assert lines.index("2025年1月20日") >= 2


def test_a_signature_stands_below_the_table_a_report_ends_with(prints: dict[str, PDF]) -> None:
    pdf = prints["third-with-everything"]
    (heading,) = pages_with(pdf, REPORTS["third-with-everything"].form.sections[-1].title)

    assert text_lines(pdf.pages[heading - 1])[-1] == "年月日"
