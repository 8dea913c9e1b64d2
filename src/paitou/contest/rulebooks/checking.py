"""A rulebook → what does not add up in it, acts on nothing or is left open."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from paitou.contest.formulas.descriptions import describe
from paitou.contest.rulebooks.references import check_references
from paitou.model import (
    Contestants,
    Formula,
    Honours,
    Issue,
    Item,
    Level,
    ListRule,
    Rulebook,
)


def check_rulebook(rulebook: Rulebook) -> tuple[Issue, ...]:
    """Return every fault of the rulebook as a whole; what it leaves open are hints."""
    return (
        *check_references(rulebook),
        *_sums(rulebook),
        *_formulas(rulebook),
        *_idle(rulebook),
        *_small(rulebook),
        *_open(rulebook),
    )


def _sums(rulebook: Rulebook) -> Iterator[Issue]:
    """Weights for everybody, unless every group has its own, then those of each group."""
    groups = rulebook.groups
    if not groups or any(not group.weights for group in groups):
        yield from _sums_of(rulebook, None)
    for group in groups:
        if group.weights:
            yield from _sums_of(rulebook, group)


def _sums_of(rulebook: Rulebook, group: Contestants | None) -> Iterator[Issue]:
    counted = [item for item in rulebook.scored if not item.is_on_top]
    total = sum((rulebook.weight(item, group) for item in counted), Decimal(0))
    called = f"{group.name}的" if group else ""
    if total != rulebook.full:
        where = (
            rulebook.place("group", group.id) if group else rulebook.place("rulebook", "")
        )
        message = (
            f"{called}各项权重合计 {total:f}，满分是 {rulebook.full:f}，"
            f"相差 {total - rulebook.full:+f}"
        )
        yield _issue("rulebook-weights", message, "改正权重，或改正 full", where)
    sums = _sums_below(rulebook, group)
    for item in rulebook.items:
        if item.id not in sums or _is_implied(item, group):
            continue
        stated = rulebook.weight(item, group)
        if stated != sums[item.id]:
            message = (
                f"{called}指标 {item.id}({item.name})权重 {stated:f}，"
                f"下级合计 {sums[item.id]:f}"
            )
            where = rulebook.place("item", item.id)
            yield _issue("rulebook-weights", message, "改正其中的权重", where)


def _sums_below(rulebook: Rulebook, group: Contestants | None) -> dict[str, Decimal]:
    """Return what the scored items under each node above them sum to."""
    parents = {item.id: item.parent for item in rulebook.items}
    sums: dict[str, Decimal] = {}
    for item in rulebook.scored:
        seen, above = {item.id}, item.parent
        while above in parents and above not in seen:
            added = Decimal(0) if item.is_on_top else rulebook.weight(item, group)
            sums[above] = sums.get(above, Decimal(0)) + added
            seen.add(above)
            above = parents[above]
    return sums


def _is_implied(item: Item, group: Contestants | None) -> bool:
    """A group that changes scored items need not say what the nodes above come to."""
    return group is not None and item.id not in group.weights


def _formulas(rulebook: Rulebook) -> Iterator[Issue]:
    scored = {item.id for item in rulebook.scored}
    for item in rulebook.items:
        where = rulebook.place("item", item.id)
        called = f"指标 {item.id}({item.name})"
        if item.id in scored and item.formula is None:
            remedy = "写 formula 或 mix"
            yield _issue("rulebook-formula", f"{called}没有公式，不能计分", remedy, where)
        elif item.id not in scored and item.formula is not None:
            message = f"{called}有下级指标，自己的公式不起作用"
            yield _issue("rulebook-idle", message, "删去它的公式", where, Level.WARNING)
        if item.is_on_top and item.weight == 0 and item.id in scored:
            message = f"{called}是加减分项，权重是折算的标准，不能为 0"
            yield _issue("rulebook-weights", message, "写一个大于 0 的权重", where)


def _idle(rulebook: Rulebook) -> Iterator[Issue]:
    """Parts that are written but do nothing, and lists that do not say how many."""
    gated = {each.gate for each in rulebook.extras}
    gated |= {each.gate for each in rulebook.lists}
    gated |= {band.gate for band in (rulebook.classes.bands if rulebook.classes else ())}
    for gate in rulebook.gates:
        where = rulebook.place("gate", gate.id)
        if gate.at_least is None and gate.at_most is None:
            message = f"门槛 {gate.id} 没有写 at_least 或 at_most，谁都过得了"
            yield _issue("rulebook-idle", message, "补上一个", where, Level.WARNING)
        elif gate.id not in gated:
            message = f"门槛 {gate.id} 没有用在任何加减分、等次、名单上"
            yield _issue("rulebook-idle", message, "用上它，或删去", where, Level.WARNING)
    for honours in rulebook.lists:
        if trouble := _list_trouble(honours, rulebook):
            where = rulebook.place("list", honours.id)
            message = f"名单 {honours.id}({honours.name}){trouble}"
            yield _issue("rulebook-list", message, "补上后重新装载", where)
    for extra in rulebook.extras:
        if extra.each == 0:
            message = f"加减分 {extra.id}({extra.name})每起 0 分，不起作用"
            where = rulebook.place("extra", extra.id)
            yield _issue("rulebook-idle", message, "改正 each", where, Level.WARNING)


def _list_trouble(honours: Honours, rulebook: Rulebook) -> str:
    if honours.rule in (ListRule.BELOW, ListRule.ABOVE):
        return "" if honours.threshold is not None else "没有写 threshold(分数线)"
    if honours.rule in (ListRule.RISEN, ListRule.FALLEN) and honours.threshold is not None:
        return ""
    if honours.count is not None:
        return ""
    if not honours.counts:
        return "没有写 count(几名)"
    lacking = [each.name for each in rulebook.groups if each.id not in honours.counts]
    return f"没有写{'、'.join(lacking)}的名额" if lacking else ""


def _small(rulebook: Rulebook) -> Iterator[Issue]:
    """Groups of too few, where points come from comparing with the others."""
    comparing = [item for item in rulebook.scored if _compares(item.formula)]
    for group in rulebook.groups:
        if comparing and 0 < len(group.orgs) < rulebook.small:
            message = (
                f"{group.name}只有 {len(group.orgs)} 个单位，不足 {rulebook.small} 个，"
                f"{len(comparing)} 项按相互比较计分的指标一家变动就会改变别家的分"
            )
            remedy = "并组，或改用不比较的公式，或写明 small_group"
            where = rulebook.place("group", group.id)
            yield _issue("rulebook-small-group", message, remedy, where, Level.WARNING)


def _compares(formula: Formula | None) -> bool:
    if formula is None:
        return False
    described = describe(formula.name)
    inner = any(_compares(part) for _, part in formula.parts)
    return inner or bool(described and described.compares)


def _open(rulebook: Rulebook) -> Iterator[Issue]:
    """What the text leaves open is decided by defaults, and said."""
    compared = any(_compares(item.formula) for item in rulebook.scored)
    said = {
        "missing": "没有数据的怎么办，默认记零分",
        "ties": "同分怎么办，默认并列、后面的名次顺延",
    }
    if compared:
        said["flat"] = "最高值等于最低值怎么办，默认都得满分"
        said["small_group"] = "单位太少的组怎么办，默认照常比较"
    for key, what in said.items():
        if key in rulebook.unsaid:
            where = rulebook.place("rulebook", "")
            message = f"没有写明{what}"
            yield _issue("rulebook-open", message, f"写明 {key}", where, Level.HINT)


def _issue(
    code: str, message: str, remedy: str, where: str, level: Level = Level.ERROR
) -> Issue:
    return Issue(code=code, level=level, message=message, remedy=remedy, where=where)
