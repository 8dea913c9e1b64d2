"""A rulebook → an issue for each name that leads nowhere and each order upside down."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from paitou.contest.rulebooks.values import nearest
from paitou.model import ClassRule, Issue, Level, Rulebook, VetoEffect

_CALLED = {
    "group": "组",
    "gate": "门槛",
    "list": "名单",
    "item": "指标",
    "extra": "加减分",
    "veto": "否决事项",
    "ties": "同分办法",
    "class": "等次",
    "classes": "等次",
}


def check_references(rulebook: Rulebook) -> tuple[Issue, ...]:
    """Return what names something that is not there, or contradicts itself."""
    return (
        *_items(rulebook),
        *_groups(rulebook),
        *_outcomes(rulebook),
        *_bounds(rulebook),
        *_bands(rulebook),
        *_words(rulebook),
    )


def _items(rulebook: Rulebook) -> Iterator[Issue]:
    """What names an item: groups' weights, gates, lists, ties."""
    known = {item.id for item in rulebook.items}
    scored = {item.id for item in rulebook.scored}
    for group in rulebook.groups:
        for each in group.weights:
            if each not in known:
                yield _unknown(rulebook, ("group", group.id), ("权重里的指标", each), known)
    for gate in rulebook.gates:
        if gate.item not in scored:
            yield _unknown(rulebook, ("gate", gate.id), ("指标", gate.item), scored)
    for honours in rulebook.lists:
        if honours.by and honours.by not in scored:
            yield _unknown(rulebook, ("list", honours.id), ("指标", honours.by), scored)
    for each in rulebook.ties.chain:
        if each not in scored:
            yield _unknown(rulebook, ("ties", ""), ("指标", each), scored)


def _groups(rulebook: Rulebook) -> Iterator[Issue]:
    """What names a group, and organisations that are in two."""
    known = {group.id for group in rulebook.groups}
    for item in rulebook.items:
        named = {*item.bounds, *(group for group, _ in item.fact_bounds)} - {""}
        for each in sorted(named - known):
            yield _unknown(rulebook, ("item", item.id), ("上下限里的组", each), known)
    for honours in rulebook.lists:
        for each in sorted(set(honours.counts) - known):
            yield _unknown(rulebook, ("list", honours.id), ("名额里的组", each), known)
    placed: dict[str, str] = {}
    for group in rulebook.groups:
        for org in group.orgs:
            if (first := placed.setdefault(org, group.id)) != group.id:
                message = f"{org}既在组 {first} 又在组 {group.id}，只能在一个组里排名"
                where = rulebook.place("group", group.id)
                yield _issue("rulebook-org-twice", message, "从一个组里删去", where)


def _outcomes(rulebook: Rulebook) -> Iterator[Issue]:
    """What names a gate or a class."""
    gates = {gate.id for gate in rulebook.gates}
    needing = [("extra", each.id, each.gate) for each in rulebook.extras]
    needing += [("list", each.id, each.gate) for each in rulebook.lists]
    bands = rulebook.classes.bands if rulebook.classes else ()
    needing += [("class", band.name, band.gate) for band in bands]
    for kind, name, gate in needing:
        if gate and gate not in gates:
            yield _unknown(rulebook, (kind, name), ("门槛", gate), gates)
    classes = {band.name for band in bands}
    for veto in rulebook.vetoes:
        needs_class = veto.effect is VetoEffect.NOT_ABOVE
        if (needs_class or veto.class_name) and veto.class_name not in classes:
            yield _unknown(rulebook, ("veto", veto.id), ("等次", veto.class_name), classes)
    if rulebook.classes:
        treated = {*rulebook.classes.exempt.values()} - {""}
        treated |= {*rulebook.classes.not_below.values()}
        for name in sorted(treated - classes):
            yield _unknown(rulebook, ("classes", ""), ("等次", name), classes)


def _bounds(rulebook: Rulebook) -> Iterator[Issue]:
    for item in rulebook.items:
        for low, high in (*item.bounds.values(), *item.fact_bounds.values()):
            if low > high:
                message = f"指标 {item.id} 的最低值 {low:f} 大于最高值 {high:f}"
                where = rulebook.place("item", item.id)
                yield _issue("rulebook-bounds", message, "写成 [最低值, 最高值]", where)
    for gate in rulebook.gates:
        if gate.at_least is None or gate.at_most is None:
            continue
        if gate.at_least > gate.at_most:
            message = f"门槛 {gate.id} 的 at_least 大于 at_most，谁也过不了"
            where = rulebook.place("gate", gate.id)
            yield _issue("rulebook-bounds", message, "改正其中一个", where)


def _bands(rulebook: Rulebook) -> Iterator[Issue]:
    """Classes from the best to the last: scores fall, shares rise up to 1."""
    if rulebook.classes is None:
        return
    where, bands = rulebook.place("classes", ""), rulebook.classes.bands
    by_cut = rulebook.classes.rule is ClassRule.CUT
    ends = [band.least if by_cut else band.share for band in bands]
    key = "least" if by_cut else "share"
    if not bands or any(end is None for end in ends[:-1]):
        message = f"等次除最后一等外都要写 {key}"
        yield _issue("rulebook-class-order", message, f"补上 {key}", where)
        return
    told = [end for end in ends if end is not None]
    if any((low <= high) if by_cut else (low >= high) for low, high in pairwise(told)):
        order = "从高到低" if by_cut else "从小到大(累计比例)"
        message = f"等次的 {key} 应当{order}排列"
        yield _issue("rulebook-class-order", message, "从最好的一等写起", where)
    elif not by_cut and ends[-1] not in (None, 1):
        message = "按比例分等，最后一等的 share 应为 1，否则有的单位没有等次"
        yield _issue("rulebook-class-order", message, "最后一等写 share = 1，或不写", where)


def _words(rulebook: Rulebook) -> Iterator[Issue]:
    """Names by which tables and events are matched must mean one thing each."""
    columns: dict[str, str] = {}
    for item in rulebook.scored:
        if (first := columns.setdefault(item.name, item.id)) != item.id:
            message = f"指标 {first} 和 {item.id} 都叫“{item.name}”，数据表里分不清"
            where = rulebook.place("item", item.id)
            yield _issue("rulebook-duplicate", message, "改成不同的名称", where)
    kinds: dict[str, tuple[str, str]] = {}
    events = [("extra", each.id, each.name) for each in rulebook.extras]
    events += [("veto", each.id, each.name) for each in rulebook.vetoes]
    for kind, name, title in events:
        for word in {name, title}:
            if kinds.setdefault(word, (kind, name)) != (kind, name):
                message = f"两处加减分或否决都叫“{word}”，事项记到哪一处说不清"
                where = rulebook.place(kind, name)
                yield _issue("rulebook-duplicate", message, "改成不同的编号和名称", where)


def _unknown(
    rulebook: Rulebook,
    part: tuple[str, str],
    said: tuple[str, str],
    known: Collection[str],
) -> Issue:
    (kind, name), (noun, word) = part, said
    message = f"{_CALLED[kind]} {name}".rstrip() + f" 提到的{noun}“{word[:30]}”不存在"
    remedy = nearest(word, known) or f"可用的：{'、'.join(sorted(known)[:20]) or '(没有)'}"
    return _issue("rulebook-unknown-name", message, remedy, rulebook.place(kind, name))


def _issue(code: str, message: str, remedy: str, where: str) -> Issue:
    return Issue(code=code, level=Level.ERROR, message=message, remedy=remedy, where=where)
