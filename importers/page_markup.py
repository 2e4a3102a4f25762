"""What the markup of a web page says: which elements print nothing, begin a paragraph, or stand beside the text."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HTMLParser

from importers.sentences import damaged
from models.errors import InputRefusal

Element = etree._Element  # noqa: SLF001 - lxml offers no public name for the type

CELLS = frozenset({"td", "th"})
LITERAL = frozenset({"pre", "textarea"})
"""Elements in which a line of the file is a line of the page."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}

_UNPRINTED = frozenset({
    "head", "title", "meta", "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "canvas",
    "audio", "video", "select", "button", "datalist", "map", "xml", "colgroup", "del", "rp", "rt",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend", "li",
    "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "textarea", "tfoot", "th",
    "thead", "tr", "ul", *HEADINGS,
})  # fmt: skip
_NAVIGATION = frozenset({"nav", "header", "footer", "aside", "menu"})
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:share|bdshare\w*|print|qrcode|ewm|footer|breadcrumbs?|crumbs?|toolbar|fontsize|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of elements that stand beside an article on a page: buttons, paths, notices."""

_HIDDEN = re.compile(r"(?:display|visibility)\s*:\s*(?:none|hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*(?:-\w+-)?center", re.IGNORECASE)
_SHOWN_INPUTS = frozenset({"", "text", "number", "tel", "search"})


def parse_page(markup: str, file_name: str) -> Element | None:
    """Return the root of a page, None where it has no element; nothing is fetched, no entity is expanded.

    Raises:
        InputRefusal: where elements are nested deeper than any page's; the rest would be lost.
    """
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    root: Element | None = etree.fromstring(markup.encode(), parser)
    if any(each.level == etree.ErrorLevels.FATAL for each in parser.error_log):
        raise InputRefusal(damaged(file_name))
    return root


def name_of(element: Element) -> str:
    """Return an element's name in small letters; empty for what is no element."""
    tag = element.tag
    return tag.lower() if isinstance(tag, str) else ""


def prints_nothing(element: Element, *, hidden_too: bool = False) -> bool:
    """Tell whether a page shows nothing of an element.

    Args:
        element: the element.
        hidden_too: count hidden elements as shown.
    """
    if name_of(element) in _UNPRINTED:
        return True
    is_hidden = "hidden" in element.attrib or bool(_HIDDEN.search(_style(element)))
    return is_hidden and not hidden_too


def is_block(element: Element) -> bool:
    """Tell whether an element begins and ends a paragraph."""
    return name_of(element) in _BLOCKS or bool(_BLOCK_STYLE.search(_style(element)))


def is_centred(element: Element) -> bool:
    """Tell whether a block's lines are centred, as those of a title."""
    centred = name_of(element) == "center" or element.get("align", "").lower() == "center"
    return centred or bool(_CENTRED.search(_style(element)))


def is_navigation(element: Element) -> bool:
    """Tell whether an element is by its kind no part of an article."""
    return name_of(element) in _NAVIGATION


def is_furniture(element: Element) -> bool:
    """Tell whether an element is by its name no part of an article."""
    return any(_FURNITURE.search(element.get(key, "")) for key in ("class", "id"))


def typed_value(element: Element) -> str:
    """Return what stands in an input field; pages of reporting systems show their figures in such fields."""
    return element.get("value", "") if element.get("type", "").lower() in _SHOWN_INPUTS else ""


def nearest(parent: Element, wanted: frozenset[str]) -> Iterator[Element]:
    """Yield an element's descendants of certain names, none within another of them or in an inner table."""
    walk = etree.iterwalk(parent, events=("start",))
    for _, element in walk:
        if element is not parent and name_of(element) in wanted | {"table"}:
            walk.skip_subtree()
            if name_of(element) in wanted:
                yield element


def elements_with_tables(root: Element) -> frozenset[Element]:
    """Return the tables and cells that hold a table themselves, not only within a table of theirs."""
    holders: set[Element] = set()
    around: list[Element] = []
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=("table", "td", "th")):
        if event == "end":
            around.pop()
            continue
        if name_of(element) == "table":
            holders.update(_innermost(around))
        around.append(element)
    return frozenset(holders)


def _innermost(around: list[Element]) -> Iterator[Element]:
    """Yield the innermost table and the cell of it one is in."""
    for element in reversed(around):
        yield element
        if name_of(element) == "table":
            return


def _style(element: Element) -> str:
    return element.get("style", "")


def declared_titles(root: Element) -> list[str]:
    """Return what a page says its title is, without white space; offices have to state it (国办发〔2017〕47号)."""
    named = (each for each in root.iter("meta") if each.get("name", "").lower() == "articletitle")
    stated = [*(each.get("content", "") for each in named), *(each.text or "" for each in root.iter("title"))]
    return [title for each in stated if (title := "".join(each.split()))]
