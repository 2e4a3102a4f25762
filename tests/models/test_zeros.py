"""补零: what is blank becomes 0, and nothing else."""

from models.form_file import current_form
from models.zeros import fill_zeros
from tests.builders import a_report

ISSUED = "proactive/regulations/issued"


def test_only_blank_cells_become_0() -> None:
    report = a_report({ISSUED: "3（其中修订1件）", "proactive/licences/decisions": "/"})
    report.apply(fill_zeros(report, report.form.typed_cells))
    assert str(report.value(ISSUED)) == "3"
    assert report.remark(ISSUED) == "其中修订1件"
    assert str(report.value("proactive/licences/decisions")) == "/"
    assert report.filled_count == len(current_form().typed_cells)


def test_it_counts_the_cells_in_the_history() -> None:
    report = a_report()
    assert fill_zeros(report, report.form.table("proactive").typed_cells).label == "补零 10 格"


def test_nothing_blank_names_nothing() -> None:
    report = a_report({ISSUED: "0"})
    assert not fill_zeros(report, [ISSUED]).names
