"""What is published or pasted and then read again is the same report."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.web_page import clipboard_html, web_page_bytes
from importers.blocks import Block, Paragraph
from importers.reader import ReadReport, read_report
from models.form import Form
from models.form_file import known_forms
from models.report import Edit, Head, Report
from tests.builders import a_full_report, a_report, clean_texts, content_of, third_form
from tests.strategies import reports

FORMS = {form.key: form for form in [*known_forms().values(), third_form()]}
WRITERS: dict[str, Callable[[Report], bytes]] = {
    "page": web_page_bytes,
    "pasted": lambda report: clipboard_html(report).encode(),
}
every_writer = pytest.mark.parametrize("writer", WRITERS)
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")


def read_back(report: Report, writer: str, folder: Path) -> ReadReport:
    path = folder / "report.html"
    path.write_bytes(WRITERS[writer](report))
    return read_report(path, FORMS)


def as_shown(content: object) -> object:
    """Return content as a browser shows it: runs of white space as one space, nothing of no width."""
    if isinstance(content, str):
        return " ".join(_UNSEEN.sub("", content).split())
    if isinstance(content, tuple):
        return tuple(filter(None, map(as_shown, content)))
    if isinstance(content, dict):
        return {key: shown for key, each in content.items() if (shown := as_shown(each))}
    return content


@st.composite
def published(draw: st.DrawFn, form: Form) -> Report:
    """Return a random report as one is published: its title says whose it is and of which year."""
    report = draw(reports(form))
    head = report.head
    report.apply(Edit(head=replace(head, agency=head.agency or "某某市人民政府", year=head.year or 2024)))
    return report


def lines_of(report: Report, left_over: Sequence[Block] = ()) -> list[object]:
    """Return every line of text in a report and in what was left over beside it, in no order."""
    texts = [*report.texts.values(), *(each.text for each in left_over if isinstance(each, Paragraph))]
    return sorted(filter(None, map(as_shown, "\n".join(texts).split("\n"))))


@every_writer
@pytest.mark.parametrize("key", FORMS)
@settings(max_examples=10, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_every_figure_comes_back_and_no_line_is_lost(
    data: st.DataObject, key: str, writer: str, tmp_path: Path
) -> None:
    """A random line may read like what a site says about a page; it is then told as left over."""
    report = data.draw(published(FORMS[key]))
    read = read_back(report, writer, tmp_path)
    figures, wanted = ({**content_of(each), "texts": None} for each in (read.report, report))
    assert as_shown(figures) == as_shown(wanted)
    assert lines_of(read.report, read.notes.unplaced) == lines_of(report)


@every_writer
@pytest.mark.parametrize("key", FORMS)
def test_every_text_comes_back_in_its_section(key: str, writer: str, tmp_path: Path) -> None:
    form = FORMS[key]
    lines = ["本段说明“总体”情况。", "（一）主动公开", "1.网站", "表三", "合计5件，其中予以公开3件。"]
    text = "\n".join([*lines, "（二）依申请公开。办结6件。", "四、结转下年度继续办理"])
    report = a_report(dict.fromkeys(form.typed_cells, "/"), texts=dict.fromkeys(form.text_sections, text), form=form)
    read = read_back(report, writer, tmp_path)
    assert content_of(read.report) == content_of(report)
    assert read.notes.unplaced == ()


@every_writer
@pytest.mark.parametrize("key", FORMS)
def test_an_empty_report_comes_back_empty(key: str, writer: str, tmp_path: Path) -> None:
    read = read_back(Report(FORMS[key]), writer, tmp_path)
    assert content_of(read.report) == content_of(Report(FORMS[key]))
    assert read.notes.unplaced == ()


@every_writer
def test_the_date_of_the_signature_comes_back_and_no_text_with_it(writer: str, tmp_path: Path) -> None:
    report = a_full_report(texts=clean_texts())
    report.apply(Edit(head=Head("某某市人民政府", 2024, date(2025, 1, 20))))
    read = read_back(report, writer, tmp_path).report
    assert read.head == report.head
    assert content_of(read) == content_of(report)
