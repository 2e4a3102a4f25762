"""Beginnings of odd reports as text: read as far as they go, nothing invented.

Each keeps the structure of a kind that is met on real pages: what became of labels, figures and dividers
when the page was copied.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from importers.blocks import Block, Grid
from importers.form_reading import FormReading, read_as
from importers.plain_text import read_text
from models.form_file import known_forms


@dataclass(frozen=True)
class Excerpt:
    """A text and what is to come of it.

    Args:
        text: the lines.
        form: key of the form.
        figures: entries by `table/row`, column by column as the form prints them; blank entries as "".
        texts: running text by section.
        unplaced: pieces of what is left over, by substring.
        remarks: substrings of sentences that must be among the remarks.
    """

    text: str
    figures: Mapping[str, str] = field(default_factory=dict)
    form: str = "zfxxgk-2021"
    texts: Mapping[str, str] = field(default_factory=dict)
    unplaced: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def spread(text: str) -> str:
    """Return lines with an empty one between."""
    return "\n\n".join(text.split("\n"))


EXCERPTS = {
    "slashes instead of figures": Excerpt(
        spread(
            "某县水务局2021年政府信息公开工作年度报告\n一、 总体情况\n二、主动公开政府信息情况\n"
            "第二十条第(一)项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n/\n/\n/\n行政规范性文件\n/\n"
            "/\n/\n"
            "第二十条第(五)项\n信息内容\n本年处理决定数量\n行政许可\n427\n"
            "第二十条第(六)项\n信息内容\n本年处理决定数量\n行政处罚\n/\n行政强制\n/\n"
            "三、收到和处理政府信息公开申请情况\n(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)\n"
            "申请人情况\n"
            "自然人\n法人或其他组织\n总计\n商业\n企业\n科研\n机构\n社会公益组织\n法律服务机构\n其他\n"
            "一、本年新收政府信息公开申请数量\n/\n/\n/\n/\n/\n/\n/"
        ),
        {
            "proactive/regulations": "/ / /",
            "proactive/normative_documents": "/ / /",
            "proactive/licences": "427",
            "proactive/penalties": "/",
            "proactive/coercion": "/",
            "requests/received": "/ / / / / / /",
        },
    ),
    "only totals": Excerpt(
        "二、主动公开政府信息情况\n第二十条第(一)项 |\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
        "行政规范性文件 | 2 | 0 | 85 |\n三、收到和处理政府信息公开申请情况\n"
        "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) | 申请人情况 |\n"
        "自然人 | 法人或其他组织 | 总计 |\n商业 | 科研 | 社会公益组织 | 法律服务机构 | 其他 |\n企业 | 机构 |\n"
        "一、本年新收政府信息公开申请数量 | 4 | | | | | | 4 |\n二、上年结转政府信息公开申请数量 | | | | | | | 2 |\n"
        "三、本年度办理结果 | (一)予以公开 | | | | | | | 3 |\n| (三)不予公开 | 1.属于国家秘密 | | | | | | | 0 |\n"
        "| | 2.其他法律行政法规禁止公开 | | | | | | | 1 |",
        {
            "proactive/normative_documents": "2 0 85",
            "requests/received": "4 _ _ _ _ _ 4",
            "requests/carried_in": "_ _ _ _ _ _ 2",
            "requests/granted": "_ _ _ _ _ _ 3",
            "requests/refused.state_secret": "_ _ _ _ _ _ 0",
            "requests/refused.prohibited_by_law": "_ _ _ _ _ _ 1",
        },
    ),
    "the old form in a later year": Excerpt(
        "二、主动公开政府信息情况\n第二十条第(一)项 | ||||\n"
        "信息内容 | 本年新制作数量 | 本年新 公开数量 | 对外公开总数量 | |\n规章 | 0 | 1 | 2 | |\n"
        "规范性文件 | 3 | 4 | 5 | |\n"
        "第二十条第(八)项 | ||||\n信息内容 | 上一年项目数量 | 本年增/减 | ||\n行政事业性收费 | 6 | -7 | ||\n"
        "第二十条第(九)项 | ||||\n信息内容 | 采购项目数量 | 采购总金额 | ||\n政府集中采购 | 8 | 9.5 | ||\n"
        "三、收到和处理政府信息公开申请情况\n"
        "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) | 申请人情况 | ||||||||\n"
        "自然人 | 法人或其他组织 | 总计 | |||||||\n商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||\n"
        "一、本年新收政府信息公开申请数量 | 1 | 2 | 0 | 0 | 0 | 3 | 6 | ||",
        {
            "proactive/regulations": "0 1 2",
            "proactive/normative_documents": "3 4 5",
            "proactive/fees": "6 -7",
            "proactive/procurement": "8 9.5",
            "requests/received": "1 2 0 0 0 3 6",
        },
        form="zfxxgk-2019",
    ),
    "two columns and nothing that tells which": Excerpt(
        "一、总体情况\n1、机制建设。\n2、主动公开。全年发布信息31条。\n二、主动公开政府信息情况\n"
        "第二十条第(一)项 |\n||||\n信息内容 |\n本年新 制作数量 |\n本年新 公开数量 |\n对外公开总数量 |\n|\n规章 |\n"
        "0 |\n2 |\n4 |\n|\n"
        "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 |\n6 |\n6 |\n|||||||\n"
        "二、上年结转政府信息公开申请数量 |\n0 |\n0 |\n|||||||\n三、本年度办理结果 |\n(一)予以公开 |\n5 |\n5 |\n"
        "||||||",
        {"proactive/regulations": "0 2 4"},
        form="zfxxgk-2019",
        texts={"overview": "1、机制建设。\n2、主动公开。全年发布信息31条。"},
        unplaced=("一、本年新收政府信息公开申请数量 6 6", "(一)予以公开 5 5"),
        remarks=("数据个数与列数对不上",),
    ),
    "labels with explanations": Excerpt(
        "二、主动公开政府信息情况\n第二十条第(一)项\n信息内容 | 本年新 制作数量 | 本年新 公开数量 | 对外公开总数量\n"
        "规章(有立法权的市填写) | 0 | 0 | 0\n规范性文件(名称里有“办法”“规定”等字样的) | 1 | 2 | 30\n"
        "其他主动公开文件(上面两行以外的) | 44 | 45 | 460\n第二十条第(五)项\n"
        "信息内容 | 上一年项目数量(去年的事项数) | 本年增/减(减少写负数,如-3) | 处理决定数量(当年办件量)\n"
        "行政许可 | 7 | 6 | 51\n"
        "第二十条第(六)项\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量\n行政处罚 | 80 | 0 | 12\n"
        "行政强制 | 5 | 3 | -\n"
        "第二十条第(八)项\n信息内容 | 上一年项目数量 | 本年增/减\n行政事业性收费 | |",
        {
            "proactive/regulations": "0 0 0",
            "proactive/normative_documents": "1 2 30",
            "proactive/licences": "7 6 51",
            "proactive/penalties": "80 0 12",
            "proactive/coercion": "5 3 -",
            "proactive/fees": "_ _",
        },
        form="zfxxgk-2019",
        unplaced=("其他主动公开文件(上面两行以外的) 44 45 460",),
        remarks=("其他主动公开文件",),
    ),
    "slips of the pen and empty cells": Excerpt(
        "二、主动公开政府信息情况\n第二十条 第(一)项 |\n|||\n信息内容 |\n本年制发件数 |\n本年废止件数 |\n"
        "现行有效件数 |\n规章 |\n0 |\n0 |\n0 |\n行政规范性文件 |\n|||\n三、收到和处理政府信息公开申请情况\n"
        "一、本年新收政府信息公开申请数量 |\n31 |\n|\n|\n|\n|\n|\n31 |\n||\n"
        "二、上年结转政府信息公开申请数量 |\n0 |\n|\n|\n|\n|\n|\n0 |\n||\n三、本年度办理结果 |\n(一)予以公开 |\n9 |\n"
        "|\n|\n|\n|\n|\n|\n|\n"
        "(二)部分公开(区分处理的,只计这一情况,不计其他情形) |\n2 |\n|\n|\n|\n|\n|\n2 |\n|\n"
        "(三)不予公开 |\n3.危及“三安全一隐定” |\n1 |\n|\n|\n|\n|\n|\n1 |\n5.属于三类内容事务信息 |",
        {
            "proactive/regulations": "0 0 0",
            "proactive/normative_documents": "_ _ _",
            "requests/received": "31 _ _ _ _ _ 31",
            "requests/carried_in": "0 _ _ _ _ _ 0",
            "requests/granted": "9 _ _ _ _ _ _",
            "requests/partly_granted": "2 _ _ _ _ _ 2",
            "requests/refused.security_and_stability": "1 _ _ _ _ _ 1",
        },
        remarks=("三安全一隐定",),
    ),
    "radicals in the place of characters": Excerpt(
        "某区某⼯业园2021年政府信息公开⼯作年度报告\n\n⼆、主动公开政府信息情况\n\n第⼆⼗条第（⼀）项\n\n信息内容\n\n"
        "本年制发件数\n\n本年废⽌件数\n\n现⾏有效件数\n\n⾏政规范性⽂件\n\n1\n\n0\n\n8\n\n"
        "五、存在的主要问题及改进情况\n\n"
        "(⼀)⼈⼿偏少。\n\n六、其他需要报告的事项\n\n⽆其他事项。",
        {"proactive/normative_documents": "1 0 8"},
        texts={"problems": "(一)人手偏少。", "other_matters": "无其他事项。"},
    ),
    "a text that lost its figures": Excerpt(
        "某市林业局2024年政府信息公开工作年度报告\n\n统计期限为202411日至20241231日。\n\n  1. 总体情况\n\n"
        "(一)主动公开。发布信息206条\n\n"
        "  1. 依申请公开。收到申请15分别为予以公开8件;无法提供7不予处理02024年收到热线3件\n\n(三)信息管理。",
        texts={
            "preamble": "统计期限为202411日至20241231日。",
            "overview": "(一)主动公开。发布信息206条\n"
            "1. 依申请公开。收到申请15分别为予以公开8件;无法提供7不予处理02024年收到热线3件\n(三)信息管理。",
        },
    ),
    "a sentence before the table": Excerpt(
        "二、主动公开政府信息情况\n本部分内容见下表:\n第二十条第(一)项\n|\n信息内容\n|\n本年制发件数\n|\n"
        "本年废止件数\n|\n现行有效件数\n|\n"
        "规章\n|\n0\n|\n1\n|\n7\n|\n行政规范性文件\n|\n2\n|\n0\n|\n5\n|",
        {"proactive/regulations": "0 1 7", "proactive/normative_documents": "2 0 5"},
        unplaced=("本部分内容见下表:",),
    ),
    "a label on two lines": Excerpt(
        spread(
            "一、总体情况\n统计期限自2022年1月1日起至2022年12月31日止。\n二、主动公开政府信息情况\n第二十条第(一)项\n"
            "信息内容\n"
            "本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n0\n0\n三、收到和处理政府信息公开申请情况\n"
            "(三)\n不予公开\n1.属于国家秘密\n2\n0\n0\n0\n0\n0\n2\n2.其他法律行政\n法规禁止公开\n1\n0\n0\n0\n0\n3\n4"
        ),
        {
            "proactive/regulations": "0 0 0",
            "requests/refused.state_secret": "2 0 0 0 0 0 2",
            "requests/refused.prohibited_by_law": "1 0 0 0 0 3 4",
        },
        texts={"overview": "统计期限自2022年1月1日起至2022年12月31日止。"},
    ),
    "a town that claims regulations": Excerpt(
        "2022年政府信息公开工作年度报告\n某县某镇人民政府\n2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
        "| 第二十条第(一)项 | |||\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | \n"
        "| 规章 | 3 | 0 | 3 | \n"
        "| 行政规范性文件 | 4 | 1 | 9 |",
        {"proactive/regulations": "3 0 3", "proactive/normative_documents": "4 1 9"},
    ),
    "pipes that lost the merged cells": Excerpt(
        "| 第二十条  第(一)项 | |||\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | \n"
        "| 规章 | 0 | 0 | 1 | \n"
        "| 第二十条  第(五)项 | |||\n| 信息内容 | 本年处理决定数量 | ||\n| 行政许可 | 12 | ||\n"
        "三、收到和处理政府信息公开申请情况\n"
        "| (本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) | 申请人情况 | ||||||||\n"
        "| 自然人 | 法人或其他组织 | 总计 | |||||||\n"
        "| 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||\n"
        "| 一、本年新收政府信息公开申请数量 | 2 | 1 | 0 | 0 | 0 | 0 | 3 | ||",
        {
            "proactive/regulations": "0 0 1",
            "proactive/licences": "12",
            "requests/received": "2 1 0 0 0 0 3",
        },
    ),
}  # fmt: skip


def read(excerpt: Excerpt) -> FormReading:
    forms = known_forms()
    readings = [read_as(form, read_text(excerpt.text).blocks, forms) for form in forms.values()]
    return max(readings, key=lambda reading: reading.fit)


def figures(reading: FormReading) -> dict[str, str]:
    """Return the figures that were found, row by row, with _ for a blank."""
    rows: dict[str, list[str]] = {}
    for name in reading.form.cells:
        if name in reading.figures:
            rows.setdefault(name.rpartition("/")[0], []).append(str(reading.figures[name]) or "_")
    return {row: " ".join(entries) for row, entries in rows.items()}


def quoted(block: Block) -> str:
    return " ".join(cell.text for cell in block.cells) if isinstance(block, Grid) else block.text


each_excerpt = pytest.mark.parametrize("excerpt", EXCERPTS.values(), ids=EXCERPTS)


@each_excerpt
def test_its_form_is_recognised(excerpt: Excerpt) -> None:
    assert read(excerpt).form.key == excerpt.form


@each_excerpt
def test_its_figures_are_read_and_no_others(excerpt: Excerpt) -> None:
    assert figures(read(excerpt)) == excerpt.figures


@each_excerpt
def test_its_texts_hold_nothing_of_its_tables(excerpt: Excerpt) -> None:
    assert {key: text for key, text in read(excerpt).texts.items() if text} == excerpt.texts


@each_excerpt
def test_what_has_no_place_is_shown(excerpt: Excerpt) -> None:
    unplaced = [quoted(block) for block in read(excerpt).unplaced]
    assert all(any(piece in each for each in unplaced) for piece in excerpt.unplaced)
    assert bool(unplaced) == bool(excerpt.unplaced)


@each_excerpt
def test_what_is_doubtful_is_said(excerpt: Excerpt) -> None:
    remarks = read(excerpt).remarks
    assert all(any(piece in each for each in remarks) for piece in excerpt.remarks)
