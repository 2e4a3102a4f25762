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
