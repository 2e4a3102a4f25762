"""What is still open before a report is signed, group by group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.finding import Finding
from models.live_figures import BLANK_FIGURE
from models.report import Report
from models.taken_over import untouched_count

HEAD, TO_FILL_IN, LAST_YEARS = "标题与前言", "待补写", "去年的内容"
"""Groups of points that no check finds."""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that is open.

    Args:
        sentence: says what.
        places: of how many places it speaks, each of them a line in the panels beside the report.
    """

    sentence: str
    places: int = 1


OpenPoints = Mapping[str, Sequence[OpenPoint]]
"""What is open, by group."""


def open_points(report: Report, findings: Mapping[str, Sequence[Finding]]) -> dict[str, list[OpenPoint]]:
    """Return a report's open points by group; no group is empty.

    Args:
        report: the report.
        findings: what the checks found, by their groups.
    """
    head = [] if report.head.is_complete else [OpenPoint("标题与前言：编制机关或统计年度还没有填写")]
    found = {group: [OpenPoint(finding.message) for finding in each] for group, each in findings.items()}
    points = {HEAD: head, **found, TO_FILL_IN: _lines_to_fill_in(report), LAST_YEARS: _untouched(report)}
    return {group: each for group, each in points.items() if each}


def _lines_to_fill_in(report: Report) -> list[OpenPoint]:
    counts = {report.form.section(key).name: text.count(BLANK_FIGURE) for key, text in report.texts.items()}
    return _counted(f"正文里还有 {{}} 处“{BLANK_FIGURE}”没有填", counts)


def _untouched(report: Report) -> list[OpenPoint]:
    counts = {section.name: untouched_count(report, section) for section in report.form.sections}
    return _counted("还有 {} 处沿用去年的内容没有改动或确认", counts)


def _counted(sentence: str, counts: Mapping[str, int]) -> list[OpenPoint]:
    """Return the point that so many places make, with where they stand; none where there is no place."""
    places = "、".join(f"{name} {count} 处" for name, count in counts.items() if count)
    total = sum(counts.values())
    return [OpenPoint(f"{sentence.format(total)}：{places}", total)] if total else []
