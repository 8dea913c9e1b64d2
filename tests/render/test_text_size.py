import pytest

from paitou.render.text_size import line_count


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("", 10, 1),
        ("产业振兴", 4, 1),
        ("产业振兴工程", 4, 2),
        ("一行\n两行", 10, 2),
        ("GDP2025", 10, 1),
        ("到2025年达到", 5, 2),
        ("甲" * 100, 10, 10),
        ("a" * 1000, 10, 59),
        ("甲", 0.5, 1),
    ],
)
def test_lines(text, ems, lines):
    assert line_count(text, ems) == lines


def test_closing_marks_stay_with_the_character_before():
    assert line_count("产业振兴，产业发", 4) == 3
    assert line_count("产业振兴产业发展", 4) == 2


def test_hostile_text_ends_quickly():
    assert line_count("(" * 50_000, 10) >= 1
    assert line_count("，" * 50_000, 10) >= 1
