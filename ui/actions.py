"""Menus, toolbar and shortcuts, declared once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow


@dataclass(frozen=True)
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
    Command("quit", "退出(&Q)", "", "Ctrl+Q", needs_document=False),
    Command("undo", "撤销", "撤销", "Ctrl+Z"),
    Command("redo", "重做", "重做", "Ctrl+Y"),
    Command("cut", "剪切(&T)", "", "Ctrl+X", shown_only=True),
    Command("copy", "复制(&C)", "", "Ctrl+C", shown_only=True),
    Command("paste", "粘贴(&P)", "", "Ctrl+V", shown_only=True),
    Command("confirm", "确认沿用(&K)", "", "F9"),
    Command("confirm_all", "本部分全部确认沿用(&M)", "", "Shift+F9"),
    Command("fill_zeros", "本表补零(&0)", "补零", "Ctrl+Shift+0"),
    Command("fill_all_zeros", "全部补零(&A)", "", "Ctrl+Alt+0"),
    Command("fill_down", "向下填充(&D)", "", "Ctrl+D", shown_only=True),
    Command("fill_right", "向右填充(&R)", "", "Ctrl+R", shown_only=True),
    Command("clear", "清除(&E)", "", "Del", shown_only=True),
    Command("next_finding", "下一处问题(&N)", "", "F8"),
    Command("previous_finding", "上一处问题(&P)", "", "Shift+F8"),
    Command("correct", "改正文中的数(&C)", "", "Alt+Return"),
    Command("go_across", "在正文与表格之间跳转(&G)", "", "F6"),
    Command("dismiss", "属实，不再提示(&D)…", "", "Ctrl+F8"),
    Command("settings", "检查设置(&S)…", "", needs_document=False),
    Command("previous_section", "上一部分(&P)", "", "Ctrl+PgUp"),
    Command("next_section", "下一部分(&N)", "", "Ctrl+PgDown"),
    Command("about", "关于(&A)", "", needs_document=False),
)

_LAST_YEAR = "attach_last_year detach_last_year"
_FILE = f"new_draft new_blank open recent - save save_as - {_LAST_YEAR} - export preview print - quit"
_CHECKS = "next_finding previous_finding - correct go_across dismiss - settings"

_DOCUMENTS = "export_word export_excel export_pdf export_html export_picture"
EXPORTS = f"{_DOCUMENTS} - copy_web_page - export_check_sheet".split()
"""The submenu `export`."""

MENUS = (
    ("文件(&F)", _FILE.split()),
    ("编辑(&E)", ["undo", "redo", "-", "cut", "copy", "paste", "-", "confirm", "confirm_all"]),
    ("表格(&T)", ["fill_zeros", "fill_all_zeros", "-", "fill_down", "fill_right", "clear"]),
    ("检查(&C)", _CHECKS.split()),
    ("视图(&V)", ["previous_section", "next_section", "-", "theme"]),
    ("帮助(&H)", ["about"]),
)
"""`recent`, `export` and `theme` are submenus that the window fills."""

_TOOLBAR = "new_blank new_draft open save - undo redo - fill_zeros - preview export_word export_excel"
TOOLBAR = _TOOLBAR.split()


def build_actions(window: QMainWindow, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Return an action for every command, connected to its handler; KeyError where a handler lacks."""
    actions = {}
    for command in COMMANDS:
        action = QAction(command.text, window)
        action.setIconText(command.short or command.text)
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
