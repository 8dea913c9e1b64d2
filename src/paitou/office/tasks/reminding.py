"""Rounds that are soon due → a message to those who have not reported, some days before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.conf import settings
from django.utils import timezone

from paitou.model import UsageError
from paitou.office.people.acting import Machine
from paitou.office.reporting.calendars import office_calendar
from paitou.office.reporting.models import Round
from paitou.office.reporting.notices import Reminder
from paitou.office.reporting.reminding import Missing, missing_list, send_reminders
from paitou.office.reporting.workdays import WorkCalendar
from paitou.office.tasks.duties import Outcome, read_duties


def remind_in_time(now: dt.datetime) -> Outcome:
    """Urge each organisation on the days of duties.toml, on working days, once a day."""
    if not settings.WEBHOOK_URL:
        return Outcome("没有设置消息网关，不自动催办。")
    today, calendar = now.date(), office_calendar()
    if not calendar.is_worked(today):
        return Outcome("今天不是工作日，不催办。")
    days = next((one.days for one in read_duties() if one.name == "remind"), ())
    urged = 0
    for round_ in Round.objects.filter(closed_on=None, opens__lte=today):
        missing = missing_list(round_, today)
        orgs = [m.submission.org for m in missing if _is_time(m, today, calendar, days)]
        if not orgs:
            continue
        sent = send_reminders(Machine(), round_.pk, orgs)
        if sent.fault:
            raise UsageError(f"{round_.title}的催办没有送出：{sent.fault}")
        urged += len(sent.orgs)
    return Outcome(f"催办{urged}家。" if urged else "今天没有要催办的。")


def _is_time(
    one: Missing, today: dt.date, calendar: WorkCalendar, days: Collection[int]
) -> bool:
    is_near = one.due >= today and calendar.between(today, one.due) in days
    return is_near and not _is_sent(one.last, today)


def _is_sent(last: Reminder | None, today: dt.date) -> bool:
    if last is None or last.way != Reminder.SENT or last.told:
        return False
    return timezone.localtime(last.at).date() == today
