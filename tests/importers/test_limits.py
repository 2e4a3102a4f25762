"""A file that holds more than any report is refused before it is compared with the form."""

from collections.abc import Sequence

import pytest

from importers.blocks import Block, FileContent, Grid, GridCell, Paragraph
from importers.limits import (
    MOST_CELLS,
    MOST_CHARACTERS,
    MOST_PARAGRAPHS,
    MOST_PLACES,
    MOST_TABLES,
    MOST_TEXTS,
    check_size,
)
from models.errors import InputRefusal
from models.form import Place

LARGEST: dict[str, Sequence[Block]] = {
    "paragraphs": [Paragraph("")] * MOST_PARAGRAPHS,
    "tables": [Grid(())] * MOST_TABLES,
    "cells": [Grid((GridCell("", Place(0, 0)),) * MOST_CELLS)],
    "places": [Grid((GridCell("", Place(0, 0, MOST_PLACES)),))],
    "texts": [Paragraph(str(number)) for number in range(MOST_TEXTS)],
    "characters": [Paragraph("字" * (MOST_CHARACTERS - 1)), Paragraph("字")],
}
"""As much of everything as a file may hold."""

ONE_MORE: dict[str, Block] = {
    "paragraphs": Paragraph(""),
    "tables": Grid(()),
    "cells": Grid((GridCell("", Place(0, 0)),)),
    "places": Grid((GridCell("", Place(0, 0)),)),
    "texts": Paragraph("字"),
    "characters": Grid((GridCell("字", Place(0, 0)),)),
}


@pytest.mark.parametrize("what", LARGEST)
def test_as_much_as_is_allowed_is_read(what: str) -> None:
    check_size(FileContent(tuple(LARGEST[what])), "年报.docx")


@pytest.mark.parametrize("what", LARGEST)
def test_one_more_is_refused(what: str) -> None:
    with pytest.raises(InputRefusal, match="过大"):
        check_size(FileContent((*LARGEST[what], ONE_MORE[what])), "年报.docx")
