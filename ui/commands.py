"""The commands of the program without a window; Qt is not loaded here."""

from argparse import Namespace
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from exporters.print_options import Extra
from exporters.typography import Typography, default_typography
from models.checks import DEFAULT_CHECKS
from models.errors import RequestRefusal
from models.form_file import current_form
from models.new_year import start_new_year
from storage.native_file import native_bytes, save_native
from ui.arguments import STANDARD_OUTPUT, Parser, file_name, file_name_or_dash, file_name_with, typography, year_number
from ui.check_command import check, declare_check, sheet_of
from ui.command_files import read_beside_last_year, read_report, refuse_clashes, write_outputs
from ui.console import say, tell
from ui.exit_status import DONE
from ui.export_formats import EXPORT_FORMATS, SetupPart
from ui.print_setup import EXTRAS, options_of
from ui.report_files import same_file

PROGRAM = "main.py"

_SUFFIXES = {each.suffix: each.name for each in EXPORT_FORMATS.values()}

_OWN_FORMATS = ("json", "native")
"""Both are the report's JSON."""

_WITH_EXTRAS = {SetupPart.PAGES: "Word、PDF", SetupPart.WORKBOOK: "Excel"}
"""What the help calls the formats that have extras."""

_WITH_FONTS = (SetupPart.PAGES, SetupPart.PICTURE)


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it does, the words it takes, and the function that carries it out."""

    summary: str
    declare: Callable[[Parser], None]
    run: Callable[[Namespace], int]


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
    last = read_report(chosen.last_year)
    if chosen.year is None and last.head.year is None:
        example = f"--year {date.today().year - 1}"  # noqa: DTZ011 - the clerk's own calendar is meant
        raise RequestRefusal(f"“{chosen.last_year}”里没有找到年份，请写明新报告的年份，例如加上 {example}")
    draft = start_new_year(last, current_form(), chosen.year)
    save_native(draft, chosen.output)
    say([f"已生成 {draft.head.year} 年的报告：{chosen.output}"])
    return DONE


# ── export ──────────────────────────────────────────────────────────────


def _declare_export(parser: Parser) -> None:
    add = parser.words.add_argument
    add("file", type=file_name, metavar="文件", help="要导出的年报")
    add("--last-year", type=file_name, metavar="去年的文件", help="去年的年报，供“与上年对比”、图表和图解用")
    for name, each in EXPORT_FORMATS.items():
        add(
            f"--{name}",
            type=file_name_with(each.suffix, _SUFFIXES),
            metavar="输出",
            help=f"{each.name}（{each.suffix}）",
        )
    add("--json", type=file_name_or_dash, metavar="输出", help="JSON 文件，写 - 就写到标准输出")
    add("--native", type=file_name, metavar="输出", help="本程序的年报文件（.gknb）")
    add("--style", type=typography, metavar="方案", help="字体方案：名称，或本单位方案的 .toml 文件；不写就是国标")
    for part, formats in _WITH_EXTRAS.items():
        for extra, words in EXTRAS[part].items():
            add(f"--{extra}", action="store_true", help=f"{formats}：{words.name}")


def _export(chosen: Namespace) -> int:
    outputs = {name: path for name in [*EXPORT_FORMATS, *_OWN_FORMATS] if (path := getattr(chosen, name))}
    if not outputs:
        formats = "、".join(f"--{name}" for name in [*EXPORT_FORMATS, *_OWN_FORMATS])
        raise RequestRefusal(f"没有写明要导出的格式，可以写 {formats}")
    extras = frozenset(extra for extra in Extra if getattr(chosen, extra.replace("-", "_")))
    _refuse_idle(outputs, extras, is_styled=chosen.style is not None)
    refuse_clashes(outputs.values(), [path for path in (chosen.file, chosen.last_year) if path])
    report = read_beside_last_year(chosen.file, chosen.last_year)
    options = options_of(extras, lambda: sheet_of(report), DEFAULT_CHECKS)
    style = chosen.style or default_typography()
    write_outputs(
        {
            path: native_bytes(report) if name in _OWN_FORMATS else EXPORT_FORMATS[name].render(report, style, options)
            for name, path in outputs.items()
        }
    )
    if STANDARD_OUTPUT not in outputs.values():
        say(f"已导出：{path}" for path in outputs.values())
    _tell_missing_fonts(outputs, style)
    return DONE


def _refuse_idle(outputs: Collection[str], extras: Collection[Extra], *, is_styled: bool) -> None:
    """Refuse words that make no difference to any of the formats named.

    Raises:
        RequestRefusal: where there is one.
    """
    wanting = [(extra, (part,)) for part in _WITH_EXTRAS for extra in EXTRAS[part] if extra in extras]
    for word, parts in [*wanting, *([("style", _WITH_FONTS)] if is_styled else [])]:
        heeding = [name for name, each in EXPORT_FORMATS.items() if each.part in parts]
        if not set(heeding) & set(outputs):
            formats = "、".join(f"--{name}" for name in heeding)
            raise RequestRefusal(f"--{word} 只对 {formats} 起作用，请写上其中要导出的，或者去掉 --{word}")


def _tell_missing_fonts(outputs: Collection[str], style: Typography) -> None:
    """Tell once which fonts are replaced in what was drawn here.

    A file that names its fonts is left out: its reader's computer counts, and of this one only Qt can tell.
    """
    drawn = [each.part for name, each in EXPORT_FORMATS.items() if each.is_drawn and name in outputs]
    if drawn:
        from ui.fonts import missing_fonts  # noqa: PLC0415 - it knows Qt, which has drawn them

        part = SetupPart.PAGES if SetupPart.PAGES in drawn else SetupPart.PICTURE
        if sentence := missing_fonts(style, part):
            tell(sentence)


COMMANDS = {
    "new": Command("以去年的年报为底本，生成新一年的报告", _declare_new, _new),
    "check": Command("检查年报，每个问题一行；可另写校核单", declare_check, check),
    "export": Command("把年报导出成 Word、Excel 等格式", _declare_export, _export),
}
