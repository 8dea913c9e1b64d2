"""What will probably become of a book: at once, or of a large one in the background."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from paitou.model import UsageError
from paitou.office.books import forecasting
from paitou.office.books.forecasting import Forecaster

DAY = dt.date(2026, 3, 1)


def test_of_a_small_book_it_is_there_at_once(tracked):
    forecaster = Forecaster(tracked, "yunting")
    assert forecaster.on(DAY) == forecaster.ready(DAY)
    assert forecaster.for_others(tracked) is not forecaster


def test_of_a_large_book_nobody_waits_for_it(tracked, monkeypatch):
    monkeypatch.setattr(forecasting, "MANY_FIGURES", 1)
    asked = []

    def apart(name, day, *, is_public):
        asked.append((name, day, is_public))
        time.sleep(0.05)
        return ()

    monkeypatch.setattr(forecasting, "outlooks_apart", apart)
    forecaster = Forecaster(tracked, "yunting", is_public=True)
    assert forecaster.ready(DAY) == {}
    with pytest.raises(UsageError, match="后台"):
        forecaster.on(DAY)
    while forecaster._days.ready(DAY) is None:
        time.sleep(0.01)
    assert forecaster.on(DAY) == {}
    assert asked == [("yunting", DAY, True)]
    assert forecaster.for_others(tracked) is forecaster
