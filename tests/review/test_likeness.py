from hypothesis import given
from hypothesis import strategies as st

from paitou.review.likeness import Likeness, Place, places_of
from review.plans import PLAN


def test_the_most_similar_sentence_is_found():
    likeness = Likeness(places_of(PLAN))
    found = likeness.nearest("2025年,进出口总额超过4000亿元")
    assert found.id == "s-进出口总额"


def test_what_fits_goes_before_what_is_little_more_alike():
    places = [Place("今年甲乙丙丁", 0, 6), Place("甲乙丙丁戊", 9, 14, "x")]
    likeness = Likeness(places)
    assert likeness.nearest("今年甲乙丙").id == ""
    assert likeness.nearest("年甲乙丙丁", {"x"}).id == "x"


def test_nothing_alike_is_nothing():
    assert Likeness(places_of(PLAN)).nearest("完全没有关系的话") is None
    assert Likeness(()).nearest("话") is None


@given(st.text(max_size=40), st.lists(st.text(max_size=40), max_size=5))
def test_never_raises(words, places):
    Likeness(Place(p, 0, len(p)) for p in places).nearest(words)
