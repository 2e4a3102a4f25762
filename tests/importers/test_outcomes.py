"""Every block of a file has an outcome, and what the clerk assigns by hand goes where it was assigned."""

from collections import Counter
from collections.abc import Sequence

import pytest

from importers.assigned_tables import column_names
from importers.blocks import Block, FileContent, Grid, Paragraph
from importers.outcomes import NOT_IN_REPORT, Assignment, Kind, Outcome
from importers.reader import ReadReport, report_from
from models.form import Form
from models.form_file import current_form, known_forms
from tests.builders import third_form
from tests.importers.documents import form_grid, grid, numbered, relabelled, report_blocks, without_rows

FORM = current_form()
TEXTS = {"preamble": "前言。", "overview": "第一段。\n第二段。", "problems": "问题。", "other_matters": "没有。"}
REQUESTS = FORM.table("requests")
REVIEW = FORM.table("review_litigation")


def read(blocks: Sequence[Block], assignment: Assignment | None = None, form: Form = FORM) -> ReadReport:
    forms = {**known_forms(), form.key: form}
    return report_from(FileContent(tuple(blocks)), "年报.docx", forms, assignment)


def a_report() -> list[Block]:
    return report_blocks(FORM, numbered(FORM), TEXTS)


def outcome_of(found: ReadReport, text: str) -> Outcome:
    return next(each for each in found.outcomes if isinstance(each.block, Paragraph) and each.block.text == text)


def table_outcomes(found: ReadReport) -> list[Outcome]:
    return [each for each in found.outcomes if isinstance(each.block, Grid)]


def test_each_block_of_a_plain_report_has_one_outcome() -> None:
    found = read(a_report())
    assert len(found.outcomes) == len(a_report())
    assert Counter(each.kind for each in found.outcomes) == {
        Kind.TITLE: 1,
        Kind.HEADING: 6,
        Kind.TEXT: 5,
        Kind.TABLE: 3,
    }


def test_an_outcome_names_the_cells_taken_from_a_table() -> None:
    cells = [set(each.cells) for each in table_outcomes(read(a_report()))]
    assert cells == [set(table.cells) for table in FORM.tables]


def test_a_heading_names_its_section() -> None:
    assert outcome_of(read(a_report()), FORM.section("overview").title).section == "overview"


def test_blank_paragraphs_have_no_outcome() -> None:
    found = read([Paragraph("　"), *a_report()])
    assert len(found.outcomes) == len(a_report())


def test_what_is_left_over_is_told_with_its_block() -> None:
    stray = grid(["车牌", "驾驶员"], ["甲", "乙"])
    found = read([*a_report(), stray])
    outcome = table_outcomes(found)[-1]
    assert (outcome.kind, outcome.leftover) == (Kind.LEFT_OUT, (stray,))
    assert found.notes.unplaced == (stray,)


def test_a_doubt_stands_with_the_table_it_came_from() -> None:
    blocks = [
        relabelled(block, lambda cell: cell.text.replace("本年新收政府", "本年新增政府"))
        if isinstance(block, Grid)
        else block
        for block in a_report()
    ]
    found = read(blocks)
    assert [bool(each.doubts) for each in table_outcomes(found)] == [False, True, False]
    assert table_outcomes(found)[1].doubts == found.notes.remarks


def test_a_title_and_text_in_one_paragraph_is_one_text() -> None:
    blocks = [
        Paragraph(f"{FORM.section('overview').title}：第一段。")
        if isinstance(block, Paragraph) and block.text == FORM.section("overview").title
        else block
        for block in a_report()
    ]
    outcome = next(each for each in read(blocks).outcomes if each.section == "overview")
    assert outcome.kind is Kind.TEXT


def test_a_table_stacked_on_a_sheet_is_parted_from_its_title() -> None:
    stacked = grid([FORM.section("requests").title, ""], ["甲", "乙"])
    found = read([*a_report()[:-1], stacked])
    assert found.outcomes[-1].block == grid(["甲", "乙"])


# ── by hand ─────────────────────────────────────────────────────────────


def assigned(found: ReadReport, outcomes: Sequence[Outcome], section: str) -> Assignment:
    return Assignment(found.report.form.key).with_section([each.index for each in outcomes], section)


def test_a_paragraph_goes_to_the_section_it_is_assigned_to() -> None:
    first = read(a_report())
    again = read(a_report(), assigned(first, [outcome_of(first, "第二段。")], "problems"))
    assert again.report.text("overview") == "第一段。"
    assert again.report.text("problems") == "第二段。\n问题。"
    assert outcome_of(again, "第二段。").by_hand


def test_a_heading_can_be_assigned_as_text() -> None:
    blocks = [*a_report(), Paragraph("另附。")]
    first = read(blocks)
    title = FORM.section("problems").title
    again = read(blocks, assigned(first, [outcome_of(first, title)], "other_matters"))
    assert again.report.text("other_matters") == f"{title}\n没有。\n另附。"


def test_a_line_that_describes_the_publication_can_be_assigned() -> None:
    blocks = [Paragraph("索引号：001"), *a_report()]
    first = read(blocks)
    assert outcome_of(first, "索引号：001").kind is Kind.LEFT_OUT
    again = read(blocks, assigned(first, [outcome_of(first, "索引号：001")], "preamble"))
    assert "索引号：001" in again.report.text("preamble")


def test_what_the_clerk_leaves_out_is_neither_in_the_report_nor_in_the_notes() -> None:
    blocks = [*a_report(), grid(["车牌", "驾驶员"], ["甲", "乙"])]
    first = read(blocks)
    left = [table_outcomes(first)[-1], outcome_of(first, "第二段。")]
    again = read(blocks, assigned(first, left, NOT_IN_REPORT))
    assert again.report.text("overview") == "第一段。"
    assert again.notes.sentences == ()


def test_leaving_out_a_table_says_that_it_is_missing() -> None:
    first = read(a_report())
    again = read(a_report(), assigned(first, table_outcomes(first)[1:2], NOT_IN_REPORT))
    assert len(again.notes.remarks) == 1
    assert REQUESTS.name in again.notes.remarks[0]


def test_a_layout_table_can_be_assigned_to_a_text() -> None:
    blocks = [*a_report(), grid(["收取费用", "无"], ["减免费用", "无"])]
    first = read(blocks)
    again = read(blocks, assigned(first, table_outcomes(first)[-1:], "other_matters"))
    assert again.report.text("other_matters") == "没有。\n收取费用\n无\n减免费用\n无"
    assert table_outcomes(again)[-1].kind is Kind.TEXT


def test_a_grid_assigned_to_a_table_is_read_for_that_table_only() -> None:
    first = read(a_report())
    again = read(a_report(), assigned(first, table_outcomes(first)[1:2], REVIEW.key))
    assert not [name for name in again.report.cells if name in REQUESTS.cells and str(again.report.value(name))]


def test_the_form_stays_the_one_the_blocks_were_numbered_in() -> None:
    first = read(a_report())
    again = read(a_report(), assigned(first, first.outcomes, NOT_IN_REPORT))
    assert again.report.form is FORM


def test_assigning_again_takes_named_columns_back() -> None:
    named = Assignment("x").with_column(3, "requests", 2, "自然人")
    assert named.with_section([3], "requests").columns == {3: {2: "自然人"}}
    assert named.with_section([3], "review_litigation").columns == {}


# ── columns by hand ─────────────────────────────────────────────────────


def in_place_of_a_table(key: str, other: Grid) -> list[Block]:
    figures = form_grid(FORM.table(key), numbered(FORM))
    return [other if block == figures else block for block in a_report()]


def columns_by_hand(blocks: Sequence[Block], key: str, names: dict[int, str], number: int) -> ReadReport:
    first = read(blocks)
    assignment = Assignment(first.report.form.key)
    for column, name in names.items():
        assignment = assignment.with_column(table_outcomes(first)[number].index, key, column, name)
    return read(blocks, assignment)


@pytest.mark.parametrize("key", ["requests", "review_litigation"])
def test_unreadable_heads_are_replaced_by_those_the_clerk_names(key: str) -> None:
    table = FORM.table(key)
    number = [each.key for each in FORM.tables].index(key)
    first = min(cell.place.row for cell in table.cells.values())
    broken = relabelled(
        form_grid(table, numbered(FORM)), lambda cell: "乱码字样" if cell.place.row < first else cell.text
    )
    blocks = in_place_of_a_table(key, broken)
    columns = dict(zip(sorted({cell.place.column for cell in table.cells.values()}), column_names(table), strict=True))
    assert {str(read(blocks).report.value(name)) for name in table.typed_cells} == {""}
    found = columns_by_hand(blocks, key, columns, number)
    assert {name: str(found.report.value(name)) for name in FORM.typed_cells} == numbered(FORM)
    assert set(table_outcomes(found)[number].cells) == set(table.cells)


def test_columns_in_another_order_go_where_they_are_named() -> None:
    table = FORM.table("requests")
    first = min(cell.place.row for cell in table.cells.values())
    whole = form_grid(table, numbered(FORM))
    headless = without_rows(whole, range(first))
    blocks = in_place_of_a_table("requests", headless)
    left = min(cell.place.column for cell in table.cells.values())
    names = column_names(table)
    swapped = {left: names[1], left + 1: names[0], **{left + at: name for at, name in enumerate(names[2:], 2)}}
    found = columns_by_hand(blocks, "requests", swapped, 1)
    assert str(found.report.value("requests/received/commercial")) == numbered(FORM)["requests/received/natural_person"]


def test_a_blank_first_row_is_not_taken_for_the_header() -> None:
    table = FORM.table("requests")
    figures = {name: "" if "/received/" in name else text for name, text in numbered(FORM).items()}
    first = min(cell.place.row for cell in table.cells.values())
    headless = relabelled(form_grid(table, figures), lambda cell: "乱码字样" if cell.place.row < first else cell.text)
    blocks = in_place_of_a_table("requests", headless)
    columns = dict(zip(sorted({cell.place.column for cell in table.cells.values()}), column_names(table), strict=True))
    found = columns_by_hand(blocks, "requests", columns, 1)
    assert {name: str(found.report.value(name)) for name in table.typed_cells} == {
        name: figures[name] for name in table.typed_cells
    }


def test_columns_of_an_invented_form_are_named_by_its_own_labels() -> None:
    assert column_names(third_form().tables[1]) == ("新购册数", "剔除册数", "金额（单位：万元）")
