"""Two thousand documents in every combination of variations are read without a wrong cell."""

from pathlib import Path

import pytest

from importers.blocks import Paragraph
from importers.reader import ReadReport, read_report
from models.cell_value import Entry
from tests.generator.combinations import COMBINATIONS
from tests.generator.generate import Generated, generate
from tests.importers.documents import save

DOCUMENTS = 2000
EACH = -(-DOCUMENTS // len(COMBINATIONS))


@pytest.mark.parametrize("name", COMBINATIONS)
def test_generated_documents_are_read_without_a_wrong_cell(name: str, tmp_path: Path) -> None:
    for seed in range(EACH):
        document = generate(COMBINATIONS[name], seed)
        read = read_report(save(tmp_path, document.content, document.name))
        assert differences(document, read) == {}, f"document {seed}"


def differences(document: Generated, read: ReadReport) -> dict[str, object]:
    """Return what was read otherwise than it should have been, the expected first."""
    report = read.report
    remarks = "\n".join(read.notes.remarks)
    pairs: dict[str, tuple[object, object]] = {
        "form": (document.form, report.form.key),
        "head": (document.head, report.head),
        "doubts": (
            [doubt for doubt in document.doubts if doubt not in remarks] or bool(document.doubts),
            bool(read.notes.remarks),
        ),
        "unplaced": (
            document.unplaced,
            tuple(each.text if isinstance(each, Paragraph) else "a table" for each in read.notes.unplaced),
        ),
    }
    figures = {name: str(Entry(value, report.remark(name))) for name, value in report.cells.items()}
    for kind, expected, found in (
        ("cell", document.cells, figures),
        ("total", document.stated, report.stated),
        ("text", document.texts, report.texts),
    ):
        pairs |= {f"{kind} {key}": (expected.get(key), found.get(key)) for key in {*expected, *found}}
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}
