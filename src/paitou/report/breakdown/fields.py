"""The columns of a breakdown sheet as data: title, width, and what offices call them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TypeAlias

from attrs import frozen

from paitou.model import Period
from paitou.tables import head_key
from paitou.text.view import fold


class Field(StrEnum):
    """What a column holds; quotas of a period have columns of their own."""

    NUMBER = "number"
    PROGRAMME = "programme"
    TASK = "task"
    WORDS = "words"
    INDICATOR = "indicator"
    TARGET = "target"
    BASIS = "basis"
    LEADER = "leader"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    LIAISON = "liaison"
    DATA_SOURCE = "data_source"
    DEADLINE = "deadline"
    NODES = "nodes"
    NATURE = "nature"
    RHYTHM = "rhythm"
    PLACE = "place"
    ID = "id"
    NOTE = "note"


@frozen
class FieldForm:
    """How a column is set, and what else it is called in the sheets of offices."""

    title: str
    width: float
    synonyms: tuple[str, ...] = ()
    is_centred: bool = True


# 常见叫法取自各地公开的任务分解表和督查通报
FORMS: dict[Field, FieldForm] = {
    Field.NUMBER: FieldForm("序号", 5, ("项次",)),
    Field.PROGRAMME: FieldForm(
        "所属工程", 12, ("工程名称", "所属领域", "类别", "重点领域")
    ),
    Field.TASK: FieldForm("任务编号", 6, ("任务序号", "任务号")),
    Field.WORDS: FieldForm(
        "目标任务(原文)",
        42,
        (
            *("督查内容", "重点工作", "重点任务", "主要任务", "工作任务", "任务内容"),
            *("工作内容", "目标内容", "任务名称", "目标任务及要求", "工作目标及任务要求"),
        ),
        is_centred=False,
    ),
    Field.INDICATOR: FieldForm(
        "指标", 15, ("指标名称", "量化指标", "对象"), is_centred=False
    ),
    Field.TARGET: FieldForm("目标值", 13, ("总体目标", "总目标", "量化目标", "三年目标")),
    Field.BASIS: FieldForm("分解依据(文号)", 11, ("依据文号", "文号", "依据")),
    Field.LEADER: FieldForm(
        "牵头领导", 10, ("责任领导", "分管领导", "牵头市领导", "市级领导")
    ),
    Field.LEAD: FieldForm(
        "牵头单位", 12, ("牵头责任单位", "牵头部门", "主办单位", "主责单位")
    ),
    Field.RESPONSIBLE: FieldForm("责任单位", 13, ("责任部门", "承办单位", "落实单位")),
    Field.SUPPORT: FieldForm(
        "配合单位", 13, ("协同责任单位", "协同单位", "配合部门", "协办单位", "参与单位")
    ),
    Field.LIAISON: FieldForm("联络员", 8, ("联系人", "责任人", "责任人/联络员")),
    Field.DATA_SOURCE: FieldForm(
        "数源部门", 11, ("数据来源", "数据来源单位", "数据责任单位")
    ),
    Field.DEADLINE: FieldForm("完成时限", 11, ("时限", "办理时限", "时限要求", "完成时间")),
    Field.NODES: FieldForm(
        "时间节点",
        17,
        ("节点", "进度安排", "进度计划", "分月节点", "分季节点"),
        is_centred=False,
    ),
    Field.NATURE: FieldForm("性质", 8, ("指标性质", "属性", "指标属性")),
    Field.RHYTHM: FieldForm("报送频率", 8, ("报送周期", "填报频率", "调度频率")),
    Field.PLACE: FieldForm("原文位置", 13, ("出处",)),
    Field.ID: FieldForm("编号(勿改)", 12, ("系统编号", "目标编号", "编码")),
    Field.NOTE: FieldForm("备注", 11, ("说明",), is_centred=False),
}


@frozen
class Area:
    """The share of an area; without a name, that of the whole."""

    name: str


#: What a column is for: a field, the quotas of a period, or those of an area.
Target: TypeAlias = Field | Period | Area

#: The column of the whole city, and the title over the columns of its areas.
WHOLE, AREA_GROUP = "全市", "县(市)区"
_FIELDS = {
    head_key(title): field
    for field, form in FORMS.items()
    for title in (form.title, *form.synonyms)
}
_GROUP_WORDS = re.compile(r"(?:分?年度|阶段|分期|分解|目标|任务|计划|指标|值|数|量)+")


def field_titles() -> Iterator[str]:
    """Yield every title that a field is known by, to find the head of a sheet with."""
    for form in FORMS.values():
        yield form.title
        yield from form.synonyms


def column_target(title: str) -> Target | None:
    """Return what a column of this title holds; None where the title says nothing known.

    A head of two rows is known by its lower part (年度目标/2023年), else by its upper one.
    """
    key = head_key(title)
    if key in _FIELDS:
        return _FIELDS[key]
    group, _, area = title.partition("/")
    if title == WHOLE or (group == AREA_GROUP and area):
        return Area(area)
    if (period := _quota_period(title)) is not None:
        return period
    parts = [head_key(part) for part in title.split("/")]
    return next((_FIELDS[part] for part in reversed(parts) if part in _FIELDS), None)


def _quota_period(title: str) -> Period | None:
    """Return the period that a title names (2023年目标), if it speaks of nothing else."""
    *groups, last = re.sub(r"[()\s]", "", fold(title)).split("/")
    if not all(_GROUP_WORDS.fullmatch(group) for group in groups):
        return None
    text = _GROUP_WORDS.sub("", last, count=1) if _GROUP_WORDS.match(last) else last
    for end in range(len(text), 3, -1):
        if end == len(text) or _GROUP_WORDS.fullmatch(text, end):
            try:
                return Period.parse(text[:end])
            except ValueError:
                continue
    return None


_AREA_SHEET = "县(市)区分解"


def area_sheet_name(period: Period) -> str:
    """Return the name of the sheet that splits a period's targets by area."""
    return f"{period.label}{_AREA_SHEET}"


def area_sheet_period(name: str) -> Period | None:
    """Return the period whose targets the sheet of this name splits, if it is such."""
    if not name.endswith(_AREA_SHEET):
        return None
    try:
        return Period.parse(name.removesuffix(_AREA_SHEET))
    except ValueError:
        return None
