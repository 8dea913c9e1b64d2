import datetime as dt

from paitou.render.poster import Chart, Heading, Listing
from paitou.report.assessment import assess
from paitou.report.panels.programme import programme_panels
from paitou.report.programmes import groups_of


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
    parts = panels[0].parts
    at = parts.index(Heading("规模以上工业企业：各单位", "11个需要加力"))
    assert isinstance(parts[at + 1], Chart)


def test_charts_of_targets_fill_the_room_that_is_left(yunze):
    _, panels = _panels(yunze, dt.date(2025, 11, 5), 5)
    titles = [
        part.spec.description.partition("；")[0]
        for part in panels[0].parts
        if isinstance(part, Chart)
    ]
    assert titles == ["折线图：城市生活污水集中收集率", "折线图：PM2.5平均浓度"]


def test_where_nothing_is_split_nothing_is_drawn(kunming):
    _, panels = _panels(kunming, dt.date(2026, 11, 5), 3)
    texts = [part.text for part in panels[0].parts if isinstance(part, Heading)]
    assert texts == ["目标进展", "指标走势"]


def test_rows_that_are_left_out_are_counted(kunming):
    group, panels = _panels(kunming, dt.date(2026, 11, 5), 3)
    heading = next(part for part in panels[-1].parts if isinstance(part, Heading))
    assert heading.aside == f"共{len(group.pairs)}项，{len(group.pairs) - 3}项没有列出"
