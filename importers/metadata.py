"""What a file says of itself beside its content: who published it and when."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from importers.blocks import Block, Grid, Paragraph, Property

_PUBLISHERS = (
    "发布机构", "发布单位", "发布机关", "公开机构", "公开主体", "制发机关", "编制机关", "编制单位", "发文机关",
    "发文单位",
)  # fmt: skip
_DATES = ("发布日期", "发布时间", "公开日期", "公开时间", "生成日期", "成文日期", "发文日期")
_OTHERS = (
    "索引号", "信息索引号", "文号", "发文字号", "有效性", "时效性", "信息来源", "来源", "信息名称", "公开方式",
    "公开范围", "公开时限", "主题分类", "体裁分类", "信息分类", "浏览次数", "浏览量", "阅读次数", "访问次数",
    "点击数", "点击次数", "字号", "字体", "字体大小", "作者", "责任编辑", "主题词", "关键词", "语种", "当前位置",
    "打印", "分享到",
)  # fmt: skip
_KEYS = "|".join(sorted((*_PUBLISHERS, *_DATES, *_OTHERS), key=len, reverse=True))
_LONGEST = 500
"""Characters of a line that are looked at."""
_BEGINNING = 60
_LINE = re.compile(rf"[\[【]?\s*(?:{_KEYS})\s*[】\]]?\s*[:：]")
_PUBLISHER = re.compile(rf"(?:{'|'.join(_PUBLISHERS)})\s*[】\]]?\s*[:：]\s*([^\s:：]{{2,40}}?)(?=\s|$|{_KEYS})")
_DATE = re.compile(rf"(?:{'|'.join(_DATES)})\s*[】\]]?\s*[:：]\s*(20\d\d)\s*[-年/.]")


def is_metadata(text: str) -> bool:
    """Tell whether a line only describes the publication: 发布机构：某某局　索引号：001."""
    return _LINE.match(text.lstrip()[:_BEGINNING]) is not None


def metadata_of(blocks: Sequence[Block]) -> list[str]:
    """Return the titles among a file's properties and the lines that describe its publication."""
    return [line for block in blocks for line in _lines(block)]


def publisher_in(metadata: Sequence[str]) -> str:
    """Return who published the file, empty where no line says so."""
    return next((found[1] for line in metadata if (found := _PUBLISHER.search(line))), "")


def year_before_publication(metadata: Sequence[str]) -> int | None:
    """Return the year before that of the publication, None where no line gives a date."""
    return next((int(found[1]) - 1 for line in metadata if (found := _DATE.search(line))), None)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Property):
        yield block.text[:_LONGEST]
    elif isinstance(block, Paragraph):
        if is_metadata(block.text):
            yield block.text[:_LONGEST]
    else:
        yield from _cells(block)


def _cells(grid: Grid) -> Iterator[str]:
    """Yield a table of metadata as lines: a label and the entry right of it."""
    for row in range(grid.row_count):
        cells = [cell.text.strip() for cell in grid.row(row)]
        for label, entry in pairwise(cells):
            line = f"{label[:_BEGINNING].rstrip(':：')}：{entry[:_LONGEST]}"
            if entry and is_metadata(line):
                yield line
