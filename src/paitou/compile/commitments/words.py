"""Words of every kind of promise, as data: adverbs, and verbs that open a predicate."""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a text, which blanks part."""
    return tuple(words.split())


#: How something is done; they stand before a verb and say nothing of the thing itself.
ADVERBS = listed(
    "加快 加速 深入 全面 持续 扎实 大力 积极 统筹 稳步 有序 稳妥 全力 着力 奋力 努力 "
    "继续 接续 进一步 认真 切实 不断 重点 抓紧 尽快 率先 科学 合理 精心 系统 协同 "
    "协调 同步 分类 分步 分批 滚动 动态 逐步 高质量 高标准 高水平 高起点 高效 强力 "
    "有力 有效 纵深 适时 适度 超前 超常规 务实 集中 常态化 一体 一体化 整体 整县 全域 "
    "全省 全市 全区 全国 我省 我市 我区 坚决 坚定 如期 按期 提前 确保 力争 争取 支持 "
    "鼓励 引导 指导 完善 探索 试点 开放 联合 共同 合力 再 要 将 应 还 并 也 同时 牵头 "
    "配合 今年 明年 年内 年底前 上半年 下半年 今后五年 未来五年 未来三年 抓好 做好 "
    "扩面 提质 推动 促进"
)

#: Verbs that open a new predicate even after 、 (开展…行动、实施…工程).
PREDICATES = listed(
    "实施 开展 推进 启动 加快 制定 出台 编制 建立 打造 创建 争创 力争 推动 深化 健全 "
    "完善 落实 组建 设立 开工 争取 全面 深入 持续 加强 强化 确保 推广 推行 优化 支持 "
    "鼓励 培育 构建 建成 形成 探索 办好 筹建 做好 抓好 率先 组织 继续 积极 规划建设 "
    "开工建设 全力 大力 稳步 有序 统筹 每年 每季度 每月 按季度 定期 适时"
)

#: What is done regularly: a duty needs one of these after the word of cadence.
DUTY_VERBS = listed(
    "组织 开展 检查 评估 通报 报告 调度 公布 发布 召开 举办 研究 更新 调整 考核 评价 "
    "督查 督导 督办 进行 上报 报送 汇总 分析 听取 会商 监测 修订 公开 排查 巡查 抽查 "
    "走访 培训 奖励 表彰 推出 出台 完善 优化 总结 评比 评选 实施 安排 制定 组织召开 "
    "向 对 编制 核查 清理 梳理 检测 体检 演练 推进 扩大 启动 增加 开放 协商 评定 复核 "
    "审计 测评 跟踪 回访 维护 联系 交流 部署 推动 提交 统计 核算 印发 选派 补充 提请 "
    "协调 解决 晾晒 反馈 督促 约谈 提醒 预警 轮换 轮训 盘点 降准 降息 引导 动态 拨付 "
    "发放 给予 遴选 认定 征集 命名 复审 退出 考评 举行 推广 布局 办好 治理 退还 抓 "
    "召集 发行 评审 会诊 点评 晒"
)
