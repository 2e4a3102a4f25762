"""Running text to and from the clipboard: plain everywhere, with its live figures between texts and tables of ours."""

import json
from collections.abc import Iterable

from PySide6.QtCore import QMimeData

from models.form import CellName
from models.live_figures import LiveFigure, shown, sound
from models.live_text import LiveText
from models.report import Report
from models.texts import clean_text, pasted_text

_FORMAT = "application/x-gknb-live-text"


def mime_of(copied: LiveText, words: str | None = None) -> QMimeData:
    """Return what goes to the clipboard.

    Args:
        copied: the text with its live figures, for texts of reports.
        words: what everybody else gets; the same text where None.
    """
    from models.report_json import live_to_json  # noqa: PLC0415 - the window comes up first

    data = QMimeData()
    data.setText(copied.text if words is None else words)
    content = {"text": copied.text, "live": live_to_json(copied.live)}
    data.setData(_FORMAT, json.dumps(content).encode())
    return data


def mime_of_cell(report: Report, cell: CellName, words: str) -> QMimeData:
    """Return what a copied cell is on the clipboard: in texts of reports a figure that follows it, else these words."""
    figure = shown([report.known_value(cell)])
    return mime_of(LiveText(figure, (LiveFigure(0, len(figure), (cell,)),)), words)


def clip_of(data: QMimeData, cells: Iterable[CellName]) -> LiveText:
    """Return what the clipboard holds as text; whatever comes from elsewhere as clean paragraphs.

    Args:
        data: what is pasted or dropped.
        cells: the figures of the form it is pasted into; live figures of others are plain there.
    """
    ours = _ours(data, frozenset(cells)) if data.hasFormat(_FORMAT) else None
    if ours is not None:
        return ours
    return LiveText(pasted_text(data.text() if data.hasText() else _text_of_page(data.html())))


def is_whole_paragraph(data: QMimeData) -> bool:
    """Tell whether what was copied elsewhere ends with the end of a paragraph."""
    return not data.hasFormat(_FORMAT) and data.hasText() and data.text().endswith(("\n", "\r", "\u2029"))


def _text_of_page(html: str) -> str:
    from importers.blocks import Paragraph, paragraphs_of  # noqa: PLC0415 - who copies gives plain text too, mostly
    from importers.web_page import read_web_page  # noqa: PLC0415 - as above

    blocks = read_web_page(html.encode(), "剪贴板").blocks
    found = [each for block in blocks for each in ([block] if isinstance(block, Paragraph) else paragraphs_of(block))]
    return "\n".join(each.text for each in found)


def _ours(data: QMimeData, cells: frozenset[CellName]) -> LiveText | None:
    """Return a text of this program's with its live figures; None where it is none."""
    from models.report_json import ReportJsonError, live_from_json  # noqa: PLC0415 - as above

    try:
        content = json.loads(bytes(data.data(_FORMAT).data()))
        text, live = content["text"], live_from_json(content["live"])
    except (ReportJsonError, ValueError, KeyError, TypeError):
        return None
    return LiveText(text, sound(live, text, cells)) if isinstance(text, str) and text == clean_text(text) else None
