"""A saved web page as text: archives opened, the encoding told from the bytes where the page is wrong about it."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from importers.sentences import damaged, too_large
from models.errors import InputRefusal

LARGEST_PAGE = 64 * 2**20
"""Bytes of a page with its pictures; without them a report takes a few hundred thousand."""
LARGEST_TEXT = 8 * 2**20
"""Characters of a page without pictures."""
MOST_TAGS = 100_000
"""A report that Word saved as a page has about 20,000."""

MOST_PARTS = 10_000
"""Lines of an archive that may begin a part; a saved page has a few hundred pictures."""

_UTF_8_MARK = b"\xef\xbb\xbf"
_BOMS = ((_UTF_8_MARK, "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_BIG5 = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*big5", re.IGNORECASE)
_CHINESE, _TAIWANESE = "gb18030", "big5hkscs"
_HEAD = 4096
_FEW = 0.05
"""Share of broken characters up to which a page is UTF-8 with slips, not another encoding."""

_ARCHIVE = re.compile(rb"\A\s*[A-Za-z][A-Za-z-]*:[^\n]*\n")
"""A page saved in one file begins with mail headers."""
_CELL = re.compile(rb"<td\b", re.IGNORECASE)
_PICTURE = re.compile(r"data:[^\"'()\s<>]{0,100};base64,[A-Za-z0-9+/=%]+")
_OUTER_TAG = re.compile(r"</?(?:html|body)\b[^<>]*>", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")


def page_text(content: bytes, file_name: str) -> str:
    """Return a page's markup without pictures; a character that cannot be told is U+FFFD.

    The tags html and body are left out: a page put together of several would end at the first end tag.

    Args:
        content: the file's bytes, of a page or of an archive with one (.mht).
        file_name: its name, for the sentence of a refusal.

    Raises:
        InputRefusal: where the file is too large or damaged.
    """
    archive = content.removeprefix(_UTF_8_MARK)
    is_archive = _ARCHIVE.match(archive) is not None
    if len(content) > LARGEST_PAGE or (is_archive and content.count(b"\n--") > MOST_PARTS):
        raise InputRefusal(too_large(file_name))
    page = _page_in_archive(archive, file_name) if is_archive else content
    text = _PICTURE.sub("", _CONTROL.sub("", decoded(page)))
    if len(text) > LARGEST_TEXT or text.count("<") > MOST_TAGS:
        raise InputRefusal(too_large(file_name))
    return _OUTER_TAG.sub("", text)


def decoded(content: bytes) -> str:
    """Return bytes as text: by their mark, else as UTF-8 where they are that, else as Chinese.

    What a page declares is believed only of Big5: every page in GB 18030 that calls itself
    UTF-8, or the other way round, shows the contrary by its bytes.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    if 0 in content[:2]:
        return content.decode("utf-16-le" if content[0] else "utf-16-be", errors="replace")
    text = content.decode("utf-8", errors="replace")
    if text.count("\ufffd") <= _FEW * sum(map(len, re.findall(r"[^\x00-\x7f]+", text))):
        return text
    return content.decode(_TAIWANESE if _BIG5.search(content[:_HEAD]) else _CHINESE, errors="replace")


def _page_in_archive(content: bytes, file_name: str) -> bytes:
    """Return the page of an archive; of several, as in frames, the one with the most table cells."""
    try:
        pages = list(_pages(message_from_bytes(content)))
    except (RecursionError, ValueError, LookupError) as error:
        raise InputRefusal(damaged(file_name)) from error
    if not pages:
        raise InputRefusal(damaged(file_name))
    return max(pages, key=lambda page: len(_CELL.findall(page)))


def _pages(archive: Message) -> Iterator[bytes]:
    for part in archive.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                yield page
