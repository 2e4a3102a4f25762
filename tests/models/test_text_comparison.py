"""Two years' texts side by side: which paragraphs belong together, and what differs in them."""

from hypothesis import given
from hypothesis import strategies as st

from models.form_file import current_form
from models.new_year import start_new_year
from models.report import Edit
from models.text_comparison import TextComparison, compared, compared_with_last_year
from tests.builders import a_report

REVIEWED = "全年共审查各类公开属性标注，逐件留痕"
TRAINED = "组织业务培训两次，参训人员覆盖全部科室"


def marked(before: str, now: str) -> tuple[list[str], list[str]]:
    comparison = compared(before, now)
    gone = [before[span.start : span.stop] for span in comparison.removed]
    return gone, [now[span.start : span.stop] for span in comparison.added]


def test_the_same_text_has_no_difference() -> None:
    assert compared("甲\n乙", "甲\n乙") == TextComparison(((0, 0), (1, 1)), (), ())


def test_a_number_differs_as_a_whole() -> None:
    assert marked("主动公开信息1,203条。", "主动公开信息1,305条。") == (["1,203"], ["1,305"])


def test_only_the_changed_words_of_a_clause_are_marked() -> None:
    assert marked("各单位认真落实公开要求。", "各单位认真落实主动公开要求。") == ([], ["主动"])


def test_a_clause_that_is_another_is_marked_whole() -> None:
    assert marked("机制健全，平台稳定运行。", "机制健全，人员配备到位。") == (["平台稳定运行。"], ["人员配备到位。"])


def test_single_characters_that_happen_to_be_the_same_are_no_islands() -> None:
    assert marked("会议研究了三项制度并公布。", "会议审议了五项制度并公布。") == (["研究了三"], ["审议了五"])


def test_a_new_paragraph_has_no_counterpart() -> None:
    comparison = compared(REVIEWED, f"{TRAINED}\n{REVIEWED}")
    assert comparison.pairs == ((None, 0), (0, 1))
    assert marked(REVIEWED, f"{TRAINED}\n{REVIEWED}") == ([], [TRAINED])


def test_a_paragraph_that_is_gone_has_no_counterpart() -> None:
    assert compared(f"{TRAINED}\n{REVIEWED}", REVIEWED).pairs == ((0, None), (1, 0))


def test_changed_paragraphs_belong_to_those_they_resemble() -> None:
    before, now = f"{REVIEWED}3件\n{TRAINED}", f"全新的一段话\n{REVIEWED}5件\n{TRAINED}共两期"
    assert compared(before, now).pairs == ((None, 0), (0, 1), (1, 2))


def test_years_that_moved_on_by_rule_are_no_difference() -> None:
    draft = start_new_year(a_report(texts={"overview": "2024年受理申请6件。"}), current_form(), 2025)
    comparison = compared_with_last_year(draft, "overview")
    assert (comparison.removed, comparison.added) == ((), ())


def test_marks_of_last_years_text_stand_in_it_as_it_was_written() -> None:
    draft = start_new_year(a_report(texts={"overview": "2024年受理申请6件。"}), current_form(), 2025)
    draft.apply(Edit(texts={"overview": "2025年受理申请7件。"}))
    (gone,) = compared_with_last_year(draft, "overview").removed
    assert "2024年受理申请6件。"[gone.start : gone.stop] == "6"


def test_nothing_known_of_last_year_is_an_empty_text() -> None:
    assert compared_with_last_year(a_report(texts={"overview": "今年。"}), "overview").removed == ()


@given(*(st.text("甲乙丙，。1 2\n🙂", max_size=60) for _ in range(2)))
def test_what_is_not_marked_is_the_same_in_both(before: str, now: str) -> None:
    comparison = compared(before, now)

    def kept(text: str, spans: object) -> str:
        parts, at = [], 0
        for span in spans:  # type: ignore[attr-defined]
            assert at <= span.start < span.stop
            parts.append(text[at : span.start])
            at = span.stop
        return "".join([*parts, text[at:]]).replace("\n", "")

    assert kept(before, comparison.removed) == kept(now, comparison.added)


@given(*(st.text("甲乙\n", max_size=40) for _ in range(2)))
def test_every_paragraph_has_its_place_and_order(before: str, now: str) -> None:
    pairs = compared(before, now).pairs
    assert [one for one, _ in pairs if one is not None] == list(range(before.count("\n") + 1))
    assert [other for _, other in pairs if other is not None] == list(range(now.count("\n") + 1))
