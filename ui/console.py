"""What a command writes to the terminal: results to standard output, refusals to standard error."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from models.errors import OutputRefusal


def never_fail_to_print() -> None:
    """Make a terminal whose encoding lacks a character show its code instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(lines: Iterable[str]) -> None:
    """Print each text on one line of standard output; behind a pipe that is closed, nobody wants the rest.

    Raises:
        OutputRefusal: where it cannot be written, as on a full disk.
    """
    with _standard_output():
        for line in lines:
            print(in_one_line(line))
        print(end="", flush=True)


def put_out(content: bytes) -> None:
    """Write bytes to standard output as they are, whatever the terminal's encoding.

    Raises:
        OutputRefusal: as in `say`.
    """
    with _standard_output():
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def end_output() -> None:
    """Write out what still waits for standard output, as a help text does; drop it where that cannot be."""
    if sys.stdout is not None:  # a window without a terminal has none
        with suppress(OutputRefusal), _standard_output():
            sys.stdout.flush()


def tell(line: str) -> None:
    """Print a refusal or a note on one line of standard error."""
    print(in_one_line(line), file=sys.stderr)


def in_one_line(text: str) -> str:
    """Return a text without line breaks; file names and quotes may have some."""
    return " ".join(text.splitlines())


@contextmanager
def _standard_output() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # what waits in the buffer would fail once more when Python ends, with a traceback
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # `| head` has seen enough
            return
        raise OutputRefusal("结果没有写全：标准输出写不进去，请检查磁盘空间，或者直接写到文件") from error
