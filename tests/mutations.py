"""Ways to damage a file: its bytes, its numbers, the elements of its markup, the parts of its archive."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping

from importers.file_kind import FileKind

Mutation = Callable[[bytes, random.Random], bytes]

ABSURD = (
    b"", b"0", b"-1", b"1", b"63", b"2147483647", b"4294967296", b"99999999999999999999", b"1e999", b"0.1", b"x",
    b"A1:XFD1048576", b"&#0;", b"&a;", b"\0", b"../..", "１".encode(), "一".encode(), b"restart", b"s", b"true",
)  # fmt: skip
"""Values that stand nowhere in a report, or in another place."""

_NUMBER = re.compile(rb"\d+")
_VALUE = re.compile(rb"\"[^\"<>]*\"|'[^'<>]*'|>[^<>]*<")
"""What stands in an attribute or between two tags, with what encloses it."""


def flip_bytes(content: bytes, chance: random.Random) -> bytes:
    """Change a few bytes."""
    damaged = bytearray(content or b" ")
    for _ in range(chance.randint(1, 8)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def cut_out(content: bytes, chance: random.Random) -> bytes:
    """Leave out a part, the end more often than not."""
    start = chance.randrange(len(content) or 1)
    stop = len(content) if chance.random() < 0.5 else min(len(content), start + chance.randint(1, 400))
    return content[:start] + content[stop:]


def repeat(content: bytes, chance: random.Random) -> bytes:
    """Repeat a part, as often as not many times."""
    start = chance.randrange(len(content) or 1)
    part = content[start : start + chance.randint(1, 2000)]
    return content[:start] + part * chance.choice((2, 2, 50)) + content[start:]


def move(content: bytes, chance: random.Random) -> bytes:
    """Put a part elsewhere."""
    start, length = chance.randrange(len(content) or 1), chance.randint(1, 2000)
    rest = content[:start] + content[start + length :]
    place = chance.randrange(len(rest) + 1)
    return rest[:place] + content[start : start + length] + rest[place:]


def change_numbers(content: bytes, chance: random.Random) -> bytes:
    """Put absurd values in the places of numbers."""
    return _replaced(content, _NUMBER, chance, lambda _: chance.choice(ABSURD))


def change_values(content: bytes, chance: random.Random) -> bytes:
    """Put absurd values into attributes and between tags."""
    return _replaced(content, _VALUE, chance, lambda old: old[:1] + chance.choice(ABSURD) + old[-1:])


def change_elements(content: bytes, chance: random.Random) -> bytes:
    """Take tags out, repeat some, put some elsewhere, so that it stays markup but says something else."""
    tags = content.split(b"<")
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(tags))
        moved = tags[chance.randrange(len(tags)) if chance.random() < 0.3 else place]
        tags[place : place + chance.randint(0, 2)] = [moved] * chance.choice((0, 1, 1, 2, 3, 200))
        tags = tags or [b""]
    return b"<".join(tags)


def change_part(content: bytes, chance: random.Random) -> bytes:
    """Damage one part of an archive before it is packed again."""
    parts = _parts(content)
    name = chance.choice([*parts])
    parts[name] = chance.choice(_OF_MARKUP)(parts[name], chance)
    return _packed(parts)


def change_parts(content: bytes, chance: random.Random) -> bytes:
    """Leave parts out, exchange them, put copies elsewhere."""
    parts = _parts(content)
    one, other = chance.choice([*parts]), chance.choice([*parts])
    how = chance.randrange(4)
    if how == 0:
        del parts[one]
    elif how == 1:
        parts[one], parts[other] = parts[other], parts[one]
    elif how == 2:
        parts[one] = parts[other]
    else:
        parts[chance.choice((f"{one}x", f"../{one}", one.upper(), f"{one}/", one.replace(".", "2.")))] = parts[one]
    return _packed(parts)


def change_directory(content: bytes, chance: random.Random) -> bytes:
    """Change bytes where an archive describes its parts: sizes, checksums, places, flags, names."""
    places = [found.start() for found in re.finditer(rb"PK(\x01\x02|\x03\x04|\x05\x06)", content)] or [0]
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 3)):
        place = chance.choice(places) + chance.randrange(4, 60)
        damaged[min(place, len(damaged) - 1)] = chance.choice((0, 1, 0xFF, chance.randrange(256)))
    return bytes(damaged)


_OF_BYTES: tuple[Mutation, ...] = (flip_bytes, cut_out, repeat, move)
_OF_MARKUP: tuple[Mutation, ...] = (*_OF_BYTES, change_numbers, change_values, change_values, *[change_elements] * 3)
_OF_ARCHIVES: tuple[Mutation, ...] = (*_OF_BYTES, change_directory, change_parts, *[change_part] * 8)

OF_KIND: Mapping[FileKind, tuple[Mutation, ...]] = {
    FileKind.WORD: _OF_ARCHIVES,
    FileKind.EXCEL: _OF_ARCHIVES,
    FileKind.WEB_PAGE: _OF_MARKUP,
}
"""The mutations of files of a kind, those that reach deep into it more often."""

OF_OTHERS: tuple[Mutation, ...] = (*_OF_BYTES, change_numbers, change_numbers)


def _replaced(
    content: bytes, pattern: re.Pattern[bytes], chance: random.Random, new: Callable[[bytes], bytes]
) -> bytes:
    found = list(pattern.finditer(content))
    chosen = chance.sample(found, min(len(found), chance.randint(1, 5)))
    for each in sorted(chosen, key=lambda each: -each.start()):
        content = content[: each.start()] + new(each.group()) + content[each.end() :]
    return content


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()
