import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.texts import clean_line, clean_text, length_of, paragraphs, pasted_text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_becomes_a_plain_one(end: str) -> None:
    assert clean_text(f"第一段{end}第二段") == "第一段\n第二段"


def test_empty_lines_stay() -> None:
    assert clean_text("第一段\r\n\r\n第二段\n") == "第一段\n\n第二段\n"


@pytest.mark.parametrize("character", ["\0", "\x1f", "\x7f", "\x9f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_no_document_can_hold_goes(character: str) -> None:
    assert clean_text(f"公{character}开") == "公开"


@pytest.mark.parametrize(
    "text", ["\t缩进", "\u3000\u3000缩进", "㐂𠮷𰻞", "👨‍👩‍👧", "葛\U000e0100", "\ue000", "\U0002ebf0"]
)
def test_everything_else_stays(text: str) -> None:
    assert clean_text(text) == text


@given(st.text())
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@pytest.mark.parametrize("text", ["其中\r\n修订16件", " 其中\u3000\u00a0修订16件 ", "其\u200b中\t修订\ufeff16件"])
def test_a_line_is_one_line_with_single_spaces(text: str) -> None:
    assert clean_line(text) == "其中 修订16件"


@pytest.mark.parametrize("text", ["\ue000", "㐂𠮷𰻞", "\U0002ebf0", "葛\U000e0100"])
def test_a_line_keeps_rare_characters(text: str) -> None:
    assert clean_line(text) == text


def test_paragraphs_have_no_indent_and_no_empty_lines() -> None:
    assert paragraphs("\u3000\u3000第一段\n\n \t\n第二段  \n") == ("第一段", "第二段")


def test_an_empty_text_has_no_paragraphs() -> None:
    assert paragraphs("") == ()


@pytest.mark.parametrize(
    ("copied", "text"),
    [
        ("　　第一段。\r\n　　第二段。\r\n", "第一段。\n第二段。"),
        ("第一段。\n\n \n\t第二段。", "第一段。\n第二段。"),
        ("第一段。\v第二段。", "第一段。\n第二段。"),
        ("受理\xa06\xa0件，\t共\u2003\u20037件", "受理 6 件， 共 7件"),
        ("1.\t完善制度\r\n（一）\t主动公开\r\n（2）\t登记", "1.完善制度\n（一）主动公开\n（2）登记"),
        ("主动\u200b公开\ufeff", "主动公开"),
        ("6\r\n", "6"),
        ("项目\t件数\r\n受理\t6\r\n", "项目 件数\n受理 6"),
    ],
)
def test_what_is_pasted_comes_as_clean_paragraphs(copied: str, text: str) -> None:
    assert pasted_text(copied) == text


@given(st.text("一1.（）a \t\xa0\u3000\n\v\u200b"))
def test_pasting_what_was_pasted_changes_nothing(text: str) -> None:
    assert pasted_text(pasted_text(text)) == pasted_text(text)


def test_white_space_is_not_counted() -> None:
    assert length_of("　　第一段。\n\n 第 二段") == 7
