from paitou.tracking.reconcile.eras import Eras

TEXT = """过去一年，粮食丰收。新建公路30公里。
五年来，我们加快建设。新建公路200公里。
2025年，经济回升。新建公路40公里。"""


def test_the_last_turn_before_a_place_governs_it():
    eras = Eras.of(TEXT)
    places = [TEXT.index(words) for words in ("30公里", "200公里", "40公里")]
    assert [eras.are_many(place) for place in places] == [False, True, False]


def test_without_a_turn_nothing_is_known():
    assert Eras.of("新建公路30公里。连续五年增长。").are_many(8) is None
