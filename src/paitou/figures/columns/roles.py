"""The title of a column → what stands in it, in Chinese or in English."""

from __future__ import annotations

from enum import StrEnum

from paitou.tables import head_key

#: The columns of the long form, in the order in which they are written.
FIGURE_COLUMNS = (
    "indicator", "org", "period", "value", "unit", "measure", "prices", "qualifier",
    "state", "definition", "source", "known_on", "confidence", "note",
)  # fmt: skip


class Role(StrEnum):
    """What a column holds that is no value."""

    INDICATOR = "indicator"
    ORG = "org"
    PERIOD = "period"
    #: A part of the year that another column gives.
    PART = "part"
    UNIT = "unit"
    MEASURE = "measure"
    PRICES = "prices"
    QUALIFIER = "qualifier"
    STATE = "state"
    DEFINITION = "definition"
    SOURCE = "source"
    DEPARTMENT = "department"
    KNOWN_ON = "known_on"
    CONFIDENCE = "confidence"
    NOTE = "note"
    RATE = "rate"
    #: 单位 may be an organisation or a unit of measure, 项目 anything.
    OPEN = "open"
    IGNORED = "ignored"


_TITLES = {
    Role.INDICATOR: (
        "indicator 指标 指标名称 指标项 指标项目 主要指标 统计指标 考核指标 经济指标"
    ),
    Role.ORG: (
        "org organisation organization region district area 地区 县区 区县 县市区"
        " 市县区 县市 市县 区市县 各县区 各地区 县区名称 地区名称 单位名称 区域 行政区划"
        " 行政区 州市 地市 市州 园区 开发区 责任地区 填报地区 统计地区 县区市 区县市"
        " 区市 市区县 市 县(市) 县"
    ),
    Role.PERIOD: (
        "period 期别 时期 报告期 统计期 时间 年份 年度 所属期 数据期 所属时期"
        " 年 year 期间 统计时间 数据时期 数据时间"
    ),
    Role.PART: "月份 季度 月 month quarter",
    Role.UNIT: "unit 计量单位 数据单位 指标单位",
    Role.MEASURE: "measure 计量方式 数据类型 指标类型",
    Role.PRICES: "prices 价格 价格类型",
    Role.QUALIFIER: "qualifier 限定词 限定 修饰词",
    Role.STATE: "state status 数据状态 状态 数据性质 数据阶段 核算阶段",
    Role.DEFINITION: "definition 口径 口径版本 统计口径 口径说明 指标口径 版本",
    Role.SOURCE: (
        "source 来源 数据来源 资料来源 出处 文号 依据 来源网址 网址 链接 数据出处"
    ),
    Role.DEPARTMENT: (
        "数源部门 数据部门 提供部门 数据提供部门 数据提供单位 数据来源部门 数源单位"
    ),
    Role.KNOWN_ON: (
        "known_on 公布日期 发布日期 公布时间 发布时间 公开日期 数据发布日期 获知日期"
        " published"
    ),
    Role.CONFIDENCE: "confidence 可信度 置信度 来源等级 来源可信度",
    Role.NOTE: "note notes 备注 说明 附注 注 备 注释 备注说明",
    Role.RATE: "rate 汇率 折算汇率",
    Role.OPEN: "单位 项目 名称 类别 内容 分类 数据项",
    Role.IGNORED: (
        "id 序号 编号 代码 行次 栏次 序 no 目标 目标值 年度目标 年度目标值 全年目标"
        " 计划 计划数 年度计划 年度任务 任务 任务数 目标任务 全年任务 预期目标 目标数"
        " 位次 名次 排名 排位 位次全省 全省位次 全市位次 全市排名 全省排名 增速位次"
        " 增速排名 总量位次 总量排名 高/低全省PP 高低全省 高于全省 与全省比较 高/低全省"
        " 较全省 完成率 完成比例 完成进度 进度 时序进度 序时进度 完成情况说明 占比"
        " 牵头单位 责任单位 责任部门 牵头部门 责任人 填报人 审核人 联系人 电话 联系电话"
        " 填报日期 更新时间 配合单位 分管领导 环比 环比增速 环比增长 环比% 目标差距 差距"
        " 权重 得分 分值 红黄绿灯 亮灯"
    ),
}
_ROLE_OF = {
    head_key(title): role for role, titles in _TITLES.items() for title in titles.split()
}


def role_of(title: str) -> Role | None:
    """Return what the column holds; None for values and for what is not known."""
    key = head_key(title).replace("(", "").replace(")", "")
    found = _ROLE_OF.get(key)
    if found is None and key.startswith("位次"):
        return Role.IGNORED
    return found
