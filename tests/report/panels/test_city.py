import datetime as dt
from itertools import islice

import pytest

from paitou.render.poster import Counts, Heading, Listing
from paitou.report.assessment import assess
from paitou.report.panels.city import ROOMS, city_panels

YUNZE = dt.date(2025, 11, 5)


def _parts(panel, kind):
    return [part for part in panel.parts if isinstance(part, kind)]


@pytest.fixture(scope="session")
def panels(yunze):
    return list(islice(city_panels(yunze, assess(yunze, YUNZE)), 3))


def test_it_has_counts_achievements_gaps_and_who_must_act(panels):
    headings = [part.text for part in _parts(panels[0], Heading)]
    assert headings == ["亮成绩", "晒差距", "谁来加力"]
    assert _parts(panels[0], Counts)
    assert panels[0].frame == "模拟数据"


def test_every_target_that_needs_somebody_is_counted(panels):
    (listing,) = _parts(panels[0], Listing)
    counted = sum(int(row.cells[1].removesuffix("项")) for row in listing.rows)
    gaps = next(part for part in _parts(panels[0], Heading) if part.text == "晒差距")
    assert gaps.aside.startswith(f"{counted}项需要加力")


def test_rooms_go_from_the_fullest_to_the_leanest():
    assert ROOMS[0].wide == ROOMS[0].strong == 6
    assert (ROOMS[-1].wide, ROOMS[-1].orgs) != (6, 6)
    assert len(set(ROOMS)) == len(ROOMS)


def test_without_figures_nothing_is_invented(book):
    panel = next(city_panels(book, assess(book, YUNZE)))
    told = [getattr(part, "text", "") for part in panel.parts]
    assert "还没有可以确认达到的指标。" in told
    assert "能够评价的指标里，没有滞后或低于目标的。" in told
