"""What acted while a group was scored → sentences that are printed under the table."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.contest.formulas.case import FACT_WORDS
from paitou.contest.results import OrgScore
from paitou.contest.scoring.pointing import Pointing
from paitou.contest.scoring.ranking import Places
from paitou.model import Flat, Item, Rulebook

MISSING_WORDS = {
    "zero": "记零分",
    "reweight": "不计，其余指标的满分按比例提高",
    "group_mean": "按本组平均得分率计",
    "group_lowest": "按本组最低得分率计",
    "last": "沿用上期得分率",
    "unranked": "不计分，不参加排名",
}
_FLAT_WORDS = {Flat.FULL: "满分", Flat.HALF: "满分的一半", Flat.ZERO: "零分"}
_NAMED = 6


def rule_notes(rulebook: Rulebook) -> Iterator[str]:
    """Yield what holds for everybody."""
    ours = f"：{rulebook.ours}" if rulebook.ours else ""
    if rulebook.ours or rulebook.is_ours:
        yield f"本办法有未公布而自行拟定的内容{ours}"
    yield f"得分四舍五入到{rulebook.decimals}位小数，按公布的得分排名，并列之后名次顺延"
    if rulebook.ties.tolerance:
        yield f"得分相差不超过{rulebook.ties.tolerance:f}分的视为同分"
    if any(item.missing is None for item in rulebook.scored):
        yield f"没有数据的指标{MISSING_WORDS[rulebook.missing]}"


def group_notes(
    pointing: Pointing, ranked: Places, scores: list[OrgScore]
) -> Iterator[str]:
    """Yield where the general rules acted in a group."""
    name = pointing.roster.name(pointing.group)
    yield from (f"{name}：{words}" for words in _notes(pointing, ranked, scores))


def _notes(pointing: Pointing, ranked: Places, scores: list[OrgScore]) -> Iterator[str]:
    rulebook = pointing.roster.rulebook
    yield from _missing_notes(pointing)
    if pointing.fixed:
        yield f"{_items(pointing.fixed)}用事先确定的最高值、最低值"
    if pointing.flat:
        words = "、".join(f"{i.name}（{FACT_WORDS[fact]}）" for i, fact in pointing.flat)
        yield f"{words}各单位相同，需要比较高低的按{_FLAT_WORDS[rulebook.flat]}计"
    few = f"只有{len(scores)}家，少于{rulebook.small}家"
    if pointing.pooled:
        yield f"{few}，{_items(pointing.pooled)}与全部单位比较"
    if pointing.left_out:
        yield f"{few}，{_items(pointing.left_out)}不计，其余指标的满分按比例提高"
    if ranked.broken:
        words = f"同分，依次比较{_chain(rulebook)}的得分率定先后"
        yield f"{_blocks(ranked.broken)}{words}"
    if ranked.shared:
        yield f"{_blocks(ranked.shared)}同分，名次并列"
    for score in scores:
        if score.why_unranked:
            yield f"{score.org}不参加排名：{score.why_unranked}"
        yield from (f"{score.org}一票否决，{words}" for words in score.vetoes)


def _missing_notes(pointing: Pointing) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for item, org, why, rule in pointing.missed:
        found.setdefault(rule, []).append(f"{org}的{item.name}（{why}）")
    for rule, cells in found.items():
        shown = "、".join(cells[:_NAMED])
        more = f"等{len(cells)}处" if len(cells) > _NAMED else ""
        yield f"{shown}{more}缺数，{MISSING_WORDS[rule]}"


def _items(items: list[Item]) -> str:
    names = [item.name for item in items]
    more = f"等{len(names)}项" if len(names) > _NAMED else ""
    return "、".join(names[:_NAMED]) + more


def _blocks(blocks: tuple[tuple[str, ...], ...]) -> str:
    """Return who is equal to whom; of many only the first are named."""
    named = "；".join("、".join(orgs) for orgs in blocks[:_NAMED])
    return f"{named}等{len(blocks)}处" if len(blocks) > _NAMED else named


def _chain(rulebook: Rulebook) -> str:
    items = (rulebook.item(name) for name in rulebook.ties.chain)
    return "、".join(item.name for item in items if item)
