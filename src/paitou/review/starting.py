"""A compiled plan → the files that a new folder begins with, their comments teaching."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from paitou.model import Plan, Section
from paitou.review.breakdown import BREAKDOWN_COLUMNS
from paitou.review.orgs import ORG_COLUMNS
from paitou.review.tasks import answerable_sections
from paitou.review.writing import key_name, quoted

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")

_BOOK = """\
# 这个文件夹是一本“账”：方案原文在 {plan}，各方的决定在 review.toml。
title = {title}
plan = {plan}

{period}

# 本方案若是另一方案要求制定的专项方案，写明它落实上级方案的哪一项任务(任务编号)：
# parent_task = ""
"""

_REVIEW = """\
# 审核与分工。以 # 开头的行是说明，程序不读；要启用一段，去掉各行开头的“# ”。
# 每一段按稳定编号对应方案里的一句话或一项任务；方案文字改动后，找不到原句的决定会报告出来，
# 不会丢失，所以请保留 quote(原文)。
#
# 一、对一句话下结论(编号见下面各任务)：
#   [statement.s0123456789]
#   quote = "原文"
#   verdict = "确认"                 # 确认、否决(要写理由 note)
#   note = "理由"
#   nature = "约束性"                # 约束性、预期性
#   rhythm = "季报"                  # 月报、季报、年报
#   data_source = "数源部门"
#   definition = "口径"
#
# 更正时只写要改的字段，不写 verdict：
#   [statement.s9876543210]
#   value = 6                        # 还可改 indicator value_high unit comparator measure
#   scope = ""                       # strength base role；空文字表示没有
#   when = { kind = "by", end = 2025 }     # by 到某年 in 某年 each 每年 over 期间 open 未定
#
# 二、给一项任务定责任(1+1+N)，任务下面的句子随之：
#   [task.0123456789]
#   lead_official = "副市长(工业)"   # 牵头领导的岗位，不写人名
#   lead_org = "牵头单位"            # 先列的一家；second_lead 为并列牵头，会有提醒
#   responsible_orgs = ["责任单位"]
#   supporting_orgs = ["协同单位"]
#   liaison = "联络员所在科室"
#
# 三、没有数字的承诺写 [commitment.编号]，写法相同。
#
# 四、程序漏掉的句子：
#   [[add]]
#   quote = "原文里的一段，一字不差"
#   indicator = "指标"
#   measure = "level"                # level 水平 total 累计 per_year 每年 growth 增速 …
#   value = 100
#   unit = "家"
#   occurrence = 2                   # 原文里出现不止一次时，写第几处
#
# 五、不同叫法的同一指标：
#   [[merge]]
#   into = "进出口总额"
#   names = ["外贸进出口总额"]
#
# 六、时间表、路线图：
#   [[milestone]]
#   task = "0123456789"              # 任务编号，或 statement = "目标编号"
#   what = "完成主体工程"
#   due = "2024-06"                  # 年、季(2024Q2)、月或日期
#   org = "责任单位"
#   done = 2024-06-20                # 完成的日期；没有完成的不写
#
# 年度和县(市)区的分解写在 breakdown.csv。
"""

_README = """\
# {title}

| 文件 | 内容 |
|---|---|
| `{plan}` | 方案原文，不要改动；换新版时覆盖它 |
| `book.toml` | 标题、规划期 |
| `review.toml` | 审核结论、分工、节点；文件里有写法说明 |
| `breakdown.csv` | 目标分解：{breakdown} |
| `orgs.csv` | 单位名单：{orgs} |
| `indicators.toml` | (可选)本方案自己的指标 |
| `children/` | (可选)专项方案，一个子文件夹一本 |

- `breakdown.csv` 一行一个数：statement 目标编号，org 单位(全市的留空)，
  period 期别(2024、2024Q2、2023-2025)，value 数，unit 计量单位(可空)，
  source 哪份文件定的(文号)，quote 原文(可空)。
  不承担的写 `/`；还没定的留空，空着不算 0。
- `orgs.csv` 的 kind 写 县(市)区、开发区、部门、企业、全市或其他；
  与别的单位重叠、不应加进合计的，is_summand 写“否”。
- 表格可以用 Excel 或 WPS 打开、另存为 CSV，编码不限。
- 常用命令：`paitou show 文件夹` 看审核后的方案，`paitou report 文件夹 …` 出表。
"""


def starting_files(plan: Plan, plan_name: str) -> dict[str, str]:
    """Return name and text of each file of a new folder, the plan itself left out."""
    title = _line(plan.document.title) or "方案"
    return {
        "book.toml": _book(plan, title, plan_name),
        "review.toml": "\n".join((_REVIEW, *_tasks(plan))),
        "breakdown.csv": ",".join(BREAKDOWN_COLUMNS) + "\n",
        "orgs.csv": ",".join(ORG_COLUMNS) + "\n",
        "README.md": _README.format(
            title=title,
            plan=plan_name,
            breakdown="、".join(BREAKDOWN_COLUMNS),
            orgs="、".join(ORG_COLUMNS),
        ),
    }


def _book(plan: Plan, title: str, plan_name: str) -> str:
    period = plan.document.period
    told = "# 规划期没有在原文里读到，请写明：\n# period = { start = 2023, end = 2025 }"
    if period:
        span = f"{{ start = {period.start}, end = {period.end} }}"
        told = f"# 规划期按原文，要改时去掉下一行开头的“# ”：\n# period = {span}"
    return _BOOK.format(title=quoted(title), plan=quoted(plan_name), period=told)


def _tasks(plan: Plan) -> Iterator[str]:
    """Yield a block a task, all of it comment, so that nothing is decided by default."""
    sections = answerable_sections(plan)
    for task in sections:
        yield _commented((*_task(task), *_items(plan, {task.id})))
    known = {task.id for task in sections}
    homeless = {s.section for s in plan.statements} | {c.section for c in plan.commitments}
    if lines := tuple(_items(plan, homeless - known)):
        yield _commented(("不在任何一节里的：", *lines))


def _commented(lines: Iterable[str]) -> str:
    return "\n".join(f"# {line}" for line in lines) + "\n"


def _task(task: Section) -> Iterator[str]:
    yield f"[task.{key_name(task.id)}]"
    yield f"quote = {quoted(_line(task.number + task.title))}"
    yield 'lead_official = ""'
    yield 'lead_org = ""'
    yield "supporting_orgs = []"


def _items(plan: Plan, sections: Collection[str]) -> Iterator[str]:
    """Yield what stands in the sections, as comments that stay comments."""
    for statement in plan.statements:
        if statement.section in sections:
            yield f"# 目标 {statement.id}：{_line(statement.quote)}"
    for commitment in plan.commitments:
        if commitment.section in sections:
            yield f"# 承诺 {commitment.id}：{_line(commitment.quote)}"


def _line(words: str) -> str:
    return _CONTROL.sub("", words).strip()
