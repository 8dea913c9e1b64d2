"""Words that people write for a choice (确认, 约束性, 月报) → the value that is meant."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from paitou.model import (
    CommitmentKind,
    Comparator,
    Measure,
    Nature,
    Rhythm,
    Role,
    Strength,
    Verdict,
    WhenKind,
)

Choice = TypeVar("Choice", bound=StrEnum)

_WORDS: dict[type[StrEnum], dict[str, str]] = {
    Verdict: {
        "confirm": "确认",
        "correct": "更正 修正 改正",
        "reject": "否决 不采用 剔除",
        "add": "增补 补充",
    },
    Nature: {"binding": "约束性 约束 约束性指标", "expected": "预期性 预期 预期性指标"},
    Rhythm: {
        "monthly": "月报 每月 按月 月",
        "quarterly": "季报 每季度 按季 季 季度",
        "yearly": "年报 每年 按年 年 年度",
    },
    Role: {"target": "目标", "outcome": "成果 实绩 完成情况"},
    Measure: {
        "level": "水平 水平值 达到值",
        "growth": "增速 增长率 比上年增长",
        "growth_avg": "年均增速 年均增长",
        "growth_each": "每年增速 每年增长",
        "per_year": "每年 年度量 每年完成",
        "total": "总量 累计 累计完成",
        "change": "增减量 变动量",
        "change_rate": "增减幅 变动率",
        "multiple": "倍数",
        "maintain": "保持",
        "grade": "等级",
    },
    Comparator: {
        "ge": "不低于 以上 不少于 达到 ≥",
        "gt": "超过 突破 高于 大于 > ＞",
        "le": "不高于 以内 以下 不超过 ≤",
        "lt": "低于 小于 < ＜",
        "approx": "左右 约 ≈",
        "eq": "等于 = ＝",
        "range": "区间 范围",
    },
    Strength: {"firm": "确定 必须完成", "stretch": "力争 争取"},
    WhenKind: {"by": "到", "in": "当年", "each": "每年", "over": "期间", "open": "未定"},
    CommitmentKind: {
        "action_plan": "行动 行动计划 专项行动",
        "programme": "工程 计划",
        "project": "项目",
        "duty": "职责 经常性工作",
        "mechanism": "机制 制度",
        "qualitative": "定性 定性目标",
    },
}


def choose(choices: type[Choice], written: str) -> Choice | None:
    """Return the choice that was written as its identifier or in Chinese, else None."""
    wanted = written.strip()
    for choice in choices:
        if wanted == choice.value or wanted in _WORDS[choices][choice.value].split():
            return choice
    return None


def choices_of(choices: type[StrEnum]) -> str:
    """Return the choices as a message names them: “confirm(确认)、correct(更正)”."""
    words = _WORDS[choices]
    return "、".join(
        f"{choice.value}({words[choice.value].split()[0]})" for choice in choices
    )
