"""The words of the command line: a window, or a command of `ui.commands`; Qt is not loaded here.

It loads next to nothing itself, for most starts are a window's and wait for it.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from models.errors import InputRefusal, OutputRefusal, Refusal, RequestRefusal
from ui.console import end_output, never_fail_to_print, tell
from ui.error_messages import failure_sentence
from ui.exit_status import FAILED, UNREADABLE, UNWRITABLE, WRONG_WORDS

COMMAND_NAMES = ("new", "check", "export")

_STATUS: dict[type[Refusal], int] = {RequestRefusal: WRONG_WORDS, InputRefusal: UNREADABLE, OutputRefusal: UNWRITABLE}

OpenWindow = Callable[[Path | None], int]
"""Opens the editor, on a file if given, and returns the exit status when it is closed."""


def main(words: Sequence[str], open_window: OpenWindow) -> int:
    """Carry out what the words of the command line ask for and return the exit status.

    Args:
        words: the words after the program's name.
        open_window: opens the editor; called where the words name no command.
    """
    never_fail_to_print()
    try:
        if _want_window(words):
            _need_display()
            return open_window(Path(words[0]) if words else None)
        from ui.commands import carry_out  # noqa: PLC0415 - see above

        return carry_out(words)
    except Refusal as refusal:
        tell(str(refusal))
        return next(status for kind, status in _STATUS.items() if isinstance(refusal, kind))
    except Exception as error:  # noqa: BLE001 - a user never sees a traceback
        tell(failure_sentence(error))
        return FAILED
    finally:
        end_output()


def _want_window(words: Sequence[str]) -> bool:
    """Tell whether the words are no more than a file's name, if that."""
    return not words or (len(words) == 1 and bool(words[0]) and words[0][0] != "-" and words[0] not in COMMAND_NAMES)


def _need_display() -> None:
    known = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in known):
        raise RequestRefusal(f"这台机器没有图形显示，打不开窗口，可以改用命令 {'、'.join(COMMAND_NAMES)}")
