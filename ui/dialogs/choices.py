"""What the clerk can answer to the questions of the window."""

from dataclasses import dataclass
from enum import Enum

from ui.export_formats import SetupPart


class Unsaved(Enum):
    """What to do with changes that are not saved."""

    SAVE = "保存(&S)"
    DISCARD = "不保存(&N)"
    CANCEL = "取消"


class Recovery(Enum):
    """What to do with a recovery copy that was left behind."""

    RESTORE = "恢复(&R)"
    DISCARD = "丢弃(&D)"
    CANCEL = "以后再说"


class HowToOpen(Enum):
    """What a file that is not the program's own is to become."""

    DRAFT = "作为底本，编下一年的(&L)"
    REPORT = "打开这份报告本身(&O)"
    CANCEL = "取消"


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
