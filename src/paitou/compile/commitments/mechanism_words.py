"""Words that rules, systems and bodies to be set up are made of, as data."""

from __future__ import annotations

from paitou.compile.commitments.words import listed

#: Verbs of setting up.
SETUP_VERBS = listed(
    "建立 建立健全 建立完善 健全 健全完善 构建 设立 组建 成立 制定 制订 出台 推行 "
    "实行 搭建 建成 创建 编制 制定出台 研究制定 研究出台 研究设立 探索建立 修订 印发 "
    "推出 创设 增设 确立 实施 引入 制定完善"
)

#: What is set up, by what its name ends in.
MECHANISM_HEADS = listed(
    "机制 制度 清单 台账 名录 目录 专班 领导小组 工作组 联席会议 委员会 基金 办法 "
    "条例 细则 实施细则 实施意见 指导意见 标准 规范 指南 平台 联盟 联合体 企业池 "
    "项目库 企业库 专家库 人才库 数据库 资源库 储备库 档案 承诺制 责任制 长制 链长制 "
    "林长制 河湖长制 河长制 湖长制 田长制 路长制 街长制 负责制 承包制 评价体系 "
    "考核体系 指标体系 标准体系 监管体系 统计体系 信用体系 监测体系 责任体系 评估体系 "
    "认证体系 预警体系 规则体系 制度体系 政策体系 考核评价体系 防控体系 政策措施 "
    "若干措施 措施 方案 实施方案 管理办法 中心 协会 理事会 办公室 智库 图谱 白名单 "
    "黑名单 负面清单 规章 法规 法律法规 准则 规程 导则 公约 信息系统 系统 规划 预案 "
    "账户 资金池 风险池 通道 窗口 专区 专线 热线 奖 工作站 服务站 意见 政策 大学 学院 "
    "研究院 公司 集团 银行 法庭"
)

#: Heads that only verbs of founding make: a body, not something built or hoped for.
BODY_HEADS = listed(
    "中心 办公室 协会 理事会 工作站 服务站 智库 通道 专区 奖 大学 学院 研究院 公司 "
    "集团 银行 法庭"
)

#: Verbs of founding a body.
BODY_VERBS = listed("设立 组建 成立 创设 增设 研究设立")

#: Heads that only verbs of writing make: a rule that is laid down.
RULE_HEADS = listed(
    "意见 法规 规章 法律法规 政策 措施 标准 规范 方案 实施方案 规划 预案 系统"
)

#: Verbs of laying down a rule.
RULE_VERBS = listed("制定 制订 出台 研究制定 研究出台 制定出台 修订 印发 编制")

#: A name of nothing but these names nothing (长效工作机制).
MECHANISM_GENERIC = listed(
    "、 和 及 的 构架 支持 整治 整改 改革 设计 细化 促进 鼓励 研发 体验 教育 培训 "
    "检测 评估 监测 处置 退出 奖惩 公示 听证 协调联动 组织协调 行政 正确 优惠 扶持 "
    "帮扶 基本 深化 特殊 工作 长效 相关 有关 各项 规章 配套 管理 各类 具体 政策 体制 "
    "制度 机制 运行 科学 协调 工作推进 相应 统一 法律 技术 行业 国家 国际 服务 监管 "
    "保障 激励 公共 信息 重点 专项 一系列 一批 任务 考核 评价 企业 项目 创新 市场 "
    "地方 多种 必要 完善 有效 良性 新型 合理 实施 标准 操作 分配 新 市场化 法治化 "
    "常态化 规范化 长期 补贴 现代企业 社会 经济"
)
