"""What the clerk can do about a finding: correct the figure, go to its place, confirm it as true."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.checks.dismissals import bring_back, dismiss
from models.finding import Finding
from models.report import Edit
from models.zeros import fill_zeros
from ui.document import Document
from ui.settings import Settings

if TYPE_CHECKING:  # slow to load, and a window that comes up asks nothing
    from ui.dialogs.dialogs import Dialogs


@dataclass(frozen=True, eq=False, repr=False)
class Offer:
    """Something that can be done about a finding.

    Args:
        text: what a button calls it.
        explanation: what it does, or why it cannot be done.
        act: does it; None where it cannot be done, or where there are choices.
        choices: the ways to do it, of which one is chosen from a menu.
    """

    text: str
    explanation: str
    act: Callable[[], object] | None
    choices: tuple[Offer, ...] = ()

    @property
    def is_possible(self) -> bool:
        """Whether it can be done."""
        return self.act is not None or bool(self.choices)


class FindingCommands(QObject):
    """Carries out what is offered about the findings of a document."""

    cells_wanted = Signal(object)
    """Emitted with a finding whose cells are to be shown."""

    def __init__(self, document: Document, settings: Settings, dialogs: Callable[[], Dialogs]) -> None:
        """Act on a document, asking through what `dialogs` returns."""
        super().__init__()
        self._document = document
        self._settings = settings
        self._dialogs = dialogs

    def offers(self, finding: Finding) -> list[Offer]:
        """Return what can be done about an open finding, the likeliest first."""
        return [
            *self._correction(finding),
            *self._ways(finding),
            *self._totals(finding),
            *self._zeros(finding),
            *self._full_width(finding),
            self._dismissal(finding),
        ]

    def offers_for_dismissed(self, finding: Finding) -> list[Offer]:
        """Return what can be done about a finding that was confirmed as true."""
        bring = partial(self._document.apply, bring_back(finding))
        return [Offer("恢复提示", "去掉“属实”，这个问题重新列出", bring), *self._ways(finding)]

    def corrections(self, finding: Finding) -> Iterator[Offer]:
        """Yield the ways to correct the figure of the text that a finding calls wrong."""
        # importing it takes a while, and a report without a wrong figure needs none of it
        from models.statements.correction import corrections_of  # noqa: PLC0415

        statement = self._document.statement_of(finding)
        corrections = corrections_of(self._document.report, statement) if statement else ()
        for each in corrections:
            basis = f"（{each.basis}）" if len(corrections) > 1 else ""
            yield Offer(
                f"改为 {each.figure}{basis}",
                "改正文中的这个数，别的字不动（Alt+Enter）",
                partial(self._correct, finding, each.figure),
            )

    def _correction(self, finding: Finding) -> list[Offer]:
        """Return one offer to correct the figure, however many ways there are."""
        corrections = tuple(self.corrections(finding))
        if len(corrections) < 2:  # noqa: PLR2004 - no choice
            return list(corrections)
        return [Offer("改正这个数", "有几种改法，从中选一种（Alt+Enter）", None, corrections)]

    def dismiss(self, finding: Finding) -> None:
        """Ask for a reason and confirm a finding as true; say so where that cannot be."""
        offer = self._dismissal(finding)
        if offer.act is None:
            self._document.notice.emit(offer.explanation)
        else:
            offer.act()

    def fill_zeros(self) -> None:
        """Enter 0 in every blank cell of every table."""
        edit = fill_zeros(self._document.report, self._document.report.form.typed_cells)
        self._document.apply_or_tell(edit, "各表都没有空格，不用补零")

    def _ways(self, finding: Finding) -> Iterator[Offer]:
        if finding.section and finding.cells:
            yield Offer("转到表格", "到表里的这个数（F6）", partial(self.cells_wanted.emit, finding))

    def _totals(self, finding: Finding) -> Iterator[Offer]:
        total = next(iter(finding.left), "")
        if total in self._document.report.stated:
            settle = partial(self._document.apply, Edit(label="以算得的数为准", stated={total: None}))
            yield Offer("以算得的数为准", "不再提示这个总计与原文件不同", settle)

    def _zeros(self, finding: Finding) -> Iterator[Offer]:
        if finding.code == "blank":
            edit = fill_zeros(self._document.report, finding.left)
            yield Offer("本表补零", "这张表的空格都填 0", partial(self._document.apply, edit))
            yield Offer("全部补零", "所有表的空格都填 0（Ctrl+Alt+0）", self.fill_zeros)

    def _full_width(self, finding: Finding) -> Iterator[Offer]:
        from models.punctuation import stray_marks  # noqa: PLC0415 - the window comes up first

        if finding.code == "wording" and stray_marks(finding.quote or ""):
            act = partial(self._write_full_width, finding.section or "")
            yield Offer("半角标点改全角", "这一部分正文里的半角标点都改为全角，数和网址里的不动", act)

    def _write_full_width(self, section: str) -> None:
        from models.text_edits import full_width_edit  # noqa: PLC0415 - as above

        self._document.apply_or_tell(full_width_edit(self._document.report, section), "这一部分没有要改的半角标点")
        self._document.settle()

    def _dismissal(self, finding: Finding) -> Offer:
        check = self._document.check_of(finding)
        if check.may_be_dismissed:
            return Offer("属实，不再提示…", "写明理由后不再列为问题（Ctrl+F8）", partial(self._dismiss, finding))
        why = f"“{check.name}”的错误不能按属实放过：{check.group}的数必须相符，请改正数据"
        return Offer("属实，不再提示…", why, None)

    def _correct(self, finding: Finding, figure: str) -> None:
        from models.statements.correction import corrected_text  # noqa: PLC0415 - as in `corrections`

        statement = self._document.statement_of(finding)
        if statement is None:  # the text has been changed since
            self._document.notice.emit("这句话已经改动，请看新的提示")
        else:
            self._document.correct_text(statement.section, corrected_text(self._document.report, statement, figure))

    def _dismiss(self, finding: Finding) -> None:
        settings = self._settings
        answer = self._dialogs().ask_reason(finding.message, settings.recent_reasons, settings.confirmer)
        if answer is not None:
            reason, settings.confirmer = answer
            settings.remember_reason(reason)
            self._document.apply(dismiss(self._document.report, finding, reason, settings.confirmer))
