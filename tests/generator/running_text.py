"""Titles, section titles, sub-headings and sentences in the forms that real reports show."""

from collections.abc import Callable
from random import Random

from importers.blocks import Paragraph
from models.form import Section
from tests.generator.draft import Draft

AGENCIES = (
    "青岭市人民政府",
    "云台县发展和改革局",
    "松江路街道办事处",
    "白河镇人民政府",
    "北辰区教育局",
    "明州市自然资源和规划局",
)

Title = Callable[[str, int], list[str]]

TITLES: dict[str, Title] = {
    "plain": lambda x, y: [f"{x}{y}年政府信息公开工作年度报告"],
    "two paragraphs": lambda x, y: [x, f"{y}年政府信息公开工作年度报告"],
    "line break": lambda x, y: [f"{x}\n{y}年政府信息公开工作年度报告"],
    "year first": lambda x, y: [f"{y}年{x}政府信息公开工作年度报告"],
    "year of": lambda x, y: [f"{y}年度{x}政府信息公开年度报告"],
    "year behind": lambda x, y: [f"{x}{y}年度政府信息公开工作年度报告"],
    "short kind": lambda x, y: [f"{x}{y}年信息公开工作年度报告"],
    "report of": lambda x, y: [f"{x}{y}年政府信息公开工作的年度报告"],
    "yearly work": lambda x, y: [f"{x}{y}年政府信息公开年度工作报告"],
    "work report": lambda x, y: [f"{x}{y}年政府信息公开工作报告"],
    "about": lambda x, y: [f"{x}关于{y}年度政府信息公开情况的报告"],
    "picture": lambda x, y: [f"{x}{y}年政府信息公开工作年度报告（图片版）"],
    "links": lambda x, y: [f"{x}{y}年政府信息公开工作年度报告（超链版）"],
    "own office": lambda x, y: [f"{x}（本级机关）{y}年政府信息公开工作年度报告"],
    "broken": lambda x, y: [f"{x}{y}年政府信息", "公开工作年度报告"],
    "broken line": lambda x, y: [f"{x}{y}年政府信息\n公开工作年度报告"],
    "spaced": lambda x, y: [f"{x} {y} 年度政府信息公开工作年度报告"],
    "full width": lambda x, y: [
        f"{x}{y}年政府信息公开工作年度报告".translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    ],
    "quoted": lambda x, y: [f"《{x}{y}年政府信息公开工作年度报告》"],
    "year in brackets below": lambda x, y: [f"{x}政府信息公开工作年度报告", f"（{y}年度）"],
    "year in brackets": lambda x, y: [f"{x}（{y}年度）政府信息公开工作年度报告"],
    "year in the midst": lambda x, y: [f"{x}政府信息公开工作{y}年度报告"],
    "agency below": lambda x, y: [f"{y}年政府信息公开工作年度报告", f"（{x}）"],
    "twice": lambda x, y: [f"{y}年政府信息公开工作年度报告", x, f"{y}年政府信息公开工作年度报告"],
}
"""Titles that tell agency and year."""

SHORT_TITLES: dict[str, Title] = {
    "no year": lambda x, _: [f"{x}政府信息公开工作年度报告"],
    "no agency": lambda _, y: [f"关于{y}年度政府信息公开情况的报告"],
    "bare": lambda _, __: ["工作年度报告"],
    "none": lambda _, __: [],
}
"""Titles that leave out what the preamble, the signature or the publication tells."""

_ORDINALS = "一二三四五六七八九"
NUMBERINGS: dict[str, Callable[[int, str], str]] = {
    "printed": lambda n, title: f"{_ORDINALS[n]}、{title}",
    "spaced": lambda n, title: f"{_ORDINALS[n]} 、 {title}",
    "blank": lambda n, title: f"{_ORDINALS[n]}　{title}",
    "digits": lambda n, title: f"{n + 1}. {title}",
    "digits comma": lambda n, title: f"{n + 1}、{title}",
    "part": lambda n, title: f"第{_ORDINALS[n]}部分 {title}",
    "markdown": lambda n, title: f"## {_ORDINALS[n]}、{title}",
    "colon": lambda n, title: f"{_ORDINALS[n]}、{title}：",
    "none": lambda _, title: title,
    "all ones": lambda _, title: f"1. {title}",
}

SUBTITLES: dict[str, Callable[[int], str]] = {
    "printed": lambda n: f"（{_ORDINALS[n]}）",
    "half width": lambda n: f"({_ORDINALS[n]})",
    "spaced": lambda n: f"（ {_ORDINALS[n]} ）",
    "enclosed": lambda n: chr(ord("㈠") + n),
    "digits": lambda n: f"{n + 1}、",
    "digit brackets": lambda n: f"({n + 1})",
    "ordinal": lambda n: f"第{_ORDINALS[n]}，",
    "point": lambda n: f"{n + 1}．",
}

_TOPICS = ("主动公开情况", "依申请公开办理情况", "政府信息管理", "公开平台建设方面", "监督保障机制")
_TRAPS = ("主动公开工作情况", "政府信息公开申请情况", "政府信息管理情况", "平台建设", "教育培训")
_SENTENCES = (
    "全年通过门户网站公开各类信息{}条，较上年增加{}条。",
    "围绕群众关切做好解读{}次，回应留言{}件。",
    "组织业务培训{}场，参加{}人次。",
    "一是更新及时性还需加强，涉及栏目{}个、信息{}条。",
    "按照要求开展自查{}次，整改问题{}项。",
)


def section_title(draft: Draft, section: Section, wordings: str, numbering: str) -> str:
    """Return the title of a section, numbered by its place among the titled ones."""
    titled = [each for each in draft.form.sections if each.title]
    text = section.title.partition("、")[2]
    if wordings == "variants":
        text = draft.rng.choice((text, *section.variants))
    return NUMBERINGS[numbering](titled.index(section), text)


def section_lines(draft: Draft, section: Section, subtitles: str, *, trap: bool) -> list[str]:
    """Return the paragraphs of a section: sub-headings of their own, or within the paragraph."""
    rng = draft.rng
    topics = _TRAPS if trap else _TOPICS
    lines: list[str] = []
    for index in range(rng.randint(1, 4)):
        number = SUBTITLES[subtitles](index)
        if rng.random() < 0.5:
            lines += [number + topics[index], sentence(rng)]
        else:
            lines.append(f"{number}{topics[index]}。{sentence(rng)}")
    return lines if section.variants else [sentence(rng)]


def sentence(rng: Random) -> str:
    return rng.choice(_SENTENCES).format(rng.randint(2, 999), rng.randint(2, 999))


def preamble(draft: Draft, agency: str, year: int, *, tells: bool) -> list[str]:
    """Return the preamble; it may tell agency and period, and it names all section titles in a row."""
    names = "、".join(section.title.partition("、")[2] for section in draft.form.sections if section.title)
    lines = [f"报告由{names}等部分组成。"]
    if tells:
        lines.insert(0, f"本报告由{agency}根据有关规定编制，统计期限为{year}年1月1日至{year}年12月31日。")
    return lines


def contents(draft: Draft) -> list[Paragraph]:
    """Return a table of contents; it must open no section."""
    titles = [section.title for section in draft.form.sections if section.title]
    return [Paragraph(title) for title in titles]
