import pytest

from models.statements.agents import Agent, agent_of

CITY = "某某市人民政府办公室"
BUREAU = "某某市教育局"


@pytest.mark.parametrize(
    "words", ["我局", "2024年，本机关共", "全市各级行政机关", "市政府办公室", "某某市人民政府办公室2024年"]
)
def test_an_agency_is_known_by_any_of_its_names(words: str) -> None:
    assert agent_of(words, CITY) is Agent.OWN


@pytest.mark.parametrize("words", ["市教育局", "开发区管委会共", "县卫健委全年"])
def test_another_agency_is_told_from_the_reports_own(words: str) -> None:
    assert agent_of(words, CITY) is Agent.OTHER


@pytest.mark.parametrize("words", ["代区政府", "区政府办代表区政府受理", "全年备案"])
def test_figures_on_behalf_of_others_or_on_file_are_a_part(words: str) -> None:
    assert agent_of(words, CITY) is Agent.SCOPED


@pytest.mark.parametrize("words", ["协助县政府", "配合市政府办公室", "聘请律师参与"])
def test_work_done_for_or_by_others_is_theirs(words: str) -> None:
    assert agent_of(words, CITY) is Agent.OTHER


def test_a_bureau_that_speaks_of_the_whole_city_gives_more_than_its_own() -> None:
    assert agent_of("全市共", BUREAU) is Agent.SCOPED


@pytest.mark.parametrize(
    ("words", "agency"),
    [("全市共", "某某县人民政府"), ("全省共", CITY), ("全县共", BUREAU), ("全市共", "某某市某某区城市管理局")],
)
def test_a_region_that_is_not_the_agencys_is_anothers(words: str, agency: str) -> None:
    assert agent_of(words, agency) is Agent.OTHER


@pytest.mark.parametrize(
    ("words", "agency"),
    [("全市共", "某某市市场监督管理局"), ("全区共", "某某自治区某某厅"), ("全市共", "某某市人民政府办公厅")],
)
def test_a_region_named_like_the_agencys_is_its_own(words: str, agency: str) -> None:
    assert agent_of(words, agency) is not Agent.OTHER


@pytest.mark.parametrize("words", ["", "2024年", "全年共", "依法及时"])
def test_words_of_time_and_manner_name_nobody(words: str) -> None:
    assert agent_of(words, CITY) is None
