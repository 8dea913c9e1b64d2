"""What a plan's system says → the sentences of 目标衔接平衡分析, in every medium."""

from __future__ import annotations

from paitou.consistency.plan.answers import Answers, Beyond


def balance_sentence(found: Answers) -> str:
    """Return whether the targets can all be true, as one sentence."""
    if not found.identities_hold:
        return "指标关系本身互相矛盾，无法分析，请核对 indicators.toml 的关系。"
    if found.conflicts:
        more = "" if found.complete else "（没有找全）"
        short = sum(bool(conflict.told) for conflict in found.conflicts)
        if short == len(found.conflicts):
            return f"各项目标可以同时实现，但有{short}处分解任务与目标没有衔接{more}。"
        return f"各项目标不能同时实现，有{len(found.conflicts)}处衔接问题{more}。"
    if not found.implied:
        return "各项目标可以同时实现。"
    beyond = max(found.implied, key=lambda bound: bound.exceeds)
    if not beyond.exceeds:
        return f"各项目标可以同时实现，合起来还要求了{len(found.implied)}项没有写明的。"
    return f"各项目标可以同时实现，但合起来要求{bound_words(found, beyond)}。"


def bound_words(found: Answers, bound: Beyond) -> str:
    """Return a bound and what the plan itself says of it, without a full stop."""
    naming, variable = found.plan.naming, bound.variable
    value = bound.low if bound.low is not None else bound.high
    assert value is not None  # noqa: S101 (a bound has one end)
    side = "不低于" if bound.low is not None else "不高于"
    told = f"{naming.words(variable)}{side}{naming.amount(value, variable.indicator_id)}"
    if bound.own is not None:
        told += f"（方案写的是{naming.amount(bound.own, variable.indicator_id)}）"
    return told + growth_words(bound)


def growth_words(bound: Beyond) -> str:
    """Return what a bound means a year from what is known, with a comma in front."""
    if bound.growth is None:
        return ""
    told = f"，按{bound.base_year}年的数算年均增长{bound.growth:.1f}%"
    if bound.own_growth is not None:
        told += f"，而不是{bound.own_growth:.1f}%"
    return told
