"""A report made anew, in any order of edits."""

from collections.abc import Iterable
from itertools import chain

from models.report import Edit, Report


def single_edits(report: Report) -> list[Edit]:
    """Return edits of one thing each that make the report out of an empty one."""
    cells = (Edit(cells={name: value}) for name, value in report.cells.items())
    remarks = (Edit(remarks={name: remark}) for name, remark in report.remarks.items())
    texts = (Edit(texts={key: text}) for key, text in report.texts.items())
    return [*chain(cells, remarks, texts), Edit(head=report.head)]


def made_by(edits: Iterable[Edit], like: Report) -> Report:
    """Return an empty report of the same form after some edits."""
    report = Report(like.form)
    for each in edits:
        report.apply(each)
    return report
