"""What a plan says: statements (with a value), commitments (without), mentions."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from paitou.model.span import Span
from paitou.model.unit import Unit


class Role(StrEnum):
    """Whether a statement is to be reached or was reached."""

    TARGET = "target"
    OUTCOME = "outcome"


class Measure(StrEnum):
    """What of an indicator the value speaks of."""

    LEVEL = "level"
    GROWTH = "growth"
    GROWTH_AVG = "growth_avg"
    GROWTH_EACH = "growth_each"
    PER_YEAR = "per_year"
    TOTAL = "total"
    CHANGE = "change"
    CHANGE_RATE = "change_rate"
    MULTIPLE = "multiple"
    MAINTAIN = "maintain"
    GRADE = "grade"


class Comparator(StrEnum):
    """How the value bounds the indicator."""

    GE = "ge"
    GT = "gt"
    LE = "le"
    LT = "lt"
    APPROX = "approx"
    EQ = "eq"
    RANGE = "range"


class Strength(StrEnum):
    """Firm, or striven for (力争)."""

    FIRM = "firm"
    STRETCH = "stretch"


class WhenKind(StrEnum):
    """By a year, in a year, in each year, over a span, or left open."""

    BY = "by"
    IN = "in"
    EACH = "each"
    OVER = "over"
    OPEN = "open"


@frozen(kw_only=True)
class When:
    """The time of a statement; `source` says how far from the number it was said."""

    kind: WhenKind = field(converter=WhenKind)
    start: int | None = None
    end: int | None = None
    source: str = "plan"  # clause | sentence | section | plan


class OrgRole(StrEnum):
    """What an organisation does for a task."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"


@frozen(kw_only=True)
class Responsibility:
    """An organisation named in the text as responsible."""

    role: OrgRole = field(converter=OrgRole)
    org: str


@frozen(kw_only=True)
class Spans:
    """Where each field of a statement was read; empty or None where it was not said."""

    value: Span
    indicator: tuple[Span, ...] = ()
    comparator: Span | None = None
    when: Span | None = None
    base: Span | None = None
    strength: Span | None = None


@frozen(kw_only=True)
class Statement:
    """That an indicator has, or is to have, a value.

    `value` is in `unit` as written (1.2 with 万亿元); a grade's is its words (Ⅳ).
    `section` is the id of the section that it stands in, empty before the first.
    """

    id: str
    role: Role = field(converter=Role)
    section: str
    start: int
    end: int
    quote: str
    indicator: str
    indicator_id: str
    scope: str | None = None
    measure: Measure = field(converter=Measure)
    comparator: Comparator = field(converter=Comparator)
    value: Decimal | str
    value_high: Decimal | None = None
    unit: Unit
    value_source: str = "number"  # number | universal
    strength: Strength = field(converter=Strength, default=Strength.FIRM)
    when: When
    base: str | None = None
    spans: Spans
    responsible: tuple[Responsibility, ...] = ()


class CommitmentKind(StrEnum):
    """What sort of promise without a number it is."""

    ACTION_PLAN = "action_plan"
    PROGRAMME = "programme"
    PROJECT = "project"
    DUTY = "duty"
    MECHANISM = "mechanism"
    QUALITATIVE = "qualitative"


@frozen(kw_only=True)
class Commitment:
    """A promise without a number; `cadence` for duties, `nature` for qualitative aims."""

    id: str
    kind: CommitmentKind = field(converter=CommitmentKind)
    section: str
    start: int
    end: int
    quote: str
    object: str
    cadence: str | None = None  # monthly | quarterly | yearly | as_needed
    nature: str | None = (
        None  # rank | benchmark | designation | milestone | directional | external
    )
    responsible: tuple[Responsibility, ...] = ()


@frozen(kw_only=True)
class Mention:
    """A number in the text and what it is; `name` is its class, in docs/mentions.md."""

    start: int
    end: int
    text: str
    name: str
    statement: str | None = None
