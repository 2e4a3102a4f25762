"""The manual tells of everything a clerk can meet."""

import re
from pathlib import Path

import pytest

from models.checks import CHECKS, Check

CHECKS_PAGE = Path(__file__).parent.parent / "resources" / "manual" / "checks.md"


def entry_of(check: Check) -> str:
    """Return what the manual says of a check, from its heading to the next."""
    text = CHECKS_PAGE.read_text(encoding="utf-8")
    group = re.search(rf"^## {check.group}$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    found = re.search(rf"^### {check.name}$(.*?)(?=^##|\Z)", group[1] if group else "", re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_the_manual_explains_every_check_with_both_examples(check: Check) -> None:
    entry = entry_of(check)
    assert "级别：" in entry
    assert "- 相符：" in entry
    assert "- 不符：" in entry
