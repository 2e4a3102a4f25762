"""The themes as data: the palette of each, and the few colours that carry meaning.

Every text and mark stands out from every ground that it is drawn on by 4.5:1 and more (WCAG 2.2, 1.4.3), which
`tests/ui/test_contrast.py` measures. Below that are only the lines of tables and the writing on what is disabled,
which the rule exempts.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPainter

Mode = QPainter.CompositionMode


@dataclass(frozen=True, eq=False, repr=False)
class Tones:
    """The colours that carry meaning; each also has an icon, a font or a word beside it."""

    left_side: QColor
    """Tint of the cells on the first side of a broken balance, and of a wrong entry."""
    right_side: QColor
    """Tint of the cells on the other side."""
    derived: QColor
    """Shade of totals, which nobody types."""
    untouched: QColor
    """Ink of what was taken over from last year and not touched since."""
    label: QColor
    """Ground of printed labels: headers and stub."""
    error: QColor
    """Ink of what is wrong."""
    warning: QColor
    """Ink of what is doubtful."""
    good: QColor
    """Ink of what is in order."""
    grid: QColor
    """Lines of the tables."""
    added: QColor
    """Ground of words that last year's text has not; they are underlined too."""
    removed: QColor
    """Ground of last year's words that this year's text has not; they are struck out too."""
    live: QColor
    """Ground of a figure in the text that follows the tables; it has a frame too."""
    selection: QColor
    """What selected cells are tinted with, over whatever stands in them."""
    selection_mode: Mode
    """How it is laid over them: so that the ground takes the tint and the ink keeps its own colour."""


@dataclass(frozen=True, eq=False, repr=False)
class Theme:
    """A set of colours.

    Args:
        roles: colours of Qt's palette by the names of their roles.
        tones: the colours that carry meaning.
        outline: colour of the lines around fields, buttons and menus; of the style's own, a little darker than the
            window, where empty.
        is_framed: whether they are drawn by a style sheet, the ground of fields and buttons being the window's.
    """

    roles: Mapping[str, str]
    tones: Tones
    outline: str = ""
    is_framed: bool = False


LIGHT = Theme(
    {
        "Window": "#f7f8fa", "WindowText": "#1d2330", "Base": "#ffffff", "AlternateBase": "#f3f5f8", "Text": "#1d2330",
        "Button": "#eef1f5", "ButtonText": "#1d2330", "BrightText": "#ffffff", "Highlight": "#2f6fd6",
        "HighlightedText": "#ffffff", "ToolTipBase": "#ffffff", "ToolTipText": "#1d2330", "PlaceholderText": "#636d7c",
        "Link": "#1f5fc4", "LinkVisited": "#6a3fb0", "Light": "#ffffff", "Midlight": "#e6eaf0", "Mid": "#c5ccd6",
        "Dark": "#9aa4b2", "Shadow": "#6d7685", "Accent": "#2f6fd6",
    },
    Tones(
        left_side=QColor("#ffdfdb"),
        right_side=QColor("#ffefce"),
        derived=QColor("#eceff3"),
        untouched=QColor("#566072"),
        label=QColor("#f5f7fa"),
        error=QColor("#ae2116"),
        warning=QColor("#7f4a00"),
        good=QColor("#1a6c35"),
        grid=QColor("#c5ccd6"),
        added=QColor("#d6f1de"),
        removed=QColor("#ffdfdb"),
        live=QColor("#e3edfd"),
        selection=QColor("#dbe7fc"),
        selection_mode=Mode.CompositionMode_Multiply,
    ),
)  # fmt: skip

DARK = Theme(
    {
        "Window": "#22262c", "WindowText": "#e6e9ee", "Base": "#1b1e23", "AlternateBase": "#24282f", "Text": "#e6e9ee",
        "Button": "#2e333b", "ButtonText": "#e6e9ee", "BrightText": "#ffffff", "Highlight": "#3570cf",
        "HighlightedText": "#ffffff", "ToolTipBase": "#2e333b", "ToolTipText": "#e6e9ee", "PlaceholderText": "#98a3b3",
        "Link": "#8fbaff", "LinkVisited": "#c9a7ff", "Light": "#454c57", "Midlight": "#343a43", "Mid": "#4a515c",
        "Dark": "#15181c", "Shadow": "#0d0f12", "Accent": "#3570cf",
    },
    Tones(
        left_side=QColor("#5c201b"),
        right_side=QColor("#473510"),
        derived=QColor("#2f343d"),
        untouched=QColor("#b9c3d0"),
        label=QColor("#2b3037"),
        error=QColor("#ffb0a6"),
        warning=QColor("#f5bd68"),
        good=QColor("#8fd9a4"),
        grid=QColor("#4a515c"),
        added=QColor("#17402a"),
        removed=QColor("#5c201b"),
        live=QColor("#1d3554"),
        selection=QColor("#11203a"),
        selection_mode=Mode.CompositionMode_Screen,
    ),
    outline="#8791a0",
)  # fmt: skip

HIGH_CONTRAST = Theme(
    {
        "Window": "#000000", "WindowText": "#ffffff", "Base": "#000000", "AlternateBase": "#141414", "Text": "#ffffff",
        "Button": "#000000", "ButtonText": "#ffffff", "BrightText": "#ffffff", "Highlight": "#ffe600",
        "HighlightedText": "#000000", "ToolTipBase": "#000000", "ToolTipText": "#ffffff", "PlaceholderText": "#d0d0d0",
        "Link": "#8fd0ff", "LinkVisited": "#e0b8ff", "Light": "#ffffff", "Midlight": "#003a6e", "Mid": "#8a8a8a",
        "Dark": "#ffffff", "Shadow": "#ffffff", "Accent": "#ffe600",
    },
    Tones(
        left_side=QColor("#5a0000"),
        right_side=QColor("#3d3200"),
        derived=QColor("#2b2b2b"),
        untouched=QColor("#c8dcff"),
        label=QColor("#1f1f1f"),
        error=QColor("#ffc2bb"),
        warning=QColor("#ffe600"),
        good=QColor("#7dffa0"),
        grid=QColor("#ffffff"),
        added=QColor("#003d14"),
        removed=QColor("#5a0000"),
        live=QColor("#00305c"),
        selection=QColor("#00305c"),
        selection_mode=Mode.CompositionMode_Screen,
    ),
    outline="#ffffff",
    is_framed=True,
)  # fmt: skip
