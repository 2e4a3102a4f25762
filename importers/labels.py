"""Comparing printed labels: what an author, a font or a converter changed must not matter."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from models.form import Label
from models.radicals import without_radicals

EXACT, BARE, CORE = 1.0, 0.95, 0.9
"""The same words, number included; without the number; without an explanation in brackets."""

_CLOSE = 0.75
"""At most this surely is a label recognised that only contains the words or is merely similar."""

_SIMILAR = 0.7
"""Share of common pairs of characters from which two labels count as one with a slip of the pen."""
_SHORT = 5
"""A label of fewer characters is too common to be recognised by similarity, or without the labels above it."""
_SLIP = 0.5
"""What one wrong, missing or additional character leaves, in a label of any length but the shortest."""
_SHORTEST_WITH_SLIP = 3
_LONGEST = 1000
"""Characters of a text beyond which it is no label, whatever explanation stands behind it."""

_SPELLINGS = str.maketrans("它", "他")
"""其它 is another spelling of 其他."""
_CHINESE = "一二三四五六七八九十百"
_PLAIN_NUMBER = re.compile(
    rf"[#*·•]*(?:第?[{_CHINESE}]{{1,4}}[、.,:。]|第[{_CHINESE}]{{1,4}}部分[、.,:]?|\d{{1,2}}(?:[、,:)]|\.(?!\d)))"
)
_SPACED_NUMBER = re.compile(rf"\A\s*([{_CHINESE}]{{1,3}}|\d{{1,2}})\s+(?=[^\W\d{_CHINESE}])")
"""A number with white space in the place of its mark: "一 总体情况"."""
_BRACKETED_NUMBER = re.compile(rf"[#*·•]*\((?:[{_CHINESE}]{{1,4}}|\d{{1,2}})\)[、.,:]?")
_GOES_ON = re.compile(r"[（(\[]?\s*(?:表\s*\w{1,3}\s*)?[（(]?\s*(?:续上?表|接上[表页]|续)\s*[\w.、]{0,4}\s*[）)\]]?")
"""What is printed between two parts of a table: （续表）, 表三（续）."""
_EXPLANATION = re.compile(r"\([^()]*\)|\[[^][]*\]")


@dataclass(frozen=True, slots=True)
class Wording:
    """A label reduced to letters and digits.

    Args:
        full: all of it.
        bare: without the number in front.
        core: without explanations in brackets either.
        is_numbered: whether a number such as 一、 or 1. stands in front.
        is_bracketed: whether a number such as （一） stands in front.
    """

    full: str
    bare: str
    core: str
    is_numbered: bool = False
    is_bracketed: bool = False


@lru_cache(maxsize=16384)
def wording(text: str) -> Wording:
    """Reduce a label: NFKC, radicals to characters, no white space, punctuation or quotes."""
    folded = unicodedata.normalize("NFKC", without_radicals(text)).translate(_SPELLINGS)
    plain = "".join(_SPACED_NUMBER.sub(r"\1、", folded).split())
    numbered, bracketed = _PLAIN_NUMBER.match(plain), _BRACKETED_NUMBER.match(plain)
    number = numbered or bracketed
    rest = plain[number.end() :] if number and number.end() < len(plain) else plain
    bare = _letters(rest)
    core = _letters(_EXPLANATION.sub("", rest)) or bare
    return Wording(_letters(plain), bare, core, is_numbered=bool(numbered), is_bracketed=bool(bracketed))


def likeness(text: str, label: Label) -> float:
    """Return how surely a text is this label, from 0 to 1."""
    return _likeness(text, label.accepted) if len(text) <= _LONGEST else 0.0


@lru_cache(maxsize=65536)
def is_like_one(text: str, accepted: tuple[str, ...]) -> bool:
    """Tell whether a text may be one of several wordings."""
    return len(text) <= _LONGEST and any(_likeness(text, (each,)) for each in accepted)


@lru_cache(maxsize=65536)
def _likeness(text: str, accepted: tuple[str, ...]) -> float:
    return max(_likeness_of_wordings(wording(text), wording(each)) for each in accepted)


def similarity(one: str, other: str) -> float:
    """Return the share of pairs of neighbouring characters two words have in common, from 0 to 1."""
    pairs, others = _pairs(one), _pairs(other)
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0


def goes_on(text: str) -> bool:
    """Tell whether a text only says that a table goes on: （续表）."""
    return _GOES_ON.fullmatch(text.strip()) is not None


def is_distinctive(text: str) -> bool:
    """Tell whether a label is long enough to be known without the labels above it."""
    return len(wording(text).bare) >= _SHORT


def is_bracketed(text: str) -> bool:
    """Tell whether one pair of brackets holds the whole text, or there is none."""
    plain, depth = text.strip(), 0
    for index, character in enumerate(plain, 1):
        depth += (character in "（(") - (character in "）)")
        if depth <= 0 and index < len(plain):
            return False
    return depth == 0


def _likeness_of_wordings(one: Wording, other: Wording) -> float:
    if not one.bare or not other.bare:
        return 0.0
    if one.full == other.full:
        return EXACT
    if one.bare == other.bare:
        return BARE
    if one.core == other.core:
        return CORE
    shorter, longer = (one.core, other.core) if len(one.core) <= len(other.core) else (other.core, one.core)
    if len(shorter) >= _SHORT and (alike := _alike(shorter, longer)) >= _SIMILAR:
        return alike * _CLOSE
    return _SLIP if _is_slip(shorter, longer) else 0.0


def _alike(shorter: str, longer: str) -> float:
    """Return 1 where a word contains another, else the share of what they have in common."""
    return 1.0 if shorter in longer else similarity(shorter, longer)


def _is_slip(shorter: str, longer: str) -> bool:
    """Tell whether two words differ in one character, or the longer has one more."""
    if len(shorter) < _SHORTEST_WITH_SLIP or len(longer) - len(shorter) > 1:
        return False
    start = next((index for index, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(shorter) == len(longer):
        return shorter[start + 1 :] == longer[start + 1 :]
    return len(shorter) > _SHORTEST_WITH_SLIP and shorter[start:] == longer[start + 1 :]


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@lru_cache(maxsize=16384)
def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[i : i + 2] for i in range(len(word) - 1))
