import pytest

from figures.made import CITY, DISTRICTS, PLACES, PROVINCE
from paitou.figures import Places
from paitou.model import Org


def test_every_wording_of_the_whole_is_one_key() -> None:
    assert {PLACES.key(word) for word in ("", "全市", "合计", "昆明市")} == {CITY}
    assert PLACES.whole == CITY
    assert Places.of(()).name("") == "全市"


def test_a_place_is_known_by_code_name_and_alias() -> None:
    places = Places.of(
        [Org(code="530102", name="五华区", kind="county", aliases=("五华",))]
    )
    assert {places.key(word) for word in ("530102", "五华区", "五华")} == {"530102"}
    assert places.key("官渡区") == "官渡区"
    assert places.name("530102") == "五华区"
    assert places.org("x") is None


def test_without_a_city_the_title_names_the_whole() -> None:
    places = Places.of((), "昆明市大竞赛行动方案")
    assert places.key("昆明市") == places.key("昆明") == places.key("全市") == ""
    assert places.key("五华区") == "五华区"


def test_the_districts_add_up_and_nothing_else_does() -> None:
    assert PLACES.summands(CITY) == DISTRICTS
    assert PLACES.summands(DISTRICTS[0]) == ()
    assert PLACES.summands("没有") == ()


def test_a_province_has_other_parts_that_nobody_named() -> None:
    assert PLACES.summands(PROVINCE) == ()


@pytest.mark.parametrize("parent", ["", "530100", "昆明市"])
def test_an_area_without_a_parent_is_of_the_whole(parent) -> None:
    city = Org(code="530100", name="昆明市", kind="city")
    places = Places.of([city, Org(code="a", name="五华区", kind="county", parent=parent)])
    assert places.summands("530100") == ("a",)
    assert places.above("a") == ("530100",)


def test_departments_are_parts_where_there_are_no_areas() -> None:
    city = Org(code="c", name="昆明市", kind="city")
    bureau = Org(code="d", name="商务局", kind="department", parent="c")
    assert Places.of([city, bureau]).summands("c") == ("d",)


def test_the_nearest_above_comes_first() -> None:
    assert PLACES.above(DISTRICTS[0]) == (CITY, PROVINCE)
    assert PLACES.above("高新区") == ()
    assert PLACES.above("没有") == ()


def test_parents_in_a_circle_end() -> None:
    ring = [Org(code=a, name=a, kind="county", parent=b) for a, b in ("ab", "bc", "ca")]
    places = Places.of(ring)
    assert places.above("a") == ("b", "c")
    assert places.summands("a") in {(), ("c",)}
