"""A slip of the pen in a text, wherever it is found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Slip:
    """A slip of the pen: where it stands, and the rest of the sentence about it."""

    start: int
    stop: int
    message: str
