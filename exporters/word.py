"""The report as a Word file in the layout of GB/T 9704—2012."""

from exporters.print_options import REPORT_ALONE, PrintOptions
from exporters.printed_report import printed_report
from exporters.typography import Typography, default_typography
from exporters.word_document import document_bytes
from models.report import Report


def word_bytes(report: Report, typography: Typography | None = None, options: PrintOptions = REPORT_ALONE) -> bytes:
    """Return the content of the report's .docx file, the same bytes for the same report.

    Args:
        report: any report, however incomplete.
        typography: its fonts, the default scheme's if None.
        options: what is printed beside it.
    """
    typography = typography or default_typography()
    return document_bytes(printed_report(report, typography, options), typography)
