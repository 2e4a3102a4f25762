"""Every text and mark stands out from what it is drawn on, in every theme (WCAG 2.2, 1.4.3 and 1.4.11)."""

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from ui.colours import DARK, HIGH_CONTRAST, LIGHT, Theme

TEXT, MARK = 4.5, 3.0
"""The least contrast of text, and of what is exempt from that: disabled writing, and frames without words."""

THEMES = {"light": LIGHT, "dark": DARK, "high contrast": HIGH_CONTRAST}

CELL_GROUNDS = ("Base", "label", "derived", "left_side", "right_side")
LIST_GROUNDS = ("Base", "AlternateBase", "label", "Midlight")
INKS = ("untouched", "error", "warning", "good")

DRAWN_ON = {
    "figures and labels of a grid": (("Text", *INKS), CELL_GROUNDS),
    "lists, their signs, and what is chosen in them": (("Text", *INKS), LIST_GROUNDS),
    "running text, its marks and tints": (
        ("Text", *INKS),
        ("Base", "right_side", "left_side", "derived", "added", "removed", "live"),
    ),
    "the window": (("WindowText", "Link", "LinkVisited", *INKS), ("Window",)),
    "pages to read": (("Text", "Link", "LinkVisited"), ("Base", "AlternateBase")),
    "buttons": (("ButtonText",), ("Button", "Window")),
    "selected text": (("HighlightedText",), ("Highlight", "Accent")),
    "tooltips": (("ToolTipText",), ("ToolTipBase",)),
    "hints in empty fields": (("PlaceholderText",), ("Base",)),
}
EXEMPT = {
    "disabled writing": (("PlaceholderText",), ("Window", "Base", "Button", "AlternateBase")),
    "the frame around a cell or field": (("Highlight",), ("Base", "Window")),
}
EDGES = ("Base", "Window", "Button")
"""What the edges of fields, boxes to tick, buttons and menus are to be seen on."""


def colour(theme: Theme, name: str) -> QColor:
    return QColor(theme.roles[name]) if name in theme.roles else getattr(theme.tones, name)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def pairs(declared: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> list[tuple[str, str]]:
    return sorted({(ink, ground) for inks, grounds in declared.values() for ink in inks for ground in grounds})


def under_selection(theme: Theme, name: str) -> QColor:
    """Return a colour as it looks in a selected cell."""
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(colour(theme, name))
    painter = QPainter(image)
    painter.setCompositionMode(theme.tones.selection_mode)
    painter.fillRect(image.rect(), theme.tones.selection)
    painter.end()
    return image.pixelColor(0, 0)


def failing(measured: dict[tuple[str, str], float], least: float) -> dict[tuple[str, str], float]:
    return {pair: round(ratio, 2) for pair, ratio in measured.items() if ratio < least}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_text_and_mark_stands_out_from_its_ground(theme: Theme) -> None:
    measured = {(i, g): contrast(colour(theme, i), colour(theme, g)) for i, g in pairs(DRAWN_ON)}
    assert not failing(measured, TEXT)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_figures_and_marks_stand_out_where_their_cells_are_selected(theme: Theme) -> None:
    grid = {"selected cells": DRAWN_ON["figures and labels of a grid"]}
    measured = {(i, g): contrast(under_selection(theme, i), under_selection(theme, g)) for i, g in pairs(grid)}
    assert not failing(measured, TEXT)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_the_rule_exempts_is_still_seen(theme: Theme) -> None:
    measured = {(i, g): contrast(colour(theme, i), colour(theme, g)) for i, g in pairs(EXEMPT)}
    assert not failing(measured, MARK)


@pytest.mark.parametrize("theme", [DARK, HIGH_CONTRAST], ids=["dark", "high contrast"])
def test_edges_are_seen_where_the_style_s_own_would_be_too_dark(theme: Theme) -> None:
    measured = {("outline", ground): contrast(QColor(theme.outline), colour(theme, ground)) for ground in EDGES}
    assert not failing(measured, MARK)


def test_high_contrast_is_higher() -> None:
    plain = [(i, g) for i, g in pairs(DRAWN_ON) if g in {"Base", "Window", "Button"}]
    assert not failing({(i, g): contrast(colour(HIGH_CONTRAST, i), colour(HIGH_CONTRAST, g)) for i, g in plain}, 7.0)


def test_no_colour_with_meaning_is_left_unmeasured() -> None:
    measured = {name for inks, grounds in DRAWN_ON.values() for name in (*inks, *grounds)}
    lines_and_tint = {"grid", "selection", "selection_mode"}
    assert {each.name for each in fields(LIGHT.tones)} <= measured | lines_and_tint
