"""Tables as they are sent, written with | between the cells."""

import pytest

from paitou.figures.reading import read_figures
from paitou.indicators import standard
from paitou.tables import Merge, Sheet


@pytest.fixture
def read():
    def call(text, *, name="", merges=(), rates=None):
        rows = tuple(
            tuple(cell.strip() or None for cell in line.split("|"))
            for line in text.strip("\n").split("\n")
        )
        merged = tuple(Merge(*merge) for merge in merges)
        sheet = Sheet(file="表.xlsx", name=name, rows=rows, merges=merged)
        given = (rates,) if rates is not None else ()
        return read_figures(sheet, standard(), *given)

    return call


@pytest.fixture
def told(read):
    """Figures in few words: id, measure, org, period, value, unit."""

    def call(text, **more):
        figures, issues = read(text, **more)
        assert [i.code for i in issues if i.level != "hint"] == []
        return [
            f"{f.indicator_id} {f.measure} {f.org} {f.period} {f.value} {f.unit.text}"
            for f in figures
        ]

    return call
