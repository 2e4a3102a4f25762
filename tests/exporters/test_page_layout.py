"""Documents as pages: tables on their places, headers repeated, page numbers; without Qt."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from exporters.page_items import RULE_WIDTH, Page, Rule, Text
from exporters.page_layout import pages_of
from exporters.print_blocks import Paragraph, PrintDocument, PrintPart, Words, of_one_style
from exporters.print_options import Extra, PrintOptions
from exporters.print_styles import (
    LINE,
    LINES_PER_PAGE,
    MARGIN_LEFT,
    MARGIN_TOP,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    print_styles,
)
from exporters.print_tables import Merge, PrintCell, PrintTable
from exporters.printed_report import printed_report
from exporters.typography import default_typography
from models.form_file import current_form
from models.report import Report
from tests.builders import a_full_report, third_form
from tests.check_sheets import sheet_of
from tests.printed_reports import REMARKED, SENTENCE

TYPOGRAPHY = default_typography()
STYLES = print_styles(TYPOGRAPHY)
SIZE = STYLES.table_sizes[0]


def half_or_whole(character: str, _font: str) -> float:
    return 0.5 if ord(character) < 0x80 else 1.0


def laid_out(*parts: PrintPart) -> list[Page]:
    return pages_of(PrintDocument(parts, STYLES, "题名", "机关", 2024), half_or_whole)


def pages_for(report: Report, options: PrintOptions | None = None) -> list[Page]:
    return pages_of(printed_report(report, TYPOGRAPHY, options or PrintOptions()), half_or_whole)


def said(page: Page) -> str:
    return "".join(text.text for text in sorted(page.texts, key=lambda text: (text.baseline, text.lefts)))


def found(pages: Sequence[Page], words: str) -> list[int]:
    return [number for number, page in enumerate(pages, 1) if words in said(page)]


def begun(pages: Sequence[Page], words: str) -> list[int]:
    return [number for number, page in enumerate(pages, 1) if any(text.text.startswith(words) for text in page.texts)]


def text_lines(page: Page) -> set[float]:
    return {text.baseline for text in page.texts if text.size == 320}


def cell(text: str, width: int = 2000, span: int = 1, merge: Merge | None = None, fill: str = "") -> PrintCell:
    return PrintCell(text, width, span, SIZE.figures, merge=merge, fill=fill)


def a_table(rows: int, **properties: object) -> PrintTable:
    body = tuple((cell(f"行{row}"), cell(str(row))) for row in range(rows))
    table = PrintTable((2000, 2000), body, header_rows=1, size=SIZE, fits_a_page=False)
    return replace(table, **properties)  # type: ignore[arg-type]


def test_a_page_of_text_has_22_lines() -> None:
    paragraph = of_one_style(SENTENCE * 40, STYLES.body)
    first, *_ = laid_out(PrintPart((paragraph,)))
    assert len(text_lines(first)) == LINES_PER_PAGE
    assert max(text_lines(first)) < MARGIN_TOP + TEXT_HEIGHT


def test_the_text_below_the_title_is_back_on_the_page_s_grid() -> None:
    first, *_ = pages_for(a_full_report(texts={"preamble": SENTENCE * 40}))
    offset = 0.5 * LINE + 0.38 * 320
    assert {round(baseline - MARGIN_TOP - offset) % LINE for baseline in text_lines(first)} == {0}


@pytest.mark.parametrize("report", [a_full_report(), Report(current_form()), Report(third_form())])
def test_every_table_stands_on_one_page_with_its_heading(report: Report) -> None:
    pages = pages_for(report)
    for table in report.form.tables:
        title = found(pages, report.form.section(table.key).title)
        for each in (table.labels[0], table.labels[-1]):
            assert {*title} <= {*begun(pages, each.label.text[:2])}


def test_header_rows_are_repeated_where_a_table_goes_on() -> None:
    pages = pages_for(a_full_report(REMARKED))
    first, *others = found(pages, "勾稽关系为")
    assert others == [first + 1, first + 2]
    assert first in found(pages, "三、收到和处理政府信息公开申请情况")


def test_a_row_is_on_one_page_only() -> None:
    pages = laid_out(PrintPart((a_table(90),)))
    assert [found(pages, f"行{row}{row}") for row in (1, 45, 89)] == [[1], [2], [4]]


def test_rows_that_are_kept_stay_together() -> None:
    free, kept = a_table(40), a_table(40, kept=frozenset(range(25, 35)))
    assert found(laid_out(PrintPart((free,))), "行2626") == [1]
    assert found(laid_out(PrintPart((kept,))), "行2626") == [2]


def test_a_table_that_fits_a_page_is_not_parted() -> None:
    text = of_one_style(SENTENCE * 15, STYLES.body)
    heading = of_one_style("一、题名", STYLES.headings[0])
    pages = laid_out(PrintPart((text, heading, a_table(12, fits_a_page=True))))
    assert found(pages, "一、题名") == found(pages, "行00") == found(pages, "行1111") == [2]


def test_a_merged_cell_stands_in_the_middle_of_its_rows() -> None:
    rows = (
        (cell("项", merge=Merge.FIRST), cell("甲")),
        (cell("", merge=Merge.LATER), cell("乙")),
        (cell("", merge=Merge.LATER), cell("丙")),
    )
    (page,) = laid_out(PrintPart((PrintTable((2000, 2000), rows, 0, SIZE, fits_a_page=True),)))
    height = {text.text: text.baseline for text in page.texts}
    assert height["项"] == height["乙"]


def test_a_merged_cell_that_needs_more_makes_its_last_row_higher() -> None:
    rows = (
        (cell("长" * 30, 540, merge=Merge.FIRST), cell("甲")),
        (cell("", 540, merge=Merge.LATER), cell("乙")),
        (cell("尾", 540), cell("丙")),
    )
    (page,) = laid_out(PrintPart((PrintTable((540, 2000), rows, 0, SIZE, fits_a_page=True),)))
    first, second, third, bottom = sorted({rule.top for rule in page.rules if rule.left != rule.right})
    assert second - first == bottom - third == SIZE.row_height + RULE_WIDTH
    assert third - first == 15 * SIZE.figures.line + 2 * SIZE.end_margin + RULE_WIDTH


def test_the_text_of_a_parted_cell_stands_in_its_highest_part() -> None:
    rows = [(cell("项", merge=Merge.FIRST), cell("行0"))]
    rows += [(cell("", merge=Merge.LATER), cell(f"行{row}")) for row in range(1, 30)]
    text = of_one_style(SENTENCE * 17, STYLES.body)
    table = PrintTable((2000, 2000), tuple(rows), 0, SIZE, fits_a_page=False)
    pages = laid_out(PrintPart((text, table)))
    assert found(pages, "行0") == [1]
    assert found(pages, "项") == [2]


def test_borders_close_every_part_of_a_table() -> None:
    for page in laid_out(PrintPart((a_table(50),))):
        edges = {rule.left for rule in page.rules} | {rule.right for rule in page.rules}
        uprights = [rule for rule in page.rules if rule.left == rule.right]
        levels = [rule.top for rule in page.rules if rule.top == rule.bottom]
        assert len(uprights) == 3
        assert {(rule.top, rule.bottom) for rule in uprights} == {(min(levels), max(levels))}
        assert min(edges) == MARGIN_LEFT + (TEXT_WIDTH - 4000) / 2


def test_no_border_is_drawn_twice() -> None:
    for page in pages_for(a_full_report()):
        levels = [rule for rule in page.rules if rule.top == rule.bottom]
        for rule in levels:
            assert not [each for each in levels if each is not rule and _overlap(rule, each)]


def _overlap(rule: Rule, other: Rule) -> bool:
    return rule.top == other.top and rule.left < other.right and other.left < rule.right


def test_a_fill_lies_behind_its_whole_cell() -> None:
    rows = ((cell("甲", fill="EAEAEA"), cell("乙")),)
    (page,) = laid_out(PrintPart((PrintTable((2000, 2000), rows, 0, SIZE, fits_a_page=True),)))
    (fill,) = page.fills
    assert (fill.left, fill.top, fill.width, fill.height) == (MARGIN_LEFT + 2422, MARGIN_TOP, 2000, 450)


def test_page_numbers_stand_at_the_right_on_odd_and_at_the_left_on_even_pages() -> None:
    first, second, *_ = pages_for(a_full_report(texts={"overview": SENTENCE * 40}))
    odd, even = first.texts[-1], second.texts[-1]
    assert (odd.text, even.text) == ("— 1 —", "— 2 —")
    assert odd.lefts[0] > MARGIN_LEFT + TEXT_WIDTH * 0.8
    assert even.lefts[0] < MARGIN_LEFT + TEXT_WIDTH * 0.1


def test_dashes_of_page_numbers_are_7_mm_below_the_text() -> None:
    number = pages_for(a_full_report())[0].texts[-1]
    dash = number.baseline - 0.38 * number.size
    assert (dash - MARGIN_TOP - TEXT_HEIGHT) / 1440 * 25.4 == pytest.approx(7, abs=0.01)


def test_each_part_begins_on_a_page_of_its_own_numbered_from_1() -> None:
    paragraph = of_one_style("正文", STYLES.body)
    pages = laid_out(PrintPart((paragraph,), is_numbered=False), PrintPart((paragraph,)), PrintPart((paragraph,)))
    assert [said(page).replace(" ", "") for page in pages] == ["正文", "正文—1—", "正文—1—"]


def test_a_draft_says_so_above_and_behind_every_page_of_the_report() -> None:
    options = PrintOptions(frozenset({Extra.DRAFT, Extra.APPROVAL_SLIP}), check_sheet=sheet_of(a_full_report()))
    slip, *pages = pages_for(a_full_report(), options)
    marked = [page for page in pages if page.watermark]
    assert slip.watermark is None
    assert [page.watermark.text for page in marked if page.watermark] == ["送审稿"] * len(marked)
    assert all(min(page.texts, key=lambda text: text.baseline).text == "送审稿" for page in marked)
    assert 0 < len(marked) < len(pages)


def test_the_approval_slip_takes_one_page() -> None:
    pages = pages_for(a_full_report(), PrintOptions(frozenset({Extra.APPROVAL_SLIP})))
    assert found(pages, "审签单") == found(pages, "签发") == [1]


def test_a_paragraph_is_indented_as_far_as_it_says() -> None:
    (page,) = laid_out(PrintPart((Paragraph(STYLES.headings[0], (Words("甲", STYLES.headings[0]),), left=1000),)))
    assert page.texts[0].lefts[0] == MARGIN_LEFT + 1000 + 630


def test_no_page_is_empty() -> None:
    for report in (a_full_report(), Report(current_form()), Report(third_form()), a_full_report(REMARKED)):
        for page in pages_for(report):
            assert [text for text in page.texts if _is_in_text_area(text)]


def _is_in_text_area(text: Text) -> bool:
    return MARGIN_TOP < text.baseline <= MARGIN_TOP + TEXT_HEIGHT
