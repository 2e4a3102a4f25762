"""The Word file, read back with python-docx."""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from openxml_audit import OpenXmlValidator

from exporters.print_styles import TEXT_WIDTH
from exporters.typography import Typography, known_typographies
from exporters.word import word_bytes
from models.cell_value import Entry
from models.form import Content, Form
from models.form_file import known_forms
from models.report import Report
from tests.builders import a_full_report, a_report, third_form

FORMS = [*known_forms().values(), third_form()]
TEXTS = {
    "preamble": "本报告按照条例编制。",
    "overview": "（一）主动公开\n全年公开信息12条。\n（二）依申请公开。全年受理6件。\n办结6件……均“按期”——",
}

every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)


def opened(report: Report, typography: Typography | None = None) -> Document:
    return docx.Document(io.BytesIO(word_bytes(report, typography)))


def parts_of(report: Report) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(word_bytes(report))) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def numbered(form: Form) -> Report:
    """Return a report whose every typed cell differs from the others."""
    return a_report({name: str(number) for number, name in enumerate(form.typed_cells, 1)}, form=form)


def named(document: Document, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style is not None and each.style.name == style]


def all_runs(document: Document) -> Iterator[Run]:
    for element in document.element.body.iter(qn("w:r")):
        yield Run(element, Paragraph(element.getparent(), document._body))


# ── text ────────────────────────────────────────────────────────────────


def test_the_title_is_broken_after_the_agency() -> None:
    assert named(opened(a_report()), "Title") == ["某某市人民政府\n2024年政府信息公开工作年度报告"]


def test_without_agency_and_year_the_kind_of_document_is_the_title() -> None:
    assert named(opened(a_report(agency="", year=None)), "Title") == ["政府信息公开工作年度报告"]


@every_form
def test_each_section_title_is_a_real_heading_in_the_form_s_order(form: Form) -> None:
    wanted = [section.title for section in form.sections if section.title]

    assert named(opened(Report(form)), "Heading 1") == wanted


def test_a_line_of_text_is_a_paragraph() -> None:
    report = a_report(texts={"problems": "　　第一段\n\n第二段  \n"})

    assert named(opened(report), "Body Text") == ["第一段", "第二段"]


def test_the_preamble_stands_below_the_title() -> None:
    paragraphs = opened(a_report(texts=TEXTS)).paragraphs

    assert [each.style.name for each in paragraphs[:3] if each.style] == ["Title", "Body Text", "Heading 1"]


def test_a_short_numbered_paragraph_is_a_heading() -> None:
    assert named(opened(a_report(texts=TEXTS)), "Heading 2") == ["（一）主动公开"]


def test_a_numbered_paragraph_that_runs_on_has_its_first_sentence_set_apart() -> None:
    document = opened(a_report(texts=TEXTS))
    leads = [run.text for run in all_runs(document) if run.style is not None and run.style.style_id == "LeadSentence"]

    assert leads == ["（二）依申请公开。"]


@pytest.mark.parametrize("text", ["（一）是条例第二十条；", "（一）" + "长" * 60, "一是加强培训", "图表（一）"])
def test_other_paragraphs_are_running_text(text: str) -> None:
    assert named(opened(a_report(texts={"overview": text})), "Body Text") == [text]


@pytest.mark.parametrize("text", ["前\t后", "两个  空格", "𠮷㐂🙂👨‍👩‍👧", "<a> & \"b\" 'c'", "字" * 20_000])
def test_text_comes_through_unchanged(text: str) -> None:
    assert named(opened(a_report(texts={"overview": text})), "Body Text") == [text]


def test_characters_that_no_document_can_hold_are_left_out() -> None:
    assert named(opened(a_report(agency="某\x0b\ud800市\x00")), "Title")[0].startswith("某 市\n")


# ── fonts ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize("key", known_typographies())
def test_every_run_names_the_fonts_of_the_scheme(key: str) -> None:
    scheme = known_typographies()[key]
    runs = all_runs(opened(a_full_report(texts=TEXTS), scheme))
    fonts = {run._element.xpath("string(w:rPr/w:rFonts/@w:eastAsia)") for run in runs}

    assert fonts == {scheme.title, scheme.heading, scheme.subheading, scheme.body, scheme.table}


def test_every_run_sets_quotes_in_the_chinese_font() -> None:
    runs = all_runs(opened(a_full_report(texts=TEXTS)))

    assert {run._element.xpath("string(w:rPr/w:rFonts/@w:hint)") for run in runs} == {"eastAsia"}


def test_no_part_refers_to_a_theme_font() -> None:
    assert not [name for name, xml in parts_of(a_full_report(texts=TEXTS)).items() if re.search(r"Theme=", xml)]


def test_the_font_table_names_what_may_stand_for_a_missing_font() -> None:
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in parts_of(a_report())["word/fontTable.xml"]


# ── page ────────────────────────────────────────────────────────────────


def test_the_page_is_a4_with_the_standard_s_margins() -> None:
    page = opened(a_report()).sections[0]._sectPr

    assert page.xpath("w:pgSz/@w:w | w:pgSz/@w:h") == ["11906", "16838"]
    assert page.xpath("w:pgMar/@w:top | w:pgMar/@w:right | w:pgMar/@w:bottom | w:pgMar/@w:left") == [
        *("2098", "1474", "1984", "1588")
    ]


def test_body_text_has_fixed_lines_and_an_indent_of_two_characters() -> None:
    style = opened(a_report()).styles["Body Text"].element

    assert style.xpath("w:pPr/w:spacing/@w:line") == ["578"]
    assert style.xpath("w:pPr/w:ind/@w:firstLineChars") == ["200"]


@pytest.mark.parametrize("part", ["word/footer1.xml", "word/footer2.xml"])
def test_both_footers_hold_a_page_field(part: str) -> None:
    footer = parts_of(a_report())[part]

    assert "> PAGE <" in footer
    assert "— " in footer


def test_odd_and_even_pages_differ() -> None:
    section = opened(a_report()).sections[0]
    styles = [each.paragraphs[0].style for each in (section.footer, section.even_page_footer)]

    assert "<w:evenAndOddHeaders/>" in parts_of(a_report())["word/settings.xml"]
    assert [each.element.xpath("string(w:pPr/w:jc/@w:val)") for each in styles if each] == ["right", "left"]


# ── tables ──────────────────────────────────────────────────────────────


def grid_texts(table: Table) -> dict[tuple[int, int], str]:
    """Return the text at the top left corner of each cell by grid row and column."""
    texts = {}
    for row, line in enumerate(table._tbl.tr_lst):
        column = 0
        for cell in line.tc_lst:
            if cell.vMerge != "continue":
                texts[row, column] = "".join(cell.xpath(".//w:t/text()"))
            column += cell.grid_span
    return texts


@every_form
def test_every_label_and_figure_stands_in_its_place(form: Form) -> None:
    report = numbered(form)
    for table, written in zip(form.tables, opened(report).tables, strict=True):
        labels = {label.place: label.label.text for label in table.labels}
        figures = {cell.place: str(report.value(name)) for name, cell in table.cells.items()}

        assert grid_texts(written) == {(place.row, place.column): text for place, text in (labels | figures).items()}


def test_a_remark_stands_behind_its_figure() -> None:
    name = "proactive/regulations/repealed"
    report = a_report({name: "22（其中修订16件）"})
    place = report.form.cells[name].place

    assert grid_texts(opened(report).tables[0])[place.row, place.column] == str(
        Entry(report.value(name), "其中修订16件")
    )


@every_form
def test_grid_widths_and_spans_agree_in_every_row(form: Form) -> None:
    for table in opened(Report(form)).tables:
        grid = [int(each) for each in table._tbl.xpath("w:tblGrid/w:gridCol/@w:w")]
        for row in table._tbl.tr_lst:
            spans = [cell.grid_span for cell in row.tc_lst]
            edges = [sum(spans[:n]) for n in range(len(spans) + 1)]
            widths = [int(each) for each in row.xpath("w:tc/w:tcPr/w:tcW/@w:w")]

            assert edges[-1] == len(grid)
            assert widths == [sum(grid[a:b]) for a, b in pairwise(edges)]


@every_form
def test_tables_are_no_wider_than_the_text(form: Form) -> None:
    for table in opened(Report(form)).tables:
        assert sum(int(each) for each in table._tbl.xpath("w:tblGrid/w:gridCol/@w:w")) <= TEXT_WIDTH


@every_form
def test_a_merged_area_has_a_cell_in_each_of_its_rows(form: Form) -> None:
    merged = sum(label.place.row_span - 1 for table in form.tables for label in table.labels)

    assert len(opened(Report(form)).element.xpath("//w:vMerge[@w:val='continue']")) == merged


@every_form
def test_header_rows_repeat_where_they_hold_for_the_whole_table(form: Form) -> None:
    repeated = [len(table._tbl.xpath("w:tr/w:trPr/w:tblHeader")) for table in opened(Report(form)).tables]

    assert repeated == [table.header_rows for table in form.tables]


def test_no_row_is_split_over_pages() -> None:
    body = opened(a_report()).element.body

    assert len(body.xpath(".//w:tr")) == len(body.xpath(".//w:tr/w:trPr/w:cantSplit"))


def test_lines_in_tables_are_not_those_of_running_text() -> None:
    document = opened(a_report())
    used = set(document.element.body.xpath(".//w:tc//w:pStyle/@w:val"))
    lines = {
        style.element.xpath("string(w:pPr/w:spacing/@w:line)") for style in document.styles if style.style_id in used
    }

    assert lines == {"290", "240"}


def test_a_document_that_ends_with_a_table_has_a_paragraph_below_it() -> None:
    assert third_form().sections[-1].content is Content.TABLE
    assert opened(Report(third_form())).element.body.xpath("w:tbl[last()]/following-sibling::w:p")


# ── file ────────────────────────────────────────────────────────────────


def test_the_same_report_gives_the_same_bytes() -> None:
    assert word_bytes(a_full_report(texts=TEXTS)) == word_bytes(a_full_report(texts=TEXTS))


def test_the_properties_are_the_report_s() -> None:
    properties = opened(a_report()).core_properties

    assert properties.title == "某某市人民政府2024年政府信息公开工作年度报告"
    assert properties.author == properties.last_modified_by == "某某市人民政府"
    assert properties.created == properties.modified
    assert properties.created is not None
    assert properties.created.year == 2024


@pytest.mark.parametrize("year", [None, 0, 123456])
def test_a_year_that_is_none_dates_no_document(year: int | None) -> None:
    assert "dcterms:created" not in parts_of(a_report(year=year))["docProps/core.xml"]


@every_form
@pytest.mark.parametrize("key", known_typographies())
def test_a_validator_finds_no_error(form: Form, key: str, tmp_path: Path) -> None:
    report, path = (
        a_report(texts=dict.fromkeys(form.text_sections, "（一）工作。甲\t乙"), form=form),
        tmp_path / "report.docx",
    )
    path.write_bytes(word_bytes(report, known_typographies()[key]))

    assert OpenXmlValidator(strict=True).validate(path).errors == []
