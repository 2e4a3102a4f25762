"""Limits on time and memory for work that knows none of its own: it is interrupted from outside."""

import ctypes
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

MOST_SECONDS = 4.0
MOST_BLOCKS = 4_000_000
"""Small objects the work may hold at a time; a report of a hundred pages takes a quarter of them."""

_LOOK_EVERY = 0.02
_AGAIN_AFTER = 0.25
"""Seconds the work has to end in after an interruption."""
_STEPS = 1000

Result = TypeVar("Result")


class LimitsExceededError(Exception):
    """The work took too long or too much memory."""


class _InterruptionError(BaseException):
    """Raised in the working thread; not an Exception, which libraries catch and go on."""


def within_limits(work: Callable[[], Result]) -> Result:
    """Do some work and return its result.

    pdfminer can be led into loops of billions of steps in a dozen places, none of which offers a hook;
    a process of its own, which could be killed, would take longer to start than a report to read.

    Args:
        work: pure Python; a single long call into C is not interrupted.

    Raises:
        LimitsExceededError: where it takes longer than `MOST_SECONDS` or more than `MOST_BLOCKS`.
    """
    try:
        with _Watch():
            return work()
    except _InterruptionError as error:
        raise LimitsExceededError from error


def interrupt(thread: int, error: type[BaseException]) -> None:
    """Raise an error in another thread at its next step in Python; in a callback of the collector it is lost."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))


class _Watch:
    """A thread that looks at the clock and the memory, and interrupts the thread that started it until it ends.

    Once is not enough: where it lands in a callback of the collector or a finalizer, it is only reported and lost.
    """

    def __init__(self) -> None:
        self._watched = threading.get_ident()
        self._finished = threading.Event()
        self._has_interrupted = False
        self._deadline = time.monotonic() + MOST_SECONDS
        self._most_blocks = sys.getallocatedblocks() + MOST_BLOCKS
        self._thread = threading.Thread(target=self._look, name="pdf-watch", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._finished.set()
        self._thread.join()
        if self._has_interrupted:
            # The last one may be on its way as the work ends; it arrives within these steps, not after them. Taking it
            # back instead leaves the interpreter of CPython 3.11 looking for it for ever, and hanging under a tracer.
            for _ in range(_STEPS):
                pass

    def _look(self) -> None:
        while not self._finished.wait(_LOOK_EVERY):
            if time.monotonic() > self._deadline or sys.getallocatedblocks() > self._most_blocks:
                self._has_interrupted = True
                interrupt(self._watched, _InterruptionError)
                self._finished.wait(_AGAIN_AFTER)
