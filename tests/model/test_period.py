import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import Period, PeriodKind


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024", "2024"),
        (" 2024年度 ", "2024"),
        ("2024Q2", "2024Q2"),
        ("2024年第二季度", "2024Q2"),
        ("2024年3季度", "2024Q3"),
        ("2024H1", "2024H1"),
        ("2024年下半年", "2024H2"),
        ("2024-06", "2024-06"),
        ("2024年6月底", "2024-06"),
        ("2023-2025", "2023-2025"),
        ("2023—2025年", "2023-2025"),
        ("2023-2023", "2023"),
    ],
)
def test_periods_as_people_write_them(written, meant):
    assert str(Period.parse(written)) == meant


@pytest.mark.parametrize(
    "written", ["", "今年", "24年", "2024-13", "2024-00", "2024Q5", "2025-2023"]
)
def test_what_is_no_period(written):
    with pytest.raises(ValueError, match=r"“|起止"):
        Period.parse(written)


@given(st.integers(1900, 2100), st.sampled_from(list(PeriodKind)), st.integers(1, 12))
def test_what_is_written_is_read_back(year, kind, part):
    most = {PeriodKind.HALF: 2, PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}
    if kind in most:
        period = Period(year, min(part, most[kind]), year, kind)
    else:
        period = Period.of_years(year, year + (part if kind is PeriodKind.SPAN else 0))
    assert Period.parse(str(period)) == period


@given(st.text(max_size=12))
def test_nothing_but_a_value_error(text):
    try:
        Period.parse(text)
    except ValueError:
        return
