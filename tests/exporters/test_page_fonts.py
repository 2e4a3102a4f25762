"""Which font stands for one that a computer does not have."""

import pytest

from exporters.page_fonts import Face, faces
from exporters.typography import default_typography, known_typographies

GB, GBK = default_typography(), known_typographies()["gbk"]


def face(font: str, *installed: str) -> Face:
    typography = GBK if "GBK" in font else GB
    return next(each for each in faces(typography, installed.__contains__) if each.font == font)


def test_a_font_that_is_there_is_used() -> None:
    assert face("仿宋_GB2312", "仿宋_GB2312", "仿宋") == Face("仿宋_GB2312", "仿宋_GB2312", "仿宋_GB2312")


def test_its_substitute_stands_for_one_that_is_not() -> None:
    assert face("仿宋_GB2312", "仿宋").seen == "仿宋"


def test_a_font_known_by_its_latin_name_is_not_missing() -> None:
    assert face("黑体", "SimHei") == Face("黑体", "黑体", "SimHei")


def test_a_substitute_may_be_known_by_its_latin_name() -> None:
    assert face("仿宋_GB2312", "FangSong") == Face("仿宋_GB2312", "仿宋", "FangSong")


def test_the_substitute_of_a_substitute_is_found_in_other_schemes() -> None:
    assert face("方正小标宋_GBK", "华文中宋").seen == "华文中宋"


@pytest.mark.parametrize(
    ("font", "seen"),
    [("黑体", "Noto Sans CJK SC"), ("仿宋_GB2312", "Noto Serif CJK SC"), ("Times New Roman", "Noto Serif CJK SC")],
)
def test_without_a_substitute_the_likest_font_is_used(font: str, seen: str) -> None:
    assert face(font, "Noto Serif CJK SC", "Noto Sans CJK SC").seen == seen


def test_a_latin_font_as_wide_as_times_comes_before_a_chinese_one() -> None:
    assert face("Times New Roman", "宋体", "Liberation Serif").seen == "Liberation Serif"


def test_where_nothing_is_there_the_system_chooses() -> None:
    assert face("宋体") == Face("宋体", "", "")
