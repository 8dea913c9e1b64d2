import datetime as dt
from decimal import Decimal

import pytest

from paitou.model import Attainment, Period, Standing
from paitou.outlook.plan.keeping import Kept
from paitou.outlook.plan.track_record import track_record

YEAR = Period.of_year(2024)


def kept(statement, chance, low=90.0, high=110.0):
    return Kept(
        as_of=dt.date(2024, 6, 30),
        statement=statement,
        org="云泽市",
        period=YEAR,
        unit="亿元",
        value=100.0,
        lo80=low,
        hi80=high,
        lo95=low - 10,
        hi95=high + 10,
        chance=chance,
    )


def standing(statement, verdict, value):
    return Standing(
        statement=statement,
        org="云泽市",
        verdict=verdict,
        value=Decimal(value),
        unit="亿元",
        period=YEAR,
    )


def test_chances_and_bands_are_scored_by_what_came():
    standings = {
        ("a", "云泽市"): standing("a", Attainment.MET, 105),
        ("b", "云泽市"): standing("b", Attainment.MISSED, 80),
        ("c", "云泽市"): standing("c", Attainment.ON_TRACK, 50),
    }
    found = track_record([kept("a", 0.9), kept("b", 0.3), kept("c", 0.5)], standings)
    assert (found.kept, len(found.scored)) == (3, 2)
    assert found.brier == pytest.approx((0.01 + 0.09) / 2)
    assert found.always == pytest.approx(0.25)
    assert (found.inside80, found.inside95) == (0.5, 1.0)
    assert not found.is_enough


def test_nothing_kept_is_nothing_scored():
    found = track_record([], {})
    assert (found.kept, found.scored, found.brier, found.inside80) == (0, (), None, None)
