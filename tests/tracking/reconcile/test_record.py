import json

from paitou import reconcile
from paitou.compile.record import statement_record
from paitou.tracking.reconcile.record import reconciliation_record
from tracking.reconcile.reports import report


def test_a_record_is_as_promised():
    plan = report(2024, wanted="粮食产量120万吨，改造老旧小区50个。")
    later = report(2025, told="粮食产量121万吨。")
    found = reconcile(plan, later)
    record = json.loads(json.dumps(reconciliation_record(plan, later, found)))
    met, silent = record["pairs"]
    assert met["target"] == statement_record(plan.statements[0])
    assert met["outcome"] == statement_record(later.statements[0])
    assert (met["verdict"], met["shortfall"], met["evidence"]) == (
        "met",
        "-1",
        ["same_wording"],
    )
    assert (silent["outcome"], silent["verdict"], silent["gap"]) == (
        None,
        "unknown",
        "silent",
    )
    assert record["counts"] == {"met": 1, "close": 0, "missed": 0, "unknown": 1}
