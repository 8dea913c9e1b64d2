"""What is typed where something is published → checked values."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.http import QueryDict
from django.utils import timezone

from paitou.model import PageKind, Publicity
from paitou.office.release.deciding import LONGEST_REASON, Terms

_DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
_TIME = forms.TimeInput({"type": "time"}, format="%H:%M")
_MIDNIGHT = dt.time(0, 0)


class When(forms.Form):
    """From which minute on, and on whose word."""

    day = forms.DateField(label="公布日期（空着是立即）", required=False, widget=_DAY)
    time = forms.TimeField(label="时间（空着是零时）", required=False, widget=_TIME)
    reason = forms.CharField(
        label="依据或说明", max_length=LONGEST_REASON, required=False, strip=True
    )

    def terms(self, now: dt.datetime) -> Terms:
        """Return it as the actions take it."""
        told = self.cleaned_data
        starts = None
        if told["day"]:
            moment = dt.datetime.combine(told["day"], told["time"] or _MIDNIGHT)
            starts = timezone.make_aware(moment)
        return Terms(
            now=now, starts=starts, expires=told.get("expires"), reason=told["reason"]
        )


class Publishing(When):
    """The figures of a round that are published."""

    seen = forms.CharField(max_length=40, widget=forms.HiddenInput)


class PageLevel(When):
    """Who may be shown a page."""

    level = forms.ChoiceField(
        label="公开属性", choices=[(one.value, one.label) for one in Publicity]
    )
    expires = forms.DateField(
        label="公开到哪一天（含当天；空着是长期）", required=False, widget=_DAY
    )

    field_order = ("level", "query", "day", "time", "expires", "reason")

    def __init__(
        self,
        data: QueryDict | None,
        kind: PageKind,
        level: Publicity,
        choices: tuple[tuple[str, str], ...] = (),
    ) -> None:
        super().__init__(data, initial={"level": level.value})
        if choices:
            self.fields["query"] = forms.ChoiceField(label="哪一期名单", choices=choices)
            self.order_fields(self.field_order)
        if kind.is_warning:
            self.fields["expires"].label = "公开到哪一天（含当天；公开名单必填）"
            self.fields["reason"].label = "审定依据（公开名单必填）"
