"""Containers: the same paragraphs and grids as web pages, saved with what stands around the article."""

from collections.abc import Sequence
from html import escape

from importers.blocks import Block, Grid, GridCell, Paragraph

_HEAD = '<!DOCTYPE html>\n<html><head><meta charset="{charset}"><title>{title}-青岭政务网</title>{style}</head>'
_MENU = (
    '<div class="menu"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li>'
    '<li><a href="/fw/">办事服务</a></li><li><a href="/hd/">互动交流</a></li></ul></div>'
)
_PATH = (
    '<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a>'
    ' &gt; <a href="/nb/">年度报告</a></div>'
)
_BUTTONS = (
    '<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>'
    '<div class="print">【打印】【关闭】</div>'
)
_BESIDE = (
    '<td width="200"><ul><li><a href="/1.html">机构职能</a></li>'
    '<li><a href="/2.html">法定主动公开内容</a></li></ul></td>'
)
_FOOT = (
    '<div class="footer"><p>主办：青岭市人民政府办公室</p><p>网站标识码：0000000000</p></div><script>var a=1;</script>'
)
AROUND_PASTED_PAGE = ("主办：青岭市人民政府办公室\n网站标识码：0000000000",)
AROUND_PAGE = ("分享到：微信 微博", f"【打印】【关闭】\n{AROUND_PASTED_PAGE[0]}")
"""The lines around a report that are no part of a menu; lines that say nothing by themselves are one paragraph."""
_WORD_STYLE = "<style>p.MsoNormal{{margin:0}}</style>"


def page(blocks: Sequence[Block]) -> bytes:
    """Return a page in UTF-8 with menus, a path, buttons and a table that lays the page out around the report."""
    body = "".join(_grid(block) if isinstance(block, Grid) else _heading(block) for block in blocks)
    head = _HEAD.format(charset="utf-8", title=_title(blocks), style="")
    layout = f"<table width='1000'><tr>{_BESIDE}<td><div id='article'>{body}</div>{_BUTTONS}</td></tr></table>"
    return f"{head}<body>{_MENU}{_PATH}{layout}{_FOOT}</body></html>".encode()


def pasted_page(blocks: Sequence[Block]) -> bytes:
    """Return a page in GB 18030 whose article was pasted from a word processor; it calls itself UTF-8."""
    body = "\r\n".join(_grid(block, pasted=True) if isinstance(block, Grid) else _pasted(block) for block in blocks)
    head = _HEAD.format(charset="utf-8", title=_title(blocks), style=_WORD_STYLE)
    return f"{head}\r\n<body>{_PATH}<div class='content'>{body}</div>{_FOOT}</body></html>".encode("gb18030")


def _title(blocks: Sequence[Block]) -> str:
    """Return a title that tells no more than the first lines do."""
    return escape(next((block.text for block in blocks if isinstance(block, Paragraph)), ""))


def _heading(block: Paragraph) -> str:
    text = _lines(block.text)
    return f"<h3>{text}</h3>" if block.level == 1 else f"<p>\u3000\u3000{text}</p>\n"


def _pasted(block: Paragraph) -> str:
    """Return a paragraph in spans, an empty one behind it."""
    half = len(block.text) // 2
    first, second = _lines(block.text[:half]), _lines(block.text[half:])
    spans = f"<span lang=EN-US style='font-size:16pt'>{first}</span><span style='font-family:仿宋'>{second}</span>"
    return f"<p class=MsoNormal style='text-indent:32pt'>{spans}</p><p class=MsoNormal>&nbsp;<o:p></o:p></p>"


def _grid(grid: Grid, *, pasted: bool = False) -> str:
    rows = []
    for row in range(grid.row_count):
        cells = [cell for cell in grid.row(row) if cell.place.row == row]
        rows.append(f"<tr>{''.join(_pasted_cell(cell) if pasted else _cell(cell) for cell in cells)}</tr>")
    return f"<table border=1>{''.join(rows)}</table>"


def _cell(cell: GridCell) -> str:
    return f"<td{_spans(cell)}>{_lines(cell.text)}</td>"


def _pasted_cell(cell: GridCell) -> str:
    """Return a cell with a paragraph for each line, as word processors write it; an empty one has a space."""
    lines = "".join(f"<p class=MsoNormal align=center>{escape(line) or '&nbsp;'}</p>" for line in cell.text.split("\n"))
    return f"<td{_spans(cell)} style='border:solid'>\r\n{lines}\r\n</td>"


def _spans(cell: GridCell) -> str:
    return f" rowspan={cell.place.row_span} colspan={cell.place.column_span}"


def _lines(text: str) -> str:
    return "<br>".join(map(escape, text.split("\n")))
