"""Lines that end where the paper did are joined into paragraphs; everything else keeps its lines."""

import random
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from importers.plain_text import read_text
from importers.reader import report_from
from importers.wrapped_lines import unwrapped
from models.cell_value import Number
from models.form_file import current_form
from models.report import Head
from models.totals import totals_of
from tests.importers.documents import form_grid, numbered

CLAUSES = (
    "通过门户网站和政务新媒体等渠道主动公开各类信息1024条",
    "其中政策文件类36条，比上年增加15.6%",
    "围绕就业、教育、医疗、养老等事项制作图解和问答",
    "安排专人每日巡查栏目更新情况",
    "共收到依申请公开件53件，全部在法定期限内办结",
    "组织经办人参加业务培训3次",
    "邀请法律顾问对答复文书进行审核",
    "及时清理失效链接27处",
    "建立台账逐项销号",
)
PARAGRAPH = "，".join(CLAUSES) + "。"
OTHER = "，".join(reversed(CLAUSES)) + "。"


FULL = "甲" * 28


def wrapped(text: str, width: int = 28, indent: str = "") -> list[str]:
    """Break a paragraph as a word processor does: the first line is indented, marks do not begin a line."""
    lines, line, used = [], indent, 2.0
    for character in text:
        size = 0.5 if character.isascii() else 1.0
        if used + size > width and character not in "，。、；：）》”":
            lines.append(line)
            line, used = "", 0.0
        line += character
        used += size
    return [*lines, line]


@pytest.mark.parametrize("indent", ["", "　　", "    "])
@pytest.mark.parametrize("width", [26, 28, 32, 36, 40])
def test_a_paragraph_is_put_together(width: int, indent: str) -> None:
    found = unwrapped([*wrapped(PARAGRAPH, width, indent), *wrapped(OTHER, width, indent)])
    assert [line.strip() for line in found] == [PARAGRAPH, OTHER]


def test_spaces_around_figures_do_not_matter() -> None:
    text = PARAGRAPH.replace("1024条", " 1024 条").replace("53件", " 53 件")
    assert unwrapped(wrapped(text, 30)) == [text]


def test_a_line_may_begin_with_a_figure() -> None:
    lines = [FULL, "丙" * 20 + "，共制作政策解读", "21 个，发布公报若干期。"]
    assert unwrapped([*wrapped(PARAGRAPH), *lines])[-1] == "".join(lines)


KEPT = (
    ("某某市人民政府", "2024年政府信息公开工作年度报告"),
    ("一、总体情况", "（一）主动公开情况"),
    ("（二）依申请公开情况", "2、平台建设"),
    ("1.监督保障", "五、存在的主要问题及改进情况"),
    ("存在的主要问题及改进情况", "其他需要报告的事项"),
    ("某某市档案馆", "2025年1月20日"),
)


@pytest.mark.parametrize("lines", KEPT, ids=lambda lines: lines[0])
def test_titles_items_and_signatures_keep_their_lines(lines: Sequence[str]) -> None:
    text = [*wrapped(PARAGRAPH), *lines, *wrapped(OTHER)]
    assert [line.strip() for line in unwrapped(text)] == [PARAGRAPH, *lines, OTHER]


@pytest.mark.parametrize(
    "following",
    [
        "（一）甲乙丙，丁。",
        "一、总体情况",
        "2.甲乙，丙。",
        "其他需要报告的事项",
        "2025年1月20日",
        "某某局2024年政府信息公开工作年度报告",
        "12",
        "/",
    ],
)
def test_what_begins_anew_is_not_joined_to_a_full_line(following: str) -> None:
    assert unwrapped([*wrapped(PARAGRAPH), FULL, following])[-2:] == [FULL, following]


def test_an_agency_above_a_date_is_not_joined_to_a_full_line() -> None:
    lines = [FULL, "某某市档案馆", "2025年1月20日"]
    assert unwrapped([*wrapped(PARAGRAPH), *lines])[-3:] == lines


@pytest.mark.parametrize("end", ["。", "：", "；", "）"])
def test_a_full_line_that_may_end_its_paragraph_is_left(end: str) -> None:
    line = "甲" * 27 + end
    assert unwrapped([*wrapped(PARAGRAPH), line, "乙丙，丁。"])[-2:] == [line, "乙丙，丁。"]


def test_indents_tell_where_a_sentence_ends_with_its_line() -> None:
    first = ["　　" + "甲" * 26, "乙" * 27 + "。", "丙" * 10 + "。"]
    text = [*wrapped(PARAGRAPH, indent="　　"), *wrapped(OTHER, indent="　　"), *first]
    assert unwrapped(text)[-1] == "".join(first)


def test_an_empty_line_parts_paragraphs() -> None:
    assert unwrapped([*wrapped(PARAGRAPH), FULL, "", "乙丙，丁。"])[-3:] == [FULL, "", "乙丙，丁。"]


def test_page_numbers_part_nothing_and_go() -> None:
    lines = wrapped(PARAGRAPH)
    assert unwrapped([*lines[:2], "— 3 —", *lines[2:], "第 4 页 共 9 页"]) == [PARAGRAPH]


PLAIN = {
    "paragraphs": [PARAGRAPH, OTHER, PARAGRAPH[:40] + "。"],
    "short paragraphs": [f"{clause}。" for clause in CLAUSES * 3],
    "a few lines": ["甲" * 28, "乙" * 28, "丙" * 28],
    "a list beside paragraphs": [*("关于印发某某工作方案若干措施的通知（" + "甲" * 8,) * 4, *(PARAGRAPH,) * 4],
    "rows": [f"{clause}\t1\t2" for clause in CLAUSES],
    "nothing": [],
    "page numbers": ["— 1 —", "— 2 —"],
}


@pytest.mark.parametrize("lines", PLAIN.values(), ids=PLAIN)
def test_text_that_is_not_wrapped_stays_as_it_is(lines: list[str]) -> None:
    assert unwrapped(lines) == lines


def test_random_paragraphs_are_never_joined_wrongly() -> None:
    for seed in range(150):
        rng = random.Random(seed)
        width, indent = rng.choice((26, 28, 30, 33, 36, 40)), rng.choice(("", "　　"))
        wanted = ["，".join(rng.sample(CLAUSES, rng.randint(2, 8))) + "。" for _ in range(6)]
        wanted[3:3] = ["五、存在的主要问题及改进情况", "（一）解读不够"]
        found = unwrapped([line for text in wanted for line in wrapped(text, width, indent)])
        assert all(any(line.strip() in text for text in wanted) for line in found), f"seed {seed}"


# ── a whole report ──────────────────────────────────────────────────────


def copied_report() -> str:
    """Return a report as copied from a PDF: prose in printed lines, tables a cell a line, page numbers between."""
    form = current_form()
    typed = numbered(form)
    totals = totals_of(form, {name: Number(Decimal(text)) for name, text in typed.items()})
    figures = typed | {name: str(total) for name, total in totals.items()}
    lines = ["某某市档案馆", "2024年政府信息公开工作年度报告", *wrapped(f"本报告由某某市档案馆编制，{PARAGRAPH}")]
    for section in form.sections[1:]:
        lines.append(section.title)
        if section.key in form.text_sections:
            lines += [*wrapped(PARAGRAPH), "— 2 —", *wrapped(OTHER)]
        else:
            grid = form_grid(form.table(section.key), figures)
            lines += [cell.text for cell in grid.cells if cell.text]
    return "\n".join([*lines, "某某市档案馆", "2025年1月20日"])


def test_a_report_copied_from_a_pdf_has_its_paragraphs() -> None:
    report = report_from(read_text(copied_report()), "年报.txt").report
    assert report.texts["problems"] == f"{PARAGRAPH}\n{OTHER}"


def test_its_signature_stays_apart() -> None:
    report = report_from(read_text(copied_report()), "年报.txt").report
    assert report.head.signed_on == date(2025, 1, 20)
    assert report.texts["other_matters"].endswith(OTHER)


def test_its_title_is_read_as_ever() -> None:
    assert report_from(read_text(copied_report()), "年报.txt").report.head == Head(
        "某某市档案馆", 2024, signed_on=date(2025, 1, 20)
    )


def test_its_figures_are_read_as_ever() -> None:
    cells = report_from(read_text(copied_report()), "年报.txt").report.cells
    assert {name: str(value) for name, value in cells.items()} == numbered(current_form())
