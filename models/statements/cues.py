"""Cues: words that tell a figure of the tables from another one, read from their declaration."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from models.toml_source import TomlSource

CUES_FILE = Path(__file__).parent.parent.parent / "resources" / "statements" / "cues.toml"


@cache
def cues() -> Mapping[str, re.Pattern[str]]:
    """Return each cue with its words, any of which may match.

    Raises:
        DeclarationError: with all problems of the declaration.
    """
    source = TomlSource.open(CUES_FILE)
    found = {key: re.compile("|".join(source.texts(key, required=True))) for key in source.keys}
    source.close()
    source.raise_problems(CUES_FILE.name)
    return found
