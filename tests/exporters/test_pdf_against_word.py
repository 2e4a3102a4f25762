"""The PDF and the Word file of one report have as many pages, and the same figures on them."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from PySide6.QtWidgets import QApplication

from exporters.pdf import pdf_bytes
from exporters.print_options import PrintOptions
from exporters.printed_report import printed_report
from exporters.typography import default_typography
from exporters.word import word_bytes
from models.form_file import current_form
from models.report import Report
from storage.native_file import load_native
from tests.builders import a_full_report, third_form
from tests.check_sheets import a_busy_report, everything
from tests.office import convert_all

SAMPLE = Path(__file__).parent.parent.parent / "resources" / "samples" / "sample-2024.gknb"
SENTENCE = "各部门坚持以公开为常态、以不公开为例外，对每一件申请统一登记、逐件研究；"
FIGURES = "全年共办结2024件，占98.5%，比上年增加12.3个百分点。"


def text(length: int) -> str:
    return "\n".join(
        f"（{number}）工作情况\n{SENTENCE * (length + n)}{FIGURES}" for n, number in enumerate("一二三四五")
    )


def long_report(length: int, **figures: str) -> Report:
    texts = {"preamble": SENTENCE, "overview": text(length), "problems": text(length // 2), "other_matters": FIGURES}
    return a_full_report(figures, texts=texts)


REMARK = "1（其中由上级机关交办的12件）"
REPORTS: Mapping[str, tuple[Report, PrintOptions]] = {
    "sample": (load_native(SAMPLE), PrintOptions()),
    "added": (load_native(SAMPLE), everything(load_native(SAMPLE))),
    "busy": (a_busy_report(), everything(a_busy_report())),
    "slips-of-third": (Report(third_form()), everything(Report(third_form()))),
    "long": (long_report(9), PrintOptions()),
    "longest": (long_report(40), PrintOptions()),
    "remarked": (long_report(6, **dict.fromkeys(current_form().typed_cells, REMARK)), PrintOptions()),
}
WITH_SHEET = [name for name, (_, options) in REPORTS.items() if options.check_sheet is not None]


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> dict[str, tuple[int, int]]:  # noqa: ARG001 - Qt must run
    folder = tmp_path_factory.mktemp("pages")
    paths = [folder / f"{name}.docx" for name in REPORTS]
    for path in paths:
        report, options = REPORTS[path.stem]
        path.write_bytes(word_bytes(report, options=options))
    return {path.stem: (page_count(path.read_bytes()), own(path.stem)) for path in convert_all(paths, "pdf", folder)}


def own(name: str) -> int:
    report, options = REPORTS[name]
    typography = default_typography()
    return page_count(pdf_bytes(printed_report(report, typography, options), typography))


def page_count(content: bytes) -> int:
    with pdfplumber.open(BytesIO(content)) as pdf:
        return len(pdf.pages)


@pytest.mark.parametrize("name", REPORTS)
def test_there_are_as_many_pages_as_in_the_word_file(counts: dict[str, tuple[int, int]], name: str) -> None:
    word, pdf = counts[name]
    assert abs(word - pdf) <= 1


@pytest.mark.parametrize("name", WITH_SHEET)
def test_slip_and_check_sheet_take_exactly_as_many_pages_as_in_the_word_file(
    counts: dict[str, tuple[int, int]], name: str
) -> None:
    word, pdf = counts[name]
    assert word == pdf
