"""Documents for reader tests: raw Word XML, grids and workbooks made from a form's own labels."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from importers.blocks import Block, Grid, GridCell, Paragraph
from importers.word import read_word
from models.form import Content, Form, Place, Table

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="章节题名"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="outlined"><w:name w:val="二级"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="round"><w:name w:val="甲"/><w:basedOn w:val="round"/></w:style>
"""

Cell = str | tuple[str, str]
"""A table cell: its text, or its text and the XML of its properties."""


def docx(body: str, *, styles: str = STYLES, numbering: str = "", namespace: str = W) -> bytes:
    """Return a .docx file with this body."""
    parts = {"word/document.xml": f"<w:document {namespace} {MC}><w:body>{body}</w:body></w:document>"}
    if styles:
        parts["word/styles.xml"] = f"<w:styles {namespace}>{styles}</w:styles>"
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {namespace}>{numbering}</w:numbering>"
    return zipped(parts)


def zipped(parts: Mapping[str, str]) -> bytes:
    """Return a zip archive of these texts."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return target.getvalue()


def p(content: str = "", style: str = "") -> str:
    """Return a paragraph: plain text, or XML where it begins with a tag."""
    runs = content if content.startswith("<") else r(content)
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{runs}</w:p>"


def r(text: str) -> str:
    """Return a run."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def tbl(*rows: Sequence[Cell] | str) -> str:
    """Return a table; a row is a list of cells, or the XML of a w:tr."""
    return f"<w:tbl>{''.join(row if isinstance(row, str) else tr(*row) for row in rows)}</w:tbl>"


def tr(*cells: Cell, properties: str = "") -> str:
    """Return a table row."""
    return f"<w:tr>{properties}{''.join(tc(cell) for cell in cells)}</w:tr>"


def tc(cell: Cell) -> str:
    """Return a table cell."""
    text, properties = (cell, "") if isinstance(cell, str) else cell
    content = text if text.startswith("<") else p(text)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def span(columns: int) -> str:
    """Return the property of a cell that covers several columns."""
    return f'<w:gridSpan w:val="{columns}"/>'


BEGIN, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def blocks_of(body: str, **parts: str) -> tuple[Block, ...]:
    """Return what the Word reader finds in a body."""
    return read_word(docx(body, **parts), "年报.docx").blocks


def texts_of(body: str, **parts: str) -> list[str]:
    """Return the texts of the paragraphs that the Word reader finds in a body."""
    return [block.text for block in blocks_of(body, **parts) if isinstance(block, Paragraph)]


def grid_in(body: str) -> Grid:
    """Return the one table that the Word reader finds in a body."""
    (found,) = [block for block in blocks_of(body) if isinstance(block, Grid)]
    return found


def grid(*rows: Sequence[str]) -> Grid:
    """Return a grid without merged cells; rows may have different lengths."""
    cells = [GridCell(text, Place(row, column)) for row, texts in enumerate(rows) for column, text in enumerate(texts)]
    return Grid(tuple(cells))


def form_grid(table: Table, figures: Mapping[str, str] | None = None) -> Grid:
    """Return a table of a form as it is printed, with these figures."""
    known = dict(figures or {})
    cells = [GridCell(each.label.text, each.place) for each in table.labels]
    cells += [GridCell(known.get(cell.name, ""), cell.place) for cell in table.cells.values()]
    return Grid(tuple(sorted(cells, key=lambda cell: (cell.place.row, cell.place.column))))


def numbered(form: Form) -> dict[str, str]:
    """Return a different figure for each typed cell of a form, no totals."""
    return {name: str(count) for count, name in enumerate(form.typed_cells, 11)}


def relabelled(original: Grid, change: Callable[[GridCell], str]) -> Grid:
    """Return a grid with other texts."""
    return Grid(tuple(GridCell(change(cell), cell.place, cell.remark) for cell in original.cells))


def reordered(original: Grid, rows: Iterable[int]) -> Grid:
    """Return a grid that has only these rows, in this order; cells over several rows are not allowed among them."""
    cells = [
        GridCell(cell.text, Place(now, cell.place.column, 1, cell.place.column_span))
        for now, before in enumerate(rows)
        for cell in original.row(before)
        if cell.place.row == before
    ]
    return Grid(tuple(cells))


def without_rows(original: Grid, dropped: Iterable[int]) -> Grid:
    """Return a grid in which these rows are missing; cells that reach over them get shorter."""
    gone = {*dropped}
    now = [sum(each not in gone for each in range(row)) for row in range(original.row_count + 1)]
    cells = [
        GridCell(
            cell.text,
            Place(now[cell.place.row], cell.place.column, height, cell.place.column_span),
            cell.remark,
        )
        for cell in original.cells
        if (height := now[cell.place.rows.stop] - now[cell.place.row])
    ]
    return Grid(tuple(cells))


def report_blocks(form: Form, figures: Mapping[str, str], texts: Mapping[str, str] | None = None) -> list[Block]:
    """Return a report in the order of its form: title, section titles, texts, tables."""
    blocks: list[Block] = [Paragraph(f"某某市人民政府{form.title_for(2024)}")]
    for section in form.sections:
        if section.title:
            blocks.append(Paragraph(section.title))
        if section.content is Content.TABLE:
            blocks.append(form_grid(form.table(section.key), figures))
        else:
            blocks += [Paragraph(line) for line in (texts or {}).get(section.key, "").split("\n") if line]
    return blocks


def report_docx(form: Form, figures: Mapping[str, str], texts: Mapping[str, str] | None = None) -> bytes:
    """Return the same report as a .docx file."""
    parts = [
        p(block.text) if isinstance(block, Paragraph) else tbl_of(block)
        for block in report_blocks(form, figures, texts)
    ]
    return docx("".join(parts))


def tbl_of(original: Grid) -> str:
    """Return a grid as a Word table with real merges."""
    rows = []
    for row in range(original.row_count):
        cells: list[Cell] = []
        for cell in original.row(row):
            merge = "" if cell.place.row_span == 1 else BEGIN if cell.place.row == row else GO_ON
            text = cell.text if cell.place.row == row else ""
            cells.append((text, span(cell.place.column_span) + merge))
        rows.append(cells)
    return tbl(*rows)


def xlsx(fill: Callable[[Workbook], None]) -> bytes:
    """Return a workbook that a function has filled; its one sheet is called 年报 at first."""
    workbook = Workbook()
    workbook.worksheets[0].title = "年报"
    fill(workbook)
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def save(folder: Path, content: bytes, name: str = "年报.docx") -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(content)
    return path
