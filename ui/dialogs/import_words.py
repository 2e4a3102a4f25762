"""How the import dialog says what became of a file's blocks."""

from collections.abc import Iterable

from importers.blocks import Block, Grid
from importers.outcomes import Kind, Outcome
from models.form import Content, Form, Section
from ui.panels.state_icons import Sign

LEFT_OUT = "不放进报告"
_LONGEST_NAME = 60


def name_of(block: Block) -> str:
    """Return a block in a few words: the beginning of a paragraph, the size of a table."""
    if isinstance(block, Grid):
        return f"表格 {block.row_count} 行 {block.column_count} 列"
    return " ".join(block.text.split())[:_LONGEST_NAME]


def section_name(section: Section) -> str:
    """Return a section's printed title, or its name where none is printed."""
    return section.title or section.name


def sign_of(outcome: Outcome) -> Sign:
    """Return the sign of an outcome: placed, doubtful, left out by hand, left over."""
    if outcome.kind is Kind.LEFT_OUT:
        return Sign.EMPTY if outcome.by_hand and not outcome.leftover else Sign.ERROR
    return Sign.WARNING if outcome.doubts or outcome.leftover else Sign.GOOD


def place_of(outcome: Outcome, form: Form) -> str:
    """Return in a few words what became of a block."""
    if outcome.kind is Kind.LEFT_OUT:
        return "不放进报告" if sign_of(outcome) is Sign.EMPTY else "没有放进报告"
    words = {
        Kind.TITLE: "报告题名",
        Kind.SIGNATURE: "落款",
        Kind.SLIP: "随附的单子，不放进报告",
        Kind.HEADING: "章节题名" if outcome.section else "目录",
    }.get(outcome.kind)
    where = words or _where(outcome, form)
    return f"{where}（请核对）" if sign_of(outcome) is Sign.WARNING else where


def counts(outcomes: Iterable[Outcome], form: Form) -> str:
    """Return how much of each section was found: 总体情况 6 段 · 表三 175/175."""
    texts: dict[str, int] = {}
    cells: set[str] = set()
    for each in outcomes:
        cells.update(each.cells)
        if each.kind is Kind.TEXT and each.section is not None:
            texts[each.section] = texts.get(each.section, 0) + 1
    parts = []
    for section in form.sections:
        if section.content is Content.TEXT:
            parts.append(f"{section.name} {texts.get(section.key, 0)} 段")
        else:
            table = form.table(section.key)
            parts.append(f"{table.name} {len(cells.intersection(table.cells))}/{len(table.cells)}")
    return " · ".join(parts)


def _where(outcome: Outcome, form: Form) -> str:
    if outcome.section is None:
        return "表格的一部分"
    section = form.section(outcome.section)
    if outcome.kind is Kind.TEXT:
        return section.name
    table = form.table(outcome.section)
    found = len(set(table.cells).intersection(outcome.cells))
    return f"{table.name} {found}/{len(table.cells)}" if found else table.name
