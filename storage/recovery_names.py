"""Where recovery copies are, and what they are called; loaded at each start, so no more than that.

The number of a copy stands before the name of its file: after it, the second copy of “年报.gknb” and the first one of
“年报~1.gknb” would have one name.
"""

import os
import zlib
from collections.abc import Iterator
from pathlib import Path

_START, _GAP = ".~", "~"
_UNSAVED = "unsaved.gknb"


def copy_name(number: int, end: str) -> str:
    """Return the name of a copy, from its number and the end that `copy_places` tells."""
    return f"{_START}{number}{_GAP}{end}"


def copy_places(of: Path | None, folder: Path) -> Iterator[tuple[Path, str]]:
    """Return the folders where copies may be, the best first, with how the names of copies end there.

    Args:
        of: the clerk's file, None for a report that was never saved.
        folder: where copies are that cannot stand beside their file.
    """
    if of is None:
        yield folder, _UNSAVED
    else:
        real = Path(os.path.realpath(of))
        yield real.parent, real.name
        yield folder, f"{_digest(real)}.gknb"


def copies_found(of: Path | None, folder: Path) -> Iterator[Path]:
    """Return all copies of a file there are, whoever writes them; arguments as of `copy_places`."""
    for place, end in copy_places(of, folder):
        for name in _listed(place):
            number = name.removeprefix(_START).partition(_GAP)[0]
            if number.isdecimal() and name == copy_name(int(number), end):
                yield place / name


def _listed(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are enough, in folders with thousands of files
    except OSError:
        return []


def _digest(path: Path) -> str:
    """Return a short name for a path; hashlib would load OpenSSL, which is felt at the start."""
    name = os.fsencode(path)
    return f"{zlib.crc32(name):08x}{zlib.adler32(name):08x}"
