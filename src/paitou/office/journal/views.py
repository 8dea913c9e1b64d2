"""Requests of the audit administrator → the journal, filtered, and whether it holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from urllib.parse import urlencode

from attrs import frozen
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from paitou.office.config.faults import filling_in
from paitou.office.journal.models import Entry, Head
from paitou.office.journal.verifying import verify
from paitou.office.journal.words import WORDS
from paitou.office.people.gate import actor_in
from paitou.office.people.roles import Right
from paitou.office.people.rules import needs

_A_PAGE = 100
#: What an audit administrator may read in full; figures are not among it.
_OPEN = ("people.", "journal.", "api.")


class Filter(forms.Form):
    """Which entries are wanted."""

    since = forms.DateField(
        label="起", required=False, widget=forms.DateInput({"type": "date"})
    )
    until = forms.DateField(
        label="止", required=False, widget=forms.DateInput({"type": "date"})
    )
    org = forms.CharField(label="单位代码", max_length=60, required=False)
    action = forms.ChoiceField(
        label="事项", required=False, choices=[("", "全部"), *WORDS.items()]
    )
    before = forms.IntegerField(required=False, widget=forms.HiddenInput)


class Deposit(forms.Form):
    """A head that was printed or kept elsewhere."""

    deposited = forms.RegexField(
        r"^\s*[0-9]{1,18}:[0-9a-f]{64}\s*$",
        label="留存的校验值（条数:校验值，可空）",
        required=False,
        error_messages={"invalid": "写法：条数、半角冒号、64位校验值。"},
    )


@frozen
class Row:
    """An entry, and what of it may be shown."""

    entry: Entry
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None


@needs(Right.READ_JOURNAL)
@filling_in
def journal(request: HttpRequest) -> HttpResponse:
    """Show the journal; a POST holds it against itself and a deposited head."""
    wanted = Filter(request.GET)
    entries = Entry.objects.all().for_actor(actor_in(request)).order_by("-number")
    if wanted.is_valid():
        entries = entries.filter(**_asked(wanted.cleaned_data))
    deposit = Deposit(request.POST if request.method == "POST" else None)
    found = None
    if request.method == "POST" and deposit.is_valid():
        found = verify(head_of(deposit.cleaned_data["deposited"]))
    shown = [*entries[: _A_PAGE + 1]]
    context = {
        "filter": wanted,
        "deposit": deposit,
        "found": found,
        "rows": [_row(each) for each in shown[:_A_PAGE]],
        "older": _older(request, shown),
        "head": Head.objects.first(),
        "now": timezone.localtime(),
    }
    wrong = not wanted.is_valid() or bool(deposit.errors)
    return render(request, "journal/journal.html", context, status=400 if wrong else 200)


def head_of(text: str) -> tuple[int, str] | None:
    """Return the head that is written as number:hash, None for nothing."""
    number, _, digest = text.strip().partition(":")
    return (int(number), digest) if digest else None


def _asked(chosen: Mapping[str, object]) -> dict[str, object]:
    asked: dict[str, object] = {
        "org": chosen["org"],
        "action": chosen["action"],
        "number__lt": chosen["before"],
    }
    if isinstance(since := chosen["since"], dt.date):
        asked["at__gte"] = _midnight(since)
    if isinstance(until := chosen["until"], dt.date):
        asked["at__lt"] = _midnight(until + dt.timedelta(days=1))
    return {name: value for name, value in asked.items() if value}


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def _older(request: HttpRequest, shown: list[Entry]) -> str:
    """The query of the next page, empty on the last."""
    if len(shown) <= _A_PAGE:
        return ""
    return urlencode({**request.GET.dict(), "before": shown[_A_PAGE - 1].number})


def opened(entry: Entry) -> tuple[Mapping[str, object] | None, Mapping[str, object] | None]:
    """Return what of before and after an audit administrator may read."""
    is_open = entry.action.startswith(_OPEN)
    return (entry.before, entry.after) if is_open else (None, None)


def _row(entry: Entry) -> Row:
    return Row(entry, *opened(entry))
