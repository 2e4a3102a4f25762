"""Who does what a sentence says: the report's own agency, part of it, or somebody else."""

import re
from enum import Enum


class Agent(Enum):
    """Whose figure a sentence gives."""

    OWN = "own"
    SCOPED = "scoped"
    """Counted over more or less than the tables: on behalf of another agency, on file, or region-wide."""
    OTHER = "other"


_SCOPED = re.compile(
    r"备案|口径|协助|配合|委托|代收|代办|系统$|系统(?:各|共)|(?<![人时年当替取])代(?:表|为|替)?(?!理|码|表[大团议建])(?=[^,;。]{0,12}?(?:受理|收到|办理|答复|政府|管委会|机关|局|委))"
)
_NOT_DISCLOSURE = re.compile(r"非(?:政府)?信息公开")
_TRAILING = re.compile(
    r"(?:(?:20\d\d年|本年度?|全年|年度|截至.{0,8}|今年|期间|一年来?|共计?|总计|合计|累计|分别|依法|及时|按时|按期|已|均|也|还|又|再|新|直接|并|对外|另|实际|妥善|规范|认真|严格|可|能|有效|书面|,|:)+)$"
)
_REGION = re.compile(r"全(?:省|市|区|县|州|旗|盟|镇|乡)(?:各|范围|上下|共|$)?")
_OWN = re.compile(
    r"(?:我|本|全)(?:省|市|区|县|州|旗|盟|镇|乡|街道|局|委|办|厅|院|处|所|站|队|机关|单位|部门|中心|系统|级|园区|开发区|校)"
    r"|(?:局|厅|委|办|政府|镇|街道)机关|本级|自身|党政办|各级|各(?:部门|单位|地|镇|乡|街道|行政机关|科室)|行政机关$|^(?:机关|单位)$"
)
_NAME = re.compile(
    r"[\u4e00-\u9fff]{1,24}?(?:局|委员会|管委会|委|厅|办公室|(?<![未应待承经督交代])办|人民政府|政府|镇|乡|街道|办事处|县|区|市|院|中心|部门|单位|机关|处|站|所|"
    r"学校|大学|学院|集团|公司|窗口|平台|网站|科|队|银行|医院)$"
)
_GOVERNMENT = re.compile("政府|管委会|管理委员会|办公厅")


def agent_of(words: str, agency: str) -> Agent | None:
    """Return whose figure it is, from the words before the verb; None where they name nobody.

    Args:
        words: the phrase up to the verb, folded: 2024年全县各级行政机关共.
        agency: the report's agency; a name that can be shortened to the words is its own.
    """
    plain = _TRAILING.sub("", words)
    if _NOT_DISCLOSURE.search(words):
        return Agent.OTHER
    if _SCOPED.search(words) or (_REGION.search(plain) and agency and not _GOVERNMENT.search(agency)):
        return Agent.SCOPED
    if not plain:
        return None
    return Agent.OWN if _OWN.search(plain) else _named_agent(plain, agency)


def _named_agent(plain: str, agency: str) -> Agent:
    named = _NAME.search(_without_lead(plain))
    if named is None or not agency or is_short_for(named[0], agency):
        return Agent.OWN
    return Agent.OTHER


def _without_lead(words: str) -> str:
    """Return the words behind the last that cannot be in a name."""
    return re.split(r"[、:年月日]|其中|由|向|对|和|与|及|以来|期间", words)[-1]


def is_short_for(short: str, full: str) -> bool:
    """Tell whether a name's characters stand in another in this order: 管委会办公室, 某区管理委员会办公室."""
    rest = iter(full)
    return all(character in rest for character in short)
