"""A form of a few lines, to be bent in tests of what a declaration may say."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from models.form import Form
from models.form_file import read_form

# properties are about results; how fast a loaded machine draws the examples is no finding
settings.register_profile("patient", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

_TINY = """
key = "tiny"
name = "小格式"
basis = "虚构〔2030〕2号"
title = "{year}年小报告"

[[sections]]
key = "stock"
name = "馆藏"
title = "一、馆藏"
content = "table"

[[tables]]
key = "stock"
name = "表一"
widths = [2, 1, 1, 1]

[[tables.bands]]
corner = { label = "门类" }
columns = [
  { key = "bought", label = "购入" },
  { key = "lost", label = "遗失" },
  { key = "net", label = "净增", kind = "change" },
]
rows = [{ key = "books", label = "图书" }, { key = "maps", label = "地图" }]

[[tables.row_sums]]
column = "net"
of = ["bought", "-lost"]

[[tables.balances]]
left = ["books", "-maps"]
right = ["maps"]
columns = ["bought"]
"""


@pytest.fixture
def tiny() -> str:
    return _TINY


@pytest.fixture
def form_from(tmp_path: Path) -> Callable[[str], Form]:
    def read(toml: str) -> Form:
        path = tmp_path / "tiny.toml"
        path.write_text(toml, encoding="utf-8")
        return read_form(path)

    return read
