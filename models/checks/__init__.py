"""The checks: what an inspector would find in a report, found first.

`CHECKS` is the register. Codes, levels and what each is about follow the statute and the form:
《中华人民共和国政府信息公开条例》 (国务院令第711号) and 国办公开办函〔2021〕30号.
"""

from collections.abc import Sequence

from models.checks.arithmetic import find_stated_totals, find_unbalanced
from models.checks.check import Check, Group, Input
from models.checks.entries import find_blanks, find_not_counts
from models.checks.inspection import Inspection
from models.checks.statements import (
    find_contradictions,
    find_disagreeing,
    find_wrong_changes,
    find_wrong_shares,
)
from models.finding import Finding, Severity
from models.report import Report

_CELLS = frozenset({Input.CELLS})
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
    Check("statement", "文中数字", Severity.WARNING, Group.STATEMENTS, _STATED_IN_TEXT, find_disagreeing),
    Check("contradiction", "文表矛盾", Severity.WARNING, Group.STATEMENTS, _STATED_IN_TEXT, find_contradictions),
    Check("percentage", "文中占比", Severity.INFO, Group.STATEMENTS, _STATED_IN_TEXT, find_wrong_shares),
    Check(
        "year-on-year",
        "文中同比",
        Severity.INFO,
        Group.YEARS,
        _STATED_IN_TEXT | {Input.LAST_YEAR},
        find_wrong_changes,
    ),
)

DEFAULT_CHECKS = tuple(check for check in CHECKS if not check.is_optional)
"""The checks that run until the clerk switches one off or an optional one on."""


def find_problems(report: Report, checks: Sequence[Check] = DEFAULT_CHECKS) -> tuple[Finding, ...]:
    """Run every check; the findings come in the order of the checks, each check's in reading order."""
    inspection = Inspection(report, checks)
    inspection.run()
    return inspection.findings
