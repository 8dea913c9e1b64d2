"""The rows of the ledger → 督办事项台账 as .xlsx."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from paitou.office.cases.models import Step
from paitou.office.cases.pages import Row
from paitou.render.sheet_page import SheetColumn, SheetPage, SheetRow
from paitou.render.sheets import workbook_bytes

TITLE = "督办事项台账"
_COLUMNS = (
    SheetColumn(title="序号", width=6, is_centred=True),
    SheetColumn(title="编号", width=18, is_centred=True),
    SheetColumn(title="督办事项", width=26),
    SheetColumn(title="来源", width=28),
    SheetColumn(title="工作要求", width=36),
    SheetColumn(title="承办单位", width=16, is_centred=True),
    SheetColumn(title="配合单位", width=20),
    SheetColumn(title="交办日期", width=13, is_centred=True),
    SheetColumn(title="办理时限", width=13, is_centred=True),
    SheetColumn(title="状态", width=11, is_centred=True),
    SheetColumn(title="期限", width=16, is_centred=True),
    SheetColumn(title="办理情况", width=40),
)


def ledger_bytes(rows: Sequence[Row], day: dt.date, *, is_simulated: bool = False) -> bytes:
    """Return the workbook of the rows as they stand on a day."""
    told = f"{day.year}年{day.month}月{day.day}日"
    feedback = _feedback(rows)
    simulated = "模拟数据，不是统计数据；" if is_simulated else ""
    page = SheetPage(
        name="台账",
        title=TITLE,
        left=f"{simulated}内部资料，注意保管",
        right=f"截至{told}",
        frame=TITLE,
        columns=_COLUMNS,
        rows=tuple(
            SheetRow(cells=(str(number), *_cells(row), feedback.get(row.item.pk, "")))
            for number, row in enumerate(rows, 1)
        ),
        foot=("说明：办理情况为承办单位最近一次反馈。",),
        frozen_columns=3,
    )
    return workbook_bytes((page,), TITLE)


def _cells(row: Row) -> tuple[str, ...]:
    item = row.item
    number = f"（{item.source_number}）" if item.source_number else ""
    return (
        item.number,
        item.title,
        f"{item.kind_label}：{item.source}{number}",
        item.demand,
        item.org_name,
        "、".join(support.org_name for support in item.supports.all()),
        item.assigned_on.isoformat() if item.assigned_on else "",
        item.due.isoformat(),
        item.standing.label,
        row.words,
    )


def _feedback(rows: Sequence[Row]) -> dict[int, str]:
    """Return what was last told of each item, by its key."""
    steps = Step.objects.filter(
        item__in=[row.item.pk for row in rows], move="draft_feedback"
    )
    return dict(steps.order_by("pk").values_list("item_id", "text"))
