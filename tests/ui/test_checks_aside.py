"""The checks of running text run beside the window, and what is typed meanwhile makes their findings worthless."""

import pytest
from pytestqt.qtbot import QtBot

from models.checks.ahead import Ahead
from models.checks.inspection import Inspection
from models.finding import Finding
from models.report import Edit
from models.statements import against_tables
from tests.builders import a_report_that_says
from ui.document import Document

WRONG, RIGHT = "收到政府信息公开申请7件。", "收到政府信息公开申请6件。"


def statements(document: Document) -> list[Finding]:
    return [each for each in document.findings if each.code == "statement"]


def test_a_pause_brings_the_findings(qtbot: QtBot) -> None:
    document = Document(a_report_that_says(RIGHT))
    document.settle()
    document.type_text("overview", WRONG)
    assert not statements(document)
    with qtbot.waitSignal(document.settled):
        pass
    assert [each.quote for each in statements(document)] == ["收到政府信息公开申请7件"]


def test_they_are_those_of_the_same_checks_run_at_once(qtbot: QtBot) -> None:
    aside, at_once = Document(a_report_that_says(WRONG)), Document(a_report_that_says(WRONG))
    with qtbot.waitSignal(aside.settled):
        at_once.settle()
    assert aside.findings == at_once.findings


def test_what_is_typed_meanwhile_has_them_run_again(qtbot: QtBot) -> None:
    document = Document(a_report_that_says(WRONG))
    document._aside.begin(document._inspection)
    document.type_text("overview", RIGHT)
    with qtbot.waitSignal(document.settled):
        pass
    assert not statements(document)


def test_statements_found_aside_are_not_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    report = a_report_that_says(WRONG)
    inspection = Inspection(report, Document(report).checks)
    ahead = inspection.ahead()
    ahead.run()
    inspection.take(ahead)
    monkeypatch.setattr(against_tables, "reading_of", None)
    assert against_tables.find_statements(report)


def test_a_copy_of_a_report_is_left_alone_by_its_edits() -> None:
    report = a_report_that_says(WRONG)
    copy = report.copy()
    report.apply(Edit(texts={"overview": RIGHT}))
    assert copy.text("overview") != report.text("overview")


def test_a_mistake_in_a_check_is_raised_where_its_findings_are_asked_for() -> None:
    report = a_report_that_says(WRONG)
    inspection = Inspection(report, Document(report).checks)
    ahead = Ahead(report, [None])  # type: ignore[list-item]  # no check
    ahead.run()
    with pytest.raises(AttributeError):
        inspection.take(ahead)
