"""The files of a command: read with their notes told, written all or none, never one over another; no Qt here."""

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from models.errors import RequestRefusal
from models.new_year import last_year_of
from models.report import Report
from storage.atomic_write import write_all_atomically
from ui.arguments import STANDARD_OUTPUT
from ui.console import put_out, tell
from ui.report_files import open_report, same_file


def read_report(path: Path) -> Report:
    """Return the report in a file; what is to be looked at goes to standard error.

    Raises:
        InputRefusal: where the file holds no report that the program can read.
    """
    opened = open_report(path)
    for note in opened.notes:
        tell(note)
    return opened.report


def read_beside_last_year(path: Path, last_year: Path | None) -> Report:
    """Return the report in a file, last year's attached to it where a file of that is named; notes as above.

    Raises:
        InputRefusal: where one of the files holds no report that the program can read.
        RequestRefusal: where last year's has another form than it can have.
    """
    report = read_report(path)
    if last_year is not None:
        report.last_year = last_year_of(read_report(last_year), report.form)
    return report


def refuse_clashes(outputs: Collection[Path], sources: Iterable[Path]) -> None:
    """Refuse outputs that would be written over each other or over a file that is read.

    Raises:
        RequestRefusal: where two of them are the same file.
    """
    if len({os.path.realpath(path) for path in outputs}) < len(outputs):
        raise RequestRefusal("有两个输出要写到同一个文件，请给它们不同的文件名")
    for source in sources:
        if any(same_file(source, path) for path in outputs):
            raise RequestRefusal(f"有一个输出就是要读取的文件“{source}”，请换一个文件名")


def write_outputs(contents: Mapping[Path, bytes]) -> None:
    """Write everything or, where a file refuses, nothing; standard output cannot be taken back and goes first.

    Raises:
        OutputRefusal: where a file cannot be written.
    """
    if STANDARD_OUTPUT in contents:
        put_out(contents[STANDARD_OUTPUT])
    write_all_atomically({path: content for path, content in contents.items() if path != STANDARD_OUTPUT})
