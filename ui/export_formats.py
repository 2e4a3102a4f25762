"""What a report can be exported as, for the window and the command line alike.

Qt is loaded only where pages or pictures are painted. The module that makes a format is loaded when a file of it is
wanted: some are slow to load.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ui.constant_guard import guard_constants

if TYPE_CHECKING:
    from exporters.print_options import PrintOptions
    from exporters.typography import Typography
    from models.check_sheet import CheckSheet
    from models.report import Report

PIXELS, DRAWING = ".png", ".svg"


class SetupPart(Enum):
    """What of a set-up (`ui.print_setup.PrintSetup`) makes a difference to a format."""

    PAGES = "pages"
    """Fonts, and what stands beside the report."""
    WORKBOOK = "workbook"
    """Whether a workbook has its review."""
    PICTURE = "picture"
    """The scheme of fonts, which has the colours of the picture of the year as well."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format.

    Args:
        name: what the clerk calls a file of it.
        suffix: of its files.
        render: makes its content from a report, in the fonts and with the parts chosen.
        part: what of a set-up makes a difference to it; None where nothing does.
        is_drawn: whether it is drawn in this computer's fonts; other formats name fonts, for their reader's computer.
    """

    name: str
    suffix: str
    render: Callable[[Report, Typography, PrintOptions], bytes]
    part: SetupPart | None = None
    is_drawn: bool = False


def _word(report: Report, typography: Typography, options: PrintOptions) -> bytes:
    from exporters.word import word_bytes  # noqa: PLC0415 - see above

    return word_bytes(report, typography, options)


def _excel(report: Report, _typography: Typography, options: PrintOptions) -> bytes:
    from exporters.excel import excel_bytes  # noqa: PLC0415 - see above

    return excel_bytes(report, options.review_checks)


def _web_page(report: Report, _typography: Typography, _options: PrintOptions) -> bytes:
    from exporters.web_page import web_page_bytes  # noqa: PLC0415 - see above

    return web_page_bytes(report)


def _pdf(report: Report, typography: Typography, options: PrintOptions) -> bytes:
    from exporters.pdf import pdf_bytes  # noqa: PLC0415 - see above
    from exporters.printed_report import printed_report  # noqa: PLC0415 - see above

    guard_constants()
    return pdf_bytes(printed_report(report, typography, options), typography)


def _drawing(report: Report, typography: Typography, _options: PrintOptions) -> bytes:
    from exporters.year_picture import picture_svg_bytes  # noqa: PLC0415 - see above

    return picture_svg_bytes(report, typography)


def _pixels(report: Report, typography: Typography, options: PrintOptions) -> bytes:
    from ui.picture_png import png_bytes  # noqa: PLC0415 - see above

    guard_constants()
    return png_bytes(_drawing(report, typography, options))


EXPORT_FORMATS = {
    "word": ExportFormat("Word 文件", ".docx", _word, SetupPart.PAGES),
    "excel": ExportFormat("Excel 工作簿", ".xlsx", _excel, SetupPart.WORKBOOK),
    "html": ExportFormat("网页", ".html", _web_page),
    "pdf": ExportFormat("PDF 文件", ".pdf", _pdf, SetupPart.PAGES, is_drawn=True),
    "png": ExportFormat("图解（PNG 图片）", PIXELS, _pixels, SetupPart.PICTURE, is_drawn=True),
    "svg": ExportFormat("图解（SVG 图片）", DRAWING, _drawing, SetupPart.PICTURE),
}
"""By their names on the command line."""


@dataclass(frozen=True, slots=True)
class SheetFormat:
    """What a check sheet (校核单) can be written as: what the clerk calls it, and what makes its content."""

    name: str
    render: Callable[[CheckSheet], bytes]


def _sheet_in_word(sheet: CheckSheet) -> bytes:
    from exporters.check_sheet_word import check_sheet_word_bytes  # noqa: PLC0415 - see above

    return check_sheet_word_bytes(sheet)


def _sheet_in_excel(sheet: CheckSheet) -> bytes:
    from exporters.check_sheet_excel import check_sheet_excel_bytes  # noqa: PLC0415 - see above

    return check_sheet_excel_bytes(sheet)


SHEET_FORMATS = {
    ".docx": SheetFormat("Word 文件", _sheet_in_word),
    ".xlsx": SheetFormat("Excel 工作簿", _sheet_in_excel),
}
"""By their suffixes."""
SHEET_KINDS = {suffix: each.name for suffix, each in SHEET_FORMATS.items()}
