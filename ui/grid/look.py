"""How one cell of the grid looks: computed when its figure changes, drawn many times."""

from dataclasses import dataclass
from enum import Enum, auto

from models.cell_value import Unreadable
from models.form import Cell, LabelCell
from models.report import Report
from ui.grid.marks import Side


class Ink(Enum):
    """What the colour of a figure says."""

    PLAIN = auto()
    UNTOUCHED = auto()
    """Taken over from last year and not touched since; also in italics."""
    ERROR = auto()
    """No number at all."""


class Ground(Enum):
    """What the ground of a cell says."""

    PLAIN = auto()
    LABEL = auto()
    DERIVED = auto()
    """A total; also in bold."""
    LEFT = auto()
    """On the first side of a broken relation; also marked ▲."""
    RIGHT = auto()
    """On its other side, also marked ◆; or contradicted by the text, also marked ≠."""


@dataclass(frozen=True, eq=False, repr=False)
class Look:
    """Everything a delegate needs to draw a cell."""

    text: str
    ground: Ground = Ground.PLAIN
    ink: Ink = Ink.PLAIN
    bold: bool = False
    mark: str = ""
    remark: bool = False
    beside: str = ""
    """Last year's figure, the change and its rate, where they are shown."""


def label_look(item: LabelCell) -> Look:
    """Return the look of a printed label."""
    return Look(item.label.text, Ground.LABEL)


def figure_look(report: Report, cell: Cell, mark: Side | None, beside: str = "") -> Look:
    """Return the look of a figure as it stands now."""
    derived = cell.name in report.totals
    return Look(
        text=str(report.value(cell.name)),
        ground=_ground(mark, derived=derived),
        ink=_ink(report, cell),
        bold=derived,
        mark=mark.value if mark else "",
        remark=bool(report.remark(cell.name)),
        beside=beside,
    )


def _ground(mark: Side | None, *, derived: bool) -> Ground:
    if mark is not None:
        return Ground.LEFT if mark is Side.LEFT else Ground.RIGHT
    return Ground.DERIVED if derived else Ground.PLAIN


def _ink(report: Report, cell: Cell) -> Ink:
    if isinstance(report.value(cell.name), Unreadable):
        return Ink.ERROR
    return Ink.UNTOUCHED if cell.name in report.from_last_year else Ink.PLAIN
