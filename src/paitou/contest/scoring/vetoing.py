"""Events of an organisation → the vetoes that apply, in words; the score is not touched."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from paitou.contest.readings import Event
from paitou.contest.scoring.extras import ordered
from paitou.model import Rulebook, Veto, VetoEffect

_COSTS_HONOUR = frozenset(
    {VetoEffect.NO_HONOUR, VetoEffect.LAST_CLASS, VetoEffect.UNRANKED}
)
_EFFECTS = {
    VetoEffect.NO_HONOUR: "取消评优资格",
    VetoEffect.LAST_CLASS: "降为末等",
    VetoEffect.UNRANKED: "不参加排名",
}


@frozen
class Vetoed:
    """A veto that applies, and the event that brought it about."""

    veto: Veto
    event: Event

    @property
    def costs_honour(self) -> bool:
        """Return whether it keeps an organisation off lists that praise."""
        return self.veto.effect in _COSTS_HONOUR

    @property
    def words(self) -> str:
        """Return the veto with its event and what it does."""
        told = "，".join(part for part in (self.event.reason, self.event.document) if part)
        effect = _EFFECTS.get(self.veto.effect) or f"不得高于{self.veto.class_name}"
        return f"{self.veto.name}（{told}）：{effect}" if told else (
            f"{self.veto.name}：{effect}"
        )  # fmt: skip


def vetoes_of(rulebook: Rulebook, events: tuple[Event, ...]) -> tuple[Vetoed, ...]:
    """Return the vetoes that apply, in the order of the rulebook."""
    return tuple(_vetoes(rulebook, events))


def _vetoes(rulebook: Rulebook, events: tuple[Event, ...]) -> Iterator[Vetoed]:
    for veto in rulebook.vetoes:
        for event in ordered(events):
            if event.kind in (veto.name, veto.id):
                yield Vetoed(veto, event)
