import pytest

from models.form_file import known_forms
from models.report import Report
from tests.builders import a_clean_report, a_report
from tests.models.checks.examples import messages, quotes


def citing(text: str, year: int | None = 2024) -> Report:
    return a_clean_report(texts={"preamble": text}, year=year)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("依据国办公开办函〔2019〕60号编写。", "公开办函〔2019〕60号"),
        ("依据国办公开办函[2019]60号编写。", "公开办函[2019]60号"),
        ("依据国办公开办函（2019） 60 号编写。", "公开办函（2019） 60 号"),
        ("依据《条例》（国务院令第492号）编写。", "国务院令第492号"),
        ("依据《条例》（国令第492号）编写。", "国令第492号"),
        ("依据《条例》（第492号）编写。", "第492号"),
    ],
)
def test_a_document_that_was_replaced_is_quoted(text: str, quote: str) -> None:
    assert quotes(citing(text), "outdated-basis") == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "依据国办公开办函〔2021〕30号和国务院令第711号编写。",
        "依据国办公开办函〔2021〕30号编写，该文代替国办公开办函〔2019〕60号。",
        "《条例》2007年以国务院令第492号公布，2019年以第711号修订。",
        "依据某政办发〔2019〕60号的要求编写。",
        "全年收到申请492件。",
    ],
)
def test_what_is_in_force_or_tells_the_history_is_left_alone(text: str) -> None:
    assert not quotes(citing(text), "outdated-basis")


@pytest.mark.parametrize(("year", "count"), [(2019, 0), (2020, 0), (2021, 1), (2022, 1), (None, 1)])
def test_a_document_may_be_cited_until_it_was_replaced(year: int | None, count: int) -> None:
    report = a_report(
        texts={"preamble": "依据国办公开办函〔2019〕60号。"}, year=year, form=known_forms()["zfxxgk-2019"]
    )
    assert len(quotes(report, "outdated-basis")) == count


def test_the_document_in_its_place_is_told() -> None:
    assert messages(citing("依据国办公开办函〔2019〕60号编写。"), "outdated-basis") == [
        "标题与前言：引用了“公开办函〔2019〕60号”，它已由国办公开办函〔2021〕30号代替，请改为国办公开办函〔2021〕30号"
    ]
