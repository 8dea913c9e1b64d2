from figures.made import figure, ledger
from paitou.figures.checks import check_figures
from paitou.indicators import standard
from paitou.model import Level

TRUE = ("110.27", "112.57", "114.4", "115.06", "117.07")


def rows(first, values, source):
    return [
        figure("常住人口", first + place, value, source=source)
        for place, value in enumerate(values)
    ]


def hints(*figures):
    found = check_figures(ledger(*figures), standard())
    return [issue for issue in found if issue.code == "figure-series-shifted"]


def test_a_series_that_is_anothers_a_year_late_is_hinted_at() -> None:
    one, late = rows(2018, TRUE, "年鉴"), rows(2019, TRUE, "网页")
    (issue,) = hints(*one, *late)
    assert issue.level in (Level.WARNING, Level.HINT)
    assert one[0].where in issue.message
    assert late[0].where in issue.message


def test_one_exact_value_is_enough_where_the_same_year_differs() -> None:
    late = rows(2019, TRUE, "网页")
    assert len(hints(figure("常住人口", 2022, "117.07", source="公报"), *late)) == 1


def test_sources_that_agree_in_a_year_are_not_shifted() -> None:
    same = figure("常住人口", 2022, "115.06", source="公报")
    assert hints(same, *rows(2019, TRUE, "网页")) == []


def test_what_returns_by_chance_is_no_shift() -> None:
    late = rows(2019, ("100", "100", "120"), "网页")
    assert hints(figure("常住人口", 2020, 120, source="公报"), *late) == []
    flat = rows(2019, ("868.0",) * 3, "网页"), rows(2019, ("868.0",) * 3, "公报")
    assert hints(*flat[0], *flat[1]) == []
