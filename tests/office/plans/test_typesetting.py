"""Words as HTML."""

from __future__ import annotations

import pytest

from paitou.office.plans.typesetting import set_words


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("到2025年,全市", "到2025年<i>,</i>全市"),
        ("投入(R&D)增长", "投入<i>(</i>R&amp;D<i>)</i>增长"),
        ("责任单位:局", '责任单位<i class="half">:</i>局'),
        ("1,100万", "1,100万"),
        ("Hello, world", "Hello, world"),
        ("上午9:30", "上午9:30"),
        ("<script>'\"", "&lt;script&gt;&#x27;&quot;"),
        ("断在\n句中", "断在句中"),
        ("one\r\ntwo", "one two"),
        ("", ""),
    ],
)
def test_words_are_set(text, html):
    assert set_words(text, 0, len(text)) == html


def test_a_part_of_a_text_sees_its_neighbours():
    assert set_words("1,100", 1, 2) == ","
    assert set_words("一,二", 1, 2) == "<i>,</i>"
