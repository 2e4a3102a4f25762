"""How characters behave on paper: which font they take, where a line may break between them, what stands off what.

The characters that begin or end no line are those of Word for Simplified Chinese.
"""

import unicodedata
from functools import cache

_NO_START = frozenset("!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠")
_NO_END = frozenset("$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥")
_HALF_EMPTY = frozenset("、。，．：；！？’”）》〉」』】〕〗］｝")
_LONG = frozenset("—…")
"""Written twice, as one sign."""
_JOINTS = frozenset("-/")
"""Where a word of Latin letters may be broken."""

_BEYOND_ASCII = 0x80
_LATIN_LETTERS = range(0xC0, 0x250)


@cache
def is_latin(character: str) -> bool:
    """Tell whether a character takes the Latin font; “”, … and — take the Chinese one."""
    code = ord(character)
    return code < _BEYOND_ASCII or (code in _LATIN_LETTERS and character not in "×÷")


def may_break(before: str, after: str) -> bool:
    """Tell whether a line may end with one character and the next begin with the other."""
    if after == " " or after in _NO_START or before in _NO_END or (before == after and before in _LONG):
        return False
    if in_one_word(before, after):
        return before in _JOINTS and after.isalpha()
    return True


def in_one_word(before: str, after: str) -> bool:
    """Tell whether two neighbours belong to a word or number that is neither broken nor spread."""
    return " " not in before + after and is_latin(before) and is_latin(after)


def stands_off(before: str, after: str) -> bool:
    """Tell whether a small space parts two neighbours: Chinese from Latin letters and digits, as in Word."""
    return (_is_ideograph(before) and _is_letter_or_digit(after)) or (
        _is_letter_or_digit(before) and _is_ideograph(after)
    )


def may_spread(before: str, after: str) -> bool:
    """Tell whether two neighbours may be moved apart or together to make a line full."""
    return not in_one_word(before, after) and not (before == after and before in _LONG)


def is_closing(character: str) -> bool:
    """Tell whether a character is punctuation whose right half is empty and may stand outside the text area."""
    return character in _HALF_EMPTY


@cache
def _is_letter_or_digit(character: str) -> bool:
    return is_latin(character) and character.isalnum()


@cache
def _is_ideograph(character: str) -> bool:
    return unicodedata.category(character) == "Lo" and unicodedata.east_asian_width(character) == "W"
