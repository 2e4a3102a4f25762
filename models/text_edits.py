"""Texts of a report with their live figures, and the edits that rewrite them."""

from collections.abc import Mapping

from models.live_text import LiveText
from models.report import Edit, Report
from models.taken_over import still_last_years


def live_text(report: Report, section: str) -> LiveText:
    """Return a section's text with its live figures."""
    return LiveText(report.text(section), report.live_in(section))


def text_edit(report: Report, label: str, rewritten: Mapping[str, LiveText]) -> Edit:
    """Return the edit that gives sections these texts; one stays last year's for as long as a sentence of it is."""
    texts = {section: each.text for section, each in rewritten.items()}
    live = {section: each.live for section, each in rewritten.items()}
    return Edit(label, texts=texts, live=live, still_last_years=still_last_years(report, texts))
