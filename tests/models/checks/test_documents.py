import pytest

from models.form_file import known_forms
from models.report import Report
from tests.builders import a_clean_report, a_report
from tests.models.checks.examples import RULES, found, last_year, messages

REGULATIONS = "proactive/regulations"


def documents(row: str, issued: str, repealed: str, in_force: str, before: str = "") -> Report:
    """Return a report with documents in force, after a year in which as many were."""
    cells = {f"{row}/issued": issued, f"{row}/repealed": repealed, f"{row}/in_force": in_force}
    return a_clean_report(cells, last_year=last_year({f"{row}/in_force": before}))


# ── in force from year to year ──────────────────────────────────────────


def test_what_is_not_accounted_for_is_told_with_the_sum() -> None:
    (message,) = messages(documents(RULES, "50", "227", "430", "597"), "in-force")
    assert message == (
        "行政规范性文件 × 现行有效件数 430，按2023年报告 597＋本年制发 50－本年废止 227＝420，差 10；"
        "请核对，因修订、自然失效等不相等的写明理由"
    )


@pytest.mark.parametrize("row", [RULES, REGULATIONS])
def test_both_rows_are_checked_and_all_three_cells_are_named(row: str) -> None:
    (finding,) = found(documents(row, "2", "1", "13", "11"), "in-force")
    assert finding.cells == (f"{row}/in_force", f"{row}/issued", f"{row}/repealed")


@pytest.mark.parametrize(
    ("issued", "repealed", "in_force", "before"),
    [
        ("2", "1", "12", "11"),
        ("", "", "11", "11"),
        ("/", "/", "/", "/"),
        ("0", "0", "0", "/"),
        ("2", "1", "99", ""),
        ("约2", "1", "99", "11"),
    ],
)
def test_what_is_accounted_for_or_unknown_is_well(issued: str, repealed: str, in_force: str, before: str) -> None:
    assert not found(documents(RULES, issued, repealed, in_force, before), "in-force")


@pytest.mark.parametrize(
    ("issued", "repealed", "in_force"),
    [
        ("22（其中修订16件）", "0", "36"),
        ("5", "3（另有自然失效29件）", "3"),
        ("22（其中修订10件、合并6件）", "0", "36"),
    ],
)
def test_a_remark_accounts_for_the_difference(issued: str, repealed: str, in_force: str) -> None:
    assert not found(documents(RULES, issued, repealed, in_force, "30"), "in-force")


def test_a_remark_with_another_number_accounts_for_nothing() -> None:
    assert found(documents(RULES, "22（其中修订15件）", "0", "36", "30"), "in-force")


def test_a_blank_does_not_silence_the_documents_in_force() -> None:
    assert "现行有效件数 未填，" in messages(documents(RULES, "2", "1", "", "11"), "in-force")[0]


# ── too few ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("issued", "repealed", "in_force"), [("5", "2", "2"), ("3", "3", "0"), ("1", "", "")])
def test_fewer_in_force_than_this_year_added_is_worth_a_look(issued: str, repealed: str, in_force: str) -> None:
    assert found(documents(RULES, issued, repealed, in_force), "in-force-too-small")


@pytest.mark.parametrize(
    ("issued", "repealed", "in_force"), [("5", "2", "3"), ("0", "7", "0"), ("0", "0", "0"), ("约5", "0", "0")]
)
def test_as_many_in_force_as_this_year_added_is_well(issued: str, repealed: str, in_force: str) -> None:
    assert not found(documents(RULES, issued, repealed, in_force), "in-force-too-small")


def test_too_few_are_told_with_their_numbers() -> None:
    assert messages(documents(REGULATIONS, "3", "1", "1"), "in-force-too-small") == [
        "规章 × 现行有效件数 1，而本年制发 3、废止 1，现行有效件数一般不会这样少，请核对"
    ]


# ── who can make them ───────────────────────────────────────────────────


@pytest.mark.parametrize(
    "agency",
    [
        "某某县人民政府",
        "某某县人民政府办公室",
        "某某市某某区人民政府",
        "某某自治县人民政府",
        "某某旗人民政府",
        "某某镇人民政府",
        "某某县某某乡人民政府",
        "某某街道办事处",
        "某某区某某街道",
        "某某市教育局",
        "某某省交通运输厅",
        "某某市发展和改革委员会",
        "某某市某某经济技术开发区管理委员会",
        "某某市政务服务中心",
    ],
)
def test_an_agency_that_cannot_make_regulations_is_asked(agency: str) -> None:
    assert found(a_clean_report({f"{REGULATIONS}/issued": "2"}, agency=agency), "regulations-by-whom")


@pytest.mark.parametrize(
    "agency",
    [
        "某某市人民政府",
        "某某市人民政府办公室",
        "某某省人民政府办公厅",
        "某某自治区人民政府",
        "某某自治州人民政府",
        "香港特别行政区政府",
        "某某市",
        "国家市场监督管理总局",
        "国家税务总局某某市税务局",
        "中国证券监督管理委员会某某监管局",
        "教育部",
        "",
    ],
)
def test_an_agency_that_can_or_may_is_not_asked(agency: str) -> None:
    assert not found(a_clean_report({f"{REGULATIONS}/issued": "2"}, agency=agency), "regulations-by-whom")


@pytest.mark.parametrize("entry", ["0", "/", "", "约2"])
def test_a_town_without_regulations_is_well(entry: str) -> None:
    assert not found(a_clean_report({f"{REGULATIONS}/in_force": entry}, agency="某某镇人民政府"), "regulations-by-whom")


def test_a_town_with_regulations_is_told_its_figures() -> None:
    report = a_clean_report({f"{REGULATIONS}/issued": "2", f"{REGULATIONS}/in_force": "2"}, agency="某某镇人民政府")
    (message,) = messages(report, "regulations-by-whom")
    assert message == (
        "规章：本年制发件数 2、现行有效件数 2，"
        "而规章只由国务院部门，省、自治区、直辖市人民政府，设区的市和自治州人民政府制定；"
        "请核对“某某镇人民政府”是否把规章制度或规范性文件填成了规章"
    )


def test_the_2019_form_asks_alike() -> None:
    form = known_forms()["zfxxgk-2019"]
    report = a_report({f"{REGULATIONS}/published": "1"}, form=form, agency="某某乡人民政府")
    assert found(report, "regulations-by-whom")
