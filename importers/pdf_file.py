"""Opening a PDF safely: what would exhaust the memory when unpacked is refused before it is unpacked."""

import logging
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.casting import safe_int
from pdfminer.lzw import lzwdecode
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral, PSStackEntry, literal_name
from pdfminer.runlength import rldecode
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor, decode_text

LARGEST_CONTENT = 96 * 2**20
"""Bytes of all streams unpacked; the largest in a report are complete Chinese fonts."""

_PIECE = 2**14
_LONGEST_ROW = 2**20
"""Bits; a predictor makes rows of the stated length however little data there is."""
_TIFF = 2
_FIRST_OF_PNG = 10

_DEFLATED = frozenset({"FlateDecode", "Fl"})
_UNPACKERS: Mapping[str, tuple[Callable[[bytes], bytes], int]] = {
    "ASCII85Decode": (ascii85decode, 4),
    "A85": (ascii85decode, 4),
    "ASCIIHexDecode": (asciihexdecode, 1),
    "AHx": (asciihexdecode, 1),
    "RunLengthDecode": (rldecode, 64),
    "RL": (rldecode, 64),
    "LZWDecode": (lzwdecode, 2731),
    "LZW": (lzwdecode, 2731),
}
"""Other ways of packing, and how many times larger the data can become at most."""

# It warns of every flaw of a file; what matters to the clerk is said in the remarks.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL + 1)


class OversizedError(Exception):
    """The file unpacks to more than any report."""


class SafeDocument(PDFDocument):
    """A PDF; its pages and objects are read when asked for."""

    def __init__(self, content: bytes) -> None:
        """Open a file.

        Raises:
            PDFEncryptionError: where it needs a password.
            OversizedError: now or later, where it is too large; else whatever pdfminer raises over a broken file.
        """
        self._unpacking = _Unpacking()
        super().__init__(_Parser(content, self._unpacking))

    @property
    def is_damaged(self) -> bool:
        """Tell whether some of what was read until now ended too early."""
        return self._unpacking.is_damaged

    @property
    def own_title(self) -> str:
        """The title among the properties of a file that names no program, as those of this program do; else empty."""
        properties = {name: resolve1(entry) for each in self.info for name, entry in each.items()}
        title = properties.get("Title", b"")
        is_foreign = bool(properties.keys() & {"Creator", "Producer"})
        return decode_text(title) if isinstance(title, bytes) and not is_foreign else ""

    def note_damage(self) -> None:
        """Say that something is missing."""
        self._unpacking.is_damaged = True


class _Unpacking:
    """How much all streams of a file may still grow to, and whether one was damaged."""

    def __init__(self) -> None:
        self.is_damaged = False
        self._room = LARGEST_CONTENT

    def take(self, size: int) -> None:
        """Take up some bytes."""
        self._room -= size
        if self._room < 0:
            raise OversizedError


class _Parser(PDFParser):
    """Gives every stream of a file its limit."""

    def __init__(self, content: bytes, unpacking: _Unpacking) -> None:
        super().__init__(BytesIO(content))
        self._unpacking = unpacking

    def push(self, *objs: PSStackEntry[Any]) -> None:
        super().push(*[(position, _limited(each, self._unpacking)) for position, each in objs])


class _Stream(PDFStream):
    """A stream that unpacks no more than it may."""

    def __init__(self, packed: PDFStream, unpacking: _Unpacking) -> None:
        super().__init__(packed.attrs, packed.rawdata or b"", packed.decipher)
        self._unpacking = unpacking

    def decode(self) -> None:
        data = self.rawdata or b""
        if self.decipher is not None and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, parameters in self.get_filters():
            data = self._unpacked(literal_name(name) if isinstance(name, PSLiteral) else "", data)
            data = _unpredicted(data, parameters if isinstance(parameters, dict) else {})
        self.data, self.rawdata = data, None

    def _unpacked(self, name: str, data: bytes) -> bytes:
        """Undo one filter; nothing comes of a picture."""
        if name in _DEFLATED:
            return _inflated(data, self._unpacking)
        if name not in _UNPACKERS:
            return b""
        unpack, growth = _UNPACKERS[name]
        self._unpacking.take(len(data) * growth)
        return unpack(data)


def _limited(each: Any, unpacking: _Unpacking) -> Any:  # noqa: ANN401 - any object of a PDF
    return _Stream(each, unpacking) if isinstance(each, PDFStream) and not isinstance(each, _Stream) else each


def _inflated(data: bytes, unpacking: _Unpacking) -> bytes:
    """Unpack piece by piece; of damaged data return what comes before the damage."""
    inflater, found = zlib.decompressobj(), []
    try:
        for start in range(0, len(data), _PIECE):
            found.append(inflater.decompress(data[start : start + _PIECE]))
            unpacking.take(len(found[-1]))
    except zlib.error:
        unpacking.is_damaged = True
    return b"".join(found)


def _unpredicted(data: bytes, parameters: Mapping[str, object]) -> bytes:
    predictor = _number(parameters, "Predictor", 1)
    if predictor != _TIFF and predictor < _FIRST_OF_PNG:
        return data
    colors, columns, bits = (
        _number(parameters, name, default) for name, default in (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))
    )
    if colors * columns * bits > _LONGEST_ROW:
        raise OversizedError
    if predictor == _TIFF:
        return apply_tiff_predictor(colors, columns, bits, data)
    return apply_png_predictor(predictor, colors, columns, bits, data)


def _number(parameters: Mapping[str, object], name: str, default: int) -> int:
    return max(1, safe_int(resolve1(parameters.get(name, default))) or 1)
