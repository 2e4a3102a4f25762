"""The open points of a report in words, the same in every dialog that lists them."""

from collections.abc import Mapping, Sequence


def counted(points: Mapping[str, Sequence[str]]) -> str:
    """Say how many points are open."""
    return f"还有 {_count(points)} 处没有处理"


def listed(points: Mapping[str, Sequence[str]], most: int | None = None) -> str:
    """Return the points, a line each, under the names of their groups.

    Args:
        points: sentences by group.
        most: how many points are listed at most, and of the rest their number; None lists all.
    """
    left = _count(points) if most is None else most
    more, lines = _count(points) - left, []
    for group, sentences in points.items():
        if left:
            lines += [f"{group}（{len(sentences)} 处）", *(f"• {sentence}" for sentence in sentences[:left])]
            left -= len(sentences[:left])
    return "\n".join([*lines, *([f"……另有 {more} 处"] if more > 0 else [])])


def _count(points: Mapping[str, Sequence[str]]) -> int:
    return sum(len(sentences) for sentences in points.values())
