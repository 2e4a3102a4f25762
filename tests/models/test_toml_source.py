from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import pytest

from models.toml_source import DeclarationError, TomlSource

Read = Callable[[TomlSource], object]


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def a_source(**values: object) -> TomlSource:
    return TomlSource(values, "place", [])


def problems_of(source: TomlSource) -> list[str]:
    with pytest.raises(DeclarationError) as raised:
        source.raise_problems("file.toml")
    return list(raised.value.problems)


@pytest.mark.parametrize(("value", "expected"), [(True, True), (False, False), (None, False)])
def test_a_flag_is_off_until_it_is_set(value: bool | None, expected: bool) -> None:  # noqa: FBT001
    source = a_source() if value is None else a_source(key=value)
    assert source.flag("key") is expected
    source.raise_problems("file.toml")


@pytest.mark.parametrize("value", [0, 1, "true", []])
def test_a_flag_that_is_no_truth_value_is_noted(value: object) -> None:
    source = a_source(key=value)
    assert source.flag("key") is False
    assert problems_of(source) == ["place.key: true or false is expected"]


def test_a_pattern_is_compiled() -> None:
    assert a_source(key="第[一二]项").pattern("key").fullmatch("第二项")


def test_a_pattern_that_cannot_be_compiled_is_noted() -> None:
    source = a_source(key="第[一二项")
    assert source.pattern("key").pattern == ""
    (problem,) = problems_of(source)
    assert problem.startswith("place.key: a regular expression is expected: ")


def test_a_sound_source_raises_nothing() -> None:
    source = a_source(key="a", words=["b"], size=3)
    assert (source.text("key"), source.texts("words"), source.number("size")) == ("a", ("b",), 3)
    source.close()
    source.raise_problems("file.toml")


def test_absent_values_have_their_defaults() -> None:
    source = a_source()
    assert (source.text("a", "x"), source.texts("b"), source.number("c", 7), source.mapping("d")) == ("x", (), 7, {})
    assert (source.table("e"), source.tables("f"), source.choice("g", Colour, Colour.BLUE)) == (None, [], Colour.BLUE)
    source.raise_problems("file.toml")


@pytest.mark.parametrize(
    ("read", "problem"),
    [
        (lambda s: s.text("key"), "a text is expected"),
        (lambda s: s.texts("key", required=True), "a list of texts is expected"),
        (lambda s: s.number("key"), "a whole number from 1 is expected"),
        (lambda s: s.numbers("key"), "a list of positive whole numbers is expected"),
        (lambda s: s.choice("key", Colour), "one of red, blue is expected"),
        (lambda s: s.table("key"), "a table is expected"),
        (lambda s: s.tables("key", required=True), "a list of tables is expected"),
        (lambda s: s.mapping("key"), "a table of texts is expected"),
        (lambda s: s.pattern("key"), "a text is expected"),
    ],
)
@pytest.mark.parametrize("value", [True, [True], [0], 0, -1])
def test_a_value_of_the_wrong_type_is_noted_with_its_place(read: Read, problem: str, value: object) -> None:
    source = a_source(key=value)
    read(source)
    assert problems_of(source) == [f"place.key: {problem}"]


def test_an_empty_text_is_not_enough() -> None:
    source = a_source(key="")
    source.text("key")
    assert problems_of(source) == ["place.key: a text is expected"]


def test_a_key_nobody_reads_is_noted() -> None:
    source = a_source(nmae="slip")
    source.close()
    assert problems_of(source) == ["place.nmae: this key has no meaning here"]


def test_problems_inside_are_noted_with_the_whole_path() -> None:
    source = a_source(rows=[{"key": "a"}, {}], head={"size": 0})
    for row in source.tables("rows"):
        row.text("key")
    head = source.table("head")
    assert head is not None
    head.number("size")
    assert problems_of(source) == [
        "place.head.size: a whole number from 1 is expected",
        "place.rows[1].key: a text is expected",
    ]


def test_the_whole_file_has_no_place_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "file.toml"
    path.write_text("size = 1", encoding="utf-8")
    source = TomlSource.open(path)
    source.text("key")
    assert problems_of(source) == ["key: a text is expected"]


def test_an_error_lists_its_problems_under_the_file_name() -> None:
    assert str(DeclarationError("file.toml", ["a: wrong", "b: wrong"])) == "file.toml:\na: wrong\nb: wrong"


@pytest.mark.parametrize("content", [b"key = ", b"\xff\xfe", "key = “a”".encode("gb18030")])
def test_a_file_that_is_no_toml_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.toml"
    path.write_bytes(content)
    with pytest.raises(DeclarationError, match=r"^file\.toml:\n"):
        TomlSource.open(path)


def test_a_byte_order_mark_is_tolerated(tmp_path: Path) -> None:
    path = tmp_path / "file.toml"
    path.write_bytes(b'\xef\xbb\xbfkey = "a"')
    assert TomlSource.open(path).text("key") == "a"
