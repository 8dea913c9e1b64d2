"""Values and nothing else: what every other folder speaks in."""

from paitou.model.book import Book, IndicatorEntry, IndicatorSource, stated_assignment
from paitou.model.decision import (
    Assignment,
    Correction,
    Decision,
    Merge,
    Nature,
    Rhythm,
    Subject,
    Verdict,
)
from paitou.model.document import (
    Block,
    BlockKind,
    Cell,
    Document,
    PlanPeriod,
    Section,
    Table,
)
from paitou.model.errors import InternalError, PaitouError, UnreadableFile, UsageError
from paitou.model.issue import Issue, Level
from paitou.model.org import Org, OrgKind
from paitou.model.period import Period, PeriodKind
from paitou.model.plan import Plan
from paitou.model.quantity import Quantity
from paitou.model.quota import Milestone, Quota, last_day
from paitou.model.span import Span
from paitou.model.statement import (
    Commitment,
    CommitmentKind,
    Comparator,
    Measure,
    Mention,
    OrgRole,
    Responsibility,
    Role,
    Spans,
    Statement,
    Strength,
    When,
    WhenKind,
)
from paitou.model.unit import Unit

__all__ = [
    "Assignment",
    "Block",
    "BlockKind",
    "Book",
    "Cell",
    "Commitment",
    "CommitmentKind",
    "Comparator",
    "Correction",
    "Decision",
    "Document",
    "IndicatorEntry",
    "IndicatorSource",
    "InternalError",
    "Issue",
    "Level",
    "Measure",
    "Mention",
    "Merge",
    "Milestone",
    "Nature",
    "Org",
    "OrgKind",
    "OrgRole",
    "PaitouError",
    "Period",
    "PeriodKind",
    "Plan",
    "PlanPeriod",
    "Quantity",
    "Quota",
    "Responsibility",
    "Rhythm",
    "Role",
    "Section",
    "Span",
    "Spans",
    "Statement",
    "Strength",
    "Subject",
    "Table",
    "Unit",
    "UnreadableFile",
    "UsageError",
    "Verdict",
    "When",
    "WhenKind",
    "last_day",
    "stated_assignment",
]
