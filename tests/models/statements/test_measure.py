"""The measure itself, with recognitions that are perfect, blind, credulous or suspicious."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest

from models.report import Report
from tests.models.statements.corpus import Entry
from tests.models.statements.measure import Finder, measure
from tests.models.statements.numbers import STYLES

ENTRY = Entry("one", "收到{received:full}件，上年为77件。", agency="云台县水利局")
SCOPED = Entry("two", "代县政府收到77件。", scoped=True)


@dataclass(frozen=True)
class Said:
    section: str
    figure_start: int
    figure_stop: int
    stated: Decimal
    computed: Decimal
    basis: str
    agrees: bool
    is_scoped: bool


def says(report: Report, number: str, *, agrees: bool, is_scoped: bool = False) -> list[Said]:
    """Return a statement about a number of the overview, if it stands there."""
    start = report.text("overview").find(number)
    computed = report.number("requests/received/total")
    said = Said("overview", start, start + len(number), Decimal(number), computed, "一", agrees, is_scoped)
    return [said] if start >= 0 else []


def received(report: Report) -> str:
    text = report.text("overview")
    return text[text.index("收到") + 2 : text.index("件")]


def perfect(report: Report) -> Sequence[Said]:
    number = received(report)
    return says(report, number, agrees=Decimal(number) == report.number("requests/received/total"))


def blind(_: Report) -> Sequence[Said]:
    return []


def credulous(report: Report) -> Sequence[Said]:
    return says(report, received(report), agrees=True)


def suspicious(report: Report) -> Sequence[Said]:
    return [*perfect(report), *says(report, "77", agrees=False)]


def test_a_perfect_recognition_finds_all() -> None:
    assert measure([ENTRY], perfect).recall == 1


def test_a_perfect_recognition_reports_each_wrong_figure() -> None:
    assert measure([ENTRY], perfect).reported == 1


def test_a_perfect_recognition_alarms_nobody() -> None:
    assert not measure([ENTRY], perfect).alarms


def test_what_is_not_recognised_is_missed() -> None:
    assert measure([ENTRY], blind).recall == 0


@pytest.mark.parametrize("find", [blind, credulous])
def test_a_wrong_figure_that_passes_is_unreported(find: Finder) -> None:
    assert measure([ENTRY], find).reported == 0


def test_a_number_that_is_no_figure_must_not_be_called_wrong() -> None:
    assert measure([ENTRY], suspicious).alarms


@pytest.mark.parametrize(("is_scoped", "alarms"), [(True, False), (False, True)])
def test_a_figure_of_another_circle_may_differ_as_scoped_only(is_scoped: bool, alarms: bool) -> None:  # noqa: FBT001
    result = measure([SCOPED], lambda report: says(report, "77", agrees=False, is_scoped=is_scoped))
    assert bool(result.alarms) is alarms


@pytest.mark.parametrize(
    ("style", "number", "written"),
    [
        ("hanzi", "2", "两"),
        ("hanzi", "12", "十二"),
        ("hanzi", "40", "四十"),
        ("hanzi", "103", "一百零三"),
        ("hanzi", "212", "二百一十二"),
        ("hanzi", "0", "0"),
        ("comma", "12345", "12,345"),
        ("fullcomma", "1234", "１，２３４"),
        ("wan", "12345", "1.2345万"),
        ("wan", "40000", "4万"),
        ("about", "3119", "3100"),
        ("yuan", "0.394", "3940"),
    ],
)
def test_numbers_are_written_as_clerks_write_them(style: str, number: str, written: str) -> None:
    assert STYLES[style](Decimal(number)) == written
