"""A seed → the marks that seven judges gave at each round of visits (观摩点评)."""

from __future__ import annotations

from yunze_maker.chance import dice_of
from yunze_maker.places import AREAS, form
from yunze_maker.quarters import all_quarters, known_on, single
from yunze_maker.rows import csv_of

JUDGES = tuple(f"评委{n}" for n in range(1, 8))
HEAD = ("单位", *JUDGES, "观摩日期", "备注")
#: By how much each judge marks above the others: the fourth is strict.
MILD = (0.5, -0.5, 1.0, -5.0, 0.0, 1.5, -1.0)
#: How good a show each place usually puts on.
USUAL = {
    "东溪区": 87, "墨泉区": 85, "云麓区": 90, "澄屿区": 82, "霁川区": 83, "石笠县": 80,
    "棠屏县": 84, "竹汀县": 77, "白芷县": 85, "梧岫县": 79, "云泽产业新区": 91,
    "湖滨开发区": 88,
}  # fmt: skip
#: Marks far from what the others gave, and marks not given: round, place, judge.
ODD_MARKS = {
    ("2025Q2", "东溪区", 5): "100", ("2025Q2", "白芷县", 1): "58",
    ("2025Q2", "澄屿区", 2): "", ("2025Q1", "竹汀县", 3): "45",
    ("2024Q4", "云麓区", 5): "100", ("2024Q2", "霁川区", 6): "",
}  # fmt: skip
RECUSED = "评委回避，不计该评委分；模拟数据"
#: Visits take place so many days after a quarter; those of 2025Q4 are still to come.
VISIT = 35


def observation_tables(seed: int) -> dict[str, str]:
    """Return the marks of each round by the place of its table."""
    rounds = [single(*at) for at in all_quarters()[4:-1]]
    return {f"contest/observation-{at}.csv": _marks(seed, at) for at in rounds}


def _marks(seed: int, period: str) -> str:
    day = known_on(period, VISIT).isoformat()
    lines = []
    for org in AREAS:
        marks = [_mark(seed, period, org, judge) for judge in range(len(JUDGES))]
        note = "模拟数据" if all(marks) else RECUSED
        lines.append((org, *marks, day, note))
    return csv_of(HEAD, lines)


def _mark(seed: int, period: str, org: str, judge: int) -> str:
    """Return the mark of a judge, counted from 0; empty where the judge withdrew."""
    if (odd := ODD_MARKS.get((period, org, judge))) is not None:
        return odd
    show = dice_of(seed, "show", org, period).gauss(0, 2.5)
    mark = USUAL[org] + form(org, int(period[:4])) * 1.5 + show + MILD[judge]
    mark += dice_of(seed, "mark", org, period, judge).gauss(0, 1.6)
    return str(round(max(50, min(mark, 99))))
