"""Take the pictures of the manual and of README anew, from the window as it is now.

The window runs without a display, so the pictures do not depend on a desktop.
"""

import sys

from environment import FONTS, QT_LIBRARIES, ensure_environment, ensure_system_packages, require_python, run

_WITHOUT_DISPLAY = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}


def main() -> int:
    """Set up, then take every picture in the environment of the tests."""
    require_python()
    ensure_system_packages([*QT_LIBRARIES, *FONTS])
    python = ensure_environment(".venv", "requirements-dev.lock")
    run([str(python), "-m", "tests.window_pictures"], _WITHOUT_DISPLAY)
    return 0


if __name__ == "__main__":
    sys.exit(main())
