"""The menu bar and the toolbar, filled from the declaration of the commands."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from ui.actions import EXPORTS, MENUS, SEPARATOR, TOOLBAR
from ui.settings import THEMES, Settings, ThemeChoice

_THEME_LETTERS = dict(zip(ThemeChoice, "SLDH", strict=True))


def build_menus(
    window: QMainWindow, actions: Mapping[str, QAction], submenus: Mapping[str, Callable[[QMenu], None]]
) -> None:
    """Fill the menu bar of a window; `submenus` fill the entries that are menus themselves."""
    for title, names in MENUS:
        menu = window.menuBar().addMenu(title)
        _fill(menu, names, actions, submenus)


def export_menu(menu: QMenu, actions: Mapping[str, QAction]) -> None:
    """Add the menu of what a report can be exported as."""
    _fill(menu.addMenu("导出(&E)"), EXPORTS, actions, {})


def _fill(
    menu: QMenu,
    names: Sequence[str],
    actions: Mapping[str, QAction],
    submenus: Mapping[str, Callable[[QMenu], None]],
) -> None:
    for name in names:
        if name == SEPARATOR:
            menu.addSeparator()
        elif name in submenus:
            submenus[name](menu)
        else:
            menu.addAction(actions[name])


def build_toolbar(window: QMainWindow, actions: Mapping[str, QAction]) -> None:
    """Give a window its toolbar."""
    toolbar = QToolBar("工具栏")
    toolbar.setObjectName("toolbar")
    toolbar.setMovable(False)
    for name in TOOLBAR:
        if name == SEPARATOR:
            toolbar.addSeparator()
        else:
            toolbar.addAction(actions[name])
    window.addToolBar(toolbar)


def recent_menu(menu: QMenu, settings: Settings, open_file: Callable[[Path], object]) -> None:
    """Add the menu of recent files, filled when it opens."""
    recent = menu.addMenu("最近的文件(&R)")

    def fill() -> None:
        recent.clear()
        for path in settings.recent_files:
            recent.addAction(str(path)).triggered.connect(lambda _checked=False, p=path: open_file(p))
        recent.menuAction().setEnabled(not recent.isEmpty())

    menu.aboutToShow.connect(fill)


def theme_menu(menu: QMenu, window: QMainWindow, settings: Settings, choose: Callable[[ThemeChoice], object]) -> None:
    """Add the menu of themes, the chosen one ticked."""
    themes = menu.addMenu("主题(&T)")
    group = QActionGroup(window)
    ticked = {}
    for each, name in THEMES.items():
        action = ticked[each] = themes.addAction(f"{name}(&{_THEME_LETTERS[each]})")
        action.setCheckable(True)
        action.triggered.connect(lambda _checked=False, c=each: choose(c))
        group.addAction(action)
    themes.aboutToShow.connect(lambda: ticked[settings.theme].setChecked(True))
