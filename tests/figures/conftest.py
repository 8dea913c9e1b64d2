"""The published figures of Kunming, as a book has them."""

import csv
import datetime as dt

import pytest

from figures.made import CITY, PROVINCE, figure
from paitou.figures import Ledger, Places
from paitou.figures.view import LedgerView
from paitou.indicators import standard
from paitou.model import Bound, FigureState, Measure, Org

DISTRICTS = (
    *("五华区", "盘龙区", "官渡区", "西山区", "东川区", "呈贡区", "晋宁区"),
    *("安宁市", "富民县", "宜良县", "嵩明县", "石林县", "禄劝县", "寻甸县"),
)
BOUNDS = {"突破": Bound.AT_LEAST, "超": Bound.AT_LEAST, "以上": Bound.AT_LEAST}
BOUNDS |= {"近": Bound.ABOUT}


def _figures(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            name = row["indicator"]
            if "年均" in name or not row["value"].lstrip("-").replace(".", "").isdigit():
                continue
            doubtful = row["confidence"] == "low"
            yield figure(
                name,
                row["period"],
                row["value"],
                row["unit"],
                org=row["org"],
                measure=Measure.GROWTH if "增速" in name else Measure.LEVEL,
                state=FigureState.UNVERIFIED if doubtful else FigureState.CONFIRMED,
                bound=BOUNDS.get(row.get("qualifier") or "", Bound.EXACT),
                source=row["source"],
                confidence=row["confidence"],
                where=f"{path.name} 第{number}行",
            )


@pytest.fixture(scope="session")
def kunming_ledger(shared):
    paths = sorted((shared / "data").glob("kunming-figures*.csv"))
    orgs = [Org(code=CITY, name=CITY, kind="city", parent=PROVINCE)]
    orgs += [Org(code=PROVINCE, name=PROVINCE)]
    orgs += [Org(code=each, name=each, kind="county") for each in DISTRICTS]
    figures = tuple(figure for path in paths for figure in _figures(path))
    return Ledger(figures, Places.of(orgs))


@pytest.fixture
def kunming_view(kunming_ledger):
    return LedgerView(
        ledger=kunming_ledger, catalogue=standard(), as_of=dt.date(2026, 3, 1)
    )
