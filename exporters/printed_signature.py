"""The signature at the end of a report (落款): the agency, and below it the date (GB/T 9704—2012, 7.3.5.1)."""

from dataclasses import replace
from itertools import pairwise

from exporters.print_blocks import BLANK_DATE, Block, Paragraph, Words, kept_with_next
from exporters.print_fit import ems
from exporters.print_names import lines_by_sense
from exporters.print_styles import CHARACTER, CHARACTERS_PER_LINE, LINE, TEXT_WIDTH, Alignment, Style
from models.dates import written_date
from models.report import Head

_RIGHT_OF_DATE = 4
_RIGHT_OF_AGENCY = 1
"""Characters left free at the right; of a long agency at least one, and its date moves to the left with it."""
_LONGEST_LINE = CHARACTERS_PER_LINE - 2 * _RIGHT_OF_AGENCY
_ROOM_FOR_SEAL = 2 * LINE
"""The seal, 4.2 cm across, stands on both lines, a little above their middle, and at most a line below the text."""


def signature_style(body: Style) -> Style:
    """Return the style of both lines."""
    return replace(body, key="SignedBy", name="落款", alignment=Alignment.CENTRE, first_line=0)


def signed(blocks: tuple[Block, ...], head: Head, style: Style) -> tuple[Block, ...]:
    """Return what a report consists of with its signature, which never stands alone on a page."""
    return (*blocks[:-1], kept_with_next(blocks[-1]), *_signature(head, style))


def _signature(head: Head, style: Style) -> tuple[Paragraph, ...]:
    day = written_date(head.signed_on) if head.signed_on else BLANK_DATE
    lines = lines_by_sense(head.agency, _LONGEST_LINE)
    width = max(map(ems, lines))
    from_right = max(_RIGHT_OF_DATE + _width_of_date(day) / 2, _RIGHT_OF_AGENCY + width / 2)
    left = TEXT_WIDTH - round(2 * from_right * CHARACTER)
    texts = [text for text in ("\n".join(lines), day) if text]
    return tuple(
        Paragraph(
            style,
            (Words(text, style),),
            keep_with_next=text is not texts[-1],
            before=_ROOM_FOR_SEAL if text is texts[0] else 0,
            left=left,
        )
        for text in texts
    )


def _width_of_date(day: str) -> float:
    """Return the width of a date in characters; programs set its numbers a quarter of one apart from the words."""
    gaps = sum(one.isdecimal() != other.isdecimal() for one, other in pairwise(day))
    return ems(day) + gaps / 4
