"""The kind of a file is told from its beginning, in whatever encoding it is written."""

import pytest

from importers.file_kind import FileKind, kind_of

PAGE = "<!DOCTYPE html><html><body><p>一、总体情况</p></body></html>"
MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("page", [PAGE, PAGE.upper(), f"\r\n <?xml version='1.0'?>{PAGE}"])
def test_a_page_is_a_page_in_every_encoding(page: str, encoding: str) -> None:
    assert kind_of(page.encode(encoding)) is FileKind.WEB_PAGE


@pytest.mark.parametrize("encoding", MARKS)
def test_a_mark_of_the_encoding_hides_no_page(encoding: str) -> None:
    assert kind_of(MARKS[encoding] + PAGE.encode(encoding)) is FileKind.WEB_PAGE


@pytest.mark.parametrize("encoding", MARKS)
def test_text_with_a_mark_stays_text(encoding: str) -> None:
    assert kind_of(MARKS[encoding] + "一、总体情况\n1 < 2".encode(encoding)) is FileKind.PLAIN_TEXT


def test_rich_text_behind_a_mark_is_rich_text() -> None:
    assert kind_of(MARKS["utf-8"] + b"{\\rtf1 x}") is FileKind.RICH_TEXT


@pytest.mark.parametrize(
    "head",
    [
        "From: <Saved by a browser>\r\n",
        "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n",
        "Snapshot-Content-Location: https://gk.example/1.html\r\nSubject: =?utf-8?Q?a?=\r\nMIME-Version: 1.0\r\n",
        "Subject: =?utf-8?B?eA==?=\r\n =?utf-8?B?eA==?=\r\nDate: Mon, 6 Jan 2025 09:00:00 +0800\r\nFrom: x\r\n",
        "X-Generator: WPS\nContent-Type: multipart/related; boundary=x\n",
        "\r\nContent-Type: text/html; charset=gb2312\r\n",
        "\ufeffDate: Mon, 6 Jan 2025 09:00:00 +0800\nMIME-Version: 1.0\n",
    ],
)
def test_a_page_saved_in_one_file_may_begin_with_any_header(head: str) -> None:
    assert kind_of(f"{head}\r\nx".encode()) is FileKind.WEB_PAGE


@pytest.mark.parametrize(
    "text",
    ["Subject: x\n一、总体情况", "Note: y\nno header\nFrom: x", "发布机构：甲\nFrom: x", "Content-Type: text/plain\n"],
)
def test_text_that_has_colons_is_no_page(text: str) -> None:
    assert kind_of(text.encode()) is FileKind.PLAIN_TEXT


PICTURES = {
    "PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "GIF": b"GIF89a\x01\0",
    "TIFF": b"II*\0\x08\0\0\0",
    "WebP": b"RIFF\x24\0\0\0WEBPVP8 ",
    "bitmap": b"BM\x36\0\x0c\0\0\0\0\0\x36\0",
}


@pytest.mark.parametrize("content", PICTURES.values(), ids=PICTURES)
def test_a_picture_is_known(content: bytes) -> None:
    assert kind_of(content + bytes(range(256))) is FileKind.PICTURE


@pytest.mark.parametrize("content", [b"Rar!\x1a\x07\x01\0", b"7z\xbc\xaf\x27\x1c\0\x04", b"\x1f\x8b\x08\0"])
def test_an_archive_of_another_program_is_known(content: bytes) -> None:
    assert kind_of(content + bytes(range(256))) is FileKind.ARCHIVE


def test_text_that_begins_like_a_bitmap_is_text() -> None:
    assert kind_of("BM局2024年政府信息公开工作年度报告".encode()) is FileKind.PLAIN_TEXT
