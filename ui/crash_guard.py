"""When a bug surfaces: first a copy of the report, then one sentence, never a traceback."""

import sys
from datetime import datetime
from pathlib import Path
from types import TracebackType

from models.errors import Refusal
from storage.native_file import NATIVE_SUFFIX, save_native
from ui.error_messages import failure_sentence
from ui.main_window import MainWindow


def install_crash_guard(window: MainWindow) -> None:
    """Have every exception nobody caught end in a recovery copy and a sentence."""
    telling = False

    def guard(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal telling
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        sentence = failure_sentence(error)
        if telling:  # a bug in drawing comes again with every picture, the dialog's own included
            return
        telling = True
        copy = _keep_copy(window)
        if window.autosave:  # should the program not survive this, the next start has something to offer
            window.autosave.keep()
        window.files.dialogs.tell(sentence, [f"当前内容的副本：{copy}"] if copy else [])
        telling = False

    sys.excepthook = guard


def _keep_copy(window: MainWindow) -> Path | None:
    if window.document is None:
        return None
    from platformdirs import user_data_path  # noqa: PLC0415 - as in error_messages

    folder = user_data_path("gknb", appauthor=False)
    path = folder / f"意外中断时的副本 {datetime.now().astimezone():%Y-%m-%d %H%M%S}{NATIVE_SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        save_native(window.document.report, path)
    except (OSError, Refusal):  # the sentence about the bug itself must still appear
        return None
    return path
