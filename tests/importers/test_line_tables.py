"""Tables that became lines of text are read by their labels, and only where nothing is lost."""

import random
from collections.abc import Callable, Mapping, Sequence

import pytest

from importers.blocks import Block, Grid, Paragraph
from importers.form_reading import FormReading, read_as
from importers.line_tables import rebuild_tables
from importers.plain_text import read_text
from importers.text_cells import CellMark
from models.form import Content, Form
from models.form_file import current_form, known_forms
from tests.builders import third_form
from tests.importers.documents import form_grid, numbered

FORM = current_form()
FORMS = {**known_forms(), third_form().key: third_form()}
TEXT = "本段是正文，共有3件。"
SECTION = "三、收到和处理政府信息公开申请情况"
HEADER = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
RECEIVED, GRANTED = "一、本年新收政府信息公开申请数量", "（一）予以公开"
SEVEN = ["1", "2", "3", "4", "5", "6", "21"]

Rows = Sequence[Sequence[str]]


def counted(form: Form) -> dict[str, str]:
    """Return a figure for every cell of a form, totals included."""
    return numbered(form) | {name: str(count) for count, name in enumerate(sorted(form.totals), 900)}


def packed(grid: Grid) -> Rows:
    """Return what is left of a table's rows where merged cells count once."""
    return [[cell.text for cell in grid.row(row) if cell.place.row == row] for row in range(grid.row_count)]


def aligned(grid: Grid) -> Rows:
    """Return a table's rows with an empty cell for each that is merged into another."""
    starts = {(cell.place.row, cell.place.column): cell.text for cell in grid.cells}
    return [[starts.get((row, column), "") for column in range(grid.column_count)] for row in range(grid.row_count)]


def padded(grid: Grid) -> Rows:
    return [[*row, *[""] * (grid.column_count - len(row))] for row in packed(grid)]


def cells(rows: Rows) -> list[str]:
    return [cell for row in rows for cell in row]


def halves(text: str) -> list[str]:
    return [text] if text.isdigit() or len(text) < 4 else [text[: len(text) // 2], text[len(text) // 2 :]]


def upright(text: str) -> list[str]:
    return [text] if text.isdigit() or len(text) > 9 else [*text]


def with_pads(grid: Grid) -> str:
    """Return a cell a line, the ends of short rows as pipes behind their last cell."""
    lines = []
    for row in packed(grid):
        pads = "|" * (grid.column_count - len(row))
        lines += [f"{cell} |" for cell in row[:-1]] + [f"{row[-1]} | {pads}".rstrip()]
    return "\n".join(lines)


def with_wandering_group(grid: Grid) -> str:
    """Return a cell a line, the longest group's label far below where it begins."""
    group = max((cell for cell in grid.cells if not cell.text.isdigit()), key=lambda cell: cell.place.row_span)
    rows = [[cell for cell in row if cell != group.text] for row in packed(grid)]
    rows.insert(group.place.row + group.place.row_span // 2, [group.text] if group.place.row_span > 1 else [])
    return "\n".join(cells(rows))


LAYOUTS: Mapping[str, Callable[[Grid], str]] = {
    "a cell a line": lambda grid: "\n".join(cells(packed(grid))),
    "a cell a line, empty lines between": lambda grid: "\n\n".join(cells(packed(grid))),
    "labels on two lines": lambda grid: "\n".join(half for cell in cells(packed(grid)) for half in halves(cell)),
    "labels one character a line": lambda grid: "\n".join(
        part for cell in cells(packed(grid)) for part in upright(cell)
    ),
    "a group's label between other rows": with_wandering_group,
    "a cell a line, pipes at the ends": with_pads,
    "a cell a line, pipes between": lambda grid: "\n|\n".join(cells(packed(grid))),
    "pipes, merged cells lost": lambda grid: "\n".join(" | ".join(row) + " |" for row in packed(grid)),
    "pipes, rows filled up": lambda grid: "\n".join("| " + " | ".join(row) + " |" for row in padded(grid)),
    "pipes, aligned": lambda grid: "\n".join("| " + " | ".join(row) + " |" for row in aligned(grid)),
    "tabs, merged cells lost": lambda grid: "\n".join("\t".join(row) for row in packed(grid)),
    "tabs, aligned": lambda grid: "\n".join("\t".join(row) for row in aligned(grid)),
    "spaces": lambda grid: "\n".join(" ".join(row) for row in packed(grid)),
}


def report_text(form: Form, figures: Mapping[str, str], layout: Callable[[Grid], str]) -> str:
    parts = [f"某某市人民政府{form.title_for(2024)}"]
    for section in form.sections:
        parts += [section.title] if section.title else []
        is_table = section.content is Content.TABLE
        parts.append(layout(form_grid(form.table(section.key), figures)) if is_table else TEXT)
    return "\n".join(parts)


def read(text: str, form: Form = FORM) -> FormReading:
    return read_as(form, read_text(text).blocks, FORMS)


def found(reading: FormReading) -> dict[str, str]:
    return {name: str(entry) for name, entry in reading.figures.items()}


def row_of(reading: FormReading, row: str) -> list[str]:
    names = [name for name in reading.form.cells if name.rpartition("/")[0] == row]
    return [str(reading.figures[name]) for name in names if name in reading.figures]


def requests(*lines: str) -> FormReading:
    return read("\n".join([SECTION, *lines]))


def unplaced(reading: FormReading) -> str:
    return " ".join(
        " ".join(cell.text for cell in block.cells) if isinstance(block, Grid) else block.text
        for block in reading.unplaced
    )


each_layout = pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


@each_layout
@each_form
def test_every_figure_is_read_from_every_layout(form: Form, layout: Callable[[Grid], str]) -> None:
    assert found(read(report_text(form, counted(form), layout), form)) == counted(form)


@each_layout
@each_form
def test_nothing_is_left_over_or_doubtful(form: Form, layout: Callable[[Grid], str]) -> None:
    reading = read(report_text(form, counted(form), layout), form)
    assert (reading.unplaced, reading.remarks) == ((), ())


@each_layout
@each_form
def test_no_line_of_a_table_gets_into_the_texts(form: Form, layout: Callable[[Grid], str]) -> None:
    assert {*read(report_text(form, counted(form), layout), form).texts.values()} == {TEXT}


@pytest.mark.parametrize("seed", range(12))
def test_a_lost_line_makes_no_figure_wrong(seed: int) -> None:
    chance = random.Random(seed)
    lines = report_text(FORM, counted(FORM), LAYOUTS["a cell a line"]).split("\n")
    del lines[chance.randrange(3, len(lines))]
    assert found(read("\n".join(lines))).items() <= counted(FORM).items()


def test_a_row_with_too_few_figures_is_shown_and_not_guessed() -> None:
    reading = requests(RECEIVED, *SEVEN[:6], GRANTED, *SEVEN)
    assert row_of(reading, "requests/received") == []
    assert unplaced(reading) == " ".join([RECEIVED, *SEVEN[:6]])
    assert any("数据个数与列数对不上" in remark and RECEIVED in remark for remark in reading.remarks)


def test_a_row_with_too_many_figures_is_shown_and_not_guessed() -> None:
    assert row_of(requests(RECEIVED, *SEVEN, "8"), "requests/received") == []


def test_the_row_beside_a_broken_one_is_read() -> None:
    assert row_of(requests(RECEIVED, *SEVEN[:6], GRANTED, *SEVEN), "requests/granted") == SEVEN


def test_labels_of_some_columns_tell_which_these_are() -> None:
    reading = requests("自然人", "总计", RECEIVED, "3", "3", GRANTED, "1", "1")
    assert {name: entry for name, entry in found(reading).items() if entry} == {
        "requests/received/natural_person": "3",
        "requests/received/total": "3",
        "requests/granted/natural_person": "1",
        "requests/granted/total": "1",
    }


def test_columns_that_are_missing_are_said() -> None:
    reading = requests("自然人", "总计", RECEIVED, "3", "3")
    assert any("商业企业" in remark for remark in reading.remarks)


@pytest.mark.parametrize("lines", [["自然人", "外国人", "总计"], ["自然人", "商业企业", "总计"], []])
def test_labels_that_do_not_agree_with_the_figures_tell_nothing(lines: list[str]) -> None:
    assert not requests(*lines, RECEIVED, "3", "3", GRANTED, "1", "1").figures


def test_columns_are_not_told_where_rows_have_different_numbers_of_figures() -> None:
    assert not requests("自然人", "总计", RECEIVED, "3", "3", GRANTED, "1").figures


def test_an_unknown_column_makes_no_figure_wrong() -> None:
    reading = requests(*HEADER[:6], "外国企业", "总计", RECEIVED, *SEVEN, "8")
    assert not reading.figures
    assert "外国企业" in unplaced(reading)


def test_placeholders_stay_what_they_are() -> None:
    entries = ["/", "-", "无", "0", "减3", "22（其中修订16件）", "—"]
    assert row_of(requests(RECEIVED, *entries), "requests/received") == entries


def test_an_empty_cell_between_pipes_is_blank() -> None:
    assert row_of(requests(f"{RECEIVED} |", "1 |", *["|"] * 5, "1 |"), "requests/received") == ["1", *[""] * 5, "1"]


def test_pipes_at_a_row_s_end_are_no_cells() -> None:
    assert not requests(f"{RECEIVED} |", "1 |", "1 |", "|||||||").figures


def test_a_row_without_figures_is_blank_where_its_cells_are_there() -> None:
    assert row_of(requests(f"{RECEIVED} |", "|||||||", GRANTED, *SEVEN), "requests/received") == [""] * 7
    assert row_of(requests(f"{RECEIVED} |", "|||", GRANTED, *SEVEN), "requests/received") == []


def test_empty_cells_on_either_side_of_figures_tell_nothing_without_a_header() -> None:
    assert not requests(f"{RECEIVED} | | | | 3 | | | | | |", f"{GRANTED} | | 1 | 1 | | | | | | | |").figures


def test_an_entry_in_words_is_kept() -> None:
    reading = requests(f"{RECEIVED} | 1 | 见附件 | 3 | 4 | 5 | 6 | 7", f"{GRANTED} | 0 | 0 | 0 | 0 | 0 | 0 | 0")
    assert row_of(reading, "requests/received")[1] == "见附件"


def test_a_label_with_a_slip_of_the_pen_is_recognised_and_said() -> None:
    reading = requests("5.属于三类内部事物信息", *SEVEN)
    assert row_of(reading, "requests/refused.internal_affairs") == SEVEN
    assert any("事物" in remark for remark in reading.remarks)


def test_a_label_cut_by_its_figures_is_recognised() -> None:
    lines = [f"2.没有现成信息需要另行 {' '.join(SEVEN)}", "制作", f"{GRANTED} {' '.join(SEVEN)}"]
    assert row_of(requests(*lines), "requests/unavailable.needs_creation") == SEVEN
    assert row_of(requests(*lines), "requests/granted") == SEVEN


@pytest.mark.parametrize(
    "label", [["6", ".属于四类过程性信息"], ["6", ".", "属于四类过程性信息"], ["6.", "属于四类过程性信息"]]
)
def test_a_number_parted_from_its_label_is_no_figure_of_the_row_before(label: list[str]) -> None:
    reading = requests(*HEADER, "5.属于三类内部事务信息", *SEVEN, *label, *SEVEN)
    assert row_of(reading, "requests/refused.internal_affairs") == SEVEN
    assert row_of(reading, "requests/refused.process_information") == SEVEN


def test_a_number_without_its_mark_stays_a_figure() -> None:
    reading = requests(*HEADER, "5.属于三类内部事务信息", *SEVEN[:6], "6", "属于四类过程性信息", *SEVEN)
    assert row_of(reading, "requests/refused.internal_affairs") == [*SEVEN[:6], "6"]


def test_a_piece_of_another_row_s_label_makes_no_row_whole() -> None:
    reading = requests(*HEADER, "3.其他", *SEVEN[:4], "总", "结", *SEVEN[4:])
    assert not row_of(reading, "requests/other.rest")


def test_a_group_s_label_within_a_row_of_figures_does_not_break_it() -> None:
    assert row_of(requests(GRANTED, *SEVEN[:3], "办理", *SEVEN[3:]), "requests/granted") == SEVEN
    assert row_of(requests(GRANTED, "三、本年度办理结果", *SEVEN), "requests/granted") == SEVEN


def test_figures_under_a_group_s_label_belong_to_no_row_above() -> None:
    assert not requests("二、上年结转政府信息公开申请数量", "（三）不予公开", *SEVEN).figures


def test_two_labels_before_one_row_of_figures_leave_the_first_without() -> None:
    reading = requests(RECEIVED, GRANTED, *SEVEN)
    assert row_of(reading, "requests/received") == []
    assert row_of(reading, "requests/granted") == SEVEN


def test_an_unknown_row_is_shown() -> None:
    reading = requests(GRANTED, *SEVEN, "外国人申请", "1", "2")
    assert unplaced(reading) == "外国人申请 1 2"


def test_a_row_printed_twice_is_said() -> None:
    reading = requests(GRANTED, *SEVEN, GRANTED, *["9"] * 7)
    assert row_of(reading, "requests/granted") == SEVEN
    assert any("出现两次" in remark for remark in reading.remarks)


def test_total_is_a_row_only_below_other_rows() -> None:
    assert row_of(requests(GRANTED, *SEVEN, "总计", *SEVEN), "requests/processed") == SEVEN
    assert not requests(*HEADER, *SEVEN).figures


def test_the_row_of_an_older_form_is_read_and_said() -> None:
    reading = requests("（六）其他处理", *SEVEN, "（七）总计", *SEVEN)
    assert row_of(reading, "requests/other.rest") == SEVEN
    assert any("（六）其他处理" in remark for remark in reading.remarks)


def test_a_group_whose_first_label_is_lost_is_no_row_of_an_older_form() -> None:
    reading = requests("（六）其他处理", *SEVEN, "3.其他", *SEVEN)
    assert row_of(reading, "requests/other.rest") == SEVEN
    assert unplaced(reading) == " ".join(["（六）其他处理", *SEVEN])


@pytest.mark.parametrize("form", [*known_forms().values()], ids=lambda form: form.key)
def test_a_row_that_another_form_has_under_other_columns_needs_its_header(form: Form) -> None:
    reading = read("二、主动公开政府信息情况\n规章\n1\n2\n3", form)
    assert not reading.figures
    assert any("缺少能认出各列的表头" in remark for remark in reading.remarks)


def test_figures_directly_below_their_section_s_title_are_taken_in_order_and_said() -> None:
    fifteen = [str(number) for number in range(15)]
    section = "四、政府信息公开行政复议、行政诉讼情况"
    reading = read("\n".join([section, *fifteen]))
    assert found(reading) == dict(zip(FORM.table("review_litigation").cells, fifteen, strict=True))
    assert "表四的表头不完整，各列已按规定的次序读入，请核对" in reading.remarks
    assert not read("\n".join([section, *fifteen[1:]])).figures


def test_an_empty_cell_too_many_belongs_to_the_label_where_other_rows_are_whole() -> None:
    label = ["一、本年新收政府信息公开申请数量", "", *SEVEN]
    whole = ["三、本年度办理结果", GRANTED, *SEVEN]
    bars = "\n".join("\n".join(f"{cell} |".strip() for cell in row) + "\n||" for row in (HEADER, label, whole))
    assert row_of(requests(bars), "requests/received") == SEVEN


def test_an_empty_cell_that_may_be_a_merged_one_makes_no_figure_wrong() -> None:
    rows = [
        "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量",
        "行政许可 | 7 |  | 5 | ",
        "其他对外管理服务事项 | 1 |  | 2 | 3",
    ]
    reading = read(
        "\n".join(["二、主动公开政府信息情况", *(f"| {row} |" for row in rows)]), known_forms()["zfxxgk-2019"]
    )
    assert not any(row_of(reading, "proactive/licences"))
    assert "7" in unplaced(reading)


def test_a_figure_that_a_merged_cell_repeats_counts_once() -> None:
    reading = read("二、主动公开政府信息情况\n信息内容\n本年处理决定数量\n行政许可\n12\n12\n12")
    assert row_of(reading, "proactive/licences") == ["12"]


def test_figures_without_row_labels_need_some_of_their_header() -> None:
    fifteen = [str(number) for number in range(15)]
    names = FORM.table("review_litigation").cells
    section = "四、政府信息公开行政复议、行政诉讼情况"
    assert not read("\n".join([section, "总计", *fifteen])).figures
    whole = found(read("\n".join([section, "行政复议", "行政诉讼", "结果", "其他", "总计", *fifteen])))
    assert whole == dict(zip(names, fifteen, strict=True))
    assert not read("\n".join([section, "行政复议", "行政诉讼", *fifteen[1:]])).figures


def test_the_unit_in_a_column_s_label_counts() -> None:
    reading = read("二、主动公开政府信息情况\n信息内容\n本年收费金额（单位：元）\n行政事业性收费\n50000")
    assert row_of(reading, "proactive/fees") == ["5"]


@pytest.mark.parametrize("line", ["一、总体情况", TEXT, "（一）予以公开的情况如下。"])
def test_a_number_on_a_line_of_its_own_is_text_elsewhere(line: str) -> None:
    blocks = [Paragraph(line), Paragraph("3"), Paragraph(TEXT)]
    assert [*rebuild_tables(FORM, blocks, FORMS).blocks] == blocks


def test_a_section_s_title_after_a_table_is_no_row() -> None:
    reading = requests(GRANTED, *SEVEN, "五、存在的主要问题及改进情况", "7", TEXT)
    assert reading.texts["problems"] == f"7\n{TEXT}"


def test_a_table_that_a_grid_gives_is_not_looked_for_in_lines() -> None:
    grid = form_grid(FORM.table("requests"), counted(FORM))
    blocks: list[Block] = [grid, Paragraph(GRANTED), *map(Paragraph, SEVEN)]
    assert [*rebuild_tables(FORM, blocks, FORMS).blocks] == blocks


def test_marks_of_empty_cells_are_no_text() -> None:
    assert not rebuild_tables(FORM, [CellMark("|"), CellMark("|||")], FORMS).blocks


def test_more_figures_than_any_report_has_are_left_alone() -> None:
    blocks = [Paragraph("规章"), Paragraph("0")] * 3001
    assert [*rebuild_tables(FORM, blocks, FORMS).blocks] == blocks


def test_a_lone_bar_in_a_word_file_is_text_like_any_other() -> None:
    blocks = (Paragraph("|"), Paragraph("甲"))
    assert rebuild_tables(FORM, blocks, FORMS).blocks == blocks
