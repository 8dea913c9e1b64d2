"""A gate and an organisation → whether it is passed, with the reason in words."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from paitou.contest.formulas.wording import said
from paitou.contest.scoring.roster import Entrant
from paitou.model import Fact, Gate, Rulebook


@frozen(kw_only=True)
class Gates:
    """The gates of a rulebook, asked by id; one that is not named is always passed."""

    rulebook: Rulebook
    _by_id: Mapping[str, Gate] = field(init=False)

    @_by_id.default
    def _gates(self) -> Mapping[str, Gate]:
        return {gate.id: gate for gate in self.rulebook.gates}

    def trouble(self, gate_id: str, entrant: Entrant) -> str:
        """Return why the gate is not passed, empty where it is; a missing figure fails."""
        gate = self._by_id.get(gate_id)
        if gate is None:
            return ""
        known = entrant.known(gate.item)
        item = self.rulebook.item(gate.item)
        fact = item.formula.on if item and item.formula else Fact.VALUE
        value = known.get(Fact.VALUE, known.get(fact))
        if value is None:
            return f"“{gate.name}”缺数，视为没有过"
        if gate.at_least is not None and value < gate.at_least:
            return f"没有过“{gate.name}”（{said(value)}）"
        if gate.at_most is not None and value > gate.at_most:
            return f"没有过“{gate.name}”（{said(value)}）"
        return ""
