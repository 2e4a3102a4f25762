"""Parts of a text to be quoted: none begins or ends within a number."""

import re

_NUMBER = re.compile(r"\d+(?:[.,，．]\d+)*%?")
_WIDEST = 24
"""Characters that are looked at on either side of an end; no figure of a report is longer."""


def around_numbers(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return the first character of a part and the one after its last, widened over the numbers it cuts through."""
    for match in _NUMBER.finditer(text, max(0, start - _WIDEST), min(len(text), stop + _WIDEST)):
        if match.start() < start < match.end():
            start = match.start()
        if match.start() < stop < match.end():
            stop = match.end()
    return start, stop
