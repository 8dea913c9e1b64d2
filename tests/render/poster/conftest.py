"""A panel with every kind of part; skipped where libraries or fonts are missing."""

from decimal import Decimal

import pytest

from paitou.render.charts import Medium, ShareBar, ShareBars, share_bars
from paitou.render.poster import (
    Chart,
    Count,
    Counts,
    Heading,
    ListColumn,
    Listing,
    ListRow,
    Passage,
    Poster,
)

HOSTILE = '#let x = 1 $a$ \\ <b> & "q" `c` [d] _e_ *f* @g // /* -- \n\n\r\t' + "长W" * 5000


@pytest.fixture(scope="session")
def chart():
    bars = (ShareBar(name="充电桩", standing="met", share=Decimal("109.1")),)
    drawn = share_bars(ShareBars(title="完成率", bars=bars), Medium.POSTER)
    return Chart(drawn)


@pytest.fixture(scope="session")
def make(chart):
    """Return a panel whose words are all the same."""

    def made(words="云泽市", rows=3, frame="模拟数据"):
        columns = (
            ListColumn(words, 2),
            ListColumn(words, 1, "right"),
            ListColumn("情况", 1),
        )
        row = ListRow(cells=(words,) * 3, standing="behind")
        counts = (
            Count(number="12", word=words, standing="met"),
            Count(number="0", word=words, standing="missed"),
        )
        return Poster(
            title=words,
            context=words,
            parts=(
                Counts(counts),
                Passage(words),
                Heading(words, words),
                chart,
                Listing(columns=columns, rows=(row,) * rows),
            ),
            notes=(words, words),
            frame=frame,
        )

    return made


@pytest.fixture
def hostile():
    return HOSTILE


@pytest.fixture(scope="session")
def typesetting():
    """Skips where there is nothing to set type with."""
    typst = pytest.importorskip("typst", reason="typst is not installed")
    pytest.importorskip("vl_convert", reason="vl-convert is not installed")
    from paitou.render.poster.printing import SANS, SERIF

    families = {name.lower() for name in typst.Fonts().families()}
    for names in (SANS, SERIF):
        if not families & {name.lower() for name in names}:
            pytest.skip(f"none of {', '.join(names)} is installed")
