"""The text of Word paragraphs as it is printed: insertions count, deletions and field codes do not."""

import re
from collections.abc import Iterator, Mapping
from unicodedata import category

from importers.office_xml import Element, attribute, local

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
_NOTE_MARKS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
NoteKey = tuple[str, str]
"""footnote or endnote, and its number in the file."""
_DELETIONS = frozenset({"del", "moveFrom"})
_CODE = re.compile(r"[0-9A-Fa-f]{4}")
_NO_CHARACTERS = frozenset({"Cc", "Cs", "Cn"})
"""Unicode's categories of control codes, halves of characters, and codes that are no characters."""
_WRITTEN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class TextReader:
    """Reads one paragraph after the other; a field may begin in one and end in another.

    Attributes:
        boxes: text boxes met since they were last taken, for their paragraphs to be read after their anchor's.
        notes: texts of the footnotes and endnotes whose marks were not met yet.
    """

    def __init__(self, notes: Mapping[NoteKey, str] | None = None) -> None:
        """Start outside any field.

        Args:
            notes: the texts of footnotes and endnotes; they are printed in brackets where their marks stand.
        """
        self.boxes: list[Element] = []
        self.notes = dict(notes or {})
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
            elif name in _NOTE_MARKS and all(self._fields):
                text = self.notes.pop((_NOTE_MARKS[name], attribute(element, "id")), "")
                yield f"（注：{text}）" if text else ""
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


def is_deleted(marks: Element | None) -> bool:
    """Tell whether marks of revision delete what bears them: a row, or the end of a paragraph."""
    return marks is not None and any(local(each) in _DELETIONS for each in marks)


def _written(element: Element, name: str) -> str:
    if name == "t":
        return (element.text or "").replace("\r", "").replace("\n", " ")
    if name == "sym":
        return _symbol(attribute(element, "char"))
    return _WRITTEN.get(name, "")


def _symbol(code: str) -> str:
    """Return the character of a code such as F0A8; nothing where there is none, or only half of one."""
    symbol = chr(int(code, 16)) if _CODE.fullmatch(code) else "\0"
    return "" if category(symbol) in _NO_CHARACTERS else symbol


def notes_in(part: Element | None) -> dict[NoteKey, str]:
    """Return the texts of a part of footnotes or endnotes."""
    return {
        (local(note), attribute(note, "id")): text
        for note in (part if part is not None else ())
        if not attribute(note, "type") and (text := text_within(note))
    }


def text_within(element: Element) -> str:
    """Return all text within an element on one line."""
    reader = TextReader()
    lines = [reader.text_of(each) for each in element.iter() if local(each) == "p"]
    return " ".join(" ".join(lines).split())
