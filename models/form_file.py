"""Reading a form's TOML file into a Form; every mistake in the file is reported at once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from models.chart import Chart, ChartGroup
from models.draft import read_draft
from models.forerunners import OutdatedBasis, Predecessor
from models.form import Band, CellKind, Content, FeeDuty, Form, Label, Section, Table, Topic
from models.form_relations import with_relations
from models.layout import BandPlan, Node, lay_out
from models.toml_source import TomlSource

FORMS_FOLDER = Path(__file__).parent.parent / "resources" / "forms"

CURRENT_FORM = "zfxxgk-2021"
"""国办公开办函〔2021〕30号, in force."""

_CELL_NAME_SLASHES = 2


class _ShippedForms(Mapping[str, Form]):
    """The forms in a folder by key, each read when it is first asked for; a file is named by its form's key."""

    def __init__(self, folder: Path) -> None:
        keys = sorted(path.stem for path in folder.glob("*.toml"))
        self._paths = {key: folder / f"{key}.toml" for key in sorted(keys, key=lambda key: key != CURRENT_FORM)}
        self._read: dict[str, Form] = {}

    def __getitem__(self, key: str) -> Form:
        if key not in self._read:
            self._read[key] = read_form(self._paths[key])
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


@cache
def known_forms() -> Mapping[str, Form]:
    """Return every form that ships with the program by its key, the form in force first."""
    return _ShippedForms(FORMS_FOLDER)


def current_form() -> Form:
    """Return the form in force."""
    return known_forms()[CURRENT_FORM]


def read_form(path: Path) -> Form:
    """Read a form file.

    Raises:
        DeclarationError: with all problems of the file, each with its place.
    """
    source = TomlSource.open(path)
    form = Form(
        key=source.text("key"),
        name=source.text("name"),
        basis=source.text("basis"),
        title=source.text("title"),
        sections=tuple(_section(each) for each in source.tables("sections", required=True)),
        tables=tuple(_table(each) for each in source.tables("tables", required=True)),
        predecessors=tuple(_predecessor(each) for each in source.tables("predecessors")),
        outdated=tuple(_outdated(each) for each in source.tables("outdated")),
        charts=tuple(_chart(each) for each in source.tables("charts")),
        chart_groups=tuple(_chart_group(each) for each in source.tables("chart_groups")),
        drafts=tuple(read_draft(each) for each in source.tables("drafts")),
    )
    source.close()
    _check_whole(form, source)
    source.raise_problems(path.name)
    return form


def _section(source: TomlSource) -> Section:
    section = Section(
        key=source.text("key"),
        name=source.text("name"),
        content=source.choice("content", Content),
        title=source.text("title", ""),
        variants=source.texts("variants"),
        official=source.texts("official"),
        is_required=source.flag("required"),
        is_renewed=source.flag("renewed"),
        longest=source.number("longest", 0, minimum=0),
        topics=tuple(_topic(each) for each in source.tables("topics")),
        fee=_fee(source.table("fee")),
    )
    for title in section.official:
        if title not in section.variants:
            source.note("official", f'"{title}" is not among the variants')
    source.close()
    return section


def _topic(source: TomlSource) -> Topic:
    topic = Topic(source.text("name"), source.texts("words", required=True))
    source.close()
    return topic


def _fee(source: TomlSource | None) -> FeeDuty | None:
    if source is None:
        return None
    duty = FeeDuty(source.number("since"), source.texts("words", required=True))
    source.close()
    return duty


def _outdated(source: TomlSource) -> OutdatedBasis:
    basis = OutdatedBasis(
        name=source.text("name"),
        words=source.pattern("words"),
        since=source.number("since"),
        instead=source.text("instead"),
        history=source.pattern("history"),
    )
    source.close()
    return basis


def _predecessor(source: TomlSource) -> Predecessor:
    predecessor = Predecessor(form=source.text("form"), moved=source.mapping("moved"))
    source.close()
    return predecessor


def _chart(source: TomlSource) -> Chart:
    chart = Chart(
        key=source.text("key"),
        title=source.text("title"),
        unit=source.text("unit"),
        items=source.lists("items"),
        is_yearly=source.flag("yearly"),
        leading=source.text("leading", ""),
    )
    for name in (name for name, cells in chart.items.items() if not cells):
        source.note("items", f'"{name}" adds up no cell')
    if chart.leading and not (chart.is_yearly and chart.leading in chart.items):
        source.note("leading", f'"{chart.leading}" is no item of a yearly chart')
    source.close()
    return chart


def _chart_group(source: TomlSource) -> ChartGroup:
    group = ChartGroup(source.text("title"), source.mapping("charts"), source.text("nothing"))
    if not group.charts:
        source.note("charts", "a table of charts' keys is expected")
    source.close()
    return group


def _check_whole(form: Form, source: TomlSource) -> None:
    for name, items in (("sections", form.sections), ("tables", form.tables), ("charts", form.charts)):
        keys = [item.key for item in items]
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            source.note(name, f'the key "{key}" is used twice')
    wanted = {each.key for each in form.sections if each.content is Content.TABLE}
    for key in sorted(wanted ^ {table.key for table in form.tables}):
        source.note("tables", f'"{key}" is not both a table and a section with a table')
    rows = {name.rpartition("/")[0] for name in form.cells}
    for row in sorted({row for each in form.predecessors for row in each.moved.values()} - rows):
        source.note("predecessors", f'there is no row "{row}" to move figures into')
    charted = {name for each in form.charts for names in each.items.values() for name in names}
    for name in sorted(charted - form.cells.keys()):
        source.note("charts", f'there is no cell "{name}"')
    of_parts = [each.key for each in form.charts if not each.is_yearly]
    grouped = [key for group in form.chart_groups for key in group.charts.values()]
    for key in sorted({key for key in grouped if key not in of_parts or grouped.count(key) > 1}):
        source.note("chart_groups", f'"{key}" is no chart of parts, or stands in two places')
    _check_drafts(form, source)
    if "{year}年" not in form.title:
        source.note("title", '"{year}年" is expected in it')


def _check_drafts(form: Form, source: TomlSource) -> None:
    keys = [table.key for table in form.tables]
    for draft in form.drafts:
        cells = {name for sentence in draft.sentences for name in sentence.cells}
        for name in sorted(cells - form.cells.keys()):
            source.note("drafts", f'there is no cell "{name}"')
        for key in (key for key in draft.tables if key not in keys):
            source.note("drafts", f'there is no table "{key}"')
        if draft.section not in form.text_sections:
            source.note("drafts", f'"{draft.section}" is no section with text')


def _table(source: TomlSource) -> Table:
    key, widths = source.text("key"), source.numbers("widths")
    bands = _bands(source, key, len(widths))
    single = bands[0] if len(bands) == 1 else None
    table = Table(
        key=key,
        name=source.text("name"),
        widths=widths,
        bands=bands,
        header_rows=single.header_rows.stop if single else 0,
        stub_columns=min(cell.place.column for cell in single.cells) if single else 0,
    )
    table = with_relations(table, source)
    source.close()
    return table


def _bands(source: TomlSource, table_key: str, column_count: int) -> tuple[Band, ...]:
    bands: list[Band] = []
    for band_source in source.tables("bands", required=True):
        plan = _band_plan(band_source, column_count)
        if plan is not None:
            bands.append(lay_out(plan, table_key, bands[-1].rows.stop if bands else 0, column_count))
    names = Counter(cell.name for band in bands for cell in band.cells)
    for name, times in names.items():
        if times > 1:
            source.note("bands", f'"{name}" names {times} cells')
        if name.count("/") != _CELL_NAME_SLASHES:
            source.note("bands", f'"{name}" is no cell name table/row/column')
    return tuple(bands)


def _band_plan(source: TomlSource, column_count: int) -> BandPlan | None:
    plan = BandPlan(
        title=_optional_label(source, "title"),
        corner=_optional_label(source, "corner"),
        columns=tuple(_node(each) for each in source.tables("columns", required=True)),
        rows=tuple(_node(each, is_row=True) for each in source.tables("rows")),
    )
    source.close()
    if plan.corner and not plan.rows:
        source.note("corner", "there is no stub below this corner")
    if not plan.columns:
        source.note("columns", "a band needs one column at least")
        return None
    stub_width = column_count - plan.figure_columns
    if stub_width < plan.stub_depth or (stub_width and not plan.rows):
        source.note("columns", f"header and stub do not fit the table's {column_count} columns")
        return None
    return plan


def _node(source: TomlSource, *, is_row: bool = False) -> Node:
    parts = tuple(_node(each, is_row=is_row) for each in source.tables("parts"))
    label = _label(source)
    node = Node(label, parts=parts) if parts else _leaf(source, label, is_row=is_row)
    source.close()
    return node


def _leaf(source: TomlSource, label: Label, *, is_row: bool) -> Node:
    kind = source.text("kind", "")
    return Node(
        label=label,
        key=source.text("key"),
        symbol=source.text("symbol", ""),
        kind=source.choice("kind", CellKind) if kind else None,
        unit=source.text("unit", ""),
        span=1 if is_row else source.number("span", 1),
    )


def _optional_label(source: TomlSource, key: str) -> Label | None:
    inner = source.table(key)
    if inner is None:
        return None
    label = _label(inner)
    inner.close()
    return label


def _label(source: TomlSource) -> Label:
    text = source.text("label")
    return Label(text, source.texts("variants"), source.text("name", text), source.text("note", ""))
