"""What stands in one Word file with the report: slip, draft marks, signature, check sheet."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from exporters.print_options import REPORT_ALONE, Extra, PrintOptions
from exporters.typography import default_typography, known_typographies
from exporters.word import word_bytes
from models.form import Form
from models.form_file import current_form, known_forms
from models.report import Report
from tests.builders import a_clean_report, third_form
from tests.check_sheets import a_busy_report, everything

FORMS = [*known_forms().values(), third_form()]


REPORT = a_clean_report()
CONTENT = word_bytes(REPORT, None, everything(REPORT))


def opened(options: PrintOptions) -> Document:
    return docx.Document(io.BytesIO(word_bytes(REPORT, None, options)))


def parts() -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(CONTENT)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


# ── sections ────────────────────────────────────────────────────────────


def test_a_report_alone_is_one_section() -> None:
    assert len(opened(REPORT_ALONE).sections) == 1


def test_slip_report_and_sheet_are_sections_numbered_from_one() -> None:
    sections = opened(everything(REPORT)).sections

    assert [each._sectPr.xpath("string(w:pgNumType/@w:start)") for each in sections] == ["1", "1", "1"]


def test_sections_are_alike_but_for_headers_and_footers() -> None:
    sections = opened(everything(REPORT)).sections
    pages = [[each.values() for each in section._sectPr.xpath("w:pgSz | w:pgMar | w:docGrid")] for section in sections]

    assert pages[0] == pages[1] == pages[2]


def test_a_section_ends_in_the_last_paragraph_of_its_part() -> None:
    paragraphs = opened(everything(REPORT)).element.body.xpath("w:p[w:pPr/w:sectPr]")

    assert ["".join(each.xpath(".//w:t/text()")) for each in paragraphs][1].split() == ["年", "月", "日"]
    assert [len(each.xpath("following-sibling::*[1][self::w:p]//w:t")) > 0 for each in paragraphs] == [True, True]


@pytest.mark.parametrize("pages", ["default", "even"])
def test_headers_and_footers_are_stated_for_every_section(pages: str) -> None:
    sections = opened(everything(REPORT)).element.body.iter(qn("w:sectPr"))
    stated = [each.xpath(f"w:*[@w:type='{pages}']") for each in sections]

    assert [[element.tag for element in each] for each in stated] == [
        [qn("w:headerReference"), qn("w:footerReference")]
    ] * 3


def headers_and_footers(section: int) -> list[str]:
    of = docx.Document(io.BytesIO(CONTENT)).sections[section]
    found = (of.header, of.even_page_header, of.footer, of.even_page_footer)
    return ["".join(each.paragraphs[0].text.split()) for each in found]


def test_a_slip_has_neither_header_nor_number() -> None:
    assert headers_and_footers(0) == ["", "", "", ""]


def test_pages_of_a_draft_say_so_and_have_a_number() -> None:
    assert headers_and_footers(1) == ["送审稿", "送审稿", "—1—", "—1—"]


def test_pages_of_the_check_sheet_have_a_number_alone() -> None:
    assert headers_and_footers(2) == ["", "", "—1—", "—1—"]


# ── watermark ───────────────────────────────────────────────────────────


def test_the_watermark_stands_in_the_headers_of_odd_and_of_even_pages() -> None:
    marked = [xml for xml in parts().values() if "PowerPlusWaterMarkObject" in xml]

    assert len(marked) == 2
    assert all('string="送审稿"' in xml for xml in marked)
    assert len({re.search(r'v:shape id="([^"]+)"', xml)[1] for xml in marked}) == 2  # type: ignore[index]


def test_the_watermark_names_a_font_of_the_scheme() -> None:
    (font,) = {font for xml in parts().values() for font in re.findall(r"font-family:&#x27;([^&]+)&#x27;", xml)}

    assert font in default_typography().fonts


def test_without_a_draft_there_is_no_header() -> None:
    assert opened(PrintOptions(frozenset({Extra.SIGNED}))).element.body.xpath("//w:headerReference") == []


# ── the file ────────────────────────────────────────────────────────────


@pytest.mark.parametrize("key", known_typographies())
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_validator_finds_no_error_with_everything(form: Form, key: str, tmp_path: Path) -> None:
    report, path = Report(form), tmp_path / "report.docx"
    path.write_bytes(word_bytes(report, known_typographies()[key], everything(report)))

    assert OpenXmlValidator(strict=True).validate(path).errors == []


def test_a_validator_finds_no_error_with_a_sheet_full_of_findings(tmp_path: Path) -> None:
    report, path = a_busy_report(), tmp_path / "report.docx"
    path.write_bytes(word_bytes(report, None, everything(report)))

    assert OpenXmlValidator(strict=True).validate(path).errors == []


def test_every_run_names_the_fonts_of_the_scheme() -> None:
    scheme = default_typography()
    runs = docx.Document(io.BytesIO(CONTENT)).element.body.iter(qn("w:r"))

    assert {run.xpath("string(w:rPr/w:rFonts/@w:eastAsia)") for run in runs} <= {*scheme.fonts}


def test_no_part_refers_to_a_theme_font() -> None:
    assert not [name for name, xml in parts().items() if "Theme=" in xml]


def test_every_style_that_is_used_is_defined_and_no_other_sheet_s_is() -> None:
    def defined(content: bytes) -> set[str]:
        return {each.style_id for each in docx.Document(io.BytesIO(content)).styles}

    used = {key for xml in parts().values() for key in re.findall(r'w:pStyle w:val="([^"]+)"', xml)}
    own = defined(CONTENT) - defined(word_bytes(REPORT))

    assert used <= defined(CONTENT)
    assert own == {"SlipLabel", "SlipText", "SignedBy", "CheckHeading", "CheckName", "CheckResult"}


def test_headings_of_the_report_stand_in_the_navigation_pane() -> None:
    texts = [
        each.text for each in opened(everything(REPORT)).paragraphs if each.style and each.style.name == "Heading 1"
    ]

    assert texts == [section.title for section in current_form().sections if section.title]
