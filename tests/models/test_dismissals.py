import pytest

from models.cell_value import read_value
from models.checks import find_problems
from models.checks.dismissals import bring_back, dismiss, dismissal_of
from models.finding import Finding
from models.form_file import known_forms
from models.report import Edit, Report
from models.report_json import report_from_json, report_to_json
from tests.builders import a_full_report

TEXT = "（二）依申请公开情况。受理政府信息公开申请7件。"


def wrong() -> tuple[Report, Finding]:
    report = a_full_report(texts={"overview": TEXT})
    return report, next(each for each in find_problems(report) if each.code == "statement")


def dismissed() -> tuple[Report, Finding]:
    report, finding = wrong()
    report.apply(dismiss(report, finding, "含代办1件", "张三"))
    return report, finding


def test_a_finding_is_open_until_it_is_dismissed() -> None:
    report, finding = wrong()
    assert dismissal_of(report, finding) is None


def test_a_dismissed_finding_keeps_reason_and_name() -> None:
    report, finding = dismissed()
    dismissal = dismissal_of(report, finding)
    assert dismissal is not None
    assert (dismissal.reason, dismissal.by) == ("含代办1件", "张三")


def test_a_dismissal_ends_when_a_cell_of_the_finding_changes() -> None:
    report, finding = dismissed()
    report.apply(Edit(cells={"requests/received/research": read_value("1")}))
    assert dismissal_of(report, finding) is None


def test_a_dismissal_ends_when_the_sentence_changes() -> None:
    report, _ = dismissed()
    report.apply(Edit(texts={"overview": TEXT.replace("7件", "8件")}))
    (finding,) = [each for each in find_problems(report) if each.code == "statement"]
    assert dismissal_of(report, finding) is None


def test_a_dismissal_ends_when_another_word_of_its_sentence_changes() -> None:
    report, _ = dismissed()
    report.apply(Edit(texts={"overview": TEXT.replace("7件。", "7件，其中县政府转来3件。")}))
    (finding,) = [each for each in find_problems(report) if each.code == "statement"]
    assert dismissal_of(report, finding) is None


def test_a_dismissal_lasts_when_another_sentence_changes() -> None:
    report, _ = dismissed()
    report.apply(Edit(texts={"overview": f"全年工作平稳。\n{TEXT}"}))
    (finding,) = [each for each in find_problems(report) if each.code == "statement"]
    assert dismissal_of(report, finding) is not None


@pytest.mark.parametrize("between", ["", "均已登记。"])
def test_of_two_equal_figures_each_is_dismissed_alone(between: str) -> None:
    text = f"{TEXT}{between}受理政府信息公开申请7件。"
    report = a_full_report(texts={"overview": text})
    first, second = [each for each in find_problems(report) if each.code == "statement"]
    report.apply(dismiss(report, second, "含代办1件", "张三"))
    assert [dismissal_of(report, each) is not None for each in (first, second)] == [False, True]


def test_a_dismissal_of_an_earlier_version_is_read_and_can_be_taken_back() -> None:
    report, finding = dismissed()
    file = report_to_json(report)
    for each in file["dismissed"]:
        del each["sentence"], each["nth"]
    read = report_from_json(file, known_forms())
    assert dismissal_of(read, finding) is not None
    read.apply(bring_back(finding))
    assert dismissal_of(read, finding) is None


def test_a_dismissal_can_be_taken_back() -> None:
    report, finding = dismissed()
    report.apply(bring_back(finding))
    assert dismissal_of(report, finding) is None


def test_undoing_a_dismissal_opens_the_finding_again() -> None:
    report, finding = wrong()
    change = report.apply(dismiss(report, finding, "含代办1件", "张三"))
    report.apply(change.inverse)
    assert dismissal_of(report, finding) is None


def test_a_dismissal_is_kept_in_the_file() -> None:
    report, finding = dismissed()
    read = report_from_json(report_to_json(report), known_forms())
    assert dismissal_of(read, finding) == dismissal_of(report, finding)
