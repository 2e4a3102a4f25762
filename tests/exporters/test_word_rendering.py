"""The Word file as LibreOffice prints it; missing fonts are replaced by taller ones, which the layout must bear."""

from collections.abc import Iterator

import pdfplumber
import pytest
from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from exporters.print_styles import MARGIN_LEFT, MARGIN_RIGHT, PAGE_HEIGHT, PAGE_WIDTH
from exporters.typography import known_typographies
from exporters.word import export_word
from models.cell_value import Entry
from models.form_file import current_form, known_forms
from models.report import Report
from tests.builders import a_full_report, a_report, third_form
from tests.office import convert_all

SENTENCE = "全市各级行政机关坚持以公开为常态以不公开为例外依法答复申请"
PROSE = {
    "preamble": "本报告按照《条例》编制，统计期为2024年1月1日至12月31日。",
    "overview": f"{SENTENCE * 60}\n（一）主动公开。全年公开“政务服务”信息——共12条……\n（二）依申请公开\n全年办结6件。",
    "problems": f"{SENTENCE * 3}。",
    "other_matters": "全年没有收取信息处理费。",
}
LARGE = {name: str(1000 + 7 * n) for n, name in enumerate(current_form().typed_cells)} | {
    "proactive/fees/amount": "123456.7890",
    "requests/received/other": "1009（其中联合申请2件）",
}
REPORTS: dict[str, Report] = {
    "full": a_full_report(LARGE, texts=PROSE),
    "blank": Report(current_form()),
    "earlier": Report(known_forms()["zfxxgk-2019"]),
    "third": a_report({"lending/lent/adults": "7"}, texts={"summary": "全年平稳。"}, form=third_form()),
}
every_report = pytest.mark.parametrize("name", REPORTS)


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, PDF]]:
    folder = tmp_path_factory.mktemp("prints")
    paths = [folder / f"{name}.docx" for name in REPORTS]
    for path, typography in zip(paths, [*known_typographies().values()] * 2, strict=False):
        export_word(REPORTS[path.stem], path, typography)
    opened = {path.stem: pdfplumber.open(path) for path in convert_all(paths, "pdf", folder)}
    yield opened
    for each in opened.values():
        each.close()


def letters(page: Page) -> str:
    """Return the text of a page without white space."""
    return "".join(page.extract_text().split())


def pages_with(pdf: PDF, text: str) -> list[int]:
    return [page.page_number for page in pdf.pages if text in letters(page)]


def figures(report: Report, key: str) -> list[str]:
    names = report.form.table(key).cells
    return sorted(str(Entry(report.value(name), report.remark(name))) for name in names)


@every_report
def test_every_table_stands_on_one_page_with_its_heading(prints: dict[str, PDF], name: str) -> None:
    form, pdf = REPORTS[name].form, prints[name]
    for table in form.tables:
        first, last = table.labels[0].label.text[:6], table.labels[-1].label.text[:4]
        page = pages_with(pdf, form.section(table.key).title)

        assert len(page) == 1
        assert {*page} <= {*pages_with(pdf, first)} & {*pages_with(pdf, last)}


def test_every_row_of_the_largest_table_is_printed_on_its_page(prints: dict[str, PDF]) -> None:
    report, pdf = REPORTS["full"], prints["full"]
    page = pdf.pages[pages_with(pdf, report.form.section("requests").title)[0] - 1]
    rows = max(page.extract_tables(), key=len)
    first = report.form.table("requests").header_rows

    assert len(rows) == report.form.table("requests").row_count
    assert sorted("".join((cell or "").split()) for row in rows[first:] for cell in row[3:]) == figures(
        report, "requests"
    )


@every_report
def test_no_page_is_empty(prints: dict[str, PDF], name: str) -> None:
    assert all(len(letters(page)) > len("—1—") for page in prints[name].pages)


@every_report
def test_pages_are_a4(prints: dict[str, PDF], name: str) -> None:
    for page in prints[name].pages:
        assert (page.width, page.height) == pytest.approx((PAGE_WIDTH / 20, PAGE_HEIGHT / 20), abs=0.5)


def test_a_page_of_text_has_22_lines_of_28_characters(prints: dict[str, PDF]) -> None:
    page = prints["full"].pages[1]
    lines = [line for line in page.extract_text_lines() if line["top"] < page.height - 100]

    assert len(lines) == 22
    assert {len(line["text"]) for line in lines} == {28}


@every_report
def test_nothing_stands_outside_the_text_area(prints: dict[str, PDF], name: str) -> None:
    for page in prints[name].pages:
        edges = [edge for each in [*page.lines, *page.rects] for edge in (each["x0"], each["x1"])]

        assert min(edges, default=MARGIN_LEFT / 20) >= MARGIN_LEFT / 20 - 0.5
        assert max(edges, default=0) <= (PAGE_WIDTH - MARGIN_RIGHT) / 20 + 0.5


def test_page_numbers_stand_outside_on_odd_and_even_pages(prints: dict[str, PDF]) -> None:
    places = [page.extract_text_lines()[-1] for page in prints["full"].pages[:2]]

    assert [place["text"].replace(" ", "") for place in places] == ["—1—", "—2—"]
    assert places[0]["x1"] == pytest.approx((PAGE_WIDTH - MARGIN_RIGHT) / 20 - 14, abs=3)
    assert places[1]["x0"] == pytest.approx(MARGIN_LEFT / 20 + 14, abs=3)
