"""Read files in another process, which is measured, and which is ended where a file makes it hang.

The other process is this module run as a script: a path comes in, a line of JSON goes out.
"""

import contextlib
import json
import os
import re
import resource
import select
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parent.parent
READ, REFUSED, HUNG, DIED = "read", "refused", "hung", "died"

_MOST_MEMORY = 4 * 2**30
"""Bytes of address space; a file that takes more must not take the machine along."""
_KILOBYTES_IN_MEGABYTE = 2**10


@dataclass(frozen=True, slots=True)
class End:
    """How the reading of a file ended.

    Args:
        how: read, refused, hung, died, or the name of what was raised.
        said: the sentence of the refusal, or where and what was raised.
        seconds: computing time it took, of the process that read and of those it started.
        megabytes: the most memory that process held until then.
    """

    how: str
    said: str = ""
    seconds: float = 0.0
    megabytes: int = 0

    @property
    def is_proper(self) -> bool:
        """Tell whether the file was read or refused."""
        return self.how in {READ, REFUSED}


class ReadingProcess:
    """A process that reads one file after the other."""

    def __init__(self, environment: Mapping[str, str] | None = None, *, is_fresh: bool = False) -> None:
        """Start it.

        Args:
            environment: variables it has besides those of this process.
            is_fresh: whether each file is read as if it were the first, so that its memory is told from the others'.
        """
        self._words = [sys.executable, __file__, *(["fresh"] if is_fresh else [])]
        self._environment = {**os.environ, **(environment or {})}
        self._process = self._started()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def read(self, path: Path, most_seconds: float) -> End:
        """Read a file; where that takes longer, the process is ended and another takes its place."""
        pipe_in, pipe_out = self._process.stdin, self._process.stdout
        assert pipe_in is not None
        assert pipe_out is not None
        pipe_in.write(f"{path}\n")
        pipe_in.flush()
        begun = time.monotonic()
        is_told, _, _ = select.select([pipe_out], [], [], most_seconds)
        line = pipe_out.readline() if is_told else ""
        if line:
            return End(**json.loads(line))
        self.renew()
        return End(DIED if is_told else HUNG, seconds=time.monotonic() - begun)

    def renew(self) -> None:
        """Go on in a new process, which remembers nothing."""
        self._end()
        self._process = self._started()

    def _started(self) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            self._words,
            cwd=ROOT,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def _end(self) -> None:
        """End the process and all that it started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        with self._process:
            pass


def main() -> None:
    """Read the files whose paths come in."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    sys.path.insert(0, str(ROOT))
    import importers.reader  # noqa: F401, PLC0415 - the time this takes is no file's

    for line in sys.stdin:
        path = Path(line.rstrip("\n"))
        end = _end_in_child(path) if sys.argv[1:] else _end_of(path)
        print(json.dumps(asdict(end)), flush=True)  # noqa: T201 - that is how it answers


def _end_in_child(path: Path) -> End:
    told, tells = os.pipe()
    child = os.fork()
    if not child:
        os.write(tells, json.dumps(asdict(_end_of(path))).encode())
        os._exit(0)
    os.close(tells)
    with os.fdopen(told) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return End(**json.loads(said)) if said else End(DIED)


def _end_of(path: Path) -> End:
    begun = _computing_time()
    how, said = _reading(path)
    return End(how, said, _computing_time() - begun, _most_memory())


def _reading(path: Path) -> tuple[str, str]:
    from importers.reader import read_report  # noqa: PLC0415 - only the other process needs it
    from models.errors import InputRefusal  # noqa: PLC0415

    try:
        read_report(path)
    except InputRefusal as refusal:
        return REFUSED, str(refusal)
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return type(error).__name__, traceback.format_exc()[-2000:]
    return READ, ""


def _computing_time() -> float:
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def _most_memory() -> int:
    """Return the most megabytes this process held; what the system adds up includes the one that started it."""
    found = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    assert found is not None
    return int(found[1]) // _KILOBYTES_IN_MEGABYTE


if __name__ == "__main__":
    main()
