"""The material of an evaluation → its parts in the order of the outline, numbered."""

from __future__ import annotations

from collections.abc import Callable

from paitou.model import CommitmentKind
from paitou.render.document import Block, Heading, Paragraph
from paitou.report.evaluation.findings import advice, problems
from paitou.report.evaluation.material import Material
from paitou.report.evaluation.overall import conclusions, survey
from paitou.report.evaluation.targets import by_programme, main_targets
from paitou.report.paper import chinese, named
from paitou.report.summary import overview
from paitou.tracking.milestones import nodes_on, nodes_sentence

_MOST_NAMED = 6
_Part = Callable[[Material], tuple[Block, ...]]


def numbered_parts(material: Material) -> tuple[Block, ...]:
    """Return all parts; what nothing is known of says so in one sentence."""
    seen = overview(material.book.plan)
    count = len(seen.programmes)
    listed = f"{chinese(count)}{_measure(seen.word)}{seen.word}" if count else "各部分"
    if count and len(material.table.groups) > count:
        listed = f"总体目标和{listed}"
    parts: tuple[tuple[str, _Part], ...] = (
        ("评估概况", survey),
        ("总体结论", conclusions),
        ("主要目标完成情况", main_targets),
        (f"{listed}逐项情况", by_programme),
        ("重大项目", _projects),
        ("专项行动", _actions),
        ("投入与绩效", lambda _: (_said("没有收到投入和绩效数据，本报告不作评价。"),)),
        ("公众和企业评价", lambda _: (_said("没有收到调查数据，本报告不作评价。"),)),
        ("问题与原因", problems),
        ("经验", lambda _: (_said("经验做法由各单位总结报送，本稿不代拟。"),)),
        ("建议", advice),
    )
    blocks: list[Block] = []
    for number, (title, part) in enumerate(parts, 1):
        blocks += (Heading(f"{chinese(number)}、{title}"), *part(material))
    return tuple(blocks)


def _measure(word: str) -> str:
    return "大" if word in ("工程", "行动", "计划") else "个"


def _said(text: str) -> Paragraph:
    return Paragraph(text=text)


def _projects(material: Material) -> tuple[Block, ...]:
    return (_said(_promised(material, CommitmentKind.PROJECT, "重大项目")),)


def _actions(material: Material) -> tuple[Block, ...]:
    book = material.book
    told = _promised(material, CommitmentKind.ACTION_PLAN, "专项行动")
    blocks: list[Block] = [_said(told)]
    if book.children:
        names = named([child.title for child in book.children], _MOST_NAMED)
        blocks.append(_said(f"已有{len(book.children)}个专项方案：{names}。"))
    if nodes := nodes_sentence(nodes_on(book, material.as_of)):
        blocks.append(_said(f"方案和任务设有时间节点的，{nodes}"))
    return tuple(blocks)


def _promised(material: Material, kind: CommitmentKind, word: str) -> str:
    items = [one for one in material.book.plan.commitments if one.kind is kind]
    if not items:
        return f"方案没有写明{word}。"
    names = named([one.object for one in items], _MOST_NAMED)
    return f"方案提出{word}{len(items)}项（{names}），没有收到完成情况，本报告不作评价。"
