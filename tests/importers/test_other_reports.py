"""Reports that only resemble the annual report are refused, or give texts and no figure, each with its sentence."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from importers.blocks import Block, Grid
from importers.outcomes import Assignment
from importers.reader import ReadReport, read_report, report_from
from importers.word import read_word
from models.errors import InputRefusal
from models.form_file import current_form, known_forms
from tests.importers.documents import docx, form_grid, grid, numbered, p, report_docx, save, tbl_of, xlsx

FORM = current_form()
PENALTIES = grid(["信息内容", "本年处理决定数量"], ["行政许可", "31"], ["行政处罚", "22"], ["行政强制", "3"])
INDICATORS = grid(["统计指标", "单位", "统计数"], ["主动公开政府信息数", "条", "81"], ["收到申请数", "件", "2"])


def document(*parts: str | Grid) -> bytes:
    """Return a Word file of paragraphs and tables."""
    return docx("".join(p(part) if isinstance(part, str) else tbl_of(part) for part in parts))


def sheet(*rows: Sequence[str], title: str = "Sheet1") -> bytes:
    """Return a workbook of these rows."""

    def fill(workbook: object) -> None:
        (only,) = workbook.worksheets  # type: ignore[attr-defined]
        only.title = title
        for row in rows:
            only.append(list(row))

    return xlsx(fill)


def refusal(folder: Path, content: bytes, name: str = "去年.docx") -> str:
    with pytest.raises(InputRefusal) as caught:
        read_report(save(folder, content, name))
    return str(caught.value)


def read(folder: Path, content: bytes, name: str = "去年.docx") -> ReadReport:
    return read_report(save(folder, content, name))


REFUSED = {
    "enforcement": (document("某某局2024年度行政执法统计年报", PENALTIES), "行政执法统计年报"),
    "enforcement, on two lines": (document("某某局", "2024年度行政执法总体情况", PENALTIES), "行政执法统计年报"),
    "enforcement, in the table": (
        document(grid(["2024年行政执法数据统计表", ""], ["行政处罚", "22"], ["行政强制", "3"])), "行政执法统计年报",
    ),
    "enforcement, on a sheet": (sheet(["行政处罚", "22"], title="行政执法统计表"), "行政执法统计年报"),
    "rule of law": (document("某某县2024年法治政府建设年度报告", "一、主要举措", "甲。"), "法治政府建设年度报告"),
    "rule of law, about": (document("关于2024年度法治政府建设情况的报告", "甲。"), "法治政府建设年度报告"),
    "law-based work": (document("某某局2024年依法行政工作总结", "甲。"), "法治政府建设年度报告"),
    "web site": (document("政府网站工作年度报表", "（2024年度）", grid(["信息发布", "总数"], ["甲", "9"])), "政府网站"),
    "new media": (document("某某区政务新媒体2024年度报告", "甲。"), "政务新媒体"),
    "plan": (document("某某市2025年政务公开工作要点", "一、加强解读", "甲。"), "政务公开的工作安排"),
    "university": (document("某某大学2023-2024学年信息公开工作年度报告", "一、基本情况", "甲。"), "按学年编制"),
    "college": (document("某某学院信息公开年度报告", "（2023—2024学年）", "甲。"), "按学年编制"),
    "school by its period": (
        document("某某学校信息公开年度报告", "本报告的统计期限为2023年9月1日至2024年8月31日。", "甲。"), "按学年编制",
    ),
    "old year": (document("某某局2016年政府信息公开工作年度报告", "甲。", INDICATORS), "2019 年以前旧格式"),
    "old sections": (
        document(
            "某某局政府信息公开工作年度报告", "一、依申请公开政府信息情况", "甲。", "二、收费及减免情况", "乙。",
            INDICATORS,
        ),
        "2019 年以前旧格式",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "what"), REFUSED.values(), ids=REFUSED)
def test_a_report_of_another_kind_is_refused_by_its_name(tmp_path: Path, content: bytes, what: str) -> None:
    sentence = refusal(tmp_path, content)
    assert what in sentence
    assert "不能当作底本" in sentence


@pytest.mark.parametrize("content", [content for content, _ in REFUSED.values()], ids=REFUSED)
def test_a_refusal_says_why_and_what_to_do_in_one_line(tmp_path: Path, content: bytes) -> None:
    sentence = refusal(tmp_path, content, "某文件.docx")
    assert sentence.startswith("“某文件.docx”看来是")
    assert "请选择政府信息公开工作年度报告" in sentence
    assert "\n" not in sentence


def test_the_name_of_a_file_without_title_tells_its_kind(tmp_path: Path) -> None:
    assert "行政执法统计年报" in refusal(tmp_path, document(PENALTIES), "某局2024年行政执法统计年报.docx")


OLD = (
    "某某局2017年政府信息公开工作年度报告", "一、概述", "本局推进公开。", "二、主动公开政府信息情况", "公开81条。",
    "三、政府信息公开的收费及减免情况", "没有收费。", "四、存在的主要问题及改进措施", "解读偏少。",
)  # fmt: skip
SCHOOL = (
    "某某大学2023-2024学年信息公开年度报告", "一、概述", "学校推进公开。", "二、存在的主要问题及改进情况", "栏目偏少。",
)  # fmt: skip
LAWFUL = (
    "某某局2024年法治政府建设情况报告",
    "一、总体情况",
    "学法四次。",
    "二、存在的主要问题及改进措施",
    "力量偏少。",
)
LAWFUL_TEXTS = {"preamble": LAWFUL[0], "overview": "学法四次。", "problems": "力量偏少。"}
WITH_TEXTS = {
    "old form": (
        document(*OLD, INDICATORS),
        "2019 年以前旧格式",
        {"overview": "本局推进公开。", "problems": "解读偏少。"},
    ),
    "school year": (
        document(*SCHOOL, PENALTIES),
        "按学年编制",
        {"overview": "学校推进公开。", "problems": "栏目偏少。"},
    ),
    "rule of law": (document(*LAWFUL, PENALTIES), "法治政府", LAWFUL_TEXTS),
}


@pytest.mark.parametrize("kind", WITH_TEXTS)
def test_texts_are_taken_where_section_titles_agree(tmp_path: Path, kind: str) -> None:
    content, _, texts = WITH_TEXTS[kind]
    assert read(tmp_path, content).report.texts == texts


@pytest.mark.parametrize("kind", WITH_TEXTS)
def test_no_figure_is_taken_from_it(tmp_path: Path, kind: str) -> None:
    assert not read(tmp_path, WITH_TEXTS[kind][0]).report.cells


@pytest.mark.parametrize("kind", WITH_TEXTS)
def test_its_one_remark_says_what_it_is(tmp_path: Path, kind: str) -> None:
    content, what, _ = WITH_TEXTS[kind]
    (remark,) = read(tmp_path, content).notes.remarks
    assert what in remark
    assert "表格没有读入，只取了能对上章节的正文" in remark


@pytest.mark.parametrize("kind", WITH_TEXTS)
def test_its_table_is_left_over_and_shown(tmp_path: Path, kind: str) -> None:
    assert any(isinstance(block, Grid) for block in read(tmp_path, WITH_TEXTS[kind][0]).notes.unplaced)


def test_the_clerk_may_assign_its_table_by_hand_all_the_same() -> None:
    content = read_word(WITH_TEXTS["rule of law"][0], "去年.docx")
    first = report_from(content, "去年.docx")
    (table,) = [outcome.index for outcome in first.outcomes if isinstance(outcome.block, Grid)]
    assignment = Assignment(first.report.form.key).with_section([table], "proactive")
    again = report_from(content, "去年.docx", assignment=assignment).report
    assert str(again.value("proactive/penalties/decisions")) == "22"


# ── true reports ────────────────────────────────────────────────────────

TITLES = [
    f"一、{FORM.section('overview').name}",
    "甲。",
    *(section.title for section in FORM.sections[2:] if section.title),
]
TRUE = {
    "an office of enforcement": document("某某市综合行政执法局2024年政府信息公开工作年度报告", *TITLES),
    "an office of enforcement, half its title lost": document("某某市综合行政执法局", "工作年度报告", *TITLES),
    "an enforcement brigade": document("某某区城市管理行政执法大队", "2024年信息公开年度报告", *TITLES, PENALTIES),
    "a title of enforcement in its text": document(
        "某某局2024年政府信息公开工作年度报告", "2024年行政执法统计年报", *TITLES, PENALTIES
    ),
    "a school that counts by calendar years": document("某某学院2024年政府信息公开工作年度报告", *TITLES),
    "a school office that tells of a school year": document(
        "某某区教育局2024年政府信息公开工作年度报告", TITLES[0], "2023—2024学年公开招生信息9条，统计学年报表2份。",
        *TITLES[2:],
    ),
    "sub-titles as of old": document(
        "某某局2022年政府信息公开工作年度报告", *TITLES[:2], "（二）依申请公开情况", "（三）收费减免情况", *TITLES[2:],
        "附表",
    ),
    "sub-titles numbered in digits": document(
        "某某局2022年政府信息公开工作年度报告", "一、概述", "2、依申请公开情况", "3、收费减免情况", "甲。", *TITLES[-2:]
    ),
}  # fmt: skip


@pytest.mark.parametrize("content", TRUE.values(), ids=TRUE)
def test_a_true_report_is_taken_for_one(tmp_path: Path, content: bytes) -> None:
    assert not any("看来是" in note for note in read(tmp_path, content).notes.remarks)


@pytest.mark.parametrize("form", [*known_forms().values()], ids=lambda form: form.key)
@pytest.mark.parametrize("name", ["2024年行政执法统计年报.docx", "2016年旧报告.docx", "法治政府建设年度报告.docx"])
def test_a_whole_report_is_read_whatever_its_file_is_called(tmp_path: Path, form: object, name: str) -> None:
    content = report_docx(form, numbered(form))  # type: ignore[arg-type]
    assert not read(tmp_path, content, name).notes.remarks


def test_a_whole_report_of_an_early_year_is_read(tmp_path: Path) -> None:
    blocks: list[Block] = [form_grid(table, numbered(FORM)) for table in FORM.tables]
    content = docx(
        p("某某局2018年政府信息公开工作年度报告") + "".join(tbl_of(each) for each in blocks if isinstance(each, Grid))
    )
    assert len(read(tmp_path, content).report.cells) == len(FORM.typed_cells)


def test_a_title_and_one_section_make_a_report(tmp_path: Path) -> None:
    content = document("某某局2024年政府信息公开工作年度报告", "1. 总体情况", "甲。")
    assert read(tmp_path, content).report.texts == {"overview": "甲。"}


# ── nothing to read ─────────────────────────────────────────────────────


@pytest.mark.parametrize("content", [docx(""), docx(p("<w:r><w:drawing/></w:r>") + p("　")), xlsx(lambda _: None)])
def test_a_document_of_pictures_only_is_refused_for_that(tmp_path: Path, content: bytes) -> None:
    assert "没有可以读取的文字" in refusal(tmp_path, content)


def test_a_picture_is_called_one(tmp_path: Path) -> None:
    assert "它是图片" in refusal(tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(99), "年报.docx")


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pdf", ".doc", ".html", ".txt"])
def test_a_file_that_its_extension_belies_is_refused_for_that(tmp_path: Path, suffix: str) -> None:
    sentence = refusal(tmp_path, bytes(range(256)), f"年报{suffix}")
    assert f"它的内容不是 {suffix} 文件，可能改过扩展名或已损坏" in sentence


def test_an_extension_that_promises_nothing_is_not_blamed(tmp_path: Path) -> None:
    assert "扩展名" not in refusal(tmp_path, bytes(range(256)), "年报.dat")
