"""How long a Word file takes to be read as a report, in the time python-docx takes to walk through it."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import docx
import pytest

from exporters.word import word_bytes
from importers.reader import read_report
from storage.native_file import load_native

SAMPLE = Path(__file__).parent.parent.parent / "resources" / "samples" / "sample-2024.gknb"
MOST_TIMES = 1.5
PAIRS = 15
"""Measurements of one next to the other: what else the machine does slows both."""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "年报.docx"
    path.write_bytes(word_bytes(load_native(SAMPLE)))
    return path


def walk(path: Path) -> int:
    """Return the characters of a document, those of its cells as python-docx gives them row by row."""
    opened = docx.Document(str(path))
    texts = [paragraph.text for paragraph in opened.paragraphs]
    texts += [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return sum(map(len, texts))


def seconds(work: Callable[[Path], object], path: Path) -> float:
    begun = time.perf_counter()
    work(path)
    return time.perf_counter() - begun


def test_reading_a_report_takes_at_most_one_and_a_half_times_walking_its_cells(document: Path) -> None:
    read_report(document)
    walk(document)
    ratios = [seconds(read_report, document) / seconds(walk, document) for _ in range(PAIRS)]
    assert median(ratios) <= MOST_TIMES
