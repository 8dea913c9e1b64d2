"""Words of a table for states of a value, grades of its source, and kinds of measure."""

from __future__ import annotations

import re
from functools import lru_cache

from paitou.model import FigureState, Measure
from paitou.text.view import fold

#: Words for "nothing is said here" in a column of words.
NOTHING = frozenset({"", "/", "//", "-", "--", "—", "——", "无"})

_STATES = {
    FigureState.UNVERIFIED: "待核 待核实 未经核实 未核实 未证实 待确认 网传",
    FigureState.ESTIMATED: "预计 预计数 预计值 预估 预估数 估计 估计数 估算 推算",
    FigureState.SUBMITTED: "已报 上报 已上报 已报送 上报数 自报 填报 已填报 报送",
    FigureState.CONFIRMED: (
        "确认 已确认 已核 已核实 核定 审定 数源部门确认 统计部门确认 部门确认 已公布 公布"
        " 正式发布 已发布 发布 公开发布"
    ),
    FigureState.PRELIMINARY: (
        "初步核算 初步核算数 初步 初步数 初步统计 快报 快报数 月报 季报 进度数"
    ),
    FigureState.FINAL: (
        "最终核实 最终核实数 最终 最终数 最终核算 年报 年报数 决算 决算数 修订 修订数"
    ),
    FigureState.CENSUS_REVISED: (
        "普查修订 普查修订数 经普修订 经济普查修订 人口普查修订 农业普查修订 普查"
    ),
}
_STATE_OF = {word: state for state, words in _STATES.items() for word in words.split()}
_STATE_OF |= {state.value: state for state in FigureState}
_STATE_OF |= {state.label: state for state in FigureState}
_CONFIDENCES = {
    "high": "high 高 可靠 官方",
    "medium": "medium 中 中等 较可靠",
    "low": "low 低 较低 不可靠",
}
_CONFIDENCE_OF = {w: grade for grade, words in _CONFIDENCES.items() for w in words.split()}
MEASURE_WORDS: dict[Measure, str] = {
    Measure.LEVEL: "水平值",
    Measure.GROWTH: "增速",
    Measure.GROWTH_AVG: "年均增速",
    Measure.GROWTH_EACH: "每年增速",
    Measure.PER_YEAR: "每年完成量",
    Measure.TOTAL: "期内累计",
    Measure.CHANGE: "变动量",
    Measure.CHANGE_RATE: "变动幅度",
    Measure.MULTIPLE: "倍数",
    Measure.MAINTAIN: "持续保持",
    Measure.GRADE: "等级",
}
_MEASURE_OF = {word: measure for measure, word in MEASURE_WORDS.items()}
_MEASURE_OF |= {measure.value: measure for measure in Measure}
#: How the words of a state stand beside other words, longest first.
_SAID = re.compile(
    "初步核算数?|初步统计|初步数|快报数?|最终核实数?|最终数|普查修订数?|决算数|年报数"
    "|待核实?|未经核实|预计数?|预估数?|预计值"
)


@lru_cache(maxsize=1024)
def state_of(text: str) -> FigureState | None:
    """Return the state that a cell names; None where it names none that is known."""
    return _STATE_OF.get(_plain(text))


def state_said_in(text: str) -> FigureState | None:
    """Return the state that a title says beside other words: 2023年快报数."""
    found = _SAID.search(text)
    return _STATE_OF[found[0]] if found else None


@lru_cache(maxsize=1024)
def confidence_of(text: str) -> str | None:
    """Return high, medium or low; None where the word is none of these."""
    return _CONFIDENCE_OF.get(_plain(text))


@lru_cache(maxsize=1024)
def measure_of(text: str) -> Measure | None:
    """Return the measure that a cell names."""
    return _MEASURE_OF.get(_plain(text))


def _plain(text: str) -> str:
    return "".join(fold(text).split()).strip("()。").lower()
