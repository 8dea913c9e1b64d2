"""What stands behind a constraint: sentence, relation, figure, assumption or quota."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from paitou.consistency.system import Constraint


class SourceKind(StrEnum):
    """What sort of thing a constraint comes from."""

    STATEMENT = "statement"
    QUOTA = "quota"
    RELATION = "relation"
    FIGURE = "figure"
    ASSUMPTION = "assumption"


@frozen(kw_only=True)
class Source:
    """Where a constraint comes from, and it in words.

    Attributes:
        id: of the statement, relation or figure; of an assumption its number.
        words: what it asks, for a reader: 服务业增加值2025年不低于6600亿元.
        quote: the plan's own words, or where the figure stands.
    """

    kind: SourceKind = field(converter=SourceKind)
    id: str
    words: str
    quote: str = ""
    is_stretch: bool = False


@frozen(kw_only=True)
class Sourced:
    """A constraint with its source."""

    constraint: Constraint
    source: Source
