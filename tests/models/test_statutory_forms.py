"""Both statutory forms against the published ones: every label, span, figure and relation."""

from dataclasses import asdict

import pytest

from models.form import CellKind, Form, Place
from models.form_file import FORMS_FOLDER, current_form, known_forms
from tests.models.grids import labels_of

FORM_2021, FORM_2019 = known_forms()["zfxxgk-2021"], known_forms()["zfxxgk-2019"]
BOTH = pytest.mark.parametrize("form", [FORM_2021, FORM_2019], ids=["2021", "2019"])
APPLICANTS = ("natural_person", "commercial", "research", "public_welfare", "legal_service", "other")

TABLE_TWO_2021 = [
    "第二十条第（一）项 1×4",
    "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数",
    "规章",
    "行政规范性文件",
    "第二十条第（五）项 1×4",
    "信息内容 | 本年处理决定数量 1×3",
    "行政许可",
    "第二十条第（六）项 1×4",
    "信息内容 | 本年处理决定数量 1×3",
    "行政处罚",
    "行政强制",
    "第二十条第（八）项 1×4",
    "信息内容 | 本年收费金额（单位：万元） 1×3",
    "行政事业性收费",
]
TABLE_THREE_HEAD = [
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 3×3 | 申请人情况 1×7",
    "自然人 2×1 | 法人或其他组织 1×5 | 总计 2×1",
    "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他",
    "一、本年新收政府信息公开申请数量 1×3",
    "二、上年结转政府信息公开申请数量 1×3",
]
TABLE_THREE_RESULTS = [
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形） 1×2",
    "（三）不予公开 8×1 | 1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”",
    "4.保护第三方合法权益",
    "5.属于三类内部事务信息",
    "6.属于四类过程性信息",
    "7.属于行政执法案卷",
    "8.属于行政查询事项",
    "（四）无法提供 3×1 | 1.本机关不掌握相关政府信息",
    "2.没有现成信息需要另行制作",
    "3.补正后申请内容仍不明确",
    "（五）不予处理 5×1 | 1.信访举报投诉类申请",
    "2.重复申请",
    "3.要求提供公开出版物",
    "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息",
]
TABLE_THREE_END = ["（七）总计 1×2", "四、结转下年度继续办理 1×3"]
TABLE_THREE_2021 = [
    *TABLE_THREE_HEAD,
    "三、本年度办理结果 22×1 | （一）予以公开 1×2",
    *TABLE_THREE_RESULTS,
    "（六）其他处理 3×1 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "3.其他",
    *TABLE_THREE_END,
]
TABLE_THREE_2019 = [
    *TABLE_THREE_HEAD,
    "三、本年度办理结果 20×1 | （一）予以公开 1×2",
    *TABLE_THREE_RESULTS,
    "（六）其他处理 1×2",
    *TABLE_THREE_END,
]
FIVE_RESULTS = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计"
TABLE_FOUR = [
    "行政复议 1×5 | 行政诉讼 1×10",
    f"{FIVE_RESULTS.replace(' |', ' 2×1 |')} 2×1 | 未经复议直接起诉 1×5 | 复议后起诉 1×5",
    f"{FIVE_RESULTS} | {FIVE_RESULTS}",
    "",
]
TABLE_TWO_2019 = [
    "第二十条第（一）项 1×5",
    "信息内容 | 本年新制作数量 | 本年新公开数量 1×2 | 对外公开总数量",
    "规章",
    "规范性文件",
    "第二十条第（五）项 1×5",
    "信息内容 | 上一年项目数量 | 本年增/减 1×2 | 处理决定数量",
    "行政许可",
    "其他对外管理服务事项",
    "第二十条第（六）项 1×5",
    "信息内容 | 上一年项目数量 | 本年增/减 1×2 | 处理决定数量",
    "行政处罚",
    "行政强制",
    "第二十条第（八）项 1×5",
    "信息内容 | 上一年项目数量 1×2 | 本年增/减 1×2",
    "行政事业性收费",
    "第二十条第（九）项 1×5",
    "信息内容 | 采购项目数量 1×2 | 采购总金额 1×2",
    "政府集中采购",
]

ROWS_2021 = (
    "received carried_in granted partly_granted "
    "refused.state_secret refused.prohibited_by_law refused.security_and_stability refused.third_party_rights "
    "refused.internal_affairs refused.process_information refused.enforcement_file refused.administrative_query "
    "unavailable.not_held unavailable.needs_creation unavailable.still_unclear "
    "not_processed.petition not_processed.repeated not_processed.publication not_processed.excessive "
    "not_processed.confirmation other.not_corrected other.fee_unpaid other.rest processed carried_out"
)
ROWS_2019 = ROWS_2021.replace("other.not_corrected other.fee_unpaid other.rest", "other")


def test_the_form_in_force_comes_first() -> None:
    assert list(known_forms()) == ["zfxxgk-2021", "zfxxgk-2019"]
    assert current_form() is FORM_2021


def test_a_form_is_called_like_its_file() -> None:
    assert {path.stem for path in FORMS_FOLDER.glob("*.toml")} == known_forms().keys()


# ── labels ──────────────────────────────────────────────────────────────


@BOTH
def test_the_six_parts_have_their_titles(form: Form) -> None:
    assert [section.title for section in form.sections] == [
        "",
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    assert form.text_sections == ("preamble", "overview", "problems", "other_matters")


@pytest.mark.parametrize(
    ("form", "table", "labels"),
    [
        (FORM_2021, "proactive", TABLE_TWO_2021),
        (FORM_2021, "requests", TABLE_THREE_2021),
        (FORM_2021, "review_litigation", TABLE_FOUR),
        (FORM_2019, "proactive", TABLE_TWO_2019),
        (FORM_2019, "requests", TABLE_THREE_2019),
        (FORM_2019, "review_litigation", TABLE_FOUR),
    ],
    ids=lambda value: getattr(value, "key", None),
)
def test_a_table_is_labelled_as_published(form: Form, table: str, labels: list[str]) -> None:
    assert labels_of(form.table(table)) == labels


def test_both_forms_are_recognised_by_the_same_wordings() -> None:
    old, new = (
        {each.label.text: each.label for each in form.table("requests").labels} for form in (FORM_2019, FORM_2021)
    )
    assert [asdict(each) for each in FORM_2021.sections] == [asdict(each) for each in FORM_2019.sections]
    assert asdict(FORM_2021.table("review_litigation")) == asdict(FORM_2019.table("review_litigation"))
    assert {text: new[text] for text in new.keys() & old.keys()} == {
        text: old[text] for text in new.keys() & old.keys()
    }


@pytest.mark.parametrize(
    ("form", "label", "variant"),
    [
        (FORM_2021, "行政规范性文件", "规范性文件"),
        (FORM_2021, "总计", "合计"),
        (FORM_2021, "（七）总计", "（七）合计"),
        (FORM_2021, "5.属于三类内部事务信息", "5.属于三类内容事务信息"),
        (FORM_2021, "2.其他法律行政法规禁止公开", "2.其他法律行政止公开"),
        (FORM_2021, "本年收费金额（单位：万元）", "本年收费金额（万元）"),
        (FORM_2019, "规范性文件", "行政规范性文件"),
        (FORM_2019, "处理决定数量", "本年处理决定数量"),
    ],
)
def test_a_label_is_known_in_other_wordings(form: Form, label: str, variant: str) -> None:
    wordings = [each.label.accepted for table in form.tables for each in table.labels if each.label.text == label]
    assert wordings
    assert all(variant in accepted for accepted in wordings)


def test_the_long_section_titles_are_known() -> None:
    assert "因政府信息公开工作被申请行政复议、提起行政诉讼情况" in FORM_2021.section("review_litigation").variants
    assert "政府信息公开工作存在的主要问题及改进情况" in FORM_2021.section("problems").variants


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("requests/granted/commercial", "（一）予以公开 × 商业企业"),
        ("requests/partly_granted/total", "（二）部分公开 × 总计"),
        ("requests/other.rest/other", "（六）3.其他 × 其他"),
        ("requests/received/natural_person", "一、本年新收 × 自然人"),
        ("proactive/fees/amount", "行政事业性收费 × 本年收费金额"),
        ("review_litigation/direct_suit/upheld", "未经复议直接起诉·结果维持"),
    ],
)
def test_a_cell_has_a_title_for_sentences(name: str, title: str) -> None:
    assert FORM_2021.cells[name].title == title


def test_a_title_names_the_year() -> None:
    assert FORM_2021.title_for(2024) == "2024年政府信息公开工作年度报告"


def test_a_title_without_a_year_leaves_no_gap() -> None:
    assert FORM_2021.title_for(None) == "政府信息公开工作年度报告"


# ── figures ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("form", "table", "figures", "typed", "grid"),
    [
        (FORM_2021, "proactive", 10, 10, (14, 4)),
        (FORM_2021, "requests", 175, 144, (28, 10)),
        (FORM_2021, "review_litigation", 15, 12, (4, 15)),
        (FORM_2019, "proactive", 22, 22, (18, 5)),
        (FORM_2019, "requests", 161, 132, (26, 10)),
        (FORM_2019, "review_litigation", 15, 12, (4, 15)),
    ],
    ids=lambda value: getattr(value, "key", None),
)
def test_a_table_has_its_statutory_size(
    form: Form, table: str, figures: int, typed: int, grid: tuple[int, int]
) -> None:
    each = form.table(table)
    assert (len(each.cells), len(each.typed_cells), (each.row_count, each.column_count)) == (figures, typed, grid)


@pytest.mark.parametrize(("form", "figures"), [(FORM_2021, 200), (FORM_2019, 198)])
def test_a_form_has_166_figures_to_type(form: Form, figures: int) -> None:
    assert (len(form.cells), len(form.typed_cells), len(form.sums)) == (figures, 166, figures - 166)


def test_the_figures_of_table_two_have_their_names() -> None:
    assert list(FORM_2021.table("proactive").cells) == [
        "proactive/regulations/issued",
        "proactive/regulations/repealed",
        "proactive/regulations/in_force",
        "proactive/normative_documents/issued",
        "proactive/normative_documents/repealed",
        "proactive/normative_documents/in_force",
        "proactive/licences/decisions",
        "proactive/penalties/decisions",
        "proactive/coercion/decisions",
        "proactive/fees/amount",
    ]


def test_the_figures_of_table_two_of_2019_have_their_names() -> None:
    columns = {
        "regulations": ["made", "published", "published_total"],
        "normative_documents": ["made", "published", "published_total"],
        "licences": ["items_last_year", "items_change", "decisions"],
        "other_services": ["items_last_year", "items_change", "decisions"],
        "penalties": ["items_last_year", "items_change", "decisions"],
        "coercion": ["items_last_year", "items_change", "decisions"],
        "fees": ["items_last_year", "items_change"],
        "procurement": ["projects", "amount"],
    }
    names = [f"proactive/{row}/{column}" for row, keys in columns.items() for column in keys]
    assert list(FORM_2019.table("proactive").cells) == names


@pytest.mark.parametrize(("form", "rows"), [(FORM_2021, ROWS_2021), (FORM_2019, ROWS_2019)], ids=["2021", "2019"])
def test_the_figures_of_table_three_have_their_names(form: Form, rows: str) -> None:
    names = [f"requests/{row}/{column}" for row in rows.split() for column in (*APPLICANTS, "total")]
    assert list(form.table("requests").cells) == names


@BOTH
def test_the_figures_of_table_four_have_their_names(form: Form) -> None:
    rows, columns = ("review", "direct_suit", "suit_after_review"), ("upheld", "corrected", "other", "pending", "total")
    names = [f"review_litigation/{row}/{column}" for row in rows for column in columns]
    assert list(form.table("review_litigation").cells) == names


def test_fees_are_an_amount_in_ten_thousand_yuan() -> None:
    fees = FORM_2021.cells["proactive/fees/amount"]
    assert (fees.kind, fees.unit, fees.place) == (CellKind.AMOUNT, "万元", Place(13, 1, 1, 3))


def test_in_2019_changes_may_be_negative_and_purchases_are_money() -> None:
    kinds = {name.split("/")[2]: cell.kind for name, cell in FORM_2019.table("proactive").cells.items()}
    assert {key for key, kind in kinds.items() if kind is CellKind.CHANGE} == {"items_change"}
    assert {key for key, kind in kinds.items() if kind is CellKind.AMOUNT} == {"amount"}


@BOTH
def test_the_header_and_stub_that_stay_in_view(form: Form) -> None:
    assert [(table.header_rows, table.stub_columns) for table in form.tables] == [(0, 0), (3, 3), (3, 0)]


# ── relations ───────────────────────────────────────────────────────────


@pytest.mark.parametrize(("form", "rows"), [(FORM_2021, 25), (FORM_2019, 23)], ids=["2021", "2019"])
def test_every_row_of_table_three_sums_its_six_applicants(form: Form, rows: int) -> None:
    sums = [each for name, each in form.sums.items() if name.startswith("requests/") and name.endswith("/total")]
    assert len(sums) == rows
    assert all(len(each.terms) == len(APPLICANTS) and each.along_row for each in sums)


@pytest.mark.parametrize(("form", "results"), [(FORM_2021, 21), (FORM_2019, 19)], ids=["2021", "2019"])
@pytest.mark.parametrize("applicant", APPLICANTS)
def test_what_was_processed_sums_every_result(form: Form, results: int, applicant: str) -> None:
    column = [name for name in form.table("requests").cells if name.endswith(f"/{applicant}")]
    each = form.sums[f"requests/processed/{applicant}"]
    assert [term.cell for term in each.terms] == column[2:-2]
    assert (len(each.terms), each.along_row) == (results, False)


@BOTH
def test_table_four_sums_four_results_three_times(form: Form) -> None:
    sums = [each for name, each in form.sums.items() if name.startswith("review_litigation/")]
    assert [len(each.terms) for each in sums] == [4, 4, 4]


@BOTH
def test_all_seven_columns_of_table_three_must_balance(form: Form) -> None:
    assert [balance.cells for table in form.tables for balance in table.balances] == [
        tuple(f"requests/{row}/{key}" for row in ("received", "carried_in", "processed", "carried_out"))
        for key in (*APPLICANTS, "total")
    ]


@BOTH
def test_what_is_carried_over_is_carried_column_by_column(form: Form) -> None:
    pairs = [(pair.source, pair.target) for table in form.tables for pair in table.carry_over]
    assert pairs == [(f"requests/carried_out/{key}", f"requests/carried_in/{key}") for key in APPLICANTS]


def test_what_is_in_force_is_kept() -> None:
    kept = [name for table in FORM_2021.tables for name in table.keep]
    assert kept == ["proactive/regulations/in_force", "proactive/normative_documents/in_force"]


def test_only_other_processing_moves_to_another_row() -> None:
    predecessor = FORM_2021.predecessors[0]
    assert (predecessor.form, predecessor.moved) == ("zfxxgk-2019", {"requests/other": "requests/other.rest"})
    assert "requests/other/commercial" in FORM_2019.cells
