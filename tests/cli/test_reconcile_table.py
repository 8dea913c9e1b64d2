from paitou import reconcile
from paitou.cli.reconcile_table import reconcile_table
from tracking.reconcile.reports import report


def _table(plan, later):
    return reconcile_table(plan, later, reconcile(plan, later))


def test_every_target_is_told_once():
    plan = report(
        2024, wanted="粮食产量120万吨，改造老旧小区50个。到2026年，森林覆盖率达到45%。"
    )
    out = _table(plan, report(2025, told="粮食产量121万吨。"))
    assert "有结果的目标（1项）" in out
    assert "未到时限  森林覆盖率达到45%" in out
    assert "后续报告未提及的目标（1项）" in out


def test_places_that_differ_are_told_and_nothing_else():
    plan = report(2024, wanted="粮食产量120万吨。")
    out = _table(plan, report(2025, told="粮食产量121万吨。", place="云泽市"))
    assert "不是同一个地方" in out
    assert "没有结论的目标" not in out
