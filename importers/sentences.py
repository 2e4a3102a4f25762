"""What readers say to the clerk: each sentence names the file or place, what is the matter, and what to do."""

from collections.abc import Sequence

from importers.blocks import Block, Grid

_NAMED = 6
"""Names a sentence lists before it only counts."""

_LONGEST_QUOTE = 80


def missing(name: str) -> str:
    """Say that there is no such file."""
    return f"找不到文件“{name}”，请检查文件名和所在文件夹，确认文件没有被移走或改名"


def is_folder(name: str) -> str:
    """Say that a folder was given."""
    return f"“{name}”是文件夹，请选择其中的年度报告文件"


def not_permitted(name: str) -> str:
    """Say that the file may not be read."""
    return f"没有权限读取“{name}”，请先关闭正在使用它的程序，或将文件复制到本人的文件夹后再打开"


def not_readable(name: str) -> str:
    """Say that the disk or network failed."""
    return f"读取“{name}”时出错，请检查磁盘或网络连接，将文件复制到本机后再打开"


def empty(name: str) -> str:
    """Say that the file has no content."""
    return f"“{name}”是空文件，没有任何内容，请重新获取该文件"


def too_large(name: str) -> str:
    """Say that the file is larger than any report."""
    return f"“{name}”过大，不像年度报告，请删去其中的图片和附件，另存后再打开"


def damaged(name: str) -> str:
    """Say that the file is cut off or broken."""
    return f"“{name}”已损坏或不完整，无法读取，请重新获取该文件，或在 Word、WPS 中修复并另存后再打开"


def encrypted(name: str) -> str:
    """Say that the file needs a password."""
    return f"“{name}”设有打开密码，请在 Word 或 WPS 中取消密码并另存后再打开"


def old_word(name: str) -> str:
    """Say that the file is of Word 97 to 2003."""
    return f"“{name}”是旧版 Word 格式（.doc、.wps），请用 Word 或 WPS 另存为 .docx 后再打开"


def old_excel(name: str) -> str:
    """Say that the file is of Excel 97 to 2003."""
    return f"“{name}”是旧版 Excel 格式（.xls、.et），请用 Excel 或 WPS 另存为 .xlsx 后再打开"


def old_office(name: str) -> str:
    """Say that the file is of another old office program."""
    return f"“{name}”是旧版办公软件的格式，请用原软件另存为 .docx 或 .xlsx 后再打开"


def pdf(name: str) -> str:
    """Say that PDF is not read."""
    return f"“{name}”是 PDF 文件，暂不能读取，请改用生成它的 Word 文件（.docx）"


def web_page(name: str) -> str:
    """Say that web pages are not read."""
    return f"“{name}”是网页文件，暂不能读取，请将网页内容复制到 Word 或 WPS 中，另存为 .docx 后再打开"


def plain_text(name: str) -> str:
    """Say that plain text is not read."""
    return f"“{name}”是纯文本文件，暂不能读取，请将内容复制到 Word 或 WPS 中，另存为 .docx 后再打开"


def rich_text(name: str) -> str:
    """Say that the file is RTF or a single-file XML."""
    return f"“{name}”不是 .docx 格式，请用 Word 或 WPS 打开后另存为 .docx 再试"


def open_document(name: str) -> str:
    """Say that the file is of OpenDocument."""
    return f"“{name}”是 OpenDocument 格式，请用原软件另存为 .docx 或 .xlsx 后再打开"


def fixed_layout(name: str) -> str:
    """Say that the file is OFD."""
    return f"“{name}”是 OFD 版式文件，不能读取，请改用生成它的 Word 文件（.docx）"


def binary_workbook(name: str) -> str:
    """Say that the file is an .xlsb workbook."""
    return f"“{name}”是二进制工作簿（.xlsb），请用 Excel 或 WPS 另存为 .xlsx 后再打开"


def slides(name: str) -> str:
    """Say that the file is a presentation."""
    return f"“{name}”是演示文稿，不是年度报告，请选择 .docx 或 .xlsx 格式的年度报告"


def archive(name: str) -> str:
    """Say that the file is a zip archive of something else."""
    return f"“{name}”是压缩包，请先解压，再打开其中的 .docx 或 .xlsx 文件"


def unknown(name: str) -> str:
    """Say that the file is of no format the program knows."""
    return f"无法识别“{name}”的格式，请选择 .docx 或 .xlsx 格式的年度报告"


def no_report(name: str) -> str:
    """Say that the file is no annual report."""
    return f"“{name}”中没有找到年度报告的表格和章节题名，请确认它是政府信息公开工作年度报告"


def no_figures_computed(sheet: str, cells: Sequence[str]) -> str:
    """Say that formulas carry no result."""
    found = f"工作表“{sheet}”的 {_listed(cells)} 是没有保存结果的公式，已按空白读入"
    return f"{found}；请在 Excel 或 WPS 中打开该文件、保存一次后重新读入"


def table_missing(table: str) -> str:
    """Say that a table was not found."""
    return f"没有找到{table}，该表全部按空白读入，请核对原文件"


def rows_missing(table: str, rows: Sequence[str]) -> str:
    """Say that rows of a table were not found."""
    return f"{table}没有找到这些行：{_listed(rows)}，已按空白读入，请核对原文件"


def columns_missing(table: str, columns: Sequence[str]) -> str:
    """Say that columns of a table were not found."""
    return f"{table}没有找到这些列：{_listed(columns)}，已按空白读入，请核对原文件"


def leftover(rows: Sequence[str]) -> str:
    """Say that a recognised table holds entries that have no place in the form."""
    return f"表格中有内容与规定格式对不上，没有读入：“{_listed(rows)}”，请核对原文件"


def unlike_label(read: str, label: str) -> str:
    """Say that a label was recognised although it differs."""
    return f"原文件中的“{read}”已按“{label}”读入，请核对"


def differs(cell: str, kept: str, other: str) -> str:
    """Say that a file gives a figure twice."""
    return f"{cell}在原文件中出现两次，数值不同（{kept} 和 {other}），已采用前者，请核对"


def total_unreadable(cell: str, text: str) -> str:
    """Say that a stated total is no number."""
    return f"{cell}在原文件中写的是“{text}”，不是数字，已改用按明细算出的总计，请核对"


def _listed(names: Sequence[str]) -> str:
    first = "、".join(names[:_NAMED])
    return first if len(names) <= _NAMED else f"{first}等 {len(names)} 处"


def unplaced(block: Block) -> str:
    """Say that a block stands in the file and not in the report."""
    text = " ".join(cell.text for cell in block.cells) if isinstance(block, Grid) else block.text
    line = " ".join(text.split())
    quote = f"{line[:_LONGEST_QUOTE]}……" if len(line) > _LONGEST_QUOTE else line
    return f"没有放进报告的内容：“{quote}”"
