"""Opening the zip archive that an office file is: no bombs, no entities, no network, whatever the archive claims."""

import struct
import zlib
from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from importers.sentences import damaged, too_large
from models.errors import InputRefusal

Element = etree._Element  # noqa: SLF001 - lxml offers no public name for the type

LARGEST_CONTENT = 64 * 2**20
"""Bytes of all parts unpacked that are read; a report of 20,000 characters takes a few hundred thousand."""
MOST_MARKS = 1_500_000
"""Tags and attributes of all parts that are read; a report has forty thousand."""
MOST_ENTRIES = 20_000
"""Parts of an archive; a report with photographs has a hundred."""

_ENTRY = b"PK\x01\x02"
_PACKED = frozenset({ZIP_STORED, ZIP_DEFLATED})
"""All that the standard allows office files. The others unpack as much as they like at a time."""
_BROKEN = (
    BadZipFile, zlib.error, struct.error, EOFError, OSError, LookupError, NotImplementedError, OverflowError,
    RuntimeError, ValueError,
)  # fmt: skip
"""What zipfile raises over archives that are cut off or wrongly put together."""


class BrokenArchiveError(Exception):
    """The archive is damaged, or has more parts than any office file."""


def entries_of(content: bytes) -> list[ZipInfo]:
    """Return what an archive says of its parts.

    Raises:
        BrokenArchiveError: where its directory cannot be read.
    """
    return _opened(content).infolist()


class ZipPackage:
    """The parts of an office file; together they are unpacked no further than the largest report."""

    def __init__(self, content: bytes, file_name: str, largest: int | None = None) -> None:
        """Open a file.

        Args:
            content: the file's bytes.
            file_name: its name, for the sentence of a refusal.
            largest: bytes that all parts read may have together; `LARGEST_CONTENT` where None.

        Raises:
            InputRefusal: where it is damaged.
        """
        self._file_name = file_name
        self._room = LARGEST_CONTENT if largest is None else largest
        self._marks = MOST_MARKS
        try:
            self._archive = _opened(content)
        except BrokenArchiveError as error:
            raise InputRefusal(damaged(file_name)) from error
        self.names = tuple(dict.fromkeys(self._archive.namelist()))

    @property
    def claimed_size(self) -> int:
        """Bytes of all parts unpacked, as the archive claims."""
        return sum(entry.file_size for entry in self._archive.infolist())

    def read(self, name: str) -> bytes:
        """Return a part.

        Raises:
            InputRefusal: where it is damaged, or too large together with those read before.
        """
        entry = self._archive.getinfo(name)
        if entry.file_size > self._room:
            raise InputRefusal(too_large(self._file_name))
        if entry.compress_type not in _PACKED:
            raise InputRefusal(damaged(self._file_name))
        try:
            with self._archive.open(entry) as part:
                # zipfile bounds what it unpacks by the number asked for, not by the size the archive claims.
                found = part.read(entry.file_size + 1)
        except _BROKEN as error:
            raise InputRefusal(damaged(self._file_name)) from error
        self._room -= len(found)
        return found

    def xml(self, name: str) -> Element:
        """Return the root of a part.

        Raises:
            InputRefusal: as `read`, and where it is no XML or declares entities.
        """
        part = self.read(name)
        self._marks -= part.count(b"<") + part.count(b"=")
        if self._marks < 0:
            raise InputRefusal(too_large(self._file_name))
        try:
            root = etree.fromstring(part, _parser())
        except (etree.XMLSyntaxError, LookupError, ValueError) as error:
            raise InputRefusal(damaged(self._file_name)) from error
        if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # lxml-stubs do not know it
            raise InputRefusal(damaged(self._file_name))
        return root


def _opened(content: bytes) -> ZipFile:
    if content.count(_ENTRY) > MOST_ENTRIES:
        raise BrokenArchiveError
    try:
        return ZipFile(BytesIO(content))
    except _BROKEN as error:
        raise BrokenArchiveError from error


def _parser() -> etree.XMLParser:
    # collect_ids stays on: without it the parser opens what a document type refers to, whatever the rest says
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )


@lru_cache(maxsize=4096)
def bare_name(tag: str) -> str:
    """Return the name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]
