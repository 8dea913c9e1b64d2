"""What people type about items → checked values."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.utils import timezone

from paitou.lifecycle import preset
from paitou.model import Book, LifeMove, Need
from paitou.office.cases.actions import LONGEST, Said, Told
from paitou.office.people.models import Body

_MOST_SUPPORTS = 20


class NewItem(forms.Form):
    """What was ordered: where it is written, what is asked, of whom, until when."""

    title = forms.CharField(label="督办事项", max_length=120)
    kind = forms.ChoiceField(label="来源", choices=())
    source = forms.CharField(label="文件或会议名称", max_length=200)
    source_number = forms.CharField(label="文号（没有可空）", max_length=60, required=False)
    source_on = forms.DateField(
        label="批示、会议或发文日期",
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    said_by = forms.CharField(
        label="作出批示的领导职务（只写职务）", max_length=80, required=False
    )
    words = forms.CharField(
        label="批示或议定的原文",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    demand = forms.CharField(
        label="工作要求", max_length=LONGEST, widget=forms.Textarea({"rows": 3})
    )
    org = forms.ChoiceField(label="承办单位", choices=())
    supports = forms.MultipleChoiceField(
        label="配合单位（可多选）", choices=(), required=False
    )
    due = forms.DateField(
        label="办理时限（空着按来源的规定天数）",
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    target = forms.ChoiceField(label="关联的目标（可空）", choices=(), required=False)

    def __init__(self, books: tuple[tuple[str, Book], ...], *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self._orgs = orgs_of(timezone.localdate())
        limits = [(one.id, f"{one.label}") for one in preset("supervised-item").limits]
        chosen = [("", "—"), *self._orgs.items()]
        for name, choices in (
            ("kind", limits),
            ("org", chosen),
            ("supports", list(self._orgs.items())),
            ("target", [("", "—"), *_targets(books)]),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_supports(self) -> list[str]:
        """Return the organisations that help, where they are not too many."""
        found = list(self.cleaned_data["supports"])
        if len(found) > _MOST_SUPPORTS:
            raise forms.ValidationError(f"配合单位最多{_MOST_SUPPORTS}个。")
        return found

    @property
    def told(self) -> Told:
        """Return what the form says, once it is valid."""
        said = self.cleaned_data
        book, _, statement = str(said["target"]).partition("/")
        return Told(
            title=said["title"],
            demand=said["demand"],
            kind=said["kind"],
            source=said["source"],
            source_number=said["source_number"],
            source_on=said["source_on"],
            said_by=said["said_by"],
            words=said["words"],
            org=said["org"],
            org_name=self._orgs[said["org"]],
            supports=tuple((org, self._orgs[org]) for org in said["supports"]),
            due=said["due"],
            book=book,
            statement=statement,
        )


class MoveForm(forms.Form):
    """What is said with one move: only what the move asks for."""

    text = forms.CharField(
        max_length=LONGEST, required=False, widget=forms.Textarea({"rows": 3})
    )
    due = forms.DateField(
        label="时限",
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    org = forms.ChoiceField(label="承办单位", choices=(), required=False)

    def __init__(self, move: LifeMove, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.auto_id = f"{move.id}-%s"  # several of them stand on one page
        self.move = move
        self._orgs = orgs_of(timezone.localdate()) if Need.ORG in move.needs else {}
        self.fields["text"].label = move.text_label
        if Need.TEXT not in move.needs:
            self.fields["text"].label = "说明（可空）"
        self.fields["org"].choices = [("", "—"), *self._orgs.items()]  # type: ignore[attr-defined]
        for need in (Need.DUE, Need.ORG):
            if need not in move.needs:
                del self.fields[need.value]

    @property
    def said(self) -> Said:
        """Return what the form says, once it is valid."""
        given = self.cleaned_data
        org = given.get("org") or ""
        return Said(
            text=given["text"],
            due=given.get("due"),
            org=org,
            org_name=self._orgs.get(org, ""),
        )


def orgs_of(day: dt.date) -> dict[str, str]:
    """Return the organisations that there are on a day: code → name."""
    bodies = Body.objects.filter(begins__lte=day).exclude(ends__lte=day)
    return dict(bodies.order_by("code").values_list("code", "name"))


def _targets(books: tuple[tuple[str, Book], ...]) -> list[tuple[str, str]]:
    return [
        (f"{name}/{one.id}", f"{one.indicator}：{one.quote[:40]}")
        for name, book in books
        for one in book.plan.statements
    ]
