"""One report, one file: whatever was edited first, on whatever day, in whatever process."""

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.print_options import Extra, PrintOptions
from exporters.word import word_bytes
from models.report import Report
from tests.builders import a_clean_report
from tests.check_sheets import sheet_of
from tests.edit_orders import made_by, single_edits
from tests.strategies import reports

ROOT = Path(__file__).parents[2]
SOME = settings(max_examples=20, deadline=None, suppress_health_check=[*HealthCheck])
WRITES = (
    "import sys; from pathlib import Path; from exporters.word import word_bytes; "
    "from storage.native_file import load_native; "
    "sys.stdout.buffer.write(word_bytes(load_native(Path('resources/samples/sample-2024.gknb'))))"
)


def with_everything(report: Report) -> bytes:
    sheet = sheet_of(report)
    return word_bytes(report, None, PrintOptions(frozenset(Extra), check_sheet=sheet))


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

    assert with_everything(edited) == with_everything(report)


def test_another_day_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    today = with_everything(a_clean_report())
    later = time.time() + 400 * 24 * 3600
    clock = time.localtime
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr(time, "localtime", lambda seconds=later: clock(seconds))

    assert with_everything(a_clean_report()) == today


def test_another_process_leaves_no_trace() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", WRITES], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }

    assert len(made) == 1
