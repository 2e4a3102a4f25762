"""Functions of checks that are loaded when they first run.

The patterns of running text take long to compile, and a window that comes up does not read any yet.
"""

from collections.abc import Callable, Iterator
from importlib import import_module

from models.finding import Finding
from models.report import Report


class Later:  # noqa: D101 - the docstring of each is that of the function it stands for
    def __init__(self, family: str, name: str) -> None:
        """Stand for a function of a family of checks, a module of this package."""
        self._family = family
        self._name = name

    def __call__(self, report: Report) -> Iterator[Finding]:
        """Do what the function does."""
        return self._function(report)

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]  # nobody writes it
        return self._function.__doc__

    @property
    def _function(self) -> Callable[[Report], Iterator[Finding]]:
        function: Callable[[Report], Iterator[Finding]] = getattr(
            import_module(f"models.checks.{self._family}"), self._name
        )
        return function
