"""What a file says of itself beside its content: who published it and when, and what its title is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from importers.blocks import Block, Grid, Paragraph, Property

_PUBLISHERS = (
    "发布机构", "发布单位", "发布机关", "公开机构", "公开主体", "制发机关", "编制机关", "编制单位", "发文机关",
    "发文单位",
)  # fmt: skip
_DATES = ("发布日期", "发布时间", "公开日期", "公开时间", "生成日期", "成文日期", "发文日期")
_TITLES = ("名称", "信息名称", "文件名称", "公文名称", "标题", "信息标题", "文件标题", "题名")
_NUMBERS = ("索引号", "信息索引号", "文号", "发文字号", "主题分类", "体裁分类", "信息分类")
_OTHERS = (
    "有效性", "时效性", "信息来源", "来源", "公开方式", "公开范围", "公开时限", "浏览次数", "浏览量", "阅读次数",
    "访问次数", "点击数", "点击次数", "字号", "字体", "字体大小", "作者", "责任编辑", "主题词", "关键词", "语种",
    "当前位置", "打印", "分享到",
)  # fmt: skip


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern of some words, the longest first; their characters may be set apart: 索 引 号."""
    return "|".join(r"[ \u3000\xa0]*".join(word) for word in sorted(words, key=len, reverse=True))


_KEYS = _any_of((*_PUBLISHERS, *_DATES, *_TITLES, *_NUMBERS, *_OTHERS))
_TELLING = _any_of((*_PUBLISHERS, *_DATES, *_TITLES, *_NUMBERS))
"""Keys that need no colon behind them."""
_LONGEST = 500
"""Characters of a line that are looked at."""
_BEGINNING = 60
_COLON, _OPEN, _CLOSE = r"\s*[:：]", r"[\[【]?\s*", r"\s*[】\]]?"
_LINE = re.compile(rf"{_OPEN}(?:{_KEYS}){_CLOSE}{_COLON}")
_GAPPED = re.compile(rf"{_OPEN}(?:{_TELLING})(?:{_CLOSE}[ \t\u3000\xa0]+|\s*[】\]])\S[^。]*")
_KEY_ALONE = re.compile(rf"{_OPEN}(?:{_KEYS}){_CLOSE}{_COLON}\s*|{_OPEN}(?:{_TELLING}){_CLOSE}")
_BETWEEN = rf"(?:{_CLOSE}(?:{_COLON}\s*|[ \t\u3000\xa0]+)|\s*[】\]]\s*)"
_PUBLISHER = re.compile(
    rf"(?:{_any_of(_PUBLISHERS)}){_BETWEEN}(?![\d/.-]+(?:\s|$))([^\s:：]{{2,40}}?)(?=\s|$|[\[【]|{_KEYS})"
)
_DATE = re.compile(rf"(?:{_any_of(_DATES)}){_BETWEEN}(20\d\d)\s*[-年/.]")
_TITLE = re.compile(rf"(?<!\w)(?:{_any_of(_TITLES)}){_BETWEEN}(.{{4,120}}?)(?=\s*$|[\s\[【]+(?:{_KEYS}){_BETWEEN})")


def is_metadata(text: str) -> bool:
    """Tell whether a line only describes the publication: 发布机构：某某局　索引号：001."""
    line = text.lstrip()
    return _LINE.match(line[:_BEGINNING]) is not None or (
        len(line) <= _LONGEST and _GAPPED.fullmatch(line.rstrip()) is not None
    )


def metadata_among(texts: Sequence[str]) -> frozenset[int]:
    """Return the places of the lines that describe the publication, an entry on the line below its key included."""
    found = {index for index, text in enumerate(texts) if is_metadata(text) or _is_key(text)}
    return frozenset({*found, *(index + 1 for index, _, _ in _parted(texts))})


def metadata_of(blocks: Sequence[Block]) -> list[str]:
    """Return the titles among a file's properties and the lines that describe its publication."""
    lines = [block.text if isinstance(block, Paragraph) else "" for block in blocks]
    parted = {index: f"{key.strip()}：{entry}" for index, key, entry in _parted(lines)}
    return [line for index, block in enumerate(blocks) for line in _lines(block, parted.get(index))]


def publisher_in(metadata: Sequence[str]) -> str:
    """Return who published the file, empty where no line says so."""
    return next((found[1] for line in metadata if (found := _PUBLISHER.search(line))), "")


def titles_in(metadata: Sequence[str]) -> list[str]:
    """Return what the metadata say the title is, and lines that may be one themselves."""
    return [found[1] if (found := _TITLE.search(line)) else line for line in metadata]


def year_before_publication(metadata: Sequence[str]) -> int | None:
    """Return the year before that of the publication, None where no line gives a date."""
    return next((int(found[1]) - 1 for line in metadata if (found := _DATE.search(line))), None)


def _is_key(text: str) -> bool:
    return len(text) <= _BEGINNING and _KEY_ALONE.fullmatch(text.strip()) is not None


def _parted(texts: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield keys that stand alone on a line, with their place, and the entry on the line below."""
    for index, (key, entry) in enumerate(pairwise(texts)):
        if _is_key(key) and _is_entry(key, entry.strip()):
            yield index, key.strip().rstrip(":："), entry.strip()


def _is_entry(key: str, text: str) -> bool:
    """Tell whether a line may be the entry of the key above it; a report's title is that of a title only."""
    if not text or len(text) > _BEGINNING or re.search("[，。]", text) or _is_key(text) or is_metadata(text):
        return False
    return "报告" not in text or re.match(f"{_OPEN}(?:{_any_of(_TITLES)})", key.strip()) is not None


def _lines(block: Block, parted: str | None) -> Iterator[str]:
    if isinstance(block, Property):
        yield block.text[:_LONGEST]
    elif isinstance(block, Grid):
        yield from _cells(block)
    elif parted or is_metadata(block.text):
        yield (parted or block.text)[:_LONGEST]


def _cells(grid: Grid) -> Iterator[str]:
    """Yield a table of metadata as lines: a label and the entry right of it."""
    for row in range(grid.row_count):
        cells = [cell.text.strip() for cell in grid.row(row)]
        for label, entry in pairwise(cells):
            line = f"{label[:_BEGINNING].rstrip(':：')}：{entry[:_LONGEST]}"
            if entry and is_metadata(line):
                yield line
