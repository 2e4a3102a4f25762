"""PDF files written by hand: what becomes a paragraph, a table, a remark, and what is refused."""

import logging
import zlib
from pathlib import Path

import pytest

from importers.blocks import Paragraph
from importers.pdf import read_pdf
from importers.pdf_file import SafeDocument
from importers.pdf_page import pages_of
from importers.reader import read_report
from models.errors import InputRefusal
from tests.importers.documents import save
from tests.importers.pdf_writing import (
    FULL_LINE,
    HEIGHT,
    INDENT,
    LEFT,
    SENTENCE,
    SENTENCES,
    blocks_of,
    pdf,
    remarks_on,
    stream,
    text,
    written,
)


def refusal_of(content: bytes) -> str:
    with pytest.raises(InputRefusal) as refusal:
        read_pdf(content, "年报.pdf")
    return str(refusal.value)


def nameless(words: str) -> str:
    """Return words of which the file does not say what they are."""
    return text(80, 300, words).replace("/F1", "/F2")


# ── paragraphs ──────────────────────────────────────────────────────────


def test_lines_of_a_paragraph_are_joined() -> None:
    words = SENTENCE * 3
    assert blocks_of(written(words) + written(SENTENCE, 300)) == [words, SENTENCE]


def test_an_indented_line_begins_a_paragraph_although_the_line_before_is_full() -> None:
    first = "全" * (FULL_LINE - 2)
    assert blocks_of(written(first) + written(SENTENCE * 2, 128)) == [first, SENTENCE * 2]


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    page = text(LEFT, 100, "地址在甲路一号。") + text(LEFT, 128, "电话是一二三四。") + written(SENTENCE * 2, 156)
    assert blocks_of(page)[:2] == ["地址在甲路一号。", "电话是一二三四。"]


def test_centred_lines_are_paragraphs_of_their_own() -> None:
    page = text(200, 80, "某某市人民政府", 22) + text(156, 112, "年度工作报告的全称", 22) + written(SENTENCE * 2, 160)
    assert blocks_of(page)[:2] == ["某某市人民政府", "年度工作报告的全称"]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    words = "首" * (FULL_LINE - 2) + SENTENCE
    head, tail = words[: FULL_LINE - 2], words[FULL_LINE - 2 :]
    full = written(SENTENCE * 4, 200)
    assert words in blocks_of(full + text(INDENT, 760, head), written(tail, 80, LEFT) + full)


def test_signature_and_date_stay_apart() -> None:
    page = written(SENTENCE * 3) + text(400, 300, "某某市档案馆") + text(384, 328, "2025年1月9日")
    assert blocks_of(page)[1:] == ["某某市档案馆", "2025年1月9日"]


def test_gaps_between_chinese_and_digits_are_no_spaces_but_gaps_between_latin_words_are() -> None:
    page = (
        text(80, 100, "共") + text(101, 100, "12") + text(122, 100, "件") + text(140, 100, "in") + text(164, 100, "all")
    )
    assert blocks_of(page + written(SENTENCE, 150)) == ["共12件in all", SENTENCE]


def test_a_word_broken_at_the_end_of_a_line_gets_its_space_back_and_an_address_does_not() -> None:
    one = "字" * 25 + "open"
    other = "字" * 21 + "www.exam"
    page = text(LEFT, 100, one) + text(LEFT, 128, "data。") + text(LEFT, 200, other) + text(LEFT, 228, "ple.cn。")
    assert blocks_of(page) == [f"{one} data。", f"{other}ple.cn。"]


def test_characters_drawn_twice_to_look_bold_are_read_once() -> None:
    bold = "".join(text(80 + shift, 100, "总体情况") for shift in (0, 0.4))
    assert blocks_of(bold + written(SENTENCE, 150))[0] == "总体情况"


def test_radicals_become_characters_and_other_characters_stay() -> None:
    assert blocks_of(written("⼈⺠政府２０２４⻓效机制，①公开（１）。")) == ["人民政府２０２４长效机制，①公开（１）。"]


def test_mirrored_margins_are_known_from_odd_and_even_pages() -> None:
    pages = [written(words * 2) for words in SENTENCES]
    pages[1::2] = [page.replace(" 80 ", " 50 ").replace(" 112 ", " 82 ") for page in pages[1::2]]
    assert blocks_of(*pages) == [words * 2 for words in SENTENCES]


def test_text_of_a_font_for_vertical_writing_is_read_downwards() -> None:
    words = "竖排文字"
    content = pdf(written(SENTENCE) + text(300, 400, words)).replace(b"UniGB-UCS2-H", b"UniGB-UCS2-V")
    glyphs = [glyph for page in pages_of(SafeDocument(content)) for glyph in page.glyphs if glyph.text in words]
    assert [glyph.text for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline)] == list(words)


def test_instructions_may_be_packed_with_a_predictor() -> None:
    rows = [written(SENTENCE).encode()[start : start + 64].ljust(64) for start in range(0, 999, 64)]
    packed = zlib.compress(b"".join(b"\0" + row for row in rows))
    entries = "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 64>>"
    content = pdf(text(80, 400, "后" * 9), extra={1000: stream(packed, entries)})
    blocks = read_pdf(content.replace(b"/Contents 11 0 R", b"/Contents[1000 0 R 11 0 R]"), "年报.pdf").blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [SENTENCE, "后" * 9]


# ── running matter ──────────────────────────────────────────────────────


@pytest.mark.parametrize("form", ["— {} —", "- {} -", "{}", "第{}页 共3页", "{}/3", "－{}－", "Page {} of 3"])
def test_page_numbers_are_dropped(form: str) -> None:
    pages = [written(words) + text(280, 800, form.format(number), 12) for number, words in enumerate(SENTENCES[:3], 1)]
    assert blocks_of(*pages) == SENTENCES[:3]


def test_a_number_on_one_page_only_is_text() -> None:
    assert "37" in blocks_of(written(SENTENCE) + text(80, 500, "37"), written(SENTENCE))


def test_running_heads_are_dropped() -> None:
    pages = [text(80, 40, f"年报汇编{number}", 9) + written(words) for number, words in enumerate(SENTENCES)]
    assert blocks_of(*pages) == SENTENCES


def test_odd_and_even_running_heads_are_dropped() -> None:
    pages = [text(80, 40, "单双"[index % 2], 9) + written(words) for index, words in enumerate(SENTENCES)]
    assert blocks_of(*pages) == SENTENCES


def test_a_line_that_opens_one_page_only_is_kept() -> None:
    pages = [
        text(INDENT, 80, f"{name}页的话。") + written(words, 108)
        for name, words in zip("甲乙丙丁", SENTENCES, strict=True)
    ]
    assert blocks_of(*pages)[::2] == ["甲页的话。", "乙页的话。", "丙页的话。", "丁页的话。"]


# ── what is said or refused ─────────────────────────────────────────────


def test_rotated_text_is_left_out_and_said() -> None:
    watermark = f"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm <{'内部资料'.encode('utf-16-be').hex()}> Tj ET"
    assert blocks_of(written(SENTENCE) + watermark) == [SENTENCE]
    assert any("“内部资料”" in remark for remark in remarks_on(written(SENTENCE) + watermark))


def test_a_page_that_is_a_picture_is_said() -> None:
    picture = stream(b"\0", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")
    content = pdf(
        written(SENTENCE), f"500 0 0 {HEIGHT} 0 0 cm /P Do", resources="/XObject<</P 1000 0 R>>", extra={1000: picture}
    )
    assert read_pdf(content, "年报.pdf").remarks == ("原文件第 2 页是图片，没有可以读取的文字，请对照原文件填写",)


def test_text_recognised_in_a_scan_is_said() -> None:
    assert any("扫描后识别" in remark for remark in remarks_on(f"3 Tr {written(SENTENCE)}"))


def test_characters_without_a_meaning_are_said() -> None:
    assert any("无法识别" in remark for remark in remarks_on(written(SENTENCE) + nameless("字")))


def test_a_scan_is_refused() -> None:
    assert "扫描件" in refusal_of(pdf("q Q", text(280, 800, "- 2 -")))


def test_a_file_without_meanings_of_its_characters_is_refused() -> None:
    assert "乱码" in refusal_of(pdf(nameless("字" * 30)))


def test_a_file_that_needs_a_password_is_refused() -> None:
    encryption = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + "o" * 32 + ")/U(" + "u" * 32 + ")>>/ID[(a)(b)]"
    assert "打开密码" in refusal_of(pdf(written(SENTENCE), trailer=encryption))


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
def test_a_file_cut_off_is_refused(kept: float) -> None:
    content = pdf(*[written(SENTENCE)] * 4)
    assert "已损坏" in refusal_of(content[: int(len(content) * kept)])


def test_a_file_that_lacks_pages_is_refused() -> None:
    assert "已损坏" in refusal_of(pdf(written(SENTENCE)).replace(b"/Count 1", b"/Count 3"))


def test_a_page_whose_text_is_missing_is_said() -> None:
    content = pdf(written(SENTENCE), written(SENTENCE)).replace(b"/Contents 13 0 R", b"/Contents 99 0 R")
    assert read_pdf(content, "年报.pdf").remarks == ("原文件有损坏之处，可能有内容没有读出，请对照原文件逐项核对",)


def test_a_file_that_is_no_report_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefusal, match="没有找到年度报告"):
        read_report(save(tmp_path, pdf(written(SENTENCE)), "通知.pdf"))


def test_no_warning_reaches_the_terminal(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        read_pdf(pdf(f"{written(SENTENCE)} 1 w (a) w /None gs 5 q"), "年报.pdf")
    assert (capfd.readouterr().err, caplog.records) == ("", [])
