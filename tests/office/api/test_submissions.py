from io import BytesIO

import pytest
import xlsxwriter

from paitou.office.api.bulk import CSV, PARQUET, XLSX
from paitou.office.api.scopes import Scope
from paitou.office.journal.models import Entry
from paitou.office.reporting.models import Reported


@pytest.fixture
def path(office):
    return f"/submissions/{office.form().pk}"


def cells_of(office):
    return list(office.form().cells.all())


def everything(office):
    return {"cells": [{"key": c.key, "text": str(10 + c.place)} for c in cells_of(office)]}


def test_a_form_goes_all_the_way(call, office, path):
    reporter, head, chief = call("reporter"), call("head"), call("supervision")
    saved = reporter.send(f"{path}/cells", everything(office), "PATCH").json()
    assert saved == {"saved": len(cells_of(office)), "clashes": [], "issues": []}
    assert reporter.send(f"{path}/submit").json()["stage"] == "review"
    assert head.send(f"{path}/pass", {"turn": 1}).json()["label"] == "待核定"
    assert chief.send(f"{path}/pass", {"turn": 1}).json()["stage"] == "approved"
    assert Reported.objects.filter(submission=office.form()).count() == saved["saved"]
    last = Entry.objects.order_by("-number").first()
    assert last.post == office.actor("supervision").title


def test_a_form_is_returned_with_a_reason_and_taken_back(call, office, path):
    reporter, head = call("reporter"), call("head")
    reporter.send(f"{path}/cells", everything(office), "PATCH")
    reporter.send(f"{path}/submit")
    assert reporter.send(f"{path}/withdraw").json()["stage"] == "draft"
    reporter.send(f"{path}/submit")
    back = head.send(f"{path}/return", {"turn": 2, "reason": "口径不对"})
    assert back.json()["stage"] == "returned"
    assert reporter.get(path).json()["returned_for"] == "口径不对"


def test_a_form_that_is_not_complete_is_refused(call, path):
    answer = call("reporter").send(f"{path}/submit")
    assert answer.status_code == 409
    assert "没有填好" in answer.json()["message"]


def test_nobody_reviews_what_they_filled_in(call, office, path):
    head = call("head")
    head.send(f"{path}/cells", everything(office), "PATCH")
    head.send(f"{path}/submit")
    assert head.send(f"{path}/pass", {"turn": 1}).status_code == 409


def test_a_cell_that_somebody_else_changed_is_not_overwritten(call, office, path):
    key = cells_of(office)[0].key
    call("head").send(f"{path}/cells", {"cells": [{"key": key, "text": "7"}]}, "PATCH")
    wanted = {"cells": [{"key": key, "text": "8", "before": ""}]}
    saved = call("reporter").send(f"{path}/cells", wanted, "PATCH").json()
    assert (saved["saved"], len(saved["clashes"])) == (0, 1)
    assert office.form().cells.get(key=key).text == "7"


def test_a_cell_that_is_not_asked_for_is_told(call, path):
    wanted = {"cells": [{"key": "none", "text": "1"}]}
    saved = call("reporter").send(f"{path}/cells", wanted, "PATCH").json()
    assert saved["issues"][0]["code"] == "report-row-unmatched"


def rows_of(office):
    return [("编号", "填报值", "备注"), *((c.key, "12.5", "") for c in cells_of(office))]


def as_csv(rows):
    return "\n".join(",".join(row) for row in rows).encode()


def as_xlsx(rows):
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return stream.getvalue()


def as_parquet(rows, **options):
    import pyarrow as pa
    from pyarrow import parquet

    columns = dict(zip(rows[0], zip(*rows[1:], strict=True), strict=True))
    stream = BytesIO()
    parquet.write_table(
        pa.table({n: list(v) for n, v in columns.items()}), stream, **options
    )
    return stream.getvalue()


@pytest.mark.parametrize(
    ("kind", "made"), [(CSV, as_csv), (XLSX, as_xlsx), (PARQUET, as_parquet)]
)
def test_figures_come_in_as_a_table(call, office, path, kind, made):
    answer = call("reporter", Scope.REPORT).file(
        f"{path}/figures", made(rows_of(office)), kind
    )
    assert answer.json()["saved"] == len(cells_of(office))
    assert {cell.text for cell in cells_of(office)} == {"12.5"}


@pytest.mark.parametrize(
    ("kind", "made"), [(CSV, as_csv), (XLSX, as_xlsx), (PARQUET, as_parquet)]
)
def test_a_row_that_is_not_asked_for_is_told_with_its_cell(call, office, path, kind, made):
    rows = [*rows_of(office), ("nothing", "1", "")]
    saved = call("reporter").file(f"{path}/figures", made(rows), kind).json()
    assert saved["saved"] == len(cells_of(office))
    (issue,) = saved["issues"]
    assert issue["where"].endswith(f"A{len(rows)}格")


@pytest.mark.parametrize("kind", [XLSX, PARQUET])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no", b"PAR1PAR1", b"\x00" * 100])
def test_a_damaged_file_is_told(call, path, kind, data):
    answer = call("reporter").file(f"{path}/figures", data, kind)
    assert answer.status_code in (415, 422)
    assert answer.json()["message"].endswith("。")


def test_a_file_that_is_too_large_is_not_read(call, path):
    answer = call("reporter").file(f"{path}/figures", b"x" * (2 * 1024 * 1024 + 1), CSV)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("rows", "options"),
    [
        ([("编号", "填报值"), *[("a", "1")] * 5001], {}),
        ([("编号", "填报值"), *[("a", "1" * 5000)] * 10], {}),
        ([("编号", "填报值"), ("a", "1")], {"compression": "gzip"}),
        ([tuple(f"c{n}" for n in range(41)), tuple("1" * 41)], {}),
    ],
)
def test_a_parquet_bomb_is_not_unpacked(call, path, rows, options):
    data = as_parquet(rows, **options)
    answer = call("reporter").file(f"{path}/figures", data, PARQUET)
    assert answer.status_code == 422
    assert "没有读取" in answer.json()["message"]


@pytest.mark.parametrize(("kind", "made"), [(CSV, as_csv), (PARQUET, as_parquet)])
def test_a_secrecy_mark_is_refused(call, office, path, kind, made):
    rows = [("机密★5年", "填报值", "备注"), ("编号", "1", "")]
    answer = call("reporter").file(f"{path}/figures", made(rows), kind)
    assert answer.status_code == 422
    assert "密级" in answer.json()["message"]


def test_nobody_fills_in_the_form_of_another(call, office):
    number = office.form("YZ02").pk
    caller = call("reporter")
    assert caller.file(f"/submissions/{number}/figures", b"a", CSV).status_code == 404


def test_the_template_comes_back_filled_in(call, office, path):
    caller = call("reporter")
    data = caller.get(f"{path}/template.xlsx").content
    assert caller.file(f"{path}/figures", data, XLSX).json()["issues"] == []
