"""Random figures of a whole report whose tables balance, for filling the corpus."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from random import Random

from models.form import CellName
from models.form_file import current_form
from tests.models.statements.corpus import FIGURES, Entry, typed_cells_of

_COLUMNS = ("natural_person", "commercial", "research", "public_welfare", "legal_service", "other")
_DRAWS = 6
_PLACES = 4
_BASE = ("received", "carried_in", "carried_out")

Figures = Mapping[str, Decimal]


@dataclass(frozen=True)
class Profile:
    """How large an office is: the greatest numbers, and how many cells are 0."""

    natural: int
    organisations: int
    disputes: int
    decisions: int
    zeros: float


PROFILES = {
    "large": Profile(natural=900, organisations=60, disputes=120, decisions=90_000, zeros=0.0),
    "middling": Profile(natural=40, organisations=6, disputes=15, decisions=700, zeros=0.3),
    "small": Profile(natural=9, organisations=2, disputes=3, decisions=12, zeros=0.6),
    "hardly any": Profile(natural=4, organisations=1, disputes=1, decisions=3, zeros=0.9),
}
"""In the figures of a large office next to no two are the same, so that a wrong subject shows."""


def cells_for(entry: Entry, profile: str, seed: int) -> dict[CellName, Decimal]:
    """Return typed cells under which what the entry says in words is true."""
    only = tuple(sorted(entry.only.items()))
    return dict(_cells(profile, seed, entry.zero, only, entry.applicants))


def figures_of(cells: Mapping[CellName, Decimal]) -> Figures:
    """Return what every placeholder stands for."""
    return {name: sum((cells[cell] for cell in typed_cells_of(name) if cell in cells), Decimal(0)) for name in FIGURES}


@cache
def _cells(
    profile: str, seed: int, zero: tuple[str, ...], only: tuple[tuple[str, str], ...], applicants: tuple[str, ...]
) -> dict[CellName, Decimal]:
    rng = Random(f"{profile} {seed} {zero} {only} {applicants}")
    empty = _emptied(zero, only, applicants)
    draws = [_drawn(PROFILES[profile], empty, rng) for _ in range(_DRAWS)]
    return min(draws, key=_coincidences)


def _emptied(
    zero: tuple[str, ...], only: tuple[tuple[str, str], ...], applicants: tuple[str, ...]
) -> frozenset[CellName]:
    cells = {cell for name in zero for cell in typed_cells_of(name)}
    for whole, part in only:
        cells |= typed_cells_of(whole) - typed_cells_of(part)
    if applicants:
        requests = (name for name in current_form().typed_cells if name.startswith("requests/"))
        cells |= {name for name in requests if name.rpartition("/")[2] not in applicants}
    return frozenset(cells)


def _drawn(profile: Profile, empty: frozenset[CellName], rng: Random) -> dict[CellName, Decimal]:
    cells = {name: _drawn_value(name, profile, rng) for name in current_form().typed_cells}
    cells |= dict.fromkeys(empty, Decimal(0))
    for column in _COLUMNS:
        _balance(cells, column)
    return cells


def _drawn_value(name: CellName, profile: Profile, rng: Random) -> Decimal:
    if rng.random() < profile.zeros:
        return Decimal(0)
    table, _, column = name.split("/")
    if column == "amount":
        return Decimal(rng.randint(1, profile.decisions)).scaleb(-rng.randint(0, _PLACES))
    if table == "requests":
        return Decimal(rng.randint(1, profile.natural if column == "natural_person" else profile.organisations))
    if table == "review_litigation":
        return Decimal(rng.randint(1, profile.disputes))
    return Decimal(rng.randint(1, profile.decisions if column == "decisions" else profile.natural))


def _balance(cells: dict[CellName, Decimal], column: str) -> None:
    """Derive what was received; more cannot have come from last year than was handled."""
    received, carried_in, carried_out = (f"requests/{row}/{column}" for row in _BASE)
    ends = {received, carried_in, carried_out}
    processed = sum(
        cells[name] for name in typed_cells_of("processed") if name.endswith(f"/{column}") and name not in ends
    )
    cells[carried_in] = min(cells[carried_in], processed + cells[carried_out])
    cells[received] = processed + cells[carried_out] - cells[carried_in]


def _coincidences(cells: Mapping[CellName, Decimal]) -> int:
    counts = Counter(value for value in figures_of(cells).values() if value)
    return sum(count - 1 for count in counts.values())
