"""The only entry of the program: a command of `ui.command_line`, or the editor's window."""

import sys
from pathlib import Path

from ui.command_line import main


def open_window(path: Path | None) -> int:
    """Open the editor, on a file if given, and return the exit status when it is closed."""
    from ui.quick_start import quicken_start  # noqa: PLC0415 - Qt is loaded only where a window is wanted

    quicken_start()
    from ui.application import run  # noqa: PLC0415 - as above

    return run(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], open_window))
