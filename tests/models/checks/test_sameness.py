import pytest

from models.form_file import current_form
from models.new_year import start_new_year
from models.report import Edit
from tests.builders import a_clean_report, clean_texts
from tests.models.checks.examples import ANOTHER_YEAR, found, last_year, messages

REVIEW = "review_litigation/review"
PARAGRAPH = (
    "全市依托政务服务大厅、图书馆和档案馆设立查阅场所，配备专人引导，"
    "方便不会上网的群众查阅政府信息和提出申请，全年接待群众三千余人次。"
)
OTHERS = (
    "起草部门对解读质量负责，发布前征求服务窗口和企业代表的意见，发布后根据咨询情况补充问答，确保群众看得懂、用得上。",
    "按季度组织业务培训和案例研讨，把复议、诉讼中发现的问题作为培训重点，基层工作人员的答复能力有了明显的提高。",
)

# ── texts ───────────────────────────────────────────────────────────────


def alike(now: str, before: str, section: str = "overview") -> list[str]:
    report = a_clean_report(texts={section: now}, last_year=last_year(texts={section: before}))
    return messages(report, "same-as-last-year")


def test_a_section_that_is_last_years_is_told_once() -> None:
    assert alike(clean_texts()["overview"], clean_texts(2023)["overview"]) == [
        "总体情况：整个部分与2023年报告几乎相同（相似 100%）；内容雷同会被追责，请按本年的情况改写，属实的写明理由"
    ]


def test_a_paragraph_that_is_last_years_is_told_by_its_beginning() -> None:
    report = a_clean_report(
        texts={"overview": "\n".join([*OTHERS, f"　　{PARAGRAPH}"])}, last_year=last_year(texts={"overview": PARAGRAPH})
    )
    (finding,) = found(report, "same-as-last-year")
    assert finding.message.startswith("总体情况：这一段与2023年报告几乎相同（相似 100%）")
    assert finding.quote == PARAGRAPH[:30]
    assert report.text("overview")[finding.start :].startswith(finding.quote)


def test_a_few_changed_words_do_not_hide_it() -> None:
    assert alike("\n".join([*OTHERS, PARAGRAPH.replace("三千", "四千")]), PARAGRAPH)


def test_a_paragraph_with_new_figures_throughout_is_new() -> None:
    sentence = "新收申请{}件，办结{}件，其中予以公开{}件、部分公开{}件、不予公开{}件、无法提供{}件，结转{}件。"
    now, before = (3525, 3521, 1431, 471, 92, 941, 125), (2987, 3006, 1120, 388, 75, 860, 121)
    assert not alike(sentence.format(*now), sentence.format(*before))


@pytest.mark.parametrize("section", ["preamble", "other_matters"])
def test_what_is_the_same_every_year_by_its_nature_is_not_compared(section: str) -> None:
    assert not alike(clean_texts()[section], clean_texts(2023)[section], section)


def test_short_paragraphs_are_not_compared_one_by_one() -> None:
    assert not alike("\n".join([*OTHERS, "各项工作平稳有序。"]), "各项工作平稳有序。")


def test_a_text_of_short_paragraphs_is_compared_as_a_whole() -> None:
    lines = "主动公开信息及时更新。\n申请统一登记、逐件答复。\n发布前先行审查。\n网站栏目定期巡查。\n考核结果按期通报。"
    assert alike(lines, lines)


def test_a_short_text_may_be_the_same() -> None:
    assert not alike("本年度没有发现突出问题。", "本年度没有发现突出问题。")


def test_another_text_is_new() -> None:
    assert not found(a_clean_report(last_year=last_year(texts=ANOTHER_YEAR)), "same-as-last-year")


def test_the_report_of_two_years_before_is_not_compared() -> None:
    report = a_clean_report(last_year=last_year(texts=clean_texts(2022), year=2022))
    assert not found(report, "same-as-last-year")


def test_a_new_years_draft_is_last_years_until_it_is_rewritten() -> None:
    draft = start_new_year(a_clean_report(), current_form())
    assert [finding.section for finding in found(draft, "same-as-last-year")] == ["overview", "problems"]
    draft.apply(Edit(texts={"overview": ANOTHER_YEAR["overview"], "problems": ANOTHER_YEAR["problems"]}))
    assert not found(draft, "same-as-last-year")


# ── tables ──────────────────────────────────────────────────────────────


def test_a_table_with_last_years_figures_is_told_with_their_number() -> None:
    cells = {f"{REVIEW}/upheld": "12", f"{REVIEW}/pending": "34"}
    report = a_clean_report(cells, last_year=last_year(cells | {f"{REVIEW}/other": "0"}))
    (finding,) = found(report, "same-as-last-year")
    assert finding.message == "表四：不是 0 的 2 格与2023年报告完全相同；请核对是否还没有改成本年的数，属实的写明理由"
    assert finding.cells == (f"{REVIEW}/upheld", f"{REVIEW}/pending")


@pytest.mark.parametrize(
    "before", [{"upheld": "12", "pending": "35"}, {"upheld": "12"}, {"upheld": "12", "other": "34"}]
)
def test_a_table_with_one_other_figure_is_new(before: dict[str, str]) -> None:
    cells = {f"{REVIEW}/upheld": "12", f"{REVIEW}/pending": "34"}
    report = a_clean_report(cells, last_year=last_year({f"{REVIEW}/{key}": text for key, text in before.items()}))
    assert not found(report, "same-as-last-year")


@pytest.mark.parametrize("cells", [{}, {f"{REVIEW}/upheld": "1", f"{REVIEW}/pending": "2"}])
def test_a_few_small_figures_may_be_the_same_by_chance(cells: dict[str, str]) -> None:
    assert not found(a_clean_report(cells, last_year=last_year(cells)), "same-as-last-year")


def test_what_stays_in_force_may_be_the_same() -> None:
    cells = {"proactive/normative_documents/in_force": "4200"}
    assert not found(a_clean_report(cells, last_year=last_year(cells)), "same-as-last-year")
