"""What became of a text: one part of it replaced by another, found by comparing it before and after."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextChange:
    """A part of a text that another has taken the place of.

    Args:
        start: the first character replaced.
        stop: the one after the last; `start` where something was only put in.
        added: how many characters stand there now.
    """

    start: int
    stop: int
    added: int

    @property
    def growth(self) -> int:
        """How many characters more the text has."""
        return self.added - (self.stop - self.start)

    def new_part(self, after: str) -> str:
        """Return what was put in, from the text as it is now."""
        return after[self.start : self.start + self.added]


def change_between(before: str, after: str, caret: int | None = None) -> TextChange:
    """Return the smallest change that makes one text the other.

    Args:
        before: the text before.
        after: the text now.
        caret: where the cursor stands now, which is where typing has ended; without it a letter typed beside its
            like cannot be told from the other.
    """
    shortest = min(len(before), len(after))
    if caret is not None and before.endswith(after[caret:]):
        end = len(after) - caret
    else:
        end = _shared_end(before, after, shortest - _shared_start(before, after, shortest))
    start = _shared_start(before, after, shortest - end)
    return TextChange(start, len(before) - end, len(after) - end - start)


def _shared_start(before: str, after: str, most: int) -> int:
    """Return how many characters two texts share at the start; halving, since texts are long and keys are quick."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if before[low:middle] == after[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _shared_end(before: str, after: str, most: int) -> int:
    """Return how many characters two texts share at the end."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if before[len(before) - middle : len(before) - low] == after[len(after) - middle : len(after) - low]:
            low = middle
        else:
            high = middle - 1
    return low
