"""Personal data that must not stand in a published report: mobile, identity card and bank card numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.checks.written_texts import found_in, written
from models.finding import Finding, Severity
from models.report import Report

_LONG = re.compile(
    r"\d(?<![A-Za-z0-9０-９_/=.#%&?-]\d)"  # the digit comes first because searching for it is fast
    r"(?:(?<=[1１])\d{2}(?:[ -]?\d{4}){2}"  # as mobile numbers are grouped
    r"|\d{5} ?\d{8} ?\d{3}[\dXxＸｘ]"  # as numbers of identity cards are
    r"|\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?)"  # as numbers of bank cards are
    r"(?![A-Za-z0-9０-９_/=%&]|\.\d)"
)
"""A long number that stands for itself: in no address of a page, no code with letters, no decimal."""
_HALF_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789Xx")
_SPACES = str.maketrans("", "", " -")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_COUNTED = re.compile(r"\s*(?:[万亿]|元|件|条|次|人|份|篇|个|项)")
"""What follows a number that counts something."""
_SHOWN = 3
"""Digits at either end that a sentence shows."""

# GB 11643: the weights of the first 17 digits, and the last sign by the remainder
_ID_DIGITS = 18
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SIGNS = "10X98765432"

_CARD = re.compile(r"62\d{14,17}|(?:4\d|5[1-5]|35)\d{14}")
"""Card numbers of 银联, Visa, MasterCard and JCB; a code of an organisation has 18 digits and begins otherwise."""


@dataclass(frozen=True, slots=True)
class _Private:
    """A private number: where it stands, the number alone, and what it is."""

    start: int
    stop: int
    number: str
    kind: str


def find_private_data(report: Report) -> Iterator[Finding]:
    """Find numbers of mobile telephones, identity cards and bank cards; the last two by their check digits.

    Source: 《中华人民共和国政府信息公开条例》 (国务院令第711号), 第十五条, on privacy.
    """
    for section, text in written(report):
        for each in _private_numbers(text):
            shown = f"{each.number[:_SHOWN]}…{each.number[-_SHOWN:]}"
            message = f"疑有{each.kind} {shown}，公开前请删去个人信息；若不是个人的号码，写明理由后不再提示"
            span = (each.start, each.stop)
            yield found_in(section, text, span, code="private-data", severity=Severity.WARNING, message=message)


def _private_numbers(text: str) -> Iterator[_Private]:
    for match in _LONG.finditer(text):
        number = match[0].translate(_HALF_WIDTH).translate(_SPACES)
        kind = _kind(number)
        if kind and not _COUNTED.match(text, match.end()):
            yield _Private(*match.span(), number, kind)


def _kind(number: str) -> str:
    if _MOBILE.fullmatch(number):
        return "手机号码"
    if _is_identity(number):
        return "身份证号码"
    if _CARD.fullmatch(number) and _is_checked_card(number):
        return "银行卡号"
    return ""


def _is_identity(number: str) -> bool:
    body = number[:-1]
    if len(number) != _ID_DIGITS or not body.isdecimal():
        return False
    try:
        born = date(int(body[6:10]), int(body[10:12]), int(body[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return born.year >= 1900 and number[-1].upper() == _SIGNS[total % len(_SIGNS)]  # noqa: PLR2004 - nobody is older


def _is_checked_card(number: str) -> bool:
    """Tell whether the last digit checks the others (Luhn)."""
    digits = [int(digit) for digit in reversed(number)]
    doubled = [sum(divmod(digit * 2, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
