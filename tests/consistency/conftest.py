"""A plan whose targets contradict each other, as a system."""

import pytest

from consistency.oracle import row
from paitou.consistency import System


@pytest.fixture
def plan():
    return System(
        [
            row("GDP≤10500", {"gdp": 1}, hi=10500),
            row("工业≥3000", {"ind": 1}, lo=3000),
            row("工业占比≥30%", {"ind": 1, "gdp": "-0.3"}, lo=0),
            row("服务业≥6600", {"ser": 1}, lo=6600),
            row("建筑业≥600", {"con": 1}, lo=600, kind="fact"),
            row("一产≥327", {"p": 1}, lo=327, kind="fact"),
            row(
                "构成",
                {"gdp": -1, "p": 1, "ind": 1, "con": 1, "ser": 1},
                lo=0,
                hi=0,
                kind="identity",
            ),
        ]
    )
