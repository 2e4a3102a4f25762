"""The commands of the program without a window; Qt is not loaded here."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.errors import RequestRefusal
from models.form_file import current_form
from models.new_year import start_new_year
from models.report import Report
from storage.native_file import native_bytes, save_native
from ui.arguments import STANDARD_OUTPUT, Parser, file_name, file_name_or_dash, typography, year_number
from ui.check_command import check, declare_check
from ui.command_files import read_report, refuse_clashes, write_outputs
from ui.console import say
from ui.exit_status import DONE
from ui.report_files import same_file

PROGRAM = "main.py"


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
    draft = start_new_year(read_report(chosen.last_year), current_form(), chosen.year)
    save_native(draft, chosen.output)
    say([f"已生成 {draft.head.year} 年的报告：{chosen.output}"])
    return DONE


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
    refuse_clashes(outputs.values(), [chosen.file])
    report = read_report(chosen.file)
    write_outputs({path: FORMATS[name].render(report, chosen) for name, path in outputs.items()})
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


FORMATS = {
    "word": Format("Word 文件（.docx）", _word),
    "excel": Format("Excel 工作簿（.xlsx）", _excel),
    "json": Format("JSON 文件，写 - 就写到标准输出", _native, file_name_or_dash),
    "native": Format("本程序的年报文件（.gknb）", _native),
}

COMMANDS = {
    "new": Command("以去年的年报为底本，生成新一年的报告", _declare_new, _new),
    "check": Command("检查年报，每个问题一行；可另写校核单", declare_check, check),
    "export": Command("把年报导出成 Word、Excel 等格式", _declare_export, _export),
}
