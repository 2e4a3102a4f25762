"""The report as it is printed, in the layout of GB/T 9704—2012."""

from collections.abc import Iterator

from exporters.print_blocks import Block, Paragraph, PrintDocument, PrintPart, Words, of_one_style
from exporters.print_options import REPORT_ALONE, Extra, PrintOptions
from exporters.print_styles import LINE, PrintStyles, print_styles
from exporters.print_tables import lay_out_table
from exporters.print_title import printed_title
from exporters.printed_approval_slip import printed_approval_slip
from exporters.printed_check_sheet import check_sheet_part
from exporters.printed_signature import signature_style, signed
from exporters.typography import Typography
from models.form import Content
from models.outline import outline_line
from models.report import Report
from models.texts import paragraphs

_SPACE_BELOW_TABLE = LINE // 2
_DRAFT = "送审稿"


def printed_report(report: Report, typography: Typography, options: PrintOptions = REPORT_ALONE) -> PrintDocument:
    """Return the report, however incomplete.

    Args:
        report: the report.
        typography: the scheme of its fonts.
        options: what is printed beside it.
    """
    styles = print_styles(typography)
    return PrintDocument(
        parts=tuple(_parts(report, styles, typography, options)),
        styles=styles,
        title="".join(report.title_lines),
        author=report.head.agency,
        year=report.head.year,
    )


def _parts(report: Report, styles: PrintStyles, typography: Typography, options: PrintOptions) -> Iterator[PrintPart]:
    if Extra.APPROVAL_SLIP in options.extras:
        yield printed_approval_slip(report, styles, typography)
    yield _report_part(report, styles, options)
    if options.check_sheet is not None:
        yield check_sheet_part(options.check_sheet, styles, typography)


def _report_part(report: Report, styles: PrintStyles, options: PrintOptions) -> PrintPart:
    blocks, mark = tuple(_blocks(report, styles)), _DRAFT if Extra.DRAFT in options.extras else ""
    if Extra.SIGNED not in options.extras:
        return PrintPart(blocks, header=mark, watermark=mark)
    style = signature_style(styles.body)
    return PrintPart(signed(blocks, report.head, style), styles=(style,), header=mark, watermark=mark)


def _blocks(report: Report, styles: PrintStyles) -> Iterator[Block]:
    yield printed_title(report.title_lines, styles.title)
    below_table = False
    for section in report.form.sections:
        if section.title:
            yield of_one_style(section.title, styles.headings[0], before=_SPACE_BELOW_TABLE if below_table else 0)
        below_table = section.content is Content.TABLE
        if below_table:
            yield lay_out_table(report, report.form.table(section.key), section, styles)
        else:
            yield from (_text_paragraph(line, styles) for line in paragraphs(report.text(section.key)))


def _text_paragraph(text: str, styles: PrintStyles) -> Paragraph:
    line = outline_line(text)
    if not line.level:
        return of_one_style(text, styles.body)
    if not line.text:
        return of_one_style(text, styles.headings[line.level - 1])
    return Paragraph(styles.body, (Words(line.heading, styles.lead), Words(line.text, styles.body)))
