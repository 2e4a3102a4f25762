"""How long the model takes from an edit to its findings."""

from itertools import cycle

from pytest_benchmark.fixture import BenchmarkFixture

from models.cell_value import read_value
from models.checks import find_problems
from models.report import Edit
from tests.builders import a_full_report

MOST_SECONDS = 0.001


def test_an_edit_and_its_findings_take_at_most_a_millisecond(benchmark: BenchmarkFixture) -> None:
    report = a_full_report(texts={"overview": "字" * 20_000})
    edits = cycle(Edit(cells={"requests/received/commercial": read_value(text)}) for text in ("5", "1"))

    def type_and_check() -> None:
        report.apply(next(edits))
        find_problems(report)

    benchmark(type_and_check)
    assert benchmark.stats is not None
    assert benchmark.stats.stats.median <= MOST_SECONDS
