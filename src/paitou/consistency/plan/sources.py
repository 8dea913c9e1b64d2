"""What stands behind a constraint: sentence, relation, figure, assumption or quota."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from paitou.consistency.plan.said import Said
from paitou.consistency.system import Constraint


class SourceKind(StrEnum):
    """What sort of thing a constraint comes from."""

    STATEMENT = "statement"
    CHILD = "child"
    QUOTA = "quota"
    RELATION = "relation"
    FIGURE = "figure"
    ASSUMPTION = "assumption"


_TARGETS = frozenset({SourceKind.STATEMENT, SourceKind.CHILD, SourceKind.QUOTA})


@frozen(kw_only=True)
class Source:
    """Where a constraint comes from, and it in words.

    Attributes:
        id: of the statement, relation or figure; of an assumption or quota its number; of
            a child's statement the child's name, a slash and the id.
        words: what it asks, for a reader: 服务业增加值2025年不低于6600亿元.
        quote: the plan's own words, or where the figure or quota stands.
        where: of a quota, file and row.
        said: the number that may be written otherwise; None where there is none.
    """

    kind: SourceKind = field(converter=SourceKind)
    id: str
    words: str
    quote: str = ""
    where: str = ""
    is_stretch: bool = False
    said: Said | None = None

    @property
    def is_target(self) -> bool:
        """Return whether people decide on it: a target, a child's, or a quota."""
        return self.kind in _TARGETS


@frozen(kw_only=True)
class Sourced:
    """A constraint with its source."""

    constraint: Constraint
    source: Source
