"""What is published or pasted and then read again is the same report."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from exporters.web_page import clipboard_html, web_page_bytes
from importers.metadata import is_metadata
from importers.reader import read_report
from models.form import Form
from models.form_file import known_forms
from models.report import Edit, Head, Report
from models.texts import paragraphs
from tests.builders import a_full_report, clean_texts, content_of, third_form
from tests.strategies import reports

FORMS = {form.key: form for form in [*known_forms().values(), third_form()]}
WRITERS: dict[str, Callable[[Report], bytes]] = {
    "page": web_page_bytes,
    "pasted": lambda report: clipboard_html(report).encode(),
}
every_writer = pytest.mark.parametrize("writer", WRITERS)
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")


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
    """Return a report as one is published: its title says the year, its preamble begins with a sentence.

    Above the first sentence of a page a reader takes short words for buttons, and anywhere a line such as 标题 for
    what a site says about the page.
    """
    report = draw(reports(form))
    assume(not any(is_metadata(line) for text in report.texts.values() for line in paragraphs(text)))
    preamble = report.text("preamble")
    begun = {"preamble": f"本报告按照规定编制。\n{preamble}"} if preamble else {}
    report.apply(Edit(head=replace(report.head, year=report.head.year or 2024), texts=begun))
    return report


@every_writer
@pytest.mark.parametrize("key", FORMS)
@settings(max_examples=10, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_every_figure_and_text_comes_back(data: st.DataObject, key: str, writer: str, tmp_path: Path) -> None:
    report = data.draw(published(FORMS[key]))
    path = tmp_path / "report.html"
    path.write_bytes(WRITERS[writer](report))
    read = read_report(path, FORMS)
    assert as_shown(content_of(read.report)) == as_shown(content_of(report))
    assert read.notes.unplaced == ()


@every_writer
def test_the_date_of_the_signature_comes_back_and_no_text_with_it(writer: str, tmp_path: Path) -> None:
    report = a_full_report(texts=clean_texts())
    report.apply(Edit(head=Head("某某市人民政府", 2024, date(2025, 1, 20))))
    (tmp_path / "report.html").write_bytes(WRITERS[writer](report))
    read = read_report(tmp_path / "report.html").report
    assert read.head == report.head
    assert content_of(read) == content_of(report)
