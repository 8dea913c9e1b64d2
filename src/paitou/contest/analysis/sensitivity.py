"""Each choice that a rulebook makes → the ranks if it had been made another way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from paitou.contest.analysis.matrix import INTERNAL
from paitou.contest.explaining.rounds import Round, play, with_bounds, without_bounds
from paitou.contest.results import Scoreboard
from paitou.model import Flat, Formula, Item, Missing, Rulebook, SmallGroup, UsageError


@frozen(kw_only=True)
class Alternative:
    """A rulebook with one choice made another way.

    Attributes:
        step: the choice: missing, flat, small_group, caps, bounds, mean or extras.
        words: the choice in Chinese.
    """

    step: str
    words: str
    rulebook: Rulebook


@frozen(kw_only=True)
class Sensitivity:
    """What one choice made another way does to scores and ranks.

    Attributes:
        moved: places up (positive) or down, of those that are ranked both ways.
        largest: the largest change of a score.
    """

    step: str
    words: str
    moved: tuple[tuple[str, int], ...]
    largest: Fraction
    how: str = "只改这一条规则，其余不变，用同样的数据重新计分"
    mark: str = INTERNAL

    @property
    def movers(self) -> tuple[str, ...]:
        """Return who changes place."""
        return tuple(org for org, places in self.moved if places)


_MISSING = {
    Missing.ZERO: "缺数计零分",
    Missing.REWEIGHT: "缺数不计分，其余指标放大",
    Missing.GROUP_MEAN: "缺数按组平均计",
    Missing.GROUP_LOWEST: "缺数按组内最低计",
}
_FLAT = {
    Flat.FULL: "最高最低相同时得满分",
    Flat.HALF: "最高最低相同时得一半",
    Flat.ZERO: "最高最低相同时不得分",
}
_SMALL = {
    SmallGroup.FIELD: "小组与全部单位相比",
    SmallGroup.ALLOW: "小组照常计分",
    SmallGroup.LEAVE_OUT: "小组不计相对得分",
}
#: Formulas with a cap or clipping, and what takes it off or puts one on.
_UNCAPPED = ("ratio", "over", "count", "distance", "efficacy", "minmax", "goalposts")


def sensitivity(round_: Round, steps: tuple[str, ...] = ()) -> tuple[Sensitivity, ...]:
    """Return what each choice does, those that act.

    Args:
        round_: that is scored anew.
        steps: the choices to look at; empty takes all that the rulebook makes.

    Raises:
        UsageError: a step that was asked for is unknown, or does not act at all (a
            difference of nothing would look like robustness; contest.md §8.3).
    """
    if unknown := [step for step in steps if step not in _STEPS]:
        known = "、".join(_STEPS)
        raise UsageError(f"没有“{unknown[0]}”这一步，可选：{known}")
    found: list[Sensitivity] = []
    for step in steps or tuple(_STEPS):
        results = [_compare(round_, each) for each in alternatives(round_, step)]
        acting = [result for result in results if result is not None]
        if steps and not acting:
            raise UsageError(f"“{_STEPS[step][0]}”这一步在本期不起作用，不能用来检验敏感性")
        found += acting
    return tuple(found)


def alternatives(round_: Round, step: str) -> Iterator[Alternative]:
    """Yield the rulebooks that differ from the round's in one choice."""
    for words, rulebook in _STEPS[step][1](round_):
        yield Alternative(step=step, words=words, rulebook=rulebook)


def _compare(round_: Round, other: Alternative) -> Sensitivity | None:
    """Return what the alternative does, None where no score moves at all."""
    if other.rulebook == round_.board.rulebook:
        return None
    board = play(other.rulebook, round_.field, round_.before).board
    old = {score.org: score for score in round_.board.scores}
    changes, moved = [Fraction(0)], []
    for score in board.scores:
        was = old[score.org]
        if score.exact is not None and was.exact is not None:
            changes.append(abs(score.exact - was.exact))
        if score.rank is not None and was.rank is not None:
            moved.append((score.org, was.rank - score.rank))
    if not max(changes) and _same_ranked(round_.board, board):
        return None
    return Sensitivity(
        step=other.step, words=other.words, moved=tuple(moved), largest=max(changes)
    )


def _same_ranked(one: Scoreboard, other: Scoreboard) -> bool:
    ranks = {score.org: score.rank for score in one.scores}
    return ranks == {score.org: score.rank for score in other.scores}


_Ways = Iterator[tuple[str, Rulebook]]


def _missing(round_: Round) -> _Ways:
    rules = round_.board.rulebook
    if not any(p.missing for score in round_.board.scores for p in score.points):
        return
    for choice, words in _MISSING.items():
        items = tuple(evolve(item, missing=None) for item in rules.items)
        yield words, evolve(rules, missing=choice, items=items)


def _flat(round_: Round) -> _Ways:
    rules = round_.board.rulebook
    for choice, words in _FLAT.items():
        if choice is not rules.flat:
            yield words, evolve(rules, flat=choice)


def _small_group(round_: Round) -> _Ways:
    rules = round_.board.rulebook
    sizes = Counter(score.group for score in round_.board.scores)
    if min(sizes.values(), default=rules.small) >= rules.small:
        return
    for choice, words in _SMALL.items():
        if choice is not rules.small_group:
            yield words, evolve(rules, small_group=choice)


def _caps(round_: Round) -> _Ways:
    yield "各项封顶和截断全部取消", _each_formula(round_.board.rulebook, _uncapped)
    yield "完成率一律封顶在1倍", _each_formula(round_.board.rulebook, _capped)


def _bounds(round_: Round) -> _Ways:
    rules = round_.board.rulebook
    if any(item.bounds or item.fact_bounds for item in rules.items):
        yield "最高最低值按本期参评单位现取", without_bounds(rules)
    elif round_.before is not None:
        yield "最高最低值沿用上期", with_bounds(rules, round_.before.bounds)


def _mean(round_: Round) -> _Ways:
    rules = round_.board.rulebook
    yield "与他人比较的指标一律改按最高最低值计（极差法）", _each_formula(rules, _by_range)
    yield "与他人比较的指标一律改按位次计（位次百分比）", _each_formula(rules, _by_place)


def _extras(round_: Round) -> _Ways:
    if any(score.extras for score in round_.board.scores):
        rules = evolve(round_.board.rulebook, extras=(), extras_cap=None)
        yield "不计加减分", rules


_STEPS: dict[str, tuple[str, Callable[[Round], _Ways]]] = {
    "missing": ("缺数处理", _missing),
    "flat": ("最高最低相同", _flat),
    "small_group": ("小组处理", _small_group),
    "caps": ("封顶", _caps),
    "bounds": ("最高最低值固定与否", _bounds),
    "mean": ("比较方法", _mean),
    "extras": ("加减分", _extras),
}


def _each_formula(rules: Rulebook, change: Callable[[Formula], Formula]) -> Rulebook:
    return evolve(rules, items=tuple(_changed(item, change) for item in rules.items))


def _changed(item: Item, change: Callable[[Formula], Formula]) -> Item:
    return evolve(item, formula=_deep(item.formula, change)) if item.formula else item


def _deep(formula: Formula, change: Callable[[Formula], Formula]) -> Formula:
    parts = tuple((share, _deep(part, change)) for share, part in formula.parts)
    return change(evolve(formula, parts=parts))


def _uncapped(formula: Formula) -> Formula:
    if formula.name not in _UNCAPPED:
        return formula
    caps = {"cap", "most", "clip"}
    kept = {name: v for name, v in formula.parameters.items() if name not in caps}
    if formula.name in ("efficacy", "minmax", "goalposts"):
        kept["clip"] = False
    if formula.name == "distance":
        kept["cap"] = Decimal(10**6)
    return evolve(formula, parameters=kept)


def _capped(formula: Formula) -> Formula:
    if formula.name != "ratio":
        return formula
    return evolve(formula, parameters={**formula.parameters, "cap": Decimal(1)})


def _compares(formula: Formula) -> bool:
    from paitou.contest.formulas import describe

    described = describe(formula.name)
    return described is not None and described.compares


def _by_range(formula: Formula) -> Formula:
    return Formula(name="minmax", on=formula.on) if _compares(formula) else formula


def _by_place(formula: Formula) -> Formula:
    return Formula(name="percentile", on=formula.on) if _compares(formula) else formula
