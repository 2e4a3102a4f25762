"""For each check a report that passes and one that fails, and short ways to what it finds."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from models.cell_value import read_value
from models.checks import find_problems
from models.finding import Finding
from models.report import Edit, LastYear, Report
from tests.builders import a_clean_report, clean_texts

COMMERCIAL_OFF_BY_ONE = {
    "requests/received/commercial": "53",
    "requests/granted/commercial": "52",
    "requests/carried_in/commercial": "0",
    "requests/carried_out/commercial": "0",
}
RULES = "proactive/normative_documents"
ANOTHER_YEAR = {
    "overview": (
        "2023年，市政府重新梳理了公开目录，网站改版后栏目减少三分之一，检索更快。\n"
        "（一）主动公开\n围绕就业、教育和医疗三个领域补发了往年漏发的信息，并请服务窗口试读解读稿。\n"
        "（五）监督保障\n第一次邀请企业代表旁听例会，会后逐条答复了意见。"
    ),
    "problems": "人手不足的问题已经解决；培训只办了一次，覆盖面不大，基层单位的意见没有充分听取，明年改为按季度轮训。",
}
"""Texts of a report of the year before that has hardly a paragraph in common with the clean one."""


def found(report: Report, code: str) -> list[Finding]:
    """Return what the checks of a code find."""
    return [finding for finding in find_problems(report) if finding.code == code]


def messages(report: Report, code: str) -> list[str]:
    """Return the sentences of what the checks of a code find."""
    return [finding.message for finding in found(report, code)]


def quotes(report: Report, code: str) -> list[str | None]:
    """Return the words that the checks of a code find."""
    return [finding.quote for finding in found(report, code)]


def last_year(
    cells: Mapping[str, str] | None = None, texts: Mapping[str, str] | None = None, year: int | None = 2023
) -> LastYear:
    """Return what is known of the report of the year before."""
    return LastYear(year, {name: read_value(text) for name, text in (cells or {}).items()}, dict(texts or {}))


def with_words(section: str, words: str, instead: str | None = None, **others: object) -> Report:
    """Return the clean report with words added to a section, or in the place of others."""
    text = clean_texts()[section]
    assert instead is None or words in text
    changed = f"{text}\n{words}" if instead is None else text.replace(words, instead)
    return a_clean_report(texts={section: changed}, **others)  # type: ignore[arg-type]


def that_states(total: str, number: int) -> Report:
    """Return the clean report of a file that states a total."""
    report = a_clean_report()
    report.apply(Edit(stated={total: Decimal(number)}))
    return report


EXAMPLES: dict[str, tuple[Callable[[], Report], Callable[[], Report]]] = {
    "balance": (a_clean_report, lambda: a_clean_report(COMMERCIAL_OFF_BY_ONE)),
    "stated-total": (
        lambda: that_states("requests/received/total", 6),
        lambda: that_states("requests/received/total", 0),
    ),
    "not-a-count": (
        lambda: a_clean_report({"proactive/fees/amount": "9472.93"}),
        lambda: a_clean_report({"proactive/licences/decisions": "9472.93"}),
    ),
    "blank": (a_clean_report, lambda: a_clean_report({"proactive/licences/decisions": ""})),
    "carry-over": (
        lambda: a_clean_report(last_year=last_year({"requests/carried_out/total": "0"})),
        lambda: a_clean_report(last_year=last_year({"requests/carried_out/total": "2"})),
    ),
    "in-force": (
        lambda: a_clean_report(
            {f"{RULES}/issued": "5", f"{RULES}/repealed": "2", f"{RULES}/in_force": "33"},
            last_year=last_year({f"{RULES}/in_force": "30"}),
        ),
        lambda: a_clean_report(
            {f"{RULES}/issued": "5", f"{RULES}/repealed": "2", f"{RULES}/in_force": "34"},
            last_year=last_year({f"{RULES}/in_force": "30"}),
        ),
    ),
    "in-force-too-small": (
        lambda: a_clean_report({f"{RULES}/issued": "5", f"{RULES}/in_force": "5"}),
        lambda: a_clean_report({f"{RULES}/issued": "5", f"{RULES}/in_force": "4"}),
    ),
    "scale-jump": (
        lambda: a_clean_report({"proactive/fees/amount": "9.9"}, last_year=last_year({"proactive/fees/amount": "1"})),
        lambda: a_clean_report({"proactive/fees/amount": "10"}, last_year=last_year({"proactive/fees/amount": "1"})),
    ),
    "regulations-by-whom": (
        lambda: a_clean_report({"proactive/regulations/in_force": "2"}, agency="某某市人民政府"),
        lambda: a_clean_report({"proactive/regulations/in_force": "2"}, agency="某某县某某镇人民政府"),
    ),
    "same-as-last-year": (
        lambda: a_clean_report(last_year=last_year(texts=ANOTHER_YEAR)),
        lambda: a_clean_report(last_year=last_year(texts=clean_texts(2023))),
    ),
    "statement": (
        lambda: with_words("overview", "本年度新收政府信息公开申请6件。"),
        lambda: with_words("overview", "本年度新收政府信息公开申请7件。"),
    ),
    "contradiction": (
        lambda: with_words("overview", "本年度没有因政府信息公开被申请行政复议。"),
        lambda: with_words("overview", "本年度没有收到政府信息公开申请。"),
    ),
    "percentage": (
        lambda: with_words("overview", "本年度办结政府信息公开申请6件，其中予以公开1件，占16.7%。"),
        lambda: with_words("overview", "本年度办结政府信息公开申请6件，其中予以公开1件，占17.6%。"),
    ),
    "year-on-year": (
        lambda: with_words(
            "overview",
            "本年度新收政府信息公开申请6件，同比增长20%。",
            last_year=last_year({"requests/received/total": "5"}),
        ),
        lambda: with_words(
            "overview",
            "本年度新收政府信息公开申请6件，同比增长30%。",
            last_year=last_year({"requests/received/total": "5"}),
        ),
    ),
    "fee-missing": (
        lambda: with_words("other_matters", "没有收取信息处理费", "收取信息处理费230元"),
        lambda: with_words("other_matters", "没有收取信息处理费，也没有其他", "没有"),
    ),
    "fee-parts": (
        lambda: with_words("other_matters", "收取信息处理费300元，其中市教育局100元、市公安局200元。"),
        lambda: with_words("other_matters", "收取信息处理费300元，其中市教育局100元、市公安局150元。"),
    ),
    "stale-year": (
        lambda: with_words("overview", "申请量较2023年明显减少。"),
        lambda: with_words("overview", "2023年，申请办理质量明显提高。"),
    ),
    "period": (
        a_clean_report,
        lambda: with_words("preamble", "起至2024年12月31日", "起至2024年11月30日"),
    ),
    "outdated-basis": (
        a_clean_report,
        lambda: with_words("preamble", "〔2021〕30号", "〔2019〕60号"),
    ),
    "section": (a_clean_report, lambda: a_clean_report(texts={"problems": " "})),
    "overview-topics": (
        a_clean_report,
        lambda: with_words(
            "overview",
            "（四）政府信息公开平台建设\n优化政府网站的检索和导航，关停长期不更新的政务新媒体账号。\n（五）",
            "（四）",
        ),
    ),
    "overview-length": (
        a_clean_report,
        lambda: with_words("overview", "公开的内容讲得清楚、找得方便。" * 70),
    ),
    "private-data": (
        lambda: with_words("other_matters", "咨询电话：0517-83600000，邮编223001。"),
        lambda: with_words("other_matters", "咨询电话：13800138000。"),
    ),
    "wording": (
        a_clean_report,
        lambda: with_words("other_matters", "其他需要", "其他的的需要"),
    ),
}
"""A report that passes and one that fails, by the code of the check."""

LEVELS = {
    "balance": "error",
    "stated-total": "error",
    "not-a-count": "error",
    "blank": "warning",
    "carry-over": "error",
    "in-force": "warning",
    "in-force-too-small": "info",
    "scale-jump": "info",
    "regulations-by-whom": "warning",
    "same-as-last-year": "warning",
    "statement": "warning",
    "contradiction": "warning",
    "percentage": "info",
    "year-on-year": "info",
    "fee-missing": "error",
    "fee-parts": "warning",
    "stale-year": "warning",
    "period": "warning",
    "outdated-basis": "warning",
    "section": "error",
    "overview-topics": "warning",
    "overview-length": "info",
    "private-data": "warning",
    "wording": "info",
}
"""The level of each check: every code there is, in the order of the register."""
