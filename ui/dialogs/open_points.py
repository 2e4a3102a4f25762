"""The open points of a report in words, the same in every dialog that lists them."""

from collections.abc import Iterable

from models.open_points import OpenPoint, OpenPoints


def counted(points: OpenPoints) -> str:
    """Say how many places are open, as many as the panels beside the report count."""
    return f"还有 {_places(_all(points))} 处没有处理"


def listed(points: OpenPoints, most: int | None = None) -> str:
    """Return the points, a line each, under the names of their groups.

    Args:
        points: what is open.
        most: how many points are listed at most, and of the rest how many places they speak of; None lists all.
    """
    shown = list(_all(points))[:most]
    more, left, lines = _places(_all(points)) - _places(shown), len(shown), []
    for group, each in points.items():
        if left:
            lines += [f"{group}（{_places(each)} 处）", *(f"• {point.sentence}" for point in each[:left])]
            left -= len(each[:left])
    return "\n".join([*lines, *([f"……另有 {more} 处"] if more > 0 else [])])


def _all(points: OpenPoints) -> Iterable[OpenPoint]:
    return (point for each in points.values() for point in each)


def _places(points: Iterable[OpenPoint]) -> int:
    return sum(point.places for point in points)
