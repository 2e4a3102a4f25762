"""What readers say to the clerk: each sentence names the file or place, what is the matter, and what to do."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from pathlib import PurePath

from importers.blocks import Block, Grid

_NAMED = 6
"""Names a sentence lists before it only counts."""

_LONGEST_QUOTE = 80
_PROMISING = frozenset({
    ".docx", ".docm", ".doc", ".wps", ".xlsx", ".xlsm", ".xls", ".et", ".pdf", ".html", ".htm", ".mht", ".txt", ".rtf",
})  # fmt: skip
"""Extensions of files that can be read."""


class OtherReport(Enum):
    """Kinds of reports that resemble the annual report."""

    SCHOOL_YEAR = auto()
    OLD_FORM = auto()
    ENFORCEMENT = auto()
    RULE_OF_LAW = auto()
    WEB_SITE = auto()
    PLAN = auto()


_OTHER_REPORTS: Mapping[OtherReport, tuple[str, str]] = {
    OtherReport.SCHOOL_YEAR: ("学校按学年编制的信息公开年度报告", "统计期和表格都与政府信息公开工作年度报告不同"),
    OtherReport.OLD_FORM: ("2019 年以前旧格式的政府信息公开年度报告", "章节和附表与现行格式对不上"),
    OtherReport.ENFORCEMENT: ("行政执法统计年报", "其中行政许可、行政处罚等数字的口径与政府信息公开工作年度报告不同"),
    OtherReport.RULE_OF_LAW: ("法治政府建设年度报告", "没有政府信息公开工作年度报告的表格"),
    OtherReport.WEB_SITE: ("政府网站或政务新媒体的年度报表", "统计的事项与政府信息公开工作年度报告不同"),
    OtherReport.PLAN: ("政务公开的工作安排或总结", "没有政府信息公开工作年度报告的表格"),
}
"""What each kind is, and why it cannot be last year's report."""


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
    """Say that the file is an archive of something else."""
    return f"“{name}”是压缩包，请先解压，再打开其中的 .docx 或 .xlsx 文件"


def unknown(name: str) -> str:
    """Say that the file is of no format the program knows, whatever its extension promises."""
    suffix = PurePath(name).suffix.lower()
    promised = f"：它的内容不是 {suffix} 文件，可能改过扩展名或已损坏" if suffix in _PROMISING else ""
    return f"无法识别“{name}”的格式{promised}，请选择 .docx 或 .xlsx 格式的年度报告"


def no_report(name: str) -> str:
    """Say that the file is no annual report."""
    return f"“{name}”中没有找到年度报告的表格和章节题名，请确认它是政府信息公开工作年度报告"


def no_text(name: str) -> str:
    """Say that a file has no letter in it."""
    found = "没有可以读取的文字，也就没有找到年度报告的表格和章节题名"
    return f"“{name}”中{found}；如果里面只有图片或扫描件，请改用生成它的 Word 文件（.docx）"


def picture(name: str) -> str:
    """Say that the file is a picture."""
    return f"无法识别“{name}”中的文字：它是图片，请改用生成它的 Word 文件（.docx）"


def other_report(name: str, kind: OtherReport) -> str:
    """Say that the file is a report of another kind, of which nothing can be taken."""
    what, why = _OTHER_REPORTS[kind]
    return f"“{name}”看来是{what}，{why}，不能当作底本；请选择政府信息公开工作年度报告"


def other_report_texts(name: str, kind: OtherReport) -> str:
    """Say that only texts were taken from a report of another kind."""
    what, why = _OTHER_REPORTS[kind]
    return f"“{name}”看来是{what}，{why}，不能当作底本：表格没有读入，只取了能对上章节的正文，请核对"


def no_figures_computed(sheet: str, cells: Sequence[str]) -> str:
    """Say that formulas carry no result."""
    found = f"工作表“{sheet}”的 {_listed(cells)} 是没有保存结果、也无法计算的公式，已按空白读入"
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


def agency_beside(title: Sequence[str], agency: str) -> str:
    """Say that a title has other words beside the agency's name."""
    return f"题名“{''.join(''.join(title).split())}”与规定的题名不同，机关名称已按“{agency}”读入，请核对"


def _listed(names: Sequence[str]) -> str:
    first = "、".join(names[:_NAMED])
    return first if len(names) <= _NAMED else f"{first}等 {len(names)} 处"


def unplaced(block: Block) -> str:
    """Say that a block stands in the file and not in the report."""
    text = " ".join(cell.text for cell in block.cells) if isinstance(block, Grid) else block.text
    line = " ".join(text.split())
    quote = f"{line[:_LONGEST_QUOTE]}……" if len(line) > _LONGEST_QUOTE else line
    return f"没有放进报告的内容：“{quote}”"


def converted(cell: str, written: str, result: str, unit: str) -> str:
    """Say that an amount was converted into the form's unit."""
    return f"{cell}在原文件中写的是“{written}”，已换算为“{result}”（单位：{unit}），请核对"


def read_for(cell: str, written: str, result: str) -> str:
    """Say that a figure was understood although it is written oddly."""
    return f"{cell}在原文件中写的是“{written}”，已按“{result}”读入，请核对"


def header_lost(table: str) -> str:
    """Say that columns were told by their order alone."""
    return f"{table}的表头不完整，各列已按规定的次序读入，请核对"


def subtotal_contradicts(label: str, rows: Sequence[str]) -> str:
    """Say that a column of subtotals that the form does not have differs from the details."""
    return f"原文件中的“{label}”一列不属于规定格式，没有读入，且与明细之和不一致：{_listed(rows)}，请核对"


def total_beside(cell: str, text: str) -> str:
    """Say that a total stands outside its table."""
    return f"{cell}的数字“{text}”在原文件中脱出了表格，与按明细算出的一致，请核对"


def comments_ignored(count: int) -> str:
    """Say that reviewers' comments were not taken over."""
    return f"原文件中有 {count} 条批注没有读入，请在原文件中查看"


def footnote_lost(text: str) -> str:
    """Say that a footnote belongs to no paragraph."""
    return f"原文件中的脚注没有对应的正文，没有读入：“{text}”"


def characters_unreadable(count: int) -> str:
    """Say that characters of a web page are broken."""
    return f"原网页中有 {count} 个字符已损坏，读入后显示为“\ufffd”，请对照原网页改正"


def pasted_too_large() -> str:
    """Say that the clipboard holds more text than any report."""
    return "剪贴板中的文字过多，不像年度报告，请只复制年度报告的正文和表格后再粘贴"


def values_lost(table: str, rows: Sequence[str]) -> str:
    """Say that rows of a table copied as text have more or fewer entries than columns."""
    return f"{table}这些行的数据个数与列数对不上，没有读入：{_listed(rows)}，请对照原文件填写"


def column_heads_lost(table: str, rows: Sequence[str]) -> str:
    """Say that rows of a table copied as text stand under no labels that tell its columns."""
    return f"{table}这些行缺少能认出各列的表头，没有读入：{_listed(rows)}，请对照原文件填写"


def rows_unknown(rows: Sequence[str]) -> str:
    """Say that rows of a table copied as text are none of the form's."""
    return f"表格文字中有认不出的行，没有读入：{_listed(rows)}，请核对原文件"


def pdf_scanned(name: str) -> str:
    """Say that a PDF has no text."""
    return f"“{name}”是扫描件或图片，没有可以读取的文字，请改用生成它的 Word 文件（.docx）"


def pdf_garbled(name: str) -> str:
    """Say that a PDF does not tell what characters its glyphs are."""
    return f"“{name}”没有保存文字的编码，读出来是乱码，请改用生成它的 Word 文件（.docx）"


def pdf_encrypted(name: str) -> str:
    """Say that a PDF needs a password."""
    return f"“{name}”设有打开密码，请取消密码并另存后再打开，或改用生成它的 Word 文件（.docx）"


def pdf_too_large(name: str) -> str:
    """Say that a PDF has more in it than any report."""
    return f"“{name}”页数或内容过多，不像年度报告，请只保留报告本身的各页后再打开，或改用生成它的 Word 文件（.docx）"


def pdf_partly_damaged() -> str:
    """Say that parts of a PDF could not be unpacked."""
    return "原文件有损坏之处，可能有内容没有读出，请对照原文件逐项核对"


def pdf_recognised() -> str:
    """Say that the text of a PDF lies under pictures."""
    return "原文件是扫描后识别出文字的，文字和数字可能有识别错误，请对照原文件逐项核对"


def pdf_unknown(pages: Sequence[int], shown: str) -> str:
    """Say that characters of a PDF are not known."""
    return f"原文件第 {_pages(pages)} 页有无法识别的字符，读入后显示为“{shown}”，请对照原文件改正"


def pdf_pictures(pages: Sequence[int]) -> str:
    """Say that pages of a PDF are pictures."""
    return f"原文件第 {_pages(pages)} 页是图片，没有可以读取的文字，请对照原文件填写"


def pdf_turned(page: int, text: str) -> str:
    """Say that text of a PDF does not stand upright."""
    quote = f"{text[:_LONGEST_QUOTE]}……" if len(text) > _LONGEST_QUOTE else text
    return f"原文件第 {page} 页有横放或斜放的文字，没有读入：“{quote}”，请核对原文件"


def pdf_joined(text: str) -> str:
    """Say that a cell was put together from two pages."""
    return f"原文件的表格在换页处断开，“{text}”是由前后两页的文字接成的，请核对"


def _pages(numbers: Sequence[int]) -> str:
    return "、".join(map(str, numbers))


def sheet_hidden(sheet: str) -> str:
    """Say that a hidden sheet was not read."""
    return f"工作表“{sheet}”是隐藏的，没有读入；如果需要，请在 Excel 或 WPS 中取消隐藏、保存后重新读入"


def figures_computed(sheet: str, cells: Sequence[str]) -> str:
    """Say that results of formulas were computed here."""
    return f"工作表“{sheet}”的 {_listed(cells)} 是没有保存结果的公式，已重新计算，请核对"
