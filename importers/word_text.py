"""The text of Word paragraphs as it is printed: insertions count, deletions and field codes do not."""

from collections.abc import Iterator

from importers.word_package import Element, attribute, local

_UNPRINTED = frozenset(
    [
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "smartTagPr",
        "fldData",
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "delInstrText",
        "Fallback",
        "rt",
    ]
)
_WRITTEN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class TextReader:
    """Reads one paragraph after the other; a field may begin in one and end in another.

    Attributes:
        boxes: text boxes met since they were last taken, for their paragraphs to be read after their anchor's.
    """

    def __init__(self) -> None:
        """Start outside any field."""
        self.boxes: list[Element] = []
        self._fields: list[bool] = []
        """For each open field, whether its result has begun."""

    def text_of(self, paragraph: Element) -> str:
        """Return a paragraph's text; a line break in it is a newline."""
        text = "".join(self._pieces(paragraph))
        self._fields = [in_result for in_result in self._fields if in_result]
        return text

    def take_boxes(self) -> list[Element]:
        """Return the text boxes met so far and forget them."""
        boxes, self.boxes = self.boxes, []
        return boxes

    def _pieces(self, parent: Element) -> Iterator[str]:
        for element in parent:
            name = local(element)
            if name in _UNPRINTED:
                continue
            if name == "txbxContent":
                self.boxes.append(element)
            elif name == "fldChar":
                self._enter_or_leave_field(attribute(element, "fldCharType"))
            elif all(self._fields) and (text := _written(element, name)):
                yield text
            else:
                yield from self._pieces(element)

    def _enter_or_leave_field(self, mark: str) -> None:
        if mark == "begin":
            self._fields.append(False)
        elif mark == "separate" and self._fields:
            self._fields[-1] = True
        elif mark == "end" and self._fields:
            self._fields.pop()


def _written(element: Element, name: str) -> str:
    if name == "t":
        return (element.text or "").replace("\r", "").replace("\n", " ")
    if name == "sym":
        code = attribute(element, "char")
        return chr(int(code, 16)) if code.isalnum() and len(code) == len("F0A8") else ""
    return _WRITTEN.get(name, "")
