"""What a card shows of a standing."""

from __future__ import annotations

import datetime as dt

from paitou.office.books import Assessor
from paitou.office.plans.glances import glance_of

DAY = dt.date(2026, 3, 1)


def test_it_has_a_sign_and_a_picture(tracked):
    glance = glance_of(Assessor(tracked).on(DAY), "s1")
    assert glance.sign.word == "低于目标"
    assert "<svg" in glance.picture


def test_without_figures_there_is_no_picture(tracked):
    assert glance_of(Assessor(tracked).on(DAY), "s3").picture == ""


def test_what_is_no_target_has_none(tracked):
    assert glance_of(Assessor(tracked).on(DAY), "c1") is None
