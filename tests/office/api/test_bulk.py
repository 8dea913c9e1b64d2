import csv
import io
from decimal import Decimal

import pytest
from attrs import evolve

from paitou.model import Figure, Unit
from paitou.office.api.bulk import COLUMNS, csv_pieces, parquet_of, workbook_of
from paitou.tables import read_table

EVIL = "=cmd|' /C calc'!A0"


@pytest.fixture
def odd(make_figure) -> list[Figure]:
    """Figures with texts that spreadsheets take for formulas, and with odd numbers."""
    one = make_figure("gdp", "2024", "100", "亿元")
    return [
        evolve(one, note=EVIL, source="+1", definition="@x", org="-城"),
        evolve(one, value=Decimal("-3.20")),
        evolve(one, value=Decimal("1E+3")),
        evolve(one, value=None),
        evolve(one, value="优秀"),
        evolve(one, value="=1+1"),
        evolve(one, value=Decimal("0.123456789012345678901234567890")),
        evolve(one, value=Decimal("9" * 40)),
        evolve(one, value=Decimal(1), value_high=Decimal(2), unit=Unit.parse("万元")),
    ]


def rows_of(figures):
    text = b"".join(csv_pieces(figures)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_no_cell_of_a_csv_is_a_formula(odd):
    for row in rows_of(odd):
        for name, text in row.items():
            if name not in ("value", "value_high") or not text.startswith("-"):
                assert not text.startswith(("=", "+", "-", "@", "\t")), (name, text)


def test_numbers_of_a_csv_are_written_out_in_full(odd):
    values = [row["value"] for row in rows_of(odd)]
    assert values[1:5] == ["-3.20", "1000", "/", "优秀"]
    assert values[6:8] == ["0.123456789012345678901234567890", "9" * 40]


def test_a_csv_has_one_head_however_many_pieces(make_figure):
    many = [make_figure("gdp", "2024", "1", "亿元")] * 4500
    pieces = list(csv_pieces(many))
    assert len(pieces) == 3
    assert len(rows_of(many)) == 4500


def test_a_workbook_keeps_every_digit_as_text(odd, tmp_path):
    path = tmp_path / "figures.xlsx"
    path.write_bytes(workbook_of(odd, "数据", is_simulated=True))
    sheet = read_table(path)
    head = [sheet.cell(0, place).text for place in range(len(COLUMNS))]
    assert tuple(head) == COLUMNS
    assert sheet.cell(7, COLUMNS.index("value")).text == f"{odd[6].value:f}"
    assert workbook_of(odd, "数据", is_simulated=True) == path.read_bytes()


def test_no_cell_of_a_workbook_is_a_formula(odd):
    import zipfile

    with zipfile.ZipFile(io.BytesIO(workbook_of(odd, "x", is_simulated=False))) as made:
        assert b"<f>" not in made.read("xl/worksheets/sheet1.xml")


def test_parquet_has_exact_numbers_and_what_the_figure_says(odd):
    from pyarrow import parquet

    table = parquet.read_table(io.BytesIO(parquet_of(odd))).to_pydict()
    assert table["value"][1:4] == [Decimal("-3.2"), Decimal(1000), None]
    assert table["value"][6:8] == [None, None]
    assert table["value_text"][4:8] == ["优秀", "=1+1", f"{odd[6].value:f}", "9" * 40]


def test_no_figures_are_a_table_too():
    from pyarrow import parquet

    assert rows_of([]) == []
    assert parquet.read_table(io.BytesIO(parquet_of([]))).num_rows == 0


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_figures_are_sent_as_known_on_a_day(call, ending):
    answers = [
        b"".join(
            call().get(f"/books/yunze-2024/figures.{ending}", as_of=day).streaming_content
        )
        for day in ("2025-01-31", "2025-01-31", "2026-03-31")
    ]
    assert answers[0] == answers[1]
    assert len(answers[0]) < len(answers[2])


def test_of_several_vintages_one_is_in_force(call):
    some = call().get("/books/yunze-2024/figures", vintages="in_force").json()
    every = call().get("/books/yunze-2024/figures", vintages="all").json()
    assert 0 < some["total"] < every["total"]
    first = some["figures"][0]
    found = call().get(f"/books/yunze-2024/figures/{first['id']}").json()
    assert found["figure"] == first
    assert first in found["vintages"]


def test_figures_come_in_pages(call):
    caller = call()
    path = "/books/yunze-2024/figures"
    first = caller.get(path, limit=3, start=0).json()
    second = caller.get(path, limit=3, start=3).json()
    whole = caller.get(path, limit=6).json()["figures"]
    assert [*first["figures"], *second["figures"]] == whole
    assert caller.get(path, limit=1001).status_code == 422
    assert caller.get(path, org="东溪区", limit=5).json()["total"] < first["total"]


def test_the_public_gets_no_figure_that_is_not_published(call, office):
    office.approve()
    path = "/books/yunze-2024/figures"
    inside = call("supervision").get(path, period="2026Q1").json()["total"]
    assert inside > 0
    assert call().get(path, period="2026Q1").json()["total"] == 0


def test_a_workbook_of_too_many_is_refused(call, monkeypatch):
    monkeypatch.setattr("paitou.office.api.routers.figures.MOST_IN_WORKBOOK", 10)
    answer = call().get("/books/yunze-2024/figures.xlsx")
    assert answer.status_code == 409
    assert "CSV" in answer.json()["message"]
