"""Keeps None, True, False and NotImplemented alive under bindings that do not count their references.

PySide6 6.12 is compiled for interpreters whose constants are immortal (CPython 3.12 and newer) and returns
them without counting the reference; its wheels install on CPython 3.11 too, where the count then falls with
every call until the interpreter aborts with "deallocating None". PySide6 6.8 to 6.11 count correctly.
"""

import ctypes
import sys

_IMMORTAL_SINCE = (3, 12)
_COUNT = 1 << 40
"""More calls than a process makes in a year."""


def guard_constants() -> None:
    """Raise the reference counts of the constants so far that no sequence of calls can bring them to zero."""
    if sys.version_info < _IMMORTAL_SINCE:
        for constant in (None, True, False, NotImplemented):
            # the count is the first field of every object of a release build of CPython
            ctypes.c_ssize_t.from_address(id(constant)).value += _COUNT
