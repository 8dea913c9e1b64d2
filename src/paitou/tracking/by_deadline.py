"""A level that is to be reached by a year → reached, missed, or how the way to it goes."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from paitou.figures.goal import Goal
from paitou.model import Attainment, Standing, Strength, Unit
from paitou.tracking import pending
from paitou.tracking.fact import Fact, decide_fact
from paitou.tracking.facts import Evidence
from paitou.tracking.judging import standing
from paitou.tracking.wording import asked, computed, difference, percent, said

#: Of a growth, short by so many percentage points is 基本完成, as when reconciling.
CLOSE_POINTS = Decimal("0.5")


@frozen(kw_only=True)
class Aim:
    """A level to be reached: the target's own, or what growth from a base leads to.

    Attributes:
        words: how the goal is said in a reason; empty for the goal's own words.
        base: the value that it starts from, where one is known.
        rate: what a year multiplies the level by, of growth; the path is then no line.
        is_ratio: whether a level is held against the aim itself although there is a base,
            as of multiples; of a change it is the way from base to aim that counts.
        is_of_the_end: whether only the end counts, so that reaching it early and falling
            back is not reaching it: an average is one of its whole span.
        is_control: whether it is to be kept to (控制在), so that nothing is reached before
            the end.
        is_growth: whether the level is itself a growth, of which no share makes sense.
        method: identifier of the way of judging.
    """

    goal: Goal
    unit: Unit
    words: str = ""
    base: Fact | None = None
    rate: Decimal | None = None
    is_ratio: bool = False
    is_of_the_end: bool = False
    is_control: bool = False
    is_growth: bool = False
    method: str = "level-by"


def judge_by(evidence: Evidence, aim: Aim) -> Standing:
    """Return where a level stands that is to be reached by the end of the case's last year.

    Once a confirmed figure within the plan's years reaches it, it is reached; a later fall
    is flagged, not taken back. Only the figure of the last year itself can miss it.
    """
    facts = evidence.own
    final = next((f for f in facts if _is_final(evidence, f)), None)
    only = (final,) if aim.is_of_the_end and final else facts
    reaching = [fact for fact in only if decide_fact(aim.goal, fact)]
    if facts and aim.is_control and final is None:
        return _so_far(evidence, aim, facts[0])
    if reaching:
        return _met(evidence, aim, facts, reaching[-1])
    if final is not None and decide_fact(aim.goal, final) is False:
        return _failed(evidence, aim, final)
    return pending.judge(evidence, aim, facts)


def _so_far(evidence: Evidence, aim: Aim, latest: Fact) -> Standing:
    """Return how a level stands that only its end decides, before the end is known."""
    held = decide_fact(aim.goal, latest)
    if held is None or evidence.is_over:
        return pending.unknown(evidence, aim.method, latest=latest, aim=aim)
    base = evidence.base()
    if not held and not latest.is_partial and base and not aim.goal.decide(base.value):
        return pending.judge(evidence, aim, evidence.own)  # it has yet to be brought there
    told = f"{said(latest, aim.unit)}，{_goal_words(evidence, aim)}，"
    told += "目前达到，到期末再定" if held else "目前没有达到"
    verdict = Attainment.ON_TRACK if held else Attainment.BEHIND
    settles = f"{evidence.case.last}年数据"
    if held is False and latest.is_partial and latest.period.year == evidence.case.last:
        # What is done of a year only grows.
        told = told.removesuffix("目前没有达到") + "已超过"
        verdict, settles = Attainment.MISSED, ""
    return standing(
        evidence,
        verdict,
        told,
        fact=latest,
        required=aim.goal.aim,
        unit=aim.unit,
        share=_share(aim, latest),
        settles=settles,
        method=aim.method,
    )


def _is_final(evidence: Evidence, fact: Fact) -> bool:
    return fact.period.last_month == evidence.case.last * 12 + 11 and not fact.is_partial


def _met(evidence: Evidence, aim: Aim, facts: tuple[Fact, ...], first: Fact) -> Standing:
    latest = facts[0]
    lapsed = decide_fact(aim.goal, latest) is False
    told = f"{said(first, aim.unit)}{computed(first)}，{_goal_words(evidence, aim)}，已达到"
    if lapsed:
        way = "回落到目标以下" if aim.goal.falls_short(latest.value) else "回升到目标以上"
        told += f"；但{said(latest, aim.unit)}，又{way}"
    elif latest is not first:
        told += f"，最近一期{said(latest, aim.unit)}"
    if not any(_is_final(evidence, fact) for fact in facts):
        told += f"；{evidence.case.last}年数据尚未发布"
    # A latest figure that leaves it open (至少2.5) takes nothing back.
    shown = latest if lapsed or decide_fact(aim.goal, latest) else first
    return standing(
        evidence,
        Attainment.MET,
        told,
        fact=shown,
        base=aim.base if aim.words else None,
        figures=first.figures,
        required=aim.goal.aim,
        unit=aim.unit,
        share=_share(aim, shown),
        lapsed=lapsed,
        early=first.period.last < evidence.case.last,
        inferred=aim.base is not None,
        method=aim.method,
    )


def _failed(evidence: Evidence, aim: Aim, final: Fact) -> Standing:
    """Return nearly or missed by the last year's figure, reached later or not."""
    case, told = evidence.case, _goal_words(evidence, aim)
    later = next((f for f in _after(evidence) if decide_fact(aim.goal, f)), None)
    near = _nearness(aim, final)
    share = None if near is None else float(near)
    if later is not None:
        reason = f"{said(final, aim.unit)}，{told}，未按期达到；"
        reason += f"{said(later, aim.unit)}，逾期后达到"
        return standing(
            evidence, Attainment.MET, reason, fact=later, figures=final.figures,
            required=aim.goal.aim, unit=aim.unit, late=True, method=aim.method,
            share=_share(aim, later),
        )  # fmt: skip
    is_near = near is not None and near >= case.rules.nearly
    if aim.is_growth:
        is_near = abs(final.value - aim.goal.nearest(final.value)) <= CLOSE_POINTS
    if aim.rate is not None and aim.base is not None:
        is_near = _points_short(aim, final) <= CLOSE_POINTS
    done = done_words(near, case.rules.nearly)
    return standing(
        evidence,
        Attainment.NEARLY if is_near else Attainment.MISSED,
        f"{said(final, aim.unit)}{computed(final)}，{told}，{_beside(aim, final)}{done}",
        fact=final,
        base=aim.base if aim.words else None,
        required=aim.goal.aim,
        unit=aim.unit,
        share=share,
        inferred=aim.base is not None,
        method=aim.method,
    )


def done_words(near: Decimal | None, limit: Decimal) -> str:
    """Return the share done as the end of a reason; empty where there is none to tell."""
    return f"，完成{percent(near, limit)}" if near is not None and 0 <= near < 1 else ""


def _beside(aim: Aim, final: Fact) -> str:
    """Return how far a figure is from the goal, in words."""
    bound = aim.goal.nearest(final.value)
    if final.value == bound:
        if aim.goal.is_strict:
            side = "超过" if aim.goal.is_floor else "低于"
            return f"持平，目标要求{side}此数，需人工认定"
        return f"公布为“{final.qualifier}”，未达到"
    return f"差{difference(final.value - bound, aim.unit)}"


def _after(evidence: Evidence) -> tuple[Fact, ...]:
    if evidence.as_of.year <= evidence.case.last:
        return ()
    return tuple(evidence.settling(evidence.case.last + 1, evidence.as_of.year))


def _goal_words(evidence: Evidence, aim: Aim) -> str:
    stretch = evidence.case.statement.strength is Strength.STRETCH
    if aim.words:
        return aim.words
    prefix = "力争目标" if stretch else "目标"
    return f"{prefix}{asked(aim.goal, aim.unit, evidence.case.statement)}"


def _nearness(aim: Aim, fact: Fact) -> Decimal | None:
    """Return how much is done: of a change how much of the way, else of the level."""
    if aim.is_growth:
        return None
    if aim.base is None or aim.is_ratio:
        return aim.goal.nearness(fact.value)
    way = aim.goal.aim - aim.base.value
    return (fact.value - aim.base.value) / way if way else None


def _share(aim: Aim, fact: Fact) -> float | None:
    near = _nearness(aim, fact)
    return None if near is None else float(near)


def _points_short(aim: Aim, final: Fact) -> Decimal:
    """Return how far the average that a level means is below the one asked for."""
    assert aim.base is not None  # noqa: S101 (asked by the caller)
    assert aim.rate is not None  # noqa: S101
    years = final.period.year - aim.base.period.year
    gap = (aim.rate - root(final.value / aim.base.value, years)) * 100
    return gap if aim.goal.is_floor else -gap


def root(ratio: Decimal, years: int) -> Decimal:
    """Return what a year multiplies by on average; nothing where nothing was left."""
    return Decimal(float(ratio) ** (1 / years)) if ratio > 0 and years > 0 else Decimal(0)
