"""The districts and zones of 云泽市 → how large each is, and how it fares year by year."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from yunze_maker.chance import dice_of

HOME = Path(__file__).parents[1] / "yunze-2024"
CITY, PROVINCE, OVERLAPPING = "云泽市", "某省", "湖滨开发区"
HOST = "云麓区"  # 湖滨开发区 lies in it
LATE, SILENT = "石笠县", "竹汀县"
#: The parts that add up to the city, and how large each is beside the others.
DISTRICTS = {
    "东溪区": 0.21, "墨泉区": 0.16, "云麓区": 0.14, "澄屿区": 0.10, "石笠县": 0.09,
    "棠屏县": 0.08, "竹汀县": 0.07, "白芷县": 0.05, "云泽产业新区": 0.10,
    "霁川区": 0.08, "梧岫县": 0.06,
}  # fmt: skip
#: Came later into the story, so that they draw from dice of their own.
ADDED = ("霁川区", "梧岫县")
AREAS = (*DISTRICTS, OVERLAPPING)
#: By how many points each outgrows the city in 2023, 2024 and 2025: the large one is
#: slow, 澄屿区 climbs back, 霁川区 falls, 白芷县 is small and wild, 竹汀县 stays behind.
FORM = {
    "东溪区": (-0.6, -0.4, -0.8), "墨泉区": (0.4, 0.3, 0.1), "云麓区": (1.2, 0.9, 1.4),
    "澄屿区": (-0.2, -1.3, 0.9), "霁川区": (0.3, 0.5, -1.6), "石笠县": (-0.5, 0.2, 0.6),
    "棠屏县": (0.8, 0.6, 0.4), "竹汀县": (-1.1, -0.9, -1.4), "白芷县": (1.6, 1.9, 2.3),
    "梧岫县": (0.1, -0.6, 0.7), "云泽产业新区": (2.4, 1.8, 1.2),
    "湖滨开发区": (1.0, 1.6, 0.5),
}  # fmt: skip
_FIRST = 2023
#: Figures to date stray less the more of the year they cover.
_SETTLING = (0.3, 0.2, 0.12, 0.1)


def departments() -> tuple[str, ...]:
    """Return the departments in the order of orgs.csv."""
    with (HOME / "orgs.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(r["name"] for r in csv.DictReader(file) if r["kind"] == "部门")


def form(org: str, year: int) -> float:
    """Return by how many points a place outgrows the city in a year."""
    return FORM[org][year - _FIRST]


@lru_cache(maxsize=4096)
def size(seed: int, what: tuple[str, float], org: str, at: tuple[int, int]) -> float:
    """Return how large a place is beside its size of 2022, city's growth apart.

    Args:
        seed: of the story.
        what: what is measured, and how strongly it moves with the form of a place.
        org: the place.
        at: year and quarter, for figures to date.
    """
    (name, strength), (year, quarter) = what, at
    if year < _FIRST:
        return 1.0
    luck = dice_of(seed, name, org, year).gauss(0, 0.3)
    luck += dice_of(seed, name, org, year, quarter).gauss(0, _SETTLING[quarter - 1])
    step = (form(org, year) + luck) * strength / 100
    return size(seed, what, org, (year - 1, quarter)) * (1 + step)
