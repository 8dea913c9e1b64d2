import pytest

from paitou.report.breakdown.dates import read_due, split_due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2025年底前", "2025"),
        ("2025年12月底", "2025-12"),
        ("2025.12", "2025-12"),
        ("２０２５年６月", "2025-06"),
        ("2024年第二季度", "2024Q2"),
        ("2024年上半年", "2024H1"),
        ("2025-12-31", "2025-12-31"),
        ("2025-12-31 09:00", "2025-12-31"),
        ("2023年6月30日前", "2023-06-30"),
    ],
)
def test_times_as_offices_write_them(text, due):
    assert str(read_due(text)) == due


def test_what_follows_the_time_is_what_is_due():
    due, what = split_due(" 2024年6月底前：完成可研批复 ")
    assert (str(due), what) == ("2024-06", "完成可研批复")


@pytest.mark.parametrize(
    "text", ["长期", "6月底", "2023年13月", "2023年2月30日", "20250101", ""]
)
def test_what_is_no_time_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        read_due(text)
