"""Values and nothing else: what every other folder speaks in."""

from paitou.model.assumption import Assumption
from paitou.model.book import (
    Book,
    IndicatorEntry,
    IndicatorSource,
    RulesSource,
    stated_assignment,
)
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
from paitou.model.figure import Bound, Figure, FigureState
from paitou.model.issue import Issue, Level
from paitou.model.org import Org, OrgKind
from paitou.model.period import Period, PeriodKind
from paitou.model.plan import Plan
from paitou.model.quantity import Quantity
from paitou.model.quota import Milestone, Quota
from paitou.model.span import Span
from paitou.model.standing import (
    Attainment,
    BoundFound,
    Light,
    PathPoint,
    PeriodTest,
    Standing,
    WhyUnknown,
)
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
    "Assumption",
    "Attainment",
    "Block",
    "BlockKind",
    "Book",
    "Bound",
    "BoundFound",
    "Cell",
    "Commitment",
    "CommitmentKind",
    "Comparator",
    "Correction",
    "Decision",
    "Document",
    "Figure",
    "FigureState",
    "IndicatorEntry",
    "IndicatorSource",
    "InternalError",
    "Issue",
    "Level",
    "Light",
    "Measure",
    "Mention",
    "Merge",
    "Milestone",
    "Nature",
    "Org",
    "OrgKind",
    "OrgRole",
    "PaitouError",
    "PathPoint",
    "Period",
    "PeriodKind",
    "PeriodTest",
    "Plan",
    "PlanPeriod",
    "Quantity",
    "Quota",
    "Responsibility",
    "Rhythm",
    "Role",
    "RulesSource",
    "Section",
    "Span",
    "Spans",
    "Standing",
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
    "WhyUnknown",
    "stated_assignment",
]
