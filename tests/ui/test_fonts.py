"""What is said about fonts that a computer lacks."""

from exporters.typography import default_typography, known_typographies
from ui.export_formats import SetupPart
from ui.fonts import font_remark, missing_fonts


def test_nothing_is_said_where_all_are_there() -> None:
    for typography in known_typographies().values():
        assert missing_fonts(typography, is_installed=lambda _family: True) == ""


def test_what_is_missing_is_said_with_what_is_seen_instead() -> None:
    there = {"华文中宋", "SimHei", "KaiTi", "FangSong", "SimSun", "Times New Roman"}
    assert missing_fonts(default_typography(), is_installed=there.__contains__) == (
        "这台电脑没有装 方正小标宋简体（改用 华文中宋），楷体_GB2312（改用 楷体），仿宋_GB2312（改用 仿宋）。"
        "预览、打印、PDF 和 PNG 图片用括号里的字体；"
        "Word 文件和 SVG 图片仍写明原来的字体，在装有它们的电脑上照原样显示。"
    )


def test_fonts_replaced_by_the_same_one_are_named_together() -> None:
    said = missing_fonts(default_typography(), is_installed={"Noto Serif CJK SC", "黑体"}.__contains__)
    assert said.startswith(
        "这台电脑没有装 方正小标宋简体、楷体_GB2312、仿宋_GB2312、宋体、Times New Roman（改用 Noto Serif CJK SC）。"
    )


def test_of_a_picture_only_its_own_fonts_are_told() -> None:
    said = missing_fonts(default_typography(), SetupPart.PICTURE, {"SimHei"}.__contains__)
    assert said.startswith("这台电脑没有装 方正小标宋简体（改用 黑体）。")


def test_where_nothing_is_there_the_system_chooses() -> None:
    assert "Times New Roman（由系统代替）" in missing_fonts(default_typography(), is_installed=lambda _family: False)


def test_a_scheme_that_cannot_be_read_and_missing_fonts_are_told_both() -> None:
    usual = default_typography()
    said = font_remark(usual, "字体方案“甲”打不开", is_installed=lambda _family: False).splitlines()
    assert said == [
        f"字体方案“甲”打不开；现用“{usual.name}”方案。",
        missing_fonts(usual, is_installed=lambda _family: False),
    ]


def test_a_scheme_that_is_there_with_all_its_fonts_is_nothing_to_tell() -> None:
    assert font_remark(default_typography(), "", is_installed=lambda _family: True) == ""
