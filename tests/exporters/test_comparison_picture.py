"""The picture that compares years: figures, changes, bars, and what it says where a year is not known."""

import re
from xml.etree import ElementTree as ET

import pytest

from exporters.comparison_chart import ScreenPens
from exporters.comparison_picture import comparison_svg, in_words
from exporters.typography import default_typography
from models.form import Form
from models.form_file import known_forms
from models.report import Edit, LastYear, Report
from tests.builders import a_full_report, a_report, third_form

PENS = ScreenPens(default_typography().palette, 15)
ACCENT = PENS.palette.accent
RECEIVED = "requests/received/natural_person"


def last(year: int, received: str, before: LastYear | None = None) -> LastYear:
    report = a_full_report({RECEIVED: received}, year=year)
    return LastYear(year, {**report.cells, **{name: report.value(name) for name in report.totals}}, before=before)


def a_compared_report(received: str = "9") -> Report:
    report = a_full_report({RECEIVED: received}, year=2024)
    report.apply(Edit(last_year=last(2023, "5", LastYear(2022, last(2022, "3").cells))))
    return report


def drawn(report: Report, width: int = 900, title: str = "") -> ET.Element:
    return ET.fromstring(comparison_svg(report, PENS, font="Sans", width=width, title=title))


def texts(picture: ET.Element) -> list[str]:
    return ["".join(each.itertext()) for each in picture.iter("{http://www.w3.org/2000/svg}text")]


def test_key_figures_stand_beside_last_years_with_change_and_rate() -> None:
    shown = texts(drawn(a_compared_report()))
    at = shown.index("新收申请")
    assert shown[at : at + 5] == ["新收申请", "10件", "6件", "+4", "+66.7%"]


def test_a_fall_has_its_sign() -> None:
    shown = texts(drawn(a_compared_report("2")))
    at = shown.index("新收申请")
    assert shown[at + 3 : at + 5] == ["-3", "-50.0%"]


def test_a_rate_from_0_is_not_known() -> None:
    shown = texts(drawn(a_compared_report()))
    at = shown.index("结转下年度")
    assert shown[at + 3 : at + 5] == ["0", "—"]


def test_every_year_that_is_known_has_a_bar_with_its_figure() -> None:
    shown = texts(drawn(a_compared_report()))
    at = shown.index("自然人")
    assert shown[at + 2 : at + 8] == ["2024年", "9件", "2023年", "5件", "2022年", "3件"]


def test_the_change_is_said_beside_the_name() -> None:
    shown = texts(drawn(a_compared_report()))
    assert shown[shown.index("自然人") + 1] == "比上年增加4件，增长80.0%"


def test_without_last_year_there_is_one_column_and_one_bar_each() -> None:
    shown = texts(drawn(a_full_report()))
    assert "增减" not in shown
    assert "2023年" not in shown
    assert shown[shown.index("自然人") + 1] == "5件"


def test_a_chart_of_zeros_is_a_sentence() -> None:
    assert "本年制发、本年废止、现行有效均为0件。" in texts(drawn(a_full_report()))


def test_the_longest_bar_ends_before_its_figure_does() -> None:
    picture = drawn(a_compared_report())
    bars = [each for each in picture.iter("{http://www.w3.org/2000/svg}rect") if each.get("fill") == ACCENT]
    assert all(float(each.get("x", 0)) + float(each.get("width", 0)) < 420 for each in bars)


def test_a_narrow_picture_has_one_column() -> None:
    assert float(drawn(a_compared_report(), 500).get("height", 0)) > float(drawn(a_compared_report()).get("height", 0))


def test_the_picture_is_told_in_words() -> None:
    assert "新收申请：2024年10件，2023年6件" in in_words(a_compared_report())


def test_the_title_stands_above_and_is_escaped() -> None:
    assert texts(drawn(a_full_report(), title="甲<乙>"))[0] == "甲<乙>"


@pytest.mark.parametrize("form", [*known_forms().values(), third_form()], ids=lambda form: form.key)
@pytest.mark.parametrize("width", [320, 700, 1400])
def test_every_form_is_drawn_within_the_width(form: Form, width: int) -> None:
    report = a_report({name: str(n * 37) for n, name in enumerate(form.typed_cells)}, form=form)
    for bar in drawn(report, width).iter("{http://www.w3.org/2000/svg}rect"):
        assert 0 <= float(bar.get("width", 0)) <= width


def test_the_same_report_gives_the_same_picture() -> None:
    one, other = (comparison_svg(a_compared_report(), PENS, font="Sans", width=900) for _ in range(2))
    assert one == other
    assert not re.search(r"None|nan", one)
