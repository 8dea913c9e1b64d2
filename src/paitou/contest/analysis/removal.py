"""A round without one of its organisations → whether scores or places of others change."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from paitou.contest.analysis.findings import Finding, listed
from paitou.contest.analysis.matrix import INTERNAL
from paitou.contest.explaining.asking import by_range, stands_in
from paitou.contest.explaining.digits import plain, printed
from paitou.contest.explaining.gaps import exact, peers
from paitou.contest.explaining.rounds import Round, of_group, only, play, without
from paitou.contest.results import ItemPoints, OrgScore
from paitou.contest.scoring.roster import compared_facts
from paitou.contest.scoring.yardsticks import is_fixed
from paitou.model import Fact, Item, SmallGroup

#: How many cells are scored anew at most where everybody's absence can matter.
_CELLS = 30_000


@frozen(kw_only=True)
class Removal:
    """What is different for the others of a group if one took no part.

    Attributes:
        items: those whose points change for somebody.
        largest: the largest change of another's score.
        swapped: pairs that would stand the other way round, the higher first.
    """

    org: str
    items: tuple[str, ...]
    largest: Fraction
    swapped: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class Removals:
    """Who could change others' scores by staying away.

    Attributes:
        live: items that compare and whose bounds are not frozen.
        removals: of those tried, whose absence changes a score.
        tried: who was left out; with `most`, only the first of those that can matter.
    """

    group: str
    live: tuple[str, ...]
    removals: tuple[Removal, ...]
    tried: tuple[str, ...]
    left_untried: int
    how: str
    mark: str = INTERNAL


def removals(round_: Round, group: str = "", most: int | None = None) -> Removals:
    """Return what leaving each out would do; nothing where all bounds are frozen.

    Only items that compare are scored anew, and only without those whom they can depend
    on: holders of the highest or lowest value, or anybody where ranks or means count.

    Args:
        round_: that is scored anew.
        group: its id.
        most: how many are left out in turn at most; None is all, but in large groups as
            many as can be scored anew in a few seconds.
    """
    items = live_items(round_, group)
    touched = _touched(round_, group, items)
    if most is None:
        cells = len(round_.board.group(group)) * max(map(len, touched.values()), default=1)
        most = max(5, _CELLS // cells)
    orgs = sorted(touched, key=lambda org: (-len(touched[org]), org))
    found = [_removal(round_, group, org, touched[org]) for org in orgs[:most]]
    return Removals(
        group=group,
        live=tuple(item.id for item in items),
        removals=tuple(each for each in found if each.items),
        tried=tuple(orgs[:most]),
        left_untried=max(0, len(orgs) - most),
        how="每次去掉一家，把与他人比较且最高最低值未固定的指标重新计分，看其他单位的变化",
    )


def removal_findings(round_: Round, group: str = "") -> tuple[Finding, ...]:
    """Return one finding on bounds that are not frozen, and one on whose absence tells."""
    found = removals(round_, group)
    if not found.live:
        return ()
    names = {item.id: item.name for item in round_.board.rulebook.items}
    live = tuple(names[item] for item in found.live)
    first = Finding(
        check="bounds",
        sentence=(
            f"{listed(live).replace('家', '项')}与他人比较计分，最高最低值没有事先固定，"
            "得分受谁参评影响"
        ),
        numbers=(("指标数", len(live)),),
        how="看各指标的公式是否与他人比较、考核办法里有没有固定的最高最低值",
    )
    return (first, *(_finding(each, found) for each in found.removals if each.swapped))


def live_items(round_: Round, group: str) -> tuple[Item, ...]:
    """Return the items of a group that compare by something that is not frozen."""
    counted = {points.item for s in round_.board.group(group) for points in s.points}
    return tuple(
        item
        for item in round_.board.rulebook.scored
        if item.id in counted and not is_fixed(item, group)
    )


def _touched(
    round_: Round, group: str, items: tuple[Item, ...]
) -> dict[str, tuple[str, ...]]:
    """Return by organisation the items that its absence can matter for."""
    scores = round_.board.group(group)
    everybody = [score.org for score in scores]
    small = len(scores) <= round_.board.rulebook.small
    found: dict[str, list[str]] = {}
    for item in round_.board.rulebook.scored:
        orgs: list[str] = []
        if stands_in(scores, item.id):
            orgs = everybody
        elif item in items:
            # Where one fewer makes a group small, anybody's absence can matter.
            orgs = (
                everybody if small or not by_range(item.formula) else _holders(scores, item)
            )
        for org in orgs:
            found.setdefault(org, []).append(item.id)
    return {org: tuple(touched) for org, touched in found.items()}


def _holders(scores: tuple[OrgScore, ...], item: Item) -> list[str]:
    """Return who alone has the highest or the lowest value of a fact."""
    holders: dict[str, None] = {}
    for fact in compared_facts(item.formula):
        values = {
            s.org: v for s in scores if (v := _value(s.of(item.id), fact)) is not None
        }
        for end in (min, max):
            edge = end(values.values(), default=None)
            alone = [org for org, value in values.items() if value == edge]
            if len(alone) == 1:
                holders[alone[0]] = None
    return list(holders)


def _value(points: ItemPoints | None, fact: Fact) -> Fraction | None:
    reading = dict(points.readings).get(fact) if points else None
    return None if reading is None or reading.value is None else Fraction(reading.value)


def _removal(round_: Round, group: str, org: str, items: tuple[str, ...]) -> Removal:
    rules = round_.board.rulebook
    field = without(round_.field, org)
    if rules.small_group is not SmallGroup.FIELD:
        field = of_group(field, group)
    board = play(only(rules, items), field, round_.before).board
    cells = [(s.org, new) for s in board.group(group) for new in s.points]
    is_whole = any(_counts_otherwise(round_, name, new) for name, new in cells)
    if is_whole:
        # Full marks of other items are stretched then: everything has to be scored anew.
        board = play(rules, field, round_.before).board
        cells = [(s.org, new) for s in board.group(group) for new in s.points]
    # One who is left without any figure has no score that could be compared.
    still = {s.org for s in board.group(group) if s.exact is not None or not is_whole}
    totals = {s.org: exact(s) for s in peers(round_.board, group) if s.org in still}
    after, changed = dict(totals), dict[str, None]()
    for name, new in cells:
        change = _change(round_, name, new, is_whole=is_whole)
        if change and name in after:
            after[name] += change
            changed[new.item] = None
    moves = (abs(after[each] - totals[each]) for each in totals)
    return Removal(
        org=org,
        items=tuple(changed),
        largest=max(moves, default=Fraction(0)),
        swapped=_swapped(totals, after, rules.decimals) if changed else (),
    )


def _counts_otherwise(round_: Round, org: str, new: ItemPoints) -> bool:
    """Return whether the item counts for one for whom it did not count, or the reverse."""
    score = round_.board.of(org)
    old = score.of(new.item) if score else None
    return old is not None and (old.points is None) != (new.points is None)


def _change(round_: Round, org: str, new: ItemPoints, *, is_whole: bool) -> Fraction:
    """Return how points change; items scored alone have full marks without stretching."""
    score = round_.board.of(org)
    old = score.of(new.item) if score else None
    if old is None:
        return Fraction(0)
    points = new.points or Fraction(0)
    if not is_whole and new.full:
        points = points / new.full * old.full
    return points - (old.points or Fraction(0))


def _swapped(
    before: dict[str, Fraction], after: dict[str, Fraction], decimals: int
) -> tuple[tuple[str, str], ...]:
    old = {org: printed(total, decimals) for org, total in before.items()}
    new = {org: printed(total, decimals) for org, total in after.items()}
    order = sorted(old, key=lambda org: (-old[org], org))
    return tuple(
        (one, other)
        for place, one in enumerate(order)
        for other in order[place + 1 :]
        if old[one] > old[other] and new[one] < new[other]
    )


def _finding(each: Removal, found: Removals) -> Finding:
    pairs = tuple(f"{one}与{other}" for one, other in each.swapped)
    shown = "、".join(pairs[:3]) + (f"等{len(pairs)}对" if len(pairs) > 3 else "")
    return Finding(
        check="removal",
        sentence=f"{each.org}若不参评，{shown}的先后就会颠倒（最大变动{plain(each.largest)}分）",
        numbers=(("颠倒对数", len(pairs)), ("最大变动", each.largest)),
        how=found.how,
        orgs=(each.org, *dict.fromkeys(org for pair in each.swapped for org in pair)),
    )
