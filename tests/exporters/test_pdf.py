"""The PDF as other programs see it: measured with pdfplumber, read back by the importer, the same at all times."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from pdfplumber.pdf import PDF
from PySide6.QtWidgets import QApplication

from exporters.pdf import pdf_bytes
from exporters.print_options import Extra, PrintOptions
from exporters.print_styles import MARGIN_LEFT, MARGIN_RIGHT, MARGIN_TOP, PAGE_HEIGHT, PAGE_WIDTH, TEXT_HEIGHT
from exporters.printed_report import printed_report
from exporters.typography import default_typography, known_typographies
from importers.reader import read_report
from models.cell_value import Entry
from models.form_file import current_form, known_forms
from models.radicals import radicals
from models.report import Report
from storage.native_file import load_native
from tests.builders import a_clean_report, a_full_report, a_report, content_of, third_form
from tests.check_sheets import a_busy_report, sheet_of
from tests.printed_reports import LARGE, PROSE, REMARKED
from tests.prints import letters, pages_with

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "resources" / "samples" / "sample-2024.gknb"
REPORTS: dict[str, Report] = {
    "full": a_full_report(LARGE, texts=PROSE),
    "remarked": a_full_report(REMARKED, texts=PROSE),
    "blank": Report(current_form()),
    "earlier": Report(known_forms()["zfxxgk-2019"]),
    "third": a_report({"lending/lent/adults": "7"}, texts={"summary": "全年平稳。"}, form=third_form()),
}
every_report = pytest.mark.parametrize("name", REPORTS)
pytestmark = pytest.mark.usefixtures("qapp")


def pdf_of(report: Report, options: PrintOptions | None = None, style: str = "gb") -> bytes:
    typography = known_typographies()[style]
    return pdf_bytes(printed_report(report, typography, options or PrintOptions()), typography)


@pytest.fixture(scope="module")
def prints(qapp: QApplication) -> Iterator[dict[str, PDF]]:  # noqa: ARG001 - Qt must run
    opened = {name: pdfplumber.open(BytesIO(pdf_of(report))) for name, report in REPORTS.items()}
    yield opened
    for each in opened.values():
        each.close()


# ── measures ────────────────────────────────────────────────────────────


@every_report
def test_pages_are_a4(prints: dict[str, PDF], name: str) -> None:
    for page in prints[name].pages:
        assert (page.width, page.height) == pytest.approx((PAGE_WIDTH / 20, PAGE_HEIGHT / 20), abs=0.5)


def test_a_page_of_text_has_22_lines_of_28_characters(prints: dict[str, PDF]) -> None:
    page = prints["full"].pages[1]
    lines = [line for line in page.extract_text_lines() if line["top"] < page.height - 100]
    assert len(lines) == 22
    assert {len(line["text"]) for line in lines} == {28}
    assert {round(char["size"], 6) for line in lines for char in line["chars"]} == {16}


def test_the_text_fills_the_text_area_and_stays_in_it(prints: dict[str, PDF]) -> None:
    page = prints["full"].pages[1]
    chars = [char for char in page.chars if char["top"] < page.height - 100]
    assert min(char["x0"] for char in chars) == pytest.approx(MARGIN_LEFT / 20, abs=0.1)
    assert max(char["x1"] for char in chars) == pytest.approx((PAGE_WIDTH - MARGIN_RIGHT) / 20, abs=0.5)
    assert min(char["top"] for char in chars) > MARGIN_TOP / 20
    assert max(char["bottom"] for char in chars) < (MARGIN_TOP + TEXT_HEIGHT) / 20


@every_report
def test_no_border_stands_outside_the_text_area(prints: dict[str, PDF], name: str) -> None:
    for page in prints[name].pages:
        edges = [edge for each in [*page.lines, *page.rects] for edge in (each["x0"], each["x1"])]
        assert min(edges, default=MARGIN_LEFT / 20) >= MARGIN_LEFT / 20
        assert max(edges, default=0) <= (PAGE_WIDTH - MARGIN_RIGHT) / 20


def test_page_numbers_stand_outside_on_odd_and_even_pages(prints: dict[str, PDF]) -> None:
    places = [page.extract_text_lines()[-1] for page in prints["full"].pages[:2]]
    assert [place["text"].replace(" ", "") for place in places] == ["—1—", "—2—"]
    assert places[0]["x1"] == pytest.approx((PAGE_WIDTH - MARGIN_RIGHT) / 20 - 14, abs=0.5)
    assert places[1]["x0"] == pytest.approx(MARGIN_LEFT / 20 + 14, abs=0.5)


@every_report
def test_no_page_is_empty(prints: dict[str, PDF], name: str) -> None:
    assert all(len(letters(page)) > len("—1—") for page in prints[name].pages)


# ── tables ──────────────────────────────────────────────────────────────


def test_the_largest_table_stands_on_one_page_with_all_its_figures(prints: dict[str, PDF]) -> None:
    report, pdf = REPORTS["full"], prints["full"]
    table = report.form.table("requests")
    (number,) = pages_with(pdf, report.form.section("requests").title)
    rows = max(pdf.pages[number - 1].extract_tables(), key=len)
    shown = sorted("".join((cell or "").split()) for row in rows[table.header_rows :] for cell in row[3:])
    assert len(rows) == table.row_count
    assert shown == sorted(str(Entry(report.value(name), report.remark(name))) for name in table.cells)


def test_the_header_is_repeated_where_the_table_is_forced_over_pages(prints: dict[str, PDF]) -> None:
    pdf = prints["remarked"]
    (first,) = pages_with(pdf, "三、收到和处理政府信息公开申请情况")
    assert pages_with(pdf, "勾稽关系为") == [first, first + 1, first + 2]


# ── content ─────────────────────────────────────────────────────────────


@every_report
def test_the_importer_reads_the_same_report_back(name: str, tmp_path: Path) -> None:
    report, path = REPORTS[name], tmp_path / "report.pdf"
    path.write_bytes(pdf_of(report))
    read = read_report(path, {report.form.key: report.form})
    assert content_of(read.report) == content_of(report)
    assert read.notes.sentences == ()


@pytest.mark.parametrize("style", known_typographies())
def test_text_is_found_as_it_was_written_not_as_radicals(style: str) -> None:
    text = f"{''.join(dict.fromkeys(radicals().values()))}，公开“政务”——12.5%……𠮷𰻞㐂乙"
    content = pdf_of(a_clean_report(texts={"preamble": text}), style=style)
    with pdfplumber.open(BytesIO(content)) as pdf:
        assert text in letters(pdf.pages[0])


def test_a_watermark_is_no_text() -> None:
    with pdfplumber.open(BytesIO(pdf_of(a_clean_report(), PrintOptions(frozenset({Extra.DRAFT}))))) as pdf:
        assert all(letters(page).count("送审稿") == 1 for page in pdf.pages)
        assert all(char["upright"] for page in pdf.pages for char in page.chars)


def test_slip_and_check_sheet_are_printed_whole() -> None:
    report = a_busy_report()
    sheet = sheet_of(report)
    options = PrintOptions(frozenset(Extra), check_sheet=sheet)
    with pdfplumber.open(BytesIO(pdf_of(report, options))) as pdf:
        said = "".join(map(letters, pdf.pages))
        tables = [table for page in pdf.pages for table in page.extract_tables()]
    cells = {"".join((cell or "").split()) for table in tables for row in table for cell in row}
    assert "审签单" in said
    assert ["".join(each.finding.message.split()) in cells for each in sheet.open] == [True] * len(sheet.open)


def test_properties_tell_title_author_and_date() -> None:
    with pdfplumber.open(BytesIO(pdf_of(a_clean_report(agency="某某县（区）林业局")))) as pdf:
        assert pdf.metadata == {
            "Title": "某某县（区）林业局2024年政府信息公开工作年度报告",
            "Author": "某某县（区）林业局",
            "CreationDate": "D:20241231000000Z",
            "ModDate": "D:20241231000000Z",
        }


def test_a_report_without_year_has_no_date() -> None:
    with pdfplumber.open(BytesIO(pdf_of(Report(current_form())))) as pdf:
        assert "CreationDate" not in pdf.metadata


def test_every_font_is_embedded() -> None:
    content = pdf_of(REPORTS["full"])
    assert content.count(b"/FontFile2") == content.count(b"/Type /FontDescriptor") > 0


# ── the same at all times ───────────────────────────────────────────────


def test_other_processes_without_a_display_make_the_same_bytes() -> None:
    code = (
        "from ui.constant_guard import guard_constants; guard_constants()\n"
        "import hashlib; from pathlib import Path; from storage.native_file import load_native\n"
        "from exporters.pdf import pdf_bytes; from exporters.printed_report import printed_report\n"
        "from exporters.typography import default_typography as usual\n"
        f"report = load_native(Path({str(SAMPLE)!r}))\n"
        "print(hashlib.sha256(pdf_bytes(printed_report(report, usual()), usual())).hexdigest())"
    )
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    bare = {name: value for name, value in os.environ.items() if name not in hidden}
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=bare | {"QT_HASH_SEED": seed},  # Qt numbers fonts in the order of a hash
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("0", "1", "7")
    }
    assert made == {hashlib.sha256(pdf_of(load_native(SAMPLE))).hexdigest()}


def test_two_exports_are_the_same_bytes() -> None:
    typography = default_typography()
    document = printed_report(a_clean_report(), typography)
    assert pdf_bytes(document, typography) == pdf_bytes(document, typography)
