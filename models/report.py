"""One year's report: what the clerk entered, the totals that follow, and edits that can be undone."""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from models.cell_value import BLANK, Blank, CellValue, Number, clean_remark, number_of
from models.dismissal import Dismissal
from models.finding import FindingKey
from models.form import CellName, Form
from models.live_figures import LiveFigures, carried_along, followed, sound
from models.text_change import change_between
from models.texts import clean_line, clean_text
from models.totals import totals_of, typed_cells_in

_Content = TypeVar("_Content", str, LiveFigures)


@dataclass(frozen=True)
class Head:
    """Whose report it is, of which year, and the day on its signature (成文日期); None until somebody knows it."""

    agency: str = ""
    year: int | None = None
    signed_on: date | None = None

    @property
    def is_complete(self) -> bool:
        """Whether agency and year are known."""
        return bool(self.agency) and self.year is not None


@dataclass(frozen=True)
class LastYear:
    """Last year's report as far as this year's needs it: figures (totals too) and texts."""

    year: int | None = None
    cells: Mapping[CellName, CellValue] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    form: str = ""
    """Key of the older form it was written in; empty where that is this year's form."""
    before: "LastYear | None" = None
    """The figures of the year before it, where its own file knew them; nothing further back."""

    def __bool__(self) -> bool:
        """Tell whether anything of it is known."""
        return bool(self.year or self.cells or self.texts)


@dataclass(frozen=True)
class Edit:
    """A step the clerk can undo: new contents of any number of cells, remarks and texts.

    Args:
        label: what the undo menu calls it, in Chinese.
        cells: new values of typed cells; BLANK empties a cell.
        remarks: new remarks; an empty text removes one.
        texts: new texts by section key.
        live: for sections of `texts`, the figures of the new text that follow the tables; a section without an
            entry keeps those that the change leaves whole.
        head: new agency and year.
        stated: totals a file states against its own figures; None forgets one.
        still_last_years: those of the cells and sections named above that this edit leaves
            marked as taken over from last year; the others count as touched.
        confirmed: for sections of `texts` that stay marked, the clauses the clerk has confirmed as they stand;
            a section without an entry keeps those it has.
        dismissed: findings dismissed as true, with the reason; None lets one be shown again.
        last_year: last year's report for comparison; an empty one takes it away.
    """

    label: str = ""
    cells: Mapping[CellName, CellValue] = field(default_factory=dict)
    remarks: Mapping[CellName, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    live: Mapping[str, LiveFigures] = field(default_factory=dict)
    head: Head | None = None
    stated: Mapping[CellName, Decimal | None] = field(default_factory=dict)
    still_last_years: frozenset[str] = frozenset()
    confirmed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    dismissed: Mapping[FindingKey, Dismissal | None] = field(default_factory=dict)
    last_year: LastYear | None = None

    @property
    def names(self) -> frozenset[str]:
        """Every cell and section the edit speaks of."""
        return frozenset([*self.cells, *self.remarks, *self.texts, *self.stated])


@dataclass(frozen=True)
class Change:
    """What an edit changed, totals included, and the edit that takes it back."""

    cells: frozenset[CellName]
    sections: frozenset[str]
    head: bool
    inverse: Edit
    dismissed: bool = False
    last_year: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything changed at all."""
        return bool(self.cells or self.sections or self.head or self.dismissed or self.last_year)


class Report:
    """A report under work. Read its parts freely; change it through `apply` alone.

    Attributes:
        form: the statutory form it is written in.
        head: agency and year.
        cells: values of the typed cells; a blank cell is absent.
        remarks: remarks by cell.
        texts: running text by section key, paragraphs one a line; an empty text is absent.
        live: of those texts, the figures that follow the tables, current after every edit.
        stated: totals as a file stated them where its own figures give another sum.
        totals: derived figures, current after every edit; a blank, "/" or unreadable term adds 0.
        from_last_year: cells and sections taken over from last year and not touched since.
        confirmed: of those sections, the clauses that the clerk has confirmed as they stand.
        dismissed: findings the clerk has dismissed as true; `checks.dismissals` tells which still hold.
        last_year: last year's figures and texts for comparison, where known.
        headings: sections by key with their titles as the file that was read had them, in its order; no title where
            it stood in one paragraph with the text, no sections where the report was read from no such file.
        further: content of a file that this program has no use for but keeps.
    """

    def __init__(
        self,
        form: Form,
        *,
        last_year: LastYear | None = None,
        further: Mapping[str, Any] | None = None,
    ) -> None:
        """Start an empty report."""
        self.form = form
        self.head = Head()
        self.cells: dict[CellName, CellValue] = {}
        self.remarks: dict[CellName, str] = {}
        self.texts: dict[str, str] = {}
        self.live: dict[str, LiveFigures] = {}
        self.stated: dict[CellName, Decimal] = {}
        self.from_last_year: set[str] = set()
        self.confirmed: dict[str, frozenset[str]] = {}
        self.dismissed: dict[FindingKey, Dismissal] = {}
        self.last_year = last_year
        self.headings: tuple[tuple[str, str], ...] = ()
        self.further = dict(further or {})
        self.totals = totals_of(form, self.cells)

    @classmethod
    def filled(
        cls,
        form: Form,
        content: Edit,
        *,
        last_year: LastYear | None = None,
        further: Mapping[str, Any] | None = None,
    ) -> "Report":
        """Return a report that holds the content of one edit."""
        report = cls(form, last_year=last_year, further=further)
        report.apply(content)
        return report

    def copy(self) -> "Report":
        """Return a report of its own with the same content, for work beside this one."""
        twin = copy(self)
        vars(twin).update({name: part.copy() for name, part in vars(self).items() if isinstance(part, dict | set)})
        return twin

    def value(self, name: CellName) -> CellValue:
        """Return what stands in a cell: entered or, for a total, derived."""
        total = self.totals.get(name)
        return self.cells.get(name, BLANK) if total is None else Number(total)

    def known_value(self, name: CellName) -> CellValue:
        """Return what stands in a cell; a total of nothing but blanks is blank itself."""
        is_known = any(each in self.cells for each in typed_cells_in(self.form, name))
        return self.value(name) if is_known else BLANK

    def number(self, name: CellName) -> Decimal:
        """Return the amount a cell adds to a sum; blanks and "/" count as 0."""
        return number_of(self.value(name))

    def text(self, section: str) -> str:
        """Return a section's text, empty where nothing is written."""
        return self.texts.get(section, "")

    def live_in(self, section: str) -> LiveFigures:
        """Return the figures of a section's text that follow the tables."""
        return self.live.get(section, ())

    def remark(self, name: CellName) -> str:
        """Return a cell's remark, empty where there is none."""
        return self.remarks.get(name, "")

    @property
    def title_lines(self) -> tuple[str, ...]:
        """The title broken by sense: the agency where it is known, then the year and kind of document."""
        return tuple(line for line in (self.head.agency, self.form.title_for(self.head.year)) if line)

    @property
    def filled_count(self) -> int:
        """Number of typed cells that are not blank."""
        return len(self.cells)

    def apply(self, edit: Edit) -> Change:
        """Carry out an edit and return what changed.

        Raises:
            KeyError: where it names a cell or section the form does not have, or types into a total;
                the report is then as it was.
        """
        self._check_names(edit)
        inverse = self._inverse(edit)
        before = self.totals
        touched = self._touch(edit)
        cells = {name for name, value in edit.cells.items() if self._put(name, value)}
        self.totals = totals_of(self.form, self.cells)
        cells |= {name for name, total in self.totals.items() if str(total) != str(before[name])}
        cells |= {name for name, text in edit.remarks.items() if _put(self.remarks, name, clean_remark(text))}
        cells |= {name for name, total in edit.stated.items() if self._state(name, total)}
        sections = {key for key, text in edit.texts.items() if self._write(key, text, edit.live.get(key))}
        sections |= {key for key in self.live.keys() - edit.texts.keys() if cells and self._follow(key)}
        sections |= {key for key in edit.texts if self._confirm(key, edit.confirmed.get(key))}
        texts = frozenset(self.form.text_sections)
        return Change(
            cells=frozenset(cells | (touched - texts)),
            sections=frozenset(sections | (touched & texts)),
            head=self._put_head(edit.head),
            inverse=inverse,
            dismissed=self._dismiss(edit.dismissed),
            last_year=self._attach(edit.last_year),
        )

    def _check_names(self, edit: Edit) -> None:
        cells, totals = self.form.cells.keys(), self.form.totals
        unknown = (
            (edit.cells.keys() - cells)
            | (edit.cells.keys() & totals)
            | (edit.remarks.keys() - cells)
            | (edit.stated.keys() - totals)
            | (edit.texts.keys() - {*self.form.text_sections})
            | ((edit.confirmed.keys() | edit.live.keys()) - edit.texts.keys())
        )
        if unknown:
            raise KeyError(*sorted(unknown))

    def _inverse(self, edit: Edit) -> Edit:
        return Edit(
            label=edit.label,
            cells={name: self.cells.get(name, BLANK) for name in edit.cells},
            remarks={name: self.remark(name) for name in edit.remarks},
            texts={key: self.text(key) for key in edit.texts},
            live={key: self.live_in(key) for key in edit.texts},
            head=None if edit.head is None else self.head,
            stated={name: self.stated.get(name) for name in edit.stated},
            still_last_years=edit.names & self.from_last_year,
            confirmed={key: self.confirmed.get(key, frozenset()) for key in edit.texts},
            dismissed={key: self.dismissed.get(key) for key in edit.dismissed},
            last_year=None if edit.last_year is None else (self.last_year or LastYear()),
        )

    def _touch(self, edit: Edit) -> set[str]:
        before = set(self.from_last_year)
        self.from_last_year -= edit.names
        self.from_last_year |= edit.still_last_years & edit.names
        return before ^ self.from_last_year

    def _confirm(self, section: str, clauses: frozenset[str] | None) -> bool:
        before = self.confirmed.pop(section, frozenset())
        after = before if clauses is None else clauses
        if after and section in self.from_last_year:
            self.confirmed[section] = after
        return self.confirmed.get(section, frozenset()) != before

    def _put(self, name: CellName, value: CellValue) -> bool:
        before = self.cells.pop(name, BLANK)
        if not isinstance(value, Blank):
            self.cells[name] = value
        return type(before) is not type(value) or str(before) != str(value)

    def _write(self, section: str, text: str, live: LiveFigures | None) -> bool:
        before = self.text(section), self.live_in(section)
        clean = clean_text(text)
        live = carried_to(self, section, clean) if live is None else carried_along(live, change_between(text, clean))
        _put(self.texts, section, clean)
        _put(self.live, section, sound(live, clean, self.form.cells))
        self._follow(section)
        return before != (self.text(section), self.live_in(section))

    def _follow(self, section: str) -> bool:
        """Let the live figures of a text show what their cells hold; tell whether that is news."""
        before = self.text(section)
        text, live = followed(before, self.live_in(section), self.known_value)
        _put(self.texts, section, text)
        _put(self.live, section, live)
        return text != before

    def _state(self, name: CellName, total: Decimal | None) -> bool:
        before = self.stated.pop(name, None)
        if total is not None:
            self.stated[name] = total
        return str(before) != str(total)

    def _dismiss(self, dismissed: Mapping[FindingKey, Dismissal | None]) -> bool:
        before = dict(self.dismissed)
        self.dismissed |= {key: each for key, each in dismissed.items() if each is not None}
        for key in [key for key, each in dismissed.items() if each is None]:
            self.dismissed.pop(key, None)
        return self.dismissed != before

    def _attach(self, last_year: LastYear | None) -> bool:
        before = self.last_year
        if last_year is not None:
            self.last_year = last_year or None
        return self.last_year != before

    def _put_head(self, head: Head | None) -> bool:
        before = self.head
        if head is not None:
            self.head = replace(head, agency=clean_line(head.agency))
        return self.head != before


def carried_to(report: Report, section: str, text: str) -> LiveFigures:
    """Return the live figures of a section's text as they stand in another text that it becomes."""
    return carried_along(report.live_in(section), change_between(report.text(section), text))


def _put(contents: dict[str, _Content], key: str, content: _Content) -> bool:
    """Put something into a dictionary that holds nothing empty; tell whether that is news."""
    before = contents.pop(key, None)
    if content:
        contents[key] = content
    return before != (content or None)


def figures_of(report: Report, names: Iterable[CellName]) -> dict[CellName, CellValue]:
    """Return the values of those cells that are not blank."""
    values = ((name, report.value(name)) for name in names)
    return {name: value for name, value in values if not isinstance(value, Blank)}
