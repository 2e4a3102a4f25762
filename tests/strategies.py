"""Random reports for property tests: blanks, "/", remarks, decimals, long texts, rare characters."""

from decimal import Decimal

from hypothesis import strategies as st

from models.cell_value import NOT_APPLICABLE, CellValue, Number, clean_remark
from models.form import CellKind, Form
from models.form_file import current_form
from models.report import Edit, Head, Report

RARE = "㐂𠮷𰻞🙂👨‍👩‍👧é“”—…·〔〕"
SIMILAR = (
    "勾稽核对方面，逐项核实。",
    "（一）主动公开",
    "一是公开不够及时。",
    "表三",
    "合计5件，其中予以公开3件。",
    "=1+1",
    "- 1 -",
    "四、结转下年度继续办理",
)
"""Paragraphs that look like something else a reader knows."""
_CHARACTERS = st.one_of(
    st.sampled_from(RARE + "政府信息公开受理申请件0123456789，。；：、（）()%- \u3000\u00a0\t<>&\"'"),
    st.characters(blacklist_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")),
)


def counts() -> st.SearchStrategy[CellValue]:
    """Return whole numbers that are not negative, most of them small."""
    return st.one_of(st.just(0), st.integers(0, 500), st.integers(0, 10**15 - 1)).map(lambda n: Number(Decimal(n)))


def changes() -> st.SearchStrategy[CellValue]:
    """Return whole numbers of either sign."""
    return st.integers(-(10**6), 10**6).map(lambda n: Number(Decimal(n)))


def amounts() -> st.SearchStrategy[CellValue]:
    """Return sums of money with up to six decimals, trailing zeros included."""
    return st.decimals(0, 10**8, places=6, allow_nan=False).flatmap(
        lambda d: st.integers(0, 6).map(lambda places: Number(d.quantize(Decimal(1).scaleb(-places))))
    )


def values(kind: CellKind) -> st.SearchStrategy[CellValue]:
    """Return what may stand in a cell of this kind."""
    numbers = {CellKind.AMOUNT: amounts(), CellKind.COUNT: counts(), CellKind.CHANGE: changes()}[kind]
    return st.one_of(numbers, st.just(NOT_APPLICABLE))


def remarks() -> st.SearchStrategy[str]:
    """Return remarks as a report keeps them; a remark is never empty."""
    return st.text(_CHARACTERS, min_size=1, max_size=40).map(clean_remark).filter(bool)


def texts() -> st.SearchStrategy[str]:
    """Return running text, one paragraph a line; now and then 20,000 characters of it."""
    drawn = st.text(_CHARACTERS, max_size=60).map(lambda text: " ".join(text.split("\n")).strip()).filter(bool)
    line = st.one_of(drawn, drawn, drawn, st.sampled_from(SIMILAR))
    usual = st.lists(line, min_size=1, max_size=6).map("\n".join)
    return st.one_of(*[usual] * 9, usual.map(_twenty_thousand))


def _twenty_thousand(text: str) -> str:
    return "\n".join([text] * (20_000 // (len(text) + 1) + 1))[:20_000].strip()


@st.composite
def reports(draw: st.DrawFn, form: Form | None = None) -> Report:
    """Return a report of a form with random figures, remarks and texts; about half the cells are blank."""
    form = form or current_form()
    names = draw(st.sets(st.sampled_from(form.typed_cells), max_size=len(form.typed_cells)))
    cells = {name: draw(values(form.cells[name].kind)) for name in sorted(names)}
    noted = draw(st.sets(st.sampled_from(form.typed_cells), max_size=6))
    sections = draw(st.sets(st.sampled_from(form.text_sections)))
    agency = draw(st.sampled_from(["", "某某市人民政府", "某某县自然资源和规划局（林业局）", "㐂𠮷镇人民政府"]))
    content = Edit(
        cells=cells,
        remarks={name: draw(remarks()) for name in sorted(noted)},
        texts={key: draw(texts()) for key in sorted(sections)},
        head=Head(agency, draw(st.sampled_from([None, 2019, 2024, 2025]))),
    )
    return Report.filled(form, content)
