"""How long the model takes from an edit to its findings: of figures at a key, of texts at a pause."""

from collections.abc import Iterator
from itertools import count, cycle

from pytest_benchmark.fixture import BenchmarkFixture

from models.cell_value import read_value
from models.checks import DEFAULT_CHECKS
from models.checks.inspection import Inspection
from models.report import Edit, Report
from tests.builders import a_clean_report
from tests.models.checks.examples import last_year

MOST_SECONDS_AT_A_KEY = 0.001
MOST_SECONDS_AT_A_PAUSE = 0.030
LENGTH = 20_000

CARRIED = {"requests/carried_out/total": "3", "proactive/normative_documents/in_force": "30"}
SENTENCES = (
    "第{}次例会研究了重点领域信息的公开范围，明确由起草部门提出属性建议，经办公室审查后发布。",
    "全年第{}批清理的失效文件已在网站标注，并同步从政务新媒体撤下，规章和规范性文件库保持一致。",
    "申请人就第{}号答复提出疑问的，由专人说明依据和理由，需要补正的一次告知，期限内补正的继续办理。",
    "按照《政府信息公开条例》（国务院令第711号）第十九条、第二十条的要求，第{}季度的目录调整于月底前完成。",
    "一是完善“第{}号清单”的动态更新；二是把巡查结果列入考核；三是对更新不及时的栏目逐个通报。",
)
STATED = (
    "本年度收到政府信息公开申请6件，上年结转0件，办结6件，结转下年度继续办理0件。",
    "自然人提出2件，法人或其他组织提出4件；予以公开1件，部分公开1件，不予公开1件，无法提供4件。",
    "因政府信息公开发生行政复议0件、行政诉讼3件，其中结果维持2件。",
    "制发行政规范性文件2件，作出行政许可决定12件、行政处罚决定0件。",
)
"""Some 15 figures of the tables, some of them wrong, as a report has them once."""


def long_text(first: int) -> str:
    """Return a text of 20,000 characters that no check has seen before."""
    numbers = count(first)
    paragraphs = ["（二）依申请公开", "".join(STATED)]
    while sum(map(len, paragraphs)) < LENGTH:
        paragraphs.append("".join(sentence.format(next(numbers)) for sentence in SENTENCES))
    return "\n".join(paragraphs)[:LENGTH]


def reports_nobody_has_seen() -> Iterator[Report]:
    """Yield reports whose texts are new to every cache; only last year's stay what they are, as in an office."""
    last = last_year(CARRIED, {"overview": long_text(5_000)})
    for first in count(10_000, 1_000):
        yield a_clean_report(texts={"overview": long_text(first)}, last_year=last)


def test_an_edit_and_its_quick_findings_take_at_most_a_millisecond(benchmark: BenchmarkFixture) -> None:
    report = a_clean_report(texts={"overview": long_text(1)}, last_year=last_year(CARRIED))
    inspection = Inspection(report, DEFAULT_CHECKS)
    inspection.run()
    edits = cycle(Edit(cells={"requests/received/commercial": read_value(text)}) for text in ("5", "1"))

    def type_and_check() -> None:
        inspection.note(report.apply(next(edits)))
        inspection.run_quick()

    benchmark(type_and_check)
    assert benchmark.stats is not None
    assert benchmark.stats.stats.median <= MOST_SECONDS_AT_A_KEY


def test_all_findings_of_a_long_text_take_at_most_thirty_milliseconds(benchmark: BenchmarkFixture) -> None:
    reports = reports_nobody_has_seen()

    def check(report: Report) -> None:
        Inspection(report, DEFAULT_CHECKS).run()

    benchmark.pedantic(check, setup=lambda: ((next(reports),), {}), rounds=30)
    assert benchmark.stats is not None
    assert benchmark.stats.stats.median <= MOST_SECONDS_AT_A_PAUSE
