"""Starting the program."""

import os
import subprocess
import sys
from pathlib import Path

from tests.builders import a_clean_report
from tests.windows import saved

ROOT = Path(__file__).parents[2]


def test_the_interpreter_keeps_its_own_import_when_the_window_is_loaded() -> None:
    script = (
        "import builtins; own = builtins.__import__; from ui.quick_start import quicken_start; quicken_start();"
        "import ui.application; assert builtins.__import__ is own"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)


def test_a_file_without_a_recovery_copy_opens_without_what_copies_and_exports_need(tmp_path: Path) -> None:
    file = saved(a_clean_report(), tmp_path / "年报.gknb")
    script = (
        "import sys; from pathlib import Path; from ui.application import open_editor;"
        "window = open_editor(Path(sys.argv[1])); assert window.document; print(*sys.modules)"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    command = [sys.executable, "-c", script, str(file)]
    done = subprocess.run(command, check=True, cwd=ROOT, env=environment, capture_output=True, text=True)
    needless = {"storage.recovery", "storage.lock", "ui.recovery_offers", "ui.export_formats", "ui.dialogs.dialogs"}
    assert not needless & {*done.stdout.split()}
