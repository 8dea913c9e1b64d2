"""What people decide about a plan: a verdict on a sentence, and who answers for it."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from attrs import Factory, field, fields, frozen

from paitou.model.statement import (
    CommitmentKind,
    Comparator,
    Measure,
    Role,
    Strength,
    When,
)


class Subject(StrEnum):
    """What a decision is about; a task is a section of the plan."""

    STATEMENT = "statement"
    COMMITMENT = "commitment"
    TASK = "task"


class Verdict(StrEnum):
    """What was decided: 确认, 更正, 否决, 增补."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"

    @property
    def label(self) -> str:
        """Return the Chinese word for the verdict."""
        words = {"confirm": "确认", "correct": "更正", "reject": "否决", "add": "增补"}
        return words[self.value]


class Nature(StrEnum):
    """Whether a target binds (约束性) or is expected (预期性)."""

    BINDING = "binding"
    EXPECTED = "expected"

    @property
    def label(self) -> str:
        """Return the Chinese word for the nature."""
        return {"binding": "约束性", "expected": "预期性"}[self.value]


class Rhythm(StrEnum):
    """How often progress is reported: 月报, 季报, 年报."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"

    @property
    def label(self) -> str:
        """Return the Chinese word for the rhythm."""
        return {"monthly": "月报", "quarterly": "季报", "yearly": "年报"}[self.value]


@frozen(kw_only=True)
class Assignment:
    """Who answers for a task or a statement (1+1+N) and how it is reported.

    Attributes:
        lead_official: a post (岗位), never a person's name.
        second_lead: a second lead (并列牵头); allowed, with a warning.
        data_source: the department that owns the figure (数源部门).
        definition: what is counted (口径).
    """

    lead_official: str = ""
    lead_org: str = ""
    second_lead: str = ""
    responsible_orgs: tuple[str, ...] = ()
    supporting_orgs: tuple[str, ...] = ()
    liaison: str = ""
    data_source: str = ""
    nature: Nature | None = None
    rhythm: Rhythm | None = None
    definition: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, a.name) for a in fields(type(self)))

    @property
    def orgs(self) -> tuple[str, ...]:
        """Return every organisation named, the lead first, each once."""
        named = (self.lead_org, self.second_lead, *self.responsible_orgs)
        named += (*self.supporting_orgs, self.data_source)
        return tuple(dict.fromkeys(name for name in named if name))

    def over(self, wider: Assignment) -> Assignment:
        """Return this assignment, with what it leaves open taken from a wider one.

        The leads go together: whoever names a lead does not inherit a second one.
        """
        merged = {
            a.name: getattr(self, a.name) or getattr(wider, a.name)
            for a in fields(type(self))
        }
        if self.lead_org:
            merged["second_lead"] = self.second_lead
        return Assignment(**merged)


@frozen(kw_only=True)
class Correction:
    """Fields that replace what was compiled; None leaves a field, an empty text clears it.

    The last four are for commitments, the others for statements.
    """

    role: Role | None = None
    indicator: str | None = None
    indicator_id: str | None = None
    scope: str | None = None
    measure: Measure | None = None
    comparator: Comparator | None = None
    value: Decimal | str | None = None
    value_high: Decimal | None = None
    unit: str | None = None
    strength: Strength | None = None
    when: When | None = None
    base: str | None = None
    kind: CommitmentKind | None = None
    object: str | None = None
    cadence: str | None = None
    nature: str | None = None

    @property
    def changed(self) -> tuple[str, ...]:
        """Return the names of the fields that it replaces."""
        names = (a.name for a in fields(type(self)))
        return tuple(name for name in names if getattr(self, name) is not None)


@frozen(kw_only=True)
class Decision:
    """What was decided about one statement, commitment or task.

    Attributes:
        id: the stable id of the sentence or section; of an addition, the id it will get.
        verdict: None where somebody was assigned and nothing decided yet.
        quote: the words decided upon, so that a lost decision can say what it was about.
        occurrence, section: of an addition, which of several places is meant; 0 and empty
            where the words occur once.
        note: the reason; wanted for a rejection.
        where: file and line of the decision.
    """

    subject: Subject = field(converter=Subject)
    id: str
    verdict: Verdict | None = None
    quote: str = ""
    correction: Correction = Factory(Correction)
    assignment: Assignment = Factory(Assignment)
    note: str = ""
    occurrence: int = 0
    section: str = ""
    where: str = ""


@frozen(kw_only=True)
class Merge:
    """That several wordings in a plan mean one indicator: `names` are counted as `into`."""

    into: str
    names: tuple[str, ...]
    note: str = ""
    where: str = ""
