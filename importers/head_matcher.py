"""Whose report it is and of which year: from the title, else from the preamble, the signature or the metadata."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from importers.blocks import TITLE_LEVEL, Paragraph
from importers.head_in_text import agency_alone, agency_in_preamble, year_before_date, year_in_preamble
from importers.labels import similarity, wording
from importers.metadata import publisher_in, titles_in, year_before_publication
from importers.sentences import agency_beside
from importers.signature import signature_in
from models.form import Form
from models.report import Head

_LONGEST_TITLE = 90
_LONGEST_PARAGRAPH = 3 * _LONGEST_TITLE
"""Characters of a paragraph that may be a title, marks and white space included."""
_TITLE_PARAGRAPHS = 4
"""Paragraphs over which a title may be spread."""
_LINES_ABOVE = 8
"""Paragraphs that may stand above it."""
_ASIDE = re.compile(r"[>»›＞|｜@]|https?:|^[\[【]?(?:首页|打印|关闭|分享|收藏|返回)")
"""A line of a page that is no part of a title: a path, buttons."""
_NO_NAME = re.compile(r"[，。；：:！？>|]|公开.*(?:报告|年报)|年度报告|工作报告|^(?:政府|政务)?(?:信息)?公开")
"""What is in no agency's name, and the name of a website's column that stands above a title."""
_SIMILAR = 0.55
"""Share of common pairs of characters from which a title is one of this kind of report."""
_LAST_WORD = 2
"""Characters at the end of a title that say what it is: 报告."""
_ABOUT = "关于"
_CLOSING = re.compile(r"(?:\s*[（(【〔\[][^（）()【】〔〕\[\]]*[）)】〕\]])+\s*$")
"""What stands in brackets at the end: （图片版）, or the year."""
_DIGITS = r"[2２][0０]\d\d"
_YEAR_IN_CLOSING = re.compile(
    rf"[（(【〔\[]\s*({_DIGITS})\s*(?:年\s*度?(?:\s*[1１]月\s*[1１]日\s*[至到—–~～-].*)?)?\s*[）)】〕\]]"
)
"""A year or the period that it is; a date is that of the publication."""
_YEAR_BEHIND = re.compile(rf"(?<=报告)[\s—–·-]*({_DIGITS})\s*年\s*度?\s*$")
_YEAR = re.compile(rf"(?<!\d)({_DIGITS})\s*年\s*度?")
_CHINESE_YEAR = re.compile("二[〇○零Ｏ0]([〇一二三四五六七八九])([〇○零Ｏ0一二三四五六七八九])(?=年)")
_ENCLOSURE = re.compile(r"^附件?\s*\d{0,2}\s*[:：]?\s*")
_SHORT_KIND, _KIND = re.compile(r"(?<=公开)(?:(?:工作)?年报|报告)$"), "年度报告"
_BRACKETED_YEAR = re.compile(rf"[（(【〔\[]\s*({_DIGITS})\s*(?:年\s*度?)?\s*[）)】〕\]]\s*(?:年\s*度?)?")
_OPEN, _YEARLY = "公开", "年度"
_OPENING_MARKS = "《〈“‘「（( \u3000"
"""What may open the words for the kind of report, or stand between them and the agency."""
_LONGEST_AGENCY = 40
_TRACE = re.compile(
    rf"(?<=..)(?:(?:政务|(?:政务|政府信息|信息)公开(?:工作)?)(?:、|和|及|与|暨)?|{_DIGITS}\s*年?\s*[至到和、—–~～-])$"
)
"""What other words leave behind the agency: 政务 of 政务公开, an earlier year."""
_PEOPLES, _GOVERNMENT = "人民", "政府"
"""A title says 政府 once for the agency and for its information: 某某县人民政府信息公开工作年度报告."""


@dataclass(frozen=True, slots=True)
class _Title:
    """A title taken apart, how much it looks like the form's, and the paragraphs it takes up."""

    agency: str
    year: int | None
    likeness: float
    paragraphs: frozenset[int] = frozenset()
    is_printed: bool = False
    """Whether it stands exactly as this program prints titles; what it leaves out is then not known."""
    is_doubtful: bool = False
    """Whether other words stand beside the agency's name."""


@dataclass(frozen=True, slots=True)
class HeadMatch:
    """Agency and year, the paragraphs before the first section that are the title and no text, and any doubt."""

    head: Head
    title: frozenset[int]
    remarks: tuple[str, ...] = ()


def match_head(
    form: Form, opening: Sequence[Paragraph], texts: Sequence[str], metadata: Sequence[str] = ()
) -> HeadMatch:
    """Find agency and year.

    Args:
        form: whose title is looked for.
        opening: the paragraphs before the first section's title.
        texts: every paragraph of running text, for what the title does not say.
        metadata: titles among the file's properties and lines such as "发布机构：…", for what the texts do not say.
    """
    styled = _styled_title(form, opening)
    if styled is not None and styled.is_printed:
        return HeadMatch(Head(styled.agency, styled.year), styled.paragraphs)
    return _head_from(form, styled or _plain_title(form, opening) or _Title("", None, 0.0), opening, texts, metadata)


def _head_from(
    form: Form, title: _Title, opening: Sequence[Paragraph], texts: Sequence[str], metadata: Sequence[str]
) -> HeadMatch:
    """Return the head that the title tells, and where it does not, the surest of the other places."""
    signature = signature_in(texts)
    properties = _properties(form, metadata)
    preamble = [each.text for index, each in enumerate(opening) if index not in title.paragraphs]
    below_title = next(filter(None, map(year_before_date, preamble)), None)
    below = _line_below(title.paragraphs, opening) if title.paragraphs and not title.agency else None
    name_below = "" if below is None else agency_alone(opening[below].text)
    agencies = [
        title.agency,
        name_below,
        agency_in_preamble(preamble, texts),
        signature.agency if signature else "",
        *(each.agency for each in properties),
        publisher_in(metadata),
    ]
    years = [
        title.year,
        year_in_preamble(preamble, texts),
        signature.day.year - 1 if signature else None,
        below_title,
        *(each.year for each in properties),
        year_before_publication(metadata),
    ]
    head = Head(next(filter(None, agencies), ""), next(filter(None, years), None))
    is_doubtful = title.is_doubtful and title.agency not in agencies[1:]
    taken = title.paragraphs | ({below} if below is not None and name_below else set())
    return HeadMatch(head, taken, (_doubt(title, opening),) if is_doubtful else ())


def _properties(form: Form, metadata: Sequence[str]) -> list[_Title]:
    return [found for line in titles_in(metadata) if (found := _parse(form, line)) is not None]


def _doubt(title: _Title, opening: Sequence[Paragraph]) -> str:
    return agency_beside([opening[index].text for index in sorted(title.paragraphs)], title.agency)


def _line_below(title: frozenset[int], opening: Sequence[Paragraph]) -> int | None:
    """Return the paragraph that follows a title."""
    return next((index for index in range(max(title) + 1, len(opening)) if opening[index].text.strip()), None)


def is_report_title(text: str, form: Form) -> bool:
    """Tell whether a text is a title such as the form prescribes, agency and year included or not."""
    return len(text) <= _LONGEST_TITLE and _tail(form) in wording(text).full


def _styled_title(form: Form, opening: Sequence[Paragraph]) -> _Title | None:
    """Read the title of a document that styles it as one."""
    numbers = [index for index, each in enumerate(opening) if each.level == TITLE_LEVEL and each.text.strip()]
    if not numbers:
        return None
    lines = [line.strip() for index in numbers for line in opening[index].text.split("\n") if line.strip()]
    taken = frozenset(numbers)
    for year in (_year_of(lines[-1]), None):
        if lines[-1] == form.title_for(year):
            return _Title("".join(lines[:-1]), year, 1.0, taken, is_printed=True)
    title = _parse(form, "".join(lines))
    below = _line_below(taken, opening)
    if title is not None and title.year is None and below is not None:
        longer = _parse(form, "".join([*lines, opening[below].text]))
        if longer is not None and longer == replace(title, year=longer.year) and longer.year is not None:
            return replace(longer, paragraphs=taken | {below})
    return title and replace(title, paragraphs=taken)


def _plain_title(form: Form, opening: Sequence[Paragraph]) -> _Title | None:
    """Find the paragraphs at the beginning that together read most like a title."""
    lines = [index for index, each in enumerate(opening) if each.text.strip() and not _is_aside(each.text)]
    best: _Title | None = None
    for start in range(min(len(lines), _LINES_ABOVE)):
        for stop in range(start + 1, min(len(lines), start + _TITLE_PARAGRAPHS) + 1):
            joined = "".join("".join(opening[index].text.split()) for index in lines[start:stop])
            title = _parse(form, joined)
            if title is not None and (best is None or _rank(title) > _rank(best)):
                earlier = [index for index in lines[:start] if is_report_title(opening[index].text, form)]
                best = replace(title, paragraphs=frozenset([*earlier, *lines[start:stop]]))
    return best


def _is_aside(text: str) -> bool:
    """Tell whether a line is a part of the page around a report, not of its title."""
    return _ASIDE.search("".join(text.split())) is not None


def _rank(title: _Title) -> tuple[float, bool, bool]:
    return (title.likeness, title.year is not None, bool(title.agency))


def _parse(form: Form, text: str) -> _Title | None:
    """Take a title apart: agency, year and kind of report in any order."""
    if len(text) > _LONGEST_PARAGRAPH:
        return None
    plain, closing = _without_closing(_CHINESE_YEAR.sub(_in_digits, _ENCLOSURE.sub("", text.strip()).strip("《》")))
    plain = _SHORT_KIND.sub(_KIND, plain.removeprefix(_ABOUT))
    if not plain or len(plain) > _LONGEST_TITLE:
        return None
    year = _YEAR.search(plain)
    before, after = (plain[: year.start()], plain[year.end() :]) if year else ("", plain)
    if _OPEN in before and _OPEN not in after:
        before, after = "", before + _YEARLY + after
    start, likeness = _kind_begins(after, _tail(form))
    agency, is_doubtful = _agency_of(before, after[:start])
    is_title = likeness >= _SIMILAR and (is_report_title(after, form) or after.endswith(_tail(form)[-_LAST_WORD:]))
    if not is_title or not _can_be_agency(agency, form):
        return None
    return _Title(agency, int(year[1]) if year else closing, likeness, is_doubtful=is_doubtful)


def _without_closing(text: str) -> tuple[str, int | None]:
    """Part a title from what stands behind it, and return the year that is told there; no other is in brackets then."""
    closing = _CLOSING.search(text)
    plain = _BRACKETED_YEAR.sub(r"\1年", text[: closing.start()] if closing else text)
    year = _YEAR_IN_CLOSING.search(closing[0]) if closing else None
    behind = _YEAR_BEHIND.search(plain)
    found = year or behind
    return (plain[: behind.start()] if behind else plain, int(found[1]) if found else None)


def _agency_of(before: str, beside: str) -> tuple[str, bool]:
    """Return the agency, and whether its name is in doubt.

    Args:
        before: what stands before the year.
        beside: what stands directly before the words for the kind of report.
    """
    name = (before + beside).strip().rstrip(_OPENING_MARKS).removesuffix(_ABOUT)
    if name.endswith(_PEOPLES):
        return name + _GOVERNMENT, False
    agency = _TRACE.sub("", name)
    return agency, agency != name or bool(before.strip() and beside.strip(" \u3000（()）"))


def _in_digits(year: re.Match[str]) -> str:
    return "20" + "".join(str(max(0, "〇一二三四五六七八九".find(digit))) for digit in year.groups())


def _can_be_agency(name: str, form: Form) -> bool:
    is_name = not _YEAR.search(name) and not _NO_NAME.search(name)
    return is_name and len(name) <= _LONGEST_AGENCY and not is_report_title(name, form)


def _kind_begins(text: str, wanted: str) -> tuple[int, float]:
    """Return where the words for the kind of report begin, and how much they look like the wanted ones."""
    likeness = [similarity(wording(text[start:]).full, wanted) for start in range(len(text))]
    best = max(likeness, default=0.0)
    # Marks count for nothing: the last of equal beginnings leaves the agency the bracket that closes its own name.
    return (len(text) - 1 - likeness[::-1].index(best) if best else 0, best)


def _tail(form: Form) -> str:
    return wording(form.title_for(None)).full


def _year_of(text: str) -> int | None:
    found = _YEAR.search(text)
    return int(found[1]) if found else None
