"""The headings of what a section has to speak of are put in where they lack."""

from hypothesis import given
from hypothesis import strategies as st

from models.form_file import current_form
from models.live_figures import LiveFigure
from models.live_text import LiveText
from models.topic_outline import with_topics

TOPICS = current_form().section("overview").topics
HEADINGS = [f"（{number}）{topic.name}" for number, topic in zip("一二三四五", TOPICS, strict=True)]


def outline(text: str) -> list[str]:
    return [line for line in with_topics(LiveText(text), TOPICS).text.split("\n") if line]


def test_an_empty_text_gets_all_of_them() -> None:
    assert outline("") == HEADINGS


def test_below_each_waits_an_empty_paragraph() -> None:
    assert with_topics(LiveText(""), TOPICS[:2]).text == f"{HEADINGS[0]}\n\n{HEADINGS[1]}\n"


def test_an_introduction_stays_before_them() -> None:
    assert outline("全年工作平稳。") == ["全年工作平稳。", *HEADINGS]


def test_one_that_lacks_comes_in_its_place_and_the_others_are_renumbered() -> None:
    text = "（一）主动公开\n发布信息。\n（二）政府信息管理\n清理文件。"
    assert outline(text) == [
        HEADINGS[0], "发布信息。", HEADINGS[1], HEADINGS[2], "清理文件。", HEADINGS[3], HEADINGS[4],
    ]  # fmt: skip


def test_a_heading_in_other_words_counts() -> None:
    text = "（一）主动公开情况。发布信息。\n（二）依申请办理\n（三）规范信息管理\n（四）平台建设\n（五）监督考核"
    assert with_topics(LiveText(text), TOPICS) == LiveText(text)


def test_live_figures_stay_on_their_words() -> None:
    text = "（一）依申请公开\n收到5件。"
    [figure] = with_topics(LiveText(text, (LiveFigure(11, 12, ("requests/received/total",)),)), TOPICS).live
    assert with_topics(LiveText(text), TOPICS).text[figure.start : figure.stop] == "5"


@given(st.lists(st.sampled_from([*HEADINGS, "正文。", ""]), max_size=8, unique=True).map("\n".join))
def test_doing_it_again_changes_nothing(text: str) -> None:
    once = with_topics(LiveText(text), TOPICS)
    assert with_topics(once, TOPICS) == once
