"""Texts of a report with their live figures, and the edits that rewrite them."""

from collections.abc import Mapping

from models.live_text import LiveText
from models.punctuation import in_full_width
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


def full_width_edit(report: Report, section: str) -> Edit:
    """Return the edit that gives a section's text full-width marks; it names nothing where it has no others."""
    before = live_text(report, section)
    after = LiveText(in_full_width(before.text), before.live)
    count = sum(one != other for one, other in zip(before.text, after.text, strict=True))
    return text_edit(report, f"改 {count} 处标点为全角", {section: after}) if count else Edit()
