"""How a report is to be printed: its fonts, and what stands beside it; kept from one time to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from exporters.office_typography import read_office_typography
from exporters.print_options import Extra, PrintOptions
from exporters.typography import DEFAULT_TYPOGRAPHY, Typography, default_typography, known_typographies
from models.check_sheet import CheckSheet
from models.checks.check import Check
from models.errors import InputRefusal
from ui.export_formats import SetupPart


@dataclass(frozen=True, slots=True)
class ExtraWords:
    """What the clerk calls an extra, what it means, and the letter that reaches it in a dialog."""

    name: str
    meaning: str
    key: str


EXTRAS = {
    SetupPart.PAGES: {
        Extra.DRAFT: ExtraWords("送审稿：报告正文每页加页眉和水印", "送领导审定的稿子；定稿时去掉", "D"),
        Extra.SIGNED: ExtraWords("文末署名和成文日期", "机关名称和日期取自“标题与前言”；日期没有填的，留出位置", "S"),
        Extra.APPROVAL_SLIP: ExtraWords("前面附审签单", "拟稿、核稿、会签、签发各栏，供手写意见、姓名和日期", "A"),
        Extra.CHECK_SHEET: ExtraWords("后面附校核单", "查了什么、哪些相符、哪些还没有处理", "C"),
    },
    SetupPart.WORKBOOK: {
        Extra.REPORT_ONLY: ExtraWords(
            "只要正文和各表，不附核对用表", "对外公布时用；问题清单、与上年对比、图表只供本单位核对", "N"
        ),
    },
    SetupPart.PICTURE: {},
}
"""The extras that each part of a set-up has."""


@dataclass(frozen=True, slots=True)
class PrintSetup:
    """What is chosen for Word, PDF and paper, for workbooks, and for the picture of the year.

    Args:
        style: key of a typography scheme, or the path of an office's own.
        extras: what stands beside the report.
    """

    style: str = DEFAULT_TYPOGRAPHY
    extras: frozenset[Extra] = frozenset()


def typography_named(style: str) -> Typography:
    """Return the scheme with a key, or the one in a file.

    Raises:
        InputRefusal: where the file cannot be read as a scheme, with all that is wrong in it.
    """
    return known_typographies().get(style) or read_office_typography(Path(style))


def typography_of(setup: PrintSetup) -> Typography:
    """Return the scheme chosen; the default one where an office's own cannot be read any more."""
    try:
        return typography_named(setup.style)
    except InputRefusal:
        return default_typography()


def complaint_about(style: str) -> str:
    """Say why a scheme cannot be read any more; empty where it can."""
    try:
        typography_named(style)
    except InputRefusal as refusal:
        return str(refusal)
    return ""


def options_of(
    extras: frozenset[Extra], check_sheet: Callable[[], CheckSheet], checks: Sequence[Check]
) -> PrintOptions:
    """Return what stands beside the report; the check sheet is made only where it is wanted.

    Args:
        extras: what is chosen.
        check_sheet: makes the check sheet.
        checks: the checks that run on the report.
    """
    sheet = check_sheet() if Extra.CHECK_SHEET in extras else None
    return PrintOptions(extras, sheet, None if Extra.REPORT_ONLY in extras else checks)
