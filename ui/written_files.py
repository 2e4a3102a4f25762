"""What can be done with a file that was just written: open it, or look at it in its folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ui.finding_commands import Offer


def offers_for_written(path: Path) -> list[Offer]:
    """Return what is offered with the sentence that a file was written."""
    return [
        Offer("打开文件(&1)", f"用本机的程序打开 {path.name}（Alt+1）", partial(_open, path)),
        Offer("打开所在文件夹(&2)", f"{path.parent}（Alt+2）", partial(_open, path.parent)),
    ]


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute())))
