"""What a set-up or a question on open points is asked for; loaded when the first of them is."""

from dataclasses import dataclass
from enum import Enum

from ui.export_formats import SetupPart


class Deed(Enum):
    """What is about to be done with a report, in the words of the button that does it."""

    EXPORT = "导出(&E)"
    PRINT = "打印(&P)"
    COPY = "复制(&Y)"
    SET_UP = "确定(&O)"

    @property
    def anyway(self) -> str:
        """The words where points are open."""
        return f"仍然{self.value}"


@dataclass(frozen=True, slots=True)
class Occasion:
    """On which a set-up is asked.

    Args:
        title: what the dialog is called.
        deed: what is about to be done.
        part: what of the set-up makes a difference to it.
    """

    title: str
    deed: Deed
    part: SetupPart


GO_BACK = "返回修改(&R)"
"""What the button says that leaves everything as it is, to look at what is open."""
