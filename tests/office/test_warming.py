"""What is made ready before the first visitor, and that nothing hangs on it."""

from __future__ import annotations

import sys

import pytest

from paitou.office import warming

TARGET = "/plans/yunting/targets/s1/"


@pytest.fixture
def shelf(monkeypatch, tracking_client):
    from paitou.office.plans import views

    monkeypatch.setattr(warming, "served_shelf", views.served_shelf)


@pytest.fixture
def no_charts(monkeypatch):
    """A machine for which the library that draws is not built."""
    from paitou.render.charts.drawing import _svg

    _svg.cache_clear()
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    yield
    _svg.cache_clear()


def test_a_chart_is_drawn_and_a_page_made(shelf):
    from paitou.render.charts.drawing import _svg

    _svg.cache_clear()
    warming.warm_up().join()
    assert _svg.cache_info().currsize >= 4


def test_it_does_not_keep_the_server_from_ending(shelf):
    thread = warming.warm_up()
    assert thread.daemon
    thread.join()


@pytest.mark.parametrize("step", ["_draw", "_show"])
def test_pages_work_where_it_fails(shelf, monkeypatch, tracking_client, step):
    def fail():
        raise RuntimeError

    monkeypatch.setattr(warming, step, fail)
    warming.warm_up().join()
    assert '<figure class="picture">' in tracking_client.get(TARGET).content.decode()


def test_a_shelf_that_cannot_be_read_stops_nothing(monkeypatch):
    def fail():
        raise OSError

    monkeypatch.setattr(warming, "served_shelf", fail)
    warming.warm_up().join()


def test_pages_have_no_charts_where_none_can_be_drawn(shelf, no_charts, tracking_client):
    warming.warm_up().join()
    answer = tracking_client.get(TARGET)
    assert answer.status_code == 200
    assert "港口吞吐量低于目标。" in answer.content.decode()
    assert '<figure class="picture">' not in answer.content.decode()
