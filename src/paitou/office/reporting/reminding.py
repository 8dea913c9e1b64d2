"""A round and a day → who has not reported, what to write to them, and that it was done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

from attrs import frozen
from django.conf import settings
from django.utils import timezone

from paitou.office.journal.actions import Done, Refused, perform
from paitou.office.journal.writing import Change
from paitou.office.people.acting import Actor, Machine
from paitou.office.people.roles import Right
from paitou.office.reporting.calendars import office_calendar
from paitou.office.reporting.gateway import GatewayFault, post_message
from paitou.office.reporting.models import Reminder, Round, Submission
from paitou.office.reporting.rounds import day_words, distance, dues_of, missing_of
from paitou.office.reporting.states import Stage
from paitou.office.reporting.workdays import WorkCalendar


@frozen(kw_only=True)
class Missing:
    """A form that is not handed in: when it is due, how far that is, what to write.

    Attributes:
        reminded: how often it was urged, the last time last.
    """

    submission: Submission
    due: dt.date
    distance: str
    text: str
    is_late: bool
    reminded: tuple[Reminder, ...] = ()

    @property
    def last(self) -> Reminder | None:
        """Return the last time that it was urged."""
        return self.reminded[-1] if self.reminded else None


@frozen(kw_only=True)
class Sent:
    """How handing to the gateway went: to whom, and the sentence where it failed."""

    orgs: tuple[str, ...]
    fault: str = ""


def missing_list(round_: Round, today: dt.date) -> tuple[Missing, ...]:
    """Return who has not reported, the latest first."""
    dues, calendar = dues_of(round_), office_calendar()
    reminded: dict[str, list[Reminder]] = {}
    for one in round_.reminders.all():
        reminded.setdefault(one.org, []).append(one)
    found = []
    for form in missing_of(round_):
        due = dues.get(form.org, round_.due)
        found.append(
            Missing(
                submission=form,
                due=due,
                distance=distance(due, today, calendar),
                text=reminder_text(form, due, today, calendar),
                is_late=due < today,
                reminded=tuple(reminded.get(form.org, ())),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.due, one.submission.org)))


def reminder_text(
    form: Submission, due: dt.date, today: dt.date, calendar: WorkCalendar
) -> str:
    """Return what can be written to one organisation."""
    what = f"{form.round.title}应于{day_words(due)}前报送"
    state = "退回后还没有重新报送" if form.stage == Stage.RETURNED else "还没有报送"
    told = f"截至{day_words(today)}{state}，{distance(due, today, calendar)}"
    if due < today:
        until = day_words(calendar.after(today, 1))
        wish = f"请于{until}前补报，并在备注里说明迟报原因"
    else:
        wish = "请按时填报并完成单位审核；确有困难的，请在截止日以前提出延期"
    return f"【催办】{form.org_name}：{what}，{told}。{wish}。"


def mark_reminded(
    actor: Actor | Machine,
    round_id: int,
    orgs: Collection[str],
    way: str = Reminder.COPIED,
    fault: str = "",
) -> Done[tuple[Reminder, ...]]:
    """Write down that organisations were urged, or that it failed."""
    if isinstance(actor, Actor):
        actor.must(Right.OPEN_ROUND)
    round_ = Round.objects.select_for_update().get(pk=round_id)
    _must_be_open(round_)
    chosen = [one.org for one in missing_of(round_) if one.org in orgs]
    if not chosen:
        raise Refused("请选择要催办的单位；已经报送的不用再催。")
    made, changes = [], []
    for org in chosen:
        row = Reminder.objects.create(
            round=round_,
            org=org,
            at=timezone.now(),
            post=actor.who.post,
            way=way,
            told=fault[:200],
        )
        made.append(row)
        after = {"round": round_.pk, "org": org, "way": way, "told": row.told}
        changes.append(
            Change(action="reporting.remind", subject=f"reminder:{row.pk}", after=after)
        )
    return Done(tuple(made), tuple(changes))


def send_reminders(
    actor: Actor | Machine, round_id: int, orgs: Collection[str] | None = None
) -> Sent:
    """Hand texts for those who have not reported to the gateway; write down how it went.

    Args:
        actor: who urges; `Machine()` where it is a task.
        round_id: the round.
        orgs: codes of organisations; None is everybody who has not reported.

    Raises:
        NotAllowed: their posts do not allow it.
        Refused: no gateway is set, or nobody is left to be urged.
    """
    if isinstance(actor, Actor):
        actor.must(Right.OPEN_ROUND)
    if not settings.WEBHOOK_URL:
        raise Refused("没有设置消息网关（PAITOU_WEBHOOK_URL），请复制文字自行发送。")
    round_ = Round.objects.get(pk=round_id)
    _must_be_open(round_)
    today = timezone.localdate()
    chosen = tuple(
        one
        for one in missing_list(round_, today)
        if orgs is None or one.submission.org in orgs
    )
    if not chosen:
        raise Refused("请选择要催办的单位；已经报送的不用再催。")
    codes, fault = tuple(one.submission.org for one in chosen), ""
    try:
        # Outside of any transaction: nobody waits for a lock while the network is slow.
        post_message(settings.WEBHOOK_URL, settings.WEBHOOK_SECRET, _body(round_, chosen))
    except GatewayFault as told:
        fault = str(told)
    perform(actor, mark_reminded, actor, round_id, codes, Reminder.SENT, fault)
    return Sent(orgs=codes, fault=fault)


def _must_be_open(round_: Round) -> None:
    if round_.closed_on is not None:
        raise Refused("这一批次已经结束，不再催办。")


def _body(round_: Round, chosen: Iterable[Missing]) -> dict[str, object]:
    return {
        "kind": "reminder",
        "round": round_.title,
        "book": round_.book,
        "period": round_.period,
        "sent_at": timezone.localtime().isoformat(timespec="seconds"),
        "texts": [
            {
                "org": one.submission.org,
                "org_name": one.submission.org_name,
                "due": one.due.isoformat(),
                "text": one.text,
            }
            for one in chosen
        ],
    }
