"""Titles by which a PDF parts the papers in it: slips, the report, the check sheet."""

import pytest

from importers.blocks import TITLE_LEVEL, Paragraph
from importers.pdf import read_pdf
from models.slips import APPROVAL_SLIP, CHECK_SHEET
from tests.importers.pdf_writing import PITCH, SENTENCES, WIDTH, blocks_of, pdf, text, written

AGENCY = "某某市商务局"
REPORT = "2024年政府信息公开工作年度报告"
SIZE = 22
ONE, TWO, THREE, FOUR = SENTENCES


def titled(*lines: str, size: float = SIZE, left: float | None = None) -> str:
    """Return lines one below the other at the top of a page, in its middle unless told."""
    places = ((WIDTH - size * len(line)) / 2 if left is None else left for line in lines)
    return "".join(text(x, 90 + 34 * n, line, size) for n, (x, line) in enumerate(zip(places, lines, strict=True)))


def page(words: str, *title: str) -> str:
    return titled(*title) + written(words, 90 + 34 * len(title) + PITCH)


def titles_in(*pages: str, trailer: str = "", info: str = "") -> list[str]:
    content = pdf(*pages, trailer=trailer, extra={1000: info.encode()} if info else None)
    blocks = read_pdf(content, "年报.pdf").blocks
    return [each.text for each in blocks if isinstance(each, Paragraph) and each.level == TITLE_LEVEL]


def titles_stating(stated: str, *pages: str, further: str = "") -> list[str]:
    """Return the titles in a file with this one among its properties."""
    title = f"\ufeff{stated}".encode("utf-16-be").hex()
    return titles_in(*pages, trailer="/Info 1000 0 R", info=f"<</Title <{title}>{further}>>")


def test_each_paper_of_a_file_with_slips_has_its_title() -> None:
    pages = [page(ONE, AGENCY, APPROVAL_SLIP), page(TWO, AGENCY, REPORT), page(THREE, AGENCY, REPORT + CHECK_SHEET)]
    assert titles_in(*pages) == [
        f"{AGENCY}\n{APPROVAL_SLIP}",
        f"{AGENCY}\n{REPORT}",
        f"{AGENCY}\n{REPORT}{CHECK_SHEET}",
    ]


def test_a_name_with_which_several_titles_begin_is_no_running_head() -> None:
    pages = [page(ONE, AGENCY, APPROVAL_SLIP), page(TWO, AGENCY, REPORT)]
    assert blocks_of(*pages)[::2] == [f"{AGENCY}\n{APPROVAL_SLIP}", f"{AGENCY}\n{REPORT}"]


def test_a_name_on_more_pages_than_there_are_papers_is_a_running_head() -> None:
    assert blocks_of(*(page(words, AGENCY) for words in SENTENCES)) == SENTENCES


@pytest.mark.parametrize(
    "slip",
    [
        titled(APPROVAL_SLIP, size=16),
        titled(APPROVAL_SLIP, left=80),
        written(THREE) + text(WIDTH / 2 - SIZE * 1.5, 300, APPROVAL_SLIP, SIZE),
    ],
    ids=["as large as the text", "at the side", "below a text"],
)
def test_a_line_that_is_not_set_as_a_title_is_none(slip: str) -> None:
    assert titles_in(slip + written(ONE, 400), page(TWO, AGENCY, REPORT)) == []


def test_the_title_of_a_file_without_slips_is_told_by_its_words() -> None:
    assert titles_in(page(ONE, AGENCY, REPORT)) == []


def test_a_file_that_names_no_program_is_believed_its_title() -> None:
    assert titles_stating(AGENCY + REPORT, page(ONE, AGENCY, REPORT)) == [f"{AGENCY}\n{REPORT}"]


@pytest.mark.parametrize("program", ["/Producer (Office)", "/Creator (Office)"])
def test_a_file_of_another_program_is_not(program: str) -> None:
    assert titles_stating(AGENCY + REPORT, page(ONE, AGENCY, REPORT), further=program) == []


def test_a_title_that_stands_on_no_page_is_none() -> None:
    assert titles_stating(REPORT, page(ONE, AGENCY, REPORT)) == []


def test_properties_that_are_none_do_no_harm() -> None:
    assert titles_in(page(ONE, AGENCY, REPORT), trailer="/Info 1000 0 R", info="<</Title 7>>") == []


@pytest.mark.parametrize("mark", ["送审稿", "（征求意见稿）"])
def test_a_draft_s_mark_is_no_text_even_on_a_single_page(mark: str) -> None:
    assert blocks_of(text(80, 50, mark, 14) + written(ONE)) == [ONE]
