"""Reports for tests: figures by their cell names as they are typed."""

from collections.abc import Mapping
from pathlib import Path

from models.cell_value import read_entry
from models.form import Form
from models.form_file import current_form, read_form
from models.report import Edit, Head, Report
from models.texts import paragraphs

SPECIMENS = Path(__file__).parent / "specimens"

BALANCED = {
    "requests/received/natural_person": "5",
    "requests/received/commercial": "1",
    "requests/granted/commercial": "1",
    "requests/partly_granted/natural_person": "1",
    "requests/refused.third_party_rights/natural_person": "1",
    "requests/unavailable.not_held/natural_person": "2",
    "requests/not_processed.petition/natural_person": "1",
}
"""Figures of a real report whose 表三 balances; every other cell of it is 0."""


def a_report(
    cells: Mapping[str, str] | None = None,
    *,
    texts: Mapping[str, str] | None = None,
    agency: str = "某某市人民政府",
    year: int | None = 2024,
    form: Form | None = None,
) -> Report:
    """Return a report with these entries, each written as a clerk types it: "22（其中修订16件）"."""
    entries = {name: read_entry(text) for name, text in (cells or {}).items()}
    content = Edit(
        cells={name: entry.value for name, entry in entries.items()},
        remarks={name: entry.remark for name, entry in entries.items() if entry.remark},
        texts=dict(texts or {}),
        head=Head(agency, year),
    )
    return Report.filled(form or current_form(), content)


def a_full_report(cells: Mapping[str, str] | None = None, **others: object) -> Report:
    """Return a report without a blank cell: the balanced figures, 0 elsewhere, then `cells` on top."""
    zeros = dict.fromkeys(current_form().typed_cells, "0")
    return a_report(zeros | BALANCED | dict(cells or {}), **others)  # type: ignore[arg-type]


def third_form() -> Form:
    """Return a small invented form that no line of the program knows."""
    return read_form(SPECIMENS / "third-form.toml")


def content_of(report: Report) -> dict[str, object]:
    """Return all a clerk entered, for comparing two reports; texts paragraph by paragraph."""
    return {
        "form": report.form.key,
        "agency": report.head.agency,
        "year": report.head.year,
        "cells": {name: str(value) for name, value in report.cells.items()},
        "totals": {name: str(value) for name, value in report.totals.items()},
        "remarks": dict(report.remarks),
        "texts": {key: paragraphs(text) for key, text in report.texts.items()},
    }
