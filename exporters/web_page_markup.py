"""Elements of a web page as text, styled by a style sheet or each by an attribute of its own."""

from dataclasses import dataclass
from html import escape

from exporters.web_page_style import LOOKS
from models.texts import clean_text


def text(content: str) -> str:
    """Return text for an element's content; what no document can hold is left out."""
    return escape(clean_text(content), quote=False)


def element(name: str, content: str, /, **attributes: str | int) -> str:
    """Return an element; its content is markup already, attributes that are empty are left out.

    An attribute that is also a word of Python is written with an underscore behind it: `class_`.
    """
    return f"<{name}{_written(attributes)}>{content}</{name}>"


def void(name: str, /, **attributes: str | int) -> str:
    """Return an element that has no content and no end tag."""
    return f"<{name}{_written(attributes)}>"


@dataclass(frozen=True, slots=True)
class Markup:
    """Writes elements that have a look.

    Args:
        is_inline: whether each carries its look in a style attribute, for editors of sites that drop all else:
            style sheet, classes and ids.
    """

    is_inline: bool

    def element(self, name: str, content: str, /, **attributes: str | int) -> str:
        """Return an element, its content being markup already."""
        if not self.is_inline:
            return element(name, content, **attributes)
        selectors = (name, f"{name}[scope={attributes.get('scope')}]", f".{attributes.get('class_')}")
        style = ";".join(LOOKS[each] for each in selectors if each in LOOKS)
        kept = {key: value for key, value in attributes.items() if key not in _FOR_THE_PAGE}
        return element(name, content, **kept, style=style)


_FOR_THE_PAGE = ("class_", "id", "headers")
"""Attributes that mean something within the page alone."""


def _written(attributes: dict[str, str | int]) -> str:
    kept = [(key.rstrip("_"), value) for key, value in attributes.items() if value != ""]
    return "".join([f' {key}="{escape(clean_text(str(value)))}"' for key, value in kept])
