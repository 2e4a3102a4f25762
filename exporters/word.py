"""The report as a Word file in the layout of GB/T 9704—2012."""

import re
from collections.abc import Iterator
from pathlib import Path

from exporters.typography import Typography, default_typography
from exporters.word_document import document_bytes
from exporters.word_package import Properties
from exporters.word_styles import LINE, WordStyles, word_styles
from exporters.word_tables import lay_out_table
from exporters.word_xml import paragraph, run, table
from models.form import Content, Section
from models.report import Report
from models.texts import paragraphs
from storage.atomic_write import write_atomically

_SPACE_BELOW_TABLE = LINE // 2

_NUMBERED = r"[（(][一二三四五六七八九十百]{1,4}[）)]"
_SUBHEADING = re.compile(_NUMBERED + r"[^。！？；!?;]{1,30}")
_LEAD_SENTENCE = re.compile(f"({_NUMBERED}[^。！？；]{{1,50}}[。！？])(.+)", re.DOTALL)
"""A longer sentence is no heading that runs on, but text."""


def export_word(report: Report, path: Path, typography: Typography | None = None) -> None:
    """Write the report as a .docx file.

    Raises:
        OutputRefusal: where the file cannot be written; what was there before is unchanged.
    """
    write_atomically(path, word_bytes(report, typography))


def word_bytes(report: Report, typography: Typography | None = None) -> bytes:
    """Return the content of the report's .docx file, the same bytes for the same report.

    Args:
        report: any report, however incomplete.
        typography: its fonts, the default scheme's if None.
    """
    typography = typography or default_typography()
    properties = Properties("".join(report.title_lines), report.head.agency, report.head.year)
    styles = word_styles(typography)
    return document_bytes(_blocks(report, styles), styles, typography, properties)


def _blocks(report: Report, styles: WordStyles) -> Iterator[str]:
    yield paragraph(styles.title, run("\n".join(report.title_lines), styles.title))
    below_table = False
    for section in report.form.sections:
        if section.title:
            before = _SPACE_BELOW_TABLE if below_table else 0
            yield paragraph(styles.heading, run(section.title, styles.heading), before=before)
        below_table = section.content is Content.TABLE
        if below_table:
            yield _table(report, section, styles)
        else:
            yield from (_text_paragraph(line, styles) for line in paragraphs(report.text(section.key)))
    if below_table:  # Word needs a paragraph at the end; this one takes no line of its own
        yield paragraph(styles.document_end)


def _table(report: Report, section: Section, styles: WordStyles) -> str:
    return table(lay_out_table(report, report.form.table(section.key), section, styles))


def _text_paragraph(text: str, styles: WordStyles) -> str:
    """Return a paragraph of running text; what is numbered （一） is a heading, alone or in its first sentence."""
    if _SUBHEADING.fullmatch(text):
        return paragraph(styles.subheading, run(text, styles.subheading))
    if lead := _LEAD_SENTENCE.fullmatch(text):
        return paragraph(styles.body, run(lead[1], styles.lead), run(lead[2], styles.body))
    return paragraph(styles.body, run(text, styles.body))
