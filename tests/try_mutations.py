"""Read thousands of damaged copies of a report: each is read or refused in a sentence, never anything else.

usage: .venv/bin/python tests/try_mutations.py [COUNT] [SEED] [FILE ...]
"""

import io
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from exporters.excel import excel_bytes  # noqa: E402
from exporters.word import word_bytes  # noqa: E402
from importers.reader import read_report  # noqa: E402
from models.errors import InputRefusal  # noqa: E402
from storage.native_file import load_native, native_bytes  # noqa: E402

SAMPLE = ROOT / "resources" / "samples" / "sample-2024.gknb"

LONGEST = 5.0
"""Seconds within which any file is read or refused."""

_COUNT = 20_000

Mutation = Callable[[bytes, random.Random], bytes]


def main(words: Sequence[str]) -> int:
    """Try so many mutations and say how each kind of file ended."""
    count = int(words[0]) if words else _COUNT
    seed = int(words[1]) if len(words) > 1 else 1
    contents = [Path(word).read_bytes() for word in words[2:]] or sample_files()
    ends, failures = try_mutations(contents, count, seed)
    print("，".join(f"{end} {number}" for end, number in sorted(ends.items())))
    for failure in failures[:20]:
        print(failure)
    return 1 if failures else 0


def sample_files() -> list[bytes]:
    """Return the sample report in the formats the program writes."""
    report = load_native(SAMPLE)
    return [word_bytes(report), excel_bytes(report), native_bytes(report)]


def try_mutations(contents: Sequence[bytes], count: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Read `count` damaged files; return how they ended, and what is no proper end."""
    chance = random.Random(seed)
    ends: Counter[str] = Counter()
    failures: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "damaged"
        for number in range(count):
            mutate = chance.choice(MUTATIONS)
            path.write_bytes(mutate(chance.choice(contents), chance))
            start = time.perf_counter()
            end = _end_of(path)
            if end not in {"read", "refused"} or time.perf_counter() - start > LONGEST:
                failures.append(f"{number} {mutate.__name__}: {end}, {time.perf_counter() - start:.1f} s")
            ends[end] += 1
    return ends, failures


def _end_of(path: Path) -> str:
    try:
        read_report(path)
    except InputRefusal:
        return "refused"
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return f"{type(error).__name__}: {error}"
    return "read"


def flip_bytes(content: bytes, chance: random.Random) -> bytes:
    """Change a few bytes."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def cut_out(content: bytes, chance: random.Random) -> bytes:
    """Leave out a part, the end more often than not."""
    start = chance.randrange(len(content))
    stop = len(content) if chance.random() < 0.5 else min(len(content), start + chance.randint(1, 400))
    return content[:start] + content[stop:]


def double(content: bytes, chance: random.Random) -> bytes:
    """Repeat a part."""
    start = chance.randrange(len(content))
    return content[: start + chance.randint(1, 2000)] + content[start:]


def damage_entry(content: bytes, chance: random.Random) -> bytes:
    """Damage one part of an archive before it is packed again."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return flip_bytes(content, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        victim, lost = chance.choice(names), chance.random() < 0.2
        for name in names:
            part = old.read(name)
            if name != victim:
                new.writestr(name, part)
            elif not lost:
                new.writestr(name, chance.choice((flip_bytes, cut_out, double, drop_elements))(part or b" ", chance))
    return out.getvalue()


def drop_elements(content: bytes, chance: random.Random) -> bytes:
    """Take tags out of XML, or repeat some, so that it stays text but says something else."""
    tags = content.split(b"<")
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(tags))
        tags[place : place + chance.randint(0, 2)] = [tags[place]] * chance.randint(1, 3)
    return b"<".join(tags)


MUTATIONS: tuple[Mutation, ...] = (flip_bytes, cut_out, double, damage_entry, damage_entry, damage_entry)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
