import pytest

from tests.builders import a_clean_report, clean_texts
from tests.models.checks.examples import found, messages, quotes


def slips(text: str, section: str = "problems") -> list[str]:
    return messages(a_clean_report(texts={section: text}), "wording")


# ── written twice ───────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("公开的的信息准确。", "的的"),
        ("企业和和群众满意。", "和和"),
        ("解读与与文件同步。", "与与"),
        ("主要问题是是更新慢。", "是是"),
        ("以及及一些栏目。", "及及"),
        ("有关情况情况如下。", "情况情况"),
        ("积极推进信息公开工作工作，努力提高透明度。", "工作工作"),
        ("进一步进一步规范。", "进一步进一步"),
        ("及时进行进行答复。", "进行进行"),
        ("某某县人民政府人民政府办公室。", "人民政府人民政府"),
        ("2024年2024年受理6件。", "2024年2024年"),
        ("各项工作平稳有序。。下一步", "。。"),
        ("一是规范，，二是及时。", "，，"),
    ],
)
def test_what_is_written_twice_is_told(text: str, twice: str) -> None:
    assert slips(text) == [f"问题改进：“{twice}”疑有重复的字，请删去多余的"]


@pytest.mark.parametrize(
    "text",
    [
        "逐步提高，常常检查，人人知晓，层层落实，件件有着落，事事有回音。",
        "家家户户都能查到，好好答复，一一核对，一件一件办理，一个一个解释。",
        "达到规范的目的的办法，的的确确有效。",
        "总和和平均数都已核对，营造和和美美的氛围。",
        "群众参与与监督并重，关键是是否公开，以及及时答复。",
        "为了了解情况，执行行政处罚决定，公开开展评议，召开委员会会议，年年更新，2024年年底完成。",
        "政府信息信息化水平提高，政府政府信息公开专栏，信息公开工作工作机制健全，申请申请人的材料。",
        "加强平台建设，以公开促建设。有待研究研究，再作答复。",
        "某某市市场监管局、县县级部门、区区级部门均已公开。",
        "等等……——",
    ],
)
def test_real_reduplications_and_words_that_meet_are_left_alone(text: str) -> None:
    assert slips(text) == []


def test_a_slip_is_quoted_with_what_stands_around_it() -> None:
    assert quotes(a_clean_report(texts={"problems": "栏目更新的的时间较晚。"}), "wording") == ["栏目更新的的时间较晚"]


# ── half-width marks ────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text", ["全年平稳,各项工作有序。", "如下:一切正常。", "规范;及时。", "《条例》,要求。", "工作有序.\n下一步"]
)
def test_a_half_width_mark_between_chinese_characters_is_told(text: str) -> None:
    assert len(slips(text)) == 1


def test_half_width_marks_are_told_once_for_each_section() -> None:
    assert slips("全年平稳,各项工作有序,群众满意,没有投诉。") == [
        "问题改进：“全年平稳,各项工作”中的“,”是半角标点（这一部分共 3 处），请改用全角的“，”"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "收费2,230元，受理1,234件。",
        "网址https://www.example.gov.cn/a,b:c;d。",
        "电话:0517-83600000，9:00至17:00接听。",
        "邮箱xxgk@example.com。",
        "办结率99.5%，版本1.2。",
        "(一)主动公开(含解读)。",
        "依据第20条(一)项。",
    ],
)
def test_half_width_signs_in_numbers_and_addresses_are_left_alone(text: str) -> None:
    assert slips(text) == []


# ── brackets ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "mark", "partner"),
    [
        ("依据《政府信息公开条例编写。", "《", "》"),
        ("依据政府信息公开条例》编写。", "》", "《"),
        ("公开信息（含解读500条。", "（", "）"),
        ("公开信息含解读）500条。", "）", "（"),
        ("打造“一站式服务平台。", "“", "”"),
        ("国办公开办函〔202130号。", "〔", "〕"),
    ],
)
def test_a_bracket_without_its_partner_is_told(text: str, mark: str, partner: str) -> None:
    (message,) = slips(text)
    assert f"中的“{mark}”没有与它配对的“{partner}”，请补上或删去" in message


@pytest.mark.parametrize(
    "text",
    [
        "《关于印发〈格式〉的通知》（国办公开办函〔2021〕30号）（以下简称“《通知》”）。",
        "公开信息(含解读）500条。",
        "1)主动公开；2)依申请公开；a）平台建设。",
        "他说：“公开透明。\n便民利民。”",
        "【政策解读】栏目。",
    ],
)
def test_brackets_in_pairs_and_list_numbers_are_left_alone(text: str) -> None:
    assert slips(text) == []


def test_brackets_far_apart_are_no_pair() -> None:
    assert len(slips("公开信息（含解读。\n一、\n二、\n三、\n共500条）。")) == 2


# ── all of them ─────────────────────────────────────────────────────────


def test_the_clean_texts_are_clean() -> None:
    assert not found(a_clean_report(), "wording")


def test_slips_come_in_reading_order_with_their_places() -> None:
    text = "公开的的信息,准确（及时。"
    findings = found(a_clean_report(texts={"problems": text}), "wording")
    assert [text[each.start : each.start + len(each.quote or "")] for each in findings if each.start is not None] == [
        each.quote for each in findings
    ]
    assert [each.start for each in findings] == sorted(each.start or 0 for each in findings)


def test_a_text_full_of_slips_is_told_in_part() -> None:
    assert len(slips("（" * 500)) == 50


def test_every_section_is_looked_through() -> None:
    report = a_clean_report(texts={key: f"{text}\n其他的的。" for key, text in clean_texts().items()})
    assert [finding.section for finding in found(report, "wording")] == list(clean_texts())
