"""The check sheet as LibreOffice prints it: all of it, on A4, and no empty page."""

from collections.abc import Callable, Iterator

import pdfplumber
import pytest
from pdfplumber.pdf import PDF

from exporters.check_sheet_excel import check_sheet_excel_bytes
from exporters.check_sheet_word import check_sheet_word_bytes
from exporters.print_styles import MARGIN_LEFT, MARGIN_RIGHT, PAGE_HEIGHT, PAGE_WIDTH
from models.check_sheet import CheckSheet
from models.report import Report
from tests.builders import a_clean_report, third_form
from tests.check_sheets import a_busy_report, sheet_of
from tests.office import convert_all
from tests.prints import letters

SHEETS = {
    "clean": sheet_of(a_clean_report()),
    "busy": sheet_of(a_busy_report()),
    "third": sheet_of(Report(third_form())),
}
FILES = [f"{kind}-{name}" for kind in ("word", "excel") for name in SHEETS]
every_file = pytest.mark.parametrize("name", FILES)


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, PDF]]:
    folder = tmp_path_factory.mktemp("sheets")
    renders: dict[str, Callable[..., bytes]] = {"word": check_sheet_word_bytes, "excel": check_sheet_excel_bytes}
    suffixes = {"word": ".docx", "excel": ".xlsx"}
    paths = [folder / f"{name}{suffixes[name.partition('-')[0]]}" for name in FILES]
    for path in paths:
        kind, _, name = path.stem.partition("-")
        path.write_bytes(renders[kind](SHEETS[name]))
    opened = {path.stem: pdfplumber.open(path) for path in convert_all(paths, "pdf", folder)}
    yield opened
    for each in opened.values():
        each.close()


def sheet(name: str) -> CheckSheet:
    return SHEETS[name.partition("-")[2]]


def cells(pdf: PDF) -> set[str]:
    tables = (table for page in pdf.pages for table in page.extract_tables())
    return {"".join((cell or "").split()) for table in tables for row in table for cell in row}


@every_file
def test_no_page_is_empty_and_the_last_one_is_signed(prints: dict[str, PDF], name: str) -> None:
    pages = [letters(page) for page in prints[name].pages]
    assert all(len(page) > 60 for page in pages)
    assert "负责人：" in pages[-1]
    assert "须由人工核对" in pages[-1]


@every_file
def test_every_line_of_the_sheet_is_printed_whole(prints: dict[str, PDF], name: str) -> None:
    shown = cells(prints[name])
    things = [line for group in sheet(name).groups for part in group.parts for line in part.lines]
    findings = [each.finding.message for each in sheet(name).open]
    texts = ["".join(text.split()) for text in [*findings, *(line.numbers for line in things)]]
    assert [text for text in texts if text not in shown] == []


@every_file
def test_pages_are_a4(prints: dict[str, PDF], name: str) -> None:
    for page in prints[name].pages:
        assert (page.width, page.height) == pytest.approx((PAGE_WIDTH / 20, PAGE_HEIGHT / 20), abs=0.5)


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("word")])
def test_nothing_stands_outside_the_text_area(prints: dict[str, PDF], name: str) -> None:
    for page in prints[name].pages:
        edges = [edge for each in [*page.lines, *page.rects] for edge in (each["x0"], each["x1"])]
        assert min(edges, default=MARGIN_LEFT / 20) >= MARGIN_LEFT / 20 - 0.5
        assert max(edges, default=0) <= (PAGE_WIDTH - MARGIN_RIGHT) / 20 + 0.5
