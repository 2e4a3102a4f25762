"""Read thousands of damaged copies of reports: each is read or refused in a sentence, in time, never anything else.

usage: .venv/bin/python tests/try_mutations.py [COUNT] [SEED] [FILE ...] [--keep FOLDER] [--first NUMBER]

The mutation of a number is the same whichever others are tried: --first and a COUNT of 1 bring one back.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from exporters.excel import excel_bytes  # noqa: E402
from exporters.word import word_bytes  # noqa: E402
from importers.file_kind import FileKind, kind_of  # noqa: E402
from storage.native_file import load_native  # noqa: E402
from tests.generator.generate import Combination, generate  # noqa: E402
from tests.importers.pdf_writing import cells, pdf, ruled, text  # noqa: E402
from tests.mutations import OF_KIND, OF_OTHERS  # noqa: E402
from tests.reading_process import End, ReadingProcess  # noqa: E402

SAMPLE = ROOT / "resources" / "samples" / "sample-2024.gknb"

LONGEST = 5.0
"""Seconds of computing within which any file is read or refused."""
MOST_MEGABYTES = 500

_COUNT = 20_000
_OLD_OFFICE = frozenset({FileKind.OLD_WORD, FileKind.OLD_EXCEL, FileKind.OLD_OFFICE})
"""Kinds that LibreOffice converts; how long it takes is its own affair."""
_WEIGHTS = {FileKind.PDF: 3.0, **dict.fromkeys(_OLD_OFFICE, 0.2)}
_USUAL_WEIGHT = 6.0
"""How often a file is taken, by the time its kind takes: a PDF ten times that of a page, an old file forty times."""
_PATIENCE = {**dict.fromkeys(_OLD_OFFICE, 120.0)}
_USUAL_PATIENCE = 30.0
"""Seconds until the reading of a file counts as one that never ends."""
_RENEWED_EVERY = 500
"""Files after which another process goes on, so that none remembers too many."""
_NO_OFFICE = {"GKNB_LIBREOFFICE": "/nowhere/soffice"}
"""It would make something of any bytes, and take its time."""


@dataclass(frozen=True)
class Original:
    """A file that is damaged, and of what kind it is."""

    content: bytes
    kind: FileKind


@dataclass
class Trial:
    """How the damaged files ended.

    Attributes:
        ends: how many files of a kind ended how.
        failures: what is no proper end, with the number of the mutation.
        longest: by kind the seconds the longest reading took, and the number of that mutation.
        megabytes: the most memory a process took.
    """

    ends: Counter[tuple[str, str]] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    longest: dict[str, tuple[float, int]] = field(default_factory=dict)
    megabytes: int = 0

    def lines(self) -> list[str]:
        """Say it, a line for each kind."""
        kinds = sorted({kind for kind, _ in self.ends})
        said = [
            f"{kind}: {'，'.join(f'{end} {count}' for (each, end), count in sorted(self.ends.items()) if each == kind)}"
            f"，longest {self.longest[kind][0]:.2f} s ({self.longest[kind][1]})"
            for kind in kinds
        ]
        total = Counter[str]()
        for (_, end), count in self.ends.items():
            total[end] += count
        counted = "，".join(f"{end} {count}" for end, count in sorted(total.items()))
        return [*said, f"all: {counted}，failures {len(self.failures)}，most memory {self.megabytes} MB"]


def main(words: Sequence[str]) -> int:
    """Try so many mutations and say how each kind of file ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=_COUNT)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--keep", type=Path, help="folder for the files that failed")
    parser.add_argument("--first", type=int, default=0, help="number of the first mutation")
    chosen = parser.parse_args(words)
    originals = [original(path.read_bytes()) for path in chosen.files] or sample_files()
    numbers = range(chosen.first, chosen.first + chosen.count)
    trial = try_mutations(originals, numbers, chosen.seed, keep=chosen.keep, say=_say)
    print("\n".join([*trial.lines(), *trial.failures[:50]]))
    return 1 if trial.failures else 0


def original(content: bytes) -> Original:
    """Return a file to be damaged."""
    return Original(content, kind_of(content))


def sample_files() -> list[Original]:
    """Return reports in every format that is read without LibreOffice."""
    report = load_native(SAMPLE)
    drawn = ruled((80, 200, 300, 400), (200, 230, 260))
    page = (
        text(80, 60, "一、总体情况")
        + text(80, 100, "六、其他需要报告的事项")
        + drawn
        + cells((80, 200, 300, 400), (200, 230, 260), [["规章", "1", "2"]] * 2)
    )
    contents = [word_bytes(report), excel_bytes(report), pdf(page, page)]
    contents += [generate(Combination(container=each), 1).content for each in ("page html", "cell a line txt")]
    return [original(content) for content in contents]


def damaged(originals: Sequence[Original], seed: int, number: int) -> tuple[Original, str, bytes]:
    """Return the file that is damaged by the mutation of a number, the name of that, and what becomes of it."""
    chance = random.Random(f"{seed}/{number}")
    weights = [_WEIGHTS.get(each.kind, _USUAL_WEIGHT) for each in originals]
    chosen = chance.choices(originals, weights)[0]
    mutate = chance.choice(OF_KIND.get(chosen.kind, OF_OTHERS))
    return chosen, mutate.__name__, mutate(chosen.content, chance)


def try_mutations(
    originals: Sequence[Original],
    numbers: range,
    seed: int,
    *,
    keep: Path | None = None,
    say: Callable[[int, range, Trial], None] | None = None,
) -> Trial:
    """Read damaged files and note how they ended.

    Args:
        originals: the files to be damaged.
        numbers: the numbers of the mutations.
        seed: of all mutations.
        keep: where files that fail are kept.
        say: told now and then how far it is.
    """
    trial = Trial()
    with (
        tempfile.TemporaryDirectory() as folder,
        ReadingProcess(_NO_OFFICE) as process,
        ReadingProcess() as process_with_office,
    ):
        path = Path(folder) / "damaged"
        for done, number in enumerate(numbers, 1):
            file, name, content = damaged(originals, seed, number)
            path.write_bytes(content)
            reader = process_with_office if file.kind in _OLD_OFFICE else process
            end = reader.read(path, _PATIENCE.get(file.kind, _USUAL_PATIENCE))
            if _note(trial, file.kind, f"{number} {name}", number, end) and keep is not None:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{seed}-{number}.{file.kind.name.lower()}").write_bytes(content)
            if done % _RENEWED_EVERY == 0 or end.megabytes > MOST_MEGABYTES:
                reader.renew()
            if done % _RENEWED_EVERY == 0 and say is not None:
                say(done, numbers, trial)
    return trial


def _note(trial: Trial, kind: FileKind, name: str, number: int, end: End) -> bool:
    """Note an end and tell whether it is none a file may have."""
    is_slow = end.seconds > LONGEST and kind not in _OLD_OFFICE
    is_failure = not end.is_proper or is_slow or end.megabytes > MOST_MEGABYTES
    trial.ends[kind.name, end.how] += 1
    trial.longest[kind.name] = max(trial.longest.get(kind.name, (0.0, number)), (end.seconds, number))
    trial.megabytes = max(trial.megabytes, end.megabytes)
    if is_failure:
        said = end.said.strip().rpartition("\n")[2]
        trial.failures.append(f"{kind.name} {name}: {end.how}, {end.seconds:.1f} s, {end.megabytes} MB, {said}")
    return is_failure


def _say(done: int, numbers: range, trial: Trial) -> None:
    print(f"{time.strftime('%H:%M:%S')} {done}/{len(numbers)}，failures {len(trial.failures)}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
