"""The sheet 填表说明: what each column is for and how it is filled in."""

from __future__ import annotations

from paitou.render.sheet_page import SheetColumn, SheetPage, SheetRow

_HOW: tuple[tuple[str, str], ...] = (
    (
        "目标任务(原文)",
        "方案原文，一字不改。每项任务一行(加粗)，其下每个目标、每项专项和定性任务各一行。"
        "原文有误请改方案文本，不要改表。",
    ),
    (
        "指标、目标值",
        "由系统从原文读出，≥ 为不低于，≤ 为不高于。读错的直接改，导入后记为“更正”。",
    ),
    (
        "年度目标",
        "填当年应达到或应完成的数，单位与“目标值”相同可以只写数；不同的写明，如 1200万元。"
        "没有份额填“/”，未定留空，不要填 0。",
    ),
    (
        "分解依据(文号)",
        "年度目标、县(市)区目标由哪份文件确定，填文号，如 昆政发〔2023〕5号。",
    ),
    ("牵头领导", "填岗位，如“副市长(工业)”，不填人名。"),
    (
        "牵头单位",
        "一项任务一个牵头单位，用全称或规范简称。确需并列的用顿号隔开，排在前面的负责汇总；"
        "最多两个。填在任务行的，其下各行默认相同，不必重填。",
    ),
    ("责任单位、配合单位", "多个单位用顿号隔开。"),
    ("数源部门", "谁提供并核实这项指标的数。"),
    ("完成时限", "方案写明的时限。另有要求的改在这里，导入后记为时间节点。"),
    ("时间节点", "一行一个：2023年6月：完成可研批复。可以写到季、月、日。"),
    ("性质、报送频率", "从下拉选项中选：约束性、预期性；月报、季报、年报。"),
    (
        "编号(勿改)",
        "系统据此找回原文。新增的行不填编号，系统按原文核对，对不上的逐行列出。",
    ),
    ("留空与“/”", "留空表示不改、未定；要把已填内容清掉，填“/”。"),
)


def guide_page(frame: str) -> SheetPage:
    """Return the sheet that explains the others."""
    return SheetPage(
        name="填表说明",
        title="填表说明",
        frame=frame,
        columns=(
            SheetColumn(title="栏目", width=24, is_centred=True),
            SheetColumn(title="填写要求", width=110),
        ),
        rows=tuple(SheetRow(cells=row) for row in _HOW),
    )
