"""The report as a page for an agency's site: one file without scripts, and nothing in it comes from elsewhere."""

from collections.abc import Iterable, Iterator

from exporters.web_page_markup import Markup, element, text, void
from exporters.web_page_style import is_wide, style_sheet
from exporters.web_page_tables import WebTable, caption_key
from models.dates import written_date
from models.form import Content, Section
from models.outline import OutlineLine, outline_line
from models.report import Head, Report
from models.texts import paragraphs

_PAGE = Markup(is_inline=False)
_CLIPBOARD = Markup(is_inline=True)


def web_page_bytes(report: Report) -> bytes:
    """Return the report, however incomplete, as an HTML page in UTF-8, the same bytes for the same report."""
    title = "".join(report.title_lines)
    tables = {_table_key(number): table for number, table in enumerate(report.form.tables, 1)}
    head = [
        void("meta", charset="utf-8"),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", text(title)),
        void("meta", name="description", content=f"{title}，按照{report.form.basis}规定的格式编制。"),
        element("style", f"\n{style_sheet(tables)}"),
    ]
    lines = ["<head>", *head, "</head>", "<body>", "<main>", *_page_content(report), "</main>", "</body>"]
    return "\n".join(["<!DOCTYPE html>", '<html lang="zh-CN">', *lines, "</html>", ""]).encode()


def clipboard_html(report: Report) -> str:
    """Return the report as rich text to paste into a site's editor: every element carries its own look."""
    parts = [_title(report, _CLIPBOARD)]
    for section in report.form.sections:
        parts += _section(report, section, _CLIPBOARD)
    return "\n".join([void("meta", charset="utf-8"), *parts, *_signature(report.head, _CLIPBOARD), ""])


def _page_content(report: Report) -> Iterator[str]:
    yield _title(report, _PAGE)
    for section in report.form.sections:
        content = _section(report, section, _PAGE)
        yield from ["<section>", *content, "</section>"] if section.title else content
    yield from _signature(report.head, _PAGE)


def _title(report: Report, markup: Markup) -> str:
    return markup.element("h1", "<br>".join(map(text, report.title_lines)))


def _section(report: Report, section: Section, markup: Markup) -> list[str]:
    heading = [markup.element("h2", text(section.title))] if section.title else []
    if section.content is Content.TABLE:
        return _table(report, section, heading, markup)
    lines = map(outline_line, paragraphs(report.text(section.key)))
    return [*heading, *_running_text(lines, 1 + len(heading), markup)]


def _running_text(lines: Iterable[OutlineLine], rank: int, markup: Markup) -> Iterator[str]:
    """Yield paragraphs and headings; no heading stands more than one rank below the one it belongs to.

    Args:
        lines: the text.
        rank: of the heading above it.
        markup: how elements are written.
    """
    above: list[int] = []
    for line in lines:
        if line.text:
            lead = element("b", text(line.heading)) if line.heading else ""
            yield markup.element("p", lead + text(line.text))
            continue
        above = [level for level in above if level < line.level] + [line.level]
        yield markup.element(f"h{rank + len(above)}", text(line.heading))


def _table(report: Report, section: Section, heading: list[str], markup: Markup) -> list[str]:
    """Return a section's table; on the page its heading is the caption, in an editor it stands above."""
    table = report.form.table(section.key)
    key = _table_key(report.form.tables.index(table) + 1)
    if markup.is_inline:
        return [*heading, WebTable(report, "", table, key, markup).written()]
    written = WebTable(report, "".join(heading), table, key, markup).written()
    kind = "scroll wide" if is_wide(table) else "scroll"
    naming = {"role": "group", "aria-labelledby": caption_key(key)}
    return [element("div", f"\n{written}\n", class_=kind, tabindex=0, **naming)]


def _table_key(number: int) -> str:
    return f"t{number}"


def _signature(head: Head, markup: Markup) -> Iterator[str]:
    """Yield agency and date (落款), where the report has been dated."""
    if head.signed_on is not None:
        lines = [line for line in (head.agency, written_date(head.signed_on)) if line]
        yield markup.element("p", "<br>".join(map(text, lines)), class_="signature")
