"""Words that aims without a number are made of, as data."""

from __future__ import annotations

from paitou.compile.commitments.words import listed

#: Verbs of winning a title.
AWARD_VERBS = listed(
    "创建 争创 申创 创成 获批 申报 申建 入选 成功创建 积极创建 争取创建 申办"
)

#: Titles that are awarded, by what their names end in.
TITLES = listed(
    "城市 示范城市 示范区 示范县 示范市 示范省 示范点 示范园 示范园区 示范工程 "
    "示范基地 示范带 示范村 示范镇 示范 试点 试点城市 试验区 先行区 先导区 改革区 "
    "基地 枢纽 园区 景区 度假区 街区 集聚区 保税区 口岸 实验室 标杆 名城 强市 强省 "
    "强县 样板 样板区 高新区 开发区 合作区 新区 国家公园 遗产 区 县 市 之都 先锋 单位 "
    "集群 先进区 创新区 功能区 学校 医院 乡村 社区 工厂 片区 公园 保护区 名牌 "
    "模范自治区 模范区 标准化 名县 名镇 名村 地理标志 典范 资质 称号 机场 港 走廊"
)

#: States that a region or a field is to reach, by what their names end in.
STATES = listed(
    "体系 格局 枢纽 陆港 标杆 强省 强市 强国 强区 强县 社会 城市 高地 中心 结构 机制 "
    "制度 网络 现代化 示范区 新格局 框架 模式 平台 基地 布局 能力 市场 大通道 通道 "
    "生态 城 圈 经济带 走廊 省份 全域 状态 链 集群 名城 之都 样板 先行区 样板区 "
    "试验区 新区 环境 系统 水网 屏障 窗口 门户 引擎 局面 态势 特点 特色 优势 美景 "
    "典范 公园 政府 都市圈 城市群 乡村 智库 普惠 均等化 全覆盖 目标 全省 示范省 "
    "一体化 市域 清零 一张网 转型 转变 衔接 平衡 良性循环 覆盖 自由 主导 化"
)

#: Quantities that can be seen to rise or fall although no figure is set.
MEASURABLE = listed(
    "总量 比重 比例 占比 率 强度 数量 规模 差距 成本 时间 浓度 总额 收入 排放量 密度 "
    "能耗 排放 产量 产能 收费 税负 负债 次数 时长 时限 天数 水平差距 费用 存量 增量 "
    "总数 人数 面积 额度 覆盖面 群体 贷款 投入 支出 单产 利润 事故 比值 库存 工资"
)

#: Verbs of rising.
UP = listed("提高 提升 扩大 增加 增长 上升 上涨 延长 壮大 增强")

#: Verbs of falling.
DOWN = listed("减少 降低 下降 压减 压降 压缩 缩小 缩短 减轻 收窄 回落 减免")

#: How something rises or falls when no figure is set.
STEADILY = listed("持续 进一步 不断 稳步 逐步 大幅 大幅度 明显 显著 逐年")

#: Verbs of standing at a place among others.
RANK_VERBS = listed(
    "稳居 位居 居于 居 位列 列 排名 排在 名列 保持 进入 跻身 迈入 迈进 挺进 冲进 达到 "
    "走在 处于 位于 挤进 站稳"
)

#: Verbs of comparing with a level that others set.
LEVEL_VERBS = listed("接近 达到 赶上 超过 高于 优于 不低于 好于 看齐 追平 快于 低于")

#: Levels that others set.
LEVELS = listed("平均水平 平均水准 平均值 平均 先进水平 领先水平 国家水平 国家的水平")

#: Words that show that somebody else has set the target.
SET_BY_OTHERS = listed(
    "下达 国家 省定 省级 上级 中央 约束性 能耗 排放 碳 减排 污染物 “十 自治区"
)

#: What leads a clause before its subject.
SUBJECT_LEADS = listed(
    "推动 推进 促进 确保 保障 实现 努力 使 让 带动 引导 力促 助推 助力 全力 支持 力争 "
    "加快 并 也 更 仍 把 将"
)

#: What stands between a subject and its predicate.
PREDICATE_FILLS = listed(
    "始终 继续 持续 总体 全面 稳定 进一步 稳步 总体上 力争 确保 争取 努力 均 基本 "
    "实现 率先 也 逐步 分别"
)

#: A predicate after one of these has no subject of its own (在…中走在前列).
NO_SUBJECTS = listed(
    "在 以 把 将 是 为 用 从 对 由 与 按 于 当 锚定 始终 奋力 坚持 围绕 着眼 瞄准 "
    "根据 通过 作为"
)
