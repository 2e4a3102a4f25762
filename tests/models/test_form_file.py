from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from models.form import CellKind, Content, Form, Place, Table
from models.form_file import known_forms, read_form
from models.toml_source import DeclarationError
from tests.builders import third_form
from tests.models.grids import labels_of

FormFrom = Callable[[str], Form]

FORMS = [*known_forms().values(), third_form()]
EVERY_FORM = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
EVERY_TABLE = pytest.mark.parametrize(
    "table", [pytest.param(table, id=f"{form.key}-{table.key}") for form in FORMS for table in form.tables]
)


# ── what holds for every form ───────────────────────────────────────────


@EVERY_TABLE
def test_labels_and_figures_cover_the_grid_exactly_once(table: Table) -> None:
    places = [label.place for label in table.labels] + [cell.place for cell in table.cells.values()]
    covered = Counter((row, column) for place in places for row in place.rows for column in place.columns)
    assert covered == Counter((row, column) for row in range(table.row_count) for column in range(table.column_count))


@EVERY_TABLE
def test_no_two_cells_of_a_table_have_the_same_title(table: Table) -> None:
    assert len({cell.title for cell in table.cells.values()}) == len(table.cells)


@EVERY_FORM
def test_every_term_of_a_sum_is_known_before_it(form: Form) -> None:
    known = set(form.typed_cells)
    for name, each in form.sums.items():
        assert {term.cell for term in each.terms} <= known
        known.add(name)


@EVERY_FORM
def test_a_cell_is_typed_or_derived(form: Form) -> None:
    assert form.totals == form.sums.keys()
    assert sorted([*form.typed_cells, *form.totals]) == sorted(form.cells)
    assert all(name in form.table_of(name).cells for name in form.cells)


# ── a third form, from its declaration alone ────────────────────────────


def test_a_third_form_has_its_labels_in_place() -> None:
    assert labels_of(third_form().table("lending")) == [
        "借阅类别 2×2 | 读者 1×3",
        "成人 | 少儿 | 小计",
        "一、本年借出册数 1×2",
        "二、去向 3×1 | （一）已经归还",
        "（二）遗失赔偿",
        "（三）合计",
        "三、年末在外 1×2",
    ]


def test_a_third_form_has_its_figures_in_place() -> None:
    table = third_form().table("lending")
    assert (table.header_rows, table.stub_columns) == (2, 2)
    assert table.cells["lending/lost/children"].place == Place(4, 3)
    assert len(table.cells) == 15


def test_a_third_form_stacks_its_bands() -> None:
    table = third_form().table("stock")
    assert [(band.rows, band.header_rows) for band in table.bands] == [
        (range(4), range(1, 2)),
        (range(4, 7), range(5, 6)),
    ]
    assert table.cells["stock/public/money"].place == Place(6, 1, 1, 2)


def test_a_third_form_has_its_relations() -> None:
    form = third_form()
    table = form.table("lending")
    assert len(form.sums) == 7
    assert [term.cell for term in form.sums["lending/settled/adults"].terms] == [
        "lending/returned/adults",
        "lending/lost/adults",
    ]
    assert [balance.name for balance in table.balances] == ["成人", "少儿", "小计"]
    assert [pair.target for pair in table.carry_over] == ["lending/lent/adults", "lending/lent/children"]


def test_a_third_form_knows_its_sections_and_kinds() -> None:
    form = third_form()
    assert form.section("lending").content is Content.TABLE
    assert form.text_sections == ("preamble", "summary")
    assert form.cells["stock/public/money"].kind is CellKind.AMOUNT


# ── mistakes in a declaration ───────────────────────────────────────────

TABLE, BAND = "tables[0]", "tables[0].bands[0]"
A_BAND = "\n[[tables.bands]]\n"
COLUMN = '{ key = "a/b", label = "甲", span = 4 }'
SECOND_TABLE = f'\n[[tables]]\nkey = "KEY"\nname = "表二"\nwidths = [2, 2]\n{A_BAND}columns = [{COLUMN}]'


def problems_of(form_from: FormFrom, toml: str) -> list[str]:
    with pytest.raises(DeclarationError) as raised:
        form_from(toml)
    return list(raised.value.problems)


def test_a_small_declaration_is_sound(form_from: FormFrom, tiny: str) -> None:
    assert [term.sign for term in form_from(tiny).sums["stock/books/net"].terms] == [1, -1]


@pytest.mark.parametrize(
    ("line", "instead", "problem"),
    [
        ('key = "tiny"', "", "key: a text is expected"),
        ('name = "小格式"', 'nmae = "小格式"', "nmae: this key has no meaning here"),
        ('"{year}年小报告"', '"小报告"', 'title: "{year}年" is expected in it'),
        ('content = "table"', 'content = "grid"', "sections[0].content: one of text, table is expected"),
        ('title = "一、馆藏"', "title = 1", "sections[0].title: a text is expected"),
        ("[2, 1, 1, 1]", "[2, 1, 1, 0]", f"{TABLE}.widths: a list of positive whole numbers is expected"),
        ("[2, 1, 1, 1]", "[2, 1, 1]", f"{BAND}.columns: header and stub do not fit the table's 3 columns"),
        ('label = "购入"', 'lable = "购入"', f"{BAND}.columns[0].lable: this key has no meaning here"),
        ('"change"', '"money"', f"{BAND}.columns[2].kind: one of count, amount, change is expected"),
        ('label = "图书"', 'label = "图书", span = 2', f"{BAND}.rows[0].span: this key has no meaning here"),
        ('key = "maps"', 'key = "books"', f'{TABLE}.bands: "stock/books/net" names 2 cells'),
        ('key = "maps"', 'key = "a/b"', f'{TABLE}.bands: "stock/a/b/lost" is no cell name table/row/column'),
        ('{ label = "门类" }', "{}", f"{BAND}.corner.label: a text is expected"),
        ('"-lost"', '"-stolen"', f'{TABLE}.row_sums[0].of: there is no cell "stock/books/stolen"'),
        ('"-lost"', '"net"', f"{TABLE}.row_sums: a total is derived from itself"),
        ('column = "net"', 'column = "rest"', f'{TABLE}.row_sums[0].column: no row has a cell "rest"'),
        ('["books", "-maps"]', '["discs"]', f'{TABLE}.balances[0].left: there is no cell "stock/discs/bought"'),
        ('right = ["maps"]', "", f"{TABLE}.balances[0].right: a list of texts is expected"),
    ],
)
def test_a_mistake_is_told_with_its_place(
    form_from: FormFrom, tiny: str, line: str, instead: str, problem: str
) -> None:
    assert tiny.count(line) == 1
    assert problem in problems_of(form_from, tiny.replace(line, instead))


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (
            '[[tables.row_sums]]\ncolumn = "net"\nof = ["lost"]',
            f"{TABLE}.row_sums: a cell is derived twice",
        ),
        (
            '[[tables.column_sums]]\nrow = "all"\ncolumns = ["lost"]\nof = ["books"]',
            f'{TABLE}.column_sums[0].row: there is no cell "stock/all/lost"',
        ),
        (
            '[[tables.carry_over]]\nfrom = "books"\ninto = "maps"\ncolumns = ["net"]',
            f'{TABLE}.carry_over[0].into: "stock/maps/net" is derived and cannot be taken over',
        ),
        (
            '[[tables.carry_over]]\nfrom = "discs"\ninto = "maps"\ncolumns = ["lost"]',
            f'{TABLE}.carry_over[0].from: there is no cell "stock/discs/lost"',
        ),
        (
            f"{A_BAND}columns = []",
            f"{TABLE}.bands[1].columns: a band needs one column at least",
        ),
        (
            f'{A_BAND}corner = {{ label = "角" }}\ncolumns = [{COLUMN}]',
            f"{TABLE}.bands[1].corner: there is no stub below this corner",
        ),
        (
            f"{A_BAND}columns = [{COLUMN.replace('4', '3')}]",
            f"{TABLE}.bands[1].columns: header and stub do not fit the table's 4 columns",
        ),
        (
            f'{A_BAND}columns = [{{ key = "group", label = "组", parts = [{COLUMN}] }}]',
            f"{TABLE}.bands[1].columns[0].key: this key has no meaning here",
        ),
        (
            SECOND_TABLE.replace("KEY", "stock"),
            'tables: the key "stock" is used twice',
        ),
        (
            SECOND_TABLE.replace("KEY", "loans"),
            'tables: "loans" is not both a table and a section with a table',
        ),
        (
            SECOND_TABLE.partition(A_BAND)[0],
            "tables[1].bands: a list of tables is expected",
        ),
        (
            '[[predecessors]]\nform = "older"\nmoved = { "stock/a" = "stock/b" }',
            'predecessors: there is no row "stock/b" to move figures into',
        ),
    ],
)
def test_a_part_that_does_not_fit_is_told_with_its_place(
    form_from: FormFrom, tiny: str, more: str, problem: str
) -> None:
    assert problem in problems_of(form_from, f"{tiny}\n{more}\n")


@pytest.mark.parametrize(
    ("line", "instead", "problem"),
    [
        (
            'name = "馆藏"\n',
            'name = "馆藏"\nrequired = 1\n',
            "sections[0].required: true or false is expected",
        ),
        (
            'content = "table"\n',
            'content = "table"\nofficial = ["馆藏表"]\n',
            'sections[0].official: "馆藏表" is not among the variants',
        ),
        (
            'content = "table"\n',
            'content = "table"\ntopics = [{ name = "购书" }]\n',
            "sections[0].topics[0].words: a list of texts is expected",
        ),
        (
            'content = "table"\n',
            'content = "table"\nfee = { since = 0, words = ["费"] }\n',
            "sections[0].fee.since: a whole number from 1 is expected",
        ),
        (
            'name = "表一"\n',
            'name = "表一"\nsteady = ["books/sold"]\n',
            f'{TABLE}.steady: there is no cell "stock/books/sold"',
        ),
    ],
)
def test_a_duty_that_does_not_fit_is_told_with_its_place(
    form_from: FormFrom, tiny: str, line: str, instead: str, problem: str
) -> None:
    assert problem in problems_of(form_from, tiny.replace(line, instead, 1))


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (
            '[[tables.in_force]]\nrows = ["books", "discs"]\nissued = "bought"\nrepealed = "lost"\nin_force = "net"',
            f'{TABLE}.in_force[0].issued: there is no cell "stock/discs/bought"',
        ),
        (
            '[[tables.reserved]]\ncells = ["books/sold"]\nwhat = "甲"\nmakers = "乙"\nothers = "丙"',
            f'{TABLE}.reserved[0].cells: there is no cell "stock/books/sold"',
        ),
        (
            '[[tables.reserved]]\ncells = ["books/lost"]\nwhat = "甲"\nmakers = "乙"\nothers = "(丙"',
            f"{TABLE}.reserved[0].others: a regular expression is expected: ",
        ),
        (
            '[[outdated]]\nname = "甲"\nwords = "["\nsince = 2021\ninstead = "乙"\nhistory = "丙"',
            "outdated[0].words: a regular expression is expected: ",
        ),
    ],
)
def test_a_relation_between_years_that_does_not_fit_is_told_with_its_place(
    form_from: FormFrom, tiny: str, more: str, problem: str
) -> None:
    assert any(told.startswith(problem) for told in problems_of(form_from, f"{tiny}\n{more}\n"))


A_CHART = '[[charts]]\nkey = "net"\ntitle = "净增"\nunit = "册"\n'
A_GROUP = '[[chart_groups]]\ntitle = "增减"\nnothing = "没有增减。"\n'
NO_PLACE = "is no chart of parts, or stands in two places"


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (A_CHART, "charts[0].items: a table of lists of texts is expected"),
        (f"{A_CHART}items = {{}}", "charts[0].items: a table of lists of texts is expected"),
        (f'{A_CHART}items = {{ "图书" = "stock/books/net" }}', "charts[0].items.图书: a list of texts is expected"),
        (f'{A_CHART}items = {{ "图书" = [] }}', 'charts[0].items: "图书" adds up no cell'),
        (f'{A_CHART}items = {{ "图书" = ["stock/discs/net"] }}', 'charts: there is no cell "stock/discs/net"'),
        (
            f'{A_CHART}yearly = 1\nitems = {{ "图书" = ["stock/books/net"] }}',
            "charts[0].yearly: true or false is expected",
        ),
        (
            f'{A_CHART}shape = "pie"\nitems = {{ "图书" = ["stock/books/net"] }}',
            "charts[0].shape: this key has no meaning here",
        ),
        (f'{A_CHART}[charts.items]\n"甲" = ["stock/books/net"]\n' * 2, 'charts: the key "net" is used twice'),
        (
            f'{A_CHART}leading = "图书"\nitems = {{ "图书" = ["stock/books/net"] }}',
            'charts[0].leading: "图书" is no item of a yearly chart',
        ),
        (
            f'{A_CHART}yearly = true\nleading = "地图"\nitems = {{ "图书" = ["stock/books/net"] }}',
            'charts[0].leading: "地图" is no item of a yearly chart',
        ),
        (A_GROUP, "chart_groups[0].charts: a table of charts' keys is expected"),
        (f'{A_GROUP}charts = {{ "图书" = "net" }}', f'chart_groups: "net" {NO_PLACE}'),
        (
            f'{A_CHART}yearly = true\nitems = {{ "甲" = ["stock/books/net"] }}\n{A_GROUP}charts = {{ "甲" = "net" }}',
            f'chart_groups: "net" {NO_PLACE}',
        ),
        (
            f'{A_CHART}items = {{ "甲" = ["stock/books/net"] }}\n{A_GROUP}charts = {{ "甲" = "net", "乙" = "net" }}',
            f'chart_groups: "net" {NO_PLACE}',
        ),
    ],
)
def test_a_chart_that_does_not_fit_is_told_with_its_place(
    form_from: FormFrom, tiny: str, more: str, problem: str
) -> None:
    assert problem in problems_of(form_from, f"{tiny}\n{more}\n")


def test_a_chart_knows_its_items_in_order(form_from: FormFrom, tiny: str) -> None:
    items = '{ "地图" = ["stock/maps/net"], "图书" = ["stock/books/bought", "stock/books/lost"] }'
    (chart,) = form_from(f"{tiny}\n{A_CHART}items = {items}").charts
    assert (chart.key, chart.title, chart.unit, chart.is_yearly) == ("net", "净增", "册", False)
    assert list(chart.items.items()) == [
        ("地图", ("stock/maps/net",)),
        ("图书", ("stock/books/bought", "stock/books/lost")),
    ]


def test_a_third_form_asks_for_nothing_it_does_not_declare() -> None:
    form = third_form()
    assert not form.outdated
    assert not [each for each in form.sections if each.is_required or each.is_renewed or each.topics or each.fee]
    assert not [table for table in form.tables if table.in_force or table.steady or table.reserved]


def test_totals_are_carried_over_whose_terms_are() -> None:
    (pair,) = third_form().table("lending").carried_totals
    assert (pair.source, pair.target) == ("lending/still_out/total", "lending/lent/total")
    assert not third_form().table("stock").carried_totals


def test_a_derived_figure_cannot_be_kept(form_from: FormFrom, tiny: str) -> None:
    toml = tiny.replace('name = "表一"', 'name = "表一"\nkeep = ["books/net", "books/lost"]')
    assert problems_of(form_from, toml) == [f'{TABLE}.keep: "stock/books/net" is derived and cannot be taken over']


def test_all_mistakes_of_a_file_are_told_at_once(form_from: FormFrom, tiny: str) -> None:
    mistakes = {
        'key = "tiny"': "",
        'content = "table"': 'content = "table"\ncolour = "red"',
        'label = "遗失"': 'label = ""',
        'of = ["bought", "-lost"]': 'of = "bought"',
        'columns = ["bought"]': 'columns = ["sold"]',
    }
    for line, instead in mistakes.items():
        tiny = tiny.replace(line, instead)
    assert problems_of(form_from, tiny) == [
        "key: a text is expected",
        "sections[0].colour: this key has no meaning here",
        f'{TABLE}.balances[0].left: there is no cell "stock/books/sold"',
        f'{TABLE}.balances[0].left: there is no cell "stock/maps/sold"',
        f'{TABLE}.balances[0].right: there is no cell "stock/maps/sold"',
        f"{BAND}.columns[1].label: a text is expected",
        f"{TABLE}.row_sums[0].of: a list of texts is expected",
    ]


def test_a_file_without_lists_is_told_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "empty.toml"
    path.write_text('key = "a"\nname = "a"\nbasis = "a"\ntitle = "{year}年"', encoding="utf-8")
    with pytest.raises(DeclarationError, match=r"^empty\.toml:") as raised:
        read_form(path)
    assert raised.value.problems == ("sections: a list of tables is expected", "tables: a list of tables is expected")
