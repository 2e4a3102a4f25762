"""The commands of the program without a window; Qt is not loaded here."""

import json
import os
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.checks import find_problems
from models.errors import RequestRefusal
from models.finding import Finding, Severity
from models.form_file import current_form
from models.formulas import plain
from models.new_year import last_year_of, start_new_year
from models.report import Report
from models.statements import Statement, find_statements
from storage.atomic_write import write_all_atomically
from storage.native_file import native_bytes, save_native
from ui.arguments import STANDARD_OUTPUT, Parser, file_name, file_name_or_dash, typography, year_number
from ui.console import put_out, say, tell
from ui.exit_status import DONE, ERRORS_FOUND
from ui.report_files import open_report, same_file

PROGRAM = "main.py"

_LEVELS = {Severity.ERROR: "错", Severity.WARNING: "疑", Severity.INFO: "提示"}


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it does, the words it takes, and the function that carries it out."""

    summary: str
    declare: Callable[[Parser], None]
    run: Callable[[Namespace], int]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of `export`: how its file is named, and what makes its content."""

    summary: str
    render: Callable[[Report, Namespace], bytes]
    file_type: Callable[[str], Path] = file_name


def carry_out(words: Sequence[str]) -> int:
    """Carry out a command and return the exit status; words that name none are refused with the usage.

    Raises:
        Refusal: where the words, a file or an output is refused.
    """
    name = words[0] if words else ""
    command = COMMANDS.get(name)
    if command is None:
        _window_parser().parse_args(words)
        raise RequestRefusal(f"不认识“{' '.join(words)}”，可以写的命令：{'、'.join(COMMANDS)}")
    parser = Parser(f"{PROGRAM} {name}", command.summary)
    command.declare(parser)
    return command.run(parser.parse_args(words[1:]))


def _window_parser() -> Parser:
    commands = "\n".join(f"  {name:<8}{command.summary}" for name, command in COMMANDS.items())
    parser = Parser(PROGRAM, "编辑政府信息公开工作年度报告。不写命令时打开窗口。", f"命令：\n{commands}")
    parser.words.add_argument("file", type=file_name, nargs="?", metavar="文件", help="要打开的年报文件")
    return parser


# ── new ─────────────────────────────────────────────────────────────────


def _declare_new(parser: Parser) -> None:
    add = parser.words.add_argument
    add("--from", dest="last_year", type=file_name, required=True, metavar="去年的文件", help="去年的年报")
    add("--year", type=year_number, metavar="年份", help="新报告的年份，不写就是去年的下一年")
    add("--output", type=file_name, required=True, metavar="新文件", help="新报告写到哪个 .gknb 文件")


def _new(chosen: Namespace) -> int:
    if same_file(chosen.last_year, chosen.output):
        raise RequestRefusal(f"新文件“{chosen.output}”就是去年的文件，请换一个文件名")
    draft = start_new_year(_read(chosen.last_year), current_form(), chosen.year)
    save_native(draft, chosen.output)
    say([f"已生成 {draft.head.year} 年的报告：{chosen.output}"])
    return DONE


# ── check ───────────────────────────────────────────────────────────────


def _declare_check(parser: Parser) -> None:
    add = parser.words.add_argument
    add("file", type=file_name, metavar="文件", help="要检查的年报")
    add("--last-year", type=file_name, metavar="去年的文件", help="用来对照的去年年报")
    add("--json", type=file_name_or_dash, metavar="输出", help="另把结果写成 JSON 文件，写 - 就写到标准输出")


def _check(chosen: Namespace) -> int:
    if chosen.json and same_file(chosen.file, chosen.json):
        raise RequestRefusal(f"输出“{chosen.json}”就是要检查的文件，请换一个文件名")
    report = _read(chosen.file)
    if chosen.last_year:
        report.last_year = last_year_of(_read(chosen.last_year), report.form)
    findings = find_problems(report)
    if chosen.json:
        _write({chosen.json: _as_json(findings, find_statements(report))})
    if chosen.json != STANDARD_OUTPUT:
        say([*(f"[{_LEVELS[each.severity]}] {each.message}" for each in findings), _summary(findings)])
    return ERRORS_FOUND if any(each.severity is Severity.ERROR for each in findings) else DONE


def _as_json(findings: Sequence[Finding], statements: Sequence[Statement]) -> bytes:
    content = {
        "findings": [
            {
                "code": each.code,
                "severity": each.severity,
                "cells": each.cells,
                "section": each.section,
                "quote": each.quote,
                "message": each.message,
                "dismissed": False,
            }
            for each in findings
        ],
        "statements": [
            {
                "section": each.section,
                "quote": each.quote,
                "stated": plain(each.stated),
                "computed": plain(each.computed),
                "cells": each.cells,
                "agrees": each.agrees,
            }
            for each in statements
        ],
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode("utf-8", "backslashreplace")


def _summary(findings: Sequence[Finding]) -> str:
    if not findings:
        return "没有发现问题。"
    counts = Counter(each.severity for each in findings)
    return f"共 {len(findings)} 个问题：{'，'.join(f'{name} {counts[level]}' for level, name in _LEVELS.items())}。"


# ── export ──────────────────────────────────────────────────────────────


def _declare_export(parser: Parser) -> None:
    add = parser.words.add_argument
    add("file", type=file_name, metavar="文件", help="要导出的年报")
    for name, each in FORMATS.items():
        add(f"--{name}", type=each.file_type, metavar="输出", help=each.summary)
    add("--style", type=typography, metavar="方案", help="Word 文件的字体方案，不写就是国标")


def _export(chosen: Namespace) -> int:
    outputs = {name: path for name in FORMATS if (path := getattr(chosen, name))}
    if not outputs:
        raise RequestRefusal(f"没有写明要导出的格式，可以写 {'、'.join(f'--{name}' for name in FORMATS)}")
    if len({os.path.realpath(path) for path in outputs.values()}) < len(outputs):
        raise RequestRefusal("有两种格式要写到同一个文件，请给它们不同的文件名")
    if any(same_file(chosen.file, path) for path in outputs.values()):
        raise RequestRefusal(f"有一个输出就是要导出的文件“{chosen.file}”，请换一个文件名")
    report = _read(chosen.file)
    _write({path: FORMATS[name].render(report, chosen) for name, path in outputs.items()})
    if STANDARD_OUTPUT not in outputs.values():
        say(f"已导出：{path}" for path in outputs.values())
    return DONE


def _word(report: Report, chosen: Namespace) -> bytes:
    from exporters.word import word_bytes  # noqa: PLC0415 - a command loads what its output needs

    return word_bytes(report, chosen.style)


def _excel(report: Report, _: Namespace) -> bytes:
    from exporters.excel import excel_bytes  # noqa: PLC0415 - openpyxl is slow to load

    return excel_bytes(report)


def _native(report: Report, _: Namespace) -> bytes:
    return native_bytes(report)


# ── files ───────────────────────────────────────────────────────────────


def _read(path: Path) -> Report:
    opened = open_report(path)
    for note in opened.notes:
        tell(note)
    return opened.report


def _write(contents: Mapping[Path, bytes]) -> None:
    """Write everything or, where a file refuses, nothing; standard output cannot be taken back and goes first."""
    if STANDARD_OUTPUT in contents:
        put_out(contents[STANDARD_OUTPUT])
    write_all_atomically({path: content for path, content in contents.items() if path != STANDARD_OUTPUT})


FORMATS = {
    "word": Format("Word 文件（.docx）", _word),
    "excel": Format("Excel 工作簿（.xlsx）", _excel),
    "json": Format("JSON 文件，写 - 就写到标准输出", _native, file_name_or_dash),
    "native": Format("本程序的年报文件（.gknb）", _native),
}

COMMANDS = {
    "new": Command("以去年的年报为底本，生成新一年的报告", _declare_new, _new),
    "check": Command("检查年报，每个问题一行", _declare_check, _check),
    "export": Command("把年报导出成 Word、Excel 等格式", _declare_export, _export),
}
