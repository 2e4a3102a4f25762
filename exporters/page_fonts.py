"""Which font of a computer stands for each font of a scheme where it does not have that one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from exporters.typography import Typography, known_typographies

_SONG = ("宋体", "思源宋体", "Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "AR PL UMing CN")
_HEI = (
    "黑体",
    "思源黑体",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "文泉驿正黑",
    "文泉驿微米黑",
)
_KAI = ("楷体", "AR PL UKai CN")
_FANG = ("仿宋", "FandolFang R")
_TIMES = ("Liberation Serif", "Tinos", "Nimbus Roman", "FreeSerif")
"""Families to look for where neither a font nor a substitute is there, likest first; the Latin ones are as wide."""


@dataclass(frozen=True, slots=True)
class Face:
    """What stands for a font of a scheme.

    Args:
        font: the font the scheme names.
        seen: the font that is seen; the same where this computer has it, empty where it is the system's choice.
        family: the name this computer knows that one by; empty as above.
    """

    font: str
    seen: str
    family: str


def faces(typography: Typography, is_installed: Callable[[str], bool]) -> tuple[Face, ...]:
    """Return what stands for each font of a scheme on a computer; `is_installed` tells of a name if it has it."""
    substitutes = {font: name for scheme in known_typographies().values() for font, name in scheme.substitutes.items()}
    substitutes |= typography.substitutes
    return tuple(_face(font, typography, substitutes, is_installed) for font in typography.fonts)


def _face(
    font: str, typography: Typography, substitutes: Mapping[str, str], is_installed: Callable[[str], bool]
) -> Face:
    for wanted in (font, *_alike(font, typography)):
        for seen, family in _names(wanted, substitutes):
            if is_installed(family):
                return Face(font, seen, family)
    return Face(font, "", "")


def _alike(font: str, typography: Typography) -> tuple[str, ...]:
    if font == typography.latin:
        return (*_TIMES, *_SONG)  # digits of a Chinese serif font are nearer to Times than those of most others
    if font == typography.heading:
        return (*_HEI, *_SONG)
    likest = {typography.subheading: _KAI, typography.body: _FANG}.get(font, ())
    return (*likest, *_SONG, *_HEI)


def _names(font: str, substitutes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield a font and what may stand for it, each as it is called and as a computer may know it.

    A substitute in Latin letters is the Chinese font's own name on other systems: SimSun for 宋体.
    """
    seen = family = font
    known: set[str] = set()
    while family and family not in known:
        yield seen, family
        known.add(family)
        following = substitutes.get(family, "")
        if not following.isascii() or family.isascii():
            seen = following
        family = following
