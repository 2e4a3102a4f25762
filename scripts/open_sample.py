"""Set the program up and open the editor on the sample report; one command for a fresh machine.

Without a display it does the same job without a window: checks the sample and exports it to out/.
"""

import shutil
import sys

from environment import (
    FONTS,
    QT_LIBRARIES,
    ROOT,
    ensure_environment,
    ensure_system_packages,
    has_display,
    require_python,
    run,
    say,
    status_of,
)

SAMPLE = ROOT / "resources" / "samples" / "sample-2024.gknb"

OUT = ROOT / "out"


def main() -> int:
    """Set up, then show the sample in a window or on the terminal."""
    require_python()
    ensure_system_packages([*QT_LIBRARIES, *FONTS])
    program = [str(ensure_environment(".venv", "requirements.lock")), "main.py"]
    OUT.mkdir(exist_ok=True)
    report = OUT / SAMPLE.name
    if not report.exists():  # the clerk edits a copy; what was changed last time is kept
        shutil.copyfile(SAMPLE, report)
    if has_display():
        return status_of([*program, str(report)])
    say(
        "这台机器没有图形显示，改为不开窗口地检查样例并导出 Word 文件和 Excel 工作簿。/ "
        "This machine has no display, so the sample is checked and exported to Word and Excel without a window."
    )
    found = status_of([*program, "check", str(report)])
    outputs = {kind: report.with_suffix(suffix) for kind, suffix in (("--word", ".docx"), ("--excel", ".xlsx"))}
    run([*program, "export", str(report), *(word for kind, path in outputs.items() for word in (kind, str(path)))])
    return found


if __name__ == "__main__":
    sys.exit(main())
