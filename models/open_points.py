"""What is still open before a report is signed, group by group."""

from collections.abc import Mapping, Sequence

from models.finding import Finding
from models.live_figures import BLANK_FIGURE
from models.report import Report
from models.taken_over import untouched_count

HEAD, TO_FILL_IN, LAST_YEARS = "标题与前言", "待补写", "去年的内容"
"""Groups of points that no check finds."""


def open_points(report: Report, findings: Mapping[str, Sequence[Finding]]) -> dict[str, list[str]]:
    """Return a report's open points by group, one sentence each; no group is empty.

    Args:
        report: the report.
        findings: what the checks found, by their groups.
    """
    head = [] if report.head.is_complete else ["标题与前言：编制机关或统计年度还没有填写"]
    found = {group: [finding.message for finding in each] for group, each in findings.items()}
    points = {HEAD: head, **found, TO_FILL_IN: _lines_to_fill_in(report), LAST_YEARS: _untouched(report)}
    return {group: sentences for group, sentences in points.items() if sentences}


def _lines_to_fill_in(report: Report) -> list[str]:
    counts = {report.form.section(key).name: text.count(BLANK_FIGURE) for key, text in report.texts.items()}
    places = "、".join(f"{name} {count} 处" for name, count in counts.items() if count)
    return [f"正文里还有 {sum(counts.values())} 处“{BLANK_FIGURE}”没有填：{places}"] if places else []


def _untouched(report: Report) -> list[str]:
    counts = {section.name: untouched_count(report, section) for section in report.form.sections}
    places = "、".join(f"{name} {count} 处" for name, count in counts.items() if count)
    return [f"还有 {sum(counts.values())} 处沿用去年的内容没有改动或确认：{places}"] if places else []
