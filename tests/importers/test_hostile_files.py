"""Files made to exhaust time or memory, to fetch something or to confuse: read or refused, soon and in one sentence."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from importers.reader import read_report
from models.errors import InputRefusal
from tests.importers import hostile_documents, hostile_workbooks
from tests.importers.documents import save
from tests.importers.hostile_documents import BROKEN_DOCUMENTS, DOCUMENTS
from tests.importers.hostile_pages import PAGES
from tests.importers.hostile_workbooks import BROKEN_WORKBOOKS, WORKBOOKS
from tests.reading_process import End, ReadingProcess

MOST_SECONDS = 5.0
MOST_MEGABYTES = 500
PATIENCE = 60.0
"""Seconds until a file counts as one that hangs; a busy machine takes many for five of computing."""

HOSTILE = {
    f"{kind}: {name}": make
    for kind, table in (
        ("document", DOCUMENTS),
        ("broken document", BROKEN_DOCUMENTS),
        ("workbook", WORKBOOKS),
        ("broken workbook", BROKEN_WORKBOOKS),
        ("page", PAGES),
    )
    for name, make in table.items()
}

LINKED: dict[str, Callable[[str], bytes]] = {
    "entity of a document": hostile_documents.with_external_entity,
    "declarations of a document": hostile_documents.with_external_declarations,
    "links of a document": hostile_documents.with_links,
    "entity of a workbook": hostile_workbooks.with_external_entity,
    "declarations of a workbook": hostile_workbooks.with_external_declarations,
    "links of a workbook": hostile_workbooks.with_links,
}
"""Files that would have something fetched from an address."""


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess(is_fresh=True) as process:
        yield process


def shortcomings(end: End) -> list[str]:
    """Say what is wrong with how a file ended."""
    found = {
        f"{end.how}: {end.said}": not end.is_proper,
        "more than one line": "\n" in end.said,
        f"{end.seconds:.1f} seconds": end.seconds > MOST_SECONDS,
        f"{end.megabytes} megabytes": end.megabytes > MOST_MEGABYTES,
    }
    return [what for what, is_wrong in found.items() if is_wrong]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_or_refused_in_time(name: str, process: ReadingProcess, tmp_path: Path) -> None:
    assert shortcomings(process.read(save(tmp_path, HOSTILE[name]()), PATIENCE)) == []


@pytest.mark.parametrize("make", LINKED.values(), ids=LINKED)
def test_a_file_that_it_links_to_is_not_opened(
    make: Callable[[str], bytes], process: ReadingProcess, tmp_path: Path
) -> None:
    pipe = tmp_path / "secret"
    os.mkfifo(pipe)  # who opens it waits for ever
    assert process.read(save(tmp_path, make(pipe.as_uri())), MOST_SECONDS).is_proper


@pytest.mark.parametrize("make", LINKED.values(), ids=LINKED)
def test_a_server_that_it_links_to_is_not_asked(make: Callable[[str], bytes], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        path = save(tmp_path, make(f"http://127.0.0.1:{server.getsockname()[1]}/a.xml"))
        server.settimeout(0.2)
        _read_or_refuse(path)
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize("make", [hostile_documents.with_links, hostile_workbooks.with_links])
def test_a_file_with_links_is_read_all_the_same(make: Callable[[str], bytes], tmp_path: Path) -> None:
    assert read_report(save(tmp_path, make("http://127.0.0.1:9/a.xml"))).report.cells


def _read_or_refuse(path: Path) -> None:
    try:
        read_report(path)
    except InputRefusal:
        return
