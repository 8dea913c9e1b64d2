from hypothesis import given
from hypothesis import strategies as st

from figures.made import CITY, DISTRICTS, figure, ledger
from paitou.figures.checks import check_figures
from paitou.indicators import standard
from paitou.model import Figure, FigureState

FIGURES = st.lists(
    st.builds(
        lambda name, period, org, value, state: figure(
            name, period, value, org=org, state=state
        ),
        st.sampled_from(
            ["地区生产总值", "服务业增加值", "三产占比", "常住人口", "城镇化率"]
        ),
        st.sampled_from(["2021", "2022", "2023", "2023Q1", "2023H1"]),
        st.sampled_from([CITY, *DISTRICTS]),
        st.integers(0, 200),
        st.sampled_from(sorted(FigureState)),
    ),
    max_size=14,
)


@given(FIGURES, st.randoms())
def test_the_order_of_rows_does_not_matter(figures, order) -> None:
    shuffled = list(figures)
    order.shuffle(shuffled)
    catalogue = standard()
    found = check_figures(ledger(*figures), catalogue)
    assert check_figures(ledger(*shuffled), catalogue) == found


@given(FIGURES)
def test_every_issue_says_where_and_what_to_do(figures: list[Figure]) -> None:
    for issue in check_figures(ledger(*figures), standard()):
        assert issue.where
        assert issue.remedy
        assert "（a.csv 第" in issue.message
        assert "\n" not in issue.message


def test_one_fault_hides_no_other() -> None:
    figures = [
        figure("城镇化率", 2023, 823),
        figure("社零", "2023H1", 9),
        figure("社零", 2023, 7),
        figure("地区生产总值", 2023, 1),
        figure("地区生产总值", 2023, 2),
        figure("工业增加值", 2023, 5),
    ]
    codes = {issue.code for issue in check_figures(ledger(*figures), standard())}
    assert codes == {
        "figure-share-out-of-range",
        "figure-cumulative-falls",
        "figure-vintages-disagree",
        "figure-part-exceeds",
    }


def test_kunming(kunming_ledger) -> None:
    found = check_figures(kunming_ledger, standard())
    assert not any(issue.code == "figure-sum-differs" for issue in found)
    words = "".join(issue.message for issue in found)
    assert "846.0088万人" in words
    assert "31.56亿元" in words
    assert "99.73%" not in words
    (shifted,) = [each for each in found if each.code == "figure-series-shifted"]
    assert "五华区2023年常住人口117.9万人" in shifted.message
