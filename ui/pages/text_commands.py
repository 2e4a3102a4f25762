"""What menus and keys do with a section's text: live figures, moving and numbering paragraphs, its outline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from models.form import CellName, Section
from models.live_figures import LiveFigures
from models.live_text import LiveText
from models.report import Edit
from models.taken_over import Span
from models.text_edits import full_width_edit, live_text, text_edit
from ui.document import Document
from ui.finding_commands import Offer
from ui.pages.text_editor import TextEditor

if TYPE_CHECKING:  # slow to load, and a text that is just read needs none of it
    from models.draft import Draft
    from models.renumbering import Moved
    from models.statements import Statement

INSERT, LINK, UNLINK = "插入联动数…", "改为联动数", "改为普通数字"
_INSERT_HINT = "从各表里选一个数放在光标处，以后随表格变化（Ctrl+L）"
_LINK_HINT = "这个数与表格相符，改为随表格变化的联动数（Ctrl+Shift+L）"
_UNLINK_HINT = "这个数留在原处，不再随表格变化（Ctrl+Alt+L）"


class TextCommands:
    """Carries out commands on the text of one section; each is one undo step.

    Args:
        document: the document that the edits go to.
        section: the section.
        editor: where its text is edited, whose cursor and selection count.
        ask_figure: asks for a figure of the tables; None where none is wanted.
    """

    def __init__(
        self, document: Document, section: Section, editor: TextEditor, ask_figure: Callable[[], CellName | None]
    ) -> None:
        """Act on a text."""
        self._document = document
        self._section = section
        self._editor = editor
        self._ask_figure = ask_figure

    def offers_at(self, place: int) -> list[Offer]:
        """Return what can be done with the figure at a place of the text, or at the cursor."""
        return list(self._offers_at(place))

    def _offers_at(self, place: int) -> Iterator[Offer]:
        if self._is_live(Span(place, place)):
            yield Offer(UNLINK, _UNLINK_HINT, self.unlink)
        elif self._linkable(Span(place, place), self._document.statements):
            yield Offer(LINK, _LINK_HINT, self.link)
        yield Offer(INSERT, _INSERT_HINT, self.insert_figure)

    # ── live figures ────────────────────────────────────────────────────

    def insert_figure(self) -> None:
        """Ask for a figure of the tables and put it at the cursor, or over what is selected."""
        from models.linking import insert_figure  # noqa: PLC0415 - as above

        place, cell = self._editor.chosen(), self._ask_figure()
        if cell is not None:
            self._document.apply(insert_figure(self._document.report, self._section.key, place, (cell,)))
            figure = next(each for each in self._live() if each.start == place.start)
            self._editor.choose(Span(figure.stop, figure.stop))
        self._editor.setFocus()

    def link(self) -> None:
        """Let the typed figures at the cursor, or of the selection, follow the tables, where they agree."""
        self._link(self._linkable(self._editor.chosen()), "光标所在处没有认出与表格相符的数；不符的先改正（Alt+回车）")

    def link_all(self) -> None:
        """Let every figure of the section follow the tables that agrees with them."""
        self._link(self._linkable(None), "这一部分没有与表格相符、可以改为联动数的数；不符的先改正（F8 逐处查看）")

    def unlink(self) -> None:
        """Make the live figures at the cursor, or of the selection, plain ones."""
        from models.linking import unlink  # noqa: PLC0415 - as above

        edit = unlink(self._document.report, self._section.key, self._editor.chosen())
        self._document.apply_or_tell(edit, "光标所在处没有联动数")

    def _link(self, statements: Sequence[Statement], where_none: str) -> None:
        from models.linking import link  # noqa: PLC0415 - as above

        edit = link(self._document.report, self._section.key, statements)
        self._document.apply_or_tell(edit, where_none)
        if edit.names:
            self._document.notice.emit(f"已{edit.label}，以后随表格变化")

    def _linkable(self, place: Span | None, stated: Sequence[Statement] | None = None) -> list[Statement]:
        """Return what can be linked: what touches a place, everything where None; of what is stated, where given."""
        from models.linking import linkable  # noqa: PLC0415 - as above

        found = linkable(self._document.report, self._section.key, stated)
        return [each for each in found if place is None or place.touches(Span(each.figure_start, each.figure_stop))]

    def _is_live(self, place: Span) -> bool:
        return any(place.touches(Span(each.start, each.stop)) for each in self._live())

    def _live(self) -> LiveFigures:
        return self._document.report.live_in(self._section.key)

    # ── drafting ────────────────────────────────────────────────────────

    def draft(self, draft: Draft) -> None:
        """Write what the tables tell behind the paragraph with the cursor, in last year's wording where it is known."""
        from models.drafting import draft_from_tables  # noqa: PLC0415 - as above

        drafted = draft_from_tables(self._document.report, draft, self._editor.place_of_cursor())
        self._document.apply_or_tell(drafted.edit, f"{draft.name}已经写好了")
        if drafted.left_out:
            self._document.notice.emit(f"照去年的写法；去年没有提到的：{'、'.join(drafted.left_out)}，请补写")
        elif drafted.edit.names:
            self._document.notice.emit(f"已{drafted.edit.label}，数字随表格变化，请核对文字")

    # ── paragraphs ──────────────────────────────────────────────────────

    def move_up(self) -> None:
        """Move the paragraphs of the selection before the one above, their numbers kept in sequence."""
        self._move(-1, "已经在最前面")

    def move_down(self) -> None:
        """Move the paragraphs of the selection behind the one below, their numbers kept in sequence."""
        self._move(1, "已经在最后面")

    def renumber(self) -> None:
        """Number the headings and points of the section anew, each level in sequence."""
        from models.renumbering import renumbered_live  # noqa: PLC0415 - as above

        self._rewrite("重新编号", renumbered_live(self._text()), "编号已经是连续的")

    def full_width(self) -> None:
        """Put full-width marks in the place of the half-width ones of the section."""
        edit, chosen = full_width_edit(self._document.report, self._section.key), self._editor.chosen()
        self._document.apply_or_tell(edit, "这一部分没有要改的半角标点")
        if edit.names:
            self._editor.choose(chosen)  # every character is where it was
            self._document.notice.emit(f"已{edit.label}")

    def insert_outline(self) -> None:
        """Put in the headings that the section has to have and lacks."""
        from models.topic_outline import with_topics  # noqa: PLC0415 - as above

        if not self._section.topics:
            self._document.notice.emit(f"{self._section.name}没有规定的提纲")
            return
        before = self._text()
        after = with_topics(before, self._section.topics)
        self._rewrite("插入提纲", after, "提纲的各个标题都已经有了")
        if after != before:
            self._to_first_empty(after.text)

    def _move(self, step: int, at_the_end: str) -> None:
        from models.renumbering import paragraphs_moved  # noqa: PLC0415 - as above

        text, chosen = self._text(), self._editor.chosen()
        first, last = text.text.count("\n", 0, chosen.start), text.text.count("\n", 0, chosen.stop)
        if first < last and text.text[chosen.stop - 1] == "\n":  # the selection ends before the last paragraph's begin
            last -= 1
        moved = paragraphs_moved(text, first, last, step)
        if moved is None:
            self._document.notice.emit(at_the_end)
        else:
            self._rewrite("移动段落", moved.text, "")
            self._choose_moved(text.text, chosen, moved)

    def _choose_moved(self, before: str, chosen: Span, moved: Moved) -> None:
        """Select the paragraphs where they are now; a mere cursor stays at its place in its paragraph."""
        after = moved.text.text
        start, stop = _start_of(after, moved.first), _end_of(after, moved.last)
        if chosen.start == chosen.stop:  # counted from the end, for a number may have grown
            line_end = before.find("\n", chosen.start)
            start = stop = stop - ((len(before) if line_end < 0 else line_end) - chosen.start)
        self._editor.choose(Span(start, stop))

    def _to_first_empty(self, text: str) -> None:
        place = text.find("\n\n") + 1 or len(text)
        self._editor.choose(Span(place, place))
        self._editor.setFocus()

    def _text(self) -> LiveText:
        return live_text(self._document.report, self._section.key)

    def _rewrite(self, label: str, after: LiveText, where_same: str) -> None:
        edit = text_edit(self._document.report, label, {self._section.key: after})
        self._document.apply_or_tell(Edit() if after == self._text() else edit, where_same)


def _start_of(text: str, line: int) -> int:
    """Return where a line begins."""
    return sum(len(each) + 1 for each in text.split("\n")[:line])


def _end_of(text: str, line: int) -> int:
    return sum(len(each) + 1 for each in text.split("\n")[: line + 1]) - 1
