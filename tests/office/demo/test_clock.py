"""The time that a seeding process takes for now."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from paitou.office.demo.clock import other_times

THEN = dt.datetime(2026, 4, 1, 23, 30, tzinfo=dt.UTC)


def test_both_the_moment_and_the_day_are_told():
    with other_times() as set_time:
        set_time(THEN)
        assert timezone.now() == THEN
        assert timezone.localdate() == dt.date(2026, 4, 2)


def test_afterwards_it_is_now_again():
    now, localdate = timezone.now, timezone.localdate
    with pytest.raises(ValueError, match="stop"), other_times():
        raise ValueError("stop")
    assert (timezone.now, timezone.localdate) == (now, localdate)
