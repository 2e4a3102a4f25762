"""The report as JSON: what a native file holds and what `export --json` writes.

Unknown keys are kept when a file is read and written again. Cells are decimals in text,
"/" for not applicable, absent for blank; entries that are no number stand apart under
`unreadable`, so that other programs can rely on `cells`.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from models.cell_value import BLANK, CellValue, Unreadable, read_value
from models.form import CellName, Form
from models.report import Edit, Head, LastYear, Report

FORMAT = "gknb"
VERSION = 1


class ReportJsonError(Exception):
    """A value in the JSON that has no meaning; the text says which, in Chinese."""


def report_to_json(report: Report) -> dict[str, Any]:
    """Return the report's content, totals included, in the order of the form."""
    values = {name: report.value(name) for name in report.form.cells}
    content: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "form": report.form.key,
        "agency": report.head.agency,
        "year": report.head.year,
        "texts": {key: report.texts[key] for key in report.form.text_sections if key in report.texts},
        "cells": _readable(values),
        "remarks": {name: report.remarks[name] for name in values if name in report.remarks},
    }
    optional = {
        "unreadable": _unreadable(values),
        "stated_totals": {name: format(total, "f") for name, total in report.stated.items()},
        "from_last_year": sorted(report.from_last_year),
        "last_year": _last_year_to_json(report.last_year),
    }
    content |= {key: value for key, value in optional.items() if value}
    return content | {key: value for key, value in report.further.items() if key not in content}


def report_from_json(content: Mapping[str, Any], forms: Mapping[str, Form]) -> Report:
    """Return the report a JSON document holds; totals in it are recalculated, not believed.

    Raises:
        ReportJsonError: where the form is unknown or a value is of the wrong type.
    """
    form = forms.get(str(content.get("form")))
    if form is None:
        raise ReportJsonError(f"表格式“{content.get('form')}”不认识")
    known = set(form.typed_cells)
    entries = _cells(content, "cells", read_value) | _cells(content, "unreadable", Unreadable)
    remarks, texts = _texts(content, "remarks"), _texts(content, "texts")
    stated = {name: Decimal(str(value)) for name, value in _cells(content, "stated_totals", read_value).items()}
    marked = content.get("from_last_year", [])
    edit = Edit(
        cells={name: value for name, value in entries.items() if name in known},
        remarks={name: text for name, text in remarks.items() if name in form.cells},
        texts={key: text for key, text in texts.items() if key in form.text_sections},
        head=Head(_text(content, "agency"), _year(content)),
        stated={name: total for name, total in stated.items() if name in form.totals},
        still_last_years=frozenset(marked) & (known | {*form.text_sections}),
    )
    return Report.filled(form, edit, last_year=_last_year_from_json(content), further=_further(content, form))


_OWN_KEYS = frozenset(
    "format version form agency year texts cells remarks unreadable stated_totals from_last_year last_year".split()
)


def _further(content: Mapping[str, Any], form: Form) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key not in _OWN_KEYS}


def _readable(values: Mapping[CellName, CellValue]) -> dict[CellName, str]:
    return {name: str(v) for name, v in values.items() if v != BLANK and not isinstance(v, Unreadable)}


def _unreadable(values: Mapping[CellName, CellValue]) -> dict[CellName, str]:
    return {name: v.text for name, v in values.items() if isinstance(v, Unreadable)}


def _last_year_to_json(last_year: LastYear | None) -> dict[str, Any] | None:
    if last_year is None:
        return None
    return {
        "year": last_year.year,
        "cells": _readable(last_year.cells),
        "unreadable": _unreadable(last_year.cells),
        "texts": dict(last_year.texts),
    }


def _last_year_from_json(content: Mapping[str, Any]) -> LastYear | None:
    inner = content.get("last_year")
    if not isinstance(inner, dict):
        return None
    cells = _cells(inner, "cells", read_value) | _cells(inner, "unreadable", Unreadable)
    return LastYear(year=_year(inner), cells=cells, texts=_texts(inner, "texts"))


def _cells(content: Mapping[str, Any], key: str, read: Callable[[str], CellValue]) -> dict[CellName, CellValue]:
    return {name: read(text) for name, text in _texts(content, key).items()}


def _texts(content: Mapping[str, Any], key: str) -> dict[str, str]:
    value = content.get(key, {})
    if not isinstance(value, dict):
        raise ReportJsonError(f"“{key}”一项不是对照表")
    for name, text in value.items():
        if not isinstance(text, str):
            raise ReportJsonError(f"“{key}”中“{name}”的值不是文字")
    return value


def _text(content: Mapping[str, Any], key: str) -> str:
    value = content.get(key, "")
    if not isinstance(value, str):
        raise ReportJsonError(f"“{key}”一项不是文字")
    return value


def _year(content: Mapping[str, Any]) -> int | None:
    value = content.get("year")
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise ReportJsonError("“year”一项不是年份")
    return value
