"""What a TOML file holds, kept beside it once it was parsed, as Python keeps byte code.

Parsing a form takes longer than building a window's menus, and the files change with the program only.
"""

import contextlib
import marshal
import os
import sys
import zlib
from pathlib import Path
from typing import Any


def parsed_toml(path: Path) -> dict[str, Any]:
    """Return the tables of a TOML file that ships with the program.

    Raises:
        OSError: where it cannot be read.
        tomllib.TOMLDecodeError, UnicodeDecodeError: where it is no TOML.
    """
    source = path.read_bytes()
    stamp = f"{len(source)} {zlib.crc32(source)}"
    kept = path.parent / "__pycache__" / f"{path.name}.{sys.implementation.cache_tag}"
    values = _values_kept(kept, stamp)
    if values is None:
        values = loaded_toml(source)
        if not sys.dont_write_bytecode:
            _keep(kept, stamp, values)
    return values


def loaded_toml(source: bytes) -> dict[str, Any]:
    """Return the tables of a TOML document.

    Raises:
        tomllib.TOMLDecodeError, UnicodeDecodeError: where it is none.
    """
    import tomllib  # noqa: PLC0415 - most starts find their files parsed

    return tomllib.loads(source.decode("utf-8-sig").replace("\r\n", "\n"))


def _values_kept(kept: Path, stamp: str) -> dict[str, Any] | None:
    """Return what was kept of the very same source; None where nothing was."""
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        kept_stamp, values = marshal.loads(kept.read_bytes())  # noqa: S302 - written by us, as byte code is
        if kept_stamp == stamp and isinstance(values, dict):
            return values
    return None


def _keep(kept: Path, stamp: str, values: dict[str, Any]) -> None:
    """Keep what was parsed; a folder that may not be written, or a date in the file, is no harm."""
    with contextlib.suppress(OSError, ValueError):
        content = marshal.dumps((stamp, values))
        kept.parent.mkdir(exist_ok=True)
        unfinished = kept.with_name(f"{kept.name}.{os.getpid()}")
        unfinished.write_bytes(content)
        unfinished.replace(kept)
