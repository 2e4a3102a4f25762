"""Starting the program."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_interpreter_keeps_its_own_import_when_the_window_is_loaded() -> None:
    script = (
        "import builtins; own = builtins.__import__; from ui.quick_start import quicken_start; quicken_start();"
        "import ui.application; assert builtins.__import__ is own"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)
