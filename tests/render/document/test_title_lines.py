"""Tests of how a title is broken into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.render.document import title_lines


def test_a_short_title_is_one_line():
    assert title_lines(("终期评估报告",), 20) == ("终期评估报告",)


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        (
            ("昆明市当好排头兵三年行动方案", "目标衔接平衡分析"),
            ("昆明市当好排头兵三年行动方案", "目标衔接平衡分析"),
        ),
        (
            ("关于《云泽市产业强基三年行动方案》2025年第三季度落实情况的通报",),
            ("关于《云泽市产业强基三年行动方案》", "2025年第三季度落实情况的通报"),
        ),
        (
            ("关于进一步做好全市经济社会高质量发展重点任务落实情况的通报",),
            ("关于进一步做好", "全市经济社会高质量发展重点任务落实情况的通报"),
        ),
    ],
)
def test_no_word_is_broken(pieces, lines):
    found = title_lines(pieces, 20)
    assert "".join(found) == "".join(lines)
    assert all(not line.startswith(("的", "》", "，")) for line in found)
    if max(map(len, lines)) <= 20:
        assert found == lines


def test_numbers_stay_whole():
    found = title_lines(("云泽市人民政府关于印发云泽市2024—2026年工业发展规划的通知",), 20)
    assert any("2024—2026年" in line for line in found)


@given(st.lists(st.text("市年的2《》报告目标云", min_size=1, max_size=40), min_size=1))
def test_nothing_is_lost_and_no_line_is_too_long(pieces):
    found = title_lines(tuple(pieces[:6]), 20)
    assert "".join(found) == "".join(pieces[:6])
    assert all(len(line) <= 40 for line in found)
