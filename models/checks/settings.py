"""Which checks run, at what level and with what limits: the clerk's settings and an office's own requirements."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from models.checks import CHECKS
from models.checks.check import Check
from models.checks.overview import find_too_long
from models.checks.requirements import NO_REQUIREMENTS, Requirements
from models.finding import Severity

_LENGTH = "overview-length"


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What the clerk has set; codes that no check has are left alone.

    Args:
        on: codes of optional checks that are switched on.
        off: codes of checks that are switched off.
        levels: other levels by code.
        longest_overview: characters from which the overview is too long; the form's own limit where 0.
    """

    on: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    levels: Mapping[str, Severity] = field(default_factory=dict)
    longest_overview: int = 0


DEFAULT_SETTINGS = CheckSettings()


def checks_in_force(
    settings: CheckSettings = DEFAULT_SETTINGS, requirements: Requirements = NO_REQUIREMENTS
) -> tuple[Check, ...]:
    """Return the checks that run, in the order of the register; local requirements come last."""
    return tuple(_in_force(settings, requirements))


def _in_force(settings: CheckSettings, requirements: Requirements) -> Iterator[Check]:
    for check in CHECKS:
        if check.code not in settings.off and (check.code in settings.on or not check.is_optional):
            yield _as_set(check, settings)
    if requirements.sections:
        yield _as_set(requirements.check(), settings)


def _as_set(check: Check, settings: CheckSettings) -> Check:
    if check.code == _LENGTH and settings.longest_overview:
        longest = settings.longest_overview
        find = partial(find_too_long, longest=longest)
        check = replace(check, find=find, longest=lambda section: longest if section.longest else 0)
    level = settings.levels.get(check.code, check.severity)
    return check if level is check.severity else check.at_level(level)
