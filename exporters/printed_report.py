"""The report as it is printed, in the layout of GB/T 9704—2012."""

from collections.abc import Iterator

from exporters.print_blocks import Block, Paragraph, PrintDocument, PrintPart, Words, of_one_style
from exporters.print_styles import LINE, PrintStyles, print_styles
from exporters.print_tables import lay_out_table
from exporters.typography import Typography
from models.form import Content
from models.outline import outline_line
from models.report import Report
from models.texts import paragraphs

_SPACE_BELOW_TABLE = LINE // 2


def printed_report(report: Report, typography: Typography) -> PrintDocument:
    """Return the report, however incomplete, in the fonts of a scheme."""
    styles = print_styles(typography)
    return PrintDocument(
        parts=(PrintPart(tuple(_blocks(report, styles))),),
        styles=styles,
        title="".join(report.title_lines),
        author=report.head.agency,
        year=report.head.year,
    )


def _blocks(report: Report, styles: PrintStyles) -> Iterator[Block]:
    yield of_one_style("\n".join(report.title_lines), styles.title)
    below_table = False
    for section in report.form.sections:
        if section.title:
            yield of_one_style(section.title, styles.headings[0], before=_SPACE_BELOW_TABLE if below_table else 0)
        below_table = section.content is Content.TABLE
        if below_table:
            yield lay_out_table(report, report.form.table(section.key), section, styles)
        else:
            yield from (_text_paragraph(line, styles) for line in paragraphs(report.text(section.key)))
    if below_table:  # Word needs a paragraph at the end; this one takes no line of its own
        yield Paragraph(styles.document_end)


def _text_paragraph(text: str, styles: PrintStyles) -> Paragraph:
    line = outline_line(text)
    if not line.level:
        return of_one_style(text, styles.body)
    if not line.text:
        return of_one_style(text, styles.headings[line.level - 1])
    return Paragraph(styles.body, (Words(line.heading, styles.lead), Words(line.text, styles.body)))
