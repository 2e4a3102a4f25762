"""Random edits, and everything of a report that an edit can change, to the last digit."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from models.cell_value import BLANK, CellValue, Number, Unreadable
from models.dismissal import Dismissal
from models.finding import FindingKey
from models.form import CellKind, CellName, Form
from models.live_figures import LiveFigure
from models.report import Edit, Head, LastYear, Report
from tests.strategies import remarks, values

_FIVE = (Decimal(5), Decimal("5.00"))
"""The same amount in two texts, which must stay apart."""

_FINDINGS = (FindingKey("blank", ("a/b/c",), None, ""), FindingKey("wording", (), "overview", "的的"))

_USUAL: list[CellValue] = [BLANK, Unreadable("约5"), *map(Number, _FIVE)]


def edits(form: Form) -> st.SearchStrategy[Edit]:
    """Return edits of a few cells, remarks, texts and stated totals that often meet the same ones."""
    typed = st.sampled_from(form.typed_cells[:6] + form.typed_cells[-4:])
    total = st.sampled_from(sorted(form.totals)[-6:])
    contents = st.builds(
        Edit,
        cells=st.dictionaries(typed, st.sampled_from(_USUAL) | values(CellKind.AMOUNT), max_size=4),
        remarks=st.dictionaries(typed | total, remarks() | st.just(""), max_size=2),
        texts=st.dictionaries(
            st.sampled_from(form.text_sections), st.sampled_from(["", "一段", "改过", "共5", "共5又50"]), max_size=2
        ),
        head=st.none() | st.builds(Head, st.sampled_from(["", "某某县"]), st.sampled_from([None, 2024])),
        stated=st.dictionaries(total, st.sampled_from([None, Decimal(0), *_FIVE]), max_size=2),
        still_last_years=st.frozensets(typed | st.sampled_from(form.text_sections), max_size=4),
        dismissed=st.fixed_dictionaries({}, optional={key: st.none() | _dismissals(key) for key in _FINDINGS}),
        last_year=st.sampled_from([None, LastYear(), LastYear(2023, texts={form.text_sections[0]: "一段"})]),
    )
    linking = contents.flatmap(lambda edit: _linking(edit, typed | total))
    return st.one_of(contents, contents.flatmap(_confirming), contents.map(_without_marks), linking)


def _dismissals(key: FindingKey) -> st.SearchStrategy[Dismissal]:
    return st.builds(Dismissal, st.just(key), st.just(("5|",)), st.sampled_from(["属实", "另有口径"]), st.just("张三"))


def snapshot(report: Report) -> dict[str, Any]:
    """Return all that an edit can change, figures as they are printed."""
    return {
        "head": report.head,
        "cells": {name: (type(value), str(value)) for name, value in report.cells.items()},
        "totals": {name: str(total) for name, total in report.totals.items()},
        "remarks": dict(report.remarks),
        "texts": dict(report.texts),
        "live": dict(report.live),
        "stated": {name: str(total) for name, total in report.stated.items()},
        "from_last_year": set(report.from_last_year),
        "confirmed": dict(report.confirmed),
        "dismissed": dict(report.dismissed),
        "last_year": report.last_year,
    }


def cell_in(shot: dict[str, Any], name: CellName) -> tuple[object, ...]:
    """Return all that a snapshot says of one cell."""
    parts = [shot[key].get(name) for key in ("cells", "totals", "remarks", "stated")]
    return (*parts, name in shot["from_last_year"])


def _confirming(edit: Edit) -> st.SearchStrategy[Edit]:
    """Return the edit with clauses of some of its sections confirmed, the sections still marked."""
    clauses = st.frozensets(st.sampled_from(["一段", "改过"]))
    marks = edit.still_last_years | edit.texts.keys()
    return st.fixed_dictionaries({}, optional=dict.fromkeys(edit.texts, clauses)).map(
        lambda chosen: replace(edit, confirmed=chosen, still_last_years=marks)
    )


def _linking(edit: Edit, cells: st.SearchStrategy[CellName]) -> st.SearchStrategy[Edit]:
    """Return the edit with live figures in some of its texts, some of them where none can be."""
    names = st.lists(cells, min_size=1, max_size=2).map(tuple)
    figure = st.builds(LiveFigure, st.integers(0, 2), st.integers(1, 3), names, st.sampled_from([1, 10_000]))
    figures = st.lists(figure, max_size=3).map(tuple)
    return st.fixed_dictionaries({}, optional=dict.fromkeys(edit.texts, figures)).map(
        lambda chosen: replace(edit, live=chosen)
    )


def _without_marks(edit: Edit) -> Edit:
    return Edit(cells=edit.cells, texts=edit.texts, head=edit.head)
