"""The material of an evaluation → problems with their reasons, and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paitou.consistency.plan.answers import answer
from paitou.consistency.plan.building import build
from paitou.model import Attainment, Standing, Statement, UsageError, WhyUnknown
from paitou.render.balance_words import balance_sentence
from paitou.render.document import Block, Heading, Paragraph
from paitou.report.answers import gap
from paitou.report.evaluation.material import Material
from paitou.report.paper import chinese, named

_MOST_NAMED = 8
_ENDED = (Attainment.MISSED, Attainment.BROKEN, Attainment.UNLIKELY, Attainment.BEHIND)


def problems(material: Material) -> tuple[Block, ...]:
    """Return what went wrong and why, as far as it was reported."""
    parts = (
        ("完成情况", _lagging(material)),
        ("目标设定", _setting(material)),
        ("口径和数据", _data(material)),
    )
    blocks: list[Block] = []
    for number, (title, text) in enumerate(parts, 1):
        blocks += [Heading(f"（{chinese(number)}）{title}", 2), Paragraph(text=text)]
    return tuple(blocks)


def advice(material: Material) -> tuple[Block, ...]:
    """Return what should be done next; all of it follows from the findings."""
    told = [*_advised(material)]
    return tuple(
        Paragraph(text=text, lead=f"{number}. ") for number, text in enumerate(told, 1)
    )


def _lagging(material: Material) -> str:
    if not material.adverse:
        return "能够评价的目标里没有偏离的。"
    listed = "；".join(_with_gap(one, standing) for one, standing in material.adverse)
    excused = [standing.deviation for _, standing in material.adverse if standing.deviation]
    reasons = f"已报送原因的：{'；'.join(excused)}。" if excused else ""
    left = len(material.adverse) - len(excused)
    silent = f"{'其余' if excused else '这些'}目标的主观、客观原因没有报送，本稿不作推断。"
    return f"偏离的有{len(material.adverse)}项：{listed}。{reasons}{silent if left else ''}"


def _with_gap(statement: Statement, standing: Standing) -> str:
    told = gap(standing)
    return f"{statement.indicator}（{told}）" if told else statement.indicator


def _setting(material: Material) -> str:
    try:
        found = answer(build(material.book, material.as_of))
    except UsageError:
        return "目标之间能否衔接没有算完，本报告不作评价。"
    if not found.plan.statements:
        return "没有可以分析衔接关系的目标。"
    return f"按目标衔接平衡分析，{balance_sentence(found)}以上为测算，非统计数据。"


def _data(material: Material) -> str:
    told = []
    for why, words in (
        (WhyUnknown.DEFINITION_OPEN, "口径待明确"),
        (WhyUnknown.DEFINITION_CHANGED, "口径变化、前后不可比"),
        (WhyUnknown.UNVERIFIED, "只有未经确认的数据"),
        (WhyUnknown.NOT_REPORTED, "没有报送数据"),
        (WhyUnknown.NOT_PUBLISHED, "没有公布数据"),
    ):
        names = [s.indicator for s, one in material.open if one.why_unknown is why]
        if names:
            told.append(f"{words}的{len(names)}项：{named(names, _MOST_NAMED)}")
    return f"{'；'.join(told)}。" if told else "全部目标都能评价。"


def _advised(material: Material) -> Iterator[str]:
    carried = material.with_verdict(*_ENDED)
    if carried:
        what = "结转" if material.is_over else "逐项制定追赶措施"
        yield f"对{_names(carried)}，研究{what}，清单见附件2。"
    open_words = [
        f"{statement.indicator}{'，' + standing.settles if standing.settles else ''}"
        for statement, standing in material.open
        if standing.why_unknown
        in (WhyUnknown.DEFINITION_OPEN, WhyUnknown.DEFINITION_CHANGED)
    ]
    if open_words:
        yield f"明确口径：{'；'.join(dict.fromkeys(open_words))}。"
    if material.open:
        count = len(material.open)
        yield f"由数源部门补报或核实{count}项目标所缺的数据，清单见附件2；补齐以后更新。"
    ahead = five_year_plan(material.table.end + 1)
    yield f"已结转和尚未评价的目标，与“{ahead}”规划的指标衔接，口径前后一致。"


def _names(pairs: Iterable[tuple[Statement, Standing]]) -> str:
    listed = [statement.indicator for statement, _ in pairs]
    return f"{named(listed, _MOST_NAMED)}（共{len(listed)}项）"


def five_year_plan(year: int) -> str:
    """Return the name of the five-year plan that a year falls in: 十五五 is 2026—2030."""
    nth = 14 + (year - 2021) // 5
    return f"{chinese(nth)}五"
