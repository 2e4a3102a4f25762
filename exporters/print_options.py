"""What stands in a document beside the report itself; nothing of it unless asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.check_sheet import CheckSheet
from models.checks.check import Check


class Extra(StrEnum):
    """What an office adds to the report on its way from draft to publication, or leaves out of a workbook.

    By its name on the command line and in the settings.
    """

    DRAFT = "draft"
    """Every page of the report says that it is a draft for approval (送审稿)."""
    SIGNED = "signed"
    """Agency and date stand at its end (落款), the date's place free where nobody has set it."""
    APPROVAL_SLIP = "approval-slip"
    """A slip to approve it on (审签单) stands before it."""
    CHECK_SHEET = "check-sheet"
    """The check sheet (校核单) stands behind it."""
    REPORT_ONLY = "report-only"
    """A workbook has no review."""


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What is chosen, and what that takes from elsewhere.

    Args:
        extras: what is chosen.
        check_sheet: the check sheet to stand behind the report; None for none.
        review_checks: the checks whose findings head the review in a workbook; None for no review.
    """

    extras: frozenset[Extra] = frozenset()
    check_sheet: CheckSheet | None = None
    review_checks: Sequence[Check] | None = None


REPORT_ALONE = PrintOptions()
