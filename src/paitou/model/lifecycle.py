"""What has a life (督办事项, 项目, 申诉): its states, who moves it on, its clocks."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from paitou.model.errors import UsageError


class Part(StrEnum):
    """As what somebody acts in a matter; the office says who is what."""

    OFFICE = "office"
    STAFF = "staff"
    HEAD = "head"

    @property
    def label(self) -> str:
        """Return the Chinese word for it."""
        return {"office": "督查室", "staff": "承办单位", "head": "承办单位负责人"}[
            self.value
        ]


_PARTS = {"office": "督查室", "staff": "承办单位", "head": "承办单位负责人"}


class Need(StrEnum):
    """What must be said with a move."""

    TEXT = "text"
    DUE = "due"
    ORG = "org"

    @property
    def label(self) -> str:
        """Return the Chinese word for it."""
        return {"text": "说明", "due": "新的时限", "org": "承办单位"}[self.value]


@frozen(kw_only=True)
class LifeState:
    """Where a matter may stand.

    Attributes:
        is_open: somebody must still do something.
        with_part: whose turn it is; None where it is nobody's.
    """

    id: str
    label: str
    is_open: bool = True
    with_part: Part | None = None


@frozen(kw_only=True)
class LifeMove:
    """One line of the table of moves.

    Attributes:
        before: ids of the states that it starts from.
        after: id of the state that it leads to; empty where it leads to none other.
        needs: what must be said with it.
        text_label: what the words with it are called (办理情况, 退回原因).
        is_by_other: not by whoever made the move before it.
        is_in_time: only up to the last day (延期须在到期前提出).
        is_signing: it stops the clock of signing for it (签收).
    """

    id: str
    label: str
    before: tuple[str, ...]
    after: str = ""
    by: Part
    needs: tuple[Need, ...] = ()
    text_label: str = "说明"
    is_by_other: bool = False
    is_in_time: bool = False
    is_signing: bool = False


@frozen(kw_only=True)
class TimeLimit:
    """How many days a matter of a kind has, unless its own last day is stated."""

    id: str
    label: str
    days: int
    is_working_days: bool = False


@frozen(kw_only=True)
class SheetKind:
    """A numbered sheet that escalates: 提示单, 催办单, 督办单; `level` grows."""

    id: str
    label: str
    level: int
    colour: str = ""


@frozen(kw_only=True)
class Lifecycle:
    """A table of states and moves with its clocks; where it comes from is stated.

    Attributes:
        sign_days: working days to sign for it.
        near_days: working days before the last one from which on it is 临期.
        sha256: of the text it was read from.
    """

    id: str
    title: str
    source: str
    ours: str = ""
    states: tuple[LifeState, ...]
    moves: tuple[LifeMove, ...]
    limits: tuple[TimeLimit, ...] = ()
    sheets: tuple[SheetKind, ...] = ()
    sign_days: int = 1
    near_days: int = 3
    sha256: str = field(default="", eq=False)

    @property
    def start(self) -> LifeState:
        """Return the state in which a matter begins."""
        return self.states[0]

    def state(self, state_id: str) -> LifeState:
        """Return a state.

        Raises:
            UsageError: there is none of this id.
        """
        found = next((one for one in self.states if one.id == state_id), None)
        if found is None:
            raise UsageError(f"{self.title}没有“{state_id}”这个状态")
        return found

    def move(self, move_id: str) -> LifeMove:
        """Return a move.

        Raises:
            UsageError: there is none of this id.
        """
        found = next((one for one in self.moves if one.id == move_id), None)
        if found is None:
            raise UsageError(f"{self.title}没有“{move_id}”这一步")
        return found
