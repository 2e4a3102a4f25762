"""A saved web page into blocks: the report out of its page, layout tables walked through, figures as grids."""

import re
from collections.abc import Sequence

from importers.blocks import Block, FileContent, Paragraph, Property
from importers.head_matcher import is_report_title
from importers.page_flow import Flow, Line, read_flow
from importers.page_markup import Element, declared_titles, parse_page
from importers.page_region import TitleTest, divide
from importers.page_source import page_text
from importers.sentences import characters_unreadable
from models.form_file import known_forms

_SITE = re.compile(r"(?<=报告)[-_|—–].*")
_SHORTEST_TITLE = 8
"""Letters from which a line that the page's title contains is the title of the article."""


def read_web_page(content: bytes, file_name: str) -> FileContent:
    """Read a saved web page, or one saved in a single file (.mht).

    Menus and what is hidden are left out; what else stands around the report follows it as a part of its own,
    so that it goes into no section.

    Args:
        content: the file's bytes, in whatever encoding.
        file_name: its name, for the sentence of a refusal.

    Raises:
        InputRefusal: where the file is damaged or too large.
    """
    markup = page_text(content, file_name)
    root = parse_page(markup, file_name)
    if root is None:
        return FileContent(())
    declared = declared_titles(root)
    found = divide(_shown(root), _title_tests(declared))
    unreadable = sum(_text(block).count("\ufffd") for block in found.report)
    remarks = (characters_unreadable(unreadable),) if unreadable else ()
    return FileContent((*found.report, *found.outside, *map(_property, declared)), remarks)


def _shown(root: Element) -> Flow:
    """Return what a page shows; where it shows no figures, a script would have unfolded what is hidden."""
    flow = read_flow(root)
    if any(not isinstance(item, Line) for item in flow.items):
        return flow
    unfolded = read_flow(root, hidden_too=True)
    return unfolded if any(not isinstance(item, Line) for item in unfolded.items) else flow


def _property(title: str) -> Property:
    """Return a title that a page declares, without the name of the site that follows it."""
    return Property(_SITE.sub("", title))


def _title_tests(declared: Sequence[str]) -> tuple[TitleTest, TitleTest]:
    """Return what tells the report's title: the words the forms prescribe, else what the page says its title is."""
    forms = tuple(known_forms().values())
    return (
        lambda text: any(is_report_title(text, form) for form in forms),
        lambda text: len(text) >= _SHORTEST_TITLE and any(text in each for each in declared),
    )


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else "".join(cell.text for cell in block.cells)
