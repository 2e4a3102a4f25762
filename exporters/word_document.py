"""A Word file of any kind around its blocks: styles, fonts, headers and footers, properties."""

from exporters.print_blocks import PrintDocument
from exporters.typography import Typography
from exporters.word_package import THEME_TYPE, Part, package_bytes
from exporters.word_running_matter import running_matter
from exporters.word_sections import document_part
from exporters.word_theme import theme_part
from exporters.word_xml import font_table_part, settings_part, styles_part


def document_bytes(document: PrintDocument, typography: Typography) -> bytes:
    """Return the content of a .docx file on A4 after GB/T 9704—2012, the same bytes for the same document.

    Args:
        document: what is printed.
        typography: the scheme its styles take their fonts from.
    """
    parts = [
        Part("rId1", "styles", "styles.xml", styles_part(document.all_styles, document.styles.normal)),
        Part("rId2", "settings", "settings.xml", settings_part()),
        Part("rId3", "fontTable", "fontTable.xml", font_table_part(typography)),
        Part("rId4", "theme", "theme/theme1.xml", theme_part(typography), THEME_TYPE),
    ]
    by_section = running_matter(document.parts, document.styles)
    running = {
        matter: Part(f"rId{number + len(parts)}", matter.kind, f"{matter.kind}{number}.xml", matter.xml)
        for number, matter in enumerate(dict.fromkeys(each for of in by_section for each in of), 1)
    }
    references = [[(each.kind, each.pages, running[each].relationship) for each in of] for of in by_section]
    return package_bytes(document_part(document, references), [*parts, *running.values()], document)
