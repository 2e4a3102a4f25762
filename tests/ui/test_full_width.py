"""标点改为全角: the command of the menu, and what is offered about the finding."""

from models.report import Report
from models.taken_over import Span
from tests.builders import a_clean_report
from tests.windows import open_at, report_of, text_page
from ui.main_window import MainWindow

TEXT = "人手不足,培训不够;明年改进."
WIDER = "人手不足，培训不够；明年改进。"


def a_report_in_half_width() -> Report:
    return a_clean_report(texts={"problems": TEXT})


def test_the_menu_changes_the_section_in_one_step_and_the_cursor_stays(window: MainWindow) -> None:
    work = open_at(window, a_report_in_half_width(), "problems")
    text_page(window, "problems").editor.choose(Span(3, 3))
    window._actions["full_width"].trigger()
    assert report_of(window).text("problems") == WIDER
    assert text_page(window, "problems").editor.place_of_cursor() == 3
    assert work.document.undo_stack.undoText() == "改 3 处标点为全角"
    work.document.undo()
    assert report_of(window).text("problems") == TEXT


def test_where_there_is_nothing_to_change_that_is_said(window: MainWindow) -> None:
    work = open_at(window, a_clean_report(), "problems")
    said: list[str] = []
    work.document.notice.connect(said.append)
    window._actions["full_width"].trigger()
    assert said == ["这一部分没有要改的半角标点"]


def test_the_finding_offers_it_and_is_gone_then(window: MainWindow) -> None:
    work = open_at(window, a_report_in_half_width(), "problems")
    work.document.settle()
    (finding,) = work.document.findings
    (act,) = [each for each in work.commands.offers(finding) if each.text == "半角标点改全角"]
    assert act.act is not None
    act.act()
    assert report_of(window).text("problems") == WIDER
    assert not work.document.findings


def test_a_finding_about_other_slips_does_not_offer_it(window: MainWindow) -> None:
    work = open_at(window, a_clean_report(texts={"problems": "人手不足，，明年改进。"}), "problems")
    work.document.settle()
    (finding,) = work.document.findings
    assert "半角标点改全角" not in [each.text for each in work.commands.offers(finding)]
