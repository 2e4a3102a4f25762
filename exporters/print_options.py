"""What is printed beside the report itself; nothing of it unless asked for."""

from dataclasses import dataclass

from models.check_sheet import CheckSheet


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What an office adds to the report on its way from draft to publication.

    Args:
        is_draft: whether every page of the report says that it is a draft for approval (送审稿).
        is_signed: whether agency and date stand at its end (落款), the date's place free where nobody has set it.
        has_approval_slip: whether a slip to approve it on (审签单) stands before it.
        check_sheet: the check sheet to stand behind it; None for none.
    """

    is_draft: bool = False
    is_signed: bool = False
    has_approval_slip: bool = False
    check_sheet: CheckSheet | None = None


REPORT_ALONE = PrintOptions()
