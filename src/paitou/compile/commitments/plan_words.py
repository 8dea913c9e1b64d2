"""Words that named plans and programmes are made of, as data."""

from __future__ import annotations

from paitou.compile.commitments.words import listed

#: Verbs that put a named plan into effect or write it.
PLAN_VERBS = listed(
    "实施 推进 推动 开展 制定 制订 出台 启动 编制 谋划 研究 推出 深化 落实 组织 抓好 "
    "打好 打赢 推行 执行 做好 用好 发起 部署 印发 推广 打造 加快 抓实 实行 设立 参与 "
    "办好 完成 落细 建立 建设 打响 扩大 组织实施 深化实施 拓展 完善"
)

#: Of these the ones that take nothing but a plan for their object.
PLAN_STRONG = listed(
    "实施 开展 启动 制定 制订 编制 出台 组织实施 印发 发起 执行 推行 组织开展"
)

#: The verbs that begin a new predicate when they stand inside what seemed to be a name.
PLAN_RESTART = listed("实施 开展 启动 制定 组织 发起 出台 编制 推行 执行")

#: Verbs that make “甲” a programme by themselves.
QUOTING_VERBS = listed("实施 开展 启动 推行 部署")

#: What a named plan ends in.
PLAN_HEADS = listed(
    "行动计划 行动方案 行动 计划 工程 攻坚战 保卫战 战役 会战 重大专项 规划 专项方案 活动"
)

#: Heads that name a plan only under a verb of writing it.
WRITTEN_HEADS = listed("规划 专项方案")

#: Verbs of writing a plan.
WRITING_VERBS = listed("制定 制订 编制 出台 印发 研究 谋划 启动")

#: A name of nothing but these names nothing (重大人才工程, 年度计划).
PLAN_GENERIC = listed(
    "年度 工作 实施 行动 重大 重点 重要 专项 总体 有关 相关 具体 配套 详细 中长期 "
    "发展 建设 整改 投资 生产 培养 教学 应急 三年 五年 十年 攻坚 系统 系列 标志性 "
    "示范 试点 创建 主题 宣传 推进 各项 经营 项目 招生 用地 供地 采购 监督 检查 科技 "
    "科研 基础 民生 国家 省 市 省级 市级 国家级 规划 一体 培训 学习 教育 研究 开发 "
    "财政 预算 审计 整治 治理 提升 改造 产业 经济 保护 领域 任务 城市 公益 体育 文化 "
    "群众 精品 优质 交通 水利 能源 战略 区域 空间 职工 社会 公共 安全 科普 品牌 文艺 "
    "政策 举措 人才 生态 行业 新一轮 新 十四五 十五五 十三五 十二五 十一五 十五 “ ” "
    "好 支撑性 引领性 综合 基本 长远 未来 近期 远期 短期 长期 方案 阶段性 优先 营销 "
    "推广 促销 工程 活动 计划 惠民 促进 消费 促 各类 、 和 及"
)

#: Ends of what is no plan and needs no head from the list that it stands in.
NO_PLANS = listed("战略 政策 体系 项目 制度")

#: An engineering work with one of these in its name is something built.
BUILT_WORKS = listed(
    "机场 铁路 高铁 高速 公路 大桥 隧道 航道 运河 港 码头 水库 水利 灌区 调水 引水 "
    "供水 引江 引黄 电站 核电 输变电 直流 特高压 管线 管道 管网 管廊 抽水蓄能 扩建 "
    "新建 改扩建 迁建 轨道交通 地铁 堤防 防洪 大坝 航电 炼化 乙烯 一期 二期 三期 四期 "
    "五期 博物馆 体育馆 医院 大厦 航站楼 跑道 水厂 连通 北调 东输 西输 东送 海堤 船闸 "
    "综合体 口岸 厂 馆 输水 通道 除险加固"
)

#: A head is none when one of these follows.
PLAN_HEAD_GOES_ON = {
    "工程": (
        "师 承包 机械 技术 质量 学 院 建设项目 总承包 造价 款 中心 研究 化 总量 "
        "类 量 投资 造林 所 塑料 建设标准 招 审批 渣"
    ),
    "计划": "生育 单列 经济 性 指标 投资 任务 安排 管理",
    "行动": "派 不便 力 自觉 指南 者 能力 框架 组 路线 起来 上",
    "规划": (
        "建设 引领 设计 体系 管理 编制 用地 纲要实施 院 师 期 条件 布局 引导 "
        "先行 衔接 指导 许可 实施"
    ),
    "活动": "中 品牌 场 力 现场 影响 室 度 站 场所 空间 方式 需求",
    "重大专项": "资金 任务",
    "战役": "性",
}
