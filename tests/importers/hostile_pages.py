"""Saved web pages and plain texts made to exhaust time or memory in the comparing with a form."""

from collections.abc import Callable

_TITLES = "<p>一、总体情况</p><p>六、其他需要报告的事项</p>"
_HEADER = "<tr><td>信息内容<td>本年制发件数<td>本年废止件数"


def _page(body: str) -> bytes:
    return f"<html><body>{_TITLES}{body}".encode()


def _text(*lines: str) -> bytes:
    return "\n".join(("一、总体情况", "六、其他需要报告的事项", *lines)).encode()


PAGES: dict[str, Callable[[], bytes]] = {
    "600 tables in each other": lambda: _page("<table><tr><td>甲<td>乙" * 600),
    "5,000 elements in each other": lambda: _page("<div>" * 5000),
    "a paragraph of 10 MB": lambda: _page("<p>" + "甲" * 3_500_000),
    "100,000 cells": lambda: _page("<table>" + ("<tr>" + "<td>1" * 20) * 4900),
    "19,000 tables": lambda: _page("<table><tr><td>1<td>2<td>3</table>" * 19_000),
    "20,000 times a header": lambda: _page(f"<table>{_HEADER * 20_000}"),
    "2,900 different labels": lambda: _page(
        "<table>" + "".join(f"<tr><td>行政许可{number}处理决定<td>1" for number in range(2900))
    ),
    "spans over each other": lambda: _page("<table>" + ("<tr>" + "<td rowspan=60000 colspan=60>1" * 4) * 1000),
    "45,000 paragraphs": lambda: _page("<p>一、甲</p>" * 45_000),
    "90,000 lines": lambda: _page("一、<br>" * 90_000),
    "a name of 7 MB": lambda: _page(f"<p title='{'A' * 7 * 2**20}'>甲"),
    "a text of 9,900 titles": lambda: _text(*["一、总体情况"] * 9_900),
    "a text of 9,900 figures": lambda: _text(*["0"] * 9_900),
    "a text of 4,900 rows": lambda: _text(*["规章", "0"] * 4_900),
    "a text of 2,900 different labels": lambda: _text(*(f"行政许可{number}处理决定" for number in range(2900)), "0"),
    "a text of 1,000 different rows": lambda: _text(
        *(line for number in range(1000) for line in (f"行政许可{number}", "1", "3"))
    ),
    "a text of 60 MB": lambda: _text("甲" * 20_000_000),
    "a text without line ends": lambda: _text("一、" * 600_000),
}
