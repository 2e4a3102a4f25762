from decimal import Decimal

import pytest

from models.cell_value import read_value
from models.report import Edit
from models.statements import find_statements, statements_known
from tests.builders import a_full_report, a_report, a_report_that_says, third_form

HEADING = "（二）依申请公开情况。"
FIGURES = {
    "requests/received/natural_person": "40",
    "requests/received/commercial": "2",
    "requests/carried_in/natural_person": "3",
    "requests/granted/natural_person": "20",
    "requests/granted/commercial": "2",
    "requests/partly_granted/natural_person": "8",
    "requests/refused.third_party_rights/natural_person": "4",
    "requests/unavailable.not_held/natural_person": "5",
    "requests/not_processed.petition/natural_person": "1",
    "requests/other.rest/natural_person": "0",
    "requests/carried_out/natural_person": "5",
    "review_litigation/review/upheld": "6",
    "review_litigation/review/corrected": "1",
    "review_litigation/direct_suit/upheld": "2",
    "review_litigation/suit_after_review/pending": "1",
    "proactive/normative_documents/issued": "9",
    "proactive/normative_documents/in_force": "30",
    "proactive/fees/amount": "96171.6",
}


def statements(text: str, agency: str = "某某市人民政府办公室") -> list[tuple[str, bool]]:
    report = a_full_report(FIGURES, texts={"overview": text}, agency=agency)
    return [(str(each.stated), each.agrees) for each in find_statements(report)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("受理政府信息公开申请42件，答复40件。", [("42", True), ("40", True)]),
        ("收到申请45件，其中上年结转3件。", [("45", True), ("3", True)]),
        ("另有5件顺延到下年度答复。", [("5", True)]),
        ("自然人申请43件，法人或其他组织申请2件。", [("43", True), ("2", True)]),
        ("予以公开及部分公开30件，不予公开4件。", [("30", True), ("4", True)]),
        ("22件予以公开、8件部分公开。", [("22", True), ("8", True)]),
        ("政府信息公开行政复议7件，其中维持6件、纠正1件。", [("7", True), ("6", True), ("1", True)]),
        ("引发行政复议7件，行政诉讼3件，结果维持2件。", [("7", True), ("3", True), ("2", True)]),
        ("受理申请四十二件。", [("42", True)]),
        ("行政复议维持、纠正分别为6件、1件。", [("6", True), ("1", True)]),
        ("制发行政规范性文件9件，现行有效30件。", [("9", True), ("30", True)]),
        ("收取行政事业性收费96171.6万元。", [("96171.6", True)]),
    ],
)
def test_a_sentence_states_its_figures(text: str, expected: list[tuple[str, bool]]) -> None:
    assert statements(HEADING + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "比上年增加12件。",
        "收到热线办件33件。",
        "累计受理申请500件。",
        "市教育局收到申请17件。",
        "其中网上申请30件、当面申请12件。",
        "发布政策性文件11件。",
        "2023年收到申请120件。",
        "对25件申请收取了信息处理费2950元。",
    ],
)
def test_what_is_no_figure_of_the_tables_is_left_alone(text: str) -> None:
    assert statements(HEADING + text) == []


def test_a_figure_on_file_is_a_part_of_the_tables() -> None:
    report = a_full_report(FIGURES, texts={"overview": HEADING + "备案政府信息公开行政复议案件134件。"})
    (statement,) = find_statements(report)
    assert (statement.is_scoped, statement.agrees) == (True, False)


def test_a_statement_says_where_its_figure_stands() -> None:
    text = f"{HEADING}我局共答复 3 050\n件申请。"
    report = a_full_report(FIGURES, texts={"overview": text})
    (statement,) = find_statements(report)
    assert text[statement.figure_start : statement.figure_stop] == "3 050"


def test_all_cases_of_a_figure_can_be_said_to_end_alike() -> None:
    assert statements(f"{HEADING}发生行政复议7件，均为结果维持。") == [("7", True), ("7", False)]


def test_a_disagreeing_figure_tells_every_accepted_basis() -> None:
    report = a_full_report(FIGURES, texts={"overview": f"{HEADING}受理申请44件。"})
    (statement,) = find_statements(report)
    assert (statement.computed, statement.alternatives(report)) == (Decimal(42), {"一＋二": Decimal(45)})


def test_statements_follow_every_change_of_the_report() -> None:
    report = a_full_report(FIGURES, texts={"overview": f"{HEADING}受理申请44件。"})
    assert [each.agrees for each in find_statements(report)] == [False]
    report.apply(Edit(cells={"requests/received/commercial": read_value("4")}))
    assert [each.agrees for each in find_statements(report)] == [True]
    report.apply(Edit(texts={"overview": f"{HEADING}受理申请43件。"}))
    assert [each.agrees for each in find_statements(report)] == [False]


def test_statements_of_an_unchanged_report_are_found_once() -> None:
    report = a_full_report(FIGURES, texts={"overview": f"{HEADING}受理申请44件。"})
    assert find_statements(report) is find_statements(report)


def test_a_form_without_the_cells_has_no_statements() -> None:
    form = third_form()
    report = a_report(form=form, texts={form.text_sections[-1]: f"{HEADING}受理政府信息公开申请42件。"})
    assert find_statements(report) == ()


def test_what_is_known_of_a_text_moves_with_what_was_typed_before_it() -> None:
    report = a_report_that_says("收到政府信息公开申请6件，其中予以公开1件，同比增长20%。")
    found = find_statements(report)
    text = report.text("overview").replace("收到政府信息公开", "经统计。收到政府信息公开")
    report.apply(Edit(texts={"overview": text}))
    known = [now for _found, now in statements_known(report)]
    assert known == list(find_statements(report))
    assert known != list(found)


def test_what_was_typed_in_is_not_known() -> None:
    report = a_report_that_says("收到政府信息公开申请6件，其中予以公开1件。")
    find_statements(report)
    report.apply(Edit(texts={"overview": report.text("overview").replace("申请6", "申请约6")}))
    assert [now.quote for _found, now in statements_known(report)] == ["其中予以公开1件"]


def test_where_nothing_is_known_yet_it_is_looked_for() -> None:
    report = a_report_that_says("收到政府信息公开申请6件。")
    assert [now for _found, now in statements_known(report)] == list(find_statements(report))
