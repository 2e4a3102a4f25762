"""Putting a PDF of Qt's in order, on files written by hand."""

import re

import pytest

from exporters.pdf_file import put_in_order
from exporters.print_blocks import PrintDocument
from exporters.print_styles import print_styles
from exporters.typography import default_typography

CATALOGUE = b"<<\n/Type /Catalog\n/Pages 2 0 R\n/Metadata 3 0 R\n>>"
PAGES = b"<<\n/Type /Pages\n/Kids [4 0 R]\n>>"
STREAM = b"<<\n/Length 4\n>>\nstream\n%s\nendstream"
TO_UNICODE = (
    b"<< /Length 105 >>\nstream\n3 beginbfrange\n<0000> <0000> <0000>\n<0001> <0002> [<2F00> <653F> ]\n"
    b"<0003> <0003> <52A1>\nendbfrange\n\nendstream"
)
PAGE = b"<<\n/Type /Page\n/Contents 5 0 R\n/Font 6 0 R\n>>"
FONT = b"<<\n/ToUnicode 7 0 R\n/FontName /QFAAAA+Song\n>>"
OBJECTS = {
    1: CATALOGUE,
    2: PAGES,
    3: STREAM % b"moment",
    4: PAGE,
    5: STREAM % b"\x00\xff\x01\x02",
    6: FONT,
    7: TO_UNICODE,
}


def written(objects: dict[int, bytes], mark: bytes = b"4711") -> bytes:
    body, places = b"%PDF-1.4\n", {}
    for number, content in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(places))
    trailer = b"<<\n/Size %d\n/Root 1 0 R\n/ID [ <%s> <%s> ]\n>>" % (len(objects) + 1, mark, mark)
    start = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return body + start + table + b"trailer\n" + trailer + b"\nstartxref\n%d \n%%%%EOF\n" % len(body)


def in_order(content: bytes, **properties: object) -> bytes:
    known = {"title": "题名", "author": "机关", "year": 2024} | properties
    document = PrintDocument((), print_styles(default_typography()), **known)  # type: ignore[arg-type]
    return put_in_order(content, document, ["公文", "一政务一𠮷"])


def test_the_order_in_which_objects_are_written_does_not_matter() -> None:
    turned = dict(reversed(OBJECTS.items()))
    assert in_order(written(OBJECTS)) == in_order(written(turned, b"0815"))


def test_the_numbers_of_objects_do_not_matter() -> None:
    exchanged = {**OBJECTS, 6: TO_UNICODE, 7: FONT.replace(b"7 0 R", b"6 0 R"), 4: PAGE.replace(b"6 0 R", b"7 0 R")}
    assert in_order(written(OBJECTS)) == in_order(written(exchanged))


def test_the_moment_is_left_out() -> None:
    content = in_order(written(OBJECTS))
    assert b"moment" not in content
    assert b"/Metadata" not in content


def test_the_table_of_a_font_names_the_characters_that_were_drawn() -> None:
    content = in_order(written(OBJECTS))
    assert b"1 beginbfrange\n<0000> <0005> [<0000> <4E00> <653F> <52A1> <4E00> <D842DFB7>]\nendbfrange" in content


def test_a_stream_is_as_long_as_it_says() -> None:
    content = in_order(written(OBJECTS))
    for length, data in re.findall(rb"/Length (\d+) *\n?>>\nstream\n(.*?)\nendstream", content, re.DOTALL)[1:]:
        assert int(length) == len(data)


def test_the_table_of_contents_leads_to_every_object() -> None:
    content = in_order(written(OBJECTS))
    place = int(content.rpartition(b"startxref\n")[2].split()[0])
    assert content[place:].startswith(b"xref\n0 8\n")
    for number, entry in enumerate(re.findall(rb"(\d{10}) 00000 n ", content), 1):
        assert content[int(entry) :].startswith(b"%d 0 obj" % number)


@pytest.mark.parametrize(("year", "dated"), [(2024, True), (None, False), (0, False), (10000, False)])
def test_it_is_dated_the_last_day_of_its_year_where_there_is_one(year: int | None, dated: bool) -> None:  # noqa: FBT001
    content = in_order(written(OBJECTS), year=year)
    assert (b"/CreationDate (D:20241231000000Z)" in content) is dated
    assert (b"Date" in content) is dated


def test_title_and_author_are_written_in_full() -> None:
    content = in_order(written(OBJECTS), author="")
    assert b"/Title <FEFF9898540D>" in content
    assert b"/Author" not in content
