"""What of a paragraph is a heading, and of which level."""

import pytest

from models.outline import RUNNING_TEXT, OutlineLine, outline_line


@pytest.mark.parametrize(
    ("text", "level"),
    [("（一）主动公开", 2), ("(十二)平台建设", 2), ("1.完善制度", 3), ("12．加强培训", 3), ("（3）督促整改", 4)],
)
def test_a_short_numbered_paragraph_is_a_heading_of_its_level(text: str, level: int) -> None:
    assert outline_line(text) == OutlineLine(level, text, "")


def test_the_first_sentence_of_a_longer_paragraph_is_a_heading_that_runs_on() -> None:
    assert outline_line("（二）依申请公开。全年受理6件。") == OutlineLine(2, "（二）依申请公开。", "全年受理6件。")


@pytest.mark.parametrize(
    "text",
    ["（一）是条例第二十条；", "（一）" + "长" * 60, "一是加强培训", "图表（一）", "1.5万件申请", "1.受理5件。", ""],
)
def test_other_paragraphs_are_running_text(text: str) -> None:
    assert outline_line(text) == OutlineLine(RUNNING_TEXT, "", text)
