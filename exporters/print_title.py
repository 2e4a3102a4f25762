"""A document's title: centred, broken by sense, and as many lines of the page's grid high as it needs."""

from collections.abc import Iterable

from exporters.print_blocks import Paragraph, Words
from exporters.print_names import lines_by_sense
from exporters.print_styles import LINE, TEXT_WIDTH, TITLE_LINE, Style


def printed_title(parts: Iterable[str], style: Style) -> Paragraph:
    """Return the title, each part on lines of its own; the text below is back on the page's grid of 22 lines.

    Args:
        parts: the title broken by sense, as `Report.title_lines`.
        style: the title's.
    """
    room = TEXT_WIDTH // (style.size * 10)
    lines = [line for part in parts for line in lines_by_sense(part, room)]
    after = (len(lines) + 1) * LINE - len(lines) * TITLE_LINE
    return Paragraph(style, (Words("\n".join(lines), style),), after=after)


def title_height(title: Paragraph) -> int:
    """Return the height of a title with the space below it in twips."""
    lines = 1 + sum(words.text.count("\n") for words in title.words)
    return lines * TITLE_LINE + title.after
