from hypothesis import given
from hypothesis import strategies as st

from paitou.render.charts.hatching import hatched

SIDE = st.floats(0.1, 300)


@given(st.floats(-50, 500), SIDE, SIDE, st.sampled_from([1, -1]))
def test_lines_stay_inside_at_45_degrees(left, wide, tall, slope):
    for (x, x2), (y, y2) in hatched((left, left + wide), (10, 10 + tall), slope, 5):
        assert left - 1e-6 <= x < x2 <= left + wide + 1e-6
        assert 10 - 1e-6 <= min(y, y2) <= max(y, y2) <= 10 + tall + 1e-6
        assert abs((x2 - x) + slope * (y2 - y)) < 1e-6
