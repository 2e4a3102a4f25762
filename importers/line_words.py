"""What lines of text are in a form's tables: labels of rows and columns, pieces of labels, or none of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from importers.labels import BARE, CORE, is_distinctive, likeness, wording
from importers.table_shape import BandShape, Line, labels_of, shapes_of
from models.form import Form, Label

LONGEST_LABEL = 150
"""Characters; offices print long explanations behind labels."""


class TableWords:
    """The labels of some tables of a form."""

    def __init__(self, form: Form, forms: Mapping[str, Form], tables: Iterable[str]) -> None:
        """Gather the labels.

        Args:
            form: the form.
            forms: known forms by key.
            tables: keys of the tables that are looked for.
        """
        wanted = {*tables}
        self.shapes = tuple(shape for shape in shapes_of(form, forms) if shape.table in wanted)
        labels = {label for key, each in labels_of(form, forms).items() if key in wanted for label in each}
        self._labels = tuple(labels)
        self._pieces = "\n".join(wording(text).full for label in labels for text in label.accepted)
        self._titles = {each.key: Label(each.title, each.variants) for each in form.sections if each.title}
        self._needs_header = frozenset(_under_other_columns(self.shapes, forms))
        self._groups = {label for shape in self.shapes for row in shape.rows for label in row.path[:-1]}

    def fit(self, text: str) -> float:
        """Return how surely a text is any label of the tables, from 0 to 1."""
        if len(text) > LONGEST_LABEL or self.is_title(text):
            return 0.0
        return self._fit(text)

    def is_label(self, text: str) -> bool:
        """Tell whether a text is a label of the tables."""
        return self.fit(text) >= CORE

    def is_piece(self, text: str) -> bool:
        """Tell whether a text may be a part of a label."""
        words = wording(text).full if len(text) <= LONGEST_LABEL else ""
        return bool(words) and words in self._pieces

    def is_title(self, text: str) -> bool:
        """Tell whether a text is the title of a section."""
        return any(likeness(text, title) for title in self._titles.values()) and self._fit(text) < CORE

    def is_title_of(self, text: str, section: str) -> bool:
        """Tell whether a text is the title of this section."""
        title = self._titles.get(section)
        return title is not None and likeness(text, title) >= CORE

    def is_group(self, text: str) -> bool:
        """Tell whether a text is the label of several rows."""
        return any(likeness(text, label) >= CORE for label in self._groups)

    def rows(self, text: str) -> list[tuple[float, BandShape, Line]]:
        """Return the rows a text can be the label of, with how surely it is."""
        found = [(likeness(text, row.path[-1]), shape, row) for shape in self.shapes for row in shape.rows if row.path]
        return [each for each in found if each[0]]

    def needs_header(self, shape: BandShape) -> bool:
        """Tell whether a row of a band has other columns in another form, so that its label does not suffice."""
        return shape in self._needs_header

    def _fit(self, text: str) -> float:
        return max((likeness(text, label) for label in self._labels), default=0.0)


def columns_of(text: str, shape: BandShape) -> set[int]:
    """Return the positions of the columns a text is the label of."""
    return {column.position for column in shape.columns if likeness(text, column.path[-1]) >= CORE}


def heads_of(shape: BandShape) -> dict[Label, int]:
    """Return every label above a band's columns and its level, 0 the outermost."""
    return {label: level for column in shape.columns for level, label in enumerate(column.path)}


def is_under(line: Line, text: str) -> bool:
    """Tell whether a text is a label, or a piece of one, of a group that a row stands in."""
    words = wording(text).full
    return any(likeness(text, label) >= CORE or words in wording(label.text).full for label in line.path[:-1])


def is_column_too(text: str, shape: BandShape, line: Line) -> bool:
    """Tell whether a short text is a column's label rather than a row's: 总计 is a column, （七）总计 a row."""
    own = likeness(text, line.path[-1])
    return not is_distinctive(text) and any(likeness(text, column.path[-1]) >= own for column in shape.columns)


def _under_other_columns(shapes: Sequence[BandShape], forms: Mapping[str, Form]) -> Iterator[BandShape]:
    others = [shape for form in forms.values() for shape in shapes_of(form, {})]
    for shape in shapes:
        if any(_share_row(shape, other) and _heads(shape) != _heads(other) for other in others):
            yield shape


def _share_row(one: BandShape, other: BandShape) -> bool:
    return any(likeness(row.path[-1].text, each.path[-1]) >= BARE for row in one.rows for each in other.rows
               if row.path and each.path)  # fmt: skip


def _heads(shape: BandShape) -> list[str]:
    return [wording(column.path[-1].text).full for column in shape.columns]
