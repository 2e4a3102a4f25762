"""The words of the command line: an argparse that speaks Chinese only and refuses instead of exiting."""

import argparse
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NoReturn

from exporters.office_typography import read_office_typography
from exporters.typography import Typography, known_typographies
from models.errors import InputRefusal, RequestRefusal

STANDARD_OUTPUT = Path("-")
"""What stands for standard output where a file is expected."""

_SCHEME = ".toml"

_IN_CHINESE = (
    (r"the following arguments are required: (.+)", "还缺少：{}"),
    (r"unrecognized arguments: (.+)", "不认识这些内容：{}"),
    (r"argument (\S+): expected one argument", "{} 后面没有写内容"),
    (r"argument \S+: (.*[\u4e00-\u9fff].*)", "{}"),
)
"""What argparse says and what the user reads; the last are our own sentences about a value."""


class Parser(argparse.ArgumentParser):
    """A parser of one command's words; refuses with a Chinese sentence where they make no sense."""

    def __init__(self, name: str, description: str, epilog: str = "") -> None:
        """Start with `--help` alone; options are never abbreviated, so that new ones break no script."""
        super().__init__(
            prog=name,
            description=description,
            epilog=epilog,
            formatter_class=_ChineseHelp,
            add_help=False,
            allow_abbrev=False,
        )
        self.words = self.add_argument_group("参数")
        self.words.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        """Refuse with what argparse found, in Chinese."""
        raise RequestRefusal(f"{_in_chinese(message)}（用法见 {self.prog} --help）")


class _ChineseHelp(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "用法：")


def file_name(text: str) -> Path:
    """Return the path a word names; ArgumentTypeError where it names none."""
    if not text.strip() or Path(text) == STANDARD_OUTPUT:
        raise argparse.ArgumentTypeError(f"“{text}”不是文件名，只有 --json 可以用 - 写到标准输出")
    return Path(text)


def file_name_with(suffix: str, others: Mapping[str, str]) -> Callable[[str], Path]:
    """Return a reader of file names for one kind of file.

    Args:
        suffix: of this kind.
        others: names of kinds by suffix; one of another kind is refused, any further suffix is welcome.
    """

    def read(text: str) -> Path:
        path = file_name(text)
        kind = others.get(path.suffix.lower())
        if kind and path.suffix.lower() != suffix:
            raise argparse.ArgumentTypeError(f"“{text}”是 {kind} 的文件名，这里写出的文件应以 {suffix} 结尾")
        return path

    return read


def file_name_or_dash(text: str) -> Path:
    """Return the path a word names, or STANDARD_OUTPUT for "-"."""
    return STANDARD_OUTPUT if text == str(STANDARD_OUTPUT) else file_name(text)


def year_number(text: str) -> int:
    """Return a year written in digits of either width; ArgumentTypeError where it is none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not re.fullmatch(r"[0-9]{4}", plain):
        raise argparse.ArgumentTypeError(f"年份“{text}”不对，应写四位数字，如 2025")
    return int(plain)


def typography(text: str) -> Typography:
    """Return the typography scheme of this name or in this file; ArgumentTypeError where there is none."""
    known = known_typographies()
    if text in known:
        return known[text]
    if not text.endswith(_SCHEME):
        names = "、".join(f"{key}（{scheme.name}）" for key, scheme in known.items())
        raise argparse.ArgumentTypeError(f"没有字体方案“{text}”，可以写 {names}，或本单位方案的 {_SCHEME} 文件")
    try:
        return read_office_typography(Path(text))
    except InputRefusal as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from refusal


def _in_chinese(message: str) -> str:
    for pattern, sentence in _IN_CHINESE:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(match[1].replace(", ", "、"))
    return "命令的写法不对"
