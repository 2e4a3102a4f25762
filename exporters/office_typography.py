"""An office's own typography scheme."""

from pathlib import Path

from exporters.typography import Typography, scheme_from
from models.office_file import read_office_file


def read_office_typography(path: Path) -> Typography:
    """Read a scheme that an office wrote for itself after those in `resources/styles`.

    Raises:
        InputRefusal: where the file cannot be opened, or with every mistake in it.
    """
    return read_office_file(path, "字体方案", lambda source: scheme_from(source, path.name))
