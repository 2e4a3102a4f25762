"""PDF files made to exhaust time or memory are read or refused, soon and in one sentence."""

import contextlib
import gc
import random
import time
import zlib
from collections.abc import Callable, Iterator

import pytest

from importers import pdf_file, pdf_watch
from importers.pdf import read_pdf
from importers.pdf_watch import LimitsExceededError, within_limits
from models.errors import InputRefusal
from tests.importers.pdf_writing import assembled, line, pdf, ruled, stream, text

WORDS = text(80, 100, "一、总体情况" * 5)
DEFLATED = "/Filter/FlateDecode"
SHORT = 0.6
"""Seconds allowed in these tests, for they end when the time is up."""


def _with_content(content: bytes, entries: str = "") -> bytes:
    """Return a file with one more stream among the instructions of its page."""
    original = pdf(WORDS, extra={1000: stream(content, entries)})
    return original.replace(b"/Contents 11 0 R", b"/Contents[11 0 R 1000 0 R]")


def _bomb(size: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join([*(packer.compress(b" " * 2**20) for _ in range(size)), packer.flush()])


def _forms() -> bytes:
    """Return a file whose picture consists of ten others, each of which consists of ten others, and so on."""
    forms = {}
    for level in range(12):
        entries = f"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X{level + 1} {1001 + level} 0 R>>>>"
        forms[1000 + level] = stream(f"/X{level + 1} Do ".encode() * 10, entries)
    forms[1012] = stream(b"q Q", "/Type/XObject/Subtype/Form/BBox[0 0 1 1]")
    return pdf(f"{WORDS} /X0 Do", resources="/XObject<</X0 1000 0 R>>", extra=forms)


def _character_map(ranges: str) -> bytes:
    content = pdf(WORDS, extra={1000: stream(f"begincmap {ranges} endcmap".encode())})
    return content.replace(b"/Encoding/UniGB", b"/ToUnicode 1000 0 R/Encoding/UniGB")


def _tree(depth: int) -> bytes:
    nodes = {number: f"<</Type/Pages/Count 1/Kids[{number + 1} 0 R]>>".encode() for number in range(2, depth)}
    return assembled({1: b"<</Type/Catalog/Pages 2 0 R>>", **nodes})


def _earlier_table_is_itself() -> bytes:
    content = pdf(WORDS)
    start = int(content.rpartition(b"startxref\n")[2].split()[0])
    return content.replace(b"/Root 1 0 R", f"/Root 1 0 R/Prev {start}".encode())


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a packed stream of 300 MB": lambda: _with_content(_bomb(300), DEFLATED),
    "one packed three times": lambda: _with_content(
        zlib.compress(zlib.compress(_bomb(300))), "/Filter[/FlateDecode/FlateDecode/FlateDecode]"
    ),
    "LZW": lambda: _with_content(random.Random(1).randbytes(2**18), "/Filter/LZWDecode"),
    "run lengths": lambda: _with_content(b"\x81a" * 2**20, "/Filter/RunLengthDecode"),
    "a predictor with endless rows": lambda: _with_content(
        zlib.compress(b"abc"), f"{DEFLATED}/DecodeParms<</Predictor 12/Columns 9999999999>>"
    ),
    "a damaged stream": lambda: _with_content(zlib.compress(random.Random(1).randbytes(2**21))[:-9], DEFLATED),
    "endless character ranges": lambda: _character_map("1 beginbfrange <00000000> <ffffffff> <0000> endbfrange"),
    "endless widths": lambda: pdf(WORDS).replace(b"/W[1 95 500]", b"/W[1 9999999999 500]"),
    "deeply nested arrays": lambda: pdf(WORDS + "[" * 10**6),
    "a million strokes": lambda: pdf(
        WORDS + "".join(line(i % 500, i % 800, i % 500 + 5, i % 800) for i in range(10**5)) * 10
    ),
    "a table of 50,000 cells": lambda: pdf(WORDS + ruled(range(0, 590, 3), range(0, 840, 3))),
    "a million characters": lambda: pdf(WORDS + text(80, 200, "字" * 1000) * 1000),
    "pictures of pictures": _forms,
    "5,000 pages": lambda: pdf(*[WORDS] * 5000),
    "a deep tree of pages": lambda: _tree(5000),
    "pages within themselves": lambda: _tree(3).replace(b"3 0 R", b"2 0 R"),
    "an earlier table that is itself": _earlier_table_is_itself,
    "a million objects without a table": lambda: b"%PDF-1.7\n" + b"9 0 obj\n<<>>\nendobj\n" * 10**6,
    "an endless string": lambda: b"%PDF-1.7\n1 0 obj\n" + b"(" * 10**7,
    "noise": lambda: b"%PDF-1.7\n" + random.Random(1).randbytes(2**22),
    "a table of 10**11 objects": lambda: b"%PDF-1.7\nxref\n0 99999999999\n" + b"0000000000 00000 n \n" * 10**5,
    "numbers beyond all": lambda: pdf(f"{WORDS} {'9' * 400} 0 0 1 0 0 cm 0 0 m 1 1 l S {WORDS}"),
    "no characters": lambda: pdf(WORDS + text(80, 200, "\x00\x01\ud7ff")),
}


@pytest.fixture(autouse=True)
def no_collector_callbacks() -> Iterator[None]:
    """Unhook what a test library times the collector with: an interruption landing there would only be reported."""
    hooked = gc.callbacks[:]
    gc.callbacks.clear()
    yield
    gc.callbacks.extend(hooked)


def _read_or_refuse(content: bytes) -> None:
    with contextlib.suppress(InputRefusal):
        read_pdf(content, "年报.pdf")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_or_refused_in_time(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_watch, "MOST_SECONDS", SHORT)
    monkeypatch.setattr(pdf_watch, "MOST_BLOCKS", 10**6)
    monkeypatch.setattr(pdf_file, "LARGEST_CONTENT", 2**24)
    content = HOSTILE[name]()
    start = time.thread_time()
    _read_or_refuse(content)
    assert time.thread_time() - start < SHORT + 2


def test_mutated_files_are_read_or_refused() -> None:
    chance, original = random.Random(7), pdf(WORDS, WORDS + ruled((80, 200, 300), (200, 230, 260)))
    for _ in range(150):
        content = bytearray(original)
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(len(content))
            content[place : place + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
        _read_or_refuse(bytes(content))


def test_the_time_allowed_leaves_a_second_of_five() -> None:
    assert pdf_watch.MOST_SECONDS <= 4


def test_work_within_the_limits_returns_its_result() -> None:
    assert within_limits(lambda: "年报") == "年报"


def test_work_that_takes_too_long_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_watch, "MOST_SECONDS", 0.05)
    with pytest.raises(LimitsExceededError):
        within_limits(_never_ends)


def test_work_that_catches_everything_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_watch, "MOST_SECONDS", 0.05)
    with pytest.raises(LimitsExceededError):
        within_limits(_never_gives_up)


def test_an_interruption_that_is_lost_is_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_watch, "MOST_SECONDS", 0.05)
    lost: list[BaseException] = []

    def lose_the_first() -> None:
        try:
            _never_ends()
        except BaseException as error:  # noqa: BLE001 - as a finalizer loses it
            lost.append(error)
        _never_ends()

    with pytest.raises(LimitsExceededError):
        within_limits(lose_the_first)
    assert len(lost) == 1


def test_work_that_takes_too_much_memory_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_watch, "MOST_BLOCKS", 10**5)
    with pytest.raises(LimitsExceededError):
        within_limits(lambda: [str(number) for number in range(10**9)])


def test_no_interruption_arrives_after_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_watch, "MOST_SECONDS", 0.0)
    for milliseconds in range(15, 30):
        with contextlib.suppress(LimitsExceededError):
            within_limits(lambda pause=milliseconds: time.sleep(pause / 1000))
    time.sleep(0.05)


def test_an_error_of_the_work_passes_through() -> None:
    with pytest.raises(ZeroDivisionError):
        within_limits(lambda: 1 // 0)


def _never_ends() -> None:
    number = 0
    while True:
        number += 1


def _never_gives_up() -> None:
    while True:
        try:
            _never_ends()
        except Exception:  # noqa: BLE001 - what libraries do
            continue
