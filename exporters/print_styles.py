"""Measures and styles of the printed report after GB/T 9704—2012, as values.

Lengths are in twips (1/20 point) unless a name says otherwise, as Word keeps them.
"""

from dataclasses import dataclass, fields
from enum import StrEnum

from exporters.typography import Typography

TWIPS_PER_INCH = 1440

PAGE_WIDTH = 11906
PAGE_HEIGHT = 16838
MARGIN_TOP = 2098
MARGIN_LEFT = 1588
MARGIN_RIGHT = 1474
MARGIN_BOTTOM = 1984

LINE = 578
"""28.9 points: 22 lines a page."""
LINES_PER_PAGE = 22
CHARACTERS_PER_LINE = 28
TIGHTENING = -5
"""Added to each character: 28 characters of 16 points are 158 mm, the text area is 156 mm.

The same as a grid of characters (docGrid linesAndChars) makes LibreOffice set 14 characters a line.
"""

TEXT_WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT
TEXT_HEIGHT = LINES_PER_PAGE * LINE

FOOTER_DISTANCE = 1450
"""From the sheet's lower edge to the page number's: puts its dashes 7 mm below the text area."""

BODY_SIZE = 32
CHARACTER = BODY_SIZE * 10 + TIGHTENING
"""Width of a character of running text."""
PAGE_NUMBER_SIZE = 28
TITLE_SIZE = 44
TITLE_LINE = 660

_TABLE_MEASURES = (("五号", 21, 290, 440, 60), ("小五", 18, 240, 320, 60), ("六号", 15, 200, 260, 60))
"""Name, half points, line distance, row height and side margin; exact lines are as high in a substitute font."""

SLIP_SIZE = 28
SLIP_LINE = 400
"""四号, for the text of the approval slip."""

SHEET_HEADING_SIZE = 24
SHEET_HEADING_LINE = 400
"""小四: the check sheet is tables with headings, and no running text."""

HEADER_DISTANCE = 1049
"""From the sheet's upper edge to the header's: half of the margin."""

WATERMARK_ANGLE = -45
"""Degrees; it rises to the right."""
WATERMARK_SIZE = 220
"""In half points; three characters reach from corner to corner of the text area's width."""
WATERMARK_COLOUR = "E6E6E6"
"""Pale enough to be read through, and still seen on a copy."""


class Alignment(StrEnum):
    """How lines stand between the margins, in Word's words."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"
    JUSTIFIED = "both"


@dataclass(frozen=True, slots=True)
class Font:
    """The two fonts a run needs: Chinese, and Latin letters with digits."""

    chinese: str
    latin: str


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style.

    Args:
        key: its identifier in the file, ASCII.
        name: its name as Word shows it; English for the styles Word knows.
        font: its fonts.
        size: in half points; 0 for a character style, which keeps its paragraph's.
        line: exact distance of lines.
        alignment: of its lines.
        tightening: added to the width of each character.
        first_line: indent of the first line in characters.
        outer: indent on the side it is aligned to in characters.
        level: rank in the navigation pane, from 0.
        on_grid: whether its lines stand on the page's grid of 22.
        keep_with_next: whether it stays on the page of the paragraph below.
        next_key: the style of the paragraph that is typed below.
        is_character: whether it is a character style.
    """

    key: str
    name: str
    font: Font
    size: int = BODY_SIZE
    line: int = LINE
    alignment: Alignment = Alignment.JUSTIFIED
    tightening: int = 0
    first_line: int = 0
    outer: int = 0
    level: int | None = None
    on_grid: bool = True
    keep_with_next: bool = False
    next_key: str = ""
    is_character: bool = False


@dataclass(frozen=True, slots=True)
class TableSize:
    """How large a table is set.

    Args:
        figures: style of figures and of most labels.
        labels: style of labels that start at the left.
        row_height: of a row whose texts take one line.
        side_margin: between a cell's border and its text, left and right.
        end_margin: the same above and below.
    """

    figures: Style
    labels: Style
    row_height: int
    side_margin: int
    end_margin: int


@dataclass(frozen=True, slots=True)
class PrintStyles:
    """Every style of the document in one scheme."""

    normal: Style
    title: Style
    body: Style
    headings: tuple[Style, ...]
    """Of the levels 一、（一）1.（1）."""
    lead: Style
    header: Style
    odd_footer: Style
    even_footer: Style
    document_end: Style
    table_sizes: tuple[TableSize, ...]
    """Largest first."""

    @property
    def all(self) -> tuple[Style, ...]:
        """Every style in the order of the file."""
        single = [each for field in fields(self) if isinstance(each := getattr(self, field.name), Style)]
        tables = [style for size in self.table_sizes for style in (size.figures, size.labels)]
        return (*single, *self.headings, *tables)


def print_styles(typography: Typography) -> PrintStyles:
    """Return the styles of the report in the fonts of a scheme."""
    body = Font(typography.body, typography.latin)
    heading = Font(typography.heading, typography.latin)
    subheading = Font(typography.subheading, typography.latin)
    table = Font(typography.table, typography.latin)
    number = Font(typography.page_number, typography.page_number)
    return PrintStyles(
        normal=Style("Normal", "Normal", body, tightening=TIGHTENING),
        title=_title(Font(typography.title, typography.latin)),
        body=Style("BodyText", "Body Text", body, tightening=TIGHTENING, first_line=2),
        headings=tuple(_heading(level, font) for level, font in enumerate((heading, subheading, body, body), 1)),
        lead=Style("LeadSentence", "段首标题句", subheading, size=0, is_character=True),
        header=Style("Header", "header", heading, line=400, alignment=Alignment.LEFT, on_grid=False),
        odd_footer=_footer("Footer", "footer", number, Alignment.RIGHT),
        even_footer=_footer("FooterEven", "页脚（双页）", number, Alignment.LEFT),
        document_end=Style("DocumentEnd", "文末", body, size=2, line=20, on_grid=False),
        table_sizes=tuple(_table_size(table, each) for each in _TABLE_MEASURES),
    )


def _title(font: Font) -> Style:
    return Style(
        "Title",
        "Title",
        font,
        TITLE_SIZE,
        line=TITLE_LINE,
        alignment=Alignment.CENTRE,
        on_grid=False,  # else programs give each of its lines two of the grid's
        keep_with_next=True,
        next_key="BodyText",
    )


def _heading(level: int, font: Font) -> Style:
    return Style(
        f"Heading{level}",
        f"heading {level}",
        font,
        tightening=TIGHTENING,
        first_line=2,
        level=level - 1,
        keep_with_next=True,
        next_key="BodyText",
    )


def _footer(key: str, name: str, font: Font, alignment: Alignment) -> Style:
    return Style(key, name, font, PAGE_NUMBER_SIZE, line=280, alignment=alignment, outer=1, on_grid=False)


def _table_size(font: Font, measures: tuple[str, int, int, int, int]) -> TableSize:
    name, size, line, row_height, side_margin = measures

    def style(use: str, key: str, alignment: Alignment) -> Style:
        return Style(f"{key}{size}", f"{use}（{name}）", font, size, line=line, alignment=alignment, on_grid=False)

    return TableSize(
        figures=style("表格数字", "TableFigure", Alignment.CENTRE),
        labels=style("表格栏目", "TableLabel", Alignment.LEFT),
        row_height=row_height,
        side_margin=side_margin,
        end_margin=20,
    )
