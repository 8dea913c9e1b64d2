"""A place, a score or a class to reach → what would have to rise, alone and cheapest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial

from attrs import frozen

from paitou.contest.explaining.gaps import scored
from paitou.contest.explaining.goals import Goal, class_goal, place_goal, score_goal
from paitou.contest.explaining.levers import Lever, levers
from paitou.contest.explaining.rounds import Round
from paitou.contest.explaining.trials import Raises, Trials, least_steps
from paitou.model import UsageError

#: Into how many levels the gain of each item is cut, and all that is needed.
_LEVELS, _BUCKETS = 6, 120
#: What a choice costs, and its steps.
_Choice = tuple[Fraction, dict[Lever, int]]


@frozen(kw_only=True)
class Raise:
    """One figure that rises (or falls, where less is better).

    Attributes:
        before, after: in the item's unit, to the places that it is published in.
        points: that this raise adds by itself.
        cost: in paces of the lever.
    """

    item: str
    name: str
    unit: str
    before: Decimal
    after: Decimal
    points: Fraction
    cost: Fraction


@frozen(kw_only=True)
class Alone:
    """What one item would have to reach if it were the only one to move.

    Attributes:
        needed: None where it cannot be done by this item alone, and `why` says why.
        most: the points that it can still add at most, None where it was not worked out.
    """

    item: str
    needed: Raise | None
    most: Fraction | None = None
    why: str = ""


@frozen(kw_only=True)
class Raising:
    """How a goal can be reached.

    Attributes:
        alone: each item by itself, the cheapest first, then the impossible.
        together: the cheapest combination found, empty where the goal cannot be reached.
        cost: of the combination, in paces.
        rank, score: of the organisation, scored anew with the combination.
    """

    org: str
    goal: str
    alone: tuple[Alone, ...]
    together: tuple[Raise, ...] = ()
    cost: Fraction | None = None
    rank: int | None = None
    score: Decimal | None = None
    how: str


def raise_place(
    round_: Round, org: str, paces: Mapping[str, Decimal] | None = None
) -> Raising | None:
    """Return what would lift it to the next better rank, None for the first place."""
    score = scored(round_.board, org)
    better = [
        s.rank for s in round_.board.group(score.group)
        if s.rank and score.rank and s.rank < score.rank
    ]  # fmt: skip
    if not better:
        return None
    return _raise(round_, org, place_goal(max(better)), paces)


def raise_to_score(
    round_: Round, org: str, least: Decimal, paces: Mapping[str, Decimal] | None = None
) -> Raising:
    """Return what would lift it to a printed score."""
    return _raise(round_, org, score_goal(least), paces)


def raise_to_class(
    round_: Round, org: str, name: str, paces: Mapping[str, Decimal] | None = None
) -> Raising:
    """Return what would lift it into a class.

    Raises:
        UsageError: the rulebook has no such class, or nobody of the group shows its cut.
    """
    return _raise(round_, org, class_goal(round_.board, org, name), paces)


def _raise(
    round_: Round, org: str, goal: Goal, paces: Mapping[str, Decimal] | None
) -> Raising:
    trials = Trials(round_, org)
    if goal.holds(trials, {}):
        raise UsageError(f"“{org}”已经达到：{goal.words}")
    found, reasons = levers(round_, org, paces)
    alone = [_alone(trials, goal, lever) for lever in found]
    alone.sort(key=lambda a: (a.needed.cost if a.needed else Fraction(10**9), a.item))
    reached = _cheapest(trials, goal, found)
    how = _how(paces)
    rest = tuple(Alone(item=item, needed=None, why=why) for item, why in reasons.items())
    if reached is None:
        return Raising(org=org, goal=goal.words, alone=(*alone, *rest), how=how)
    played = scored(trials.played(reached).board, org)
    together = [_raised(trials, lever, steps) for lever, steps in reached.items()]
    return Raising(
        org=org,
        goal=goal.words,
        alone=(*alone, *rest),
        together=tuple(sorted(together, key=lambda r: (-r.points, r.item))),
        cost=sum((each.cost for each in together), Fraction(0)),
        rank=played.rank,
        score=played.score,
        how=how,
    )


def _how(paces: Mapping[str, Decimal] | None) -> str:
    measured = "组内最高与最低之差"
    if paces:
        measured = "本单位历史上最好的一期进步（没有的用组内最高与最低之差）"
    return (
        f"每项的代价按提高的幅度除以{measured}计，求合计最小；每项分{_LEVELS}档求组合后逐项"
        "收紧到公布的小数位，并按提高后的数据重新计分核对；假定他人数据不变"
    )


def _alone(trials: Trials, goal: Goal, lever: Lever) -> Alone:
    far = trials.reach(lever)
    most = trials.gain(lever, far)
    if not far:
        why = "已经到顶，再提高也不加分"
        return Alone(item=lever.item, needed=None, most=most, why=why)
    if not goal.holds(trials, {lever: far}):
        why = f"到顶最多再得{trials.printed(most)}分，单靠这一项不够"
        return Alone(item=lever.item, needed=None, most=most, why=why)
    steps = _least(far, lambda n: goal.holds(trials, {lever: n}))
    return Alone(item=lever.item, needed=_raised(trials, lever, steps), most=most)


def _raised(trials: Trials, lever: Lever, steps: int) -> Raise:
    return Raise(
        item=lever.item,
        name=lever.name,
        unit=lever.unit,
        before=lever.now,
        after=lever.at(steps),
        points=trials.gain(lever, steps),
        cost=lever.cost(steps),
    )


def _cheapest(
    trials: Trials, goal: Goal, found: Sequence[Lever]
) -> dict[Lever, int] | None:
    """Return steps by lever that reach the goal, None where everything does not.

    A knapsack over levels of each item; then each raise is taken back as far as it can be.
    """
    everything = {lever: trials.reach(lever) for lever in found}
    if not goal.holds(trials, everything):
        return None
    need = goal.need(trials)
    options = {lever: _options(trials, lever, need) for lever in found}
    chosen = _knapsack(options, need)
    if chosen is None or not goal.holds(trials, chosen):
        chosen = {lever: levels[-1][0] for lever, levels in options.items() if levels}
        if not goal.holds(trials, chosen):
            chosen = everything
    tightened = _tighten(trials, goal, chosen)
    return tightened if goal.stands(trials.played(tightened), trials.org) else None


def _options(trials: Trials, lever: Lever, need: Fraction) -> list[tuple[int, Fraction]]:
    """Return the least steps for each level of gain, and the gain there."""
    far = trials.reach(lever)
    room = min(trials.gain(lever, far), need)
    if room <= 0:
        return []
    found: dict[int, Fraction] = {}
    for level in range(1, _LEVELS + 1):
        aim = room * level / _LEVELS
        steps = least_steps(lambda n: trials.gain(lever, n), far, aim)
        found[steps] = trials.gain(lever, steps)
    return sorted(found.items())


def _knapsack(
    options: Mapping[Lever, list[tuple[int, Fraction]]], need: Fraction
) -> dict[Lever, int] | None:
    """Return the cheapest choice of one option of each that adds up to the need."""
    best: list[_Choice | None] = [None] * (_BUCKETS + 1)
    best[0] = (Fraction(0), {})
    for lever, levels in options.items():
        priced = [
            (steps, int(gain * _BUCKETS / need), lever.cost(steps))
            for steps, gain in levels
        ]
        after = list(best)
        for start, state in enumerate(best):
            if state is None:
                continue
            for steps, width, cost in priced:
                end = min(_BUCKETS, start + width)
                total, known = state[0] + cost, after[end]
                if known is None or total < known[0]:
                    after[end] = (total, state[1] | {lever: steps})
        best = after
    reached = best[_BUCKETS]
    return None if reached is None else reached[1]


def _tighten(trials: Trials, goal: Goal, chosen: Raises) -> dict[Lever, int]:
    """Return the raises, each taken back as far as the goal allows, the dearest first."""
    kept = dict(chosen)

    def dearness(lever: Lever) -> Fraction:
        gain = trials.gain(lever, kept[lever])
        return lever.cost(kept[lever]) / gain if gain > 0 else Fraction(10**9)

    for lever in sorted(kept, key=dearness, reverse=True):
        kept[lever] = _least(kept[lever], partial(_holds, trials, goal, kept, lever))
    return {lever: steps for lever, steps in kept.items() if steps}


def _holds(trials: Trials, goal: Goal, kept: Raises, lever: Lever, steps: int) -> bool:
    return goal.holds(trials, {**kept, lever: steps})


def _least(far: int, holds: Callable[[int], bool]) -> int:
    """Return the least number of steps for which it holds, which it does for `far`."""
    low, high = -1, far
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle
    return high
