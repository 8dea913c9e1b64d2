import datetime as dt

import pytest

from paitou.office.cases.models import Item


@pytest.mark.parametrize(
    ("login", "count"),
    [("office", 1), ("leader", 0), ("clerk", 0), ("other", 0), ("audit", 0)],
)
def test_before_it_is_given_out_only_the_office_knows_of_it(actor, item, login, count):
    assert Item.objects.for_actor(actor(login)).count() == count


@pytest.mark.parametrize(
    ("login", "count"),
    [("office", 1), ("leader", 1), ("clerk", 1), ("helper", 1), ("other", 0), ("audit", 0)],
)
def test_then_those_see_it_who_do_it_or_help(actor, given_out, login, count):
    assert Item.objects.for_actor(actor(login)).count() == count


def test_it_is_unsigned_after_one_working_day(given_out):
    assert not given_out.is_unsigned_on(dt.date(2026, 3, 4))
    assert given_out.is_unsigned_on(dt.date(2026, 3, 5))
