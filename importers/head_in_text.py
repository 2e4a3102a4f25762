"""Agency and year as the running text tells them: in the preamble, by the period of the figures."""

import re
import unicodedata
from collections.abc import Sequence

from models.dates import read_date

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
_ALONE = re.compile(rf"[（(]?\s*({_NAME}{_ENDS})(?<!网站)\s*[）)]?")
_PERIOD = re.compile(r"(20\d\d)年1月1日")


def agency_in_preamble(preamble: Sequence[str], texts: Sequence[str]) -> str:
    """Return the agency that a sentence names as the author, empty where none does.

    Args:
        preamble: the paragraphs before the first section; further below, reports of others are spoken of, too.
        texts: all paragraphs.
    """
    places = ((_MADE_BY, texts), (_PUBLISHED, preamble), (_MAKES, preamble))
    names = (found[1] for pattern, lines in places for line in lines if (found := pattern.search(line)))
    return next(names, "").strip()


def agency_alone(text: str) -> str:
    """Return the agency whose name is all that a line says, empty where it says anything else."""
    found = _ALONE.fullmatch("".join(text.split()))
    return found[1] if found and "公开" not in found[1] else ""


def year_in_preamble(preamble: Sequence[str], texts: Sequence[str]) -> int | None:
    """Return the year on whose first day the figures begin, else that of the report which the preamble announces."""
    begins = (int(found[1]) for text in texts if (found := _PERIOD.search(_plain(text))))
    return next(begins, None) or next(
        (int(found[2]) for text in preamble if (found := _PUBLISHED.search(_plain(text)))), None
    )


def year_before_date(text: str) -> int | None:
    """Return the year before a date, None where the text is anything else."""
    day = read_date(text)
    return None if day is None else day.year - 1


def _plain(text: str) -> str:
    """Return a text in ordinary digits and without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())
