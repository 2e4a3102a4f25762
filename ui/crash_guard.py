"""When a bug surfaces: first a copy of the report, then one sentence, never a traceback."""

import sys
from pathlib import Path
from types import TracebackType

from models.errors import Refusal
from storage.native_file import NATIVE_SUFFIX, save_native
from ui.error_messages import failure_sentence
from ui.main_window import MainWindow


def install_crash_guard(window: MainWindow) -> None:
    """Have every exception nobody caught end in a recovery copy and a sentence."""

    def guard(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        sentence = failure_sentence(error)
        copy = _keep_copy(window)
        window.files.dialogs.tell(sentence, [f"当前内容的副本：{copy}"] if copy else [])

    sys.excepthook = guard


def _keep_copy(window: MainWindow) -> Path | None:
    if window.document is None:
        return None
    from platformdirs import user_data_path  # noqa: PLC0415 - as in error_messages

    folder = user_data_path("gknb", appauthor=False)
    path = folder / f"意外中断时的副本{NATIVE_SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        save_native(window.document.report, path)
    except (OSError, Refusal):  # the sentence about the bug itself must still appear
        return None
    return path
