import json

import pytest

from paitou.render.poster.marks import Plot, Words, moved, record_of


def test_a_record_is_plain_and_says_its_kind():
    mark = Words(text="甲", x=1 / 3, y=2, room=3, size=46, fill="#000000")
    record = record_of(moved(mark, 10))
    assert (record["kind"], record["x"], record["y"]) == ("words", 0.333, 12)
    assert json.loads(json.dumps(record)) == record


def test_a_plot_is_drawn_when_it_is_recorded(chart):
    pytest.importorskip("vl_convert", reason="vl-convert is not installed")
    record = record_of(Plot(spec=chart.spec, x=0, y=0, wide=720))
    assert record["kind"] == "drawing"
    assert record["svg"].startswith("<svg")
    assert "充电桩" in record["told"]
