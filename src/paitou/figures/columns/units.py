"""A unit as written → what sort of thing it measures, so that money is never a count."""

from __future__ import annotations

import re
from functools import lru_cache

from paitou.model import Unit

#: Bases by family; families are kept apart, bases of one are not.
_FAMILIES = {
    "金额": (
        "元 人民币 元人民币 人民币元 美元 港元 港币 欧元 日元 英镑 韩元 澳元 加元 卢布"
    ),
    "比率": "% ‰ 个百分点 百分点",
    "数量": (
        "人 人次 人年 名 户 户次 家 家次 个 件 件次 项 项次 次 场 场次 套 辆 辆次 台 座"
        " 所 处 条 起 头 只 羽 列 标箱 标准箱 TEU 部 种 支 块 批 批次 株 棵 对 艘 架"
        " 架次 本 篇 例 宗 笔 张 床 间 栋 盏 组 期 班 班次 队 门 款 册 眼 口 盘 节 枚 粒"
        " 尾 箱 袋 瓶 份 单 票 车次"
    ),
    "长度": "公里 千米 米 里 厘米 毫米 km",
    "面积": "亩 公顷 平方米 平方公里 平方千米 ㎡ m² m2 km² km2",
    "重量": "吨 公吨 吨标准煤 吨标煤 吨二氧化碳 公斤 千克 斤 克 kg t",
    "体积": "立方米 立方 方 m³ m3 升",
    "电量": "千瓦时 千瓦小时 度 焦 焦耳 kWh",
    "功率": "千瓦 瓦 千伏安 伏安 kW",
    "时间": "天 日 小时 分钟 秒 年 岁 个月 工作日 个工作日",
    "名次": "名次 位次 位",
    "等级": "类 级 等 等级",
}
#: Units that are in no family: nothing is held against them.
_OTHERS = (
    "倍 分 指数 是 点 吨公里 人公里 微克 毫克 纳克 摄氏度 ℃ 分贝 dB 贝可 EFLOPS PFLOPS"
    " P 系数 档 成 折 比 bps Mbps Gbps"
)
_FAMILY_OF = {base: name for name, words in _FAMILIES.items() for base in words.split()}
_KNOWN = frozenset(_FAMILY_OF) | frozenset(_OTHERS.split())
_RATIO = re.compile(r"[1xX]?:1|1/\d+[万亿]?|女=100")
_SCALE = re.compile("[百千十]?[万亿]|万亿|千")
PERCENT, MONEY, COUNT, RANK, GRADE = "比率", "金额", "数量", "名次", "等级"


@lru_cache(maxsize=4096)
def family(text: str) -> str:
    """Return what sort of thing a unit measures; empty where that is not known.

    Of a unit like 万元/亩 it is the sort of what stands before the stroke, with the stroke:
    money per area is not money.
    """
    numerator, stroke, _ = text.partition("/")
    found = _FAMILY_OF.get(Unit.parse(numerator).base, "")
    return f"{found}/" if found and stroke else found


@lru_cache(maxsize=4096)
def is_unit(text: str) -> bool:
    """Return whether the text is a unit of measure: 亿元, 万户, 微克/立方米, 万."""
    if not text or len(text) > 16:
        return False
    base = Unit.parse(text.partition("/")[0]).base
    return base in _KNOWN or is_scale(text) or bool(_RATIO.fullmatch(text))


def is_scale(text: str) -> bool:
    """Return whether the text is a scale alone: 万, 亿."""
    return bool(_SCALE.fullmatch(text))


def agree(unit: str, usual: str) -> bool:
    """Return whether a unit may be that of an indicator usually given in `usual`."""
    mine, other = family(unit), family(usual)
    if mine.rstrip("/") == other.rstrip("/"):
        return True
    return not mine or not other
