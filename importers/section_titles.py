"""Telling whether a paragraph is the title of a section, in whatever wording and with whatever number."""

import re
from collections.abc import Collection
from dataclasses import replace

from importers.blocks import Paragraph
from importers.labels import Wording, similarity, wording
from models.form import Form, Section

_LONGEST_TITLE = 60
_LONGEST_PARAGRAPH = 50_000
"""Characters up to which a paragraph is looked through line by line; a whole report has 20,000."""
_SIMILAR = 0.8
"""Share of common pairs of characters from which a numbered paragraph is a title with a slip of the pen."""
_END_OF_TITLE = re.compile(r"[。：:]")


class SectionTitles:
    """The accepted titles of a form's sections, compared without number and punctuation."""

    def __init__(self, form: Form, *, takes_brackets: bool = False) -> None:
        """Prepare to look for titles.

        Args:
            form: the form.
            takes_brackets: whether a title may be numbered in brackets although the form's is not.
        """
        self._takes_brackets = takes_brackets
        self._accepted = {
            wording(title).bare: section
            for section in form.sections
            if section.title
            for title in (section.title, *section.variants)
        }

    def exact(self, text: str) -> Section | None:
        """Return the section whose title this is word by word."""
        if len(text) > _LONGEST_TITLE:
            return None
        return self._accepted.get(wording(text).bare)

    def of(self, paragraph: Paragraph) -> Section | None:
        """Return the section a paragraph is the title of, slips of the pen allowed."""
        text = paragraph.text.strip()
        if not text or len(text) > _LONGEST_TITLE:
            return None
        words = wording(text)
        section = self._accepted.get(words.bare) or self._accepted.get(words.core)
        if section is None and (words.is_numbered or paragraph.level):
            section = self._similar(words)
        if section is None or (words.is_bracketed and paragraph.level != 1 and not self._may_be_bracketed(section)):
            return None  # "（一）主动公开情况" is a part of the first section
        return section

    def by_lines(self, paragraph: Paragraph) -> list[Paragraph]:
        """Return a paragraph line by line if one of the lines is a numbered title."""
        if len(paragraph.text) > _LONGEST_PARAGRAPH:
            return [paragraph]
        lines = [line for line in paragraph.text.split("\n") if line.strip()]
        if len(lines) > 1 and any(self._is_numbered_title(line) for line in lines):
            return [replace(paragraph, text=line) for line in lines]
        return [paragraph]

    def parted(self, paragraph: Paragraph, sections: Collection[str]) -> list[Paragraph]:
        """Return a paragraph that begins with the numbered title of one of these sections as title and text."""
        head = paragraph.text[: _LONGEST_TITLE + 1]
        end = _END_OF_TITLE.search(head) if sections else None
        if end is None or not paragraph.text[end.end() :].strip():
            return [paragraph]
        title, text = paragraph.text[: end.start()], paragraph.text[end.end() :]
        section = self.exact(title)
        if section is None or section.key not in sections or not self._is_numbered_title(title):
            return [paragraph]
        return [replace(paragraph, text=title), replace(paragraph, text=text.strip(), level=None)]

    def _is_numbered_title(self, text: str) -> bool:
        section = self.exact(text)
        return section is not None and number_of_title(text) == number_of_title(section.title) != ""

    def _may_be_bracketed(self, section: Section) -> bool:
        return self._takes_brackets or wording(section.title).is_bracketed

    def _similar(self, words: Wording) -> Section | None:
        likeness = {title: similarity(words.bare, title) for title in self._accepted}
        best = max(likeness, key=lambda title: likeness[title], default="")
        return self._accepted[best] if likeness.get(best, 0.0) >= _SIMILAR else None


def number_of_title(text: str) -> str:
    """Return the number in front of a title without its marks: 一; empty where there is none."""
    words = wording(text)
    return words.full.removesuffix(words.bare)
