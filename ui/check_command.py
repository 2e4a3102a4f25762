"""The command `check`: what was found in a report, on the terminal, as JSON, and as a check sheet; no Qt here."""

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from models.check_sheet import CheckedPart, CheckSheet, SheetFinding, check_sheet
from models.checks import DEFAULT_CHECKS, find_problems
from models.checks.dismissals import dismissal_of
from models.finding import LEVEL_WORDS, Finding, Severity
from models.formulas import plain
from models.report import Report
from models.statements import Statement, find_statements
from ui.arguments import STANDARD_OUTPUT, Parser, file_name, file_name_or_dash, file_name_with
from ui.command_files import read_beside_last_year, refuse_clashes, write_outputs
from ui.console import say
from ui.exit_status import DONE, ERRORS_FOUND
from ui.export_formats import SHEET_FORMATS, SHEET_KINDS


def declare_check(parser: Parser) -> None:
    """Declare the words of the command."""
    add = parser.words.add_argument
    add("file", type=file_name, metavar="文件", help="要检查的年报")
    add("--last-year", type=file_name, metavar="去年的文件", help="用来对照的去年年报")
    add("--details", action="store_true", help="把核对过的每一项和它的数都列出来")
    add("--json", type=file_name_or_dash, metavar="输出", help="另把结果写成 JSON 文件，写 - 就写到标准输出")
    add("--word", type=file_name_with(".docx", SHEET_KINDS), metavar="输出", help="另写一份 Word 校核单（.docx）")
    add("--excel", type=file_name_with(".xlsx", SHEET_KINDS), metavar="输出", help="另写一份 Excel 校核单（.xlsx）")


def check(chosen: Namespace) -> int:
    """Run every check, write what is asked for, and return the exit status.

    Raises:
        Refusal: where a file or an output is refused.
    """
    outputs = [path for path in (chosen.json, chosen.word, chosen.excel) if path]
    refuse_clashes(outputs, [path for path in (chosen.file, chosen.last_year) if path])
    report = read_beside_last_year(chosen.file, chosen.last_year)
    findings = find_problems(report)
    sheet = sheet_of(report, findings)
    write_outputs(dict(_contents(chosen, report, findings, sheet)))
    if chosen.json != STANDARD_OUTPUT:
        say(_lines(sheet, details=chosen.details))
        say(f"校核单已写到：{path}" for path in (chosen.word, chosen.excel) if path)
    return ERRORS_FOUND if any(each.finding.severity is Severity.ERROR for each in sheet.open) else DONE


def sheet_of(report: Report, findings: Sequence[Finding] | None = None) -> CheckSheet:
    """Return the check sheet of a report, from what was found in it where that is known already."""
    return check_sheet(report, DEFAULT_CHECKS, find_problems(report) if findings is None else findings)


def _contents(
    chosen: Namespace, report: Report, findings: Sequence[Finding], sheet: CheckSheet
) -> Iterator[tuple[Path, bytes]]:
    if chosen.json:
        yield chosen.json, _as_json(report, findings, find_statements(report))
    for path, suffix in ((chosen.word, ".docx"), (chosen.excel, ".xlsx")):
        if path:
            yield path, SHEET_FORMATS[suffix].render(sheet)


# ── on the terminal ─────────────────────────────────────────────────────


def _lines(sheet: CheckSheet, *, details: bool) -> Iterator[str]:
    """Yield the sheet line by line, with all that was compared where details are wanted."""
    for group in sheet.groups:
        yield f"【{group.group}】{len(group.parts)} 项校验：{group.state}"
        for part in group.parts:
            yield from _compared(part) if details else ()
            yield from map(_found, part.findings)
    yield from sheet.unchecked
    yield _closing(sheet)


def _compared(part: CheckedPart) -> Iterator[str]:
    yield f"  {part.name}：{part.scope}　{part.result}"
    for line in part.lines:
        yield f"    {line.label}　{line.numbers}　{line.result}"


def _found(each: SheetFinding) -> str:
    dismissal = each.dismissal
    reason = f"（理由：{'；'.join(filter(None, (dismissal.reason, dismissal.by)))}）" if dismissal else ""
    return f"[{each.result}] {each.finding.message}{reason}"


def _closing(sheet: CheckSheet) -> str:
    dismissed = f"另有 {len(sheet.dismissed)} 个已确认属实。" if sheet.dismissed else ""
    if not sheet.open:
        return f"没有待处理的问题，{dismissed}" if dismissed else "没有发现问题。"
    counts = Counter(each.finding.severity for each in sheet.open)
    levels = "，".join(f"{word} {counts[level]}" for level, word in LEVEL_WORDS.items())
    return f"共 {len(sheet.open)} 个问题：{levels}。{dismissed}"


# ── as JSON ─────────────────────────────────────────────────────────────


def _as_json(report: Report, findings: Sequence[Finding], statements: Sequence[Statement]) -> bytes:
    content = {
        "findings": [
            {
                "code": each.code,
                "severity": each.severity,
                "cells": each.cells,
                "section": each.section,
                "quote": each.quote,
                "message": each.message,
                "dismissed": dismissal_of(report, each) is not None,
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
