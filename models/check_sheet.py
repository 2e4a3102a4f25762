"""校核单: what was checked in a report, what holds, what is open, and what was dismissed as true by whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.checks import CHECKS
from models.checks.check import Check, Group
from models.checks.dismissals import dismissal_of
from models.checks.held_against import NO_PROBLEM, Held, compared_by
from models.comparison import compared_year, name_of
from models.dismissal import Dismissal
from models.finding import LEVEL_WORDS, Finding
from models.open_points import open_points
from models.report import Report
from models.slips import CHECK_SHEET

DISMISSED = "属实"
"""What the sheet says of a finding that was dismissed: it is true."""

NOT_CHECKED = "未核对"

SIGNERS = ("经办人", "校核人", "负责人")

TO_READ = "正文里认不出是表内数的数字，例如培训、热线、公开的条数，以及表内没有关系的各数，须由人工核对。"
"""What no check can do, said on every sheet."""


_MEANINGS = {
    Group.TABLES: "表中各数互相核对",
    Group.STATEMENTS: "正文与表核对",
    Group.YEARS: "本年与去年的报告核对",
    Group.WORDING: "正文本身",
}


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A thing that was compared: what it is, its numbers, and what is said of it: 成立, 相符, 错, 属实."""

    label: str
    numbers: str
    result: str
    is_wrong: bool = False
    """Whether something was found about it that is still open."""


@dataclass(frozen=True, slots=True)
class SheetFinding:
    """Something that was found.

    Args:
        group: the group of the check that found it.
        finding: what was found.
        dismissal: who dismissed it as true, and why; None while it is open.
    """

    group: Group
    finding: Finding
    dismissal: Dismissal | None

    @property
    def result(self) -> str:
        """What the sheet says of it: its level, or that it is true."""
        return DISMISSED if self.dismissal else LEVEL_WORDS[self.finding.severity]


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """What one check did.

    Args:
        code: the check's code.
        name: what the clerk calls it.
        scope: what it compared, and how much of it.
        result: what it came to.
        lines: what it compared with numbers, in reading order.
        findings: what it found, dismissed or not.
        obstacle: why it could compare nothing; empty where it could.
    """

    code: str
    name: str
    scope: str
    result: str
    lines: tuple[SheetLine, ...]
    findings: tuple[SheetFinding, ...]
    obstacle: str


@dataclass(frozen=True, slots=True)
class CheckedGroup:
    """The checks of one group."""

    group: Group
    parts: tuple[CheckedPart, ...]

    @property
    def title(self) -> str:
        """The group's name and what it means."""
        return f"{self.group}：{_MEANINGS[self.group]}"

    @property
    def findings(self) -> tuple[SheetFinding, ...]:
        """What its checks found, dismissed or not."""
        return tuple(finding for part in self.parts for finding in part.findings)

    @property
    def state(self) -> str:
        """What it came to: 错 1 处、疑 2 处, 无问题, 未核对."""
        untouched = all(part.obstacle for part in self.parts)
        return _state(self.findings, NOT_CHECKED if untouched else NO_PROBLEM)


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """The sheet for those who approve a report.

    Args:
        agency: whose report it is; empty where nobody has written it.
        year: the year it is about, None where nobody has written it.
        title: the sheet's title broken by sense.
        head: what the report is and what it was held against: names and values.
        groups: what was checked.
        unchecked: what was not checked and why, and what else is to be done, one sentence each.
    """

    agency: str
    year: int | None
    title: tuple[str, ...]
    head: tuple[tuple[str, str], ...]
    groups: tuple[CheckedGroup, ...]
    unchecked: tuple[str, ...]

    @property
    def summary(self) -> str:
        """The state of every group in one line."""
        return "；".join(f"{group.group}：{group.state}" for group in self.groups)

    @property
    def open(self) -> tuple[SheetFinding, ...]:
        """What was found and is still to be dealt with."""
        return tuple(each for group in self.groups for each in group.findings if each.dismissal is None)

    @property
    def dismissed(self) -> tuple[tuple[SheetFinding, Dismissal], ...]:
        """What was found and dismissed as true, with the reasons."""
        found = (each for group in self.groups for each in group.findings)
        return tuple((each, each.dismissal) for each in found if each.dismissal is not None)


def check_sheet(report: Report, checks: Sequence[Check], findings: Iterable[Finding]) -> CheckSheet:
    """Return the sheet of a report.

    Args:
        report: the report.
        checks: the checks that ran.
        findings: all that they found, dismissed or not.
    """
    found = defaultdict(list)
    for finding in findings:
        found[finding.code].append(finding)
    parts = [(check.group, _part(report, check, found[check.code])) for check in checks]
    by_group = [(group, tuple(part for of, part in parts if of is group)) for group in Group]
    return CheckSheet(
        agency=report.head.agency,
        year=report.head.year,
        title=(*report.title_lines[:-1], report.title_lines[-1] + CHECK_SHEET),
        head=tuple(_head(report)),
        groups=tuple(CheckedGroup(group, of) for group, of in by_group if of),
        unchecked=tuple(_unchecked(report, checks, [part for _, part in parts])),
    )


def _head(report: Report) -> list[tuple[str, str]]:
    year, last = report.head.year, compared_year(report)
    older = "（较早的格式）" if last and last.form else ""
    return [
        ("编制机关", report.head.agency or "（没有填写）"),
        ("统计年度", f"{year}年" if year else "（没有填写）"),
        ("报告格式", f"{report.form.name}（{report.form.basis}）"),
        ("对照的去年报告", f"{name_of(last)}{older}" if last else "（没有）"),
    ]


# ── one check ───────────────────────────────────────────────────────────


def _part(report: Report, check: Check, findings: Sequence[Finding]) -> CheckedPart:
    comparison = compared_by(check.code, report)
    found = tuple(SheetFinding(check.group, each, dismissal_of(report, each)) for each in findings)
    obstacle = "" if found else comparison.obstacle
    return CheckedPart(
        code=check.code,
        name=check.name,
        scope=comparison.scope,
        result=_state(found, NOT_CHECKED if obstacle else comparison.result),
        lines=tuple(_line(thing, found) for thing in comparison.things),
        findings=found,
        obstacle=obstacle,
    )


def _line(thing: Held, found: Iterable[SheetFinding]) -> SheetLine:
    """Return a compared thing with what was found about it."""
    about = [each for each in found if thing.cells and _place(each.finding) == _place(thing)]
    result = about[0].result if about else thing.result
    return SheetLine(thing.label, thing.numbers, result, any(each.dismissal is None for each in about))


def _place(each: Finding | Held) -> object:
    return frozenset(each.cells), each.section, each.start


def _state(findings: Iterable[SheetFinding], fine: str) -> str:
    """Return how many findings there are of each level, 错 1 处、疑 2 处; what is said where there are none."""
    counts = Counter(each.result for each in findings)
    words = (*LEVEL_WORDS.values(), DISMISSED)
    return "、".join(f"{word} {counts[word]} 处" for word in words if counts[word]) or fine


# ── what was not checked ────────────────────────────────────────────────


def _unchecked(report: Report, checks: Sequence[Check], parts: Sequence[CheckedPart]) -> list[str]:
    names = defaultdict(list)
    for part in parts:
        names[part.obstacle].append(part.name)
    sentences = [f"{obstacle}，没有核对：{'、'.join(of)}。" for obstacle, of in names.items() if obstacle]
    running = {check.code for check in checks}
    off = "、".join(check.name for check in CHECKS if not check.is_optional and check.code not in running)
    if off:
        sentences.append(f"设置中关闭了，没有核对：{off}。")
    return sentences + [f"{each.sentence}。" for of in open_points(report, {}).values() for each in of]
