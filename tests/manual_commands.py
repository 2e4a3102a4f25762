"""Which commands a page of the manual names."""

from ui.manual import _COMMAND, _TABLE


def commands_named(text: str) -> frozenset[str]:
    """Return what stands in braces in a page, but for the table of keys."""
    return frozenset(_COMMAND.findall(text)) - {_TABLE}
