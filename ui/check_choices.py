"""The checks that run by the clerk's settings and the office's own requirements."""

from collections.abc import Callable

from models.checks import DEFAULT_CHECKS
from models.checks.check import Check
from models.errors import InputRefusal
from models.form import Form
from ui.settings import Settings


def chosen_checks(settings: Settings, form: Form, tell: Callable[[str], object]) -> tuple[Check, ...]:
    """Return the checks that run on reports in a form; requirements that cannot be read are told and left out."""
    if not settings.has_own_checks:
        return DEFAULT_CHECKS
    from models.checks.requirements import NO_REQUIREMENTS, read_requirements  # noqa: PLC0415 - few have set anything
    from models.checks.settings import checks_in_force  # noqa: PLC0415 - as above

    path, requirements = settings.requirements_file, NO_REQUIREMENTS
    try:
        requirements = read_requirements(path, form) if path else requirements
    except InputRefusal as refusal:
        tell(str(refusal))
    return checks_in_force(settings.checks, requirements)
