"""A report remembers the titles of the file it was read from, in its order, for the check of its parts."""

from pathlib import Path

import pytest

from exporters.excel import excel_bytes
from exporters.word import word_bytes
from importers.reader import read_report
from models.checks import find_problems
from models.form_file import current_form
from storage.native_file import load_native, save_native
from tests.builders import a_clean_report
from tests.models.checks.examples import messages

TITLES = tuple((section.key, section.title) for section in current_form().sections if section.title)
TEXTS = {"overview": "各项工作平稳有序。", "problems": "栏目更新不够及时。", "other_matters": "没有收取信息处理费。"}


def headings_of(folder: Path, lines: list[str]) -> tuple[tuple[str, str], ...]:
    path = folder / "年报.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_report(path).report.headings


def lines_with(titles: dict[str, str]) -> list[str]:
    return [line for key, title in titles.items() for line in (title, TEXTS.get(key, "见表。"))]


def test_titles_are_kept_as_the_file_has_them(tmp_path: Path) -> None:
    titles = dict(TITLES) | {"overview": "一 、总体情况：", "problems": "五、存在的主要问题及该进情况"}
    assert headings_of(tmp_path, lines_with(titles)) == tuple(titles.items())


def test_titles_are_kept_in_the_order_of_the_file(tmp_path: Path) -> None:
    titles = dict(sorted(TITLES, key=lambda pair: pair[0]))
    assert headings_of(tmp_path, lines_with(titles)) == tuple(titles.items())


def test_a_title_that_is_missing_is_not_kept(tmp_path: Path) -> None:
    titles = {key: title for key, title in TITLES if key != "review_litigation"}
    assert headings_of(tmp_path, lines_with(titles)) == tuple(titles.items())


def test_of_titles_in_a_table_of_contents_the_later_ones_count(tmp_path: Path) -> None:
    contents = ["目录", *(title for _, title in TITLES)]
    titles = dict(TITLES) | {"overview": "一、总体情况。"}
    assert headings_of(tmp_path, [*contents, *lines_with(titles)]) == tuple(titles.items())


def test_a_title_in_one_paragraph_with_the_text_is_known_without_its_words(tmp_path: Path) -> None:
    lines = lines_with({key: title for key, title in TITLES if key != "problems"})
    lines[-2:-2] = [f"{dict(TITLES)['problems']}。{TEXTS['problems']}"]
    assert headings_of(tmp_path, lines) == tuple((key, title if key != "problems" else "") for key, title in TITLES)


def test_a_document_of_our_own_has_nothing_to_tell(tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(word_bytes(a_clean_report()))
    report = read_report(tmp_path / "年报.docx").report
    assert report.headings == TITLES
    assert find_problems(report) == ()


def test_sheets_of_a_workbook_have_no_order(tmp_path: Path) -> None:
    (tmp_path / "年报.xlsx").write_bytes(excel_bytes(a_clean_report()))
    report = read_report(tmp_path / "年报.xlsx").report
    assert report.headings == TITLES
    assert find_problems(report) == ()


def test_a_native_file_has_no_titles(tmp_path: Path) -> None:
    save_native(a_clean_report(), tmp_path / "年报.gknb")
    assert load_native(tmp_path / "年报.gknb").headings == ()


@pytest.mark.parametrize(
    ("key", "title", "sentence"),
    [
        ("overview", "一、概述", "题名写作“一、概述”，应为“一、总体情况”"),
        ("problems", "四、存在的主要问题及改进情况", "编号与规定不符：“四、存在的主要问题及改进情况”应为“五、"),
    ],
)
def test_what_is_wrong_with_a_title_is_found(tmp_path: Path, key: str, title: str, sentence: str) -> None:
    path = tmp_path / "年报.txt"
    path.write_text("\n".join(lines_with(dict(TITLES) | {key: title})), encoding="utf-8")
    assert any(sentence in message for message in messages(read_report(path).report, "section"))
