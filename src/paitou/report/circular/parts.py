"""The material of a circular → its parts after outline A: whole, good, bad, what next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paitou.model import Attainment
from paitou.render.document import Block, Heading, Paragraph
from paitou.report.answers import gap
from paitou.report.circular.material import Item, Material
from paitou.report.off_course import NOBODY
from paitou.report.paper import day_words, named, titled
from paitou.report.progress import progress_of
from paitou.report.sentences import brief
from paitou.tracking.milestones import nodes_sentence
from paitou.tracking.wording import points

_MOST_NAMED = 8
_GOOD = frozenset({Attainment.MET, Attainment.NEARLY, Attainment.ON_TRACK})


def circular_parts(material: Material) -> tuple[Block, ...]:
    """Return the text of the circular."""
    return (
        Paragraph(text=_opening(material)),
        Heading("一、总体情况"),
        *_overall(material),
        Heading("二、进展较好的目标和单位"),
        *_good(material),
        Heading("三、存在的问题"),
        *_bad(material),
        Heading("四、下一步要求"),
        *_next(material),
    )


def _opening(material: Material) -> str:
    simulated = "本通报数据全部为模拟数据。" if material.book.is_simulated else ""
    plan_end = material.book.plan.document.period
    is_over = plan_end is not None and material.period.year > plan_end.end
    over = f"方案的规划期已于{plan_end.end}年底届满。" if plan_end and is_over else ""
    return (
        f"按照{titled(material.book)}要求，对{material.period.label}落实情况进行了核对。"
        f"本次只核对了截至{day_words(material.as_of)}已报送和公布的数据，"
        f"没有进行电话核查和现场核实。{over}现将情况通报如下。{simulated}"
    )


def _overall(material: Material) -> Iterator[Block]:
    standings = [item.standing for item in material.wholes]
    yield Paragraph(text=progress_of(standings).sentence)
    for number, title, is_task in (
        ("一", "主要经济社会指标", False),
        ("二", "量化任务", True),
    ):
        ours = [item.standing for item in material.wholes if item.is_task is is_task]
        yield Heading(f"（{number}）{title}", 2)
        yield Paragraph(text=progress_of(ours).sentence)
    yield Heading("（三）重点项目和节点", 2)
    told = nodes_sentence(material.nodes)
    yield Paragraph(text=told or "没有设定项目节点，也没有收到项目进展，不作评价。")


def _good(material: Material) -> Iterator[Block]:
    ahead = [i for i in material.wholes if i.standing.verdict in _GOOD and _pace(i) > 0]
    done = [i for i in material.wholes if i.standing.verdict is Attainment.MET]
    if done:
        yield Paragraph(text=f"已达到目标的有{len(done)}项：{_names(done)}。")
    if ahead:
        best = sorted(ahead, key=_pace, reverse=True)[:5]
        told = "；".join(
            f"{i.statement.indicator}（{_org(i)}超序时进度{points(_pace(i))}）"
            for i in best
        )
        yield Paragraph(text=f"进度较快的有：{told}。")
    if orgs := _orgs_on_course(material):
        yield Paragraph(text=f"分解任务没有滞后的单位：{'、'.join(orgs)}。")
    if not (done or ahead or orgs):
        yield Paragraph(text="按现有数据，没有可以点名肯定的目标和单位。")


def _bad(material: Material) -> Iterator[Block]:
    adverse_nodes = [node for node in material.nodes if node.is_adverse]
    if total := len(material.adverse) + len(adverse_nodes):
        yield Paragraph(text=_problems_told(material, total))
    for number, item in enumerate(material.adverse, 1):
        yield Paragraph(text=_problem(material, item), lead=f"{number}. {_lead(item)}")
    for number, node in enumerate(adverse_nodes, len(material.adverse) + 1):
        told = f"{node.org or NOBODY}，{node.state.words}。"
        lead = f"{number}. {node.milestone.what.rstrip('。')}。"
        yield Paragraph(text=told, lead=lead)
    if not total:
        yield Paragraph(text="按现有数据，没有滞后的目标和节点。")
    unknown = [i for i in material.wholes if i.standing.verdict is Attainment.UNKNOWN]
    if unknown:
        told = f"另有{len(unknown)}项无法评价：{_names(unknown)}，不等于没有落实。"
        yield Paragraph(text=told)


def _problems_told(material: Material, total: int) -> str:
    """How many there are, in what order; who gave no reason is said once for all."""
    told = f"存在问题的目标和节点有{total}项，按序时差由低到高列出。"
    given = sum(bool(item.standing.deviation) for item in material.adverse)
    if given == total:
        return told
    return told + (
        f"其中{given}项写明了原因，其余{total - given}项原因没有报送。"
        if given
        else "各项原因都没有报送。"
    )


def _problem(material: Material, item: Item) -> str:
    behind = gap(item.standing)
    told = f"{_org(item)}{behind}。" if behind else f"{_org(item)}{item.standing.reason}。"
    shares = [
        i for i in material.shares_of(item.statement) if i.standing.verdict.is_adverse
    ]
    if shares:
        told += f"其中滞后的单位由低到高为：{'、'.join(map(_share_words, shares))}。"
    reason = item.standing.deviation
    return f"{told}原因：{reason.rstrip('。')}。" if reason else told


def reason_words(item: Item) -> str:
    """Return the reason as the organisation gave it, or that it gave none."""
    return item.standing.deviation or "原因没有报送"


def reason_cell(item: Item) -> str:
    """Return the reason for a cell under 原因（单位报送）."""
    return item.standing.deviation or "未报送"


def _share_words(item: Item) -> str:
    pace = item.standing.pace_pp
    told = f"欠{points(pace)}" if pace is not None and pace < 0 else gap(item.standing)
    return f"{item.org}（{told}）" if told else item.org


def _next(material: Material) -> tuple[Block, ...]:
    texts = (
        f"被通报单位于{day_words(material.reply_by)}前书面报送原因、整改措施和完成时限；"
        "要求以部门或县（市）区为单位，由牵头单位汇总。",
        "未报送、待核数据由数源部门一并补报；口径待明确的，由主管部门明确。",
        "下一季度对本次通报的问题“回头看”，仍然滞后的，按督办程序办理。",
    )
    return tuple(
        Paragraph(text=text, lead=f"{number}. ") for number, text in enumerate(texts, 1)
    )


def _orgs_on_course(material: Material) -> tuple[str, ...]:
    """Organisations whose shares are all judged and none is off course."""
    verdicts: dict[str, list[Attainment]] = {}
    for item in material.items:
        if not item.is_whole:
            verdicts.setdefault(item.org, []).append(item.standing.verdict)
    return tuple(org for org, found in verdicts.items() if set(found) <= _GOOD)


def _lead(item: Item) -> str:
    return f"{brief(item.statement)}。"


def _org(item: Item) -> str:
    return "" if item.org == NOBODY else f"{item.org}，"


def _names(items: Iterable[Item]) -> str:
    return named([item.statement.indicator for item in items], _MOST_NAMED)


def _pace(item: Item) -> float:
    return item.standing.pace_pp or 0.0
