"""The web page and the rich text for the clipboard, taken apart with lxml."""

import re
from datetime import date

import pytest
from lxml import html
from lxml.html import HtmlElement

from exporters.web_page import clipboard_html, web_page_bytes
from models.cell_value import Entry, Unreadable
from models.form import Band, Content, Form
from models.form_file import known_forms
from models.report import Edit, Head, Report
from tests.builders import a_full_report, a_report, clean_texts, third_form

FORMS = [*known_forms().values(), third_form()]
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)


def page_of(report: Report) -> HtmlElement:
    return html.fromstring(web_page_bytes(report))


def texts(page: HtmlElement, *names: str) -> list[str]:
    return [each.text_content() for each in page.iter(*names)]


def with_text(text: str) -> HtmlElement:
    return page_of(a_report(texts={"overview": text}))


def numbered(form: Form) -> Report:
    """Return a report whose every typed cell differs from the others."""
    return a_report({name: str(number) for number, name in enumerate(form.typed_cells, 1)}, form=form)


# ── the page ────────────────────────────────────────────────────────────


def test_it_says_its_language_its_title_and_what_it_is() -> None:
    page = page_of(a_report())
    description = page.xpath("string(//meta[@name='description']/@content)")
    assert page.get("lang") == "zh-CN"
    assert texts(page, "title") == ["某某市人民政府2024年政府信息公开工作年度报告"]
    assert description.startswith("某某市人民政府2024年政府信息公开工作年度报告")
    assert "国办公开办函〔2021〕30号" in description


@every_form
def test_it_runs_no_script_and_needs_nothing_from_elsewhere(form: Form) -> None:
    content = web_page_bytes(numbered(form)).decode()
    assert not re.search(r"<script|<link|<img|\bsrc=|\bhref=|\bon\w+=|url\(|@import|//", content)


@every_form
def test_the_same_report_gives_the_same_bytes(form: Form) -> None:
    cells = {name: str(number) for number, name in enumerate(form.typed_cells, 1)}
    backwards = dict(reversed(cells.items()))
    assert web_page_bytes(a_report(cells, form=form)) == web_page_bytes(a_report(backwards, form=form))


# ── running text ────────────────────────────────────────────────────────


def test_the_title_is_the_first_heading_broken_after_the_agency() -> None:
    title = page_of(a_report()).find(".//h1")
    assert [*title.itertext()] == ["某某市人民政府", "2024年政府信息公开工作年度报告"]


@every_form
def test_each_section_has_its_heading_in_the_form_s_order(form: Form) -> None:
    assert texts(page_of(Report(form)), "h2") == [each.title for each in form.sections if each.title]


def test_a_line_of_text_is_a_paragraph_without_spaces_for_an_indent() -> None:
    assert texts(with_text("　　第一段\n\n第二段  \n"), "p") == ["第一段", "第二段"]


def test_a_paragraph_is_indented_by_the_style_sheet() -> None:
    assert re.search(r"^p\{[^}]*text-indent:2em", page_of(a_report()).findtext(".//style"), re.MULTILINE)


def test_a_numbered_paragraph_that_runs_on_has_its_first_sentence_set_apart() -> None:
    page = with_text("（二）依申请公开。全年受理6件。")
    assert (texts(page, "b"), texts(page, "p")) == (["（二）依申请公开。"], ["（二）依申请公开。全年受理6件。"])


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("（一）甲\n1.乙\n（1）丙\n2.丁\n（二）戊", ["h3", "h4", "h5", "h4", "h3"]),
        ("1.甲\n（1）乙\n（一）丙\n1.丁", ["h3", "h4", "h3", "h4"]),
        ("（1）甲\n（一）乙", ["h3", "h3"]),
    ],
)
def test_no_rank_of_headings_is_left_out(text: str, ranks: list[str]) -> None:
    assert [each.tag for each in with_text(text).iter("h3", "h4", "h5", "h6")] == ranks


def test_a_heading_in_the_preamble_stands_below_the_title() -> None:
    assert texts(page_of(a_report(texts={"preamble": "（一）说明"})), "h2")[0] == "（一）说明"


@pytest.mark.parametrize("text", ["<a> & \"b\" 'c'", "</p><script>", "&amp;", "𠮷㐂🙂👨‍👩‍👧", "字" * 20_000])
def test_text_comes_through_unchanged(text: str) -> None:
    assert texts(with_text(text), "p") == [text]


def test_characters_that_no_document_can_hold_are_left_out() -> None:
    report = a_report(agency="某\x0b市")
    report.apply(Edit(cells={"proactive/fees/amount": Unreadable("约\x00两\x1f万\ud800")}))
    assert "约两万" in texts(page_of(report), "td")


def test_agency_and_date_end_a_report_that_is_dated() -> None:
    report = a_report(texts=clean_texts())
    report.apply(Edit(head=Head("某某市人民政府", 2024, date(2025, 1, 20))))
    assert [*[*page_of(report).iter("p")][-1].itertext()] == ["某某市人民政府", "2025年1月20日"]


# ── tables ──────────────────────────────────────────────────────────────


def cells_of(page: HtmlElement, number: int) -> list[HtmlElement]:
    return [*page.get_element_by_id(f"t{number}").iter("td", "th")]


@every_form
def test_each_table_is_named_by_the_heading_of_its_section(form: Form) -> None:
    page = page_of(Report(form))
    titles = [each.title for each in form.sections if each.content is Content.TABLE]
    assert texts(page, "caption") == titles
    assert [page.get_element_by_id(each.get("aria-labelledby")).text_content() for each in page.iter("div")] == titles


@every_form
def test_each_figure_names_the_labels_that_lead_to_it(form: Form) -> None:
    report = numbered(form)
    page = page_of(report)
    for number, table in enumerate(form.tables, 1):
        shown = {
            tuple(page.get_element_by_id(key).text_content() for key in each.get("headers").split()): each.text or ""
            for each in cells_of(page, number)
            if each.get("headers")
        }
        wanted = {
            tuple(each.text for each in [*titles(band), *cell.column_path, *cell.row_path]): str(
                report.value(cell.name)
            )
            for band in table.bands
            for cell in band.cells
        }
        assert shown == wanted


def titles(band: Band) -> list[object]:
    return [each.label for each in band.labels if each.place.row < band.header_rows.start]


@every_form
def test_the_cells_of_a_table_cover_its_grid_without_a_gap(form: Form) -> None:
    page = page_of(Report(form))
    for number, table in enumerate(form.tables, 1):
        areas = [int(each.get("rowspan", 1)) * int(each.get("colspan", 1)) for each in cells_of(page, number)]
        assert sum(areas) == table.row_count * table.column_count
        assert len(page.get_element_by_id(f"t{number}").findall(".//col")) == table.column_count


def test_each_label_says_how_far_it_reaches() -> None:
    page = page_of(Report(third_form()))
    scopes = {each.text: each.get("scope", "") for each in cells_of(page, 1) if each.text}
    assert scopes == {
        "借阅类别": "", "读者": "colgroup", "成人": "col", "少儿": "col", "小计": "col",
        "一、本年借出册数": "row", "二、去向": "rowgroup", "（一）已经归还": "row", "（二）遗失赔偿": "row",
        "（三）合计": "row", "三、年末在外": "row", "0": "",
    }  # fmt: skip
    assert [each.get("scope", "") for each in cells_of(page, 2) if each.text] == [
        "rowgroup", "", "col", "col", "row", "row", "rowgroup", "", "col", "row",
    ]  # fmt: skip


def test_a_group_of_rows_ends_where_its_label_does() -> None:
    table = page_of(Report(third_form())).get_element_by_id("t1")
    groups = [(each.tag, len(each)) for each in table if each.tag in {"thead", "tbody"}]
    assert groups == [("thead", 2), ("tbody", 1), ("tbody", 3), ("tbody", 1)]


def test_a_label_that_heads_a_whole_group_stands_in_its_group() -> None:
    for element in page_of(Report(third_form())).iter("th"):
        if element.get("scope") == "rowgroup":
            rows = element.getparent().getparent()
            assert len(rows) >= int(element.get("rowspan", 1))
            assert rows[0] is element.getparent()


@pytest.mark.parametrize(
    ("typed", "shown"), [("", ""), ("0", "0"), ("/", "/"), ("22（其中修订16件）", "22（其中修订16件）"), ("约2", "约2")]
)
def test_a_figure_stands_with_its_remark_and_a_blank_is_empty(typed: str, shown: str) -> None:
    cells = cells_of(page_of(a_report({"proactive/regulations/issued": typed})), 1)
    assert next(each for each in cells if each.get("headers")).text_content() == shown


def test_every_figure_of_a_full_report_is_there() -> None:
    report = a_full_report()
    figures = [each.text for each in page_of(report).iter("td") if each.get("headers")]
    assert sorted(figures) == sorted(str(Entry(report.value(name), report.remark(name))) for name in report.form.cells)


# ── the clipboard ───────────────────────────────────────────────────────


@every_form
def test_what_is_pasted_carries_its_look_in_every_element_and_nothing_else(form: Form) -> None:
    pasted = html.fromstring(f"<div>{clipboard_html(numbered(form))}</div>")
    elements = [*pasted.iter("h1", "h2", "p", "table", "td", "th", "col")]
    kept = {key for each in elements for key in each.keys()}  # noqa: SIM118 - an element is no mapping
    assert all(each.get("style") for each in elements)
    assert kept <= {"style", "scope", "colspan", "rowspan"}
    assert not [*pasted.iter("style", "script", "main", "section")]


@every_form
def test_what_is_pasted_says_the_same_as_the_page(form: Form) -> None:
    report = a_report(texts=dict.fromkeys(form.text_sections, "（一）甲\n（1）乙\n丙。"), form=form)
    pasted = html.fromstring(f"<div>{clipboard_html(report)}</div>")
    names = ("h1", "h2", "h3", "h4", "p", "td", "th")
    assert texts(pasted, *names) == texts(page_of(report), *names)


def test_what_is_pasted_may_stand_on_white_or_black() -> None:
    pasted = clipboard_html(a_full_report(texts=clean_texts()))
    assert not re.search(r"[\"; ](?:color|background)", pasted)
