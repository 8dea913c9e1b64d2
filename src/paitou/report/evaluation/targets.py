"""The material of an evaluation → its targets by verdict, and by programme."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.model import Attainment, Standing, Statement
from paitou.render.document import Block, Heading, Paragraph
from paitou.render.signs import tallies
from paitou.render.standing_words import attainment_word
from paitou.report.evaluation.material import Material
from paitou.report.final_rows import FinalGroup
from paitou.report.paper import chinese, named, title_of
from paitou.report.sentences import brief

_MOST_NAMED = 8


def main_targets(material: Material) -> tuple[Block, ...]:
    """Return every target that was judged with its reason, verdict by verdict."""
    blocks: list[Block] = []
    verdicts = [one for one in Attainment if one is not Attainment.UNKNOWN]
    number = 0
    for verdict in verdicts:
        if pairs := material.with_verdict(verdict):
            number += 1
            word = attainment_word(verdict).word
            blocks.append(Heading(f"（{chinese(number)}）{word}的{len(pairs)}项", 2))
            blocks += _listed(material, pairs)
    if material.open:
        number += 1
        told = f"（{chinese(number)}）无法评价的{len(material.open)}项"
        blocks += [Heading(told, 2), Paragraph(text=_open_words(material))]
    return tuple(blocks) or (Paragraph(text="没有可以评价的目标。"),)


def by_programme(material: Material) -> tuple[Block, ...]:
    """Return how the targets of each programme stand, those that are off course named."""
    blocks: list[Block] = []
    for number, group in enumerate(material.table.groups, 1):
        title = title_of(group.section)
        blocks.append(Heading(f"（{chinese(number)}）{title}", 2))
        blocks.append(Paragraph(text=_group_words(material, group)))
    return tuple(blocks)


def _listed(
    material: Material, pairs: tuple[tuple[Statement, Standing], ...]
) -> Iterator[Block]:
    for number, (statement, standing) in enumerate(pairs, 1):
        cited = material.sources.numbers(standing)
        told = f"（出处{cited}）" if cited else ""
        reason = standing.reason.rstrip("。")
        accepted = f"；{standing.deviation}" if standing.deviation else ""
        yield Paragraph(
            text=f"{reason}{accepted}{told}。", lead=f"{number}. {brief(statement)}。"
        )


def _open_words(material: Material) -> str:
    standings = [standing for _, standing in material.open]
    told = "、".join(f"{one.sign.word}{one.count}项" for one in tallies(standings))
    share = f"{len(standings) / len(material.pairs) * 100:.1f}%"
    return (
        f"其中{told}，合计占全部目标的{share}。这些目标不是没有完成，而是还不能评价，"
        "逐项见附件1，向谁补什么见附件2。"
    )


def _group_words(material: Material, group: FinalGroup) -> str:
    ids = {row.statement.id for row in group.rows}
    told = group.progress.sentence
    for verdicts, words in (
        ((Attainment.MET, Attainment.NEARLY), "已达到或基本完成的是"),
        (tuple(one for one in Attainment if one.is_adverse), "偏离的是"),
    ):
        names = [s.indicator for s, _ in material.with_verdict(*verdicts) if s.id in ids]
        if names:
            told += f"{words}{named(names, _MOST_NAMED)}。"
    return told
