"""Slips that stand in one file with a report and are no part of it: the approval slip, the check sheet."""

from collections.abc import Sequence

from importers.blocks import TITLE_LEVEL, Block, Paragraph
from models.slips import APPROVAL_SLIP, CHECK_SHEET


def slips_in(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the numbers of the blocks of slips: from a title that names one to the next title."""
    found, is_slip = set(), False
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.level == TITLE_LEVEL and block.text.strip():
            is_slip = names_slip(block.text)
        if is_slip:
            found.add(number)
    return frozenset(found)


def names_slip(title: str) -> bool:
    """Tell whether a title is that of a slip."""
    return title.rstrip().endswith((APPROVAL_SLIP, CHECK_SHEET))
