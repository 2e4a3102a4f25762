"""What a generated document says and what a reader has to make of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random

from importers.blocks import Block
from models.form import CellKind, CellName, Form


@dataclass(frozen=True)
class Written:
    """How a figure is written: its text, the entry it stands for, and a word of the sentence that tells of a doubt."""

    text: str
    entry: str
    doubt: str = ""


@dataclass
class Draft:
    """A document while it is put together, and what is expected of reading it.

    Attributes:
        rng: the one source of chance.
        form: the form it is written in.
        figures: the true figures, totals included.
        written: how each figure is written.
        blocks: its paragraphs and grids in reading order.
        agency: expected agency.
        year: expected year.
        signed_on: expected date of the signature.
        texts: expected lines by section.
        doubts: words that the remarks must contain; without any there must be no remark at all.
        unplaced: texts of the paragraphs that must be left over.
    """

    rng: Random
    form: Form
    figures: Mapping[CellName, Decimal]
    written: dict[CellName, Written] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    agency: str = ""
    year: int | None = None
    signed_on: date | None = None
    texts: dict[str, list[str]] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)

    @property
    def cells(self) -> dict[CellName, str]:
        """The entries expected of the typed cells that are not blank."""
        return {name: each.entry for name, each in self.written.items() if each.entry and name not in self.form.totals}

    def forget(self, name: CellName) -> None:
        """Expect a figure to be blank because the document leaves it out."""
        self.written[name] = Written("", "")


def random_figures(form: Form, rng: Random) -> dict[CellName, Decimal]:
    """Return figures of any size for the typed cells of a form."""
    return {name: _figure(form.cells[name].kind, rng) for name in form.typed_cells}


def _figure(kind: CellKind, rng: Random) -> Decimal:
    size = rng.choice((0, 0, 9, 99, 999, 99999))
    if kind is CellKind.AMOUNT:
        return Decimal(rng.randint(0, size * 10**4)).scaleb(-4).normalize() + 0
    return Decimal(rng.randint(-size if kind is CellKind.CHANGE else 0, size))
