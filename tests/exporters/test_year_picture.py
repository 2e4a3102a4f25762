"""The picture of the year: what it says, that it can be read, and that it is the same for the same report."""

import re
from dataclasses import astuple, replace
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

from exporters.typography import Typography, known_typographies
from exporters.year_picture import WIDTH, picture_svg_bytes, svg_text
from exporters.year_picture_items import parts_of
from models.form import Form
from models.form_file import current_form, known_forms
from models.report import Edit, Head, LastYear, Report
from tests.builders import a_full_report, a_report, third_form
from tests.models.checks.examples import last_year
from tests.strategies import reports

FORM = current_form()
NATURAL = "requests/received/natural_person"
RECEIVED, PROCESSED = "requests/received/total", "requests/processed/total"
CARRIED_OUT = "requests/carried_out/total"
ISSUED, IN_FORCE = "proactive/normative_documents/issued", "proactive/normative_documents/in_force"
UPHELD, CORRECTED = "review_litigation/review/upheld", "review_litigation/review/corrected"
DIRECT_OTHER, PENDING = "review_litigation/direct_suit/other", "review_litigation/suit_after_review/pending"
OTHER_AFTER_REVIEW = "review_litigation/suit_after_review/other"
DISPUTES = {UPHELD: "5", CORRECTED: "1", DIRECT_OTHER: "3", OTHER_AFTER_REVIEW: "1", PENDING: "2"}
HEADINGS = {part.title for part in parts_of(a_full_report())}
SVG = "{http://www.w3.org/2000/svg}"


def root_of(report: Report) -> ET.Element:
    return ET.fromstring(picture_svg_bytes(report))


def said(report: Report) -> list[str]:
    """Return every line of words in the picture, top down."""
    return ["".join(each.itertext()) for each in root_of(report).iter(f"{SVG}text")]


def bars(report: Report) -> list[int]:
    """Return how long the bars of figures are, top down; the marks beside headings are narrow and as high."""
    marks = root_of(report).iter(f"{SVG}rect")
    return [int(mark.get("width", 0)) for mark in marks if mark.get("height") == "44" and mark.get("width") != "8"]


def with_years(now: str, last: str, before: str | None = None) -> Report:
    report = a_full_report({NATURAL: now})
    known = last_year({RECEIVED: last, PROCESSED: "7", CARRIED_OUT: "0"})
    earlier = None if before is None else last_year({RECEIVED: before}, year=2022)
    report.last_year = replace(known, before=earlier)
    return report


# ── what it says ────────────────────────────────────────────────────────


def test_it_is_headed_by_agency_and_title() -> None:
    assert said(a_full_report())[:3] == ["图解", "某某市人民政府", "2024年政府信息公开工作年度报告"]


def test_what_came_in_stands_first_and_large() -> None:
    lines = said(a_full_report())
    place = lines.index("新收申请")
    assert lines[place + 1] == "6件"


def test_outcomes_and_applicants_are_told_with_figure_and_share() -> None:
    lines = said(a_full_report())
    assert lines[lines.index("无法提供") + 1] == "2件（33.3%）"
    assert lines[lines.index("商业企业") + 1] == "1件（16.7%）"


def test_normative_documents_are_told_with_their_change() -> None:
    report = a_full_report({ISSUED: "6", IN_FORCE: "48"})
    report.last_year = last_year({ISSUED: "6", IN_FORCE: "45"})
    lines = said(report)
    start = lines.index("行政规范性文件情况")
    expected = ["本年制发", "6件", "与上年持平", "2023年6件"]
    expected += ["本年废止", "0件", "现行有效", "48件", "比上年增加3件", "增长6.7%", "2023年45件"]
    assert lines[start + 1 : start + 1 + len(expected)] == expected


def test_results_of_review_and_litigation_stand_beside_each_other_with_their_sums() -> None:
    lines = said(a_full_report(DISPUTES))
    start = lines.index("行政复议")
    review = "行政复议 6件 结果维持 5件 结果纠正 1件 其他结果 0件 尚未审结 0件"
    litigation = "行政诉讼 6件 结果维持 0件 结果纠正 0件 其他结果 4件 尚未审结 2件"
    assert lines[start : start + 20] == f"{review} {litigation}".split()


def test_bars_side_by_side_are_on_one_scale() -> None:
    zero_requests = dict.fromkeys([NATURAL, *(name for name in FORM.typed_cells if name.startswith("requests"))], "0")
    assert len({*bars(a_full_report(zero_requests | {UPHELD: "4", DIRECT_OTHER: "4"}))}) == 1
    longest, half = bars(a_full_report(zero_requests | {UPHELD: "4", DIRECT_OTHER: "2"}))
    assert longest == 2 * half


def test_what_came_in_and_was_carried_in_adds_up_to_what_was_processed_and_carried_out() -> None:
    carried = {"requests/carried_in/natural_person": "7", "requests/carried_out/natural_person": "7"}
    lines = said(a_full_report(carried))
    shown = [lines[lines.index(name) + 1] for name in ("新收申请", "上年结转", "办结", "结转下年度")]
    assert shown == ["6件", "7件", "6件", "7件"]


def test_a_change_against_last_year_is_told() -> None:
    assert "比上年增加5件，增长62.5%" in said(with_years("12", "8"))
    assert "比上年减少5件，下降50.0%" in said(with_years("4", "10"))
    assert "与上年持平" in said(with_years("4", "5"))


def test_a_rate_that_says_nothing_is_left_out() -> None:
    assert "比上年增加5件" in said(with_years("4", "0"))
    assert "比上年增加4000件" in said(with_years("4000", "1"))


def test_three_years_stand_below_each_other_where_they_are_known() -> None:
    lines = said(with_years("12", "8", "5"))
    place = lines.index("2022年")
    assert lines[place : place + 6] == ["2022年", "5件", "2023年", "8件", "2024年", "13件"]


def test_one_year_alone_is_compared_with_none() -> None:
    assert not [line for line in said(a_full_report()) if "比上年" in line or "2023" in line]


def test_the_period_is_told() -> None:
    assert "统计期限：2024年1月1日至2024年12月31日。" in said(a_full_report())


# ── nothing, not filled in, not known ───────────────────────────────────


def test_a_year_without_applications_is_told_in_words() -> None:
    report = a_report(dict.fromkeys(FORM.typed_cells, "0"))
    assert "新收申请、上年结转、办结、结转下年度均为0件。" in said(report)
    assert not bars(report)


def test_a_year_without_review_and_litigation_is_told_in_one_sentence() -> None:
    lines = said(a_full_report())
    assert "全年没有政府信息公开行政复议、行政诉讼案件。" in lines
    assert not {"行政复议", "结果维持"} & {*lines}


def test_a_sum_is_not_known_where_a_part_is_not() -> None:
    lines = said(a_full_report({**DISPUTES, CORRECTED: ""}))
    assert lines[lines.index("行政复议") + 1] == "—"


def test_a_zero_after_a_year_with_applications_is_drawn_beside_it() -> None:
    report = a_report(dict.fromkeys(FORM.typed_cells, "0"))
    report.last_year = last_year({RECEIVED: "5"})
    assert "比上年减少5件，下降100.0%" in said(report)
    assert len(bars(report)) == 1


def test_a_part_of_which_nothing_is_known_is_left_out() -> None:
    lines = said(a_report({ISSUED: "6"}))
    assert HEADINGS & {*lines} == {"行政规范性文件情况"}
    assert lines[lines.index("本年废止") + 1] == "—"


def test_an_empty_report_is_a_title_alone() -> None:
    assert said(a_report(agency="", year=None)) == ["图解", "政府信息公开工作年度报告"]


def test_the_picture_says_nothing_of_work_to_do() -> None:
    assert not [line for line in said(a_full_report({NATURAL: "", ISSUED: ""})) if "未填" in line]


def test_a_blank_is_not_zero() -> None:
    report = a_full_report({"requests/received/commercial": ""})
    lines = said(report)
    assert lines[lines.index("商业企业") + 1] == "—"


def test_shares_of_a_whole_that_is_not_known_are_not_told() -> None:
    lines = said(a_full_report({"requests/received/commercial": ""}))
    assert lines[lines.index("自然人") + 1] == "5件"


def test_a_year_in_between_that_is_not_known_keeps_its_place() -> None:
    lines = said(with_years("12", "", "5"))
    place = lines.index("2022年")
    assert lines[place : place + 4] == ["2022年", "5件", "2023年", "—"]


def test_years_without_a_number_are_called_by_their_place() -> None:
    report = a_full_report()
    report.apply(Edit(head=Head("某某市", None), last_year=LastYear(None, {RECEIVED: report.value(RECEIVED)})))
    assert {"上年", "本年"} <= {*said(report)}


# ── bars ────────────────────────────────────────────────────────────────


def test_bars_are_as_long_as_their_figures_ask() -> None:
    report = with_years("9", "5", "20")
    longest, half, quarter = bars(report)[0], bars(report)[2], bars(report)[1]
    assert (round(longest / 2), round(longest / 4)) == (half, quarter)


def test_the_smallest_figure_beside_the_largest_can_be_seen() -> None:
    assert min(bars(a_full_report({NATURAL: "9" * 15}))) >= 3


def test_a_negative_figure_has_no_bar() -> None:
    report = a_report({NATURAL: "-3", "requests/received/commercial": "5"})
    assert all(length > 0 for length in bars(report))
    assert "-3件" in said(report)


# ── that it can be read ─────────────────────────────────────────────────

LONG_NAME = "某某壮族自治区某某市某某经济技术开发区管理委员会（某某街道办事处、某某综合保税区管理办公室）"
HUGE = dict.fromkeys(FORM.typed_cells, "9" * 15)


def huge() -> Report:
    report = a_report(HUGE, agency=LONG_NAME)
    known = dict.fromkeys(FORM.cells, "8" * 15)
    report.last_year = replace(last_year(known), before=last_year(known, year=2022))
    return report


def large() -> Report:
    """Return a report of a ministry's or a province's figures."""
    report = a_report(dict.fromkeys(FORM.typed_cells, "12345"))
    report.last_year = last_year(dict.fromkeys(FORM.cells, "8210"))
    return report


@pytest.mark.parametrize(("report", "rows"), [(large(), 1), (huge(), 2)], ids=["large", "huge"])
def test_reviews_and_suits_stand_side_by_side_where_their_bars_have_room(report: Report, rows: int) -> None:
    places = {line.text: line.bottom for line in lines_of(root_of(report))}
    assert len({places["行政复议"], places["行政诉讼"]}) == rows


def test_the_last_panel_of_a_row_takes_what_is_left_of_it() -> None:
    widths = [int(mark.get("width", 0)) for mark in root_of(large()).iter(f"{SVG}rect") if mark.get("rx")]
    first, second, last = widths[:3]
    assert first == second < last / 2


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_no_words_stand_on_others(report: Report) -> None:
    assert not overlaps(report)


@pytest.mark.parametrize("report", [large(), huge(), with_years("12", "8", "5")], ids=["large", "huge", "years"])
def test_large_figures_stand_on_no_words(report: Report) -> None:
    assert not overlaps(report)


@pytest.mark.parametrize(
    "report", [huge(), a_full_report(), with_years("12", "8", "5")], ids=["huge", "small", "years"]
)
def test_no_words_are_smaller_than_a_phone_can_show(report: Report) -> None:
    sizes = [int(size) for size in re.findall(r'font-size="(\d+)"', svg_text(report))]
    assert min(sizes) >= 30


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_nothing_runs_over_the_edge(report: Report) -> None:
    for right in right_ends(root_of(report)):
        assert right <= WIDTH - 60


@pytest.mark.parametrize("agency", [LONG_NAME, "某" * 200, "a" * 200])
def test_the_longest_names_and_figures_stay_inside(agency: str) -> None:
    report = huge()
    report.apply(Edit(head=Head(agency, 2024)))
    assert max(right_ends(root_of(report))) <= WIDTH - 60


class Line(NamedTuple):
    """A line of words with its place in px, digits as wide as those of the fonts most have."""

    text: str
    left: float
    right: float
    bottom: int
    size: int


def lines_of(element: ET.Element, x: int = 0, y: int = 0) -> list[Line]:
    moved = re.match(r"translate\((\d+) (\d+)\)", element.get("transform", ""))
    x, y = (x + int(moved[1]), y + int(moved[2])) if moved else (x, y)
    lines = [line for child in element for line in lines_of(child, x, y)]
    if element.tag == f"{SVG}text":
        parts = [element, *element]
        size = max(int(each.get("font-size", 0)) for each in parts)
        width = sum(int(each.get("font-size", 0)) * ems(each.text or "") for each in parts)
        left, bottom = x + int(element.get("x", 0)), y + int(element.get("y", 0))
        lines.append(Line("".join(element.itertext()), left, left + width, bottom, size))
    return lines


def right_ends(root: ET.Element) -> list[float]:
    return [line.right for line in lines_of(root)]


def overlaps(report: Report) -> list[tuple[str, str]]:
    """Return lines of words that share a place; a line reaches three quarters of its size above its baseline."""
    return [
        (one.text, other.text)
        for one, other in combinations(lines_of(root_of(report)), 2)
        if one.left < other.right
        and other.left < one.right
        and one.bottom - 0.75 * one.size < other.bottom
        and other.bottom - 0.75 * other.size < one.bottom
    ]


def ems(text: str) -> float:
    return sum(0.6 if character.isascii() else 1 for character in text)


def test_the_picture_has_words_for_those_who_cannot_see_it() -> None:
    root = root_of(a_full_report())
    assert root.findtext(f"{SVG}title") == "某某市人民政府2024年政府信息公开工作年度报告图解"
    assert "新收申请6件，上年结转0件，办结6件，结转下年度0件。" in (root.findtext(f"{SVG}desc") or "")


# ── as data ─────────────────────────────────────────────────────────────


def test_the_same_report_gives_the_same_bytes() -> None:
    assert picture_svg_bytes(with_years("12", "8")) == picture_svg_bytes(with_years("12", "8"))


@pytest.mark.parametrize("scheme", known_typographies().values(), ids=lambda scheme: scheme.key)
def test_colours_and_fonts_are_the_schemes(scheme: Typography) -> None:
    text = svg_text(with_years("12", "8"), scheme)
    assert {*re.findall(r"#[0-9a-f]{6}", text)} == {*astuple(scheme.palette)}
    assert scheme.title in text
    assert scheme.heading in text


def test_a_name_with_signs_of_markup_is_a_name() -> None:
    assert "<某&某>局" in said(a_full_report(agency="<某&某>局"))


@pytest.mark.parametrize("form", [known_forms()["zfxxgk-2019"], third_form()], ids=lambda form: form.key)
def test_any_form_has_its_picture(form: Form) -> None:
    report = a_report({name: str(place) for place, name in enumerate(form.typed_cells)}, form=form)
    assert {part.title for part in parts_of(report)} <= {*said(report)}
    assert bars(report)
