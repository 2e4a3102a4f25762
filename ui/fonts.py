"""Which fonts of a typography scheme this computer lacks, said in one sentence."""

from collections.abc import Callable

from PySide6.QtGui import QFontDatabase

from exporters.page_fonts import faces
from exporters.typography import Typography


def missing_fonts(typography: Typography, is_installed: Callable[[str], bool] = QFontDatabase.hasFamily) -> str:
    """Say which fonts of a scheme are missing here and what is seen instead; empty where none is.

    Args:
        typography: the scheme.
        is_installed: tells whether a font is there.
    """
    seen_instead: dict[str, list[str]] = {}
    for face in faces(typography, is_installed):
        if face.seen != face.font:
            seen_instead.setdefault(face.seen, []).append(face.font)
    if not seen_instead:
        return ""
    named = "，".join(f"{'、'.join(fonts)}（{_instead(seen)}）" for seen, fonts in seen_instead.items())
    return (
        f"这台电脑没有装 {named}。预览、打印和 PDF 用括号里的字体；"
        "Word 文件仍写明原来的字体，在装有它们的电脑上照原样显示。"
    )


def _instead(seen: str) -> str:
    return f"改用 {seen}" if seen else "由系统代替"
