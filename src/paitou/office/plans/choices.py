"""The query of an address → what a reader chose: words, filters, one item, a mode."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from attrs import evolve, fields, frozen

from paitou.model import Plan
from paitou.office.plans.marks import Mark
from paitou.render.signs import is_asked_for

_LONGEST = 100
REVIEW = "review"


@frozen(kw_only=True)
class Choice:
    """What was asked for; empty where nothing was.

    Attributes:
        s: id of the item whose card is shown.
        number: a class of numbers, in reviewer's mode.
        standing: a verdict, or a reason why there is none.
        as_of: the day by whose knowledge targets are judged, kept in every link.
    """

    q: str = ""
    role: str = ""
    measure: str = ""
    indicator: str = ""
    kind: str = ""
    standing: str = ""
    section: str = ""
    mode: str = ""
    number: str = ""
    as_of: str = ""
    s: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Choice:
        """Return what the query of an address asks for."""
        names = [one.name for one in fields(cls)]
        return cls(**{name: _clean(query.get(name, "")) for name in names})

    @property
    def is_filtering(self) -> bool:
        """Return whether anything narrows what is shown."""
        by_field = self.role or self.measure or self.indicator or self.kind
        return bool(self.q or self.section or self.standing or by_field)

    @property
    def is_review(self) -> bool:
        """Return whether the numbers that are no statement are shown, too."""
        return self.mode == REVIEW

    def link(self, **changes: str) -> str:
        """Return the query of an address that asks for the same, with changes."""
        return "?" + urlencode(evolve(self, **changes).asked)

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """Return what was chosen as names and values, nothing where nothing was."""
        pairs = ((one.name, getattr(self, one.name)) for one in fields(Choice))
        return tuple((name, value) for name, value in pairs if value)

    def passes(self, mark: Mark, sections: frozenset[str] | None) -> bool:
        """Return whether the filters leave the mark; `sections` are the ids they leave."""
        if sections is not None and mark.item.section not in sections:
            return False
        return self._fits(mark) and (not self.q or _holds(mark, self.q.casefold()))

    def _fits(self, mark: Mark) -> bool:
        if commitment := mark.commitment:
            asked = (self.role, self.measure, self.indicator, self.standing)
            return not any(asked) and self.kind in ("", commitment.kind.value)
        statement = mark.statement
        return (
            statement is not None
            and not self.kind
            and self.role in ("", statement.role.value)
            and self.measure in ("", statement.measure.value)
            and self.indicator in ("", statement.indicator_id)
            and (not self.standing or is_asked_for(mark.standing, self.standing))
        )


def sections_under(plan: Plan, section_id: str) -> frozenset[str]:
    """Return the ids of the section and of all beneath it, empty where there is none."""
    sections = plan.sections
    inside = {i for i, section in enumerate(sections) if section.id == section_id}
    for index, section in enumerate(sections):
        if section.parent in inside:
            inside.add(index)
    return frozenset(sections[i].id for i in inside)


def _clean(value: str) -> str:
    return value.replace("\0", "").strip()[:_LONGEST]


def _holds(mark: Mark, words: str) -> bool:
    statement, commitment = mark.statement, mark.commitment
    named = statement.indicator if statement else commitment.object if commitment else ""
    return words in mark.item.quote.casefold() or words in named.casefold()
