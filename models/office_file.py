"""A TOML file that an office writes for itself: every mistake in it is told in one sentence of the clerk's words."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from models.errors import InputRefusal
from models.toml_source import DeclarationError, TomlSource

Content = TypeVar("Content")

_IN_CHINESE = {
    r"a text is expected": "应是写在引号里的文字，不能空着",
    r"a list of texts is expected": '应是文字的列表，例如 ["社会评议", "责任追究"]',
    r"a whole number from (\d+) is expected": r"应是不小于 \1 的整数",
    r"a list of tables is expected": r"应写成两层方括号开头的段落，至少一段",
    r"a table is expected": "应写成方括号开头的段落",
    r"a table of texts is expected": '应是成对的文字，例如 "仿宋_GB2312" = "仿宋"',
    r"this key has no meaning here": "这里没有这一项，请检查拼写",
    r'"(.+)" is no font of this scheme': r"“\1”不是本方案用到的字体",
}
_PLACE = re.compile(r"\w+\[(\d+)\]\.?")
_SYNTAX = re.compile(r"\(at line (\d+), column (\d+)\)")


class OfficeSource(TomlSource):
    """A declaration whose mistakes are noted in Chinese, and nothing of which is kept beside the file."""

    keeps_parsed = False

    def note(self, key: str, problem: str) -> None:
        """Note a problem in Chinese."""
        known = next((re.sub(english, chinese, problem) for english, chinese in _IN_CHINESE.items()
                      if re.fullmatch(english, problem)), problem)  # fmt: skip
        super().note(key, known)


def read_office_file(path: Path, what: str, read: Callable[[TomlSource], Content]) -> Content:
    """Return what a reader makes of an office's file.

    Args:
        path: the file.
        what: what the clerk calls such a file: 本地要求文件.
        read: makes the content of the opened file; raises DeclarationError with all that is wrong.

    Raises:
        InputRefusal: where the file cannot be opened, or with every mistake in it.
    """
    try:
        return read(OfficeSource.open(path))
    except DeclarationError as error:
        mistakes = _mistakes(error)
        sentence = f"{what}“{path.name}”有 {len(mistakes)} 处不对：{'；'.join(mistakes)}。请改正后再用"
        raise InputRefusal(sentence) from error
    except OSError as error:
        raise InputRefusal(f"{what}“{path.name}”打不开，请确认文件还在并且可以读取") from error


def _mistakes(error: DeclarationError) -> list[str]:
    """Return what is wrong with a file, each with its place: 第 1 段的 longest 应是不小于 0 的整数."""
    if isinstance(error.__cause__, UnicodeDecodeError):
        return ["它不是 UTF-8 编码的文本"]
    if error.__cause__ is not None:
        place = _SYNTAX.search(str(error.__cause__))
        if place is None:
            return ["到末尾还不完整，有引号或括号没有写完"]
        return [f"第 {place[1]} 行第 {place[2]} 列不合 TOML 的写法"]
    return [_placed(*problem.split(": ", 1)) for problem in error.problems]


def _placed(place: str, problem: str) -> str:
    return f"{_PLACE.sub(lambda match: f'第 {int(match[1]) + 1} 段的 ', place)} {problem}"
