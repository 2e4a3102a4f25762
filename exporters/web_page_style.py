"""How the report looks on a web page: rules that also hold where a site drops its style sheet, and the sheet itself."""

from collections.abc import Mapping

from models.form import Table

_LINE = "#767676"
"""Stands out from white and from black alike (4.5:1), for a site's page may be either."""

LOOKS: Mapping[str, str] = {
    "h1": "text-align:center;font-size:1.6em;line-height:1.4",
    "h2": "font-size:1.3em;line-height:1.4",
    "h3": "font-size:1.1em;line-height:1.5",
    "h4": "font-size:1em;line-height:1.5",
    "h5": "font-size:1em;line-height:1.5",
    "p": "text-indent:2em;line-height:1.8",
    ".signature": "text-align:right;text-indent:0",
    "table": "border-collapse:collapse;width:100%;font-size:.875em;line-height:1.4",
    "th": f"border:1px solid {_LINE};padding:.3em;text-align:center;font-weight:normal",
    "th[scope=row]": "text-align:left",
    "td": f"border:1px solid {_LINE};padding:.3em;text-align:center",
}
"""Declarations by element, by element and scope, and by class."""

_PHONE = "40rem"
"""Screens narrower than this are read by hand's width."""
_COLUMN = 4
"""Ems that a column of figures takes at least; narrower ones would break labels after every character."""
_COLUMNS_OF_A_PHONE = 5
"""A table with more of them is scrolled sideways on a phone."""

_SHEET = f"""\
:root{{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--head:#f2f4f7;--line:{_LINE};--focus:#0b57d0}}
@media screen and (prefers-color-scheme:dark){{
:root{{--ink:#e8e8e8;--paper:#161616;--head:#24272b;--line:#8a8a8a;--focus:#8ab4f8}}
}}
*{{box-sizing:border-box}}
html{{-webkit-text-size-adjust:100%;text-size-adjust:100%}}
body{{margin:0;color:var(--ink);background:var(--paper);overflow-wrap:anywhere;\
font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif}}
main{{max-width:60rem;margin:0 auto;padding:2rem 1rem 4rem}}
h1{{margin:0 0 2rem;text-wrap:balance}}
h2{{margin:2.5rem 0 1rem}}
h3,h4,h5{{margin:1.5rem 0 .5rem}}
p{{margin:.5rem 0}}
.signature{{margin:3rem 2rem 0 0}}
th[scope^=col],th[rowspan]{{text-wrap:balance}}
th,td{{border-color:var(--line);font-variant-numeric:tabular-nums}}
th,.corner{{background:var(--head)}}
caption{{text-align:start}}
caption h2,caption::after{{position:sticky;left:0;width:fit-content;max-width:min(100vw - 2rem,58rem)}}
caption h2{{margin:0 0 1rem;font-size:1.3rem}}
.scroll{{margin-top:2.5rem;overflow-x:auto;overscroll-behavior-x:contain}}
.scroll:focus-visible{{outline:3px solid var(--focus);outline-offset:2px}}
@media screen and (max-width:{_PHONE}){{
main{{padding-top:1rem}}
.wide caption::after{{content:"左右滑动查看全表";display:block;margin-bottom:.3rem}}
}}
@page{{size:A4;margin:22mm 20mm}}
@media print{{
:root{{color-scheme:light}}
body{{font:12pt/1.6 FangSong,STFangsong,FangSong_GB2312,"Noto Serif CJK SC",serif}}
main{{max-width:none;padding:0}}
h1{{margin-bottom:1.5rem}}
h2,caption h2{{margin:1.2rem 0 .5rem}}
h3,h4,h5{{margin:.5rem 0 0}}
h1,h2,h3,h4,h5{{break-after:avoid}}
p{{margin:0;line-height:1.7;orphans:2;widows:2;text-align:justify}}
.signature{{margin:2rem 2rem 0 0;break-inside:avoid;text-align:right}}
.scroll{{margin-top:0;overflow:visible;break-inside:avoid}}
table{{font-size:9pt;line-height:1.25}}
thead{{display:table-header-group}}
tr{{break-inside:avoid}}
th,td{{padding:.2em}}
}}
"""


def is_wide(table: Table) -> bool:
    """Tell whether a table is wider than a phone."""
    return table.column_count > _COLUMNS_OF_A_PHONE


def style_sheet(numbers: Mapping[str, Table]) -> str:
    """Return the page's style sheet.

    Args:
        numbers: the tables of the page by the id of their element.
    """
    looks = "".join(f"{selector}{{{declarations}}}\n" for selector, declarations in LOOKS.items())
    return looks + _SHEET + "".join(_column_rules(key, table) for key, table in numbers.items())


def column_width(table: Table, relative: int) -> str:
    """Return the declaration of a column's width, for its relative width in the form."""
    return f"width:{100 * relative / sum(table.widths):.4g}%"


def _column_rules(key: str, table: Table) -> str:
    least = f"@media screen{{#{key}{{min-width:{_COLUMN * table.column_count}em}}}}\n" if is_wide(table) else ""
    widths = sorted({*table.widths})
    return least + "".join(f"#{key} .w{each}{{{column_width(table, each)}}}\n" for each in widths)
