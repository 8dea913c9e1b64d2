"""A book and a period → a round with its forms, when they are due, and who is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import frozen
from django.db import IntegrityError, transaction
from django.utils import timezone

from paitou.model import Book, Period, PeriodKind, UsageError
from paitou.office.journal.actions import Done, NotAllowed, Refused
from paitou.office.journal.writing import Change
from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right
from paitou.office.reporting.asks import Form
from paitou.office.reporting.calendars import office_calendar
from paitou.office.reporting.forms import asked_period, derive_forms
from paitou.office.reporting.kept import round_state, subject_of, submission_state
from paitou.office.reporting.models import Cell, Extension, Round, Submission
from paitou.office.reporting.states import USUAL_ROUTE, Stage, route_of
from paitou.office.reporting.workdays import WorkCalendar

#: Working days after the end of a period until its forms are due.
USUAL_TERM = 10
_WAITING = (Stage.DRAFT, Stage.RETURNED)


@frozen(kw_only=True)
class Plan:
    """What a round is to be.

    Attributes:
        due: the last day; None takes ten working days after the period, and a day off
            becomes the next working day.
        needs_evidence: whether a form without 佐证材料 is kept back.
        on_paper: whether a head who does not sign in may sign a printed sheet.
    """

    book_name: str
    period: Period
    opens: dt.date
    due: dt.date | None = None
    route: tuple[str, ...] = USUAL_ROUTE
    note: str = ""
    needs_evidence: bool = False
    on_paper: bool = False

    @property
    def last_day(self) -> dt.date:
        """Return the day that forms are due, always a working day."""
        calendar = office_calendar()
        if self.due is None:
            return calendar.due(asked_period(self.period), USUAL_TERM)
        return calendar.next_worked(self.due)


def open_round(actor: Actor, plan: Plan, book: Book) -> Done[Round]:
    """Open a round: derive the forms and give each organisation its own."""
    actor.must(Right.OPEN_ROUND)
    _check(plan)
    open_rounds = Round.objects.filter(book=plan.book_name, closed_on=None)
    in_hand = Cell.objects.filter(round__in=open_rounds).exclude(
        submission__stage=Stage.APPROVED
    )
    keys = frozenset(in_hand.values_list("key", flat=True))
    forms = derive_forms(book, plan.period, timezone.localdate(), in_hand=keys)
    asked = [form for form in forms.forms if form.asks]
    if not asked:
        raise Refused(
            "这一期没有要报的数：系统都已有，或者方案还没有定责任单位和报送频次。"
        )
    made = _made(plan, {form.org: len(form.spared) for form in forms.forms if form.spared})
    submissions = [_submission(made, form, book) for form in asked]
    opened = Change(
        action="reporting.open",
        subject=subject_of(made),
        reason=plan.note,
        after=round_state(made),
    )
    return Done(made, (opened, *map(_asked, submissions)))


def extend(
    actor: Actor, round_id: int, org: str, due: dt.date, reason: str
) -> Done[Extension]:
    """Give an organisation a later last day, while the one that it has is not over."""
    actor.must(Right.EXTEND)
    round_ = Round.objects.select_for_update().get(pk=round_id)
    if not Submission.objects.filter(round=round_, org=org).exists():
        raise NotAllowed("这一批次里没有这个单位")
    before = due_of(round_, org)
    later = office_calendar().next_worked(due)
    if round_.closed_on is not None:
        raise Refused("这一批次已经结束，不能再延期。")
    if timezone.localdate() > before:
        raise Refused(f"延期要在截止日（{before}）以前同意，现在已经过了。")
    if later <= before:
        raise Refused(f"延期后的日期要晚于现在的截止日（{before}）。")
    if not reason.strip():
        raise Refused("延期要写明原因。")
    said = round_state(round_)
    made, _ = Extension.objects.update_or_create(
        round=round_, org=org, defaults={"due": later, "reason": reason.strip()[:200]}
    )
    change = Change(
        action="reporting.extend",
        subject=subject_of(round_),
        reason=reason.strip(),
        before=said,
        after=round_state(round_),
    )
    return Done(made, (change,), org)


def close_round(actor: Actor, round_id: int, reason: str) -> Done[Round]:
    """End a round: nothing more is filled in; what is handed in can still be approved."""
    actor.must(Right.OPEN_ROUND)
    round_ = Round.objects.select_for_update().get(pk=round_id)
    if round_.closed_on is not None:
        raise Refused("这一批次已经结束。")
    missing = missing_of(round_)
    if missing and not reason.strip():
        raise Refused(f"还有{len(missing)}个单位没有报，结束要写明原因。")
    said = round_state(round_)
    round_.closed_on = timezone.localdate()
    round_.save(update_fields=["closed_on"])
    change = Change(
        action="reporting.close",
        subject=subject_of(round_),
        reason=reason.strip(),
        before=said,
        after=round_state(round_),
    )
    return Done(round_, (change,))


def due_of(round_: Round, org: str) -> dt.date:
    """Return the last day of an organisation, as extended."""
    found = Extension.objects.filter(round=round_, org=org).first()
    return found.due if found else round_.due


def dues_of(round_: Round) -> dict[str, dt.date]:
    """Return the last days that differ from that of the round, by organisation."""
    return dict(Extension.objects.filter(round=round_).values_list("org", "due"))


def missing_of(round_: Round) -> tuple[Submission, ...]:
    """Return the forms that are not handed in."""
    return tuple(round_.submissions.filter(stage__in=_WAITING))


def reminder(round_: Round, missing: Iterable[Submission], today: dt.date) -> str:
    """Return a 催办 text to all that can be copied; empty where nobody is missing."""
    dues, calendar = dues_of(round_), office_calendar()
    by_day: dict[dt.date, list[str]] = {}
    for one in missing:
        by_day.setdefault(dues.get(one.org, round_.due), []).append(one.org_name)
    lines = [
        f"{'、'.join(names)}：{day_words(due)}截止，{distance(due, today, calendar)}。"
        for due, names in sorted(by_day.items())
    ]
    if not lines:
        return ""
    head = f"【催办】{round_.title}，以下单位还没有报送："
    foot = "请登录系统，在“今日待办”里填报；确有困难的，请在截止日以前提出延期。"
    return "\n".join((head, *lines, foot))


def distance(due: dt.date, today: dt.date, calendar: WorkCalendar) -> str:
    """Return how far a last day is: 还有9个工作日, 已逾期5天（3个工作日）."""
    if due < today:
        days, worked = (today - due).days, calendar.between(due, today)
        return f"已逾期{days}天（{worked}个工作日）"
    left = calendar.between(today, due)
    return f"还有{left}个工作日" if left else "今天到期"


def day_words(day: dt.date) -> str:
    """Return a day of this year in words: 4月15日."""
    return f"{day.month}月{day.day}日"


def _check(plan: Plan) -> None:
    if plan.period.kind is PeriodKind.SPAN:
        raise Refused("一个批次是一个月、一个季度、半年或一年。")
    try:
        route_of(plan.route)
    except UsageError as fault:
        raise Refused(f"{fault}。") from fault
    if plan.last_day < plan.opens:
        raise Refused("截止日不能早于开始填报的日子。")


def _made(plan: Plan, spared: dict[str, int]) -> Round:
    is_month = plan.period.kind is PeriodKind.MONTH
    told = plan.period if is_month else asked_period(plan.period)
    row = Round(
        book=plan.book_name,
        period=str(told),
        title=f"{told.label}{'月报' if is_month else '填报'}",
        opens=plan.opens,
        due=plan.last_day,
        route=list(plan.route),
        spared=spared,
        note=plan.note[:200],
        needs_evidence=plan.needs_evidence,
        on_paper=plan.on_paper and USUAL_ROUTE[0] in plan.route,
    )
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as fault:
        raise Refused(f"{row.title}已经布置过了。") from fault
    return row


def _asked(submission: Submission) -> Change:
    return Change(
        action="reporting.ask",
        subject=subject_of(submission),
        after=submission_state(submission),
    )


def _submission(round_: Round, form: Form, book: Book) -> Submission:
    org = book.org(form.org)
    sources = {ask.source for ask in form.asks}
    made = Submission.objects.create(
        round=round_,
        org=form.org,
        org_name=org.name if org else form.org,
        source=sources.pop() if len(sources) == 1 else "",
    )
    cells = [Cell.of(made, place, ask) for place, ask in enumerate(form.asks, 1)]
    Cell.objects.bulk_create(cells)
    return made
