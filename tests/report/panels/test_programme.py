import datetime as dt

import pytest

from paitou.render.poster import Chart, Heading, Listing
from paitou.report.assessment import assess
from paitou.report.panels.programme import programme_panels
from paitou.report.programmes import groups_of

pytestmark = pytest.mark.usefixtures("charts")


@pytest.fixture
def charts():
    pytest.importorskip("altair", reason="altair is not installed")


def _panels(book, day, number):
    assessment = assess(book, day)
    group = groups_of(book.plan, assessment)[number]
    return group, list(programme_panels(book, assessment, group))


def test_every_target_is_listed_with_value_and_standing(yunze):
    group, panels = _panels(yunze, dt.date(2025, 11, 5), 1)
    listing = next(part for part in panels[0].parts if isinstance(part, Listing))
    assert len(listing.rows) == len(group.pairs)
    assert all(row.standing and all(row.cells) for row in listing.rows)


def test_the_split_target_with_most_behind_is_drawn(yunze):
    _, panels = _panels(yunze, dt.date(2025, 11, 5), 1)
    heading = [part for part in panels[0].parts if isinstance(part, Heading)][-1]
    assert heading == Heading("规模以上工业企业：各单位", "11个需要加力")
    assert isinstance(panels[0].parts[-1], Chart)


def test_where_nothing_is_split_nothing_is_drawn(kunming):
    _, panels = _panels(kunming, dt.date(2026, 11, 5), 3)
    assert not any(isinstance(part, Chart) for part in panels[0].parts)


def test_rows_that_are_left_out_are_counted(kunming):
    group, panels = _panels(kunming, dt.date(2026, 11, 5), 3)
    heading = next(part for part in panels[-1].parts if isinstance(part, Heading))
    assert heading.aside == f"共{len(group.pairs)}项，{len(group.pairs) - 3}项没有列出"
