"""Typography schemes as data."""

from pathlib import Path

import pytest

from exporters.typography import STYLES_FOLDER, Typography, default_typography, known_typographies, read_typography
from models.toml_source import DeclarationError


def test_the_fonts_of_the_standard_are_the_default() -> None:
    scheme = default_typography()

    assert (scheme.title, scheme.body, scheme.subheading) == ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312")


def test_three_schemes_ship_the_default_first() -> None:
    assert [*known_typographies()] == ["gb", "gbk", "windows"]


@pytest.mark.parametrize("scheme", known_typographies().values(), ids=lambda scheme: scheme.key)
def test_every_chinese_font_has_a_substitute(scheme: Typography) -> None:
    assert {*scheme.substitutes} == {*scheme.fonts} - {scheme.latin}


def test_every_mistake_of_a_scheme_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    text = (STYLES_FOLDER / "gb.toml").read_text(encoding="utf-8")
    path.write_text(text.replace('title = "方正小标宋简体"', "titel = 1"), encoding="utf-8")

    with pytest.raises(DeclarationError) as caught:
        read_typography(path)

    assert caught.value.problems == (
        'substitutes: "方正小标宋简体" is no font of this scheme',
        "titel: this key has no meaning here",
        "title: a text is expected",
    )


# ── colours ─────────────────────────────────────────────────────────────


def read_with(tmp_path: Path, changed: str, instead: str, scheme: str = "gb") -> Typography:
    text = (STYLES_FOLDER / f"{scheme}.toml").read_text(encoding="utf-8")
    assert changed in text
    (tmp_path / "odd.toml").write_text(text.replace(changed, instead), encoding="utf-8")
    return read_typography(tmp_path / "odd.toml")


def test_a_scheme_without_a_palette_has_the_defaults(tmp_path: Path) -> None:
    own = read_with(tmp_path, "windows", "office", scheme="windows")

    assert own.palette == default_typography().palette


def test_a_scheme_may_have_a_palette_of_its_own() -> None:
    assert known_typographies()["gbk"].palette != default_typography().palette


def test_every_mistake_of_a_palette_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError) as caught:
        read_with(tmp_path, 'paper = "#ffffff"\npanel = "#f8f4f1"', 'paper = "white"\npannel = "#f8f4f1"')

    assert caught.value.problems == (
        "palette.panel: a text is expected",
        "palette.pannel: this key has no meaning here",
        "palette.paper: a colour #rrggbb in small letters is expected",
    )


def test_a_palette_in_which_words_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError) as caught:
        read_with(tmp_path, 'accent = "#9c1f23"', 'accent = "#e8b0b2"')

    assert caught.value.problems == (
        "palette.accent: on panel its contrast is 1.7, at least 4.5 is needed to read it",
        "palette.accent: on paper its contrast is 1.9, at least 4.5 is needed to read it",
        "palette.on_accent: on accent its contrast is 1.9, at least 4.5 is needed to read it",
    )


def test_a_palette_that_is_no_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError, match="palette: a table is expected"):
        read_with(tmp_path, 'key = "windows"', 'key = "windows"\npalette = "red"', scheme="windows")
