"""Workbooks made to exhaust time or memory, to fetch or run something, or to be nonsense."""

from collections.abc import Callable

from exporters.excel import excel_bytes
from tests.builders import a_full_report
from tests.importers.documents import xlsx
from tests.importers.hostile_archives import broken_archives, part_of, repacked
from tests.importers.hostile_documents import laughs

WORKBOOK = excel_bytes(a_full_report())
"""A good report, whose second sheet the hostile parts are added to."""

_MAIN, _SHEET, _STRINGS, _STYLES = (
    "xl/workbook.xml",
    "xl/worksheets/sheet2.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
)
_LINKS_OF_SHEET = "xl/worksheets/_rels/sheet2.xml.rels"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_SPREADSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_FULL = "A1:XFD1048576"


def _changed(name: str, old: str, new: str) -> bytes:
    """Return the report with the first occurrence of a text in one of its parts replaced."""
    text = part_of(WORKBOOK, name).decode()
    assert old in text, old
    return repacked(WORKBOOK, {name: text.replace(old, new, 1)})


def with_rows(rows: str, merged: str = "") -> bytes:
    """Return a report with further rows, and merged areas, at the end of a sheet."""
    return _changed(_SHEET, "</sheetData>", f"{rows}</sheetData>{merged}")


def _with_cell(cell: str) -> bytes:
    return with_rows(f'<row r="200">{cell}</row>')


def _merged(*areas: str) -> bytes:
    """Return a report in which these areas are merged, the merged cells it had taken apart."""
    text = part_of(WORKBOOK, _SHEET).decode()
    head, _, rest = text.partition("<mergeCells")
    cells = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return repacked(WORKBOOK, {_SHEET: f"{head}<mergeCells>{cells}</mergeCells>{rest.partition('</mergeCells>')[2]}"})


def _grid(rows: int, columns: int, cell: str) -> bytes:
    return with_rows(f"<row>{cell * columns}</row>" * rows)


def _formulas(*formulas: str) -> bytes:
    cells = "".join(f'<row r="{number}"><c r="A{number}"><f>{formula}</f></c></row>'
                    for number, formula in enumerate(formulas, 200))  # fmt: skip
    return with_rows(cells)


def _shared(count: int, formula: str) -> bytes:
    first = f'<row r="200"><c r="A200"><f t="shared" si="0">{formula}</f></c></row>'
    return with_rows(first + "".join(f'<row r="{n}"><c r="B{n}"><f t="shared" si="0"/></c></row>'
                                     for n in range(201, 201 + count)))  # fmt: skip


def _sheets(entries: str, relations: str = "") -> bytes:
    main = part_of(WORKBOOK, _MAIN).decode().replace("</sheets>", f"{entries}</sheets>")
    links = part_of(WORKBOOK, _RELATIONS).decode().replace("</Relationships>", f"{relations}</Relationships>")
    return repacked(WORKBOOK, {_MAIN: main, _RELATIONS: links})


def _sheet_entries(count: int, link: str) -> str:
    return "".join(
        f'<sheet xmlns:r="{_OFFICE}" name="表{n}页" sheetId="{n}" r:id="{link.format(n)}"/>'
        for n in range(9, 9 + count)
    )


def _sheet_links(count: int, target: str) -> str:
    return "".join(
        f'<Relationship Id="x{n}" Type="{_OFFICE}/worksheet" Target="{target}"/>' for n in range(9, 9 + count)
    )


def _with_comments(comments: str) -> bytes:
    link = f'<Relationship Id="c" Type="{_OFFICE}/comments" Target="../comments9.xml"/>'
    part = f"<comments {_SPREADSHEET}><authors><author/></authors><commentList>{comments}</commentList></comments>"
    return repacked(
        WORKBOOK, {_LINKS_OF_SHEET: f"<Relationships {_PACKAGE}>{link}</Relationships>", "xl/comments9.xml": part}
    )


def _with_styles(name: str, each: str, count: int) -> bytes:
    many = "".join(each.format(n) for n in range(count))
    return _changed(_STYLES, f"</{name}>", f"{many}</{name}>")


def with_links(address: str) -> bytes:
    """Return a report in which everything that Excel would fetch from elsewhere has this address."""
    kinds = ("externalLinkPath", "image", "oleObject", "hyperlink", "worksheet", "sharedStrings", "styles", "comments")
    links = "".join(
        f'<Relationship Id="y{n}" Type="{_OFFICE}/{kind}" Target="{address}" TargetMode="External"/>'
        for n, kind in enumerate(kinds)
    )
    relations = f"<Relationships {_PACKAGE}>{links}</Relationships>"
    formulas = (f"'[{address}]表'!A1", f'WEBSERVICE("{address}")', f'HYPERLINK("{address}")', f"cmd|'/c {address}'!A0")
    names = (_LINKS_OF_SHEET, "xl/externalLinks/_rels/externalLink1.xml.rels")
    query = f'<connections {_SPREADSHEET}><connection id="1"><webPr url="{address}"/></connection></connections>'
    book = f'<externalLink {_SPREADSHEET} xmlns:r="{_OFFICE}"><externalBook r:id="y0"/></externalLink>'
    parts = dict.fromkeys(names, relations) | {"xl/connections.xml": query, "xl/externalLinks/externalLink1.xml": book}
    linked = repacked(_formulas(*formulas), parts)
    own = part_of(linked, _RELATIONS).decode().replace("</Relationships>", f"{links}</Relationships>")
    return repacked(linked, {_RELATIONS: own})


def with_external_entity(address: str) -> bytes:
    """Return a report one of whose texts is what stands elsewhere."""
    strings = part_of(WORKBOOK, _STRINGS).decode().partition("<sst")[2].replace("<t>", "<t>&a;", 1)
    declared = f'<!ENTITY a SYSTEM "{address}"><!ENTITY % b SYSTEM "{address}"> %b;'
    return repacked(WORKBOOK, {_STRINGS: f"<!DOCTYPE sst [{declared}]><sst{strings}"})


def with_external_declarations(address: str) -> bytes:
    """Return a report whose entities are declared elsewhere."""
    sheet = part_of(WORKBOOK, _SHEET).decode().partition("<worksheet")[2]
    return repacked(WORKBOOK, {_SHEET: f'<!DOCTYPE worksheet SYSTEM "{address}"><worksheet{sheet}'})


def _laughing(name: str, root: str) -> bytes:
    rest = part_of(WORKBOOK, name).decode().partition(f"<{root}")[2].replace(">", ">&a9;", 1)
    return repacked(WORKBOOK, {name: f"<!DOCTYPE {root} [{laughs()}]><{root}{rest}"})


WORKBOOKS: dict[str, Callable[[], bytes]] = {
    "laughing entities among the texts": lambda: _laughing(_STRINGS, "sst"),
    "laughing entities on a sheet": lambda: _laughing(_SHEET, "worksheet"),
    "laughing entities in the workbook": lambda: _laughing(_MAIN, "workbook"),
    "laughing entities in the styles": lambda: _laughing(_STYLES, "styleSheet"),
    "laughing entities among the links": lambda: _laughing(_RELATIONS, "Relationships"),
    "100,000 elements in each other on a sheet": lambda: with_rows("<row>" * 100_000 + "</row>" * 100_000),
    "100,000 elements in each other among the texts": lambda: _changed(
        _STRINGS, "</sst>", "<si>" * 100_000 + "</si>" * 100_000 + "</sst>"
    ),
    "a million cells": lambda: _grid(1000, 1000, "<c><v>1</v></c>"),
    "240,000 cells": lambda: _grid(400, 600, "<c><v>1</v></c>"),
    "150,000 cells": lambda: _grid(300, 500, "<c><v>1</v></c>"),
    "900,000 empty cells": lambda: _grid(9000, 100, '<c s="1"/>'),
    "900,000 empty rows": lambda: with_rows('<row ht="20" customHeight="1"/>' * 900_000),
    "a million cells, it says": lambda: _changed(_SHEET, '<dimension ref="A1:D16"/>', f'<dimension ref="{_FULL}"/>'),
    "no dimension": lambda: _changed(_SHEET, '<dimension ref="A1:D16"/>', '<dimension ref=""/>'),
    "a cell at the end of the sheet": lambda: with_rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "a formula at the end of the sheet": lambda: with_rows('<row r="1048576"><c r="XFD1048576"><f>1+1</f></c></row>'),
    "cells beyond the end": lambda: with_rows('<row r="9999999"><c r="ZZZ9999999"><v>1</v></c></row>'),
    "cells at no place": lambda: with_rows(
        "".join(
            f'<row r="{r}"><c r="{c}"><v>1</v></c></row>'
            for r, c in (("0", "A0"), ("-1", "1A"), ("x", ""), ("1e9", "AAAA1"), ("9" * 5000, "A" * 5000))
        )
    ),
    "10,000 cells in one place": lambda: with_rows('<row r="300"><c r="A300"><v>1</v></c></row>' * 10_000),
    "merged over the whole sheet": lambda: _merged(_FULL),
    "merged over the whole sheet, written with references": lambda: _merged("&#65;1:XFD&#49;048576"),
    "merged over the whole sheet, in other words": lambda: _merged("$a$1:$xfd$1048576"),
    "merged columns": lambda: _merged("A:XFD"),
    "merged rows": lambda: _merged("1:1048576"),
    "merged from the end to the beginning": lambda: _merged("D4:A1"),
    "merged areas beyond the end": lambda: _merged("ZZZ1:ZZZ9999999"),
    "merged areas that are none": lambda: _merged("", "A1:", "A", "x" * 10_000),
    "ten merged columns to the end": lambda: _merged("F1:O1048576"),
    "100,000 merged areas": lambda: _merged(*(f"F{n}:G{n}" for n in range(1, 100_001))),
    "20,000 merged areas in one place": lambda: _merged(*["F1:G5"] * 20_000),
    "1,000 merged areas over each other": lambda: _merged(*(f"A{n}:J{n + 9}" for n in range(1, 1001))),
    "a link over the whole sheet": lambda: _changed(
        _SHEET, "<printOptions", f'<hyperlinks><hyperlink ref="{_FULL}" location="x"/></hyperlinks><printOptions'
    ),
    "a comment over the whole sheet": lambda: _with_comments(
        f'<comment ref="{_FULL}" authorId="0"><text><t>甲</t></text></comment>'
    ),
    "100,000 comments": lambda: _with_comments(
        "".join(f'<comment ref="A{n}" authorId="{n}"><text><t>甲</t></text></comment>' for n in range(1, 100_001))
    ),
    "comments that are none": lambda: _with_comments('<comment/><comment ref="x" authorId="-1"/><a/>'),
    "formulas that run a program": lambda: _formulas("cmd|'/c calc'!A0", "=cmd|'/c calc'!A0", "DDE(1,2)", "EXEC(1)"),
    "texts that look like formulas": lambda: _with_cell(
        '<c t="str"><v>=cmd|\'/c calc\'!A0</v></c><c t="inlineStr"><is><t>=HYPERLINK("http://127.0.0.1:9/")</t></is></c>'
    ),
    "formulas in a circle": lambda: _formulas("A201", "A200", "A202", "SUM(A200:A210)"),
    "a chain of 20,000 formulas": lambda: _formulas(*(f"A{n + 1}+1" for n in range(200, 20_200))),
    "a chain of formulas in brackets": lambda: _formulas(*(f"{'(' * 50}A{n + 1}{')' * 50}" for n in range(200, 400))),
    "a formula of 100,000 brackets": lambda: _formulas("(" * 100_000 + "1" + ")" * 100_000),
    "a formula of 100,000 signs": lambda: _formulas("-" * 100_000 + "1"),
    "a formula of 900 signs": lambda: _formulas("-" * 900 + "1"),
    "a formula of 10 MB": lambda: _formulas("1+" * 4_900_000 + "1"),
    "10,000 long formulas": lambda: _formulas(*["1+" * 900 + "1"] * 10_000),
    "10,000 formulas of one name each": lambda: _formulas(*["a" * 1900] * 10_000),
    "sums of the whole sheet": lambda: _formulas(*[f"SUM({_FULL})"] * 20_000),
    "a sum of 130 whole sheets": lambda: _formulas(f"SUM({','.join([_FULL] * 130)})"),
    "numbers without end": lambda: _formulas("9e99" + "*9e99" * 300, "1/3%%%%%%%%%", "ROUND(1,1e9)", "9" * 1900),
    "40,000 cells that share a long formula": lambda: _shared(40_000, "A1+" * 600 + "1"),
    "shared formulas that nobody has": lambda: _with_cell('<c><f t="shared" si="9"/></c><c><f t="shared"/></c>'),
    "shared formulas beyond the sheet": lambda: _shared(10, "A1048576+XFD1+$A$1"),
    "formulas of other kinds": lambda: _with_cell(
        f'<c><f t="array" ref="{_FULL}">1</f></c><c><f t="dataTable" ref="{_FULL}" dt2D="1"/></c><c><f t="x"/></c>'
    ),
    "values that are none": lambda: _with_cell(
        "".join(
            f'<c t="{kind}" s="{style}"><v>{text}</v></c>'
            for kind in ("n", "b", "d", "e", "str", "x", "")
            for style in ("0", "4", "-1", "9999", "x")
            for text in ("", "NaN", "INF", "1e999", "-1e308", "9" * 5000, "1_000", "0x10", "１２", "x")
        )
    ),
    "texts that are not in the file": lambda: _with_cell('<c t="s"><v>999999</v></c>'),
    "texts before the first": lambda: _with_cell('<c t="s"><v>-1</v></c>'),
    "10 MB in a cell": lambda: _with_cell(f'<c t="str"><v>{"甲" * 3_400_000}</v></c>'),
    "9 MB in each of eight cells": lambda: _grid(8, 1, f'<c t="str"><v>{" " * 9_000_000}</v></c>'),
    "a cell of 100,000 runs": lambda: _with_cell(f'<c t="inlineStr"><is>{"<r><t>甲</t></r>" * 100_000}</is></c>'),
    "200,000 texts": lambda: _changed(_STRINGS, "</sst>", "<si><t>甲</t></si>" * 200_000 + "</sst>"),
    "700 cells with full texts": lambda: _grid(70, 10, f'<c t="str"><v>{"甲" * 32_767}</v></c>'),
    "40,000 named styles": lambda: _with_styles("cellStyles", '<cellStyle name="甲{0}" xfId="{0}"/>', 40_000),
    "200,000 cell styles": lambda: _with_styles("cellXfs", '<xf numFmtId="{0}" xfId="{0}"/>', 200_000),
    "200,000 number formats": lambda: _changed(
        _STYLES,
        "<fonts",
        "<numFmts>"
        + "".join(f'<numFmt numFmtId="{n}" formatCode="0.{n}"/>' for n in range(164, 200_000))
        + "</numFmts><fonts",
    ),
    "a number format of 9 MB": lambda: _changed(
        _STYLES, "<fonts", f'<numFmts><numFmt numFmtId="0" formatCode="0.{"0" * 9_000_000}"/></numFmts><fonts'
    ),
    "2,000 sheets": lambda: _sheets(_sheet_entries(2000, "x{0}"), _sheet_links(2000, "/xl/worksheets/sheet2.xml")),
    "2,000 times a sheet": lambda: _sheets(_sheet_entries(2000, "rId2")),
    "the same title twice": lambda: _sheets(_sheet_entries(1, "x9") * 2, _sheet_links(1, "worksheets/sheet2.xml")),
    "sheets that are not in the file": lambda: _sheets(_sheet_entries(5, "x{0}"), _sheet_links(5, "sheet99.xml")),
    "sheets outside the file": lambda: _sheets(_sheet_entries(1, "x9"), _sheet_links(1, "../../../../etc/passwd")),
    "no XML for a sheet": lambda: repacked(WORKBOOK, {_SHEET: b"\0\1\2"}),
    "an empty sheet": lambda: repacked(WORKBOOK, {_SHEET: f"<worksheet {_SPREADSHEET}/>"}),
    "no sheets": lambda: repacked(WORKBOOK, {_MAIN: f"<workbook {_SPREADSHEET}/>"}),
    "a workbook without its parts": lambda: repacked(WORKBOOK, {_RELATIONS: None}),
    "a workbook without texts": lambda: repacked(WORKBOOK, {_STRINGS: None}),
    "a workbook without styles": lambda: repacked(WORKBOOK, {_STYLES: None}),
    "a workbook without types": lambda: repacked(WORKBOOK, {"[Content_Types].xml": None}),
    "types that lie": lambda: repacked(WORKBOOK, {"[Content_Types].xml": "<Types/>"}),
    "NUL bytes": lambda: repacked(WORKBOOK, {_STRINGS: part_of(WORKBOOK, _STRINGS).replace(b"</t>", b"\0</t>")}),
    "a picture, a drawing and a pivot table that are none": lambda: repacked(
        WORKBOOK,
        {
            "xl/media/image1.png": b"x",
            "xl/drawings/drawing1.xml": "x",
            "xl/pivotTables/pivotTable1.xml": "x",
            _LINKS_OF_SHEET: f"<Relationships {_PACKAGE}>"
            + "".join(
                f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="../{kind}s/{kind}1.xml"/>'
                for kind in ("drawing", "pivotTable", "comments", "vmlDrawing")
            )
            + "</Relationships>",
        },
    ),
    "names over the whole sheet": lambda: _changed(
        _MAIN,
        "<definedNames>",
        "<definedNames>"
        + "".join(f'<definedName name="n{n}">{"表二!$A$1:$XFD$1048576," * 9}</definedName>' for n in range(10_000)),
    ),
    "plain cells in another file's place": lambda: repacked(xlsx(lambda _: None), {_SHEET: "<a/>"}),
}

BROKEN_WORKBOOKS: dict[str, Callable[[], bytes]] = broken_archives(WORKBOOK, _SHEET)
