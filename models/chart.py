"""What a form shows as a picture: which of its figures stand beside each other, and under which names."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False, repr=False)
class Chart:
    """A few figures of a report side by side.

    Args:
        key: its name in files.
        title: what stands above the picture.
        unit: what is counted.
        items: what each bar is called, and the names of the cells whose sum it shows, in order.
        is_yearly: whether last year's figures stand beside this year's; otherwise the items are parts of one whole.
    """

    key: str
    title: str
    unit: str
    items: Mapping[str, tuple[str, ...]]
    is_yearly: bool = False
