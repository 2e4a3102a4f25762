"""The web page as others judge it: two validators, axe in Chromium on narrow and wide screens, and paper."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pdfplumber
import pytest
from pdfplumber.pdf import PDF

from exporters.web_page import clipboard_html, web_page_bytes
from exporters.web_page_style import style_sheet
from models.form_file import current_form, known_forms
from models.radicals import without_radicals
from models.report import Edit, Head, Report
from tests.browser import Audit, audit, print_page
from tests.builders import a_clean_report, a_full_report, a_report, clean_texts, third_form
from tests.html_validators import html_validate, nu_html_checker

LARGE = {name: str(1000 + 7 * n) for n, name in enumerate(current_form().typed_cells)} | {
    "proactive/fees/amount": "123456.7890",
    "requests/received/other": "1009（其中联合申请2件）",
}
DATED = Edit(head=Head("某某市人民政府", 2024, date(2025, 1, 20)))
MARKS = {"overview": "1.甲<b>&amp;\n（1）乙\n（一）丙。丁", "other_matters": "\"戊\" '己'\u00a0\u3000庚"}
REPORTS = {
    "full": a_full_report(LARGE, texts=clean_texts() | MARKS),
    "blank": Report(current_form()),
    "earlier": Report(known_forms()["zfxxgk-2019"]),
    "third": a_report({"lending/lent/adults": "7"}, texts={"summary": "全年平稳。"}, form=third_form()),
}
REPORTS["full"].apply(DATED)
WIDTHS, SCHEMES = (390, 1280), ("light", "dark")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("pages")
    for name, report in REPORTS.items():
        (folder / f"{name}.html").write_bytes(web_page_bytes(report))
    return [folder / f"{name}.html" for name in REPORTS]


# ── validators ──────────────────────────────────────────────────────────


def test_html_validate_has_nothing_to_say(pages: list[Path]) -> None:
    assert html_validate(pages) == ""


def test_the_nu_html_checker_has_nothing_to_say_of_pages_and_of_what_is_pasted(
    pages: list[Path], tmp_path: Path
) -> None:
    pasted = tmp_path / "pasted.html"
    content = clipboard_html(REPORTS["full"])
    pasted.write_text(f'<!DOCTYPE html><html lang="zh-CN"><title>粘贴</title>{content}', encoding="utf-8")
    assert nu_html_checker([*pages, pasted]) == ""


def test_the_validators_do_complain_of_a_page_with_mistakes(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.html"
    wrong.write_text('<!DOCTYPE html><title>a</title><h1>a<h3>b</h3><td colspan="x">', encoding="utf-8")
    assert html_validate([wrong])
    assert nu_html_checker([wrong])


# ── screens ─────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def audits(tmp_path_factory: pytest.TempPathFactory) -> list[Audit]:
    shown = {name: web_page_bytes(report).decode() for name, report in REPORTS.items()}
    return audit(shown, WIDTHS, SCHEMES, tmp_path_factory.mktemp("audit"))


def test_axe_finds_no_violation_on_any_screen(audits: list[Audit]) -> None:
    assert [(each.page, each.width, each.scheme) for each in audits] == [*product(REPORTS, WIDTHS, SCHEMES)]
    assert [(each.page, each.width, each.scheme, each.violations) for each in audits if each.violations] == []


def test_axe_has_judged_tables_headings_scrolling_and_contrast(audits: list[Audit]) -> None:
    judged = {
        "color-contrast", "heading-order", "scope-attr-valid", "td-headers-attr", "th-has-data-cells",
        "page-has-heading-one", "landmark-one-main", "html-has-lang", "document-title",
    }  # fmt: skip
    assert all(judged <= {*each.rules} for each in audits)
    assert {each.width for each in audits if "scrollable-region-focusable" in each.rules} == {min(WIDTHS)}


def test_no_page_scrolls_sideways_as_a_whole(audits: list[Audit]) -> None:
    assert all(each.content_width <= each.width for each in audits)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_stands_out_from_what_is_behind_it(scheme: str) -> None:
    behind = ("paper", "head")
    colours = colours_of(scheme)
    assert min(contrast(colours["ink"], colours[each]) for each in behind) >= 4.5
    assert min(contrast(colours[each], colours["paper"]) for each in ("line", "focus")) >= 3


def colours_of(scheme: str) -> dict[str, str]:
    light, dark = re.findall(r":root\{([^}]*--ink[^}]*)\}", style_sheet({}))
    declared = light if scheme == "light" else f"{light};{dark}"
    named = dict(re.findall(r"--(\w+):#(\w+)", declared))
    return {name: code if len(code) == 6 else "".join(2 * digit for digit in code) for name, code in named.items()}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 measures it."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# ── paper ───────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def printed(pages: list[Path]) -> Iterator[PDF]:
    pdf = pages[0].with_suffix(".pdf")
    print_page(pages[0], pdf)
    with pdfplumber.open(pdf) as opened:
        yield opened


def test_it_prints_on_a4_without_an_empty_page(printed: PDF) -> None:
    for page in printed.pages:
        assert (page.width, page.height) == pytest.approx((595.3, 841.9), abs=1)
        assert len(page.extract_text()) > 20


def test_each_table_is_printed_on_one_page_under_its_heading(printed: PDF) -> None:
    letters = [without_radicals("".join(page.extract_text().split())) for page in printed.pages]
    form = REPORTS["full"].form
    for table in form.tables:
        first, last = table.labels[0].label.text[:6], table.labels[-1].label.text[:4]
        title = form.section(table.key).title
        on_page = [text for text in letters if title in text]
        assert len(on_page) == 1
        assert first in on_page[0]
        assert last in on_page[0]


def test_a_page_of_text_has_the_first_table_below_it(tmp_path: Path) -> None:
    (tmp_path / "short.html").write_bytes(web_page_bytes(a_clean_report()))
    print_page(tmp_path / "short.html", tmp_path / "short.pdf")
    with pdfplumber.open(tmp_path / "short.pdf") as pdf:
        first, *others = (without_radicals(page.extract_text()) for page in pdf.pages)
    assert "五）监督保障" in first
    assert "行政事业性收费" in first
    assert len(others) == 2


def test_nothing_is_cut_off_at_the_edge_of_the_paper(printed: PDF) -> None:
    for page in printed.pages:
        assert max(each["x1"] for each in page.chars) < page.width - 50
        assert min(each["x0"] for each in page.chars) > 50
