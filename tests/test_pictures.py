"""The pictures of the manual and of README are those that the script takes of the real window."""

import re
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from tests.window_pictures import PICTURES, with_few_colours

ROOT = Path(__file__).parent.parent
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")


def pictures_in(*pages: Path) -> set[Path]:
    return {page.parent / name for page in pages for name in _PICTURE.findall(page.read_text(encoding="utf-8"))}


def test_every_picture_named_is_taken_by_the_script_and_the_other_way_round() -> None:
    pages = [*(ROOT / "resources" / "manual").glob("*.md"), ROOT / "README.md"]
    taken = {path.resolve() for path in PICTURES}
    unnamed = {ROOT / "resources" / "manual" / "pictures" / name for name in ("draft.png", "tour.png")}
    assert {path.resolve() for path in pictures_in(*pages)} <= taken
    assert taken <= {path.resolve() for path in pictures_in(*pages)} | unnamed


def test_every_picture_is_there_and_all_of_them_are_small() -> None:
    assert all(path.is_file() for path in PICTURES)
    assert sum(path.stat().st_size for path in PICTURES) < 1_500_000


def test_a_small_sign_keeps_its_colour_among_many_others() -> None:
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    for x in range(300):
        for y in range(300):
            image.setPixelColor(x, y, QColor(200 + x % 50, 200 + y % 50, 255))
    image.setPixelColor(7, 7, QColor(26, 108, 53))
    few = with_few_colours(image)
    assert few.colorCount() <= 256
    assert few.pixelColor(7, 7) == QColor(26, 108, 53)
