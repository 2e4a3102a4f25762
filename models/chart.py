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
        leading: the item of a yearly chart that is shown first and large; empty where none is more than the others.
    """

    key: str
    title: str
    unit: str
    items: Mapping[str, tuple[str, ...]]
    is_yearly: bool = False
    leading: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class ChartGroup:
    """Charts of parts that stand side by side in the picture of the year.

    Args:
        title: what stands above them.
        charts: what each is called there, and its key, in order.
        nothing: what is said in their place where all their figures are 0.
    """

    title: str
    charts: Mapping[str, str]
    nothing: str
