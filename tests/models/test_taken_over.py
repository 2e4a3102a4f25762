import pytest

from models.form_file import current_form
from models.new_year import start_new_year
from models.report import Edit, Head, LastYear, Report
from models.taken_over import taken_over, untouched_count
from models.text_edits import full_width_edit
from tests.builders import a_report

LAST = "2024年受理申请6件。均已办结；无结转。"


def a_draft(last: str = LAST, text: str | None = None, *, year: int | None = 2024, new_year: int = 2025) -> Report:
    """Return the draft made from a report with this overview, its own overview then as given and still marked."""
    draft = start_new_year(a_report(texts={"overview": last}, year=year), current_form(), new_year)
    if text is not None:
        draft.apply(Edit(texts={"overview": text}, still_last_years=frozenset(["overview"])))
    return draft


def whole(report: Report) -> list[str]:
    text = report.text("overview")
    return [each.span.part_of(text) for each in taken_over(report, "overview", text) if each.is_whole]


def figures(report: Report) -> list[str]:
    text = report.text("overview")
    return [span.part_of(text) for each in taken_over(report, "overview", text) for span in each.figures]


def count(report: Report, section: str) -> int:
    return untouched_count(report, report.form.section(section))


# ── sentences ───────────────────────────────────────────────────────────


def test_a_sentence_of_last_year_with_its_year_moved_on_is_taken_over() -> None:
    assert whole(a_draft(LAST, "2025年受理申请6件。全部依法答复。")) == ["2025年受理申请6件。"]


def test_a_sentence_that_was_touched_is_this_years() -> None:
    assert whole(a_draft(LAST, "2025年受理申请7件。均已办结；")) == ["均已办结；"]


def test_without_last_years_text_nothing_is_taken_over() -> None:
    report = a_draft(LAST, "均已办结；")
    report.last_year = None
    assert whole(report) == []


def test_in_a_section_without_a_mark_nothing_is_taken_over() -> None:
    report = a_draft()
    report.apply(Edit(texts={"overview": LAST.replace("2024", "2025")}))
    assert whole(report) == []


def test_a_draft_of_a_later_year_is_taken_over_too() -> None:
    report = a_draft(new_year=2027)
    assert whole(report) == ["2027年受理申请6件。", "均已办结；", "无结转。"]


def test_another_year_set_afterwards_leaves_the_sentences_last_years() -> None:
    report = a_draft()
    report.apply(Edit(head=Head("某某市人民政府", 2027)))
    assert len(whole(report)) == 3


def test_a_confirmed_sentence_is_this_years() -> None:
    report = a_draft()
    report.apply(
        Edit(
            texts={"overview": report.text("overview")},
            still_last_years=frozenset(["overview"]),
            confirmed={"overview": frozenset(["2025年受理申请6件", "无结转"])},
        )
    )
    assert whole(report) == ["均已办结；"]


def test_a_sentence_is_still_last_years_when_its_marks_are_made_full_width() -> None:
    report = a_draft("全年平稳,受理6件;均已办结.\n无结转(含往年)。")
    before, names = whole(report), report.confirmed
    report.apply(full_width_edit(report, "overview"))
    assert report.text("overview") == "全年平稳，受理6件；均已办结。\n无结转（含往年）。"
    assert [len(each) for each in whole(report)] == [len(each) for each in before]
    assert (figures(report), report.confirmed) == (["6"], names)


def test_what_was_confirmed_stays_so_when_its_marks_are_made_full_width() -> None:
    report = a_draft("全年平稳,受理6件.无结转.", None)
    report.apply(
        Edit(
            texts={"overview": report.text("overview")},
            still_last_years=frozenset(["overview"]),
            confirmed={"overview": frozenset(["全年平稳,受理6件."])},
        )
    )
    report.apply(full_width_edit(report, "overview"))
    assert whole(report) == ["无结转。"]


# ── figures ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("text", "expected"), [
    ("受理6件，答复1,234件，占98.5%。", ["6", "1,234", "98.5%"]),
    ("答复1，234件。", ["1，234"]),
    ("2025年1月20日，按〔2021〕30号、第711号办理5件。", ["5"]),
    ("一是完善制度。", []),
    ("来信请寄某某路（邮编：223001）；邮 政 编 码 223100。", []),
    ("联系电话：0517-83664000，传真（0517）83664001转802，热线电话010—12345678、87654321。", []),
    ("电子邮箱gk2024@163.com，网址http://www.mou365.gov.cn/2024/10.html，www.mou365.cn。", []),
    ("电话咨询120次，邮编错误3处，12345热线转来33件，电话12次、来访8次。", ["120", "3", "33", "12", "8"]),
    ("平台访问量0517835次，比上年-5%；受理热线123456件。", ["0517835", "5%", "123456"]),
])  # fmt: skip
def test_figures_are_numbers_but_not_dates_or_document_numbers(text: str, expected: list[str]) -> None:
    assert figures(a_draft(text, text, year=None)) == expected


def test_a_figure_beside_one_that_was_changed_stays_marked() -> None:
    report = a_draft("受理6件，其中自然人5件、法人1件。", "受理7件，其中自然人5件、法人1件。")
    assert (whole(report), figures(report)) == ([], ["5", "1"])


def test_a_figure_in_a_sentence_whose_words_were_changed_stays_marked() -> None:
    report = a_draft("受理6件，均已按期答复。", "受理6件，均已依法答复。")
    assert (whole(report), figures(report)) == ([], ["6"])


def test_a_new_sentence_with_a_short_phrase_of_last_years_is_this_years() -> None:
    assert whole(a_draft("同时，培训工作人员2次。", "同时，开展自查。")) == []


def test_a_confirmed_figure_is_not_marked_though_its_sentence_is() -> None:
    report = a_draft("受理6件，公开3件。")
    text = report.text("overview")
    left = taken_over(report, "overview", text, frozenset(["受理6件"]))
    assert [(each.is_whole, [span.part_of(text) for span in each.figures]) for each in left] == [(True, ["3"])]


# ── counting ────────────────────────────────────────────────────────────


def test_sentences_are_counted_in_a_text_and_cells_in_a_table() -> None:
    last = a_report(
        {"requests/carried_out/natural_person": "3", "requests/carried_out/other": "0", "proactive/fees/amount": "1"},
        texts={"overview": LAST, "problems": "仍有不足。"},
    )
    draft = start_new_year(last, current_form())
    counts = {section.key: count(draft, section.key) for section in draft.form.sections}
    assert {key: number for key, number in counts.items() if number} == {"overview": 3, "requests": 2, "problems": 1}


def test_a_sentence_with_several_figures_is_one_place() -> None:
    assert count(a_draft("受理6件，公开3件。", "受理7件，公开3件。"), "overview") == 1


def test_a_text_marked_without_last_years_words_is_one_place() -> None:
    report = a_draft()
    report.last_year = LastYear(2024)
    assert count(report, "overview") == 1


def test_a_touched_text_is_no_place() -> None:
    report = a_draft()
    report.apply(Edit(texts={"overview": "另写。"}))
    assert count(report, "overview") == 0
