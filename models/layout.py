"""Laying the header and stub trees of a form out on a grid."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.form import Band, Cell, CellKind, Label, LabelCell, Place


@dataclass(frozen=True, eq=False, repr=False)
class Node:
    """A label of a header or stub tree; a node without parts is a column or a row."""

    label: Label
    key: str = ""
    symbol: str = ""
    kind: CellKind | None = None
    unit: str = ""
    span: int = 1
    """Grid columns a column of figures takes; a row always takes one grid row."""
    parts: tuple["Node", ...] = ()

    @property
    def depth(self) -> int:
        """Levels of labels, this one included."""
        return 1 + max((part.depth for part in self.parts), default=0)

    @property
    def width(self) -> int:
        """Grid columns (of a header) or rows (of a stub) below this label."""
        return sum(part.width for part in self.parts) if self.parts else self.span


@dataclass(frozen=True, eq=False, repr=False)
class Leaf:
    """A row or column of figures: the node, its labels outermost first, and where it stands."""

    node: Node
    path: tuple[Label, ...]
    start: int


@dataclass(frozen=True, eq=False, repr=False)
class BandPlan:
    """What a band consists of before it has a place on the grid."""

    title: Label | None
    corner: Label | None
    columns: tuple[Node, ...]
    rows: tuple[Node, ...]
    """Empty where the band has one row of figures and no stub."""

    @property
    def header_depth(self) -> int:
        """Grid rows of the header, the title not counted."""
        return max(node.depth for node in self.columns)

    @property
    def figure_columns(self) -> int:
        """Grid columns under the header."""
        return sum(node.width for node in self.columns)

    @property
    def stub_depth(self) -> int:
        """Grid columns the stub needs at least."""
        return max((node.depth for node in self.rows), default=0)


def lay_out(plan: BandPlan, table_key: str, top: int, column_count: int) -> Band:
    """Place a band on the grid, its first row at `top`."""
    stub_width = column_count - plan.figure_columns
    header_top = top + (plan.title is not None)
    figures_top = header_top + plan.header_depth
    columns = list(_leaves(plan.columns, stub_width))
    rows = list(_leaves(plan.rows, figures_top)) or [Leaf(Node(Label("")), (), figures_top)]
    labels = [
        *_caption(plan, top, header_top, stub_width, column_count),
        *_header_labels(plan.columns, header_top, stub_width, plan.header_depth),
        *_stub_labels(plan.rows, figures_top, 0, stub_width),
    ]
    cells = tuple(_cell(table_key, row, column) for row in rows for column in columns)
    return Band(
        rows=range(top, rows[-1].start + 1),
        header_rows=range(header_top, figures_top),
        labels=tuple(labels),
        cells=cells,
    )


def _caption(plan: BandPlan, top: int, header_top: int, stub_width: int, column_count: int) -> Iterator[LabelCell]:
    if plan.title is not None:
        yield LabelCell(Place(top, 0, 1, column_count), plan.title)
    if stub_width:
        yield LabelCell(Place(header_top, 0, plan.header_depth, stub_width), plan.corner or Label(""))


def _header_labels(nodes: tuple[Node, ...], row: int, column: int, depth: int) -> Iterator[LabelCell]:
    for node in nodes:
        height = 1 if node.parts else depth
        yield LabelCell(Place(row, column, height, node.width), node.label)
        yield from _header_labels(node.parts, row + 1, column, depth - 1)
        column += node.width


def _stub_labels(nodes: tuple[Node, ...], row: int, column: int, width: int) -> Iterator[LabelCell]:
    for node in nodes:
        yield LabelCell(Place(row, column, node.width, 1 if node.parts else width), node.label)
        yield from _stub_labels(node.parts, row, column + 1, width - 1)
        row += node.width


def _leaves(nodes: tuple[Node, ...], start: int, path: tuple[Label, ...] = ()) -> Iterator[Leaf]:
    for node in nodes:
        if node.parts:
            yield from _leaves(node.parts, start, (*path, node.label))
        else:
            yield Leaf(node, (*path, node.label), start)
        start += node.width


def _cell(table_key: str, row: Leaf, column: Leaf) -> Cell:
    return Cell(
        name="/".join(part for part in (table_key, row.node.key, column.node.key) if part),
        place=Place(row.start, column.start, 1, column.node.width),
        row_path=row.path,
        column_path=column.path,
        row_symbol=row.node.symbol or row.node.label.name,
        column_symbol=column.node.symbol or column.node.label.name,
        kind=column.node.kind or row.node.kind or CellKind.COUNT,
        unit=column.node.unit or row.node.unit,
    )
