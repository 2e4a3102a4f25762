"""Long names broken over lines by sense."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.print_fit import ems
from exporters.print_names import lines_by_sense

ROOM = 20

BROKEN = [
    "宁夏回族自治区某某市／市场监督管理局（知识产权局）",
    "内蒙古自治区呼伦贝尔市／莫力达瓦达斡尔族自治旗住房和城乡建设局",
    "内蒙古自治区呼伦贝尔市／莫力达瓦达斡尔族自治旗住房和城乡建设局／（人民防空办公室、地震局）",
    "中国（上海）自由贸易试验区／临港新片区管理委员会办公室",
    "黔西南布依族苗族自治州自然资源和规划局／（林业局、不动产登记中心）",
    "湖南省津市市人民政府／办公室政务公开工作领导小组",
    "江苏省镇江市丹徒区高桥镇／人民政府便民服务中心办公室",
    "四川省阿坝藏族羌族自治州／若尔盖县达扎寺镇人民政府",
    "贵州省某某市城市管理局／综合行政执法支队某某大队",
    "某某市某某高新技术产业开发区／管委会社会事务服务中心",
]


@pytest.mark.parametrize("name", ["", "某某市人民政府", "广东省广州市南沙经济技术开发区管理委员会"])
def test_a_name_that_fits_is_left_whole(name: str) -> None:
    assert lines_by_sense(name, ROOM) == (name,)


@pytest.mark.parametrize("broken", BROKEN)
def test_a_long_name_is_broken_after_a_unit_a_body_or_before_its_second_name(broken: str) -> None:
    lines = tuple(broken.split("／"))

    assert lines_by_sense("".join(lines), ROOM) == lines


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("某某省某某地区某某县某某街道某某社区市场服务站", "市场"),
        ("某某省某某地区某某行署呼和浩特商务事务联络中心", "呼和浩特"),
        ("某某省驻广州市各单位事务联络服务工作领导小组", "广州市"),
        ("某某省某某地区某某行署城乡居民养老保险管理中心", "城乡居民"),
        ("某某自治区津市市某某街道办事处政务公开服务中心", "津市市"),
    ],
)
def test_a_word_that_holds_the_name_of_a_unit_stays_whole(name: str, word: str) -> None:
    assert any(word in line for line in lines_by_sense(name, 16))


def test_a_name_without_a_place_to_break_at_is_halved() -> None:
    assert [len(line) for line in lines_by_sense("字" * 23, ROOM)] == [11, 12]


def test_a_number_is_never_broken() -> None:
    assert "20240001" in " ".join(lines_by_sense("字" * 17 + "20240001" + "字" * 6, ROOM))


def test_a_name_longer_than_four_lines_is_left_to_the_program_that_shows_it() -> None:
    assert lines_by_sense("字" * 100, ROOM) == ("字" * 100,)


@given(st.text("某省市区县和（）、局委员会办公室政府A1 ", max_size=60), st.integers(5, 28))
def test_lines_make_the_name_fit_their_room_and_hold_two_characters_at_least(name: str, room: int) -> None:
    lines = lines_by_sense(name, room)

    assert "".join(lines) == name
    assert len(lines) == 1 or (max(map(ems, lines)) <= room and min(map(len, lines)) > 1)
