"""A workbook's last touch: its cells, the order of its fonts, and the same bytes on every day."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree
from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_CONTENT_TYPES, ARC_CORE, ARC_STYLE, SHEET_MAIN_NS
from openpyxl.xml.functions import tostring

from exporters.excel_cells import SheetContent
from exporters.excel_sheet_data import with_cells
from exporters.excel_strings import add_strings, as_part
from exporters.excel_styles import SONG, style_numbers

_MAIN = f"{{{SHEET_MAIN_NS}}}"
_FIRST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_FONT_PARTS = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name"]
"""What a font may consist of, in the schema's order; family and theme would take the choice from the name."""


def package(workbook: Workbook, contents: Sequence[SheetContent], moment: datetime) -> bytes:
    """Return the workbook as a file.

    Args:
        workbook: the frame of the workbook.
        contents: what stands on its sheets, in their order.
        moment: when the file says it was made.
    """
    looks = style_numbers(workbook, (cell.look for content in contents for cell in content.cells.values()))
    parts, strings = _saved(workbook), dict[str, int]()
    for index, content in enumerate(contents, 1):
        name = f"xl/worksheets/sheet{index}.xml"
        parts[name] = with_cells(parts[name], content, looks, strings)
    add_strings(parts, strings)
    parts[ARC_STYLE] = _with_ordered_fonts(parts[ARC_STYLE])
    workbook.properties.created = workbook.properties.modified = moment
    parts[ARC_CORE] = tostring(workbook.properties.to_tree())
    return _zipped({ARC_CONTENT_TYPES: parts[ARC_CONTENT_TYPES]} | parts)


def _saved(workbook: Workbook) -> dict[str, bytes]:
    buffer = BytesIO()
    ExcelWriter(workbook, ZipFile(buffer, "w", ZIP_STORED)).save()
    with ZipFile(buffer) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_ordered_fonts(xml: bytes) -> bytes:
    """Put the parts of each font in the order of the schema, and free the standard font from the theme.

    The standard font is the unit of column widths, so it must not depend on the language of the office program.
    """
    root = etree.fromstring(xml)
    for font in root.iter(f"{_MAIN}font"):
        parts = {etree.QName(part).localname: part for part in font}
        font[:] = [parts[name] for name in _FONT_PARTS if name in parts]
    standard = root.find(f"{_MAIN}fonts/{_MAIN}font/{_MAIN}name")
    assert standard is not None
    standard.set("val", SONG)
    return as_part(root)


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = ZipInfo(name, _FIRST_ZIP_DATE)
            info.compress_type, info.create_system = ZIP_DEFLATED, 0
            archive.writestr(info, content)
    return buffer.getvalue()
