"""属实，不再提示: a finding the clerk has dismissed as true, with a reason and a name."""

from dataclasses import dataclass

from models.finding import FindingKey


@dataclass(frozen=True)
class Dismissal:
    """Why a finding need not be shown again.

    Args:
        finding: which finding it is about.
        values: how its cells stood, this year's and last year's; it holds for as long as they stay so.
        reason: why it is true.
        by: who says so, as the clerk typed it.
    """

    finding: FindingKey
    values: tuple[str, ...]
    reason: str
    by: str
