"""A table's labels in a form that can be compared at a glance."""

from models.form import Table


def labels_of(table: Table) -> list[str]:
    """Return the labels that begin in each grid row, left to right, with their spans where they have any."""
    labels = sorted(table.labels, key=lambda each: each.place.column)
    texts = [(each.place.row, each.label.text + _spans(each.place.row_span, each.place.column_span)) for each in labels]
    return [" | ".join(text for at, text in texts if at == row) for row in range(table.row_count)]


def _spans(rows: int, columns: int) -> str:
    return f" {rows}×{columns}" if rows * columns > 1 else ""
