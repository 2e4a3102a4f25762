"""How many findings there are of each level."""

from collections import Counter
from collections.abc import Iterable

from models.finding import LEVEL_WORDS, Finding


def counted(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each level, as in 1 错 2 疑; empty where there is none."""
    counts = Counter(finding.severity for finding in findings)
    return " ".join(f"{counts[level]} {word}" for level, word in LEVEL_WORDS.items() if counts[level])
