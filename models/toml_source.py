"""Reading a declaration in TOML so that every mistake in it is told at once, each with its place."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from models.parsed_toml import loaded_toml, parsed_toml

Choice = TypeVar("Choice", bound=StrEnum)
Value = TypeVar("Value")


class DeclarationError(Exception):
    """A TOML declaration that does not hold; `problems` lists every mistake with its place."""

    def __init__(self, file_name: str, problems: Sequence[str]) -> None:
        """Join the problems, one a line, under the file's name."""
        super().__init__("\n".join([f"{file_name}:", *problems]))
        self.problems = tuple(problems)


class TomlSource:
    """One table of a TOML file: reads values by key and notes what is wrong instead of stopping.

    Args:
        values: the table as tomllib gives it.
        place: where it stands, as in `tables[1].bands[0]`; empty for the whole file.
        problems: the list that all tables of one file share.
    """

    def __init__(self, values: Mapping[str, Any], place: str, problems: list[str]) -> None:
        """Start with no key read yet."""
        self._values = values
        self._place = place
        self._problems = problems
        self._read: set[str] = set()

    keeps_parsed = True
    """Whether what a file holds is kept beside it, parsed: it ships with the program."""

    @classmethod
    def open(cls, path: Path) -> "TomlSource":
        """Read a file; DeclarationError where it is no TOML, OSError where it cannot be opened."""
        try:
            return cls(parsed_toml(path) if cls.keeps_parsed else loaded_toml(path.read_bytes()), "", [])
        except ValueError as error:  # no TOML, or no UTF-8
            raise DeclarationError(path.name, [str(error)]) from error

    @property
    def keys(self) -> tuple[str, ...]:
        """What stands in this table, in the order of the file."""
        return tuple(self._values)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default the key must be there and not empty."""
        value = self._take(key, default)
        if not isinstance(value, str) or (default is None and not value):
            return self._wrong(key, "a text is expected", default or "")
        return value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts, empty where the key is absent."""
        value = self._take(key, None if required else [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return self._wrong(key, "a list of texts is expected", ())
        return tuple(value)

    def number(self, key: str, default: int | None = None, *, minimum: int = 1) -> int:
        """Return a whole number that is not below the minimum."""
        value = self._take(key, default)
        if type(value) is not int or value < minimum:  # a bool is an int to isinstance
            return self._wrong(key, f"a whole number from {minimum} is expected", minimum)
        return value

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return a list of one or more positive whole numbers."""
        value = self._take(key, None)
        if not isinstance(value, list) or not value or not all(type(n) is int and n > 0 for n in value):
            return self._wrong(key, "a list of positive whole numbers is expected", (1,))
        return tuple(value)

    def choice(self, key: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        """Return one member of an enumeration of texts."""
        value = self._take(key, default)
        try:
            return choices(value)
        except ValueError:
            allowed = ", ".join(choices)
            return self._wrong(key, f"one of {allowed} is expected", next(iter(choices)))

    def flag(self, key: str) -> bool:
        """Return a truth value, false where the key is absent."""
        value = self._take(key, None)
        if value is not None and not isinstance(value, bool):
            self.note(key, "true or false is expected")
        return value is True

    def pattern(self, key: str) -> re.Pattern[str]:
        """Return a regular expression, which must be there."""
        text = self.text(key)
        try:
            return re.compile(text)
        except re.error as error:
            return self._wrong(key, f"a regular expression is expected: {error}", re.compile(""))

    def table(self, key: str) -> "TomlSource | None":
        """Return a table inside this one, or None where the key is absent."""
        value = self._take(key, None)
        if value is None:
            return None
        if not isinstance(value, dict):
            return self._wrong(key, "a table is expected", None)
        return type(self)(value, self._at(key), self._problems)

    def tables(self, key: str, *, required: bool = False) -> "list[TomlSource]":
        """Return a list of tables, empty where the key is absent."""
        value = self._take(key, None if required else [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            return self._wrong(key, "a list of tables is expected", [])
        return [type(self)(item, f"{self._at(key)}[{i}]", self._problems) for i, item in enumerate(value)]

    def mapping(self, key: str) -> dict[str, str]:
        """Return a table of texts, empty where the key is absent."""
        value = self._take(key, {})
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            return self._wrong(key, "a table of texts is expected", {})
        return dict(value)

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return a table of lists of texts, which must be there, as must be something in it."""
        inner = self.table(key)
        if inner is None or not inner.keys:
            return self._wrong(key, "a table of lists of texts is expected", {})
        return {name: inner.texts(name, required=True) for name in inner.keys}

    def note(self, key: str, problem: str) -> None:
        """Note a problem with the value of a key."""
        self._problems.append(f"{self._at(key)}: {problem}")

    def close(self) -> None:
        """Note every key that nobody asked for: most are misspelt."""
        for key in self._values.keys() - self._read:
            self.note(key, "this key has no meaning here")

    def raise_problems(self, file_name: str) -> None:
        """Raise DeclarationError where anything was noted, in this table or inside it."""
        if self._problems:
            raise DeclarationError(file_name, sorted(self._problems))

    def _take(self, key: str, default: object) -> Any:  # noqa: ANN401 - TOML values have any type
        self._read.add(key)
        return self._values.get(key, default)

    def _wrong(self, key: str, problem: str, instead: Value) -> Value:
        self.note(key, problem)
        return instead

    def _at(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key
