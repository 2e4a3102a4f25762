"""What the clerk can answer to the questions of the window."""

from enum import Enum


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


class ChangedFile(Enum):
    """What to do where the file to save to was changed by others since it was opened."""

    OVERWRITE = "覆盖(&O)"
    SAVE_AS = "另存(&A)"
    CANCEL = "取消"


class HowToOpen(Enum):
    """What a file that is not the program's own is to become."""

    DRAFT = "作为底本，编下一年的(&L)"
    REPORT = "打开这份报告本身(&O)"
    CANCEL = "取消"
