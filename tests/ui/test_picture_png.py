"""The picture of the year painted as PNG."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from exporters.typography import known_typographies
from exporters.year_picture import WIDTH, picture_svg_bytes
from tests.builders import a_full_report
from ui.picture_png import png_bytes

ROOT = Path(__file__).parent.parent.parent
GB = known_typographies()["gb"]

pytestmark = pytest.mark.usefixtures("qapp")


def painted(svg: bytes, width: int = WIDTH) -> QImage:
    image = QImage.fromData(png_bytes(svg, width))
    assert not image.isNull()
    return image


@pytest.mark.parametrize("width", [WIDTH, 390])
def test_a_picture_is_as_wide_as_asked_and_keeps_its_shape(width: int) -> None:
    svg = picture_svg_bytes(a_full_report())
    image, whole = painted(svg, width), painted(svg)
    assert image.width() == width
    assert abs(image.height() - whole.height() * width / WIDTH) <= 1


def test_the_head_has_the_accent_and_the_ground_is_paper() -> None:
    image = painted(picture_svg_bytes(a_full_report(), GB))
    corners = (image.pixelColor(1, 1), image.pixelColor(1, image.height() - 2))
    assert [colour.name() for colour in corners] == [GB.palette.accent, GB.palette.paper]


def test_the_same_picture_gives_the_same_bytes_whatever_was_painted_before() -> None:
    """Qt 6.12 draws large digits by what its font engines drew before."""
    svg = picture_svg_bytes(a_full_report())
    first = png_bytes(svg)
    painted(picture_svg_bytes(a_full_report(year=2025)), 2 * WIDTH)
    assert png_bytes(svg) == first


def test_a_font_later_in_a_list_stands_in_for_one_that_is_missing() -> None:
    """Qt takes a list for the name of one font; words in it would all be in the same default font."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><g font-family="{}">'
    drawing += '<text x="2" y="40" font-size="36">iiii123</text></g></svg>'
    mono = painted(drawing.format("DejaVu Sans Mono").encode(), 200)
    listed = ["没有这种字体, DejaVu Sans Mono", "&#x27;没有 2&#x27;, &#x27;DejaVu Sans Mono&#x27;"]
    assert [painted(drawing.format(families).encode(), 200) == mono for families in listed] == [True, True]


def test_what_is_no_svg_is_no_picture() -> None:
    with pytest.raises(ValueError, match="no SVG"):
        png_bytes(b"<svg")


def test_a_command_without_a_window_can_paint(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(picture_svg_bytes(a_full_report()))
    code = "import sys; from pathlib import Path; from ui.picture_png import png_bytes; "
    code += "svg = Path(sys.argv[1]).read_bytes(); print(len(png_bytes(svg)), len(png_bytes(svg)))"
    command = [sys.executable, "-c", code, str(tmp_path / "a.svg")]
    environment = {name: value for name, value in os.environ.items() if name not in {"QT_QPA_PLATFORM", "DISPLAY"}}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert len({*done.stdout.split()}) == 1
