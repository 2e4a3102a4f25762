"""Numbers stay whole where sentences are broken over lines."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout

from ui.info_line import InfoLine
from ui.panels.row_list import RowList
from ui.panels.rows import Row, RowKind

SENTENCE = "总体情况写“办结2676474件”，表三“（七）总计 × 总计”为 2676473，差 1；收费1,234,567.89元，占98.75%"


def lines_of(layout: QTextLayout) -> list[str]:
    places = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [layout.text()[each.textStart() : each.textStart() + each.textLength()] for each in places]


def belongs_to_number(letter: str) -> bool:
    return letter.isdigit() or letter in ".,%"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", range(150, 420, 9))
def test_the_list_of_findings_breaks_no_number(width: int) -> None:
    view = RowList()
    view.resize(width, 300)
    row = Row(RowKind.FINDING, SENTENCE)
    lines = lines_of(view.itemDelegate()._laid_out(row))  # type: ignore[attr-defined]
    assert "".join(lines) == SENTENCE
    assert len(lines) > 1
    for one, other in pairwise(lines):
        assert not (belongs_to_number(one[-1]) and belongs_to_number(other[0]))


@pytest.mark.usefixtures("qapp")
def test_a_line_of_a_few_lines_breaks_between_words() -> None:
    line = InfoLine(lines=3)
    width = line.fontMetrics().horizontalAdvance("办结办结267")
    flags = line._flags("办结办结2676474", width)
    assert flags & Qt.TextFlag.TextWordWrap
    assert not flags & Qt.TextFlag.TextWrapAnywhere
    assert line._bounds("办结办结2676474", width, flags).width() <= width


@pytest.mark.usefixtures("qapp")
def test_a_number_that_is_wider_than_the_line_is_broken_all_the_same() -> None:
    line = InfoLine(lines=3)
    width = line.fontMetrics().horizontalAdvance("2676")
    assert line._height_of("26764742676474", width) > line._height_of("2676", width)
