"""Figures are gathered over all grids of a file; what is doubtful about them is told."""

import pytest

from importers.blocks import Grid, GridCell, Paragraph
from importers.table_gathering import TableGathering
from models.form_file import current_form, known_forms
from tests.importers.documents import form_grid, numbered, without_rows

FORM = current_form()
LAST = "requests/carried_out/total"
ONES = dict.fromkeys(FORM.typed_cells, "1")


def gathered(*grids: Grid, section: str | None = None) -> TableGathering:
    gathering = TableGathering(FORM, known_forms())
    for each in grids:
        gathering.take(each, section)
    return gathering


def with_totals(figures: dict[str, str], *, without: tuple[str, ...] = ()) -> Grid:
    """Return 表三 with the totals of ones, those left out that are named."""
    table = FORM.table("requests")
    rows = {name: "126" if name.startswith("requests/processed/") else "6" for name in table.totals}
    columns = {name: "21" for name in rows if not name.endswith("/total")}
    return form_grid(table, {**figures, **rows, **columns, **dict.fromkeys(without, "")})


@pytest.mark.parametrize(
    "text", ["（续表）", "续表", "续上表", "(续表1)", "表三（续）", "接上页", "第二十条第（一）项"]
)
def test_a_line_that_belongs_to_a_table_is_no_text(text: str) -> None:
    assert gathered().takes_line(Paragraph(text), "requests")


@pytest.mark.parametrize("text", ["续聘三人。", "本部分见下表", "表三情况说明"])
def test_a_sentence_beside_a_table_belongs_to_none(text: str) -> None:
    assert not gathered().takes_line(Paragraph(text), "requests")


def test_a_total_that_fell_out_of_its_table_is_recognised() -> None:
    gathering = gathered(with_totals(ONES, without=(LAST,)))
    assert gathering.takes_line(Paragraph("6"), "requests")
    assert (
        "四、结转下年度继续办理 × 总计的数字“6”在原文件中脱出了表格，与按明细算出的一致，请核对" in gathering.remarks()
    )


@pytest.mark.parametrize(
    ("text", "section", "without"),
    [
        ("7", "requests", (LAST,)),
        ("6", "overview", (LAST,)),
        ("6", None, (LAST,)),
        ("六", "requests", (LAST,)),
        ("6", "requests", ()),
        ("6", "requests", (LAST, "requests/received/total")),
    ],
)
def test_any_other_number_beside_a_table_is_not(text: str, section: str | None, without: tuple[str, ...]) -> None:
    assert not gathered(with_totals(ONES, without=without)).takes_line(Paragraph(text), section)


def test_the_same_figure_in_another_writing_is_no_difference() -> None:
    once, again = ({"requests/received/commercial": text} for text in ("1200", "1,200件"))
    remarks = gathered(*(form_grid(FORM.table("requests"), each) for each in (once, again))).remarks()
    assert not any("数值不同" in remark for remark in remarks)


def test_a_lost_header_is_told() -> None:
    grid = without_rows(form_grid(FORM.table("requests"), numbered(FORM)), range(3))
    assert "表三的表头不完整，各列已按规定的次序读入，请核对" in gathered(grid, section="requests").remarks()


def test_a_conversion_is_told_once_for_the_figure_that_was_taken() -> None:
    money = "proactive/fees/amount"
    grids = [form_grid(FORM.table("proactive"), {money: text}) for text in ("251000元", "990000元")]
    told = [remark for remark in gathered(*grids).remarks() if "换算" in remark]
    assert (len(told), "25.1" in told[0]) == (1, True)


def test_a_remark_attached_to_a_cell_joins_the_one_in_brackets() -> None:
    plain = form_grid(FORM.table("proactive"), {"proactive/regulations/issued": "5件（甲）"})
    grid = Grid(tuple(GridCell(c.text, c.place, "乙" if "甲" in c.text else "") for c in plain.cells))
    assert str(gathered(grid).entries()["proactive/regulations/issued"]) == "5（甲；乙）"
