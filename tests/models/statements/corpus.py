"""The corpus: sentences as clerks write them, with the figures of the tables left open.

An entry of `corpus/*.toml` is a sentence or a few paragraphs of one section:

    id          unique over all files
    text        `{received}` is a figure of the tables, `{received:hanzi}` one in another way of writing
                (`numbers.STYLES`), `{received?}` one that may be passed over but must not be called wrong;
                `{year}`, `{last_year}` and `{next_year}` are years; any other number is no figure of the tables
    section     where it stands; the overview if it does not say
    agency      whose report it is
    zero        figures that are 0 where the sentence is true: 无结转
    only        figure = the part of it that is all of it: 均为结果维持
    applicants  the only columns of applicants with requests: 均为自然人
    denies      words that deny something of which the tables have some in a report without zeros; no other words do
    scoped      whether it holds figures of another circle, 备案 or 代区政府受理, which may be reported as scoped
    note        what the entry is there for
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from models.form_file import current_form

FOLDER = Path(__file__).parent / "corpus"
FILES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
AGENCY = "云台县人民政府"
YEARS = {"last_year": -1, "year": 0, "next_year": 1}

PLACEHOLDER = re.compile(r"\{(?P<name>\w+)(?::(?P<style>\w+))?(?P<optional>\?)?\}")

_ORGANISATIONS = {
    "commercial": "commercial",
    "research": "research",
    "public_welfare": "public_welfare",
    "legal_service": "legal_service",
    "other_organisations": "other",
}
_ROWS = {
    "received": ("received",),
    "carried_in": ("carried_in",),
    "received_all": ("received", "carried_in"),
    "processed": ("processed",),
    "carried_out": ("carried_out",),
    "granted": ("granted",),
    "partly": ("partly_granted",),
    "granted_or_partly": ("granted", "partly_granted"),
}
_GROUPS = {
    "refused": (
        "refused",
        (
            "state_secret",
            "prohibited_by_law",
            "security_and_stability",
            "third_party_rights",
            "internal_affairs",
            "process_information",
            "enforcement_file",
            "administrative_query",
        ),
    ),
    "unavailable": ("unavailable", ("not_held", "needs_creation", "still_unclear")),
    "not_processed": ("not_processed", ("petition", "repeated", "publication", "excessive", "confirmation")),
    "other_handling": ("other", ("not_corrected", "fee_unpaid", "rest")),
}
"""Groups of results: name, first part of their rows, the rows."""

_TOLD_APART = ("natural", "organisations", "commercial", "legal_service")
_ROWS_TOLD_APART = (
    "carried_in",
    "processed",
    "carried_out",
    "granted",
    "partly",
    "refused",
    "unavailable",
    "not_processed",
    "other_handling",
)
"""Results that texts give for one kind of applicants."""

_RESULTS = ("upheld", "corrected", "other", "pending")
_DISPUTES = {
    "review": ("review",),
    "direct": ("direct_suit",),
    "later": ("suit_after_review",),
    "suit": ("direct_suit", "suit_after_review"),
    "disputes": ("review", "direct_suit", "suit_after_review"),
}
_COUNTED_DISPUTES = {
    "reviews": "review",
    "direct_suits": "direct",
    "later_suits": "later",
    "suits": "suit",
    "disputes": "disputes",
}


def _requests(rows: tuple[str, ...], *columns: str) -> tuple[str, ...]:
    return tuple(f"requests/{row}/{column}" for row in rows for column in columns)


def _proactive() -> dict[str, tuple[str, ...]]:
    figures: dict[str, tuple[str, ...]] = {
        f"{name}_{column}": (f"proactive/{row}/{column}",)
        for name, row in (("regulations", "regulations"), ("documents", "normative_documents"))
        for column in ("issued", "repealed", "in_force")
    }
    figures |= {row: (f"proactive/{row}/decisions",) for row in ("licences", "penalties", "coercion")}
    return figures | {"fees": ("proactive/fees/amount",)}


def _handling() -> dict[str, tuple[str, ...]]:
    figures = {name: _requests(rows, "total") for name, rows in _ROWS.items()}
    for name, (prefix, leaves) in _GROUPS.items():
        rows = {leaf: f"{prefix}.{leaf}" for leaf in leaves}
        figures[name] = _requests(tuple(rows.values()), "total")
        figures |= {"other_rest" if leaf == "rest" else leaf: _requests((row,), "total") for leaf, row in rows.items()}
    return figures


def _applicants() -> dict[str, tuple[str, ...]]:
    columns: dict[str, tuple[str, ...]] = {name: (column,) for name, column in _ORGANISATIONS.items()}
    columns |= {"natural": ("natural_person",), "organisations": tuple(_ORGANISATIONS.values())}
    taken = {"": ("received",), "_all": ("received", "carried_in")}
    counted = {name + end: _requests(rows, *own) for name, own in columns.items() for end, rows in taken.items()}
    return counted | {
        f"{name}_{row}": _crossed(_handling()[row], columns[name]) for name in _TOLD_APART for row in _ROWS_TOLD_APART
    }


def _crossed(totals: tuple[str, ...], columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{total.removesuffix('/total')}/{column}" for total in totals for column in columns)


def _disputes() -> dict[str, tuple[str, ...]]:
    def cells(kind: str, column: str) -> tuple[str, ...]:
        return tuple(f"review_litigation/{row}/{column}" for row in _DISPUTES[kind])

    results = {f"{kind}_{result}": cells(kind, result) for kind in _DISPUTES for result in _RESULTS}
    return results | {name: cells(kind, "total") for name, kind in _COUNTED_DISPUTES.items()}


FIGURES: Mapping[str, tuple[str, ...]] = _proactive() | _handling() | _applicants() | _disputes()
"""The cells whose sum each placeholder is."""


@dataclass(frozen=True)
class Entry:
    """One entry of the corpus; the module tells what its parts mean."""

    id: str
    text: str
    section: str = "overview"
    agency: str = AGENCY
    zero: tuple[str, ...] = ()
    only: Mapping[str, str] = field(default_factory=dict)
    applicants: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    scoped: bool = False
    note: str = ""

    @property
    def placeholders(self) -> tuple[re.Match[str], ...]:
        """The open figures, years left out."""
        return tuple(match for match in PLACEHOLDER.finditer(self.text) if match["name"] not in YEARS)


@cache
def entries_of(file: str | Path) -> tuple[Entry, ...]:
    """Return the entries of a file of the corpus, named by its stem, or of any other file."""
    path = Path(file) if str(file).endswith(".toml") else FOLDER / f"{file}.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))["entries"]
    return tuple(_entry(each) for each in raw)


def _entry(raw: Mapping[str, Any]) -> Entry:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
    return Entry(**values)


@cache
def typed_cells_of(figure: str) -> frozenset[str]:
    """Return the cells a clerk types that a figure is the sum of."""
    sums = current_form().sums
    open_cells, typed = list(FIGURES[figure]), set()
    while open_cells:
        cell = open_cells.pop()
        if cell in sums:
            open_cells += [term.cell for term in sums[cell].terms]
        else:
            typed.add(cell)
    return frozenset(typed)
