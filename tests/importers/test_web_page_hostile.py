"""Pages that are made to take long are read in seconds."""

import pytest

from importers.web_page import read_web_page

HOSTILE = {
    "entities": '<!DOCTYPE html [<!ENTITY a "甲甲"><!ENTITY b "&a;&a;">]><p>&b;',
    "deep tables": "<table><tr><td>甲<td>乙" * 600,
    "long paragraph": "<p>" + "甲" * 3_500_000,
    "many cells": "<table>" + ("<tr>" + "<td>1" * 30) * 3000,
    "white space": "<p>甲" + " \n" * 2_000_000 + "乙",
    "control characters": "<p>一、\0\x01甲&#0;&#x1f;&#xd800;",
    "spans": "<table>" + ("<tr>" + "<td rowspan=60000 colspan=60>1" * 4) * 1000,
}


@pytest.mark.timeout(10)
@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_read_in_seconds(page: str) -> None:
    assert len(read_web_page(page.encode(), "年报.html").blocks) < 10_000
