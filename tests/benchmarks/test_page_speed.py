"""How fast the window shows another report, another page, another size; each from the key to the picture."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from storage.native_file import save_native
from tests.builders import a_full_report
from tests.windows import ScriptedDialogs, shown_window
from ui.main_window import MainWindow
from ui.settings import Settings

MOST_SECONDS = 0.1
TEXTS = {"overview": "全年收到政府信息公开申请6件，办结6件。\n" * 60, "problems": "一段文字。\n" * 20}


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with shown_window(qtbot, qapp, Settings(tmp_path / "settings.ini"), ScriptedDialogs()) as window:
        for name in ("one", "other"):
            save_native(a_full_report(texts=TEXTS), tmp_path / f"{name}.gknb")
        window.files.open_path(tmp_path / "one.gknb")
        yield window


def shown(act: Callable[[], object]) -> Callable[[], None]:
    """Return what acts and waits for the picture."""

    def act_and_paint() -> None:
        act()
        QApplication.processEvents()

    return act_and_paint


def test_a_report_opens_within_100_ms(benchmark: BenchmarkFixture, window: MainWindow, tmp_path: Path) -> None:
    paths = [tmp_path / "one.gknb", tmp_path / "other.gknb"] * 20
    benchmark.pedantic(shown(lambda: window.files.open_path(paths.pop())), rounds=15, warmup_rounds=2)
    assert benchmark.stats["median"] <= MOST_SECONDS


def test_a_page_comes_up_within_100_ms(benchmark: BenchmarkFixture, window: MainWindow) -> None:
    assert window.workspace is not None
    work, count = window.workspace, window.workspace.sections.count()
    rows = [*range(count)] * 4
    benchmark.pedantic(shown(lambda: work.sections.setCurrentRow(rows.pop())), rounds=3 * count, warmup_rounds=count)
    assert benchmark.stats["max"] <= MOST_SECONDS


def test_a_page_comes_up_within_100_ms_for_the_first_time_too(benchmark: BenchmarkFixture, window: MainWindow) -> None:
    def another_report() -> None:
        window.files.new_blank()
        QApplication.processEvents()

    def visit_all() -> None:
        assert window.workspace is not None
        for row in range(window.workspace.sections.count()):
            window.workspace.sections.setCurrentRow(row)
            QApplication.processEvents()

    benchmark.pedantic(visit_all, setup=another_report, rounds=5, warmup_rounds=1)
    assert window.workspace is not None
    assert benchmark.stats["median"] <= MOST_SECONDS * window.workspace.sections.count()


def test_the_table_is_shown_larger_within_100_ms(benchmark: BenchmarkFixture, window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.show_section("requests")
    grid = window.workspace.grid_view
    assert grid is not None
    sizes = [110, 120, 130, 100] * 10
    benchmark.pedantic(shown(lambda: grid.set_zoom(sizes.pop())), rounds=30, warmup_rounds=2)
    assert benchmark.stats["median"] <= MOST_SECONDS
