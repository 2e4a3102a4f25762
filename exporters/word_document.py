"""A Word file of any kind around its blocks: styles, fonts, page numbers, properties."""

from exporters.print_blocks import PrintDocument
from exporters.typography import Typography
from exporters.word_package import THEME_TYPE, Part, package_bytes
from exporters.word_theme import theme_part
from exporters.word_xml import document_part, font_table_part, footer_part, settings_part, styles_part


def document_bytes(document: PrintDocument, typography: Typography) -> bytes:
    """Return the content of a .docx file on A4 after GB/T 9704—2012, the same bytes for the same document.

    Args:
        document: what is printed.
        typography: the scheme its styles take their fonts from.
    """
    styles = document.styles
    blocks = [each for part in document.parts for each in part.blocks]
    parts = [
        Part("rId1", "styles", "styles.xml", styles_part(styles)),
        Part("rId2", "settings", "settings.xml", settings_part()),
        Part("rId3", "fontTable", "fontTable.xml", font_table_part(typography)),
        Part("rId4", "theme", "theme/theme1.xml", theme_part(typography), THEME_TYPE),
        Part("rId5", "footer", "footer1.xml", footer_part(styles.odd_footer)),
        Part("rId6", "footer", "footer2.xml", footer_part(styles.even_footer)),
    ]
    return package_bytes(document_part(blocks, "rId5", "rId6"), parts, document)
