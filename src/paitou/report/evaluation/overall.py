"""The material of an evaluation → what it rests on, and what can be said of the whole."""

from __future__ import annotations

from paitou.render.charts import Medium, StandingBars, StandingRow, standing_bars
from paitou.render.document import Block, Paragraph, Picture
from paitou.report.evaluation.material import Material
from paitou.report.final_rows import FinalGroup
from paitou.report.paper import day_words, title_of, titled
from paitou.report.progress import judged_words


def survey(material: Material) -> tuple[Block, ...]:
    """Return what the report rests on: the plan, the day, the method, the definitions."""
    return tuple(Paragraph(text=text) for text in (_ground(material), *_method(material)))


def conclusions(material: Material) -> tuple[Block, ...]:
    """Return all counts as a sentence, and a picture of them by programme."""
    told = Paragraph(text=judged_words(material.table.progress))
    others = len(material.book.plan.commitments)
    more: tuple[Block, ...] = ()
    if others:
        words = f"方案另有定性与专项任务{others}项，没有收到完成情况，不在上述评价之内。"
        more = (Paragraph(text=words),)
    if len(material.table.groups) < 2:
        return (told, *more)
    return (told, *more, Picture(spec=standing_bars(_bars(material), Medium.DOCUMENT)))


def _ground(material: Material) -> str:
    table = material.table
    is_simulated = material.book.is_simulated
    simulated = "数据全部为模拟数据，与任何真实地方无关。" if is_simulated else ""
    ahead = "" if material.is_over else (
        f"规划期到{table.end}年底，尚未届满，本次为中期评估，未到时限的目标按进度评价。"
    )  # fmt: skip
    return (
        f"本报告依据{titled(material.book)}原文和截至{day_words(material.as_of)}已知的数据，"
        f"对其中{table.progress.total}项量化目标逐项核对，引用数据{len(material.sources.figures)}条，"
        f"出处见附件3。{simulated}{ahead}"
    )


def _method(material: Material) -> tuple[str, ...]:
    method = (
        "评估采用目标一致法：时限内的实际值与目标值比较，未到时限的与所需进度比较。"
        "已确认和已公布的数据才用于判定；未经确认的列为待核；由公布数据推算的注明测算，"
        "不是统计数据；没有数据的不作评价，也不视为没有完成。"
    )
    undated = len(material.assessment.undated)
    left = f"另有{undated}项目标没有写明年份，不在评价之内。" if undated else ""
    gathered = "各单位自评、第三方评估和公众调查没有收到，本报告只依据上述数据。"
    return (method, left + gathered)


def _bars(material: Material) -> StandingBars:
    return StandingBars(
        title="各部分目标完成情况",
        rows=tuple(_bar(group) for group in material.table.groups),
        is_simulated=material.book.is_simulated,
        note=f"数据截至{day_words(material.as_of)}",
    )


def _bar(group: FinalGroup) -> StandingRow:
    counts: dict[str, int] = {}
    for one in group.progress.tallies:
        counts[one.sign.verdict] = counts.get(one.sign.verdict, 0) + one.count
    return StandingRow(name=title_of(group.section), counts=tuple(counts.items()))
