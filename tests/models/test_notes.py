"""What is counted under each label, told to the clerk; data of the form, and nothing depends on it."""

import pytest

from models.form import Form
from models.form_file import known_forms
from tests.builders import third_form

LONGEST = 90
"""Characters that a clerk reads at one glance."""


@pytest.mark.parametrize("form", known_forms().values(), ids=lambda form: form.key)
def test_every_cell_of_the_statutory_forms_says_what_it_counts(form: Form) -> None:
    assert [name for name, cell in form.cells.items() if not cell.noted] == []


@pytest.mark.parametrize("form", known_forms().values(), ids=lambda form: form.key)
def test_every_note_is_a_short_sentence(form: Form) -> None:
    notes = {label.note for cell in form.cells.values() for label in cell.noted}
    assert [note for note in notes if not note.endswith("。") or len(note) > LONGEST] == []


def test_the_narrowest_label_comes_first() -> None:
    cell = known_forms()["zfxxgk-2021"].cells["requests/refused.state_secret/commercial"]
    names = [label.name for label in cell.noted]
    assert names == ["1.属于国家秘密", "（三）不予公开", "三、本年度办理结果", "商业企业", "申请人情况"]


def test_a_form_without_notes_is_as_good() -> None:
    assert not any(cell.noted for cell in third_form().cells.values())
