"""Check sheets for tests, and all else that stands beside a report: of any, and of one with findings of every group."""

from exporters.print_options import Extra, PrintOptions
from models.check_sheet import CheckedPart, CheckSheet, check_sheet
from models.checks import DEFAULT_CHECKS, find_problems
from models.checks.check import Check
from models.checks.dismissals import dismiss
from models.report import Report
from tests.builders import a_clean_report, clean_texts

BROKEN = {
    "requests/received/natural_person": "7",
    "requests/received/other": "约5",
    "proactive/licences/decisions": "",
    "review_litigation/review/upheld": "",
}
WRONG_TEXT = (
    "本年度新收政府信息公开申请9件，办结6件，其中予以公开1件，占17.6%。\n"
    "=全年解答政策问题若干，联系人手机13812345678。。"
)
REASON = "文中是上级转办的口径，情况说明附后"


def sheet_of(report: Report, checks: tuple[Check, ...] = DEFAULT_CHECKS) -> CheckSheet:
    """Return the sheet of a report."""
    return check_sheet(report, checks, find_problems(report, checks))


def everything(report: Report) -> PrintOptions:
    """Return the options with which all that can stand beside a report does."""
    return PrintOptions(frozenset(Extra), sheet_of(report), DEFAULT_CHECKS)


def a_busy_report(**others: object) -> Report:
    """Return a report with findings of every level; one about the text and one about a table are confirmed."""
    overview = f"{clean_texts()['overview']}\n{WRONG_TEXT}"
    report = a_clean_report(BROKEN, texts={"overview": overview, "other_matters": "没有其他事项。"}, **others)
    for code in ("statement", "blank"):
        finding = next(each for each in find_problems(report) if each.code == code)
        report.apply(dismiss(report, finding, REASON, "张三"))
    return report


def part_of(sheet: CheckSheet, code: str) -> CheckedPart:
    """Return what one check did."""
    return next(part for group in sheet.groups for part in group.parts if part.code == code)


def lines_of(sheet: CheckSheet, code: str) -> list[tuple[str, str, str]]:
    """Return the things that one check compared."""
    return [(line.label, line.numbers, line.result) for line in part_of(sheet, code).lines]
