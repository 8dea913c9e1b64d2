"""What a form consists of: the numbers asked for, what is shown beside them, the spared."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from enum import StrEnum

from attrs import field, frozen

from paitou.model import Issue, Measure, Period, Unit


class Spared(StrEnum):
    """Why a number is not asked for."""

    KNOWN = "known"
    COMPUTED = "computed"
    SHARED = "shared"

    @property
    def label(self) -> str:
        """Return the Chinese words for it."""
        words = {
            "known": "系统已有",
            "computed": "可由已有的数算出",
            "shared": "几项目标共用一个数",
        }
        return words[self.value]


@frozen(kw_only=True)
class Beside:
    """A number shown beside a cell: what was reported before, or the share to reach."""

    value: str
    unit: str
    period: Period

    @property
    def words(self) -> str:
        """Return it with its unit and its time: 486.2亿元（2025年）."""
        return f"{self.value}{self.unit}（{self.period.label}）"

    @property
    def amount(self) -> Decimal | None:
        """Return the value in the base of its unit, None of a grade."""
        try:
            return Decimal(self.value) * Unit.parse(self.unit).scale
        except InvalidOperation:
            return None


@frozen(kw_only=True)
class Ask:
    """One number that is asked for: a cell of a form.

    Attributes:
        key: made of what is asked, so that one number has one key in every round.
        name: of the indicator, as it was reported before.
        org: key of the organisation that the number speaks of; `org_name` for people.
        period: from January on, as offices report (practice.md §3.2).
        targets: what the number is needed for, in words.
        quota: the share that falls to the organisation in the period or in its year.
        last, year_ago: what is known of the time before, and of the same part of last year.
        source: code of the department that owns the number, where one is named.
    """

    key: str
    name: str
    indicator_id: str
    measure: Measure = field(converter=Measure, default=Measure.LEVEL)
    prices: str = ""
    org: str
    org_name: str
    period: Period
    unit: str
    definition: str = ""
    targets: tuple[str, ...] = ()
    quota: Beside | None = None
    last: Beside | None = None
    year_ago: Beside | None = None
    source: str = ""


@frozen(kw_only=True)
class Form:
    """What one organisation is asked, and how many numbers it was spared."""

    org: str
    asks: tuple[Ask, ...] = ()
    spared: tuple[Spared, ...] = ()


@frozen(kw_only=True)
class Forms:
    """The forms of a period in the order of the book's organisations."""

    period: Period
    forms: tuple[Form, ...] = ()
    issues: tuple[Issue, ...] = ()

    def of(self, org: str) -> Form:
        """Return the form of an organisation, an empty one where nothing is asked."""
        found = (form for form in self.forms if form.org == org)
        return next(found, Form(org=org))
