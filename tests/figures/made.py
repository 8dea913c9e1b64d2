"""Figures and books for tests, made in one line each."""

import datetime as dt
from decimal import Decimal
from itertools import count

from paitou.figures import Ledger, Places
from paitou.figures.view import LedgerView
from paitou.indicators import standard
from paitou.model import Figure, Org, Period, Unit

CITY, PROVINCE = "昆明市", "云南省"
DISTRICTS = ("五华区", "盘龙区", "官渡区")
ORGS = (
    Org(code=CITY, name=CITY, kind="city", parent=PROVINCE),
    Org(code=PROVINCE, name=PROVINCE),
    *(Org(code=name, name=name, kind="county", parent=CITY) for name in DISTRICTS),
    Org(code="高新区", name="高新区", kind="zone", parent=CITY, is_summand=False),
    Org(code="发改委", name="发改委", kind="department", parent=CITY),
)
PLACES = Places.of(ORGS)
TODAY = dt.date(2026, 3, 1)
_NUMBERS = count(1)


def figure(name, period, value, unit=None, org=CITY, **more) -> Figure:
    """A confirmed level of the city, its id counted on."""
    catalogue = standard()
    indicator_id = catalogue.resolve(name)
    known = catalogue.get(indicator_id)
    number = next(_NUMBERS)
    return Figure(
        **{"id": f"{number:012x}", "where": f"a.csv 第{number}行"} | more,
        indicator=name,
        indicator_id=indicator_id,
        org=org,
        period=Period.parse(str(period)),
        value=Decimal(str(value)) if isinstance(value, (int, float, str)) else value,
        unit=Unit.parse(unit or (known.unit if known else "")),
    )


def ledger(*figures) -> Ledger:
    return Ledger(tuple(figures), PLACES)


def view(*figures, **more) -> LedgerView:
    return LedgerView(
        **{"ledger": ledger(*figures), "catalogue": standard(), "as_of": TODAY} | more
    )
