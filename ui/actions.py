"""Menus, toolbar and shortcuts, declared once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow


@dataclass(frozen=True, eq=False, repr=False)
class Command:
    """A command of the window: its name, what the menu and the toolbar call it, and its key.

    A shortcut marked `shown_only` is handled by the widget that has the keyboard and just printed in the menu.
    """

    name: str
    text: str
    short: str = ""
    shortcut: str = ""
    shown_only: bool = False
    needs_document: bool = True
    is_switch: bool = False


SEPARATOR = "-"

COMMANDS = (
    Command("new_draft", "以去年报告为底本(&L)…", "以去年为底本", "Ctrl+Shift+N", needs_document=False),
    Command("new_blank", "新建空白报告(&N)", "新建", "Ctrl+N", needs_document=False),
    Command("open", "打开(&O)…", "打开", "Ctrl+O", needs_document=False),
    Command("save", "保存(&S)", "保存", "Ctrl+S"),
    Command("save_as", "另存为(&A)…", "", "Ctrl+Shift+S"),
    Command("export_word", "导出 Word(&W)…", "导出Word", "Ctrl+E"),
    Command("export_excel", "导出 Excel(&X)…", "导出Excel", "Ctrl+Shift+E"),
    Command("export_pdf", "导出 PDF(&P)…"),
    Command("export_html", "导出网页(&H)…"),
    Command("export_picture", "导出图解(&T)…"),
    Command("copy_web_page", "复制为网页内容(&Y)"),
    Command("export_check_sheet", "导出校核单(&C)…"),
    Command("preview", "打印预览(&V)", "预览", "Ctrl+Shift+P"),
    Command("print", "打印(&P)…", "", "Ctrl+P"),
    Command("attach_last_year", "附上去年报告(&T)…"),
    Command("detach_last_year", "去掉去年报告(&D)"),
    Command("settings", "设置(&G)…", "", "Ctrl+,", needs_document=False),
    Command("quit", "退出(&Q)", "", "Ctrl+Q", needs_document=False),
    Command("undo", "撤销", "撤销", "Ctrl+Z"),
    Command("redo", "重做", "重做", "Ctrl+Y"),
    Command("cut", "剪切(&T)", "", "Ctrl+X", shown_only=True),
    Command("copy", "复制(&C)", "", "Ctrl+C", shown_only=True),
    Command("paste", "粘贴(&P)", "", "Ctrl+V", shown_only=True),
    Command("find", "查找(&F)…", "", "Ctrl+F"),
    Command("replace", "替换(&H)…", "", "Ctrl+H"),
    Command("find_next", "查找下一处(&N)", "", "F3"),
    Command("find_previous", "查找上一处(&B)", "", "Shift+F3"),
    Command("confirm", "确认沿用(&K)", "", "F9"),
    Command("confirm_all", "本部分全部确认沿用(&M)", "", "Shift+F9"),
    Command("fill_zeros", "本表补零(&0)", "补零", "Ctrl+Shift+0"),
    Command("fill_all_zeros", "全部补零(&A)", "", "Ctrl+Alt+0"),
    Command("fill_down", "向下填充(&D)", "", "Ctrl+D", shown_only=True),
    Command("fill_right", "向右填充(&R)", "", "Ctrl+R", shown_only=True),
    Command("clear", "清除(&E)", "", "Del", shown_only=True),
    Command("explain", "说明(&H)", "", "Shift+F1"),
    Command("remark", "备注(&B)", "", "F4"),
    Command("balance", "按勾稽推算(&J)…", "", "Alt+="),
    Command("draft", "由各表起草(&G)…", "", "Ctrl+G"),
    Command("insert_figure", "插入联动数(&I)…", "", "Ctrl+L"),
    Command("link", "改为联动数(&L)", "", "Ctrl+Shift+L"),
    Command("link_all", "本部分全部改为联动数(&A)"),
    Command("unlink", "改为普通数字(&P)", "", "Ctrl+Alt+L"),
    Command("move_up", "段落上移(&U)", "", "Alt+Up"),
    Command("move_down", "段落下移(&D)", "", "Alt+Down"),
    Command("renumber", "重新编号(&N)"),
    Command("insert_outline", "插入提纲(&O)"),
    Command("full_width", "标点改为全角(&F)"),
    Command("next_finding", "下一处问题(&N)", "", "F8"),
    Command("previous_finding", "上一处问题(&P)", "", "Shift+F8"),
    Command("correct", "改正文中的数(&C)", "", "Alt+Return"),
    Command("go_across", "在正文与表格之间跳转(&G)", "", "F6"),
    Command("dismiss", "属实，不再提示(&D)…", "", "Ctrl+F8"),
    Command("untouched", "未动清单(&U)", "", "Ctrl+F9"),
    Command("check_settings", "检查设置(&S)…", "", needs_document=False),
    Command("previous_section", "上一部分(&P)", "", "Ctrl+PgUp"),
    Command("next_section", "下一部分(&N)", "", "Ctrl+PgDown"),
    Command("beside_last_year", "对照去年(&Y)", "对照去年", "F7", is_switch=True),
    Command("zoom_in", "放大表格(&I)", "", "Ctrl++"),
    Command("zoom_out", "缩小表格(&O)", "", "Ctrl+-"),
    Command("reset_zoom", "表格原大(&R)", "", "Ctrl+0"),
    Command("manual", "使用说明(&M)", "", "F1", needs_document=False),
    Command("tour", "两分钟上手(&T)", needs_document=False),
    Command("about", "关于(&A)", "", needs_document=False),
)

_LAST_YEAR = "attach_last_year detach_last_year"
_FILE = f"new_draft new_blank open recent - save save_as - {_LAST_YEAR} - export preview print - settings - quit"
_FIND = ["find", "replace", "find_next", "find_previous"]
_CHECKS = "next_finding previous_finding - correct go_across dismiss - untouched - check_settings"

_DOCUMENTS = "export_word export_excel export_pdf export_html export_picture"
EXPORTS = f"{_DOCUMENTS} - copy_web_page - export_check_sheet".split()
"""The submenu `export`."""

_PARAGRAPHS = "move_up move_down renumber insert_outline full_width"
TEXT = ["insert_figure", "link", "link_all", "unlink", *_PARAGRAPHS.split()]
"""Commands on the text of the page on top, by the names of what carries them out."""

_CELL = ["explain", "remark", "balance"]
_VIEW = "previous_section next_section - beside_last_year - zoom_in zoom_out reset_zoom - theme"

MENUS = (
    ("文件(&F)", _FILE.split()),
    ("编辑(&E)", ["undo", "redo", "-", "cut", "copy", "paste", "-", *_FIND, "-", "confirm", "confirm_all"]),
    ("表格(&T)", ["fill_zeros", "fill_all_zeros", "-", "fill_down", "fill_right", "clear", "-", *_CELL]),
    ("文字(&W)", ["draft", *TEXT[:4], "-", *TEXT[4:]]),
    ("检查(&C)", _CHECKS.split()),
    ("视图(&V)", _VIEW.split()),
    ("帮助(&H)", ["manual", "tour", "-", "about"]),
)
"""`recent`, `export` and `theme` are submenus that the window fills."""

_TOOLBAR = "new_blank new_draft open save - undo redo - fill_zeros beside_last_year - preview export_word export_excel"
TOOLBAR = _TOOLBAR.split()


def build_actions(window: QMainWindow, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Return an action for every command, connected to its handler; KeyError where a handler lacks."""
    actions = {}
    for command in COMMANDS:
        action = QAction(command.text, window)
        action.setIconText(command.short or command.text)
        action.setCheckable(command.is_switch)
        if command.shown_only:
            action.setText(f"{command.text}\t{command.shortcut}")
        elif command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
            action.setToolTip(f"{command.short or command.text}（{command.shortcut}）")
        action.triggered.connect(_without_argument(handlers[command.name]))
        actions[command.name] = action
    return actions


def _without_argument(handler: Callable[[], object]) -> Callable[[], None]:
    def call() -> None:
        handler()

    return call
