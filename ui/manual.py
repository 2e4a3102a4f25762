"""The clerk's manual as data: its pages, which of them fits a place of the window, and the commands they name.

A page is Markdown. `{save}` in it stands for the command `save` as the menus call it, with its key; `{commands}` for
the table of all keys. So a page never names a command that does not exist, nor a key that has changed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.toml_source import TomlSource
from ui.actions import COMMANDS, EXPORTS, MENUS, Command

MANUAL_FOLDER = Path(__file__).parent.parent / "resources" / "manual"

_COMMAND = re.compile(r"\{([a-z_]+)\}")
_TABLE = "commands"
_LETTER = re.compile(r"\(&.\)")
_BY_NAME = {command.name: command for command in COMMANDS}
_KEYS = {"Return": "回车", "Del": "Delete", "PgUp": "PageUp", "PgDown": "PageDown", "Up": "↑", "Down": "↓"}


@dataclass(frozen=True)
class ManualPage:
    """A page of the manual.

    Args:
        file: its file in `MANUAL_FOLDER`.
        title: what the list of contents calls it.
        places: classes of the widgets and dialogs in which F1 opens it.
    """

    file: str
    title: str
    places: tuple[str, ...]


@cache
def manual_pages() -> tuple[ManualPage, ...]:
    """Return the pages in their order.

    Raises:
        DeclarationError: with all problems of the list of contents.
    """
    source = TomlSource.open(MANUAL_FOLDER / "contents.toml")
    pages = tuple(_page(each) for each in source.tables("pages", required=True))
    source.close()
    source.raise_problems("contents.toml")
    return pages


def page_at(places: Iterable[str]) -> ManualPage:
    """Return the page that fits the first place known; the first page where none is.

    Args:
        places: class names of the widget that has the keyboard and of what it stands in, from the inside out.
    """
    by_place = {place: page for page in manual_pages() for place in page.places}
    return next((by_place[place] for place in places if place in by_place), manual_pages()[0])


def pages_from(file: str) -> tuple[ManualPage, ...]:
    """Return all pages in the order of a search that begins behind one: the next first, that one last."""
    pages = manual_pages()
    start = [page.file for page in pages].index(file) + 1
    return pages[start:] + pages[:start]


def page_text(file: str) -> str:
    """Return the Markdown of a page with the names of commands and the table of keys in it."""
    return with_commands((MANUAL_FOLDER / file).read_text(encoding="utf-8"))


def with_commands(text: str) -> str:
    """Return Markdown with the names of commands in the place of what stands in braces."""
    return _COMMAND.sub(lambda found: _table() if found[1] == _TABLE else _named(_BY_NAME[found[1]]), text)


def plain_name(text: str) -> str:
    """Return the name of a command or menu without the letter that chooses it."""
    return _LETTER.sub("", text).rstrip("…")


def _page(source: TomlSource) -> ManualPage:
    page = ManualPage(source.text("file"), source.text("title"), source.texts("places"))
    source.close()
    return page


def _named(command: Command) -> str:
    key = f"（{_key(command)}）" if command.shortcut else ""
    return f"**{plain_name(command.text)}**{key}"


def _key(command: Command) -> str:
    *modifiers, key = re.split(r"\+(?=.)", command.shortcut)
    return "+".join([*modifiers, _KEYS.get(key, key)])


def _table() -> str:
    rows = [
        f"| {plain_name(title)} | {plain_name(command.text)} | {_key(command)} |"
        for title, names in MENUS
        for command in _commands_in(names)
        if command.shortcut
    ]
    return "\n".join(["| 菜单 | 命令 | 按键 |", "|---|---|---|", *rows])


def _commands_in(names: Iterable[str]) -> Iterable[Command]:
    for name in names:
        if name in _BY_NAME:
            yield _BY_NAME[name]
        elif name == "export":
            yield from _commands_in(EXPORTS)
