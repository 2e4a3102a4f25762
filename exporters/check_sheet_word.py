"""The check sheet (校核单) as a Word file."""

from exporters.printed_check_sheet import printed_check_sheet
from exporters.typography import Typography, default_typography
from exporters.word_document import document_bytes
from models.check_sheet import CheckSheet


def check_sheet_word_bytes(sheet: CheckSheet, typography: Typography | None = None) -> bytes:
    """Return the content of the sheet's .docx file, the same bytes for the same sheet.

    Args:
        sheet: any sheet.
        typography: its fonts, the default scheme's if None.
    """
    typography = typography or default_typography()
    return document_bytes(printed_check_sheet(sheet, typography), typography)
