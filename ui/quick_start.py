"""What lets a window come up sooner and go on without a stop."""

import builtins
import gc

_GARBAGE_THRESHOLD = 50_000
"""Objects between two searches for garbage; building a window makes a great many and next to no garbage."""


def quicken_start() -> None:
    """Search less for garbage, and keep the interpreter's own `import`; to be done before anything of Qt is loaded.

    PySide6 replaces it by one that reads the source text of each module loaded from then on, to learn whether the
    module might ask for `__feature__`; no module here does, and reading them took a twentieth of the start.
    """
    gc.set_threshold(_GARBAGE_THRESHOLD)
    own_import = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415 - only a window loads Qt

    builtins.__import__ = own_import


def keep_what_is_loaded() -> None:
    """Spare the searches for garbage what was loaded for the window and its checks: it stays, and delays keys by 50 ms.

    Once is enough: what comes later belongs to single reports.
    """
    if not gc.get_freeze_count():
        gc.freeze()
