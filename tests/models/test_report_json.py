import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.cell_value import Number, Unreadable
from models.form_file import current_form, known_forms
from models.new_year import start_new_year
from models.report import Edit, LastYear, Report
from models.report_json import FORMAT, VERSION, ReportJsonError, report_from_json, report_to_json
from tests.builders import a_full_report, a_report, content_of, third_form
from tests.models.edits import edits, snapshot
from tests.strategies import reports

FORM = current_form()
FORMS = known_forms()
FEES = "proactive/fees/amount"
RECEIVED = "requests/received/other"
TOTAL = "requests/received/total"


def through_json(report: Report) -> Report:
    text = json.dumps(report_to_json(report), ensure_ascii=False)
    return report_from_json(json.loads(text), {**FORMS, "library-2030": third_form()})


def read(**content: object) -> Report:
    return report_from_json({"form": FORM.key} | content, FORMS)


def written_again(**content: object) -> dict[str, Any]:
    return report_to_json(read(**content))


# ── round trips ─────────────────────────────────────────────────────────


@given(reports())
def test_a_report_comes_back_as_it_was(report: Report) -> None:
    assert content_of(through_json(report)) == content_of(report)


@settings(max_examples=50)
@given(reports(), edits(FORM))
def test_marks_stated_totals_and_words_come_back_too(report: Report, edit: Edit) -> None:
    report.apply(edit)
    report.from_last_year &= report.cells.keys() | report.texts.keys()  # nothing can be taken over from a blank
    report.confirmed = {key: report.confirmed[key] for key in report.confirmed.keys() & report.from_last_year}
    assert snapshot(through_json(report)) == snapshot(report)


@settings(max_examples=50)
@given(reports())
def test_last_years_figures_come_back_to_the_last_digit(last: Report) -> None:
    draft = start_new_year(last, FORM, 2026)
    back = through_json(draft)
    assert draft.last_year is not None
    assert back.last_year is not None
    assert {name: str(v) for name, v in back.last_year.cells.items()} == {
        name: str(v) for name, v in draft.last_year.cells.items()
    }
    assert (back.last_year.year, back.last_year.texts) == (draft.last_year.year, draft.last_year.texts)


def test_the_date_of_the_signature_comes_back() -> None:
    report = a_report()
    report.apply(Edit(head=replace(report.head, signed_on=date(2025, 1, 20))))
    content = report_to_json(report)
    assert content["signed_on"] == "2025-01-20"
    assert report_from_json(content, known_forms()).head == report.head


def test_the_older_form_of_last_years_report_comes_back() -> None:
    draft = start_new_year(a_report(form=FORMS["zfxxgk-2019"], year=2022), FORM)
    back = through_json(draft)
    assert back.last_year is not None
    assert back.last_year.form == "zfxxgk-2019"


def test_the_year_before_last_comes_back() -> None:
    draft = start_new_year(
        start_new_year(a_report({RECEIVED: "1", FEES: "0.50"}, texts={"overview": "话"}), FORM), FORM
    )
    assert draft.last_year is not None
    assert draft.last_year.before is not None
    assert through_json(draft).last_year == draft.last_year


def test_a_file_that_knows_no_year_before_last_stays_as_it_was() -> None:
    last_year = {"year": 2023, "cells": {RECEIVED: "1"}, "unreadable": {}, "texts": {}}
    assert written_again(last_year=last_year)["last_year"] == last_year


def test_unknown_content_of_the_year_before_last_is_kept() -> None:
    before = {"year": 2022, "agency": "某某县", "cells": {"requests/received/robots": "2"}, "before": {"year": 2021}}
    assert written_again(last_year={"before": before})["last_year"]["before"].items() >= before.items()


def test_confirmed_clauses_stand_under_their_section() -> None:
    report = read(texts={"overview": "一段，二段。"}, from_last_year=["overview"], confirmed={"overview": ["二段"]})
    assert report.confirmed == {"overview": {"二段"}}
    assert report_to_json(report)["confirmed"] == {"overview": ["二段"]}


def test_clauses_confirmed_in_a_section_without_a_mark_are_dropped() -> None:
    report = read(texts={"overview": "一段。"}, confirmed={"overview": ["一段"], "problems": ["一"]})
    assert not report.confirmed


@settings(max_examples=50)
@given(reports(form=third_form()))
def test_a_report_of_a_third_form_comes_back(report: Report) -> None:
    assert content_of(through_json(report)) == content_of(report)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(min_size=1).map(lambda key: f"later {key}"), JSON_VALUES, max_size=3))
def test_unknown_keys_are_kept_wherever_they_stand(unknown: dict[str, Any]) -> None:
    places = ("cells", "remarks", "texts", "stated_totals", "unreadable", "confirmed", "last_year")
    content = written_again(**unknown, **dict.fromkeys(places, unknown))
    assert content.items() >= unknown.items()
    assert all(content.get(place, {}).items() >= unknown.items() for place in places)


def test_an_unknown_cell_is_kept_beside_the_known_ones() -> None:
    cells = {RECEIVED: "1", "requests/received/robots": "2"}
    report = read(cells=cells)
    report.apply(Edit(cells={RECEIVED: Number(Decimal(3))}))
    assert report_to_json(report)["cells"].items() >= {RECEIVED: "3", "requests/received/robots": "2"}.items()


def test_unknown_content_of_last_year_is_kept() -> None:
    last_year = {"year": 2023, "agency": "某某县", "cells": {RECEIVED: "1", "requests/received/robots": "2"}}
    content = written_again(last_year=last_year)["last_year"]
    assert (content["agency"], content["cells"]) == ("某某县", last_year["cells"])


# ── what is written ─────────────────────────────────────────────────────


def test_a_document_begins_with_what_it_is() -> None:
    content = report_to_json(a_report(year=2024, agency="某某市人民政府"))
    assert list(content) == ["format", "version", "form", "agency", "year", "texts", "cells", "remarks"]
    assert list(content.values())[:5] == [FORMAT, VERSION, "zfxxgk-2021", "某某市人民政府", 2024]


def test_cells_are_decimals_in_text_and_totals_are_listed() -> None:
    cells = report_to_json(a_report({FEES: "96171.60", RECEIVED: "/"}))["cells"]
    assert (cells[FEES], cells[RECEIVED], cells[TOTAL]) == ("96171.60", "/", "0")


def test_a_blank_is_absent() -> None:
    assert report_to_json(a_report())["cells"].keys() == FORM.totals


def test_words_stand_apart_from_the_figures() -> None:
    content = report_to_json(a_report({RECEIVED: "约5"}))
    assert content["unreadable"] == {RECEIVED: "约5"}
    assert RECEIVED not in content["cells"]


def test_remarks_and_texts_stand_under_their_keys() -> None:
    content = report_to_json(a_report({RECEIVED: "5（含转办）"}, texts={"overview": "一段\n二段"}))
    assert (content["remarks"], content["texts"]) == ({RECEIVED: "含转办"}, {"overview": "一段\n二段"})


def test_everything_stands_in_the_order_of_the_form() -> None:
    names = [name for name in FORM.cells if name in {TOTAL, RECEIVED, FEES}]
    report = a_report(
        {name: "1（注）" for name in reversed(names) if name != TOTAL}, texts={"problems": "一", "preamble": "二"}
    )
    report.apply(Edit(stated={"review_litigation/review/total": Decimal(2), TOTAL: Decimal(1)}))
    content = report_to_json(report)
    assert list(content["cells"]) == [name for name in FORM.cells if name in content["cells"]]
    assert (list(content["remarks"]), list(content["texts"])) == ([FEES, RECEIVED], ["preamble", "problems"])
    assert list(content["stated_totals"]) == [TOTAL, "review_litigation/review/total"]


# ── what is read ────────────────────────────────────────────────────────


def test_a_document_with_nothing_but_a_form_is_an_empty_report() -> None:
    report = read()
    assert (report.cells, report.texts, report.head.year, report.last_year) == ({}, {}, None, None)


def test_totals_in_a_document_are_not_believed() -> None:
    assert read(cells={RECEIVED: "2", TOTAL: "99"}).totals[TOTAL] == 2


def test_a_whole_number_without_quotes_is_accepted() -> None:
    assert str(read(cells={RECEIVED: 12}).value(RECEIVED)) == "12"


@pytest.mark.parametrize("entry", ["1e400", "12,34", "五"])
def test_a_figure_that_is_no_number_becomes_a_word(entry: str) -> None:
    assert read(cells={RECEIVED: entry}).value(RECEIVED) == Unreadable(entry)


@pytest.mark.parametrize("key", ["cells", "unreadable"])
def test_an_empty_figure_is_blank(key: str) -> None:
    report = read(**{key: {RECEIVED: " "}}, last_year={key: {RECEIVED: " "}})
    assert report.last_year == LastYear()
    assert not report.cells


def test_a_total_longer_than_can_be_typed_comes_back() -> None:
    long = "12345678901234567890"
    content = written_again(stated_totals={TOTAL: long}, last_year={"cells": {TOTAL: long}})
    assert (content["stated_totals"][TOTAL], content["last_year"]["cells"][TOTAL]) == (long, long)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ({"form": "zfxxgk-1999"}, "不认识“form”一项写的格式“zfxxgk-1999”"),
        ({"form": ""}, "没有“form”一项，不知道是哪种格式"),
        ({"form": 2021}, "“form”一项不是文字"),
        ({"agency": None}, "“agency”一项不是文字"),
        ({"signed_on": "20日"}, "“signed_on”一项“20日”不是日期"),
        ({"year": "2024"}, "“year”一项不是年份"),
        ({"year": 2024.0}, "“year”一项不是年份"),
        ({"year": True}, "“year”一项不是年份"),
        ({"year": 0}, "“year”一项不是年份"),
        ({"year": 20244}, "“year”一项不是年份"),
        ({"cells": []}, "“cells”一项不是对照表"),
        ({"cells": {RECEIVED: 1.5}}, f"“cells”中“{RECEIVED}”的值应是写在引号里的数"),
        ({"cells": {RECEIVED: None}}, f"“cells”中“{RECEIVED}”的值应是写在引号里的数"),
        ({"cells": {RECEIVED: True}}, f"“cells”中“{RECEIVED}”的值应是写在引号里的数"),
        ({"unreadable": {RECEIVED: 5}}, f"“unreadable”中“{RECEIVED}”的值不是文字"),
        ({"remarks": {RECEIVED: 5}}, f"“remarks”中“{RECEIVED}”的值不是文字"),
        ({"remarks": "无"}, "“remarks”一项不是对照表"),
        ({"texts": {"overview": ["一段"]}}, "“texts”中“overview”的值不是文字"),
        ({"stated_totals": {TOTAL: "/"}}, f"“stated_totals”中“{TOTAL}”的值不是数"),
        ({"stated_totals": {TOTAL: "1e9"}}, f"“stated_totals”中“{TOTAL}”的值不是数"),
        ({"stated_totals": {TOTAL: 5}}, f"“stated_totals”中“{TOTAL}”的值不是文字"),
        ({"from_last_year": "overview"}, "“from_last_year”一项不是名称的列表"),
        ({"from_last_year": [["overview"]]}, "“from_last_year”一项不是名称的列表"),
        ({"confirmed": []}, "“confirmed”一项不是对照表"),
        ({"texts": {"overview": "一"}, "confirmed": {"overview": "一"}}, "“confirmed”中“overview”的值不是文字的列表"),
        ({"texts": {"overview": "一"}, "confirmed": {"overview": [1]}}, "“confirmed”中“overview”的值不是文字的列表"),
        ({"last_year": [2023]}, "“last_year”一项不是对照表"),
        ({"last_year": {"form": 2019}}, "“last_year”里的“form”一项不是文字"),
        ({"last_year": {"year": "2023"}}, "“last_year”里的“year”一项不是年份"),
        ({"last_year": {"cells": {RECEIVED: 1.5}}}, f"“last_year”里的“cells”中“{RECEIVED}”的值应是写在引号里的数"),
        ({"last_year": {"before": 2022}}, "“last_year”里的“before”一项不是对照表"),
        ({"last_year": {"before": {"year": "2022"}}}, "“last_year”里的“before”里的“year”一项不是年份"),
        ({"last_year": {"texts": []}}, "“last_year”里的“texts”一项不是对照表"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_type_is_refused_with_its_place(content: dict[str, object], sentence: str) -> None:
    with pytest.raises(ReportJsonError) as refused:
        read(**content)
    assert str(refused.value).startswith(sentence)


def test_a_missing_form_is_refused() -> None:
    with pytest.raises(ReportJsonError, match="没有“form”一项"):
        report_from_json({"agency": "某某市"}, FORMS)


def test_a_mark_on_something_blank_or_unknown_is_dropped() -> None:
    report = read(cells={RECEIVED: "1"}, from_last_year=[RECEIVED, FEES, "overview", "robots"])
    assert report.from_last_year == {RECEIVED}


def test_what_is_kept_never_hides_what_the_report_holds() -> None:
    report = Report(FORM, further={"agency": "旧机关", "cells": {TOTAL: "99"}, "texts": "旧"})
    content = report_to_json(report)
    assert (content["agency"], content["cells"][TOTAL], content["texts"]) == ("", "0", {})


def test_a_full_report_written_twice_is_the_same_document() -> None:
    once = report_to_json(a_full_report(texts={"overview": "一段"}))
    assert report_to_json(report_from_json(once, FORMS)) == once
