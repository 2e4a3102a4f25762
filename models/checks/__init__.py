"""The checks: what an inspector would find in a report, found first.

`CHECKS` is the register. Codes, levels and what each is about follow the statute and the form:
《中华人民共和国政府信息公开条例》 (国务院令第711号) and 国办公开办函〔2021〕30号.
"""

from collections.abc import Sequence

from models.checks.arithmetic import find_stated_totals, find_unbalanced
from models.checks.check import Check, Group, Input
from models.checks.documents import find_in_force_breaks, find_reserved_documents, find_too_few_in_force
from models.checks.entries import find_blanks, find_not_counts
from models.checks.inspection import Inspection
from models.checks.later import Later
from models.checks.years import find_carry_over_breaks, find_jumps
from models.finding import Finding, Severity
from models.report import Report

_CELLS = frozenset({Input.CELLS})
_TEXTS = frozenset({Input.TEXTS})
_DATED_TEXTS = _TEXTS | {Input.HEAD}
_BOTH_YEARS = frozenset({Input.CELLS, Input.HEAD, Input.LAST_YEAR})
_STATED_IN_TEXT = frozenset({Input.CELLS, Input.TEXTS, Input.HEAD})

CHECKS = (
    Check("balance", "表内勾稽", Severity.ERROR, Group.TABLES, _CELLS, find_unbalanced, may_be_dismissed=False),
    Check(
        "stated-total",
        "原文件总计",
        Severity.ERROR,
        Group.TABLES,
        frozenset({Input.CELLS, Input.STATED}),
        find_stated_totals,
        may_be_dismissed=False,
    ),
    Check("not-a-count", "填数格式", Severity.ERROR, Group.TABLES, _CELLS, find_not_counts, may_be_dismissed=False),
    Check("blank", "未填", Severity.WARNING, Group.TABLES, _CELLS, find_blanks),
    Check("carry-over", "上年结转", Severity.ERROR, Group.YEARS, _BOTH_YEARS, find_carry_over_breaks),
    Check("in-force", "现行有效", Severity.WARNING, Group.YEARS, _BOTH_YEARS, find_in_force_breaks),
    Check("in-force-too-small", "现行有效偏少", Severity.INFO, Group.TABLES, _CELLS, find_too_few_in_force),
    Check("scale-jump", "与去年悬殊", Severity.INFO, Group.YEARS, _BOTH_YEARS, find_jumps),
    Check(
        "regulations-by-whom",
        "规章制定机关",
        Severity.WARNING,
        Group.TABLES,
        _CELLS | {Input.HEAD},
        find_reserved_documents,
    ),
    Check(
        "same-as-last-year",
        "与去年雷同",
        Severity.WARNING,
        Group.YEARS,
        _BOTH_YEARS | _TEXTS,
        Later("sameness", "find_sameness"),
    ),
    Check(
        "statement",
        "文中数字",
        Severity.WARNING,
        Group.STATEMENTS,
        _STATED_IN_TEXT,
        Later("statements", "find_disagreeing"),
    ),
    Check(
        "contradiction",
        "文表矛盾",
        Severity.WARNING,
        Group.STATEMENTS,
        _STATED_IN_TEXT,
        Later("statements", "find_contradictions"),
    ),
    Check(
        "percentage",
        "文中占比",
        Severity.INFO,
        Group.STATEMENTS,
        _STATED_IN_TEXT,
        Later("statements", "find_wrong_shares"),
    ),
    Check(
        "year-on-year",
        "文中同比",
        Severity.INFO,
        Group.YEARS,
        _STATED_IN_TEXT | {Input.LAST_YEAR},
        Later("statements", "find_wrong_changes"),
    ),
    Check("fee-missing", "信息处理费", Severity.ERROR, Group.WORDING, _DATED_TEXTS, Later("fees", "find_missing_fee")),
    Check(
        "fee-parts", "信息处理费分项", Severity.WARNING, Group.WORDING, _TEXTS, Later("fees", "find_wrong_fee_parts")
    ),
    Check(
        "stale-year",
        "年份残留",
        Severity.WARNING,
        Group.WORDING,
        _DATED_TEXTS,
        Later("stale_years", "find_stale_years"),
    ),
    Check("period", "统计期限", Severity.WARNING, Group.WORDING, _DATED_TEXTS, Later("periods", "find_wrong_periods")),
    Check(
        "outdated-basis",
        "过时的依据",
        Severity.WARNING,
        Group.WORDING,
        _DATED_TEXTS,
        Later("citations", "find_outdated_citations"),
    ),
    Check(
        "section",
        "部分与题名",
        Severity.ERROR,
        Group.WORDING,
        _CELLS | _TEXTS,
        Later("sections", "find_wrong_sections"),
    ),
    Check(
        "overview-topics",
        "总体情况内容",
        Severity.WARNING,
        Group.WORDING,
        _TEXTS,
        Later("overview", "find_missing_topics"),
    ),
    Check(
        "overview-length",
        "总体情况字数",
        Severity.INFO,
        Group.WORDING,
        _TEXTS,
        Later("overview", "find_too_long"),
        is_optional=True,
        longest=lambda section: section.longest,
    ),
    Check("private-data", "个人信息", Severity.WARNING, Group.WORDING, _TEXTS, Later("privacy", "find_private_data")),
    Check("wording", "文字疏漏", Severity.INFO, Group.WORDING, _TEXTS, Later("wording", "find_slips")),
)

DEFAULT_CHECKS = tuple(check for check in CHECKS if not check.is_optional)
"""The checks that run until the clerk switches one off or an optional one on."""


def find_problems(report: Report, checks: Sequence[Check] = DEFAULT_CHECKS) -> tuple[Finding, ...]:
    """Run every check; the findings come in the order of the checks, each check's in reading order."""
    inspection = Inspection(report, checks)
    inspection.run()
    return inspection.findings
