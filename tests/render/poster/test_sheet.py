import attrs
import pytest

from paitou.render.poster.sheet import SHEETS, Size


def test_the_big_sheet_can_be_read_from_three_metres():
    least = attrs.asdict(SHEETS[Size.BIG].least)
    assert min(least.values()) >= 36
    assert min(least["heading"], least["title"], least["number"]) >= 90


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("share", [1, 0.9, 0.5, 0])
def test_nothing_shrinks_below_the_least(size, share):
    sheet = SHEETS[size]
    shrunk, least = attrs.asdict(sheet.shrunk(share)), attrs.asdict(sheet.least)
    assert all(shrunk[name] >= least[name] for name in least)


@pytest.mark.parametrize("size", Size)
def test_a_chart_as_wide_as_the_sheet_is_no_smaller_than_its_words(size):
    from paitou.render.charts.theme import FACES, Medium
    from paitou.render.poster.sheet import MM

    face, sheet = FACES[Medium.POSTER], SHEETS[size]
    points = face.small * sheet.text_width / face.width / MM
    assert points >= sheet.least.small - 0.1
