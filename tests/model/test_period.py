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
        ("2025M10", "2025-10"),
        ("2025年10月末", "2025-10"),
        ("2025Q1-Q3", "2025M01-09"),
        ("2025年前三季度", "2025M01-09"),
        ("2025年一至三季度", "2025M01-09"),
        ("2022M01-07", "2022M01-07"),
        ("2022年1—7月", "2022M01-07"),
        ("2022年1-7月累计", "2022M01-07"),
        ("2022年前11个月", "2022M01-11"),
        ("2022年1—3月", "2022Q1"),
        ("2022M01-06", "2022H1"),
        ("2022年1—12月", "2022"),
        ("2022年末", "2022"),
    ],
)
def test_periods_as_people_write_them(written, meant):
    assert str(Period.parse(written)) == meant


@pytest.mark.parametrize(
    "written",
    ["", "今年", "24年", "2024-13", "2024-00", "2024Q5", "2025-2023", "2024年1—13月"],
)
def test_what_is_no_period(written):
    with pytest.raises(ValueError, match=r"“|起止"):
        Period.parse(written)


@given(st.integers(1900, 2100), st.sampled_from(list(PeriodKind)), st.integers(1, 12))
def test_what_is_written_is_read_back(year, kind, part):
    most = {PeriodKind.HALF: 2, PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}
    if kind is PeriodKind.TO_DATE:
        period = Period.to_date(year, part)
    elif kind in most:
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


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_the_label_is_read_back(year, month):
    for period in (Period.to_date(year, month), Period.of_years(year, year + month)):
        assert Period.parse(period.label) == period


@pytest.mark.parametrize(
    ("written", "months", "last_day", "from_january"),
    [
        ("2024", 12, "2024-12-31", True),
        ("2024H2", 6, "2024-12-31", False),
        ("2024Q1", 3, "2024-03-31", True),
        ("2024-02", 1, "2024-02-29", False),
        ("2024M01-11", 11, "2024-11-30", True),
        ("2023-2025", 36, "2025-12-31", False),
    ],
)
def test_how_long_a_period_is(written, months, last_day, from_january):
    period = Period.parse(written)
    assert (period.months, str(period.last_day)) == (months, last_day)
    assert period.is_from_january is from_january


def test_the_same_part_of_another_year():
    assert Period.parse("2024Q3").shifted(-1) == Period.parse("2023Q3")
    assert Period.parse("2023-2025").shifted(1) == Period.parse("2024-2026")
