from pathlib import Path

import pytest

from models.checks.check import Group
from models.checks.requirements import NO_REQUIREMENTS, Requirements, SectionRequirement, read_requirements
from models.errors import InputRefusal
from models.finding import Severity
from models.form_file import current_form
from models.report import Report
from tests.builders import a_clean_report, third_form

EXAMPLE = Path(__file__).parents[3] / "resources" / "requirements" / "example.toml"


def unmet(report: Report, section: str = "总体情况", **wanted: object) -> list[str]:
    requirement = SectionRequirement(section, **wanted)  # type: ignore[arg-type]
    return [finding.message for finding in Requirements("市里的要求", (requirement,)).check().find(report)]


def overview(text: str) -> Report:
    return a_clean_report(texts={"overview": text})


def refusal(tmp_path: Path, toml: str | bytes) -> str:
    path = tmp_path / "要求.toml"
    path.write_bytes(toml.encode() if isinstance(toml, str) else toml)
    with pytest.raises(InputRefusal) as raised:
        read_requirements(path, current_form())
    return str(raised.value)


# ── what is asked ───────────────────────────────────────────────────────


def test_a_text_that_is_too_long_is_told_with_its_length() -> None:
    assert unmet(overview("字" * 12 + " \n　"), longest=10) == [
        "总体情况有 12 字，“市里的要求”限 10 字，多 2 字，请压缩"
    ]


def test_a_text_that_is_too_short_is_told_with_its_length() -> None:
    assert unmet(overview("字" * 8), shortest=10) == ["总体情况有 8 字，“市里的要求”要求不少于 10 字，请补充"]


def test_a_missing_phrase_is_told() -> None:
    assert unmet(overview("工作平稳。"), required=("社会评议|群众评议",)) == [
        "总体情况没有写到“社会评议”或“群众评议”，“市里的要求”要求写明，请补写"
    ]


def test_a_forbidden_phrase_is_told_wherever_it_stands() -> None:
    finding, other = (
        Requirements("要求", (SectionRequirement("总体情况", forbidden=("圆满",)),))
        .check()
        .find(overview("圆满完成，十分圆满。"))
    )
    assert (finding.start, finding.quote, other.start) == (0, "圆满", 7)
    assert finding.message == "总体情况：写有“圆满”，“要求”要求不写，请改写"


@pytest.mark.parametrize(
    "wanted",
    [
        {"longest": 10},
        {"shortest": 10},
        {"required": ("评议|字字", "字")},
        {"forbidden": ("圆满",)},
        {},
    ],
)
def test_a_text_that_meets_its_requirements_is_well(wanted: dict[str, object]) -> None:
    assert not unmet(overview("字" * 10), **wanted)


@pytest.mark.parametrize("section", ["总体情况", "一、总体情况", "overview"])
def test_a_section_is_known_by_its_name_its_title_and_its_key(section: str) -> None:
    assert unmet(overview("字"), section, shortest=2)


def test_a_section_that_another_form_lacks_is_left_alone() -> None:
    assert not unmet(Report(third_form()), "总体情况", shortest=2)


def test_requirements_are_a_check_of_the_wording() -> None:
    check = Requirements("市里的要求", (SectionRequirement("总体情况"),)).check()
    assert (check.name, check.severity, check.group) == ("市里的要求", Severity.WARNING, Group.WORDING)


def test_nothing_is_asked_where_there_are_no_requirements() -> None:
    assert not list(NO_REQUIREMENTS.check().find(a_clean_report()))


# ── the file ────────────────────────────────────────────────────────────


def test_the_example_that_ships_is_sound() -> None:
    requirements = read_requirements(EXAMPLE, current_form())
    assert requirements.name == "某某市年度报告编制要求"
    assert requirements.sections[0] == SectionRequirement(
        "总体情况", 1000, 300, ("工作考核|考核", "社会评议", "责任追究")
    )
    assert [each.section for each in requirements.sections] == ["总体情况", "问题改进", "其他事项"]


def test_every_mistake_is_told_at_once_in_chinese(tmp_path: Path) -> None:
    toml = """
name = 1
[[sections]]
section = "概况"
longst = 5
[[sections]]
section = "总体情况"
longest = "很长"
required = "社会评议"
[[sections]]
section = "总体情况"
longest = 10
shortest = 20
forbidden = ["|"]
"""
    assert refusal(tmp_path, toml) == (
        "本地要求文件“要求.toml”有 7 处不对：name 应是写在引号里的文字，不能空着；"
        "第 1 段的 longst 这里没有这一项，请检查拼写；"
        "第 1 段的 section 没有叫“概况”的文字部分，可写：标题与前言、总体情况、问题改进、其他事项；"
        "第 2 段的 longest 应是不小于 0 的整数；"
        '第 2 段的 required 应是文字的列表，例如 ["社会评议", "责任追究"]；'
        "第 3 段的 forbidden 有空的词语；第 3 段的 longest 最多 10 字少于最少 20 字。请改正后再用"
    )


@pytest.mark.parametrize(
    ("toml", "mistake"),
    [
        ("", "name 应是写在引号里的文字，不能空着；sections 应写成两层方括号开头的段落，至少一段"),
        ('name = "甲"\nname = "乙"\n', "有 1 处不对：第 2 行第 11 列不合 TOML 的写法。"),
        ('name = "甲', "到末尾还不完整，有引号或括号没有写完"),
        ('name = "甲"\nsections = [1]', "sections 应写成两层方括号开头的段落，至少一段"),
        ("名".encode("gb18030") + b"\xff", "它不是 UTF-8 编码的文本"),
    ],
)
def test_a_file_that_is_no_declaration_is_refused(tmp_path: Path, toml: str | bytes, mistake: str) -> None:
    assert mistake in refusal(tmp_path, toml)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefusal, match=r"本地要求文件“无\.toml”打不开"):
        read_requirements(tmp_path / "无.toml", current_form())


def test_nothing_is_left_beside_an_office_s_file(tmp_path: Path) -> None:
    path = tmp_path / "要求.toml"
    path.write_bytes(EXAMPLE.read_bytes())
    read_requirements(path, current_form())
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
