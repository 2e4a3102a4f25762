"""Zip archives as no program writes them: sizes, checksums, places and names that are not what they say."""

import bz2
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

STORED, DEFLATED = 0, 8
LOCKED = 1
"""The flag of a member that needs a password."""

_LOCAL, _ENTRY, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_IN_UTF8 = 0x800
_MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive as the archive describes it.

    Args:
        name: its name.
        packed: its bytes as they stand in the archive.
        size: how many bytes it claims to be when unpacked.
        crc: the checksum it claims.
        method: how it claims to be packed.
        flags: further flags.
        offset: where it claims to begin; where it does begin if None.
    """

    name: str
    packed: bytes
    size: int
    crc: int
    method: int = DEFLATED
    flags: int = 0
    offset: int | None = None


def member(name: str, content: bytes) -> Member:
    """Return a member that is what it says."""
    return Member(name, _deflated(content), len(content), zlib.crc32(content))


def members_of(content: bytes, **changes: object) -> list[Member]:
    """Return the members of an archive, all with these changes."""
    with ZipFile(BytesIO(content)) as package:
        return [replace(member(name, package.read(name)), **changes) for name in package.namelist()]  # type: ignore[arg-type]


def bomb(name: str, megabytes: int, before: bytes = b"", after: bytes = b"") -> Member:
    """Return a member that unpacks to so many megabytes of spaces between two pieces; it is made in no time."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = packer.compress(before) + packer.flush(zlib.Z_FULL_FLUSH)
    spaces = b" " * _MEGABYTE
    one = packer.compress(spaces) + packer.flush(zlib.Z_FULL_FLUSH)
    tail = packer.compress(after) + packer.flush()
    crc = zlib.crc32(before)
    for _ in range(megabytes):
        crc = zlib.crc32(spaces, crc)
    size = len(before) + megabytes * _MEGABYTE + len(after)
    return Member(name, head + one * megabytes + tail, size, zlib.crc32(after, crc))


def bombs(names: Iterable[str], megabytes: int) -> list[Member]:
    """Return members that unpack to XML of so many megabytes each."""
    one = bomb("", megabytes, b"<a>", b"</a>")
    return [replace(one, name=name) for name in names]


def archive(members: Iterable[Member], comment: bytes = b"") -> bytes:
    """Return an archive of members, each described as it wants to be."""
    body, directory, count = bytearray(), bytearray(), 0
    for count, each in enumerate(members, 1):  # noqa: B007 - counted for the end of the directory
        name = each.name.encode()
        offset = len(body) if each.offset is None else each.offset
        common = struct.pack(
            "<HHHHHIIIHH",
            20, each.flags | _IN_UTF8, each.method, 0, 0x21, each.crc, len(each.packed) & 0xFFFFFFFF,
            each.size & 0xFFFFFFFF, len(name), 0,
        )  # fmt: skip
        body += _LOCAL + common + name + each.packed
        directory += _ENTRY + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, offset) + name
    end = struct.pack(
        "<HHHHIIH", 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory), len(body), len(comment)
    )  # fmt: skip
    return bytes(body + directory + _END + end + comment)


def repacked(content: bytes, parts: Mapping[str, bytes | str | None]) -> bytes:
    """Return an archive with some parts added or replaced, or left out where None."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            if part is not None:
                new.writestr(name, part)
    return target.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    """Return a part of an archive."""
    with ZipFile(BytesIO(content)) as package:
        return package.read(name)


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def _with_directory(content: bytes, directory: bytes) -> bytes:
    """Return an archive with another directory."""
    start = content.index(_ENTRY)
    return content[:start] + directory + _END + struct.pack("<HHHHIIH", 0, 0, 0, 0, len(directory), start, 0)


# ── what can be wrong with any archive ──────────────────────────────────


class Good:
    """A good archive, which others are made of that are broken or lie."""

    def __init__(self, content: bytes, name: str) -> None:
        """Take it apart.

        Args:
            content: the archive.
            name: the name of the part that is to be broken.
        """
        self.content, self.size, self.name = content, len(content), name
        self.directory = content.index(_ENTRY)
        self.whole = members_of(content)
        self.part = part_of(content, name)
        self.others = [each for each in self.whole if each.name != name]
        self.own = member(name, self.part)

    def changed(self, **changes: object) -> bytes:
        """Return the archive with something else said of the part."""
        return archive([*self.others, replace(self.own, **changes)])  # type: ignore[arg-type]

    def bomb(self, **changes: object) -> bytes:
        """Return the archive with a gigabyte within the part, and this said of it."""
        packed = bomb(self.name, 1024, self.part[:-1], self.part[-1:])
        return archive([*self.others, replace(packed, **changes)])  # type: ignore[arg-type]


BROKEN: dict[str, Callable[[Good], bytes]] = {
    "cut off in its directory": lambda good: good.content[: good.directory + 50],
    "cut off before its end": lambda good: good.content[: good.size - 22],
    "cut off in its end": lambda good: good.content[: good.size - 5],
    "a directory that begins elsewhere": lambda good: good.content[:-6] + struct.pack("<I", 7) + good.content[-2:],
    "a directory beyond the file": lambda good: good.content[:-6] + struct.pack("<I", 0xFFFFFFF0) + good.content[-2:],
    "a directory of 2**32 bytes": lambda good: good.content[:-10] + struct.pack("<I", 0xFFFFFFFF) + good.content[-6:],
    "more members than there are": lambda good: good.content[:-12] + struct.pack("<H", 0xFFFF) + good.content[-10:],
    "something in front": lambda good: good.content[:4] + b"\0" * 999 + good.content,
    "something behind": lambda good: good.content + b"\0" * 70_000,
    "a comment of 64 KB": lambda good: archive(good.whole, _END * 16_000),
    "the part twice": lambda good: archive([*good.whole, good.own]),
    "the part twice, once broken": lambda good: archive([replace(good.own, crc=1), *good.whole]),
    "a part at a wrong place": lambda good: good.changed(offset=3),
    "a part beyond the file": lambda good: good.changed(offset=0xFFFFFFF0),
    "all parts at one place": lambda good: archive(replace(each, offset=0) for each in good.whole),
    "a wrong checksum": lambda good: good.changed(crc=good.own.crc ^ 1),
    "a part that claims to be shorter": lambda good: good.changed(size=100),
    "a part that claims to be shorter, with the checksum of that": lambda good: good.changed(
        size=100, crc=zlib.crc32(good.part[:100])
    ),
    "a part that claims to be empty": lambda good: good.changed(size=0, crc=0),
    "a part that claims to be longer": lambda good: good.changed(size=good.own.size + 1000),
    "a part that claims 4 GB": lambda good: good.changed(size=0xFFFFFFFF),
    "a part that is packed otherwise than it says": lambda good: good.changed(method=STORED),
    "a part packed by bzip2, it says": lambda good: good.changed(method=12),
    "a part packed by LZMA, it says": lambda good: good.changed(method=14),
    "a part packed by what nobody knows": lambda good: good.changed(method=97),
    "a part with a password, it says": lambda good: good.changed(flags=LOCKED),
    "a part that is a folder": lambda good: archive([*good.others, replace(good.own, name=f"{good.name}/")]),
    "names that lead out": lambda good: archive(
        [*good.whole, *(member(f"{up}evil.xml", b"<a/>") for up in ("../", "/", "C:\\"))]
    ),
    "names with NUL": lambda good: archive(
        [*good.whole, member("word/\0document.xml", b"<a/>"), member("\0", b"<a/>")]
    ),
    "an endless name": lambda good: archive([*good.whole, member("a" * 65_000, b"<a/>")]),
    "100,000 members": lambda good: archive(
        [*good.whole, *(Member(f"a/{n}.xml", b"", 0, 0, STORED) for n in range(100_000))]
    ),
    "190 MB of members": lambda good: _with_directory(
        good.content, good.content[good.directory : -22] * (190 * 2**20 // (good.size - good.directory))
    ),
    "a bomb of 1 GB": lambda good: good.bomb(),
    "a bomb of bzip2": lambda good: good.changed(packed=bz2.compress(good.part + b" " * 2**27), method=12),
    "bombs that nobody reads": lambda good: archive(
        [*good.whole, *bombs((f"media/image{number}.png" for number in range(100)), 50)]
    ),
    "bombs in every part": lambda good: archive([good.own, *bombs((each.name for each in good.others), 20)]),
    "a bomb of 1 GB that claims to be short": lambda good: good.bomb(size=1000),
    "a bomb of 1 GB that claims to be empty": lambda good: good.bomb(size=0, crc=0),
}


def broken_archives(content: bytes, name: str) -> dict[str, Callable[[], bytes]]:
    """Return archives that are broken or lie, each made of a good one.

    Args:
        content: the good archive.
        name: the name of the part that is broken.
    """
    good = Good(content, name)
    return {what: partial(make, good) for what, make in BROKEN.items()}
