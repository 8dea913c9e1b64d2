from paitou.model import Span


def test_a_span_covers_its_words():
    assert Span(1, 3).of("甲乙丙丁") == "乙丙"
    assert Span(2, 2).of("甲乙丙丁") == ""


def test_overlap_and_cover_are_half_open():
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert Span(0, 3).covers(Span(1, 3))
    assert not Span(0, 3).covers(Span(1, 4))
