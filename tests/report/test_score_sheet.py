"""The sheet computes in Excel what the engine computed exactly."""

import re
import shutil
import subprocess
import zipfile
from decimal import Decimal
from io import BytesIO

import pytest

from contest.scoring.made import event, field, group, item, org, rules
from paitou.contest.scoring import score
from paitou.model import Extra, Fact, Formula, Missing
from paitou.report.score_sheet import score_pages, score_sheet_bytes
from paitou.tables import read_table

RISING = {"base": Decimal(20), "span": Decimal(80)}
PARTS = (
    (Decimal("0.4"), Formula(name="efficacy")),
    (Decimal("0.6"), Formula(name="efficacy", on=Fact.GROWTH, parameters=RISING)),
)
ITEMS = (
    item("done", 5, "done"),
    item("ratio", 5, "ratio", cap="1.2"),
    item("twominus", 5, "ratio", base="40", reverse="two_minus", direction=-1),
    item("inverse", 5, "ratio", cap="1.5", direction=-1),
    item("rank", 5, "rank", step="0.1", direction=-1),
    item("stairs", 5, "rank", steps=("1", "0.8", "0.5")),
    item("efficacy", 5, "efficacy", direction=-1),
    item("minmax", 5, "minmax"),
    item("zscore", 5, "zscore"),
    item("percentile", 5, "percentile"),
    item("borda", 5, "borda"),
    item("city", 5, "versus_city", start="3", per_point="0.5", most="5", least="1"),
    item("over", 5, "over", start="3", most="2"),
    item("taper", 5, "taper", start="4", band="2", divisors=("20", "40", "60")),
    item("control", 5, "control", each="0.5"),
    item("goalposts", 5, "goalposts", low="2", high="30"),
    item("distance", 5, "distance", **{"from": "1"}),
    item("improvement", 5, "improvement", best="50"),
    item("count", 5, "count", each="0.1", most="3"),
    item("steps", 5, "steps", **{"from": ("0", "10", "20"), "points": ("1", "3", "5")}),
    item("given", 5, "given"),
    item("jury", 5, "jury"),
    item("mix", 5, "mix", parts=PARTS),
    item("gaps", 5, "minmax"),
)
NAMES = ("东溪区", "墨泉区", "云麓区", "澄屿区", "石笠县", "棠屏县")


def _values(n):
    """Seven numbers that differ from each other and from place to place."""
    known = {}
    for place, each in enumerate(ITEMS):
        base = (n * 7 + place * 3) % 23 + 1.5
        known[each.id] = {
            "value": base,
            "growth": (n * 5 + place) % 11 - 2.25,
            "target": (n + place) % 9 + 8,
            "previous": (n * 3 + place) % 13 + 1,
        }
    if n == 2:
        known["gaps"] = None
    return known


@pytest.fixture
def board():
    marks = {"jury": tuple(Decimal(80 + (3 * k) % 17) for k in range(7))}
    taking_part = field(
        *(
            org(
                name,
                "a" if n < 4 else "b",
                [event(name, "创新奖", "1.25")] if n == 1 else [],
                marks,
                **_values(n),
            )
            for n, name in enumerate(NAMES)
        ),
        city={each.id: 9 for each in ITEMS},
    )
    rulebook = rules(
        *ITEMS,
        groups=(group("a"), group("b")),
        extras=(Extra(id="prize", name="创新奖", cap=Decimal(2)),),
        missing=Missing.REWEIGHT,
    )
    return score(rulebook, taking_part)


def _uncomputed(data):
    """The workbook without what its formulas came to, so that they are computed anew."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/worksheets/"):
                text = re.sub(rb"</f><v>[^<]*</v>", b"</f>", text)
            new.writestr(name, text)
    return made.getvalue()


def _rows(path, sheet):
    rows = read_table(path, sheet).rows
    at = next(n for n, row in enumerate(rows) if "单位名称" in row)
    return [dict(zip(rows[at], row, strict=False)) for row in rows[at + 1 :]]


def test_it_shows_what_the_engine_computed(board, tmp_path):
    path = tmp_path / "得分.xlsx"
    path.write_bytes(score_sheet_bytes(board))
    rows = {row["单位名称"]: row for row in _rows(path, "得分表") if row["单位名称"]}
    for each in board.scores:
        assert rows[each.org]["总分"] == each.score
        assert rows[each.org]["名次"] == each.rank


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_spreadsheet_comes_to_the_same_points(board, tmp_path):
    path = tmp_path / "得分.xlsx"
    path.write_bytes(_uncomputed(score_sheet_bytes(board)))
    office = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", office, "--headless", "--convert-to", "xlsx", "--outdir"]
    out = tmp_path / "out"
    subprocess.run([*command, out, path], check=True, capture_output=True, timeout=120)
    lines = _rows(out / path.name, "计分过程")
    found = {
        (row["单位名称"], row["指标"]): row["得分"] for row in lines if row["单位名称"]
    }
    compared = 0
    for each in board.scores:
        for points in each.points:
            name = next(i.name for i in ITEMS if i.id == points.item)
            if points.points is not None:
                got = found[each.org, name]
                assert float(got) == pytest.approx(float(points.points), abs=1e-9), name
                compared += 1
    assert compared == len(NAMES) * len(ITEMS) - 1
    totals = {row["单位名称"]: row["总分"] for row in _rows(out / path.name, "得分表")}
    assert {each.org: totals[each.org] for each in board.scores} == {
        each.org: each.score for each in board.scores
    }


def test_simulated_figures_are_marked_on_every_sheet(board):
    pages = score_pages(board, is_simulated=True)
    assert {page.frame for page in pages} == {"模拟数据"}


def test_equal_boards_give_equal_bytes(board):
    assert score_sheet_bytes(board) == score_sheet_bytes(board)
