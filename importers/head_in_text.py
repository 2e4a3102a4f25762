"""Agency and year as the running text tells them: in the preamble, by the period of the figures, in the signature."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_NAME = r"[^，。；：“”《》（）()、\s由本我现将][^，。；：“”《》、\s]{1,39}?"
_ENDS = (
    r"(?:政府|委员会|办公室|办事处|中心|街道|大学|学院|学校|公司|集团|[厅局委办处院所队部司署会行站社馆园区镇乡县市省])"
)
_MADE_BY = re.compile(
    r"报告[^。]{0,20}?由\s*([^，。；：“”《》由本我][^，。；：“”《》由]{1,39}?)\s*(?:组织|负责|牵头)?(?:根据|按照|依据|依照|编制|编写)"
)
_PUBLISHED = re.compile(
    rf"(?:公布|发布|编制了?|形成)\s*({_NAME})\s*([2２][0０]\d\d)\s*年度?\s*(?:政府)?信息公开[^，。；]{{0,8}}报告"
)
_MAKES = re.compile(
    rf"(?:^|[，。])\s*({_NAME}{_ENDS})\s*(?:组织)?编制(?:了|并公布|并发布)?\s*(?:本|这份|[2２][0０]\d\d\s*年)"
)
"""Sentences that say whose report it is; an agency that only calls itself this office is none."""
_PERIOD = re.compile(r"(20\d\d)年1月1日")

_DATE = re.compile(r"[(]?(20\d\d)年\d{1,2}月\d{1,2}日[)]?")
_CHINESE_DATE = re.compile(
    r"[(]?二[〇○零O0]([〇○零O0一二三四五六七八九])([〇○零O0一二三四五六七八九])年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日[)]?"
)
_DATE_BEHIND = re.compile(r"(.*?[^\d])(20\d\d年\d{1,2}月\d{1,2}日)")
_DIGITS = "〇一二三四五六七八九"
_LONGEST_AGENCY = 40
_SEALED = re.compile(r"[（(][^（）()]{0,8}章[）)]$|^(?:发布机关|编制机关|编制单位|落款)[:：]")
_AGENCY = re.compile(r"[\w·]+(?:[（(]\w+[）)])?")
_TITLE = re.compile("公开|报告|年报")
"""What is in a title above a date, not in an agency's name."""
_LAST_LINES = 6
"""Lines at the end among which a signature is looked for; names of enclosures may follow it."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed at the end of a report and in which year; empty and None where nobody did."""

    agency: str
    year: int | None


def agency_in_preamble(preamble: Sequence[str], texts: Sequence[str]) -> str:
    """Return the agency that a sentence names as the author, empty where none does.

    Args:
        preamble: the paragraphs before the first section; further below, reports of others are spoken of, too.
        texts: all paragraphs.
    """
    places = ((_MADE_BY, texts), (_PUBLISHED, preamble), (_MAKES, preamble))
    names = (found[1] for pattern, lines in places for line in lines if (found := pattern.search(line)))
    return next(names, "").strip()


def year_in_preamble(preamble: Sequence[str], texts: Sequence[str]) -> int | None:
    """Return the year on whose first day the figures begin, else that of the report which the preamble announces."""
    begins = (int(found[1]) for text in texts if (found := _PERIOD.search(_plain(text))))
    return next(begins, None) or next(
        (int(found[2]) for text in preamble if (found := _PUBLISHED.search(_plain(text)))), None
    )


def year_before_date(text: str) -> int | None:
    """Return the year before a date, None where the text is anything else."""
    year = _year_of_date(_plain(text))
    return None if year is None else year - 1


def signature_in(texts: Sequence[str]) -> Signature | None:
    """Return the signature at the end: the agency above a date, or both on one line."""
    last = [" ".join(text.split()) for text in texts[-_LAST_LINES:]]
    return next(_signatures(last), None)


def _signatures(lines: Sequence[str]) -> Iterator[Signature]:
    for index in range(len(lines) - 1, -1, -1):
        year = _year_of_date(_plain(lines[index]))
        if year is not None:
            above = lines[index - 1] if index else ""
            yield Signature(_agency_of(above), year)
        elif (found := _DATE_BEHIND.fullmatch(_plain(lines[index]))) and (agency := _agency_of(found[1])):
            yield Signature(agency, int(found[2][:4]))


def _agency_of(line: str) -> str:
    name = _SEALED.sub("", "".join(line.split()))
    is_name = len(name) <= _LONGEST_AGENCY and _AGENCY.fullmatch(name) and not _TITLE.search(name)
    return name if is_name else ""


def _year_of_date(plain: str) -> int | None:
    if found := _DATE.fullmatch(plain):
        return int(found[1])
    if found := _CHINESE_DATE.fullmatch(plain):
        return int("20" + "".join(str(max(0, _DIGITS.find(digit))) for digit in found.groups()))
    return None


def _plain(text: str) -> str:
    """Return a text in ordinary digits and without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())
