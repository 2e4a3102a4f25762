"""One report, one file: whatever was edited first, in whatever process; of other days see `test_order_of_edits.py`."""

import subprocess
import sys
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.word import word_bytes
from models.report import Report
from tests.check_sheets import everything
from tests.edit_orders import made_by, single_edits
from tests.strategies import reports

ROOT = Path(__file__).parents[2]
SOME = settings(max_examples=20, deadline=None, suppress_health_check=[*HealthCheck])
WRITES = (
    "import sys; from pathlib import Path; from exporters.word import word_bytes; "
    "from storage.native_file import load_native; "
    "sys.stdout.buffer.write(word_bytes(load_native(Path('resources/samples/sample-2024.gknb'))))"
)


def whole_bytes(report: Report) -> bytes:
    return word_bytes(report, None, everything(report))


@SOME
@given(report=reports(), order=st.randoms(use_true_random=False))
def test_the_order_of_edits_leaves_no_trace(report: Report, order: Random) -> None:
    edits = single_edits(report)
    order.shuffle(edits)

    assert word_bytes(made_by(edits, report)) == word_bytes(report)


@SOME
@given(report=reports(), other=reports())
def test_what_was_typed_and_taken_back_leaves_no_trace(report: Report, other: Report) -> None:
    edited = made_by(single_edits(report), report)
    undo = [edited.apply(each).inverse for each in single_edits(other)]
    for each in reversed(undo):
        edited.apply(each)

    assert whole_bytes(edited) == whole_bytes(report)


def test_another_process_leaves_no_trace() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", WRITES], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }

    assert len(made) == 1
