"""The guided tour as data: its steps, what each points to, and when it is done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from models.cell_value import BLANK, CellValue, Number, read_value
from models.finding import Finding
from models.form import CellName
from models.report import Edit, Report
from models.toml_source import TomlSource
from storage.native_file import load_native
from ui.manual import MANUAL_FOLDER

TOUR_FILE = MANUAL_FOLDER / "tour.toml"
SAMPLE = Path(__file__).parent.parent / "resources" / "samples" / "sample-2024.gknb"


@dataclass(frozen=True)
class TourStep:
    """One step; it is done when all that it asks for holds, and by going on where it asks for nothing.

    Args:
        title: what it is about.
        text: what to do, with commands named as in the manual.
        section: the section it points to.
        cell: the cell it points to.
        typed: the values that cells must have.
        filled: the table in which no cell may be blank.
        solved: codes of checks that must find nothing.
        other_agency: the sample's agency, where the report must have another one.
    """

    title: str
    text: str
    section: str
    cell: CellName = ""
    typed: Mapping[CellName, str] | None = None
    filled: str = ""
    solved: tuple[str, ...] = ()
    other_agency: str = ""

    @property
    def asks_nothing(self) -> bool:
        """Whether it is only to be read."""
        return not (self.typed or self.filled or self.solved or self.other_agency)


@dataclass(frozen=True)
class Tour:
    """The tour.

    Args:
        steps: its steps.
        cells: what is changed in the figures of the sample, so that there is something to do; empty is blank.
        replaced: what is changed in its texts: by section, words and the words that take their place.
    """

    steps: tuple[TourStep, ...]
    cells: Mapping[CellName, str]
    replaced: Mapping[str, tuple[str, str]]

    def begun_report(self) -> Report:
        """Return the sample as the tour begins with it."""
        report = load_native(SAMPLE)
        texts = {section: report.text(section).replace(old, new) for section, (old, new) in self.replaced.items()}
        report.apply(Edit(cells={name: _value(text) for name, text in self.cells.items()}, texts=texts))
        return report

    def done_steps(self, report: Report, findings: Iterable[Finding]) -> frozenset[int]:
        """Return the numbers of the steps that ask for something the report fulfils now."""
        found = {finding.code for finding in findings}
        return frozenset(
            number
            for number, step in enumerate(self.steps)
            if not step.asks_nothing and self._is_done(step, report, found)
        )

    @staticmethod
    def _is_done(step: TourStep, report: Report, found: set[str]) -> bool:
        table = report.form.table(step.filled).typed_cells if step.filled else ()
        return (
            all(report.value(name) == read_value(text) for name, text in (step.typed or {}).items())
            and not any(report.value(name) is BLANK for name in table)
            and found.isdisjoint(step.solved)
            and report.head.agency not in ("", step.other_agency)
        )


def read_tour() -> Tour:
    """Return the tour that ships with the program.

    Raises:
        DeclarationError: with all problems of its file.
    """
    source = TomlSource.open(TOUR_FILE)
    tour = Tour(
        steps=tuple(_step(each) for each in source.tables("steps", required=True)),
        cells=source.mapping("cells"),
        replaced={section: (old, new) for section, (old, new) in source.lists("replaced").items()},
    )
    source.close()
    source.raise_problems(TOUR_FILE.name)
    return tour


def _step(source: TomlSource) -> TourStep:
    step = TourStep(
        title=source.text("title"),
        text=source.text("text"),
        section=source.text("section"),
        cell=source.text("cell", ""),
        typed=source.mapping("typed"),
        filled=source.text("filled", ""),
        solved=source.texts("solved"),
        other_agency=source.text("other_agency", ""),
    )
    source.close()
    return step


def _value(text: str) -> CellValue:
    value = read_value(text) if text else BLANK
    assert value is BLANK or isinstance(value, Number)
    return value
