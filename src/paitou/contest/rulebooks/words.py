"""Words that people write for a choice (记零分, 前几名) → the value that is meant."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from paitou.model import (
    ClassRule,
    Fact,
    Flat,
    ListRule,
    Missing,
    SmallGroup,
    VetoEffect,
)
from paitou.review.values import Reader, TomlValue, text

Choice = TypeVar("Choice", bound=StrEnum)


class RulebookRhythm(StrEnum):
    """How often a rulebook is applied."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    ONCE = "once"


class Tone(StrEnum):
    """In what tone a list names organisations."""

    PRAISE = "praise"
    REMIND = "remind"
    WARN = "warn"


#: The first word of each is the one that messages and the documentation show.
WORDS: dict[type[StrEnum], dict[str, str]] = {
    Fact: {
        "value": "实际值 静态",
        "growth": "增速 动态",
        "target": "目标值 目标",
        "previous": "上期值 上期 同期",
        "city": "全市值 全市",
        "count": "起数 次数",
    },
    Missing: {
        "zero": "记零分 零分",
        "reweight": "不计并重新分摊 不计分",
        "group_mean": "按组平均分 组平均",
        "group_lowest": "按组最低分 组最低",
        "last": "沿用上期",
        "unranked": "不参加排名 不排名",
    },
    Flat: {"full": "满分", "half": "一半", "zero": "零分"},
    SmallGroup: {"field": "并入全场比较", "allow": "照常比较", "leave_out": "不计该项"},
    VetoEffect: {
        "no_honour": "取消评优",
        "last_class": "降为末等",
        "not_above": "不得高于",
        "unranked": "不参加排名 不排名",
    },
    ClassRule: {"cut": "按分数线", "share": "按比例"},
    ListRule: {
        "top": "前几名",
        "bottom": "末几名",
        "risen": "进位",
        "fallen": "退位",
        "below": "低于",
        "above": "高于",
    },
    RulebookRhythm: {
        "monthly": "每月 月度",
        "quarterly": "每季度 季度",
        "half_yearly": "每半年 半年",
        "yearly": "每年 年度",
        "once": "一次",
    },
    Tone: {"praise": "表扬", "remind": "提醒", "warn": "警示"},
}


def chosen(choices: type[Choice]) -> Reader[Choice]:
    """Return a reader of one of the choices, as an identifier or in Chinese."""

    def read(value: TomlValue) -> Choice:
        written = text(value)
        for choice in choices:
            if written == choice.value or written in WORDS[choices][choice.value].split():
                return choice
        raise ValueError(f"“{written[:20]}”不在可选之列：{words_of(choices)}")

    return read


def words_of(choices: type[StrEnum]) -> str:
    """Return the choices as a message names them: “zero(记零分)、reweight(…)”."""
    words = WORDS[choices]
    return "、".join(
        f"{choice.value}({words[choice.value].split()[0]})" for choice in choices
    )
