"""Running text as the checks walk through it: sections, sentences, and findings with their place."""

import re
from collections.abc import Iterator

from models.finding import Finding, Severity
from models.form import Section
from models.report import Report

_END = re.compile(r"[。；;！？!?\n]")
"""What ends a sentence, or a part of one that stands for itself."""
_START = re.compile(r"[^。；;！？!?\n]*\Z")
_WIDEST = 300
"""Characters on either side of a place up to which a sentence is looked at; the longest of real reports have 200."""


def written(report: Report) -> Iterator[tuple[Section, str]]:
    """Yield each section that has a text, in the order of the form."""
    for key in report.form.text_sections:
        text = report.text(key)
        if text:
            yield report.form.section(key), text


def sentence_at(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that holds a part of a text."""
    before = _START.search(text, max(0, start - _WIDEST), start)
    end = _END.search(text, stop, stop + _WIDEST)
    return before.start() if before else start, end.start() if end else min(len(text), stop + _WIDEST)


def found_in(  # noqa: PLR0913 - a finding and its place
    section: Section, text: str, span: tuple[int, int], *, code: str, severity: Severity, message: str
) -> Finding:
    """Return a finding about a part of a section's text; its sentence begins with the section's name."""
    start, stop = span
    return Finding(
        code=code,
        severity=severity,
        message=f"{section.name}：{message}",
        section=section.key,
        quote=text[start:stop],
        start=start,
    )
