"""Radicals in the place of characters, as PDF files give them: ⼀⼯⼒ for 一工力.

They are folded where a reader hands over what it found, for all formats at once, and where a text is typed or pasted
into a report (`texts.clean_text`). Nothing else is touched: compatibility characters and rare ones belong to names.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

_SUPPLEMENT = dict(
    zip(
        "⺁⺌⺎⺒⺓⺛⺜⺝⺞⺠⺩⺫⺬⺯⺶⺼⺽⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "厂小兀巳幺旡日月歺民王目示糸羊月臼虎西见角贝车长长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
        strict=True,
    )
)
"""Radicals of the supplement and what stands there instead; NFKC folds those of the Kangxi block only."""


@cache
def radicals() -> Mapping[int, str]:
    """Return every radical with its character, for str.translate."""
    kangxi = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    return str.maketrans(kangxi | _SUPPLEMENT)


_ANY = re.compile(f"[\u2f00-\u2fd5{''.join(_SUPPLEMENT)}]")


def has_radicals(text: str) -> bool:
    """Tell whether a text has radicals to be folded."""
    return _ANY.search(text) is not None


def without_radicals(text: str) -> str:
    """Return a text with characters in the place of radicals."""
    return text.translate(radicals()) if has_radicals(text) else text
