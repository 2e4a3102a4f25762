"""The picture of the year: what it says, that it can be read, and that it is the same for the same report."""

import re
from dataclasses import astuple, replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

from exporters.typography import Typography, known_typographies
from exporters.year_picture import WIDTH, picture_svg_bytes, svg_text
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


def test_what_is_carried_out_is_told() -> None:
    lines = said(a_full_report({"requests/carried_out/natural_person": "4"}))
    assert lines[lines.index("结转下年度") + 1] == "4件"


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
    assert not [line for line in said(a_full_report()) if "上年" in line or "2023" in line]


def test_the_period_is_told() -> None:
    assert "统计期限：2024年1月1日至2024年12月31日。" in said(a_full_report())


# ── nothing, not filled in, not known ───────────────────────────────────


def test_a_year_without_applications_is_told_in_words() -> None:
    report = a_report(dict.fromkeys(FORM.typed_cells, "0"))
    assert "新收申请、办结、结转下年度均为0件。" in said(report)
    assert not bars(report)


def test_a_zero_after_a_year_with_applications_is_drawn_beside_it() -> None:
    report = a_report(dict.fromkeys(FORM.typed_cells, "0"))
    report.last_year = last_year({RECEIVED: "5"})
    assert "比上年减少5件，下降100.0%" in said(report)
    assert len(bars(report)) == 1


def test_an_empty_report_says_that_nothing_is_filled_in() -> None:
    report = a_report(agency="", year=None)
    lines = said(report)
    assert lines.count("未填。") == len(FORM.charts)
    assert not [line for line in lines if "0件" in line]


def test_a_blank_is_not_zero() -> None:
    report = a_full_report({"requests/received/commercial": ""})
    lines = said(report)
    assert lines[lines.index("商业企业") + 1] == "未填"
    assert "图解涉及的表格中有1格未填。" in lines


def test_shares_of_a_whole_that_is_not_known_are_not_told() -> None:
    lines = said(a_full_report({"requests/received/commercial": ""}))
    assert lines[lines.index("自然人") + 1] == "5件"


def test_a_year_in_between_that_is_not_known_keeps_its_place() -> None:
    lines = said(with_years("12", "", "5"))
    place = lines.index("2022年")
    assert lines[place : place + 4] == ["2022年", "5件", "2023年", "未填"]


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


def right_ends(element: ET.Element, x: int = 0) -> list[float]:
    """Return where each line of words ends, digits as wide as those of the fonts most have."""
    moved = re.match(r"translate\((\d+) \d+\)", element.get("transform", ""))
    x += int(moved[1]) if moved else 0
    ends = [end for child in element for end in right_ends(child, x)]
    if element.tag == f"{SVG}text":
        parts = [element, *element]
        widths = (int(each.get("font-size", 0)) * ems(each.text or "") for each in parts)
        ends.append(x + int(element.get("x", 0)) + sum(widths))
    return ends


def ems(text: str) -> float:
    return sum(0.6 if character.isascii() else 1 for character in text)


def test_the_picture_has_words_for_those_who_cannot_see_it() -> None:
    root = root_of(a_full_report())
    assert root.findtext(f"{SVG}title") == "某某市人民政府2024年政府信息公开工作年度报告图解"
    assert "新收申请6件，办结6件，结转下年度0件。" in (root.findtext(f"{SVG}desc") or "")


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
    assert {chart.title for chart in report.form.charts} <= {*said(report)}
    assert bars(report)
