"""The way in: a file of any kind becomes a report, or is refused in one sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from importers import sentences
from importers.blocks import Block, FileContent, Grid, Paragraph
from importers.excel import read_workbook
from importers.file_kind import FileKind, kind_of
from importers.form_reading import FormReading, read_as
from importers.head_matcher import is_report_title
from importers.legacy_office import (
    read_old_office,
    read_old_word,
    read_old_workbook,
    read_open_document,
    read_rich_text,
)
from importers.limits import check_size
from importers.other_reports import other_report
from importers.outcomes import Assignment, Kind, Outcome
from importers.pdf import read_pdf
from importers.plain_text import read_plain_text
from importers.sentences import OtherReport
from importers.web_page import read_web_page
from importers.word import read_word
from models.errors import InputRefusal
from models.form import Form
from models.form_file import known_forms
from models.report import Report

LARGEST_FILE = 200 * 2**20
"""Bytes; a report with photographs takes a tenth of it."""

_TITLES_OF_A_REPORT = 2
"""Titles, of sections or the report's own, by which a file without a table is still known as a report."""

_READERS: Mapping[FileKind, Callable[[bytes, str], FileContent]] = {
    FileKind.WORD: read_word,
    FileKind.EXCEL: read_workbook,
    FileKind.PDF: read_pdf,
    FileKind.PLAIN_TEXT: read_plain_text,
    FileKind.WEB_PAGE: read_web_page,
    FileKind.OLD_WORD: read_old_word,
    FileKind.OLD_EXCEL: read_old_workbook,
    FileKind.OLD_OFFICE: read_old_office,
    FileKind.RICH_TEXT: read_rich_text,
    FileKind.OPEN_DOCUMENT: read_open_document,
}
"""A further format is a module that turns bytes and a file name into blocks, and a line here."""

_REFUSED: Mapping[FileKind, Callable[[str], str]] = {
    FileKind.ENCRYPTED: sentences.encrypted,
    FileKind.DAMAGED: sentences.damaged,
    FileKind.FIXED_LAYOUT: sentences.fixed_layout,
    FileKind.BINARY_WORKBOOK: sentences.binary_workbook,
    FileKind.SLIDES: sentences.slides,
    FileKind.ARCHIVE: sentences.archive,
    FileKind.PICTURE: sentences.picture,
    FileKind.UNKNOWN: sentences.unknown,
}


@dataclass(frozen=True, slots=True)
class Notes:
    """What a reader could not place, and sentences about what it placed with doubt."""

    unplaced: tuple[Block, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What the clerk should look at after the reading, one sentence each."""
        return (*self.remarks, *(sentences.unplaced(block) for block in self.unplaced))


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report as a file gives it, notes on the reading, and what became of each block of the file."""

    report: Report
    notes: Notes
    outcomes: tuple[Outcome, ...] = ()


def read_report(path: Path, forms: Mapping[str, Form] | None = None) -> ReadReport:
    """Read a file as a report of the form that fits it best.

    Args:
        path: the file, in any format; its content tells which, not its name.
        forms: the forms it may be written in, by key; of several that fit equally the first is taken. Where None,
            those that ship with the program, the form in force first.

    Raises:
        InputRefusal: where the file cannot be read or is no report.
    """
    return report_from(read_content(path), path.name, forms)


def read_content(path: Path) -> FileContent:
    """Read a file of any format as paragraphs and grids; this is what takes its time.

    Raises:
        InputRefusal: where the file cannot be read.
    """
    content = _content(path)
    kind = kind_of(content)
    reader = _READERS.get(kind)
    if reader is None:
        raise InputRefusal(_REFUSED[kind](path.name))
    found = reader(content, path.name)
    check_size(found, path.name)
    return found


def report_from(
    content: FileContent,
    name: str,
    forms: Mapping[str, Form] | None = None,
    assignment: Assignment | None = None,
) -> ReadReport:
    """Make a report of what stands in a file.

    Args:
        content: what stands in it.
        name: the file's name.
        forms: as for `read_report`.
        assignment: what the clerk decided about the blocks of an earlier reading, whose form is kept.

    Raises:
        InputRefusal: where nobody has decided anything and the file is no report.
    """
    known = known_forms() if forms is None else forms
    decided = assignment if assignment is not None and assignment.form else Assignment()
    candidates = [known[decided.form]] if decided.form else known.values()
    best = max((read_as(form, content.blocks, known, decided) for form in candidates), key=lambda reading: reading.fit)
    other = other_report(content.blocks, name, best)
    if other is not None:
        best = read_as(best.form, content.blocks, known, decided, takes_tables=False)
    if not decided.form:
        _check_is_report(best, content, name, other)
    about = (sentences.other_report_texts(name, other),) if other is not None else ()
    notes = Notes(best.unplaced, (*about, *content.remarks, *best.remarks))
    return ReadReport(best.report(), notes, best.outcomes)


def _check_is_report(reading: FormReading, content: FileContent, name: str, other: OtherReport | None) -> None:
    """Refuse a file of which neither figures nor texts can be taken."""
    titles = len(reading.sections) + _has_own_title(reading)
    if reading.figures or (reading.sections and titles >= _TITLES_OF_A_REPORT):
        return
    if other is not None:
        raise InputRefusal(sentences.other_report(name, other))
    has_text = any(isinstance(block, Grid) or block.text.strip() for block in content.blocks)
    raise InputRefusal((sentences.no_report if has_text else sentences.no_text)(name))


def _has_own_title(reading: FormReading) -> bool:
    """Tell whether a title was found that no other kind of report has."""
    titles = ("".join(each.block.text.split()) for each in reading.outcomes
              if each.kind is Kind.TITLE and isinstance(each.block, Paragraph))  # fmt: skip
    return any(is_report_title(title, reading.form) for title in titles)


def _content(path: Path) -> bytes:
    name = path.name
    try:
        if path.is_dir():
            raise InputRefusal(sentences.is_folder(name))
        if path.stat().st_size > LARGEST_FILE:
            raise InputRefusal(sentences.too_large(name))
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise InputRefusal(sentences.missing(name)) from error
    except PermissionError as error:
        raise InputRefusal(sentences.not_permitted(name)) from error
    except OSError as error:
        raise InputRefusal(sentences.not_readable(name)) from error
    if not content:
        raise InputRefusal(sentences.empty(name))
    return content
