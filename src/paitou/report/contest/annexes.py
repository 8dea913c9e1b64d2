"""The material of a 竞赛通报 → its annexes: every point, sources and gaps, the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil

from paitou.contest.readings import Reading
from paitou.contest.results import OrgScore
from paitou.contest.scoring.noting import MISSING_WORDS
from paitou.model import Fact, Item, VetoEffect
from paitou.render.document import (
    Align,
    Annex,
    Block,
    Column,
    Heading,
    Note,
    Paragraph,
    Row,
    Table,
)
from paitou.report.contest.material import Material
from paitou.report.contest.words import NONE, digits, formula_words, listed

#: Items beside each other on a lying page; more go into a further table.
_ACROSS = 12
_SHOWN = 2
_WHY = 60
_GAP_COLUMNS = (
    Column(title="序号", width=11, align=Align.CENTRE),
    Column(title="组别", width=22),
    Column(title="单位名称", width=30),
    Column(title="指标", width=50),
    Column(title="缺什么", width=70),
    Column(title="怎样计分", width=42),
)
_SOURCE_COLUMNS = (
    Column(title="序号", width=11, align=Align.CENTRE),
    Column(title="指标", width=46),
    Column(title="数源部门", width=32),
    Column(title="单位自报", width=14, align=Align.CENTRE),
    Column(title="有数的家数", width=16, align=Align.CENTRE),
    Column(title="数据状态", width=26, align=Align.CENTRE),
    Column(title="最近公布日期", width=24, align=Align.CENTRE),
    Column(title="来源", width=56),
)
_RULE_COLUMNS = (
    Column(title="类别", width=24),
    Column(title="指标", width=36),
    Column(title="满分", width=14, align=Align.RIGHT),
    Column(title="计量单位", width=20, align=Align.CENTRE),
    Column(title="方向", width=18, align=Align.CENTRE),
    Column(title="计分公式", width=110),
    Column(title="说明", width=30),
)
_EFFECTS = {
    VetoEffect.NO_HONOUR: "取消评优资格",
    VetoEffect.LAST_CLASS: "降为末等",
    VetoEffect.UNRANKED: "不参加排名",
}


def contest_annexes(material: Material) -> tuple[Annex, ...]:
    """Return the annexes: points, sources with what is missing, the rules."""
    return (
        Annex(title=("得分明细",), blocks=tuple(_details(material)), is_landscape=True),
        Annex(title=("数据来源",), blocks=tuple(_sources(material)), is_landscape=True),
        Annex(title=("计分办法",), blocks=tuple(_rules(material)), is_landscape=True),
    )


def _details(material: Material) -> Iterator[Block]:
    items = material.rulebook.scored
    tables = max(1, ceil(len(items) / _ACROSS))
    each = max(1, ceil(len(items) / tables))
    parts = [items[at : at + each] for at in range(0, len(items), each)]
    for part in parts:
        yield _detail_table(material, part, is_last=part is parts[-1])
    yield Note(
        "注：“—”是本组不考或不计；带*的没有实际数，按缺数规则计分。"
        "每一分的数据、算式和出处见得分明细表（.xlsx）“计分过程”。"
    )


def _detail_table(material: Material, items: Sequence[Item], *, is_last: bool) -> Table:
    heads = (Column(title=one.name, width=14, align=Align.RIGHT) for one in items)
    ends = (
        Column(title="加减分", width=14, align=Align.RIGHT),
        Column(title="总分", width=16, align=Align.RIGHT),
    )
    columns = (
        Column(title="单位名称", width=28),
        *heads,
        *(ends if is_last else ()),
    )
    rows: list[Row] = []
    for _, name, scores in material.groups:
        rows.append(Row(cells=(name,), is_band=True))
        rows.extend(_detail_row(material, one, items, is_last=is_last) for one in scores)
    return Table(columns=columns, rows=tuple(rows), unit="计量单位：分")


def _detail_row(
    material: Material, score: OrgScore, items: Sequence[Item], *, is_last: bool
) -> Row:
    cells = [score.org, *(_points(score, item) for item in items)]
    if is_last:
        extras = sum((one.points for one in score.extras), Fraction(0))
        cells.append(digits(extras, _SHOWN) if score.extras else NONE)
        cells.append(digits(score.score, material.rulebook.decimals))
    return Row(cells=tuple(cells))


def _points(score: OrgScore, item: Item) -> str:
    found = score.of(item.id)
    if found is None or found.points is None or not found.full:
        return NONE
    return digits(found.points, _SHOWN) + ("*" if found.missing else "")


def _sources(material: Material) -> Iterator[Block]:
    rows = tuple(
        Row(cells=_source_cells(material, number, item))
        for number, item in enumerate(material.rulebook.scored, 1)
    )
    yield Table(columns=_SOURCE_COLUMNS, rows=rows)
    yield Note("注：来源照所据数据原样列出；“没有写明”的，请数源部门补齐。")
    if not material.gaps:
        yield Paragraph(text="没有缺数。", is_indented=False)
        return
    yield Table(columns=_GAP_COLUMNS, rows=tuple(_gap_rows(material)), title="缺数和计分")


def _source_cells(material: Material, number: int, item: Item) -> tuple[str, ...]:
    found = [
        reading
        for score in material.board.scores
        for points in score.points
        if points.item == item.id
        if (reading := _deciding(item, dict(points.readings))) is not None
    ]
    judged = sum(
        1
        for score in material.board.scores
        if (p := score.of(item.id)) and p.working and not p.missing
    )
    known = [one for one in found if one.value is not None]
    days = [one.known_on for one in known if one.known_on]
    sources = dict.fromkeys(one.source for one in known if one.source)
    nothing = "评委打分" if judged and not known else "没有写明" if known else "没有数据"
    return (
        str(number),
        item.name,
        item.source or "没有写明",
        "是" if item.is_self_reported else "否",
        str(max(len(known), judged)),
        listed(dict.fromkeys(one.state for one in known if one.state)),
        max(days).isoformat() if days else NONE,
        listed(sources, nothing),
    )


def _deciding(item: Item, readings: Mapping[Fact, Reading]) -> Reading | None:
    """The reading of what is scored; of a mix that of the value itself."""
    fact = item.formula.on if item.formula else Fact.VALUE
    return readings.get(fact) or readings.get(Fact.VALUE)


def _gap_rows(material: Material) -> Iterator[Row]:
    for number, (score, points) in enumerate(material.gaps, 1):
        item = material.rulebook.item(points.item)
        why = "；".join(
            dict.fromkeys(
                one.why for _, one in points.readings if one.value is None and one.why
            )
        )
        cells = (
            str(number),
            material.group_name(score.group),
            score.org,
            item.name if item else points.item,
            why[:_WHY] or "没有实际数",
            MISSING_WORDS.get(points.missing, points.missing),
        )
        yield Row(cells=cells)


def _rules(material: Material) -> Iterator[Block]:
    rulebook = material.rulebook
    yield Paragraph(text=f"{rulebook.source or '没有写明'}。", lead="依据：")
    if rulebook.ours or rulebook.is_ours:
        yield Paragraph(
            text=f"{rulebook.ours or '没有写明是哪些'}。", lead="未公布而由本项目自拟的："
        )
    if rulebook.note:
        yield Paragraph(text=f"{rulebook.note}。", lead="说明：")
    yield Note(f"办法文本的校验值（SHA-256）：{rulebook.sha256 or '没有'}")
    rows = tuple(Row(cells=_rule_cells(material, item)) for item in rulebook.scored)
    yield Table(columns=_RULE_COLUMNS, rows=rows, title="指标和计分公式")
    told_above = rulebook.ours or "未公布而自行拟定"
    notes = [one for one in material.board.notes if told_above not in one]
    yield Heading("加减分、否决、门槛和本期起作用的通用规则")
    for number, told in enumerate((*_further(material), *notes), 1):
        yield Paragraph(text=f"{told}。", lead=f"{number}. ")


def _rule_cells(material: Material, item: Item) -> tuple[str, ...]:
    above = material.rulebook.item(item.parent)
    others = [
        f"{group.name}{group.weights[item.id]:f}分"
        for group in material.rulebook.groups
        if item.id in group.weights and group.weights[item.id] != item.weight
    ]
    notes = [item.unit_note] if item.unit_note else []
    notes += [f"满分：{'、'.join(others)}"] if others else []
    return (
        above.name if above else NONE,
        item.name,
        f"{item.weight:f}",
        item.unit.text or NONE,
        "越大越好" if item.direction > 0 else "越小越好",
        formula_words(item),
        "；".join(notes),
    )


def _further(material: Material) -> Iterator[str]:
    """What the rulebook says beside its items: extras, vetoes, gates."""
    rulebook = material.rulebook
    for extra in rulebook.extras:
        each = f"每件{extra.each:f}分" if extra.each is not None else "分值按登记的文件"
        cap = f"，合计不超过{extra.cap:f}分" if extra.cap is not None else ""
        note = f"；{extra.note}" if extra.note else ""
        yield f"加减分“{extra.name}”：{each}{cap}{note}"
    if rulebook.extras_cap is not None:
        yield f"全部加分、全部减分各不超过{rulebook.extras_cap:f}分"
    for veto in rulebook.vetoes:
        effect = _EFFECTS.get(veto.effect) or f"等次不高于{veto.class_name}"
        note = f"（{veto.note}）" if veto.note else ""
        yield f"一票否决“{veto.name}”{note}：{effect}，不改变得分"
    for gate in rulebook.gates:
        yield f"门槛：{gate.name}"
