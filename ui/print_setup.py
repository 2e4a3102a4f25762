"""How a report is to be printed: its fonts, and what stands beside it; kept from one time to the next."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from exporters.office_typography import read_office_typography
from exporters.print_options import PrintOptions
from exporters.typography import DEFAULT_TYPOGRAPHY, Typography, default_typography, known_typographies
from models.check_sheet import CheckSheet
from models.errors import InputRefusal


class Extra(StrEnum):
    """What may stand beside the report, by its name on the command line and in the settings."""

    DRAFT = "draft"
    SIGNED = "signed"
    APPROVAL_SLIP = "approval-slip"
    CHECK_SHEET = "check-sheet"


EXTRAS = {
    Extra.DRAFT: ("送审稿：每页加页眉和水印", "送领导审定的稿子；定稿时去掉"),
    Extra.SIGNED: ("文末署名和成文日期", "机关名称和日期取自“标题与前言”；日期没有填的，留出位置"),
    Extra.APPROVAL_SLIP: ("前面附审签单", "拟稿、核稿、会签、签发各栏，供手写意见、姓名和日期"),
    Extra.CHECK_SHEET: ("后面附校核单", "查了什么、哪些相符、哪些还没有处理"),
}
"""What the clerk calls each, and what it means."""


@dataclass(frozen=True, slots=True)
class PrintSetup:
    """What is chosen for Word, PDF and paper.

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


def options_of(extras: frozenset[Extra], check_sheet: Callable[[], CheckSheet]) -> PrintOptions:
    """Return what stands beside the report; the check sheet is made only where it is wanted."""
    return PrintOptions(
        is_draft=Extra.DRAFT in extras,
        is_signed=Extra.SIGNED in extras,
        has_approval_slip=Extra.APPROVAL_SLIP in extras,
        check_sheet=check_sheet() if Extra.CHECK_SHEET in extras else None,
    )
