"""The fee for applications (信息处理费): whether a report tells of it, and whether its parts add up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from models.cell_value import Number, exact_sum
from models.checks.written_texts import found_in
from models.finding import Finding, Severity
from models.form import FeeDuty, Section
from models.report import Report

_TOLD = re.compile(r"\d[\d,，.]*\s*万?元|[零〇０]元|[未没无不免零０〇]|(?<![\d.])0(?![\d.])|暂停")
"""What tells how much was taken, or that nothing was."""
_SENTENCE = re.compile(r"[^。！？\n]+")
_AMOUNT = re.compile(r"(?P<digits>\d[\d,，]*(?:\.\d+)?)\s*(?P<myriad>万?)元")
_SEPARATORS = re.compile("[,，]")
_PARTS = re.compile(r"其中|分别")
_TOTAL = re.compile(r"(?:共计|合计|总计|总额|共)[^\d，,。；;]{0,12}\Z")
_NO_PARTS = re.compile("最高|最低|平均|每|标准|减免|免收|免缴|退还|退付|上缴|缴入|缴至|缴纳|上年|去年|较|比|累计|等")
"""What a sentence says up to its last amount if not all of them are the parts of one."""
_FEWEST_PARTS = 2
_MYRIAD = 10_000


def find_missing_fee(report: Report) -> Iterator[Finding]:
    """Find the section that has to tell of the fee and does not, be it that none was taken.

    Source: 国办公开办函〔2021〕30号, on 其他需要报告的事项.
    """
    for section in report.form.sections:
        year = report.head.year
        if section.fee and (year is None or year >= section.fee.since):
            problem = _untold(report.text(section.key), section.fee)
            if problem:
                message = f"“{section.title}”{problem}；收了多少要写明，没有收也要写明，例如“本年度未收取信息处理费”"
                yield Finding("fee-missing", Severity.ERROR, message, section=section.key)


def find_wrong_fee_parts(report: Report) -> Iterator[Finding]:
    """Find sums of the fee whose parts do not add up to them."""
    for section in report.form.sections:
        if section.fee:
            yield from _wrong_parts(section, report.text(section.key))


def _untold(text: str, duty: FeeDuty) -> str:
    """Return what is wrong with a text that has to tell of the fee; empty where it does."""
    sentences = _SENTENCE.findall(text)
    about = [number for number, each in enumerate(sentences) if any(word in each for word in duty.words)]
    if not about:
        return "没有写信息处理费收取情况"
    told = any(_TOLD.search(each) for number in about for each in sentences[number : number + 2])
    return "" if told else "提到了信息处理费，但没有写收了多少或者没有收"


# ── parts ───────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount in 元 and where it stands."""

    start: int
    stop: int
    value: Decimal


def _wrong_parts(section: Section, text: str) -> Iterator[Finding]:
    assert section.fee is not None
    for match in _SENTENCE.finditer(text):
        if any(word in match[0] for word in section.fee.words):
            whole, parts = _whole_and_parts(text, *match.span())
            total = exact_sum(part.value for part in parts)
            if whole and len(parts) >= _FEWEST_PARTS and total != whole.value:
                span = (min(whole.start, parts[0].start), max(whole.stop, parts[-1].stop))
                yield found_in(
                    section,
                    text,
                    span,
                    code="fee-parts",
                    severity=Severity.WARNING,
                    message=_not_the_sum(whole, parts, total),
                )


def _whole_and_parts(text: str, start: int, stop: int) -> tuple[_Amount | None, list[_Amount]]:
    """Return a sentence's total of the fee and its parts: those after 其中, or those before 共计."""
    amounts = [_amount(match) for match in _AMOUNT.finditer(text, start, stop)]
    if not amounts or _NO_PARTS.search(text, start, amounts[-1].start):
        return None, []
    parted = _PARTS.search(text, amounts[0].stop, stop)
    if parted:
        before = [each for each in amounts if each.stop <= parted.start()]
        return before[-1], [each for each in amounts if each.start >= parted.end()]
    last = amounts[-1]
    return (last, amounts[:-1]) if _TOTAL.search(text, start, last.start) else (None, [])


def _amount(match: re.Match[str]) -> _Amount:
    value = Decimal(_SEPARATORS.sub("", match["digits"]))
    return _Amount(*match.span(), value * _MYRIAD if match["myriad"] else value)


def _not_the_sum(whole: _Amount, parts: list[_Amount], total: Decimal) -> str:
    sum_of_parts = "＋".join(_plain(part.value) for part in parts)
    gap = _plain(abs(total - whole.value))
    return (
        f"信息处理费合计写 {_plain(whole.value)} 元，分项 {sum_of_parts}＝{_plain(total)} 元，差 {gap} 元；"
        "请核对合计和分项"
    )


def _plain(value: Decimal) -> str:
    return str(Number(value.normalize()))
