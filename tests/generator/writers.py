"""Containers: the same paragraphs and grids as a Word file or a workbook, written as raw XML, or as pages and text."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from importers.blocks import Block, Grid, Paragraph
from tests.generator import text_writers, web_writers
from tests.importers.documents import docx, p, r, tbl_of, zipped

_NUMBERING = """
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
"""
_LIST = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def word(blocks: Sequence[Block]) -> bytes:
    """Return a Word file without styles, as WPS saves it; a heading has the level of its outline."""
    return docx("".join(_body(block) for block in blocks))


def scattered_word(blocks: Sequence[Block]) -> bytes:
    """Return a Word file with its text scattered over runs, insertions, deletions and content controls."""
    return docx("".join(_scattered(block) for block in blocks))


def styled_word(blocks: Sequence[Block]) -> bytes:
    """Return a Word file whose section titles are headings."""
    return docx("".join(_body(block, heading=True) for block in blocks))


def numbered_word(blocks: Sequence[Block]) -> bytes:
    """Return a Word file whose section titles are numbered automatically: 一、 is not in the text."""
    return docx("".join(_numbered(block) for block in blocks), numbering=_NUMBERING)


def laid_out_word(blocks: Sequence[Block]) -> bytes:
    """Return a Word file with a table around everything."""
    body = "".join(_body(block) for block in blocks)
    return docx(f"<w:tbl><w:tr><w:tc>{body}{p()}</w:tc></w:tr></w:tbl>")


def sheets(blocks: Sequence[Block]) -> bytes:
    """Return a workbook: texts on the first sheet, each run of tables on a sheet of its own below its title."""
    pages: list[list[Block]] = [[]]
    for index, block in enumerate(blocks):
        follows = blocks[index + 1] if index + 1 < len(blocks) else None
        opens = isinstance(block, Paragraph) and block.level == 1
        if opens and (_leads_to_table(blocks, index) or len(pages) > 1):
            pages.append([])
        pages[-1].append(block)
        del follows
    return _workbook([page for page in pages if page])


def one_sheet(blocks: Sequence[Block]) -> bytes:
    """Return a workbook with everything below one another on one sheet."""
    return _workbook([list(blocks)])


def dense_sheet(blocks: Sequence[Block]) -> bytes:
    """Return a workbook with everything on one sheet and no blank row between."""
    return _workbook([list(blocks)], gap=0)


CONTAINERS = {
    "docx": word,
    "scattered docx": scattered_word,
    "styled docx": styled_word,
    "numbered docx": numbered_word,
    "laid out docx": laid_out_word,
    "sheets xlsx": sheets,
    "one sheet xlsx": one_sheet,
    "dense xlsx": dense_sheet,
    "page html": web_writers.page,
    "pasted page html": web_writers.pasted_page,
    "cell a line txt": text_writers.cell_a_line,
    "row a line txt": text_writers.row_a_line,
    "markdown txt": text_writers.markdown,
    "tabbed txt": text_writers.tabbed,
    "barred cell a line txt": text_writers.barred_cell_a_line,
}


SURROUNDINGS = {"page html": web_writers.AROUND_PAGE, "pasted page html": web_writers.AROUND_PASTED_PAGE}
"""What stands around a report and is left over, after what is left over of the report itself."""


def _leads_to_table(blocks: Sequence[Block], index: int) -> bool:
    return any(isinstance(block, Grid) for block in blocks[index + 1 : index + 3])


def _body(block: Block, *, heading: bool = False) -> str:
    if isinstance(block, Grid):
        return tbl_of(block)
    content = "<w:r><w:br/></w:r>".join(r(line) for line in block.text.split("\n"))
    return p(content, "1" if heading and block.level == 1 else "")


def _numbered(block: Block) -> str:
    if isinstance(block, Paragraph) and block.level == 1:
        return f"<w:p>{_LIST}{r(block.text.partition('、')[2] or block.text)}</w:p>"
    return _body(block)


def _scattered(block: Block) -> str:
    if isinstance(block, Grid):
        return (
            tbl_of(block)
            .replace("<w:tc>", "<w:sdt><w:sdtContent><w:tc>")
            .replace("</w:tc>", "</w:tc></w:sdtContent></w:sdt>")
        )
    if "\n" in block.text:
        return _body(block)
    runs = [r(character) for character in block.text]
    deleted = "<w:del><w:r><w:delText>旧稿</w:delText></w:r></w:del>"
    return p(f"<w:ins>{''.join(runs[:2])}</w:ins>{deleted}{''.join(runs[2:])}" if block.text else "")


def _workbook(pages: Sequence[Sequence[Block]], gap: int = 1) -> bytes:
    names = [f"xl/worksheets/sheet{number}.xml" for number in range(1, len(pages) + 1)]
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{_SHEET_TYPE}.worksheet+xml"/>' for name in names)
    listed = "".join(f'<sheet name="第{n}页" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, len(pages) + 1))
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(pages) + 1)
    )
    return zipped({
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>{overrides}</Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>',
        **{name: _sheet(page, gap) for name, page in zip(names, pages, strict=True)},
    })  # fmt: skip


def _sheet(blocks: Sequence[Block], gap: int) -> str:
    rows: dict[int, list[tuple[int, str]]] = {}
    merges: list[str] = []
    top = 1
    for block in blocks:
        if isinstance(block, Paragraph):
            rows[top] = [(1, block.text)]
            top += 1
            continue
        top += gap
        for cell in block.cells:
            row, column = cell.place.row + top, cell.place.column + 1
            rows.setdefault(row, []).append((column, cell.text))
            if cell.place.row_span > 1 or cell.place.column_span > 1:
                end = f"{_letters(cell.place.columns.stop)}{cell.place.rows.stop + top - 1}"
                merges.append(f'<mergeCell ref="{_letters(column)}{row}:{end}"/>')
        top += block.row_count + gap
    data = "".join(
        f'<row r="{row}">{"".join(_cell(row, column, text) for column, text in sorted(rows[row]))}</row>'
        for row in sorted(rows)
    )
    merged = f"<mergeCells>{''.join(merges)}</mergeCells>" if merges else ""
    return f'<worksheet xmlns="{_SHEET}"><sheetData>{data}</sheetData>{merged}</worksheet>'


def _cell(row: int, column: int, text: str) -> str:
    if not text:
        return ""
    place = f"{_letters(column)}{row}"
    if text.isascii() and text.isdigit():
        return f'<c r="{place}"><v>{text}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _letters(column: int) -> str:
    return chr(ord("A") + column - 1)
