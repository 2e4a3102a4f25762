"""What is said about fonts: which of a typography scheme this computer lacks, and which scheme cannot be read."""

from collections.abc import Callable

from exporters.page_fonts import faces
from exporters.pdf import has_font
from exporters.typography import Typography
from ui.export_formats import SetupPart


def font_remark(
    typography: Typography,
    complaint: str = "",
    part: SetupPart = SetupPart.PAGES,
    is_installed: Callable[[str], bool] = has_font,
) -> str:
    """Say what the clerk should know of the fonts, a line each: why a scheme is not used, and what is missing here.

    Args:
        typography: the scheme that is used.
        complaint: why the one that was wanted cannot be read; empty where it is the same.
        part: what the fonts are for.
        is_installed: tells whether a font is there.
    """
    instead = f"{complaint}；现用“{typography.name}”方案。" if complaint else ""
    return "\n".join(filter(None, (instead, missing_fonts(typography, part, is_installed))))


def missing_fonts(
    typography: Typography, part: SetupPart = SetupPart.PAGES, is_installed: Callable[[str], bool] = has_font
) -> str:
    """Say which fonts of a scheme are missing here and what is seen instead; empty where none is.

    Args:
        typography: the scheme.
        part: what the fonts are for; the picture of the year has fewer than pages have.
        is_installed: tells whether a font is there.
    """
    wanted = typography.picture_fonts if part is SetupPart.PICTURE else typography.fonts
    seen_instead: dict[str, list[str]] = {}
    for face in faces(typography, is_installed):
        if face.font in wanted and face.seen != face.font:
            seen_instead.setdefault(face.seen, []).append(face.font)
    if not seen_instead:
        return ""
    named = "，".join(f"{'、'.join(fonts)}（{_instead(seen)}）" for seen, fonts in seen_instead.items())
    return (
        f"这台电脑没有装 {named}。预览、打印、PDF 和 PNG 图片用括号里的字体；"
        "Word 文件和 SVG 图片仍写明原来的字体，在装有它们的电脑上照原样显示。"
    )


def _instead(seen: str) -> str:
    return f"改用 {seen}" if seen else "由系统代替"
