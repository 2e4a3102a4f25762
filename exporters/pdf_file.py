"""A PDF as Qt writes it, put in order: the same bytes for the same pages, and text that can be searched and copied.

Qt notes down the moment and a random mark, and numbers fonts in an order that changes from run to run. It says of a
glyph that serves two characters that it is the one with the lower number, ⼀ for 一, and of one beyond the first 65536
nothing at all (ISO 32000-1, 9.10.3).
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from exporters.print_blocks import PrintDocument
from models.texts import clean_text

_HEADER = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
_ENTRY_LENGTH = 20
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_CATALOGUE = re.compile(rb"/Type /Catalog\b")
_METADATA = re.compile(rb"/Metadata \d+ 0 R\n?")
_TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
_LENGTH = re.compile(rb"/Length \d+(?! 0 R)")
_SUBSET_MARK = re.compile(rb"(/FontName /)[A-Z]{6}\+")
_RANGES = re.compile(rb"\d+ beginbfrange\n(.*)endbfrange\n", re.DOTALL)
_RANGE = re.compile(rb"^<([0-9A-F]{4})> <[0-9A-F]{4}> (?:<([0-9A-F]{4})>|\[(.*)\])$", re.MULTILINE)
"""Glyphs from one to another: the character of the first, or one for each."""
_CODE = re.compile(rb"<([0-9A-F]+)>")
_LONGEST_RANGE = 256
_UTF_16, _LENIENT = "utf-16-be", "surrogatepass"
_STREAM, _STREAM_END = b"stream\n", b"\nendstream"
_LANGUAGE = b"/Lang (zh-CN)\n/ViewerPreferences << /DisplayDocTitle true >>\n"
_FIRST_YEAR, _LAST_YEAR = 1, 9999


@dataclass(frozen=True, slots=True)
class _Object:
    """An object of the file: what it says, and the data of its stream where it is one."""

    head: bytes
    data: bytes | None = None

    @classmethod
    def read(cls, written: bytes) -> "_Object":
        body = written.partition(b"obj")[2].rpartition(b"endobj")[0].strip(b"\n")
        head, mark, rest = body.partition(_STREAM)
        return cls(head, rest.rpartition(_STREAM_END)[0] if mark else None)

    def written(self, number: int) -> bytes:
        content = self.head if self.data is None else self.head + _STREAM + self.data + _STREAM_END
        return b"%d 0 obj\n%s\nendobj\n" % (number, content.strip(b"\n"))


def put_in_order(content: bytes, document: PrintDocument, drawn: Sequence[Sequence[str]]) -> bytes:
    """Return a PDF of Qt's with the properties of a document and nothing that changes from run to run.

    Args:
        content: the file as `QPdfWriter` leaves it.
        document: what is printed in it.
        drawn: the characters of each font in the order in which their glyphs were drawn first.
    """
    objects, root = _read(content)
    for number in {int(found[1]) for each in objects.values() for found in _TO_UNICODE.finditer(each.head)}:
        objects[number] = _with_characters(objects[number], drawn)
    objects[root] = _with_language(objects[root])
    order = _order(objects, root)
    numbers = {old: new for new, old in enumerate(order, 1)}
    renumbered = [_renumbered(objects[old], numbers) for old in order]
    return _written([*renumbered, _properties(document)], root=numbers[root])


def _read(content: bytes) -> tuple[dict[int, _Object], int]:
    """Return the objects by number, and the number of the catalogue."""
    table = int(content.rpartition(b"startxref\n")[2].split()[0])
    _, size, entries = content[table:].split(b"\n", 2)
    count = int(size.split()[1])
    lines = [entries[_ENTRY_LENGTH * n : _ENTRY_LENGTH * (n + 1)] for n in range(count)]
    places = sorted((int(line[:10]), number) for number, line in enumerate(lines) if line[17:18] == b"n")
    ends = [*(place for place, _ in places[1:]), table]
    objects = {number: _Object.read(content[place:end]) for (place, number), end in zip(places, ends, strict=True)}
    root = _ROOT.search(content, table)
    assert root is not None  # Qt writes one
    return objects, int(root[1])


def _with_characters(table: _Object, drawn: Sequence[Sequence[str]]) -> _Object:
    """Return the table of a font's glyphs with the characters they were drawn for; Qt numbers them in that order."""
    assert table.data is not None  # it is a stream
    told = dict(_told(table.data))
    characters = max(drawn, key=lambda each: sum(told.get(number) == c for number, c in enumerate(each, 1)), default=())
    ranges = [*_ranges(characters)]
    data = _RANGES.sub(b"%d beginbfrange\n%sendbfrange\n" % (len(ranges), b"".join(ranges)), table.data)
    return _Object(_LENGTH.sub(b"/Length %d" % len(data), table.head), data)


def _told(table: bytes) -> Iterator[tuple[int, str]]:
    """Yield what Qt says: glyphs and characters."""
    for first, start, listed in _RANGE.findall(table):
        for number, code in enumerate(_CODE.findall(listed) or [start], int(first, 16)):
            yield number, bytes.fromhex(code.decode()).decode(_UTF_16, _LENIENT)


def _ranges(characters: Sequence[str]) -> Iterator[bytes]:
    """Yield the characters of glyphs from 1; a range ends where the first byte of their numbers changes."""
    glyphs = ("\0", *characters)
    for first in range(0, len(glyphs), _LONGEST_RANGE):
        part = glyphs[first : first + _LONGEST_RANGE]
        codes = b" ".join(b"<%s>" % _hexadecimal(character) for character in part)
        yield b"<%04X> <%04X> [%s]\n" % (first, first + len(part) - 1, codes)


def _with_language(catalogue: _Object) -> _Object:
    assert _CATALOGUE.search(catalogue.head)  # the trailer points at it
    head = _METADATA.sub(b"", catalogue.head)
    return replace(catalogue, head=head.rpartition(b">>")[0] + _LANGUAGE + b">>")


def _order(objects: Mapping[int, _Object], root: int) -> list[int]:
    """Return the numbers of all objects that are referred to, in the order in which a reader meets them."""
    found: dict[int, None] = {}
    waiting = [root]
    while waiting:
        number = waiting.pop()
        if number not in found:
            found[number] = None
            waiting += reversed([int(each[1]) for each in _REFERENCE.finditer(objects[number].head)])
    return [*found]


def _renumbered(each: _Object, numbers: Mapping[int, int]) -> _Object:
    head = _REFERENCE.sub(lambda found: b"%d 0 R" % numbers[int(found[1])], each.head)
    return replace(each, head=_SUBSET_MARK.sub(lambda found: found[1] + b"GKNBAA+", head))


def _properties(document: PrintDocument) -> _Object:
    texts = {b"Title": document.title, b"Author": document.author}
    entries = [b"/%s <%s>" % (name, _text(text)) for name, text in texts.items() if text]
    if document.year is not None and _FIRST_YEAR <= document.year <= _LAST_YEAR:
        moment = b"(D:%04d1231000000Z)" % document.year
        entries += [b"/CreationDate " + moment, b"/ModDate " + moment]
    return _Object(b"<<\n%s\n>>" % b"\n".join(entries))


def _text(text: str) -> bytes:
    return _hexadecimal("\ufeff" + clean_text(text))


def _hexadecimal(text: str) -> bytes:
    return text.encode(_UTF_16, _LENIENT).hex().upper().encode()


def _written(objects: Sequence[_Object], root: int) -> bytes:
    """Return the file; the properties are the last of its objects."""
    parts = [_HEADER, *(each.written(number) for number, each in enumerate(objects, 1))]
    body = b"".join(parts)
    mark = hashlib.md5(body, usedforsecurity=False).hexdigest().upper().encode()
    table = b"".join(b"%010d 00000 n \n" % place for place in _places(parts))
    size = len(objects) + 1
    trailer = b"/Size %d\n/Info %d 0 R\n/Root %d 0 R\n/ID [<%s> <%s>]" % (size, len(objects), root, mark, mark)
    start = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return b"%s%s%strailer\n<<\n%s\n>>\nstartxref\n%d\n%%%%EOF\n" % (body, start, table, trailer, len(body))


def _places(parts: Sequence[bytes]) -> Iterator[int]:
    place = 0
    for part in parts[:-1]:
        place += len(part)
        yield place
