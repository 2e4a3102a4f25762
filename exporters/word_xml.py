"""The XML of a Word file's parts: paragraphs, tables, fields, styles, settings (ISO/IEC 29500 transitional).

Elements are text: a report has thousands of them, and a tree of objects takes three times as long to build.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape

from exporters.print_blocks import Block, Paragraph
from exporters.print_styles import Alignment, Font, Style
from exporters.print_tables import Merge, PrintCell, PrintTable
from exporters.typography import Typography
from models.texts import clean_text

_NAMESPACES = {
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}

_BORDER_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_CHINESE_CHARSET = "86"
_WORD_2013 = 15


def element(name: str, attributes: Mapping[str, str | int], *children: str) -> str:
    """Return an element; attribute values are escaped, children are XML already."""
    written = "".join([f' {key}="{escape(str(value))}"' for key, value in attributes.items()])
    content = "".join(children)
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def w(tag: str, *children: str, **attributes: str | int) -> str:
    """Return an element of the w namespace with attributes of the same."""
    return element(f"w:{tag}", {f"w:{name}": value for name, value in attributes.items()}, *children)


# ── running text ────────────────────────────────────────────────────────


def block(content: Block) -> str:
    """Return a paragraph or a table."""
    if isinstance(content, Paragraph):
        return paragraph(content)
    return table(content)


def paragraph_of(style: Style, runs: str) -> str:
    """Return a paragraph of runs that are XML already."""
    return f"<w:p>{_paragraph_properties(style.key)}{runs}</w:p>"


def paragraph(content: Paragraph, section: str = "") -> str:
    """Return a paragraph and its runs; the last one of a section bears the section's properties."""
    runs = "".join([run(words.text, words.style) for words in content.words])
    space, indents = (content.before, content.after), (content.left, 0)
    properties = _paragraph_properties(content.style.key, content.keep_with_next, space, indents, section)
    return f"<w:p>{properties}{runs}</w:p>"


@lru_cache(maxsize=256)
def _paragraph_properties(
    style_key: str,
    keep_with_next: bool = False,  # noqa: FBT001, FBT002 - private, and cached by place
    space: tuple[int, int] = (0, 0),
    indents: tuple[int, int] = (0, 0),
    section: str = "",
) -> str:
    (before, after), (left, right) = space, indents
    spacing = {name: width for name, width in (("before", before), ("after", after)) if width}
    indent = {name: width for name, width in (("left", left), ("right", right)) if width}
    return w(
        "pPr",
        w("pStyle", val=style_key),
        w("keepNext") if keep_with_next else "",
        w("spacing", **spacing) if spacing else "",
        w("ind", **indent) if indent else "",
        section,
    )


def run(text: str, style: Style) -> str:
    """Return a run in the fonts of a style; tabs and line ends become Word's, illegal characters are left out."""
    content = f'<w:t xml:space="preserve">{escape(clean_text(text), quote=False)}</w:t>'
    for character, sign in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        if character in content:
            content = content.replace(character, f'</w:t>{sign}<w:t xml:space="preserve">')
    return _run(content, style)


def page_number(style: Style) -> str:
    """Return the paragraph “— 1 —” with a real PAGE field."""
    field = [
        w("fldChar", fldCharType="begin"),
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        w("fldChar", fldCharType="separate"),
        w("t", "1"),
        w("fldChar", fldCharType="end"),
    ]
    number = "".join(_run(each, style) for each in field)
    return paragraph_of(style, f"{run('— ', style)}{number}{run(' —', style)}")


def _run(content: str, style: Style) -> str:
    return f"<w:r>{_run_properties(style.key if style.is_character else '', style.font)}{content}</w:r>"


@lru_cache(maxsize=64)
def _run_properties(character_style: str, font: Font) -> str:
    return w("rPr", w("rStyle", val=character_style) if character_style else "", _fonts(font))


def _fonts(font: Font) -> str:
    """Return the fonts; the hint sets “”, … and — in the Chinese one."""
    return w("rFonts", hint="eastAsia", ascii=font.latin, hAnsi=font.latin, eastAsia=font.chinese, cs=font.latin)


# ── tables ──────────────────────────────────────────────────────────────


def table(content: PrintTable) -> str:
    """Return a table with full borders, as wide as its grid; kept on one page where it fits."""
    size = content.size
    margins = {"top": size.end_margin, "left": size.side_margin, "bottom": size.end_margin, "right": size.side_margin}
    properties = w(
        "tblPr",
        w("tblW", w=sum(content.widths), type="dxa"),
        w("jc", val=Alignment.CENTRE),
        w("tblBorders", *(w(side, val="single", sz=4, space=0, color="auto") for side in _BORDER_SIDES)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in margins.items())),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in content.widths))
    return w("tbl", properties, grid, *(_row(content, index) for index in range(len(content.rows))))


def _row(content: PrintTable, index: int) -> str:
    keep = content.is_kept(index)
    properties = w(
        "trPr",
        w("cantSplit"),
        w("trHeight", val=content.height(index), hRule="atLeast"),
        w("tblHeader") if content.is_header(index) else "",
    )
    return w("tr", properties, *(_cell(cell, keep_with_next=keep) for cell in content.rows[index]))


def _cell(cell: PrintCell, *, keep_with_next: bool) -> str:
    content = run(cell.text, cell.style) if cell.text else ""
    properties = _paragraph_properties(cell.style.key, keep_with_next, indents=(cell.indent, cell.indent))
    cell_properties = _cell_properties(cell.width, cell.column_span, cell.merge, cell.fill)
    return f"<w:tc>{cell_properties}<w:p>{properties}{content}</w:p></w:tc>"


@lru_cache(maxsize=256)
def _cell_properties(width: int, column_span: int, merge: Merge | None, fill: str) -> str:
    return w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=column_span) if column_span > 1 else "",
        w("vMerge", val=merge) if merge else "",
        w("shd", val="clear", color="auto", fill=fill) if fill else "",
        w("vAlign", val="center"),
    )


# ── parts ───────────────────────────────────────────────────────────────


def root(tag: str, *children: str, **further: str) -> str:
    """Return the root of a part; `further` namespaces by prefix are declared beside Word's own."""
    return element(f"w:{tag}", _NAMESPACES | {f"xmlns:{prefix}": name for prefix, name in further.items()}, *children)


def settings_part() -> str:
    """Return the settings: different odd and even pages, and the layout rules of Word 2013 and later."""
    compatible = w(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=_WORD_2013
    )
    return root(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=420),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="compressPunctuation"),
        w("compat", compatible),
    )


def font_table_part(typography: Typography) -> str:
    """Return the fonts and what may stand for one that a computer does not have."""
    return root("fonts", *(_font(name, typography) for name in typography.fonts))


def _font(name: str, typography: Typography) -> str:
    substitute = typography.substitutes.get(name)
    charset = "00" if name == typography.latin else _CHINESE_CHARSET
    return w(
        "font",
        w("altName", val=substitute) if substitute else "",
        w("charset", val=charset),
        w("family", val="roman" if name == typography.latin else "auto"),
        w("pitch", val="variable"),
        name=name,
    )


def styles_part(styles: Sequence[Style], normal: Style) -> str:
    """Return the style sheet; every style states its own fonts and none names a theme."""
    defaults = w("rPr", _fonts(normal.font), _sizes(normal), w("lang", val="en-US", eastAsia="zh-CN"))
    return root(
        "styles",
        w("docDefaults", w("rPrDefault", defaults), w("pPrDefault", w("pPr"))),
        _built_in("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _built_in("table", "TableNormal", "Normal Table"),
        _built_in("numbering", "NoList", "No List"),
        *(_style(style, normal) for style in styles),
    )


def _built_in(kind: str, key: str, name: str) -> str:
    content = [w("name", val=name), w("uiPriority", val=99), w("semiHidden")]
    return w("style", *content, type=kind, default=1, styleId=key)


def _style(style: Style, normal: Style) -> str:
    kind = "character" if style.is_character else "paragraph"
    parent = "DefaultParagraphFont" if style.is_character else normal.key
    attributes = {"w:type": kind, "w:styleId": style.key}
    return element(
        "w:style",
        attributes | {"w:default": "1"} if style is normal else attributes,
        w("name", val=style.name),
        w("basedOn", val=parent) if style is not normal else "",
        w("next", val=style.next_key) if style.next_key else "",
        w("qFormat"),
        "" if style.is_character else _paragraph_layout(style),
        w("rPr", _fonts(style.font), _sizes(style)),
    )


def _paragraph_layout(style: Style) -> str:
    return w(
        "pPr",
        w("keepNext") + w("keepLines") if style.keep_with_next else "",
        w("widowControl", val=0),
        w("overflowPunct", val=0),  # else a comma stands outside the text area
        w("snapToGrid", val=int(style.on_grid)),
        w("spacing", before=0, after=0, line=style.line, lineRule="exact"),
        _indent(style),
        w("jc", val=style.alignment),
        w("outlineLvl", val=style.level) if style.level is not None else "",
    )


def _indent(style: Style) -> str:
    """Return the indent in hundredths of a character, with the twips that older programs read."""
    character = style.size * 10 + style.tightening
    if style.first_line:
        return w("ind", firstLineChars=style.first_line * 100, firstLine=style.first_line * character)
    if not style.outer:
        return ""
    side = str(style.alignment)
    return w("ind", **{f"{side}Chars": style.outer * 100, side: style.outer * character})


def _sizes(style: Style) -> str:
    if style.is_character:
        return ""
    return w("spacing", val=style.tightening) + w("sz", val=style.size) + w("szCs", val=style.size)
