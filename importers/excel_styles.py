"""What a workbook's styles say of a cell: how its number is shown, and whether it is a heading."""

from openpyxl.styles.numbers import builtin_format_code

from importers.office_xml import Element, attribute, children, number

_GENERAL = "General"
_LONGEST = 255
"""Characters of a number format, as many as Excel takes."""


class Styles:
    """The cell styles of a workbook."""

    def __init__(self, root: Element | None, *, is_from_1904: bool = False) -> None:
        """Read styles.xml; a workbook may have none.

        Args:
            root: its root.
            is_from_1904: whether dates count from 1904, as on old Macintoshes.
        """
        self.is_from_1904 = is_from_1904
        codes = {
            number(each, "numFmtId"): attribute(each, "formatCode")[:_LONGEST] for each in children(root, "numFmts")
        }
        names = {number(each, "xfId"): attribute(each, "name") for each in children(root, "cellStyles")}
        cells = [*children(root, "cellXfs")]
        self._formats = [_format(number(each, "numFmtId"), codes) for each in cells]
        self._names = [names.get(number(each, "xfId"), "") for each in cells]

    def number_format(self, index: int) -> str:
        """Return the number format of a style, as in "#,##0.00"."""
        return self._formats[index] if 0 <= index < len(self._formats) else _GENERAL

    def name(self, index: int) -> str:
        """Return the name of a style, as in "Heading 1"; empty where it has none."""
        return self._names[index] if 0 <= index < len(self._names) else ""


def _format(key: int, codes: dict[int, str]) -> str:
    return codes.get(key) or builtin_format_code(key) or _GENERAL
