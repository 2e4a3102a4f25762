"""What a check found: a value for the clerk to see, never an exception."""

from dataclasses import dataclass
from enum import StrEnum

from models.form import CellName


class Severity(StrEnum):
    """How sure and how grave a finding is."""

    ERROR = "error"
    """Against the table's own relations or the form's requirements."""
    WARNING = "warning"
    """Very likely wrong; the clerk may dismiss it with a reason."""
    INFO = "info"
    """Worth a look."""


LEVEL_WORDS = {Severity.ERROR: "错", Severity.WARNING: "疑", Severity.INFO: "提示"}
"""What the clerk calls each level."""


@dataclass(frozen=True)
class FindingKey:
    """What makes a finding the same one as before: its check, its cells, and the words it is about.

    Args:
        code: the check's code.
        cells: every cell concerned.
        section: the section whose text is concerned, else None.
        words: the words of that text, or the whole message where neither cells nor text tell it from others.
        sentence: the sentence that holds them; empty in files of versions that did not keep it.
        nth: how many findings with all of this the same stand before it.
    """

    code: str
    cells: tuple[CellName, ...]
    section: str | None
    words: str
    sentence: str = ""
    nth: int = 0

    @property
    def without_sentence(self) -> "FindingKey":
        """The key as files of earlier versions have it."""
        return FindingKey(self.code, self.cells, self.section, self.words)


@dataclass(frozen=True)
class Finding:
    """One problem of a report.

    Args:
        code: the check's code, as in `balance`.
        severity: how grave it is.
        message: one Chinese sentence with place, numbers and difference.
        left: the cells of the first side of a relation, or all cells concerned.
        right: the cells of the other side, empty where there is none.
        section: the key of the section whose text is concerned, else None.
        quote: the words of that text, else None.
        start: where the quote begins in the section's text, else None.
        sentence: the sentence that holds the quote; filled in where the checks run.
        nth: how many findings of the same words in an equal sentence stand before it; filled in likewise.
    """

    code: str
    severity: Severity
    message: str
    left: tuple[CellName, ...] = ()
    right: tuple[CellName, ...] = ()
    section: str | None = None
    quote: str | None = None
    start: int | None = None
    sentence: str = ""
    nth: int = 0

    @property
    def cells(self) -> tuple[CellName, ...]:
        """Every cell concerned, left side first."""
        return self.left + self.right

    @property
    def key(self) -> FindingKey:
        """What it is recognised by when the checks have run again."""
        words = self.quote or ("" if self.cells else self.message)
        return FindingKey(self.code, self.cells, self.section, words, self.sentence, self.nth)
