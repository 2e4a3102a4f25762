"""The only entry of the program: a command of `ui.command_line`, or the editor's window."""

import gc
import sys
from pathlib import Path

from ui.command_line import main

GARBAGE_THRESHOLD = 50_000
"""Objects between two searches for garbage; building a window makes a great many and next to no garbage."""


def open_window(path: Path | None) -> int:
    """Open the editor, on a file if given, and return the exit status when it is closed."""
    gc.set_threshold(GARBAGE_THRESHOLD)
    from ui.application import run  # noqa: PLC0415 - Qt is loaded only where a window is wanted

    return run(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], open_window))
