"""What the bytes of an OLE2 file (.doc, .xls, .wps, .et) say before anything is converted: cut off, or locked."""

import re
import struct

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SECTOR_SHIFTS = (9, 12)
_FAT_ENTRIES_IN_HEADER = 109
_FREE = 0xFFFFFFFF
_WORD_FLAGS, _WORD_ENCRYPTED = 0x0A, 0x0100
"""Place of the flags in a Word file's beginning, and the flag for a password ([MS-DOC] 2.5.1)."""
_BEGIN_OF_FILE, _FILE_PASS = b"\x09\x08", b"\x2f\x00"
"""Records at the beginning of a workbook ([MS-XLS] 2.4.21 and 2.4.117)."""
_RECORDS_LOOKED_AT = 4


def has_stream(content: bytes, name: str) -> bool:
    """Tell whether a file has a stream of that name."""
    return _entry(name) in content


def is_cut_off(content: bytes) -> bool:
    """Tell whether the file's table of sectors names one that begins beyond its end ([MS-CFB] 2.3)."""
    shift = int.from_bytes(content[30:32], "little")
    if shift not in _SECTOR_SHIFTS:
        return False
    size = 1 << shift
    last = len(content) // size - 1 + bool(len(content) % size)
    count = min(int.from_bytes(content[44:48], "little"), _FAT_ENTRIES_IN_HEADER)
    fat = struct.unpack(f"<{count}I", content[76 : 76 + 4 * count]) if len(content) >= size else ()
    for index, sector in enumerate(fat):
        if sector >= last:
            return True
        table = content[(sector + 1) * size : (sector + 2) * size]
        used = [at for at, (following,) in enumerate(struct.iter_unpack("<I", table)) if following != _FREE]
        if used and index * (size // 4) + used[-1] >= last:
            return True
    return False


def needs_password(content: bytes) -> bool:
    """Tell whether a file of Word or Excel is encrypted."""
    flags = int.from_bytes(_stream(content, "WordDocument")[_WORD_FLAGS : _WORD_FLAGS + 2], "little")
    return bool(flags & _WORD_ENCRYPTED) or _is_locked_workbook(_stream(content, "Workbook"))


def _is_locked_workbook(stream: bytes) -> bool:
    at = 0
    for _ in range(_RECORDS_LOOKED_AT if stream.startswith(_BEGIN_OF_FILE) else 0):
        if stream[at : at + 2] == _FILE_PASS:
            return True
        at += 4 + int.from_bytes(stream[at + 2 : at + 4], "little")
    return False


def _stream(content: bytes, name: str) -> bytes:
    """Return the first sector of a stream by its entry in the directory ([MS-CFB] 2.6.1); empty where there is none."""
    found = re.search(re.escape(_entry(name)), content)
    shift = int.from_bytes(content[30:32], "little")
    if found is None or shift not in _SECTOR_SHIFTS:
        return b""
    first = int.from_bytes(content[found.start() + 116 : found.start() + 120], "little")
    return content[(first + 1) << shift : (first + 2) << shift]


def _entry(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\0\0"
