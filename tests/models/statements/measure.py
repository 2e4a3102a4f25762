"""Measure the recognition of figures in running text against a file of the corpus.

usage: .venv/bin/python -m tests.models.statements.measure [FILE ...]      (run from the project's root)

FILE is a file of the corpus, named by its stem or path; all of them if none is given. From each entry come clean
texts, filled from random reports: each figure must be found and agree, each denial that the tables refute must be
told, and nothing else may be called wrong. Then one figure at a time is written wrong: it must be reported.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Protocol

from models.cell_value import CellValue, Number
from models.form import CellName
from models.form_file import current_form
from models.report import Edit, Head, Report
from models.statements import find_statements
from models.statements.claims import find_refuted_claims
from tests.models.statements.corpus import FILES, PLACEHOLDER, YEARS, Entry, entries_of
from tests.models.statements.numbers import INEXACT, STYLES
from tests.models.statements.random_figures import PROFILES, Figures, cells_for, figures_of


class Told(Protocol):
    """What the measure looks at of a statement."""

    @property
    def section(self) -> str: ...
    @property
    def figure_start(self) -> int: ...
    @property
    def figure_stop(self) -> int: ...
    @property
    def stated(self) -> Decimal: ...
    @property
    def computed(self) -> Decimal: ...
    @property
    def basis(self) -> str: ...
    @property
    def agrees(self) -> bool: ...
    @property
    def is_scoped(self) -> bool: ...


class Refuted(Protocol):
    """What the measure looks at of a denial that the tables refute."""

    @property
    def section(self) -> str: ...
    @property
    def quote(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def name(self) -> str: ...


Finder = Callable[[Report], Sequence[Told]]
Refuter = Callable[[Report], Iterable[Refuted]]


def refuting_nothing(_: Report) -> Iterable[Refuted]:
    """Pass every denial."""
    return ()


_YEARS = (2021, 2022, 2023, 2024, 2025)
_SEEDS = 4
"""Reports of each profile; an entry is filled from one of them."""
_LEAST_ROUGH = 100
"""Nobody writes 7余件."""


@dataclass(frozen=True)
class Slot:
    """A figure written into a text."""

    name: str
    written: str
    start: int
    stop: int
    value: Decimal
    is_required: bool

    def holds(self, statement: Told) -> bool:
        """Whether the statement speaks of this place."""
        return statement.figure_start < self.stop and self.start < statement.figure_stop


@dataclass(frozen=True)
class Filled:
    """An entry filled from a report, and where its figures stand."""

    entry: Entry
    report: Report
    slots: tuple[Slot, ...]
    figures: Figures

    @property
    def text(self) -> str:
        """The text of the entry's section."""
        return self.report.text(self.entry.section)


@dataclass
class Measure:
    """What came of all entries of a file; the failures are sentences that begin with the entry's id."""

    required: int = 0
    mutated: int = 0
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    unreported: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    """Right figures that are called wrong because another one is."""

    @property
    def recall(self) -> float:
        """The share of figures found where all are right."""
        return 1 - len(self.missed) / max(1, self.required)

    @property
    def reported(self) -> float:
        """The share of wrong figures reported."""
        return 1 - len(self.unreported) / max(1, self.mutated)


def measure(entries: Iterable[Entry], find: Finder, refute: Refuter = refuting_nothing) -> Measure:
    """Try each entry with every profile, and each of its figures written wrong."""
    result = Measure()
    for number, entry in enumerate(entries):
        for profile in PROFILES:
            filled = fill(entry, profile, number)
            if filled is not None:
                _try_clean(filled, find, result)
                _try_denials(filled, refute, result, all_told=profile == "large")
                _try_mutated(filled, find, result, every=profile == "large")
    return result


def fill(entry: Entry, profile: str, number: int) -> Filled | None:
    """Fill an entry from a random report, the same for the same number; none where it would read oddly."""
    cells = cells_for(entry, profile, number % _SEEDS)
    figures = figures_of(cells)
    if any(match["style"] in INEXACT and figures[match["name"]] < _LEAST_ROUGH for match in entry.placeholders):
        return None
    head = Head(entry.agency, _YEARS[number % len(_YEARS)])
    return _filled(entry, {name: Number(value) for name, value in cells.items()}, head, figures)


def with_a_wrong_figure(filled: Filled, wrong: int) -> Filled:
    """Return the same report with one figure of the text written wrong."""
    return _filled(filled.entry, filled.report.cells, filled.report.head, filled.figures, wrong)


def _filled(
    entry: Entry, cells: Mapping[CellName, CellValue], head: Head, figures: Figures, wrong: int | None = None
) -> Filled:
    text, slots = _written(entry, figures, head.year or 0, wrong)
    content = Edit(cells=cells, texts={entry.section: text}, head=head)
    return Filled(entry, Report.filled(current_form(), content), tuple(slots), figures)


def _written(entry: Entry, figures: Figures, year: int, wrong: int | None) -> tuple[str, list[Slot]]:
    text, end, slots = "", 0, list[Slot]()
    for match in PLACEHOLDER.finditer(entry.text):
        text += entry.text[end : match.start()]
        end, name, style = match.end(), match["name"], match["style"] or "plain"
        if name in YEARS:
            text += str(year + YEARS[name])
            continue
        value = figures[name]
        if len(slots) == wrong:
            value = mutated_value(value, figures, Random(f"{entry.id} {wrong}"))
        written = STYLES[style](value)
        is_required = not match["optional"] and style not in INEXACT
        slots.append(Slot(name, written, len(text), len(text) + len(written), value, is_required))
        text += written
    return text + entry.text[end:], slots


def mutated_value(value: Decimal, figures: Figures, rng: Random) -> Decimal:
    """Return a number that is like the figure, but neither close enough to pass for it nor a figure of the report."""
    far = max(5, int(value) // 3)
    taken = set(figures.values())
    while True:
        candidate = max(Decimal(0), value + rng.randint(-far, far))
        if candidate not in taken and (value < _LEAST_ROUGH or abs(candidate - value) * 50 > value):
            return candidate
        far += 1


def _try_clean(filled: Filled, find: Finder, result: Measure) -> None:
    statements = [each for each in find(filled.report) if each.section == filled.entry.section]
    required = [slot for slot in filled.slots if slot.is_required]
    found = [slot for slot in required if any(_tells(each, slot) and each.agrees for each in statements)]
    result.required += len(required)
    result.missed += [_sentence(filled, slot) for slot in required if slot not in found]
    result.alarms += [_alarm(filled, each) for each in _wrong(filled.entry, statements)]


def _try_denials(filled: Filled, refute: Refuter, result: Measure, *, all_told: bool) -> None:
    refuted = [each for each in refute(filled.report) if each.section == filled.entry.section]
    places = {words: filled.text.index(words) for words in filled.entry.denies}
    told = {words for words, start in places.items() for each in refuted if _overlaps(each, start, len(words))}
    if all_told:
        result.required += len(places)
        result.missed += [f"{filled.entry.id}: {words}" for words in places if words not in told]
    result.alarms += [
        f"{filled.entry.id}: {each.quote} denies {each.name}"
        for each in refuted
        if not any(_overlaps(each, start, len(words)) for words, start in places.items())
    ]


def _overlaps(refuted: Refuted, start: int, length: int) -> bool:
    return refuted.start < start + length and start < refuted.start + len(refuted.quote)


def _try_mutated(filled: Filled, find: Finder, result: Measure, *, every: bool) -> None:
    numbers = [number for number, slot in enumerate(filled.slots) if slot.is_required]
    chosen = numbers if every else Random(filled.text).sample(numbers, min(1, len(numbers)))
    for number in chosen:
        mutated = with_a_wrong_figure(filled, number)
        slot = mutated.slots[number]
        statements = find(mutated.report)
        result.mutated += 1
        if not any(_tells(each, slot) and not each.agrees for each in statements):
            result.unreported.append(_sentence(mutated, slot))
        result.beside += [_alarm(mutated, each) for each in _wrong(filled.entry, statements) if not slot.holds(each)]


def _tells(statement: Told, slot: Slot) -> bool:
    return slot.holds(statement) and statement.stated == slot.value


def _wrong(entry: Entry, statements: Iterable[Told]) -> Iterator[Told]:
    """Yield what is called wrong; where an entry has figures of another circle, only what is not scoped."""
    return (each for each in statements if not each.agrees and not (entry.scoped and each.is_scoped))


def _sentence(filled: Filled, slot: Slot) -> str:
    around = filled.text[max(0, slot.start - 14) : slot.stop + 8].replace("\n", "⏎")
    return f"{filled.entry.id}: {slot.name} {slot.value:f} in …{around}…"


def _alarm(filled: Filled, statement: Told) -> str:
    quote = filled.text[max(0, statement.figure_start - 14) : statement.figure_stop + 8].replace("\n", "⏎")
    return f"{filled.entry.id}: {statement.basis} {statement.computed:f} said of …{quote}…"


def summary(name: str, result: Measure) -> str:
    """Return the failures and the ratios, a line each."""
    kinds = {"missed": result.missed, "false alarm": result.alarms, "not reported": result.unreported}
    kinds["called wrong beside a wrong one"] = result.beside
    lines = [f"{kind}: {failure}" for kind, failures in kinds.items() for failure in failures]
    ratios = (
        f"recall {result.recall:.2%} of {result.required}, false alarms {len(result.alarms)}, "
        f"wrong figures reported {result.reported:.2%} of {result.mutated}, beside them {len(result.beside)}"
    )
    return "\n".join([*lines, f"{name}: {ratios}"])


def main(words: Sequence[str]) -> int:
    """Measure the files named and print what failed."""
    failed = False
    for name in words or FILES:
        result = measure(entries_of(name), find_statements, find_refuted_claims)
        sys.stdout.write(summary(Path(name).stem, result) + "\n")
        failed |= bool(result.missed or result.alarms or result.unreported)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
