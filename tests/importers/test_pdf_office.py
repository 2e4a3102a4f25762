"""Our own reports, laid out as PDF by LibreOffice, come back as they were."""

import random
import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from exporters.word import word_bytes
from importers.pdf_file import SafeDocument
from importers.pdf_page import pages_of
from importers.pdf_tables import tables_on
from importers.reader import ReadReport, read_report
from models.errors import InputRefusal
from models.form import Form
from models.form_file import known_forms
from models.report import Report
from tests.builders import a_report, content_of, third_form
from tests.importers.documents import zipped
from tests.office import convert, convert_all

WORDS = "本机关坚持公开为常态全年主动发布各类信息按时办理申请事项持续加强平台建设和监督保障工作"
SEEDS = range(14)
FORMS: Mapping[str, Form] = {**known_forms(), third_form().key: third_form()}


def _paragraph(chance: random.Random) -> str:
    """Return a paragraph of one line or many."""
    return "".join(f"{_words(chance)}{chance.randint(1, 9999)}件、" for _ in range(chance.randint(1, 30)))[:-1] + "。"


def _words(chance: random.Random) -> str:
    return "".join(chance.choices(WORDS, k=chance.randint(3, 25)))


def _report(seed: int) -> Report:
    """Return a report with random figures, and texts so long that its tables stand anywhere on the pages."""
    chance = random.Random(seed)
    form = list(FORMS.values())[seed % len(FORMS)]
    figures = {
        name: chance.choice(["", "/", "0", str(chance.randint(1, 10 ** chance.randint(1, 5)))])
        for name in form.typed_cells
    }
    noted = chance.sample(form.typed_cells, 2)
    figures.update({name: f"{chance.randint(1, 99)}（其中修订{chance.randint(1, 9)}件）" for name in noted})
    texts = {key: "\n".join(_paragraph(chance) for _ in range(chance.randint(1, 5))) for key in form.text_sections}
    return a_report(figures, texts=texts, form=form)


def _loosened(content: bytes, seed: int) -> bytes:
    """Return a document whose tables break anywhere, within rows too; half of them repeat no header."""
    kept = (
        r"<w:(?:keepNext|keepLines|cantSplit|tblHeader)[^>]*/>"
        if seed % 2
        else r"<w:(?:keepNext|keepLines|cantSplit)[^>]*/>"
    )
    with ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    for name in ("word/document.xml", "word/styles.xml"):
        parts[name] = re.sub(kept, "", parts[name])
    height = random.Random(seed).choice((320, 600, 900))
    parts["word/document.xml"] = re.sub(
        r'<w:trHeight w:val="\d+"', f'<w:trHeight w:val="{height}"', parts["word/document.xml"]
    )
    return zipped(parts)


def _comparable(report: Report) -> dict[str, object]:
    """Return all a report holds; of texts letters and digits, for LibreOffice loses commas at the ends of lines."""
    texts = {key: [re.sub(r"\W", "", line) for line in text.split("\n")] for key, text in report.texts.items() if text}
    return {**content_of(report), "texts": texts}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    folder = tmp_path_factory.mktemp("printed")
    paths = []
    for seed in SEEDS:
        path = folder / f"年报{seed}.docx"
        content = word_bytes(_report(seed))
        path.write_bytes(_loosened(content, seed) if seed > len(FORMS) else content)
        paths.append(path)
    return dict(zip(SEEDS, convert_all(paths, "pdf", folder / "pdf"), strict=True))


@pytest.fixture(scope="module")
def read(printed: dict[int, Path]) -> dict[int, ReadReport]:
    return {seed: read_report(path, FORMS) for seed, path in printed.items()}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_printed_report_comes_back_whole(seed: int, read: dict[int, ReadReport]) -> None:
    assert _comparable(read[seed].report) == _comparable(_report(seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_of_a_printed_report_is_left_over(seed: int, read: dict[int, ReadReport]) -> None:
    assert read[seed].notes.unplaced == ()


def test_tables_of_some_printed_reports_are_cut_by_pages(printed: dict[int, Path]) -> None:
    drawn = {
        seed: sum(len(tables_on(page)) for page in pages_of(SafeDocument(path.read_bytes())))
        for seed, path in printed.items()
    }
    assert sum(drawn[seed] > len(_report(seed).form.tables) for seed in SEEDS) > 2


def _encrypted(path: Path, folder: Path, properties: str) -> Path:
    return convert(path, f"pdf:writer_pdf_Export:{{{properties}}}", folder)


def test_a_report_locked_against_changes_only_is_read(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(word_bytes(_report(0)))
    lock = '"RestrictPermissions":{"type":"boolean","value":"true"},"PermissionPassword":{"type":"string","value":"a"}'
    assert _comparable(read_report(_encrypted(path, tmp_path / "pdf", lock)).report) == _comparable(_report(0))


def test_a_report_with_a_password_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(word_bytes(_report(0)))
    lock = '"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"a"}'
    with pytest.raises(InputRefusal, match="打开密码"):
        read_report(_encrypted(path, tmp_path / "pdf", lock))
