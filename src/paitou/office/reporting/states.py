"""A submission's state and who acts → its next state, or the sentence why not."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from attrs import evolve, field, frozen

from paitou.model import UsageError
from paitou.office.people.roles import Right


class Stage(StrEnum):
    """How far a submission has come."""

    DRAFT = "draft"
    REVIEW = "review"
    RETURNED = "returned"
    APPROVED = "approved"

    @property
    def label(self) -> str:
        """Return the Chinese word for it."""
        words = {
            "draft": "填报中",
            "review": "审核中",
            "returned": "已退回",
            "approved": "已核定",
        }
        return words[self.value]


class Move(StrEnum):
    """What may be done with a submission."""

    SAVE = "save"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    PASS = "pass"  # noqa: S105 (no password)
    RETURN = "return"
    PAPER = "paper"

    @property
    def label(self) -> str:
        """Return the Chinese word for it."""
        words = {
            "save": "保存",
            "submit": "提交",
            "withdraw": "撤回",
            "pass": "通过",
            "return": "退回",
            "paper": "纸质签批",
        }
        return words[self.value]


@frozen(kw_only=True)
class Step:
    """One review between 提交 and 已核定: what it is called, and the right that it needs.

    Attributes:
        is_own: whether somebody of the reporting organisation does it.
    """

    name: str
    label: str
    right: Right
    is_own: bool


_STEPS = {
    step.name: step
    for step in (
        Step(name="endorse", label="单位审核", right=Right.ENDORSE, is_own=True),
        Step(name="check", label="初核", right=Right.APPROVE, is_own=False),
        Step(name="approve", label="核定", right=Right.APPROVE, is_own=False),
    )
}
#: 填报 → 单位审核 → 核定.
USUAL_ROUTE = ("endorse", "approve")


def route_of(names: tuple[str, ...]) -> tuple[Step, ...]:
    """Return the reviews of a round in their order.

    Raises:
        UsageError: one is not known, or the last is none that approves.
    """
    unknown = [name for name in names if name not in _STEPS]
    if unknown or not names or names[-1] != "approve" or len(set(names)) < len(names):
        known = "、".join(_STEPS)
        raise UsageError(
            f"审核步骤“{'、'.join(names)}”不对：从 {known} 里选，不重复，最后一步是 approve"
        )
    return tuple(_STEPS[name] for name in names)


@frozen(kw_only=True)
class State:
    """Where a submission stands; `step` is the review that it waits for."""

    stage: Stage = field(converter=Stage, default=Stage.DRAFT)
    step: int = 0


@frozen(kw_only=True)
class Situation:
    """What a guard needs to know.

    Attributes:
        user: who acts.
        fillers: who filled in any of the values or submitted them.
        reviewers: who passed an earlier step since it was submitted.
        errors: how many cells cannot be submitted as they are.
        reason: what was written as the reason.
        lacks_evidence: whether the round wants 佐证材料 and there is none.
        is_paper_step: whether the step may be done by a sheet that was signed.
    """

    user: int | None
    fillers: frozenset[int] = frozenset()
    reviewers: frozenset[int] = frozenset()
    errors: int = 0
    is_round_open: bool = True
    reason: str = ""
    lacks_evidence: bool = False
    is_paper_step: bool = False


Guard = Callable[[Situation], str]


def _round_is_open(situation: Situation) -> str:
    return "" if situation.is_round_open else "这一批次已经结束，不能再报"


def _is_complete(situation: Situation) -> str:
    if not situation.errors:
        return ""
    return f"还有{situation.errors}格没有填好，改正后再提交"


def _is_proved(situation: Situation) -> str:
    if not situation.lacks_evidence:
        return ""
    return "这一批次要附佐证材料，请上传后再提交"


def _is_on_paper(situation: Situation) -> str:
    return "" if situation.is_paper_step else "这一步不能凭纸质签批办理"


def _is_somebody_else(situation: Situation) -> str:
    if situation.user is None or situation.user in situation.fillers:
        return "自己填报的数不能由自己审核，请由单位负责人或副职审核"
    if situation.user in situation.reviewers:
        return "前一步是您审核的，这一步须由另一人办理"
    return ""


def _has_reason(situation: Situation) -> str:
    return "" if situation.reason.strip() else "退回要写明原因"


@frozen(kw_only=True)
class Transition:
    """One line of the table: from which stages, by which right, under what conditions.

    Attributes:
        right: None where the step that it waits for names it.
    """

    move: Move
    before: frozenset[Stage]
    right: Right | None
    guards: tuple[Guard, ...] = ()
    is_first_step_only: bool = False


_OPEN = frozenset({Stage.DRAFT, Stage.RETURNED})
_REVIEW = frozenset({Stage.REVIEW})
TABLE = {
    line.move: line
    for line in (
        Transition(
            move=Move.SAVE, before=_OPEN, right=Right.FILL, guards=(_round_is_open,)
        ),
        Transition(
            move=Move.SUBMIT,
            before=_OPEN,
            right=Right.FILL,
            guards=(_round_is_open, _is_complete, _is_proved),
        ),
        Transition(
            move=Move.WITHDRAW,
            before=_REVIEW,
            right=Right.FILL,
            guards=(_round_is_open,),
            is_first_step_only=True,
        ),
        Transition(
            move=Move.PASS,
            before=_REVIEW,
            right=None,
            guards=(_is_somebody_else,),
        ),
        Transition(
            move=Move.RETURN,
            before=_REVIEW,
            right=None,
            guards=(_is_somebody_else, _has_reason),
        ),
        Transition(
            move=Move.PAPER,
            before=_REVIEW,
            right=Right.FILL,
            guards=(_is_on_paper,),
        ),
    )
}


def right_for(state: State, move: Move, route: tuple[Step, ...]) -> Right:
    """Return the right that a move needs now."""
    return TABLE[move].right or route[min(state.step, len(route) - 1)].right


def why_not(state: State, move: Move, situation: Situation) -> str:
    """Return why a move cannot be made; empty where it can, the right being held."""
    line = TABLE[move]
    if state.stage not in line.before or (line.is_first_step_only and state.step):
        return f"现在是“{state.stage.label}”，不能{move.label}"
    return next((words for guard in line.guards if (words := guard(situation))), "")


def moved(state: State, move: Move, route: tuple[Step, ...]) -> State:
    """Return the state that a move leads to, which `why_not` has allowed."""
    match move:
        case Move.SAVE:
            return state
        case Move.SUBMIT:
            return State(stage=Stage.REVIEW)
        case Move.WITHDRAW:
            return State(stage=Stage.DRAFT)
        case Move.RETURN:
            return State(stage=Stage.RETURNED)
        case Move.PASS | Move.PAPER:
            if state.step + 1 == len(route):
                return State(stage=Stage.APPROVED, step=state.step)
            return evolve(state, step=state.step + 1)
