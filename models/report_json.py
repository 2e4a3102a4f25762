"""The report as JSON: what a native file holds and what `export --json` writes.

Cells are decimals in text, "/" for not applicable, absent for blank; entries that are no
number stand apart under `unreadable`, so that other programs can rely on `cells`.
Keys, cells and sections this version does not know are kept and written again.
"""

from collections.abc import Container, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from models.cell_value import BLANK, CellValue, Number, Unreadable, read_number, read_value
from models.dismissal import Dismissal
from models.finding import FindingKey
from models.form import CellName, Form
from models.live_figures import LiveFigure, LiveFigures
from models.report import Edit, Head, LastYear, Report

FORMAT = "gknb"
VERSION = 1

_LAST_POSSIBLE_YEAR = 9999


class ReportJsonError(Exception):
    """A value in the JSON that has no meaning; the text says which, in Chinese."""


# ── writing ─────────────────────────────────────────────────────────────


def report_to_json(report: Report) -> dict[str, Any]:
    """Return the report's content, totals included, in the order of the form."""
    form = report.form
    figures = {name: report.value(name) for name in form.cells}
    content: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "form": form.key,
        "agency": report.head.agency,
        "year": report.head.year,
        "texts": {key: report.texts[key] for key in form.text_sections if key in report.texts},
        "cells": _readable(figures),
        "remarks": {name: report.remarks[name] for name in form.cells if name in report.remarks},
    }
    optional = {
        "signed_on": report.head.signed_on.isoformat() if report.head.signed_on else "",
        "live_figures": {key: live_to_json(report.live[key]) for key in form.text_sections if key in report.live},
        "unreadable": _unreadable(figures),
        "stated_totals": {name: format(report.stated[name], "f") for name in form.cells if name in report.stated},
        "from_last_year": sorted(report.from_last_year),
        "confirmed": {key: sorted(report.confirmed[key]) for key in form.text_sections if key in report.confirmed},
        "dismissed": [_dismissal_to_json(each) for each in report.dismissed.values()],
        "last_year": _last_year_to_json(report.last_year),
    }
    return _with_further(content | {key: value for key, value in optional.items() if value}, report.further)


def _readable(figures: Mapping[CellName, CellValue]) -> dict[CellName, str]:
    return {name: str(v) for name, v in figures.items() if v != BLANK and not isinstance(v, Unreadable)}


def _unreadable(figures: Mapping[CellName, CellValue]) -> dict[CellName, str]:
    return {name: v.text for name, v in figures.items() if isinstance(v, Unreadable)}


def live_to_json(figures: LiveFigures) -> list[dict[str, Any]]:
    """Return live figures as lists and dictionaries; the clipboard takes them too."""
    return [
        {"start": each.start, "stop": each.stop, "cells": list(each.cells)}
        | ({"factor": each.factor} if each.factor != 1 else {})
        for each in figures
    ]


def _last_year_to_json(last_year: LastYear | None) -> dict[str, Any] | None:
    if last_year is None:
        return None
    content = {
        "year": last_year.year,
        "cells": _readable(last_year.cells),
        "unreadable": _unreadable(last_year.cells),
        "texts": dict(last_year.texts),
    }
    optional = {"form": last_year.form, "before": _last_year_to_json(last_year.before)}
    return content | {key: value for key, value in optional.items() if value}


def _dismissal_to_json(dismissal: Dismissal) -> dict[str, Any]:
    key = dismissal.finding
    return {
        "code": key.code,
        "cells": list(key.cells),
        "section": key.section,
        "words": key.words,
        "sentence": key.sentence,
        "nth": key.nth,
        "values": list(dismissal.values),
        "reason": dismissal.reason,
        "by": dismissal.by,
    }


def _with_further(content: dict[str, Any], further: Mapping[str, Any]) -> dict[str, Any]:
    """Return the content with what is kept from a file put back beside it, never over it."""
    merged = dict(content)
    for key, value in further.items():
        if key not in merged:
            merged[key] = value
        elif isinstance(merged[key], dict) and isinstance(value, dict):
            merged[key] = _with_further(merged[key], value)
    return merged


# ── reading ─────────────────────────────────────────────────────────────


def report_from_json(content: Mapping[str, Any], forms: Mapping[str, Form]) -> Report:
    """Return the report a JSON document holds; totals in it are recalculated, not believed.

    Raises:
        ReportJsonError: where the form is unknown or a value is of the wrong type.
    """
    form = _form(content, forms)
    figures = _figures(content, form)
    texts = _texts(content, "texts", form.text_sections)
    edit = Edit(
        cells={name: value for name, value in figures.items() if name not in form.totals},
        remarks=_texts(content, "remarks", form.cells),
        texts=texts,
        live=_live(content, texts),
        head=Head(_text(content, "agency"), _year(content), _signed_on(content)),
        stated=_stated(content, form),
        still_last_years=_marked(content),
        confirmed=_confirmed(content, texts),
        dismissed={each.finding: each for each in _dismissals(content)},
    )
    return Report.filled(form, edit, last_year=_last_year(content, form), further=_further(content, _own_keys(form)))


def _form(content: Mapping[str, Any], forms: Mapping[str, Form]) -> Form:
    key = _text(content, "form")
    if key not in forms:
        raise ReportJsonError(f"不认识“form”一项写的格式“{key}”" if key else "没有“form”一项，不知道是哪种格式")
    return forms[key]


def _figures(content: Mapping[str, Any], form: Form) -> dict[CellName, CellValue]:
    numbers = _known(content, "cells", form.cells)
    words = _texts(content, "unreadable", form.cells)
    figures = {name: _value(name, value, is_total=name in form.totals) for name, value in numbers.items()}
    figures |= {name: Unreadable(text) for name, text in words.items() if text.strip()}
    return {name: value for name, value in figures.items() if value != BLANK}


def _value(name: CellName, value: object, *, is_total: bool) -> CellValue:
    text = str(value) if type(value) is int else value  # a bool is an int to isinstance
    if not isinstance(text, str):  # a float is not exact
        raise ReportJsonError(f'“cells”中“{name}”的值应是写在引号里的数，例如 "96171.6"')
    total = read_number(text) if is_total else None  # a sum may have more digits than can be typed
    return read_value(text) if total is None else Number(total)


def _stated(content: Mapping[str, Any], form: Form) -> dict[CellName, Decimal]:
    stated = {}
    for name, text in _texts(content, "stated_totals", form.totals).items():
        total = read_number(text)
        if total is None:
            raise ReportJsonError(f"“stated_totals”中“{name}”的值不是数")
        stated[name] = total
    return stated


def _marked(content: Mapping[str, Any]) -> frozenset[str]:
    marked = content.get("from_last_year", [])
    if not _is_list_of_texts(marked):
        raise ReportJsonError("“from_last_year”一项不是名称的列表")
    return frozenset(marked)


def _confirmed(content: Mapping[str, Any], sections: Container[str]) -> dict[str, frozenset[str]]:
    known = _known(content, "confirmed", sections)
    for section, clauses in known.items():
        if not _is_list_of_texts(clauses):
            raise ReportJsonError(f"“confirmed”中“{section}”的值不是文字的列表")
    return {section: frozenset(clauses) for section, clauses in known.items()}


def _live(content: Mapping[str, Any], sections: Container[str]) -> dict[str, LiveFigures]:
    """Return the live figures of each text; those that cannot be are left to the report, which knows its texts."""
    known = _known(content, "live_figures", sections)
    return {section: live_from_json(figures) for section, figures in known.items()}


def live_from_json(figures: object) -> LiveFigures:
    """Return live figures from lists and dictionaries.

    Raises:
        ReportJsonError: where they are something else.
    """
    return tuple(map(_live_figure, _listed(figures, "live_figures")))


def _live_figure(content: Mapping[str, Any]) -> LiveFigure:
    places = [content.get("start"), content.get("stop"), content.get("factor", 1)]
    cells = content.get("cells", [])
    if not all(type(each) is int and each >= 0 for each in places) or not _is_list_of_texts(cells):
        raise ReportJsonError("“live_figures”中有一项的位置不是整数，或单元格不是名称的列表")
    start, stop, factor = places
    return LiveFigure(start, stop, tuple(cells), factor)


def _listed(value: object, key: str) -> list[Mapping[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise ReportJsonError(f"“{key}”一项不是列表")
    return value


def _dismissals(content: Mapping[str, Any]) -> Iterator[Dismissal]:
    for each in _listed(content.get("dismissed", []), "dismissed"):
        section = each.get("section")
        lists = [each.get(key, []) for key in ("cells", "values")]
        if not all(map(_is_list_of_texts, lists)) or not isinstance(section, str | None):
            raise ReportJsonError("“dismissed”中有一项的值不是文字")
        nth = each.get("nth", 0)
        if type(nth) is not int or nth < 0:
            raise ReportJsonError("“dismissed”中有一项的次序不是整数")
        words, sentence = _text(each, "words"), _text(each, "sentence")
        key = FindingKey(_text(each, "code"), tuple(lists[0]), section, words, sentence, nth)
        yield Dismissal(key, tuple(lists[1]), _text(each, "reason"), _text(each, "by"))


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _last_year(content: Mapping[str, Any], form: Form, key: str = "last_year") -> LastYear | None:
    inner = content.get(key)
    if inner is None:
        return None
    if not isinstance(inner, dict):
        raise ReportJsonError(f"“{key}”一项不是对照表")
    try:
        figures, texts = _figures(inner, form), _texts(inner, "texts", form.text_sections)
        before = _last_year(inner, form, "before") if key == "last_year" else None  # nothing further back is known
        return LastYear(_year(inner), figures, texts, _text(inner, "form"), before)
    except ReportJsonError as error:
        raise ReportJsonError(f"“{key}”里的{error}") from error


def _known(content: Mapping[str, Any], key: str, names: Container[str]) -> dict[str, Any]:
    value = content.get(key, {})
    if not isinstance(value, dict):
        raise ReportJsonError(f"“{key}”一项不是对照表")
    return {name: inner for name, inner in value.items() if name in names}


def _texts(content: Mapping[str, Any], key: str, names: Container[str]) -> dict[str, str]:
    known = _known(content, key, names)
    for name, text in known.items():
        if not isinstance(text, str):
            raise ReportJsonError(f"“{key}”中“{name}”的值不是文字")
    return known


def _text(content: Mapping[str, Any], key: str) -> str:
    value = content.get(key, "")
    if not isinstance(value, str):
        raise ReportJsonError(f"“{key}”一项不是文字")
    return value


def _year(content: Mapping[str, Any]) -> int | None:
    value = content.get("year")
    if value is not None and (type(value) is not int or not 0 < value <= _LAST_POSSIBLE_YEAR):
        raise ReportJsonError("“year”一项不是年份")
    return value


def _signed_on(content: Mapping[str, Any]) -> date | None:
    text = _text(content, "signed_on")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ReportJsonError(f"“signed_on”一项“{text}”不是日期") from error


# ── what this version does not know ─────────────────────────────────────


def _own_keys(form: Form) -> dict[str, Any]:
    figures = {name: dict.fromkeys(form.cells) for name in ("cells", "unreadable")}
    figures["texts"] = dict.fromkeys(form.text_sections)
    confirmed = {key: dict.fromkeys(form.text_sections) for key in ("confirmed", "live_figures")}
    relations = {"remarks": dict.fromkeys(form.cells), "stated_totals": dict.fromkeys(form.totals)}
    plain = dict.fromkeys(["format", "version", "form", "agency", "year", "signed_on", "from_last_year", "dismissed"])
    before = {"year": None, "form": None} | figures
    return plain | figures | relations | confirmed | {"last_year": before | {"before": before}}


def _further(content: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a document holds beyond the keys of our own, which may have keys inside."""
    further = {key: value for key, value in content.items() if key not in own}
    for key, inner in own.items():
        value = content.get(key)
        if inner is not None and isinstance(value, dict) and (rest := _further(value, inner)):
            further[key] = rest
    return further
