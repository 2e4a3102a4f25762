"""Seeded documents: a combination of variations and a number give a file and what a reader has to make of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from importers.blocks import Grid, GridCell, Paragraph
from models.cell_value import Number, read_entry, read_number
from models.dates import written_date
from models.form import CellName, Content, Form, Section, Table
from models.form_file import known_forms
from models.report import Head
from models.totals import totals_of
from tests.generator.draft import Draft, random_figures
from tests.generator.labels import LABELS
from tests.generator.running_text import (
    AGENCIES,
    SHORT_TITLES,
    TITLES,
    contents,
    preamble,
    section_lines,
    section_title,
)
from tests.generator.shapes import SHAPES
from tests.generator.values import SAFE_FOR_TOTALS, STYLES
from tests.generator.writers import CONTAINERS, SURROUNDINGS


@dataclass(frozen=True)
class Combination:
    """A choice among the variations; each field names one of a dictionary of this package.

    Args:
        form: key of the form.
        title: how the title is written; "any" draws one that tells agency and year.
        source: what tells agency and year where the title does not: "preamble", "signature", "publication".
        wordings: "printed" or "variants" of the section titles.
        numbering: what stands in front of section titles.
        subtitles: what stands in front of sub-headings.
        labels: what happened to the labels of tables.
        values: the styles of figures, drawn cell by cell.
        shapes: the shapes of tables, drawn table by table.
        traps: "contents" for a table of contents, "headings" for sub-headings like section titles.
        container: the kind of file.
    """

    form: str = "zfxxgk-2021"
    title: str = "any"
    source: str = "preamble"
    wordings: str = "printed"
    numbering: str = "printed"
    subtitles: str = "printed"
    labels: str = "printed"
    values: tuple[str, ...] = ("plain",)
    shapes: tuple[str, ...] = ("merged",)
    traps: tuple[str, ...] = ()
    container: str = "docx"


@dataclass(frozen=True)
class Generated:
    """A file and what a reader has to make of it; totals are those the file states against its own figures."""

    name: str
    content: bytes
    form: str
    head: Head
    cells: Mapping[CellName, str]
    stated: Mapping[CellName, Decimal]
    texts: Mapping[str, str]
    doubts: tuple[str, ...]
    unplaced: tuple[str, ...]


def generate(chosen: Combination, seed: int) -> Generated:
    """Return the document of a combination that belongs to a number."""
    rng = Random(f"{chosen}{seed}")
    form = known_forms()[chosen.form]
    draft = Draft(rng, form, _figures(form, rng, chosen))
    _write_figures(draft, chosen)
    _compose(draft, chosen)
    content = CONTAINERS[chosen.container](draft.blocks)
    return Generated(
        name=f"年报.{chosen.container.rpartition(' ')[2]}",
        content=content,
        form=form.key,
        head=Head(draft.agency, draft.year, draft.signed_on),
        cells=draft.cells,
        stated=_stated(draft),
        texts={key: "\n".join(lines) for key, lines in draft.texts.items() if lines},
        doubts=tuple(draft.doubts),
        unplaced=(*draft.unplaced, *SURROUNDINGS.get(chosen.container, ())),
    )


def _figures(form: Form, rng: Random, chosen: Combination) -> dict[CellName, Decimal]:
    typed = random_figures(form, rng)
    if "older row" in chosen.shapes:  # the rows that one row stands for have no figures of their own
        for moved in (moved for each in form.predecessors for moved in each.moved.values()):
            group = form.cells[next(name for name in typed if name.startswith(f"{moved}/"))].row_path[-2]
            typed |= {
                name: Decimal(0)
                for name in typed
                if group in form.cells[name].row_path and not name.startswith(f"{moved}/")
            }
    return typed | totals_of(form, {name: Number(value) for name, value in typed.items()})


def _write_figures(draft: Draft, chosen: Combination) -> None:
    safe = [style for style in chosen.values if style in SAFE_FOR_TOTALS] or ["plain"]
    for name, cell in draft.form.cells.items():
        style = STYLES[draft.rng.choice(safe if name in draft.form.totals else chosen.values)]
        written = style(draft.rng, cell, draft.figures[name])
        draft.written[name] = written
        if written.doubt:
            draft.doubts.append(written.doubt)


def _compose(draft: Draft, chosen: Combination) -> None:
    agency, year = draft.rng.choice(AGENCIES), draft.rng.randint(2019, 2025)
    titles = {**TITLES, **SHORT_TITLES}
    title = titles[draft.rng.choice([*TITLES]) if chosen.title == "any" else chosen.title](agency, year)
    is_told = chosen.title not in SHORT_TITLES
    draft.agency, draft.year = agency, year
    if title and title[0].startswith(f"{agency}（本级机关）"):
        draft.agency = f"{agency}（本级机关）"
    if not is_told and chosen.source == "publication":
        line = f"发布机构：{agency}　发布日期：{year + 1}-01-20"
        draft.blocks.append(Paragraph(line))
        draft.unplaced.append(line)
    draft.blocks += [Paragraph(line) for line in title]
    if "contents" in chosen.traps:
        draft.blocks += contents(draft)
    for section in draft.form.sections:
        _compose_section(draft, chosen, section, (agency, year) if not is_told else None)
    if not is_told and chosen.source == "signature":
        draft.signed_on = date(year + 1, 1, 20)
        draft.blocks += [Paragraph(agency), Paragraph(written_date(draft.signed_on))]


def _compose_section(draft: Draft, chosen: Combination, section: Section, untold: tuple[str, int] | None) -> None:
    if section.title:
        title = section_title(draft, section, chosen.wordings, chosen.numbering)
        draft.blocks.append(Paragraph(title, 1))
    if section.content is Content.TABLE:
        table = draft.form.table(section.key)
        shape = SHAPES[draft.rng.choice(chosen.shapes)]
        draft.blocks += shape(draft, table, _printed(draft, table, chosen.labels))
    elif not section.title:
        agency, year = untold or ("", 0)
        tells = untold is not None and chosen.source == "preamble"
        _add_lines(draft, section.key, preamble(draft, agency, year, tells=tells))
    else:
        trap = "headings" in chosen.traps and section is draft.form.sections[1]
        _add_lines(draft, section.key, section_lines(draft, section, chosen.subtitles, trap=trap))


def _add_lines(draft: Draft, section: str, lines: list[str]) -> None:
    draft.texts.setdefault(section, []).extend(lines)
    draft.blocks += [Paragraph(line) for line in lines]


def _printed(draft: Draft, table: Table, labels: str) -> Grid:
    """Return a table as the form prints it, figures and labels written in the chosen ways."""
    cells = [GridCell(draft.written[name].text, cell.place) for name, cell in table.cells.items()]
    leading = {id(label) for cell in table.cells.values() for label in (*cell.row_path[-1:], *cell.column_path[-1:])}
    for each in table.labels:
        text = LABELS[labels](draft.rng, each.label)
        if labels == "misspelt" and text != each.label.text and id(each.label) in leading:
            draft.doubts.append(" ".join(text.split()))
        cells.append(GridCell(text, each.place))
    return Grid(tuple(sorted(cells, key=lambda cell: (cell.place.row, cell.place.column))))


def _stated(draft: Draft) -> dict[CellName, Decimal]:
    values = {name: read_entry(text).value for name, text in draft.cells.items()}
    computed = totals_of(draft.form, values)
    stated = {name: read_number(draft.written[name].entry) for name in computed}
    return {name: number for name, number in stated.items() if number is not None and number != computed[name]}
