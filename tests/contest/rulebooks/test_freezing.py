import datetime as dt
import json
from decimal import Decimal
from fractions import Fraction

import pytest

from paitou.contest.rulebooks import (
    check_frozen,
    freeze,
    frozen_record,
    preset,
    read_rulebook,
    write_rulebook,
)
from paitou.model import Fact, UsageError

DAY = dt.date(2024, 3, 31)
BOUNDS = {
    ("gdp", "county", Fact.VALUE): (Decimal("31.5"), Decimal("420")),
    ("gdp", "county", Fact.GROWTH): (Fraction(31, 10), Fraction(47, 5)),
}


def test_bounds_are_fixed_for_each_fact_and_read_back():
    frozen = freeze(preset("chuzhou-quarterly"), BOUNDS)
    gdp = frozen.item("gdp")
    assert gdp.fixed("county", Fact.VALUE) == (Decimal("31.5"), 420)
    assert gdp.fixed("county", Fact.GROWTH) == (Decimal("3.1"), Decimal("9.4"))
    back, issues = read_rulebook(write_rulebook(frozen))
    assert not issues
    assert back == frozen
    assert frozen.sha256 != preset("chuzhou-quarterly").sha256


@pytest.mark.parametrize(
    "bounds",
    [
        {("none", "", Fact.VALUE): (0, 1)},
        {("gdp", "", Fact.VALUE): (2, 1)},
        {("gdp", "", Fact.VALUE): (0, Fraction(1, 3))},
    ],
)
def test_bounds_that_cannot_be_are_refused(bounds):
    with pytest.raises(UsageError):
        freeze(preset("chuzhou-quarterly"), bounds)


def test_the_record_holds_and_is_json():
    book = preset("anqing-2023")
    record = json.loads(json.dumps(frozen_record(book, DAY)))
    assert record["sha256"] == book.sha256
    assert not check_frozen(book, record)
    assert not check_frozen(book, record, opened=DAY)


def test_a_changed_rulebook_is_told():
    record = frozen_record(preset("anqing-2023"), DAY)
    (issue,) = check_frozen(freeze(preset("anqing-2023"), {}), record)
    assert issue.code == "rulebook-changed"


def test_a_rulebook_frozen_after_data_opened_is_told():
    book = preset("anqing-2023")
    (issue,) = check_frozen(book, frozen_record(book, DAY), dt.date(2024, 3, 30))
    assert issue.code == "rulebook-late"


@pytest.mark.parametrize(
    "record", [{}, {"sha256": "x"}, {"frozen_on": "昨天", "sha256": "x"}]
)
def test_a_record_that_says_nothing_is_told(record):
    (issue,) = check_frozen(preset("anqing-2023"), record)
    assert issue.code == "rulebook-record"
