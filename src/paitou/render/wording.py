"""Identifier → the Chinese word for it: measures, comparators, classes of numbers."""

from __future__ import annotations

from paitou.model import (
    CommitmentKind,
    Comparator,
    Measure,
    OrgRole,
    Role,
    Strength,
    WhenKind,
)

ROLE: dict[Role, str] = {Role.TARGET: "目标", Role.OUTCOME: "已完成情况"}

MEASURE: dict[Measure, str] = {
    Measure.LEVEL: "水平值",
    Measure.GROWTH: "当年增速",
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

MEASURE_MEANING: dict[Measure, str] = {
    Measure.LEVEL: "到时限时，指标本身的数值",
    Measure.GROWTH: "比上年增长的幅度",
    Measure.GROWTH_AVG: "各年平均的增长幅度，按水平法计算",
    Measure.GROWTH_EACH: "每一年都要达到的增长幅度，不作平均",
    Measure.PER_YEAR: "每一年都要完成的数量",
    Measure.TOTAL: "整个期限内加起来要完成的数量",
    Measure.CHANGE: "比原来多或少了多少",
    Measure.CHANGE_RATE: "相对于所比的对象，变动的比例",
    Measure.MULTIPLE: "是所比对象的几倍；翻一番为2倍",
    Measure.MAINTAIN: "期限内始终保持的数值",
    Measure.GRADE: "等级，不低于即相同或更好",
}

COMPARATOR: dict[Comparator, str] = {
    Comparator.GE: "不低于",
    Comparator.GT: "高于",
    Comparator.LE: "不高于",
    Comparator.LT: "低于",
    Comparator.APPROX: "左右",
    Comparator.EQ: "等于",
    Comparator.RANGE: "区间",
}

COMPARATOR_SIGN: dict[Comparator, str] = {
    Comparator.GE: "≥",
    Comparator.GT: ">",
    Comparator.LE: "≤",
    Comparator.LT: "<",
    Comparator.APPROX: "≈",
    Comparator.EQ: "=",
    Comparator.RANGE: "",
}

WHEN: dict[WhenKind, str] = {
    WhenKind.BY: "到期末",
    WhenKind.IN: "当年",
    WhenKind.EACH: "每年",
    WhenKind.OVER: "期间",
    WhenKind.OPEN: "未写明时限",
}

WHEN_SOURCE: dict[str, str] = {
    "clause": "本分句写明",
    "sentence": "本句前文写明",
    "section": "本节标题或引句写明",
    "plan": "本处未写，取方案期限",
}

STRENGTH: dict[Strength, str] = {Strength.FIRM: "明确要求", Strength.STRETCH: "力争"}

VALUE_SOURCE: dict[str, str] = {
    "number": "写明数字",
    "universal": "原文写“全部”“全覆盖”等，按100%计",
}

COMMITMENT_KIND: dict[CommitmentKind, str] = {
    CommitmentKind.ACTION_PLAN: "专项行动",
    CommitmentKind.PROGRAMME: "工程计划",
    CommitmentKind.PROJECT: "重大项目",
    CommitmentKind.DUTY: "经常性工作",
    CommitmentKind.MECHANISM: "机制制度",
    CommitmentKind.QUALITATIVE: "定性目标",
}

NATURE: dict[str, str] = {
    "rank": "位次",
    "benchmark": "对标",
    "designation": "创建获批",
    "milestone": "阶段建成",
    "directional": "方向性",
    "external": "上级下达",
}

CADENCE: dict[str, str] = {
    "monthly": "每月",
    "quarterly": "每季度",
    "yearly": "每年",
    "as_needed": "适时",
}

ORG_ROLE: dict[OrgRole, str] = {
    OrgRole.LEAD: "牵头单位",
    OrgRole.RESPONSIBLE: "责任单位",
    OrgRole.SUPPORT: "配合单位",
}

#: Classes of numbers that a statement or a commitment accounts for.
ACCOUNTED = frozenset({"statement", "commitment"})

MENTION: dict[str, str] = {
    "statement": "量化目标",
    "commitment": "定性与专项任务",
    "list_number": "条目编号",
    "ordinal": "序数",
    "name": "名称",
    "date": "日期",
    "period": "时期",
    "duration": "时长",
    "frequency": "频次",
    "size_class": "规模等级",
    "grade_name": "等级名称",
    "structure_count": "条目数量",
    "threshold": "适用条件",
    "rank": "位次",
    "reference": "文号与引用",
    "lexical": "词语",
    "scope": "范围",
    "attribute": "修饰",
    "proportion": "比例的说法",
    "heading": "标题里的数字",
    "table_cell": "表格里的数字",
    "document": "文件信息",
    "rejected": "已否决",
    "unexplained": "未能说明",
}

MENTION_MEANING: dict[str, str] = {
    "statement": "属于一项量化目标",
    "commitment": "属于一项定性或专项任务",
    "list_number": "标题和条目的编号",
    "ordinal": "第几、几号、几期，只表次序",
    "name": "名称或简称的一部分，不是数量",
    "date": "年、月、日",
    "period": "五年规划期、世纪等时期的名称",
    "duration": "一段时间的长短",
    "frequency": "多久一次、最多几次",
    "size_class": "规模或档次的叫法，如千亿级",
    "grade_name": "等级的叫法，如一级、A级",
    "structure_count": "说明下文分几项，或总括几个方面",
    "threshold": "谁适用、到什么程度才适用",
    "rank": "名次或榜单的叫法，如30强",
    "reference": "文号、标准号、附件号等",
    "lexical": "固定词语里的数字，如一批、进一步",
    "scope": "说明范围的数量，是指标的一部分",
    "attribute": "修饰另一个事物的数量，不是要达到的",
    "proportion": "几分之几、每几个有几个的一部分",
    "heading": "标题自己的数量",
    "table_cell": "表格里没有读成目标的一格",
    "document": "文件自身的数字：题头、日期、来源等",
    "rejected": "原是量化目标，人工否决了",
    "unexplained": "还说不出是什么，请人工查看",
}

#: Words by which a plan calls its parts; the first that all titles share is used.
PROGRAMME_WORDS = ("工程", "行动", "计划", "任务", "领域")
