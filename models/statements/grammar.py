"""The grammar of statements, read from its declaration: words, and the cells that they mean."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from itertools import product
from pathlib import Path

from models.form import CellName, Form
from models.toml_source import TomlSource

GRAMMAR_FILE = Path(__file__).parent.parent.parent / "resources" / "statements" / "zfxxgk.toml"

_NAMED = re.compile(r"\{([a-z_]+)\}")
_CAUSE = "<cause>"
"""Stands for a quantity's own cause in the patterns that all causes share."""
_SIDES = ("before", "after", "around")
_TABLE, _TOTAL = "requests/", "/total"


@dataclass(frozen=True, slots=True)
class Basis:
    """One way to count a quantity: its name, and patterns of the cells whose sum it is."""

    name: str
    cells: tuple[str, ...]

    @property
    def rows_over_all(self) -> tuple[str, ...]:
        """The rows of requests it counts over all applicants; empty where it counts something else."""
        is_over_all = all(cell.startswith(_TABLE) and cell.endswith(_TOTAL) for cell in self.cells)
        return tuple(cell.removeprefix(_TABLE).removesuffix(_TOTAL) for cell in self.cells) if is_over_all else ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something the tables count, and the words by which text speaks of it.

    Args:
        key: its name among the quantities.
        topic: what the text must be about.
        bases: the accepted ways to count it, the usual one first.
        before: words that end where the figure begins.
        after: words that begin where the figure ends.
        around: words on both sides, with # for the figure; those behind it may reach to the end of the sentence.
        is_whole: whether a sentence can say of all it counts what they are: 3件，均为结果维持.
        is_part: whether it is what a sentence can say so of, or a part of such a figure.
        follows: the quantities of which one must stand right before it; any or none where empty.
        needs_topic: whether its words alone do not say that the text is about requests.
        of_another_year: whether its words name a year that is not the report's.
        is_doubtful: whether its words may mean something else too, so that only agreement counts.
        spans_clauses: whether its words may have commas among them: 属于国家秘密，不予公开3件.
        is_share_of_all: whether it counts those on disclosure of a figure for cases on any matter.
    """

    key: str
    topic: str
    bases: tuple[Basis, ...]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    around: re.Pattern[str] | None
    is_whole: bool
    is_part: bool
    follows: tuple[str, ...]
    needs_topic: bool
    spans_clauses: bool
    is_doubtful: bool
    of_another_year: bool
    is_share_of_all: bool


@dataclass(frozen=True, slots=True)
class Context:
    """Words that stand for rows of a table.

    Args:
        words: all of them; the number of the group that matches is the place of its rows, counted from 1.
        rows: the rows each of the words stands for, in the order in which they are tried.
        any_word: all of them as a part of other patterns.
        usual: the rows that a text means unless it has spoken of others.
        hint: a character that each of the words has; most texts have none, and need not be searched.
    """

    words: re.Pattern[str]
    rows: tuple[tuple[str, ...], ...]
    any_word: str
    usual: tuple[str, ...]
    hint: re.Pattern[str]

    def last_in(self, text: str, start: int, stop: int) -> tuple[str, ...]:
        """Return the rows that the last word in a part of a text stands for; empty where there is none."""
        last = None
        if not self.hint.search(text, start, stop):
            return ()
        for match in self.words.finditer(text, start, stop):
            last = match.lastindex
        return self.rows[last - 1] if last else ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Words without a figure that say some cells are 0.

    Args:
        key: its name among the claims.
        name: what there is none of.
        words: the words that say so.
        cells: patterns of the cells whose sum they say is 0.
        topic: what the text must be about, empty where the words are enough.
        unless: quantities whose mention in the section takes the claim's ground away.
        behind: words that must stand before it in its sentence; None where it needs none.
    """

    key: str
    name: str
    words: re.Pattern[str]
    cells: tuple[str, ...]
    topic: str
    unless: tuple[str, ...]
    behind: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Grammar:
    """What running text can say of the tables.

    Args:
        quantities: all quantities in the order in which they are tried.
        topics: what text can be about, by words that say so.
        contexts: words that stand for rows of a table, by the context's key.
        shares: what a percentage can be a share of, by topic.
        claims: words that say there is none.
        filling: words that say nothing about what is counted.
        of_applicant: words that make what follows a part of one kind of applicants' requests.
    """

    quantities: tuple[Quantity, ...]
    topics: Mapping[str, re.Pattern[str]]
    contexts: Mapping[str, Context]
    shares: Mapping[str, tuple[Basis, ...]]
    claims: tuple[Claim, ...]
    filling: re.Pattern[str]
    of_applicant: re.Pattern[str]


@cache
def grammar(year: int | None) -> Grammar:
    """Return the grammar for the reports of a year; words for last and next year may name it.

    Raises:
        DeclarationError: with all problems of the declaration.
    """
    source = TomlSource.open(GRAMMAR_FILE)
    contexts = {each.text("key"): _context(each) for each in source.tables("contexts", required=True)}
    patterns = _patterns(source, year, contexts)
    read = Grammar(
        quantities=tuple(_quantity(each, patterns) for each in source.tables("quantities", required=True)),
        topics={key: re.compile(words) for key, words in source.mapping("topics").items()},
        contexts=contexts,
        shares=dict(_share(each) for each in source.tables("shares", required=True)),
        claims=tuple(_claim(each, patterns) for each in source.tables("claims", required=True)),
        filling=re.compile(patterns["requests"]),
        of_applicant=re.compile(patterns["of_applicant"]),
    )
    source.close()
    source.raise_problems(GRAMMAR_FILE.name)
    return read


def cells_of(patterns: Iterable[str], form: Form, rows: Mapping[str, Iterable[str]]) -> tuple[CellName, ...]:
    """Return the cells of a form that patterns name; empty where the form lacks what one of them names.

    Args:
        patterns: cell names with * for any rest and {context} for the rows the text speaks of.
        form: the report's form.
        rows: for each context the rows the text speaks of.
    """
    cells: dict[CellName, None] = {}
    for pattern in patterns:
        found = [name for each in _with_rows(pattern, rows) for name in _matching(form, each)]
        if not found:
            return ()
        cells |= dict.fromkeys(found)
    return tuple(cells)


def _with_rows(pattern: str, rows: Mapping[str, Iterable[str]]) -> list[str]:
    names = _NAMED.findall(pattern)
    choices = product(*(rows.get(name, ()) for name in names))
    return [pattern.format(**dict(zip(names, chosen, strict=True))) for chosen in choices]


@cache
def _matching(form: Form, pattern: str) -> tuple[CellName, ...]:
    return tuple(name for name in form.cells if fnmatchcase(name, pattern))


# ── reading ─────────────────────────────────────────────────────────────


def _context(source: TomlSource) -> Context:
    words: list[str] = []
    rows: list[tuple[str, ...]] = []
    for each in source.tables("patterns", required=True):
        words.append(each.text("words"))
        rows.append(each.texts("rows", required=True))
        each.close()
    context = Context(
        words=re.compile("|".join(f"({each})" for each in words)),
        rows=tuple(rows),
        any_word="|".join(words),
        usual=source.texts("usual"),
        hint=source.pattern("hint"),
    )
    source.close()
    return context


def _patterns(source: TomlSource, year: int | None, contexts: Mapping[str, Context]) -> dict[str, str]:
    named = {f"named_{key}": context.any_word for key, context in contexts.items()}
    named |= {"year_before": str((year or 0) - 1), "year_after": str((year or 0) + 1)}
    for key, words in source.mapping("patterns").items():
        named[key] = _filled_in(words, named)
    return named


def _filled_in(words: str, named: Mapping[str, str]) -> str:
    return _NAMED.sub(lambda match: named[match[1]], words)


def _quantity(source: TomlSource, patterns: Mapping[str, str]) -> Quantity:
    cause = source.text("cause", "")
    by_cause = {key: [patterns[f"cause_{key}"].replace(_CAUSE, cause)] if cause else [] for key in _SIDES}
    words = {key: [*by_cause[key], *source.texts(key)] for key in _SIDES}
    bases = tuple(_basis(each) for each in source.tables("bases", required=True))
    quantity = Quantity(
        key=source.text("key"),
        topic=source.text("topic"),
        bases=(*bases, *_of_one_applicant(bases)),
        before=_alternatives(source, words["before"], patterns, "(?:{})$"),
        after=_alternatives(source, words["after"], patterns, "(?:{})"),
        around=_alternatives(source, words["around"], patterns, "(?:{})"),
        is_whole=source.flag("is_whole"),
        is_part=source.flag("is_part"),
        follows=source.texts("follows"),
        needs_topic=source.flag("needs_topic"),
        spans_clauses=source.flag("spans_clauses") or bool(cause),
        is_doubtful=source.flag("is_doubtful"),
        of_another_year=source.flag("of_another_year"),
        is_share_of_all=source.flag("is_share_of_all"),
    )
    source.close()
    return quantity


def _of_one_applicant(bases: Iterable[Basis]) -> Iterator[Basis]:
    """Yield the same rows of the applicants that the text speaks of: 自然人申请中，予以公开3件."""
    for each in bases:
        if rows := each.rows_over_all:
            yield Basis(f"{each.name} × 该类申请人", tuple(f"{_TABLE}{row}/{{applicant}}" for row in rows))


def _share(source: TomlSource) -> tuple[str, tuple[Basis, ...]]:
    share = source.text("topic"), tuple(_basis(each) for each in source.tables("bases", required=True))
    source.close()
    return share


def _claim(source: TomlSource, patterns: Mapping[str, str]) -> Claim:
    claim = Claim(
        key=source.text("key"),
        name=source.text("name"),
        words=re.compile(_filled_in(source.text("words"), patterns)),
        cells=source.texts("cells", required=True),
        topic=source.text("topic", ""),
        unless=source.texts("unless"),
        behind=source.pattern("behind") if "behind" in source.keys else None,
    )
    source.close()
    return claim


def _basis(source: TomlSource) -> Basis:
    basis = Basis(source.text("name"), source.texts("cells", required=True))
    source.close()
    return basis


def _alternatives(
    source: TomlSource, texts: Sequence[str], patterns: Mapping[str, str], frame: str
) -> re.Pattern[str] | None:
    if not texts:
        return None
    unknown = {name for text in texts for name in _NAMED.findall(text)} - patterns.keys()
    if unknown:
        source.note("words", f"there is no pattern {', '.join(sorted(unknown))}")
        return None
    return re.compile(frame.format("|".join(_filled_in(text, patterns) for text in texts)))
