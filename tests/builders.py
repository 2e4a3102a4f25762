"""Reports for tests: figures by their cell names as they are typed."""

from collections.abc import Mapping
from pathlib import Path

from models.cell_value import read_entry
from models.form import Form
from models.form_file import current_form, read_form
from models.report import Edit, Head, LastYear, Report
from models.texts import paragraphs

SPECIMENS = Path(__file__).parent / "specimens"

BALANCED = {
    "requests/received/natural_person": "5",
    "requests/received/commercial": "1",
    "requests/granted/commercial": "1",
    "requests/partly_granted/natural_person": "1",
    "requests/refused.third_party_rights/natural_person": "1",
    "requests/unavailable.not_held/natural_person": "2",
    "requests/not_processed.petition/natural_person": "1",
}
"""Figures of a real report whose 表三 balances; every other cell of it is 0."""


def a_report(
    cells: Mapping[str, str] | None = None,
    *,
    texts: Mapping[str, str] | None = None,
    agency: str = "某某市人民政府",
    year: int | None = 2024,
    form: Form | None = None,
) -> Report:
    """Return a report with these entries, each written as a clerk types it: "22（其中修订16件）"."""
    entries = {name: read_entry(text) for name, text in (cells or {}).items()}
    content = Edit(
        cells={name: entry.value for name, entry in entries.items()},
        remarks={name: entry.remark for name, entry in entries.items() if entry.remark},
        texts=dict(texts or {}),
        head=Head(agency, year),
    )
    return Report.filled(form or current_form(), content)


def a_full_report(cells: Mapping[str, str] | None = None, **others: object) -> Report:
    """Return a report without a blank cell: the balanced figures, 0 elsewhere, then `cells` on top."""
    zeros = dict.fromkeys(current_form().typed_cells, "0")
    return a_report(zeros | BALANCED | dict(cells or {}), **others)  # type: ignore[arg-type]


def clean_texts(year: int = 2024) -> dict[str, str]:
    """Return texts that no check has anything to say about, without a figure of the tables."""
    return {
        "preamble": (
            "本报告由某某市人民政府依照《中华人民共和国政府信息公开条例》（国务院令第711号）和国办公开办函〔2021〕30号规定的格式编写，"
            f"数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
        ),
        "overview": (
            f"{year}年，某某市人民政府把公开贯穿于决策、执行和服务的各个环节，全年工作平稳有序。\n"
            "（一）主动公开\n财政预决算、重大项目和民生政策等信息按时发布，政策解读与文件同步公开。\n"
            "（二）依申请公开\n收到的申请统一登记、逐件研究，答复书写明依据、理由和救济途径。\n"
            "（三）政府信息管理\n公文起草时即确定公开属性，发布前审查，失效的内容定期清理。\n"
            "（四）政府信息公开平台建设\n优化政府网站的检索和导航，关停长期不更新的政务新媒体账号。\n"
            "（五）监督保障\n公开工作列入年度考核，开展社会评议，没有需要追究责任的情形。"
        ),
        "problems": (
            "主要问题：一是部分政策解读偏重复述文件；二是少数栏目更新不够及时。\n"
            "改进情况：下一步一是由起草部门对解读质量负责，发布前征求企业代表意见；二是明确每个栏目的责任人，按季度巡查通报。"
        ),
        "other_matters": f"{year}年没有收取信息处理费，也没有其他需要报告的事项。",
    }


def a_clean_report(
    cells: Mapping[str, str] | None = None,
    *,
    texts: Mapping[str, str] | None = None,
    year: int | None = 2024,
    last_year: LastYear | None = None,
    **others: object,
) -> Report:
    """Return a report without a finding, then `cells` and `texts` on top of it."""
    own = clean_texts(year or 2024) | dict(texts or {})
    report = a_full_report(cells, texts=own, year=year, **others)
    report.last_year = last_year
    return report


def a_report_that_says(sentence: str, cells: Mapping[str, str] | None = None, **others: object) -> Report:
    """Return a report without a finding but for what this sentence at the end of its overview and `cells` bring."""
    overview = f"{clean_texts()['overview']}\n{sentence}"
    return a_clean_report(cells, texts={"overview": overview}, **others)  # type: ignore[arg-type]


def third_form() -> Form:
    """Return a small invented form that no line of the program knows."""
    return read_form(SPECIMENS / "third-form.toml")


def content_of(report: Report) -> dict[str, object]:
    """Return all a clerk entered, for comparing two reports; texts paragraph by paragraph."""
    return {
        "form": report.form.key,
        "agency": report.head.agency,
        "year": report.head.year,
        "cells": {name: str(value) for name, value in report.cells.items()},
        "totals": {name: str(value) for name, value in report.totals.items()},
        "remarks": dict(report.remarks),
        "texts": {key: paragraphs(text) for key, text in report.texts.items()},
    }
