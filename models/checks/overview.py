"""What a section has to speak of, and how long it may be."""

from collections.abc import Iterator

from models.finding import Finding, Severity
from models.report import Report
from models.texts import length_of


def find_missing_topics(report: Report) -> Iterator[Finding]:
    """Find sections that leave out something they have to speak of.

    Source: 国办公开办函〔2021〕30号, on 总体情况: five sides of the year's work.
    """
    for section in report.form.sections:
        text = report.text(section.key)
        missing = [topic.name for topic in section.topics if not any(word in text for word in topic.words)]
        if text.strip() and missing:
            names = "、".join(topic.name for topic in section.topics)
            message = f"{section.name}没有写到{'、'.join(missing)}；这一部分要写{names}，请补写"
            yield Finding("overview-topics", Severity.WARNING, message, section=section.key)


def find_too_long(report: Report, longest: int = 0) -> Iterator[Finding]:
    """Find sections that are longer than some authorities allow; white space does not count.

    Args:
        report: the report.
        longest: the limit for every section that has one; the form's own where 0.
    """
    for section in report.form.sections:
        limit = longest or section.longest
        length = length_of(report.text(section.key))
        if section.longest and length > limit:
            message = f"{section.name}有 {length} 字，限 {limit} 字，多 {length - limit} 字，请压缩"
            yield Finding("overview-length", Severity.INFO, message, section=section.key)
