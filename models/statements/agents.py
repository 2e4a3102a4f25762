"""Who does what a sentence says: the report's own agency, part of it, or somebody else."""

import re
from enum import Enum

from models.statements.cues import cues

_AUTONOMOUS = "自治区"
"""全区 is all of it, as it is all of a district."""


class Agent(Enum):
    """Whose figure a sentence gives."""

    OWN = "own"
    SCOPED = "scoped"
    """Counted over more or less than the tables: on behalf of another agency, on file, or region-wide."""
    OTHER = "other"


def agent_of(words: str, agency: str) -> Agent | None:
    """Return whose figure it is, from the words before the verb; None where they name nobody.

    Args:
        words: the phrase up to the verb, folded: 2024年全县各级行政机关共.
        agency: the report's agency; a name that can be shortened to the words is its own.
    """
    cue = cues()
    plain = cue["agent_trailing"].sub("", words)
    region = cue["agent_region"].search(plain)
    if cue["agent_other"].search(words) or _is_elsewhere(region, agency):
        return Agent.OTHER
    is_wider = agency and region and not cue["agent_government"].search(agency)
    if is_wider or cue["agent_scoped"].search(words):
        return Agent.SCOPED
    if not plain:
        return None
    return Agent.OWN if cue["agent_own"].search(plain) else _named_agent(plain, agency)


def _is_elsewhere(region: re.Match[str] | None, agency: str) -> bool:
    """Tell whether a region is wider or narrower than the agency's: 全市 in a county's report."""
    own = _ranks(agency)
    return region is not None and bool(own) and _AUTONOMOUS not in agency and _ranks(region[0])[-1:] != own[-1:]


def _ranks(words: str) -> list[str | None]:
    return [match.lastgroup for match in cues()["agency_region"].finditer(words)]


def _named_agent(plain: str, agency: str) -> Agent:
    named = cues()["agent_name"].search(cues()["agent_lead"].split(plain)[-1])
    if named is None or not agency or is_short_for(named[0], agency):
        return Agent.OWN
    return Agent.OTHER


def is_unknown(words: str, agency: str) -> bool:
    """Tell whether words before those that say what is counted are not all known to be harmless."""
    rest = cues()["plain"].sub("", words.rpartition(":")[2])
    return bool(rest) and not is_short_for(rest, agency)


def is_short_for(short: str, full: str) -> bool:
    """Tell whether a name's characters stand in another in this order: 管委会办公室, 某区管理委员会办公室."""
    rest = iter(full)
    return all(character in rest for character in short)
