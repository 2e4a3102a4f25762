"""How long a printed report of six pages at least takes to read."""

from pathlib import Path

import pytest
from pdfminer.pdfpage import PDFPage
from pytest_benchmark.fixture import BenchmarkFixture

from exporters.word import word_bytes
from importers.pdf_file import SafeDocument
from importers.reader import read_report
from tests.builders import a_full_report
from tests.office import convert

MOST_SECONDS = 3.0
PAGES = 6


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("printed")
    path = folder / "年报.docx"
    path.write_bytes(word_bytes(a_full_report(texts={"overview": "按照规定全年公开各类信息。" * 200})))
    return convert(path, "pdf", folder / "pdf")


def test_the_report_has_six_pages_at_least(printed: Path) -> None:
    assert len(list(PDFPage.create_pages(SafeDocument(printed.read_bytes())))) >= PAGES


def test_a_report_of_six_pages_is_read_in_three_seconds(benchmark: BenchmarkFixture, printed: Path) -> None:
    benchmark.pedantic(read_report, args=(printed,), rounds=3, warmup_rounds=1)
    assert benchmark.stats is not None
    assert benchmark.stats.stats.median <= MOST_SECONDS
