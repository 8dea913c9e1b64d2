import pytest

from paitou.office.cases.numbering import next_number


@pytest.mark.django_db
def test_each_series_counts_by_year():
    made = [next_number("督办", 2026), next_number("督办", 2026), next_number("督办", 2027)]
    assert made == ["督办〔2026〕1号", "督办〔2026〕2号", "督办〔2027〕1号"]
